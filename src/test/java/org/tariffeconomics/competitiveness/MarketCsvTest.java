package org.tariffeconomics.competitiveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;

class MarketCsvTest {

  private static final String CARS =
      "Product,Origin,Imports,Tariff,MFN,Price,Freight,Utilisation,Note\n"
          + "8703,JPN,41.904,15%,2.5%,30000,5%,0,x\n"
          + "8703,kr,36.856,0.25,0.025,28000,0.05,97%,\n"
          + "8703,EU,50.612,,2.5%,,n/a,,\n"
          + "8703,CN,0,72.5%,2.5%,-,..,NaN,\n"
          + "\n"
          + "8703,Rest of world,n/a,27.5%,2.5%,1,0,0,\n";

  private static Reading<ImportMarket> read(String text) {
    return MarketCsv.parse("US cars", "USD bn", text);
  }

  private static String problem(String text) {
    List<Problem> errors = read(text).problems(Problem.Severity.ERROR);
    assertEquals(1, errors.size(), errors::toString);
    return errors.get(0).toString();
  }

  @Test
  void rows_become_suppliers_with_codes_and_rates_understood() {
    Reading<ImportMarket> reading = read(CARS);
    assertEquals(
        List.of(
            "US cars line 1, note 'note': the column is not read: there are [product, origin,"
                + " imports, tariff, mfn, freight, utilisation, price]"),
        reading.problems().stream().map(Problem::toString).toList());
    ImportMarket market = reading.value();
    assertEquals("[JP, KR, EU, CN, Rest]", market.origins().toString());
    MarketSupplier korea = market.supplier("8703", "KR").orElseThrow();
    assertEquals(36.856, korea.imports().known());
    assertEquals(0.25, korea.tariff().known());
    assertEquals(0.97, korea.utilisation().known());
    assertEquals(0.15, market.supplier("8703", "JP").orElseThrow().tariff().known());
    assertEquals(
        "US cars: 1 product, 5 suppliers, USD bn, imports unknown of 1, tariffs unknown of 1, 1 note",
        reading.toString());
  }

  @Test
  void blank_zero_and_not_available_are_three_things() {
    ImportMarket market = read(CARS).value();
    MarketSupplier eu = market.supplier("8703", "EU").orElseThrow();
    assertEquals("left blank", eu.tariff().reason());
    assertEquals("not available ('n/a')", eu.freightShare().reason());
    MarketSupplier china = market.supplier("8703", "CN").orElseThrow();
    assertEquals(0, china.imports().known());
    assertEquals("not available ('-')", china.price().reason());
    assertEquals("not available ('NaN')", china.utilisation().reason());
    assertFalse(market.supplier("8703", "Rest").orElseThrow().imports().isKnown());
  }

  @Test
  void a_column_that_is_not_there_is_a_reason_too() {
    ImportMarket market = read("origin,imports\nJP,5\n").value();
    assertEquals(
        "no column 'tariff'", market.supplier("all", "JP").orElseThrow().tariff().reason());
  }

  @Test
  void bad_rows_are_listed_with_line_column_and_text_and_good_rows_are_kept() {
    Reading<ImportMarket> reading =
        read(
            "origin,imports,tariff\n"
                + "JP,41.9,15%\n"
                + "KR,\"36,856\",25%\n"
                + "Atlantis,1,5%\n"
                + "DE,5,abc\n"
                + "GB,10.576,10%\n"
                + "JP,1,1%\n"
                + "FR,-3,15%\n");
    assertEquals("[JP, GB]", reading.value().origins().toString());
    assertEquals(
        "[US cars line 3, imports '36,856': is no number; write 1234.5,"
            + " US cars line 4, origin 'Atlantis': is no country or standard group,"
            + " US cars line 5, tariff 'abc': is no number; write 1234.5,"
            + " US cars line 7, origin 'JP': comes twice for product all,"
            + " US cars line 8, 'FR,-3,15%': imports of FR in all must be finite and not"
            + " negative, but was -3.0]",
        reading.problems().toString());
    assertEquals("abc", reading.table().cell(2, "text").text());
  }

  @Test
  void a_bare_rate_above_one_is_refused_rather_than_guessed() {
    assertEquals(
        "US cars line 2, tariff '15': is above 1; write 0.15 or 15%",
        problem("origin,imports,tariff\nJP,1,15\n"));
    assertEquals(
        1.45,
        read("origin,imports,tariff\nCN,1,145%\n")
            .value()
            .supplier("all", "CN")
            .orElseThrow()
            .tariff()
            .known());
  }

  @Test
  void short_rows_are_blank_at_the_end() {
    ImportMarket market = read("origin,imports,tariff\nJP,5\n").value();
    assertEquals("left blank", market.supplier("all", "JP").orElseThrow().tariff().reason());
  }

  @Test
  void a_file_without_the_needed_columns_has_one_problem_and_no_market() {
    assertEquals(
        "US cars line 1, imports 'origin,value': the column is missing",
        problem("origin,value\nJP,1\n"));
    assertEquals(
        "US cars line 1, origin 'origin': the column appears twice",
        problem("origin,imports,Origin\nJP,1\n"));
    assertThrows(IllegalArgumentException.class, () -> read("origin,value\nJP,1\n").value());
    assertTrue(read("").optional().isEmpty());
    assertTrue(read("origin,imports\n").optional().isEmpty());
  }

  @Test
  void a_quote_that_never_closes_does_not_lose_the_rows_before_it() {
    Reading<ImportMarket> reading = read("origin,imports\nJP,5\nKR,\"6\nGB,7\n");
    assertTrue(reading.value().origins().contains("JP"));
    assertFalse(reading.problems().isEmpty() && reading.value().origins().size() == 1);
  }

  @Test
  void blank_products_and_numbers_beyond_all_bounds_are_problems() {
    assertEquals(
        "US cars line 2, product: the cell is blank and must not be",
        problem("product,origin,imports\n,JP,1\n"));
    assertEquals(
        "US cars line 2, imports '1e999': is too large a number",
        problem("origin,imports\nJP,1e999\n"));
  }

  @Test
  void a_byte_order_mark_is_skipped(@TempDir Path folder) throws IOException {
    assertTrue(read("\uFEFForigin,imports\nJP,5\n").problems().isEmpty());
    Path file = folder.resolve("market.csv");
    Files.write(file, "\uFEFForigin,imports\nJP,5\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(1, MarketCsv.read("m", "USD", file).value().suppliers().size());
    Files.write(file, "\uFEFForigin,imports\nJP,5\n".getBytes(StandardCharsets.UTF_16LE));
    assertEquals(1, MarketCsv.read("m", "USD", file).value().suppliers().size());
  }
}
