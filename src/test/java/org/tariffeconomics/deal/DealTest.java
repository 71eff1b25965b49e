package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.investment.Firmness;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

class DealTest {

  private static final Source FRN =
      Source.verified("Implementing notice", LocalDate.parse("2025-12-04"), "90 FR 55964");
  private static final HsCode CAR = HsCode.of("8703.23.01");
  private static final Country KOREA = Country.of("KR");
  private static final Country JAPAN = Country.of("JP");

  /** 90 FR 55964: cars 15 % all-in from 2025-11-01, published on 2025-12-04. */
  private static final TariffMeasure KOREAN_CARS =
      TariffMeasure.topsUpTo("S232 autos", "8703", "KR", "15%")
          .withId("S232 autos, Korea")
          .from("2025-11-01")
          .withKnownFrom("2025-12-04")
          .withSource(FRN);

  private static final Deal KOREA_DEAL =
      Deal.between("kr-2025", "US–Korea", "US", "KR")
          .withEvents(
              DealEvent.of("2025-07-30", DealStatus.ANNOUNCED, "framework announced", FRN),
              DealEvent.of("2025-11-13", DealStatus.AGREED, "joint fact sheet", FRN),
              DealEvent.of("2025-11-01", DealStatus.IN_FORCE, "cars 15 %", FRN)
                  .withLeg("autos")
                  .withKnownFrom("2025-12-04"))
          .withConcessions(KOREAN_CARS);

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%"),
          TariffMeasure.preference("KORUS", "8703", "KR", "Free"),
          TariffMeasure.adds("S232 autos", "8703", "*", "25%").from("2025-04-03"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "15%")
              .withId("S232 autos, Japan")
              .from("2025-09-16"));

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void the_status_of_a_leg_is_that_of_the_day_as_it_was_known() {
    assertEquals(
        Optional.of(DealStatus.ANNOUNCED),
        KOREA_DEAL.status("autos", day("2025-11-10"), day("2025-11-10")));
    assertEquals(
        Optional.of(DealStatus.IN_FORCE),
        KOREA_DEAL.status("autos", day("2025-11-10"), day("2025-12-04")));
    assertEquals(Optional.empty(), KOREA_DEAL.status(day("2025-07-29")));
    assertTrue(
        KOREA_DEAL
            .lastEvent("autos", day("2025-11-10"), LocalDate.MAX)
            .orElseThrow()
            .isRetroactive());
  }

  @Test
  void a_statement_after_the_terms_came_into_force_does_not_set_them_back() {
    Deal deal =
        KOREA_DEAL.withEvents(
            DealEvent.of("2025-12-20", DealStatus.AGREED, "leaders meet again", FRN),
            DealEvent.of("2026-02-20", DealStatus.VOID, "void", FRN).withLeg("reciprocal"));
    assertEquals(
        Optional.of(DealStatus.IN_FORCE), deal.status("autos", day("2025-12-31"), LocalDate.MAX));
    assertEquals(
        Optional.of(DealStatus.VOID), deal.status("reciprocal", day("2026-03-01"), LocalDate.MAX));
    assertEquals(Optional.of(DealStatus.AGREED), deal.status(day("2026-03-01")));
  }

  private static Rate rate(TariffLaw law, Country origin, String claim) {
    DeclaredFacts facts = claim.isEmpty() ? DeclaredFacts.none() : DeclaredFacts.claiming(claim);
    return law.stack(CAR, origin, facts).adValoremRate().orElseThrow();
  }

  /** A slip in the name of a leg is not the answer of the whole deal. */
  @Test
  void a_leg_that_the_deal_does_not_have_is_refused_with_those_it_has() {
    LocalDate later = day("2026-01-20");
    for (String leg : List.of("steel", "auto", "zzz", "z".repeat(500))) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> KOREA_DEAL.status(leg, later, later))
              .getMessage();
      assertTrue(message.contains("[autos]") && message.length() < 250, message);
    }
    assertEquals(Optional.of(DealStatus.IN_FORCE), KOREA_DEAL.status(" Autos ", later, later));
    assertThrows(
        IllegalArgumentException.class,
        () -> Deal.between("x", "X", "US", "SG").status("autos", later, later));
  }

  @Test
  void a_party_is_a_country_or_a_group() {
    assertEquals("JP", Party.parse(" JP ").code());
    assertEquals(Party.of(CountryGroup.standard("EU")), Party.parse(" EU "));
    assertTrue(Party.parse("EU").includes(Country.of("DE"), day("2025-01-01")));
    assertFalse(Party.parse("EU").includes(Country.of("GB"), day("2025-01-01")));
    assertThrows(IllegalArgumentException.class, () -> Party.parse("Atlantis"));
  }

  /** GB left the Union on 2020-02-01 and is no member from then on. */
  @Test
  void who_is_a_member_is_looked_up_on_the_day_that_a_concession_begins() {
    TariffMeasure british = TariffMeasure.topsUpTo("S232 autos", "8703", "GB", "15%");
    Deal union = Deal.between("eu", "US–EU", "US", "EU");
    DealEvent event = DealEvent.of("2025-07-27", DealStatus.ANNOUNCED, "deal", FRN);
    assertEquals(1, union.withConcessions(british).concessions().size());
    assertThrows(
        IllegalArgumentException.class, () -> union.withEvents(event).withConcessions(british));
    assertThrows(
        IllegalArgumentException.class, () -> union.withConcessions(british.from("2025-08-01")));
    assertEquals(
        1,
        union.withConcessions(british.from("2019-01-01").until("2020-01-01")).concessions().size());
    TariffMeasure croatian = TariffMeasure.topsUpTo("S232 autos", "8703", "HR", "15%");
    assertEquals(1, union.withEvents(event).withConcessions(croatian).concessions().size());
  }

  private static final Deal PROMISING =
      KOREA_DEAL
          .withTerms(
              KOREA_DEAL
                  .terms()
                  .withHeadlines(
                      new Headline(
                          Rate.percent(15), Headline.Reading.ALL_IN, day("2025-11-13"), FRN),
                      new Headline(Rate.percent(25), Headline.Reading.ADDS, day("2025-07-07"), FRN))
                  .withSnapBacks(new SnapBackClause("no act", Rate.percent(25), FRN)))
          .withPromises(
              DealPromises.NONE.withInvestments(
                  new InvestmentPledge(pledge("cash", "200"), day("2025-10-29")),
                  new InvestmentPledge(pledge("ships", "150"), day("2025-11-13"))));

  private static InvestmentCommitment pledge(String name, String billions) {
    return InvestmentCommitment.of(
        name,
        BigMoney.parse("USD " + billions).multipliedBy(1_000_000_000L),
        name.equals("cash") ? Firmness.BINDING : Firmness.EXPECTED);
  }

  @Test
  void a_deal_as_known_on_a_day_has_nothing_that_came_later() {
    Deal july = PROMISING.asKnownOn(day("2025-07-23"));
    assertEquals("25% adds", july.headline().toString());
    assertEquals(List.of(), july.investments());
    assertEquals(List.of(), july.concessions());
    assertEquals(List.of(), july.snapBacks());
    assertEquals(List.of(), july.events());
    Deal november = PROMISING.asKnownOn(day("2025-11-01"));
    assertEquals(1, november.investments().size());
    assertEquals(PROMISING, PROMISING.asKnownOn(LocalDate.MAX));
    assertEquals("15% all-in", PROMISING.headline().toString());
  }

  @Test
  void the_board_shows_what_could_be_known() {
    DealRegister register = DealRegister.of(List.of(PROMISING));
    String july = register.statusBoard(day("2025-07-23"), day("2025-07-23")).toText();
    assertTrue(july.contains("25% adds") && !july.contains("15%") && !july.contains("bn"), july);
    String later = register.statusBoard(day("2025-07-23"), day("2026-01-01")).toText();
    assertTrue(later.contains("15% all-in") && later.contains("USD 200 bn + USD 150 bn"), later);
  }

  @Test
  void several_pledges_are_one_of_their_sum_as_firm_as_the_least_firm() {
    InvestmentCommitment whole = PROMISING.promises().wholeInvestment().orElseThrow();
    assertEquals("USD 350000000000", whole.headline().toString());
    assertEquals(Firmness.EXPECTED, whole.firmness());
    assertEquals("cash + ships", whole.name());
    assertEquals(Optional.empty(), DealPromises.NONE.wholeInvestment());
    assertEquals(
        pledge("cash", "200").withKnownFrom(day("2025-10-29")),
        PROMISING.asKnownOn(day("2025-11-01")).promises().wholeInvestment().orElseThrow());
    DealPromises mixed =
        PROMISING
            .promises()
            .withInvestments(
                InvestmentPledge.of(
                    InvestmentCommitment.of("euro", BigMoney.parse("EUR 1"), Firmness.BINDING)));
    assertThrows(IllegalArgumentException.class, mixed::wholeInvestment);
  }

  /** The example of the package page. */
  @Test
  void the_example_of_the_package_page_runs() {
    Source notice = Source.user("implementing notice");
    Deal deal =
        Deal.between("kr-2025", "US-Korea", "US", "KR")
            .withEvents(
                DealEvent.of("2025-07-30", DealStatus.ANNOUNCED, "framework", notice),
                DealEvent.of("2025-11-01", DealStatus.IN_FORCE, "cars 15 %", notice)
                    .withLeg("autos")
                    .withKnownFrom("2025-12-04"))
            .withConcessions(
                TariffMeasure.topsUpTo("S232 autos", "8703", "KR", "15%").from("2025-11-01"));
    LocalDate november = LocalDate.parse("2025-11-15");
    assertEquals(Optional.of(DealStatus.ANNOUNCED), deal.status("autos", november, november));
    assertEquals(
        Optional.of(DealStatus.IN_FORCE),
        deal.status("autos", november, LocalDate.parse("2025-12-04")));
    TariffBook book = TariffBook.us(TariffMeasure.base("8703", "2.5%")).with(deal);
    assertEquals(
        Optional.of(Rate.percent(15)),
        book.on(november).stack(HsCode.of("8703"), Country.of("KR")).adValoremRate());
  }

  @Test
  void a_deal_is_an_amendment_that_can_be_taken_back() {
    TariffBook with = BOOK.with(KOREA_DEAL);
    assertEquals(Rate.percent(15), rate(with.on("2025-11-10"), KOREA, "KORUS"));
    assertEquals(Rate.percent(25), rate(BOOK.on("2025-11-10"), KOREA, "KORUS"));
    assertEquals(BOOK, with.without(KOREA_DEAL));
    assertEquals(with, with.with(KOREA_DEAL));
    assertEquals(BOOK, BOOK.without(KOREA_DEAL));
  }

  @Test
  void a_concession_to_a_country_that_is_no_party_is_refused_by_name() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Deal.between("jp", "US–Japan", "US", "JP").withConcessions(KOREAN_CARS));
    assertTrue(refused.getMessage().contains("KR"), refused.getMessage());
  }

  @Test
  void another_country_can_be_given_the_terms_of_one() {
    TariffBook same = BOOK.with(WhatIf.sameTerms(KOREA, JAPAN, day("2025-09-16")));
    assertEquals(Rate.percent(15), rate(same.on("2025-09-16"), KOREA, "KORUS"));
    assertEquals(Rate.percent(15), rate(same.on("2025-09-16"), JAPAN, ""));
    Country taiwan = Country.of("TW");
    TariffBook offered = BOOK.with(KOREA_DEAL.termsFor(taiwan));
    assertEquals(Rate.percent(15), rate(offered.on("2025-11-10"), taiwan, ""));
    assertEquals(Rate.percent(25), rate(offered.on("2025-11-10"), KOREA, "KORUS"));
  }

  @Test
  void an_entry_deposited_before_the_retroactive_cut_was_known_gets_the_difference_back() {
    // 10 points of 30,000: 25 % deposited, 15 % due
    Refunds refunds =
        Refunds.ofRetroactiveLaw(
            BOOK.with(KOREA_DEAL),
            List.of(
                PastEntry.of("A-1", "2025-11-10", "8703.23.01", "KR claiming KORUS", "USD 30000"),
                PastEntry.of("A-2", "2025-10-31", "8703.23.01", "KR claiming KORUS", "USD 30000"),
                PastEntry.of("A-3", "2025-11-10", "0101", "KR", "USD 30000")));
    assertEquals("USD 3000.00", refunds.total().toString());
    assertEquals("USD 0.00", refunds.refunds().get(1).amount().orElseThrow().toString());
    assertEquals(1, refunds.problems().size());
    assertTrue(refunds.table().toText().contains("unknown"));
  }

  @Test
  void a_void_authority_gives_its_duty_back() {
    Refunds refunds =
        Refunds.ofVoidProgramme(
            BOOK,
            "S232 autos",
            List.of(PastEntry.of("B-1", "2025-05-01", "8703.23.01", "JP", "USD 40000")));
    assertEquals("USD 10000.00", refunds.total().toString());
  }

  /** nippon.com 2025-07-24: 346,000 t of 770,000 t, plus 75 %, is 605,500 t or 78.6 %. */
  @Test
  void growth_within_a_quota_fills_it_further() {
    TariffQuota rice =
        new TariffQuota(
            "minimum access rice", Quantity.of("770000", "t"), Quantity.of("346000", "t"));
    MarketAccessPledge pledge =
        new MarketAccessPledge(
            "rice",
            "US rice +75 % within the existing scheme",
            rice,
            Rate.percent(75),
            MarketAccessPledge.Placement.WITHIN_QUOTA,
            FRN);
    assertEquals(0, pledge.whenKept().used().amount().compareTo(new BigDecimal("605500")));
    assertEquals("78.6%", pledge.whenKept().fillRate().toText(1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new MarketAccessPledge(
                "rice",
                "too much",
                rice,
                Rate.percent(150),
                MarketAccessPledge.Placement.WITHIN_QUOTA,
                FRN));
  }

  /** Horizon and BBC, July 2025: 10 % that adds equals 15 % all-in at a base duty of 5 %. */
  @Test
  void an_adding_rate_and_an_all_in_rate_are_equal_at_their_difference() {
    TermsComparison comparison = new TermsComparison(Rate.percent(10), Rate.percent(15));
    assertEquals(Optional.of(Rate.percent(5)), comparison.breakEvenBase());
    assertEquals(Rate.percent(15), comparison.totalAllIn(Rate.percent("7.5")));
    assertEquals(Rate.percent("26.4"), comparison.totalAllIn(Rate.percent("26.4")));
    assertEquals("-2.5 pp", comparison.difference(Rate.percent("2.5")).toString());
    assertEquals(
        Optional.empty(), new TermsComparison(Rate.percent(20), Rate.percent(15)).breakEvenBase());
  }

  @Test
  void a_deadline_counts_days_and_says_what_applies_after_it() {
    Deadline deadline =
        new Deadline(day("2025-08-01"), day("2025-07-07"), "make a deal", "25 % on all goods", FRN);
    assertEquals(10, deadline.daysLeft(day("2025-07-22")));
    assertEquals(-6, deadline.daysLeft(day("2025-08-07")));
  }

  @Test
  void partners_are_ranked_with_their_reasons_and_those_with_unknown_parts_come_last() {
    LeftBehind ranking =
        LeftBehind.rank(
            List.of(
                candidate("JP", "0.15", "0", "0.3", true),
                candidate("LA", "0.40", "0.25", "0.6", false),
                new LeftBehind.Candidate(
                    "KH",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new BigDecimal("0.7")),
                    false)),
            LeftBehind.Weights.EQUAL);
    assertEquals("LA", ranking.ranking().get(0).candidate().partner());
    assertTrue(ranking.ranking().get(0).reasons().contains("no deal"));
    LeftBehind.Ranked cambodia =
        ranking.ranking().stream()
            .filter(r -> r.candidate().partner().equals("KH"))
            .findFirst()
            .orElseThrow();
    assertEquals(0, cambodia.known().compareTo(new BigDecimal("0.5")));
    assertEquals(Optional.empty(), cambodia.score(), "what is not known moves nobody ahead");
    assertEquals(
        List.of("rate unknown", "gap unknown", "no deal", "70% of its exports exposed"),
        cambodia.reasons());
    assertEquals("KH", ranking.ranking().get(2).candidate().partner());
    assertEquals("unknown", ranking.table().cell(2, "rank").text());
    LeftBehind byExposure =
        LeftBehind.rank(
            ranking.ranking().stream().map(LeftBehind.Ranked::candidate).toList(),
            LeftBehind.Weights.of("0", "0", "1", "1"));
    assertEquals(
        "KH",
        byExposure.ranking().get(0).candidate().partner(),
        "a part without weight may be unknown");
    assertTrue(ranking.table().toText().contains("unknown"));
    assertEquals(1, ranking.strictly(new BigDecimal("0.5")).size());
    assertThrows(IllegalArgumentException.class, () -> LeftBehind.Weights.of("0", "0", "0", "0"));
  }

  private static LeftBehind.Candidate candidate(
      String partner, String rate, String gap, String exposure, boolean deal) {
    return new LeftBehind.Candidate(
        partner,
        Optional.of(Rate.fraction(rate)),
        Optional.of(new BigDecimal(gap)),
        Optional.of(new BigDecimal(exposure)),
        deal);
  }

  @Test
  void the_register_shows_where_every_deal_stands() {
    DealRegister register =
        DealRegister.of(List.of(KOREA_DEAL, Deal.between("sg-none", "Singapore", "US", "SG")));
    assertEquals(List.of("SG"), register.withoutDeal(day("2025-08-01"), day("2025-08-01")));
    assertTrue(
        register.statusBoard(day("2025-08-01"), day("2025-08-01")).toText().contains("announced"));
    assertThrows(IllegalArgumentException.class, () -> register.deal("XX"));
    assertThrows(
        IllegalArgumentException.class, () -> DealRegister.of(List.of(KOREA_DEAL, KOREA_DEAL)));
  }

  @Test
  void a_purchase_without_an_amount_is_not_a_purchase_of_nothing() {
    PurchasePledge defence = new PurchasePledge("defence", null, null, null, null, FRN);
    assertEquals(Optional.empty(), defence.perYear());
    assertEquals(Optional.empty(), defence.fulfilment());
    PurchasePledge crops =
        new PurchasePledge(
            "crops",
            BigMoney.parse("USD 8000000000"),
            1,
            null,
            BigMoney.parse("USD 2000000000"),
            FRN);
    assertEquals(Optional.of(Rate.percent(25)), crops.fulfilment());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PurchasePledge("x", BigMoney.parse("USD -1"), 1, null, null, FRN));
  }
}
