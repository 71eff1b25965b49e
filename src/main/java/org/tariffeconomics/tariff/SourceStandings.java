package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  /** The number of the class of each country; countries of one class are spoken of alike. */
  private final Map<Country, Integer> classes;

  private final int count;
  private final Map<Object, AtomicReferenceArray<@Nullable AnswerPart>> alone =
      new ConcurrentHashMap<>();
  private final Map<Object, AtomicReferenceArray<@Nullable AnswerPart>> contested =
      new ConcurrentHashMap<>();

  SourceStandings(List<MeasureSource> sources, LocalDate day, Knowledge knowledge) {
    Set<OriginScope> scopes = new LinkedHashSet<>();
    for (MeasureSource source : sources) {
      scopes.addAll(source.origins(Rule.BASE, day, knowledge));
      scopes.addAll(source.origins(Rule.ADDS, day, knowledge));
    }
    Map<IdentityKey, Integer> numbers = new HashMap<>();
    this.classes = new HashMap<>();
    for (Country each : Country.all()) {
      int[] closeness = scopes.stream().mapToInt(s -> s.specificity(each, day)).toArray();
      classes.put(
          each, numbers.computeIfAbsent(IdentityKey.of(List.of(), closeness), k -> numbers.size()));
    }
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
    int place = Objects.requireNonNull(classes.get(origin), "a country of no list");
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
