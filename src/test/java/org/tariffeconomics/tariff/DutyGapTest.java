package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;

/** The difference of two duties on the same goods of which something is not declared. */
class DutyGapTest {

  private static final HsCode GOODS = HsCode.of("8418.10");

  /** An ordinary duty, one on goods of some end use, and another one on the others. */
  private static TariffBook book(int used, int other) {
    return TariffBook.us()
        .with(TariffMeasure.base("*", "2.5%"))
        .with(TariffMeasure.adds("used", "8418", "*", used + "%").withCondition("end use=yes"))
        .with(TariffMeasure.adds("other", "8418", "*", other + "%").withCondition("end use!=yes"));
  }

  private static DutyStack stack(TariffBook book, String facts) {
    return book.on("2026-05-01")
        .stack(
            GOODS,
            Country.of("JP"),
            facts.isEmpty() ? DeclaredFacts.none() : DeclaredFacts.parse(facts));
  }

  /** The two alternatives are the same goods on both sides: their differences are the bounds. */
  @Property(tries = 200)
  void what_is_open_is_the_same_on_both_sides(
      @ForAll @IntRange(min = 0, max = 60) int used,
      @ForAll @IntRange(min = 0, max = 60) int other,
      @ForAll @IntRange(min = 0, max = 60) int usedThen,
      @ForAll @IntRange(min = 0, max = 60) int otherThen) {
    GapRange gap =
        DutyGap.between(stack(book(used, other), ""), stack(book(usedThen, otherThen), ""))
            .orElseThrow();
    BigDecimal ofUsed = points(used - usedThen);
    BigDecimal ofOthers = points(other - otherThen);
    assertTrue(gap.contains(ofUsed), gap + " " + ofUsed);
    assertTrue(gap.contains(ofOthers), gap + " " + ofOthers);
    if (used != other && usedThen != otherThen) {
      assertEquals(0, gap.lowest().points().compareTo(ofUsed.min(ofOthers)), gap.toString());
      assertEquals(0, gap.highest().points().compareTo(ofUsed.max(ofOthers)), gap.toString());
    }
  }

  /** Whatever is declared, the difference of the two numbers lies within the bounds. */
  @Property(tries = 100)
  void bounds_hold_what_a_declaration_makes_of_them(
      @ForAll @IntRange(min = 0, max = 60) int used,
      @ForAll @IntRange(min = 0, max = 60) int other,
      @ForAll @IntRange(min = 0, max = 60) int then) {
    TariffBook now = book(used, other);
    TariffBook before = book(then, then);
    GapRange gap = DutyGap.between(stack(now, ""), stack(before, "")).orElseThrow();
    for (String fact : List.of("end use=yes", "end use=no")) {
      GapRange declared = DutyGap.between(stack(now, fact), stack(before, fact)).orElseThrow();
      assertTrue(declared.isPoint(), declared.toString());
      assertTrue(gap.contains(declared.lowest().points()), gap + " " + declared);
    }
  }

  private static BigDecimal points(int percent) {
    return new BigDecimal(percent).movePointLeft(2);
  }

  @Test
  void the_same_duty_is_worth_nothing_though_it_is_open() {
    DutyStack open = stack(book(10, 25), "");
    GapRange gap = DutyGap.between(open, stack(book(10, 25), "")).orElseThrow();
    assertTrue(gap.isPoint());
    assertEquals(0, gap.lowest().points().signum());
  }

  @Test
  void a_duty_without_bounds_has_no_difference() {
    TariffBook byWeight = TariffBook.us().with(TariffMeasure.base("*", "1 USD/kg"));
    assertEquals(Optional.empty(), DutyGap.between(stack(byWeight, ""), stack(book(10, 25), "")));
  }

  private static DutyStack shoes(TariffBook book, String line, String origin, String facts) {
    return book.on("2026-05-01")
        .stack(
            HsCode.of(line),
            Country.of(origin),
            facts.isEmpty() ? DeclaredFacts.none() : DeclaredFacts.parse(facts));
  }

  /** Two lines with duties of their own, and a duty by the age that origins ask otherwise. */
  private static TariffBook heading(List<Integer> rates, int ageVn, int ageId) {
    return TariffBook.us()
        .with(TariffMeasure.base("6403", rates.get(0) + "%").withId("a"))
        .with(TariffMeasure.base("6403.99", rates.get(1) + "%").withId("b"))
        .with(TariffMeasure.adds("vn91", "6403.91", "VN", rates.get(2) + "%"))
        .with(TariffMeasure.adds("vn99", "6403.99", "VN", rates.get(3) + "%"))
        .with(TariffMeasure.adds("id91", "6403.91", "ID", rates.get(4) + "%"))
        .with(
            TariffMeasure.adds("vn old", "6403", "VN", rates.get(5) + "%")
                .withCondition("age>=" + ageVn))
        .with(
            TariffMeasure.adds("id old", "6403", "ID", rates.get(6) + "%")
                .withCondition("age>=" + ageId))
        .with(
            TariffMeasure.adds("id steel", "6403", "ID", rates.get(7) + "%")
                .withPortion(Portion.parse("steel content")));
  }

