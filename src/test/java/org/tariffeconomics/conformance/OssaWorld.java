package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.ProfitModel;
import org.tariffeconomics.economy.UsePrices;
import org.tariffeconomics.economy.World;

/** The seven economies and 33 sectors of Ossa (2014), and the duties that he published. */
final class OssaWorld {

  private final World world;
  private final ProfitModel model;
  private final double[][][] base;
  private final double[][][] optimal;
  private final double[][][] nash;
  private final Map<String, ProfitModel.ProfitOutcome> solved = new LinkedHashMap<>();

  OssaWorld(Function<String, Path> inputs) {
    List<List<String>> rows = PeerTables.rows(inputs.apply("inputs.csv.gz"));
    List<String> codes = List.copyOf(new TreeSet<>(PeerTables.column(rows, "exporter")));
    List<List<String>> sigmaRows = PeerTables.rows(inputs.apply("inputs_sigma.csv"));
    List<String> sectors = PeerTables.column(sigmaRows, "sector");
    double[] sigma = PeerTables.numbers(sigmaRows, "sigma");
    double[][][] flows = cube(rows, codes, sectors, "trade");
    this.base = cube(rows, codes, sectors, "tariff");
    this.optimal = cube(rows, codes, sectors, "published_optimal_tariff_of_importer");
    this.nash = cube(rows, codes, sectors, "published_nash_tariff");
    this.world = World.of(codes, sectors, flows, new double[0][][], base, UsePrices.BEFORE_DUTY);
    Map<String, Double> thetas = new LinkedHashMap<>();
    for (int j = 0; j < sigma.length; j++) {
      thetas.put(sectors.get(j), sigma[j] - 1);
    }
    this.model = ProfitModel.of(world, Elasticity.bySector(thetas, "Ossa (2014)"));
  }

  private static double[][][] cube(
      List<List<String>> rows, List<String> codes, List<String> sectors, String column) {
    double[][][] cube = new double[sectors.size()][codes.size()][codes.size()];
    List<String> exporters = PeerTables.column(rows, "exporter");
    List<String> importers = PeerTables.column(rows, "importer");
    List<String> sectorOf = PeerTables.column(rows, "sector");
    double[] values = PeerTables.numbers(rows, column);
    for (int r = 0; r < values.length; r++) {
      int to = codes.indexOf(importers.get(r));
      int from = codes.indexOf(exporters.get(r));
      cube[sectors.indexOf(sectorOf.get(r))][to][from] = values[r];
    }
    return cube;
  }

  ProfitModel model() {
    return model;
  }

  ProfitModel.ProfitOutcome outcome(String scenario) {
    return solved.computeIfAbsent(
        scenario, key -> model.solve(DutyShock.none(world).withDuties(duties(key))));
  }

  private double[][][] duties(String scenario) {
    boolean isKnown =
        scenario.equals("free_trade")
            || scenario.equals("nash")
            || world.economies().stream().anyMatch(code -> scenario.equals("optimal_" + code));
    if (!isKnown) {
      throw new UnsupportedCase("no such scenario: " + scenario);
    }
    double[][][] duties = new double[base.length][world.economies().size()][];
    for (int j = 0; j < duties.length; j++) {
      for (int n = 0; n < duties[j].length; n++) {
        String importer = world.economies().get(n);
        duties[j][n] =
            switch (scenario) {
              case "free_trade" -> new double[duties[j].length];
              case "nash" -> nash[j][n];
              default -> scenario.equals("optimal_" + importer) ? optimal[j][n] : base[j][n];
            };
      }
    }
    return duties;
  }

  Map<String, Double> figures(NamedCsvRecord row) {
    ProfitModel.ProfitOutcome outcome = outcome(row.getField("scenario"));
    String code = row.getField("country");
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("welfare_pct", 100 * (outcome.welfare(code) - 1));
    figures.put("wage_hat", outcome.wage(code));
    figures.put("price_index_hat", outcome.price(code));
    figures.put("expenditure_hat", outcome.spending(code));
    return figures;
  }

  Map<String, Double> published(NamedCsvRecord row) {
    return row.getField("published_welfare_pct").isBlank()
        ? Map.of()
        : Map.of("published_welfare_pct", figures(row).get("welfare_pct"));
  }
}
