package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.threeten.extra.LocalDateRange;

/**
 * Generators of law that reaches the odd corners of the rules: several programmes, all rules,
 * conditions of every kind, portions of two materials and of the US content, groups that share
 * members, programmes of which the dearest measure counts, yields by date, both clocks, and
 * currencies of 0, 2 and 3 decimals.
 */
final class RuleArbitraries {

  static final LocalDate FIRST = LocalDate.parse("2025-01-01");

  static final List<String> PROGRAMMES = List.of("A", "B", "C", "D", "E");

  private RuleArbitraries() {}

  /** What a book is made of, in no order. */
  record Law(List<TariffMeasure> measures, List<Programme> programmes, Money money) {

    Law with(List<TariffMeasure> others) {
      return new Law(others, programmes, money);
    }

    Law plus(TariffMeasure more) {
      List<TariffMeasure> all = new ArrayList<>(measures);
      all.add(more);
      return with(all);
    }

    /** The book without measures, which describes its programmes. */
    TariffBook described() {
      return TariffBook.of("US", money.currency, money.rounding, List.of())
          .withProgrammes(programmes.toArray(Programme[]::new));
    }

    TariffBook book() {
      return described().withAll(measures);
    }

    /** Why there is no such book: ties and circles, which are refused with the names. */
    Optional<String> refusal() {
      try {
        book();
        return Optional.empty();
      } catch (IllegalArgumentException e) {
        String message = e.getMessage();
        boolean tie = message.startsWith("Overlapping measures of one programme: '");
        boolean circle = message.startsWith("Programmes displace each other in a circle on ");
        assertTrue(tie || circle, message);
        return Optional.of(tie ? "tie" : "circle");
      }
    }
  }

  /** A currency and how its duties are rounded. */
  record Money(CurrencyUnit currency, RoundingPolicy rounding) {}

  /** Goods that enter on a day. */
  record Goods(
      HsCode line, Country origin, DeclaredFacts facts, LocalDate day, Knowledge knowledge) {

    /** Goods are not loaded after they enter, which is refused. */
    Goods {
      facts = facts.contradiction(day).isEmpty() ? facts : facts.without("loaded");
    }

    DutyStack under(TariffBook book) {
      return book.on(day, knowledge).stack(line, origin, facts);
    }
  }

  static Arbitrary<Goods> goods() {
    return Combinators.combine(
            Arbitraries.of("8703", "8703.23.01", "8703.23", "8704.21", "0201.10").map(HsCode::of),
            Arbitraries.of("JP", "DE", "NO", "CN", "MX").map(Country::of),
            facts(),
            Arbitraries.integers().between(0, 500).map(FIRST::plusDays),
            Arbitraries.of(
                Knowledge.now(), Knowledge.ofTheDay(), Knowledge.of(FIRST.plusDays(150))))
        .as(Goods::new);
  }

  static Arbitrary<DeclaredFacts> facts() {
    Arbitrary<String> share = Arbitraries.of("0", "0.1", "0.2", "0.35", "0.5");
    Arbitrary<List<String>> claims =
        Arbitraries.of("claim=P", "claim=Q", "claim=A").list().ofMaxSize(2);
    Arbitrary<List<String>> contents =
        Combinators.combine(share, share, share)
            .as(
                (steel, copper, us) ->
                    List.of(
                        "content:steel=" + steel, "content:copper=" + copper, "content:US=" + us))
            .flatMap(
                all ->
                    Arbitraries.integers().between(0, 4).map(n -> n > 0 ? all : all.subList(0, 1)));
    Arbitrary<List<String>> others =
        Arbitraries.of(
                "quota:Q=in",
                "quota:Q=out",
                "additional code=C490",
                "unit value:beef=0.5",
                "age=30",
                "age=9",
                "loaded=2025-08-01",
                "metal origin=GB",
                "end use=yes",
                "end use=no",
                "age=nine")
            .list()
            .ofMaxSize(5);
    return Combinators.combine(claims, contents, others)
        .as(
            (a, b, c) -> {
              List<String> all = new ArrayList<>(a);
              all.addAll(b);
              all.addAll(c);
              return all.stream()
                  .map(DeclaredFacts::parse)
                  .reduce(DeclaredFacts.none(), DeclaredFacts::and);
            });
  }

