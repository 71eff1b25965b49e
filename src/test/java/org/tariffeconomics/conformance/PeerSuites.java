package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tariffeconomics.conformance.CsvFileSuite.Check;
import org.tariffeconomics.economy.Deficits;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.Outcome;
import org.tariffeconomics.economy.UsePrices;
import org.tariffeconomics.economy.World;

/**
 * Published and peer-run results of other programs for exact hat algebra: one sector with and
 * without duties, and the many sectors of Caliendo and Parro.
 */
final class PeerSuites {

  private static final TreeComparison RUN = new TreeComparison(1e-10, 0);

  /** The R runs stop at wages that are 1e-8 off: real wages agree ten times better. */
  private static final TreeComparison PEER_RUN = new TreeComparison(1e-7, 0);

  private PeerSuites() {}

  static List<Suite> all() {
    return List.of(armington36(), zylkin(), caliendoParro(), ossa(), ignatenko(), gravitySample());
  }

  /** Keeps what was computed once. */
  static <T> Supplier<T> once(Supplier<T> maker) {
    Map<String, T> kept = new LinkedHashMap<>();
    return () -> kept.computeIfAbsent("", key -> maker.get());
  }

  // 36 economies of WangZi-HKBU/econ7115, an Octave run. China taxes its sales at home there.

  private static Suite armington36() {
    String folder = "data/peers/onesector_armington36";
    return new CsvFileSuite(
        "onesector_armington36",
        folder,
        cases -> {
          Supplier<Path> inputs = () -> cases.input(folder + "/inputs.csv");
          Supplier<World> world = once(() -> armingtonWorld(inputs.get()));
          Supplier<Equilibrium> model =
              once(() -> Equilibrium.of(world.get(), Elasticity.of(2.059)).with(Deficits.ZERO));
          Supplier<Outcome> china =
              once(
                  () ->
                      model
                          .get()
                          .solve(
                              DutyShock.none(world.get())
                                  .withDuty("*", "CHN", 0)
                                  .withDuty("CHN", "CHN", 0)));
          Supplier<Outcome> american =
              once(() -> model.get().solve(DutyShock.none(world.get()).withAdded("USA", "*", 0.1)));
          return List.of(
              new Check(
                  "expected.csv",
                  List.of("country"),
                  RUN,
                  row ->
                      armington(
                          row.getField("country"),
                          world.get(),
                          model.get(),
                          china.get(),
                          american.get())));
        });
  }

  private static World armingtonWorld(Path file) {
    List<List<String>> rows = PeerTables.rows(file);
    List<String> exporters = PeerTables.column(rows, "exporter");
    List<String> importers = PeerTables.column(rows, "importer");
    double[] trade = PeerTables.numbers(rows, "trade_incl_tariff");
    double[] tariff = PeerTables.numbers(rows, "tariff");
    List<String> codes = List.copyOf(new LinkedHashSet<>(exporters));
    double[][] flows = new double[codes.size()][codes.size()];
    double[][][] duties = new double[1][codes.size()][codes.size()];
    for (int r = 0; r < trade.length; r++) {
      int to = codes.indexOf(importers.get(r));
      int from = codes.indexOf(exporters.get(r));
      duties[0][to][from] = tariff[r];
      flows[to][from] = trade[r] / (1 + tariff[r]);
    }
    return World.of(codes, flows).withBaseDuties(duties, UsePrices.DUTY_PAID);
  }

  private static Map<String, Double> armington(
      String code, World world, Equilibrium model, Outcome china, Outcome american) {
    double balanced =
        model.base().valueAdded(code)
            / world.valueAdded(code)
            / (model.base().valueAdded("ARG") / world.valueAdded("ARG"));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("balance_step_wage_rel_ARG", balanced);
    figures.put("octave_balance_wage", balanced);
    figures.put("china_free_trade_welfare_hat", china.welfare(code));
    figures.put("octave_china_free_trade_welfare_hat", china.welfare(code));
    figures.put("china_free_trade_wage_rel_ARG", china.wage(code) / china.wage("ARG"));
    figures.put("us_plus10_welfare_hat", american.welfare(code));
    figures.put("octave_us_plus10_welfare_hat", american.welfare(code));
    figures.put("us_plus10_wage_rel_ARG", american.wage(code) / american.wage("ARG"));
    return figures;
  }

  // 44 economies of 2000 and the enlargement of the EU: Stata's ge_gravity by Zylkin, and R runs.

