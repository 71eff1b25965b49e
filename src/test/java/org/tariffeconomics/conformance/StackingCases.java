package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.indicator.EffectiveRate;
import org.tariffeconomics.indicator.ImpliedTakeUp;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.tariff.DutyMixture;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Cases about how duties of several authorities compose. Each case becomes a small book: the rates
 * it gives are measures, and what yields to what are the programmes' displacement entries.
 */
final class StackingCases {

  private static final String GOODS = "84";
  private static final LocalDate FULL_VALUE_REGIME = LocalDate.parse("2026-04-06");
  private static final BigDecimal ONE = BigDecimal.ONE;

  private StackingCases() {}

  static Map<String, Function<DutyCase, Object>> groups() {
    return Map.of(
        "stacking", StackingCases::stacking,
        "inclusive_floor", StackingCases::inclusiveFloor,
        "adcvd", StackingCases::overlappingOrders,
        "dates", StackingCases::dates,
        "exclusions", StackingCases::exclusions,
        "weighted", StackingCases::weighted);
  }

  private static Object stacking(DutyCase each) {
    if (each.has("total_rate", "value")) {
      return dutyAtRate(each, each.rate("total_rate"));
    }
    if (each.has("certified_share")) {
      return blend(each);
    }
    if (each.has("annex") || each.has("hts10") || each.has("floor")) {
      return annexRate(each);
    }
    if (each.has("value")) {
      return baseOnFullValue(each);
    }
    return layered(each);
  }

  private static BigDecimal dutyAtRate(DutyCase each, Rate rate) {
    return stack(TariffBook.us(TariffMeasure.base(GOODS, "Free").withRate(rate)), each, "DE")
        .assess(BigMoney.of(CurrencyUnit.USD, each.number("value")))
        .dutyOrThrow()
        .getAmount();
  }

