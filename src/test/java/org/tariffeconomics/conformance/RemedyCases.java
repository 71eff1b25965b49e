package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.Fee;
import org.tariffeconomics.landedcost.FeeSchedule;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.StatedDuty;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.landedcost.TaxBase.Part;
import org.tariffeconomics.landedcost.ValuationBasis;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Cases in which trade remedies, excise and value added tax stand on top of the ordinary duty or of
 * a preference that is claimed. Excise is no customs duty: it enters as a charge at import that the
 * value added tax counts in.
 */
final class RemedyCases {

  private static final String TERRITORY = "the importer";
  private static final String GOODS = "72";
  private static final String ALCOHOL = "LPA";
  private static final String EXCISE = "excise";

  private static final List<String> BASES = List.of("mfn", "rate", "third_country", "duty");
  private static final List<String> PREFERENCES = List.of("preference", "suspension", "quota");
  private static final List<String> ON_TOP = List.of("safeguard", "additional", "ad", "add", "cvd");
  private static final Set<String> OTHERS =
      Set.of(
          "customs_value",
          "goods",
          "shipping",
          "insurance",
          "vat",
          "fx",
          "kg",
          "qty_t",
          "litres",
          "pieces",
          "abv",
          "excise_per_lpa",
          "additional_code");

  private RemedyCases() {}

  static Map<String, Function<DutyCase, Object>> groups() {
    return Map.of(
        "stack_uk", RemedyCases::imported,
        "safeguard", RemedyCases::imported,
        "alcohol", RemedyCases::imported,
        "excise", RemedyCases::excise);
  }

  private static Object imported(DutyCase each) {
    each.refuseInputsBut(List.of(BASES, PREFERENCES, ON_TOP, OTHERS));
    return figure(each, unrounded(each));
  }

  /** The published calculators round nothing before they show it: the exact duty is stated. */
  private static LandedCost unrounded(DutyCase each) {
    Shipment shipment = shipment(each);
    LandedCost law = calculator(each).price(shipment, book(each).on("2025-01-01"));
    return law.assessment()
        .flatMap(Assessment::exactTotal)
        .map(exact -> StatedDuty.of("Free").withFixed(exact))
        .map(duty -> calculator(each).price(shipment, duty))
        .orElse(law);
  }

  private static Shipment shipment(DutyCase each) {
    String price = each.has("goods") ? "goods" : "customs_value";
    Shipment shipment =
        Shipment.of(
                HsCode.of(GOODS), Country.of("CN"), money(each, price).orElseGet(() -> none(each)))
            .withFreight(money(each, "shipping").orElseGet(() -> none(each)))
            .withInsurance(money(each, "insurance").orElseGet(() -> none(each)))
            .withExchangeRates(RateCases.exchangeRates(each));
    for (Quantity quantity : quantities(each)) {
      shipment = shipment.withQuantity(quantity);
    }
    Optional<String> claimed = first(each, PREFERENCES);
    return claimed.isPresent() ? shipment.withClaim(claimed.orElseThrow()) : shipment;
  }

  private static Optional<BigMoney> money(DutyCase each, String input) {
    return each.has(input)
        ? Optional.of(BigMoney.of(RateCases.currency(each), each.number(input)))
        : Optional.empty();
  }

  private static BigMoney none(DutyCase each) {
    return BigMoney.zero(RateCases.currency(each));
  }

  /** What is given, one shipment, the pure alcohol, and the quantity of what a rate measures. */
  private static List<Quantity> quantities(DutyCase each) {
    List<Quantity> quantities = CaseGoods.quantities(each, rates(each));
    Quantity shipment = Quantity.of("1", "piece");
    if (quantities.stream().noneMatch(q -> q.unit().convertsTo(shipment.unit()))) {
      quantities.add(shipment);
    }
    return quantities;
  }

  private static List<DutyRate> rates(DutyCase each) {
    return BASES.stream().filter(each::has).map(n -> DutyRate.parse(each.text(n))).toList();
  }