  private static Suite zylkin() {
    String folder = "data/peers/gegravity_zylkin";
    return new CsvFileSuite(
        "gegravity_zylkin",
        folder,
        cases -> {
          Supplier<Path> effects = () -> cases.input(folder + "/inputs_trade2000_eu_effect.csv");
          Supplier<Path> dummies = () -> cases.input(folder + "/inputs_trade2000.csv");
          Map<String, Outcome> solved = new LinkedHashMap<>();
          return List.of(
              new Check(
                  "expected_eu_enlargement.csv",
                  List.of("deficit_rule", "country"),
                  RUN,
                  row -> gravity(enlargement(solved, effects, "eu_effect", 1, rule(row)), row)),
              new Check(
                  "expected_eu_enlargement.csv",
                  List.of("deficit_rule", "country"),
                  new TreeComparison(0, 2e-7),
                  row ->
                      Map.of(
                          "published_stata_welfare_float32",
                          enlargement(solved, effects, "eu_effect", 1, rule(row))
                              .welfare(row.getField("country")))),
              peerRun(solved, dummies, "0.2243", "add"),
              peerRun(solved, dummies, "0.2243", "mult"),
              peerRun(solved, dummies, "0.5", "add"),
              peerRun(solved, dummies, "0.5", "mult"),
              peerTrade(solved, dummies, "add"),
              peerTrade(solved, dummies, "mult"));
        });
  }

  private static Deficits rule(NamedCsvRecord row) {
    return rule(row.getField("deficit_rule"));
  }

  /** What these commands call multiplicative does not make the world spend what it earns. */
  private static Deficits rule(String word) {
    return word.startsWith("add") ? Deficits.WORLD_SHARE : Deficits.MULTIPLICATIVE_UNSCALED;
  }

  private static Outcome enlargement(
      Map<String, Outcome> solved,
      Supplier<Path> source,
      String column,
      double beta,
      Deficits rule) {
    return solved.computeIfAbsent(
        column + beta + rule,
        key -> {
          List<List<String>> rows = PeerTables.rows(source.get());
          List<String> exporters = PeerTables.column(rows, "exporter");
          List<String> importers = PeerTables.column(rows, "importer");
          double[] trade = PeerTables.numbers(rows, "trade");
          double[] effect = PeerTables.numbers(rows, column);
          List<String> codes = List.copyOf(new LinkedHashSet<>(exporters));
          double[][] flows = new double[codes.size()][codes.size()];
          for (int r = 0; r < trade.length; r++) {
            flows[codes.indexOf(importers.get(r))][codes.indexOf(exporters.get(r))] = trade[r];
          }
          World world = World.of(codes, flows);
          DutyShock shock = DutyShock.none(world);
          for (int r = 0; r < trade.length; r++) {
            if (effect[r] != 0) {
              double cost = Math.exp(-beta * effect[r] / 4);
              shock = shock.withIceberg(exporters.get(r), importers.get(r), cost);
            }
          }
          return Equilibrium.of(world, Elasticity.of(4)).with(rule).solve(shock);
        });
  }

  private static Map<String, Double> gravity(Outcome outcome, NamedCsvRecord row) {
    String code = row.findField("country").orElseGet(() -> row.getField("exporter"));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("welfare", outcome.welfare(code));
    figures.put("real_wage", outcome.realWage(code));
    figures.put("nominal_wage", outcome.wage(code));
    figures.put("nom_wage", outcome.wage(code));
    figures.put("price_index", outcome.price(code));
    return figures;
  }

  private static Check peerRun(
      Map<String, Outcome> solved, Supplier<Path> dummies, String beta, String rule) {
    return new Check(
        "expected_country_beta" + beta + "_" + rule + ".csv",
        List.of("exporter"),
        PEER_RUN,
        row ->
            gravity(
                enlargement(
                    solved, dummies, "eu_enlargement_chg", Double.parseDouble(beta), rule(rule)),
                row));
  }

  private static Check peerTrade(Map<String, Outcome> solved, Supplier<Path> dummies, String rule) {
    return new Check(
        "expected_trade_beta0.5_" + rule + ".csv",
        List.of("exporter", "importer"),
        PEER_RUN,
        row ->
            Map.of(
                "new_trade",
                enlargement(solved, dummies, "eu_enlargement_chg", 0.5, rule(rule))
                    .flow(row.getField("exporter"), row.getField("importer"))));
  }

  // NAFTA from 1993 to 2005, 31 regions and 40 sectors: Caliendo and Parro (2015).

