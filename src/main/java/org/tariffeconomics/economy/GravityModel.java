package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Structural gravity: trade from output, expenditure and bilateral costs, with multilateral
 * resistances (Anderson and van Wincoop 2003), and the <em>conditional</em> equilibrium, in which
 * costs change and output and expenditure do not answer.
 *
 * <pre>{@code
 * X_ij = Y_i E_j / Y · a_ij / (Π_i^(1−σ) P_j^(1−σ)),     a_ij = t_ij^(1−σ)
 * Π_i^(1−σ) = Σ_j a_ij P_j^(σ−1) E_j/E,                  P_j^(1−σ) = Σ_i a_ij Π_i^(σ−1) Y_i/Y
 * }</pre>
 *
 * <p>Inward resistance P is 1 for the reference importer. Imports add up to expenditure; exports
 * add up to output where the world's output equals its expenditure.
 *
 * <p>Some packages call “full general equilibrium” what is this conditional one with prices p̂ =
 * Π/Π′ read off it. Income does not feed back into spending there, and welfare p̂/P̂ differs from
 * the exact answer, by 2 percent of the effect for the country that changes its costs and by 7 to
 * 180 percent for the others in their own example. For the exact one make a {@link #world()} and
 * solve an {@link Equilibrium} with iceberg costs.
 *
 * @since 0.1.0
 */
public final class GravityModel {

  private static final int MAX_ITERATIONS = 100_000;
  private static final double TOLERANCE = 1e-14;

  private final List<String> economies;
  private final double[][] affinities;
  private final double[] output;
  private final double[] expenditure;
  private final double sigma;
  private final String reference;
  private final double[] inwardPulls;
  private final double[] outwardPulls;

  private GravityModel(
      List<String> economies,
      double[][] affinities,
      double[] output,
      double[] expenditure,
      double sigma,
      String reference) {
    this.economies = economies;
    this.affinities = affinities;
    this.output = output;
    this.expenditure = expenditure;
    this.sigma = sigma;
    this.reference = reference;
    this.inwardPulls = new double[output.length];
    this.outwardPulls = new double[output.length];
    solve();
  }

  /**
   * A model with its resistances solved.
   *
   * @param economies the codes, at least two, none twice
   * @param affinities t^(1−σ), {@code [exporter][importer]}, above zero; what a regression of trade
   *     on costs estimates, its constant included
   * @param output output of each economy, above zero
   * @param expenditure expenditure of each economy, above zero
   * @param sigma the elasticity of substitution, above 1
   * @param reference the importer whose inward resistance is 1
   * @return the model
   * @throws IllegalArgumentException when an argument is out of bounds or of another length
   * @throws IllegalStateException when the resistances do not settle
   */
  public static GravityModel of(
      List<String> economies,
      double[][] affinities,
      double[] output,
      double[] expenditure,
      double sigma,
      String reference) {
    Objects.requireNonNull(economies, "economies");
    Objects.requireNonNull(affinities, "affinities");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(expenditure, "expenditure");
    Objects.requireNonNull(reference, "reference");
    int n = economies.size();
    Require.distinct("economies", economies);
    Require.sameLength("affinities", affinities.length, n);
    Require.sameLength("output", output.length, n);
    Require.sameLength("expenditure", expenditure.length, n);
    if (!economies.contains(reference)) {
      throw Index.noSuch("economy", reference, economies);
    }
    if (!(sigma > 1) || !Double.isFinite(sigma)) {
      throw new IllegalArgumentException("sigma must be finite and above 1, but was " + sigma);
    }
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      Require.sameLength("affinities of " + economies.get(i), affinities[i].length, n);
      copy[i] = affinities[i].clone();
      Require.positive("output of " + economies.get(i), output[i]);
      Require.positive("expenditure of " + economies.get(i), expenditure[i]);
      for (double each : copy[i]) {
        Require.positive("an affinity of " + economies.get(i), each);
      }
    }
    return new GravityModel(
        List.copyOf(economies), copy, output.clone(), expenditure.clone(), sigma, reference);
  }

  /** Scales one side and then the other, which converges whatever the start (Sinkhorn 1964). */
  private void solve() {
    int n = output.length;
    double allOutput = Arrays.stream(output).sum();
    double allSpending = Arrays.stream(expenditure).sum();
    int at = economies.indexOf(reference);
    Arrays.fill(inwardPulls, 1);
    double[] next = new double[n];
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += affinities[i][j] * expenditure[j] / allSpending / inwardPulls[j];
        }
        outwardPulls[i] = sum;
      }
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += affinities[i][j] * output[i] / allOutput / outwardPulls[i];
        }
        next[j] = sum;
      }
      double change = 0;
      double scale = next[at];
      for (int j = 0; j < n; j++) {
        double value = next[j] / scale;
        change = Math.max(change, Math.abs(value / inwardPulls[j] - 1));
        inwardPulls[j] = value;
      }
      for (int i = 0; i < n; i++) {
        outwardPulls[i] *= scale;
      }
      if (change <= TOLERANCE) {
        finish(allSpending);
        return;
      }
    }
    throw new IllegalStateException("The resistances do not settle");
  }

  /** Outward resistances that belong to the last inward ones. */
  private void finish(double allSpending) {
    for (int i = 0; i < outwardPulls.length; i++) {
      double sum = 0;
      for (int j = 0; j < outwardPulls.length; j++) {
        sum += affinities[i][j] * expenditure[j] / allSpending / inwardPulls[j];
      }
      outwardPulls[i] = sum;
    }
  }

  private int at(String code) {
    int at = economies.indexOf(code);
    if (at < 0) {
      throw Index.noSuch("economy", code, economies);
    }
    return at;
  }

  /** {@return the codes of the economies} */
  public List<String> economies() {
    return economies;
  }

  /**
   * Inward multilateral resistance: the price index of an importer, that of the reference being 1.
   *
   * @param code the importer
   * @return P
   * @throws IllegalArgumentException when there is no such economy
   */
  public double inward(String code) {
    Objects.requireNonNull(code, "code");
    return Math.pow(inwardPulls[at(code)], 1 / (1 - sigma));
  }

  /**
   * Outward multilateral resistance: what an exporter's goods face in all markets.
   *
   * @param code the exporter
   * @return Π
   * @throws IllegalArgumentException when there is no such economy
   */
  public double outward(String code) {
    Objects.requireNonNull(code, "code");
    return Math.pow(outwardPulls[at(code)], 1 / (1 - sigma));
  }

  /**
   * Trade as the model has it.
   *
   * @param exporter the seller
   * @param importer the buyer
   * @return X, in the unit of output
   * @throws IllegalArgumentException when there is no such economy
   */
  public double flow(String exporter, String importer) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(importer, "importer");
    return flow(at(exporter), at(importer));
  }

  private double flow(int i, int j) {
    return output[i]
        * expenditure[j]
        / Arrays.stream(output).sum()
        * affinities[i][j]
        / (outwardPulls[i] * inwardPulls[j]);
  }

  /** {@return a world of the model's trade, for exact answers} */
  public World world() {
    int n = output.length;
    double[][] flows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        flows[j][i] = flow(i, j);
      }
    }
    return World.of(economies, flows);
  }

  /**
   * The conditional equilibrium under other costs: resistances answer, output and expenditure do
   * not.
   *
   * @param newAffinities t^(1−σ) after, {@code [exporter][importer]}
   * @return what changes
   * @throws IllegalArgumentException as for {@link #of}
   */
  public Conditional conditional(double[][] newAffinities) {
    Objects.requireNonNull(newAffinities, "newAffinities");
    return new Conditional(
        this, of(economies, newAffinities, output, expenditure, sigma, reference));
  }

  /** A conditional equilibrium against its base; ratios are new over base. */
  public static final class Conditional {
    private final GravityModel base;
    private final GravityModel after;

    private Conditional(GravityModel base, GravityModel after) {
      this.base = base;
      this.after = after;
    }

    /** {@return the model with the other costs} */
    public GravityModel after() {
      return after;
    }

    /**
     * The price at the factory gate that outward resistance implies, Π/Π′.
     *
     * @param code the exporter
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double price(String code) {
      Objects.requireNonNull(code, "code");
      return base.outward(code) / after.outward(code);
    }

    /**
     * What some call real GDP: the factory-gate price over inward resistance. Income does not feed
     * back, so that this is no welfare of a general equilibrium.
     *
     * @param code the economy
     * @return the ratio
     * @throws IllegalArgumentException when there is no such economy
     */
    public double realPrice(String code) {
      Objects.requireNonNull(code, "code");
      return price(code) / (after.inward(code) / base.inward(code));
    }

    /**
     * Trade with output and expenditure revalued at the factory-gate prices.
     *
     * @param exporter the seller
     * @param importer the buyer
     * @return X, in the unit of base output
     * @throws IllegalArgumentException when there is no such economy
     */
    public double revaluedFlow(String exporter, String importer) {
      Objects.requireNonNull(exporter, "exporter");
      Objects.requireNonNull(importer, "importer");
      double before = 0;
      double now = 0;
      for (int i = 0; i < base.output.length; i++) {
        before += base.output[i];
        now += base.output[i] * price(base.economies.get(i));
      }
      return after.flow(exporter, importer) * price(exporter) * price(importer) * before / now;
    }

    /** {@return one row an economy: prices, resistances and the real price} */
    public Table table() {
      List<List<Cell>> rows = new ArrayList<>();
      for (String code : base.economies) {
        rows.add(
            List.of(
                Cell.text(code),
                Cell.relative(price(code) - 1, 4),
                Cell.relative(after.inward(code) / base.inward(code) - 1, 4),
                Cell.relative(after.outward(code) / base.outward(code) - 1, 4),
                Cell.relative(realPrice(code) - 1, 4)));
      }
      return Table.of(
              "Conditional equilibrium",
              List.of("economy", "factory price", "inward", "outward", "real price"),
              rows)
          .withCaption(
              List.of(
                  "simulated",
                  "assumes: output and expenditure do not answer; σ = "
                      + base.sigma
                      + "; relative to "
                      + base.reference,
                  "planning estimate, not a customs ruling"));
    }

    /** The table. */
    @Override
    public String toString() {
      return table().toString();
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Conditional that
          && base.equals(that.base)
          && after.equals(that.after);
    }

    @Override
    public int hashCode() {
      return Objects.hash(base, after);
    }
  }

  /** How many economies and the elasticity. */
  @Override
  public String toString() {
    return "gravity of " + economies.size() + " economies, σ = " + sigma;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GravityModel that
        && economies.equals(that.economies)
        && Arrays.deepEquals(affinities, that.affinities)
        && Arrays.equals(output, that.output)
        && Arrays.equals(expenditure, that.expenditure)
        && Double.compare(sigma, that.sigma) == 0
        && reference.equals(that.reference)
        && Arrays.equals(inwardPulls, that.inwardPulls)
        && Arrays.equals(outwardPulls, that.outwardPulls);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        economies,
        Arrays.deepHashCode(affinities),
        Arrays.hashCode(output),
        Arrays.hashCode(expenditure),
        sigma);
  }
}
