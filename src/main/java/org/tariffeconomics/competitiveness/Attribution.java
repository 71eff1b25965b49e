package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The change of a result, split among the factors that changed: the parts add up to the change (to
 * rounding) and do not depend on the order in which the factors are named.
 *
 * <p>Three ways lead here. {@link #shapley} takes any model of up to 12 factors and gives each
 * factor its average marginal contribution over all orders of change; {@link #shapleyOfProduct} is
 * the same number for a product of any number of factors, in closed form; {@link #lmdiOfProduct} is
 * the logarithmic mean Divisia index of a product of non-negative factors.
 *
 * <p>Formulas, with V the result, x⁰ and x¹ the factors before and after:
 *
 * <ul>
 *   <li>Shapley: part of i = Σ over sets S without i of |S|! (n−1−|S|)! / n! · (V(S ∪ i) − V(S)),
 *       where V(S) has the factors of S after the change and the others before.
 *   <li>LMDI-I: part of i = L(V⁰, V¹) ln(x¹ᵢ/x⁰ᵢ) with L(a, b) = (b − a) / ln(b/a) and L(a, a) = a.
 *       Where V is zero on one side, the factors that are zero there share the change equally: the
 *       limit when the zeros are replaced by one small number. A product too small for a double
 *       counts as the zero to which it is rounded, but keeps its logarithm.
 * </ul>
 *
 * <p>Sources: Shapley (1953), A value for n-person games; Shorrocks (2013), Decomposition
 * procedures for distributional analysis, J. Economic Inequality 11; Ang (2004), Decomposition
 * analysis for policymaking in energy, Energy Policy 32; Ang and Liu (2007), Handling zero values
 * in the logarithmic mean Divisia index decomposition approach, Energy Policy 35.
 *
 * @since 0.1.0
 */
public final class Attribution {

  private final String method;
  private final List<FactorChange> factors;
  private final double before;
  private final double after;
  private final double[] parts;
  private final double @Nullable [] logPoints;

  private Attribution(
      String method,
      List<FactorChange> factors,
      double before,
      double after,
      double[] parts,
      double @Nullable [] logPoints) {
    this.method = method;
    this.factors = List.copyOf(factors);
    this.before = before;
    this.after = after;
    this.parts = parts;
    this.logPoints = logPoints;
  }

  /**
   * Splits the change of any model by Shapley's rule, exactly, with 2^n evaluations.
   *
   * @param factors the factors that change, 1 to 12 of them, no name twice
   * @param model the result as a function of the factors' values, in the order of {@code factors};
   *     it must be finite in every mixture of old and new values
   * @return the attribution, in the model's own unit
   * @throws IllegalArgumentException when the number of factors is outside 1 to 12, a name comes
   *     twice, or the model is not finite somewhere (the point is named)
   */
  public static Attribution shapley(List<FactorChange> factors, ToDoubleFunction<double[]> model) {
    Objects.requireNonNull(factors, "factors");
    Objects.requireNonNull(model, "model");
    checkNames(factors);
    if (factors.size() > ShapleyValues.MOST_FACTORS) {
      throw new IllegalArgumentException(
          "factors must be at most 12 for an exact answer, but were " + factors.size());
    }
    double[] parts = ShapleyValues.ofModel(factors, model);
    double before = model.applyAsDouble(before(factors));
    double after = model.applyAsDouble(after(factors));
    return new Attribution("Shapley", factors, before, after, parts, null);
  }

  /**
   * Splits the change of a product of factors by Shapley's rule, in closed form.
   *
   * @param factors the factors, at least one, of either sign, no name twice
   * @return the attribution, in the unit of the product
   * @throws IllegalArgumentException when there is no factor, a name occurs twice, or a product is
   *     not finite
   */
  public static Attribution shapleyOfProduct(List<FactorChange> factors) {
    Objects.requireNonNull(factors, "factors");
    checkNames(factors);
    double[] before = before(factors);
    double[] after = after(factors);
    return new Attribution(
        "Shapley",
        factors,
        product("before", before),
        product("after", after),
        ShapleyValues.ofProduct(before, after),
        logPoints(before, after));
  }

  /**
   * Splits the change of a product of factors by the logarithmic mean Divisia index.
   *
   * @param factors the factors, at least one, none negative, no name twice; zero is allowed
   * @return the attribution, in the unit of the product
   * @throws IllegalArgumentException when there is no factor, a name occurs twice, a factor is
   *     negative or a product is not finite
   */
  public static Attribution lmdiOfProduct(List<FactorChange> factors) {
    Objects.requireNonNull(factors, "factors");
    checkNames(factors);
    for (FactorChange factor : factors) {
      Require.notNegative("before of " + factor.name(), factor.before());
      Require.notNegative("after of " + factor.name(), factor.after());
    }
    double[] before = before(factors);
    double[] after = after(factors);
    double productBefore = product("before", before);
    double productAfter = product("after", after);
    return new Attribution(
        "LMDI",
        factors,
        productBefore,
        productAfter,
        LogMeanDivisia.parts(before, after, productBefore, productAfter),
        logPoints(before, after));
  }

  private static void checkNames(List<FactorChange> factors) {
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("factors must not be empty");
    }
    Require.distinct("names of factors", factors.stream().map(FactorChange::name).toList());
  }

  private static double[] before(List<FactorChange> factors) {
    return factors.stream().mapToDouble(FactorChange::before).toArray();
  }

  private static double[] after(List<FactorChange> factors) {
    return factors.stream().mapToDouble(FactorChange::after).toArray();
  }

  private static double product(String name, double[] factors) {
    return Require.finite("The product " + name, Factors.product(factors));
  }

  private static double @Nullable [] logPoints(double[] before, double[] after) {
    double[] points = new double[before.length];
    for (int i = 0; i < points.length; i++) {
      if (!(before[i] > 0 && after[i] > 0)) {
        return null;
      }
      points[i] = Factors.logRatio(before[i], after[i]);
    }
    return points;
  }

  /**
   * The name of the rule: {@code Shapley} or {@code LMDI}.
   *
   * @return the name
   */
  public String method() {
    return method;
  }

  /** {@return the factors, in the order in which they were given} */
  public List<FactorChange> factors() {
    return factors;
  }

  /** {@return the result before the change, in the model's unit} */
  public double before() {
    return before;
  }

  /** {@return the result after the change, in the model's unit} */
  public double after() {
    return after;
  }

  /** {@return the change to be explained: after less before, in the model's unit} */
  public double change() {
    return after - before;
  }

  /**
   * The parts of the change, in the order of {@link #factors()}; they sum to {@link #change()}.
   *
   * @return a new array, in the model's unit; positive where the factor raised the result
   */
  public double[] parts() {
    return parts.clone();
  }

  /**
   * The part of one factor.
   *
   * @param factor its name
   * @return the part, in the model's unit
   * @throws IllegalArgumentException when there is no such factor
   */
  public double part(String factor) {
    Objects.requireNonNull(factor, "factor");
    for (int i = 0; i < parts.length; i++) {
      if (factors.get(i).name().equals(factor)) {
        return parts[i];
      }
    }
    throw new IllegalArgumentException("No factor '" + factor + "' in " + factors);
  }

  /**
   * The logarithm of each factor's after over before; of a product they sum to the logarithm of its
   * relative change.
   *
   * @return a new array in the order of {@link #factors()}; empty for a general model, and where a
   *     factor is not positive on both sides
   */
  public Optional<double[]> logPoints() {
    return Optional.ofNullable(logPoints == null ? null : logPoints.clone());
  }

  /**
   * The parts as a table: factor, before, after, part, and its share of the change where there is
   * one; the last row is the total.
   *
   * @return the table, positive where a factor raised the result
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      FactorChange factor = factors.get(i);
      rows.add(row(factor.name(), factor.before(), factor.after(), parts[i]));
    }
    rows.add(row("Total", before, after, change()));
    return new Table(
        "Attribution of the change (positive = raised the result)",
        List.of("factor", "before", "after", "part", "share of change"),
        rows,
        List.of(method + ": parts sum to the change and do not depend on the factors' order"));
  }

  private List<Cell> row(String name, double from, double to, double part) {
    double ratio = part / change();
    Cell share = Double.isFinite(ratio) ? Cell.percent(ratio, 1) : Cell.blank();
    return List.of(
        Cell.text(name),
        Cell.number(from, 4, ""),
        Cell.number(to, 4, ""),
        Cell.number(part, 4, ""),
        share);
  }

  /** The change and how it was split, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s of %+.4f over %d factors", method, change(), factors.size());
  }

  /** Attributions are equal when their method, factors, results and parts are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attribution that
        && method.equals(that.method)
        && factors.equals(that.factors)
        && before == that.before
        && after == that.after
        && Arrays.equals(parts, that.parts);
  }

  @Override
  public int hashCode() {
    return 31 * factors.hashCode() + Arrays.hashCode(parts);
  }
}
