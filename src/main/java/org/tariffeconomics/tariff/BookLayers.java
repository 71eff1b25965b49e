package org.tariffeconomics.tariff;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The layers of books laid over another: of two that speak of the same goods the higher counts.
 *
 * @param measures the layer by id of each measure that is not the book's own
 * @param sources the layer of each schedule, in their order
 */
record BookLayers(Map<String, Integer> measures, List<Integer> sources) {

  /** The layer of what a schedule says: whatever the book holds itself goes before it. */
  static final int OF_SOURCES = 0;

  /** The layer of what the book holds itself. */
  static final int OWN = 1;

  static final BookLayers NONE = new BookLayers(Map.of(), List.of());

  /** The layer of a measure of the book. */
  int of(String id) {
    return measures.isEmpty() ? OWN : measures.getOrDefault(id, OWN);
  }

  /** The highest layer that something stands in. */
  int highest() {
    return Stream.concat(measures.values().stream(), sources.stream())
        .mapToInt(Integer::intValue)
        .reduce(OWN, Math::max);
  }

  BookLayers with(Collection<TariffMeasure> some, int layer) {
    Map<String, Integer> all = new HashMap<>(measures);
    some.forEach(m -> all.put(m.id(), layer));
    return new BookLayers(Map.copyOf(all), sources);
  }

  BookLayers withSources(List<Integer> others) {
    return new BookLayers(measures, List.copyOf(others));
  }
}
