package org.tariffeconomics.tariff;

import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * What decides an answer, so that lines, origins and days of which the same measures speak equally
 * closely are resolved once. Measures count as the objects they are, since a book and its schedules
 * hand out the same objects each time; lines of a schedule that state their own rates share none.
 */
final class AnswerKey {

  private final TariffMeasure[] measures;
  private final int[] closeness;
  private final DeclaredFacts facts;
  private final DeclaredFacts assumed;
  private final SetMultimap<String, String> yields;
  private final LocalDate season;

  private final int hash;

  private AnswerKey(StackQuestion question, DeclaredFacts assumed) {
    List<Candidate> candidates = question.candidates();
    this.facts = question.facts();
    this.assumed = assumed;
    this.yields = question.yields();
    this.season = question.season();
    int size = candidates.size();
    this.measures = new TariffMeasure[size];
    this.closeness = new int[size];
    int code = (facts.hashCode() * 31 + assumed.hashCode()) * 31 + season.hashCode();
    for (int i = 0; i < size; i++) {
      Candidate each = candidates.get(i);
      measures[i] = each.measure();
      closeness[i] = each.closeness();
      code = (code * 31 + System.identityHashCode(measures[i])) * 31 + closeness[i];
    }
    this.hash = code;
  }

  /**
   * The key of a question.
   *
   * @param question what is asked, with what is declared
   * @param assumed what is taken to be declared besides
   */
  static AnswerKey of(StackQuestion question, DeclaredFacts assumed) {
    return new AnswerKey(question, assumed);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnswerKey that
        && hash == that.hash
        && Arrays.equals(closeness, that.closeness)
        && sameObjects(measures, that.measures)
        && facts.equals(that.facts)
        && assumed.equals(that.assumed)
        && season.equals(that.season)
        && (yields == that.yields || yields.equals(that.yields));
  }

  @SuppressWarnings("ReferenceEquality") // an equal measure of another book may differ in its place
  private static boolean sameObjects(TariffMeasure[] one, TariffMeasure[] other) {
    if (one.length != other.length) {
      return false;
    }
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        return false;
      }
    }
    return true;
  }
}
