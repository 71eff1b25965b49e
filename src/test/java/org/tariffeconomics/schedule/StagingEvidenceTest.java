package org.tariffeconomics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.schedule.StagedReduction.Remainder;

/**
 * Holds the rules of staging to the rates that the US published in its schedules of 2025 and 2026:
 * 843 pairs of a base rate and the staged rate of a partner, in percent or cents.
 */
class StagingEvidenceTest {

  private static final Path FILE =
      Path.of("src/test/resources/conformance/cases/staging_evidence.csv");
  private static final String DAIRY_IN = "9919\\.04\\.(1[12]|5[1-8])";
  private static final String DAIRY_MORE = "9919\\.04\\.(1[34]|6[1-8])";

  /** A pair of a base rate and its staged rate. */
  private record Pair(String year, String line, List<String> partners, String base, String staged) {

    boolean follows(String left, StageRounding rounding) {
      BigDecimal rate = Remainder.parse(left).of(new BigDecimal(base), rounding);
      return rate.compareTo(new BigDecimal(staged)) == 0;
    }
  }

  private static List<Pair> pairs(String year, String partner, Predicate<String> line) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FILE)) {
      return rows.stream()
          .map(
              r ->
                  new Pair(
                      r.getField("year"),
                      r.getField("hts"),
                      Arrays.asList(r.getField("spi").split(",")),
                      r.getField("base"),
                      r.getField("staged")))
          .filter(p -> p.year().equals(year) && p.partners().contains(partner))
          .filter(p -> line.test(p.line()))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertReproduced(
      int published, int reproduced, List<Pair> pairs, String left, StageRounding rounding) {
    assertEquals(published, pairs.size());
    assertEquals(reproduced, pairs.stream().filter(p -> p.follows(left, rounding)).count());
  }

  private static boolean any(String line) {
    return !line.isEmpty();
  }

  @Test
  void korea_in_year_14_of_15_has_a_fifteenth_left_truncated() {
    List<Pair> korea = pairs("2025", "KR", StagingEvidenceTest::any);
    assertReproduced(65, 65, korea, "1/15", StageRounding.DOWN_TO_TENTH);
    assertReproduced(65, 43, korea, "1/15", StageRounding.NEAREST_TENTH);
    List<Pair> alone = korea.stream().filter(p -> p.partners().size() == 1).toList();
    assertReproduced(59, 59, alone, "1/15", StageRounding.DOWN_TO_TENTH);
    assertReproduced(59, 41, alone, "1/15", StageRounding.NEAREST_TENTH);
  }

  @Test
  void colombia_has_a_fifteenth_left_truncated() {
    assertReproduced(
        160,
        160,
        pairs("2025", "CO", StagingEvidenceTest::any),
        "1/15",
        StageRounding.DOWN_TO_TENTH);
  }

  /** Tobacco, peanuts and cotton are in a category with a tenth left; dairy has its own. */
  @Test
  void ordinary_lines_of_panama_have_a_fifteenth_or_a_tenth_left_truncated() {
    List<Pair> ordinary = pairs("2025", "PA", line -> !line.startsWith("9919"));
    assertReproduced(118, 99, ordinary, "1/15", StageRounding.DOWN_TO_TENTH);
    List<Pair> others =
        ordinary.stream().filter(p -> !p.follows("1/15", StageRounding.DOWN_TO_TENTH)).toList();
    assertReproduced(19, 19, others, "1/10", StageRounding.DOWN_TO_TENTH);
  }

  @Test
  void dairy_of_panama_is_rounded_half_up() {
    List<Pair> now = pairs("2025", "PA", line -> line.matches(DAIRY_IN));
    assertReproduced(51, 51, now, "3/8", StageRounding.NEAREST_TENTH);
    assertReproduced(51, 23, now, "3/8", StageRounding.DOWN_TO_TENTH);
    List<Pair> next = pairs("2026", "PA", line -> line.matches(DAIRY_IN));
    assertReproduced(51, 51, next, "1/4", StageRounding.NEAREST_TENTH);
    assertReproduced(51, 17, next, "1/4", StageRounding.DOWN_TO_TENTH);
  }

  /**
   * The second dairy series, 9919.04.13 and .61 to .68, is no fraction of the base rate: 226.9 went
   * to 156.0 and then 141.0 (11/16 would be 155.9, 5/8 would be 141.8), 122.7 to 84.3 and 76.7. It
   * is to be loaded from the schedule; the nearest fractions give less than half of its rates.
   */
  @Test
  void the_second_dairy_series_of_panama_follows_no_fraction() {
    List<Pair> now = pairs("2025", "PA", line -> line.matches(DAIRY_MORE));
    assertReproduced(51, 24, now, "11/16", StageRounding.DOWN_TO_TENTH);
    assertReproduced(51, 24, now, "11/16", StageRounding.NEAREST_TENTH);
    List<Pair> next = pairs("2026", "PA", line -> line.matches(DAIRY_MORE));
    assertReproduced(51, 21, next, "5/8", StageRounding.DOWN_TO_TENTH);
    assertReproduced(51, 26, next, "5/8", StageRounding.NEAREST_TENTH);
  }

  @Test
  void wine_of_jordan_has_four_ninths_left_truncated() {
    for (String year : List.of("2025", "2026")) {
      assertReproduced(
          28, 28, pairs(year, "JO", StagingEvidenceTest::any), "4/9", StageRounding.DOWN_TO_TENTH);
    }
  }

  /** All but two lines were halved once; confectionery is cut year by year, not to tenths. */
  @Test
  void japan_has_a_half_left_and_confectionery_less_without_rounding() {
    assertReproduced(
        74, 72, pairs("2025", "JP", StagingEvidenceTest::any), "1/2", StageRounding.NONE);
    assertReproduced(
        74, 72, pairs("2026", "JP", StagingEvidenceTest::any), "1/2", StageRounding.NONE);
    assertReproduced(
        74, 2, pairs("2025", "JP", StagingEvidenceTest::any), "2/5", StageRounding.NONE);
    assertReproduced(
        74, 2, pairs("2026", "JP", StagingEvidenceTest::any), "3/10", StageRounding.NONE);
  }

  /**
   * Central America's two dairy lines have 5/11 and 4/11 left, half up; the fourth pair, 9823.10.38
   * of 8.5 against 6.4, is a rate of its own that exceeds the base line it stands beside.
   */
  @Test
  void central_america_has_elevenths_left_half_up() {
    assertReproduced(
        4, 3, pairs("2025", "S+", StagingEvidenceTest::any), "5/11", StageRounding.NEAREST_TENTH);
    assertReproduced(
        4, 3, pairs("2026", "S+", StagingEvidenceTest::any), "4/11", StageRounding.NEAREST_TENTH);
  }

  /** Luggage of the Caribbean Basin (E) is cut by amounts, not by a share: no rule is offered. */
  @Test
  void luggage_of_the_caribbean_basin_follows_no_fraction() {
    assertReproduced(
        62, 0, pairs("2025", "E", StagingEvidenceTest::any), "1/15", StageRounding.DOWN_TO_TENTH);
    List<Pair> eightPercent =
        pairs("2025", "E", StagingEvidenceTest::any).stream()
            .filter(p -> p.base().equals("8"))
            .toList();
    assertEquals(List.of("6.4"), eightPercent.stream().map(Pair::staged).distinct().toList());
  }

  /** AUSFTA 0102.90.40: the year 9 was published as 0.4 where 1 × 9/18 is 0.5 exactly. */
  @Test
  void australian_cattle_has_one_year_that_the_rule_does_not_give() {
    List<String> published =
        List.of(
            "0.9", "0.8", "0.8", "0.7", "0.7", "0.6", "0.6", "0.5", "0.4", "0.4", "0.3", "0.3",
            "0.2", "0.2", "0.1", "0.1", "0", "0");
    for (int year = 1; year <= 18; year++) {
      BigDecimal computed =
          StagedReduction.linear(18).at(year).of(BigDecimal.ONE, StageRounding.DOWN_TO_TENTH);
      String expected = year == 9 ? "0.5" : published.get(year - 1);
      assertEquals(0, computed.compareTo(new BigDecimal(expected)), "year " + year);
    }
  }
}
