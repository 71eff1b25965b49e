package org.tariffeconomics.rate;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rates by season of the year: {@code 16.1% (15 JAN - 06 JUL); 12.5% (03 OCT - 29 NOV)}. The day
 * that counts is {@link DutyBasis#day()}, the day of entry. On a day outside every season the other
 * rate counts where the text has one ({@code ; otherwise 8%}); else the duty is undetermined, and
 * never zero.
 *
 * @param seasons the seasons in the order of the text, of which no two share a day
 * @param otherwise the rate outside the seasons; empty where the text has none
 * @serial exclude
 * @since 0.1.0
 */
public record SeasonalRate(List<Season> seasons, Optional<DutyRate> otherwise) implements DutyRate {

  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  /**
   * Creates the rate.
   *
   * @param seasons the seasons, at least one
   * @param otherwise the rate outside the seasons
   * @throws IllegalArgumentException when there is no season or two share a day
   */
  public SeasonalRate {
    Objects.requireNonNull(seasons, "seasons");
    Objects.requireNonNull(otherwise, "otherwise");
    seasons = List.copyOf(seasons);
    if (seasons.isEmpty()) {
      throw new IllegalArgumentException("A seasonal rate needs at least one season");
    }
    for (int i = 1; i < seasons.size(); i++) {
      refuseSharedDay(seasons.subList(0, i), seasons.get(i));
    }
  }

  private static void refuseSharedDay(List<Season> others, Season season) {
    for (Season other : others) {
      if (other.includes(season.from()) || season.includes(other.from())) {
        throw new IllegalArgumentException(
            "Seasons share a day: " + other.days() + " and " + season.days());
      }
    }
  }

  /**
   * A part of every year with its rate, both days included; one whose first day is later in the
   * year than its last wraps the year's end.
   *
   * @param rate the rate
   * @param from the first day
   * @param to the last day
   */
  public record Season(DutyRate rate, MonthDay from, MonthDay to) {

    /**
     * Refuses nulls.
     *
     * @param rate the rate
     * @param from the first day
     * @param to the last day
     */
    public Season {
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }

    /**
     * Whether a day belongs to the season.
     *
     * @param day the day
     * @return true when it does
     */
    public boolean includes(MonthDay day) {
      Objects.requireNonNull(day, "day");
      boolean begun = day.compareTo(from) >= 0;
      boolean going = day.compareTo(to) <= 0;
      return from.compareTo(to) <= 0 ? begun && going : begun || going;
    }

    String days() {
      return "(" + text(from) + " - " + text(to) + ")";
    }

    private static String text(MonthDay day) {
      return String.format(
          Locale.ROOT, "%02d %s", day.getDayOfMonth(), MONTHS.get(day.getMonthValue() - 1));
    }

    /** For example {@code 4% (12 JAN - 13 MAR)}. */
    @Override
    public String toString() {
      return RateForm.listed(rate) + " " + days();
    }
  }

  /** The day of the year that a text names; the month by its first three letters. */
  static MonthDay day(String day, String month) {
    int number = MONTHS.indexOf(month.substring(0, 3).toUpperCase(Locale.ROOT)) + 1;
    try {
      return MonthDay.of(number, Integer.parseInt(day));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("no day of the year: " + day + " " + month, e);
    }
  }

  /**
   * The days of the year on which the rate of a duty may change with the season, wherever in its
   * tree a season stands.
   *
   * @param rate any rate
   * @return the first day of each season and the day after its last, in order; none for a rate
   *     without seasons
   */
  public static NavigableSet<MonthDay> starts(DutyRate rate) {
    Objects.requireNonNull(rate, "rate");
    if (!isSeasonal(rate)) {
      return Collections.emptyNavigableSet();
    }
    NavigableSet<MonthDay> starts = new TreeSet<>();
    addStarts(rate, starts);
    return starts;
  }

  /** Asked of every measure of a book: rates without seasons cost nothing. */
  private static boolean isSeasonal(DutyRate rate) {
    List<DutyRate> parts = rate.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (isSeasonal(parts.get(i))) {
        return true;
      }
    }
    return rate instanceof SeasonalRate;
  }

  private static void addStarts(DutyRate rate, NavigableSet<MonthDay> starts) {
    if (rate instanceof SeasonalRate seasonal) {
      for (Season each : seasonal.seasons()) {
        starts.add(each.from());
        starts.addAll(daysAfter(each.to()));
      }
    }
    for (DutyRate part : rate.parts()) {
      addStarts(part, starts);
    }
  }

  /** At the end of February both days that may follow. */
  private static List<MonthDay> daysAfter(MonthDay last) {
    return List.of(
        MonthDay.from(last.atYear(2024).plusDays(1)), MonthDay.from(last.atYear(2025).plusDays(1)));
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    Optional<LocalDate> day = basis.day();
    if (day.isEmpty()) {
      return DutyAmount.undetermined(
          new Unknown.NeedsFact(
              "day of entry", "the season decides the rate: state the day of entry"));
    }
    return at(day.get())
        .map(rate -> rate.on(basis))
        .orElseGet(
            () ->
                DutyAmount.undetermined(
                    new Unknown.Unresolved(
                        "no season of the rate includes " + day.get() + ": " + this)));
  }

  /**
   * The rate on a day.
   *
   * @param day the day of entry
   * @return the rate; empty where no season includes the day and there is no other rate
   */
  public Optional<DutyRate> at(LocalDate day) {
    Objects.requireNonNull(day, "day");
    MonthDay ofYear = MonthDay.from(day);
    return seasons.stream()
        .filter(s -> s.includes(ofYear))
        .map(Season::rate)
        .findFirst()
        .or(() -> otherwise);
  }

  @Override
  public List<DutyRate> parts() {
    List<DutyRate> parts = new ArrayList<>(seasons.stream().map(Season::rate).toList());
    otherwise.ifPresent(parts::add);
    return List.copyOf(parts);
  }

  @Override
  public String toString() {
    return seasons.stream().map(Season::toString).collect(Collectors.joining("; "))
        + otherwise.map(o -> "; otherwise " + RateForm.listed(o)).orElse("");
  }
}
