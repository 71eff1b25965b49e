package org.tariffeconomics.io.hts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.RateCell;
import org.tariffeconomics.schedule.ScheduleLine;
import org.tariffeconomics.schedule.SpecialCell;
import org.tariffeconomics.schedule.TariffSchedule;
import org.threeten.extra.LocalDateRange;

/**
 * Joins the releases of a schedule to one whose legal lines carry their own days.
 *
 * <p>Releases are added in the order of their publication. A line that a release changes has its
 * new texts from the day that the change record gives the line; where the record is silent, since
 * it leaves out staged rates, from the first day of an annual edition. Between annual editions a
 * change that the record does not list puts an earlier slip right and counts from the beginning;
 * but where it changes what a rate means, or a line comes or goes, somebody must have looked at it
 * and named it as a {@link Slip}. What nobody has looked at is refused.
 *
 * <p>Texts are kept as published, without the marks of superscripts and without blanks that do not
 * break a line. Chapter 99, whose lines are no goods, is left out.
 *
 * @since 0.1.0
 */
public final class ReleaseHistory {

  private static final String NO_GOODS = "99";
  private static final Pattern MARKS = Pattern.compile("<[^<>]{1,80}>");

  private final Map<String, Slip> slips;
  private final Map<String, List<DatedLine>> lines = new TreeMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<String> unexplained = new ArrayList<>();
  private boolean isFirst = true;

  /** What was wrong where a change is listed by no record. */
  public enum Slip {
    /** The earlier text was a misprint: the later one counts from the beginning. */
    MISPRINT,
    /** The line was left out before: it has stood from the beginning. */
    OMITTED,
    /** The line stands there by mistake: it is none. */
    STRAY
  }

