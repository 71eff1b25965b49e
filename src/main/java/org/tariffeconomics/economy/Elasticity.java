package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.uncertainty.Distribution;

/**
 * Elasticities of trade flows to costs, one for all sectors or one a sector: where the cost of an
 * origin with the duty on it rises by one percent, its share of spending falls by θ percent. θ is σ
 * − 1 of an Armington model and the shape parameter of an Eaton–Kortum model; always positive.
 *
 * @since 0.1.0
 */
public final class Elasticity {

  private static final Pattern RANGE = Pattern.compile("(.+?)(?:\\.\\.|–| to )(.+)");

  private final Map<String, Double> bySector;
  private final EstimateRange common;
  private final Map<String, Double> errors;
  private final String source;

  private Elasticity(
      Map<String, Double> bySector,
      EstimateRange common,
      Map<String, Double> errors,
      String source) {
    this.bySector = bySector;
    this.common = common;
    this.errors = errors;
    this.source = source;
  }

  /**
   * One elasticity for every sector.
   *
   * @param theta the elasticity, finite and above zero
   * @return the elasticity
   * @throws IllegalArgumentException when it is not above zero
   */
  public static Elasticity of(double theta) {
    return between(theta, theta);
  }

  /**
   * One elasticity for every sector of which only a range is known: for draws, which take every
   * value in it as equally likely. A model refuses it.
   *
   * @param low the lowest, above zero
   * @param high the highest, not below the lowest
   * @return the elasticity
   * @throws IllegalArgumentException when one is not above zero, or they changed places
   */
  public static Elasticity between(double low, double high) {
    Require.positive("theta", low);
    return new Elasticity(Map.of(), new EstimateRange(low, high), Map.of(), "");
  }