  /** The ordinary duty is due on the full value, whatever metal is in the goods. */
  private static BigDecimal baseOnFullValue(DutyCase each) {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base(GOODS, "Free").withRate(each.rateOrZero("base")),
            TariffMeasure.adds("S232 copper", GOODS, "*", "50%")
                .withPortion(Portion.contentOf("copper")));
    BigDecimal value = each.number("value");
    BigDecimal copper = each.number("copper_content", "0").divide(value, MathContext.DECIMAL128);
    return book.on(day(each))
        .stack(
            HsCode.of(GOODS), Country.of("DE"), DeclaredFacts.none().withContent("copper", copper))
        .assess(BigMoney.of(CurrencyUnit.USD, value))
        .lines()
        .get(0)
        .amount()
        .getAmount();
  }

  private static BigDecimal layered(DutyCase each) {
    DutyStack stack = stack(layeredBook(each), each, each.has("country") ? "" : "DE");
    return switch (each.output()) {
      case "total_rate" -> total(stack, List.of());
      case "total_additional" -> total(stack, List.of("MFN"));
      case "net_ieepa" -> of(stack, "reciprocal").add(of(stack, "fentanyl"));
      case "net_recip" -> of(stack, "reciprocal");
      case "net_fent" -> of(stack, "fentanyl");
      case "net_s122" -> of(stack, "S122");
      case "net_232", "rate_232" -> of(stack, "S232");
      case "net_301" -> of(stack, "S301");
      default -> throw new UnsupportedCase("no output '" + each.output() + "'");
    };
  }

  /** The rates are given net of content, so the metal duty is spread over the content it covers. */
  private static TariffBook layeredBook(DutyCase each) {
    boolean metals = !each.rateOrZero("r232").isZero();
    BigDecimal content = metals ? metalShare(each) : BigDecimal.ZERO;
    boolean onContent = content.signum() > 0 && content.compareTo(ONE) < 0;
    List<TariffMeasure> measures = new ArrayList<>();
    measures.add(TariffMeasure.base(GOODS, "Free").withRate(each.rateOrZero("base")));
    if (metals) {
      TariffMeasure metal = TariffMeasure.adds("S232", GOODS, "*", "Free");
      Rate rate = each.rate("r232");
      measures.add(
          onContent
              ? metal
                  .withRate(Rate.fraction(rate.fraction().divide(content, MathContext.DECIMAL128)))
                  .withPortion(Portion.contentOf("metal"))
              : metal.withRate(rate));
    }
    addCharge(measures, each, "recip", "reciprocal", "*");
    addCharge(measures, each, "fent", "fentanyl", "*");
    addCharge(measures, each, "s122", "S122", "*");
    addCharge(measures, each, "r301", "S301", "CN");
    addCharge(measures, each, "s201", "S201", "*");
    addCharge(measures, each, "other", "other", "*");
    TariffBook book = TariffBook.us(measures.toArray(TariffMeasure[]::new));
    if (!metals || content.signum() == 0) {
      return book;
    }
    return book.withProgrammes(
        Programme.of("reciprocal").withYieldTo("S232"),
        Programme.of("S122").withYieldTo("S232"),
        isChina(each) ? Programme.of("fentanyl") : Programme.of("fentanyl").withYieldTo("S232"));
  }

  private static void addCharge(
      List<TariffMeasure> measures, DutyCase each, String input, String programme, String origins) {
    if (each.has(input)) {
      measures.add(
          TariffMeasure.adds(programme, GOODS, origins, "Free").withRate(each.rate(input)));
    }
  }

  /** The share that the metal duty covers: that of the chapter's metal, or the one given. */
  private static BigDecimal metalShare(DutyCase each) {
    if (!each.asOf().isEmpty() && each.has("annex") && !day(each).isBefore(FULL_VALUE_REGIME)) {
      return ONE;
    }
    String chapter = each.has("chapter") ? each.text("chapter") : "";
    String named =
        switch (chapter) {
          case "72", "73" -> "steel_share";
          case "76" -> "aluminum_share";
          case "74" -> "copper_share";
          default ->
              each.firstKey("steel_share")
                  .or(() -> each.firstKey("aluminum_share"))
                  .or(() -> each.firstKey("copper_share"))
                  .orElse("metal_share");
        };
    return each.has(named) ? each.number(named) : each.number("metal_share", "1");
  }

  private static boolean isChina(DutyCase each) {
    return each.has("country") && each.text("country").equals("CN");
  }

  private static DutyStack stack(TariffBook book, DutyCase each, String otherwise) {
    String origin = each.has("country") ? each.text("country") : otherwise;
    DeclaredFacts facts = DeclaredFacts.none();
    BigDecimal content = metalShare(each);
    return book.on(day(each))
        .stack(
            HsCode.of(GOODS),
            Country.of(origin),
            content.compareTo(ONE) < 0 ? facts.withContent("metal", content) : facts);
  }

  private static BigDecimal of(DutyStack stack, String programme) {
    return stack.adValoremLayers().stream()
        .filter(l -> l.layer().measure().programme().equals(programme))
        .map(l -> l.rate().fraction())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal total(DutyStack stack, List<String> without) {
    BigDecimal total = stack.adValoremRate().orElseThrow().fraction();
    return without.stream().map(p -> of(stack, p)).reduce(total, BigDecimal::subtract);
  }

  /** The metals regime of 2026-04-06: annexes by product, other rates for some origins. */
  private static BigDecimal annexRate(DutyCase each) {
    String line =
        each.has("hts10") ? each.text("hts10") : each.has("chapter") ? each.text("chapter") : "84";
    String annex =
        each.has("annex") ? each.text("annex") : each.has("floor") ? "annex_3" : "annex_1a";
    List<TariffMeasure> measures = new ArrayList<>();
    measures.add(TariffMeasure.base("*", "Free").withRate(each.rateOrZero("base")));
    boolean steelOrAluminium = List.of("72", "73", "76").contains(line.substring(0, 2));
    switch (annex) {
      case "annex_1a" -> addMetals(measures, "50%", steelOrAluminium ? "25%" : "50%");
      case "annex_1b" -> addMetals(measures, "25%", steelOrAluminium ? "15%" : "25%");
      case "annex_2" -> measures.add(TariffMeasure.adds("S232", "*", "*", "Free"));
      case "annex_3" ->
          measures.add(
              TariffMeasure.topsUpTo("S232", "*", "*", "15%")
                  .withRate(each.has("floor") ? each.rate("floor") : Rate.percent(15)));
      default -> throw new UnsupportedCase("no annex '" + annex + "'");
    }
    measures.add(TariffMeasure.adds("S232", "76", "RU", "200%").withId("S232, Russia"));
    DutyStack stack =
        TariffBook.us(measures.toArray(TariffMeasure[]::new))
            .on(day(each))
            .stack(HsCode.of(line), Country.of(each.has("country") ? each.text("country") : "DE"));
    return each.output().equals("total_rate") ? total(stack, List.of()) : of(stack, "S232");
  }

  private static void addMetals(List<TariffMeasure> measures, String rate, String britishRate) {
    measures.add(TariffMeasure.adds("S232", "*", "*", rate));
    measures.add(TariffMeasure.adds("S232", "*", "GB", britishRate).withId("S232, UK"));
  }

  /** Averages duties over importers who claim a preference, certify their parts, or do neither. */
  private static BigDecimal blend(DutyCase each) {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base(GOODS, "Free").withRate(each.rateOrZero("base")),
            TariffMeasure.preference("FTA", GOODS, "*", "Free").withRate(each.rateOrZero("base")),
            TariffMeasure.adds("S232", GOODS, "*", "Free").withRate(each.rate("rate")),
            TariffMeasure.topsUpTo("S232", GOODS, "*", "Free")
                .withRate(each.rate("floor"))
                .withId("certified parts")
                .withCondition("certified=yes"),
            TariffMeasure.adds("S232", GOODS, "*", "Free")
                .withId("parts under the agreement")
                .withCondition("claim=FTA")
                .withCondition("certified!=no"));
    BigDecimal fta = each.number("fta_share");
    BigDecimal certified = each.number("certified_share");
    BigDecimal rest = ONE.subtract(fta);
    DutyMixture mixture =
        DutyMixture.of(
            book.on("2025-06-01"),
            HsCode.of(GOODS),
            BigMoney.of(CurrencyUnit.USD, new BigDecimal("1000000")),
            List.of(),
            List.of(
                share("DE claiming FTA with certified=agreement", fta),
                share("DE with certified=yes", rest.multiply(certified)),
                share("DE with certified=no", rest.multiply(ONE.subtract(certified)))));
    return mixture.parts().stream()
        .map(p -> p.weight().multiply(of(p.assessment().stack(), "S232")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static DutyMixture.Share share(String origin, BigDecimal weight) {
    return new DutyMixture.Share(DeclaredOrigin.parse(origin), weight);
  }

  private static BigDecimal inclusiveFloor(DutyCase each) {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base(GOODS, "Free").withRate(each.rateOrZero("base")),
            TariffMeasure.topsUpTo("floor", GOODS, "*", "Free").withRate(each.rate("inclusive")));
    DutyStack stack = book.on(day(each)).stack(HsCode.of(GOODS), Country.of("JP"));
    return each.output().startsWith("total")
        ? stack.adValoremRate().orElseThrow().fraction()
        : of(stack, "floor");
  }

  private static final Pattern ORDER =
      Pattern.compile("(\\S+) (from|revoked) (\\d{4}(?:-\\d{2}-\\d{2})?)");

  /** Orders of one case take the highest rate; orders of several cases are charged together. */
  private static BigDecimal overlappingOrders(DutyCase each) {
    List<TariffMeasure> measures = new ArrayList<>(List.of(TariffMeasure.base("84", "Free")));
    for (Iterator<String> names = each.inputs().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      Matcher order = ORDER.matcher(name);
      if (order.matches()) {
        measures.add(datedOrder(order, each.rate(name)));
      } else if (name.matches("\\d+")) {
        measures.add(
            TariffMeasure.adds(each.text("case"), name, "*", "Free")
                .withRate(each.rate(name))
                .withId(name));
      }
    }
    TariffBook book = TariffBook.us();
    if (each.has("case")) {
      book =
          book.withProgrammes(Programme.of(each.text("case")).withChoice(Programme.Choice.HIGHEST));
    }
    return book.withAll(measures)
        .on(day(each))
        .stack(HsCode.of("8413810000"), Country.of("CN"))
        .adValoremRate()
        .orElseThrow()
        .fraction();
  }

  private static TariffMeasure datedOrder(Matcher order, Rate rate) {
    String day = order.group(3).length() == 4 ? order.group(3) + "-01-01" : order.group(3);
    TariffMeasure measure = TariffMeasure.adds(order.group(1), "84", "*", "Free").withRate(rate);
    return order.group(2).equals("from") ? measure.from(day) : measure.until(day);
  }

  private static Object dates(DutyCase each) {
    TariffMeasure measure =
        TariffMeasure.adds("S122", "*", "*", "10%").through(each.text("expiry"));
    if (each.output().equals("boundary")) {
      return measure.inForce().getEnd().toString();
    }
    return of(
        TariffBook.us(TariffMeasure.base("*", "Free"), measure.withRate(each.rate("s122")))
            .on(day(each))
            .stack(HsCode.of(GOODS), Country.of("DE")),
        "S122");
  }

  /** A mean over all pairs: those without a row count with a rate of nothing. */
  private static BigDecimal weighted(DutyCase each) {
    int rows = each.inputs().get("rates").size();
    int pairs = each.has("pairs") ? each.number("pairs").intValueExact() : rows;
    int all = each.has("products") ? each.number("products").intValueExact() : pairs;
    double[] rates =
        DoubleStream.concat(
                IntStream.range(0, rows)
                    .mapToDouble(i -> each.inputs().get("rates").get(i).asDouble()),
                DoubleStream.generate(() -> 0).limit(Math.max(0, all - rows)))
            .toArray();
    double[] equal = DoubleStream.generate(() -> 1).limit(rates.length).toArray();
    List<String> items = IntStream.range(0, rates.length).mapToObj(Integer::toString).toList();
    return BigDecimal.valueOf(EffectiveRate.statutory(items, equal, rates).average().orElseThrow());
  }

  /** The share that claims an exclusion, from the rate that was collected. */
  private static BigDecimal exclusions(DutyCase each) {
    String layer =
        each.firstKey("full").orElseThrow(() -> new UnsupportedCase("the full rate is not stated"));
    ImpliedTakeUp takeUp =
        new ImpliedTakeUp(
            each.number("realized").doubleValue(),
            each.number("stat_other", "0").doubleValue(),
            each.number(layer).doubleValue());
    return switch (each.output()) {
      case "claim share" -> BigDecimal.valueOf(takeUp.share());
      default -> throw new UnsupportedCase("no output '" + each.output() + "'");
    };
  }

  private static LocalDate day(DutyCase each) {
    String day = each.asOf();
    return day.matches("\\d{4}-\\d{2}-\\d{2}")
        ? LocalDate.parse(day)
        : LocalDate.parse("2025-09-01");
  }
}
