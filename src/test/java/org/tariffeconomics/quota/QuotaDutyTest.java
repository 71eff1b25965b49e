package org.tariffeconomics.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.quota.QuotaDuty.Side;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** Expected duties are worked out by hand beside each number. */
class QuotaDutyTest {

  private static final HsCode BEEF = HsCode.of("02013050");
  private static final BigMoney VALUE = BigMoney.parse("USD 10000");
  private static final List<Quantity> KILOS = List.of(Quantity.parse("2000 kg"));
  private static final TariffLaw LAW =
      TariffBook.us(
              TariffMeasure.base("0201", "4.4¢/kg").withId("within").withCondition("quota:beef=in"),
              TariffMeasure.base("0201", "26.4%").withId("above").withCondition("quota:beef=out"))
          .on("2025-06-01");

  private static QuotaDuty duty(String facts, QuotaPosition position) {
    DeclaredOrigin origin = new DeclaredOrigin(Country.of("BR"), DeclaredFacts.parse(facts));
    return QuotaDuty.of(LAW, BEEF, origin, VALUE, KILOS, position);
  }

  private static QuotaPosition left(String kilos) {
    TariffQuota quota =
        new TariffQuota(
            "beef",
            Quantity.parse("10000 kg"),
            new Quantity(
                new BigDecimal("10000").subtract(new BigDecimal(kilos)), KILOS.get(0).unit()));
    return QuotaPosition.of(quota, KILOS.get(0));
  }

  /** 500 kg within: 22.00; 1,500 kg worth 7,500 above: 26.4 % = 1,980.00. */
  @Test
  void an_entry_that_straddles_the_limit_is_split() {
    QuotaDuty duty = duty("", left("500"));
    assertEquals("USD 2002.00", duty.duty().orElseThrow().toString());
    assertEquals(
        "USD 22.00", duty.part(Side.WITHIN).orElseThrow().assessment().dutyOrThrow().toString());
    assertEquals(
        "USD 1980.00", duty.part(Side.ABOVE).orElseThrow().assessment().dutyOrThrow().toString());
    assertEquals("20.02%", duty.effectiveRate().orElseThrow().toText(2));
    assertTrue(duty.table().toText().contains("WITHIN"));
  }

  @Test
  void an_entry_at_the_limit_is_within_and_one_after_it_above() {
    assertEquals("USD 88.00", duty("", left("2000")).duty().orElseThrow().toString());
    assertEquals(1, duty("", left("2000")).parts().size());
    assertEquals("USD 2640.00", duty("", left("0")).duty().orElseThrow().toString());
    assertEquals(Side.ABOVE, duty("", left("0")).parts().get(0).side());
  }

  @Test
  void values_of_parts_add_up_where_the_shares_do_not_end() {
    QuotaDuty duty = duty("", left("666.6666666667"));
    BigMoney sum =
        duty.parts().stream()
            .map(p -> p.assessment().customsValue())
            .reduce(BigMoney::plus)
            .orElseThrow();
    assertEquals(0, sum.compareTo(VALUE));
    Quantity quantity =
        duty.parts().stream().map(QuotaDuty.Part::quantity).reduce(Quantity::plus).orElseThrow();
    assertEquals(KILOS.get(0), quantity);
  }

  /** All within is 4.4¢ × 2,000 = 88.00, all above 26.4 % of 10,000 = 2,640.00. */
  @Test
  void a_quota_of_unknown_use_is_bounded_by_both_sides_and_never_within() {
    QuotaDuty duty = duty("", QuotaPosition.unknown("beef", "no balance is published"));
    assertEquals(Outcome.BOUNDED, duty.outcome());
    assertEquals(Optional.empty(), duty.duty());
    assertEquals("USD 88.00 to USD 2640.00", duty.range().orElseThrow().toString());
    assertTrue(duty.reasons().get(0).contains("beef"), duty.reasons().toString());
    assertTrue(duty.table().toText().contains("no balance is published"));
    assertTrue(duty.table().toText().contains("USD 88.00 to USD 2640.00"));
    assertTrue(duty.toString().startsWith("duty USD 88.00 to USD 2640.00 on 1 part: it is not"));
    for (String left : List.of("0", "1", "500", "1999", "2000")) {
      Money split = duty("", left(left)).duty().orElseThrow();
      assertTrue(
          split.compareTo(duty.range().orElseThrow().lowest()) >= 0
              && split.compareTo(duty.range().orElseThrow().highest()) <= 0,
          split.toString());
    }
  }

  /** Where the law charges the same on both sides, what is left of the quota moves nothing. */
  @Test
  void a_quota_that_moves_no_duty_leaves_none_open() {
    TariffLaw same = TariffBook.us(TariffMeasure.base("0201", "10%")).on("2025-06-01");
    QuotaDuty duty =
        QuotaDuty.of(
            same,
            BEEF,
            DeclaredOrigin.parse("BR"),
            VALUE,
            KILOS,
            QuotaPosition.unknown("beef", "no balance is published"));
    assertEquals(Outcome.ASSESSED, duty.outcome());
    assertEquals("USD 1000.00", duty.duty().orElseThrow().toString());
    assertEquals(List.of(), duty.reasons());
  }

