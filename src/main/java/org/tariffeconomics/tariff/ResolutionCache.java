package org.tariffeconomics.tariff;

import com.google.common.collect.ListMultimap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * Resolutions by what decides them, so that lines, origins and days of which the same measures
 * speak equally closely are resolved once. It holds a bounded number, and forgets them all when
 * full.
 *
 * <p>The bound holds all that the bundled law of the United States says of goods with nothing
 * declared: 177 lines × 250 origins × 100 days a week apart are 4.4 million questions and 31,162
 * different ones, of about 1.1 KB each. So a full cache takes some 36 MB.
 */
final class ResolutionCache {

  private static final int MOST_KEPT = 1 << 15;

  private final Map<Key, Resolution> kept = new ConcurrentHashMap<>();

  Resolution get(Key key, Supplier<Resolution> resolve) {
    Resolution known = kept.get(key);
    if (known != null) {
      return known;
    }
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    Resolution resolved = resolve.get();
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
    private final ListMultimap<String, String> yields;
    private final LocalDate season;

    /** A code above lines that are told apart is a question of its own. */
    private final @Nullable HsCode heading;

    private final int hash;

    Key(StackQuestion question, boolean seasonal) {
      List<Candidate> candidates = question.candidates();
      List<TariffMeasure> partial = question.partial();
      this.facts = question.facts();
      this.yields = question.yields();
      this.season = seasonal ? question.day() : LocalDate.MIN;
      this.heading = partial.isEmpty() ? null : question.line();
      int size = candidates.size();
      this.measures = new TariffMeasure[size + partial.size()];
      this.closeness = new int[size];
      int code = facts.hashCode() * 31 + season.hashCode();
      for (int i = 0; i < size; i++) {
        Candidate each = candidates.get(i);
        measures[i] = each.measure();
        closeness[i] = each.closeness();
        code = (code * 31 + System.identityHashCode(measures[i])) * 31 + closeness[i];
      }
      for (int i = size; i < measures.length; i++) {
        measures[i] = partial.get(i - size);
        code = code * 31 + System.identityHashCode(measures[i]);
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
          && season.equals(that.season)
          && Objects.equals(heading, that.heading)
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