  private static Optional<Quantity> alcohol(DutyCase each) {
    if (each.has("lpa")) {
      return Optional.of(Quantity.of(each.text("lpa"), ALCOHOL));
    }
    return each.has("litres", "abv")
        ? Optional.of(
            new Quantity(
                each.number("litres").multiply(each.number("abv")).movePointLeft(2),
                Unit.of(ALCOHOL)))
        : Optional.empty();
  }

  private static TariffBook book(DutyCase each) {
    List<TariffMeasure> measures = new ArrayList<>();
    measures.add(
        TariffMeasure.base("*", "Free")
            .at(first(each, BASES).map(n -> rate(each, n)).orElseGet(DutyRate.Free::new)));
    first(each, PREFERENCES)
        .ifPresent(
            p -> measures.add(TariffMeasure.preference(p, "*", "*", "Free").at(rate(each, p))));
    ON_TOP.stream()
        .filter(each::has)
        .forEach(p -> measures.add(TariffMeasure.adds(p, "*", "*", "Free").at(rate(each, p))));
    return TariffBook.of(
        TERRITORY, RateCases.currency(each), RoundingPolicy.TOTAL_TO_CENT, measures);
  }

  private static Optional<String> first(DutyCase each, List<String> names) {
    return names.stream().filter(each::has).findFirst();
  }

  /** A rate as it is written; a bare number is money on the one shipment. */
  private static DutyRate rate(DutyCase each, String name) {
    String text = each.text(name).strip();
    if (text.matches("[0-9.]+")) {
      text += " " + RateCases.currency(each) + "/piece";
    }
    return RateCases.read(text);
  }

  private static LandedCostCalculator calculator(DutyCase each) {
    LandedCostCalculator calculator = LandedCostCalculator.of(TERRITORY, ValuationBasis.CIF);
    if (each.has("excise_per_lpa")) {
      BigMoney excise = perLitreOfAlcohol(each, each.number("excise_per_lpa"));
      calculator = calculator.withFees(FeeSchedule.of(Fee.fixed(EXCISE, excise)));
    }
    return each.has("vat")
        ? calculator.withTax(
            ImportTax.of("VAT", each.text("vat")).withBase(TaxBase.dutyPaidValue().with(Part.FEES)))
        : calculator;
  }

  private static BigMoney perLitreOfAlcohol(DutyCase each, BigDecimal rate) {
    CurrencyUnit currency = RateCases.currency(each);
    Quantity alcohol =
        alcohol(each).orElseThrow(() -> new UnsupportedCase("the pure alcohol is not stated"));
    return new DutyRate.Specific(BigMoney.of(currency, rate), Quantity.of("1", ALCOHOL))
        .on(DutyBasis.of(BigMoney.zero(currency), alcohol))
        .amount()
        .orElseThrow();
  }

  private static BigDecimal figure(DutyCase each, LandedCost cost) {
    if (cost.total().isEmpty()) {
      throw new IllegalStateException(cost.reasons().toString());
    }
    String output = each.output().toLowerCase(Locale.ROOT);
    if (output.equals("duty")) {
      return sum(cost, Kind.DUTY);
    }
    if (output.startsWith("total")) {
      return sum(cost, Kind.DUTY).add(sum(cost, Kind.FEE)).add(sum(cost, Kind.TAX));
    }
    return cost.lines().stream()
        .filter(l -> l.name().toLowerCase(Locale.ROOT).equals(output))
        .findFirst()
        .flatMap(CostLine::amount)
        .orElseThrow(() -> new UnsupportedCase("no output '" + each.output() + "'"))
        .getAmount();
  }

  private static BigDecimal sum(LandedCost cost, Kind kind) {
    return cost.amount(kind).orElseThrow().getAmount();
  }

  /**
   * Excise by the litre of pure alcohol, times what small producers pay of it; the published
   * calculator cuts it to the penny.
   */
  private static Object excise(DutyCase each) {
    BigDecimal rate = each.number("rate_per_lpa").multiply(each.number("spr", "1"));
    return new RoundingPolicy(2, RoundingMode.FLOOR, RoundingPolicy.Level.TOTAL)
        .round(perLitreOfAlcohol(each, rate).getAmount());
  }
}
