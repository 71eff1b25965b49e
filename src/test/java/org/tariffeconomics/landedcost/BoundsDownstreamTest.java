package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.averageDuty;
import static org.tariffeconomics.Tariffs.day;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.leftBehind;
import static org.tariffeconomics.Tariffs.positions;
import static org.tariffeconomics.Tariffs.rateRestoringLead;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.sideBySide;
import static org.tariffeconomics.Tariffs.us;
import static org.tariffeconomics.Tariffs.withoutDeal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.panel.WeightedRates;
import org.tariffeconomics.reference.AverageDuty;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What is left open reaches every result as a range: a refrigerator pays 10 or 25 percent from 6
 * April 2026 on, as its metals weigh less or more than 15 percent of it (section 232 on
 * derivatives).
 */
class BoundsDownstreamTest {

  private static LandedCost fridge(String origin) {
    return landed(shipment("8418.10", origin, "USD 1000", "USD 20", "USD 2", "sea"), "2026-05-01");
  }

  @Test
  void costs_side_by_side_show_the_duties_that_are_possible() {
    Table table = sideBySide(fridge("AU"), fridge("NZ")).table();
    assertEquals("USD 100 to USD 250", table.cell(0, "duty").text());
    assertEquals("10.0% to 25.0%", table.cell(0, "rate").text());
    assertTrue(table.toCsv().contains("\"duty, highest\",250"), table.toCsv());
    assertEquals(
        "AU less NZ: USD 0.00", // the same fridge, with so much metal by weight
        LandedCostDifferential.of(fridge("AU"), fridge("NZ")).toString());
  }

  /** 100 to 250 of section 232 against 100 of the reciprocal duty, whatever its name: 0 to 150. */
  @Test
  void a_differential_has_the_range_of_each_line() {
    LandedCost before =
        landed(shipment("8418.10", "JP", "USD 1000", "USD 20", "USD 2", "sea"), "2025-05-01");
    LandedCostDifferential all = fridge("AU").minus(before);
    Table table = all.table();
    int duty = row(table, "duty");
    assertEquals("USD 100.00 to USD 250.00", table.cell(duty, "AU").text());
    assertEquals("USD 100.00", table.cell(duty, "JP").text());
    assertEquals("USD 0.00 to USD 150.00", table.cell(duty, "difference").text());
    assertEquals("USD 0.00", table.cell(row(table, "duty, MFN"), "difference").text());
    assertFalse(table.toText().contains("IEEPA"), table.toText());
    assertEquals("USD 0.00 to USD 150.00", all.range(CostLine.Kind.DUTY).orElseThrow().toString());
    assertEquals(Optional.empty(), all.difference(CostLine.Kind.DUTY));
    assertEquals(
        "USD -150.00 to USD 0.00",
        all.reversed().range(CostLine.Kind.DUTY).orElseThrow().toString());
  }

  /**
   * 1,056.83 + 100 to 250 of duty, against a rival of the same: 100 times the one over the other.
   */
  @Test
  void an_index_against_a_basket_lies_between_two() {
    LandedCost known =
        landed(shipment("8703.23.01", "JP", "USD 1000", "USD 20", "USD 2", "sea"), "2025-09-16");
    BasketIndex index =
        BasketIndex.of(fridge("AU")).withRival(known, "2").withRival(fridge("NZ"), "1");
    double rival = known.totalOrThrow().getAmount().doubleValue();
    MoneyRange open = fridge("AU").range().orElseThrow();
    double low = open.lowest().getAmount().doubleValue();
    double high = open.highest().getAmount().doubleValue();
    BasketIndex.Range range = index.range().orElseThrow();
    assertEquals(
        100 * low / Math.pow(rival * rival * high, 1.0 / 3), range.lowest(), 1e-9 * range.lowest());
    assertEquals(
        100 * high / Math.pow(rival * rival * low, 1.0 / 3),
        range.highest(),
        1e-9 * range.highest());
    assertTrue(index.value().isEmpty());
    assertTrue(index.table().cell(2, "index").isRange(), index.table()::toString);
    assertTrue(index.table().cell(1, "landed cost").isRange(), index.table()::toString);
    assertTrue(index.toString().matches("AU against its basket: .* to .*"), index.toString());
    assertTrue(BasketIndex.of(fridge("AU")).range().isEmpty(), "no rivals");
  }

