package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.TaxBase.Part;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.RoundingPolicy.Level;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** The parts of a landed cost are money, and add up as they are printed. */
class LandedMoneyTest {

  private static String money(LandedCost cost, Kind kind) {
    return cost.amount(kind).orElseThrow().toMoney(RoundingMode.UNNECESSARY).toString();
  }

  private static BigDecimal printed(Cell cell) {
    return new BigDecimal(cell.text().replaceAll("[^0-9.-]", ""));
  }

  private static String amount(LandedCost cost, String name) {
    return cost.lines().stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .flatMap(CostLine::amount)
        .orElseThrow()
        .toString();
  }

  /**
   * 123.45 + 7.77 = 131.22 is charged 22.17618 + 4.33026 = 26.50644: 26.51 payable; VAT is 19 % of
   * 157.73 = 29.9687: 29.97; in all 187.70.
   */
  @Test
  void a_rounding_of_the_total_only_is_honoured() {
    TariffBook eu =
        TariffBook.of(
            "EU",
            CurrencyUnit.EUR,
            RoundingPolicy.TOTAL_TO_CENT,
            List.of(
                TariffMeasure.base("6402.99", "16.9%"),
                TariffMeasure.adds("AD", "6402.99", "VN", "3.3%")));
    LandedCost cost =
        LandedCostCalculator.of("DE")
            .withTax(ImportTax.of("VAT", "19%"))
            .price(
                Shipment.of("6402.99", "VN", "EUR 123.45")
                    .withFreight("EUR 7.77")
                    .withInsurance("EUR 0"),
                eu.on("2026-01-01"));
    assertEquals("EUR 26.51", money(cost, Kind.DUTY));
    assertEquals(
        cost.assessment().orElseThrow().dutyOrThrow().toBigMoney(),
        cost.amount(Kind.DUTY).orElseThrow());
    assertEquals("EUR 29.97", money(cost, Kind.TAX));
    assertEquals(Optional.of(Money.parse("EUR 187.70")), cost.payable());
  }

  /**
   * Japan: CIF 123,456 + 5,000 = 128,456, charged as 128,000: 12,800. Consumption tax on 128,456 +
   * 12,800 = 141,256, cut to 141,000: 7.8 % are 10,998, cut to 10,900; local tax 22/78 of that:
   * 3,074, cut to 3,000 (Consumption Tax Act art. 28(4); Act on General Rules for National Taxes
   * arts. 118 and 119; Local Tax Act art. 72-83).
   */
  @Test
  void japan_cuts_the_value_to_a_thousand_and_duty_and_taxes_to_a_hundred() {
    RoundingPolicy japanese =
        RoundingPolicy.ofStep("JPY 100", RoundingMode.DOWN)
            .withBaseStep("JPY 1000", RoundingMode.DOWN);
    TariffBook japan =
        TariffBook.of(
            "JP", CurrencyUnit.JPY, japanese, List.of(TariffMeasure.base("6402.99", "10%")));
    LandedCost cost =
        LandedCostCalculator.of("JP")
            .withTax(ImportTax.of("consumption tax", "7.8%"))
            .withTax(
                new ImportTax(
                    "local tax",
                    Rate.fraction(
                        new BigDecimal("22").divide(new BigDecimal("78"), CostAmounts.PRECISION)),
                    TaxBase.ofNamed("consumption tax"),
                    ImportTax.Credit.FINAL,
                    ImportTax.OwnBase.EXCLUDED))
            .price(
                Shipment.of("6402.99", "VN", "JPY 123456")
                    .withFreight("JPY 5000")
                    .withInsurance("JPY 0"),
                japan.on("2026-01-01"));
    assertEquals("JPY 12800", money(cost, Kind.DUTY));
    assertEquals("JPY 10900", amount(cost, "consumption tax"));
    assertEquals("JPY 3000", amount(cost, "local tax"));
    assertEquals(Optional.of(Money.parse("JPY 155156")), cost.payable());
    assertTrue(
        cost.stamp()
            .toString()
            .contains("rounded: the total to JPY 100, DOWN; the value to JPY 1000, DOWN"));
  }

