package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.tariff.RuleArbitraries.Goods;
import org.tariffeconomics.tariff.RuleArbitraries.Law;

/** What holds for every law, whatever its measures say and are called. */
class DisplacementProperties {

  private static final Set<NotApplied.Reason> LOST =
      Set.of(NotApplied.Reason.CLOSER_MEASURE, NotApplied.Reason.NOT_THE_HIGHEST);

  @Provide
  Arbitrary<Law> laws() {
    return RuleArbitraries.laws().withoutEdgeCases();
  }

  @Provide
  Arbitrary<Law> anyLaws() {
    return RuleArbitraries.anyLaws().withoutEdgeCases();
  }

  @Provide
  Arbitrary<Goods> goods() {
    return RuleArbitraries.goods().withoutEdgeCases();
  }

  private static String duty(Law law, Goods goods) {
    return RuleArbitraries.duty(law, goods);
  }

  /** The names in another order, so that every order by name is another one. */
  private static Law renamed(Law law, long seed) {
    List<Integer> numbers = new ArrayList<>();
    law.measures().forEach(m -> numbers.add(numbers.size()));
    Collections.shuffle(numbers, new Random(seed));
    List<TariffMeasure> others = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      others.add(law.measures().get(i).withId("renamed " + numbers.get(i)));
    }
    return law.with(others);
  }

  private static <T> List<T> shuffled(List<T> some, long seed) {
    List<T> all = new ArrayList<>(some);
    Collections.shuffle(all, new Random(seed));
    return all;
  }

  @Property
  void the_names_of_measures_never_decide_whether_a_book_is_refused(
      @ForAll("anyLaws") Law law, @ForAll long seed) {
    Optional<String> refusal = law.refusal();
    Statistics.collect(refusal.orElse("stands"));
    assertEquals(refusal, renamed(law, seed).refusal());
  }

  @Property
  void renaming_measures_never_moves_a_duty(
      @ForAll("laws") Law law, @ForAll("goods") Goods goods, @ForAll long seed) {
    Statistics.collect(goods.under(law.book()).outcome());
    assertEquals(duty(law, goods), duty(renamed(law, seed), goods));
  }

  @Property
  void the_order_of_measures_and_of_programmes_never_matters(
      @ForAll("laws") Law law, @ForAll("goods") Goods goods, @ForAll long seed) {
    Law other =
        new Law(shuffled(law.measures(), seed), shuffled(law.programmes(), seed + 1), law.money());
    assertEquals(law.book(), other.book());
    assertEquals(duty(law, goods), duty(other, goods));
  }

  @Property
  void a_book_built_one_by_one_is_the_book_built_at_once(
      @ForAll("laws") Law law, @ForAll("goods") Goods goods, @ForAll long seed) {
    TariffBook book = law.described();
    try {
      for (TariffMeasure each : shuffled(law.measures(), seed)) {
        book = book.with(each);
      }
    } catch (IllegalArgumentException e) {
      // two measures that a third settles can only come with it
      assertTrue(e.getMessage().startsWith("Overlapping measures"), e.getMessage());
      Assume.that(false);
    }
    assertEquals(law.book(), book);
    assertEquals(duty(law, goods), RuleArbitraries.duty(goods.under(book)));
  }

  @Property
  void the_order_of_with_calls_on_a_measure_never_matters(@ForAll long seed) {
    List<UnaryOperator<TariffMeasure>> calls =
        List.of(
            m -> m.withId("other"),
            m -> m.withCondition("age>=25"),
            m -> m.withCondition("claim=P"),
            m -> m.withCondition("quota:Q=in"),
            m -> m.withPortion(Portion.contentOf("steel")),
            m -> m.from("2025-02-01"),
            m -> m.through("2025-12-31"),
            m -> m.withKnownFrom(LocalDate.parse("2025-01-15"), LocalDate.parse("2025-06-01")),
            m -> m.withRate(Rate.percent("7")));
    TariffMeasure start = TariffMeasure.adds("A", "8703", "EU", "10%");
    TariffMeasure one = start;
    for (UnaryOperator<TariffMeasure> each : calls) {
      one = each.apply(one);
    }
    TariffMeasure other = start;
    for (UnaryOperator<TariffMeasure> each : shuffled(calls, seed)) {
      other = each.apply(other);
    }
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
  }

  /** An exemption of everything that a programme does, which no other measure names. */
  private static TariffMeasure exempting(String programme) {
    return TariffMeasure.exempts("Relief from " + programme, "*", "*", programme);
  }

  /**
   * A programme that is exempt does nothing: the duty is that without its measures. A doubt about a
   * measure that is exempt may stay.
   */
  @Property
  void what_is_switched_off_switches_nothing_off(
      @ForAll("laws") Law law, @ForAll("goods") Goods goods) {
    for (String each : RuleArbitraries.PROGRAMMES) {
      Law without =
          law.with(law.measures().stream().filter(m -> !m.programme().equals(each)).toList());
      DutyStack exempt = goods.under(law.plus(exempting(each)).book());
      String duty = RuleArbitraries.duty(exempt);
      if (!duty.startsWith(DutyStack.Outcome.UNDETERMINED.name())) {
        assertEquals(duty(without, goods), duty, each);
      }
    }
  }

  @Property
  void an_exemption_that_is_exempt_restores_the_duty(
      @ForAll("laws") Law law, @ForAll("goods") Goods goods) {
    for (String each : List.of("A", "B", "C", "D", "E", "MFN", "P")) {
      TariffMeasure relief = exempting(each);
      Law restored = law.plus(relief).plus(exempting(relief.programme()));
      assertEquals(duty(law, goods), duty(restored, goods), each);
    }
  }

  /**
   * What has lost to a closer or dearer measure is as if it were not there; a doubt about it may
   * stay.
   */
  @Property
  void what_has_lost_switches_nothing_off(@ForAll("laws") Law law, @ForAll("goods") Goods goods) {
    DutyStack stack = goods.under(law.book());
    List<TariffMeasure> lost =
        stack.notApplied().stream()
            .filter(n -> LOST.contains(n.reason()))
            .map(NotApplied::measure)
            .toList();
    Statistics.collect(lost.isEmpty() ? "none lost" : "some lost");
    Law without = law.with(law.measures().stream().filter(m -> !lost.contains(m)).toList());
    String duty = RuleArbitraries.duty(stack);
    if (!duty.startsWith(DutyStack.Outcome.UNDETERMINED.name())) {
      assertEquals(duty, duty(without, goods));
    }
  }

  /**
   * A programme may have taken by an exemption what it does not charge, and by a measure that is as
   * dear as the one that is charged.
   */
  private static boolean takesByOthers(Law law, DutyLayer layer) {
    return law.measures().stream()
        .filter(m -> m.programme().equals(layer.measure().programme()))
        .filter(m -> !m.equals(layer.measure()))
        .anyMatch(m -> m.rule() == Rule.EXEMPTS || m.rule() == Rule.REPLACES);
  }

  /** What one displaces from another they never both charge. */
  @Property
  void two_of_which_one_yields_never_cover_more_than_the_value(
      @ForAll("laws") Law law, @ForAll("goods") Goods goods) {
    List<DutyLayer> layers = goods.under(law.book()).layers();
    for (DutyLayer each : layers) {
      assertTrue(each.share().signum() >= 0 && each.share().compareTo(BigDecimal.ONE) <= 0);
      for (DutyLayer by : layers) {
        if (each.yieldedTo().contains(by.measure().programme()) && !takesByOthers(law, by)) {
          for (DutyLayer option : by.options()) {
            BigDecimal sum = each.share().add(option.share());
            assertTrue(sum.compareTo(BigDecimal.ONE) <= 0, () -> each + " and " + option);
          }
        }
      }
    }
  }

  @Provide
  Arbitrary<List<TariffMeasure>> chains() {
    return Combinators.combine(RuleArbitraries.percents(), RuleArbitraries.portions())
        .as((p, portion) -> TariffMeasure.adds("x", "*", "*", p + "%").withPortion(portion))
        .list()
        .ofMinSize(2)
        .ofMaxSize(5);
  }

  /** Where each yields to all before it, all together cover the value at most once. */
  @Property
  void shares_of_a_chain_sum_to_one_at_most(
      @ForAll("chains") List<TariffMeasure> some, @ForAll("goods") Goods goods) {
    TariffBook book = TariffBook.us(TariffMeasure.base("*", "Free"));
    List<String> before = new ArrayList<>();
    for (TariffMeasure each : some) {
      String name = RuleArbitraries.PROGRAMMES.get(before.size());
      book =
          book.withProgrammes(Programme.of(name).withYieldTo(before.toArray(String[]::new)))
              .with(
                  TariffMeasure.adds(name, "*", "*", "Free")
                      .withRate(each.rate())
                      .withPortion(each.portion()));
      before.add(name);
    }
    DutyStack stack = goods.under(book);
    BigDecimal sum =
        stack.layers().stream()
            .filter(l -> !l.isBase())
            .map(DutyLayer::share)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertTrue(sum.compareTo(BigDecimal.ONE) <= 0, stack::toString);
    boolean full = some.stream().anyMatch(m -> m.portion().kind() == Portion.Kind.FULL);
    boolean us = some.stream().anyMatch(m -> m.portion().kind() == Portion.Kind.ALL_BUT);
    if (full && !us && stack.outcome() == DutyStack.Outcome.ASSESSED) {
      assertEquals(0, sum.compareTo(BigDecimal.ONE), stack::toString);
    }
  }

  @Property
  void charges_on_top_never_lower_the_duty(@ForAll("laws") Law law, @ForAll("goods") Goods goods) {
    Law adding =
        law.with(
            law.measures().stream()
                .filter(m -> m.rule().isBase() || m.rule() == Rule.ADDS)
                .toList());
    Law base = law.with(law.measures().stream().filter(m -> m.rule().isBase()).toList());
    BigMoney value = RuleArbitraries.value(law);
    Quantity weight = Quantity.parse("250 kg");
    Optional<BigMoney> alone = goods.under(base.book()).assess(value, weight).exactTotal();
    goods
        .under(adding.book())
        .assess(value, weight)
        .exactTotal()
        .ifPresent(all -> assertTrue(!all.isLessThan(alone.orElseThrow())));
  }

  @Property
  void printed_lines_add_up_to_the_duty_in_every_currency(
      @ForAll("laws") Law law, @ForAll("goods") Goods goods) {
    DutyStack stack = goods.under(law.book());
    Assessment assessment = stack.assess(RuleArbitraries.value(law), Quantity.parse("250 kg"));
    Assume.that(assessment.outcome() == DutyStack.Outcome.ASSESSED);
    BigDecimal sum =
        assessment.payableLines().stream()
            .map(l -> l.amount().getAmount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(assessment.dutyOrThrow().getAmount()));
    CurrencyUnit currency = law.money().currency();
    if (stack.adValoremRate().isPresent()) {
      long minor =
          RuleArbitraries.value(law)
              .getAmount()
              .movePointRight(currency.getDecimalPlaces())
              .longValueExact();
      assertEquals(
          assessment.dutyOrThrow().getAmountMinor().longValueExact(), stack.payableMinor(minor));
    }
  }

  /** A measure of which the charge is told by the test itself. */
  private record Order(Rule rule, int percent, String portion) {

    private TariffMeasure measure(int number) {
      return TariffMeasure.of("AD", rule, "*", "*", percent + "%")
          .withPortion(Portion.parse(portion))
          .withId("order " + number);
    }

    /** In dollars on a value of 1,000 of which 300 is steel and 400 of US content. */
    private int charged(int basePercent) {
      int part =
          switch (portion) {
            case "full value" -> 1000;
            case "steel content" -> 300;
            case "non-steel content" -> 700;
            case "US content" -> 400;
            default -> 600;
          };
      int counted = rule.isTotal() ? Math.max(0, percent - basePercent) : percent;
      return part / 100 * counted;
    }
  }

  @Provide
  Arbitrary<List<Order>> orders() {
    return Combinators.combine(
            Arbitraries.of(Rule.ADDS, Rule.TOPS_UP_TO, Rule.TOPS_UP_ORDINARY_TO),
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(
                "full value", "steel content", "non-steel content", "US content", "non-US content"))
        .as(Order::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property
  void the_highest_is_the_greatest_of_the_charged_amounts(
      @ForAll("orders") List<Order> orders,
      @ForAll("percent") int base,
      @ForAll("percent") int byWeight,
      @ForAll boolean weighed) {
    TariffBook book =
        TariffBook.us()
            .withProgrammes(Programme.of("AD").withChoice(Programme.Choice.HIGHEST))
            .with(TariffMeasure.base("*", base + "%"));
    int expected = 0;
    for (int i = 0; i < orders.size(); i++) {
      book = book.with(orders.get(i).measure(i));
      expected = Math.max(expected, orders.get(i).charged(base));
    }
    if (weighed) {
      // so many cents a kilogram on 1,000 kg
      book =
          book.with(TariffMeasure.adds("AD", "8703", "*", byWeight + "¢/kg").withId("by weight"));
      expected = Math.max(expected, 10 * byWeight);
    }
    Assessment assessment =
        book.on("2025-05-01")
            .stack(
                HsCode.of("8703"),
                Country.of("JP"),
                DeclaredFacts.parse("content:steel=0.3; content:US=0.4"))
            .assess(BigMoney.parse("USD 1000"), Quantity.parse("1000 kg"));
    assertEquals(
        0,
        assessment
            .exactTotal()
            .orElseThrow()
            .getAmount()
            .compareTo(BigDecimal.valueOf(10L * base + expected)),
        () -> assessment + " of " + orders);
  }

  @Provide
  Arbitrary<Integer> percent() {
    return Arbitraries.integers().between(0, 40);
  }
}
