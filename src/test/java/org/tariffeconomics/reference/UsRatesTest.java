package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.economy.CostPush;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.reference.UsRates.LawMean;
import org.tariffeconomics.reference.UsRates.Month;
import org.tariffeconomics.tariff.DutyStack;

/**
 * Announced, statutory and paid side by side. Expected values: the duty of each line asked for on
 * its own, and own arithmetic.
 */
class UsRatesTest {

  private static final YearMonth OCTOBER = YearMonth.of(2025, 10);

  private static Month month(String partner, YearMonth month) {
    return UsRates.of(partner, month, month).months().get(0);
  }

  /** The law of Sri Lanka did not change in October 2025, and it claims no agreement. */
  @Test
  void the_mean_of_the_law_is_that_of_each_line_asked_for_on_its_own() {
    LawMean mean = month("LK", OCTOBER).law().orElseThrow().mean();
    double lowest = 0;
    double highest = 0;
    double value = 0;
    double without = 0;
    for (Flow flow : UsImports.of2024().from("LK").flows()) {
      DutyStack stack =
          UsTariffs.book()
              .on(LocalDate.of(2025, 10, 15))
              .stack(flow.line(), flow.origin(), DeclaredFacts.none());
      Optional<RateRange> range = stack.range();
      if (range.isPresent()) {
        value += flow.value();
        lowest += flow.value() * range.get().lowest().fraction().doubleValue();
        highest += flow.value() * range.get().highest().fraction().doubleValue();
      } else {
        without += flow.value();
      }
    }
    // Duties by quantity have no rate of their own: they are 2 % of the trade at most.
    assertTrue(without < 0.02 * value, "without a rate: " + without / value);
    assertEquals(lowest / value, mean.lowest().fraction().doubleValue(), 0.005);
    assertEquals(highest / value, mean.highest().fraction().doubleValue(), 0.005);
    assertTrue(mean.covers().compareTo(Rate.percent(99)) > 0, mean.covers().toString());
  }

  /** The gap is the sum of its parts at either end of what is open. */
  @Test
  void the_parts_add_up_to_the_gap() {
    Month korea = month("KR", YearMonth.of(2025, 8));
    LawMonth law = korea.law().orElseThrow();
    LawMonth.Around around = law.around().orElseThrow();
    BigDecimal announced = korea.announced().orElseThrow().fraction();
    BigDecimal moved = korea.composition().orElseThrow().points();
    for (boolean cheap : List.of(true, false)) {
      BigDecimal sum =
          announced
              .subtract(end(around.lastDay(), cheap))
              .add(end(around.lastDay(), cheap))
              .subtract(end(around.nothingClaimed(), cheap))
              .add(end(around.nothingClaimed(), cheap))
              .subtract(end(law.mean(), cheap))
              .add(moved)
              .add(end(law.mean(), cheap))
              .subtract(korea.paid().orElseThrow().fraction())
              .subtract(moved);
      assertEquals(0, korea.gap().orElseThrow().compareTo(sum));
    }
    assertHolds(korea.claims(), around.nothingClaimed(), law.mean());
    assertHolds(korea.timing(), around.lastDay(), around.nothingClaimed());
    assertTrue(korea.otherLaw().orElseThrow().contains(announced.subtract(end(law.board(), true))));
    assertEquals(Composition.BY_GROUP, korea.composition().orElseThrow().basis());
    // From 7 August 15 points came on top of most goods: the last day lies above the month.
    assertTrue(korea.timing().orElseThrow().lowest().points().signum() > 0);
    // KORUS takes off ordinary duties.
    assertTrue(korea.claims().orElseThrow().lowest().points().signum() > 0);
  }

  /** The parts of the table add up to the gap, where goods on their way are all or none. */
  @Test
  void goods_on_their_way_take_from_what_is_unexplained() {
    Month japan = month("JP", YearMonth.of(2025, 4));
    LawMonth law = japan.law().orElseThrow();
    BigDecimal most = law.onTheWay().orElseThrow().highest().points();
    assertEquals(0, japan.onTheWay().orElseThrow().lowest().points().signum());
    BigDecimal rest =
        law.mean()
            .lowest()
            .fraction()
            .subtract(japan.paid().orElseThrow().fraction())
            .subtract(japan.composition().orElseThrow().points());
    GapRange unexplained = japan.unexplained().orElseThrow();
    assertEquals(0, unexplained.lowest().points().compareTo(rest.subtract(most)));
    // Goods loaded before 5 April paid no reciprocal duty until 27 May (EO 14257, note 2(v)).
    assertTrue(most.doubleValue() > 0.03, most.toString());
    assertEquals(
        0,
        month("JP", YearMonth.of(2025, 6)).onTheWay().orElseThrow().highest().points().signum(),
        "no text spares goods on their way in June");
  }

