package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.LabourModel;
import org.tariffeconomics.economy.LabourModel.LabourOutcome;
import org.tariffeconomics.economy.LabourModel.Parameters;
import org.tariffeconomics.economy.LabourModel.Rebate;
import org.tariffeconomics.economy.World;

/** The world of Ignatenko et al. (2025) and the nine scenarios of their baseline tables. */
final class LiberationDay {

  private static final String REVENUE_SHARE = "tariff_revenue_share_of_expenditure";

  /**
   * The members of the EU as the authors' tables count them: Czechia and Slovakia are not there.
   */
  private static final List<String> UNION =
      List.of(
          "AUT", "BEL", "BGR", "CYP", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN",
          "IRL", "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVN", "SWE");

  private final World world;
  private final Map<String, Double> margins = new LinkedHashMap<>();
  private final Map<String, Double> american = new LinkedHashMap<>();
  private final Map<String, Double> retaliation = new LinkedHashMap<>();
  private final Map<String, LabourOutcome> solved = new LinkedHashMap<>();

  LiberationDay(Function<String, Path> inputs) {
    List<List<String>> rows = PeerTables.rows(inputs.apply("inputs_trade_with_domestic.csv.gz"));
    List<String> codes = rows.get(0);
    double[][] flows = new double[codes.size()][codes.size()];
    for (int from = 0; from < codes.size(); from++) {
      for (int to = 0; to < codes.size(); to++) {
        flows[to][from] = Double.parseDouble(rows.get(from + 1).get(to));
      }
    }
    this.world = World.of(codes, flows);
    List<List<String>> countries = PeerTables.rows(inputs.apply("inputs_countries.csv"));
    List<String> isos = PeerTables.column(countries, "iso3");
    for (int e = 0; e < isos.size(); e++) {
      margins.put(isos.get(e), PeerTables.numbers(countries, "nu")[e]);
      american.put(isos.get(e), PeerTables.numbers(countries, "us_tariff")[e]);
      retaliation.put(isos.get(e), PeerTables.numbers(countries, "optimal_retaliation")[e]);
    }
  }

  LabourOutcome outcome(String scenario) {
    return solved.computeIfAbsent(scenario, this::solve);
  }

  private LabourOutcome solve(String scenario) {
    Parameters usual = Parameters.published();
    LabourModel model = LabourModel.of(world, margins, usual);
    DutyShock shock = american();
    switch (scenario) {
      case "1_ustr_incometax" -> {}
      case "2_partial_passthrough" -> model = LabourModel.of(world, margins, with(4, 0.25));
      case "3_eaton_kortum" -> model = LabourModel.of(world, Map.of(), usual);
      case "4_optimal_us" -> shock = onAll(0.21798821501283155);
      case "5_ustr_optimal_retaliation" -> shock = retaliated(shock, retaliation);
      case "6_ustr_reciprocal_retaliation" -> shock = retaliated(shock, american);
      case "7_optimal_optimal" -> shock = retaliated(onAll(0.1854320678963249), retaliation);
      case "8_ustr_lumpsum" ->
          model = model.withParameters(new Parameters(4, 0.5, 0.67 / 4, 1, Rebate.LUMP_SUM));
      case "9_high_elasticity" -> model = model.withParameters(with(8, 1));
      default -> throw new UnsupportedCase("no such scenario: " + scenario);
    }
    return model.solve(shock);
  }

  private static Parameters with(double elasticity, double passThrough) {
    return new Parameters(elasticity, 0.5, 0.67 / 4, passThrough, Rebate.INCOME_TAX);
  }

  private DutyShock american() {
    DutyShock shock = DutyShock.none(world);
    Map<String, Double> abroad = new LinkedHashMap<>(american);
    abroad.remove("USA");
    return shock.withAdded("USA", abroad);
  }

  private DutyShock onAll(double duty) {
    return DutyShock.none(world).withDuty("*", "USA", duty);
  }

  private DutyShock retaliated(DutyShock shock, Map<String, Double> duties) {
    DutyShock all = shock;
    for (String code : world.economies()) {
      if (!code.equals("USA")) {
        all = all.withDuty("USA", code, duties.get(code));
      }
    }
    return all;
  }

  LabourModel model() {
    return LabourModel.of(world, margins, Parameters.published());
  }

  Map<String, Double> country(NamedCsvRecord row) {
    LabourOutcome outcome = outcome(row.getField("scenario"));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures(row.getField("scenario"))
        .forEach((column, figure) -> figures.put(column, figure.apply(row.getField("iso3"))));
    figures.put(REVENUE_SHARE, outcome.revenueShare(row.getField("iso3")));
    return figures;
  }

  private Map<String, Function<String, Double>> figures(String scenario) {
    LabourOutcome outcome = outcome(scenario);
    return Map.of(
        "d_welfare_pct", code -> 100 * (outcome.welfare(code) - 1),
        "d_deficit_pct", code -> 100 * outcome.deficitChange(code).orElseThrow(),
        "d_export_gdp_pct", code -> 100 * (outcome.exportShare(code) - 1),
        "d_import_gdp_pct", code -> 100 * (outcome.importShare(code) - 1),
        "d_employment_pct", code -> 100 * (outcome.employment(code) - 1),
        "d_cpi_pct", code -> 100 * (outcome.price(code) - 1));
  }

  /** Means of groups are weighted by base spending in the paper's tables. */
  Map<String, Double> group(NamedCsvRecord row, String prefix) {
    List<String> members =
        switch (row.getField("group")) {
          case "nonUS_avg" ->
              world.economies().stream().filter(code -> !code.equals("USA")).toList();
          case "EU_avg" -> UNION.stream().filter(world.economies()::contains).toList();
          default -> List.of(row.getField("group"));
        };
    Map<String, Double> means = new LinkedHashMap<>();
    figures(row.getField("scenario"))
        .forEach((column, figure) -> means.put(prefix + column, mean(members, figure::apply)));
    if (prefix.isEmpty()) {
      LabourOutcome outcome = outcome(row.getField("scenario"));
      means.put("d_global_trade_to_gdp_pct", 100 * (outcome.worldTradeShare() - 1));
      means.put(REVENUE_SHARE, mean(members, outcome::revenueShare));
    }
    means.keySet().removeIf(column -> CsvCases.number(row, column).isEmpty());
    return means;
  }

  private double mean(List<String> members, ToDoubleFunction<String> figure) {
    double weight = 0;
    double sum = 0;
    for (String code : members) {
      weight += world.finalUse(code);
      sum += world.finalUse(code) * figure.applyAsDouble(code);
    }
    return sum / weight;
  }
}
