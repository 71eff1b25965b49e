package org.tariffeconomics.tariff;

import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * What decides an answer, so that lines, origins and days of which the same measures speak equally
 * closely are resolved once. Measures count as the objects they are, since a book and its schedules
 * hand out the same objects each time; lines of a schedule that state their own rates share none.
 */
final class AnswerKey {

  private final IdentityKey candidates;
  private final DeclaredFacts facts;
  private final DeclaredFacts assumed;
  private final SetMultimap<String, String> yields;
  private final LocalDate season;

  private final int hash;

  private AnswerKey(StackQuestion question, DeclaredFacts assumed) {
    this.candidates = Candidate.key(question.candidates());
    this.facts = question.facts();
    this.assumed = assumed;
    this.yields = question.yields();
    this.season = question.season();
    int code = (facts.hashCode() * 31 + assumed.hashCode()) * 31 + season.hashCode();
    this.hash = code * 31 + candidates.hashCode();
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
        && candidates.equals(that.candidates)
        && facts.equals(that.facts)
        && assumed.equals(that.assumed)
        && season.equals(that.season)
        && (yields == that.yields || yields.equals(that.yields));
  }
}
