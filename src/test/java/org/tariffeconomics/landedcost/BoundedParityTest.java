package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Parity where a landed cost has bounds: goods of 8703 from Japan pay 2.5 % or 27.5 %, those from
 * Korea 15 %, at a price of 100 each, without fees. The price of parity is 100 × 1.15 / (1 + t).
 */
class BoundedParityTest {

  private static final TariffBook BOOK =
      TariffBook.of(
          "EU",
          CurrencyUnit.EUR,
          RoundingPolicy.EACH_DUTY_TO_CENT,
          List.of(
              TariffMeasure.base("8703", "2.5%"),
              TariffMeasure.adds("autos", "8703.23", "JP", "25%"),
              TariffMeasure.adds("even", "8703", "KR", "12.5%")));

  private static LandedCost cost(String origin, String facts) {
    return LandedCostCalculator.of("EU")
        .price(
            Shipment.of("8703", origin, "EUR 100")
                .withFreight("EUR 0")
                .withInsurance("EUR 0")
                .withFacts(DeclaredFacts.parse(facts)),
            BOOK.on("2026-01-01"));
  }

  private static String fourDigits(BigDecimal number) {
    return number.round(new MathContext(5, RoundingMode.HALF_UP)).toPlainString();
  }

  @Test
  void a_price_of_parity_lies_between_those_of_all_cases() {
    assertEquals(Outcome.BOUNDED, cost("JP", "").outcome());
    ParityAnswer<?> none = Parity.price(cost("JP", ""), cost("KR", ""));
    assertTrue(none.value().isEmpty(), none::toString);
    assertEquals(
        "90.196 to 112.20",
        fourDigits(Parity.price(cost("JP", ""), cost("KR", "")).lowest().get().getAmount())
            + " to "
            + fourDigits(Parity.price(cost("JP", ""), cost("KR", "")).highest().get().getAmount()));
    ParityAnswer<BigDecimal> cut = Parity.priceCut(cost("JP", ""), cost("KR", ""));
    assertEquals("-0.12195", fourDigits(cut.lowest().get()));
    assertEquals("0.098039", fourDigits(cut.highest().get()));
    assertTrue(cut.reason().contains("not all facts"), cut.reason());
  }

  /** The rival's least and most cost are 102.5 and 127.5: rates of 2.5 % and 27.5 %. */
  @Test
  void a_rate_of_parity_takes_the_rivals_bounds_and_not_ones_own() {
    ParityAnswer<?> level = Parity.rate(cost("KR", ""), cost("JP", ""));
    assertEquals("between 2.50% and 27.50%", level.toString().substring(0, 24), level::toString);
    assertEquals(
        Parity.rate(cost("JP", ""), cost("KR", "")).orElseThrow(),
        Parity.rate(cost("KR", ""), cost("KR", "")).orElseThrow());
  }

  /** Half the price is local cost: 0.098039 / (0.5 − 0.098039), and −0.12195 / (0.5 + 0.12195). */
  @Test
  void a_depreciation_of_parity_lies_between_those_of_all_cases() {
    ParityAnswer<BigDecimal> move =
        Parity.depreciation(cost("JP", ""), cost("KR", ""), new BigDecimal("0.5"));
    assertEquals("-0.19608", fourDigits(move.lowest().get()));
    assertEquals("0.24390", fourDigits(move.highest().get()).substring(0, 7));
  }

  @Test
  void a_waterfall_shows_what_the_duty_and_the_sum_lie_between() {
    String table = cost("JP", "").table().toText();
    assertTrue(table.contains("EUR 0.00 to EUR 25.00"), table);
    assertTrue(table.contains("EUR 102.50 to EUR 127.50"), table);
  }

  /**
   * Of two lines that pay 5 % and 30 % from both origins, and 10 points more from one, each line is
   * held against itself: the difference of costs of 100 is 10 on both lines, and the price that
   * draws level 100 × 1.05 / 1.15 or 100 × 1.30 / 1.40.
   */
  @Test
  void costs_of_the_same_goods_are_held_against_each_other_line_by_line() {
    TariffBook book =
        TariffBook.of(
            "EU",
            CurrencyUnit.EUR,
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(
                TariffMeasure.base("6403", "5%").withId("a"),
                TariffMeasure.base("6403.99", "30%").withId("b"),
                TariffMeasure.adds("more", "6403", "VN", "10%")));
    LandedCost dearer = cost(book, "VN");
    LandedCost cheaper = cost(book, "ID");
    assertEquals(Outcome.BOUNDED, dearer.outcome());
    LandedCostDifferential difference = LandedCostDifferential.of(dearer, cheaper);
    assertEquals("EUR 10.00", difference.range().orElseThrow().toString());
    assertEquals("VN less ID: EUR 10.00", difference.toString());
    LandedCostDifferential.Component tied =
        difference.components().get(difference.components().size() - 1);
    LandedCostDifferential.Component loose =
        new LandedCostDifferential.Component(
            tied.kind(),
            tied.name(),
            Span.of(tied.firstRange().orElseThrow()),
            Span.of(tied.secondRange().orElseThrow()));
    assertEquals("EUR 10.00", tied.range().orElseThrow().toString(), tied::toString);
    assertEquals("EUR -15.00 to EUR 35.00", loose.range().orElseThrow().toString());
    assertNotEquals(tied, loose);
    ParityAnswer<?> price = Parity.price(dearer, cheaper);
    assertEquals(
        "91.304 to 92.857",
        fourDigits(Parity.price(dearer, cheaper).lowest().get().getAmount())
            + " to "
            + fourDigits(Parity.price(dearer, cheaper).highest().get().getAmount()),
        price::toString);
  }

  @Test
  void answers_that_lie_between_others_are_others() {
    ParityAnswer<Rate> one = between("1", "2");
    assertEquals(one, between("1", "2"));
    assertEquals(one.hashCode(), between("1", "2").hashCode());
    assertNotEquals(one, between("1", "3"));
    assertNotEquals(one, between("0", "2"));
  }

  private static ParityAnswer<Rate> between(String lowest, String highest) {
    return ParityAnswer.between("rate", Rate.percent(lowest), Rate.percent(highest), "open");
  }

  private static LandedCost cost(TariffBook book, String origin) {
    return LandedCostCalculator.of("EU")
        .price(
            Shipment.of("6403", origin, "EUR 100").withFreight("EUR 0").withInsurance("EUR 0"),
            book.on("2026-01-01"));
  }
}
