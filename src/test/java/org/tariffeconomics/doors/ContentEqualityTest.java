package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.RefundClaims;
import org.tariffeconomics.deal.RefundTotals;
import org.tariffeconomics.deal.Refunds;
import org.tariffeconomics.economy.RevenueFlow;
import org.tariffeconomics.economy.RevenueSimulation;
import org.tariffeconomics.investment.Allocation;
import org.tariffeconomics.investment.PledgeBenchmark;
import org.tariffeconomics.investment.Schedule;
import org.tariffeconomics.investment.SnapBack;
import org.tariffeconomics.investment.Split;
import org.tariffeconomics.investment.WaterfallStage;
import org.tariffeconomics.landedcost.BasketIndex;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.OriginRule;
import org.tariffeconomics.landedcost.Portfolio;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.quota.QuotaLedger;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Values and results are equal when their contents are, whoever made them. */
class ContentEqualityTest {

  /** What does work and is no value: readers, builders, logs, and what stands for their rows. */
  private static final Set<String> WORKERS =
      Set.of(
          "basics.HsIndex",
          "basics.HsIndex$Builder",
          "basics.LongWork",
          "basics.Memo",
          "competitiveness.MarketCsv",
          "economy.LawDuties$Builder",
          "economy.LawShockBuilder",
          "io.uk.TaricSchedule",
          "indicator.TradeWeights$Builder",
          "io.DealCsv",
          "io.ProgrammeCsv",
          "io.TariffJackson",
          "io.hts.ProgrammeKeyCsv",
          "io.hts.ReleaseHistory",
          "io.trade.ImportTotals",
          "io.trade.TariffReader",
          "io.trade.TradeReader",
          "io.uk.StagedSchedules",
          "io.uk.TaricMeasureCsv",
          "reading.CsvFile",
          "reading.Header",
          "reading.JsonLinks",
          "reading.JsonText",
          "reading.JsonTree",
          "reading.PassLog",
          "reading.ProblemLog",
          "reading.RecordPass",
          "reading.Row",
          "reading.StoredAnswer",
          "schedule.ScheduleLine",
          "tariff.DutyGap",
          "tariff.Replay$Comparer");

  /**
   * Answers of a size that nobody compares whole: a panel holds the duty of every line from every
   * origin, an outcome the state of an economy. They are compared by what they were asked.
   */
  private static final Set<String> TOO_LARGE =
      Set.of(
          "economy.CostPushRange",
          "economy.DecompositionRange",
          "economy.IndustryPush",
          "economy.LabourModel$LabourOutcome",
          "economy.OptimalDuties",
          "economy.OutcomeComparison",
          "economy.OutcomeRange",
          "economy.ProfitModel$ProfitOutcome",
          "economy.RevenueRange",
          "economy.RevenueRange$Result",
          "equilibrium.GsimResult",
          "panel.PanelBlock",
          "panel.PanelSlice",
          "panel.TariffPanel",
          "panel.WeightedRates",
          "reference.AverageDuty",
          "reference.UsDuties",
          "reference.UsRefundsDue",
          "reference.WorldDuties",
          "schedule.ScheduleCoverage");

  private static String shortName(Class<?> type) {
    return type.getName().substring("org.tariffeconomics.".length());
  }

