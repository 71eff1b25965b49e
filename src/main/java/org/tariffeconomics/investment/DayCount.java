package org.tariffeconomics.investment;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How the time between two days is turned into years. The convention moves a required pace or a
 * present value by up to 1.5 percent, so every dated result states it.
 *
 * <p>The first day counts and the last does not. Years are negative where the end lies before the
 * start. Sources: ISDA 2006 Definitions, section 4.16, for all but {@link #ACT_365_25}.
 *
 * @since 0.1.0
 */
public enum DayCount {
  /** Actual days over 365: what spreadsheets use in XNPV and XIRR. */
  ACT_365("Act/365") {
    @Override
    BigDecimal forward(LocalDate start, LocalDate end) {
      return days(start, end).divide(BigDecimal.valueOf(365), MathContext.DECIMAL128);
    }
  },
  /** Actual days over 365.25, the mean length of a Julian year; for paces over several years. */
  ACT_365_25("Act/365.25") {
    @Override
    BigDecimal forward(LocalDate start, LocalDate end) {
      return days(start, end).divide(JULIAN_YEAR, MathContext.DECIMAL128);
    }
  },
  /** Actual days over 360: the money market's. */
  ACT_360("Act/360") {
    @Override
    BigDecimal forward(LocalDate start, LocalDate end) {
      return days(start, end).divide(BigDecimal.valueOf(360), MathContext.DECIMAL128);
    }
  },
  /** The days in each calendar year over the length of that year, 365 or 366. */
  ACT_ACT("Act/Act ISDA") {
    @Override
    BigDecimal forward(LocalDate start, LocalDate end) {
      int whole = end.getYear() - start.getYear() - 1;
      return whole < 0
          ? inYear(start, end)
          : inYear(start, start.plusYears(1).withDayOfYear(1))
              .add(BigDecimal.valueOf(whole))
              .add(inYear(end.withDayOfYear(1), end));
    }

    /** The part of the year of the first day. */
    private BigDecimal inYear(LocalDate start, LocalDate end) {
      return days(start, end)
          .divide(BigDecimal.valueOf(start.lengthOfYear()), MathContext.DECIMAL128);
    }
  },
  /** Months of 30 days, years of 360; a 31st counts as a 30th (Eurobond basis). */
  THIRTY_E_360("30E/360") {
    @Override
    BigDecimal forward(LocalDate start, LocalDate end) {
      long days =
          360L * (end.getYear() - start.getYear())
              + 30L * (end.getMonthValue() - start.getMonthValue())
              + Math.min(end.getDayOfMonth(), 30)
              - Math.min(start.getDayOfMonth(), 30);
      return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(360), MathContext.DECIMAL128);
    }
  };

  /** The mean length of a Julian year in days. */
  static final BigDecimal JULIAN_YEAR = new BigDecimal("365.25");

  private final String label;

  DayCount(String label) {
    this.label = label;
  }

  abstract BigDecimal forward(LocalDate start, LocalDate end);

  /**
   * The years from one day to another.
   *
   * @param start the day from which time runs
   * @param end the day to which it runs
   * @return years to 34 digits, negative where the end lies before the start
   */
  public BigDecimal years(LocalDate start, LocalDate end) {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    return end.isBefore(start) ? forward(end, start).negate() : forward(start, end);
  }

  private static BigDecimal days(LocalDate start, LocalDate end) {
    return BigDecimal.valueOf(DAYS.between(start, end));
  }

  /** The market's name of the convention, {@code Act/365}. */
  @Override
  public String toString() {
    return label;
  }
}
