package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
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

  /** Within the quota the preference is free and no safeguard is due; above it both are due. */
  @Test
  void a_preference_within_a_quota_hangs_on_its_state() {
    String claim = "additional code=C999; claim=preference NZ";
    assertEquals("GBP 0.00", assess("NZ", claim + "; quota:054567=in").dutyOrThrow().toString());
    assertEquals("GBP 664.00", assess("NZ", claim + "; quota:054567=out").dutyOrThrow().toString());
    assertEquals(Outcome.UNDETERMINED, assess("NZ", claim).outcome());
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
                + ",\"duty_expression\":{\"base\":\"25 %\"}"
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
