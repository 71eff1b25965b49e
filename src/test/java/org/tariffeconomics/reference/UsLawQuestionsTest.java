package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Questions answered by hand from the notes of chapter 99 and the orders that each row of {@code
 * law-questions.csv} cites. A row gives the ordinary duty, so that it asks the additional law
 * alone, and the rate of every layer on USD 10,000; {@code open} where a fact that is not declared
 * decides.
 */
class UsLawQuestionsTest {

  /** What goods are not unless a row says so; {@code ?} leaves a fact open. */
  private static final String ORDINARY =
      "age=0; donation=no; informational material=no; transshipped=no; smelted:RU=no;"
          + " metal origin=KZ; metal weight share=0.5; knock-down kit=no; approved US content=no;"
          + " content:US=0; exempt use=no; chip use=none; contract=2026-01-01; civil aircraft=no;"
          + " vehicle part=no; truck part=no; part for UK vehicle=no; kitchen cabinet=no; drone=no;"
          + " advanced chip=no; pharmaceutical use=no; patented medicine=no; religious use=no;"
          + " generic=no; energy=no; potash=no; clinical trial=no; US active ingredient=no;"
          + " onshoring plan=no; pricing agreement=no; specialty medicine=no;"
          + " list confirmed:9903.06.06=no; exclusion=none";

  private record Question(Row row) {

    private String cell(String column) {
      return row.cell(column);
    }

    private DutyStack stack() {
      HsCode line = HsCode.of(cell("line"));
      String origin = cell("origin");
      boolean column2 = Set.of("RU", "BY", "CU", "KP").contains(origin);
      TariffBook book = withoutBase().with(base(line, column2));
      DeclaredFacts facts = facts();
      for (String claim : facts.claims()) {
        book = book.with(TariffMeasure.preference(claim, line.toString(), origin, "Free"));
      }
      return book.on(cell("day")).stack(line, Country.of(origin), facts);
    }

    private DeclaredFacts facts() {
      Map<String, String> items = new LinkedHashMap<>();
      for (String item :
          (ORDINARY + "; loaded=" + cell("day") + "; " + cell("facts")).split("; *")) {
        if (!item.isBlank()) {
          items.put(item.substring(0, item.indexOf('=')), item);
        }
      }
      items.values().removeIf(item -> item.endsWith("=?"));
      return DeclaredFacts.parse(String.join("; ", items.values()));
    }

    private TariffMeasure base(HsCode line, boolean column2) {
      TariffMeasure base =
          TariffMeasure.base(line.toString(), cell("base")).withId("base of the row");
      return column2
          ? TariffMeasure.of(
                  "Column 2", base.rule(), List.of(), base.products(), base.origins(), base.rate())
              .withId("base of the row")
          : base;
    }

    /** The layers as the row writes them: programme and percent of the value. */
    private String layers() {
      Assessment assessment = stack().assess(Money.parse("USD 10000"));
      if (assessment.outcome() == Outcome.PROHIBITED) {
        return "prohibited";
      }
      if (assessment.outcome() != Outcome.ASSESSED) {
        return "open";
      }
      List<String> layers = new ArrayList<>();
      assessment.lines().stream()
          .filter(each -> each.amount().isPositive())
          .forEach(
              each ->
                  layers.add(
                      each.layer().measure().programme()
                          + " "
                          + each.amount()
                              .getAmount()
                              .movePointLeft(2)
                              .stripTrailingZeros()
                              .toPlainString()));
      return layers.isEmpty() ? "free" : String.join(" + ", new TreeSet<>(layers));
    }

    private String expected() {
      return String.join(" + ", new TreeSet<>(List.of(cell("layers").split(" \\+ ", -1))));
    }
  }

  private static TariffBook withoutBase() {
    TariffBook book = UsTariffs.book();
    return book.withoutMeasures(
        book.measures().stream()
            .filter(m -> m.rule().name().equals("BASE") || m.rule().name().equals("PREFERENCE"))
            .map(TariffMeasure::id)
            .toList());
  }

  private static List<Question> questions() throws IOException {
    try (Reader in =
        new InputStreamReader(
            UsLawQuestionsTest.class.getResourceAsStream("/law-questions.csv"),
            StandardCharsets.UTF_8)) {
      CsvFile file =
          CsvFile.read(
              "law-questions.csv",
              in,
              List.of("id", "day", "line", "origin", "base", "facts", "layers", "citation"),
              List.of());
      assertEquals(List.of(), file.problems());
      return file.rows().stream().map(Question::new).toList();
    }
  }

  @Test
  void each_question_has_the_answer_of_its_citation() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Question each : questions()) {
      String layers = each.layers();
      if (!layers.equals(each.expected())) {
        wrong.add("\n" + each.cell("id") + ": " + each.expected() + ", but was " + layers);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void there_are_many_and_each_is_cited_once() throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    for (Question each : questions()) {
      assertTrue(ids.add(each.cell("id")), each.cell("id"));
      assertFalse(each.cell("citation").isBlank(), each.cell("id"));
      assertNotEquals("", each.cell("layers"), each.cell("id"));
    }
    assertTrue(ids.size() >= 100, ids.size() + " questions");
  }
}
