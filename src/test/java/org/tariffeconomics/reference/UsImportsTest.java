package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.panel.WeightedRates;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffBook;

/** The bundled imports of 2024, and average duties held to what was collected then. */
class UsImportsTest {

  private static final UsImports ALL = UsImports.of2024();
  private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

  /** The ordinary duties alone, which with few additional ones were the law of 2024. */
  private static final AverageDuty ORDINARY =
      AverageDuty.of(ALL, TariffBook.us().with(UsTariffs.schedule(Facts.VERIFIED_ONLY)), FIRST);

  /**
   * US Census Bureau, 2024: imports for consumption USD 3,208.8 bn, calculated duty USD 75.63 bn.
   */
  @Test
  void the_cells_hold_nearly_all_imports() {
    assertEquals(78_140, ALL.flows().size());
    assertEquals(3_208.8e9 * 0.9995, ALL.value(), 0.2e9);
    assertEquals(75.63e9, ALL.duty(), 0.15e9);
    assertEquals(50, ALL.byPartner().size());
    assertEquals(ALL.value(), ALL.weights().total(), 1);
    assertEquals(ALL.duty(), ALL.duties().total(), 1);
  }

  /** The sectors of {@code trade-2024.csv} were summed from the same source by other code. */
  @Test
  void sectors_agree_with_the_other_bundled_figures() {
    for (UsTrade.Sector sector : UsTrade.Sector.values()) {
      Map<String, Double> sums = ALL.of(sector.goods()).byPartner();
      for (String partner : List.of("JP", "KR", "EU", "MX", "CN")) {
        double bundled =
            UsTrade.partner(partner).imports(sector).map(v -> v.doubleValue()).orElse(Double.NaN);
        if (bundled > 0.5) {
          assertEquals(
              bundled, sums.get(partner) / 1e9, 0.02 * bundled, sector + " from " + partner);
        }
      }
    }
  }