  static Arbitrary<Money> money() {
    return Arbitraries.of(
        new Money(CurrencyUnit.USD, RoundingPolicy.EACH_DUTY_TO_CENT),
        new Money(CurrencyUnit.USD, RoundingPolicy.TOTAL_TO_CENT),
        new Money(
            CurrencyUnit.JPY,
            new RoundingPolicy(0, RoundingMode.DOWN, RoundingPolicy.Level.EACH_DUTY)),
        new Money(
            CurrencyUnit.JPY,
            RoundingPolicy.ofStep("JPY 100", RoundingMode.DOWN)
                .withBaseStep("JPY 1000", RoundingMode.DOWN)
                .withLevel(RoundingPolicy.Level.TOTAL)),
        new Money(
            CurrencyUnit.of("BHD"),
            new RoundingPolicy(3, RoundingMode.HALF_UP, RoundingPolicy.Level.EACH_DUTY)));
  }

  static Arbitrary<BigDecimal> percents() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("60"))
        .ofScale(1)
        .edgeCases(e -> e.includeOnly(new BigDecimal("0.0"), new BigDecimal("25.0")));
  }

  /** Rates on a content: two that grow with it, and two that have a bend. */
  private static final List<String> ON_CONTENTS =
      List.of(
          "50% upon the value of the copper content",
          "2% + 20% upon the value of the steel content",
          "max(5%, 50% on copper content)",
          "2% + max(5%, 20% on steel content)");

  static Arbitrary<DutyRate> rates() {
    Arbitrary<String> byValue = percents().map(p -> p + "%");
    return Arbitraries.frequencyOf(
            Tuple.of(9, byValue),
            Tuple.of(1, Arbitraries.of("Free", "4.4¢/kg", "1 USD/kg", "2% + 3¢/kg")),
            Tuple.of(1, Arbitraries.of(ON_CONTENTS)))
        .map(DutyRate::of);
  }

  static Arbitrary<Portion> portions() {
    return Arbitraries.of(
            "full value",
            "full value",
            "full value",
            "steel content",
            "copper content",
            "US content",
            "non-steel content",
            "non-US content")
        .map(Portion::parse);
  }

  private static Arbitrary<List<String>> conditions() {
    Arbitrary<String> one =
        Arbitraries.of(
            "claim=P",
            "claim!=Q",
            "claim=*",
            "content:US>=0.2",
            "content:steel<0.2",
            "quota:Q=in",
            "quota:Q!=in",
            "additional code=C490",
            "unit value:beef<0.65",
            "age>=25",
            "loaded<2025-08-07",
            "metal origin=GB",
            "end use=yes");
    return Arbitraries.integers()
        .between(0, 4)
        .flatMap(
            n -> n < 3 ? Arbitraries.just(List.of()) : one.list().ofSize(n - 2).uniqueElements());
  }

  private static Arbitrary<Validity> validities() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(0, 300),
            Arbitraries.integers().between(1, 300),
            Arbitraries.integers().between(-30, 60))
        .as(
            (kind, from, length, published) -> {
              if (kind < 3) {
                return Validity.always();
              }
              LocalDate start = FIRST.plusDays(from);
              Validity since = Validity.during(LocalDateRange.ofUnboundedEnd(start));
              if (kind == 3) {
                return since.withKnownFrom(start.plusDays(published));
              }
              Validity some = since.until(start.plusDays(length));
              if (kind == 4) {
                return some;
              }
              Validity ended = some.withEndKnownFrom(start.plusDays(length / 2));
              return kind == 5 ? ended : ended.withPlannedEnd(start.plusDays(length / 3));
            });
  }

  private static final Arbitrary<String> PRODUCTS =
      Arbitraries.of("*", "87", "8703, 0201", "* except 8704", "8703 except 8703.23.01", "8703.23");

  private static final Arbitrary<String> ORIGINS =
      Arbitraries.of("*", "*", "JP,CN", "EU", "EEA", "DE", "* except CN");

  private static TariffMeasure measure(
      String programme, Rule rule, List<String> targets, String products, String origins) {
    List<String> others = targets.stream().filter(t -> !t.equals(programme)).distinct().toList();
    return switch (rule) {
      case REPLACES ->
          TariffMeasure.replaces(programme, products, origins, "Free", targets(others));
      case EXEMPTS -> TariffMeasure.exempts(programme, products, origins, targets(others));
      default -> TariffMeasure.of(programme, rule, products, origins, "Free");
    };
  }

  private static String[] targets(List<String> some) {
    return some.isEmpty() ? new String[] {"MFN"} : some.toArray(String[]::new);
  }

  private static Arbitrary<TariffMeasure> measures(
      Arbitrary<String> programmes, Arbitrary<Rule> rules) {
    Arbitrary<TariffMeasure> scoped =
        Combinators.combine(
                programmes,
                rules,
                Arbitraries.of("A", "B", "C", "D", "E", "MFN", "P")
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(2),
                PRODUCTS,
                ORIGINS)
            .as(RuleArbitraries::measure);
    return Combinators.combine(scoped, rates(), portions(), conditions(), validities())
        .as(
            (measure, rate, portion, conditions, validity) -> {
              TariffMeasure result = measure.withValidity(validity);
              boolean charges = measure.rule() != Rule.PROHIBITS && !measure.rule().isBase();
              result = charges ? result.withPortion(portion) : result;
              result = measure.rule() == Rule.EXEMPTS ? result : result.withRate(rate);
              for (String each : conditions) {
                result = result.withCondition(each);
              }
              return result;
            });
  }

  private static Arbitrary<List<TariffMeasure>> charges() {
    Arbitrary<Rule> rules =
        Arbitraries.of(
            Rule.ADDS,
            Rule.ADDS,
            Rule.ADDS,
            Rule.TOPS_UP_TO,
            Rule.TOPS_UP_TO,
            Rule.TOPS_UP_ORDINARY_TO,
            Rule.TOPS_UP_ORDINARY_TO,
            Rule.REPLACES,
            Rule.REPLACES,
            Rule.EXEMPTS,
            Rule.EXEMPTS,
            Rule.PROHIBITS);
    return measures(Arbitraries.of(PROGRAMMES), rules).list().ofMinSize(2).ofMaxSize(7);
  }

  private static Arbitrary<List<TariffMeasure>> ordinary() {
    Arbitrary<List<TariffMeasure>> bases =
        Combinators.combine(rates(), rates(), Arbitraries.integers().between(0, 5))
            .as(
                (wide, narrow, n) -> {
                  TariffMeasure everywhere = TariffMeasure.base("*", "Free").withRate(wide);
                  TariffMeasure closer = TariffMeasure.base("8703", "Free").withRate(narrow);
                  return n == 0
                      ? List.of()
                      : n < 4 ? List.of(everywhere) : List.of(everywhere, closer);
                });
    Arbitrary<List<TariffMeasure>> preferences =
        measures(Arbitraries.of("P", "Q"), Arbitraries.just(Rule.PREFERENCE)).list().ofMaxSize(2);
    return Combinators.combine(bases, preferences)
        .as(
            (some, more) -> {
              List<TariffMeasure> all = new ArrayList<>(some);
              all.addAll(more);
              return all;
            });
  }

  private static Arbitrary<List<Programme>> programmes() {
    Arbitrary<Programme> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, 2),
                validities())
            .as(
                (own, other, kind, when) -> {
                  Programme programme = Programme.of(PROGRAMMES.get(own));
                  return kind == 0
                      ? programme.withChoice(Programme.Choice.HIGHEST)
                      : other < own
                          ? programme.withYieldTo(new Programme.Yield(PROGRAMMES.get(other), when))
                          : programme;
                });
    return one.list().ofMaxSize(4).uniqueElements(Programme::name).map(RuleArbitraries::complete);
  }

  /** All programmes by name, so that each may be a target. */
  private static List<Programme> complete(Collection<Programme> some) {
    List<Programme> all = new ArrayList<>(some);
    List<String> names = new ArrayList<>(PROGRAMMES);
    names.addAll(List.of("MFN", "P", "Q"));
    names.stream()
        .filter(name -> some.stream().noneMatch(p -> p.name().equals(name)))
        .forEach(name -> all.add(Programme.of(name)));
    return all;
  }

  /** Law that may be refused, each measure by its own name. */
  static Arbitrary<Law> anyLaws() {
    return Combinators.combine(ordinary(), charges(), programmes(), money())
        .as(
            (ordinary, charges, programmes, money) -> {
              List<TariffMeasure> all = new ArrayList<>(ordinary);
              all.addAll(charges);
              for (int i = 0; i < all.size(); i++) {
                all.set(i, all.get(i).withId("m" + i));
              }
              return new Law(all, programmes, money);
            });
  }

  /** Law that stands together. */
  static Arbitrary<Law> laws() {
    return anyLaws().filter(law -> law.refusal().isEmpty());
  }

  static BigMoney value(Law law) {
    return BigMoney.of(law.money().currency(), new BigDecimal("123457"));
  }

  /** What is charged on a value and 250 kg; the outcome where it is not known. */
  static String duty(Law law, Goods goods) {
    return duty(goods.under(law.book()));
  }

  static String duty(DutyStack stack) {
    Assessment assessment =
        stack.assess(
            BigMoney.of(stack.law().book().currency(), new BigDecimal("123457")),
            Quantity.parse("250 kg"));
    return assessment.outcome()
        + " "
        + assessment.duty().map(Object::toString).orElse("")
        + " "
        + stack.adValoremRate().map(r -> r.toText(6)).orElse("");
  }
}
