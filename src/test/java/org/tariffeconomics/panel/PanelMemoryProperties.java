package org.tariffeconomics.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Panels of one book share what was worked out: whatever was asked before, and of whichever goods
 * and days, each cell is the answer that the book gives to its one question.
 */
class PanelMemoryProperties {

  private static final List<HsCode> LINES = PanelArbitraries.LINES;
  private static final List<DeclaredOrigin> ORIGINS = PanelArbitraries.ORIGINS;

  /** Over two leap days, the ends of years and the ends of seasons. */
  private static final LocalDate FIRST = LocalDate.parse("2023-11-01");

  @Provide
  Arbitrary<TariffBook> books() {
    return PanelArbitraries.books()
        .map(
            book ->
                book.withAll(
                    List.of(
                        TariffMeasure.base("9999", "7% (29 FEB - 31 OCT)"),
                        TariffMeasure.base("8703.23.01", "3% (1 NOV - 28 FEB)")
                            .withId("own")
                            .from("2024-06-01")
                            .withKnownFrom("2024-05-01"))));
  }

  /** One panel of a row of them: its day, the day of knowledge, the goods. */
  private record Asked(int day, int known, int lines, int origins) {

    void of(TariffBook book) {
      LocalDate on = FIRST.plusDays(day);
      List<HsCode> some = LINES.subList(lines, LINES.size());
      List<DeclaredOrigin> few = ORIGINS.subList(origins, ORIGINS.size());
      LocalDate knownOn = FIRST.plusDays(known);
      PanelSlice now = TariffPanel.of(book, some, few, List.of(on)).on(on);
      PanelSlice then = TariffPanel.asKnownOn(book, some, few, List.of(on), knownOn).on(on);
      assertSame(book.on(on), now);
      assertSame(book.on(on).asKnownOn(knownOn), then);
    }

    private static void assertSame(TariffLaw law, PanelSlice slice) {
      for (int i = 0; i < slice.lines().size(); i++) {
        for (int j = 0; j < slice.origins().size(); j++) {
          CellRates single = CellRates.of(law.stack(slice.lines().get(i), slice.origins().get(j)));
          assertEquals(single.outcome(), slice.outcome(i, j));
          assertEquals(
              law.stack(slice.lines().get(i), slice.origins().get(j)).range(), slice.range(i, j));
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Asked>> panels() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 1600);
    return Combinators.combine(
            days,
            days,
            Arbitraries.integers().between(0, LINES.size() - 1),
            Arbitraries.integers().between(0, ORIGINS.size() - 1))
        .as(Asked::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(5);
  }

  @Property(tries = 80)
  void panels_asked_one_after_another_answer_as_single_questions(
      @ForAll("books") TariffBook book, @ForAll("panels") List<Asked> panels) {
    panels.forEach(each -> each.of(book));
  }

  @Example
  void seasons_of_ordinary_duties_begin_anew_each_year() {
    TariffBook book =
        TariffBook.us()
            .with(
                TariffMeasure.base("0702", "7% (29 FEB - 31 OCT)"),
                TariffMeasure.adds("winter", "*", "MX", "4% (25 NOV - 25 JAN)"));
    List<HsCode> lines = List.of(HsCode.of("0702.00.20"));
    List<DeclaredOrigin> origins = List.of(DeclaredOrigin.parse("MX"));
    List<LocalDate> days =
        FIRST.datesUntil(FIRST.plusYears(6)).filter(d -> d.getDayOfMonth() % 5 == 0).toList();
    for (LocalDate day : days) {
      PanelSlice slice = TariffPanel.of(book, lines, origins, Collections.singleton(day)).on(day);
      assertEquals(book.on(day).stack(lines.get(0), origins.get(0)).range(), slice.range(0, 0));
    }
  }
}
