package org.tariffeconomics.competitiveness;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tariffeconomics.basics.Require;

/**
 * One condition of a {@link CountryScreen}: a number of every country must lie above, or below, a
 * limit. Exactly at the limit is neither.
 *
 * @param name what the number is, such as {@code share of exports in exposed products}
 * @param test what is asked of the number
 * @param limit the limit, finite, in the unit of the numbers
 * @param values the number of every country, by country; a country left out is unknown
 * @since 0.1.0
 */
public record ScreenCondition(String name, Test test, double limit, Map<String, Figure> values) {

  /** What is asked of a number. */
  public enum Test {
    /** Larger than the limit. */
    ABOVE,
    /** Smaller than the limit. */
    BELOW,
    /** A statement is true: 1 for true, 0 for false, larger than the limit of one half. */
    HOLDS
  }

  /**
   * Checks the condition and copies the values, ordered by country.
   *
   * @param name what the number is
   * @param test what is asked of the number
   * @param limit the limit
   * @param values the number of every country
   * @throws IllegalArgumentException when the name is blank or the limit is not finite
   */
  public ScreenCondition {
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(values, "values");
    Require.notBlank("name", name);
    Require.finite("limit of " + name, limit);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /**
   * The number must be larger than a limit.
   *
   * @param name what the number is
   * @param limit the limit
   * @param values the number of every country
   * @return the condition
   */
  public static ScreenCondition above(String name, double limit, Map<String, Figure> values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    return new ScreenCondition(name, Test.ABOVE, limit, values);
  }

  /**
   * The number must be smaller than a limit.
   *
   * @param name what the number is
   * @param limit the limit
   * @param values the number of every country
   * @return the condition
   */
  public static ScreenCondition below(String name, double limit, Map<String, Figure> values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    return new ScreenCondition(name, Test.BELOW, limit, values);
  }

  /**
   * The number must be larger than the median of all known ones.
   *
   * @param name what the number is
   * @param values the number of every country, at least one of them known
   * @return the condition, with the median as its limit
   * @throws IllegalArgumentException when no number is known
   */
  public static ScreenCondition aboveMedian(String name, Map<String, Figure> values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    double[] known =
        values.values().stream()
            .filter(Figure::isKnown)
            .mapToDouble(Figure::known)
            .sorted()
            .toArray();
    if (known.length == 0) {
      throw new IllegalArgumentException("No value of " + name + " is known");
    }
    double low = known[(known.length - 1) / 2];
    double high = known[known.length / 2];
    return above(name, low + (high - low) / 2, values);
  }

  /**
   * A statement must be true of the country.
   *
   * @param name the statement, such as {@code has no deal}
   * @param truths whether it is true of every country; a country left out is unknown
   * @return the condition: 1 for true must lie above one half
   */
  public static ScreenCondition holds(String name, Map<String, Boolean> truths) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(truths, "truths");
    Map<String, Figure> values = new TreeMap<>();
    truths.forEach((country, truth) -> values.put(country, Figure.of(truth ? 1 : 0)));
    return new ScreenCondition(name, Test.HOLDS, 0.5, values);
  }

  /** Whether the country meets the condition; empty where its number is unknown. */
  Optional<Boolean> isMetBy(String country) {
    Figure value = value(country);
    if (!value.isKnown()) {
      return Optional.empty();
    }
    return Optional.of(test == Test.BELOW ? value.known() < limit : value.known() > limit);
  }

  Figure value(String country) {
    Figure value = values.get(country);
    return value == null ? Figure.unknown("no " + name + " given") : value;
  }

  /** What is asked, such as {@code tariff above 0.15}; of a statement, the statement. */
  @Override
  public String toString() {
    return test == Test.HOLDS
        ? name
        : name + " " + test.name().toLowerCase(Locale.ROOT) + " " + limit;
  }
}
