package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Contents.areHeld;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.threeten.extra.LocalDateRange;

/** Values and results of this room compare, show and give their contents; charts show duties. */
class TariffContentsTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.base("6109.10", "16.5%").withId("shirts"),
          TariffMeasure.adds("S232", "8703", "*", "25%").from("2025-04-03").until("2025-09-16"),
          TariffMeasure.topsUpTo("S232", "8703", "JP", "15%").withId("Japan").from("2025-09-16"),
          TariffMeasure.adds("old", "8703", "KR", "5%").withCondition("age>=25"));

  private static final HsCode CARS = HsCode.of("8703");
  private static final HsCode SHIRTS = HsCode.of("6109.10");

  private static DutyStack one() {
    return BOOK.on("2025-05-01").stack(CARS, Country.of("JP"));
  }

  private static DutyStack other() {
    return BOOK.without("S232").on("2025-10-01").stack(SHIRTS, Country.of("KR"));
  }

  private static DutyStack bounded() {
    return BOOK.on("2025-10-01").stack(CARS, Country.of("KR"), DeclaredFacts.none());
  }

  private static List<DeclaredOrigin> origins(String... texts) {
    return List.of(texts).stream().map(DeclaredOrigin::parse).toList();
  }

  private static RateTimeline timeline() {
    return RateTimeline.of(
        BOOK,
        CARS,
        origins("JP", "KR with age=3"),
        LocalDateRange.of(LocalDate.parse("2025-01-01"), LocalDate.parse("2026-01-01")));
  }

  @Test
  void answers_compare_their_contents() {
    assertAll(
        () ->
            areHeld(
                one().assess(Money.parse("USD 100")).lines().get(0),
                other().assess(Money.parse("USD 90")).lines().get(0)),
        () -> areHeld(one().layers().get(1), other().layers().get(0)),
        () ->
            areHeld(
                bounded().decidedBy().get(0),
                BOOK.on("2025-05-01").stack(HsCode.of("87"), Country.of("JP")).decidedBy().get(0)),
        () ->
            areHeld(
                Programme.of("A").withAuthority("law"),
                Programme.of("B").withChoice(Programme.Choice.HIGHEST).withYieldTo("A")),
        () ->
            areHeld(
                BOOK.on("2025-10-01").declarable(CARS, Country.of("KR")).get(0),
                TariffBook.us(
                        TariffMeasure.base("8703", "2%"),
                        TariffMeasure.preference("P", "8703", "KR", "Free"))
                    .on("2025-10-01")
                    .declarable(CARS, Country.of("KR"))
                    .get(0)),
        () -> areHeld(timeline().steps().get(0), timeline().steps().get(1)),
        () ->
            areHeld(
                DutyComparison.of(BOOK.on("2025-05-01"), CARS, origins("JP", "KR"))
                    .entries()
                    .get(0),
                DutyComparison.of(BOOK.on("2025-10-01"), SHIRTS, origins("CN")).entries().get(0)));
  }

  /** The steps of the law, and no point on a day on which nothing changes. */
  @Test
  void a_timeline_is_drawn_with_its_steps() {
    String svg = timeline().chart().toSvg();
    for (String word : List.of("JP", "KR", "2025-04", "27.5", "15")) {
      assertTrue(svg.contains(word), word);
    }
    String open =
        RateTimeline.of(
                BOOK,
                CARS,
                origins("KR", "JP"),
                LocalDateRange.of(LocalDate.parse("2025-01-01"), LocalDate.parse("2026-01-01")))
            .chart()
            .toSvg();
    assertTrue(open.contains("KR"));
    assertTrue(
        DutyComparison.of(BOOK.on("2025-10-01"), CARS, origins("JP", "KR", "CN"))
            .chart()
            .toSvg()
            .contains("CN"));
  }

  /** 2.5 % + 25 %: what was claimed is right, too high, too low, or not to be told. */
  @Test
  void a_claim_is_checked_against_the_duty() {
    String right = one().check("27.5%").toString();
    String wrong = one().check("15%").toString();
    assertTrue(right.contains("27.5"), right);
    assertTrue(!right.equals(wrong) && wrong.contains("27.5"), wrong);
    assertTrue(bounded().check("5%").toString().contains("7.5"), bounded().check("5%")::toString);
    DutyStack unknown = BOOK.on("2025-05-01").stack(HsCode.of("9999.99"), Country.of("JP"));
    assertTrue(
        unknown.check("5%").toString().contains("No base duty"), unknown.check("5%")::toString);
  }

  @Test
  void a_conflict_says_which_measures_do_not_go_together() {
    List<Conflict> conflicts =
        TariffBook.conflicts(
            List.of(
                TariffMeasure.base("8703", "2.5%"),
                TariffMeasure.base("8704", "25%"),
                TariffMeasure.exempts("X", "8703", "*", "nobody")),
            List.of());
    assertEquals(
        List.of(Conflict.Kind.SAME_ID, Conflict.Kind.UNKNOWN_TARGET),
        conflicts.stream().map(Conflict::kind).sorted().toList());
    for (Conflict each : conflicts) {
      assertEquals(each.message(), each.toString());
      assertTrue(!each.measures().isEmpty());
    }
    assertTrue(
        conflicts.stream().anyMatch(c -> c.message().contains("nobody")), conflicts::toString);
  }

  private static TariffBook plain() {
    return TariffBook.us(
        TariffMeasure.base("8703", "2%"), TariffMeasure.preference("P", "8703", "KR", "Free"));
  }

  private static DutyMixture mixture(TariffLaw law, HsCode line, String share) {
    return DutyMixture.of(
        law,
        line,
        Money.parse("USD 100").toBigMoney(),
        List.of(),
        List.of(
            new DutyMixture.Share(DeclaredOrigin.parse("JP"), new BigDecimal(share)),
            new DutyMixture.Share(
                DeclaredOrigin.parse("KR with age=3"),
                BigDecimal.ONE.subtract(new BigDecimal(share)))));
  }

  @Test
  void differences_and_records_compare_their_contents() {
    TariffLaw early = BOOK.on("2025-01-01");
    TariffLaw late = BOOK.on("2025-10-01");
    DutyDifference rise = DutyDifference.between(early.stack(CARS, Country.of("JP")), one());
    DutyDifference other =
        DutyDifference.between(bounded(), plain().on("2025-10-01").stack(CARS, Country.of("KR")));
    DecidingFact age = bounded().decidedBy().get(0);
    AssessmentRecord record = one().assess(Money.parse("USD 100")).toRecord();
    assertAll(
        () ->
            areHeld(
                timeline(),
                RateTimeline.of(
                    plain(),
                    CARS,
                    origins("KR"),
                    LocalDateRange.of(
                        LocalDate.parse("2025-02-01"), LocalDate.parse("2025-03-01")))),
        () ->
            areHeld(
                DutyChange.between(early, late, List.of(CARS), origins("JP")),
                DutyChange.between(late, early, List.of(CARS, SHIRTS), origins("KR with age=3"))),
        () ->
            areHeld(
                DutyChange.between(early, late, List.of(CARS), origins("JP")).rows().get(0),
                DutyChange.between(BOOK.on("2025-05-01"), early, List.of(CARS), origins("KR"))
                    .rows()
                    .get(0)),
        () -> areHeld(rise, other, "all"),
        () -> areHeld(rise.layers().get(0), rise.kept().get(0), "kind"),
        () -> areHeld(age.alternatives().get(0), age.alternatives().get(1)),
        () -> areHeld(one().adValoremLayers().get(0), one().adValoremLayers().get(1)),
        () -> areHeld(mixture(early, CARS, "0.5"), mixture(late, CARS, "0.25")),
        () ->
            areHeld(
                mixture(early, CARS, "0.5").parts().get(0),
                mixture(late, CARS, "0.25").parts().get(1)),
        () -> areHeld(record.replay(BOOK), record.replay(BOOK.without("S232"))),
        () -> {
          List<Conflict> conflicts =
              TariffBook.conflicts(
                  List.of(
                      TariffMeasure.base("8703", "2.5%"),
                      TariffMeasure.base("8704", "25%"),
                      TariffMeasure.exempts("X", "8703", "*", "nobody")),
                  List.of());
          areHeld(conflicts.get(0), conflicts.get(1), "message");
        });
  }

  /** 2.5 % in January and 15 % in October, of which 12.5 % is new. */
  @Test
  void a_change_is_drawn_and_told_by_rows() {
    DutyChange change =
        DutyChange.between(
            BOOK.on("2025-01-01"),
            BOOK.on("2025-10-01"),
            List.of(CARS, SHIRTS),
            origins("JP", "CN"));
    assertEquals(1, change.rows().size(), change::toString);
    String svg = change.chart().toSvg();
    assertTrue(svg.contains("2.5%") && svg.contains("15.0%"), svg);
    DutyChange open =
        DutyChange.between(
            BOOK.on("2025-01-01"), BOOK.on("2025-05-01"), List.of(CARS), origins("KR", "JP"));
    assertTrue(open.chart().toSvg().contains("KR"));
  }

  @Test
  void shares_are_equal_whatever_zeros_they_are_written_with() {
    List<DutyMixture.Share> halves = halves("0.5");
    assertEquals(halves, halves("0.50"));
    assertEquals(halves.hashCode(), halves("0.50").hashCode());
    assertEquals(mixture(halves), mixture(halves("0.50")));
    assertEquals(mixture(halves).hashCode(), mixture(halves("0.50")).hashCode());
    assertNotEquals(halves.get(0), new DutyMixture.Share(halves.get(0).origin(), BigDecimal.ONE));
  }

  private static List<DutyMixture.Share> halves(String half) {
    return origins("JP", "KR").stream()
        .map(each -> new DutyMixture.Share(each, new BigDecimal(half)))
        .toList();
  }

  private static DutyMixture mixture(List<DutyMixture.Share> shares) {
    return DutyMixture.of(
        BOOK.on("2025-05-01"), CARS, BigMoney.parse("USD 100"), List.of(), shares);
  }

  /** Before the first day of its facts a book answers nothing definite, another of one law does. */
  @Test
  void books_that_answer_differently_are_not_equal() {
    TariffBook always = TariffBook.us(TariffMeasure.base("8703", "2.5%"));
    TariffBook since = always.withFactsFrom(LocalDate.parse("2025-01-01"));
    assertNotEquals(always, since);
    assertNotEquals(always.version(), since.version());
    assertNotEquals(
        always.on("2024-06-01").stack(HsCode.of("8703"), Country.of("JP")),
        since.on("2024-06-01").stack(HsCode.of("8703"), Country.of("JP")));
    assertEquals(since, always.withFactsFrom(LocalDate.parse("2025-01-01")));
  }

  /** What is changed in a book that somebody described is an amendment, whatever the words were. */
  @Test
  void the_words_of_a_description_decide_nothing() {
    for (String words : List.of("my law", "user-supplied")) {
      TariffBook book =
          TariffBook.us(TariffMeasure.base("8703", "2.5%"))
              .describedAs(words, LocalDate.parse("2026-01-01"))
              .with(TariffMeasure.adds("X", "8703", "*", "10%").withId("x"));
      assertEquals(List.of("with x"), book.amendments(), words);
    }
  }
}
