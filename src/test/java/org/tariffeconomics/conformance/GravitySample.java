package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tariffeconomics.economy.Deficits;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.GravityModel;
import org.tariffeconomics.economy.Outcome;
import org.tariffeconomics.economy.World;

/**
 * The sample of the Python package gegravity 0.3: 30 economies of 2006, and an agreement of Canada
 * and Japan. What it calls the experiment's general equilibrium is the conditional one.
 */
final class GravitySample {

  private static final double SIGMA = 5;
  private static final Set<String> PARTNERS = Set.of("CAN", "JPN");

  private final GravityModel base;
  private final GravityModel.Conditional change;
  private final Outcome exact;
  private final List<String> codes;
  private final double[][] before;
  private final double[][] after;

  GravitySample(Function<String, Path> inputs) {
    Map<String, Double> coefficients = new LinkedHashMap<>();
    List<List<String>> costs = PeerTables.rows(inputs.apply("inputs_cost_coefficients.csv"));
    List<String> names = PeerTables.column(costs, "var");
    for (int v = 0; v < names.size(); v++) {
      coefficients.put(names.get(v), PeerTables.numbers(costs, "beta")[v]);
    }
    List<List<String>> rows = PeerTables.rows(inputs.apply("inputs_sample_data_set.csv"));
    this.codes = List.copyOf(new TreeSet<>(PeerTables.column(rows, "exporter")));
    int n = codes.size();
    this.before = new double[n][n];
    this.after = new double[n][n];
    double[] output = new double[n];
    double[] expenditure = new double[n];
    List<String> header = rows.get(0);
    for (List<String> row : rows.subList(1, rows.size())) {
      int i = codes.indexOf(row.get(header.indexOf("exporter")));
      int j = codes.indexOf(row.get(header.indexOf("importer")));
      output[i] = Double.parseDouble(row.get(header.indexOf("Y")));
      expenditure[j] = Double.parseDouble(row.get(header.indexOf("E")));
      double log = coefficients.get("constant");
      for (String name : names) {
        if (!name.equals("constant")) {
          log += coefficients.get(name) * Double.parseDouble(row.get(header.indexOf(name)));
        }
      }
      boolean agreed = i != j && PARTNERS.contains(codes.get(i)) && PARTNERS.contains(codes.get(j));
      before[i][j] = Math.exp(log);
      after[i][j] = Math.exp(log + (agreed ? coefficients.get("pta") : 0));
    }
    this.base = GravityModel.of(codes, before, output, expenditure, SIGMA, "DEU");
    this.change = base.conditional(after);
    this.exact = exact();
  }

  private Outcome exact() {
    World world = base.world();
    double cost =
        Math.pow(
            after[codes.indexOf("CAN")][codes.indexOf("JPN")]
                / before[codes.indexOf("CAN")][codes.indexOf("JPN")],
            1 / (1 - SIGMA));
    return Equilibrium.of(world, Elasticity.of(SIGMA - 1))
        .with(Deficits.MULTIPLICATIVE_UNSCALED)
        .solve(
            DutyShock.none(world).withIceberg("CAN", "JPN", cost).withIceberg("JPN", "CAN", cost));
  }

  Outcome exactOutcome() {
    return exact;
  }

  Map<String, Double> resistances(NamedCsvRecord row) {
    String code = row.getField("country");
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("baseline imr", base.inward(code));
    figures.put("conditional imr", change.after().inward(code));
    figures.put("experiment imr", change.after().inward(code));
    figures.put("baseline omr", base.outward(code));
    figures.put("conditional omr", change.after().outward(code));
    figures.put("experiment omr", change.after().outward(code));
    return figures;
  }

  Map<String, Double> country(NamedCsvRecord row) {
    String code = row.getField("country");
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("factory gate price change (percent)", 100 * (change.price(code) - 1));
    figures.put(
        "omr change (percent)", 100 * (change.after().outward(code) / base.outward(code) - 1));
    figures.put(
        "imr change (percent)", 100 * (change.after().inward(code) / base.inward(code) - 1));
    figures.put("GDP change (percent)", 100 * (change.realPrice(code) - 1));
    figures.put("welfare statistic", 1 / change.realPrice(code));
    figures.put("terms of trade change (percent)", 100 * (change.realPrice(code) - 1));
    figures.put("output change (percent)", 100 * (change.price(code) - 1));
    figures.put("expenditure change (percent)", 100 * (change.price(code) - 1));
    Totals totals = totals(code);
    figures.put("foreign exports change (percent)", totals.exports().percent());
    figures.put("foreign imports change (percent)", totals.imports().percent());
    figures.put("intranational trade change (percent)", totals.home().percent());
    return figures;
  }