  @Test
  void every_public_type_with_contents_compares_them() {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Class<?> each : PublicTypes.all()) {
      boolean plain =
          !each.isInterface()
              && !each.isEnum()
              && !each.isRecord()
              && !Throwable.class.isAssignableFrom(each)
              && !Modifier.isAbstract(each.getModifiers());
      if (!plain
          || fields(each).isEmpty()
          || WORKERS.contains(shortName(each))
          || TOO_LARGE.contains(shortName(each))) {
        continue;
      }
      seen++;
      if (!overrides(each, "equals", Object.class) || !overrides(each, "hashCode")) {
        missing.add(shortName(each));
      }
    }
    assertTrue(seen > 150, "found only " + seen);
    assertEquals(List.of(), missing);
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(f -> !Modifier.isStatic(f.getModifiers()) && !f.isSynthetic())
        .toList();
  }

  private static boolean overrides(Class<?> type, String method, Class<?>... parameters) {
    try {
      return type.getMethod(method, parameters).getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.adds("old", "8703", "*", "10%").withCondition("age>=25"),
          TariffMeasure.adds("surcharge", "*", "JP", "10%"));

  private static TariffBook book() {
    return TariffBook.us(
        TariffMeasure.base("8703", "2.5%"),
        TariffMeasure.adds("old", "8703", "*", "10%").withCondition("age>=25"),
        TariffMeasure.adds("surcharge", "*", "JP", "10%"));
  }

  private static Shipment goods() {
    return Shipment.of("8703", "JP", "USD 1000")
        .withFreight("USD 0")
        .withInsurance("USD 0")
        .withMode(TransportMode.SEA);
  }

  private static List<PastEntry> entries() {
    return List.of(PastEntry.of("1", "2026-01-05", "8703", "JP", "USD 1000"));
  }

  private static Portfolio portfolio() {
    return Portfolio.parse("sku,line,origin,value\na,8703,JP,USD 5\n").orThrow();
  }

  /** The same question twice, asked of books that were made twice. */
  @Test
  void the_same_question_has_equal_answers() {
    List<Supplier<Object>> questions =
        List.of(
            () -> book().on("2026-11-23"),
            () -> book().on("2026-11-23").stack(HsCode.of("8703"), Country.of("JP")),
            () ->
                book()
                    .on("2026-11-23")
                    .stack(HsCode.of("8703"), Country.of("JP"))
                    .assess(Money.parse("USD 1000")),
            () -> LandedCost.of(goods(), book().on("2026-11-23")),
            () -> LandedCostCalculator.of("US"),
            () ->
                BasketIndex.of(LandedCost.of(goods(), book().on("2026-11-23")))
                    .withRival(LandedCost.of(goods(), book().on("2026-11-22")), "1"),
            () -> CustomsEntry.of("US").withLine("1", goods()).price(book().on("2026-11-23")),
            () ->
                CustomsEntry.of("US").withLine("1", goods()).price(book().on("2026-11-23")).filed(),
            () -> portfolio().under(book().on("2026-11-23")),
            () -> portfolio().under(book().on("2026-11-23")).against(BOOK.on("2026-11-22")),
            () -> Refunds.ofVoidProgramme(book(), "surcharge", entries()),
            () -> RefundTotals.ofVoidProgramme(book(), "surcharge", entries()),
            () -> RefundClaims.of(Refunds.ofVoidProgramme(book(), "surcharge", entries())),
            () -> OriginRule.whollyObtained(),
            () ->
                QuotaLedger.of(
                    QuotaTerms.of("q", Quantity.parse("5 kg"), "2026-01-01", "2026-12-31")));
    for (Supplier<Object> each : questions) {
      Object first = each.get();
      Object second = each.get();
      assertEquals(first, second, () -> first.getClass().getName());
      assertEquals(first.hashCode(), second.hashCode(), () -> first.getClass().getName());
      assertNotEquals(first, new Object());
    }
  }

  @Test
  void other_contents_are_not_equal() {
    assertNotEquals(BOOK.on("2026-11-23"), BOOK.on("2026-11-22"));
    assertNotEquals(BOOK.on("2026-11-23"), BOOK.without("surcharge").on("2026-11-23"));
    assertNotEquals(
        BOOK.on("2026-11-23").stack(HsCode.of("8703"), Country.of("JP")),
        BOOK.on("2026-11-23").stack(HsCode.of("8703"), Country.of("DE")));
    assertNotEquals(
        BOOK.on("2026-11-23").stack(HsCode.of("8703"), Country.of("JP")),
        BOOK.without("surcharge").on("2026-11-23").stack(HsCode.of("8703"), Country.of("JP")));
    assertNotEquals(
        Refunds.ofVoidProgramme(BOOK, "surcharge", entries()),
        Refunds.ofVoidProgramme(BOOK, "old", entries()));
  }

  /** USD 10.00 is USD 10, and 1.50 is 1.5, whoever is told. */
  @Test
  void values_told_in_other_digits_are_equal() {
    List<Function<String, Object>> values =
        List.of(
            zeros -> PledgeBenchmark.of("pledge", usd("10" + zeros)).withGdp(usd("20" + zeros)),
            zeros -> Schedule.of(null, null, usd("10" + zeros)),
            zeros -> Allocation.<String>none().with("chips", usd("10" + zeros)),
            zeros ->
                WaterfallStage.untilMultiple(
                    Split.percent("50", "50"), new BigDecimal("1" + zeros), Rate.ZERO),
            zeros ->
                SnapBack.ofConstantHazard(Rate.ZERO, Rate.percent(10), new BigDecimal("0.1"), 1)
                    .risk(List.of(usd("10" + zeros)), new BigDecimal("0.9")),
            zeros ->
                RevenueSimulation.of(List.of(RevenueFlow.of("8703", "JP", usd("5"), 0, 0.1)))
                    .withHomeGood("8703", usd("10" + zeros)));
    for (Function<String, Object> each : values) {
      Object plain = each.apply("");
      assertEquals(plain, each.apply(".00"), () -> plain.getClass().getName());
      assertEquals(plain.hashCode(), each.apply(".00").hashCode());
    }
  }

  private static BigMoney usd(String amount) {
    return BigMoney.parse("USD " + amount);
  }
}
