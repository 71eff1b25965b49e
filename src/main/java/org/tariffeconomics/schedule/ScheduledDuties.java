package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SeasonalRate;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * Schedules as law: the general rates, the preferences of the special column and the rates of
 * column 2, from the days on which each release counts.
 *
 * <p>A release has no dates of its own; both of its days are given here: the first day on which it
 * is law, and the first day on which it was known. On a day that release counts which was published
 * last of those that were known and had begun: a later release contains the earlier ones, even
 * where it counts from before them. The measures of a line are made when they are asked for.
 *
 * @since 0.1.0
 */
public final class ScheduledDuties implements MeasureSource {

  private static final int MOST_LINES_KEPT = 1 << 13;

  private static final Comparator<Release> LATEST =
      Comparator.comparing(
              Release::knownFrom, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Release::from);

  private final ProgrammeKey key;
  private final List<Release> releases;

  /** What lines have in common, kept because panels ask for all of them again and again. */
  private final Map<ScheduleLine, Object> kinds = new ConcurrentHashMap<>();

  /** The measures of the lines asked for last, as the objects that every answer shares. */
  private final Memo<ScheduleLine, List<TariffMeasure>> byLine = new Memo<>(MOST_LINES_KEPT);

  /** The days on which seasons begin, found when first asked for. */
  private volatile @Nullable NavigableSet<MonthDay> seasons;

  /**
   * A schedule and the days from which it counts.
   *
   * @param schedule the schedule
   * @param from the first day on which it is law
   * @param knownFrom the first day on which it was known, null for ever since
   */
  public record Release(TariffSchedule schedule, LocalDate from, @Nullable LocalDate knownFrom) {

    /**
     * Refuses nulls.
     *
     * @param schedule the schedule
     * @param from the first day on which it is law
     * @param knownFrom the first day on which it was known, null for ever since
     */
    public Release {
      Objects.requireNonNull(schedule, "schedule");
      Objects.requireNonNull(from, "from");
    }

    private Validity validity() {
      return Validity.during(LocalDateRange.ofUnboundedEnd(from)).withKnownFrom(knownFrom);
    }

    /** The schedule's name and its first day. */
    @Override
    public String toString() {
      return schedule.name() + " from " + from;
    }
  }

  private ScheduledDuties(ProgrammeKey key, List<Release> releases) {
    this.key = key;
    this.releases = releases;
  }

