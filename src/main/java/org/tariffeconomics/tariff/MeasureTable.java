package org.tariffeconomics.tariff;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.HsIndex;
import org.tariffeconomics.basics.ProductScope;

/**
 * Measures filed by the codes that they list, whatever the day. Books that differ by a few measures
 * share their tables.
 */
final class MeasureTable {

  /** The measures with the numbers by which they are told. */
  private final IdentityHashMap<TariffMeasure, Integer> filed = new IdentityHashMap<>();

  /**
   * The measures on all goods from one country: a law that names a rate for each country of the
   * world would else have nearly all of its measures at every code for some other country.
   */
  private final Map<Country, List<TariffMeasure>> onAllOf = new HashMap<>();

  /** The measures of each scope, which many of one list share. */
  private final Map<ProductScope, List<TariffMeasure>> byGoods = new LinkedHashMap<>();

  /** Those of the scopes that name no code, but perhaps some that are out. */
  private final List<List<TariffMeasure>> onAllGoods = new ArrayList<>();

  /** Filed when a chapter is first asked for: a question needs the codes of one. */
  private final Map<String, Chapter> chapters = new ConcurrentHashMap<>();

  private final Map<String, Node> nodes = new ConcurrentHashMap<>();

  /** One node for all codes that the same measures list at as many digits. */
  private final Map<List<List<Integer>>, Node> undivided = new ConcurrentHashMap<>();

  /**
   * What a code and all that lies below the same listed codes have in common. It is looked up as
   * the object it is: a record would hash all its measures with each question.
   */
  static final class Node {

    private final List<TariffMeasure> whole;
    private final int[] digits;
    private final List<TariffMeasure> partial;

    private Node(List<TariffMeasure> whole, int[] digits, List<TariffMeasure> partial) {
      this.whole = whole;
      this.digits = digits;
      this.partial = partial;
    }

    /** The measures that are for all goods of the code. */
    List<TariffMeasure> whole() {
      return whole;
    }

    /** At how many digits the measure of a place in {@link #whole} is. */
    int digits(int place) {
      return digits[place];
    }

    /** The measures that tell apart goods below the code. */
    List<TariffMeasure> partial() {
      return partial;
    }
  }

  /** The measures that list codes of a chapter or all goods, and the codes that they list. */
  private record Chapter(HsIndex<List<TariffMeasure>> included, HsIndex<Boolean> listed) {}

  MeasureTable(Collection<TariffMeasure> measures) {
    measures.forEach(each -> filed.putIfAbsent(each, filed.size()));
    for (TariffMeasure each : measures) {
      Optional<Country> sole = each.origins().soleCountry();
      if (each.products().listedDigits().isEmpty() && sole.isPresent()) {
        onAllOf.computeIfAbsent(sole.get(), country -> new ArrayList<>()).add(each);
      } else {
        byGoods.computeIfAbsent(each.products(), goods -> new ArrayList<>()).add(each);
      }
    }
    byGoods.forEach(
        (goods, ofGoods) -> {
          if (goods.includedDigits().isEmpty()) {
            onAllGoods.add(ofGoods);
          }
        });
  }

  private Chapter chapter(HsCode code) {
    return chapters.computeIfAbsent(code.chapter(), this::newChapter);
  }

  private Chapter newChapter(String digits) {
    HsCode chapter = HsCode.of(digits);
    HsIndex.Builder<List<TariffMeasure>> included = HsIndex.builder();
    HsIndex.Builder<Boolean> listed = HsIndex.builder();
    byGoods.forEach(
        (goods, measures) -> {
          goods.includedDigits(chapter).forEach(each -> included.add(each, measures));
          goods.listedDigits(chapter).forEach(each -> listed.add(each, true));
        });
    onAllGoods.forEach(each -> included.add(HsIndex.EVERYTHING, each));
    return new Chapter(included.build(), listed.build());
  }

  /** Whether a measure, as the object it is, was filed here. */
  boolean files(TariffMeasure measure) {
    return filed.containsKey(measure);
  }

  /** The measures on all goods from one country alone; they stand at no node. */
  List<TariffMeasure> onAllOf(Country country) {
    return onAllOf.getOrDefault(country, List.of());
  }

  Set<String> programmesOnAllOfACountry() {
    return onAllOf.values().stream()
        .flatMap(List::stream)
        .map(TariffMeasure::programme)
        .collect(Collectors.toSet());
  }

  Node node(HsCode code) {
    return nodes.computeIfAbsent(key(code), key -> newNode(code));
  }

  /** Lines below the same listed codes are one node, a code above listed ones is its own. */
  private String key(HsCode code) {
    HsIndex<Boolean> listed = chapter(code).listed();
    return listed.hasBelow(code)
        ? code.digits()
        : listed.closestDigits(code).orElse(HsIndex.EVERYTHING);
  }

  private Node newNode(HsCode code) {
    Chapter chapter = chapter(code);
    List<TariffMeasure> above = filed(chapter.included().above(code));
    List<TariffMeasure> whole = above.stream().filter(m -> m.products().contains(code)).toList();
    int[] digits = whole.stream().mapToInt(m -> m.products().specificity(code)).toArray();
    List<TariffMeasure> partial =
        chapter.listed().hasBelow(code)
            ? Stream.concat(above.stream(), filed(chapter.included().below(code)).stream())
                .distinct()
                .filter(m -> m.products().splits(code))
                .toList()
            : List.of();
    if (!partial.isEmpty()) {
      return new Node(whole, digits, partial);
    }
    List<List<Integer>> key = List.of(whole.stream().map(filed::get).toList(), Ints.asList(digits));
    return undivided.computeIfAbsent(key, k -> new Node(whole, digits, partial));
  }

  /** The measures of some scopes, each once, in the order in which they were filed. */
  private List<TariffMeasure> filed(List<List<TariffMeasure>> ofScopes) {
    return ofScopes.stream()
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(filed::get))
        .toList();
  }
}