  /** Within 10 % of 5,000; above 25 % more if it has enough steel: 500 and 500 to 1,750. */
  @Test
  void a_part_that_is_left_open_bounds_the_entry() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("0201", "10%"),
            TariffMeasure.adds("metal", "0201", "*", "25%")
                .withCondition("quota:beef=out")
                .withCondition("weight:steel>=0.15"));
    QuotaDuty duty = onHalf(book);
    assertEquals(Outcome.BOUNDED, duty.outcome());
    assertEquals("USD 1000.00 to USD 2250.00", duty.range().orElseThrow().toString());
    assertTrue(duty.reasons().get(0).contains("weight:steel"), duty.reasons().toString());
    QuotaDuty unknown =
        onHalf(
            TariffBook.us(
                TariffMeasure.base("0201", "10%"),
                TariffMeasure.adds("fee", "0201", "*", "USD 2 per head")
                    .withCondition("quota:beef=out")));
    assertEquals(Outcome.UNDETERMINED, unknown.outcome());
    assertEquals(Optional.empty(), unknown.range());
    QuotaDuty banned =
        onHalf(
            TariffBook.us(
                TariffMeasure.base("0201", "10%"),
                TariffMeasure.of("ban", Rule.PROHIBITS, "0201", "*", "Free")
                    .withCondition("quota:beef=out")));
    assertEquals(Outcome.PROHIBITED, banned.outcome());
    assertEquals(Optional.empty(), banned.range());
  }

  private static QuotaDuty onHalf(TariffBook book) {
    return QuotaDuty.of(
        book.on("2025-06-01"), BEEF, DeclaredOrigin.parse("BR"), VALUE, KILOS, left("1000"));
  }

  /** A third within: 333.33 and 666.67 at 10 % are 33.333 and 66.667, of which fils are paid. */
  @Test
  void the_printed_duties_add_up_in_the_decimals_of_the_currency() {
    assertEquals(
        List.of("KWD 33.333", "KWD 66.667", "KWD 100.000"), printed("KWD", "333.3333333333333333"));
    assertEquals(List.of("JPY 33", "JPY 67", "JPY 100"), printed("JPY", "333.3333333333333333"));
    assertEquals(List.of("USD 33.33", "USD 66.67", "USD 100.00"), printed("USD", "333.3333"));
  }

  private static List<String> printed(String currency, String left) {
    TariffLaw law =
        TariffBook.of(
                "XX",
                CurrencyUnit.of(currency),
                new RoundingPolicy(
                    CurrencyUnit.of(currency).getDecimalPlaces(),
                    RoundingMode.HALF_UP,
                    RoundingPolicy.Level.TOTAL),
                List.of(TariffMeasure.base("0201", "10%")))
            .on("2025-06-01");
    Quantity entry = Quantity.parse("1000 kg");
    Quantity volume = Quantity.parse("10000 kg");
    BigDecimal used = new BigDecimal("10000").subtract(new BigDecimal(left));
    QuotaPosition position =
        QuotaPosition.of(new TariffQuota("beef", volume, new Quantity(used, entry.unit())), entry);
    return QuotaDuty.of(
            law,
            BEEF,
            DeclaredOrigin.parse("BR"),
            BigMoney.parse(currency + " 1000"),
            List.of(entry),
            position)
        .table()
        .rows()
        .stream()
        .map(row -> row.get(4).text())
        .toList();
  }

  @Test
  void an_announced_share_splits_each_entry() {
    QuotaDuty duty = duty("", QuotaPosition.prorated("beef", Rate.percent(25)));
    assertEquals("USD 2002.00", duty.duty().orElseThrow().toString());
    assertThrows(
        IllegalArgumentException.class, () -> QuotaPosition.prorated("beef", Rate.percent(101)));
  }

  @Test
  void without_its_licence_an_entry_is_above_the_quota() {
    QuotaPosition licensed = left("2000").withLicence();
    assertEquals("USD 2640.00", duty("", licensed).duty().orElseThrow().toString());
    assertTrue(duty("", licensed).table().toText().contains("licence:beef"));
    assertEquals(
        "USD 88.00", duty("licence:beef=US-4711", licensed).duty().orElseThrow().toString());
    assertEquals("USD 2640.00", duty("licence:beef=no", licensed).duty().orElseThrow().toString());
  }

  /** 500 kg worth 2,500: above the quota 660.00, within 22.00. */
  @Test
  void a_critical_quota_demands_security_on_what_is_within() {
    QuotaDuty duty = duty("", left("500").withSecurity());
    assertEquals(0, duty.security().orElseThrow().compareTo(BigMoney.parse("USD 638")));
    assertTrue(duty.table().toText().contains("security due: USD 638"), duty.table().toText());
    assertEquals("quantity, kg", duty.table().columns().get(1));
    assertEquals("USD 2002.00", duty.duty().orElseThrow().toString());
    assertEquals(Optional.empty(), duty("", left("0").withSecurity()).security());
  }

  @Test
  void a_ledger_gives_the_position_of_its_entries() {
    QuotaLedger ledger =
        QuotaLedger.of(QuotaTerms.of("beef", Quantity.parse("10 t"), "2025-01-01", "2025-12-31"))
            .with("earlier", "2025-02-01", Quantity.parse("9500 kg"))
            .with("mine", "2025-06-01", Quantity.parse("2000 kg"));
    QuotaDuty duty = duty("", ledger.position("mine"));
    assertEquals("USD 2002.00", duty.duty().orElseThrow().toString());
  }

  @Test
  void the_position_is_that_of_the_entry() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            QuotaDuty.of(
                LAW,
                BEEF,
                DeclaredOrigin.parse("BR"),
                VALUE,
                List.of(Quantity.parse("1 kg")),
                left("500")));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            QuotaDuty.of(
                LAW,
                BEEF,
                DeclaredOrigin.parse("BR"),
                VALUE,
                List.of(Quantity.parse("1 liter")),
                left("500")));
  }
}
