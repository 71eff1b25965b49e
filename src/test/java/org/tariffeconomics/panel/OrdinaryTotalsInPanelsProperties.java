package org.tariffeconomics.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Totals of what is paid beside totals of the ordinary duty, in books without a schedule: panels,
 * kept verdicts and resolved answers agree, whatever else the book has.
 */
class OrdinaryTotalsInPanelsProperties {

  private static final LocalDate DAY = LocalDate.parse("2026-08-01");

  /** More questions than those of which each is answered for itself. */
  private static final int WARM = 80;

  private static final List<HsCode> LINES =
      List.of(
          HsCode.of("6402.99.31"),
          HsCode.of("6402.99.32"),
          HsCode.of("8703.23.01"),
          HsCode.of("0202.30.50"));

  private static final List<DeclaredOrigin> ORIGINS =
      List.of(
          DeclaredOrigin.parse("JP"),
          DeclaredOrigin.parse("JP claiming P"),
          DeclaredOrigin.parse("KR claiming P"),
          DeclaredOrigin.parse("KR claiming P with general=yes"),
          DeclaredOrigin.parse("KR claiming P with general=no"),
          DeclaredOrigin.parse("KR claiming Q with age=30"),
          DeclaredOrigin.parse("KR claiming Q with content:steel=0.3"),
          DeclaredOrigin.parse("DE claiming P with end use=yes"),
          DeclaredOrigin.parse("DE with age=3"));

  private static final List<DeclaredFacts> SHARES =
      List.of(
          DeclaredFacts.parse("content:steel=0.3; content:US=0.4; US share of the rest=0.5"),
          DeclaredFacts.parse("content:steel=0.5; content:US=0.25; US share of the rest=0"));

  /** The same, with all parts of the value told. */
  private static final List<DeclaredOrigin> CUT_UP =
      ORIGINS.stream()
          .filter(each -> each.facts().contentNames().isEmpty())
          .flatMap(each -> SHARES.stream().map(each::withDefaults))
          .toList();

  private static final Arbitrary<String> RATES =
      Arbitraries.of(
          "Free",
          "2%",
          "6%",
          "6%",
          "12.5%",
          "16.5%",
          "4.4¢/kg",
          "2% + 3¢/kg",
          "max(2%, 6%)",
          "3% (1 JUL - 31 OCT)");

  private static final Arbitrary<String> GOODS =
      Arbitraries.of("*", "*", "64", "6402.99.31", "8703, 0202", "* except 8703");

  private static final Arbitrary<String> COUNTRIES = Arbitraries.of("*", "*", "KR", "JP,KR", "EU");

  private static final Arbitrary<String> CONDITIONS =
      Arbitraries.of(
          "", "", "", "age>=25", "end use=yes", "general=yes", "claim=P", "claim!=P", "claim=*");

  private static Arbitrary<TariffMeasure> conditional(Arbitrary<TariffMeasure> some) {
    return Combinators.combine(some, CONDITIONS)
        .as((m, condition) -> condition.isEmpty() ? m : m.withCondition(condition));
  }

  private static final Arbitrary<Portion> PORTIONS =
      Arbitraries.of(
              "full value",
              "full value",
              "full value",
              "full value",
              "steel content",
              "non-steel content",
              "non-US content")
          .map(Portion::parse);

  private static Arbitrary<TariffMeasure> on(
      Arbitrary<Portion> portions, Arbitrary<TariffMeasure> some) {
    return Combinators.combine(some, portions).as(TariffMeasure::withPortion);
  }

  private static Arbitrary<TariffMeasure> total(boolean ofOrdinary) {
    return Combinators.combine(
            GOODS, COUNTRIES, Arbitraries.of("5%", "10%", "12.5%", "12.5%", "15%"), PORTIONS)
        .as(
            (goods, countries, rate, portion) ->
                (ofOrdinary
                        ? TariffMeasure.topsUpOrdinaryTo("S", goods, countries, rate)
                        : TariffMeasure.topsUpTo("S", goods, countries, rate))
                    .withPortion(portion));
  }

  private static Arbitrary<List<TariffMeasure>> ordinary(boolean onParts) {
    Arbitrary<Portion> portions = onParts ? PORTIONS : Arbitraries.just(Portion.FULL);
    Arbitrary<TariffMeasure> wide = RATES.map(rate -> TariffMeasure.base("*", rate));
    Arbitrary<TariffMeasure> close =
        on(portions, conditional(Combinators.combine(GOODS, RATES).as(TariffMeasure::base)));
    Arbitrary<TariffMeasure> preference =
        on(
            portions,
            conditional(
                Combinators.combine(Arbitraries.of("P", "P", "Q"), GOODS, COUNTRIES, RATES)
                    .as(TariffMeasure::preference)));
    return Combinators.combine(
            wide, close.list().ofMaxSize(1), preference.list().ofMinSize(1).ofMaxSize(3))
        .as(
            (first, second, preferences) -> {
              List<TariffMeasure> all = new ArrayList<>(List.of(first));
              all.addAll(second);
              all.addAll(preferences);
              return all;
            });
  }

  /** What takes the ordinary duty away, or comes on top. */
  private static Arbitrary<TariffMeasure> others() {
    return conditional(
        Combinators.combine(Arbitraries.of(0, 1, 1, 1, 2, 3), GOODS, COUNTRIES)
            .as(
                (kind, goods, countries) ->
                    switch (kind) {
                      case 0 -> TariffMeasure.exempts("E", goods, countries, "MFN");
                      case 1 -> TariffMeasure.adds("A", goods, countries, "10%");
                      case 2 -> TariffMeasure.replaces("R", goods, countries, "3%", "MFN");
                      default -> TariffMeasure.exempts("E", goods, countries, "S");
                    }));
  }

