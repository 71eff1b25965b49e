package org.tariffeconomics.tariff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stored answer held against the answer that a book gives to the same question now: the same, or
 * different and why.
 *
 * <p>What is compared is the answer: the outcome, the amounts, and what they are made of. Another
 * version of the book, or another wording of a source, is said and does not make an answer another.
 *
 * @since 0.1.0
 */
public final class Replay {

  private final String storedVersion;
  private final String version;
  private final List<Difference> differences;

  private Replay(String storedVersion, String version, List<Difference> differences) {
    this.storedVersion = storedVersion;
    this.version = version;
    this.differences = List.copyOf(differences);
  }

  /**
   * One thing that is not as it was stored.
   *
   * @param what what differs, e.g. {@code duty} or {@code A2 layer S232 autos, Japan}
   * @param stored what was stored; empty where there was nothing
   * @param now what it is now; empty where there is nothing
   */
  public record Difference(String what, String stored, String now) {

    /**
     * Refuses nulls.
     *
     * @param what what differs, e.g. {@code duty} or {@code A2 layer S232 autos, Japan}
     * @param stored what was stored; empty where there was nothing
     * @param now what it is now; empty where there is nothing
     */
    public Difference {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(stored, "stored");
      Objects.requireNonNull(now, "now");
    }

    /** For example {@code duty: USD 4500.00, now USD 3750.00}. */
    @Override
    public String toString() {
      return what
          + ": "
          + (stored.isEmpty() ? "nothing" : stored)
          + ", now "
          + (now.isEmpty() ? "nothing" : now);
    }
  }

  /** Collects differences between two answers, which may hold answers themselves. */
  public static final class Comparer {

    private final String prefix;
    private final List<Difference> differences;

    private Comparer(String prefix, List<Difference> differences) {
      this.prefix = prefix;
      this.differences = differences;
    }

    /**
     * Compares two texts.
     *
     * @param what what they are
     * @param stored what was stored
     * @param now what it is now
     */
    public void texts(String what, String stored, String now) {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(stored, "stored");
      Objects.requireNonNull(now, "now");
      if (!stored.equals(now)) {
        differences.add(new Difference(prefix + what, stored, now));
      }
    }

    /**
     * Compares two lists by the names of their parts, whatever their order.
     *
     * @param what what the parts are, e.g. {@code layer}
     * @param stored the parts that were stored
     * @param now those that are now
     * @param name the name of a part
     * @param text what is said of it
     * @param <T> the type of the parts
     */
    public <T> void parts(
        String what,
        List<T> stored,
        List<T> now,
        Function<T, String> name,
        Function<T, String> text) {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(stored, "stored");
      Objects.requireNonNull(now, "now");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
      Map<String, String> before = byName(stored, name, text);
      Map<String, String> after = byName(now, name, text);
      before.forEach((each, was) -> texts(what + " " + each, was, after.getOrDefault(each, "")));
      after.forEach(
          (each, is) -> {
            if (!before.containsKey(each)) {
              texts(what + " " + each, "", is);
            }
          });
    }

    private static <T> Map<String, String> byName(
        List<T> parts, Function<T, String> name, Function<T, String> text) {
      Map<String, String> byName = new LinkedHashMap<>();
      parts.forEach(p -> byName.merge(name.apply(p), text.apply(p), (a, b) -> a + "; " + b));
      return byName;
    }

    /**
     * Compares what belongs to one part of an answer.
     *
     * @param part the part, which stands before what differs in it
     * @return where to collect
     */
    public Comparer in(String part) {
      Objects.requireNonNull(part, "part");
      return new Comparer(prefix + part + " ", differences);
    }
  }

  /**
   * Holds two answers against each other.
   *
   * @param stored the stored answer
   * @param storedLaw the law it was given under
   * @param now the answer to the same question now
   * @param nowLaw the law of that
   * @param compare compares the two, stored one first
   * @param <T> the type of the answers
   * @return what differs
   */
  public static <T> Replay of(
      T stored, LawRecord storedLaw, T now, LawRecord nowLaw, Comparison<T> compare) {
    Objects.requireNonNull(stored, "stored");
    Objects.requireNonNull(storedLaw, "storedLaw");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(nowLaw, "nowLaw");
    Objects.requireNonNull(compare, "compare");
    List<Difference> differences = new ArrayList<>();
    compare.accept(new Comparer("", differences), stored, now);
    return new Replay(storedLaw.version(), nowLaw.version(), differences);
  }

  /**
   * How two answers are compared.
   *
   * @param <T> their type
   */
  @FunctionalInterface
  public interface Comparison<T> {

    /**
     * Compares two answers.
     *
     * @param comparer collects what differs
     * @param stored the stored one
     * @param now the one of now
     */
    void accept(Comparer comparer, T stored, T now);
  }

  /** {@return whether the book gives the answer that was stored} */
  @JsonIgnore
  public boolean isSame() {
    return differences.isEmpty();
  }

  /** {@return what differs, in the order of the answer; empty where it is the same} */
  public List<Difference> differences() {
    return differences;
  }

  /** {@return the version of the book that gave the stored answer} */
  public String storedVersion() {
    return storedVersion;
  }

  /** {@return the version of the book that was asked now} */
  public String version() {
    return version;
  }

  /** {@return whether the two books have the same law} */
  @JsonIgnore
  public boolean isSameBook() {
    return storedVersion.equals(version);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Replay that
        && storedVersion.equals(that.storedVersion)
        && version.equals(that.version)
        && differences.equals(that.differences);
  }

  @Override
  public int hashCode() {
    return Objects.hash(storedVersion, version, differences);
  }

  /** Whether the answer is the same, and what differs. */
  @Override
  public String toString() {
    String books =
        isSameBook() ? "the same book " + version : "book " + storedVersion + ", now " + version;
    return (isSame() ? "same" : "different: " + differences) + " (" + books + ")";
  }
}
