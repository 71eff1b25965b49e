package org.tariffeconomics.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.deal.LeftBehind.Candidate;
import org.tariffeconomics.deal.LeftBehind.Ranked;
import org.tariffeconomics.deal.LeftBehind.Weights;

/** A score of rates that lie between two holds the score of whatever they turn out to be. */
class LeftBehindProperties {

  private static final BigDecimal NOISE = new BigDecimal("1e-12");

  /** A partner whose rate is at least one number of points and at most another, and what it is. */
  record Open(int lowest, int width, double place, int exposure, boolean hasDeal) {

    RateRange range() {
      return new RateRange(points(lowest), points(lowest + width));
    }

    RateRange definite() {
      return RateRange.of(points(lowest + (int) Math.round(place * width)));
    }

    private static Rate points(int points) {
      return Rate.percent(Integer.toString(points));
    }
  }

  @Provide
  Arbitrary<List<Open>> opens() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(0, 0, 10, 30),
            Arbitraries.of(0.0, 0.5, 1.0),
            Arbitraries.integers().between(0, 100),
            Arbitraries.of(true, false))
        .as(Open::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static RateRange least(List<RateRange> ranges) {
    Rate lowest = ranges.stream().map(RateRange::lowest).min(Rate::compareTo).orElseThrow();
    Rate highest = ranges.stream().map(RateRange::highest).min(Rate::compareTo).orElseThrow();
    return new RateRange(lowest, highest);
  }

  private static LeftBehind ranking(List<Open> opens, List<RateRange> rates) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < opens.size(); i++) {
      candidates.add(
          new Candidate(
                  "P" + i,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(BigDecimal.valueOf(opens.get(i).exposure(), 2)),
                  opens.get(i).hasDeal())
              .withRange(rates.get(i), least(rates)));
    }
    return LeftBehind.rank(candidates, Weights.EQUAL);
  }

  private static Ranked of(String partner, LeftBehind ranking) {
    return ranking.ranking().stream()
        .filter(each -> each.candidate().partner().equals(partner))
        .findFirst()
        .orElseThrow();
  }

  @Property(tries = 500)
  void every_score_lies_within_its_bounds(@ForAll("opens") List<Open> opens) {
    LeftBehind open = ranking(opens, opens.stream().map(Open::range).toList());
    LeftBehind definite = ranking(opens, opens.stream().map(Open::definite).toList());
    for (Ranked each : open.ranking()) {
      BigDecimal score = of(each.candidate().partner(), definite).score().orElseThrow();
      assertTrue(
          each.lowestScore().subtract(NOISE).compareTo(score) <= 0
              && score.compareTo(each.highestScore().add(NOISE)) <= 0,
          () -> score + " of " + each.candidate() + " is not in " + each);
      assertEquals(0, each.known().compareTo(BigDecimal.ONE));
    }
  }

  @Example
  void a_score_that_lies_between_two_has_the_ranks_that_it_can_take() {
    LeftBehind ranking =
        LeftBehind.rank(
            List.of(
                candidate("AA", "10", "30"),
                candidate("BB", "20", "20"),
                candidate("CC", "0", "0")),
            Weights.of("1", "0", "0", "0"));
    assertEquals("[BB 0.667 to 1, AA 0.333 to 1, CC 0]", ranking.ranking().toString());
    assertEquals("1 to 2", ranking.table().cell(1, "rank").text());
    assertEquals("3", ranking.table().cell(2, "rank").text());
    assertEquals("0.33 to 1.00", ranking.table().cell(1, "score").text());
    assertEquals("10% to 30%", ranking.table().cell(1, "rate").text().replace(".0", ""));
    assertTrue(ranking.table().cell(1, "why").text().startsWith("between 0.33 and 1.00: "));
  }

  private static Candidate candidate(String partner, String lowest, String highest) {
    return new Candidate(partner, Optional.empty(), Optional.empty(), Optional.empty(), false)
        .withRange(
            new RateRange(Rate.percent(lowest), Rate.percent(highest)), RateRange.of(Rate.ZERO));
  }
}
