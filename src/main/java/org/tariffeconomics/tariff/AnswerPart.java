package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableSetMultimap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some of the measures that speak of goods bring to the {@link AnswerKind}, where no other
 * contests them: goods with the same parts are of one kind, without a look at all the measures.
 */
final class AnswerPart {

  private final boolean apart;

  /** The first day of entry from which on all that is asked of days before entry stays open. */
  private final LocalDate openFrom;

  private final long[] terms;
  private final BitSet assumed;
  private final ImmutableSetMultimap<String, String> yields;
  private final int hash;

  private AnswerPart(
      boolean apart,
      List<Candidate> candidates,
      AnswerKind.Numbers numbers,
      BitSet assumed,
      ImmutableSetMultimap<String, String> yields) {
    this.apart = apart;
    this.openFrom =
        candidates.stream()
            .map(c -> c.measure().traits().openFrom())
            .reduce(LocalDate.MIN, (a, b) -> a.isAfter(b) ? a : b);
    this.terms = AnswerKind.terms(candidates, numbers);
    this.assumed = assumed;
    this.yields = yields;
    this.hash = 31 * Arrays.hashCode(terms) + assumed.hashCode();
  }

  /**
   * The charges of a book.
   *
   * @param candidates those of its measures that are for some goods
   * @param numbers those of the measures' terms
   * @param assumed the assumptions that are about such goods
   * @param yields what yields to what among all measures that may speak of them
   */
  static AnswerPart ofCharges(
      List<Candidate> candidates,
      AnswerKind.Numbers numbers,
      BitSet assumed,
      ImmutableSetMultimap<String, String> yields) {
    boolean apart = candidates.stream().noneMatch(c -> isOrdinary(c) || c.measure().isSeasonal());
    return new AnswerPart(apart, candidates, numbers, assumed, yields);
  }

  /** The ordinary duties and preferences of schedules. */
  static AnswerPart ofOrdinary(List<Candidate> candidates, AnswerKind.Numbers numbers) {
    boolean apart = candidates.stream().allMatch(c -> isOrdinary(c) && !c.measure().isSeasonal());
    return new AnswerPart(apart, candidates, numbers, new BitSet(), ImmutableSetMultimap.of());
  }

  private static boolean isOrdinary(Candidate candidate) {
    return candidate.rule() == Rule.BASE || candidate.rule() == Rule.PREFERENCE;
  }

  /** Whether no other measure contests these, and they ask the same on this day and later. */
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
            && assumed.equals(that.assumed)
            && yields.equals(that.yields));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
