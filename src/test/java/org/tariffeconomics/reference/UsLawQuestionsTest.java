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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Questions answered by hand from the notes of chapter 99 and the orders that each row of {@code
 * law-questions.csv} cites. A row gives the ordinary duty, so that it asks the additional law
 * alone, and the rate of every layer on USD 10,000; {@code open} where a fact that is not declared
 * decides, or both ends with the fact.
 */
class UsLawQuestionsTest {

  private static final Pattern HEADING = Pattern.compile("9903\\.[0-9]{2}\\.[0-9]{2}");

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
      if (items.keySet().stream().anyMatch(name -> name.startsWith("melted:"))) {
        items.remove("metal origin");
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

    /** As a row writes it: {@code between 6.5 and 12.5 by} what decides. */
    private String between() {
      DutyStack open = stack();
      RateRange range =
          open.range().orElseThrow(() -> new AssertionError(cell("id") + ": " + open));
      return "between "
          + range.lowest().percent().stripTrailingZeros().toPlainString()
          + " and "
          + range.highest().percent().stripTrailingZeros().toPlainString()
          + " by "
          + String.join(", ", open.decidedBy().stream().map(DecidingFact::name).toList());
    }

    /** The layers as the row writes them: programme and percent of the value. */
    private String layers() {
      Assessment assessment = stack().assess(Money.parse("USD 10000"));
      if (assessment.outcome() == Outcome.PROHIBITED) {
        return "prohibited";
      }
      if (assessment.outcome() != Outcome.ASSESSED) {
        return cell("layers").startsWith("between ") ? between() : "open";
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
    assertTrue(ids.size() >= 1447, ids.size() + " questions");
  }

  /**
   * At least as many for each programme as decide it, before and after the days on which it turns.
   */
  @ParameterizedTest
  @CsvSource({
    "S232 steel, 75",
    "S232 aluminium, 40",
    "S232 copper, 9",
    "S232 autos, 10",
    "S232 auto parts, 27",
    "S232 trucks, 17",
    "S232 truck parts, 4",
    "S232 wood, 40",
    "S232 semiconductors, 10",
    "S232 pharmaceuticals, 14",
    "S232 polysilicon, 9",
    "S301 China, 20",
    "S301 Brazil, 2",
    "S301 Nicaragua, 2",
    "S301 forced labor, 50",
    "S338 Canada, 7",
    "S201 solar, 9",
    "S301 Japan leather, 1",
    "S232 Russian aluminium, 5",
    "S122, 35",
    "IEEPA China, 30",
    "IEEPA Canada, 10",
    "IEEPA Brazil, 8",
    "IEEPA India, 1",
    "IEEPA reciprocal, 100",
    "IEEPA transshipment, 4",
    "Russia column 2, 3",
    "anti-dumping, 1",
    "S232 drones, 15",
    "open, 35",
    "free, 50",
  })
  void questions_are_spread_over_programmes(String programme, int atLeast) throws IOException {
    long asked =
        questions().stream()
            .flatMap(each -> Stream.of(each.cell("layers").split(" \\+ ", -1)))
            .filter(layer -> layer.replaceAll(" [0-9.]+$", "").equals(programme))
            .count();
    assertTrue(asked >= atLeast, programme + ": " + asked);
  }

  /** Each regime of the duties on metals and each day on which the law turned has its questions. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-01, 2025-03-11, 50",
    "2025-03-12, 2025-06-03, 20",
    "2025-06-04, 2025-08-06, 4",
    "2025-08-07, 2026-02-23, 90",
    "2026-02-24, 2026-04-05, 8",
    "2026-04-06, 2026-07-23, 20",
    "2026-07-24, 2028-12-31, 50",
  })
  void questions_are_spread_over_regimes(String first, String last, int atLeast)
      throws IOException {
    long asked =
        questions().stream()
            .map(each -> each.cell("day"))
            .filter(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0)
            .count();
    assertTrue(asked >= atLeast, first + ": " + asked);
  }

  /** What was disagreed on is settled by the words of the law, and a question holds each point. */
  @Test
  void what_was_disagreed_on_is_settled() throws IOException {
    Set<String> ids = new TreeSet<>();
    questions().forEach(each -> ids.add(each.cell("id")));
    try (Reader in =
        new InputStreamReader(
            UsLawQuestionsTest.class.getResourceAsStream("/law-settled.csv"),
            StandardCharsets.UTF_8)) {
      CsvFile file =
          CsvFile.read(
              "law-settled.csv", in, List.of("point", "settled", "words", "questions"), List.of());
      assertEquals(List.of(), file.problems());
      for (Row row : file.rows()) {
        List<String> held = List.of(row.required("questions").split(" ", -1));
        assertTrue(ids.containsAll(held), row.required("point") + ": " + held);
        assertFalse(row.required("settled").isBlank() || row.required("words").isBlank());
      }
      assertTrue(file.rows().size() >= 20);
    }
  }

  /** Every heading that an assumption about ordinary goods cites is one of chapter 99. */
  @Test
  void citations_of_ordinary_goods_name_headings_that_are() {
    for (Assumption each : UsualFacts.ordinaryGoods().rows()) {
      Matcher heading = HEADING.matcher(each.source().citation());
      while (heading.find()) {
        assertFalse(UsTariffs.provisions(heading.group()).provisions().isEmpty(), heading.group());
      }
    }
  }
}