  /**
   * One schedule, law on every day.
   *
   * @param schedule the schedule
   * @param key what its columns and symbols stand for
   * @return its duties
   */
  public static ScheduledDuties of(TariffSchedule schedule, ProgrammeKey key) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(key, "key");
    return new ScheduledDuties(key, List.of(new Release(schedule, LocalDate.MIN, null)));
  }

  /**
   * Several releases, each law from its first day until the next begins.
   *
   * @param releases the releases in any order
   * @param key what their columns and symbols stand for
   * @return their duties
   * @throws IllegalArgumentException when there is none, or two begin and are known on the same day
   */
  public static ScheduledDuties of(List<Release> releases, ProgrammeKey key) {
    Objects.requireNonNull(releases, "releases");
    Objects.requireNonNull(key, "key");
    List<Release> sorted = releases.stream().sorted(LATEST).toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("Scheduled duties need at least one release");
    }
    for (int i = 1; i < sorted.size(); i++) {
      if (LATEST.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
        throw new IllegalArgumentException(
            "Two releases begin and are known on the same day: '"
                + sorted.get(i - 1)
                + "' and '"
                + sorted.get(i)
                + "'");
      }
    }
    return new ScheduledDuties(key, sorted);
  }

  /**
   * The schedule that counts on a day.
   *
   * @param day the day of entry
   * @param knowledge what is known
   * @return the schedule, empty before the first release
   */
  public Optional<TariffSchedule> schedule(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    for (int i = releases.size() - 1; i >= 0; i--) {
      Release each = releases.get(i);
      if (each.validity().holds(day, knowledge)) {
        return Optional.of(each.schedule());
      }
    }
    return Optional.empty();
  }

  /**
   * What the columns and symbols stand for.
   *
   * @return the key
   */
  public ProgrammeKey key() {
    return key;
  }

  /** {@return the releases, the first to count first} */
  public List<Release> releases() {
    return releases;
  }

  /**
   * The symbols of the special columns that the key does not know: their rates are no measures, so
   * that a claim to them finds nothing.
   *
   * @return the symbols in order
   */
  public List<String> unknownSymbols() {
    Set<String> unknown = new TreeSet<>();
    for (Release release : releases) {
      for (ScheduleLine line : release.schedule().lines()) {
        line.special().stream()
            .flatMap(cell -> cell.groups().stream())
            .flatMap(group -> group.programmes().stream())
            .filter(symbol -> key.anyOf(symbol).findAny().isEmpty())
            .forEach(unknown::add);
      }
    }
    return List.copyOf(unknown);
  }

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    Optional<TariffSchedule> schedule = schedule(day, knowledge);
    if (schedule.isEmpty()) {
      return List.of();
    }
    List<TariffMeasure> measures = new ArrayList<>();
    schedule.get().covering(code).ifPresent(line -> measures.addAll(measures(line)));
    List<ScheduleLine> below = divisions(schedule.get(), code);
    if (!below.isEmpty()) {
      Map<String, TariffMeasure> byId = new LinkedHashMap<>();
      measures.forEach(m -> byId.put(m.id(), m));
      below.forEach(line -> measures(line).forEach(m -> byId.putIfAbsent(m.id(), m)));
      measures.clear();
      measures.addAll(byId.values());
    }
    measures.removeIf(
        m -> !m.origins().includes(origin, day) || !m.validity().holds(day, knowledge));
    return measures;
  }

  /** The measures of a line for every origin and day, made when it is first asked for. */
  private List<TariffMeasure> measures(ScheduleLine line) {
    return byLine.get(line, each -> LineMeasures.of(each, scheduleOf(each), key));
  }

  private String scheduleOf(ScheduleLine line) {
    return releases.stream()
        .map(Release::schedule)
        .filter(s -> s.covering(line.code()).filter(line::equals).isPresent())
        .map(TariffSchedule::name)
        .findFirst()
        .orElse("");
  }

  /** The lines below a code that say something which the line they are a part of does not. */
  private static List<ScheduleLine> divisions(TariffSchedule schedule, HsCode code) {
    return schedule.below(code).stream().filter(ScheduledDuties::hasOwnRates).toList();
  }

  /** Whether a line says something that the line it is a part of does not. */
  private static boolean hasOwnRates(ScheduleLine line) {
    Optional<ScheduleLine> parent = line.parent();
    return parent.isEmpty()
        || !line.general().equals(parent.get().general())
        || !line.special().equals(parent.get().special())
        || !line.other().equals(parent.get().other());
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    Optional<TariffSchedule> schedule = schedule(day, knowledge);
    Optional<ScheduleLine> line = schedule.flatMap(s -> s.covering(code));
    boolean plain = line.isPresent() && divisions(schedule.get(), code).isEmpty();
    return plain ? kinds.computeIfAbsent(line.get(), LineMeasures::kind) : List.of("its own", code);
  }

  @Override
  public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return key.origins(rule, day, knowledge);
  }

  @Override
  public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return schedule(day, knowledge).stream()
        .flatMap(s -> s.declarable().stream())
        .map(ScheduleLine::code)
        .toList();
  }

  @Override
  public List<HsCode> linesBelow(HsCode code, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return schedule(day, knowledge).stream()
        .flatMap(s -> s.below(code).stream().filter(line -> s.below(line.code()).isEmpty()))
        .map(ScheduleLine::code)
        .toList();
  }

  @Override
  public boolean writeContent(Consumer<String> lines) {
    Objects.requireNonNull(lines, "lines");
    key.writeContent(lines);
    for (Release each : releases) {
      lines.accept(each.from() + " " + each.knownFrom());
      each.schedule().writeContent(lines);
    }
    return true;
  }

  @Override
  public NavigableSet<LocalDate> changeDays() {
    NavigableSet<LocalDate> days = key.changeDays();
    releases.forEach(release -> days.add(release.from()));
    return days;
  }

  @Override
  public NavigableSet<LocalDate> knowledgeDays() {
    NavigableSet<LocalDate> days = key.knowledgeDays();
    releases.forEach(release -> days.addAll(release.validity().knowledgeDays()));
    return days;
  }

  @Override
  public Set<String> programmes() {
    return key.names();
  }

  @Override
  public NavigableSet<MonthDay> seasonStarts() {
    NavigableSet<MonthDay> starts = seasons;
    if (starts == null) {
      starts = Collections.unmodifiableNavigableSet(findSeasonStarts());
      seasons = starts;
    }
    return starts;
  }

  private NavigableSet<MonthDay> findSeasonStarts() {
    Set<DutyRate> rates = new HashSet<>();
    for (Release release : releases) {
      for (ScheduleLine line : release.schedule().lines()) {
        line.general().map(RateCell::rate).ifPresent(rates::add);
        line.other().map(RateCell::rate).ifPresent(rates::add);
        line.special().ifPresent(cell -> cell.groups().forEach(g -> rates.add(g.rate())));
      }
    }
    NavigableSet<MonthDay> starts = new TreeSet<>();
    rates.forEach(rate -> starts.addAll(SeasonalRate.starts(rate)));
    return starts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScheduledDuties that
        && key.equals(that.key)
        && releases.equals(that.releases);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, releases);
  }

  /** The releases. */
  @Override
  public String toString() {
    return releases.size() == 1 && releases.get(0).from().equals(LocalDate.MIN)
        ? releases.get(0).schedule().name()
        : releases.stream().map(Release::toString).collect(Collectors.joining("; "));
  }
}
