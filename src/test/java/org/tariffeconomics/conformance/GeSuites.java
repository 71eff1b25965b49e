package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.conformance.CsvFileSuite.Check;
import org.tariffeconomics.economy.Decomposition;
import org.tariffeconomics.economy.FirstOrderTerms;
import org.tariffeconomics.economy.Outcome;

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
    return List.of(oneSector(), multiSector());
  }

  private static Suite oneSector() {
    GeWorlds worlds = new GeWorlds();
    return new CsvFileSuite(
        "ge_onesector94",
        FOLDER,
        dir ->
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
        dir ->
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
}
