package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.Declarable;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The bundled law with something left open: whatever is declared besides of all that the law asks,
 * the duty lies within the bounds that were told before.
 */
class UsBoundsProperties {

  private static final TariffBook WITH_ASSUMPTIONS = UsTariffs.book();
  private static final TariffBook NOTHING_ASSUMED = WITH_ASSUMPTIONS.withoutAssumptions();
  private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
  private static final LocalDate LAST = LocalDate.parse("2027-03-01");
  private static final List<HsCode> LINES = TariffPanel.lines(WITH_ASSUMPTIONS, FIRST);
  private static final int COMPLETIONS = 8;

  /** Chapters of whose goods many programmes speak. */
  private static final Set<String> CROWDED =
      Set.of("30", "44", "72", "73", "74", "76", "84", "85", "87", "88", "90", "94", "98");

  private static final List<Country> ORIGINS =
      List.of(
              "JP", "KR", "DE", "FR", "GB", "MX", "CA", "CN", "HK", "TW", "VN", "IN", "BR", "CH",
              "LI", "RU", "BY", "CU", "AU", "SG", "SV", "NI", "KH", "LA", "JO", "BD", "CL", "ID",
              "AR", "EC", "MY", "TH", "ZA", "IL", "BH", "US")
          .stream()
          .map(Country::of)
          .toList();

  private static final BigDecimal PER_UNIT_VALUE = BigDecimal.valueOf(10_000);

