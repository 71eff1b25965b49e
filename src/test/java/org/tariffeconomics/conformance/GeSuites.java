package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.tariffeconomics.conformance.CsvFileSuite.Check;
import org.tariffeconomics.economy.CostPush;
import org.tariffeconomics.economy.Decomposition;
import org.tariffeconomics.economy.FirstOrderTerms;
import org.tariffeconomics.economy.FoldedDuties;
import org.tariffeconomics.economy.Outcome;
import org.tariffeconomics.economy.RevenueSimulation;
import org.tariffeconomics.economy.UsAdditions;

/** The golden files of general equilibrium: numpy programs written from the equations. */
final class GeSuites {

  private static final String FOLDER = "golden/ge";
  private static final TreeComparison SOLVED = new TreeComparison(1e-10, 0);
  private static final TreeComparison SOLVED_WITH_INPUTS = new TreeComparison(1e-9, 1e-12);
  private static final TreeComparison EXACT = new TreeComparison(1e-12, 1e-12);

  /** What the reference solved to, not a difference: all are below this. */
  private static final TreeComparison CERTIFICATE = new TreeComparison(0, 1e-11);

  private GeSuites() {}

  static List<Suite> all() {
    return List.of(oneSector(), multiSector(), policies(), costPush(), revenue(), folding());
  }

  private static Suite oneSector() {
    GeWorlds worlds = new GeWorlds();
    return new CsvFileSuite(
        "ge_onesector94",
        FOLDER,
        cases ->
            List.of(
                new Check(
                    "onesector94.csv",
                    List.of("scenario", "country"),
                    SOLVED,
                    row -> oneSector(worlds.oneSector(row.getField("scenario")), row)),
                new Check(
                    "onesector94_flows_us.csv",
                    List.of("scenario", "exporter", "importer"),
                    SOLVED,
                    row ->
                        Map.of(
                            "flow_usd_m",
                            worlds
                                .oneSector(row.getField("scenario"))
                                .flow(row.getField("exporter"), row.getField("importer")))),
                new Check(
                    "onesector94_convergence.csv",
                    List.of("scenario"),
                    SOLVED,
                    row ->
                        Map.of(
                            "kappa", worlds.oneSector(row.getField("scenario")).spendingFactor())),
                new Check(
                    "onesector94_convergence.csv",
                    List.of("scenario"),
                    CERTIFICATE,
                    row -> certificate(worlds.oneSector(row.getField("scenario")))),
                new Check(
                    "onesector94_decomposition.csv",
                    List.of("scenario", "country"),
                    EXACT,
                    row -> split(worlds.oneSector(row.getField("scenario")), row, ""))));
  }

  private static Map<String, Double> oneSector(Outcome outcome, NamedCsvRecord row) {
    String code = row.getField("country");
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("welfare", outcome.welfare(code));
    figures.put("real_income", outcome.realIncome(code));
    figures.put("real_wage", outcome.realWage(code));
    figures.put("wage", outcome.wage(code));
    figures.put("price", outcome.price(code));
    figures.put("expenditure_usd_m", outcome.finalUse(code));
    figures.put("exports_usd_m", outcome.exports(code));
    figures.put("imports_usd_m", outcome.imports(code));
    figures.put("tariff_revenue_usd_m", outcome.revenue(code));
    figures.put("home_share", outcome.homeShare(code, "ALL"));
    return figures;
  }

  private static Map<String, Double> certificate(Outcome outcome) {
    return Map.of(
        "residual", outcome.convergence().residual(),
        "newton_step", outcome.convergence().newtonStep(),
        "walras", outcome.convergence().walras());
  }

  private static Map<String, Double> split(Outcome outcome, NamedCsvRecord row, String prefix) {
    Decomposition why = outcome.why(row.getField("country"));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("ln_welfare", why.logWelfare());
    figures.put(prefix + "factor_income", why.factorIncome());
    figures.put(prefix + "tariff_revenue", why.tariffRevenue());
    figures.put(prefix + "transfer", why.transfer());
    figures.put(prefix + "own_cost", why.ownCost());
    figures.put(prefix + "foreign_cost", why.foreignCost());
    figures.put(prefix + "duties", why.duties());
    figures.put(prefix + "iceberg", why.iceberg());
    return figures;
  }