  /**
   * For every line and every fact alike on both sides the gap lies within, and the ends are met.
   */
  @Property(tries = 150)
  void a_gap_is_taken_line_by_line_with_the_goods_alike(
      @ForAll @Size(8) List<@IntRange(max = 40) Integer> rates,
      @ForAll @IntRange(min = 5, max = 30) int ageVn,
      @ForAll @IntRange(min = 5, max = 30) int ageId) {
    TariffBook book = heading(rates, ageVn, ageId);
    GapRange gap =
        DutyGap.between(shoes(book, "6403", "VN", ""), shoes(book, "6403", "ID", "")).orElseThrow();
    BigDecimal least = null;
    BigDecimal most = null;
    for (String line : List.of("6403.10", "6403.91", "6403.99")) {
      for (int age : List.of(0, ageVn - 1, ageVn, ageId - 1, ageId, 40)) {
        for (String steel : List.of("0", "0.25", "1")) {
          String facts = "age=" + age + "; content:steel=" + steel;
          BigDecimal one = rate(shoes(book, line, "VN", facts));
          BigDecimal definite = one.subtract(rate(shoes(book, line, "ID", facts)));
          assertTrue(gap.contains(definite), gap + " " + line + " " + facts + " " + definite);
          least = least == null ? definite : least.min(definite);
          most = most == null ? definite : most.max(definite);
        }
      }
    }
    assertEquals(0, gap.lowest().points().compareTo(least), gap + " from " + least);
    assertEquals(0, gap.highest().points().compareTo(most), gap + " to " + most);
  }

  private static BigDecimal rate(DutyStack stack) {
    return stack.adValoremRate().orElseThrow().fraction();
  }

  /** A quota of one origin may be filled while that of the other is not; a car's age is one. */
  @Test
  void what_belongs_to_an_entry_may_differ_between_origins() {
    TariffBook quotas =
        TariffBook.us(
            TariffMeasure.base("*", "0%"),
            TariffMeasure.adds("over", "*", "*", "10%").withCondition("quota:shoes=out"));
    GapRange gap =
        DutyGap.between(shoes(quotas, "6403", "VN", ""), shoes(quotas, "6403", "ID", ""))
            .orElseThrow();
    assertEquals("between -10.0 pp and +10.0 pp", gap.toString());
    DutyStack here = shoes(quotas, "6403", "VN", "");
    TariffBook higher = quotas.with(TariffMeasure.adds("all", "*", "*", "1%"));
    assertEquals(
        "+1.0 pp", DutyGap.between(shoes(higher, "6403", "VN", ""), here).orElseThrow().toString());
    DutyStack later =
        quotas.on("2026-06-01").stack(HsCode.of("6403"), Country.of("VN"), DeclaredFacts.none());
    assertEquals(
        "between -10.0 pp and +10.0 pp", DutyGap.between(later, here).orElseThrow().toString());
  }

  /** Where one line is shut out on the one side and the other on the other, nothing compares. */
  @Test
  void goods_that_are_shut_out_on_one_side_are_not_compared() {
    TariffBook shut =
        TariffBook.us(
            TariffMeasure.base("6403", "1%").withId("a"),
            TariffMeasure.base("6403.99", "5%").withId("b"),
            TariffMeasure.of("none of 91", Rule.PROHIBITS, "6403.91", "VN", "Free"));
    assertEquals(
        "0.0 pp",
        DutyGap.between(shoes(shut, "6403", "VN", ""), shoes(shut, "6403", "ID", ""))
            .orElseThrow()
            .toString());
    TariffBook apart =
        TariffBook.us(
            TariffMeasure.base("6403", "1%"),
            TariffMeasure.of("no toys", Rule.PROHIBITS, "6403", "VN", "Free")
                .withCondition("toy=yes"),
            TariffMeasure.of("toys only", Rule.PROHIBITS, "6403", "ID", "Free")
                .withCondition("toy=no"));
    assertTrue(shoes(apart, "6403", "VN", "").range().isPresent());
    assertEquals(
        Optional.empty(),
        DutyGap.between(shoes(apart, "6403", "VN", ""), shoes(apart, "6403", "ID", "")));
  }

  /** The lead that is restored is of the same line then and now. */
  @Property(tries = 100)
  void a_lead_is_restored_line_by_line(@ForAll @Size(8) List<@IntRange(max = 40) Integer> rates) {
    TariffBook then = heading(rates, 10, 10);
    TariffBook now = then.with(TariffMeasure.adds("new", "6403.99", "ID", "7%"));
    RateRange range =
        DutyGap.restoring(
                shoes(then, "6403", "VN", "age=0; content:steel=0"),
                shoes(then, "6403", "ID", "age=0; content:steel=0"),
                shoes(now, "6403", "ID", "age=0; content:steel=0"))
            .orElseThrow();
    List<BigDecimal> truth =
        List.of("6403.10", "6403.91", "6403.99").stream()
            .map(
                line ->
                    rate(shoes(now, line, "ID", "age=0; content:steel=0"))
                        .subtract(rate(shoes(then, line, "ID", "age=0; content:steel=0")))
                        .add(rate(shoes(then, line, "VN", "age=0; content:steel=0"))))
            .sorted()
            .toList();
    assertEquals(0, range.lowest().fraction().compareTo(truth.get(0)), range + " " + truth);
    assertEquals(0, range.highest().fraction().compareTo(truth.get(2)), range + " " + truth);
  }
}
