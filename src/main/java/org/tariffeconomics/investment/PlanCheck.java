package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What had reached a stage on a day, held against what a plan wanted by then.
 *
 * @since 0.1.0
 */
public final class PlanCheck {

  private final Progress progress;
  private final BigMoney planned;

  PlanCheck(Progress progress, BigMoney planned) {
    Require.currency("planned", planned, progress.headline().getCurrencyUnit());

    this.progress = progress;
    this.planned = PlainNumber.plain(planned);
  }

  /** {@return what had been reached} */
  public Progress progress() {
    return progress;
  }

  /** {@return what the plan wanted by the end of that day} */
  public BigMoney planned() {
    return planned;
  }

  /** Whether a plan is kept. */
  public enum Outcome {
    /** At least as much as planned. */
    ON_TRACK,
    /** Less than planned. */
    BEHIND
  }

  /**
   * Whether the plan is kept: reached ≥ planned.
   *
   * @return the outcome
   */
  public Outcome outcome() {
    return shortfall().isZero() ? Outcome.ON_TRACK : Outcome.BEHIND;
  }

  /** {@return what is missing against the plan: planned − reached, not below zero} */
  public BigMoney shortfall() {
    return MoneyMath.max(
        planned.minus(progress.reached()), BigMoney.zero(planned.getCurrencyUnit()));
  }

  /**
   * {@return what was reached as a share of what was planned: a fraction, above 1 ahead of the
   * plan; empty where nothing was planned yet}
   */
  public Optional<BigDecimal> fulfilment() {
    return planned.isZero()
        ? Optional.empty()
        : Optional.of(MoneyMath.ratio(progress.reached(), planned));
  }

  /** {@return the answer in one row} */
  public Table table() {
    MoneyScale scale = MoneyScale.of(MoneyMath.max(planned, progress.reached()));
    return Table.of(
        progress.commitment() + " against plan on " + progress.on() + ", " + scale.unit(planned),
        List.of("stage", "planned", "reached", "shortfall", "fulfilment", "outcome"),
        List.of(
            List.of(
                Cell.text(progress.stage().toString()),
                scale.cell(planned),
                scale.cell(progress.reached()),
                scale.cell(shortfall()),
                fulfilment()
                    .map(f -> Cell.percent(f, 1))
                    .orElseGet(() -> Cell.unknown("nothing planned yet")),
                Cell.text(word()))));
  }

  private String word() {
    return outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlanCheck that
        && progress.equals(that.progress)
        && planned.equals(that.planned);
  }

  @Override
  public int hashCode() {
    return Objects.hash(progress, planned);
  }

  /** The outcome and what is missing. */
  @Override
  public String toString() {
    return word()
        + ": "
        + MoneyScale.show(progress.reached())
        + " of "
        + MoneyScale.show(planned)
        + " planned by "
        + progress.on();
  }
}
