package org.tariffeconomics.tariff;

import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * What decides what an answer comes to, whatever the measures are called: goods of which measures
 * of the same terms speak bear the same duty, if among rivals the same ones come first.
 */
final class AnswerKind {

  private static final int RANK_BITS = 32;

  /** The terms of each measure with its rank among its rivals, in order. */
  private final long[] terms;

  private final DeclaredFacts facts;
  private final DeclaredFacts assumed;
  private final SetMultimap<String, String> yields;
  private final LocalDate season;
  private final int hash;

  /**
   * Gives measures of the same terms one number. Declared deposits make ever more terms, so that
   * those of long ago are forgotten; no number is given twice, and terms that come again are only
   * taken for new ones.
   */
  static final class Numbers {

    private static final int MOST_KEPT = 1 << 14;

    private final ConcurrentMap<DutyTerms, Integer> known = new ConcurrentHashMap<>();
    private int next;

    int of(TariffMeasure measure) {
      DutyTerms terms = measure.dutyTerms();
      Integer number = known.get(terms);
      return number != null ? number : add(terms);
    }

    private synchronized int add(DutyTerms terms) {
      if (known.size() >= MOST_KEPT) {
        known.clear();
      }
      return known.computeIfAbsent(terms, t -> next++);
    }
  }

  private AnswerKind(StackQuestion question, DeclaredFacts assumed, Numbers numbers) {
    this.terms = terms(question.candidates(), numbers);
    this.facts = question.facts();
    this.assumed = assumed;
    this.yields = question.yields();
    this.season = question.season();
    int code = Arrays.hashCode(terms);
    code = (code * 31 + facts.hashCode()) * 31 + assumed.hashCode();
    this.hash = code * 31 + season.hashCode();
  }

  /** The terms of each of some measures with its rank among its rivals, in order. */
  static long[] terms(List<Candidate> candidates, Numbers numbers) {
    long[] terms = new long[candidates.size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] += (long) numbers.of(candidates.get(i).measure()) << RANK_BITS;
      for (int j = 0; j < i; j++) {
        int closer = closer(candidates.get(i), candidates.get(j));
        terms[i] += closer > 0 ? 1 : 0;
        terms[j] += closer < 0 ? 1 : 0;
      }
    }
    Arrays.sort(terms);
    return terms;
  }

  /** How a measure stands against a rival; equal to what is none. */
  private static int closer(Candidate one, Candidate other) {
    return one.measure().dutyTerms().contests(other.measure().dutyTerms())
        ? Candidate.BY_CLOSENESS.compare(one, other)
        : 0;
  }

  /**
   * The kind of a question.
   *
   * @param question what is asked, with what is declared
   * @param assumed what is taken to be declared besides
   * @param numbers those of the book
   */
  static AnswerKind of(StackQuestion question, DeclaredFacts assumed, Numbers numbers) {
    return new AnswerKind(question, assumed, numbers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnswerKind that
        && hash == that.hash
        && Arrays.equals(terms, that.terms)
        && facts.equals(that.facts)
        && assumed.equals(that.assumed)
        && season.equals(that.season)
        && (yields == that.yields || yields.equals(that.yields));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
