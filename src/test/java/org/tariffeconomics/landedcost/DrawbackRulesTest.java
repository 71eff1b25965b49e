package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.landedcost.DrawbackClaim.Use;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.SmallSchedule;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Whether drawback is paid stands in the orders: EO 14193 to 14195, Proclamations 10895 to 11055.
 */
class DrawbackRulesTest {

  private static Assessment paid(String programme, String day) {
    return TariffBook.us(
            TariffMeasure.base("8708", "2.5%"), TariffMeasure.adds(programme, "8708", "*", "10%"))
        .on(day)
        .stack(HsCode.of("8708.10"), Country.of("DE"))
        .assess(Money.parse("USD 1000"));
  }

  private static String refund(String programme, String day) {
    return DrawbackClaim.of(paid(programme, day), "1 item")
        .refund("1 item")
        .map(Money::toString)
        .orElse("unknown");
  }

  /**
   * Tractors pay 15 % in all, of which 2.5 % or 5 % are ordinary duty. Where all of it comes back
   * the line is of no account: 99 % of 150. Where the rest does not, 99 % of 25 or of 50 do.
   */
  @Test
  void what_comes_back_of_a_heading_is_not_what_comes_back_of_its_first_line() {
    TariffBook book =
        TariffBook.us(TariffMeasure.topsUpTo("total", "8701", "DE", "15%"))
            .with(ScheduledDuties.of(SmallSchedule.tractorsAndBuses(), SmallSchedule.key()));
    Map<String, Optional<String>> back = new TreeMap<>();
    for (String code : List.of("8701", "8701.10.00", "8701.30.00")) {
      Assessment assessed =
          book.on("2025-12-01")
              .stack(HsCode.of(code), Country.of("DE"))
              .assess(Money.parse("USD 1000"));
      DrawbackClaim claim = DrawbackClaim.of(assessed, "1 item");
      assertEquals(
          "USD 148.50", claim.withIneligible(List.of()).refund("1 item").orElseThrow().toString());
      back.put(code, claim.withIneligible(List.of("total")).refund("1 item").map(Money::toString));
    }
    assertEquals(
        Map.of(
            "8701", Optional.empty(),
            "8701.10.00", Optional.of("USD 24.75"),
            "8701.30.00", Optional.of("USD 49.50")),
        back);
  }

  /** 99 % of 25 or of 125. */
  @Test
  void each_order_says_whether_drawback_is_paid() {
    for (String none : List.of("IEEPA Canada", "IEEPA Mexico", "IEEPA China", "S232 autos")) {
      assertEquals("USD 24.75", refund(none, "2025-12-01"), none);
    }
    for (String paid : List.of("S232 wood", "S232 pharmaceuticals", "S301 China")) {
      assertEquals("USD 123.75", refund(paid, "2026-05-01"), paid);
    }
    assertEquals("USD 24.75", refund("S232 copper", "2025-12-01"));
    assertEquals("unknown", refund("S301 Brazil", "2026-08-01"));
    assertEquals("USD 123.75", refund("S122", "2026-05-01"), "a regular customs duty: cl. 5");
  }

  /**
   * Proclamation 11021 cl. 13 and 14 (metals) and Proclamation 11055 cl. 8 (drones): manufacturing
   * drawback on conditions, and no other. Proclamation 10984 cl. 15 allows it on parts of vehicles
   * "as of" 1 November 2025, and does not say whether of duties paid before.
   */
  @ParameterizedTest
  @CsvSource({
    "S232 copper, 2026-05-01",
    "S232 steel, 2026-05-01",
    "S232 drones, 2026-09-03",
    "S232 auto parts, 2025-06-01"
  })
  void what_is_given_back_on_conditions_is_not_for_goods_as_they_came(
      String programme, String day) {
    assertEquals("USD 24.75", refund(programme, day));
    DrawbackClaim made = DrawbackClaim.of(paid(programme, day), "1 item").withUse(Use.MANUFACTURED);
    assertEquals(Optional.empty(), made.refund("1 item"));
    assertEquals(
        List.of("state with withIneligible whether drawback is paid on " + programme),
        made.reasons());
  }

  /** 19 U.S.C. 1677h: such duties are for drawback no regular customs duties. */
  @ParameterizedTest
  @ValueSource(strings = {"anti-dumping", "countervailing"})
  void duties_on_dumping_and_subsidies_come_not_back(String programme) {
    assertEquals("USD 24.75", refund(programme, "2025-06-01"));
  }

  /** Proclamation 10984, clause 15: manufacturing drawback and no other on parts of vehicles. */
  @Test
  void parts_of_vehicles_get_manufacturing_drawback_only() {
    assertEquals("USD 24.75", refund("S232 auto parts", "2025-12-01"));
    DrawbackClaim made =
        DrawbackClaim.of(paid("S232 auto parts", "2025-12-01"), "1 item").withUse(Use.MANUFACTURED);
    assertEquals("USD 123.75", made.refund("1 item").orElseThrow().toString());
    assertEquals(
        List.of("not exported to Canada, Mexico or Chile (19 U.S.C. 1313(n))"), made.assumptions());
  }

  @Test
  void what_was_not_read_in_its_source_is_said() {
    DrawbackClaim claim = DrawbackClaim.of(paid("S301 China", "2026-05-01"), "1 item");
    assertEquals(List.of("S301 China: eligible (reported of CSMS 18-000419)"), claim.assumptions());
    assertTrue(claim.table().toText().contains("assumes: S301 China"), claim.table().toText());
    assertTrue(DrawbackClaim.of(paid("S232 wood", "2026-05-01"), "1 item").assumptions().isEmpty());
  }

  /** Of 25 and 100 only the 25 are known to come back: none is called eligible on a guess. */
  @Test
  void a_duty_of_which_it_is_not_known_is_not_eligible() {
    DrawbackClaim claim = DrawbackClaim.of(paid("S301 Brazil", "2026-08-01"), "1 item");
    assertEquals(1, claim.eligible().size());
    assertEquals(
        "drawback claim on 1 piece, not known: state with withIneligible whether drawback is paid on"
            + " S301 Brazil",
        claim.toString());
    DrawbackClaim told = claim.withIneligible(List.of());
    assertEquals(2, told.eligible().size());
    assertEquals("drawback claim on 1 piece, eligible USD 125.00", told.toString());
  }

  @Test
  void a_substitute_pays_in_the_currency_of_what_was_paid() {
    Assessment euros =
        TariffBook.of(
                "EU",
                CurrencyUnit.EUR,
                RoundingPolicy.EACH_DUTY_TO_CENT,
                List.of(TariffMeasure.base("8708", "2.5%")))
            .on("2026-05-01")
            .stack(HsCode.of("8708.10.30"), Country.of("US"))
            .assess(Money.parse("EUR 1000"));
    Assessment dollars =
        TariffBook.us(TariffMeasure.base("8708", "2.5%"))
            .on("2026-05-01")
            .stack(HsCode.of("8708.10.30"), Country.of("DE"))
            .assess(Money.parse("USD 1000"));
    DrawbackClaim claim = DrawbackClaim.of(dollars, "1 item");
    String message =
        assertThrows(IllegalArgumentException.class, () -> claim.withSubstitute(euros))
            .getMessage();
    assertTrue(message.startsWith("Duties of the substitute must be in USD"), message);
  }
}
