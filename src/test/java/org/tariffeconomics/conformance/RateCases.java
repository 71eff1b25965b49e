package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.quota.NorthernIrelandDuty;
import org.tariffeconomics.rate.AgriculturalComponent;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.PolarisedRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.RateKind;
import org.tariffeconomics.tariff.Assessment;
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

  private static final List<String> RATES =
      List.of("rate", "duty_rate", "duty", "general", "mfn", "third_country");

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
        Map.entry("sucrose", RateCases::statedRate),
        Map.entry("retail_price", RateCases::retailPrice),
        Map.entry("chooser", RateCases::chooser),
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
    return duty("84", rateText(each), each);
  }

  /** The rate of a case; where none is given it stands in the title, before the quantities. */
  private static String rateText(DutyCase each) {
    Optional<String> stated = CaseGoods.stated(each, RATES);
    if (stated.isPresent()) {
      String text = each.text(stated.get());
      return text.matches("[0-9.]+") ? text + impliedUnit(each) : text;
    }
    return titleRate(each).orElseThrow(() -> new UnsupportedCase("no rate is given"));
  }

  /** A bare number is per percent of sucrose in 100 kg, or percent of the retail price. */
  private static String impliedUnit(DutyCase each) {
    return switch (each.group()) {
      case "sucrose" -> " " + currency(each) + " DTN Z";
      case "retail_price" -> "% of retail price";
      default -> throw new UnsupportedCase("the rate has no unit");
    };
  }

  /** Dollars in a title are those of the case. */
  private static Optional<String> titleRate(DutyCase each) {
    String dollars =
        "(?:USD|CAD|AUD)".contains(currency(each).toString()) ? "$1 " + currency(each) : "$1";
    return Arrays.stream(each.title().split(";|: |, (?=[0-9])"))
        .map(part -> part.strip().replaceAll("\\$([0-9.]+)", dollars))
        .filter(part -> !(DutyRate.parse(part) instanceof DutyRate.Unsupported))
        .filter(part -> RateKind.of(DutyRate.parse(part)) != RateKind.SUPPLEMENTARY_UNIT)
        .findFirst();
  }

  /** The duty at a rate as it is written, on the value and quantities of the case. */
  static BigDecimal duty(String line, String rate, DutyCase each) {
    return duty(line, read(rate), CaseGoods.facts(each), value(each), each);
  }

  /** A share without a base is one of the retail price here. */
  private static BigDecimal retailPrice(DutyCase each) {
    DutyRate rate = read(rateText(each));
    return rate instanceof DutyRate.AdValorem share && each.has("retail_price")
        ? duty("24", share.rate() + " of retail price", each)
        : duty("24", rateText(each), each);
  }

  /** The published calculator takes the difference in either direction. */
  private static String chooser(DutyCase each) {
    CurrencyUnit pounds = currency(each);
    Rate threshold = each.has("threshold") ? each.rate("threshold") : Rate.percent(3);
    NorthernIrelandDuty choice =
        new NorthernIrelandDuty(
            BigMoney.of(pounds, value(each)),
            BigMoney.of(pounds, each.number("uk_duty")),
            BigMoney.of(pounds, each.number("xi_duty")),
            threshold,
            NorthernIrelandDuty.Reading.CALCULATOR);
    return choice.tariff() == NorthernIrelandDuty.Tariff.UK ? "uk" : "xi";
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
            List.of(TariffMeasure.base("*", "Free").withRate(rate)));
    Assessment assessment =
        book.on("2025-09-01")
            .stack(HsCode.of(line), Country.of("BR"), facts)
            .assess(
                BigMoney.of(currency, value),
                CaseGoods.quantities(each, List.of(rate)),
                exchangeRates(each),
                meursingTable(each));
    return assessment
        .exactTotal()
        .orElseThrow(() -> new IllegalStateException(assessment.toString()))
        .getAmount();
  }

  private static BigDecimal value(DutyCase each) {
    return each.has("customs_value") ? each.number("customs_value") : each.number("value", "0");
  }

  static List<Quantity> quantities(DutyCase each) {
    return CaseGoods.quantities(each, List.of());
  }

  static ExchangeRates exchangeRates(DutyCase each) {
    return each.has("fx")
        ? ExchangeRates.none().with(CurrencyUnit.EUR, currency(each), each.number("fx"))
        : ExchangeRates.none();
  }

  private static BigDecimal mixed(DutyCase each) {
    return statedRate(each);
  }

  /** The component that is asked for, or the duty; the case itself states the table's rows. */
  private static BigDecimal meursing(DutyCase each) {
    Optional<AgriculturalComponent> asked =
        Arrays.stream(AgriculturalComponent.values())
            .filter(c -> c.toString().equals(each.output()))
            .findFirst();
    if (asked.isEmpty() && !each.has(AgriculturalComponent.FACT)) {
      return statedRate(each);
    }
    if (meursingTable(each).rows().isEmpty()) {
      throw new UnsupportedCase("the case does not state the row of the Meursing table");
    }
    return asked.isPresent()
        ? asked
            .get()
            .on(
                DutyBasis.of(BigMoney.zero(currency(each)), Quantity.of("1", "DTN"))
                    .withFacts(CaseGoods.facts(each))
                    .withMeursing(meursingTable(each)))
            .amount()
            .orElseThrow()
            .getAmount()
        : statedRate(each);
  }

  /** Amounts per 100 kg that the case states under the components' names. */
  private static MeursingTable meursingTable(DutyCase each) {
    List<MeursingTable.Row> rows = new ArrayList<>();
    for (AgriculturalComponent component : AgriculturalComponent.values()) {
      CaseGoods.stated(each, List.of(component.name(), component.name().toLowerCase(Locale.ROOT)))
          .map(name -> BigMoney.of(CurrencyUnit.EUR, each.number(name)))
          .map(money -> new DutyRate.Specific(money, Quantity.of("100", "kg")))
          .map(d -> new MeursingTable.Row(each.text("meursing"), OriginScope.all(), component, d))
          .ifPresent(rows::add);
    }
    return MeursingTable.of(rows);
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
    return duty("1701", text, each);
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
            .withFacts(CaseGoods.facts(each));
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
                TariffMeasure.base("*", "Free").withRate(each.rate("base")),
                TariffMeasure.adds("S232 copper", "*", "*", "Free")
                    .withRate(each.rate("copper_rate"))
                    .withPortion(Portion.contentOf("copper")),
                TariffMeasure.topsUpTo("reciprocal", "*", "*", "Free")
                    .withRate(each.rate("inclusive")))
            .withProgrammes(Programme.of("reciprocal").withYieldTo("S232 copper"));
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
    return TariffBook.us(TariffMeasure.base("84", "Free").withRate(rate))
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
