package org.tariffeconomics.tariff;

import com.google.common.collect.ListMultimap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * Answers by what decides them, so that lines, origins and days of which the same measures speak
 * equally closely are resolved once. It holds a bounded number, and forgets them all when full.
 *
 * <p>The bound holds all that the bundled law of the United States says of goods with nothing
 * declared: 177 lines × 250 origins × 100 days a week apart are 4.4 million questions and 31,162
 * different ones, of about 1.1 KB each. So a full cache takes some 36 MB.
 */
final class AnswerCache {

  private static final int MOST_KEPT = 1 << 15;

  private final Map<Key, Answer> kept = new ConcurrentHashMap<>();

  Answer get(Key key, Supplier<Answer> resolve) {
    Answer known = kept.get(key);
    if (known != null) {
      return known;
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    Answer resolved = resolve.get();
    kept.put(key, resolved);
    return resolved;
  }

  /**
   * What decides a resolution. Measures count as the objects they are, since a book and its
   * schedules hand out the same objects each time.
   */
  static final class Key {

    private final TariffMeasure[] measures;
    private final int[] closeness;
    private final DeclaredFacts facts;
    private final DeclaredFacts assumed;
    private final ListMultimap<String, String> yields;
    private final LocalDate season;

    private final int hash;

    Key(StackQuestion question, DeclaredFacts assumed, boolean seasonal) {
      List<Candidate> candidates = question.candidates();
      this.facts = question.facts();
      this.assumed = assumed;
      this.yields = question.yields();
      this.season = seasonal ? question.day() : LocalDate.MIN;
      int size = candidates.size();
      this.measures = new TariffMeasure[size];
      this.closeness = new int[size];
      int code = facts.hashCode() * 31 + season.hashCode();
      for (int i = 0; i < size; i++) {
        Candidate each = candidates.get(i);
        measures[i] = each.measure();
        closeness[i] = each.closeness();
        code = (code * 31 + System.identityHashCode(measures[i])) * 31 + closeness[i];
      }
      this.hash = code;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && hash == that.hash
          && Arrays.equals(closeness, that.closeness)
          && sameObjects(measures, that.measures)
          && facts.equals(that.facts)
          && assumed.equals(that.assumed)
          && season.equals(that.season)
          && (yields == that.yields || yields.equals(that.yields));
    }

    @SuppressWarnings(
        "ReferenceEquality") // an equal measure of another book may differ in its place
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
}
