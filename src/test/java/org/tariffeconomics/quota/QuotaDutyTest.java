package org.tariffeconomics.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.quota.QuotaDuty.Side;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DutyStack.Outcome;
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

  @Test
  void a_quota_of_unknown_use_is_undetermined_and_never_within() {
    QuotaDuty duty = duty("", QuotaPosition.unknown("beef", "no balance is published"));
    assertEquals(Outcome.UNDETERMINED, duty.outcome());
    assertEquals(Optional.empty(), duty.duty());
    assertTrue(duty.reasons().get(0).contains("beef"), duty.reasons().toString());
    assertTrue(duty.table().toText().contains("no balance is published"));
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
