package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  public boolean isIn(Path dir) {
    return Files.exists(file(dir));
  }

  private static Path file(Path dir) {
    return dir.resolve("data/peers/acr_wiod2000/expected.csv");
  }

  @Override
  public List<CaseResult> run(Path dir) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : CsvCases.rows(file(dir))) {
      double share = CsvCases.required(row, "domestic_share");
      Map<String, Double> gains =
          Map.of(
              "acr_gain_eps4", GainsFromTrade.acr(share, 4).ofRealIncome(),
              "acr_gain_eps5", GainsFromTrade.acr(share, 5).ofRealIncome(),
              "acr_gain_eps10", GainsFromTrade.acr(share, 10).ofRealIncome());
      results.add(CsvCases.compare(row.getField("country"), row, gains, TOLERANCE));
    }
    return results;
  }
}
