package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tariffeconomics.economy.Deficits;
import org.tariffeconomics.economy.DutyShock;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.FirstOrderTerms;
import org.tariffeconomics.economy.Outcome;
import org.tariffeconomics.economy.UsePrices;
import org.tariffeconomics.economy.World;

/**
 * The world of Caliendo and Parro (2015) from its shares, and their three counterfactuals: the
 * duties of 2005 between members of NAFTA only, of the others only, and of all.
 */
final class CaliendoParro {

  private static final List<String> NAFTA = List.of("Canada", "Mexico", "USA");
  private static final int REGIONS = 31;
  private static final int SECTORS = 40;

  private final Function<String, Path> inputs;
  private final List<String> regions;
  private final World world;
  private final Equilibrium model;
  private final double[][][] before;
  private final double[][][] after;
  private final Map<String, Outcome> solved = new LinkedHashMap<>();

  CaliendoParro(Function<String, Path> inputs) {
    this.inputs = inputs;
    this.regions =
        PeerTables.rows(inputs.apply("inputs_regions.csv")).stream().map(r -> r.get(0)).toList();
    this.before = duties("inputs_tariff_power_1993_jn_i.csv.gz");
    this.after = duties("inputs_tariff_power_2005_jn_i.csv.gz");
    List<String> sectors = IntStream.range(0, SECTORS).mapToObj(j -> "s" + j).toList();
    double[][][] flows = flows();
    this.world = World.of(regions, sectors, flows, uses(flows), before, UsePrices.DUTY_PAID);
    double[] theta = new double[SECTORS];
    List<List<String>> rows = PeerTables.rows(inputs.apply("inputs_theta_j.csv"));
    Map<String, Double> thetas = new LinkedHashMap<>();
    for (int j = 0; j < SECTORS; j++) {
      theta[j] = Double.parseDouble(rows.get(j).get(0));
      thetas.put("s" + j, theta[j]);
    }
    this.model =
        Equilibrium.of(world, Elasticity.bySector(thetas, "Caliendo and Parro (2015)"))
            .with(Deficits.ZERO);
  }

  private double[][] matrix(String file) {
    return PeerTables.matrix(inputs.apply(file));
  }

  /** Sectors without a row, services, bear no duty. */
  private double[][][] duties(String file) {
    double[][] powers = matrix(file);
    double[][][] duties = new double[SECTORS][REGIONS][REGIONS];
    for (int row = 0; row < powers.length; row++) {
      duties[row / REGIONS][row % REGIONS] =
          Arrays.stream(powers[row]).map(power -> power - 1).toArray();
    }
    return duties;
  }

  private double[][][] flows() {
    double[][] shares = matrix("inputs_pi_jn_i.csv.gz");
    double[][] spending = matrix("inputs_expenditure_j_n.csv");
    double[][][] flows = new double[SECTORS][REGIONS][REGIONS];
    for (int row = 0; row < shares.length; row++) {
      int j = row / REGIONS;
      int n = row % REGIONS;
      for (int i = 0; i < REGIONS; i++) {
        flows[j][n][i] = shares[row][i] * spending[j][n] / (1 + before[j][n][i]);
      }
    }
    return flows;
  }

  private double[][][] uses(double[][][] flows) {
    double[][] inputs = matrix("inputs_io_nk_j.csv.gz");
    double[][] added = matrix("inputs_value_added_share_j_n.csv");
    double[][][] uses = new double[REGIONS][SECTORS][SECTORS];
    for (int n = 0; n < REGIONS; n++) {
      for (int user = 0; user < SECTORS; user++) {
        double made = 0;
        for (int importer = 0; importer < REGIONS; importer++) {
          made += flows[user][importer][n];
        }
        for (int input = 0; input < SECTORS; input++) {
          uses[n][input][user] = inputs[n * SECTORS + input][user] * (1 - added[user][n]) * made;
        }
      }
    }
    return uses;
  }

  Outcome outcome(String scenario) {
    return solved.computeIfAbsent(
        scenario, name -> model.solve(DutyShock.none(world).withDuties(scenarioDuties(name))));
  }

  Equilibrium model() {
    return model;
  }

  private double[][][] scenarioDuties(String scenario) {
    double[][][] duties = new double[SECTORS][REGIONS][REGIONS];
    for (int j = 0; j < SECTORS; j++) {
      for (int n = 0; n < REGIONS; n++) {
        for (int i = 0; i < REGIONS; i++) {
          boolean inside = NAFTA.contains(regions.get(n)) && NAFTA.contains(regions.get(i));
          boolean changes =
              switch (scenario) {
                case "world" -> true;
                case "onlyNAFTA" -> inside;
                case "worldNoNAFTA" -> !inside;
                default -> throw new UnsupportedCase("no such scenario: " + scenario);
              };
          duties[j][n][i] = changes ? after[j][n][i] : before[j][n][i];
        }
      }
    }
    return duties;
  }

  Map<String, Double> published(NamedCsvRecord row) {
    return row.getField("published_welfare_pct").isBlank() ? Map.of() : terms("published_", row);
  }

  Map<String, Double> authorsCode(NamedCsvRecord row) {
    return terms("authors_code_", row);
  }

  private Map<String, Double> terms(String prefix, NamedCsvRecord row) {
    return terms(prefix, outcome(row.getField("scenario")), row.getField("region"));
  }

  private static Map<String, Double> terms(String prefix, Outcome outcome, String region) {
    FirstOrderTerms first = outcome.firstOrder(region);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(prefix + "welfare_pct", 100 * first.welfare());
    figures.put(prefix + "tot_pct", 100 * first.termsOfTrade());
    figures.put(prefix + "vot_pct", 100 * first.volumeOfTrade());
    figures.put(prefix + "realwage_pct", 100 * (outcome.realWage(region) - 1));
    return figures;
  }

  /**
   * The reference run, to two millionths of a percent. Its cost shares are those of the data, which
   * sum to one within 7e-7 only, so that its costs are not quite homogeneous; here value added is
   * what is left of output, so that they are. The world is balanced before it is shocked.
   */
  Map<String, Double> reference(NamedCsvRecord row) {
    Outcome outcome = outcome(row.getField("scenario"));
    String region = row.getField("region");
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("ref_linear_welfare_pct", 100 * outcome.firstOrder(region).welfare());
    figures.put("ref_realwage_pct", 100 * (outcome.realWage(region) - 1));
    figures.put("ref_exact_real_income_pct", 100 * (outcome.welfare(region) - 1));
    figures.put("ref_wage_hat", outcome.wage(region));
    return figures;
  }

  /** The R package cp2015 runs the duties between members of NAFTA. */
  Map<String, Double> peer(NamedCsvRecord row) {
    Outcome outcome = outcome("onlyNAFTA");
    String region = row.getField("region").replace(" ", "");
    FirstOrderTerms first = outcome.firstOrder(region);
    return Map.of(
        "tot", 100 * first.termsOfTrade(),
        "vot", 100 * first.volumeOfTrade(),
        "welfare", 100 * first.welfare(),
        "realwage", 100 * (outcome.realWage(region) - 1));
  }
}
