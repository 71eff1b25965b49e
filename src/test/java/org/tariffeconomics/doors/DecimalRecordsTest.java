package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.border.BothSides;
import org.tariffeconomics.border.LowValueRelief;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.deal.PastEntry;
import org.tariffeconomics.deal.PurchasePledge;
import org.tariffeconomics.economy.RevenueFlow;
import org.tariffeconomics.economy.RevenueSimulation;
import org.tariffeconomics.investment.Allocation;
import org.tariffeconomics.investment.CapFeasibility;
import org.tariffeconomics.investment.CapRule;
import org.tariffeconomics.investment.CashFlows;
import org.tariffeconomics.investment.CommitmentTerms;
import org.tariffeconomics.investment.DatedCashFlow;
import org.tariffeconomics.investment.DelayCost;
import org.tariffeconomics.investment.Firmness;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.Loan;
import org.tariffeconomics.investment.PlannedPeriod;
import org.tariffeconomics.investment.PledgeCost;
import org.tariffeconomics.investment.ReliefLine;
import org.tariffeconomics.investment.Schedule;
import org.tariffeconomics.investment.SnapBack;
import org.tariffeconomics.investment.Split;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.investment.StageEvent;
import org.tariffeconomics.investment.Tranche;
import org.tariffeconomics.landedcost.Charge;
import org.tariffeconomics.landedcost.CostAllocation;
import org.tariffeconomics.landedcost.CostLineRecord;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.Drawback;
import org.tariffeconomics.landedcost.EntryRecord;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.OriginInputs;
import org.tariffeconomics.landedcost.OriginRule;
import org.tariffeconomics.landedcost.PortfolioItem;
import org.tariffeconomics.landedcost.SharedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.SpecialProvision;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.quota.EntryPrice;
import org.tariffeconomics.quota.NorthernIrelandDuty;
import org.tariffeconomics.quota.PriceTiers;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyComponent;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.FixedAmountRate;
import org.tariffeconomics.rate.UnitOfAccountRate;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.rate.UsShareOfRest;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reference.Composition;
import org.tariffeconomics.reference.Importers;
import org.tariffeconomics.reference.PaidRevision;
import org.tariffeconomics.reference.UsDealSizes;
import org.tariffeconomics.reference.UsDelay;
import org.tariffeconomics.reference.UsPaid;
import org.tariffeconomics.reference.UsPledges;
import org.tariffeconomics.reference.UsRefundsDue;
import org.tariffeconomics.reference.UsTrade;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.schedule.StagedReduction;
import org.tariffeconomics.tariff.AssessmentRecord;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyMixture;
import org.tariffeconomics.tariff.RangeRecord;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Records of decimal numbers and money are equal when the numbers are, however many zeros stand
 * behind them: 0.10 equals 0.1, and USD 10.00 equals USD 10. Each public record with such numbers
 * has a sample here.
 */
class DecimalRecordsTest {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigMoney MONEY = BigMoney.parse("USD 1200");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final Source SOURCE = Source.user("a test");
  private static final HsCode LINE = HsCode.of("8703");
  private static final DeclaredOrigin ORIGIN = DeclaredOrigin.of(Country.of("JP"));
  private static final Quantity KILOGRAM = Quantity.parse("1 kg");
  private static final Rate RATE = Rate.percent(10);
  private static final DutyRate DUTY = DutyRate.parse("10%");
  private static final MoneyRange SUM =
      new MoneyRange(Money.parse("USD 1.00"), Money.parse("USD 2.00"));
  private static final TariffBook BOOK = TariffBook.us(TariffMeasure.base("8703", "2.5%"));

  private static final List<Record> SAMPLES = samples();

  private static List<Record> samples() {
    List<Record> samples = new ArrayList<>();
    samples.addAll(ofBasicsAndRates());
    samples.addAll(ofDealsAndEconomies());
    samples.addAll(ofInvestment());
    samples.addAll(ofCosts());
    samples.addAll(ofReference());
    samples.addAll(ofStoredAnswers());
    return samples;
  }

