package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DeclaredFacts;
import org.tariffeconomics.tariff.DutyBasis;
import org.tariffeconomics.tariff.DutyRate;
import org.tariffeconomics.tariff.PolarisedRate;
import org.tariffeconomics.tariff.Portion;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Cases about one rate on one value and quantity. */
final class RateCases {

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "US", "USD", "UK", "GBP", "XI", "GBP", "UK-NI", "GBP", "EU", "EUR", "CA", "CAD", "AU",
          "AUD", "IN", "INR", "BR", "BRL");

  private RateCases() {}

  static Map<String, Function<DutyCase, Object>> groups() {
    return Map.ofEntries(
        Map.entry("ad_valorem", RateCases::statedRate),
        Map.entry("specific", RateCases::statedRate),
        Map.entry("mixed", RateCases::mixed),
        Map.entry("currency", RateCases::statedRate),
        Map.entry("unit_conversion", RateCases::statedRate),
        Map.entry("cvd", RateCases::statedRate),
        Map.entry("meursing", RateCases::meursing),
        Map.entry("hts_rate", RateCases::scheduleRate),
        Map.entry("technical", RateCases::quotaSugar),
        Map.entry("ave", RateCases::equivalent),
        Map.entry("rounding", RateCases::rounding));
  }

  static CurrencyUnit currency(DutyCase each) {
    String code = CURRENCIES.get(each.system().split("-")[0]);
    if (code == null) {
      throw new UnsupportedCase("no currency for the system " + each.system());
    }
    return CurrencyUnit.of(code);
  }

  static BigDecimal statedRate(DutyCase each) {
    return duty("84", each.text("rate"), each);
  }

  /** The duty at a rate as it is written, on the value and quantities of the case. */
  static BigDecimal duty(String line, String rate, DutyCase each) {
    return duty(line, read(rate), DeclaredFacts.none(), value(each), each);
  }

  /** A rate as it is written; one that is not understood is named with its reason. */
  static DutyRate read(String rate) {
    DutyRate read = DutyRate.parse(rate);
    if (read instanceof DutyRate.Unsupported unread) {
      throw new UnsupportedCase("the rate '" + rate + "' is not read: " + unread.reason());
    }
    return read;
  }

  private static BigDecimal duty(
      String line, DutyRate rate, DeclaredFacts facts, BigDecimal value, DutyCase each) {
    CurrencyUnit currency = currency(each);
    boolean toCent = currency.equals(CurrencyUnit.USD);
    TariffBook book =
        TariffBook.of(
            each.system(),
            currency,
            toCent ? RoundingPolicy.EACH_DUTY_TO_CENT : RoundingPolicy.TOTAL_TO_CENT,
            List.of(TariffMeasure.base("*", "Free").at(rate)));
    Assessment assessment =
        book.on("2025-09-01")
            .stack(HsCode.of(line), Country.of("BR"), facts)
            .assess(BigMoney.of(currency, value), quantities(each), exchangeRates(each));
    return assessment
        .exactTotal()
        .orElseThrow(() -> new IllegalStateException(assessment.toString()))
        .getAmount();
  }

  private static BigDecimal value(DutyCase each) {
    return each.has("customs_value") ? each.number("customs_value") : each.number("value", "0");
  }

  static List<Quantity> quantities(DutyCase each) {
    List<Quantity> quantities = new ArrayList<>();
    if (each.has("qty", "qty_unit")) {
      quantities.add(new Quantity(each.number("qty"), Unit.of(each.text("qty_unit"))));
    }
    add(quantities, each, "kg", "kg");
    add(quantities, each, "qty_t", "t");
    add(quantities, each, "litres", "l");
    add(quantities, each, "pieces", "No.");
    return quantities;
  }

  private static void add(List<Quantity> quantities, DutyCase each, String name, String unit) {
    if (each.has(name)) {
      quantities.add(new Quantity(each.number(name), Unit.of(unit)));
    }
  }

  static ExchangeRates exchangeRates(DutyCase each) {
    return each.has("fx")
        ? ExchangeRates.none().with(CurrencyUnit.EUR, currency(each), each.number("fx"))
        : ExchangeRates.none();
  }

  /** Canadian cases give the rate in their title only: 238 % but not less than $1.67/kg. */
  private static BigDecimal mixed(DutyCase each) {
    if (each.has("rate")) {
      return statedRate(each);
    }
    if (each.system().equals("CA")) {
      return duty("0207", "max(238%, 1.67 CAD/kg)", each);
    }
    throw new UnsupportedCase("no rate is given");
  }

  private static BigDecimal meursing(DutyCase each) {
    if (each.has("meursing")) {
      throw new UnsupportedCase("the Meursing table is not bundled");
    }
    return statedRate(each);
  }

  private static BigDecimal scheduleRate(DutyCase each) {
    if (each.has("case_value")) {
      return watch(each);
    }
    if (each.has("copper_content", "inclusive")) {
      return copperArticle(each);
    }
    if (each.has("general", "ssg")) {
      return duty("0201", each.text("general") + " + " + each.text("ssg"), each);
    }
    return each.has("polarisation") ? sugar(each) : statedRate(each);
  }

  /** The rate of 1701.12.05 counts where a case gives none: it stands in the title only. */
  private static BigDecimal sugar(DutyCase each) {
    String text =
        each.has("rate")
            ? each.text("rate")
            : "3.6606¢/kg less 0.020668¢/kg per degree under 100 but not less than 3.143854¢/kg";
    return duty("1701", read(text), polarisation(each), value(each), each);
  }

  private static DeclaredFacts polarisation(DutyCase each) {
    return DeclaredFacts.none().withFact(PolarisedRate.FACT, each.text("polarisation"));
  }

  /**
   * The EU's raw sugar quota: so much a ton at 96 degrees, and 0.14 % of it more or less for each
   * tenth of a degree; a straight line, that is so much at 100 degrees less so much per degree.
   */
  private static BigDecimal quotaSugar(DutyCase each) {
    BigDecimal base = each.number("base");
    BigDecimal perDegree = base.multiply(new BigDecimal("0.014"));
    BigDecimal atHundred = base.add(perDegree.multiply(BigDecimal.valueOf(100 - 96)));
    DutyRate rate = new PolarisedRate(perTon(each, atHundred), perTon(each, perDegree));
    DutyBasis basis =
        DutyBasis.of(BigMoney.zero(currency(each)), Quantity.of("1", "t"))
            .withFacts(polarisation(each));
    return rate.on(basis).amount().orElseThrow().getAmount();
  }

  private static DutyRate.Specific perTon(DutyCase each, BigDecimal amount) {
    return new DutyRate.Specific(BigMoney.of(currency(each), amount), Quantity.of("1", "t"));
  }

  /**
   * 44¢ each, 6 % on the case, 14 % on the strap, 5.3 % on the battery, nothing on the movement.
   */
  private static BigDecimal watch(DutyCase each) {
    Map<String, BigDecimal> parts =
        Map.of(
            "case", each.number("case_value"),
            "strap", each.number("strap_value"),
            "battery", each.number("battery_value"),
            "movement", each.number("movement_value", "0"));
    BigDecimal total = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    DeclaredFacts facts = DeclaredFacts.none();
    for (String part : List.of("case", "strap", "battery")) {
      facts = facts.withContent(part, parts.get(part).divide(total, MathContext.DECIMAL64));
    }
    DutyRate rate =
        new DutyRate.Sum(
            List.of(
                DutyRate.parse("0.44 USD/No."),
                onPart("6", "case"),
                onPart("14", "strap"),
                onPart("5.3", "battery")));
    return duty("9102", rate, facts, total, each);
  }

  private static DutyRate onPart(String percent, String part) {
    return new DutyRate.OnPortion(DutyRate.percent(percent), Portion.contentOf(part));
  }

  private static BigDecimal copperArticle(DutyCase each) {
    TariffBook book =
        TariffBook.us(
                TariffMeasure.base("*", "Free").at(each.rate("base")),
                TariffMeasure.adds("S232 copper", "*", "*", "Free")
                    .at(each.rate("copper_rate"))
                    .onPortion(Portion.contentOf("copper")),
                TariffMeasure.topsUpTo("reciprocal", "*", "*", "Free").at(each.rate("inclusive")))
            .withProgrammes(Programme.of("reciprocal").yieldingTo("S232 copper"));
    BigDecimal value = each.number("value");
    BigDecimal copper = each.number("copper_content").divide(value, MathContext.DECIMAL64);
    return book.on("2025-09-01")
        .stack(
            HsCode.of("8544"), Country.of("JP"), DeclaredFacts.none().withContent("copper", copper))
        .assess(BigMoney.of(CurrencyUnit.USD, value))
        .dutyOrThrow()
        .getAmount();
  }

  /** The ad valorem equivalent of a compound rate, in percent; or a duty at a given equivalent. */
  private static BigDecimal equivalent(DutyCase each) {
    if (each.has("ave")) {
      return duty("84", each.text("ave").replace(" ", ""), each);
    }
    BigDecimal value = each.number("value");
    BigDecimal perKilo = new BigDecimal(each.inputs().get("specific2").get(0).asText());
    BigDecimal kilos = new BigDecimal(each.inputs().get("specific2").get(1).asText());
    DutyRate rate =
        new DutyRate.Sum(
            List.of(
                DutyRate.parse(each.number("specific1").toPlainString() + " USD/No."),
                DutyRate.adValorem(each.rate("av")),
                DutyRate.parse(perKilo.toPlainString() + " USD/kg")));
    return TariffBook.us(TariffMeasure.base("84", "Free").at(rate))
        .on("2025-09-01")
        .stack(HsCode.of("84"), Country.of("BR"))
        .assess(
            BigMoney.of(CurrencyUnit.USD, value),
            Quantity.of("1", "No."),
            new Quantity(kilos, Unit.of("kg")))
        .effectiveRate()
        .orElseThrow()
        .percent();
  }

  private static BigDecimal rounding(DutyCase each) {
    return new RoundingPolicy(
            each.number("scale").intValueExact(),
            RoundingMode.valueOf(each.text("mode")),
            RoundingPolicy.Level.TOTAL)
        .round(each.number("unrounded"));
  }
}
