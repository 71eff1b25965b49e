package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.Drawback;
import org.tariffeconomics.landedcost.Fee;
import org.tariffeconomics.landedcost.FeeSchedule;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.Incoterm;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.ValuationBasis;
import org.tariffeconomics.landedcost.ValueRounding;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Cases about duties with the fees and taxes beside them. */
final class LandedCases {

  private static final List<String> VALUES =
      List.of("value", "customs_value", "cif", "cfr", "fob", "base", "ddp");
  private static final List<String> DUTIES = List.of("duty_rate", "rate", "duty", "ii", "bcd");
  private static final List<String> TAXES =
      List.of("vat", "gst", "igst", "ipi", "pis", "cofins", "icms");

  private static final Set<String> OTHERS =
      Set.of(
          "goods",
          "shipping",
          "insurance",
          "kg",
          "add",
          "mpf",
          "hmf",
          "min",
          "max",
          "mpf_min",
          "mpf_max",
          "value_rounding");

  /** What is due at the border. */
  private static final Set<Kind> DUE = EnumSet.of(Kind.DUTY, Kind.FEE, Kind.TAX);

  private LandedCases() {}

  static Map<String, Function<DutyCase, Object>> groups() {
    return Map.of(
        "landed", LandedCases::asked,
        "fee", LandedCases::asked,
        "cble", LandedCases::asked,
        "ddp", LandedCases::dutyPaid);
  }

  private static Object asked(DutyCase each) {
    if (each.output().equals("drawback")) {
      return drawback(each);
    }
    each.refuseInputsBut(List.of(VALUES, DUTIES, TAXES, OTHERS));
    return figure(each, calculator(each).price(shipment(each), book(each).on("2025-01-01")));
  }

  /** A fee that was paid for an entry, by value of the line and pieces that were exported. */
  private static BigDecimal drawback(DutyCase each) {
    Rate refunded = each.has("refund") ? each.rate("refund") : Rate.percent(99);
    String paid = each.firstKey("mpf_paid").orElse("paid");
    Drawback drawback = new Drawback(money(each, each.number(paid)), BigDecimal.ONE, refunded);
    if (each.has("line_value", "entry_value")) {
      drawback =
          drawback.forLine(
              money(each, each.number("line_value")), money(each, each.number("entry_value")));
    }
    return drawback
        .forExported(
            Quantity.of(each.text("exported"), "piece"),
            Quantity.of(each.text("imported"), "piece"))
        .amount()
        .getAmount();
  }

  private static Object dutyPaid(DutyCase each) {
    each.refuseInputsBut(List.of(VALUES, DUTIES, TAXES, OTHERS));
    ValueRounding rounding =
        each.has("value_rounding") && each.text("value_rounding").equals("whole dollar")
            ? ValueRounding.WHOLE
            : ValueRounding.CENT;
    Shipment shipment = shipment(each).withIncoterm(Incoterm.DDP);
    return figure(
        each, calculator(each).dutyPaid(shipment, book(each).on("2025-01-01"), rounding).cost());
  }

  private static Shipment shipment(DutyCase each) {
    Shipment shipment = Shipment.of(HsCode.of("84"), Country.of("CN"), money(each, value(each)));
    boolean inParts = each.has("goods");
    shipment =
        shipment
            .withFreight(money(each, inParts ? each.number("shipping", "0") : BigDecimal.ZERO))
            .withInsurance(money(each, inParts ? each.number("insurance", "0") : BigDecimal.ZERO));
    return each.has("kg") ? shipment.withQuantity(Quantity.of(each.text("kg"), "kg")) : shipment;
  }

  private static BigDecimal value(DutyCase each) {
    return each.has("goods")
        ? each.number("goods")
        : first(each, VALUES).map(each::number).orElseGet(() -> withoutValue(each));
  }

  /** A specific duty and amounts that are stated need no value. */
  private static BigDecimal withoutValue(DutyCase each) {
    if (each.has("kg") || isAmount(each, "duty")) {
      return BigDecimal.ZERO;
    }
    throw new UnsupportedCase("the value is not stated");
  }

  private static Optional<String> first(DutyCase each, List<String> names) {
    return names.stream().filter(each::has).findFirst();
  }

