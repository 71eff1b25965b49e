package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Validity;

/**
 * A named layer of a tariff with its legal authority, and the other layers that it yields to.
 *
 * <p>A programme that yields to another is not charged on the part of the value that the other
 * covers. Yielding is dated: an order of layers that was reversed is two entries.
 *
 * @param name the programme's name, unique in a book
 * @param authority the law it rests on, may be empty
 * @param choice which measure counts where several fit the same goods
 * @param yields the programmes it yields to, and when
 * @since 0.1.0
 */
public record Programme(String name, String authority, Choice choice, List<Yield> yields) {

  /** Which measure of a programme counts where several fit. */
  public enum Choice {
    /** The one with the closest origin, then product, then conditions, then the latest law. */
    MOST_SPECIFIC,
    /** The one that costs most, as overlapping orders of one anti-dumping case do. */
    HIGHEST
  }

  /**
   * One displacement.
   *
   * @param to the name of the programme that goes first
   * @param validity the days on which it does, and from when that was known
   */
  public record Yield(String to, Validity validity) {

    /**
     * Refuses nulls.
     *
     * @param to the name of the programme that goes first
     * @param validity the days on which it does, and from when that was known
     */
    public Yield {
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(validity, "validity");
    }

    /** The programme yielded to and when. */
    @Override
    public String toString() {
      return to + " " + validity;
    }
  }

  /**
   * Creates a programme.
   *
   * @param name the programme's name, unique in a book
   * @param authority the law it rests on, may be empty
   * @param choice which measure counts where several fit the same goods
   * @param yields the programmes it yields to, and when
   */
  public Programme {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(yields, "yields");
    yields = List.copyOf(yields);
    if (yields.stream().anyMatch(y -> y.to().equals(name))) {
      throw new IllegalArgumentException("A programme cannot yield to itself: " + name);
    }
  }

  /**
   * A programme that yields to none.
   *
   * @param name its name
   * @return the programme
   */
  public static Programme of(String name) {
    Objects.requireNonNull(name, "name");
    return new Programme(name, "", Choice.MOST_SPECIFIC, List.of());
  }

  /**
   * The same programme with its legal authority.
   *
   * @param law the law it rests on
   * @return a new programme
   */
  public Programme withAuthority(String law) {
    Objects.requireNonNull(law, "law");
    return new Programme(name, law, choice, yields);
  }

  /**
   * The same programme, choosing among its measures in another way.
   *
   * @param how the way
   * @return a new programme
   */
  public Programme withChoice(Choice how) {
    Objects.requireNonNull(how, "how");
    return new Programme(name, authority, how, yields);
  }

  /**
   * The same programme, yielding to others at all times.
   *
   * @param programmes their names
   * @return a new programme
   */
  public Programme withYieldTo(String... programmes) {
    Objects.requireNonNull(programmes, "programmes");
    Programme result = this;
    for (String each : programmes) {
      result = result.withYieldTo(new Yield(each, Validity.always()));
    }
    return result;
  }

  /**
   * The same programme with one more displacement.
   *
   * @param yield whom it yields to, and when
   * @return a new programme
   */
  public Programme withYieldTo(Yield yield) {
    Objects.requireNonNull(yield, "yield");
    List<Yield> more = new ArrayList<>(yields);
    more.add(yield);
    return new Programme(name, authority, choice, more);
  }

  /** The programmes it yields to on a day, as known on a day. */
  List<String> yieldsTo(LocalDate day, Knowledge knowledge) {
    return yields.stream()
        .filter(y -> y.validity().holds(day, knowledge))
        .map(Yield::to)
        .distinct()
        .toList();
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