  private static Suite multiSector() {
    GeWorlds worlds = new GeWorlds();
    return new CsvFileSuite(
        "ge_multisector25x21",
        FOLDER,
        cases ->
            List.of(
                new Check(
                    "multisector25x21.csv",
                    List.of("scenario", "country"),
                    SOLVED_WITH_INPUTS,
                    row -> multiSector(worlds.multiSector(row.getField("scenario")), row)),
                new Check(
                    "multisector25x21.csv",
                    List.of("scenario", "country"),
                    new TreeComparison(1e-11, 1e-11),
                    row -> split(worlds.multiSector(row.getField("scenario")), row, "d_")),
                new Check(
                    "multisector25x21_sectors.csv",
                    List.of("scenario", "country", "sector"),
                    SOLVED_WITH_INPUTS,
                    row -> sector(worlds.multiSector(row.getField("scenario")), row)),
                new Check(
                    "multisector25x21_convergence.csv",
                    List.of("scenario"),
                    CERTIFICATE,
                    row ->
                        Map.of(
                            "walras",
                            worlds.multiSector(row.getField("scenario")).convergence().walras()))));
  }

  private static Map<String, Double> multiSector(Outcome outcome, NamedCsvRecord row) {
    String code = row.getField("country");
    FirstOrderTerms first = outcome.firstOrder(code);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("welfare", outcome.welfare(code));
    figures.put("real_wage", outcome.realWage(code));
    figures.put("wage", outcome.wage(code));
    figures.put("consumer_price", outcome.price(code));
    figures.put("final_expenditure_usd_m", outcome.finalUse(code));
    figures.put("exports_usd_m", outcome.exports(code));
    figures.put("imports_usd_m", outcome.imports(code));
    figures.put("tariff_revenue_usd_m", outcome.revenue(code));
    figures.put("first_order_tot", first.termsOfTrade());
    figures.put("first_order_vot", first.volumeOfTrade());
    return figures;
  }

  private static Map<String, Double> sector(Outcome outcome, NamedCsvRecord row) {
    String code = row.getField("country");
    String sector = row.getField("sector");
    return Map.of(
        "price", outcome.price(code, sector),
        "output_usd_m", outcome.output(code, sector),
        "expenditure_usd_m", outcome.spending(code, sector),
        "home_share", outcome.homeShare(code, sector));
  }

  // Best duties: the United States among 94, three blocs, symmetric worlds.

  private static Suite policies() {
    GePolicies policies = new GePolicies();
    return new CsvFileSuite(
        "ge_policies",
        FOLDER,
        cases ->
            List.of(
                new Check(
                    "optimal_us_uniform.csv", List.of("elasticity"), SOLVED, policies::uniform),
                new Check(
                    "optimal_us_by_partner.csv", List.of("partner"), SOLVED, policies::byPartner),
                new Check(
                    "nash.csv",
                    List.of("case", "item", "who", "partner"),
                    SOLVED,
                    row -> policies.game(row, cases))));
  }

  private static Suite costPush() {
    TreeComparison exact = new TreeComparison(1e-12, 1e-15);
    return new CsvFileSuite(
        "ge_cost_push",
        FOLDER,
        cases ->
            List.of(
                new Check(
                    "bea_cost_push_10.csv",
                    List.of("industry"),
                    exact,
                    row -> push(row, CostPush.bea2017().pushOnAllGoods(0.10))),
                new Check(
                    "bea_cost_push_steel50.csv",
                    List.of("industry"),
                    exact,
                    row ->
                        push(row, CostPush.bea2017().push(Map.of("331110", 0.5, "331200", 0.5)))),
                new Check(
                    "bea_cost_push_totals.csv", List.of("item"), exact, GeSuites::pushTotal)));
  }

  private static Map<String, Double> push(NamedCsvRecord row, CostPush.Push push) {
    String industry = row.getField("industry");
    return Map.of("direct", push.direct(industry), "total", push.total(industry));
  }

