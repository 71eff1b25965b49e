package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A score of countries from several criteria with the user's weights, with every part in sight:
 * tariff exposure from own rate, rate against rivals, export share, room to redirect.
 *
 * <p>Each criterion is first put on a common scale, larger meaning a higher score; the score is the
 * weighted mean of the scaled parts.
 *
 * <p>One rule for what is not known, here and wherever countries are ranked: a country that lacks a
 * criterion of positive weight has no score and no rank. It is listed after the others, as unknown
 * with what is missing, and is no part of the others' scale. So an omission moves nobody ahead.
 *
 * @since 0.1.0
 */
public final class CountryScore {

  private final String title;
  private final Scale scale;
  private final List<Criterion> criteria;
  private final List<Line> lines;

  CountryScore(String title, Scale scale, List<Criterion> criteria, List<Line> lines) {
    criteria = List.copyOf(criteria);
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(
        Comparator.comparingDouble(CountryScore::scoreOrLowest)
            .reversed()
            .thenComparing(Line::country));
    lines = List.copyOf(sorted);
    this.title = title;
    this.scale = scale;
    this.criteria = criteria;
    this.lines = lines;
  }

  /** {@return what the score says, such as {@code exposure to US tariffs}} */
  public String title() {
    return title;
  }

  /** {@return the common scale} */
  public Scale scale() {
    return scale;
  }

  /** {@return the criteria, names distinct, at least one of positive weight} */
  public List<Criterion> criteria() {
    return criteria;
  }

  /** {@return the countries, highest score first, those without one last by name} */
  public List<Line> lines() {
    return lines;
  }

  /** How the numbers of a criterion are made comparable. */
  public enum Scale {
    /** The rank among the countries, 1 the lowest; ties share the mean of their ranks. */
    RANK,
    /** 0 for the lowest and 1 for the highest number, linear between; 0.5 where all are equal. */
    MIN_MAX,
    /** Standard deviations from the mean; 0 where all are equal. */
    STANDARDISED
  }

  /** A country with its parts. */
  public static final class Line {

    private final String country;
    private final List<Figure> parts;
    private final Figure score;

    Line(String country, List<Figure> parts, Figure score) {
      parts = List.copyOf(parts);
      this.country = country;
      this.parts = parts;
      this.score = score;
    }

    /** {@return the country} */
    public String country() {
      return country;
    }

    /** {@return the scaled number of every criterion, in the order of the criteria} */
    public List<Figure> parts() {
      return parts;
    }

    /** {@return the weighted mean of the parts, unknown where one that counts is} */
    public Figure score() {
      return score;
    }

    /** Country and score. */
    @Override
    public String toString() {
      return country + ": " + FigureCells.number(score, 3, "");
    }