  private static Suite caliendoParro() {
    String folder = "data/peers/caliendo_parro";
    return new CsvFileSuite(
        "caliendo_parro",
        folder,
        cases -> {
          Supplier<CaliendoParro> nafta =
              once(() -> new CaliendoParro(file -> cases.input(folder + "/" + file)));
          return List.of(
              new Check(
                  "expected.csv",
                  List.of("scenario", "region"),
                  new TreeComparison(0, 0.006),
                  row -> nafta.get().published(row)),
              new Check(
                  "expected.csv",
                  List.of("scenario", "region"),
                  new TreeComparison(0, 2e-5),
                  row -> nafta.get().authorsCode(row)),
              new Check(
                  "expected.csv",
                  List.of("scenario", "region"),
                  new TreeComparison(1e-6, 2e-6),
                  row -> nafta.get().reference(row)),
              new Check(
                  "expected_welfare_cp2015R_zerodeficit.csv",
                  List.of("region"),
                  new TreeComparison(0, 2e-5),
                  row -> nafta.get().peer(row)),
              new Check(
                  "expected_welfare_cp2015R_withdeficit.csv",
                  List.of("region"),
                  RUN,
                  row -> {
                    throw new UnsupportedCase("the inputs held are those without deficits");
                  }));
        });
  }

  // Seven economies, 33 sectors, profits: Ossa (2014), the welfare of his published duties.

  private static Suite ossa() {
    String folder = "data/peers/ossa2014";
    return new CsvFileSuite(
        "ossa2014",
        folder,
        cases -> {
          Supplier<OssaWorld> ossa =
              once(() -> new OssaWorld(file -> cases.input(folder + "/" + file)));
          return List.of(
              new Check(
                  "expected.csv",
                  List.of("scenario", "country"),
                  new TreeComparison(0, 1e-8),
                  row -> ossa.get().figures(row)),
              new Check(
                  "expected.csv",
                  List.of("scenario", "country"),
                  new TreeComparison(0, 0.05),
                  row -> ossa.get().published(row)));
        });
  }

  // 194 economies with labour supply and margins: Ignatenko et al. (2025), nine scenarios.

  private static Suite ignatenko() {
    String folder = "data/peers/ignatenko2025";
    return new CsvFileSuite(
        "ignatenko2025",
        folder,
        cases -> {
          Supplier<LiberationDay> day =
              once(() -> new LiberationDay(file -> cases.input(folder + "/" + file)));
          return List.of(
              new Check(
                  "expected_all_countries.csv.gz",
                  List.of("scenario", "iso3"),
                  new TreeComparison(1e-9, 1e-6),
                  row -> day.get().country(row)),
              new Check(
                  "expected_tables.csv",
                  List.of("scenario", "group"),
                  new TreeComparison(1e-9, 1e-6),
                  row -> day.get().group(row, "")),
              new Check(
                  "expected_tables.csv",
                  List.of("scenario", "group"),
                  new TreeComparison(0, 0.06),
                  row -> day.get().group(row, "published_")));
        });
  }

  // 30 economies and one agreement: the sample of gegravity, and the exact answer beside it.

  private static Suite gravitySample() {
    String folder = "data/peers/gegravity_sample";
    TreeComparison run = new TreeComparison(1e-6, 1e-6);
    return new CsvFileSuite(
        "gegravity_sample",
        folder,
        cases -> {
          Supplier<GravitySample> sample =
              once(() -> new GravitySample(file -> cases.input(folder + "/" + file)));
          List<String> country = List.of("country");
          List<String> pair = List.of("exporter", "importer");
          return List.of(
              new Check(
                  "expected_mr_terms.csv",
                  country,
                  new TreeComparison(1e-7, 0),
                  row -> sample.get().resistances(row)),
              new Check(
                  "expected_country_results.csv", country, run, row -> sample.get().country(row)),
              new Check(
                  "expected_factory_gate_prices.csv",
                  List.of("exporter"),
                  run,
                  row -> sample.get().price(row)),
              new Check(
                  "expected_outputs_expenditures.csv",
                  country,
                  run,
                  row -> sample.get().output(row)),
              new Check("expected_bilateral_trade.csv", pair, run, row -> sample.get().trade(row)),
              new Check("expected_bilateral_costs.csv", pair, run, row -> sample.get().costs(row)),
              new Check(
                  "expected_aggregate_trade.csv", country, run, row -> sample.get().totals(row)),
              new Check(
                  "crosscheck_exact_hat_vs_gegravity.csv",
                  List.of("Unnamed: 0"),
                  run,
                  row -> sample.get().exact(row)),
              new Check(
                  "crosscheck_exact_hat_vs_gegravity.csv",
                  List.of("Unnamed: 0"),
                  new TreeComparison(1e-4, 0),
                  row -> sample.get().quotient(row)));
        });
  }
}
