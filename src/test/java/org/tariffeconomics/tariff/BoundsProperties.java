package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RuleArbitraries.Goods;
import org.tariffeconomics.tariff.RuleArbitraries.Law;

/** A duty with something left open holds every duty that it may turn out to be, and no more. */
class BoundsProperties {

  /** Every value that matters to the conditions of the generated law, and some between. */
  private static final List<String> FACTS =
      List.of(
          "quota:Q=in",
          "quota:Q=out",
          "additional code=C490",
          "additional code=C100",
          "unit value:beef=0.5",
          "unit value:beef=0.65",
          "unit value:beef=9",
          "age=3",
          "age=25",
          "age=40",
          "loaded=2025-08-06",
          "loaded=2025-08-07",
          "loaded=2025-12-01",
          "metal origin=GB",
          "metal origin=US",
          "end use=yes",
          "end use=no",
          "US share of the rest=least");

  private static final List<String> SHARES =
      List.of("0", "0.05", "0.19999", "0.2", "0.4", "0.8", "1");

  @Provide
  Arbitrary<Law> laws() {
    return RuleArbitraries.laws().withoutEdgeCases();
  }

  @Provide
  Arbitrary<Goods> goods() {
    return RuleArbitraries.goods().withoutEdgeCases();
  }

  /** Something declared of everything that a law of the generator asks for. */
  @Provide
  Arbitrary<DeclaredFacts> completions() {
    Arbitrary<String> share = Arbitraries.of(SHARES);
    return Arbitraries.of(FACTS)
        .list()
        .ofSize(14)
        .flatMap(facts -> share.list().ofSize(3).map(shares -> completed(facts, shares)));
  }

  private static DeclaredFacts completed(List<String> facts, List<String> shares) {
    DeclaredFacts all =
        DeclaredFacts.parse(
            "quota:Q=in; additional code=C490; unit value:beef=1; age=1; loaded=2026-01-01;"
                + " metal origin=FR; end use=no; US share of the rest=most");
    for (String each : facts) {
      all = all.and(DeclaredFacts.parse(each));
    }
    BigDecimal steel = new BigDecimal(shares.get(0));
    BigDecimal copper = new BigDecimal(shares.get(1)).min(BigDecimal.ONE.subtract(steel));
    return all.withContent("US", shares.get(2))
        .withContent("steel", steel)
        .withContent("copper", copper);
  }

  private static DutyStack with(Law law, Goods goods, DeclaredFacts facts) {
    return law.book().on(goods.day(), goods.knowledge()).stack(goods.line(), goods.origin(), facts);
  }

  /** The rest of what could be declared beside what is; what is declared counts. */
  private static DeclaredFacts beside(DeclaredFacts completion, Goods goods) {
    DeclaredFacts declared = goods.facts();
    DeclaredFacts rest =
        completion.contradiction(goods.day()).isEmpty()
            ? completion
            : completion.withFact("loaded", goods.day().toString());
    for (String name : declared.names()) {
      rest = rest.without(name);
    }
    BigDecimal room = BigDecimal.ONE.subtract(declared.materials());
    for (String content : List.of("steel", "copper")) {
      Optional<BigDecimal> share = rest.content(content);
      if (share.isPresent()) {
        BigDecimal fits = share.get().min(room);
        room = room.subtract(fits);
        rest = rest.without("content:" + content).withContent(content, fits);
      }
    }
    return declared.and(rest);
  }

