package org.tariffeconomics.tariff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.FactAlternative;

/**
 * Something that is left open and moves a duty, with what the duty is under each alternative: which
 * line below a heading, whether a quota is filled, of which country's metal the goods are.
 *
 * @since 0.1.0
 */
public final class DecidingFact {

  /** The name of the fact that the code is not a line yet. */
  public static final String LINE = "line";

  private final String name;
  private final List<Alternative> alternatives;

  DecidingFact(String name, List<Alternative> alternatives) {
    this.name = name;
    this.alternatives = List.copyOf(alternatives);
  }

  /** A fact of which it was not worked out what each value comes to. */
  static DecidingFact unknown(List<FactAlternative> values) {
    return new DecidingFact(
        values.get(0).name(),
        values.stream()
            .map(v -> new Alternative(v.words(), null, false, "not worked out"))
            .toList());
  }

  /** One value of the fact, or several that come to the same. */
  public static final class Alternative {

    private final String words;
    private final @Nullable RateRange range;
    private final boolean prohibited;
    private final String summary;

    private Alternative(
        String words, @Nullable RateRange range, boolean prohibited, String summary) {
      this.words = words;
      this.range = range;
      this.prohibited = prohibited;
      this.summary = summary;
    }

    static Alternative of(String words, List<BoundedCase> cases) {
      Optional<RateRange> range =
          Bounds.range(cases.stream().map(BoundedCase::resolution).toList());
      boolean prohibited = cases.stream().allMatch(BoundedCase::isProhibited);
      String charged =
          cases.stream()
              .map(c -> c.isProhibited() ? "prohibited" : c.resolution().summary())
              .distinct()
              .limit(3)
              .collect(Collectors.joining(", or "));
      return new Alternative(words, range.orElse(null), prohibited, charged);
    }

    /** {@return the value in words: a declared value, a group of lines} */
    public String words() {
      return words;
    }

    /**
     * The duty under this alternative.
     *
     * @return one rate, or a range where other facts are open too; empty where the duty depends on
     *     more than the value or the import is prohibited
     */
    public Optional<RateRange> range() {
      return Optional.ofNullable(range);
    }

    /** {@return whether the import is not allowed then} */
    @JsonIgnore
    public boolean isProhibited() {
      return prohibited;
    }

    /** For example {@code in: 10.0%}. */
    @Override
    public String toString() {
      return words + ": " + range().map(r -> r.toText(1)).orElse(summary);
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Alternative that
          && words.equals(that.words)
          && Objects.equals(range, that.range)
          && prohibited == that.prohibited
          && summary.equals(that.summary);
    }

    @Override
    public int hashCode() {
      return Objects.hash(words, range, prohibited, summary);
    }
  }

  /** {@return the fact as it is declared, or {@value #LINE}} */
  public String name() {
    return name;
  }

  /** {@return what it may be, each with the duty then} */
  public List<Alternative> alternatives() {
    return alternatives;
  }

  /** Those first that leave least open once they are known. */
  static List<DecidingFact> mostDecisiveFirst(List<DecidingFact> facts, Optional<RateRange> whole) {
    return whole.isEmpty()
        ? List.copyOf(facts)
        : facts.stream()
            .sorted(Comparator.comparing((DecidingFact f) -> f.leftOpen(whole.get())))
            .toList();
  }

  /** How wide the duty is at most once this fact is known. */
  private Rate leftOpen(RateRange whole) {
    return alternatives.stream()
        .map(each -> each.prohibited ? Rate.ZERO : width(each.range().orElse(whole)))
        .max(Comparator.naturalOrder())
        .orElse(Rate.ZERO);
  }

  private static Rate width(RateRange range) {
    return Rate.fraction(range.width().points());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DecidingFact that
        && name.equals(that.name)
        && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, alternatives.size());
  }

  /** For example {@code metal origin (GB: 25.0%; another country: 50.0%)}. */
  @Override
  public String toString() {
    return alternatives.stream()
        .map(Alternative::toString)
        .collect(Collectors.joining("; ", name + " (", ")"));
  }
}
