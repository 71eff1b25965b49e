package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
          TariffMeasure.adds("old cars", "8703.24", "*", "10%").withCondition("age>=25"),
          TariffMeasure.preference("KORUS", "*", "KR", "Free"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "JP,KR,EU", "15%"),
          TariffMeasure.adds("S301", "6109, 8471", "CN", "7.5%"),
          TariffMeasure.topsUpOrdinaryTo("S301", "6109, 0201, 7326", "KR,JP", "12.5%")
              .withId("S301 total"),
          TariffMeasure.adds("S232 steel", "7326", "*", "50%")
              .withPortion(Portion.parse("steel content")));

  static final TariffBook TOTALS =
      BOOK.withRounding(RoundingPolicy.EACH_DUTY_TO_CENT.withLevel(RoundingPolicy.Level.TOTAL));

  /** A currency without decimals, and steps of the value and of the duty. */
  static final TariffBook YEN =
      abroad(
          "JP",
          CurrencyUnit.JPY,
          RoundingPolicy.ofStep("JPY 100", RoundingMode.DOWN)
              .withBaseStep("JPY 1000", RoundingMode.DOWN));

  /** A currency of three decimals. */
  static final TariffBook DINARS =
      abroad(
          "KW", CurrencyUnit.of("KWD"), RoundingPolicy.ofStep("KWD 0.001", RoundingMode.HALF_UP));

  private static TariffBook abroad(String territory, CurrencyUnit currency, RoundingPolicy rounds) {
    return TariffBook.of(
        territory,
        currency,
        rounds,
        BOOK.measures().stream().filter(m -> !m.id().equals("beef")).toList());
  }

  private EntryArbitraries() {}

  static Arbitrary<BigMoney> money(int most) {
    return money(CurrencyUnit.USD, most);
  }

  private static Arbitrary<BigMoney> money(CurrencyUnit currency, int most) {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(most))
        .ofScale(currency.getDecimalPlaces())
        .map(a -> BigMoney.of(currency, a));
  }

  /** Goods priced in dollars. */
  static Arbitrary<Shipment> goods() {
    return goods(CurrencyUnit.USD);
  }

  private static Arbitrary<Shipment> goods(CurrencyUnit currency) {
    Arbitrary<String> lines =
        Arbitraries.of(
            "8703.23.01",
            "8703.24.01",
            "6109.10",
            "0201.10",
            "7326.90.86",
            "8471.30",
            "9701.10",
            "0101.21");
    Arbitrary<String> facts =
        Arbitraries.of("", "", "claim=KORUS", "content:steel=0.6", "note=a; age=3");
    return Combinators.combine(
            lines,
            Arbitraries.of("JP", "KR", "CN", "DE", "VN"),
            money(currency, 90_000),
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

  /** Entries into the United States, priced in dollars. */
  static Arbitrary<CustomsEntry> entries() {
    return entries("US", CurrencyUnit.USD);
  }

  /** Entries into the territory of a book, priced in its currency. */
  static Arbitrary<CustomsEntry> entries(TariffBook book) {
    return entries(book.territory(), book.currency());
  }

  private static Arbitrary<CustomsEntry> entries(String territory, CurrencyUnit currency) {
    return Combinators.combine(
            goods(currency).list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.of("none", "usual", "taxed", "entry"),
            money(currency, 999),
            Arbitraries.of(
                CostAllocation.byValue(), CostAllocation.parse("L1=3"), CostAllocation.byValue()),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(TransportMode.SEA, TransportMode.AIR))
        .as(
            (goods, taxes, freight, allocation, deposits, mode) ->
                entry(goods, terms(territory, taxes), freight, allocation, deposits, mode)
                    .withTaxLevel(
                        taxes.equals("entry")
                            ? CustomsEntry.TaxLevel.ENTRY
                            : CustomsEntry.TaxLevel.EACH_LINE));
  }

  private static CustomsEntry entry(
      List<Shipment> goods,
      LandedCostCalculator terms,
      BigMoney freight,
      CostAllocation allocation,
      int deposits,
      TransportMode mode) {
    CustomsEntry entry =
        CustomsEntry.of(terms)
            .withMode(mode)
            .withExchangeRates(
                ExchangeRates.parse(
                    "EUR/USD=1.1, USD/JPY=150, EUR/JPY=165, USD/KWD=0.3, EUR/KWD=0.33"));
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

  private static LandedCostCalculator terms(String territory, String name) {
    LandedCostCalculator usual =
        territory.equals("KW")
            ? LandedCostCalculator.of(territory, ValuationBasis.CIF)
            : LandedCostCalculator.of(territory);
    return switch (name) {
      case "none" -> usual.withFees(FeeSchedule.none());
      case "usual" -> usual;
      default ->
          usual
              .withTax(ImportTax.of("VAT", "19%"))
              .withTax(
                  ImportTax.of("local", "3.5%")
                      .withBase(TaxBase.of(TaxBase.Part.FEES, TaxBase.Part.DUTY))
                      .withCredit(ImportTax.Credit.CREDITABLE));
    };
  }
}
