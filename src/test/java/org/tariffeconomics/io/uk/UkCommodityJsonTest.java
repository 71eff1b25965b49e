package org.tariffeconomics.io.uk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import org.tariffeconomics.reading.JsonProblem;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** A commodity made for the test in the documented shape; expected duties are worked out beside. */
class UkCommodityJsonTest {

  private static final HsCode BEEF = HsCode.of("0201300090");

  private static CommodityReading made() {
    return UkCommodityJson.read(
        Path.of(
            Objects.requireNonNull(
                    UkCommodityJsonTest.class.getResource("uk-commodity.json"), "uk-commodity.json")
                .getPath()));
  }

  private static TariffMeasure measure(String id) {
    return made().measures().stream()
        .filter(m -> m.id().equals("measure " + id))
        .findFirst()
        .orElseThrow();
  }

  private static Assessment assess(String origin, String facts) {
    List<TariffMeasure> withoutUnread =
        made().measures().stream().filter(m -> !m.id().equals("measure 107")).toList();
    TariffBook book =
        TariffBook.of("UK", CurrencyUnit.GBP, RoundingPolicy.TOTAL_TO_CENT, withoutUnread);
    return book.on("2025-06-01")
        .stack(BEEF, Country.of(origin), DeclaredFacts.parse(facts))
        .assess(BigMoney.parse("GBP 1000"), Quantity.parse("200 kg"));
  }

  @Test
  void components_are_read_in_the_order_of_their_expressions() {
    assertEquals(DutyRate.parse("12 % + 147 GBP/100 kg"), measure("101").rate());
    assertEquals(BEEF, made().code().orElseThrow());
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
    CommodityReading.QuotaBalance quota = made().quotas().get(0);
    assertEquals(Rate.percent(75), quota.quota().orElseThrow().fillRate());
    assertEquals(Quantity.parse("1000000 kg"), quota.terms().volume());
    assertTrue(quota.terms().blocked().get(0).contains(LocalDate.of(2025, 12, 20)));
    assertEquals("Open", quota.status());
    assertEquals(Rate.percent(90), quota.terms().critical().orElseThrow());
  }

  @Test
  void what_is_no_duty_is_listed_apart() {
    assertEquals(1, made().otherMeasures().size());
    assertTrue(made().otherMeasures().get(0).message().contains("value added tax"));
  }

  @Test
  void an_unknown_expression_keeps_the_measure_undetermined_with_its_path() {
    assertTrue(measure("107").rate() instanceof DutyRate.Unsupported);
    JsonProblem problem =
        made().problems().stream()
            .filter(p -> p.message().contains("'88'"))
            .findFirst()
            .orElseThrow();
    assertEquals("$.included[6]", problem.path());
  }

  @Test
  void a_group_without_members_leaves_the_measure_out() {
    assertTrue(made().measures().stream().noneMatch(m -> m.id().equals("measure 108")));
    assertTrue(
        made().problems().stream().anyMatch(p -> p.message().contains("2020")),
        made().problems()::toString);
    assertThrows(IllegalArgumentException.class, () -> made().orThrow());
    assertTrue(made().table().toText().contains("2020"));
  }

  @Test
  void an_end_use_suspension_is_claimed_and_declared() {
    assertEquals("end-use suspension", measure("109").programme());
    assertEquals("end use=yes", measure("109").conditions().get(0).toString());
  }

  /** One measure written out in place, as calculators keep it. */
  @Test
  void a_measure_written_out_in_place() {
    CommodityReading reading =
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
    TariffMeasure biodiesel = reading.orThrow().get(0);
    assertEquals(DutyRate.parse("144.10 GBP / 1000 kg/biodiesel"), biodiesel.rate());
    assertEquals("additional code=C490", biodiesel.conditions().get(0).toString());
  }

  @Test
  void what_is_no_commodity_is_a_problem() {
    for (String text : List.of("", "{", "[1,2", "{\"data\":{\"id\":\"x\"}} {", "{}")) {
      CommodityReading reading = UkCommodityJson.read("bad.json", new StringReader(text));
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
