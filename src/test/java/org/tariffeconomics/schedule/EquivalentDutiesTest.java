package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Equivalents of the small schedule's beef, 4.4¢/kg, worked out by hand. */
class EquivalentDutiesTest {

  private static final HsCode BEEF = HsCode.of("0201.20.50.15");

  private static UnitValue price(String money, String unit) {
    return UnitValue.of(
        UnitValue.Method.STATED,
        BigMoney.parse(money),
        Quantity.of("1", unit),
        Source.user("made for the test"));
  }

  private static TariffBook book(Map<HsCode, UnitValue> unitValues) {
    return TariffBook.us(TariffMeasure.topsUpTo("all-in", "0201", "JP", "15%"))
        .with(
            EquivalentDuties.of(
                ScheduledDuties.of(SmallSchedule.schedule(), SmallSchedule.key()), unitValues));
  }

  private static DutyStack stack(TariffBook book, String origin) {
    return book.on("2025-09-16").stack(BEEF, Country.of(origin));
  }

  @Test
  void a_duty_by_weight_becomes_a_share_of_the_unit_value() {
    TariffBook book = book(Map.of(HsCode.of("0201"), price("USD 5.50", "kg")));
    // 0.044 / 5.50 = 0.8%; column 2: 0.132 / 5.50 = 2.4%
    assertEquals(Optional.of(Rate.percent("0.8")), stack(book, "BR").adValoremRate());
    assertEquals(Optional.of(Rate.percent("2.4")), stack(book, "CU").adValoremRate());
    assertTrue(
        stack(book, "BR").layers().get(0).measure().source().citation().contains("stated price"));
  }

  @Test
  void the_longest_code_counts() {
    TariffBook book =
        book(
            Map.of(
                HsCode.of("0201"), price("USD 5.50", "kg"),
                HsCode.of("0201.20.50"), price("USD 4.40", "kg")));
    assertEquals(Optional.of(Rate.percent("1")), stack(book, "BR").adValoremRate());
  }

  @Test
  void a_total_counts_the_equivalent_in() {
    TariffBook book = book(Map.of(HsCode.of("02"), price("USD 5.50", "kg")));
    assertEquals(Optional.of(Rate.percent("15")), stack(book, "JP").adValoremRate());
  }

  @Test
  void without_a_fitting_unit_value_the_rate_stays_by_weight() {
    assertTrue(stack(book(Map.of()), "BR").adValoremRate().isEmpty());
    TariffBook byPiece = book(Map.of(HsCode.of("0201"), price("USD 300", "piece")));
    assertTrue(stack(byPiece, "BR").adValoremRate().isEmpty());
    assertEquals(DutyStack.Outcome.ASSESSED, stack(byPiece, "BR").outcome());
  }

  @Test
  void lines_with_other_unit_values_are_of_another_kind() {
    EquivalentDuties duties =
        EquivalentDuties.of(
            ScheduledDuties.of(SmallSchedule.schedule(), SmallSchedule.key()),
            Map.of(BEEF, price("USD 5.50", "kg")));
    LocalDate day = LocalDate.parse("2025-09-16");
    assertTrue(
        !duties
            .kind(BEEF, day, Knowledge.now())
            .equals(duties.kind(HsCode.of("0201.20.50.25"), day, Knowledge.now())));
    assertEquals(
        List.of("0201.10.50.10", "0201.20.50.15", "0201.20.50.25", "8703.23.01.40", "8704.21.01"),
        duties.lines(day, Knowledge.now()).stream().map(HsCode::toString).toList());
  }
}
