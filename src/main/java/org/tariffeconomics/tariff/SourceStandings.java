package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;

/**
 * What the schedules beside a book bring to goods of whom no preference is claimed, in one state of
 * the law: the same for all lines of one kind and all origins that their ordinary duties do not
 * tell apart.
 */
final class SourceStandings {

  /** The class of each country by its place; countries of one class are spoken of alike. */
  private final int[] classes;

  private final int count;
  private final Map<Object, AtomicReferenceArray<@Nullable AnswerPart>> alone =
      new ConcurrentHashMap<>();
  private final Map<Object, AtomicReferenceArray<@Nullable AnswerPart>> contested =
      new ConcurrentHashMap<>();

  SourceStandings(List<MeasureSource> sources, LocalDate day, Knowledge knowledge) {
    List<OriginScope> scopes =
        sources.stream()
            .flatMap(source -> source.originsUnclaimed(day, knowledge).stream())
            .distinct()
            .toList();
    Map<IdentityKey, Integer> numbers = new HashMap<>();
    this.classes =
        Country.all().stream()
            .map(each -> scopes.stream().mapToInt(s -> s.specificity(each, day)).toArray())
            .map(closeness -> IdentityKey.of(List.of(), closeness))
            .mapToInt(key -> numbers.computeIfAbsent(key, k -> numbers.size()))
            .toArray();
    this.count = numbers.size();
  }

  /**
   * What the schedules bring.
   *
   * @param kind equal for lines of which they say the same
   * @param origin the country of origin
   * @param isContested whether the book has ordinary duties of its own for the goods
   * @param found finds it where it was not found yet
   */
  AnswerPart part(Object kind, Country origin, boolean isContested, Supplier<AnswerPart> found) {
    AtomicReferenceArray<@Nullable AnswerPart> byClass = byClass(kind, isContested);
    int place = classes[origin.ordinal()];
    AnswerPart known = byClass.get(place);
    if (known == null) {
      known = found.get();
      byClass.set(place, known);
    }
    return known;
  }

  private AtomicReferenceArray<@Nullable AnswerPart> byClass(Object kind, boolean isContested) {
    Map<Object, AtomicReferenceArray<@Nullable AnswerPart>> all = isContested ? contested : alone;
    AtomicReferenceArray<@Nullable AnswerPart> known = all.get(kind);
    return known != null
        ? known
        : all.computeIfAbsent(kind, k -> new AtomicReferenceArray<>(count));
  }
}
