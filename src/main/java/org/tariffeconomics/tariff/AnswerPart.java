package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableSetMultimap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.Condition;

/**
 * What some of the measures that speak of goods bring to the {@link AnswerKind}: goods with the
 * same parts are of one kind, without a look at all the measures.
 */
final class AnswerPart {

  /** Of goods that some measure tells apart below their code. */
  static final AnswerPart DIVIDED =
      new AnswerPart(
          false,
          false,
          List.of(),
          new AnswerKind.Numbers(),
          new BitSet(),
          ImmutableSetMultimap.of());

  private final boolean apart;

  /** The first day of entry from which on all that is asked of days before entry stays open. */
  private final LocalDate openFrom;

  private final long[] terms;

  /** Of ordinary duties that others may contest, how closely each speaks of the goods. */
  private final Set<Contestant> contestants;

  private final BitSet assumed;
  private final ImmutableSetMultimap<String, String> yields;
  private final int hash;

  /** What goods come to of which nothing is declared, by what the schedules bring beside this. */
  private final PartVerdicts undeclared = new PartVerdicts();

  /** An ordinary duty or preference, by the number of its terms, and what ranks it. */
  private record Contestant(int terms, int closeness, LocalDate published) {}

  private AnswerPart(
      boolean apart,
      boolean contested,
      List<Candidate> candidates,
      AnswerKind.Numbers numbers,
      BitSet assumed,
      ImmutableSetMultimap<String, String> yields) {
    this.apart = apart;
    this.openFrom = openFrom(candidates);
    this.terms = AnswerKind.terms(candidates, numbers);
    this.contestants = contested ? contestants(candidates, numbers) : Set.of();
    this.assumed = assumed;
    this.yields = yields;
    this.hash = (Arrays.hashCode(terms) * 31 + contestants.hashCode()) * 31 + assumed.hashCode();
  }

  private static LocalDate openFrom(List<Candidate> candidates) {
    LocalDate last = LocalDate.MIN;
    for (Candidate each : candidates) {
      LocalDate open = each.measure().traits().openFrom();
      last = open.isAfter(last) ? open : last;
    }
    return last;
  }

  private static Set<Contestant> contestants(
      List<Candidate> candidates, AnswerKind.Numbers numbers) {
    Set<Contestant> contestants = new HashSet<>();
    for (Candidate each : candidates) {
      if (each.rule().isBase()) {
        TariffMeasure measure = each.measure();
        contestants.add(
            new Contestant(numbers.of(measure), each.closeness(), measure.validity().published()));
      }
    }
    return contestants;
  }

  /**
   * The measures of a book itself, most of them charges.
   *
   * @param candidates those that are for some goods
   * @param numbers those of the measures' terms
   * @param dated the facts that are taken to be the day of entry where nothing is declared
   * @param assumed the assumptions that are about such goods
   * @param yields what yields to what among all measures that may speak of them
   */
  static AnswerPart ofBook(
      List<Candidate> candidates,
      AnswerKind.Numbers numbers,
      Set<String> dated,
      BitSet assumed,
      ImmutableSetMultimap<String, String> yields) {
    boolean apart = true;
    for (Candidate each : candidates) {
      apart &= !movesByDay(each.measure(), dated);
    }
    return new AnswerPart(apart, true, candidates, numbers, assumed, yields);
  }

  /**
   * The ordinary duties and preferences of schedules.
   *
   * @param candidates those that are for some goods
   * @param numbers those of the measures' terms
   * @param dated the facts that are taken to be the day of entry where nothing is declared
   * @param contested whether the book has ordinary duties of its own for the goods
   */
  static AnswerPart ofSources(
      List<Candidate> candidates,
      AnswerKind.Numbers numbers,
      Set<String> dated,
      boolean contested) {
    boolean apart =
        candidates.stream().allMatch(c -> c.rule().isBase() && !movesByDay(c.measure(), dated));
    return new AnswerPart(
        apart, contested, candidates, numbers, new BitSet(), ImmutableSetMultimap.of());
  }

  /**
   * Whether a measure may say something else on each day: with the season, or because it asks for
   * what is taken to be the day of entry, other than whether that lies before a day which no entry
   * that counts here does ({@link #openFrom}).
   */
  private static boolean movesByDay(TariffMeasure measure, Set<String> dated) {
    if (measure.isSeasonal()) {
      return true;
    }
    for (String name : measure.traits().rateFacts()) {
      if (dated.contains(name)) {
        return true;
      }
    }
    for (Condition asked : measure.conditions()) {
      if (dated.contains(asked.subject()) && !isOfDaysBeforeEntry(asked)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfDaysBeforeEntry(Condition asked) {
    return asked instanceof Condition.Day when && !when.openFrom().equals(LocalDate.MIN);
  }

  PartVerdicts undeclared() {
    return undeclared;
  }

  /** Whether there are ordinary duties among them that those of others may contest. */
  boolean hasContestants() {
    return !contestants.isEmpty();
  }

  /**
   * Whether they are one part whatever others there are, and ask the same on this day and later.
   */
  boolean isApart(LocalDate entry) {
    return apart && !entry.isBefore(openFrom);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof AnswerPart that
            && hash == that.hash
            && apart == that.apart
            && Arrays.equals(terms, that.terms)
            && contestants.equals(that.contestants)
            && assumed.equals(that.assumed)
            && yields.equals(that.yields));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
