package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.io.TariffBookFiles;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** A commodity made for the test in the documented shape; expected duties are worked out beside. */
class UkCommodityJsonTest {

  private static final HsCode BEEF = HsCode.of("0201300090");

  private static Reading<UkCommodity> made() {
    return UkCommodityJson.read(
        Path.of(
            Objects.requireNonNull(
                    UkCommodityJsonTest.class.getResource("uk-commodity.json"), "uk-commodity.json")
                .getPath()));
  }

  private static TariffMeasure measure(String id) {
    return made().value().measures().stream()
        .filter(m -> m.id().equals("measure " + id))
        .findFirst()
        .orElseThrow();
  }

  private static Assessment assess(String origin, String facts) {
    List<TariffMeasure> withoutUnread =
        made().value().measures().stream().filter(m -> !m.id().equals("measure 107")).toList();
    TariffBook book =
        TariffBook.of("UK", CurrencyUnit.GBP, RoundingPolicy.TOTAL_TO_CENT, withoutUnread);
    return book.on("2025-06-01")
        .stack(BEEF, Country.of(origin), DeclaredFacts.parse(facts))
        .assess(BigMoney.parse("GBP 1000"), Quantity.parse("200 kg"));
  }

  @Test
  void components_are_read_in_the_order_of_their_expressions() {
    assertEquals(DutyRate.parse("12 % + 147 GBP/100 kg"), measure("101").rate());
    assertEquals(BEEF, made().value().code().orElseThrow());
  }

  /** 120 + 294 base, 28.82 anti-dumping on 0.2 t, 25 % safeguard. */
  @Test
  void duties_of_an_origin_without_a_preference() {
    assertEquals("GBP 692.82", assess("CN", "additional code=C490").dutyOrThrow().toString());
    assertEquals("GBP 664.00", assess("US", "").dutyOrThrow().toString());
  }

  @Test
  void without_the_additional_code_the_duty_is_undetermined() {
    assertEquals(Outcome.UNDETERMINED, assess("CN", "").outcome());
  }

  /**
   * Within the quota the preference is free and no safeguard is due; above it both are due. The
   * anti-dumping duty of 28.82 is due on either side.
   */
  @Test
  void a_preference_within_a_quota_hangs_on_its_state() {
    String claim = "additional code=C490; claim=preference NZ";
    assertEquals("GBP 28.82", assess("NZ", claim + "; quota:054567=in").dutyOrThrow().toString());
    assertEquals("GBP 692.82", assess("NZ", claim + "; quota:054567=out").dutyOrThrow().toString());
    assertEquals("GBP 28.82 to GBP 692.82", assess("NZ", claim).range().orElseThrow().toString());
  }

  @Test
  void the_last_day_of_a_measure_is_in_force() {
    assertEquals(LocalDate.of(2026, 1, 1), measure("102").inForce().getEnd());
  }

  @Test
  void a_group_is_read_from_its_members_less_the_excluded() {
    assertEquals("BD", measure("103").origins().toString());
    assertEquals("* except CA,US", measure("104").origins().toString());
    assertTrue(
        made().problems().stream().anyMatch(p -> p.message().contains("'QZ'")),
        made().problems()::toString);
  }

  @Test
  void a_quota_comes_with_its_balance_and_periods() {
    UkCommodity.QuotaBalance quota = made().value().quotas().get(0);
    assertEquals(Rate.percent(75), quota.quota().orElseThrow().fillRate());
    assertEquals(Quantity.parse("1000000 kg"), quota.terms().volume());
    assertTrue(quota.terms().blocked().get(0).contains(LocalDate.of(2025, 12, 20)));
    assertEquals("Open", quota.status());
    assertEquals(Rate.percent(90), quota.terms().critical().orElseThrow());
  }

  @Test
  void what_is_no_duty_is_listed_apart() {
    assertEquals(1, made().value().otherMeasures().size());
    assertTrue(made().value().otherMeasures().get(0).reason().contains("value added tax"));
  }

  @Test
  void an_unknown_expression_keeps_the_measure_undetermined_with_its_path() {
    assertTrue(measure("107").rate() instanceof DutyRate.Unsupported);
    Problem problem =
        made().problems().stream()
            .filter(p -> p.message().contains("'88'"))
            .findFirst()
            .orElseThrow();
    assertEquals("$.included[6]", problem.path());
  }