  private static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.of("500", "kg"),
          Quantity.of("100", "pr"),
          Quantity.of("0.4", "m3"),
          Quantity.of("30", "m2"),
          Quantity.of("60", "No."));

  /** A question about the law of which something is left open, and the chance of what is not. */
  private record Question(HsCode code, Country origin, LocalDate day, long seed) {}

  @Provide
  Arbitrary<Question> questions() {
    Arbitrary<HsCode> codes =
        Arbitraries.oneOf(
                Arbitraries.of(LINES),
                Arbitraries.of(
                    LINES.stream().filter(line -> CROWDED.contains(line.chapter())).toList()))
            .flatMap(
                line ->
                    Arbitraries.frequency(
                            Tuple.of(12, 10),
                            Tuple.of(6, 8),
                            Tuple.of(6, 6),
                            Tuple.of(4, 4),
                            Tuple.of(1, 2))
                        .map(digits -> cut(line, digits)));
    return Combinators.combine(
            codes,
            Arbitraries.of(ORIGINS),
            Arbitraries.longs().between(FIRST.toEpochDay(), LAST.toEpochDay()),
            Arbitraries.longs())
        .as(
            (code, origin, day, seed) ->
                new Question(code, origin, LocalDate.ofEpochDay(day), seed));
  }

  private static HsCode cut(HsCode line, int digits) {
    String all = line.digits();
    return HsCode.of(all.substring(0, Math.min(digits, all.length())));
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void with_nothing_assumed_whatever_is_declared_lies_within_the_bounds(
      @ForAll("questions") Question question) {
    holds(NOTHING_ASSUMED, question, Set.of());
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void with_the_usual_assumed_whatever_else_is_declared_lies_within_the_bounds(
      @ForAll("questions") Question question) {
    Set<String> assumed = new HashSet<>();
    UsualFacts.ordinaryGoods().rows().forEach(row -> assumed.addAll(row.facts().names()));
    holds(WITH_ASSUMPTIONS, question, assumed);
  }

  private static void holds(TariffBook book, Question question, Set<String> assumed) {
    Random random = new Random(question.seed());
    TariffLaw law = book.on(question.day());
    DeclaredFacts declared =
        completed(
            law, question.code(), question.origin(), DeclaredFacts.none(), 0.4, assumed, random);
    DutyStack open = law.stack(question.code(), question.origin(), declared);
    Statistics.label("open").collect(open.outcome());
    if (open.outcome() == Outcome.UNDETERMINED) {
      return;
    }
    List<HsCode> lines = linesOf(book, question);
    for (int i = 0; i < COMPLETIONS; i++) {
      HsCode line = lines.get(random.nextInt(lines.size()));
      DeclaredFacts all = completed(law, line, question.origin(), declared, 1, assumed, random);
      liesWithin(open, law.stack(line, question.origin(), all));
    }
    if (open.isRangeExact() && open.outcome() == Outcome.BOUNDED && open.range().isPresent()) {
      endsAreAttained(law, open);
    }
  }

  /** What each value of what decides comes to, is what declaring it comes to, for all lines. */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void what_decides_says_what_declaring_it_comes_to(@ForAll("questions") Question question) {
    DutyStack open = NOTHING_ASSUMED.on(question.day()).stack(question.code(), question.origin());
    for (DecidingFact fact : open.decidedBy()) {
      assertTrue(fact.toString().length() <= fact.name().length() + 148, fact::toString);
      for (DecidingFact.Alternative each : fact.alternatives()) {
        holds(open, fact, each);
      }
      if (open.range().isPresent() && open.isRangeExact()) {
        Optional<RateRange> all =
            fact.alternatives().stream()
                .flatMap(each -> each.range().stream())
                .reduce(RateRange::union);
        assertEquals(open.range(), all, () -> open + " " + fact.table());
      }
    }
  }

  private static void holds(DutyStack open, DecidingFact fact, DecidingFact.Alternative one) {
    if (one.range().isEmpty() || one.value().isEmpty()) {
      return;
    }
    DutyStack told = open.assuming(declaring(fact.name(), one.value().get()));
    Optional<RateRange> range = told.range();
    String both = open + " with " + one + " against " + told + " " + told.decidedBy();
    boolean exact = open.isRangeExact() && !fact.name().startsWith(Condition.CONTENT);
    if (exact) {
      assertEquals(one.range(), range, both);
    } else if (range.isPresent()) {
      assertTrue(one.range().get().contains(range.get().lowest()), both);
      assertTrue(one.range().get().contains(range.get().highest()), both);
    }
  }

  private static DeclaredFacts declaring(String name, String value) {
    return new FactAlternative(name, value, value).declaredBy(DeclaredFacts.none());
  }

  private static void endsAreAttained(TariffLaw law, DutyStack open) {
    List<Rate> rates = new ArrayList<>();
    for (DutyStack each : open.cases()) {
      DutyStack again = law.stack(each.line(), each.origin(), each.facts());
      again.cases().forEach(one -> one.adValoremRate().ifPresent(rates::add));
    }
    assertTrue(rates.contains(open.range().get().lowest()), () -> open + " " + open.reasons());
    assertTrue(rates.contains(open.range().get().highest()), () -> open + " " + open.reasons());
  }

  private static void liesWithin(DutyStack open, DutyStack definite) {
    String both =
        definite
            + " "
            + definite.summary()
            + " with "
            + definite.facts()
            + " of "
            + open.facts()
            + " against "
            + open
            + " "
            + open.summary();
    if (definite.outcome() == Outcome.PROHIBITED) {
      assertTrue(open.outcome() != Outcome.ASSESSED, () -> "it may be prohibited: " + both);
      return;
    }
    assertTrue(open.outcome() != Outcome.PROHIBITED, both);
    if (open.range().isPresent()) {
      assertTrue(definite.range().isPresent(), () -> "has no rate: " + both);
      assertTrue(open.range().get().contains(definite.range().get().lowest()), both);
      assertTrue(open.range().get().contains(definite.range().get().highest()), both);
    }
    BigMoney value = BigMoney.of(CurrencyUnit.USD, unitValues(definite).multiply(PER_UNIT_VALUE));
    Quantity[] quantities = quantities(definite);
    Assessment ours = open.assess(value, quantities);
    Assessment theirs = definite.assess(value, quantities);
    if (ours.outcome() == Outcome.ASSESSED) {
      assertEquals(Outcome.ASSESSED, theirs.outcome(), () -> both + theirs.reasons());
      assertEquals(ours.dutyOrThrow(), theirs.dutyOrThrow(), both);
    } else if (ours.range().isPresent() && theirs.outcome() == Outcome.ASSESSED) {
      assertTrue(
          !theirs.dutyOrThrow().isLessThan(ours.range().get().lowest())
              && !theirs.dutyOrThrow().isGreaterThan(ours.range().get().highest()),
          () -> ours + " " + theirs + both);
    }
  }

  /** The product of what is declared of the values of units, so that all quantities are exact. */
  private static BigDecimal unitValues(DutyStack definite) {
    return QUANTITIES.stream()
        .map(each -> unitValue(definite, each))
        .flatMap(Optional::stream)
        .reduce(BigDecimal.ONE, BigDecimal::multiply);
  }

  private static Optional<BigDecimal> unitValue(DutyStack definite, Quantity of) {
    return Stream.of("kg", "liter")
        .map(Unit::of)
        .filter(of.unit()::convertsTo)
        .flatMap(
            unit ->
                definite.facts().fact("unit value:" + unit.code()).stream()
                    .map(BigDecimal::new)
                    .map(new Quantity(BigDecimal.ONE, of.unit()).in(unit).amount()::multiply))
        .findFirst();
  }

  /** Quantities at which the goods have the values of units that are declared. */
  private static Quantity[] quantities(DutyStack definite) {
    BigDecimal value = unitValues(definite).multiply(PER_UNIT_VALUE);
    return QUANTITIES.stream()
        .map(
            each ->
                unitValue(definite, each)
                    .map(price -> new Quantity(value.divide(price), each.unit()))
                    .orElse(each))
        .toArray(Quantity[]::new);
  }

  private static List<HsCode> linesOf(TariffBook book, Question question) {
    List<HsCode> lines = new ArrayList<>(linesBelow(book, question.code(), question));
    if (lines.isEmpty()) {
      lines.add(question.code());
    }
    return lines;
  }

  private static List<HsCode> linesBelow(TariffBook book, HsCode code, Question question) {
    return book.sources().stream()
        .flatMap(source -> source.linesBelow(code, question.day(), Knowledge.now()).stream())
        .toList();
  }

  /** What is declared, and with some chance each thing that is not declared yet. */
  private static DeclaredFacts completed(
      TariffLaw law,
      HsCode code,
      Country origin,
      DeclaredFacts declared,
      double chance,
      Set<String> assumed,
      Random random) {
    DeclaredFacts all = declared;
    boolean claims = declared.claims().isEmpty() && declared.isEmpty() && chance < 1;
    for (Declarable each : law.declarable(code, origin)) {
      String name = each.name();
      if (name.equals(Condition.CLAIM)) {
        if (claims && random.nextDouble() < chance) {
          all = all.withClaim(each.values().get(random.nextInt(each.values().size())));
        }
      } else if (!all.names().contains(name)
          && !assumed.contains(name)
          && random.nextDouble() < chance) {
        DeclaredFacts more = declaring(all, name, conditions(each), random);
        all = more.contradiction().isPresent() ? leastOf(name, all) : more;
      }
    }
    return all;
  }

  /** None of it; nothing is said of a whole whose parts were told before. */
  private static DeclaredFacts leastOf(String name, DeclaredFacts declared) {
    DeclaredFacts none = declared.withFact(name, "0");
    return none.contradiction().isPresent() ? declared : none;
  }

  private static List<Condition> conditions(Declarable each) {
    return each.askedBy().stream()
        .map(TariffMeasure::conditions)
        .flatMap(List::stream)
        .filter(condition -> condition.subject().equals(each.name()))
        .toList();
  }

  private static DeclaredFacts declaring(
      DeclaredFacts facts, String name, List<Condition> conditions, Random random) {
    if (name.startsWith(Condition.CONTENT)) {
      return withShare(facts, name, conditions, random);
    }
    List<FactAlternative> values = FactAlternative.of(name, conditions);
    return values.isEmpty() ? facts : values.get(random.nextInt(values.size())).declaredBy(facts);
  }

  private static DeclaredFacts withShare(
      DeclaredFacts facts, String name, List<Condition> conditions, Random random) {
    String content = name.substring(Condition.CONTENT.length());
    BigDecimal most =
        content.equals("US") ? BigDecimal.ONE : BigDecimal.ONE.subtract(facts.materials());
    Set<BigDecimal> shares = new TreeSet<>(List.of(BigDecimal.ZERO, most));
    shares.add(
        most.multiply(BigDecimal.valueOf(random.nextDouble())).setScale(4, RoundingMode.DOWN));
    for (Condition each : conditions) {
      if (each instanceof Condition.Content limit) {
        shares.add(limit.share().min(most));
        shares.add(limit.share().subtract(new BigDecimal("0.0001")).max(BigDecimal.ZERO).min(most));
        shares.add(limit.share().add(new BigDecimal("0.0001")).min(most));
      }
    }
    List<BigDecimal> all = List.copyOf(shares);
    return facts.withContent(content, all.get(random.nextInt(all.size())));
  }
}
