package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * A tariff that depends on a content share: up to a threshold of Chinese content one rate, above it
 * another. The answer names the rate and the flip points, the shares at which the rate jumps.
 *
 * @param content whose content is meant, such as {@code Chinese content}
 * @param steps the rates with the shares from which they hold, lowest share first; the first step
 *     begins at 0
 * @since 0.1.0
 */
public record ContentRule(String content, List<Step> steps) {

  /**
   * Sorts, checks and copies the steps.
   *
   * @param content whose content is meant, such as {@code Chinese content}
   * @param steps the rates with the shares from which they hold, lowest share first
   * @throws IllegalArgumentException when no step begins at 0 or two begin at one share
   */
  public ContentRule {
    Objects.requireNonNull(steps, "steps");
    Require.notBlank("content", content);
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparingDouble(Step::from));
    if (sorted.isEmpty() || sorted.get(0).from() != 0) {
      throw new IllegalArgumentException("steps must begin at a share of 0, but were " + steps);
    }
    Require.distinct(
        "shares from which steps hold",
        sorted.stream().map(s -> Double.toString(s.from())).toList());
    steps = List.copyOf(sorted);
  }

  /**
   * A rate with the content share from which it holds.
   *
   * @param from the lowest share with this rate, from 0 to 1: at the threshold itself the higher
   *     step holds
   * @param tariff the rate, as a fraction above −1 and at most 10 (1,000 percent)
   */
  public record Step(double from, double tariff) {

    /**
     * Creates a step.
     *
     * @param from the lowest share with this rate, from 0 to 1
     * @param tariff the rate, as a fraction above −1
     * @throws IllegalArgumentException when a number is out of its bounds
     */
    public Step {
      Require.within("from", from, 0, 1);
      from = from == 0 ? 0.0 : from;
      Fractions.tariff("tariff", tariff);
    }

    /**
     * A step by its two numbers.
     *
     * @param from the lowest share with this rate
     * @param tariff the rate
     * @return the step
     */
    public static Step of(double from, double tariff) {
      return new Step(from, tariff);
    }

    /** The step in one line. */
    @Override
    public String toString() {
      return Cell.percent(tariff, 1) + " from a share of " + Cell.percent(from, 1);
    }
  }

  /**
   * A rule by its steps.
   *
   * @param content whose content is meant
   * @param steps the steps
   * @return the rule
   */
  public static ContentRule of(String content, List<Step> steps) {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(steps, "steps");
    return new ContentRule(content, steps);
  }

  /**
   * The rule that a law has: its thresholds, and the rate between them.
   *
   * @param law the law of the day
   * @param line the code
   * @param origin the origin, with what is declared besides the content
   * @param content the share as it is declared: a part of the value, {@code content:US} or {@code
   *     US}, or another fraction that the law asks for, {@code weight:aluminium+steel}
   * @return the rule; where the law says “more than” the step begins at the next number above
   * @throws IllegalArgumentException when the law does not ask for the content, which it names
   *     then; when something else is left open that moves the duty, or the duty is not known; or
   *     when it moves with every point of the content, as where it falls on the content alone
   */
  public static ContentRule of(TariffLaw law, HsCode line, DeclaredOrigin origin, String content) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Require.notBlank("content", Objects.requireNonNull(content, "content"));
    return new ContentSteps(law, line, origin, content.strip()).rule();
  }

  /**
   * The rate at a content share.
   *
   * @param share the share of the value, from 0 to 1
   * @return the rate, as a fraction
   * @throws IllegalArgumentException when the share is outside 0 to 1
   */
  public double tariffAt(double share) {
    return steps.get(stepAt(share)).tariff();
  }

  private int stepAt(double share) {
    Require.within("share", share, 0, 1);
    int at = 0;
    while (at + 1 < steps.size() && steps.get(at + 1).from() <= share) {
      at++;
    }
    return at;
  }

  /**
   * The shares at which the rate jumps.
   *
   * @return the thresholds, lowest first; steps of one rate in a row have none between them
   */
  public List<Double> flipPoints() {
    List<Double> flips = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).tariff() != steps.get(i - 1).tariff()) {
        flips.add(steps.get(i).from());
      }
    }
    return flips;
  }

  /**
   * The nearest flip point that must be undercut for a lower rate.
   *
   * @param share the present share, from 0 to 1
   * @return the threshold below which the content must fall; empty when no smaller share pays less
   * @throws IllegalArgumentException when the share is outside 0 to 1
   */
  public Optional<Double> thresholdToUndercut(double share) {
    double now = tariffAt(share);
    for (int i = stepAt(share) - 1; i >= 0; i--) {
      if (steps.get(i).tariff() < now) {
        return Optional.of(steps.get(i + 1).from());
      }
    }
    return Optional.empty();
  }

  /**
   * The most that may be spent, as a fraction of the value, to bring the content below the
   * threshold: the duty that this saves.
   *
   * @param share the present share, from 0 to 1
   * @return present rate less the rate below {@link #thresholdToUndercut}, as a fraction of the
   *     value; zero where no smaller share pays less
   * @throws IllegalArgumentException when the share is outside 0 to 1
   */
  public double worthOfUndercutting(double share) {
    double now = tariffAt(share);
    for (int i = stepAt(share) - 1; i >= 0; i--) {
      if (steps.get(i).tariff() < now) {
        return now - steps.get(i).tariff();
      }
    }
    return 0;
  }

  /** {@return the steps with their jumps} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      rows.add(
          List.of(
              Cell.percent(step.from(), 1),
              i + 1 < steps.size() ? Cell.percent(steps.get(i + 1).from(), 1) : Cell.blank(),
              Cell.percent(step.tariff(), 1),
              i == 0 ? Cell.blank() : Cell.points(step.tariff() - steps.get(i - 1).tariff(), 1)));
    }
    return new Table(
        "Tariff by share of " + content,
        List.of("from", "below", "tariff", "jump"),
        rows,
        List.of("half-open: at the threshold itself the next step holds"));
  }

  /**
   * What a share pays and where it would flip.
   *
   * @param share the share, from 0 to 1
   * @return one sentence
   * @throws IllegalArgumentException when the share is outside 0 to 1
   */
  public String explain(double share) {
    String now =
        String.format(
            Locale.ROOT,
            "%s of %s pays %s",
            Cell.percent(share, 1),
            content,
            Cell.percent(tariffAt(share), 1));
    return now
        + thresholdToUndercut(share)
            .map(t -> String.format(Locale.ROOT, "; below %s it pays less", Cell.percent(t, 1)))
            .orElse("");
  }

  /** The content with the flip points. */
  @Override
  public String toString() {
    List<String> flips = flipPoints().stream().map(f -> Cell.percent(f, 1).toString()).toList();
    return content + ": flips " + (flips.isEmpty() ? "nowhere" : "at " + String.join(", ", flips));
  }
}
