package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
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
  private static final Pattern ESTIMATE = Pattern.compile("(.+?)(?:±|\\+-|\\+/-|\\()([^()]+)\\)?");

  private final Map<String, Double> bySector;
  private final EstimateRange common;
  private final Map<String, Double> errors;

  /** Sectors whose estimate is that of another, by their code: one unknown number. */
  private final Map<String, String> sharing;

  private final String source;

  private Elasticity(
      Map<String, Double> bySector,
      EstimateRange common,
      Map<String, Double> errors,
      Map<String, String> sharing,
      String source) {
    this.bySector = bySector;
    this.common = common;
    this.errors = errors;
    this.sharing = sharing;
    this.source = source;
  }

  static Elasticity ofEstimates(
      Map<String, Double> thetas,
      Map<String, Double> errors,
      Map<String, String> sharing,
      String source) {
    return new Elasticity(thetas, EstimateRange.of(0), errors, sharing, source);
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
    return new Elasticity(Map.of(), new EstimateRange(low, high), Map.of(), Map.of(), "");
  }

  /**
   * One elasticity for every sector that was estimated: a model takes the estimate, draws spread
   * around it.
   *
   * @param theta the estimate, above zero
   * @param standardError its standard error, above zero
   * @param source where they come from
   * @return the elasticity
   * @throws IllegalArgumentException when a number is not above zero
   */
  public static Elasticity estimated(double theta, double standardError, String source) {
    Objects.requireNonNull(source, "source");
    Require.positive("theta", theta);
    Require.positive("standardError", standardError);
    return new Elasticity(
        Map.of(),
        EstimateRange.of(theta),
        Map.of(World.ALL_GOODS, standardError),
        Map.of(),
        source);
  }

  /**
   * One elasticity for every sector, as text.
   *
   * @param theta the elasticity, {@code "4"}; for draws a range, {@code "2.5..8"}, or an estimate
   *     with its standard error, {@code "4.49 ± 0.39"} or {@code "4.49 (0.39)"}
   * @return the elasticity
   * @throws IllegalArgumentException when the text is no number above zero, or two
   */
  public static Elasticity of(String theta) {
    Objects.requireNonNull(theta, "theta");
    Matcher range = RANGE.matcher(theta.strip());
    Matcher estimate = ESTIMATE.matcher(theta.strip());
    try {
      if (range.matches()) {
        return between(number(range, 1), number(range, 2));
      }
      return estimate.matches()
          ? estimated(number(estimate, 1), number(estimate, 2), "")
          : of(Double.parseDouble(theta.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "theta must be a number above zero, as in 4, a range, as in 2.5..8, or an estimate with"
              + " its standard error, as in 4.49 ± 0.39, but was '"
              + cut(theta)
              + "'",
          e);
    }
  }

  private static double number(Matcher text, int group) {
    return Double.parseDouble(text.group(group).strip());
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
    return ofEstimates(new LinkedHashMap<>(thetas), Map.of(), Map.of(), source);
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
          "Standard errors are by sector, but these are not: "
              + this
              + "; for one elasticity write estimated(theta, standardError, source)");
    }
    standardErrors.forEach(
        (sector, error) -> {
          theta(sector);
          Require.positive("standard error of " + sector, error);
        });
    return new Elasticity(bySector, common, new LinkedHashMap<>(standardErrors), Map.of(), source);
  }

  /**
   * The standard error of a sector's estimate.
   *
   * @param sector the sector's code
   * @return the error; empty where none is known, and draws take the elasticity as certain
   * @throws IllegalArgumentException when there is no elasticity for it
   */
  public OptionalDouble standardError(String sector) {
    Objects.requireNonNull(sector, "sector");
    if (!bySector.isEmpty()) {
      theta(sector);
    }
    Double error = errors.get(bySector.isEmpty() ? World.ALL_GOODS : sector);
    return error == null ? OptionalDouble.empty() : OptionalDouble.of(error);
  }

  /**
   * How the elasticities are distributed: a range evenly, an estimate with a standard error
   * lognormally with the estimate as its mean, so that none falls to zero. Sectors that share an
   * estimate share its draws.
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
    if (bySector.isEmpty()) {
      return Map.of(
          World.ALL_GOODS, around(common.lowest(), errors.getOrDefault(World.ALL_GOODS, 0.0)));
    }
    Map<String, Distribution> all = new LinkedHashMap<>();
    bySector.forEach(
        (sector, theta) -> {
          if (!sharing.containsKey(sector)) {
            all.put(sector, around(theta, errors.getOrDefault(sector, 0.0)));
          }
        });
    return all;
  }

  private static Distribution around(double theta, double error) {
    if (error == 0) {
      return Distribution.fixed(theta);
    }
    double spread = Math.log1p(error * error / (theta * theta));
    return Distribution.lognormal(theta * Math.exp(-spread / 2), Math.sqrt(spread));
  }

  /** One draw of {@link #distributions}. */
  Elasticity drawn(Map<String, Double> values) {
    if (bySector.isEmpty()) {
      return of(values.getOrDefault(World.ALL_GOODS, common.lowest()));
    }
    Map<String, Double> thetas = new LinkedHashMap<>();
    bySector.forEach(
        (sector, theta) ->
            thetas.put(sector, values.getOrDefault(sharing.getOrDefault(sector, sector), theta)));
    return bySector(thetas, "drawn");
  }

  /** What stands under draws: whose elasticity is taken as certain for want of an error. */
  List<String> drawNotes() {
    List<String> notes = new ArrayList<>();
    if (!source.isEmpty()) {
      notes.add("elasticities of " + source);
    }
    List<String> certain =
        bySector.keySet().stream().filter(sector -> !errors.containsKey(sector)).toList();
    if (!certain.isEmpty()) {
      notes.add("taken as certain, no standard error known: " + String.join(", ", certain));
    }
    return notes;
  }

  /**
   * The estimates of Caliendo and Parro (2015) for the goods of {@link World#sectors2011()} with
   * their standard errors, and 5 for its services, which is a convention: services have no duties
   * to estimate from. Sectors that several of their estimates fall into have the mean; transport
   * equipment has what their counterfactuals use, of which no error is printed.
   *
   * @return the elasticities by sector
   */
  public static Elasticity caliendoParro() {
    return PublishedElasticities.of("caliendo-parro", "Caliendo and Parro (2015); services 5");
  }

  /**
   * The elasticity of all goods together of Caliendo and Parro (2015), 4.49 with a standard error
   * of 0.39: for worlds of one sector.
   *
   * @return the elasticity
   */
  public static Elasticity caliendoParroAggregate() {
    ElasticityEstimate all = PublishedElasticities.only("caliendo-parro-aggregate");
    return estimated(
        all.theta(), all.standardError().orElseThrow(), "Caliendo and Parro (2015), all goods");
  }

  /**
   * The estimates of Lashkaripour and Lugovskyy (2023) for the goods of {@link
   * World#sectors2011()}, σ − 1, with their standard errors, and 5 for its services by convention.
   * Agriculture and mining share one estimate.
   *
   * @return the elasticities by sector
   */
  public static Elasticity lashkaripourLugovskyy() {
    return PublishedElasticities.of(
        "lashkaripour-lugovskyy", "Lashkaripour and Lugovskyy (2023); services 5");
  }

  /**
   * The estimates by sector of Fontagné, Guimbard and Orefice (2022) for the goods of {@link
   * World#sectors2011()}, and 5 for its services by convention. No standard errors are printed.
   *
   * @return the elasticities by sector
   */
  public static Elasticity fontagneGuimbardOrefice() {
    return PublishedElasticities.of(
        "fontagne-guimbard-orefice", "Fontagné, Guimbard and Orefice (2022); services 5");
  }

  /**
   * Medians over products of ProTEE (Fontagné, Guimbard and Orefice 2022) for the goods of {@link
   * World#sectors2011()}, read as θ, and 5 for its services by convention. No standard errors are
   * known of them.
   *
   * @return the elasticities by sector
   */
  public static Elasticity proTee() {
    return PublishedElasticities.of("protee", "ProTEE 0.1, CEPII, medians; services 5");
  }

  /** {@return all bundled estimates as they are printed, with the source of each} */
  public static List<ElasticityEstimate> published() {
    return PublishedElasticities.all();
  }

  /** {@return one row a sector: the elasticity and its standard error where it is known} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    List<String> sectors =
        bySector.isEmpty() ? List.of(World.ALL_GOODS) : List.copyOf(bySector.keySet());
    for (String sector : sectors) {
      OptionalDouble error = standardError(sector);
      rows.add(
          List.of(
              Cell.text(sector),
              bySector.isEmpty() ? RangeCells.number(common, 3) : Cell.number(theta(sector), 3, ""),
              error.isPresent()
                  ? Cell.number(error.getAsDouble(), 3, "")
                  : Cell.unknown("not known")));
    }
    return Table.of(
            "Elasticities of trade", List.of("sector", "elasticity", "standard error"), rows)
        .withCaption(source.isEmpty() ? List.of() : List.of(source));
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
    return new Elasticity(scaled, range, scaledErrors, sharing, source);
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
        && sharing.equals(that.sharing)
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {bySector, common, errors, sharing, source});
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