  @Provide
  Arbitrary<TariffBook> books() {
    return books(false);
  }

  @Provide
  Arbitrary<TariffBook> booksOnParts() {
    return books(true);
  }

  private static Arbitrary<TariffBook> books(boolean onParts) {
    Arbitrary<List<TariffMeasure>> totals =
        Combinators.combine(
                conditional(total(true)),
                conditional(total(false)),
                conditional(total(true)).list().ofMaxSize(1))
            .as(
                (one, other, more) -> {
                  List<TariffMeasure> all = new ArrayList<>(List.of(one, other));
                  all.addAll(more);
                  return all;
                });
    return Combinators.combine(
            ordinary(onParts), totals, others().list().ofMaxSize(2), Arbitraries.of(true, false))
        .as(OrdinaryTotalsInPanelsProperties::book)
        .filter(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  /** Empty where two measures of one programme would tie, which is refused. */
  private static Optional<TariffBook> book(
      List<TariffMeasure> ordinary,
      List<TariffMeasure> totals,
      List<TariffMeasure> others,
      boolean dearest) {
    List<TariffMeasure> all = new ArrayList<>(ordinary);
    all.addAll(totals);
    all.addAll(others);
    for (int i = 0; i < all.size(); i++) {
      all.set(i, all.get(i).withId("m" + i));
    }
    Programme total = Programme.of("S");
    try {
      return Optional.of(
          TariffBook.us()
              .withProgrammes(
                  dearest ? total.withChoice(Programme.Choice.HIGHEST) : total, Programme.of("MFN"))
              .withAll(all));
    } catch (IllegalArgumentException tie) {
      return Optional.empty();
    }
  }

  @Property(tries = 600)
  void panels_and_kept_verdicts_are_the_resolved_answers(@ForAll("books") TariffBook book) {
    assertSameAnswers(book, ORIGINS);
  }

  /** What a charge counts of the base duty is not told by how much that comes to. */
  @Property(tries = 600)
  void ordinary_duties_may_be_on_parts(@ForAll("booksOnParts") TariffBook book) {
    assertSameAnswers(book, CUT_UP);
  }

  private static void assertSameAnswers(TariffBook book, List<DeclaredOrigin> origins) {
    TariffBook asked = again(book);
    PanelSlice slice = TariffPanel.of(book, LINES, origins, List.of(DAY)).on(DAY);
    for (int i = 0; i < WARM; i++) {
      asked.on(DAY).stack(HsCode.of("0101.21.00"), origins.get(0)).outcome();
    }
    for (int i = 0; i < LINES.size(); i++) {
      for (int j = 0; j < origins.size(); j++) {
        DutyStack single = book.on(DAY).stack(LINES.get(i), origins.get(j));
        single.layers(); // resolved before it is asked what it comes to
        Statistics.label("outcome").collect(single.outcome());
        assertEquals(CellRates.of(single).outcome(), slice.outcome(i, j), single::toString);
        assertEquals(single.range(), slice.range(i, j), single::toString);
        assertEquals(single.adValoremRate(), slice.rate(i, j), single::toString);
        DutyStack kept = asked.on(DAY).stack(LINES.get(i), origins.get(j));
        assertEquals(single.outcome(), kept.outcome(), single::toString);
        assertEquals(single.range(), kept.range(), single::toString);
        assertEquals(single.adValoremRate(), kept.adValoremRate(), single::toString);
        assertWithinItsCases(single);
      }
    }
  }

  /** What is claimed is entered under, also where value and quantity decide whether it is paid. */
  @Example
  void a_claim_beside_a_specific_duty_exists() {
    TariffBook book =
        TariffBook.us()
            .with(
                TariffMeasure.base("*", "4.4¢/kg"),
                TariffMeasure.preference("P", "*", "*", "2%"),
                TariffMeasure.of("ban", Rule.PROHIBITS, "*", "*", "Free")
                    .withCondition("claim!=P"));
    DeclaredOrigin claiming = DeclaredOrigin.parse("KR claiming P");
    PanelSlice slice = TariffPanel.of(book, LINES, List.of(claiming), List.of(DAY)).on(DAY);
    assertEquals(
        CellRates.of(book.on(DAY).stack(LINES.get(0), claiming)).outcome(), slice.outcome(0, 0));
    assertEquals(PanelOutcome.NOT_AD_VALOREM, slice.outcome(0, 0));
  }

  /** The same book, of which nothing was asked. */
  private static TariffBook again(TariffBook book) {
    return TariffBook.us()
        .withProgrammes(book.programmes().toArray(Programme[]::new))
        .withAll(book.measures());
  }

  /** The range is that of the answers with the facts declared. */
  private static void assertWithinItsCases(DutyStack open) {
    if (open.outcome() == DutyStack.Outcome.BOUNDED && open.range().isPresent()) {
      List<Rate> told =
          open.cases().stream()
              .map(way -> open.law().stack(way.line(), way.origin(), way.facts()))
              .flatMap(way -> way.adValoremRate().stream())
              .sorted()
              .toList();
      assertEquals(open.range().orElseThrow().lowest(), told.get(0), open::toString);
      assertEquals(open.range().orElseThrow().highest(), told.get(told.size() - 1), open::toString);
    }
  }
}