  /** Which countries area 2020 has is not in the file: it could be any, if they claim it. */
  @Test
  void a_measure_for_a_group_without_members_is_kept_and_undetermined() {
    assertEquals("*", measure("108").origins().toString());
    assertTrue(measure("108").rate() instanceof DutyRate.Unsupported);
    assertThrows(IllegalArgumentException.class, () -> made().orThrow());
    assertTrue(made().table().toText().contains("2020"));
    assertEquals(
        Outcome.UNDETERMINED,
        assess("US", "additional code=C999; claim=preference 2020").outcome());
    assertEquals("GBP 664.00", assess("US", "").dutyOrThrow().toString());
  }

  /**
   * A made commodity with what the tariffs have: an entry price (8 % from 80 EUR/100 kg, 8 % + 2
   * EUR from 70, 8 % + 30 EUR below), a group with an old code of Serbia, a quota of the Union, a
   * safeguard without three areas and on drained weight, two producers, a prohibition. On EUR 8,000
   * and 10 t: 8 % are 640, 2 EUR/100 kg are 200, 3 % are 240, 40 % are 3,200, 70 % are 5,600.
   */
  @Test
  void a_commodity_with_everything_has_its_duties() {
    Map<String, String> right = new LinkedHashMap<>();
    right.put("BD with entry price=80 EUR/100 kg", "EUR 640.00");
    right.put("BD with entry price=75 EUR/100 kg", "EUR 840.00");
    right.put("BD with entry price=10 EUR/100 kg", "EUR 3640.00");
    right.put("BD", "declare the entry price");
    right.put("BD claiming preference 2005", "declare the entry price");
    right.put("BD claiming preference 2005 with entry price=75 EUR/100 kg", "EUR 240.00");
    right.put("RS claiming preference 2005 with entry price=80 EUR/100 kg", "EUR 240.00");
    right.put("DE with entry price=80 EUR/100 kg", "EUR 640.00");
    right.put(
        "DE claiming preference EU with entry price=80 EUR/100 kg; quota:054567=in", "EUR 0.00");
    right.put(
        "DE claiming preference EU with entry price=80 EUR/100 kg; quota:054567=out", "EUR 640.00");
    right.put(
        "DE claiming preference EU with entry price=80 EUR/100 kg", "decided by quota:054567");
    String turkey = "TR with entry price=80 EUR/100 kg; additional code=";
    right.put(turkey + "B132; certificates=D008", "EUR 640.00");
    right.put(turkey + "B132; certificates=none", "EUR 3840.00");
    right.put(turkey + "B132", "declare the certificates");
    right.put(turkey + "B999", "EUR 6240.00");
    right.put(turkey + "B777", "EUR 6240.00");
    right.put(turkey + "\"4999, B132\"; certificates=D008", "EUR 640.00");
    right.put("TR with entry price=80 EUR/100 kg", "additional code");
    right.put("KP with entry price=80 EUR/100 kg", "prohibited by measure 7");
    right.put("NZ with entry price=80 EUR/100 kg", "declare the quantity in KGME");
    right.forEach((asked, answer) -> assertEquals(answer, made(asked, answer), asked));
  }

  private static Reading<UkCommodity> everything() {
    return UkCommodityJson.read(
        Path.of(
            Objects.requireNonNull(
                    TariffBookFiles.class.getResource("made-commodity.json"), "made-commodity.json")
                .getPath()));
  }

  private static String made(String asked, String answer) {
    TariffBook book =
        TariffBook.of(
            "XI",
            CurrencyUnit.EUR,
            RoundingPolicy.EACH_DUTY_TO_CENT,
            everything().orThrow().measures());
    DeclaredOrigin origin = DeclaredOrigin.parse(asked);
    Assessment assessment =
        book.on("2021-06-01")
            .stack(HsCode.of("0702000007"), origin.country(), origin.facts())
            .assess(BigMoney.parse("EUR 8000"), Quantity.parse("10 t"));
    return assessment.outcome() == Outcome.ASSESSED
        ? assessment.dutyOrThrow().toString()
        : assessment.reasons().toString().contains(answer)
            ? answer
            : assessment.reasons().toString();
  }

