package org.tariffeconomics.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.DatedSchedule;
import org.tariffeconomics.schedule.RateCell;
import org.tariffeconomics.schedule.ScheduleLine;
import org.tariffeconomics.schedule.SpecialCell;
import org.tariffeconomics.schedule.TariffSchedule;
import org.threeten.extra.LocalDateRange;

/**
 * Which days of the bundled schedule a loaded release is the law of, told by its rates and not by
 * its name: the days on which most of its legal lines stood as it has them. A release whose days
 * have ended is older than the bundle: its ordinary duties are law no more, while the additional
 * duties that it is joined with are those of the day that is asked about.
 *
 * <p>Headings of chapter 99 to which its lines point, and which the bundle does not have, are
 * listed: their duties are not in the joined book.
 *
 * @since 0.1.0
 */
public final class UsReleaseAge {

  /** Where fewer of the lines agree, it is no release of the bundled days. */
  private static final double LEAST_AGREEING = 0.5;

  /** The chapter of additional duties, and how its headings for them begin. */
  private static final String ADDITIONAL = "9903";

  private final String release;
  private final int lines;
  private final int agreeing;
  private final LocalDateRange days;
  private final List<HsCode> unknownHeadings;

  private UsReleaseAge(
      String release, int lines, int agreeing, LocalDateRange days, List<HsCode> unknownHeadings) {
    this.release = release;
    this.lines = lines;
    this.agreeing = agreeing;
    this.days = days;
    this.unknownHeadings = List.copyOf(unknownHeadings);
  }

  /**
   * Places a release in time.
   *
   * @param release the release
   * @return its days, and what the bundle does not know of it
   */
  public static UsReleaseAge of(TariffSchedule release) {
    Objects.requireNonNull(release, "release");
    DatedSchedule bundle = UsTariffs.schedule(Facts.VERIFIED_ONLY);
    NavigableMap<LocalDate, Integer> steps = new TreeMap<>();
    Set<HsCode> legal = new HashSet<>();
    for (ScheduleLine line : release.lines()) {
      if (isLegal(line) && legal.add(line.code().upTo(DatedLine.DIGITS))) {
        bundle.history(line.code()).stream()
            .filter(state -> isSame(state, line))
            .forEach(state -> count(state.days(), steps));
      }
    }
    return new UsReleaseAge(
        release.name(), legal.size(), most(steps), daysOfMost(steps), unknownHeadings(release));
  }

  private static void count(LocalDateRange days, NavigableMap<LocalDate, Integer> steps) {
    steps.merge(days.getStart(), 1, Integer::sum);
    steps.merge(days.getEnd(), -1, Integer::sum);
  }

  private static boolean isLegal(ScheduleLine line) {
    String digits = line.code().digits();
    return digits.length() >= DatedLine.DIGITS && !isSpecial(line) && line.general().isPresent();
  }

  private static boolean isSame(DatedLine state, ScheduleLine line) {
    return isSame(state.general(), line.general().map(RateCell::text).orElse(""))
        && isSame(state.special(), line.special().map(SpecialCell::text).orElse(""))
        && isSame(state.other(), line.other().map(RateCell::text).orElse(""));
  }

  private static boolean isSame(String one, String other) {
    return one.equals(other) || plain(one).equals(plain(other));
  }

  /** Releases differ in blanks, and so does the bundle from them. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  private static int most(NavigableMap<LocalDate, Integer> steps) {
    int now = 0;
    int most = 0;
    for (int step : steps.values()) {
      now += step;
      most = Math.max(most, now);
    }
    return most;
  }

  /** From the first day on which most lines agree to the last; all days where none does. */
  private static LocalDateRange daysOfMost(NavigableMap<LocalDate, Integer> steps) {
    int most = most(steps);
    int now = 0;
    LocalDate first = null;
    LocalDate end = null;
    for (Map.Entry<LocalDate, Integer> step : steps.entrySet()) {
      boolean wasMost = now == most;
      now += step.getValue();
      if (now == most && first == null) {
        first = step.getKey();
      }
      if (wasMost && now < most && first != null) {
        end = step.getKey();
      }
    }
    return range(first, end);
  }

  private static LocalDateRange range(@Nullable LocalDate first, @Nullable LocalDate end) {
    if (first == null) {
      return LocalDateRange.ALL;
    }
    return LocalDateRange.of(first, end == null ? LocalDate.MAX : end);
  }

  private static List<HsCode> unknownHeadings(TariffSchedule release) {
    Set<String> known =
        UsProvisions.of(ADDITIONAL).provisions().stream()
            .map(each -> HsCode.of(each.heading()).digits())
            .collect(Collectors.toSet());
    return release.lines().stream()
        .filter(line -> !isSpecial(line))
        .flatMap(line -> line.references().stream())
        .flatMap(each -> Stream.of(each.first(), each.last()))
        .filter(heading -> heading.digits().startsWith(ADDITIONAL))
        .filter(heading -> !known.contains(heading.digits()))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isSpecial(ScheduleLine line) {
    return line.code().digits().startsWith("99");
  }

  /** {@return the days on which the bundled schedule was most like the release, half-open} */
  public LocalDateRange days() {
    return days;
  }

  /** {@return the legal lines of the release that have a rate} */
  public int lines() {
    return lines;
  }

  /** {@return how many of them stood on those days as the release has them} */
  public int agreeing() {
    return agreeing;
  }

  /**
   * Whether the bundle has newer ordinary duties than the release.
   *
   * @return false too where the release is none of the bundled days
   */
  @JsonIgnore
  public boolean isOlder() {
    return isOfBundledDays() && !days.isUnboundedEnd();
  }

  /** {@return whether most of its lines are those of some bundled day} */
  @JsonIgnore
  public boolean isOfBundledDays() {
    return lines > 0 && agreeing >= LEAST_AGREEING * lines;
  }

  /** {@return the headings for additional duties that its lines point to and the bundle lacks} */
  public List<HsCode> unknownHeadings() {
    return unknownHeadings;
  }

  /** What the release is called with its age, as stamps have it. */
  String name() {
    if (!isOfBundledDays()) {
      return release + " (not of the bundled days)";
    }
    return isOlder()
        ? release + " (as in force " + Validity.text(days) + ", older than the bundle)"
        : release;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsReleaseAge that
        && release.equals(that.release)
        && lines == that.lines
        && agreeing == that.agreeing
        && days.equals(that.days)
        && unknownHeadings.equals(that.unknownHeadings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(release, lines, agreeing, days, unknownHeadings);
  }

  /** The age in a sentence, and what is not known. */
  @Override
  public String toString() {
    String headings =
        unknownHeadings.isEmpty()
            ? ""
            : "; points to headings that are not bundled: "
                + unknownHeadings.stream().map(HsCode::toString).collect(Collectors.joining(", "));
    String agreement = agreeing + " of " + lines + " lines agree";
    if (!isOfBundledDays()) {
      return release + " is the law of none of the bundled days: at most " + agreement + headings;
    }
    return release
        + " has the ordinary duties in force "
        + Validity.text(days)
        + (isOlder() ? " and is older than the bundled law" : "")
        + ": "
        + agreement
        + headings;
  }
}
