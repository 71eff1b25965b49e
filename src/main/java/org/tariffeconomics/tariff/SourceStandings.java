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
import org.tariffeconomics.tariff.Numbering.Numbered;

/**
 * What the schedules beside a book bring to goods of whom no preference is claimed, in one state of
 * the law: the same for all lines of one kind and all origins that their ordinary duties do not
 * tell apart.
 */
final class SourceStandings {

  /** The class of each country by its place; countries of one class are spoken of alike. */
  private final int[] classes;

  private final int count;
  private final OfKinds alone = new OfKinds();
  private final OfKinds contested = new OfKinds();

  /** What is known of lines whose kind is the same on all days, and of others by their kind. */
  private static final class OfKinds {

    private final Numbering.Known<OfKind> lasting = new Numbering.Known<>();
    private final Map<Object, OfKind> others = new ConcurrentHashMap<>();
  }

  /** What the schedules bring to goods of lines of one kind, as far as it was found. */
  final class OfKind {

    private final AtomicReferenceArray<@Nullable AnswerPart> byClass =
        new AtomicReferenceArray<>(count);

    /** What they bring to goods from a country; found where it was not yet. */
    AnswerPart of(Country origin, Supplier<AnswerPart> found) {
      int place = classes[origin.ordinal()];
      AnswerPart known = byClass.get(place);
      if (known == null) {
        known = found.get();
        byClass.set(place, known);
      }
      return known;
    }
  }

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
   * What the schedules bring to lines of one kind.
   *
   * @param lasting what they say of the lines, where that is the same on all days
   * @param kind equal for lines of which they say the same
   * @param isContested whether the book has ordinary duties of its own for the goods
   */
  OfKind ofKind(
      @Nullable Numbered<List<Object>> lasting, Supplier<List<Object>> kind, boolean isContested) {
    OfKinds all = isContested ? contested : alone;
    if (lasting == null) {
      return all.others.computeIfAbsent(kind.get(), key -> new OfKind());
    }
    OfKind known = all.lasting.get(lasting.number());
    return known != null ? known : all.lasting.keep(lasting.number(), new OfKind());
  }
}
