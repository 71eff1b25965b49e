package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Table;

/** What two answers to one question say of each other, and a stored one of today's. */
class WordsOfDifferencesTest {

  private static final HsCode CARS = HsCode.of("8703.23.01");
  private static final TariffMeasure BASE = TariffMeasure.base("8703", "2.5%");
  private static final TariffMeasure OLD =
      TariffMeasure.adds("old", "8703", "*", "10%").withCondition("age>=25");

  private static DutyStack stack(TariffBook book, String origin) {
    return book.on("2025-05-01").stack(CARS, DeclaredOrigin.parse(origin));
  }

  private static DutyDifference between(DutyStack before, DutyStack after) {
    return after.differenceFrom(before);
  }

  /** 2.5 against 2.5 or 12.5 by age: the age is newly open one way and settled the other. */
  @Test
  void what_is_left_open_on_one_side_is_named() {
    DutyStack known = stack(TariffBook.us(BASE), "JP");
    DutyStack open = stack(TariffBook.us(BASE, OLD), "JP");
    DutyDifference opened = between(known, open);
    assertEquals(List.of("age"), names(opened.opened()));
    assertEquals(List.of(), names(opened.settled()));
    assertTrue(opened.toString().contains("newly open: age"), opened.toString());
    assertTrue(opened.toString().contains("ASSESSED became BOUNDED"), opened.toString());
    DutyDifference settled = between(open, known);
    assertEquals(List.of(), names(settled.opened()));
    assertEquals(List.of("age"), names(settled.settled()));
    assertTrue(settled.toString().contains("no longer open: age"), settled.toString());
    assertTrue(settled.toString().contains("BOUNDED became ASSESSED"), settled.toString());
    DutyDifference both = between(open, stack(TariffBook.us(BASE, OLD), "CN"));
    assertEquals("no difference", both.toString());
    assertEquals(List.of(), both.opened());
  }

  private static List<String> names(List<DecidingFact> facts) {
    return facts.stream().map(DecidingFact::name).toList();
  }

  /** The same sums for other reasons: of nothing that is known, only the reasons tell. */
  @Test
  void where_nothing_is_known_the_reasons_are_said() {
    DutyDifference difference =
        between(
            stack(TariffBook.us(BASE.unread("one text", "no rate")), "JP"),
            stack(TariffBook.us(BASE.unread("another text", "no rate")), "JP"));
    assertFalse(difference.isNone());
    assertTrue(difference.toString().startsWith("other reasons: "), difference.toString());
    assertTrue(difference.toString().contains("another text"), difference.toString());
  }

  @Test
  void the_sides_are_named_by_what_differs() {
    TariffBook book = TariffBook.us(BASE, OLD);
    DutyDifference origins = between(stack(book, "JP"), stack(book, "CN with age=30"));
    assertEquals("from JP, nothing declared", origins.captionBefore());
    assertEquals("from CN, declaring age=30", origins.captionAfter());
    DutyDifference lines =
        between(
            book.on("2025-05-01").stack(HsCode.of("8703.10"), Country.of("JP")), stack(book, "JP"));
    assertEquals("8703.10", lines.captionBefore());
    assertEquals("8703.23.01", lines.captionAfter());
    DutyDifference days =
        between(
            book.on("2025-04-01").stack(CARS, Country.of("JP")),
            book.on("2025-05-01").stack(CARS, Country.of("JP")));
    assertEquals("US tariff law on 2025-04-01", days.captionBefore());
    DutyDifference books = between(stack(TariffBook.us(BASE), "JP"), stack(book, "JP"));
    assertTrue(books.captionBefore().startsWith("US tariff law on 2025-05-01, user-supplied "));
    assertTrue(!books.captionBefore().equals(books.captionAfter()));
  }

  @Test
  void the_table_has_a_row_a_layer_and_the_sum() {
    DutyDifference difference =
        between(
            stack(TariffBook.us(BASE), "JP"),
            stack(TariffBook.us(BASE, TariffMeasure.adds("new", "8703", "*", "5%")), "JP"));
    Table table = difference.table();
    assertEquals(2, table.rows().size());
    assertEquals("new", table.rows().get(0).get(0).text());
    assertEquals("came", table.rows().get(0).get(1).text());
    assertEquals("", table.rows().get(0).get(2).text());
    assertEquals("5.0%", table.rows().get(0).get(3).text());
    assertEquals("+5.0 pp", table.rows().get(0).get(4).text());
    assertEquals("all duties", table.rows().get(1).get(0).text());
    assertEquals("2.5%", table.rows().get(1).get(2).text());
    assertEquals("7.5%", table.rows().get(1).get(3).text());
    assertEquals("", table.rows().get(1).get(5).text());
    assertEquals(List.of(difference.kept().get(0)), difference.layers(LayerDifference.Kind.KEPT));
    assertTrue(String.join(" ", table.caption()).contains("MFN"), table.caption()::toString);
  }

