package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Table;
import org.threeten.extra.LocalDateRange;

/** Books that ask a schedule, what they say of what does not apply, tables and mixtures. */
class SourcesTest {

  private static final HsCode CARS = HsCode.of("8703.23.01");
  private static final LocalDate DAY = LocalDate.of(2025, 5, 1);

  /** A schedule of one line: 2.5 %, free for Korea under KORUS. */
  private static final class OneLine implements MeasureSource {

    private static final List<TariffMeasure> MEASURES =
        List.of(
            TariffMeasure.base("8703.23.01", "2.5%"),
            TariffMeasure.preference("KORUS", "8703.23.01", "KR", "Free"));

    @Override
    public List<TariffMeasure> measures(
        HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
      return MEASURES.stream()
          .filter(m -> m.products().contains(code) && m.origins().specificity(origin, day) >= 0)
          .toList();
    }

    @Override
    public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
      return code.equals(CARS);
    }

    @Override
    public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
      return MEASURES.stream().filter(m -> m.rule() == rule).map(TariffMeasure::origins).toList();
    }

    @Override
    public Optional<Object> kindOnAllDays(HsCode code) {
      return code.equals(CARS) ? Optional.of(true) : Optional.empty();
    }

    @Override
    public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
      return List.of(CARS);
    }

    @Override
    public Optional<String> remark(HsCode code, LocalDate day) {
      return code.equals(CARS) ? Optional.empty() : Optional.of("the nearest line is " + CARS);
    }

    @Override
    public NavigableSet<LocalDate> changeDays() {
      return new TreeSet<>(Set.of(LocalDate.MIN, LocalDate.of(2025, 7, 1)));
    }

    @Override
    public NavigableSet<LocalDate> knowledgeDays() {
      return new TreeSet<>(Set.of(LocalDate.of(2025, 6, 1)));
    }

    @Override
    public NavigableSet<MonthDay> seasonStarts() {
      return new TreeSet<>(Set.of(MonthDay.of(2, 29), MonthDay.of(11, 16)));
    }

    @Override
    public Set<String> programmes() {
      return new TreeSet<>(Set.of("MFN", "KORUS"));
    }

    @Override
    public boolean writeContent(Consumer<String> lines) {
      lines.accept("one line");
      return true;
    }

    @Override
    public String toString() {
      return "one line";
    }
  }

  private static final TariffBook BOOK =
      TariffBook.us(TariffMeasure.adds("S", "8703", "*", "25%").withId("s")).with(new OneLine());

  private static String rate(TariffBook book, HsCode code) {
    return book.on(DAY)
        .stack(code, Country.of("KR"), DeclaredFacts.claiming("KORUS"))
        .adValoremRate()
        .map(Rate::toString)
        .orElse("unknown");
  }

  /** “What if this authority fell” reaches the schedule: 25 + 2.5 instead of 25 + 0. */
  @Test
  void a_programme_falls_in_the_schedule_too() {
    TariffBook without = BOOK.without("KORUS");
    assertEquals("25%", rate(BOOK, CARS));
    assertEquals("27.5%", rate(without, CARS));
    assertEquals("0%", rate(BOOK.without("S"), CARS));
    assertNotEquals(BOOK.version(), without.version());
    assertNotEquals(BOOK, without);
    assertEquals(without, BOOK.without("KORUS"));
    MeasureSource left = without.sources().get(0);
    assertEquals("one line without KORUS", left.toString());
    assertEquals(Set.of("MFN"), left.programmes());
    MeasureSource whole = BOOK.sources().get(0);
    assertEquals(whole.changeDays(), left.changeDays());
    assertEquals(whole.knowledgeDays(), left.knowledgeDays());
    assertEquals(whole.seasonStarts(), left.seasonStarts());
    assertEquals(List.of(CARS), left.lines(DAY, Knowledge.now()));
    assertEquals(List.of(CARS), left.linesBelow(HsCode.of("8703"), DAY, Knowledge.now()));
    assertEquals(List.of(), left.linesBelow(CARS, DAY, Knowledge.now()));
    assertEquals(List.of(), left.linesBelow(HsCode.of("87.04"), DAY, Knowledge.now()));
    assertEquals(true, left.kind(CARS, DAY, Knowledge.now()));
    assertEquals(whole.kindOnAllDays(CARS), left.kindOnAllDays(CARS));
    assertEquals(whole.remark(CARS, DAY), left.remark(CARS, DAY));
    assertEquals(whole.doubt(CARS, DAY), left.doubt(CARS, DAY));
    assertEquals(1, left.origins(Rule.BASE, DAY, Knowledge.now()).size());
    assertEquals(
        List.of(OriginScope.all()),
        left.originsUnclaimed(DAY, Knowledge.now()),
        "and not Korea's, of whom KORUS must be claimed");
    assertEquals(
        Optional.of("the nearest line is 8703.23.01"), left.remark(HsCode.of("8703.24"), DAY));
    List<String> content = new ArrayList<>();
    assertTrue(left.writeContent(content::add));
    assertEquals(List.of("without KORUS", "one line"), content);
    String refused =
        assertThrows(IllegalArgumentException.class, () -> without.without("KORUS")).getMessage();
    assertTrue(refused.contains("'KORUS'") && refused.contains("MFN, S"), refused);
  }

  /** 29 February begins a season in leap years alone. */
  @Test
  void a_book_knows_the_days_of_its_schedules() {
    assertEquals(Set.of(LocalDate.of(2025, 7, 1)), BOOK.changeDays());
    assertEquals(Set.of(LocalDate.of(2025, 6, 1)), BOOK.knowledgeDays());
    LocalDateRange years = LocalDateRange.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 11, 16));
    assertEquals(
        Set.of(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 11, 16), LocalDate.of(2025, 7, 1)),
        BOOK.changeDays(years));
  }

  /**
   * S yields to T from 2025-02-01, which was published on 2025-03-01: known then, and not before.
   */
  @Test
  void a_yield_is_known_from_its_publication() {
    TariffBook book =
        TariffBook.us(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.adds("S", "8703", "*", "25%"),
                TariffMeasure.adds("T", "8703", "*", "10%"))
            .withProgrammes(
                Programme.of("S")
                    .withYieldTo(
                        new Programme.Yield(
                            "T", Validity.from("2025-02-01").withKnownFrom("2025-03-01"))));
    assertEquals(Set.of(LocalDate.of(2025, 3, 1)), book.knowledgeDays());
    assertEquals(Set.of(LocalDate.of(2025, 2, 1)), book.changeDays());
    TariffLaw law = book.on("2025-02-15");
    assertEquals("12.5%", law.stack(CARS, Country.of("JP")).adValoremRate().orElseThrow() + "");
    assertEquals(
        "37.5%",
        law.asKnownOn("2025-02-28").stack(CARS, Country.of("JP")).adValoremRate().orElseThrow()
            + "");
    assertEquals(
        "12.5%",
        law.asKnownOn("2025-03-01").stack(CARS, Country.of("JP")).adValoremRate().orElseThrow()
            + "");
  }

  @Test
  void a_code_that_is_no_line_says_what_is_near() {
    DutyStack stack = BOOK.on(DAY).stack(HsCode.of("8703.24.01"), Country.of("JP"));
    assertEquals(DutyStack.Outcome.UNDETERMINED, stack.outcome());
    assertTrue(
        stack.reasons().get(0).endsWith(": the nearest line is 8703.23.01"),
        stack.reasons()::toString);
    assertEquals(List.of("the nearest line is 8703.23.01"), stack.remarks());
    assertEquals(List.of(), BOOK.on(DAY).stack(CARS, Country.of("JP")).remarks());
  }

  /** What is not in force, or not yet known, is considered and said with its days. */
  @Test
  void what_is_not_in_force_is_said() {
    TariffBook book =
        BOOK.with(
            TariffMeasure.adds("T", "8703", "*", "1%").withId("over").until("2025-05-01"),
            TariffMeasure.adds("U", "8703", "*", "1%").withId("to come").from("2025-05-02"),
            TariffMeasure.adds("V", "8703", "*", "1%")
                .withId("unknown")
                .withKnownFrom("2025-05-03"),
            TariffMeasure.adds("W", "8703", "MX", "1%").withId("of others").until("2025-05-01"),
            TariffMeasure.adds("W", "8704", "*", "1%").withId("of lorries").until("2025-05-01"));
    DutyStack then = book.on(DAY).asKnownOn("2025-05-01").stack(CARS, Country.of("JP"));
    assertEquals(
        List.of(
            "over: not in force (until 2025-05-01)",
            "to come: not in force (from 2025-05-02)",
            "unknown: not yet known (known from 2025-05-03)"),
        then.considered().stream().map(NotApplied::toString).sorted().toList());
    assertEquals(List.of(), then.notApplied());
    Table table = then.table();
    assertEquals(5, table.rows().size());
    assertEquals(
        List.of("MFN", "s"),
        table.rows().stream()
            .filter(row -> row.get(4).text().equals("applies"))
            .map(row -> row.get(0).text())
            .sorted()
            .toList());
    assertTrue(table.title().startsWith("Duties on 8703.23.01 from JP on 2025-05-01: 27.5%"));
  }

  /** 40 % of the value claim the preference: 0.4 × 0 + 0.6 × 2.5 %, and 25 % on all. */
  @Test
  void a_mixture_weighs_duties() {
    DutyMixture mixture =
        DutyMixture.of(
            BOOK.on(DAY),
            CARS,
            BigMoney.parse("USD 1000"),
            List.of(),
            List.of(
                new DutyMixture.Share(
                    DeclaredOrigin.parse("KR claiming KORUS"), new BigDecimal("0.4")),
                new DutyMixture.Share(DeclaredOrigin.parse("KR"), new BigDecimal("0.6"))));
    assertEquals(0, BigMoney.parse("USD 265").compareTo(mixture.duty().orElseThrow()));
    assertEquals("26.5%", mixture.effectiveRate().orElseThrow().toString());
    assertEquals("mixture of 2: 26.50%", mixture.toString());
    assertEquals("0.4", mixture.parts().get(0).weight().toPlainString());
    assertEquals(
        "0.6 × KR",
        new DutyMixture.Share(DeclaredOrigin.parse("KR"), new BigDecimal("0.6")).toString());
  }

  /** A part that weighs nothing may be unknown; a worthless one has no rate. */
  @Test
  void a_part_without_weight_need_not_be_known() {
    TariffBook meat =
        TariffBook.us(
            TariffMeasure.of("MFN", Rule.BASE, "0201", "JP", "26.4%").withId("by value"),
            TariffMeasure.of("MFN", Rule.BASE, "0201", "AU", "4.4¢/kg").withId("by weight"));
    DutyMixture.Share japan = new DutyMixture.Share(DeclaredOrigin.parse("JP"), BigDecimal.ONE);
    DutyMixture.Share none = new DutyMixture.Share(DeclaredOrigin.parse("AU"), BigDecimal.ZERO);
    HsCode beef = HsCode.of("0201");
    DutyMixture mixture =
        DutyMixture.of(
            meat.on(DAY), beef, BigMoney.parse("USD 100"), List.of(), List.of(japan, none));
    assertEquals("26.4%", mixture.effectiveRate().orElseThrow().toString());
    DutyMixture unknown =
        DutyMixture.of(
            meat.on(DAY),
            beef,
            BigMoney.parse("USD 100"),
            List.of(),
            List.of(
                new DutyMixture.Share(DeclaredOrigin.parse("JP"), new BigDecimal("0.5")),
                new DutyMixture.Share(DeclaredOrigin.parse("AU"), new BigDecimal("0.5"))));
    assertEquals(Optional.empty(), unknown.duty());
    assertEquals("mixture of 2", unknown.toString());
    DutyMixture free =
        DutyMixture.of(
            meat.on(DAY), beef, BigMoney.parse("USD 0"), List.of(), List.of(japan, none));
    assertEquals(Optional.empty(), free.effectiveRate());
  }

  /** Of a duty by weight and one by value the lower applies, and which is told with the weight. */
  @Test
  void a_table_says_that_the_lower_applies() {
    TariffBook book =
        TariffBook.us(
            TariffMeasure.base("0201", "4.4¢/kg").withId("base"),
            TariffMeasure.preference("P", "0201", "*", "2%").withId("p"));
    DutyStack stack =
        book.on(DAY).stack(HsCode.of("0201"), Country.of("AU"), DeclaredFacts.claiming("P"));
    assertEquals(
        List.of("the lower applies", "the lower applies"),
        stack.table().rows().stream().map(row -> row.get(4).text()).toList());
    // 1,000 kg: 44 dollars against 20; 100 kg: 4.40 against 20
    Table dear = stack.assess(BigMoney.parse("USD 1000"), Quantity.parse("1000 kg")).table();
    assertEquals("p", dear.cell(0, "measure").text());
    assertEquals("20.00", dear.number(0, "duty").toPlainString());
    Table cheap = stack.assess(BigMoney.parse("USD 1000"), Quantity.parse("100 kg")).table();
    assertEquals("base", cheap.cell(0, "measure").text());
    assertEquals("4.40", cheap.number(0, "duty").toPlainString());
    assertEquals("total", cheap.cell(1, "measure").text());
    assertEquals("0.44%", cheap.cell(1, "of customs value").text());
    Table open = stack.assess(BigMoney.parse("USD 1000")).table();
    assertTrue(open.cell(open.rows().size() - 1, "duty").text().startsWith("unknown"));
  }

  @Test
  void two_books_of_one_territory_are_laid_over_each_other() {
    TariffBook mine =
        TariffBook.us(
                TariffMeasure.adds("S", "87", "*", "30%").withId("s"),
                TariffMeasure.adds("T", "8703", "*", "1%").withId("t"))
            .with(new OneLine());
    TariffBook laid = BOOK.withoutSources().overlaidBy(mine);
    assertEquals("31%", rate(laid, CARS));
    assertEquals(1, laid.sources().size());
    TariffBook other =
        TariffBook.of(
            "CA", BOOK.currency(), BOOK.rounding(), List.of(TariffMeasure.base("8703", "6.1%")));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> BOOK.overlaidBy(other))
            .getMessage()
            .contains("A book of US in USD cannot be overlaid by one of CA in USD"));
    assertFalse(BOOK.equals(laid));
  }

  @Test
  void a_measure_ends_once() {
    TariffBook ended = BOOK.ending("s", "2025-05-01");
    assertEquals("0%", rate(ended, CARS));
    assertEquals("25%", rate(BOOK.ending("s", "2025-05-02"), CARS));
    assertThrows(IllegalArgumentException.class, () -> ended.ending("s", "2025-05-02"));
    assertEquals(ended, ended.ending("s", "2025-05-01"));
    assertThrows(IllegalArgumentException.class, () -> BOOK.withoutMeasure("no such"));
    assertEquals("0%", rate(BOOK.withoutMeasure("s"), CARS));
  }

  /**
   * A line that ended, and the one in its place; the charges on a code that is neither are open.
   */
  private static final class Renumbered implements MeasureSource {

    private static final HsCode ENDED = HsCode.of("8703.23.01.10");
    private static final HsCode NEW = HsCode.of("8703.23.01.40");

    @Override
    public List<TariffMeasure> measures(
        HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
      return NEW.covers(code) ? List.of(TariffMeasure.base("8703.23.01.40", "2.5%")) : List.of();
    }

    @Override
    public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
      return NEW.covers(code);
    }

    @Override
    public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
      return List.of();
    }

    @Override
    public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
      return List.of(NEW);
    }

    @Override
    public List<HsCode> linesBelow(HsCode code, LocalDate day, Knowledge knowledge) {
      return code.equals(ENDED) ? List.of(NEW) : List.of();
    }

    @Override
    public Optional<TariffMeasure> doubt(HsCode code, LocalDate day) {
      return NEW.covers(code)
          ? Optional.empty()
          : Optional.of(
              TariffMeasure.adds("other duties", "*", "*", "Free")
                  .unread("additional duties", "the schedule has no such code"));
    }

    @Override
    public NavigableSet<LocalDate> changeDays() {
      return new TreeSet<>(Set.of(LocalDate.MIN));
    }

    @Override
    public NavigableSet<LocalDate> knowledgeDays() {
      return new TreeSet<>();
    }

    @Override
    public NavigableSet<MonthDay> seasonStarts() {
      return new TreeSet<>();
    }

    @Override
    public Set<String> programmes() {
      return new TreeSet<>(Set.of("MFN"));
    }
  }

  @Test
  void a_line_that_ended_has_the_duty_of_the_one_in_its_place() {
    TariffBook book = TariffBook.us().with(new Renumbered());
    assertEquals("2.5%", rate(book, Renumbered.NEW));
    assertEquals("2.5%", rate(book, Renumbered.ENDED));
    TariffBook two = book.with(new OneLine());
    assertEquals("2.5%", rate(two.without("KORUS"), Renumbered.ENDED));
  }

  /**
   * Who gives a code a duty of its own makes it a line, of whose other charges nothing is known.
   */
  @Test
  void an_ordinary_duty_of_the_books_own_makes_a_line_in_doubt() {
    TariffMeasure own = TariffMeasure.base("8703.23.01.10", "5%").withId("own");
    TariffBook book = TariffBook.us(own).with(new Renumbered());
    DutyStack stack = book.on(DAY).stack(Renumbered.ENDED, Country.of("KR"));
    assertEquals(DutyStack.Outcome.UNDETERMINED, stack.outcome());
    assertTrue(
        stack.layers().stream().anyMatch(l -> l.measure().id().equals("own")),
        stack.layers()::toString);
    assertTrue(stack.reasons().toString().contains("additional duties"));
    DutyStack without =
        book.with(new OneLine()).without("KORUS").on(DAY).stack(Renumbered.ENDED, Country.of("KR"));
    assertEquals(DutyStack.Outcome.UNDETERMINED, without.outcome());
    // a charge of the book is no ordinary duty and makes no line
    TariffBook charge =
        TariffBook.us(TariffMeasure.adds("S", "8703.23.01.10", "*", "5%")).with(new Renumbered());
    assertEquals("2.5%", rate(charge, Renumbered.ENDED));
    // an ordinary duty for all goods is not one for the code
    TariffBook wide =
        TariffBook.us(TariffMeasure.base("8703.23.01", "5%").withId("wide")).with(new Renumbered());
    assertEquals(
        DutyStack.Outcome.ASSESSED, wide.on(DAY).stack(Renumbered.NEW, Country.of("KR")).outcome());
  }

  @Test
  void the_version_of_a_source_that_does_not_say_its_content_says_so() {
    assertTrue(TariffBook.us().with(new Renumbered()).version().endsWith("+unread"));
    assertTrue(
        TariffBook.us().with(new Renumbered()).with(new OneLine()).version().endsWith("+unread"));
    assertTrue(!BOOK.version().endsWith("+unread"), BOOK::version);
  }

  @Test
  void several_conflicts_are_counted() {
    TariffMeasure one = TariffMeasure.adds("S", "8703", "*", "1%").withId("one");
    String two =
        assertThrows(IllegalArgumentException.class, () -> TariffBook.us(one, one.withId("two")))
            .getMessage();
    assertTrue(two.contains("'one") && two.contains("'two") && !two.contains("more"), two);
    String three =
        assertThrows(
                IllegalArgumentException.class,
                () -> TariffBook.us(one, one.withId("two"), one.withId("three")))
            .getMessage();
    assertTrue(three.endsWith("; and 2 more conflicts"), three);
    TariffBook canada = TariffBook.of("CA", BOOK.currency(), BOOK.rounding(), List.of());
    assertThrows(IllegalArgumentException.class, () -> BOOK.overlaidBy(canada));
  }
}