  /**
   * One elasticity for every sector, as text.
   *
   * @param theta the elasticity, {@code "4"}, or a range for draws, {@code "2.5..8"}
   * @return the elasticity
   * @throws IllegalArgumentException when the text is no number above zero, or two
   */
  public static Elasticity of(String theta) {
    Objects.requireNonNull(theta, "theta");
    Matcher range = RANGE.matcher(theta.strip());
    try {
      return range.matches()
          ? between(
              Double.parseDouble(range.group(1).strip()),
              Double.parseDouble(range.group(2).strip()))
          : of(Double.parseDouble(theta.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "theta must be a number above zero, as in 4, or a range, as in 2.5..8, but was '"
              + cut(theta)
              + "'",
          e);
    }
  }

  /**
   * One elasticity a sector.
   *
   * @param thetas the elasticities by code of the sector, each above zero
   * @param source where they come from
   * @return the elasticities
   * @throws IllegalArgumentException when there is none, or one is not above zero
   */
  public static Elasticity bySector(Map<String, Double> thetas, String source) {
    Objects.requireNonNull(thetas, "thetas");
    Objects.requireNonNull(source, "source");
    if (thetas.isEmpty()) {
      throw new IllegalArgumentException("thetas must not be empty");
    }
    thetas.forEach((sector, theta) -> Require.positive("theta of " + sector, theta));
    return new Elasticity(new LinkedHashMap<>(thetas), EstimateRange.of(0), Map.of(), source);
  }

  /**
   * The same elasticities with the standard errors of their estimates, for draws.
   *
   * @param standardErrors the errors by code of the sector, each above zero; sectors that are not
   *     named are known for certain
   * @return new elasticities
   * @throws IllegalArgumentException when these are not by sector, a sector has no elasticity, or
   *     an error is not above zero
   */
  public Elasticity withStandardErrors(Map<String, Double> standardErrors) {
    Objects.requireNonNull(standardErrors, "standardErrors");
    if (bySector.isEmpty()) {
      throw new IllegalArgumentException(
          "Standard errors are by sector, but these are not: " + this);
    }
    standardErrors.forEach(
        (sector, error) -> {
          theta(sector);
          Require.positive("standard error of " + sector, error);
        });
    return new Elasticity(bySector, common, new LinkedHashMap<>(standardErrors), source);
  }

  /**
   * How the elasticities are distributed: a range evenly, an estimate with a standard error
   * lognormally with the estimate as its mean, so that none falls to zero.
   */
  Map<String, Distribution> distributions() {
    if (bySector.isEmpty() && !common.isPoint()) {
      return Map.of(World.ALL_GOODS, Distribution.uniform(common.lowest(), common.highest()));
    }
    if (errors.isEmpty()) {
      throw new IllegalArgumentException(
          "Draws need elasticities that are uncertain, a range such as 2.5..8 or estimates with"
              + " standard errors, but these are certain: "
              + this);
    }
    Map<String, Distribution> all = new LinkedHashMap<>();
    bySector.forEach(
        (sector, theta) -> {
          Double error = errors.get(sector);
          double spread = error == null ? 0 : Math.log1p(error * error / (theta * theta));
          all.put(
              sector,
              error == null
                  ? Distribution.discrete(new double[] {theta}, new double[] {1})
                  : Distribution.lognormal(theta * Math.exp(-spread / 2), Math.sqrt(spread)));
        });
    return all;
  }

  /**
   * The estimates of Caliendo and Parro (2015) for the goods of {@link World#sectors2011()}, and 5
   * for its services, which is a convention: services have no duties to estimate from.
   *
   * @return the elasticities by sector
   */
  public static Elasticity caliendoParro() {
    return BundledWorlds.elasticity(
        "theta_caliendo_parro", "Caliendo and Parro (2015); services 5");
  }

  /**
   * Medians over products of ProTEE (Fontagné, Guimbard and Orefice 2022) for the goods of {@link
   * World#sectors2011()}, read as θ, and 5 for its services by convention.
   *
   * @return the elasticities by sector
   */
  public static Elasticity proTee() {
    return BundledWorlds.elasticity("protee_median", "ProTEE 0.1, CEPII, medians; services 5");
  }

  /**
   * The elasticity of a sector.
   *
   * @param sector the sector's code
   * @return θ, above zero
   * @throws IllegalArgumentException when there is none for it
   */
  public double theta(String sector) {
    Objects.requireNonNull(sector, "sector");
    if (bySector.isEmpty()) {
      return common
          .exact()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "A model needs one elasticity, but "
                          + this
                          + " is a range: choose one, or draw from it"));
    }
    Double theta = bySector.get(sector);
    if (theta == null) {
      throw new IllegalArgumentException(
          "No elasticity for the sector '" + cut(sector) + "' in " + bySector.keySet());
    }
    return theta;
  }

  double[] thetas(List<String> sectors) {
    return sectors.stream().mapToDouble(this::theta).toArray();
  }

  /**
   * All elasticities times a factor.
   *
   * @param factor the factor, finite and above zero
   * @return new elasticities
   */
  public Elasticity scaled(double factor) {
    Require.positive("factor", factor);
    Map<String, Double> scaled = new LinkedHashMap<>();
    bySector.forEach((sector, theta) -> scaled.put(sector, theta * factor));
    Map<String, Double> scaledErrors = new LinkedHashMap<>();
    errors.forEach((sector, error) -> scaledErrors.put(sector, error * factor));
    EstimateRange range = new EstimateRange(common.lowest() * factor, common.highest() * factor);
    return new Elasticity(scaled, range, scaledErrors, source);
  }

  /** {@return where the numbers come from, empty for a number of the user's} */
  public String source() {
    return source;
  }

  private static String cut(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Elasticity that
        && bySector.equals(that.bySector)
        && common.equals(that.common)
        && errors.equals(that.errors)
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {bySector, common, errors, source});
  }

  /** For example {@code θ = 4}. */
  @Override
  public String toString() {
    String numbers =
        bySector.isEmpty()
            ? common.isPoint()
                ? plain(common.lowest())
                : plain(common.lowest()) + " to " + plain(common.highest())
            : bySector.entrySet().stream()
                .map(e -> e.getKey() + " " + plain(e.getValue()))
                .collect(Collectors.joining(", "));
    return "θ = " + numbers + (source.isEmpty() ? "" : " (" + source + ")");
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