  @Test
  void goods_that_nobody_bought_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> ALL.of("8799"));
    assertThrows(IllegalArgumentException.class, () -> ALL.of("bananas"));
    assertEquals(ALL.of("8703").value(), ALL.of("cars").value(), 0);
    assertEquals(ALL.of("8541").value() + ALL.of("8542").value(), ALL.of("8541+8542").value(), 1);
    assertEquals(ALL.of("87").value(), ALL.of("87, 8703").value(), 1);
  }

  /** Every flow of the file of at least USD 100,000 is there, to the thousand. */
  @Test
  void the_bundle_is_the_file() throws IOException {
    Map<String, double[]> sums = new HashMap<>();
    try (BufferedReader in = SharedFiles.unpacked("facts/us_imports_2024_hts10.csv.gz")) {
      in.lines()
          .skip(1)
          .map(row -> row.split(","))
          .forEach(
              c -> {
                double[] sum =
                    sums.computeIfAbsent(c[0].substring(0, 8) + c[1], k -> new double[2]);
                sum[0] += Double.parseDouble(c[2]);
                sum[1] += Double.parseDouble(c[3]);
              });
    }
    for (UsImports.Flow flow : ALL.flows()) {
      double[] sum = sums.remove(flow.line().digits() + flow.partner());
      assertEquals(sum[0], flow.value(), 500, flow.toString());
      assertEquals(
          sum[1], flow.duty(), 0.0006 * flow.value() + 600 * sum[1] / sum[0], flow.toString());
    }
    assertTrue(sums.values().stream().allMatch(sum -> sum[0] < 100_000));
  }

  /**
   * The duty by the law's words against the duty that was calculated on the entries of 2024, flow
   * by flow, for partners without an agreement (the agreements of the others show in the averages).
   *
   * <p>Less than the law's duty was calculated on lines that print the symbol of the Generalized
   * System of Preferences: it lapsed at the end of 2020, but entries that claim it are counted as
   * free until it is renewed. More was calculated where further duties were due: steel and
   * aluminium (section 232), solar cells and washers (section 201). What is left is nothing.
   */
  @Test
  void ordinary_duties_are_those_that_were_collected_in_2024() {
    for (String partner :
        List.of(
            "EU", "VN", "TW", "IN", "GB", "TH", "CH", "MY", "BR", "ID", "TR", "PH", "KH", "SA",
            "BD", "AR", "IQ", "EC", "LK", "PK", "NO", "NZ")) {
      double value = 0;
      double unexplained = 0;
      for (UsImports.Flow flow : ALL.flows()) {
        var line = UsTariffs.schedule(Facts.VERIFIED_ONLY).line(flow.line(), FIRST);
        var law = line.flatMap(l -> share(DutyRate.parse(l.general())));
        if (flow.partner().equals(partner) && law.isPresent()) {
          double apart = flow.duty() - law.get() * flow.value();
          boolean lapsed = GSP.matcher(line.orElseThrow().special()).find();
          boolean explained = apart < 0 ? lapsed : ALSO_PAID.matcher(flow.line().digits()).find();
          value += flow.value();
          unexplained += explained ? 0 : Math.abs(apart);
        }
      }
      assertTrue(unexplained < 5e-4 * value, partner + ": " + unexplained / value);
    }
  }

  private static final Pattern GSP = Pattern.compile("\\bA[+*]?[,)]");
  private static final Pattern ALSO_PAID = Pattern.compile("^(72|73|76|8541|8450)");

  private static Optional<Double> share(DutyRate rate) {
    if (rate instanceof DutyRate.AdValorem share) {
      return Optional.of(share.rate().fraction().doubleValue());
    }
    return rate instanceof DutyRate.Free ? Optional.of(0.0) : Optional.empty();
  }

  private static double number(Table table, int row, String column) {
    return table.cell(row, column).value().orElseThrow().doubleValue();
  }

  /** The engine of the Budget Lab (witness) has 1.22 % of base duty on the same day. */
  @Test
  void the_average_ordinary_duty_is_near_that_of_another_engine() {
    // the duties of few lines hang on contents that are not known: the lead in lead, watch
    // batteries
    WeightedRates.Range claimed = ORDINARY.claimedAsIn2024Range().orElseThrow();
    assertEquals(0.0126, claimed.lowest(), 0.0002);
    assertEquals(0.0126, claimed.highest(), 0.0002);
    // they count duties by quantity as zero and leave what is not covered here in the average
    assertEquals(0.0122, claimed.highest(), 0.0006);
    assertTrue(ORDINARY.coverage() > 0.98, "covered " + ORDINARY.coverage());
    assertTrue(ORDINARY.allClaimedRange().orElseThrow().highest() < claimed.lowest());
    assertTrue(claimed.highest() < ORDINARY.nothingClaimedRange().orElseThrow().lowest());
  }

  /**
   * Cars of Japan on 16 September 2025 pay 15 % all in; of Korea 25 % with KORUS, 27.5 % without.
   */
  @Test
  void an_average_of_one_rate_is_that_rate() {
    AverageDuty cars = ALL.of("8703.23.01").averageDuty(LocalDate.parse("2025-09-16"));
    Table table = cars.byOrigin();
    for (int i = 0; i < table.rows().size(); i++) {
      String origin = table.cell(i, "origin").text();
      if (origin.equals("JP")) {
        assertEquals(0.15, number(table, i, "nothing claimed"), 1e-9);
        assertEquals(0.15, number(table, i, "all claimed"), 1e-9);
      } else if (origin.equals("KR")) {
        assertEquals(0.275, number(table, i, "nothing claimed"), 1e-9);
        assertEquals(0.25, number(table, i, "all claimed"), 1e-9);
        // 0.01 % was collected of the 2.5 % that KORUS takes away
        assertEquals(0.25, number(table, i, "claimed as in 2024"), 1e-4);
      }
    }
    assertTrue(cars.toString().startsWith("2025-09-16: "), cars.toString());
    assertTrue(cars.stamp().toString().contains("trade does not move"));
  }

  @Test
  void averages_over_time_have_a_row_a_day() {
    List<LocalDate> days = List.of(FIRST, LocalDate.parse("2025-04-03"));
    List<AverageDuty> averages = AverageDuty.of(ALL.of("8703"), UsTariffs.book(), days);
    assertEquals(2, AverageDuty.table(averages).rows().size());
    double before = averages.get(0).nothingClaimed().orElseThrow();
    double after = averages.get(1).nothingClaimed().orElseThrow();
    // section 232 on passenger vehicles: 25 points from 3 April 2025
    assertEquals(0.25, after - before, 0.003);
    assertThrows(
        IllegalArgumentException.class,
        () -> AverageDuty.of(ALL.of("8703"), UsTariffs.book().withoutSources(), days));
  }

  @Test
  void any_goods_have_a_market_and_positions() {
    var market = UsStudies.market("7208", UsTariffs.book().on("2025-09-16"));
    assertEquals(18, market.products().size());
    // hot-rolled steel: 50 % for Japan; China owes further duties
    assertEquals(0.5, market.position("JP").tariff().known(), 1e-9);
    Table positions =
        UsStudies.positions("7208", List.of("JP", "CN"), List.of(LocalDate.parse("2025-09-16")));
    assertEquals(2, positions.rows().size());
    assertTrue(number(positions, 1, "2025-09-16") < -0.3);
    var behind = UsStudies.leftBehind("7208", LocalDate.parse("2025-09-16"), EQUAL);
    assertTrue(behind.table().rows().size() > 10);
    LeftBehind.Candidate korea = candidate(behind, "KR");
    assertEquals("KORUS", korea.agreement().orElseThrow());
    // hot-rolled steel is on no list that words restrict: 50 % for Korea, one number
    assertEquals(0.5, korea.rate().orElseThrow().fraction().doubleValue(), 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () -> UsStudies.positions("7208", List.of("XX"), List.of(FIRST)));
    assertTrue(
        UsTariffs.schedule(Facts.VERIFIED_ONLY).line(HsCode.of("7208.10.15"), FIRST).isPresent());
  }

  private static LeftBehind.Candidate candidate(LeftBehind behind, String partner) {
    return behind.ranking().stream()
        .map(LeftBehind.Ranked::candidate)
        .filter(c -> c.partner().equals(partner))
        .findFirst()
        .orElseThrow();
  }

  /** Furniture by name is chapter 94; where lines have bounds, so has the score, and no rank. */
  @Test
  void who_is_left_behind_with_any_goods_by_name() {
    LocalDate day = LocalDate.parse("2025-11-01");
    LeftBehind furniture = UsStudies.leftBehind("furniture", day, EQUAL);
    assertEquals(furniture.table().toCsv(), UsStudies.leftBehind("94", day, EQUAL).table().toCsv());
    LeftBehind.Ranked vietnam =
        furniture.ranking().stream()
            .filter(r -> r.candidate().partner().equals("VN"))
            .findFirst()
            .orElseThrow();
    var rate = vietnam.candidate().rateRange().orElseThrow();
    assertTrue(rate.lowest().compareTo(rate.highest()) < 0, rate.toString());
    assertTrue(vietnam.score().isEmpty());
    assertTrue(vietnam.lowestScore().signum() > 0);
    assertTrue(vietnam.highestScore().compareTo(BigDecimal.ONE) < 0);
    assertTrue(vietnam.reasons().toString().contains("rate "), vietnam.reasons().toString());
    // Every partner's rate lies within the bounds of the average of its goods.
    UsImports goods = UsImports.of2024().of("94").from("VN");
    var range = goods.averageDuty(day).nothingClaimedRange().orElseThrow();
    assertTrue(range.lowest() <= rate.highest().fraction().doubleValue());
    assertTrue(range.highest() >= rate.lowest().fraction().doubleValue());
  }

  private static final LeftBehind.Weights EQUAL = LeftBehind.Weights.EQUAL;

  /** Numbers of ten digits are summed to their line: it is not said that nothing was imported. */
  @Test
  void a_statistical_number_is_told_the_line_to_write() {
    String said =
        assertThrows(IllegalArgumentException.class, () -> ALL.of("9401.99.90.81")).getMessage();
    assertTrue(said.contains("write 9401.99.90"), said);
    assertTrue(ALL.of("9401.99.90").value() > 1e9);
    // eight digits and their .00 line are one code
    assertEquals(ALL.of("7208.52.00").flows(), ALL.of("7208.52.00.00").flows());
  }

  @Test
  void partners_are_called_by_code_or_name() {
    assertEquals(ALL.from("JP"), ALL.from("Japan"));
    assertEquals(ALL.from("EU"), ALL.from("eu"));
    String said =
        assertThrows(IllegalArgumentException.class, () -> ALL.from("Germany")).getMessage();
    assertTrue(said.contains("part of EU"), said);
    assertThrows(IllegalArgumentException.class, () -> ALL.from("Atlantis"));
  }

  /**
   * The law of November 2026 leaves much open, so that each programme contributes from the least to
   * the most; on fridges (8418) no ordinary duty, and section 301 on China's whole trade at 25%.
   */
  @Test
  void what_each_programme_contributes_is_told_where_facts_are_open() {
    UsImports fridges = ALL.of("8418.10.00");
    Table table = fridges.averageDuty(LocalDate.parse("2026-11-23")).byProgramme();
    double china = fridges.from("CN").value() / fridges.value();
    Map<String, String> parts = new HashMap<>();
    table.rows().forEach(row -> parts.put(row.get(0).text(), row.get(1).text()));
    assertEquals(String.format(Locale.ROOT, "%.2f%%", 25 * china), parts.get("S301 China"));
    assertTrue(parts.get("S232 aluminium").startsWith("0.00% to "), parts::toString);
    assertTrue(parts.get("average").contains(" to "), parts::toString);
  }
}
