package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealEvent;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.deal.MarketAccessPledge.Placement;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.io.DealCsv;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffBook;
import org.threeten.extra.LocalDateRange;

class UsDealsTest {

  private static final DealRegister DEALS = UsDeals.register();
  private static final HsCode CAR = HsCode.of("8703.23.01");

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void all_44_arrangements_are_bundled_without_a_problem_and_every_fact_has_a_source() {
    assertEquals(44, DEALS.deals().size());
    assertEquals(List.of(), UsDeals.reading(Facts.INCLUDING_UNVERIFIED).problems());
    for (Deal deal : DEALS.deals()) {
      assertFalse(deal.events().isEmpty(), deal.id());
      for (DealEvent event : deal.events()) {
        assertFalse(event.source().title().isBlank());
        assertTrue(event.source().verification().isFact());
      }
      deal.investments().forEach(i -> assertFalse(i.sources().isEmpty(), i.name()));
    }
  }

  @Test
  void unverified_rows_are_left_out_unless_asked_for() {
    assertTrue(UsDeals.reading(Facts.VERIFIED_ONLY).count(Problem.Severity.NOTE) > 0);
    assertTrue(DEALS.deal("CA").events().stream().noneMatch(e -> e.effective().getYear() == 2027));
    assertTrue(
        UsDeals.register(Facts.INCLUDING_UNVERIFIED).deal("CA").events().stream()
            .anyMatch(e -> e.effective().getYear() == 2027));
  }

  /** Counted in deals/*.csv by their last column: rows that are partly verified or not at all. */
  @Test
  void tables_of_the_register_say_which_rows_were_left_out() {
    String leftOut =
        "left out, since not verified: 1 row of deadlines.csv (eu-2025-framework), 6 rows of"
            + " events.csv (ca-section338, cn-truce, eu-2025-framework), 1 row of purchases.csv"
            + " (tw-2026-art), 1 row of snap-backs.csv (eu-2025-framework)";
    LocalDate day = day("2026-11-23");
    assertTrue(caption(DEALS.statusBoard(day, day)).contains(leftOut));
    LocalDateRange days = LocalDateRange.of(day("2026-01-01"), day);
    assertEquals(List.of(leftOut), DEALS.timeline(days).caption());
    assertTrue(DEALS.calendar(days, day).toSvg().contains("left out, since not verified"));
    DealRegister all = UsDeals.register(Facts.INCLUDING_UNVERIFIED);
    assertFalse(caption(all.statusBoard(day, day)).contains("left out"));
    assertEquals(List.of(), all.timeline(days).caption());
  }

  private static String caption(Table table) {
    return String.join(" ", table.caption()).replaceAll("\\s+", " ");
  }

  /** 90 FR 55964: agreed in July 2025, published 4 December, effective 1 November. */
  @Test
  void the_korean_cut_was_agreed_in_july_published_in_december_and_effective_in_november() {
    Deal korea = DEALS.deal("KR");
    assertEquals(
        Optional.of(DealStatus.ANNOUNCED),
        korea.status("autos", day("2025-08-15"), day("2025-08-15")));
    assertEquals(
        Optional.of(DealStatus.AGREED),
        korea.status("autos", day("2025-11-10"), day("2025-11-10")));
    assertEquals(
        Optional.of(DealStatus.IN_FORCE),
        korea.status("autos", day("2025-11-10"), day("2025-12-04")));
    assertEquals(Optional.of(DealStatus.IN_FORCE), korea.status(day("2026-11-23")));
    assertEquals(
        Optional.of(DealStatus.TERMINATED),
        korea.status("reciprocal", day("2026-03-01"), day("2026-03-01")));
  }

  /** White House fact sheet of 2025-07-07: letters with a deadline on 1 August. */
  @Test
  void the_august_deadline_counts_down_for_those_without_a_deal() {
    assertEquals(
        10,
        DEALS.deal("KR").nextDeadline(day("2025-07-22")).orElseThrow().daysLeft(day("2025-07-22")));
    List<String> without = DEALS.withoutDeal(day("2025-07-25"), day("2025-07-25"));
    assertTrue(
        without.containsAll(List.of("KR", "TW", "KH", "LA", "LK", "EU")), without.toString());
    assertFalse(without.contains("JP"));
    assertFalse(without.contains("ID"));
    List<String> later = DEALS.withoutDeal(day("2026-11-23"), day("2026-11-23"));
    assertTrue(later.containsAll(List.of("LA", "LK", "MM", "SG", "PH")), later.toString());
    assertFalse(later.contains("KH"));
  }