  /**
   * May 2025, Cambodia: on 26 of 31 days goods loaded before 5 April paid no reciprocal duty; what
   * that is at most is the average duty with and without the programme, asked for of one day.
   */
  @Test
  void goods_on_their_way_spare_at_most_the_duty_of_their_days() {
    UsImports imports = UsImports.of2024().from("KH");
    LocalDate day = LocalDate.of(2025, 5, 10);
    double with =
        AverageDuty.of(imports, UsTariffs.book(), day)
            .claimedAsIn2024Range()
            .orElseThrow()
            .lowest();
    double without =
        AverageDuty.of(imports, UsTariffs.book().without("IEEPA reciprocal"), day)
            .claimedAsIn2024Range()
            .orElseThrow()
            .lowest();
    assertEquals(
        (with - without) * 26 / 31,
        month("KH", YearMonth.of(2025, 5))
            .onTheWay()
            .orElseThrow()
            .highest()
            .points()
            .doubleValue(),
        0.001);
  }

  /**
   * Viet Nam, October 2025: the mean of each group of lines by {@link AverageDuty}, with the parts
   * that the groups have in the month.
   */
  @Test
  void weights_of_the_month_are_those_of_the_groups_of_goods() {
    LawMonth law = month("VN", OCTOBER).law().orElseThrow();
    LawMonth.SameMonth month = law.sameMonth().orElseThrow();
    assertEquals(6, month.groups().size());
    assertSumsToAll(month.groups().stream().map(LawMonth.Group::in2024).toList());
    assertSumsToAll(month.groups().stream().map(LawMonth.Group::inMonth).toList());
    Map<List<Integer>, List<String>> lines = new HashMap<>();
    UsImports vietnam = UsImports.of2024().from("VN");
    vietnam
        .flows()
        .forEach(
            f ->
                lines
                    .computeIfAbsent(groups(f.line().digits()), g -> new ArrayList<>())
                    .add(f.line().digits()));
    double weight = 0;
    double duty = 0;
    for (Map.Entry<List<Integer>, List<String>> each : lines.entrySet()) {
      UsImports some = vietnam.of(String.join("+", each.getValue()));
      AverageDuty average = some.averageDuty(LocalDate.of(2025, 10, 15));
      double growth =
          each.getKey().stream()
              .map(month.groups()::get)
              .mapToDouble(
                  g -> g.inMonth().fraction().doubleValue() / g.in2024().fraction().doubleValue())
              .average()
              .orElseThrow();
      double counted = some.value() * growth * average.coverage();
      weight += counted;
      duty += counted * average.claimedAsIn2024Range().orElseThrow().lowest();
    }
    assertEquals(duty / weight, month.mean().lowest().fraction().doubleValue(), 0.001);
    assertTrue(month.mean().lowest().compareTo(law.mean().lowest()) != 0);
    assertTrue(law.moved().isPresent());
  }

  private static List<Integer> groups(String digits) {
    List<String> naics = List.of("315", "325", "331", "334", "336");
    TreeSet<Integer> groups = new TreeSet<>();
    for (String good : CostPush.bea2017().goodsOf(digits)) {
      int group = naics.indexOf(good.substring(0, 3));
      groups.add(group < 0 ? naics.size() : group);
    }
    return groups.isEmpty() ? List.of(naics.size()) : List.copyOf(groups);
  }

  private static void assertSumsToAll(List<Rate> parts) {
    assertEquals(1, parts.stream().mapToDouble(p -> p.fraction().doubleValue()).sum(), 1e-12);
  }

  /** Industries are held to November 2025, six sectors of Canada to February 2026, then nothing. */
  @Test
  void weights_of_the_month_are_told_where_they_are_held() {
    assertEquals(
        "[cars, trucks, parts, semiconductors, apparel, pharmaceuticals, the rest]",
        MonthWeights.of("CA", YearMonth.of(2026, 2)).orElseThrow().groups().stream()
            .map(LawMonth.Group::goods)
            .toList()
            .toString());
    assertEquals(6, MonthWeights.of("CA", YearMonth.of(2025, 11)).orElseThrow().groups().size());
    assertEquals(6, MonthWeights.of("WORLD", YearMonth.of(2026, 2)).orElseThrow().groups().size());
    assertEquals(Optional.empty(), MonthWeights.of("CA", YearMonth.of(2026, 3)));
    assertEquals(Optional.empty(), MonthWeights.of("LK", OCTOBER));
    assertEquals(Optional.empty(), month("LK", OCTOBER).law().orElseThrow().sameMonth());
  }

