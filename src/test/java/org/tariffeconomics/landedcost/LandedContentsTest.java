package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.tariffeconomics.doors.Contents.areHeld;

import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** Values and results of this room compare, show and give their contents, each single one. */
class LandedContentsTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703.23.01", "2.5%"),
          TariffMeasure.base("6109.10", "16.5%").withId("shirts"),
          TariffMeasure.adds("IEEPA", "*", "JP", "10%"));

  private static final TariffLaw LAW = BOOK.on("2025-11-23");
  private static final TariffLaw OTHER = BOOK.without("IEEPA").on("2025-11-22");

  private static Shipment car() {
    return Shipment.of("8703.23.01", "JP", "USD 30000")
        .withFreight("USD 1330")
        .withInsurance("USD 207")
        .withMode(TransportMode.SEA);
  }

  private static Shipment shirts() {
    return Shipment.of("6109.10", "VN", "USD 5000")
        .withFreight("USD 300")
        .withInsurance("USD 20")
        .withMode(TransportMode.AIR)
        .withChargeBeforeImport("packing", "USD 10");
  }

  private static LandedCost one() {
    return LandedCost.of(car(), LAW);
  }

  private static LandedCost other() {
    return LandedCost.of(shirts(), OTHER);
  }

  private static CustomsValue value() {
    return CustomsValue.of(car(), ValuationBasis.FOB, CurrencyUnit.USD);
  }

  private static CustomsValue otherValue() {
    return CustomsValue.of(shirts(), ValuationBasis.CIF, CurrencyUnit.USD);
  }

  private static EntryCost entry() {
    return CustomsEntry.of("US").withLine("1", car()).price(LAW);
  }

  private static EntryCost otherEntry() {
    return CustomsEntry.of("US")
        .withLine("a", shirts())
        .withLine("b", car())
        .withCharge(
            new Charge("port", BigMoney.parse("USD 5"), Charge.Treatment.BEFORE_IMPORT),
            CostAllocation.byValue())
        .price(OTHER);
  }

  private static Portfolio portfolio(String rows) {
    return Portfolio.parse("sku,line,origin,value\n" + rows).orThrow();
  }

  @Test
  void landed_costs() {
    assertAll(
        () -> areHeld(one(), other(), "sheet"),
        () -> areHeld(one().lines().get(0), other().lines().get(3)),
        () -> areHeld(value().steps().get(0), otherValue().steps().get(1)),
        () -> areHeld(value(), otherValue(), "sum"),
        () -> areHeld(car(), shirts()),
        () ->
            areHeld(
                LandedCostCalculator.of("US"),
                LandedCostCalculator.of("EU", ValuationBasis.CIF)
                    .withFees(FeeSchedule.none())
                    .withTax(ImportTax.of("VAT", "19%"))
                    .withRounding(RoundingPolicy.TOTAL_TO_CENT)
                    .withRemark("a remark")),
        () -> areHeld(LandedCostComparison.of(one()), LandedCostComparison.of(one(), other())),
        () ->
            areHeld(
                LandedCostDifferential.of(one(), other()),
                LandedCostDifferential.of(other(), one())),
        () ->
            areHeld(
                LandedCostDifferential.of(one(), other()).components().get(0),
                LandedCostDifferential.of(one(), other()).components().get(1)),
        () -> areHeld(BasketIndex.of(one()), BasketIndex.of(other()).withRival(one(), "2")),
        () ->
            areHeld(
                BasketIndex.of(one()).withRival(one(), "1").rivals().get(0),
                BasketIndex.of(one()).withRival(other(), "3").rivals().get(0)),
        () ->
            areHeld(
                CostTornado.of(car(), LAW).vary(CostTornado.Input.PRICE, "-3%", "3%"),
                CostTornado.of(shirts(), OTHER)),
        () ->
            areHeld(
                StatedDuty.of("15%"),
                StatedDuty.of("5%").withFixed("USD 3").withDay("2025-01-01")));
  }

  @Test
  void what_is_charged() {
    assertAll(
        () ->
            areHeld(
                new Charge("port", BigMoney.parse("USD 5"), Charge.Treatment.BEFORE_IMPORT),
                new Charge("truck", BigMoney.parse("USD 6"), Charge.Treatment.AFTER_IMPORT)),
        () -> areHeld(Fee.adValorem("MPF", "0.3464%"), Fee.fixed("stamp", "USD 3")),
        () -> areHeld(FeeSchedule.us(), FeeSchedule.none(), "names"),
        () -> areHeld(ImportTax.of("VAT", "19%"), ImportTax.of("GST", "5%")),
        () -> areHeld(TaxBase.dutyPaidValue(), TaxBase.ofNamed("MPF")));
  }

  @Test
  void entries() {
    assertAll(
        () -> areHeld(entry(), otherEntry()),
        () -> areHeld(entry().entry(), otherEntry().entry()),
        () -> areHeld(entry().lines().get(0), otherEntry().lines().get(1), "sheet"),
        () -> areHeld(entry().filed(), otherEntry().filed()),
        () -> areHeld(entry().filed().rows().get(0), otherEntry().filed().rows().get(1)),
        () ->
            areHeld(
                otherEntry().entry().sharedCosts().get(0),
                CustomsEntry.of("US")
                    .withLine("a", car())
                    .withInsurance("USD 7", CostAllocation.byWeight())
                    .sharedCosts()
                    .get(0)));
  }

  @Test
  void portfolios() {
    PortfolioDuties duties = portfolio("a,8703.23.01,JP,USD 5\n").under(LAW);
    PortfolioDuties others = portfolio("b,6109.10,VN,USD 7\nc,8703.23.01,JP,USD 9\n").under(OTHER);
    assertAll(
        () -> areHeld(duties, others, "portfolio"),
        () -> areHeld(duties.portfolio(), others.portfolio()),
        () -> areHeld(duties.duties().get(0), others.duties().get(0)),
        () -> areHeld(duties.against(OTHER), others.against(LAW), "changes"),
        () ->
            areHeld(
                PortfolioItem.of("a", "8703.23.01", "JP", "USD 5"),
                PortfolioItem.of("b", "6109.10", "VN", "USD 6").withRegion("north")),
        () ->
            areHeld(
                LawScenarios.of("stays", LAW, "60%"),
                LawScenarios.of("falls", OTHER, "40%").and("stays", LAW, "60%", "-3%")));
  }

  @Test
  void programmes_that_move_money() {
    DutyStack stack = LAW.stack(HsCode.of("8703.23.01"), Country.of("JP"));
    DutyStack lower = OTHER.stack(HsCode.of("8703.23.01"), Country.of("DE"));
    assertAll(
        () ->
            areHeld(
                DrawbackClaim.of(stack.assess(Money.parse("USD 100")), "10 items"),
                DrawbackClaim.of(lower.assess(Money.parse("USD 90")), "9 items")
                    .withIneligible(List.of("IEEPA"))
                    .withSubstitute(stack.assess(Money.parse("USD 80")))
                    .withUse(DrawbackClaim.Use.MANUFACTURED)),
        () ->
            areHeld(
                ZoneGoods.of(stack, lower, BigMoney.parse("USD 100")),
                ZoneGoods.privileged(lower, BigMoney.parse("USD 90"))),
        () ->
            areHeld(
                OriginInputs.of("8703", "USD 100"),
                OriginInputs.of("6109", "USD 90")
                    .withNetCost("USD 80")
                    .withMaterial("cloth", "5208", "USD 20", OriginInputs.Status.NOT_ORIGINATING)),
        () ->
            areHeld(
                OriginRule.whollyObtained(), OriginRule.changeOf(OriginRule.Level.HEADING), "test"),
        () -> areHeld(Parity.price(one(), one()), Parity.rate(one(), one())));
  }
}