  @Property(tries = 3000)
  void whatever_is_declared_besides_the_duty_lies_within_the_bounds(
      @ForAll("laws") Law law,
      @ForAll("goods") Goods goods,
      @ForAll("completions") DeclaredFacts completion) {
    DutyStack open = goods.under(law.book());
    Statistics.label("open").collect(open.outcome());
    Assume.that(open.outcome() == Outcome.ASSESSED || open.outcome() == Outcome.BOUNDED);
    for (HsCode line : linesBelow(goods.line())) {
      DutyStack definite =
          law.book()
              .on(goods.day(), goods.knowledge())
              .stack(line, goods.origin(), beside(completion, goods));
      if (definite.outcome() == Outcome.PROHIBITED) {
        assertEquals(Outcome.BOUNDED, open.outcome(), () -> "it may be prohibited: " + open);
      } else if (open.range().isPresent()) {
        Rate rate =
            definite.adValoremRate().orElseThrow(() -> new AssertionError(definite.reasons()));
        assertTrue(
            open.range().get().contains(rate),
            () ->
                rate
                    + " of "
                    + definite.summary()
                    + " is not in "
                    + open
                    + open.reasons()
                    + " under "
                    + portions(law)
                    + " with "
                    + definite.facts());
      }
    }
  }

  private static List<String> portions(Law law) {
    return law.measures().stream()
        .map(
            m ->
                String.join(
                    " ", m.toString(), "on", m.portion().toString(), "not", m.targets().toString()))
        .toList();
  }

  /** Lines that every code of the generated scopes tells apart. */
  private static List<HsCode> linesBelow(HsCode code) {
    return Stream.of(
            "8703.23.01.10", "8703.23.99.10", "8703.10.10.00", "8704.21.00.10", "0201.10.05.10")
        .map(HsCode::of)
        .filter(line -> code.covers(line) || line.covers(code))
        .map(line -> line.covers(code) ? code : line)
        .toList();
  }

  @Property(tries = 600)
  void both_ends_are_attained_by_what_could_be_declared(
      @ForAll("laws") Law law, @ForAll("goods") Goods goods) {
    DutyStack open = goods.under(law.book());
    Optional<RateRange> range = open.range();
    Assume.that(open.outcome() == Outcome.BOUNDED && range.isPresent());
    List<DutyStack> cases = open.cases();
    List<Rate> rates = new ArrayList<>();
    for (DutyStack each : cases) {
      for (HsCode line : linesBelow(each.line())) {
        DutyStack again =
            law.book().on(goods.day(), goods.knowledge()).stack(line, goods.origin(), each.facts());
        again.cases().forEach(s -> s.adValoremRate().ifPresent(rates::add));
      }
    }
    assertTrue(rates.contains(range.get().lowest()), () -> open + " " + open.reasons());
    assertTrue(rates.contains(range.get().highest()), () -> open + " " + open.reasons());
  }

  @Property(tries = 600)
  void declaring_more_never_widens_and_what_does_not_decide_never_moves(
      @ForAll("laws") Law law,
      @ForAll("goods") Goods goods,
      @ForAll("completions") DeclaredFacts completion) {
    DutyStack open = goods.under(law.book());
    Assume.that(open.range().isPresent());
    Set<String> deciding =
        open.decidedBy().stream().map(DecidingFact::name).collect(Collectors.toSet());
    DeclaredFacts more = goods.facts();
    for (String name : beside(completion, goods).names()) {
      if (!goods.facts().names().contains(name)) {
        more = more.and(beside(completion, goods).only(Set.of(name)));
        DutyStack narrower = with(law, goods, more);
        if (narrower.range().isPresent()) {
          assertTrue(open.range().get().contains(narrower.range().get().lowest()), name);
          assertTrue(open.range().get().contains(narrower.range().get().highest()), name);
        }
      }
    }
    DutyStack one =
        with(
            law,
            goods,
            goods.facts().and(beside(completion, goods).only(notIn(deciding, completion))));
    if (!deciding.isEmpty() && open.isRangeExact() && one.range().isPresent()) {
      assertEquals(open.range(), one.range(), () -> open.reasons() + " against " + one.reasons());
    }
  }

  private static Set<String> notIn(Set<String> deciding, DeclaredFacts completion) {
    return completion.names().stream()
        .filter(name -> !deciding.contains(name) && !name.startsWith("content:"))
        .collect(Collectors.toSet());
  }
}
