package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.indicator.EffectiveRate;

/**
 * The daily effective United States tariff of a public tracker: each partner's additional rate
 * weighted with the imports from it, plus the tracker's constant of 2.3 points for the ordinary
 * tariff. The tracker's rates are percent.
 */
final class EffectiveRateSuite implements Suite {

  private static final TreeComparison TOLERANCE = new TreeComparison(0, 1e-9);
  private static final double ORDINARY_TARIFF_PERCENT = 2.3;

  @Override
  public String name() {
    return "etr_tradewartracker";
  }

  @Override
  public String home() {
    return "data/peers/etr_tradewartracker";
  }

  @Override
  public boolean isIn(CaseFolder cases) {
    return cases.holds(home() + "/expected_daily.csv");
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<NamedCsvRecord> partners = cases.inputs(home() + "/inputs_country_by_time.csv");
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord expected : cases.expected(home() + "/expected_daily.csv")) {
      String date = expected.getField("date");
      List<NamedCsvRecord> thatDay =
          partners.stream().filter(p -> p.getField("date").equals(date)).toList();
      results.add(CaseResult.of(date, () -> check(expected, thatDay)));
    }
    return results;
  }

  private static CaseResult check(NamedCsvRecord expected, List<NamedCsvRecord> partners) {
    String date = expected.getField("date");
    EffectiveRate increment =
        EffectiveRate.statutory(
            partners.stream().map(p -> p.getField("country_name")).toList(),
            partners.stream().mapToDouble(p -> number(p, "total imports")).toArray(),
            partners.stream().mapToDouble(p -> number(p, "effective tariff") / 100).toArray());
    double percent = 100 * increment.average().orElseThrow();
    if (increment.items().size() != number(expected, "partners")) {
      return CaseResult.failed(date, "partners: " + increment.items().size());
    }
    if (!TOLERANCE.agree(number(expected, "weighted_increment_pct"), percent)) {
      return CaseResult.failed(date, "weighted increment " + percent);
    }
    double whole = percent + ORDINARY_TARIFF_PERCENT;
    return CsvCases.compare(
        date,
        expected,
        Map.of("weighted_plus_2p3_pct", whole, "published_daily_etr_pct", whole),
        TOLERANCE);
  }

  private static double number(NamedCsvRecord row, String column) {
    return CsvCases.required(row, column);
  }
}