  /** The groups of goods hold what the agency's industries hold, by the sums of 2024. */
  @Test
  void lines_fall_into_the_industries_of_the_agency() {
    for (String partner : List.of("CA", "CN", "EU", "IN", "JP", "KR", "MX", "VN")) {
      MonthlyGroups year = MonthlyGroups.of(partner, MonthlyGroups.year2024()).orElseThrow();
      double[] sums = new double[6];
      for (Flow each : UsImports.of2024().from(partner).flows()) {
        List<Integer> groups = groups(each.line().digits());
        groups.forEach(g -> sums[g] += each.value() / groups.size());
      }
      double all = year.all().doubleValue();
      // The rest of the Union is held without chapters 98 and 99.
      for (int i = 0; i < sums.length - 1; i++) {
        assertEquals(year.imports().get(i).doubleValue() / all, sums[i] / all, 0.03, partner + i);
      }
    }
  }

  private static BigDecimal end(LawMean mean, boolean lowest) {
    return (lowest ? mean.lowest() : mean.highest()).fraction();
  }

  private static void assertHolds(Optional<GapRange> part, LawMean one, LawMean other) {
    for (boolean lowest : List.of(true, false)) {
      assertTrue(part.orElseThrow().contains(end(one, lowest).subtract(end(other, lowest))));
    }
  }

  /** Claims under the USMCA are those of the month where they are held, and rose since 2024. */
  @Test
  void canada_claims_more_than_in_2024() {
    Month canada = month("CA", OCTOBER);
    assertTrue(canada.claims().orElseThrow().lowest().points().doubleValue() > 0.10);
    assertTrue(
        canada.law().orElseThrow().furtherClaims().orElseThrow().lowest().points().signum() > 0);
    assertEquals(Composition.BY_LINE, canada.composition().orElseThrow().basis());
    // What was paid lies between every claim and none.
    LawMonth.Around around = canada.law().orElseThrow().around().orElseThrow();
    BigDecimal paid = canada.paid().orElseThrow().fraction();
    assertTrue(end(around.allClaimed(), true).compareTo(paid) < 0);
    assertTrue(end(around.nothingClaimed(), false).compareTo(paid) > 0);
  }

  /** Imports of Myanmar are held by sector only, which says nothing of all its goods. */
  @Test
  void a_mean_of_few_goods_explains_nothing() {
    Month myanmar = month("MM", OCTOBER);
    assertTrue(myanmar.law().orElseThrow().mean().covers().compareTo(Rate.percent(50)) < 0);
    assertEquals(Optional.empty(), myanmar.otherLaw());
    assertEquals(Optional.empty(), myanmar.claims());
    assertEquals(
        0,
        myanmar
            .gap()
            .orElseThrow()
            .compareTo(myanmar.unexplained().orElseThrow().exact().orElseThrow().points()));
  }

  /** Germany deals as a member of the Union: 15 in all since July 2025. */
  @Test
  void a_member_of_a_group_has_the_headline_of_the_group() {
    Month germany = month("DE", OCTOBER);
    assertEquals(month("EU", OCTOBER).announced(), germany.announced());
    assertEquals(Optional.of(Rate.percent(15)), germany.announced());
    assertTrue(germany.gap().isPresent());
  }

  /** Korea's November 2025 fell by 40 % after the notice of December (the audit of the facts). */
  @Test
  void a_month_that_was_revised_says_so() {
    UsRates korea = UsRates.of("KR", YearMonth.of(2025, 11), YearMonth.of(2025, 11));
    assertEquals("-40%", korea.months().get(0).revision().orElseThrow().change());
    assertTrue(korea.table().toText().contains("published on 4"), korea.table().toText());
    // The first vintage's duty of two industries alone was above the later one's of all goods.
    BigDecimal first =
        UsPaid.of("KR", "transport equipment", "2025-11")
            .duty()
            .orElseThrow()
            .add(UsPaid.of("KR", "primary metals", "2025-11").duty().orElseThrow());
    assertTrue(first.compareTo(UsPaid.of("KR", "2025-11").duty().orElseThrow()) > 0, "" + first);
    assertEquals(
        List.of("KR", "CA"), PaidRevision.all().stream().map(PaidRevision::partner).toList());
    PaidRevision.all().forEach(r -> assertTrue(r.source().day().isPresent()));
  }

  @Test
  void months_out_of_reach_are_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> UsRates.of("KR", OCTOBER, OCTOBER.minusMonths(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> UsRates.of("KR", OCTOBER, YearMonth.of(999_999_999, 1)));
  }
}