  private static List<Record> ofBasicsAndRates() {
    return List.of(
        new Quantity(HALF, Unit.of("kg")),
        new ReportedNumber(ReportedNumber.State.GIVEN, HALF),
        new DutyBasis(
            MONEY,
            List.of(KILOGRAM),
            DutyBasis.of(MONEY).baseDuty(),
            DeclaredFacts.none(),
            DutyBasis.of(MONEY).exchangeRates(),
            Optional.of(DAY),
            Optional.of(Country.of("JP")),
            DutyBasis.of(MONEY).meursing()),
        (Record) Condition.parse("content:steel>=0.15"),
        (Record) Condition.parse("age>=25"),
        (Record) DutyRate.parse("0.5 USD/kg"),
        new DutyComponent("01", HALF, "", "", ""),
        new FactAlternative.ShareLimits(BigDecimal.ONE, Set.of(HALF), true),
        new FixedAmountRate(MONEY),
        new UnitOfAccountRate(HALF, "EUC", KILOGRAM),
        new UnitValue(UnitValue.Method.SAME_FLOW, MONEY, List.of(KILOGRAM), SOURCE),
        new UsShareOfRest(BigDecimal.ZERO, BigDecimal.ONE, HALF),
        new StageRounding(RoundingMode.DOWN, HALF),
        new StagedReduction.Remainder(HALF, BigDecimal.ONE),
        new DutyMixture.Share(ORIGIN, HALF),
        new RangeRecord(HALF, BigDecimal.ONE),
        new RoundingPolicy.Increment(HALF, Optional.of(CurrencyUnit.USD), RoundingMode.DOWN),
        new EntryPrice.Step(BigDecimal.ONE, HALF),
        new NorthernIrelandDuty(MONEY, MONEY, MONEY, RATE, NorthernIrelandDuty.Reading.values()[0]),
        new PriceTiers.Tier(BigMoney.parse("USD 1"), MONEY, DUTY));
  }

  private static List<Record> ofDealsAndEconomies() {
    RevenueFlow flow = new RevenueFlow("8703", "JP", "MFN", MONEY, 0.1, 0.1, 0.2);
    RevenueSimulation.Takings takings = new RevenueSimulation.Takings(MONEY, MONEY, MONEY);
    return List.of(
        new LeftBehind.Candidate(
            "JP",
            Optional.of(RATE),
            Optional.of(HALF),
            Optional.of(HALF),
            false,
            Optional.empty(),
            Optional.of(RateRange.of(RATE)),
            Optional.empty()),
        new LeftBehind.Weights(HALF, HALF, HALF, HALF),
        new PastEntry("1", DAY, LINE, ORIGIN, MONEY, List.of(KILOGRAM)),
        new PurchasePledge("soybeans", MONEY, 3, null, MONEY, SOURCE),
        flow,
        takings,
        new RevenueSimulation.Line(flow, MONEY, takings, takings, takings),
        new BothSides.Goods("cars", Importers.of("US"), "8703", "JP", Optional.of(HALF)),
        new LowValueRelief(
            MONEY,
            LowValueRelief.Measured.PRICE,
            OriginScope.parse("*"),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            List.of()));
  }

  private static List<Record> ofInvestment() {
    return List.of(
        new CapFeasibility(MONEY, BigMoney.parse("USD 100"), DAY, null, CapRule.PRO_RATA),
        new DatedCashFlow(DAY, MONEY),
        new DelayCost(MONTH, List.of(MONEY), RATE, Rate.ZERO),
        new InvestmentCommitment(
            "pledge",
            MONEY,
            Firmness.BINDING,
            Allocation.none(),
            Allocation.none(),
            Schedule.of(null, null, null),
            CommitmentTerms.of(null, null, null),
            List.of(),
            List.of(),
            null),
        new Loan(MONEY, RATE, 5, 1, 2, Loan.Repayment.ANNUITY),
        new PlannedPeriod(DAY, DAY.plusDays(1), MONEY),
        new PledgeCost(MONEY, CashFlows.of(CurrencyUnit.USD, "1"), "a test"),
        new ReliefLine("cars", MONEY, HALF, RATE, Rate.ZERO, RATE),
        new SnapBack(Rate.ZERO, RATE, List.of(HALF)),
        new Split(HALF, HALF),
        new StageEvent(Stage.APPROVED, MONEY, DAY, DAY, SOURCE),
        new Tranche("first", MONEY, List.of()));
  }

  private static List<Record> ofCosts() {
    return List.of(
        new Charge("packing", MONEY, Charge.Treatment.DUTIABLE),
        new CostLineRecord("FEE", "processing", HALF, null, ""),
        new Drawback(MONEY, HALF, RATE),
        new OriginInputs.Material("steel", LINE, MONEY, OriginInputs.Status.UNKNOWN),
        new OriginRule.Answer(OriginRule.Outcome.NOT_MET, List.of(), Optional.of(MONEY)),
        new PortfolioItem("a", "north", LINE, ORIGIN, MONEY, List.of(KILOGRAM)),
        new SharedCost(SharedCost.Kind.FREIGHT, "freight", MONEY, CostAllocation.byValue()),
        new SpecialProvision(SpecialProvision.Kind.REPAIRED, MONEY));
  }