  /** EUR 100 and 10 at 1.158766: 115.88 and 11.59 of money, not 115.8766 and 11.58766. */
  @Test
  void converted_amounts_are_money() {
    TariffBook us = TariffBook.us(TariffMeasure.base("8471", "Free"));
    LandedCost cost =
        LandedCost.of(
            Shipment.of("8471", "DE", "EUR 100")
                .withFreight("EUR 10")
                .withInsurance("EUR 0")
                .withMode(TransportMode.AIR)
                .withExchangeRates(
                    ExchangeRates.none()
                        .with(CurrencyUnit.EUR, CurrencyUnit.USD, new BigDecimal("1.158766"))),
            us.on("2026-11-23"));
    assertEquals("USD 115.88", money(cost, Kind.GOODS));
    assertEquals("USD 11.59", money(cost, Kind.FREIGHT));
    assertEquals("USD 115.88", cost.customsValue().value().orElseThrow().toString());
    // 115.88 + 11.59 + the minimum of the processing fee, 34.58
    assertEquals(Optional.of(Money.parse("USD 162.05")), cost.payable());
  }

  /** A calculator, the law and a shipment, in several currencies and roundings. */
  private record Sale(LandedCostCalculator terms, Shipment shipment, Optional<TariffBook> book) {

    LandedCost cost() {
      return book.map(b -> terms.price(shipment, b.on("2026-01-01")))
          .orElseGet(() -> terms.price(shipment, StatedDuty.of("7.77%").withFixed(fixed())));
    }

    private BigMoney fixed() {
      return BigMoney.of(shipment.price().getCurrencyUnit(), new BigDecimal("1.2345"));
    }
  }