  /** Whether an input is money rather than a rate. */
  private static boolean isAmount(DutyCase each, String name) {
    return each.has(name) && each.inputs().get(name).isNumber();
  }

  private static TariffBook book(DutyCase each) {
    List<TariffMeasure> measures = new ArrayList<>();
    boolean rateIsFee = !each.has("mpf") && isFee(each.output());
    Optional<String> duty = first(each, DUTIES).filter(d -> !rateIsFee && !isAmount(each, d));
    measures.add(TariffMeasure.base("84", duty.map(each::text).orElse("Free")));
    if (each.has("add")) {
      measures.add(TariffMeasure.adds("AD", "84", "*", each.text("add")));
    }
    return TariffBook.of(
        "the importer", RateCases.currency(each), RoundingPolicy.EACH_DUTY_TO_CENT, measures);
  }

  private static boolean isFee(String output) {
    return output.equals("MPF") || output.equals("HMF");
  }

  private static LandedCostCalculator calculator(DutyCase each) {
    LandedCostCalculator calculator =
        LandedCostCalculator.of("the importer", ValuationBasis.CIF)
            .withFees(FeeSchedule.of(fees(each).toArray(Fee[]::new)));
    for (String tax : TAXES) {
      if (each.has(tax) && !isAmount(each, tax)) {
        calculator = calculator.withTax(ImportTax.of(tax, each.text(tax)));
      }
    }
    return calculator;
  }

  private static List<Fee> fees(DutyCase each) {
    List<Fee> fees = new ArrayList<>();
    if (each.has("mpf") || each.has("mpf_min") || each.output().equals("MPF")) {
      String rate = first(each, List.of("mpf", "rate")).map(each::text).orElse("0.3464 %");
      fees.add(limited(each, Fee.adValorem("MPF", rate)));
    }
    if (each.has("hmf") || each.output().equals("HMF")) {
      fees.add(Fee.adValorem("HMF", each.text(each.has("hmf") ? "hmf" : "rate")));
    }
    first(each, List.of("duty"))
        .filter(d -> isAmount(each, d))
        .ifPresent(d -> fees.add(Fee.fixed("duty paid", money(each, each.number(d)))));
    TAXES.stream()
        .filter(t -> isAmount(each, t))
        .forEach(t -> fees.add(Fee.fixed(t, money(each, each.number(t)))));
    return fees;
  }

  private static Fee limited(DutyCase each, Fee fee) {
    String currency = RateCases.currency(each) + " ";
    Fee limited =
        first(each, List.of("min", "mpf_min"))
            .map(m -> fee.withMinimum(currency + each.text(m)))
            .orElse(fee);
    return first(each, List.of("max", "mpf_max"))
        .map(m -> limited.withMaximum(currency + each.text(m)))
        .orElse(limited);
  }

  private static BigMoney money(DutyCase each, BigDecimal amount) {
    CurrencyUnit currency = RateCases.currency(each);
    return BigMoney.of(currency, amount);
  }

  /** The line that is asked for by its name, or all that is due at import. */
  private static BigDecimal figure(DutyCase each, LandedCost cost) {
    String output = each.output().toLowerCase(Locale.ROOT);
    List<CostLine> due =
        cost.lines().stream()
            .filter(l -> DUE.contains(l.kind()) && l.amount().map(a -> !a.isZero()).orElse(true))
            .toList();
    if (output.endsWith("value")) {
      return cost.customsValue().value().orElseThrow().getAmount();
    }
    if (output.equals("duty") || DUTIES.contains(output)) {
      return sum(due.stream().filter(l -> l.kind() == Kind.DUTY).toList());
    }
    if (output.equals("add")) {
      return sum(due.stream().filter(l -> l.name().equals("AD") || due.size() == 1).toList());
    }
    List<CostLine> named =
        due.stream().filter(l -> l.name().toLowerCase(Locale.ROOT).equals(output)).toList();
    if (named.isEmpty() && due.size() > 1 && !output.matches("total.*|.*\\+.*")) {
      throw new UnsupportedCase("no output '" + each.output() + "'");
    }
    return sum(named.isEmpty() ? due : named);
  }

  private static BigDecimal sum(List<CostLine> lines) {
    return lines.stream()
        .map(l -> l.amount().orElseThrow().getAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
