package org.tariffeconomics.economy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.Require;

/**
 * Elasticities of trade flows to costs, one for all sectors or one a sector: where the cost of an
 * origin with the duty on it rises by one percent, its share of spending falls by θ percent. θ is σ
 * − 1 of an Armington model and the shape parameter of an Eaton–Kortum model; always positive.
 */
public final class Elasticity {

  private final Map<String, Double> bySector;
  private final double common;
  private final String source;

  private Elasticity(Map<String, Double> bySector, double common, String source) {
    this.bySector = bySector;
    this.common = common;
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
    return new Elasticity(Map.of(), Require.positive("theta", theta), "");
  }

  /**
   * One elasticity for every sector, as text.
   *
   * @param theta the elasticity, {@code "4"}
   * @return the elasticity
   * @throws IllegalArgumentException when the text is no number above zero
   */
  public static Elasticity of(String theta) {
    Objects.requireNonNull(theta, "theta");
    try {
      return of(Double.parseDouble(theta.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "theta must be a number above zero, as in 4, but was '" + cut(theta) + "'", e);
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
    return new Elasticity(new LinkedHashMap<>(thetas), 0, source);
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
      return common;
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
    return new Elasticity(scaled, common * factor, source);
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
        && common == that.common
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {bySector, common, source});
  }

  /** For example {@code θ = 4}. */
  @Override
  public String toString() {
    String numbers =
        bySector.isEmpty()
            ? plain(common)
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
