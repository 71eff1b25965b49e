package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * Facts that bear on each other, shares of one weight and days that come before entry, bound a duty
 * by what goods can be: both ends are those of some goods, and no goods lie outside.
 */
class TiedFactsProperties {

  private static final HsCode GOODS = HsCode.of("7326.90.86");
  private static final Country ORIGIN = Country.of("CN");
  private static final LocalDate DAY = LocalDate.parse("2026-05-01");
  private static final List<String> SETS =
      List.of("steel", "aluminium", "copper", "aluminium+steel", "copper+steel");

  /** The materials of each of the sets, as bits. */
  private static final List<Integer> BITS = List.of(1, 2, 4, 3, 5);

  private static TariffBook book(List<Integer> asked, List<Integer> limits) {
    List<TariffMeasure> all = new ArrayList<>(List.of(TariffMeasure.base("7326", "2%")));
    for (int i = 0; i < asked.size(); i++) {
      all.add(
          TariffMeasure.adds("metal " + i, "7326", "*", (10 << i) + "%")
              .withId("metal " + i)
              .withCondition("weight:" + SETS.get(asked.get(i)) + ">=0." + limits.get(i)));
    }
    return TariffBook.us(all.toArray(TariffMeasure[]::new));
  }

  private static int count(int set, int... tenths) {
    int sum = 0;
    for (int i = 0; i < tenths.length; i++) {
      sum += (set >> i & 1) * tenths[i];
    }
    return sum;
  }

  @Property(tries = 250)
  void a_duty_by_weights_lies_between_what_goods_can_weigh(
      @ForAll @Size(2) List<@IntRange(min = 0, max = 4) Integer> asked,
      @ForAll @Size(2) List<@IntRange(min = 1, max = 9) Integer> limits,
      @ForAll @IntRange(min = 0, max = 4) int declared,
      @ForAll @IntRange(min = 0, max = 10) int share) {
    TariffBook book = book(asked, limits);
    DeclaredFacts facts =
        DeclaredFacts.none()
            .withFact("weight:" + SETS.get(declared), BigDecimal.valueOf(share, 1).toPlainString());
    TreeSet<Rate> possible = new TreeSet<>();
    for (int a = 0; a <= 20; a++) {
      for (int b = 0; a + b <= 20; b++) {
        for (int c = 0; a + b + c <= 20; c++) {
          if (count(BITS.get(declared), a, b, c) == 2 * share) {
            int percent = 2;
            for (int i = 0; i < asked.size(); i++) {
              boolean met = count(BITS.get(asked.get(i)), a, b, c) >= 2 * limits.get(i);
              percent += met ? 10 << i : 0;
            }
            possible.add(Rate.percent(percent + ""));
          }
        }
      }
    }
    DutyStack stack = book.on(DAY).stack(GOODS, ORIGIN, facts);
    assertEquals(
        Optional.of(new RateRange(possible.first(), possible.last())),
        stack.range(),
        facts::toString);
    assertEquals(possible.size() == 1, stack.adValoremRate().isPresent());
    TreeSet<Rate> told = new TreeSet<>();
    stack.cases().forEach(each -> told.add(each.adValoremRate().orElseThrow()));
    assertEquals(possible, told, "every case is that of some goods");
    for (DutyStack each : stack.cases()) {
      assertEquals(Optional.empty(), each.facts().contradiction(), each::toString);
      assertEquals(
          each.adValoremRate(), book.on(DAY).stack(GOODS, ORIGIN, each.facts()).adValoremRate());
    }
  }

  private static TariffBook onTheWay(String from, String loadedBefore) {
    return TariffBook.us(
        TariffMeasure.base("7326", "2%"),
        TariffMeasure.adds("extra", "7326", "*", "10%").withId("extra").from(from),
        TariffMeasure.exempts("way", "7326", "*", "extra")
            .withId("way")
            .from(from)
            .withCondition("loaded<" + loadedBefore));
  }

  @Property(tries = 100)
  void goods_that_enter_early_were_loaded_earlier(
      @ForAll @IntRange(min = 0, max = 20) int entered,
      @ForAll @IntRange(min = 1, max = 20) int limit,
      @ForAll @IntRange(min = 0, max = 25) int loaded) {
    TariffBook book = onTheWay("2026-05-01", DAY.plusDays(limit).toString());
    TariffLaw law = book.on(DAY.plusDays(entered));
    DutyStack open = law.stack(GOODS, ORIGIN);
    Rate free = Rate.percent("2");
    Rate dear = Rate.percent("12");
    assertEquals(
        Optional.of(new RateRange(free, entered < limit ? free : dear)),
        open.range(),
        "whatever the day of loading, up to the day of entry");
    DeclaredFacts facts = DeclaredFacts.none().withFact("loaded", DAY.plusDays(loaded).toString());
    if (loaded > entered) {
      String refused =
          assertThrows(IllegalArgumentException.class, () -> law.stack(GOODS, ORIGIN, facts))
              .getMessage();
      assertTrue(refused.contains("loaded must not be after the day of entry"), refused);
      assertThrows(IllegalArgumentException.class, () -> law.kind(GOODS, ORIGIN, facts));
      List<DeclaredOrigin> origins = List.of(new DeclaredOrigin(ORIGIN, facts));
      List<LocalDate> days = List.of(DAY.plusDays(30), DAY.plusDays(entered));
      assertThrows(
          IllegalArgumentException.class,
          () -> TariffPanel.of(book, List.of(GOODS), origins, days));
    } else {
      assertEquals(
          Optional.of(loaded < limit ? free : dear),
          law.stack(GOODS, ORIGIN, facts).adValoremRate());
    }
  }

  /** One law holds before and after the day that a condition names: its days are told apart. */
  @Test
  void days_of_one_law_are_told_apart() {
    TariffBook book = onTheWay("2026-05-01", "2026-05-10");
    List<String> rates = new ArrayList<>();
    for (String day : List.of("2026-05-20", "2026-05-02", "2026-05-10", "2026-05-09")) {
      rates.add(book.on(day).stack(GOODS, ORIGIN).range().orElseThrow().toString());
    }
    assertEquals(List.of("2% to 12%", "2%", "2% to 12%", "2%"), rates);
  }
}