  /**
   * What a release changed in a line.
   *
   * @param release the release
   * @param code the legal line
   * @param from the day from which the change counts; empty where it counts from the beginning
   * @param what the kind of change
   * @param before the text before; blank where there was none
   * @param after the text after; blank where there is none
   */
  public record Change(
      String release,
      HsCode code,
      Optional<LocalDate> from,
      String what,
      String before,
      String after) {

    /**
     * Refuses nulls.
     *
     * @param release the release
     * @param code the legal line
     * @param from the day from which the change counts; empty where it counts from the beginning
     * @param what the kind of change
     * @param before the text before; blank where there was none
     * @param after the text after; blank where there is none
     */
    public Change {
      Objects.requireNonNull(release, "release");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    /** The release, the line, what has changed, and from when. */
    @Override
    public String toString() {
      return release
          + " "
          + code
          + " "
          + what
          + " "
          + from.map(day -> "from " + day).orElse("from the beginning")
          + ": "
          + before
          + " → "
          + after;
    }
  }

  /**
   * One release as it is added.
   *
   * @param name what the release is called, {@code HTS 2025 Revision 16}
   * @param schedule its lines
   * @param effective the day from which it counts where nothing else is said
   * @param isAnnual whether it is an annual edition, which brings staged rates
   * @param record its change record; null where there is none
   */
  public record Release(
      String name,
      TariffSchedule schedule,
      LocalDate effective,
      boolean isAnnual,
      @Nullable ChangeRecord record) {

    /**
     * Refuses nulls.
     *
     * @param name what the release is called, {@code HTS 2025 Revision 16}
     * @param schedule its lines
     * @param effective the day from which it counts where nothing else is said
     * @param isAnnual whether it is an annual edition, which brings staged rates
     * @param record its change record; null where there is none
     */
    public Release {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(schedule, "schedule");
      Objects.requireNonNull(effective, "effective");
    }

    private Optional<LocalDate> listed(String digits) {
      return record == null || isAnnual
          ? Optional.empty()
          : record.items().stream()
              .filter(item -> isFor(item.item(), digits))
              .flatMap(item -> item.effective().stream())
              .min(Comparator.naturalOrder());
    }

    private boolean lists(String digits) {
      return record != null && record.items().stream().anyMatch(item -> isFor(item.item(), digits));
    }

    private static boolean isFor(String item, String digits) {
      String plain = item.replace(".", "");
      return plain.startsWith(digits);
    }
  }

  private ReleaseHistory(Map<String, Slip> slips) {
    this.slips = slips;
  }

  /**
   * A history without releases.
   *
   * @param slips the unlisted changes that were looked at: the release that has them and the line,
   *     as in {@code HTS 2025 Revision 1 4420.19.00}, and what was wrong
   * @return the history
   */
  public static ReleaseHistory create(Map<String, Slip> slips) {
    Objects.requireNonNull(slips, "slips");
    return new ReleaseHistory(new TreeMap<>(slips));
  }

  private @Nullable Slip slip(Release release, String digits) {
    return slips.get(release.name() + " " + HsCode.of(digits));
  }

  /**
   * Adds a release that was published after those before.
   *
   * @param release the release
   */
  public void add(Release release) {
    Objects.requireNonNull(release, "release");
    Map<String, DatedLine> now = legalLines(release.schedule());
    Set<String> codes = new TreeSet<>(lines.keySet());
    codes.addAll(now.keySet());
    for (String code : codes) {
      take(release, code, now.get(code));
    }
    isFirst = false;
  }

  private void take(Release release, String code, @Nullable DatedLine now) {
    List<DatedLine> states = lines.computeIfAbsent(code, c -> new ArrayList<>());
    DatedLine before = states.isEmpty() ? null : states.get(states.size() - 1);
    if (before == null || !before.days().isUnboundedEnd()) {
      if (now != null) {
        begin(release, states, now);
      }
    } else if (now == null) {
      end(release, states, before);
    } else if (!now.withDays(before.days()).equals(before)) {
      change(release, states, before, now);
    }
  }

  private void end(Release release, List<DatedLine> states, DatedLine before) {
    String code = before.code().digits();
    LocalDate end = day(release, code);
    if (!release.isAnnual() && !release.lists(code)) {
      unexplained.add(release.name() + " " + before.code() + " ended");
    }
    states.set(states.size() - 1, before.withDays(until(before.days(), end)));
    note(release, code, Optional.of(end), "ended", before.general(), "");
  }

  private void begin(Release release, List<DatedLine> states, DatedLine now) {
    String code = now.code().digits();
    Slip slip = slip(release, code);
    if (slip == Slip.STRAY || isFirst) {
      if (isFirst) {
        states.add(now);
      }
      return;
    }
    boolean isKnown = release.isAnnual() || release.lists(code) || slip == Slip.OMITTED;
    if (!isKnown) {
      unexplained.add(release.name() + " " + now.code() + " began: " + now.general());
    }
    Optional<LocalDate> start =
        slip == Slip.OMITTED ? Optional.empty() : Optional.of(day(release, code));
    states.add(now.withDays(LocalDateRange.ofUnboundedEnd(start.orElse(LocalDate.MIN))));
    note(release, code, start, "began", "", now.general());
  }

  private static LocalDate day(Release release, String code) {
    return release.listed(code).orElse(release.effective());
  }

  private void change(Release release, List<DatedLine> states, DatedLine before, DatedLine now) {
    String code = now.code().digits();
    boolean isRate = !ratesOf(before).equals(ratesOf(now));
    boolean isMisprint =
        slip(release, code) == Slip.MISPRINT || (isRate && saysTheSame(before, now));
    boolean isListed = release.isAnnual() || release.lists(code);
    if (isRate && !isMisprint && !isListed) {
      unexplained.add(
          release.name() + " " + now.code() + ": " + ratesOf(before) + " → " + ratesOf(now));
    }
    boolean isSame = isMisprint && before.statistical().equals(now.statistical());
    Optional<LocalDate> from =
        isSame || !isListed ? Optional.empty() : Optional.of(day(release, code));
    int last = states.size() - 1;
    if (from.isEmpty() || !from.get().isAfter(before.days().getStart())) {
      states.set(last, now.withDays(before.days()));
    } else {
      states.set(last, before.withDays(until(before.days(), from.get())));
      states.add(now.withDays(LocalDateRange.ofUnboundedEnd(from.get())));
    }
    noteDifferences(release, before, now, from);
  }

  private static LocalDateRange until(LocalDateRange days, LocalDate end) {
    return LocalDateRange.of(days.getStart(), end);
  }

  private void noteDifferences(
      Release release, DatedLine before, DatedLine now, Optional<LocalDate> from) {
    List<String> columns = List.of("general", "special", "other");
    for (int i = 0; i < columns.size(); i++) {
      String was = ratesOf(before).get(i);
      String is = ratesOf(now).get(i);
      if (!was.equals(is)) {
        note(release, now.code().digits(), from, columns.get(i), was, is);
      }
    }
    if (!before.statistical().equals(now.statistical())) {
      String was = before.statistical().toString();
      note(release, now.code().digits(), from, "statistical", was, now.statistical().toString());
    }
  }

  private void note(
      Release release,
      String code,
      Optional<LocalDate> from,
      String what,
      String before,
      String after) {
    changes.add(new Change(release.name(), HsCode.of(code), from, what, before, after));
  }

  private static List<String> ratesOf(DatedLine line) {
    return List.of(line.general(), line.special(), line.other());
  }

  private static boolean saysTheSame(DatedLine one, DatedLine other) {
    return DutyRate.parse(one.general()).equals(DutyRate.parse(other.general()))
        && DutyRate.parse(one.other()).equals(DutyRate.parse(other.other()))
        && SpecialRate.parse(one.special()).equals(SpecialRate.parse(other.special()));
  }

  /** The legal lines of a release, valid always; a statistical line makes one where none is. */
  private static Map<String, DatedLine> legalLines(TariffSchedule schedule) {
    Map<String, List<ScheduleLine>> byLegal = new TreeMap<>();
    for (ScheduleLine each : schedule.lines()) {
      if (!each.code().chapter().equals(NO_GOODS)) {
        byLegal
            .computeIfAbsent(each.code().upTo(DatedLine.DIGITS).digits(), c -> new ArrayList<>())
            .add(each);
      }
    }
    Map<String, DatedLine> legal = new TreeMap<>();
    byLegal.forEach((code, lines) -> legal.put(code, legalLine(code, lines)));
    return legal;
  }

  private static DatedLine legalLine(String code, List<ScheduleLine> lines) {
    ScheduleLine first = lines.get(0);
    for (ScheduleLine each : lines) {
      if (!texts(each).equals(texts(first))) {
        throw new IllegalArgumentException(
            "The statistical line " + each + " has other rates than " + first);
      }
    }
    boolean isDivided = lines.size() > 1 && first.code().digits().length() == DatedLine.DIGITS;
    List<String> texts = texts(first);
    return new DatedLine(
        HsCode.of(code),
        LocalDateRange.ALL,
        texts.get(0),
        texts.get(1),
        texts.get(2),
        lines.stream().skip(isDivided ? 1 : 0).map(ReleaseHistory::statistical).toList());
  }

  private static DatedLine.Statistical statistical(ScheduleLine line) {
    List<String> units =
        line.units().stream().map(ReleaseHistory::plain).filter(u -> !u.isEmpty()).toList();
    return new DatedLine.Statistical(line.code().digits().substring(DatedLine.DIGITS), units);
  }

  private static List<String> texts(ScheduleLine line) {
    return List.of(
        plain(line.general().map(RateCell::text).orElse("")),
        plain(line.special().map(SpecialCell::text).orElse("")),
        plain(line.other().map(RateCell::text).orElse("")));
  }

  /**
   * A text without marks of superscripts, line breaks and blanks that do not break a line.
   *
   * @param text a text as published
   * @return the text as a history keeps it
   */
  public static String plain(String text) {
    Objects.requireNonNull(text, "text");
    return MARKS.matcher(text).replaceAll("").replaceAll("[\\s\\u00a0]++", " ").strip();
  }

  /**
   * The lines of all releases with their days.
   *
   * @return the lines by code, those of one code by day
   * @throws IllegalStateException when a change of a rate is explained by nothing, naming all such
   */
  public List<DatedLine> lines() {
    if (!unexplained.isEmpty()) {
      throw new IllegalStateException(
          "No change record lists these changes; look at each and name it as a slip, or give the"
              + " record: "
              + String.join("; ", unexplained));
    }
    return lines.values().stream().flatMap(List::stream).toList();
  }

  /** {@return the changes, in the order of the releases and by code} */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /**
   * The days from which lines change.
   *
   * @return the days with the first release that has the change
   */
  public Map<LocalDate, String> changeDays() {
    Map<LocalDate, String> days = new TreeMap<>();
    Stream<Change> dated = changes.stream().filter(c -> c.from().isPresent());
    dated.forEach(c -> days.putIfAbsent(c.from().orElseThrow(), c.release()));
    return days;
  }

  /** How many lines and changes there are. */
  @Override
  public String toString() {
    return lines.size() + " legal lines, " + changes.size() + " changes";
  }
}
