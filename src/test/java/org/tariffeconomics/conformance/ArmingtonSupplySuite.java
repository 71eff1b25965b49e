package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.equilibrium.ArmingtonSupplyModel;
import org.tariffeconomics.equilibrium.ArmingtonSupplyResult;
import org.tariffeconomics.equilibrium.SolutionMode;

/** One market with supply curves, solved by another program. */
final class ArmingtonSupplySuite implements Suite {

  private static final TreeComparison TOLERANCE = new TreeComparison(1e-9, 0);

  @Override
  public String name() {
    return "emr_armington";
  }

  @Override
  public String home() {
    return "golden/emr_armington/cases.csv";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    Map<String, List<NamedCsvRecord>> markets = new LinkedHashMap<>();
    for (NamedCsvRecord row : cases.expected(home())) {
      markets.computeIfAbsent(row.getField("case"), k -> new ArrayList<>()).add(row);
    }
    List<CaseResult> results = new ArrayList<>();
    for (List<NamedCsvRecord> rows : markets.values()) {
      try {
        results.addAll(check(rows));
      } catch (RuntimeException e) {
        rows.forEach(row -> results.add(CaseResult.failed(id(row), e.toString())));
      }
    }
    return results;
  }

  private static List<CaseResult> check(List<NamedCsvRecord> rows) {
    double[] tariffs = column(rows, "t0");
    double[] reformed = column(rows, "tau_hat");
    for (int r = 0; r < reformed.length; r++) {
      reformed[r] = (1 + tariffs[r]) * reformed[r] - 1;
    }
    ArmingtonSupplyModel model =
        ArmingtonSupplyModel.of(
                column(rows, "v0"),
                tariffs,
                column(rows, "eps"),
                CsvCases.required(rows.get(0), "sigma"))
            .withDemandElasticity(CsvCases.required(rows.get(0), "eta"));
    ArmingtonSupplyResult exact = model.afterTariffs(reformed);
    double[] linear = model.afterTariffs(reformed, SolutionMode.LOG_LINEAR).buyerPrices();
    List<CaseResult> results = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("p_hat", exact.buyerPrices()[r]);
      figures.put("q_hat", exact.quantities()[r]);
      figures.put("P_hat", exact.priceIndex());
      figures.put("Q_hat", exact.quantityIndex());
      figures.put("p_hat_loglinear", linear[r]);
      // Without a change of the duty there is no incidence: a number expected there is wrong.
      figures.put("incidence_on_buyers", exact.incidenceOnBuyers(r).orElse(Double.NaN));
      NamedCsvRecord row = rows.get(r);
      results.add(CsvCases.compare(id(row), row, figures, TOLERANCE));
    }
    return results;
  }

  private static String id(NamedCsvRecord row) {
    return row.getField("case") + " " + row.getField("region");
  }

  private static double[] column(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> CsvCases.required(row, column)).toArray();
  }
}