  @Provide
  Arbitrary<Sale> sales() {
    Arbitrary<BigDecimal> amounts =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("99999")).ofScale(3);
    return Combinators.combine(
            Arbitraries.of("JPY", "USD", "KWD").map(CurrencyUnit::of),
            Arbitraries.of("own", "EUR"),
            amounts,
            amounts,
            Arbitraries.of(Level.values()),
            Arbitraries.of("cent", "step", "base", "stated", "exact"),
            Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.DOWN, RoundingMode.UP),
            Arbitraries.of(Incoterm.FOB, Incoterm.CIF, Incoterm.DDP))
        .as(LandedMoneyTest::sale);
  }

  private static Sale sale(
      CurrencyUnit currency,
      String priced,
      BigDecimal price,
      BigDecimal freight,
      Level level,
      String kind,
      RoundingMode mode,
      Incoterm incoterm) {
    int places = currency.getDecimalPlaces();
    RoundingPolicy policy =
        kind.equals("step") || kind.equals("base")
            ? RoundingPolicy.ofStep(currency + " 5", mode).withLevel(level)
            : new RoundingPolicy(places, mode, level);
    RoundingPolicy whole =
        kind.equals("base") ? policy.withBaseStep(currency + " 100", RoundingMode.DOWN) : policy;
    CurrencyUnit paid = priced.equals("own") ? currency : CurrencyUnit.EUR;
    LandedCostCalculator terms =
        LandedCostCalculator.of("T", ValuationBasis.CIF)
            .withFees(
                FeeSchedule.of(
                    Fee.adValorem("fee", "0.3464%"),
                    Fee.fixed("entry", BigMoney.of(paid, new BigDecimal("3.333")))))
            .withTax(ImportTax.of("VAT", "19%"))
            .withTax(ImportTax.of("surcharge", "3.3%").withBase(TaxBase.of(Part.DUTY)));
    Shipment shipment =
        Shipment.of(
                HsCode.of("6402.99"),
                Country.of("VN"),
                BigMoney.of(paid, price.add(new BigDecimal("200000"))))
            .withIncoterm(incoterm)
            .withFreight(BigMoney.of(paid, freight))
            .withInsurance(BigMoney.of(paid, new BigDecimal("7.777")))
            .withCharge(
                new Charge(
                    "truck",
                    BigMoney.of(paid, new BigDecimal("11.119")),
                    Charge.Treatment.AFTER_IMPORT))
            .withExchangeRates(
                ExchangeRates.none().with(CurrencyUnit.EUR, currency, new BigDecimal("1.158766")));
    TariffBook book =
        TariffBook.of(
            "T",
            currency,
            whole,
            List.of(
                TariffMeasure.base("6402.99", "16.9%"),
                TariffMeasure.adds("AD", "6402.99", "VN", "3.33%")));
    return switch (kind) {
      case "exact" -> new Sale(terms, shipment, Optional.empty());
      case "stated" ->
          new Sale(
              terms.withRounding(new RoundingPolicy(Math.min(places, 2), mode, level)),
              priced.equals("own")
                  ? shipment
                  : shipment.withPrice(BigMoney.of(paid, price.add(price))),
              priced.equals("own") ? Optional.empty() : Optional.of(book));
      default -> new Sale(terms, shipment, Optional.of(book));
    };
  }

  @Property(tries = 400)
  void the_printed_lines_add_up_to_the_printed_total(@ForAll("sales") Sale sale) {
    LandedCost cost = sale.cost();
    if (cost.total().isEmpty()) {
      return;
    }
    Table table = cost.table();
    BigDecimal sum = BigDecimal.ZERO;
    int row = 0;
    for (; !table.cell(row, "line").text().equals("landed cost"); row++) {
      sum = sum.add(printed(table.cell(row, "amount")));
      assertEquals(0, sum.compareTo(printed(table.cell(row, "running total"))));
    }
    assertEquals(0, sum.compareTo(printed(table.cell(row, "amount"))));
    assertEquals(0, sum.compareTo(cost.payable().orElseThrow().getAmount()));
    assertTextAddsUp(table.toText(), cost.currency());
  }

  /** The same of the text: the first amount of each row down to the landed cost. */
  private static void assertTextAddsUp(String text, CurrencyUnit currency) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String line : text.lines().toList()) {
      Matcher amount = Pattern.compile(currency + " (-?[0-9,.]+)").matcher(line);
      if (line.startsWith("landed cost") && amount.find()) {
        assertEquals(0, sum.compareTo(new BigDecimal(amount.group(1).replace(",", ""))), text);
        return;
      }
      if (line.contains("  ") && amount.find()) {
        sum = sum.add(new BigDecimal(amount.group(1).replace(",", "")));
      }
    }
    throw new AssertionError("no landed cost in\n" + text);
  }

  @Property(tries = 200)
  void the_duty_lines_are_the_assessed_duty(@ForAll("sales") Sale sale) {
    LandedCost cost = sale.cost();
    cost.assessment()
        .filter(a -> cost.total().isPresent())
        .ifPresent(
            a ->
                assertTrue(
                    a.dutyOrThrow().toBigMoney().isEqual(cost.amount(Kind.DUTY).orElseThrow())));
  }

  @Property(tries = 100)
  void a_differential_adds_up_in_each_of_its_columns(
      @ForAll("sales") Sale one, @ForAll("sales") Sale two) {
    LandedCost first = one.cost();
    LandedCost second = two.cost();
    if (!first.currency().equals(second.currency())
        || first.total().isEmpty()
        || second.total().isEmpty()) {
      return;
    }
    Table table = LandedCostDifferential.of("a", first, "b", second).table();
    int last = table.rows().size() - 1;
    for (String column : List.of("a", "b", "difference")) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int row = 0; row < last; row++) {
        sum = sum.add(printed(table.cell(row, column)));
      }
      assertEquals(0, sum.compareTo(printed(table.cell(last, column))), column);
    }
  }

  // freight that is not stated, and days that differ

  private static final TariffBook CARS =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.adds("S232", "8703", "*", "25%").until("2025-09-16"));

  private static Shipment car(String origin) {
    return Shipment.of("8703", origin, "USD 30000").withMode(TransportMode.SEA);
  }

  private static Shipment stated(String origin) {
    return car(origin).withFreight("USD 1330").withInsurance("USD 207");
  }

  @Test
  void freight_that_is_not_stated_is_unknown_beside_others_and_has_no_rank() {
    LandedCost silent = LandedCost.of(car("JP"), CARS.on("2025-09-15"));
    LandedCost stating = LandedCost.of(stated("KR"), CARS.on("2025-09-15"));
    Table table = LandedCostComparison.of(silent, stating).table();
    assertEquals("KR", table.cell(0, "origin").text());
    assertEquals("unknown", table.cell(1, "freight+ins.").text());
    assertEquals("unknown", table.cell(1, "landed").text());
    assertEquals("", table.cell(1, "vs best").text());
    assertTrue(silent.total().isPresent());
    assertEquals(Optional.empty(), silent.minus(stating).total());
    assertEquals(Optional.empty(), silent.minus(stating).index());
    assertTrue(silent.minus(stating).reasons().toString().contains("freight is not stated"));
    assertTrue(Parity.price(silent, stating).toString().contains("is not stated"));
    assertTrue(BasketIndex.of(stating).withRival(silent, "1").value().isEmpty());
    assertEquals(
        Optional.of(BigMoney.parse("USD 0.00")),
        silent.minus(LandedCost.of(car("KR"), CARS.on("2025-09-15"))).total());
  }

  @Test
  void a_price_that_includes_its_freight_states_it() {
    LandedCost cif =
        LandedCostCalculator.of("JP", ValuationBasis.CIF)
            .price(
                Shipment.of("87", "US", "JPY 100").withIncoterm(Incoterm.CIF),
                StatedDuty.of("10%"));
    Table table = LandedCostComparison.of(cif).table();
    assertEquals("in price", table.cell(0, "freight+ins.").text());
    assertEquals("JPY 110", table.cell(0, "landed").text());
  }

  /** 27.5 % and 2.5 % of 30,000 are 8,250 and 750. */
  @Test
  void two_days_side_by_side_show_their_days() {
    LandedCostComparison days =
        LandedCostComparison.of(
            LandedCost.of(stated("JP"), CARS.on("2025-09-15")),
            LandedCost.of(stated("JP"), CARS.on("2025-09-16")));
    Table table = days.table();
    assertEquals("2025-09-16", table.cell(0, "day").text());
    assertEquals("USD 750", table.cell(0, "duty").text());
    assertEquals("2025-09-15", table.cell(1, "day").text());
    assertEquals("USD 8,250", table.cell(1, "duty").text());
    assertTrue(table.toText().contains("JP 2025-09-15: "), table.toText());
    assertEquals(table.toString(), days.toString());
    assertFalse(
        LandedCostComparison.of(LandedCost.of(stated("JP"), CARS.on("2025-09-15")))
            .table()
            .toText()
            .contains("day"));
  }

  // territories

  @Test
  void one_territory_has_one_law_by_whatever_name() {
    TariffBook gb = book("GB", "GBP");
    Shipment shipment =
        Shipment.of("6402.99", "VN", "GBP 100").withFreight("GBP 0").withInsurance("GBP 0");
    assertEquals(
        Optional.of(Money.parse("GBP 110.00")),
        LandedCostCalculator.of("UK").price(shipment, gb.on("2026-01-01")).payable());
    assertEquals(
        Optional.of(Money.parse("GBP 110.00")),
        LandedCostCalculator.of("gb")
            .price(shipment, book("UK", "GBP").on("2026-01-01"))
            .payable());
  }

  @Test
  void a_member_has_the_law_of_the_union_while_it_is_a_member() {
    TariffBook eu = book("EU", "EUR");
    Shipment shipment =
        Shipment.of("6402.99", "VN", "EUR 100").withFreight("EUR 0").withInsurance("EUR 0");
    assertEquals(
        Optional.of(Money.parse("EUR 110.00")),
        LandedCostCalculator.of("DE").price(shipment, eu.on("2026-01-01")).payable());
    LandedCostCalculator gb = LandedCostCalculator.of("GB");
    assertTrue(gb.price(shipment, eu.on("2019-01-01")).total().isPresent());
    assertThrows(IllegalArgumentException.class, () -> gb.price(shipment, eu.on("2026-01-01")));
    assertThrows(
        IllegalArgumentException.class,
        () -> LandedCostCalculator.of("JP").price(shipment, eu.on("2026-01-01")));
  }

  private static TariffBook book(String territory, String currency) {
    return TariffBook.of(
        territory,
        CurrencyUnit.of(currency),
        RoundingPolicy.EACH_DUTY_TO_CENT,
        List.of(TariffMeasure.base("6402.99", "10%")));
  }

  /**
   * CIF basis, freight 10: a dutiable charge before import is in the value already and is taxed
   * once; another is taxed beside it. Value 100 + 10 + 5 = 115, duty 10 % = 11.50, tax on 115 +
   * 11.50 + 20 = 146.50: 14.65.
   */
  @Test
  void charges_before_import_are_taxed_once() {
    LandedCost cost =
        LandedCostCalculator.of("EU")
            .withTax(
                ImportTax.of("VAT", "10%")
                    .withBase(TaxBase.dutyPaidValue().with(Part.CHARGES_BEFORE_IMPORT)))
            .price(
                Shipment.of("6402.99", "VN", "EUR 100")
                    .withFreight("EUR 10")
                    .withInsurance("EUR 0")
                    .withDutiableCharge("packing", "EUR 5")
                    .withChargeBeforeImport("inspection", "EUR 20"),
                book("EU", "EUR").on("2026-01-01"));
    assertEquals("EUR 14.65", money(cost, Kind.TAX));
  }

  // duty-paid prices

  /**
   * A DDP price must cover freight of 50 and a fee of 100: with a rival at 60 there is no price,
   * and with one at 155 the goods are worth 155 − 150 = 5 without duty.
   */
  @Test
  void no_duty_paid_price_is_below_what_it_must_cover() {
    LandedCostCalculator terms =
        LandedCostCalculator.of("T", ValuationBasis.FOB)
            .withFees(FeeSchedule.of(Fee.fixed("entry", "USD 100")));
    Shipment paid =
        Shipment.of("87", "JP", "USD 1000")
            .withIncoterm(Incoterm.DDP)
            .withFreight("USD 50")
            .withInsurance("USD 0");
    LandedCost own = terms.price(paid, StatedDuty.of("Free"));
    LandedCostCalculator plain = LandedCostCalculator.of("T", ValuationBasis.FOB);
    LandedCost rival = plain.price(Shipment.of("87", "KR", "USD 60"), StatedDuty.of("Free"));
    LandedCost dearer = plain.price(Shipment.of("87", "KR", "USD 155"), StatedDuty.of("Free"));
    assertEquals(Optional.empty(), Parity.price(own, withCarriage(rival)).value());
    assertTrue(own.atPrice(BigMoney.parse("USD 149.99")).total().isEmpty());
    assertEquals("USD 155.00", Parity.price(own, withCarriage(dearer)).toString());
    assertTrue(own.atPrice(BigMoney.parse("USD 155")).total().isPresent());
  }

  private static LandedCost withCarriage(LandedCost cost) {
    return cost.terms()
        .price(cost.shipment().withFreight("USD 0").withInsurance("USD 0"), StatedDuty.of("Free"));
  }

  // values and words

  @Test
  void values_are_equal_by_what_they_state() {
    assertEquals(stated("JP"), stated("JP").withPrice("USD 30000.00").withFreight("USD 1330.0"));
    assertEquals(stated("JP").hashCode(), stated("JP").withPrice("USD 30000.00").hashCode());
    assertNotEquals(stated("JP"), stated("KR"));
    assertEquals(
        StatedDuty.of("15%").withFixed("USD 1"), StatedDuty.of("15.0%").withFixed("USD 1.0"));
    assertEquals(FeeSchedule.us(), FeeSchedule.of(FeeSchedule.us().fees().toArray(Fee[]::new)));
    assertNotEquals(Fee.fixed("a", "USD 1"), Fee.fixed("a", "USD 2"));
    assertEquals(
        ExchangeRates.none().with(CurrencyUnit.EUR, CurrencyUnit.USD, new BigDecimal("1.10")),
        ExchangeRates.none().with(CurrencyUnit.EUR, CurrencyUnit.USD, new BigDecimal("1.1")));
    LandedCost cost = LandedCost.of(stated("JP"), CARS.on("2025-09-15"));
    assertEquals(cost, LandedCost.of(stated("JP"), CARS.on("2025-09-15")));
    assertEquals(cost.hashCode(), LandedCost.of(stated("JP"), CARS.on("2025-09-15")).hashCode());
    assertNotEquals(cost, LandedCost.of(stated("JP"), CARS.on("2025-09-16")));
  }

  @Test
  void a_mode_that_is_none_is_refused_with_the_list() {
    assertEquals(TransportMode.ROAD, TransportMode.parse(" Road "));
    assertEquals(
        "mode must be one of sea, air, road, rail, post, but was 'truck'",
        assertThrows(IllegalArgumentException.class, () -> TransportMode.parse("truck"))
            .getMessage());
  }

  @Test
  @SuppressWarnings("NullAway")
  void nothing_is_refused_by_its_name() {
    assertEquals(
        "origin",
        assertThrows(
                NullPointerException.class,
                () -> Shipment.of(HsCode.of("87"), null, Money.parse("USD 1")))
            .getMessage());
    assertEquals(
        "mode",
        assertThrows(NullPointerException.class, () -> stated("JP").withMode(null)).getMessage());
  }

  /** A policy of two decimals in yen is refused when the cost is counted in yen. */
  @Test
  void a_stated_rounding_must_suit_the_currency() {
    LandedCostCalculator francs =
        LandedCostCalculator.of("T", ValuationBasis.FOB)
            .withRounding(RoundingPolicy.ofStep("CHF 0.05", RoundingMode.HALF_UP));
    assertThrows(
        IllegalArgumentException.class,
        () -> francs.price(Shipment.of("87", "JP", "JPY 100"), StatedDuty.of("10%")));
  }

  /** 10.9 % of JPY 1,234,567 is 134,567.803. */
  @Test
  void a_stated_rounding_to_the_cent_is_to_the_yen_in_a_currency_without_cents() {
    LandedCost cost =
        LandedCostCalculator.of("T", ValuationBasis.FOB)
            .withRounding(RoundingPolicy.EACH_DUTY_TO_CENT)
            .price(Shipment.of("87", "JP", "JPY 1234567"), StatedDuty.of("10.9%"));
    assertEquals(
        0,
        new BigDecimal("134568")
            .compareTo(cost.amount(CostLine.Kind.DUTY).orElseThrow().getAmount()));
  }
}
