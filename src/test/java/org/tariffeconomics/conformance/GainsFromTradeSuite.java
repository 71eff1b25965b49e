package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.equilibrium.GainsFromTrade;

/** Gains from trade of 2000 by the countries' domestic shares, at three elasticities. */
final class GainsFromTradeSuite implements Suite {

  private static final TreeComparison TOLERANCE = new TreeComparison(1e-12, 0);

  @Override
  public String name() {
    return "acr_wiod2000";
  }

  @Override
  public String home() {
    return "data/peers/acr_wiod2000/expected.csv";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : cases.expected(home())) {
      results.add(CaseResult.of(row.getField("country"), () -> gains(row)));
    }
    return results;
  }

  private static CaseResult gains(NamedCsvRecord row) {
    double share = CsvCases.required(row, "domestic_share");
    Map<String, Double> gains =
        Map.of(
            "acr_gain_eps4", GainsFromTrade.acr(share, 4).ofRealIncome(),
            "acr_gain_eps5", GainsFromTrade.acr(share, 5).ofRealIncome(),
            "acr_gain_eps10", GainsFromTrade.acr(share, 10).ofRealIncome());
    return CsvCases.compare(row.getField("country"), row, gains, TOLERANCE);
  }
}