  @Test
  void the_value_added_tax_of_the_file_is_one_of_a_landed_cost() {
    UkCommodity.TaxRate vat = everything().value().vat(LocalDate.of(2021, 6, 1)).get(0);
    assertEquals("VAT 20%", vat.toString());
    assertEquals(Rate.percent(20), vat.tax().rate());
    assertEquals(List.of(), everything().value().vat(LocalDate.of(2020, 6, 1)));
    assertEquals(
        List.of("measure type 305: value added tax"),
        everything().value().otherMeasures().stream()
            .map(UkCommodity.OtherMeasure::reason)
            .toList());
  }

  /** What the words say of the weight counts; where both differ in a number, no one knows. */
  @Test
  void components_and_words_are_read_together() {
    String stated =
        ",\"duty_expression\":{\"base\":\"%s\"},\"measure_components\":[{\"duty_expression_id\":\"01\","
            + "\"duty_amount\":144.1,\"monetary_unit_code\":\"GBP\",\"measurement_unit_code\":\"TNE\"}]";
    Reading<UkCommodity> more =
        areas("552", "{\"id\":\"1011\"}", String.format(stated, "144.10 GBP / 1000 kg/biodiesel"));
    assertEquals(
        DutyRate.parse("144.10 GBP / 1000 kg/biodiesel"), more.orThrow().measures().get(1).rate());
    Reading<UkCommodity> other =
        areas("552", "{\"id\":\"1011\"}", String.format(stated, "134.10 GBP / 1000 kg"));
    assertTrue(other.value().measures().get(1).rate() instanceof DutyRate.Unsupported);
    assertTrue(other.problems().get(0).message().contains("twice and differently"));
  }

  /** Controls ask for documents and move no duty; unknown types, and duties under them, may. */
  @Test
  void a_type_that_is_not_known_leaves_the_duty_open_and_a_control_does_not() {
    assertEquals("103", ordinary(areas("710", "{\"id\":\"1011\"}", "")));
    assertEquals("open", ordinary(areas("999", "{\"id\":\"1011\"}", "")));
    assertEquals("open", ordinary(areas("555", "{\"id\":\"1011\"}", "")));
    assertEquals("103", ordinary(areas("999", "{\"id\":\"CN\"}", "")));
    assertEquals("open", ordinary(areas("475", "{\"id\":\"1011\"}", "")));
  }

  private static String ordinary(Reading<UkCommodity> reading) {
    return TariffBook.of(
                "UK",
                CurrencyUnit.GBP,
                RoundingPolicy.EACH_DUTY_TO_CENT,
                reading.value().measures())
            .on("2021-06-01")
            .stack(HsCode.of("7202118000"), Country.of("US"))
            .adValoremRate()
            .isPresent()
        ? "103"
        : "open";
  }

  /** With a document the goods may enter; without it they may not, and no one said so. */
  @Test
  void a_prohibition_with_a_way_out_asks_for_the_document() {
    String lifted =
        ",\"measure_conditions\":[{\"condition_code\":\"Y\",\"document_code\":\"Y900\",\"action_code\":"
            + "\"24\"},{\"condition_code\":\"Y\",\"action_code\":\"04\"}]";
    Reading<UkCommodity> reading = areas("277", "{\"id\":\"1011\"}", lifted);
    TariffBook book =
        TariffBook.of(
            "UK", CurrencyUnit.GBP, RoundingPolicy.EACH_DUTY_TO_CENT, reading.orThrow().measures());
    HsCode code = HsCode.of("7202118000");
    Country us = Country.of("US");
    assertEquals(
        "GBP 27.00",
        book.on("2021-06-01")
            .stack(code, us, DeclaredFacts.parse("certificates=Y900"))
            .assess(BigMoney.parse("GBP 1000"))
            .dutyOrThrow()
            .toString());
    for (String facts : List.of("", "certificates=none")) {
      assertEquals(
          Outcome.UNDETERMINED,
          book.on("2021-06-01")
              .stack(code, us, DeclaredFacts.parse(facts))
              .assess(BigMoney.parse("GBP 1000"))
              .outcome());
    }
    Reading<UkCommodity> plain = areas("277", "{\"id\":\"1011\"}", "");
    assertEquals(Rule.PROHIBITS, plain.orThrow().measures().get(1).rule());
  }

