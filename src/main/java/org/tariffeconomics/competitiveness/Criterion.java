package org.tariffeconomics.competitiveness;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tariffeconomics.basics.Require;

/**
 * One part of a {@link CountryScore}: a number for every country, with a weight and a direction.
 *
 * @param name what the number is, with its unit
 * @param weight its weight in the score, not negative; weights need not sum to one
 * @param direction whether more of it raises or lowers the score
 * @param values the number of every country, by country; a country left out is unknown
 * @since 0.1.0
 */
public record Criterion(
    String name, double weight, Direction direction, Map<String, Figure> values) {

  /** What more of a number does to a score. */
  public enum Direction {
    /** The larger, the higher the score. */
    RAISES,
    /** The larger, the lower the score. */
    LOWERS
  }

  /**
   * Checks the criterion and copies the values, ordered by country.
   *
   * @param name what the number is, with its unit
   * @param weight its weight in the score, not negative
   * @param direction whether more of it raises or lowers the score
   * @param values the number of every country, by country
   * @throws IllegalArgumentException when the name is blank or the weight is negative
   */
  public Criterion {
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(values, "values");
    Require.notBlank("name", name);
    Require.notNegative("weight of " + name, weight);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /**
   * A criterion of which more raises the score.
   *
   * @param name what the number is
   * @param weight its weight
   * @param values the number of every country
   * @return the criterion
   */
  public static Criterion raising(String name, double weight, Map<String, Figure> values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    return new Criterion(name, weight, Direction.RAISES, values);
  }

  /**
   * A criterion of which more lowers the score.
   *
   * @param name what the number is
   * @param weight its weight
   * @param values the number of every country
   * @return the criterion
   */
  public static Criterion lowering(String name, double weight, Map<String, Figure> values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    return new Criterion(name, weight, Direction.LOWERS, values);
  }

  /**
   * The same criterion with another weight.
   *
   * @param newWeight the weight, not negative
   * @return a new criterion
   */
  public Criterion withWeight(double newWeight) {
    return new Criterion(name, newWeight, direction, values);
  }

  Figure value(String country) {
    Figure value = values.get(country);
    return value == null ? Figure.unknown("no " + name + " given") : value;
  }

  /** Name and weight. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s (weight %s, %s)", name, weight, direction.name().toLowerCase(Locale.ROOT));
  }
}
