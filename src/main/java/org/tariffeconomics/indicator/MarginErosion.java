package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What a change of tariffs did to one supplier's competition-adjusted margin: its own effect and
 * the effect of every rival, adding up to the change.
 *
 * <p>Effects are differences of fractions (−0.02 is two points lost); a negative effect erodes the
 * margin. A cut of the own tariff raises the margin by the cut; a rival's cut lowers it by the cut
 * times the rival's weight among rivals. Formula: Δmargin = −Δt + Σ w_k Δt_k.
 *
 * @param before the supplier's margins before the change
 * @param own the effect of its own tariff
 * @param rivals the effects of the rivals' tariffs
 */
public record MarginErosion(PreferenceMargin before, Effect own, List<Effect> rivals) {

  /**
   * Creates the change from its parts, which are copied.
   *
   * @param before the supplier's margins before the change
   * @param own the effect of its own tariff
   * @param rivals the effects of the rivals' tariffs
   */
  public MarginErosion {
    rivals = List.copyOf(rivals);
  }

  /**
   * The effect of one supplier's change of tariff on the margin.
   *
   * @param name the supplier's name
   * @param weight the weight of its tariff in the margin: −1 for the own tariff, from 0 to 1 for a
   *     rival's
   * @param tariffBefore its tariff before, a fraction above −1
   * @param tariffAfter its tariff after, a fraction above −1
   */
  public record Effect(String name, double weight, double tariffBefore, double tariffAfter) {

    /**
     * Creates an effect.
     *
     * @param name the supplier's name
     * @param weight the weight of its tariff in the margin
     * @param tariffBefore its tariff before
     * @param tariffAfter its tariff after
     * @throws IllegalArgumentException when a number is outside its bounds
     */
    public Effect {
      Require.share("the size of the weight of " + name, Math.abs(weight));
      Require.tariff("tariffBefore of " + name, tariffBefore);
      Require.tariff("tariffAfter of " + name, tariffAfter);
    }

    /** {@return the effect on the margin, a difference of fractions} */
    public double onMargin() {
      return weight * (tariffAfter - tariffBefore) + 0.0; // no change is 0, never -0
    }

    /** The name and the effect. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s: %+.2f pp", name, 100 * onMargin());
    }
  }

  /**
   * {@return the effect of the supplier's own tariff, a difference of fractions; positive after a
   * cut}
   */
  public double ownEffect() {
    return own.onMargin();
  }

  /**
   * {@return the effect of all rivals' tariffs together, a difference of fractions; negative after
   * rivals' cuts}
   */
  public double rivalsEffect() {
    return rivals.stream().mapToDouble(Effect::onMargin).sum();
  }

  /** {@return the change of the margin: own and rivals' effects, a difference of fractions} */
  public double change() {
    return ownEffect() + rivalsEffect();
  }

  /** {@return the effects as a table: own, each rival, the sum} */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    lines.add(line(own));
    rivals.forEach(rival -> lines.add(line(rival)));
    lines.add(
        List.of(
            Cell.text("change"),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.points(change(), 2)));
    return Table.of(
        "Margin of " + own.name() + " against its rivals (negative is lost ground)",
        List.of("tariff of", "before", "after", "weight", "effect"),
        lines);
  }

  private static List<Cell> line(Effect effect) {
    return List.of(
        Cell.text(effect.name()),
        Cell.percent(effect.tariffBefore(), 1),
        Cell.percent(effect.tariffAfter(), 1),
        Cell.percent(effect.weight(), 1),
        Cell.points(effect.onMargin(), 2));
  }

  /** The change and its two parts. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %+.2f pp = own %+.2f pp, rivals %+.2f pp",
        own.name(),
        100 * change(),
        100 * ownEffect(),
        100 * rivalsEffect());
  }
}
