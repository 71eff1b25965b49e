package org.tariffeconomics.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.border.BorderRule.Part;
import org.tariffeconomics.border.LowValueRelief.Dropped;
import org.tariffeconomics.border.LowValueRelief.Measured;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.Incoterm;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/** Rules for consignments of low value: their text, and what they make of a cost. */
class LowValueReliefTest {

  private static final Source ACT = Source.user("an act");

  private static BorderRule rule(Part part, String name, String value, Source source) {
    return new BorderRule(
        "NO",
        part,
        name,
        value,
        part == Part.TAX
            ? List.of(TaxBase.Part.CUSTOMS_VALUE, TaxBase.Part.DUTY)
            : List.<TaxBase.Part>of(),
        ProductScope.all(),
        LocalDateRange.ALL,
        source,
        "");
  }

  /**
   * An importer with a duty of 10 %, 20 % on top for goods of China, a tax of 25 %, a fee of 1 %.
   */
  private static Importer importer(String... reliefs) {
    TariffBook book =
        TariffBook.of(
            "NO",
            CurrencyUnit.of("NOK"),
            RoundingPolicy.TOTAL_TO_CENT,
            List.of(
                TariffMeasure.base("9503", "10%"), TariffMeasure.adds("Answer", "*", "CN", "20%")));
    List<BorderRule> rules = new ArrayList<>();
    rules.add(rule(Part.VALUATION, "basis", "CIF", ACT));
    rules.add(rule(Part.TAX, "VAT", "25%", ACT));
    rules.add(rule(Part.FEE, "handling", "1%", ACT));
    for (String each : reliefs) {
      rules.add(rule(Part.LOW_VALUE, "relief", each, ACT));
    }
    return Importer.of("NO", book, BorderRegime.of("NO", "NO", rules), Evidence.OFFICIAL);
  }

  private static Shipment toys(String price) {
    return Shipment.of("9503.00", "CN", price).withFreight("NOK 50").withInsurance("NOK 0");
  }

  /** Duty, fees and taxes. */
  private static String paid(Importer importer, Shipment shipment) {
    LandedCost cost = importer.landed(shipment, "2026-06-01");
    if (cost.outcome() == Outcome.BOUNDED) {
      return cost.range().orElseThrow().toString();
    }
    return cost.outcome() == Outcome.ASSESSED
        ? List.of(Kind.DUTY, Kind.FEE, Kind.TAX).stream()
            .map(k -> cost.amount(k).orElseThrow().getAmount().stripTrailingZeros())
            .map(BigDecimal::toPlainString)
            .toList()
            .toString()
        : cost.outcome().toString();
  }

  @Test
  void what_a_rule_says_is_read() {
    LowValueRelief relief =
        LowValueRelief.parse(
            "USD 800 of customs value from CN,HK: no duty, no fees where free entry=yes; age>=2");
    assertEquals("USD 800", relief.upTo().toString());
    assertEquals(Measured.CUSTOMS_VALUE, relief.of());
    assertEquals("CN,HK", relief.origins().toString().replace(" ", ""));
    assertEquals("Free", relief.duty().orElseThrow().toString());
    assertEquals(Set.of(Dropped.NO_FEES), relief.dropped());
    assertEquals("[free entry=yes, age>=2]", relief.conditions().toString());
    assertFalse(LowValueRelief.parse("CNY 50").hasEffect(), "known in words only");
    assertEquals("20%", LowValueRelief.parse("USD 50: duty 20%").duty().orElseThrow().toString());
  }

  @Test
  void a_rate_of_other_programmes_is_read() {
    LowValueRelief relief =
        LowValueRelief.parse(
            "USD 800 from CN,HK with plain goods 9503.00.00: duty at rate of IEEPA where rate of"
                + " IEEPA<0.16");
    assertEquals("9503.00.00", relief.plainGoods().orElseThrow().toString());
    assertEquals(new DutyRate.ByReference("rate of IEEPA"), relief.duty().orElseThrow());
    assertEquals("CN,HK", relief.origins().toString().replace(" ", ""));
    assertEquals("[rate of IEEPA<0.16]", relief.conditions().toString());
    assertTrue(LowValueRelief.parse("USD 800: no duty").plainGoods().isEmpty());
  }

