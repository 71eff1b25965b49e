package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.Objects;
import org.tariffeconomics.basics.DayText;
import org.threeten.extra.LocalDateRange;

/**
 * When the stages of a schedule begin: the first on the day of entry into force, each later one on
 * the stage day of a year.
 *
 * @param entryIntoForce the first day of the agreement
 * @param stageDay the day of the year on which later stages begin; not 29 February
 * @since 0.1.0
 */
public record StageCalendar(LocalDate entryIntoForce, MonthDay stageDay) {

  /** How a schedule counts its years. */
  public enum Count {
    /** By the calendar: 2012, 2013, … */
    CALENDAR_YEARS,
    /** From the entry into force: year 1, year 2, … */
    YEARS_OF_FORCE
  }

  private static final MonthDay NEW_YEAR = MonthDay.of(Month.JANUARY, 1);

  /**
   * Creates a calendar.
   *
   * @param entryIntoForce the first day of the agreement
   * @param stageDay the day of the year on which later stages begin
   * @throws IllegalArgumentException when the stage day does not exist every year
   */
  public StageCalendar {
    Objects.requireNonNull(entryIntoForce, "entryIntoForce");
    Objects.requireNonNull(stageDay, "stageDay");
    if (stageDay.equals(MonthDay.of(Month.FEBRUARY, 29))) {
      throw new IllegalArgumentException("stageDay must exist every year, but was " + stageDay);
    }
  }

  /**
   * The usual calendar: later stages begin on each 1 January.
   *
   * @param entryIntoForce the first day of the agreement, ISO 8601
   * @return the calendar
   */
  public static StageCalendar of(String entryIntoForce) {
    return new StageCalendar(DayText.parse("entryIntoForce", entryIntoForce), NEW_YEAR);
  }

  /**
   * The calendar of later stages on each anniversary.
   *
   * @param entryIntoForce the first day of the agreement, ISO 8601; not 29 February
   * @return the calendar
   * @throws IllegalArgumentException when the day does not exist every year
   */
  public static StageCalendar onAnniversaries(String entryIntoForce) {
    LocalDate day = DayText.parse("entryIntoForce", entryIntoForce);
    return new StageCalendar(day, MonthDay.from(day));
  }

  /**
   * The first day of a stage.
   *
   * @param count how years are counted
   * @param year the calendar year, or the year of force from 1 on
   * @return the day; that of entry into force for what would begin before it
   * @throws IllegalArgumentException when a year of force is below 1
   */
  public LocalDate firstDay(Count count, int year) {
    Objects.requireNonNull(count, "count");
    if (year < Year.MIN_VALUE || year > Year.MAX_VALUE) {
      throw new IllegalArgumentException("year must be one of the calendar, but was " + year);
    }
    LocalDate day = stageDay.atYear(count == Count.CALENDAR_YEARS ? year : calendarYear(year));
    boolean isFirst = count == Count.YEARS_OF_FORCE && year == 1;
    return isFirst || day.isBefore(entryIntoForce) ? entryIntoForce : day;
  }

  /** The calendar year in which a year of force begins: the second on the next stage day. */
  private int calendarYear(int year) {
    if (year < 1) {
      throw new IllegalArgumentException("Years of force begin with 1, but the year was " + year);
    }
    int second = entryIntoForce.getYear();
    if (!stageDay.atYear(second).isAfter(entryIntoForce)) {
      second++;
    }
    return second + year - 2;
  }

  /**
   * The days of a stage.
   *
   * @param count how years are counted
   * @param year the calendar year, or the year of force from 1 on
   * @return the days, half-open; none (an empty range) for a calendar year before the entry into
   *     force
   * @throws IllegalArgumentException when a year of force is below 1, or there is no such year
   */
  public LocalDateRange days(Count count, int year) {
    Objects.requireNonNull(count, "count");
    if (year >= Year.MAX_VALUE) {
      throw new IllegalArgumentException("There is no year after " + year);
    }
    return LocalDateRange.of(firstDay(count, year), firstDay(count, year + 1));
  }

  /** The day of entry into force and the stage day. */
  @Override
  public String toString() {
    return "in force " + entryIntoForce + ", stages on " + stageDay;
  }
}