  private static List<Record> ofReference() {
    return List.of(
        new Composition(HALF, "a test"),
        new PaidRevision("JP", MONTH, MONTH, HALF, BigDecimal.ONE, "a test", SOURCE),
        new UsDealSizes.Size(
            "deal",
            "JP",
            "goods",
            UsDealSizes.Measure.GDP,
            Optional.of(HALF),
            "USD bn",
            "0.5",
            SOURCE,
            ""),
        new UsDelay.Month(
            MONTH,
            30,
            RateRange.of(RATE),
            RateRange.of(RATE),
            RateRange.of(RATE).minus(RateRange.of(RATE)),
            "2024",
            HALF,
            Optional.of(HALF),
            Optional.of(HALF),
            RATE),
        new UsPaid.Paid(
            UsPaid.series().get(0),
            "2026-11",
            "JP",
            Optional.of(HALF),
            Optional.of(HALF),
            Optional.empty(),
            Optional.empty()),
        new UsPledges.Pledge(
            UsPledges.knownOn(DAY).pledges().get(0).deal(),
            "cars",
            UsPledges.Kind.INVESTMENT,
            Optional.of(MONEY),
            "",
            SOURCE),
        new UsRefundsDue.Month(MONTH, 30, HALF, "2024", SUM, SUM, RATE),
        new UsTrade.Partner(
            "JP",
            Optional.of(HALF),
            Optional.of(HALF),
            Optional.of(HALF),
            Optional.of(HALF),
            "2024",
            Map.of(UsTrade.Sector.CARS, HALF),
            ""));
  }

  private static List<Record> ofStoredAnswers() {
    Shipment goods =
        Shipment.of("8703", "JP", "USD 1200")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withMode(TransportMode.SEA);
    EntryRecord entry = CustomsEntry.of("US").withLine("1", goods).price(BOOK.on(DAY)).toRecord();
    AssessmentRecord assessment = Objects.requireNonNull(entry.lines().get(0).assessment());
    DutyComparison comparison =
        DutyComparison.of(BOOK.on(DAY), LINE, List.of(ORIGIN), MONEY, List.of());
    return List.of(
        entry,
        entry.lines().get(0),
        LandedCost.of(goods, BOOK.on(DAY)).toRecord(),
        assessment,
        assessment.goods(),
        assessment.layers().get(0),
        comparison.toRecord(),
        comparison.toRecord().origins().get(0));
  }

  @Test
  void records_are_equal_when_their_numbers_are() throws ReflectiveOperationException {
    for (Record sample : SAMPLES) {
      Record same = rewritten(sample);
      String name = sample.getClass().getName();
      assertEquals(sample, same, name);
      assertEquals(sample.hashCode(), same.hashCode(), name);
    }
  }

  /** A new record is one that somebody has to say here how to make. */
  @Test
  void every_number_of_every_public_record_is_in_a_sample() throws ReflectiveOperationException {
    Set<String> missing = new TreeSet<>();
    for (Class<?> each : PublicTypes.all()) {
      if (each.isRecord()) {
        decimals(each).forEach(c -> missing.add(name(each, c)));
      }
    }
    assertTrue(missing.size() > 90, "found only " + missing.size());
    for (Record sample : SAMPLES) {
      for (RecordComponent each : decimals(sample.getClass())) {
        Object value = each.getAccessor().invoke(sample);
        if (value != null && !value.equals(rewritten(value))) {
          missing.remove(name(sample.getClass(), each));
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static String name(Class<?> type, RecordComponent component) {
    return type.getName().substring("org.tariffeconomics.".length()) + "." + component.getName();
  }

  private static List<RecordComponent> decimals(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(
            c -> {
              String declared = c.getGenericType().getTypeName();
              return declared.contains("java.math.BigDecimal")
                  || declared.contains("org.joda.money.BigMoney");
            })
        .toList();
  }

  /** The same record, each of its numbers with two more zeros. */
  private static Record rewritten(Record sample) throws ReflectiveOperationException {
    RecordComponent[] components = sample.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rewritten(components[i].getAccessor().invoke(sample));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return sample.getClass().getDeclaredConstructor(types).newInstance(values);
  }

  private static Object rewritten(Object value) {
    if (value instanceof BigDecimal number) {
      return number.setScale(Math.max(number.scale(), 0) + 2);
    }
    if (value instanceof BigMoney money) {
      return money.withScale(money.getScale() + 2);
    }
    if (value instanceof Optional<?> maybe) {
      return maybe.map(DecimalRecordsTest::rewritten);
    }
    if (value instanceof Set<?> set) {
      return set.stream().map(DecimalRecordsTest::rewritten).collect(Collectors.toSet());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(DecimalRecordsTest::rewritten).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> rewritten = new LinkedHashMap<>();
      map.forEach((k, v) -> rewritten.put(k, rewritten(v)));
      return rewritten;
    }
    return value;
  }
}