  @Test
  void a_rule_takes_the_rate_of_other_programmes() {
    // 20 % of 1,050 in place of 30 %, then 25 % of 1,260
    assertEquals(
        "[210, 10.5, 315]", paid(importer("NOK 1000: duty at rate of Answer"), toys("NOK 1000")));
    // a name is a whole word, and one that nothing has charges nothing
    assertEquals(
        "[0, 10.5, 262.5]", paid(importer("NOK 1000: duty at rate of Ans"), toys("NOK 1000")));
    for (String met : List.of("<0.21", ">=0.2", "<=0.2")) {
      assertEquals(
          "[100, 10.5, 287.5]",
          paid(
              importer("NOK 1000: duty 100 NOK/piece of parcel where rate of Answer" + met),
              toys("NOK 1000")),
          met);
    }
    assertEquals(
        "[315, 10.5, 341.25]",
        paid(importer("NOK 1000: duty 1% where rate of Answer>0.2"), toys("NOK 1000")));
    Shipment stated =
        toys("NOK 1000").withFacts(DeclaredFacts.none().withFact("rate of Answer", "40%"));
    assertEquals("[420, 10.5, 367.5]", paid(importer("NOK 1000: duty at rate of Answer"), stated));
  }

  @Test
  void a_fee_that_may_be_due_or_not_leaves_the_duty_known() {
    Importer importer = importer("NOK 1000: no fees where sent to a consumer=yes");
    LandedCost open = importer.landed(toys("NOK 1000"), "2026-06-01");
    assertEquals("NOK 315.00", open.amount(Kind.DUTY).orElseThrow().toString());
    assertEquals(Outcome.BOUNDED, open.outcome());
    // 1,050 with carriage, 315 duty, 341.25 tax on both, and 10.50 of handling or none
    assertEquals("NOK 1706.25 to NOK 1716.75", open.range().orElseThrow().toString());
    assertTrue(open.reasons().toString().contains("handling may be due or not"), open::toString);
    assertEquals("[315, 0, 341.25]", paid(importer, declaring("yes")));
  }

  @Test
  void what_is_usual_settles_its_conditions_while_others_stay_open() {
    Importer importer =
        importer("NOK 1000: no duty where sent to a consumer=yes; kind=plain")
            .withUsualParcels(
                (line, origin, day) -> DeclaredFacts.parse("sent to a consumer=yes; other=no"));
    LandedCost open = importer.landed(toys("NOK 1000"), "2026-06-01");
    assertEquals(Outcome.BOUNDED, open.outcome());
    assertFalse(open.reasons().toString().contains("sent to a consumer"), open::toString);
    assertTrue(
        open.stamp()
            .assumptions()
            .contains(
                "sent to a consumer=yes where not declared (usual for consignments of low value)"),
        open.stamp()::toString);
  }

  @Test
  void a_rule_of_a_bad_form_is_refused_with_what_to_write() {
    for (String bad :
        List.of(
            "150",
            "EUR",
            "EUR 150: free",
            "EUR 150: no duties",
            "EUR 150 of weight: no duty",
            "EUR 150: duty",
            "EUR 150: no duty where",
            "EUR 150: no duty where x",
            "EUR 150 from Atlantis: no duty",
            "EUR 150 with plain goods: no duty",
            "EUR 150 with plain goods toys: no duty",
            "EUR 150 with plain goods 95: duty at rate",
            "EUR 150: duty at 5%",
            "１５０ EUR")) {
      assertThrows(IllegalArgumentException.class, () -> LowValueRelief.parse(bad), bad);
    }
  }