  private static int row(Table table, String name) {
    return IntStream.range(0, table.rows().size())
        .filter(i -> table.cell(i, "line").text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The bounds of a total are the sums of the bounds of its lines; a side that is known adds up.
   */
  @Test
  void the_bounds_of_a_differential_are_those_of_its_lines_together() {
    for (String line : List.of("8418.10", "8703.23.01", "7326.90.86", "6109.10", "8504.40")) {
      LandedCost[] costs =
          Stream.of("CN", "GB", "MX", "JP with content:US=0", "KR claiming KORUS")
              .map(
                  o ->
                      landed(
                          shipment(line, o, "USD 777.77", "USD 20", "USD 2", "sea"), "2026-05-01"))
              .toArray(LandedCost[]::new);
      for (LandedCost one : costs) {
        for (LandedCost other : costs) {
          LandedCostDifferential all = LandedCostDifferential.of("a", one, "b", other);
          assertEquals(all.range(), sum(all), line + ": " + all.table());
          assertEquals(one.range(), sum(one), line + ": " + one.table());
        }
      }
    }
  }

  private static Optional<MoneyRange> sum(LandedCostDifferential all) {
    return all.components().stream()
        .map(LandedCostDifferential.Component::range)
        .reduce(
            Optional.of(MoneyRange.of(Money.zero(CurrencyUnit.USD))),
            (a, b) -> a.flatMap(x -> b.map(x::plus)));
  }

  private static Optional<MoneyRange> sum(LandedCost all) {
    return all.lines().stream()
        .filter(CostLine::isCost)
        .map(CostLine::range)
        .reduce(
            Optional.of(MoneyRange.of(Money.zero(CurrencyUnit.USD))),
            (a, b) -> a.flatMap(x -> b.map(x::plus)));
  }

  @Test
  void a_lead_over_a_rival_whose_duty_is_open_is_restored_by_a_rate_between_two() {
    ParityAnswer<Rate> rate = rateRestoringLead("8418.10", "2025-01-01", "2026-05-01", "AU", "NZ");
    assertEquals(Optional.of(Rate.percent("10")), rate.lowest());
    assertEquals(Optional.of(Rate.percent("25")), rate.highest());
    assertEquals(Optional.empty(), rate.value());
    assertTrue(rate.toString().startsWith("between 10.00% and 25.00%: "), rate.toString());
    assertTrue(rate.table().cell(0, "answer").isRange());
    RateRange open = new RateRange(Rate.ZERO, Rate.percent("25"));
    ParityAnswer<Rate> none =
        Parity.rateRestoringLead(RateRange.of(Rate.ZERO), RateRange.of(Rate.percent("30")), open);
    assertEquals(ParityAnswer.Method.NONE, none.method());
  }

  @Test
  void studies_of_goods_have_ranges_where_they_had_nothing_to_say() {
    Table positions = positions("8418", "MX, CN", "2026-01-01", "2026-05-01");
    assertTrue(positions.cell(0, "2026-05-01").isRange(), positions.toString());
    assertTrue(positions.toString().contains("compared with 2026-01-01"));
    Table left = leftBehind("8418", "2026-05-01").table();
    assertTrue(
        IntStream.range(0, left.rows().size()).anyMatch(i -> left.cell(i, "score").isRange()),
        left.toString());
    // open on both sides, and the same in each alternative
    assertTrue(withoutDeal("JP", "8418.10", "2026-05-01").toString().contains("worth 0 points"));
  }

  @Test
  void an_average_over_open_duties_is_a_range_and_covers_them() {
    AverageDuty average = averageDuty("8418", "2026-05-01");
    WeightedRates.Range range = average.nothingClaimedRange().orElseThrow();
    assertTrue(range.lowest() < range.highest(), average.toString());
    assertFalse(average.nothingClaimed().isPresent());
    assertTrue(average.coverage() > 0.99, average.toString());
    Cell all = average.byOrigin().cell(average.byOrigin().rows().size() - 1, "nothing claimed");
    assertEquals(range.lowest(), all.lowest().orElseThrow().doubleValue(), 1e-12);
    assertTrue(average.stamp().lines().get(0).startsWith("statutory"), "a study is no what-if");
  }

  @Test
  void costs_under_two_books_are_told_apart_by_what_was_changed() {
    Shipment car = shipment("8703.23.01", "JP", "USD 1000", "USD 20", "USD 2", "sea");
    LandedCost law = LandedCost.of(car, us().on(day("2025-09-16")));
    LandedCost other = LandedCost.of(car, us().without("S232 autos").on(day("2025-09-16")));
    Table table = sideBySide(law, other).table();
    assertTrue(table.toText().contains("JP, without S232 autos"), table.toText());
    assertTrue(table.toText().contains("JP, facts as they are"), table.toText());
    assertTrue(
        LandedCostDifferential.of(law, other)
            .toString()
            .startsWith("JP 2025-09-16 facts as they are less JP 2025-09-16 without S232 autos: "));
  }
}