  /**
   * Of a preference of 0 % besides 2.7 % that asks for N954 or U110, and for Y100 too: whoever
   * claims it says that they are there; what is declared besides counts before that.
   */
  @ParameterizedTest
  @CsvSource({
    "'', 0.00",
    "certificates=none, 27.00",
    "certificates=n-954, 27.00",
    "certificates=N954 Y100, 0.00",
    "'certificates=\"U-110, Y100, X1\"', 0.00",
    "certificates=Y100, 27.00"
  })
  void a_preference_is_not_counted_without_its_documents(String facts, String duty) {
    String documents =
        ",\"duty_expression\":{\"base\":\"0.00 %\"},\"measure_conditions\":["
            + "{\"condition_code\":\"Q\",\"document_code\":\"N954\",\"action_code\":\"27\"},"
            + "{\"condition_code\":\"Q\",\"document_code\":\"U110\",\"action_code\":\"27\"},"
            + "{\"condition_code\":\"Q\",\"action_code\":\"07\"},"
            + "{\"condition_code\":\"B\",\"document_code\":\"Y100\",\"action_code\":\"29\"},"
            + "{\"condition_code\":\"B\",\"action_code\":\"09\"}]";
    Reading<UkCommodity> reading = areas("142", "{\"id\":\"KR\"}", documents);
    TariffBook book =
        TariffBook.of(
            "UK", CurrencyUnit.GBP, RoundingPolicy.EACH_DUTY_TO_CENT, reading.orThrow().measures());
    DutyStack stack =
        book.on("2021-06-01")
            .stack(
                HsCode.of("7202118000"),
                Country.of("KR"),
                DeclaredFacts.parse("claim=preference KR; " + facts));
    assertEquals("GBP " + duty, stack.assess(BigMoney.parse("GBP 1000")).dutyOrThrow().toString());
    assertEquals(
        duty.equals("0.00"),
        stack.layers().stream().anyMatch(l -> l.measure().programme().equals("preference KR")),
        stack::toString);
  }

  private static Reading<UkCommodity> areas(String type, String area, String rest) {
    return UkCommodityJson.read(
        "areas.json",
        new StringReader(
            "{\"goods_nomenclature_item_id\":\"7202118000\",\"import_measures\":["
                + "{\"id\":1,\"measure_type\":{\"id\":\"103\"},\"geographical_area\":{\"id\":"
                + "\"1011\"},\"duty_expression\":{\"base\":\"2.7 %\"}},"
                + "{\"id\":2,\"measure_type\":{\"id\":\""
                + type
                + "\"},\"geographical_area\":"
                + area
                + (rest.contains("duty_expression\"")
                    ? ""
                    : ",\"duty_expression\":{\"base\":\"25 %\"}")
                + rest
                + "}]}"));
  }

  /** A safeguard of 25 % for an area without members: 2.7 % would be too low for anyone. */
  @Test
  void a_duty_for_an_area_of_unknown_members_leaves_no_origin_with_a_definite_duty() {
    Reading<UkCommodity> reading = areas("696", "{\"id\":\"5050\"}", "");
    assertEquals(1, reading.count(Severity.ERROR), reading::toString);
    TariffBook book =
        TariffBook.of(
            "UK", CurrencyUnit.GBP, RoundingPolicy.EACH_DUTY_TO_CENT, reading.value().measures());
    assertEquals(
        Outcome.UNDETERMINED,
        book.on("2021-06-01")
            .stack(HsCode.of("7202118000"), Country.of("US"))
            .assess(BigMoney.parse("GBP 1000"))
            .outcome());
  }

  @Test
  void codes_of_trade_statistics_are_read_and_places_that_are_no_countries_are_notes() {
    String members =
        "{\"id\":\"2005\",\"members\":[{\"id\":\"XS\"},{\"id\":\"XC\"},{\"id\":\"XL\"}]}";
    Reading<UkCommodity> group = areas("142", members, "");
    assertEquals("RS", group.orThrow().measures().get(1).origins().toString());
    assertEquals(2, group.count(Severity.NOTE));
    assertEquals(
        "RS", areas("142", "{\"id\":\"XS\"}", "").orThrow().measures().get(1).origins().toString());
    assertEquals(1, areas("142", "{\"id\":\"XC\"}", "").orThrow().measures().size());
  }

