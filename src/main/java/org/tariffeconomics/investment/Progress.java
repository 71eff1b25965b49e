package org.tariffeconomics.investment;

import static java.time.temporal.ChronoUnit.DAYS;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * How far a commitment had come at a stage on a day, and what pace the rest requires. Years are of
 * 365.25 days ({@link DayCount#ACT_365_25}).
 *
 * @since 0.1.0
 */
public final class Progress {

  private final String commitment;
  private final Stage stage;
  private final LocalDate on;
  private final @Nullable LocalDate knownOn;
  private final BigMoney headline;
  private final BigMoney reached;
  private final Schedule schedule;

  /** The first day on which one could know of the commitment, where that is too late. */
  private final @Nullable LocalDate knownOnlyFrom;

  Progress(
      String commitment,
      Stage stage,
      LocalDate on,
      @Nullable LocalDate knownOn,
      BigMoney headline,
      BigMoney reached,
      Schedule schedule,
      @Nullable LocalDate knownOnlyFrom) {
    this.commitment = commitment;
    this.stage = stage;
    this.on = on;
    this.knownOn = knownOn;
    this.headline = headline;
    this.reached = PlainNumber.plain(reached);
    this.schedule = schedule;
    this.knownOnlyFrom = knownOnlyFrom;
  }

  /**
   * Whether there is a progress to tell: of a commitment that was not known yet there is none,
   * which is not a progress of nothing.
   *
   * @return false where the commitment was not known on the day
   */
  @JsonIgnore
  public boolean isKnown() {
    return knownOnlyFrom == null;
  }

  /** {@return why the progress is not known; empty where it is} */
  public Optional<String> whyUnknown() {
    return Optional.ofNullable(knownOnlyFrom)
        .map(first -> commitment + " was first known on " + first + ": ask from that day on");
  }

  private void requireKnown() {
    whyUnknown()
        .ifPresent(
            why -> {
              throw new IllegalStateException("Not known on " + on + ": " + why);
            });
  }

  /** {@return its name} */
  public String commitment() {
    return commitment;
  }

  /** {@return the stage asked about; amounts of later stages count} */
  public Stage stage() {
    return stage;
  }

  /** {@return the day asked about} */
  public LocalDate on() {
    return on;
  }

  /** {@return the day whose knowledge was used; empty for all that is recorded} */
  public Optional<LocalDate> knownOn() {
    return Optional.ofNullable(knownOn);
  }

  /** {@return the whole commitment, positive} */
  public BigMoney headline() {
    return headline;
  }

  /**
   * {@return how much had reached the stage, not negative}
   *
   * @throws IllegalStateException when the progress is not known
   */
  public BigMoney reached() {
    requireKnown();
    return reached;
  }

  /** {@return start, deadline and cap, as far as said} */
  public Schedule schedule() {
    return schedule;
  }

  /**
   * {@return what had reached the stage as a share of the headline: a fraction, 0.0654… for 36 of
   * 550}
   *
   * @throws IllegalStateException when the progress is not known
   */
  public BigDecimal share() {
    requireKnown();
    return MoneyMath.ratio(reached, headline);
  }

  /**
   * {@return what had not yet reached the stage: headline − reached}
   *
   * @throws IllegalStateException when the progress is not known
   */
  public BigMoney remaining() {
    requireKnown();
    return headline.minus(reached);
  }

  /**
   * {@return the years from the day asked about to the deadline, negative after it; empty without a
   * deadline}
   */
  public Optional<BigDecimal> yearsLeft() {
    return schedule.lastDay().map(last -> DayCount.ACT_365_25.years(on, last));
  }

  /**
   * The pace a year that the rest requires: remaining / years left.
   *
   * @return money a year; empty without a deadline, and on and after it while something remains: no
   *     pace would do; empty for {@link Stage#REPAID} too, which no deadline to invest is about
   */
  public Optional<BigMoney> requiredPerYear() {
    if (stage == Stage.REPAID || !isKnown()) {
      return Optional.empty();
    }
    if (remaining().isZero()) {
      return Optional.of(remaining());
    }
    return daysLeft().filter(days -> days.signum() > 0).map(days -> perYear(remaining(), days));
  }

  private Optional<BigDecimal> daysLeft() {
    return schedule.lastDay().map(last -> days(on, last));
  }

  private Optional<BigDecimal> daysSoFar() {
    return schedule.firstDay().map(start -> days(start, on)).filter(days -> days.signum() > 0);
  }

  private static BigDecimal days(LocalDate start, LocalDate end) {
    return BigDecimal.valueOf(DAYS.between(start, end));
  }

  private static BigMoney perYear(BigMoney amount, BigDecimal days) {
    return MoneyMath.times(amount, DayCount.JULIAN_YEAR, days);
  }

  /**
   * The pace a year so far: reached / years since the start.
   *
   * @return money a year; empty where the start is not said or not past
   */
  public Optional<BigMoney> pacePerYear() {
    return isKnown() ? daysSoFar().map(days -> perYear(reached, days)) : Optional.empty();
  }

  /**
   * What would be missing at the deadline at the pace so far.
   *
   * @return headline − reached − pace × years left, not below zero; empty where pace or deadline
   *     are not known, or the deadline has passed
   */
  public Optional<BigMoney> shortfallAtThisPace() {
    return daysLeft()
        .filter(days -> isKnown() && days.signum() >= 0)
        .flatMap(left -> daysSoFar().map(soFar -> missing(soFar, left)));
  }

  /** Divided last, so that a pace that just suffices leaves nothing, not a last digit. */
  private BigMoney missing(BigDecimal soFar, BigDecimal left) {
    BigMoney open = MoneyMath.times(remaining(), soFar).minus(MoneyMath.times(reached, left));
    return MoneyMath.dividedBy(MoneyMath.max(open, BigMoney.zero(open.getCurrencyUnit())), soFar);
  }

  /**
   * The figures, one a row; what the schedule does not say is unknown.
   *
   * @return the table, amounts in the scale of the headline
   */
  public Table table() {
    MoneyScale scale = MoneyScale.of(headline);
    String unit = scale.unit(headline);
    String perYear = unit + " a year";
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("headline", scale.cell(headline), unit));
    rows.add(row(stage.toString(), reachedCell(scale), unit));
    rows.add(row("share of headline", shareCell(), ""));
    rows.add(row("remaining", remainingCell(scale), unit));
    rows.add(
        row(
            "deadline",
            schedule.lastDay().map(Cell::date).orElseGet(() -> Cell.unknown("not said")),
            ""));
    rows.add(row("required pace", money(requiredPerYear(), scale, noPace()), perYear));
    rows.add(
        row(
            "pace so far",
            money(pacePerYear(), scale, whyUnknown().orElse("start not said or past")),
            perYear));
    rows.add(
        row(
            "missing at this pace",
            money(shortfallAtThisPace(), scale, whyUnknown().orElse("no pace or no time left")),
            unit));
    return Table.of(
            "Progress of " + commitment + " on " + on, List.of("figure", "value", "unit"), rows)
        .withCaption(
            List.of(
                (knownOn == null ? "by all that is recorded" : "as known on " + knownOn)
                    + (isUnrecorded() ? "; nothing is recorded as " + stage : "")
                    + "; the headline is a pledge, not cash; years of 365.25"));
  }

  /** A stage without a record: that nothing was reached is not known by that. */
  private boolean isUnrecorded() {
    return isKnown() && reached.isZero();
  }

  private Cell known(Supplier<Cell> cell) {
    return whyUnknown().map(Cell::unknown).orElseGet(cell);
  }

  /** The amount that had reached the stage as a cell. */
  Cell reachedCell(MoneyScale scale) {
    return known(() -> scale.cell(reached));
  }

  /** The share of the headline as a cell. */
  Cell shareCell() {
    return known(() -> Cell.percent(share(), 1));
  }

  /** What had not yet reached the stage as a cell. */
  Cell remainingCell(MoneyScale scale) {
    return known(() -> scale.cell(remaining()));
  }

  String noPace() {
    if (!isKnown()) {
      return whyUnknown().orElseThrow();
    }
    if (stage == Stage.REPAID) {
      return "the deadline is not for repayment";
    }
    return schedule.lastDay().isPresent() ? "deadline passed" : "no deadline said";
  }

  private static Cell money(Optional<BigMoney> amount, MoneyScale scale, String reason) {
    return amount.map(scale::cell).orElseGet(() -> Cell.unknown(reason));
  }

  private static List<Cell> row(String label, Cell value, String unit) {
    return List.of(Cell.text(label), value, Cell.text(unit));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Progress that
        && commitment.equals(that.commitment)
        && stage.equals(that.stage)
        && on.equals(that.on)
        && Objects.equals(knownOn, that.knownOn)
        && headline.equals(that.headline)
        && reached.equals(that.reached)
        && schedule.equals(that.schedule)
        && Objects.equals(knownOnlyFrom, that.knownOnlyFrom);
  }

  @Override
  public int hashCode() {
    return Objects.hash(commitment, stage, on, knownOn, headline, reached, schedule);
  }

  /**
   * The share and the required pace. Where nothing is recorded, that is said in place of a share of
   * zero, which nobody may know.
   */
  @Override
  public String toString() {
    if (!isKnown()) {
      return stage + " not known on " + on + ": " + whyUnknown().orElseThrow();
    }
    String pace =
        requiredPerYear().map(p -> "; needs " + MoneyScale.show(p) + " a year").orElse("");
    return words() + pace;
  }

  private String words() {
    String whole = " of " + MoneyScale.show(headline);
    return isUnrecorded()
        ? "nothing recorded as " + stage + whole
        : Cell.percent(share(), 1) + " " + stage + " (" + MoneyScale.show(reached) + whole + ")";
  }
}
