package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.deal.Claim;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealPromises;
import org.tariffeconomics.deal.DealTerms;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reference.UsDeals;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

class DealCsvTest {

  private static final TariffBook BOOK = UsTariffs.book();

  private static Reading<List<Deal>> read(Map<String, String> files) {
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
    Reading<List<Deal>> reading = read(files);
    assertEquals(1, reading.value().get(0).events().size());
    assertEquals(
        List.of("effective", "deal", "sources"),
        reading.problems().stream()
            .filter(p -> p.file().equals("events.csv"))
            .map(Problem::column)
            .toList());
    assertTrue(reading.problems().stream().anyMatch(p -> p.file().equals("claims.csv")));
  }

  @Test
  void one_bad_cell_ends_its_row_and_no_reading() {
    for (String until :
        List.of("1E999999999", "1E-999999999", "101", "-1", "many", "9".repeat(99))) {
      Map<String, String> files = new TreeMap<>(DealCsv.template());
      files.merge(
          "investments.csv",
          "kr-2025,Fund,USD 350000000000,BINDING,,,,,,,," + until + ",10,,fs,VERIFIED\n",
          String::concat);
      Reading<List<Deal>> reading = read(files);
      assertEquals(1, reading.value().size(), until);
      assertEquals(0, reading.value().get(0).investments().size(), until);
      assertTrue(reading.hasErrors(), until);
      assertEquals("investments.csv", reading.problems().get(0).file());
    }
    Map<String, String> untitled = new TreeMap<>(DealCsv.template());
    untitled.put("sources.csv", "key,title,date,citation\nfs,,2025-07-30,\n");
    Reading<List<Deal>> reading = read(untitled);
    assertEquals("sources.csv", reading.problems().get(0).file());
    assertEquals(0, reading.value().get(0).events().size());
  }

  @Test
  void a_second_deal_of_one_name_and_a_missing_file_are_problems(@TempDir Path folder)
      throws IOException {
    Map<String, String> files = new TreeMap<>(DealCsv.template());
    files.merge("deals.csv", "kr-2025,Again,US,JP,framework,,NONE,,fs\n", String::concat);
    assertTrue(read(files).problems().toString().contains("the deal stands already above"));
    DealCsv.write(List.of(), BOOK, folder);
    Files.delete(folder.resolve("claims.csv"));
    assertEquals(
        "[claims.csv: the file is missing]",
        DealCsv.read(folder, BOOK, Facts.VERIFIED_ONLY).problems().toString());
  }

  @Provide
  Arbitrary<String> oddTexts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("aB;\"'=+-@#,n/a \t\r\n").ofMinLength(1).ofMaxLength(5),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(4),
        Arbitraries.of("n/a", "'n/a", "=A1", "NA", " a", "a;b", "\"a\""));
  }

  /** Any text in any name: it reads back as it was, or is refused when it is written. */
  @Property(tries = 500)
  void a_deal_with_odd_texts_reads_back_equal_or_is_refused(
      @ForAll("oddTexts") String id,
      @ForAll("oddTexts") String partner,
      @ForAll("oddTexts") String text) {
    Claim claim = new Claim(partner, text, text + id, Source.user("a" + text));
    Deal deal =
        new Deal(
            id,
            text,
            text,
            List.of(Party.parse("US"), Party.parse("JP")),
            List.of(),
            DealTerms.NONE,
            DealPromises.NONE,
            List.of(claim));
    for (CsvStyle style : CsvStyle.values()) {
      Map<String, String> files;
      try {
        files = DealCsv.write(List.of(deal), BOOK, style);
      } catch (IllegalArgumentException e) {
        assertFalse(String.valueOf(e.getMessage()).isBlank());
        continue;
      }
      assertEquals(List.of(deal), read(files).orThrow());
    }
  }
}