  @Test
  void goods_within_the_threshold_pay_what_the_rule_says_and_those_above_it_all() {
    // value 1,050: 315 duty, 10.50 fee, 25 % of 1,365
    assertEquals("[315, 10.5, 341.25]", paid(importer(), toys("NOK 1000")));
    assertEquals("[0, 10.5, 262.5]", paid(importer("NOK 1000: no duty"), toys("NOK 1000")));
    assertEquals("[0, 10.5, 0]", paid(importer("NOK 1000: no duty, no tax"), toys("NOK 1000")));
    assertEquals(
        "[0, 0, 0]",
        paid(importer("NOK 1000: no duty, tax at the sale, no fees"), toys("NOK 1000")));
    assertEquals("[315, 10.5, 0]", paid(importer("NOK 1000: no tax"), toys("NOK 1000")));
    // 2 % of 1,050, then 25 % of 1,071
    assertEquals("[21, 10.5, 267.75]", paid(importer("NOK 1000: duty 2%"), toys("NOK 1000")));
    // the additional duty of 20 % stays: 210, then 25 % of 1,260
    assertEquals(
        "[210, 10.5, 315]", paid(importer("NOK 1000: no ordinary duty"), toys("NOK 1000")));
    assertEquals(
        "[210, 0, 0]",
        paid(importer("NOK 1000: no ordinary duty, no tax, no fees"), toys("NOK 1000")));
    // a fixed 30 for the one subheading
    assertEquals(
        "[30, 10.5, 270]",
        paid(importer("NOK 1000: duty 30 NOK/piece of tariff subheading"), toys("NOK 1000")));
    String above = "[315.3, 10.51, 341.58]";
    for (String relief :
        List.of("NOK 1000: no duty", "NOK 1050 of customs value: no duty, no tax")) {
      assertEquals(above, paid(importer(relief), toys("NOK 1001")), relief);
    }
    assertEquals("[315, 10.5, 341.25]", paid(importer("NOK 1000"), toys("NOK 1000")), "in words");
    assertEquals(
        "[315, 10.5, 341.25]", paid(importer("NOK 1000 from SE: no duty"), toys("NOK 1000")));
    assertEquals("[315, 10.5, 0]", paid(importer("NOK 341.25 of tax: no tax"), toys("NOK 1000")));
    assertEquals("[315, 10.5, 341.25]", paid(importer("NOK 341 of tax: no tax"), toys("NOK 1000")));
  }

  @Test
  void what_the_rule_asks_for_is_declared_or_the_cost_stays_open() {
    Importer importer = importer("NOK 1000: no duty where sent to a consumer=yes");
    assertEquals("[0, 10.5, 262.5]", paid(importer, declaring("yes")));
    assertEquals("[315, 10.5, 341.25]", paid(importer, declaring("no")));
    LandedCost open = importer.landed(toys("NOK 1000"), "2026-06-01");
    assertEquals(Outcome.BOUNDED, open.outcome());
    // 1,050 + 10.50 + 262.50, and 1,050 + 315 + 10.50 + 341.25
    assertEquals("NOK 1323.00", open.range().orElseThrow().lowest().toString());
    assertEquals("NOK 1716.75", open.range().orElseThrow().highest().toString());
    assertTrue(open.reasons().toString().contains("sent to a consumer"), open::toString);
    LandedCost ordinary =
        importer("NOK 1000: no ordinary duty where sent to a consumer=yes")
            .landed(toys("NOK 1000"), "2026-06-01");
    // 1,050 + 10.50 + 210 + 315, and as above
    assertEquals("NOK 1585.50", ordinary.range().orElseThrow().lowest().toString());
    assertEquals("NOK 1716.75", ordinary.range().orElseThrow().highest().toString());
    Importer taxes = importer("NOK 1000: no duty, no tax where sent to a consumer=yes");
    assertEquals("UNDETERMINED", paid(taxes, toys("NOK 1000")), "the tax may be due or not");
    assertEquals("[0, 10.5, 0]", paid(taxes, declaring("yes")));
  }

  private static Shipment declaring(String value) {
    return toys("NOK 1000").withFacts(DeclaredFacts.none().withFact("sent to a consumer", value));
  }

  @Test
  void a_price_that_no_exchange_rate_compares_leaves_the_cost_open() {
    Importer importer = importer("USD 100: no duty");
    assertEquals("UNDETERMINED", paid(importer, toys("NOK 1000")));
    ExchangeRates rates =
        ExchangeRates.none().with(CurrencyUnit.of("NOK"), CurrencyUnit.USD, new BigDecimal("0.1"));
    assertEquals("[0, 10.5, 262.5]", paid(importer, toys("NOK 1000").withExchangeRates(rates)));
  }

