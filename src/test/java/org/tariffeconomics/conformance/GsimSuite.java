package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.equilibrium.GsimModel;
import org.tariffeconomics.equilibrium.GsimResult;
import org.tariffeconomics.equilibrium.SolutionMode;

/** The four-region example of Francois and Hall, linear and exact, and its published prices. */
final class GsimSuite implements Suite {

  private static final TreeComparison SOLVED = new TreeComparison(1e-9, 0);
  private static final TreeComparison PUBLISHED = new TreeComparison(0, 5e-5);

  @Override
  public String name() {
    return "gsim_francois_hall";
  }

  @Override
  public String home() {
    return "golden/gsim_francois_hall";
  }

  @Override
  public boolean isIn(CaseFolder cases) {
    return cases.holds(home() + "/expected.csv");
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<NamedCsvRecord> elasticities = cases.inputs(home() + "/inputs_elasticities.csv");
    List<String> regions = elasticities.stream().map(row -> row.getField("region")).toList();
    List<NamedCsvRecord> flowRows = cases.inputs(home() + "/inputs_flows.csv");
    double[][] tariffs = matrix(regions, flowRows, "tariff_power_0", 1);
    shift(tariffs);
    GsimModel model =
        GsimModel.of(
                matrix(regions, flowRows, "trade_world_prices", 0),
                tariffs,
                column(elasticities, "import_demand_elasticity"),
                column(elasticities, "export_supply_elasticity"),
                column(elasticities, "substitution_elasticity"))
            .withNames(regions);
    List<NamedCsvRecord> scenarios = cases.inputs(home() + "/inputs_scenarios.csv");
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : cases.expected(home() + "/expected.csv")) {
      try {
        results.addAll(check(model, tariffs, scenarios, row));
      } catch (RuntimeException e) {
        results.add(
            CaseResult.failed(
                row.getField("scenario") + " " + row.getField("region"), e.toString()));
      }
    }
    return results;
  }

  /** A pair that the rows leave out does not trade, and so has no duty that matters. */
  private static double[][] matrix(
      List<String> regions, List<NamedCsvRecord> rows, String column, double otherwise) {
    double[][] matrix = new double[regions.size()][regions.size()];
    for (double[] row : matrix) {
      Arrays.fill(row, otherwise);
    }
    for (NamedCsvRecord row : rows) {
      matrix[region(regions, row, "exporter")][region(regions, row, "importer")] =
          CsvCases.required(row, column);
    }
    return matrix;
  }

  private static int region(List<String> regions, NamedCsvRecord row, String column) {
    int region = regions.indexOf(row.getField(column));
    if (region < 0) {
      throw new IllegalArgumentException(
          "no elasticities are given for the " + column + " '" + row.getField(column) + "'");
    }
    return region;
  }

  /** Powers into tariffs. */
  private static void shift(double[][] powers) {
    for (double[] row : powers) {
      for (int v = 0; v < row.length; v++) {
        row[v] -= 1;
      }
    }
  }

  private static double[] column(List<NamedCsvRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> CsvCases.required(row, column)).toArray();
  }

  private static List<CaseResult> check(
      GsimModel model, double[][] tariffs, List<NamedCsvRecord> scenarios, NamedCsvRecord row) {
    String scenario = row.getField("scenario");
    int region = region(model.regions(), row, "region");
    double[][] reformed = reformed(model.regions(), tariffs, scenarios, scenario);
    GsimResult linear = model.afterTariffs(reformed, SolutionMode.LOG_LINEAR);
    GsimResult exact = model.afterTariffs(reformed);
    String id = scenario + " " + row.getField("region");
    List<CaseResult> results = new ArrayList<>();
    results.add(CsvCases.compare(id + " linear", row, figures("lin_", linear, region), SOLVED));
    results.add(CsvCases.compare(id + " exact", row, figures("exact_", exact, region), SOLVED));
    if (CsvCases.number(row, "published_producer_price_change").isPresent()) {
      Map<String, Double> price =
          Map.of("published_producer_price_change", linear.producerPriceChanges()[region]);
      results.add(CsvCases.compare(id + " published", row, price, PUBLISHED));
    }
    return results;
  }

  private static double[][] reformed(
      List<String> regions, double[][] tariffs, List<NamedCsvRecord> rows, String scenario) {
    double[][] reformed = new double[tariffs.length][];
    for (int r = 0; r < tariffs.length; r++) {
      reformed[r] = tariffs[r].clone();
    }
    for (NamedCsvRecord row : rows) {
      if (row.getField("scenario").equals(scenario)) {
        reformed[region(regions, row, "exporter")][region(regions, row, "importer")] =
            CsvCases.required(row, "tariff_power_1") - 1;
      }
    }
    return reformed;
  }

  private static Map<String, Double> figures(String prefix, GsimResult result, int region) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(prefix + "producer_price_change", result.producerPriceChanges()[region]);
    figures.put(prefix + "composite_price_change", result.compositePriceChanges()[region]);
    figures.put(prefix + "output_change", result.outputChanges()[region]);
    figures.put(prefix + "producer_surplus", result.producerSurplus()[region]);
    figures.put(prefix + "consumer_surplus", result.consumerSurplus()[region]);
    figures.put(prefix + "tariff_revenue", result.tariffRevenue()[region]);
    figures.put(prefix + "net_welfare", result.netWelfare()[region]);
    return figures;
  }
}
