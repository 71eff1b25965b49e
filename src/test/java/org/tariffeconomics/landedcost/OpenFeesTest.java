package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Fees of which is open whether they are due: a single shipment then lies between two sums. */
class OpenFeesTest {

  /** Goods of Japan bear 10 %, or 35 % where they are luxury. */
  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "10%"),
          TariffMeasure.adds("luxury", "8703", "JP", "25%").withCondition("luxury=yes"));

  private static final Fee HARBOUR =
      Fee.adValorem("harbour", "0.125%").withModes(TransportMode.SEA);
  private static final Fee HANDLING = Fee.fixed("handling", "USD 12").withDoubt("the text is lost");

  private static LandedCostCalculator calculator(Fee... fees) {
    return LandedCostCalculator.of("US").withFees(FeeSchedule.of(fees));
  }

  private static Shipment car(String price) {
    return Shipment.of("8703.23.01", "JP", price).withFreight("USD 1").withInsurance("USD 1");
  }

  private static String range(LandedCost cost) {
    return cost.range().map(MoneyRange::toString).orElse("none");
  }

  private static LandedCost priced(LandedCostCalculator terms, Shipment goods, String facts) {
    return terms.price(goods.withFacts(DeclaredFacts.parse(facts)), BOOK.on("2026-01-01"));
  }

  @Test
  void without_a_mode_of_transport_the_harbour_may_be_paid_for_or_not() {
    LandedCost cost = priced(calculator(HARBOUR), car("USD 20000"), "luxury=no");
    assertEquals(Outcome.BOUNDED, cost.outcome());
    // 20,002 and 10 % of 20,000, and 0.125 % of 20,000 or none
    assertEquals("USD 22002.00 to USD 22027.00", range(cost));
    assertTrue(cost.total().isEmpty());
    assertTrue(cost.amount(Kind.FEE).isEmpty());
    assertEquals(
        "BigMoney 2000.00", "BigMoney " + cost.amount(Kind.DUTY).orElseThrow().getAmount());
    assertTrue(cost.reasons().toString().contains("mode of transport"), cost::toString);
    assertTrue(
        cost.table().toText().contains("USD 22002.00 to USD 22027.00"), cost.table()::toText);
    assertTrue(cost.toRecord().toJson().contains("22027.00"), cost.toRecord().toJson());
  }

  @Test
  void what_the_cases_pay_is_known() {
    LandedCost cost = priced(calculator(HARBOUR, HANDLING), car("USD 20000"), "");
    List<String> totals =
        cost.cases().stream()
            .map(each -> each.totalOrThrow().getAmount().toPlainString())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "22002.00",
            "22014.00",
            "22027.00",
            "22039.00",
            "27002.00",
            "27014.00",
            "27027.00",
            "27039.00"),
        totals);
    assertEquals("USD 22002.00 to USD 27039.00", range(cost));
    LandedCost first = cost.cases().get(0);
    assertEquals(List.of(first), first.cases());
  }

  @Test
  void a_tax_on_an_open_fee_is_bounded_with_it() {
    LandedCostCalculator taxed =
        calculator(HANDLING)
            .withTax(
                ImportTax.of("VAT", "20%")
                    .withBase(TaxBase.of(TaxBase.Part.CUSTOMS_VALUE, TaxBase.Part.FEES)));
    LandedCost cost = priced(taxed, car("USD 1000"), "luxury=no");
    // 1,002 + 100 + 200, and with the fee 12 and 2.40 of tax on it
    assertEquals("USD 1302.00 to USD 1316.40", range(cost));
    assertEquals(
        "USD 200.00 to USD 202.40",
        cost.lines().stream()
            .filter(line -> line.kind() == Kind.TAX)
            .findFirst()
            .flatMap(CostLine::range)
            .orElseThrow()
            .toString());
  }

  @Test
  void a_duty_paid_price_stays_the_price() {
    LandedCost cost =
        priced(calculator(HARBOUR), car("USD 22027").withIncoterm(Incoterm.DDP), "luxury=no");
    assertEquals(Outcome.BOUNDED, cost.outcome());
    assertEquals("USD 22027.00", range(cost));
  }

  @Test
  void goods_that_may_be_prohibited_are_left_out_and_unknown_duties_stay_unknown() {
    TariffBook closed =
        BOOK.with(
            TariffMeasure.of("ban", Rule.PROHIBITS, "8703", "JP", "Free")
                .withCondition("luxury=yes"));
    Shipment goods = car("USD 20000");
    LandedCost cost = calculator(HARBOUR).price(goods, closed.on("2026-01-01"));
    assertEquals("USD 22002.00 to USD 22027.00", range(cost));
    LandedCost unknown =
        calculator(HARBOUR)
            .price(
                goods,
                BOOK.with(TariffMeasure.adds("other", "8703", "JP", "see the annex"))
                    .on("2026-01-01"));
    assertEquals(Outcome.UNDETERMINED, unknown.outcome());
    assertEquals("none", range(unknown));
  }

  @Test
  void a_rival_without_open_fees_is_held_against_both_ends() {
    LandedCost open = priced(calculator(HARBOUR), car("USD 20000"), "luxury=no");
    LandedCost known =
        priced(calculator(HARBOUR), car("USD 20000").withMode(TransportMode.AIR), "luxury=no");
    assertEquals("USD 0.00 to USD 25.00", open.minus(known).range().orElseThrow().toString());
    assertEquals("USD -25.00 to USD 0.00", known.minus(open).range().orElseThrow().toString());
    ParityAnswer<Rate> parity = Parity.rate(open, known);
    // 20,002 + 20,000 t [+ 25] = 22,002
    assertEquals(Optional.of(Rate.parse("9.875%")), parity.lowest());
    assertEquals(Optional.of(Rate.parse("10%")), parity.highest());
  }

  /** What is not said of the mode widens the cost to that of all modes, and no further. */
  @Property(tries = 200)
  void a_cost_without_a_mode_is_the_hull_of_all_modes(
      @ForAll @BigRange(min = "0.01", max = "500000") BigDecimal price,
      @ForAll @IntRange(max = 2) int luxury,
      @ForAll boolean limits) {
    Fee fee = limits ? HARBOUR.withLimits("USD 33.58", "USD 651.50") : HARBOUR;
    LandedCostCalculator terms = calculator(fee);
    Shipment goods = car("USD " + price.toPlainString());
    String facts = List.of("", "luxury=yes", "luxury=no").get(luxury);
    MoneyRange hull =
        Arrays.stream(TransportMode.values())
            .map(mode -> priced(terms, goods.withMode(mode), facts).range().orElseThrow())
            .reduce(MoneyRange::union)
            .orElseThrow();
    assertEquals(hull, priced(terms, goods, facts).range().orElseThrow());
  }

  /** Of many fees the cheapest way has none of them and the dearest all. */
  @Property(tries = 50)
  void many_open_fees_lie_between_none_and_all(@ForAll @IntRange(min = 1, max = 12) int count) {
    Fee[] fees = new Fee[count];
    for (int i = 0; i < count; i++) {
      fees[i] = Fee.fixed("fee " + i, "USD " + (1 << i)).withDoubt("the text is lost");
    }
    LandedCost cost = priced(calculator(fees), car("USD 100"), "luxury=no");
    assertEquals(
        MoneyRange.of(BigMoney.parse("USD 112").toMoney())
            .union(MoneyRange.of(BigMoney.parse("USD " + (111 + (1 << count))).toMoney())),
        cost.range().orElseThrow());
  }
}
