package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.deal.Claim;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealPromises;
import org.tariffeconomics.deal.DealTerms;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsDeals;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

class DealCsvTest {

  private static final TariffBook BOOK = UsTariffs.book();

  private static DealReading read(Map<String, String> files) {
    return DealCsv.read(
        name -> new StringReader(files.getOrDefault(name, "")), BOOK, Facts.INCLUDING_UNVERIFIED);
  }

  private static Deal deal(List<TariffMeasure> measures, List<Claim> claims) {
    return new Deal(
        "d",
        "A deal, \"so called\"",
        "",
        List.of(Party.parse("US"), Party.parse("JP")),
        List.of(),
        DealTerms.NONE.withConcessions(measures.toArray(TariffMeasure[]::new)),
        DealPromises.NONE,
        claims);
  }

  @Test
  void the_bundled_deals_read_back_from_a_folder(@TempDir Path folder) {
    List<Deal> deals = UsDeals.reading(Facts.VERIFIED_ONLY).orThrow();
    DealCsv.write(deals, BOOK, folder);
    assertEquals(deals, DealCsv.read(folder, BOOK, Facts.INCLUDING_UNVERIFIED).orThrow());
    assertTrue(deals.size() > 20);
    List<Deal> all = UsDeals.reading(Facts.INCLUDING_UNVERIFIED).orThrow();
    assertEquals(all, read(DealCsv.write(all, BOOK)).orThrow());
  }

  @Test
  void the_template_reads_back() {
    Deal example = read(DealCsv.template()).orThrow().get(0);
    assertEquals(List.of(Party.parse("US"), Party.parse("KR")), example.parties());
    assertEquals(1, example.events().size());
  }

  @Test
  void a_deal_with_a_measure_that_is_not_in_the_book_cannot_be_written() {
    TariffMeasure other = TariffMeasure.of("X", Rule.ADDS, "8703", "JP", "2.5%");
    Deal deal = deal(List.of(other), List.of());
    String message =
        assertThrows(IllegalArgumentException.class, () -> DealCsv.write(List.of(deal), BOOK))
            .getMessage();
    assertTrue(message.contains("'d'") && message.contains("no such measure"), message);
  }

  @Test
  void bad_rows_are_listed_by_file_and_good_ones_survive() {
    Map<String, String> files = new TreeMap<>(DealCsv.template());
    files.merge(
        "events.csv",
        "kr-2025,3025-99-14,2025-11-14,,PUBLISHED,What,,fs,VERIFIED\n"
            + "kr-2026,2025-11-14,2025-11-14,,PUBLISHED,What,,fs,VERIFIED\n"
            + "kr-2025,2025-11-14,2025-11-14,,PUBLISHED,What,,other,VERIFIED\n",
        String::concat);
    files.put("claims.csv", "deal,who\nkr-2025,KR\n");
    DealReading reading = read(files);
    assertEquals(1, reading.deals().get(0).events().size());
    assertEquals(
        List.of("effective", "deal", "sources"),
        reading.problems().stream()
            .filter(p -> p.file().equals("events.csv"))
            .map(CsvProblem::column)
            .toList());
    assertTrue(reading.problems().stream().anyMatch(p -> p.file().equals("claims.csv")));
  }
}