  @Test
  void the_union_is_its_member_states() {
    String excluded = ",\"excluded_countries\":[{\"id\":\"EU\"},{\"id\":\"CA\"}]";
    TariffMeasure safeguard =
        areas("696", "{\"id\":\"1011\"}", excluded).orThrow().measures().get(1);
    LocalDate day = LocalDate.of(2021, 6, 1);
    assertFalse(safeguard.origins().includes(Country.of("DE"), day));
    assertFalse(safeguard.origins().includes(Country.of("CA"), day));
    assertTrue(safeguard.origins().includes(Country.of("US"), day));
    TariffMeasure preference = areas("142", "{\"id\":\"EU\"}", "").orThrow().measures().get(1);
    assertTrue(preference.origins().includes(Country.of("DE"), day));
    assertFalse(preference.origins().includes(Country.of("GB"), day));
  }

  /** 0.24 MB: 100,000 values below a key of 40,000 characters, which each had the path in it. */
  @Test
  void long_paths_cost_nothing_until_they_are_told() {
    String text = "{\"" + "k".repeat(40_000) + "\":[" + "1,".repeat(99_999) + "1],\"id\":\"x\"}";
    Reading<UkCommodity> reading = UkCommodityJson.read("x", new StringReader(text));
    assertTrue(reading.hasErrors());
    Reading<JsonTree> tree = JsonTree.read("x", new StringReader(text));
    JsonTree list = tree.value().members().values().iterator().next();
    assertEquals(201, list.items().get(99_999).path().length());
  }

  /** 6 KB that stood for 100 to the power of 4 objects. */
  @Test
  void objects_that_link_to_each_other_are_made_once() {
    String links =
        IntStream.range(0, 100)
            .mapToObj(i -> "{\"id\":\"a\",\"type\":\"t\"}")
            .collect(Collectors.joining(","));
    String text =
        "{\"data\":{\"id\":\"0201300090\",\"relationships\":{\"import_measures\":{\"data\":["
            + links
            + "]}}},\"included\":[{\"id\":\"a\",\"type\":\"t\",\"relationships\":"
            + "{\"again\":{\"data\":["
            + links
            + "]}}}]}";
    Reading<UkCommodity> reading = UkCommodityJson.read("x", new StringReader(text));
    assertEquals(99, reading.count(Severity.NOTE), "the measure stands already above");
    assertEquals(1, reading.value().measures().size());
    assertTrue(reading.value().measures().get(0).rate() instanceof DutyRate.Unsupported);
  }

  @Test
  void an_end_use_suspension_is_claimed_and_declared() {
    assertEquals("end-use suspension", measure("109").programme());
    assertEquals("end use=yes", measure("109").conditions().get(0).toString());
  }

  /** One measure written out in place, as calculators keep it. */
  @Test
  void a_measure_written_out_in_place() {
    Reading<UkCommodity> reading =
        UkCommodityJson.read(
            "one.json",
            new StringReader(
                "{\"goods_nomenclature_item_id\":\"3826001090\",\"import_measures\":[{\"id\":20041036,"
                    + "\"effective_start_date\":\"2021-01-01T00:00:00.000Z\","
                    + "\"measure_type\":{\"id\":\"552\"},\"measure_components\":["
                    + "{\"duty_expression_id\":\"01\",\"duty_amount\":144.1,"
                    + "\"monetary_unit_code\":\"GBP\",\"measurement_unit_code\":\"TNE\","
                    + "\"measurement_unit_qualifier_code\":\"I\"}],"
                    + "\"geographical_area\":{\"id\":\"1011\"},"
                    + "\"excluded_countries\":[{\"id\":\"CA\"},{\"id\":\"US\"}],"
                    + "\"additional_code\":{\"code\":\"C490\"}}]}"));
    TariffMeasure biodiesel = reading.orThrow().measures().get(0);
    assertEquals(DutyRate.parse("144.10 GBP / 1000 kg/biodiesel"), biodiesel.rate());
    assertEquals("additional code=C490", biodiesel.conditions().get(0).toString());
  }

  @Test
  void what_is_no_commodity_is_a_problem() {
    for (String text : List.of("", "{", "[1,2", "{\"data\":{\"id\":\"x\"}} {", "{}")) {
      Reading<UkCommodity> reading = UkCommodityJson.read("bad.json", new StringReader(text));
      assertEquals(1, reading.problems().size(), () -> text + reading.problems());
    }
  }

  @Property(tries = 200)
  void no_text_makes_the_reader_throw(@ForAll String text) {
    String within =
        "{\"goods_nomenclature_item_id\":\"0201300090\",\"import_measures\":[" + text + "]}";
    for (String each : List.of(text, within)) {
      assertDoesNotThrow(() -> UkCommodityJson.read("x", new StringReader(each)).table());
    }
  }
}
