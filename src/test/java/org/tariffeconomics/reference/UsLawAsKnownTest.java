package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The law of a day as it was known on another: cuts that were published later, steps and starts
 * that were put off, by the documents that each row of {@code law-as-known.csv} cites. And what
 * only claims tell: goods of possessions, of the West Bank and Gaza, and of the associated states.
 */
class UsLawAsKnownTest {

  private static String layers(DutyStack stack) {
    Assessment assessment = stack.assess(Money.parse("USD 10000"));
    assertEquals(Outcome.ASSESSED, assessment.outcome(), stack::summary);
    Set<String> layers =
        assessment.lines().stream()
            .filter(each -> each.amount().isPositive())
            .map(
                each ->
                    each.layer().measure().programme()
                        + " "
                        + each.amount()
                            .getAmount()
                            .movePointLeft(2)
                            .stripTrailingZeros()
                            .toPlainString())
            .collect(Collectors.toCollection(TreeSet::new));
    return layers.isEmpty() ? "free" : String.join(" + ", layers);
  }

  private static List<Row> questions() throws IOException {
    try (Reader in =
        new InputStreamReader(
            UsLawAsKnownTest.class.getResourceAsStream("/law-as-known.csv"),
            StandardCharsets.UTF_8)) {
      CsvFile file =
          CsvFile.read(
              "law-as-known.csv",
              in,
              List.of("id", "day", "known", "line", "origin", "facts", "layers", "citation"),
              List.of());
      assertEquals(List.of(), file.problems());
      return file.rows();
    }
  }

  @Test
  void the_law_of_a_day_is_what_was_known_of_it() throws IOException {
    TariffBook book = UsTariffs.book();
    List<String> wrong = new ArrayList<>();
    for (Row row : questions()) {
      DutyStack stack =
          book.on(
                  LocalDate.parse(row.required("day")),
                  Knowledge.of(LocalDate.parse(row.required("known"))))
              .stack(
                  HsCode.of(row.required("line")),
                  Country.of(row.required("origin")),
                  DeclaredFacts.parse(row.cell("facts")));
      String expected =
          String.join(" + ", new TreeSet<>(List.of(row.required("layers").split(" \\+ ", -1))));
      String layers = layers(stack);
      if (!layers.equals(expected)) {
        wrong.add("\n" + row.required("id") + ": " + expected + ", but was " + layers);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(questions().size() >= 90);
  }

  /**
   * A row for a list whose entries are in force on none of its days says nothing: the first set of
   * section 338 on Canada, put off by three days, stood so and was not known of.
   */
  @Test
  void every_row_for_a_list_has_goods() {
    Set<String> ids =
        UsTariffs.reading(Facts.VERIFIED_ONLY).unchecked().stream()
            .map(TariffMeasure::id)
            .collect(Collectors.toSet());
    List<String> empty = new ArrayList<>();
    for (String file : List.of("s338-canada", "s232-metals", "s232-wood", "s301-china", "s201")) {
      String name = "us/" + file + ".csv";
      for (Row row :
          CsvFile.read(name, Bundled.open(name), List.of("id", "products"), List.of()).rows()) {
        String id = row.required("id");
        if (row.cell("products").startsWith("list:")
            && ids.stream()
                .noneMatch(
                    each ->
                        each.equals(id)
                            || each.startsWith(id + ":")
                            || each.startsWith(id + " ("))) {
          empty.add(id);
        }
      }
    }
    assertEquals(List.of(), empty);
  }

  /**
   * General notes 3(a)(iv), 3(a)(v) and 10: free of the ordinary duty, by claim and not without.
   */
  @ParameterizedTest
  @CsvSource({
    "6402.99.31, VI, insular possessions, 2025-03-01, insular possessions 0.0%",
    "6402.99.31, GU, insular possessions, 2025-03-01, insular possessions 0.0%",
    "6402.99.31, PS, West Bank and Gaza, 2025-03-01, West Bank and Gaza 0.0%",
    "6402.99.31, PS, West Bank and Gaza, 2025-09-16, "
        + "West Bank and Gaza 0.0% + IEEPA reciprocal 10.0%",
    "6109.10.00, EG, West Bank and Gaza, 2026-08-01, "
        + "West Bank and Gaza 0.0% + S301 forced labor 12.5%",
    "2008.99.91, FM, Compact of Free Association, 2025-03-01, Compact of Free Association 0.0%",
  })
  void what_general_notes_free_is_claimed(
      String line, String origin, String claim, String day, String summary) {
    HsCode goods = HsCode.of(line);
    Country from = Country.of(origin);
    assertEquals(
        summary,
        UsTariffs.book()
            .on(day)
            .stack(goods, from, DeclaredFacts.parse("claim=" + claim))
            .summary());
    assertTrue(UsTariffs.book().on(day).stack(goods, from).summary().startsWith("MFN"), origin);
  }

  /** What the notes leave out, or give rules of its own, is open where it is claimed. */
  @ParameterizedTest
  @CsvSource({
    "9102.11.10, VI, insular possessions",
    "7117.19.90, GU, insular possessions",
    "6109.10.00, FM, Compact of Free Association",
    "1604.14.22, MH, Compact of Free Association",
  })
  void what_general_notes_leave_out_is_open(String line, String origin, String claim) {
    DutyStack stack =
        UsTariffs.book()
            .on("2025-03-01")
            .stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse("claim=" + claim));
    assertEquals(Outcome.UNDETERMINED, stack.outcome(), stack::summary);
  }
}
