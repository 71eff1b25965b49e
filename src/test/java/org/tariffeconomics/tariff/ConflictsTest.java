package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.DutyRate;

/**
 * Which measures can stand together in a book: two of one programme of which nothing says which
 * counts cannot.
 */
class ConflictsTest {

  private static int conflicts(TariffMeasure... measures) {
    return TariffBook.conflicts(List.of(measures), List.of()).size();
  }

  private static TariffMeasure preference(String id, String... conditions) {
    return with(TariffMeasure.preference("P", "8703", "KR", "1%").withId(id), conditions);
  }

  private static TariffMeasure charge(String id, String origins, String... conditions) {
    return with(TariffMeasure.adds("P", "8703", origins, "10%").withId(id), conditions);
  }

  private static TariffMeasure with(TariffMeasure measure, String... conditions) {
    TariffMeasure result = measure;
    for (String each : conditions) {
      result = result.withCondition(each);
    }
    return result;
  }

  /** Who may use two preferences, one within a quota, chooses; two of one kind leave it open. */
  @Test
  void a_preference_within_a_quota_stands_beside_another() {
    assertEquals(0, conflicts(preference("a", "quota:A=in"), preference("b", "quota:B=in")));
    assertEquals(0, conflicts(preference("a", "quota:A=in"), preference("b", "certified=yes")));
    assertEquals(1, conflicts(preference("a", "old=yes"), preference("b", "certified=yes")));
    assertEquals(
        1,
        conflicts(
            preference("a", "quota:A=in", "old=yes"),
            preference("b", "quota:A=in", "certified=yes")));
    assertEquals(1, conflicts(charge("a", "KR", "quota:A=in"), charge("b", "KR", "quota:B=in")));
  }

  /** A rate that was not understood leaves the duty open whichever of the two is used. */
  @Test
  void a_preference_that_was_not_understood_stands_beside_another() {
    DutyRate unread = DutyRate.parse("as the minister says");
    assertEquals(
        0,
        conflicts(preference("a", "old=yes").withRate(unread), preference("b", "certified=yes")));
    assertEquals(
        0,
        conflicts(preference("a", "old=yes"), preference("b", "certified=yes").withRate(unread)));
  }

  /**
   * Of two that come together the dated one is the later; what comes later undated may be newer.
   */
  @Test
  void a_measure_without_dates_is_older_than_a_dated_one_it_comes_with() {
    TariffMeasure dated = charge("dated", "KR").from("2025-01-01").withKnownFrom("2024-12-01");
    TariffMeasure undated = charge("undated", "KR");
    assertEquals(0, conflicts(dated, undated));
    assertEquals(0, conflicts(undated, dated));
    TariffBook base = TariffBook.us(TariffMeasure.base("8703", "2.5%"));
    assertEquals(3, base.with(undated).with(dated).measures().size());
    assertThrows(IllegalArgumentException.class, () -> base.with(dated).with(undated));
  }

  /** The Union's third settles for the United Kingdom only while that is a member (to 2020). */
  @Test
  void what_settles_must_do_so_wherever_both_are() {
    OriginScope kingdom = OriginScope.of(CountryGroup.of("kingdom", Country.of("GB")));
    TariffMeasure one = charge("one", "GB", "old=yes").from("2019-01-01").withOrigins(kingdom);
    TariffMeasure other =
        charge("other", "GB", "small=yes").from("2019-01-01").withOrigins(kingdom);
    TariffMeasure union = charge("third", "EU", "old=yes", "small=yes").from("2019-01-01");
    assertEquals(1, conflicts(one, other));
    assertEquals(0, conflicts(one, other, union.withOrigins(kingdom)));
    assertEquals(1, conflicts(one, other, union));
    assertEquals(
        0,
        conflicts(one.until("2020-01-01"), other.until("2020-01-01"), union.until("2020-01-01")));
  }

  /** A third for all goods but cars says nothing of cars, of which both others speak. */
  @Test
  void what_settles_must_be_for_all_goods_of_both() {
    TariffMeasure one =
        TariffMeasure.adds("P", "*", "*", "1%").withId("one").withCondition("a=yes");
    TariffMeasure other =
        TariffMeasure.adds("P", "*", "*", "2%").withId("other").withCondition("b=yes");
    TariffMeasure third =
        with(TariffMeasure.adds("P", "*", "*", "3%").withId("third"), "a=yes", "b=yes");
    TariffMeasure allButCars =
        with(TariffMeasure.adds("P", "* except 8703", "*", "3%").withId("third"), "a=yes", "b=yes");
    assertEquals(0, conflicts(one, other, third));
    assertEquals(1, conflicts(one, other, allButCars));
  }

  @Test
  void a_circle_is_named_with_its_days() {
    TariffMeasure one = TariffMeasure.replaces("A", "8703", "*", "1%", "B");
    TariffMeasure other = TariffMeasure.replaces("B", "8703", "*", "2%", "A");
    assertEquals(
        "Programmes displace each other in a circle on the earliest days: [A, B] -> A",
        refusal(one, other));
    assertEquals(
        "Programmes displace each other in a circle on 2025-06-01: [A, B] -> A",
        refusal(one.from("2025-01-01"), other.from("2025-06-01")));
    assertEquals(
        2, TariffBook.us(one.until("2025-06-01"), other.from("2025-06-01")).measures().size());
  }

  private static String refusal(TariffMeasure... measures) {
    return assertThrows(IllegalArgumentException.class, () -> TariffBook.us(measures)).getMessage();
  }
}
