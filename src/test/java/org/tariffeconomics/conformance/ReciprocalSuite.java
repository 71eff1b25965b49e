package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tariffeconomics.equilibrium.ReciprocalFormula;
import org.tariffeconomics.equilibrium.ReciprocalRate;

/**
 * The formula of 2 April 2025 against announced rates: 48 partners by their trade figures, and a
 * list of partners by their published raw rate, which is rounded to whole percents.
 */
final class ReciprocalSuite implements Suite {

  private static final TreeComparison RAW = new TreeComparison(1e-12, 0);

  /** China's 54 percent are 34 by the formula and 20 that were in force before. */
  private static final double STACKED_ON_CHINA = 0.20;

  @Override
  public String name() {
    return "ustr_april2025";
  }

  @Override
  public String home() {
    return "golden/ustr_april2025";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : cases.expected(home() + "/inputs_trade_usd_bn_48.csv")) {
      results.add(CaseResult.of(row.getField("country") + " by trade", () -> byTrade(row)));
    }
    for (NamedCsvRecord row : cases.expected(home() + "/expected_formula_and_applied_170.csv")) {
      results.add(CaseResult.of(row.getField("country") + " by raw rate", () -> byRawRate(row)));
    }
    return results;
  }

  /** Rows flagged as not matching have mistyped trade figures: only their arithmetic is checked. */
  private static CaseResult byTrade(NamedCsvRecord row) {
    String id = row.getField("country") + " by trade";
    ReciprocalRate rate =
        ReciprocalFormula.usApril2025()
            .rate(CsvCases.required(row, "us_exports"), CsvCases.required(row, "us_imports"));
    if (!RAW.agree(CsvCases.required(row, "computed_raw"), rate.raw())) {
      return CaseResult.failed(id, "raw rate was " + rate.raw());
    }
    long percent = Math.round(100 * rate.announced());
    if (percent != (long) CsvCases.required(row, "computed_discounted_ceil_pct")) {
      return CaseResult.failed(id, "announced rate was " + percent);
    }
    boolean matches = Math.abs(percent - Math.round(100 * CsvCases.required(row, "proposed"))) <= 1;
    boolean flagged = row.getField("matches_announced_within_1pp").equalsIgnoreCase("false");
    return matches == !flagged
        ? CaseResult.passed(id)
        : CaseResult.failed(id, "within a point of the announced rate: " + matches);
  }

  /** The announced rate must lie between those of the lowest and highest raw rate that round so. */
  private static CaseResult byRawRate(NamedCsvRecord row) {
    String country = row.getField("country");
    ReciprocalFormula formula = ReciprocalFormula.usApril2025();
    double raw = CsvCases.required(row, "ustr_formula_rate_rounded");
    double announced = CsvCases.required(row, "announced_applied_rate");
    announced -= country.equals("China") ? STACKED_ON_CHINA : 0;
    double low = formula.ofRawRate(raw - 0.0051).announced();
    double high = formula.ofRawRate(raw + 0.0051).announced();
    boolean within = announced > low - 1e-9 && announced < high + 1e-9;
    return within
        ? CaseResult.passed(country + " by raw rate")
        : CaseResult.failed(
            country + " by raw rate",
            String.format(Locale.ROOT, "%.2f is not in %.2f..%.2f", announced, low, high));
  }
}
