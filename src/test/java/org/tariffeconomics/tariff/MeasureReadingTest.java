package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Contents.areHeld;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.tariff.MeasureReading.Placed;

/** Of rows that cannot stand together the first counts, and the others leave their goods open. */
class MeasureReadingTest {

  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");
  private static final TariffMeasure TEN = TariffMeasure.adds("P", "8703", "*", "10%").withId("a");
  private static final TariffMeasure TWENTY =
      TariffMeasure.adds("P", "8703", "*", "20%").withId("b");
  private static final TariffMeasure EXEMPT = TariffMeasure.exempts("E", "8703", "JP", "P");

  private static MeasureReading reading(TariffMeasure... rows) {
    List<Placed> placed = new ArrayList<>();
    for (TariffMeasure each : rows) {
      placed.add(new Placed(each, Place.ofLine("m.csv", placed.size() + 2)));
    }
    return MeasureReading.of(placed, List.of(), List.of());
  }

  private static List<String> ids(MeasureReading reading) {
    return reading.measures().stream().map(TariffMeasure::id).toList();
  }

  private static DutyStack japan(MeasureReading reading) {
    return TariffBook.us()
        .withAll(reading.measures())
        .on("2025-05-01")
        .stack(HsCode.of("8703"), Country.of("JP"));
  }

  @Test
  void rows_that_go_together_all_count() {
    MeasureReading good = reading(BASE, TEN);
    assertEquals(List.of("MFN", "a"), ids(good));
    assertEquals(List.of(BASE, TEN), good.orThrow());
    assertEquals(List.of(BASE, TEN), good.unchecked());
    assertEquals(List.of(), good.problems());
    assertTrue(good.toString().startsWith("2"), good::toString);
    assertEquals("12.5%", japan(good).adValoremRate().orElseThrow().toText(1));
  }

  @Test
  void a_row_said_twice_is_a_note_and_counts_once() {
    MeasureReading twice = reading(BASE, TEN, TEN);
    assertEquals(List.of("MFN", "a"), ids(twice));
    assertEquals(1, twice.problems(Severity.NOTE).size());
    assertEquals(0, twice.problems(Severity.ERROR).size());
    assertTrue(
        twice.problems().get(0).message().contains("m.csv line 3"), twice.problems()::toString);
  }

  @Test
  void another_row_of_the_same_id_is_an_error_and_leaves_the_duty_open() {
    MeasureReading two = reading(BASE, TEN, TWENTY.withId("a"));
    assertEquals(3, two.measures().size());
    assertEquals(4, two.problems(Severity.ERROR).get(0).line());
    assertInstanceOf(DutyRate.Unsupported.class, two.measures().get(2).rate());
    assertEquals(DutyStack.Outcome.UNDETERMINED, japan(two).outcome());
    assertThrows(IllegalArgumentException.class, two::orThrow);
    assertTrue(two.table().toText().contains("m.csv"));
  }

  @Test
  void of_two_rows_that_overlap_the_last_is_in_doubt() {
    MeasureReading two = reading(BASE, TEN, TWENTY);
    assertEquals(DutyRate.parse("10%"), two.measures().get(1).rate());
    assertInstanceOf(DutyRate.Unsupported.class, two.measures().get(2).rate());
    assertEquals(1, two.problems(Severity.ERROR).size());
    assertEquals(DutyStack.Outcome.UNDETERMINED, japan(two).outcome());
    MeasureReading dearest =
        two.under(List.of(Programme.of("P").withChoice(Programme.Choice.HIGHEST)));
    assertEquals(List.of(), dearest.problems());
    assertEquals(List.of(BASE, TEN, TWENTY), dearest.measures());
  }

  /** An exemption from a programme of which nothing is understood is not understood either. */
  @Test
  void what_names_a_programme_that_is_lost_is_in_doubt_too() {
    TariffMeasure lost = TEN.unread("10 per cent", "not understood");
    assertEquals(1, reading(BASE, lost, EXEMPT).whole(List.of()).problems().size());
    var whole = reading(BASE, EXEMPT).whole(List.of());
    assertEquals(1, whole.problems().size(), whole.problems()::toString);
    assertInstanceOf(DutyRate.Unsupported.class, whole.value().get(1).rate());
    assertEquals(List.of(), reading(BASE, EXEMPT).whole(List.of(Programme.of("P"))).problems());
    assertEquals(List.of(), reading(BASE, TEN, EXEMPT).whole(List.of()).problems());
  }

  /** Law that was not read may be about anything: one such measure says all, each is a problem. */
  @Test
  void law_that_was_not_read_leaves_everything_open_once() {
    Problem first = Problem.error(Place.ofLine("m.csv", 2), "", "??", "torn");
    Problem second = Problem.error(Place.ofLine("m.csv", 3), "", "!!", "torn too");
    MeasureReading torn =
        MeasureReading.of(
            List.of(
                new Placed(BASE, Place.ofLine("m.csv", 1)),
                Placed.unread(first),
                Placed.unread(second)),
            List.of(TWENTY),
            List.of(first, second));
    assertEquals(2, torn.measures().size());
    assertEquals(List.of(first, second), torn.problems());
    assertEquals(DutyStack.Outcome.UNDETERMINED, japan(torn).outcome());
    assertEquals(List.of(TWENTY), torn.excluded());
    assertEquals("b", torn.excludedTable().cell(0, "id").text());
    assertEquals("P", torn.excludedTable().cell(0, "programme").text());
  }

  @Test
  void readings_join_in_their_order_and_compare_their_contents() {
    MeasureReading joined = reading(BASE).and(reading(TEN));
    assertEquals(List.of("MFN", "a"), ids(joined));
    assertEquals(List.of("a", "MFN"), ids(reading(TEN).and(reading(BASE))));
    MeasureReading other =
        MeasureReading.of(
                List.of(new Placed(TEN, Place.ofLine("m.csv", 9))),
                List.of(TWENTY),
                List.of(Problem.note(Place.ofFile("m.csv"), "", "", "a note")))
            .under(List.of(Programme.of("P")));
    areHeld(reading(BASE), other, "checked");
    areHeld(new Placed(BASE, Place.ofFile("a")), new Placed(TEN, Place.ofFile("b")));
  }

  /** What is no party to a conflict keeps its rate, wherever its row stands. */
  @Test
  void only_the_last_row_of_a_conflict_is_in_doubt() {
    TariffMeasure apart = TariffMeasure.adds("Q", "8704", "*", "5%").withId("apart");
    MeasureReading rows = reading(BASE, TEN, TWENTY, apart);
    assertInstanceOf(DutyRate.Unsupported.class, rows.measures().get(2).rate());
    assertEquals(DutyRate.parse("5%"), rows.measures().get(3).rate());
    assertEquals(4, rows.problems(Severity.ERROR).get(0).line());
  }

  /** Rows that were read all stay, however many that were not stand among them. */
  @Test
  void rows_that_were_read_stay_beside_one_doubt_of_all() {
    Problem torn = Problem.error(Place.ofLine("m.csv", 2), "", "??", "torn");
    Problem again = Problem.error(Place.ofLine("m.csv", 4), "", "!!", "torn too");
    MeasureReading all =
        MeasureReading.of(
            List.of(
                Placed.unread(torn),
                new Placed(BASE, Place.ofLine("m.csv", 3)),
                Placed.unread(again),
                new Placed(TEN, Place.ofLine("m.csv", 5))),
            List.of(),
            List.of(torn, again));
    assertEquals(3, all.measures().size());
    assertTrue(all.measures().containsAll(List.of(BASE, TEN)));
  }
}