  /** No duty by hearsay, 315 by law: neither is the whole truth. */
  @Test
  void a_rule_without_evidence_leaves_the_duty_open() {
    BorderRegime regime = hearsay("NOK 1000: no duty");
    Importer official = Importer.of("NO", importer().book(), regime, Evidence.OFFICIAL);
    assertEquals("[1050.00, 1365.00]", ends(official.landed(toys("NOK 1000"), "2026-06-01")));
    assertEquals("[1365.00, 1365.00]", ends(official.landed(confirmed("no"), "2026-06-01")));
    assertEquals("[1050.00, 1050.00]", ends(official.landed(confirmed("yes"), "2026-06-01")));
    // 1,001 and 50 of freight; 30 % of it
    assertEquals("[1366.30, 1366.30]", ends(official.landed(toys("NOK 1001"), "2026-06-01")));
    LandedCost dollars =
        Importer.of("NO", importer().book(), hearsay("USD 100: no duty"), Evidence.OFFICIAL)
            .landed(toys("NOK 1000"), "2026-06-01");
    assertEquals("[1365.00, 1365.00]", ends(dollars));
    assertTrue(
        dollars.stamp().assumptions().toString().contains("not applied: up to USD 100: free"),
        dollars.stamp()::toString);
    Importer any = Importer.of("NO", importer().book(), regime, Evidence.ANY);
    assertEquals("[1050.00, 1050.00]", ends(any.landed(toys("NOK 1000"), "2026-06-01")));
  }

  private static BorderRegime hearsay(String rule) {
    Source source = new Source("hearsay", null, "", Verification.UNVERIFIED);
    return BorderRegime.of(
        "NO",
        "NO",
        List.of(
            rule(Part.VALUATION, "basis", "CIF", ACT), rule(Part.LOW_VALUE, "free", rule, source)));
  }

  private static Shipment confirmed(String answer) {
    Shipment toys = toys("NOK 1000");
    return toys.withFacts(toys.facts().withFact("low value rule confirmed", answer));
  }

  /** A price of 1,010 includes 20 of freight: the goods are 990; 30 % of 1,010 is 303. */
  @Test
  void it_is_open_whether_carriage_that_the_price_includes_counts_towards_the_threshold() {
    Importer importer =
        Importer.of("NO", importer().book(), hearsay("NOK 1000: no duty"), Evidence.ANY);
    assertEquals("[1010.00, 1313.00]", delivered(importer, "NOK 1010", "NOK 20", ""));
    assertEquals("[1010.00, 1010.00]", delivered(importer, "NOK 1010", "NOK 20", "yes"));
    assertEquals("[1313.00, 1313.00]", delivered(importer, "NOK 1010", "NOK 20", "no"));
    assertEquals("[1313.00, 1313.00]", delivered(importer, "NOK 1010", "NOK 5", ""));
    assertEquals("[1000.00, 1000.00]", delivered(importer, "NOK 1000", "NOK 20", ""));
  }

  private static String delivered(
      Importer importer, String price, String freight, String withoutCarriage) {
    Shipment toys = toys(price).withIncoterm(Incoterm.CIF).withFreight(freight);
    DeclaredFacts facts =
        withoutCarriage.isEmpty()
            ? toys.facts()
            : toys.facts().withFact("low value without carriage", withoutCarriage);
    return ends(importer.landed(toys.withFacts(facts), "2026-06-01"));
  }

  private static String ends(LandedCost cost) {
    MoneyRange range = cost.range().orElseThrow();
    return "[" + range.lowest().getAmount() + ", " + range.highest().getAmount() + "]";
  }

  @Property(tries = 200)
  void a_relief_never_makes_goods_dearer_and_ends_at_its_threshold(
      @ForAll @IntRange(min = 1, max = 2000) int price) {
    LandedCost with =
        importer("NOK 1000: no duty, no tax").landed(toys("NOK " + price), "2026-06-01");
    LandedCost without = importer().landed(toys("NOK " + price), "2026-06-01");
    int compared = with.totalOrThrow().compareTo(without.totalOrThrow());
    assertEquals(price <= 1000 ? -1 : 0, Integer.signum(compared));
  }
}