  Map<String, Double> price(NamedCsvRecord row) {
    return Map.of("experiment factory gate price", change.price(row.getField("exporter")));
  }

  Map<String, Double> output(NamedCsvRecord row) {
    String code = row.getField("country");
    double ratio = change.price(code);
    return Map.of(
        "experiment output", CsvCases.required(row, "baseline output") * ratio,
        "output change (percent)", 100 * (ratio - 1),
        "experiment expenditure", CsvCases.required(row, "baseline expenditure") * ratio,
        "expenditure change (percent)", 100 * (ratio - 1));
  }

  Map<String, Double> trade(NamedCsvRecord row) {
    String from = row.getField("exporter");
    String to = row.getField("importer");
    double old = base.flow(from, to);
    double now = change.revaluedFlow(from, to);
    return Map.of(
        "baseline modeled trade", old,
        "experiment trade", now,
        "trade change (percent)", 100 * (now / old - 1));
  }

  Map<String, Double> costs(NamedCsvRecord row) {
    int i = codes.indexOf(row.getField("exporter"));
    int j = codes.indexOf(row.getField("importer"));
    return Map.of(
        "baseline trade cost", before[i][j],
        "experiment trade cost", after[i][j],
        "trade cost change (%)", 100 * (after[i][j] / before[i][j] - 1));
  }

  Map<String, Double> totals(NamedCsvRecord row) {
    Totals totals = totals(row.getField("country"));
    Map<String, Double> figures = new LinkedHashMap<>();
    totals.sales().put(figures, "shipments", "shipments");
    totals.exports().put(figures, "foreign exports", "foreign exports");
    totals.purchases().put(figures, "consumption", "consumption");
    totals.imports().put(figures, "foreign imports", "foreign imports");
    totals.home().put(figures, "intranational trade", "modeled intranational trade");
    return figures;
  }

  /** A value before and after the agreement. */
  private record Shift(double before, double after) {

    Shift without(Shift part) {
      return new Shift(before - part.before, after - part.after);
    }

    double percent() {
      return 100 * (after / before - 1);
    }

    void put(Map<String, Double> figures, String name, String nameAfter) {
      figures.put("baseline modeled " + name, before);
      figures.put("experiment " + nameAfter, after);
      figures.put(name + " change (percent)", percent());
    }
  }

  /** What a country sells, buys and sells at home, its home sales among both. */
  private record Totals(Shift sales, Shift purchases, Shift home) {

    Shift exports() {
      return sales.without(home);
    }

    Shift imports() {
      return purchases.without(home);
    }
  }

  private Totals totals(String code) {
    double[] old = new double[2];
    double[] now = new double[2];
    for (String other : codes) {
      old[0] += base.flow(code, other);
      now[0] += change.revaluedFlow(code, other);
      old[1] += base.flow(other, code);
      now[1] += change.revaluedFlow(other, code);
    }
    return new Totals(
        new Shift(old[0], now[0]),
        new Shift(old[1], now[1]),
        new Shift(base.flow(code, code), change.revaluedFlow(code, code)));
  }

  Map<String, Double> exact(NamedCsvRecord row) {
    String code = row.getField("Unnamed: 0");
    return Map.of(
        "exact_welfare_pct", 100 * (exact.welfare(code) - 1),
        "exact_w_rel_DEU", 100 * (exact.wage(code) / exact.wage("DEU") - 1),
        "gegravity_pct", 100 * (change.realPrice(code) - 1),
        "geg_p_rel_DEU", 100 * (change.price(code) / change.price("DEU") - 1));
  }

  /** How far the conditional answer is from the exact one: a quotient of two small changes. */
  Map<String, Double> quotient(NamedCsvRecord row) {
    String code = row.getField("Unnamed: 0");
    return Map.of("ratio", (change.realPrice(code) - 1) / (exact.welfare(code) - 1));
  }
}