  private static AssessmentRecord record(TariffBook book, String value) {
    return stack(book, "JP").assess(BigMoney.parse(value)).toRecord();
  }

  /** A layer that came, one that went and one that moved, each by its name. */
  @Test
  void a_replay_names_each_layer_that_differs() {
    TariffBook before = TariffBook.us(BASE, TariffMeasure.adds("went", "8703", "*", "10%"));
    TariffBook after = TariffBook.us(BASE, TariffMeasure.adds("came", "8703", "*", "20%"));
    AssessmentRecord record = record(before, "USD 1000");
    assertTrue(record.isAssessed());
    Replay replay = record.replay(after);
    assertFalse(replay.isSame());
    assertEquals(
        List.of("duty", "layer went", "layer came"),
        replay.differences().stream().map(Replay.Difference::what).toList());
    assertEquals("duty: USD 125, now USD 225", replay.differences().get(0).toString());
    assertTrue(replay.differences().get(1).toString().endsWith(", now nothing"), replay::toString);
    assertTrue(
        replay.differences().get(2).toString().startsWith("layer came: nothing, now "),
        replay::toString);
    assertTrue(replay.toString().startsWith("different: ["), replay::toString);
    assertTrue(replay.toString().contains("(book "), replay::toString);
    assertEquals("same (the same book " + before.version() + ")", record.replay(before).toString());
  }

  /** 25 known against 25 to 125 by age against nothing known. */
  @Test
  void a_replay_tells_outcomes_ranges_and_reasons() {
    TariffBook known = TariffBook.us(BASE);
    TariffBook open = TariffBook.us(BASE, OLD);
    AssessmentRecord bounded = record(open, "USD 1000");
    assertFalse(bounded.isAssessed());
    assertEquals(
        List.of("outcome", "duty", "range", "reasons"),
        bounded.replay(known).differences().stream().map(Replay.Difference::what).toList());
    assertEquals(
        "range: 25 to 125, now nothing", bounded.replay(known).differences().get(2).toString());
    assertEquals("BOUNDED", bounded.outcome());
    AssessmentRecord assessed = record(known, "USD 1000");
    assertEquals(null, assessed.range());
    assertEquals(
        "range: nothing, now 25 to 125", assessed.replay(open).differences().get(2).toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> assessed.replay(TariffBook.of("CA", open.currency(), open.rounding(), List.of())));
  }

  @Test
  void a_stored_range_is_one_and_is_said_plainly() {
    assertEquals("", RangeRecord.text(null));
    assertEquals(
        "0 to 1200",
        RangeRecord.text(new RangeRecord(new BigDecimal("0.00"), new BigDecimal("1.2E+3"))));
    BigDecimal five = new BigDecimal("5");
    assertEquals("5 to 5", RangeRecord.text(new RangeRecord(five, five)));
    assertEquals(
        "lowest must not be above highest, but was 5 and highest 4",
        assertThrows(
                IllegalArgumentException.class, () -> new RangeRecord(five, new BigDecimal("4")))
            .getMessage());
  }

  /** A comparison that is stored says by origin what it is now. */
  @Test
  void a_replayed_comparison_names_origins_with_what_they_declare() {
    TariffBook open = TariffBook.us(BASE, OLD);
    List<DeclaredOrigin> origins =
        Stream.of("JP", "JP with age=30", "CN with age=3").map(DeclaredOrigin::parse).toList();
    ComparisonRecord record = DutyComparison.of(open.on("2025-05-01"), CARS, origins).toRecord();
    Replay replay = record.replay(TariffBook.us(BASE, TariffMeasure.adds("new", "*", "*", "1%")));
    List<String> said = replay.differences().stream().map(Replay.Difference::toString).toList();
    assertEquals(3, said.size(), said::toString);
    String all = String.join("\n", said);
    assertTrue(all.contains("JP (age=30): ASSESSED 0.125, "), all);
    assertTrue(all.contains("JP: BOUNDED 0.025 to 0.125, "), all);
    assertTrue(all.contains("CN (age=3): ASSESSED 0.025, "), all);
    assertTrue(all.contains("now ASSESSED 0.035, "), all);
    assertEquals(Optional.empty(), record.replay(open).differences().stream().findFirst());
  }
}
