package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
 * @since 0.1.0
 */
public final class MarginErosion {

  private final PreferenceMargin before;
  private final Effect own;
  private final List<Effect> rivals;

  MarginErosion(PreferenceMargin before, Effect own, List<Effect> rivals) {
    rivals = List.copyOf(rivals);
    this.before = before;
    this.own = own;
    this.rivals = rivals;
  }

  /** {@return the supplier's margins before the change} */
  public PreferenceMargin before() {
    return before;
  }

  /** {@return the effect of its own tariff} */
  public Effect own() {
    return own;
  }

  /** {@return the effects of the rivals' tariffs} */
  public List<Effect> rivals() {
    return rivals;
  }

  /** The effect of one supplier's change of tariff on the margin. */
  public static final class Effect {

    private final String name;
    private final double weight;
    private final double tariffBefore;
    private final double tariffAfter;

    Effect(String name, double weight, double tariffBefore, double tariffAfter) {
      Require.share("the size of the weight of " + name, Math.abs(weight));
      Require.tariff("tariffBefore of " + name, tariffBefore);
      Require.tariff("tariffAfter of " + name, tariffAfter);
      this.name = name;
      this.weight = weight;
      this.tariffBefore = tariffBefore;
      this.tariffAfter = tariffAfter;
    }

    /** {@return the supplier's name} */
    public String name() {
      return name;
    }

    /**
     * {@return the weight of its tariff in the margin: −1 for the own tariff, from 0 to 1 for a
     * rival's}
     */
    public double weight() {
      return weight;
    }

    /** {@return its tariff before, a fraction above −1} */
    public double tariffBefore() {
      return tariffBefore;
    }

    /** {@return its tariff after, a fraction above −1} */
    public double tariffAfter() {
      return tariffAfter;
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

    private List<Object> components() {
      return List.of(name, weight, tariffBefore, tariffAfter);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Effect that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
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

  private List<Object> components() {
    return List.of(before, own, rivals);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MarginErosion that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
