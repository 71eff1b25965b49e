package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Random entries under a small book that has one of every kind of duty. */
final class EntryArbitraries {

  static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%").withId("cars"),
          TariffMeasure.base("6109", "16.5%").withId("shirts"),
          TariffMeasure.base("0201", "4.4¢/kg").withId("beef"),
          TariffMeasure.base("7326", "2.9%").withId("steel"),
          TariffMeasure.base("8471", "Free").withId("computers"),
          TariffMeasure.base("9701", "see the note").withId("art"),
          TariffMeasure.preference("KORUS", "*", "KR", "Free"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "JP,KR,EU", "15%"),
          TariffMeasure.adds("S301", "6109, 8471", "CN", "7.5%"),
          TariffMeasure.adds("S232 steel", "7326", "*", "50%")
              .withPortion(Portion.parse("steel content")));

  static final TariffBook TOTALS =
      BOOK.withRounding(RoundingPolicy.EACH_DUTY_TO_CENT.withLevel(RoundingPolicy.Level.TOTAL));

  private EntryArbitraries() {}

  static Arbitrary<BigMoney> money(int most) {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(most))
        .ofScale(2)
        .map(a -> BigMoney.of(CurrencyUnit.USD, a));
  }

  static Arbitrary<Shipment> goods() {
    Arbitrary<String> lines =
        Arbitraries.of(
            "8703.23.01", "6109.10", "0201.10", "7326.90.86", "8471.30", "9701.10", "0101.21");
    Arbitrary<String> facts =
        Arbitraries.of("", "", "claim=KORUS", "content:steel=0.6", "note=a; age=3");
    return Combinators.combine(
            lines,
            Arbitraries.of("JP", "KR", "CN", "DE", "VN"),
            money(90_000),
            facts,
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(Incoterm.FOB, Incoterm.CIF, Incoterm.EXW))
        .as(
            (line, origin, price, declared, more, incoterm) ->
                more(
                    Shipment.of(HsCode.of(line), Country.of(origin), price)
                        .withFacts(DeclaredFacts.parse(declared))
                        .withIncoterm(incoterm),
                    more));
  }

  private static Shipment more(Shipment goods, int more) {
    return switch (more) {
      case 0 -> goods;
      case 1 -> goods.withQuantity("12.5 kg").withQuantity("3 item");
      case 2 -> goods.withDutiableCharge("packing", "USD 3.33").withQuantity("7 kg");
      default ->
          goods
              .withMode(TransportMode.AIR)
              .withChargeAfterImport("inland", "EUR 5")
              .withQuantity("2 kg");
    };
  }

  static Arbitrary<CustomsEntry> entries() {
    return Combinators.combine(
            goods().list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.of("none", "us", "taxed", "entry"),
            money(999),
            Arbitraries.of(
                CostAllocation.byValue(), CostAllocation.parse("L1=3"), CostAllocation.byValue()),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(TransportMode.SEA, TransportMode.AIR))
        .as(EntryArbitraries::entry);
  }

  private static CustomsEntry entry(
      List<Shipment> goods,
      String taxes,
      BigMoney freight,
      CostAllocation allocation,
      int deposits,
      TransportMode mode) {
    CustomsEntry entry =
        CustomsEntry.of(terms(taxes))
            .withMode(mode)
            .withExchangeRates(ExchangeRates.parse("EUR/USD=1.1"));
    entry = taxes.equals("entry") ? entry.withTaxLevel(CustomsEntry.TaxLevel.ENTRY) : entry;
    for (int i = 0; i < goods.size(); i++) {
      entry = entry.withLine("L" + (i + 1), goods.get(i));
    }
    for (int i = 0; i < deposits; i++) {
      entry = entry.withDeposit("L1", Deposit.of("case " + i, i == 0 ? "4.25%" : "0.07 USD/kg"));
    }
    boolean worth = goods.stream().anyMatch(g -> !g.price().isZero());
    if (worth || allocation.equals(CostAllocation.parse("L1=3"))) {
      entry =
          entry
              .with(new SharedCost(SharedCost.Kind.FREIGHT, "freight", freight, allocation))
              .withInsurance("USD 0.07", CostAllocation.parse("L1=1"));
    }
    return entry;
  }

  private static LandedCostCalculator terms(String name) {
    LandedCostCalculator us = LandedCostCalculator.of("US");
    return switch (name) {
      case "none" -> us.withFees(FeeSchedule.none());
      case "us" -> us;
      default ->
          us.withTax(ImportTax.of("VAT", "19%"))
              .withTax(
                  ImportTax.of("local", "3.5%")
                      .withBase(TaxBase.of(TaxBase.Part.FEES, TaxBase.Part.DUTY))
                      .withCredit(ImportTax.Credit.CREDITABLE));
    };
  }
}
