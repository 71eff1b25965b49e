package org.tariffeconomics.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.panel.PanelSlice.Execution;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.threeten.extra.LocalDateRange;

/**
 * What a panel answers is what the book answers line by line. A try asks 56 cells on up to four
 * days, so that few tries ask tens of thousands.
 */
class TariffPanelProperties {

  private static final List<HsCode> LINES = PanelArbitraries.LINES;
  private static final List<DeclaredOrigin> ORIGINS = PanelArbitraries.ORIGINS;

  @Provide
  Arbitrary<TariffBook> books() {
    return PanelArbitraries.books();
  }

  @Provide
  Arbitrary<List<LocalDate>> days() {
    return Arbitraries.integers()
        .between(0, 620)
        .map(PanelArbitraries.FIRST::plusDays)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** The law of a day is looked up once a day, not once a cell. */
  private static DutyStack single(TariffLaw law, HsCode line, DeclaredOrigin origin) {
    return law.stack(line, origin.country(), origin.facts());
  }

  @Property(tries = 150)
  void panel_and_single_answers_agree_to_the_last_digit(
      @ForAll("books") TariffBook book, @ForAll("days") List<LocalDate> days) {
    TariffPanel panel = TariffPanel.of(book, LINES, ORIGINS, days);
    for (LocalDate day : days) {
      PanelSlice slice = panel.on(day);
      TariffLaw law = book.on(day);
      for (int i = 0; i < LINES.size(); i++) {
        for (int j = 0; j < ORIGINS.size(); j++) {
          DutyStack single = single(law, LINES.get(i), ORIGINS.get(j));
          assertEquals(single.adValoremRate(), slice.rate(i, j), single::toString);
          assertEquals(CellRates.of(single).outcome(), slice.outcome(i, j), single::toString);
          assertEquals(single.range(), slice.range(i, j), single::toString);
          if (single.assess(Money.ofMinor(CurrencyUnit.USD, 123_457)).outcome()
                  == DutyStack.Outcome.ASSESSED
              && single.adValoremRate().isPresent()) {
            assertEquals(single.payableMinor(123_457), slice.payableMinor(i, j, 123_457));
          }
        }
      }
    }
  }

  @Property(tries = 100)
  void the_parts_of_the_programmes_add_up_to_the_rate(
      @ForAll("books") TariffBook book, @ForAll("days") List<LocalDate> days) {
    for (PanelSlice slice : TariffPanel.of(book, LINES, ORIGINS, days).slices()) {
      for (int i = 0; i < LINES.size(); i++) {
        for (int j = 0; j < ORIGINS.size(); j++) {
          boolean oneSetOfLayers = isToldApart(slice, i, j);
          assertEquals(
              slice.rate(i, j).filter(r -> oneSetOfLayers).map(Rate::fraction),
              sumOfParts(slice, i, j));
        }
      }
    }
  }

  private static Optional<BigDecimal> sumOfParts(PanelSlice slice, int line, int origin) {
    Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
    for (String programme : slice.programmes()) {
      Optional<Rate> part = slice.part(line, origin, programme);
      sum = sum.flatMap(s -> part.map(p -> s.add(p.fraction())));
    }
    return isToldApart(slice, line, origin)
        ? sum.map(s -> Rate.fraction(s).fraction())
        : Optional.empty();
  }

  private static boolean isToldApart(PanelSlice slice, int line, int origin) {
    return slice.part(line, origin, "none of them").isPresent();
  }

  @Property(tries = 60)
  void blocks_give_the_same_bits_one_by_one_and_at_once(
      @ForAll("books") TariffBook book, @ForAll("days") List<LocalDate> days) {
    PanelSlice slice = TariffPanel.of(book, LINES, ORIGINS, days).slices().get(0);
    double[] one = totals(slice, 1, Execution.SEQUENTIAL);
    assertArrayEquals(one, totals(slice, 3, Execution.PARALLEL));
    for (int i = 0; i < LINES.size(); i++) {
      for (int j = 0; j < ORIGINS.size(); j++) {
        double expected = slice.rate(i, j).map(r -> r.fraction().doubleValue()).orElse(-1.0);
        assertEquals(expected, one[i * ORIGINS.size() + j]);
      }
    }
  }

  private static double[] totals(PanelSlice slice, int lines, Execution execution) {
    return slice.mapBlocks(lines, execution, block -> block.totals(-1)).stream()
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  @Property(tries = 60)
  void a_panel_over_a_range_answers_every_day_of_it(
      @ForAll("books") TariffBook book, @ForAll("days") List<LocalDate> days) {
    LocalDate first = PanelArbitraries.FIRST;
    TariffPanel panel =
        TariffPanel.over(book, LINES, ORIGINS, LocalDateRange.of(first, first.plusDays(700)));
    for (LocalDate day : days) {
      TariffLaw law = book.on(day);
      PanelSlice slice = panel.on(day);
      for (int j = 0; j < ORIGINS.size(); j++) {
        assertEquals(single(law, LINES.get(2), ORIGINS.get(j)).adValoremRate(), slice.rate(2, j));
      }
    }
  }
}