  private static Map<String, Double> pushTotal(NamedCsvRecord row) {
    CostPush.Push push = CostPush.bea2017().pushOnAllGoods(0.10);
    double duality = Math.abs(push.dualityResidual());
    return Map.of(
        "value",
        switch (row.getField("item")) {
          case "pce_price_change" -> push.consumerPrice();
          case "pce_direct_import_part" -> push.consumerImports();
          case "pce_domestic_part" -> push.consumerHomeGoods();
          case "duality_residual" -> duality < 1e-11 ? CsvCases.required(row, "value") : duality;
          case "imported_goods_intermediate_usd_m" -> CostPush.bea2017().importedInputs();
          default -> throw new UnsupportedCase("no such item: " + row.getField("item"));
        });
  }

  private static Suite revenue() {
    RevenueSimulation.Result[] kept = new RevenueSimulation.Result[1];
    return new CsvFileSuite(
        "ge_revenue",
        FOLDER,
        cases ->
            List.of(
                new Check(
                    "revenue_us_2025.csv",
                    List.of("sector"),
                    SOLVED,
                    row -> {
                      if (kept[0] == null) {
                        kept[0] =
                            RevenueSimulation.of(UsAdditions.revenueFlows2025())
                                .withResponses(4, 1)
                                .run();
                      }
                      return revenue(kept[0], row.getField("sector"));
                    })));
  }

  private static Map<String, Double> revenue(RevenueSimulation.Result result, String sector) {
    List<RevenueSimulation.Line> lines =
        result.lines().stream()
            .filter(line -> sector.equals("ALL") || line.flow().line().equals(sector))
            .toList();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("imports_before_usd_m", millions(lines, line -> line.flow().imports()));
    figures.put("revenue_before_usd_m", millions(lines, line -> line.before().duty()));
    figures.put("revenue_static_usd_m", millions(lines, line -> line.mechanical().duty()));
    figures.put("imports_after_usd_m", millions(lines, RevenueSimulation.Line::importsAfter));
    figures.put("revenue_after_usd_m", millions(lines, line -> line.after().duty()));
    figures.put("import_price_index", result.priceIndex(sector));
    return figures;
  }

  private static double millions(
      List<RevenueSimulation.Line> lines, Function<RevenueSimulation.Line, BigMoney> part) {
    return lines.stream()
        .map(part)
        .reduce(BigMoney::plus)
        .orElseThrow()
        .getAmount()
        .movePointLeft(6)
        .doubleValue();
  }

  /** Duties of HS chapters folded to pairs, at three elasticities. */
  private static Suite folding() {
    return new CsvFileSuite(
        "ge_aggregation",
        FOLDER,
        cases ->
            List.of(
                new Check(
                    "aggregation.csv",
                    List.of("partner", "elasticity"),
                    SOLVED,
                    row -> folded(row, cases.input(FOLDER + "/aggregation_inputs.csv")))));
  }

  private static Map<String, Double> folded(NamedCsvRecord row, Path inputs) {
    List<List<String>> all = PeerTables.rows(inputs);
    List<String> partners = PeerTables.column(all, "partner");
    List<List<String>> rows = new ArrayList<>(List.of(all.get(0)));
    for (int r = 0; r < partners.size(); r++) {
      if (partners.get(r).equals(row.getField("partner"))) {
        rows.add(all.get(r + 1));
      }
    }
    double[] values = PeerTables.numbers(rows, "imports_2024_usd");
    double[] before = PeerTables.numbers(rows, "duty_2024_usd");
    double[] after = PeerTables.numbers(rows, "added_2025");
    for (int h = 0; h < values.length; h++) {
      before[h] = values[h] > 0 ? before[h] / values[h] : 0;
      after[h] += before[h];
    }
    FoldedDuties folded =
        FoldedDuties.of(CsvCases.required(row, "elasticity"), values, before, after);
    return Map.of(
        "mean_power_change", folded.meanPowerChange(),
        "price_equivalent_power_change", folded.powerChange(),
        "mean_duty_after", folded.meanDuty(),
        "collected_rate_after_substitution", folded.collectedRate());
  }
}
