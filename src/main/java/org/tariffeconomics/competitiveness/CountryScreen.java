package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Which countries meet all of several conditions, and why the others do not: who has no deal, a
 * tariff above the median, and most of its exports in the exposed products.
 *
 * <p>There are three answers. A country for which a number is missing, and which fails no other
 * condition, is undetermined: it is listed with what is missing, neither in nor out.
 *
 * @since 0.1.0
 */
public final class CountryScreen {

  private final String title;
  private final List<ScreenCondition> conditions;
  private final List<Line> lines;

  CountryScreen(String title, List<ScreenCondition> conditions, List<Line> lines) {
    conditions = List.copyOf(conditions);
    lines = List.copyOf(lines);
    this.title = title;
    this.conditions = conditions;
    this.lines = lines;
  }

  /** {@return what is looked for, such as {@code left behind}} */
  public String title() {
    return title;
  }

  /** {@return the conditions, names distinct} */
  public List<ScreenCondition> conditions() {
    return conditions;
  }

  /**
   * {@return the countries: those that meet all, the undetermined, those that fail, each by name}
   */
  public List<Line> lines() {
    return lines;
  }

  /** What came of a country. */
  public enum Outcome {
    /** Every condition is met. */
    MEETS_ALL,
    /** No condition fails, but a number is missing. */
    UNDETERMINED,
    /** At least one condition fails. */
    FAILS
  }

  /** A country with its outcome. */
  public static final class Line {

    private final String country;
    private final Outcome outcome;
    private final List<String> reasons;

    Line(String country, Outcome outcome, List<String> reasons) {
      reasons = List.copyOf(reasons);
      this.country = country;
      this.outcome = outcome;
      this.reasons = reasons;
    }

    /** {@return the country} */
    public String country() {
      return country;
    }

    /** {@return what came of it} */
    public Outcome outcome() {
      return outcome;
    }

    /** {@return the conditions that fail or, for an undetermined one, what is missing} */
    public List<String> reasons() {
      return reasons;
    }

    /** The country with its outcome. */
    @Override
    public String toString() {
      return country + " " + words(outcome);
    }

    private List<Object> components() {
      return List.of(country, outcome, reasons);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }
  }

  /**
   * Screens every country that any condition names.
   *
   * @param title what is looked for
   * @param conditions the conditions, at least one
   * @return the screen
   * @throws IllegalArgumentException when there is no condition or two have one name
   */
  public static CountryScreen of(String title, List<ScreenCondition> conditions) {
    Objects.requireNonNull(conditions, "conditions");
    Objects.requireNonNull(title, "title");
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("conditions must not be empty");
    }
    Require.distinct(
        "names of conditions", conditions.stream().map(ScreenCondition::name).toList());
    TreeSet<String> countries = new TreeSet<>();
    conditions.forEach(c -> countries.addAll(c.values().keySet()));
    List<Line> lines = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      countries.stream()
          .map(country -> line(country, conditions))
          .filter(line -> line.outcome() == outcome)
          .forEach(lines::add);
    }
    return new CountryScreen(title, conditions, lines);
  }

  private static Line line(String country, List<ScreenCondition> conditions) {
    List<String> failed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (ScreenCondition condition : conditions) {
      Optional<Boolean> met = condition.isMetBy(country);
      if (met.isEmpty()) {
        missing.add(condition.value(country).reason());
      } else if (!met.get()) {
        failed.add("not true: " + condition);
      }
    }
    if (!failed.isEmpty()) {
      return new Line(country, Outcome.FAILS, failed);
    }
    return missing.isEmpty()
        ? new Line(country, Outcome.MEETS_ALL, List.of())
        : new Line(country, Outcome.UNDETERMINED, missing);
  }

  /**
   * The countries with an outcome, by name.
   *
   * @param outcome the outcome
   * @return the countries
   */
  public List<String> countries(Outcome outcome) {
    Objects.requireNonNull(outcome, "outcome");
    return lines.stream().filter(l -> l.outcome() == outcome).map(Line::country).toList();
  }

  /** {@return every country with its outcome, the numbers of all conditions, and the reasons} */
  public Table table() {
    List<String> columns = new ArrayList<>(List.of("country", "outcome"));
    conditions.forEach(c -> columns.add(c.name()));
    columns.add("why");
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(line.country()));
      row.add(Cell.text(words(line.outcome())));
      conditions.forEach(c -> row.add(FigureCells.number(c.value(line.country()), 4, "")));
      row.add(Cell.text(String.join("; ", line.reasons())));
      rows.add(row);
    }
    return new Table(
        "Screen: " + title,
        columns,
        rows,
        List.of(
            "all of: "
                + String.join("; ", conditions.stream().map(ScreenCondition::toString).toList())));
  }

  private static String words(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** How many countries meet all conditions and how many are undetermined. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d of %d countries, %d undetermined",
        title,
        countries(Outcome.MEETS_ALL).size(),
        lines.size(),
        countries(Outcome.UNDETERMINED).size());
  }

  private List<Object> components() {
    return List.of(title, conditions, lines);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CountryScreen that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
