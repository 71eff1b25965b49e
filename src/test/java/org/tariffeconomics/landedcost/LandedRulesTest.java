package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Contents.areHeld;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** Where a question begins and ends: bounds that count, values of zero, what is not stated. */
class LandedRulesTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.base("1001", "Free").withId("wheat"),
          TariffMeasure.base("0406.10", "10%").withId("cheese").withCondition("quota:cheese=out"),
          TariffMeasure.base("0406.10", "4%").withId("in quota").withCondition("quota:cheese=in"),
          TariffMeasure.preference("KORUS", "8703", "KR", "Free"),
          TariffMeasure.adds("old", "8703", "*", "5%").withCondition("age>=25"));

  private static final TariffLaw LAW = BOOK.on("2025-11-23");

  private static Shipment car(String price) {
    return Shipment.of("8703", "JP", price)
        .withFreight("USD 0")
        .withInsurance("USD 0")
        .withMode(TransportMode.AIR);
  }

  private static LandedCost landed(Shipment goods) {
    return LandedCostCalculator.of("US").price(goods.withFacts(young(goods)), LAW);
  }

  private static DeclaredFacts young(Shipment goods) {
    return goods.facts().withFact("age", "0");
  }

  private static void refused(String word, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(word), message);
  }

  @Test
  void shares_of_nothing_and_of_all_are_shares() {
    LawScenarios all = LawScenarios.of("stays", LAW, "100%").and("falls", LAW, "0%");
    assertTrue(all.toString().contains("stays"));
    refused("101%", () -> LawScenarios.of("stays", LAW, "101%"));
    refused("-1%", () -> LawScenarios.of("stays", LAW, "-1%"));
    for (String least : List.of("0%", "100%")) {
      assertTrue(
          OriginRule.valueContent(OriginRule.Method.TRANSACTION_VALUE, least)
              .toString()
              .contains(least));
    }
    refused("101%", () -> OriginRule.valueContent(OriginRule.Method.TRANSACTION_VALUE, "101%"));
    assertEquals(Rate.ZERO, ImportTax.of("VAT", "0%").rate());
    refused("-1%", () -> ImportTax.of("VAT", "-1%"));
  }

  @Test
  void what_has_no_name_is_refused() {
    refused("fee", () -> Fee.fixed(" ", "USD 1"));
    refused("fee", () -> Fee.adValorem("", "1%"));
    refused("process", () -> OriginRule.processing(" "));
    refused("charge", () -> new Charge(" ", BigMoney.parse("USD 1"), Charge.Treatment.DUTIABLE));
  }

  @Test
  void terms_of_a_fee_in_words() {
    assertEquals("USD 3", Fee.fixed("stamp", "USD 3").terms());
    Fee part = Fee.adValorem("MPF", "0.3464%");
    assertEquals("0.3464%", part.terms());
    assertEquals(
        "0.3464%, at least USD 33.58, at most USD 651.50",
        part.withLimits("USD 33.58", "USD 651.50").terms());
    assertEquals("stamp USD 3", Fee.fixed("stamp", "USD 3").toString());
  }

  @Test
  void a_provision_has_an_amount_unless_its_goods_are_free() {
    BigMoney some = BigMoney.parse("USD 5");
    refused("takes no amount", () -> new SpecialProvision(SpecialProvision.Kind.RETURNED, some));
    refused("needs an amount", () -> new SpecialProvision(SpecialProvision.Kind.REPAIRED, null));
    refused("must not be negative", () -> SpecialProvision.repaired("USD -1"));
    for (SpecialProvision each :
        List.of(
            SpecialProvision.returned(),
            SpecialProvision.repaired("USD 0"),
            SpecialProvision.assembled("USD 7"),
            SpecialProvision.metalProcessed("USD 8.50"))) {
      assertEquals(each, SpecialProvision.parse(each.toString()));
    }
  }

  /** A gift has no price to cut, no share of a value, and no place in an index of costs. */
  @Test
  void goods_of_no_value() {
    LandedCost gift = landed(car("USD 0"));
    LandedCost paid = landed(car("USD 1000"));
    assertEquals("there is no price to cut", Parity.priceCut(gift, paid).reason());
    assertFalse(gift.table().toText().contains("%  "), gift.table()::toText);
    Shipment free =
        Shipment.of("1001", "CA", "USD 0")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withMode(TransportMode.AIR);
    LandedCost nothing =
        LandedCostCalculator.of("US", ValuationBasis.FOB)
            .withFees(FeeSchedule.none())
            .price(free, LAW);
    assertTrue(nothing.totalOrThrow().isZero());
    assertEquals(OptionalDouble.empty(), BasketIndex.of(nothing).withRival(paid, "1").value());
    assertEquals(OptionalDouble.empty(), BasketIndex.of(paid).withRival(nothing, "1").value());
    assertEquals(OptionalDouble.empty(), BasketIndex.of(paid).value());
    assertEquals(100, BasketIndex.of(paid).withRival(paid, "2").value().orElseThrow(), 1e-9);
  }

  /** A tornado moves what is stated only. */
  @Test
  void what_is_not_stated_is_not_varied() {
    Shipment bare = Shipment.of("8703", "JP", "USD 1000").withMode(TransportMode.AIR);
    refused("FREIGHT", () -> CostTornado.of(bare, LAW).vary(CostTornado.Input.FREIGHT, "0%", "1%"));
    refused(
        "INSURANCE", () -> CostTornado.of(bare, LAW).vary(CostTornado.Input.INSURANCE, "0%", "1%"));
    Shipment insured = bare.withInsurance("USD 10").withFreight("USD 20");
    for (CostTornado.Input each : CostTornado.Input.values()) {
      CostTornado varied = CostTornado.of(insured, LAW).vary(each, "0%", "1%");
      assertTrue(
          varied
              .toString()
              .toLowerCase(Locale.ROOT)
              .contains(each.toString().toLowerCase(Locale.ROOT)),
          varied::toString);
    }
    refused("ends", () -> CostTornado.of(bare, LAW).vary(CostTornado.Input.DUTY, "-1%", "1%"));
    refused("ends", () -> CostTornado.of(bare, LAW).vary(CostTornado.Input.PRICE, "2%", "1%"));
    refused("-101%", () -> CostTornado.of(bare, LAW).vary(CostTornado.Input.PRICE, "-101%", "1%"));
  }

  /** Of two quantities the one in the quota's kind of unit is counted: 100 of 50 kg is half. */
  @Test
  void a_quota_counts_the_quantity_that_it_is_of() {
    Shipment cheese =
        Shipment.of("0406.10", "FR", "USD 1000")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withQuantity("7 items")
            .withQuantity("100 kg");
    EntryCost cost =
        CustomsEntry.of("US")
            .withMode(TransportMode.AIR)
            .withLine("a", cheese)
            .withQuota(
                new TariffQuota("cheese", Quantity.parse("50 kg"), Quantity.parse("0 kg")), "a")
            .price(LAW);
    assertEquals(
        "USD 70.00", cost.line("a").duty().orElseThrow().toString(), "half at 4, half at 10");
  }

  /** Korean cars: USD 0 claimed, and free of the processing fee only for what is claimed. */
  @Test
  void a_preference_is_used_where_it_is_claimed_and_there_is_one() {
    Shipment korean = car("USD 20000").withOrigin("KR");
    LandedCost claimed = landed(korean.withClaim("KORUS"));
    LandedCost unclaimed = landed(korean);
    LandedCost strange = landed(korean.withClaim("no such programme"));
    assertTrue(claimed.amount(CostLine.Kind.DUTY).orElseThrow().isZero());
    assertTrue(claimed.amount(CostLine.Kind.FEE).orElseThrow().isZero());
    assertEquals(
        "500.00",
        unclaimed.amount(CostLine.Kind.DUTY).orElseThrow().getAmount().setScale(2).toPlainString());
    // 0.3464 % of 20,000
    assertEquals(
        "69.28",
        unclaimed.amount(CostLine.Kind.FEE).orElseThrow().getAmount().setScale(2).toPlainString());
    assertEquals(unclaimed.amount(CostLine.Kind.FEE), strange.amount(CostLine.Kind.FEE));
    Shipment wheat =
        Shipment.of("1001", "KR", "USD 20000")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withMode(TransportMode.AIR);
    LandedCost listed = landed(wheat.withClaim("KORUS"));
    assertTrue(
        listed.amount(CostLine.Kind.FEE).orElseThrow().isZero(),
        "goods that are free for all are entered under the preference for the fee's sake");
    assertEquals(unclaimed.amount(CostLine.Kind.FEE), landed(wheat).amount(CostLine.Kind.FEE));
  }

  /** An old car or a new one: the cost is a range, its place is by the least, its rate a range. */
  @Test
  void a_cost_that_is_left_open_is_ranked_by_its_least() {
    LandedCost open = LandedCostCalculator.of("US").price(car("USD 1000"), LAW);
    LandedCost known = landed(car("USD 1010").withOrigin("DE"));
    Table table = LandedCostComparison.of(known, open).table();
    assertEquals("JP", table.cell(0, "origin").text());
    assertTrue(table.toText().contains("2.5% to 7.5%"), table::toText);
    assertEquals(List.of(open, known), LandedCostComparison.of(known, open).costs());
    LandedCost unstated =
        LandedCostCalculator.of("US")
            .price(Shipment.of("8703", "IT", "USD 1").withFacts(young(car("USD 1"))), LAW);
    assertEquals(
        List.of(open, known, unstated), LandedCostComparison.of(unstated, known, open).costs());
    assertTrue(
        LandedCostComparison.of(open, known.equals(open) ? open : known).table().columns().stream()
            .noneMatch("other"::equals));
  }

  /** Privileged goods keep their rate; a status that was demanded leaves no other. */
  @Test
  void a_zone_s_table_shows_both_ways() {
    var engine =
        LAW.stack(HsCode.of("0406.10"), Country.of("FR"), DeclaredFacts.parse("quota:cheese=out"));
    var car = LAW.stack(HsCode.of("1001"), Country.of("US"));
    Table both = ZoneGoods.of(engine, car, BigMoney.parse("USD 1000")).table();
    assertEquals("privileged", both.cell(0, "status").text());
    assertEquals("0406.10 from FR", both.cell(0, "classified as").text());
    assertEquals("100.00", both.number(0, "duty").setScale(2).toPlainString());
    assertEquals("10.0%", both.cell(0, "rate").text());
    assertEquals("non-privileged", both.cell(1, "status").text());
    assertEquals(0, both.number(1, "duty").signum());
    Table one = ZoneGoods.privileged(engine, BigMoney.parse("USD 1000")).table();
    assertTrue(one.toText().contains("privileged status is demanded"), one::toText);
    String lower = ZoneGoods.of(engine, car, BigMoney.parse("USD 1000")).toString();
    assertTrue(lower.contains("lower as"), lower);
  }

  /** Cars pay 25, or 75 where they are old; cheese 100, or 40 within its quota; wheat nothing. */
  @Test
  void a_status_is_lower_where_all_it_may_pay_is_lower() {
    var open = LAW.stack(HsCode.of("8703.23"), Country.of("JP"));
    var cheese = LAW.stack(HsCode.of("0406.10"), Country.of("FR"));
    var wheat = LAW.stack(HsCode.of("1001"), Country.of("US"));
    BigMoney value = BigMoney.parse("USD 1000");
    Table table = ZoneGoods.of(open, cheese, value).table();
    assertEquals("USD 25.00 to USD 75.00", table.cell(0, "duty").text());
    assertEquals("2.5% to 7.5%", table.cell(0, "rate").text());
    assertEquals(Optional.empty(), ZoneGoods.of(open, cheese, value).lower());
    assertEquals(
        Optional.of(ZoneGoods.Status.NON_PRIVILEGED), ZoneGoods.of(open, wheat, value).lower());
    assertEquals(
        Optional.of(ZoneGoods.Status.PRIVILEGED), ZoneGoods.of(wheat, open, value).lower());
    assertEquals(
        Optional.of(ZoneGoods.Status.PRIVILEGED), ZoneGoods.of(wheat, wheat, value).lower());
    refused("value must be in USD", () -> ZoneGoods.of(open, wheat, BigMoney.parse("EUR 1")));
    refused("value must be in USD", () -> ZoneGoods.privileged(open, BigMoney.parse("EUR 1")));
  }

  /** 1,025 paid with a duty of 2.5 % inside is a value of 1,000. */
  @Test
  void a_duty_paid_price_is_taken_apart() {
    LandedCostCalculator plain = LandedCostCalculator.of("US").withFees(FeeSchedule.none());
    Shipment paid = car("USD 1025").withFacts(young(car("USD 1")));
    DutyPaidSplit split = plain.dutyPaid(paid, LAW, ValueRounding.CENT);
    assertEquals(0, split.value().orElseThrow().getAmount().compareTo(new BigDecimal("1000")));
    assertEquals(0, split.dutyAndFees().orElseThrow().getAmount().compareTo(new BigDecimal("25")));
    assertTrue(split.remainder().orElseThrow().isZero());
    assertEquals(ValueRounding.CENT, split.rounding());
    DutyPaidSplit open = plain.dutyPaid(car("USD 1025"), LAW, ValueRounding.CENT);
    assertTrue(open.value().isEmpty());
    areHeld(
        split, plain.dutyPaid(paid.withPrice("USD 99"), StatedDuty.of("5%"), ValueRounding.EXACT));
  }

  private static Shipment stranger() {
    return Shipment.of("9999.99", "JP", "USD 100")
        .withFreight("USD 0")
        .withInsurance("USD 0")
        .withMode(TransportMode.AIR);
  }

  /** Of goods that the law does not know nothing reads as zero, in whatever is made of them. */
  @Test
  void what_is_not_known_is_said_in_every_result() {
    LandedCost unknown = LandedCostCalculator.of("US").price(stranger(), LAW);
    LandedCost known = landed(car("USD 1000"));
    assertTrue(
        unknown.toString().contains(": undetermined: No base duty for 9999.99"), unknown::toString);
    LandedCostDifferential difference = unknown.minus(known);
    assertTrue(difference.difference(CostLine.Kind.DUTY).isEmpty());
    assertTrue(difference.difference(CostLine.Kind.GOODS).isPresent());
    assertTrue(difference.table().toText().contains("unknown"), difference.table()::toText);
    assertTrue(unknown.minus(unknown).table().toText().contains("unknown"));
    EntryCost entry =
        CustomsEntry.of("US").withLine("a", stranger()).withLine("b", car("USD 10")).price(LAW);
    assertTrue(
        entry.toString().contains(": undetermined: a: No base duty for 9999.99"), entry::toString);
    assertTrue(entry.reasons().toString().contains("a: No base duty"), entry.reasons()::toString);
    assertTrue(entry.effectiveRate().isEmpty());
    assertTrue(
        entry.filed().rows().stream().anyMatch(row -> row.toString().endsWith(" unknown")),
        entry.filed().rows()::toString);
    assertTrue(entry.filed().table().toText().contains("unknown"));
    EntryCost noMode =
        CustomsEntry.of("US")
            .withLine("a", Shipment.of("8703", "DE", "USD 500").withFacts(young(car("USD 1"))))
            .price(LAW);
    assertTrue(noMode.reasons().toString().contains("mode of transport"), noMode::toString);
  }

  /** What holds of one side only is said with its name. */
  @Test
  void the_caption_of_a_difference_says_which_side() {
    LandedCost now = landed(car("USD 1000"));
    LandedCost before =
        LandedCostCalculator.of("US")
            .price(car("USD 1000").withFacts(young(car("USD 1"))), BOOK.on("2025-11-22"));
    List<String> caption = now.minus(before).table().caption();
    assertTrue(caption.toString().contains("as of 2025-11-23"), caption::toString);
    assertTrue(
        caption.stream().anyMatch(l -> l.contains(": ") && l.contains("as of 2025-11-22")),
        caption::toString);
  }

  /** The order of columns does not matter, and what is not there is blank. */
  @Test
  void a_portfolio_s_columns_come_in_any_order() {
    Portfolio first =
        Portfolio.parse(
                "region,quantities,currency,sku,line,origin,value\nE,5 kg,USD,a,8703,JP,9\n")
            .orThrow();
    Portfolio last =
        Portfolio.parse(
                "sku,line,origin,value,currency,quantities,region\na,8703,JP,9,USD,5 kg,E\n")
            .orThrow();
    assertEquals(first, last);
    assertEquals("E", first.items().get(0).region());
    assertEquals(
        "",
        Portfolio.parse("sku,line,origin,value\na,8703,JP,USD 9\n")
            .orThrow()
            .items()
            .get(0)
            .region());
    PortfolioDuties none = Portfolio.of(List.of()).under(LAW);
    assertTrue(none.total().orElseThrow().isZero());
    assertTrue(none.byRegion().number(0, "duty").signum() == 0, "no article pays nothing");
    assertEquals(0, none.against(LAW).unknown());
    refused(
        "Two articles are called 'a'",
        () -> Portfolio.of(List.of(first.items().get(0), last.items().get(0))));
  }

  /** A stated duty is kept without a law, and there is none to replay. */
  @Test
  void a_stated_duty_is_recorded_without_a_law() {
    LandedCost stated =
        LandedCostCalculator.of("US")
            .price(car("USD 1000"), StatedDuty.of("15%").withDay("2025-11-23"));
    LandedCostRecord record = stated.toRecord();
    assertEquals(record, LandedCostRecord.parse(record.toJson()));
    assertEquals(null, record.assessment());
    refused("no law to replay", () -> record.replay(BOOK));
    EntryRecord entry =
        CustomsEntry.of("US")
            .withMode(TransportMode.AIR)
            .withLine("a", car("USD 1000").withFacts(young(car("USD 1"))))
            .price(LAW)
            .toRecord();
    assertTrue(entry.replay(BOOK, FeeSchedule.us()).isSame());
    assertFalse(entry.replay(BOOK, FeeSchedule.none()).isSame());
  }

  /** 1,000 with a duty of 0 to 10 % moves by 100; the price alone by its own duty too. */
  @Test
  void a_tornado_moves_the_duty_by_itself() {
    Shipment young = car("USD 1000").withFacts(young(car("USD 1")));
    var bars =
        CostTornado.of(young, LAW)
            .vary(CostTornado.Input.DUTY, "0%", "10%")
            .vary(CostTornado.Input.PRICE, "0%", "1%")
            .tornado()
            .bars();
    assertEquals(100, bars.get(0).swing(), 1e-9);
    // 10 more and 2.5 % of it: the processing fee is at its least
    assertEquals(10.25, bars.get(1).swing(), 1e-9);
  }

  /** A tax on all lines together is not known where the duty of one is not. */
  @Test
  void a_tax_on_an_entry_needs_all_its_lines() {
    LandedCostCalculator terms = LandedCostCalculator.of("US").withTax(ImportTax.of("VAT", "10%"));
    CustomsEntry entry =
        CustomsEntry.of(terms)
            .withTaxLevel(CustomsEntry.TaxLevel.ENTRY)
            .withMode(TransportMode.AIR)
            .withLine("a", car("USD 1000").withFacts(young(car("USD 1"))));
    // 10 % of 1,000 and 25 of duty
    assertEquals("USD 102.50", entry.price(LAW).taxTotal().orElseThrow().toString());
    EntryCost open = entry.withLine("b", stranger()).price(LAW);
    assertTrue(open.taxTotal().isEmpty());
    assertEquals(2, open.lines().size());
    assertTrue(open.taxes().get(0).note().contains("b"), open.taxes()::toString);
    EntryCost two = entry.withLine("b", car("USD 3000").withFacts(young(car("USD 1")))).price(LAW);
    assertEquals("USD 410.00", two.taxTotal().orElseThrow().toString());
  }

  @Test
  void amounts_are_equal_whatever_zeros_they_are_written_with() {
    assertEqualOnly(Drawback.us("USD 10"), Drawback.us("USD 10.00"), Drawback.us("USD 11"));
    assertEqualOnly(
        Drawback.us("USD 10").forLine(BigMoney.parse("USD 5"), BigMoney.parse("USD 10")),
        Drawback.us("USD 10").forLine(BigMoney.parse("USD 50"), BigMoney.parse("USD 100")),
        Drawback.us("USD 10"));
    assertEqualOnly(
        SpecialProvision.repaired("USD 200"),
        SpecialProvision.repaired("USD 200.00"),
        SpecialProvision.assembled("USD 200"));
    assertEquals(SpecialProvision.returned(), SpecialProvision.returned());
    assertEqualOnly(steel("USD 30"), steel("USD 30.0"), steel("USD 3"));
    assertEqualOnly(
        new Span(BigMoney.parse("USD 1"), BigMoney.parse("USD 2.0")),
        new Span(BigMoney.parse("USD 1.00"), BigMoney.parse("USD 2")),
        new Span(BigMoney.parse("USD 1"), BigMoney.parse("USD 3")));
  }

  private static OriginInputs.Material steel(String value) {
    return new OriginInputs.Material(
        "steel", HsCode.of("7208"), BigMoney.parse(value), OriginInputs.Status.ORIGINATING);
  }

  private static void assertEqualOnly(Object one, Object same, Object other) {
    assertEquals(one, same);
    assertEquals(one.hashCode(), same.hashCode());
    assertNotEquals(one, other);
  }
}