  /**
   * Letters of July 2025 (White House fact sheet, reports of 12 July) and EO 14257: on 23 July
   * nobody knew the terms that Korea, Europe, Switzerland and Taiwan got later.
   */
  @Test
  void the_board_of_july_2025_shows_threats_and_no_later_pledge() {
    Map<String, List<String>> july = board("2025-07-23");
    assertEquals(List.of("25% adds", ""), july.get("KR"));
    assertEquals(List.of("30% adds", ""), july.get("EU"));
    assertEquals(List.of("31% adds", ""), july.get("CH"));
    assertEquals(List.of("32% adds", ""), july.get("TW"));
    assertEquals("USD 550 bn", july.get("JP").get(1));
    assertEquals(List.of("15% all-in", "USD 200 bn + USD 150 bn"), board("2026-11-23").get("KR"));
  }

  /** Headline and pledge by partner, on a day as known on it. */
  private static Map<String, List<String>> board(String day) {
    Table board = DEALS.statusBoard(day(day), day(day));
    Map<String, List<String>> shown = new TreeMap<>();
    for (int row = 0; row < board.rows().size(); row++) {
      shown.put(
          board.cell(row, "partner").text(),
          List.of(board.cell(row, "headline").text(), board.cell(row, "pledge").text()));
    }
    return shown;
  }

  @Test
  void what_a_deal_last_stated_is_what_it_says_when_all_is_known() {
    for (Deal deal : DEALS.deals()) {
      assertEquals(deal, deal.asKnownOn(LocalDate.MAX));
      assertEquals(
          deal.headline(), deal.asKnownOn(LocalDate.parse("2026-11-23")).headline(), deal.id());
    }
  }

  /** Hürriyet, 2026-02-18: 36 of 550 bn is 6.5 %. */
  @Test
  void the_japanese_pledge_had_come_to_six_and_a_half_percent_by_february_2026() {
    InvestmentCommitment japan = DEALS.deal("JP").investments().get(0);
    assertEquals("USD 550000000000", japan.headline().toString());
    assertEquals(
        0,
        japan
            .reached(Stage.APPROVED, day("2026-02-18"), day("2026-02-18"))
            .getAmount()
            .compareTo(new BigDecimal("36000000000")));
    assertTrue(japan.terms().cashFlows().isPresent());
  }

  /** nippon.com, 2025-07-24: 605,500 of 770,000 tonnes. */
  @Test
  void the_rice_opening_stays_within_the_quota_and_two_parties_describe_it_differently() {
    Deal japan = DEALS.deal("JP");
    assertEquals(
        "78.6%",
        japan.marketAccess().stream()
            .filter(m -> m.placement() == Placement.WITHIN_QUOTA)
            .findFirst()
            .orElseThrow()
            .whenKept()
            .fillRate()
            .toText(1));
    assertEquals(
        List.of("US", "JP"),
        japan.claims().stream().filter(c -> c.topic().equals("rice")).map(c -> c.party()).toList());
  }

  @Test
  void without_its_deal_japan_would_pay_what_it_paid_before() {
    TariffBook without = UsTariffs.book().without(DEALS.deal("JP"));
    assertEquals(
        Optional.of(Rate.percent("27.5")),
        without.on("2026-11-23").stack(CAR, Country.of("JP")).adValoremRate());
  }

  @Test
  void bad_rows_of_a_user_are_listed_and_good_ones_kept() {
    String sources = "key,title,date,citation\nA,A document,2025-01-01,somewhere\n";
    String deals =
        "id,title,grantor,partner,kind,headline_rate,headline_reading,headline_text,sources\n"
            + "x,X,US,JP,deal,15%,ALL_IN,,A\n";
    String events =
        "deal,effective,known_from,leg,status,text,instrument,sources,verification\n"
            + "x,2025-01-01,2025-01-01,,SIGNED,good,,A,verified\n"
            + "x,2025-13-01,2025-01-01,,SIGNED,bad day,,A,verified\n"
            + "x,2025-01-01,2025-01-01,,DONE,bad status,,A,verified\n"
            + "y,2025-01-01,2025-01-01,,SIGNED,no such deal,,A,verified\n"
            + "x,2025-01-01,2025-01-01,,SIGNED,no such source,,B,verified\n";
    Reading<List<Deal>> reading =
        DealCsv.read(
            file ->
                new StringReader(
                    switch (file) {
                      case "sources.csv" -> sources;
                      case "deals.csv" -> deals;
                      case "events.csv" -> events;
                      default -> header(file);
                    }),
            UsTariffs.book(),
            Facts.VERIFIED_ONLY);
    assertEquals(1, reading.value().get(0).events().size());
    assertEquals(
        List.of("effective", "status", "deal", "sources"),
        reading.problems().stream().map(p -> p.column()).toList());
    assertEquals(3L, reading.problems().get(0).line());
  }

  /** The bundled file's header alone. */
  private static String header(String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                UsDeals.class.getResourceAsStream("deals/" + file), StandardCharsets.UTF_8))) {
      return in.readLine() + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
