package org.tariffeconomics.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.quota.YearlySafeguard;
import org.tariffeconomics.quota.YearlySafeguard.Trigger;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.threeten.extra.LocalDateRange;

/** The bundled safeguards of territories: a row of the file is one trigger of one fiscal year. */
final class PartnerSafeguards {

  private static final String FILE = "partners/safeguards.csv";

  private PartnerSafeguards() {}

  /** The safeguard of a fiscal year that a trigger belongs to. */
  private record Year(String territory, String fact, ProductScope products, LocalDateRange days) {}

  private record OneTrigger(Year year, Trigger trigger, Source source) {}

  private static final class Rows {
    private static final List<OneTrigger> ALL =
        CsvFile.read(FILE, Bundled.open(FILE), Set.of("territory", "fact", "level"), Set.of())
            .records(PartnerSafeguards::trigger)
            .orThrow();
  }

  private static @Nullable OneTrigger trigger(Row row) {
    ProductScope products = row.parsed("products", ProductScope::parse);
    Quantity level = row.parsed("level", Quantity::parse);
    LocalDateRange days = row.days();
    Source source = row.source();
    if (products == null || level == null || !row.isGood()) {
      return null;
    }
    return new OneTrigger(
        new Year(row.required("territory"), row.required("fact"), products, days),
        new Trigger(row.required("imports"), level, row.optional("or_imports")),
        source);
  }

  /** The safeguards of a territory; without all of its triggers a year is not known at all. */
  static List<YearlySafeguard> of(String territory, Evidence evidence) {
    Map<Year, List<OneTrigger>> years = new LinkedHashMap<>();
    for (OneTrigger each : Rows.ALL) {
      if (each.year().territory().equals(territory)) {
        years.computeIfAbsent(each.year(), y -> new ArrayList<>()).add(each);
      }
    }
    return years.entrySet().stream()
        .filter(e -> e.getValue().stream().allMatch(t -> evidence.admits(t.source())))
        .map(e -> safeguard(e.getKey(), e.getValue()))
        .toList();
  }

  private static YearlySafeguard safeguard(Year year, List<OneTrigger> triggers) {
    return new YearlySafeguard(
        year.fact(),
        year.products(),
        year.days(),
        triggers.stream().map(OneTrigger::trigger).toList(),
        triggers.get(0).source());
  }
}