    private List<Object> components() {
      return List.of(country, parts, score);
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

  private static double scoreOrLowest(Line line) {
    return line.score().value().orElse(Double.NEGATIVE_INFINITY);
  }

  /**
   * Scores every country that any criterion names.
   *
   * @param title what the score says
   * @param scale the common scale
   * @param criteria the criteria
   * @return the score
   * @throws IllegalArgumentException when two criteria have one name, or none has a positive weight
   */
  public static CountryScore of(String title, Scale scale, List<Criterion> criteria) {
    Objects.requireNonNull(criteria, "criteria");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(scale, "scale");
    Require.distinct("names of criteria", criteria.stream().map(Criterion::name).toList());
    double weights = criteria.stream().mapToDouble(Criterion::weight).sum();
    Require.positive("sum of weights", weights);
    TreeSet<String> countries = new TreeSet<>();
    criteria.forEach(c -> countries.addAll(c.values().keySet()));
    List<String> complete = countries.stream().filter(c -> missing(c, criteria).isEmpty()).toList();
    List<double[]> scales = criteria.stream().map(c -> known(c, complete)).toList();
    List<Line> lines =
        countries.stream().map(c -> line(c, scale, criteria, scales, weights)).toList();
    return new CountryScore(title, scale, criteria, lines);
  }

  private static List<String> missing(String country, List<Criterion> criteria) {
    return criteria.stream()
        .filter(c -> c.weight() > 0)
        .map(c -> c.value(country))
        .filter(v -> !v.isKnown())
        .map(Figure::reason)
        .toList();
  }

  /** The numbers of the countries that are scored, in the direction in which they count. */
  private static double[] known(Criterion criterion, List<String> countries) {
    return countries.stream()
        .map(criterion::value)
        .filter(Figure::isKnown)
        .mapToDouble(v -> sign(criterion) * v.known())
        .toArray();
  }

  private static double sign(Criterion criterion) {
    return criterion.direction() == Criterion.Direction.RAISES ? 1 : -1;
  }

  private static Line line(
      String country,
      Scale scale,
      List<Criterion> criteria,
      List<double[]> scales,
      double weights) {
    List<String> missing = missing(country, criteria);
    List<Figure> parts = new ArrayList<>();
    double score = 0;
    for (int i = 0; i < criteria.size(); i++) {
      Figure value = criteria.get(i).value(country);
      if (value.isKnown() && missing.isEmpty()) {
        double part = scaled(sign(criteria.get(i)) * value.known(), scales.get(i), scale);
        parts.add(Figure.of(part));
        score += criteria.get(i).weight() * part;
      } else {
        parts.add(value.isKnown() ? Figure.unknown("not scored") : value);
      }
    }
    return new Line(
        country,
        parts,
        missing.isEmpty()
            ? Figure.of(score / weights)
            : Figure.unknown(String.join("; ", missing)));
  }

  private static double scaled(double value, double[] all, Scale scale) {
    return switch (scale) {
      case RANK -> rank(value, all);
      case MIN_MAX -> {
        double low = DoubleStream.of(all).min().orElse(value);
        double high = DoubleStream.of(all).max().orElse(value);
        yield high > low ? (value - low) / (high - low) : 0.5;
      }
      default -> {
        double mean = DoubleStream.of(all).average().orElse(value);
        double variance = DoubleStream.of(all).map(v -> (v - mean) * (v - mean)).sum() / all.length;
        yield variance > 0 ? (value - mean) / Math.sqrt(variance) : 0;
      }
    };
  }

  private static double rank(double value, double[] all) {
    return 0.5
        + DoubleStream.of(all).filter(v -> v < value).count()
        + DoubleStream.of(all).filter(v -> v == value).count() / 2.0;
  }

  /**
   * The line of a country.
   *
   * @param country the country
   * @return its parts and score
   * @throws IllegalArgumentException when no criterion names the country
   */
  public Line line(String country) {
    Objects.requireNonNull(country, "country");
    return lines.stream()
        .filter(l -> l.country().equals(country))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No country '" + country + "' in the score"));
  }

  /**
   * The rank of a country: one more than the number of countries with a higher score.
   *
   * @param country the country
   * @return the rank from 1, 1 the highest score; empty when it has no score
   * @throws IllegalArgumentException when no criterion names the country
   */
  public OptionalInt rank(String country) {
    Objects.requireNonNull(country, "country");
    Line own = line(country);
    if (!own.score().isKnown()) {
      return OptionalInt.empty();
    }
    double score = own.score().known();
    return OptionalInt.of(1 + (int) lines.stream().filter(l -> scoreOrLowest(l) > score).count());
  }

  /**
   * Rank, country, score, and the scaled part of every criterion.
   *
   * @return the table, highest score first
   */
  public Table table() {
    List<String> columns = new ArrayList<>(List.of("rank", "country", "score"));
    criteria.forEach(c -> columns.add(c.name()));
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : lines) {
      OptionalInt rank = rank(line.country());
      List<Cell> row = new ArrayList<>();
      row.add(
          rank.isPresent()
              ? Cell.number(rank.getAsInt(), 0, "rank")
              : Cell.unknown(line.score().reason()));
      row.add(Cell.text(line.country()));
      row.add(FigureCells.number(line.score(), 3, "score"));
      line.parts().forEach(part -> row.add(FigureCells.number(part, 3, "score")));
      rows.add(row);
    }
    return new Table("Score: " + title + " (1 = highest)", columns, rows, caption());
  }

  private List<String> caption() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "score = weighted mean of the parts, scaled by "
            + scale.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    criteria.forEach(c -> lines.add(c.toString()));
    return lines;
  }

  /** The title with the first country. */
  @Override
  public String toString() {
    return title + ": " + lines.size() + " countries, first " + lines.get(0);
  }

  private List<Object> components() {
    return List.of(title, scale, criteria, lines);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CountryScore that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
