package org.tariffeconomics.investment;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.YEARS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Whether an amount can be paid by a deadline when no more than a cap may be paid a year, and when
 * it could end at the earliest.
 *
 * @param amount what is to be paid, not negative
 * @param cap the most a year, positive, in the same currency
 * @param from the first day on which payment is possible
 * @param deadline the last day, included; null where there is none
 * @param rule how the cap is read where years are not whole
 * @since 0.1.0
 */
public record CapFeasibility(
    BigMoney amount, BigMoney cap, LocalDate from, @Nullable LocalDate deadline, CapRule rule) {

  private static final MathContext ROUNDED_UP =
      new MathContext(MoneyMath.PRECISION.getPrecision(), RoundingMode.CEILING);

  /** Whether the amount fits. */
  public enum Outcome {
    /** It can be paid by the deadline. */
    FEASIBLE,
    /** The cap makes that impossible. */
    INFEASIBLE,
    /** There is no deadline to miss. */
    NO_DEADLINE
  }

  /**
   * Creates a question and its answer.
   *
   * @param amount what is to be paid, not negative
   * @param cap the most a year, positive, in the same currency
   * @param from the first day on which payment is possible
   * @param deadline the last day, included; null where there is none
   * @param rule how the cap is read where years are not whole
   * @throws IllegalArgumentException when an amount is out of bounds, the currencies differ, or the
   *     amount takes more than 10,000 years
   */
  public CapFeasibility {
    Require.day("from", from);
    Objects.requireNonNull(rule, "rule");
    Require.notNegative("amount", amount);
    Require.positive("cap", cap);
    Require.currency("cap", cap, amount.getCurrencyUnit());
    if (MoneyMath.ratio(amount, cap).compareTo(BigDecimal.valueOf(10_000)) > 0) {
      throw new IllegalArgumentException(
          "amount must not take more than 10000 years, but was " + amount + " at " + cap);
    }
  }

  /** {@return the years that the amount takes at the cap} */
  public BigDecimal yearsNeeded() {
    return MoneyMath.ratio(amount, cap);
  }

  /**
   * The earliest day on which all is paid.
   *
   * @return the day: pro rata, the first on which the accrued cap suffices; by calendar years, 1
   *     January of the year that brings the last part, or the first day where that year is the
   *     first
   */
  public LocalDate earliestEnd() {
    return rule == CapRule.CALENDAR_YEAR ? lastCapRenewal() : accruedDay();
  }

  private LocalDate lastCapRenewal() {
    int renewals = quotient(amount.getAmount(), RoundingMode.CEILING) - 1;
    return renewals < 1 ? from : LocalDate.of(from.getYear() + renewals, 1, 1);
  }

  private LocalDate accruedDay() {
    int whole = quotient(amount.getAmount(), RoundingMode.FLOOR);
    LocalDate anniversary = from.plusYears(whole);
    BigDecimal rest =
        amount.getAmount().subtract(cap.getAmount().multiply(BigDecimal.valueOf(whole)));
    BigDecimal length = days(anniversary, from.plusYears(whole + 1L));
    return anniversary.plusDays(quotient(rest.multiply(length), RoundingMode.CEILING));
  }

  /** An amount over the cap as a whole number; no digit is lost before it is rounded. */
  private int quotient(BigDecimal of, RoundingMode rounding) {
    return of.divide(cap.getAmount(), 0, rounding).intValueExact();
  }

  /**
   * Whether the amount can be paid by the deadline.
   *
   * @return the outcome
   */
  public Outcome outcome() {
    if (deadline == null) {
      return Outcome.NO_DEADLINE;
    }
    return shortfall().filter(BigMoney::isPositive).isPresent()
        ? Outcome.INFEASIBLE
        : Outcome.FEASIBLE;
  }

  /**
   * {@return the most that can be paid by the deadline: no more than the amount; empty without a
   * deadline}
   */
  public Optional<BigMoney> mostByDeadline() {
    return timeAllowed()
        .map(
            time ->
                time.suffices(amount, cap)
                    ? amount
                    : MoneyMath.times(cap, time.days(), time.year()));
  }

  /**
   * {@return what the cap keeps from being paid by the deadline: amount − most by the deadline,
   * zero where it fits; empty without a deadline}
   */
  public Optional<BigMoney> shortfall() {
    return mostByDeadline().map(amount::minus);
  }

  /**
   * {@return the smallest yearly cap with which the amount would fit: amount / years allowed,
   * rounded up in the 34th digit; empty without a deadline, or where no time is left}
   */
  public Optional<BigMoney> capNeeded() {
    return timeAllowed().filter(time -> time.days().signum() > 0).map(time -> time.capFor(amount));
  }

  private Optional<Time> timeAllowed() {
    return Optional.ofNullable(deadline).map(this::timeUntil);
  }

  private Time timeUntil(LocalDate last) {
    if (last.isBefore(from)) {
      return new Time(BigDecimal.ZERO, BigDecimal.ONE);
    }
    if (rule == CapRule.CALENDAR_YEAR) {
      return new Time(BigDecimal.valueOf(last.getYear() - from.getYear() + 1L), BigDecimal.ONE);
    }
    long whole = YEARS.between(from, last);
    LocalDate anniversary = from.plusYears(whole);
    BigDecimal year = days(anniversary, from.plusYears(whole + 1));
    return new Time(BigDecimal.valueOf(whole).multiply(year).add(days(anniversary, last)), year);
  }

  /**
   * The time until the deadline: a number of days over the length of a year, kept as a fraction.
   */
  private record Time(BigDecimal days, BigDecimal year) {

    boolean suffices(BigMoney amount, BigMoney cap) {
      return !MoneyMath.times(cap, days).isLessThan(MoneyMath.times(amount, year));
    }

    BigMoney capFor(BigMoney amount) {
      return BigMoney.of(
          amount.getCurrencyUnit(), amount.getAmount().multiply(year).divide(days, ROUNDED_UP));
    }
  }

  private static BigDecimal days(LocalDate start, LocalDate end) {
    return BigDecimal.valueOf(DAYS.between(start, end));
  }

  /** {@return the answer with its parts} */
  public Table table() {
    MoneyScale scale = MoneyScale.of(MoneyMath.max(amount, cap));
    String unit = scale.unit(amount);
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("to be paid", scale.cell(amount), unit));
    rows.add(row("cap a year", scale.cell(cap), unit));
    rows.add(row("years needed", Cell.number(yearsNeeded(), 2, "years"), "years"));
    rows.add(row("earliest end", Cell.date(earliestEnd()), ""));
    rows.add(row("deadline", deadline == null ? Cell.text("none") : Cell.date(deadline), ""));
    rows.add(row("outcome", Cell.text(outcome().name().toLowerCase(Locale.ROOT)), ""));
    mostByDeadline().ifPresent(m -> rows.add(row("most by deadline", scale.cell(m), unit)));
    shortfall().ifPresent(s -> rows.add(row("shortfall", scale.cell(s), unit)));
    capNeeded().ifPresent(c -> rows.add(row("cap needed", scale.cell(c), unit)));
    return Table.of(
            "Payment under a yearly cap from " + from, List.of("figure", "value", "unit"), rows)
        .withCaption(
            List.of(
                rule == CapRule.PRO_RATA
                    ? "cap read pro rata, day by day"
                    : "cap read by calendar year, all of it payable on any day"));
  }

  private static List<Cell> row(String label, Cell value, String unit) {
    return List.of(Cell.text(label), value, Cell.text(unit));
  }

  /** The outcome and the earliest end. */
  @Override
  public String toString() {
    boolean late = outcome() == Outcome.INFEASIBLE;
    return (late ? "infeasible" : "feasible")
        + ": earliest end "
        + earliestEnd()
        + (deadline == null ? ", no deadline" : (late ? lateness(deadline) : ", by ") + deadline);
  }

  private String lateness(LocalDate missed) {
    long months = MONTHS.between(missed, earliestEnd());
    String length =
        months > 0 ? months + " months" : Texts.counted(DAYS.between(missed, earliestEnd()), "day");
    return ", " + length + " after ";
  }
}
