package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** Rates of a made-up book; with and without a deal by hand: 10 for all, 19 for two, letter 32. */
class GrantTest {

  private static final HsCode SHIRT = HsCode.of("6109.10");
  private static final Source ORDER =
      Source.verified("an order", LocalDate.of(2025, 7, 31), "somewhere");

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("6109.10", "16.5%"),
          TariffMeasure.adds("reciprocal", "*", "*", "10%").from("2025-04-05").withId("all"),
          TariffMeasure.adds("reciprocal", "*", "ID,PH", "19%").from("2025-08-07").withId("two"),
          TariffMeasure.adds("reciprocal", "0901", "ID,PH,VN", "10%")
              .from("2025-08-07")
              .until("2025-10-05")
              .withCondition("loaded<2025-08-07")
              .withId("on the way"),
          TariffMeasure.exempts("reciprocal list", "0901", "ID,VN", "reciprocal")
              .from("2025-08-07")
              .withId("shared list"));

  private static Deal indonesia(String instead) {
    return Deal.between("id", "Indonesia", "US", "ID")
        .withTerms(
            DealTerms.NONE.withGrants(
                new Grant(
                    "all goods",
                    "",
                    "32 to 19",
                    LocalDate.of(2025, 8, 7),
                    LocalDate.of(2025, 7, 31),
                    new GrantLink(
                        "reciprocal",
                        OriginScope.parse("ID"),
                        LocalDate.of(2025, 8, 7),
                        Set.of(Rule.ADDS, Rule.TOPS_UP_TO),
                        instead.isEmpty()
                            ? null
                            : new GrantLink.Instead(Rule.ADDS, DutyRate.of(instead))),
                    ORDER)));
  }

  private static Optional<Rate> rate(TariffBook book, String origin, String day) {
    return book.on(day).stack(SHIRT, Country.of(origin)).adValoremRate();
  }

  @Test
  void without_the_deal_the_partner_pays_the_letter_and_the_others_what_they_paid() {
    TariffBook without = BOOK.without(indonesia("32%"));
    assertEquals(Optional.of(Rate.percent("35.5")), rate(BOOK, "ID", "2025-08-07"));
    assertEquals(Optional.of(Rate.percent("48.5")), rate(without, "ID", "2025-08-07"));
    assertEquals(Optional.of(Rate.percent("35.5")), rate(without, "PH", "2025-08-07"));
    assertEquals(Optional.of(Rate.percent("26.5")), rate(without, "ID", "2025-08-06"));
  }

  @Test
  void without_anything_instead_the_next_wider_measure_counts() {
    assertEquals(
        Optional.of(Rate.percent("26.5")), rate(BOOK.without(indonesia("")), "ID", "2025-08-07"));
  }

  @Test
  void goods_on_the_way_and_a_list_that_others_share_are_not_the_deal_s() {
    GrantLink link = indonesia("32%").terms().grants().get(0).link().orElseThrow();
    assertFalse(link.isCarriedBy(BOOK.measure("on the way").orElseThrow()));
    assertFalse(link.isCarriedBy(BOOK.measure("all").orElseThrow()));
    assertTrue(link.isCarriedBy(BOOK.measure("two").orElseThrow()));
    GrantLink list =
        new GrantLink(
            "reciprocal list",
            OriginScope.parse("ID"),
            LocalDate.of(2025, 8, 7),
            Set.of(Rule.EXEMPTS),
            null);
    assertEquals(List.of(), list.in(BOOK));
  }

  @Test
  void taking_out_twice_is_taking_out_once_and_putting_back_restores_the_duty() {
    Deal told = indonesia("32%");
    Deal deal =
        told.withConcessions(
            told.terms().grants().get(0).ofPartner(BOOK).toArray(TariffMeasure[]::new));
    TariffBook out = BOOK.without(deal);
    assertEquals(out, out.without(deal));
    assertEquals(BOOK, BOOK.with(deal));
    for (String origin : List.of("ID", "PH", "VN")) {
      assertEquals(
          rate(BOOK, origin, "2025-08-07"), rate(out.with(deal), origin, "2025-08-07"), origin);
    }
  }

  @Test
  void a_deal_without_a_measure_says_so() {
    Deal words = Deal.between("sg", "Singapore", "US", "SG");
    assertFalse(words.isInLaw());
    String message =
        assertThrows(IllegalArgumentException.class, () -> BOOK.without(words)).getMessage();
    assertTrue(message.contains("'sg' brings no measure that is held"), message);
    DealEffect effect =
        DealEffect.of(
            words,
            BOOK,
            SHIRT,
            new DeclaredOrigin(Country.of("SG"), DeclaredFacts.none()),
            LocalDate.of(2025, 8, 7));
    assertEquals(Optional.empty(), effect.worth());
    assertFalse(effect.reasons().isEmpty());
  }

  @Test
  void an_origin_that_the_deal_does_not_bind_is_refused() {
    DeclaredOrigin vietnam = new DeclaredOrigin(Country.of("VN"), DeclaredFacts.none());
    assertThrows(
        IllegalArgumentException.class,
        () -> DealEffect.of(indonesia("32%"), BOOK, SHIRT, vietnam, LocalDate.of(2025, 8, 7)));
  }

  @Test
  void a_link_without_a_rule_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new GrantLink(
                "reciprocal", OriginScope.parse("ID"), LocalDate.of(2025, 8, 7), Set.of(), null));
  }

  /** Worth is the letter less what the deal gave, whatever the letter says. */
  @Property
  void the_worth_of_a_deal_is_the_rate_instead_less_the_rate_granted(
      @ForAll @IntRange(min = 0, max = 200) int letter) {
    DealEffect effect =
        DealEffect.of(
            indonesia(letter + "%"),
            BOOK,
            SHIRT,
            new DeclaredOrigin(Country.of("ID"), DeclaredFacts.none()),
            LocalDate.of(2025, 8, 7));
    assertEquals(
        0,
        effect
            .worth()
            .orElseThrow()
            .points()
            .compareTo(new BigDecimal(letter - 19).movePointLeft(2)));
  }

  /** Known parts of the score stay; each unknown one is anywhere between 0 and 1. */
  @Property
  void an_unknown_part_bounds_the_score_and_a_known_one_lies_within(
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    LeftBehind.Candidate best =
        new LeftBehind.Candidate(
            "JP",
            Optional.of(Rate.percent(100)),
            Optional.of(BigDecimal.ONE),
            Optional.of(BigDecimal.ONE),
            true);
    LeftBehind.Ranked open = ranked(best, Optional.empty());
    LeftBehind.Ranked known = ranked(best, Optional.of(new BigDecimal(percent).movePointLeft(2)));
    assertTrue(open.lowestScore().compareTo(known.score().orElseThrow()) <= 0);
    assertTrue(open.highestScore().compareTo(known.score().orElseThrow()) >= 0);
    assertEquals(known.score().orElseThrow(), known.highestScore());
    assertEquals(known.score().orElseThrow(), known.lowestScore());
  }

  private static LeftBehind.Ranked ranked(
      LeftBehind.Candidate other, Optional<BigDecimal> exposure) {
    LeftBehind.Candidate candidate =
        new LeftBehind.Candidate(
            "LA",
            Optional.of(Rate.percent(40)),
            Optional.of(new BigDecimal("0.25")),
            exposure,
            false,
            Optional.of("an agreement"),
            LeftBehind.Within.ANYTHING);
    return LeftBehind.rank(List.of(other, candidate), LeftBehind.Weights.EQUAL).ranking().stream()
        .filter(r -> r.candidate().partner().equals("LA"))
        .findFirst()
        .orElseThrow();
  }

  /** A rate with bounds bounds the score, whatever it turns out to be within them. */
  @Property
  void a_rate_with_bounds_bounds_the_score(
      @ForAll @IntRange(min = 0, max = 60) int lowest,
      @ForAll @IntRange(min = 0, max = 60) int width,
      @ForAll @IntRange(min = 0, max = 100) int at) {
    Rate low = Rate.percent(lowest);
    Rate high = Rate.percent(lowest + width);
    Rate turnsOut =
        Rate.fraction(
            low.fraction()
                .add(
                    new BigDecimal(at)
                        .movePointLeft(2)
                        .multiply(high.fraction().subtract(low.fraction()))));
    LeftBehind.Ranked open = ranked(new RateRange(low, high));
    LeftBehind.Ranked known = ranked(RateRange.of(turnsOut));
    assertEquals(width == 0, open.score().isPresent());
    BigDecimal score = known.score().orElseThrow();
    assertTrue(open.lowestScore().compareTo(score) <= 0, open + " " + score);
    assertTrue(open.highestScore().compareTo(score) >= 0, open + " " + score);
    // The bounds are narrower than those of a rate of which nothing is known.
    assertTrue(open.lowestScore().compareTo(anything().lowestScore()) >= 0);
    assertTrue(open.highestScore().compareTo(anything().highestScore()) <= 0);
  }

  private static LeftBehind.Ranked ranked(RateRange rate) {
    return ranked(
        new LeftBehind.Within(Optional.of(rate), Optional.of(rate.minus(RateRange.of(Rate.ZERO)))));
  }

  private static LeftBehind.Ranked anything() {
    return ranked(LeftBehind.Within.ANYTHING);
  }

  private static LeftBehind.Ranked ranked(LeftBehind.Within within) {
    LeftBehind.Candidate worst =
        LeftBehind.Candidate.of(
            "BR",
            new LeftBehind.Within(
                Optional.of(RateRange.of(Rate.percent(120))),
                Optional.of(RateRange.of(Rate.percent(120)).minus(RateRange.of(Rate.ZERO)))),
            Optional.of(BigDecimal.ONE),
            false,
            Optional.empty());
    LeftBehind.Candidate open =
        LeftBehind.Candidate.of(
            "LA", within, Optional.of(new BigDecimal("0.2")), false, Optional.empty());
    return LeftBehind.rank(List.of(worst, open), LeftBehind.Weights.EQUAL).ranking().stream()
        .filter(r -> r.candidate().partner().equals("LA"))
        .findFirst()
        .orElseThrow();
  }
}
