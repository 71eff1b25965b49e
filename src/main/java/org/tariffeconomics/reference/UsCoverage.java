package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.DatedSchedule;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.threeten.extra.LocalDateRange;

/**
 * How far the bundled law of the United States goes for a line: the ordinary duty, the preferences,
 * and for each programme of additional duties from when to when and with what gaps it is held.
 *
 * <pre>{@code
 * UsTariffs.coverage("8471.30.01").table()
 * }</pre>
 *
 * <p>What is held but was not verified leaves a duty open; what is not held is said here and in no
 * number.
 *
 * @since 0.1.0
 */
public final class UsCoverage {

  private static final String FILE = "us/coverage.csv";

  private static final List<String> COLUMNS =
      List.of("programme", "goods", "from", "until", "state", "remark");

  private final HsCode line;
  private final List<Entry> entries;

  private UsCoverage(HsCode line, List<Entry> entries) {
    this.line = line;
    this.entries = entries;
  }

  /** How far something is held. */
  public enum State {
    /** Wholly. */
    HELD,
    /** With gaps that the remark names. */
    PARTLY,
    /** Not at all. */
    NOT_HELD
  }

  /**
   * What is held of a programme for some goods.
   *
   * @param programme the programme, or {@code ordinary duty}
   * @param goods the goods that this is said of
   * @param days the days that this is said of, half-open
   * @param state how far it is held
   * @param remark what is missing, or why it is held; may be empty
   */
  public record Entry(
      String programme, ProductScope goods, LocalDateRange days, State state, String remark) {

    /**
     * Refuses nulls.
     *
     * @param programme the programme, or {@code ordinary duty}
     * @param goods the goods that this is said of
     * @param days the days that this is said of, half-open
     * @param state how far it is held
     * @param remark what is missing, or why it is held; may be empty
     */
    public Entry {
      Objects.requireNonNull(programme, "programme");
      Objects.requireNonNull(goods, "goods");
      Objects.requireNonNull(days, "days");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(remark, "remark");
    }
  }

  /** Read once, when first asked for. */
  private static final class Bundle {
    private static final List<Entry> ALL =
        CsvFile.read(FILE, Bundled.open(FILE), COLUMNS, COLUMNS)
            .records(UsCoverage::entry)
            .orThrow();
  }

  private static @Nullable Entry entry(Row row) {
    ProductScope goods = row.parsed("goods", ProductScope::parse);
    State state = row.word("state", State.class);
    LocalDateRange days = row.days();
    return goods == null || state == null || !row.isGood()
        ? null
        : new Entry(row.required("programme"), goods, days, state, row.cell("remark"));
  }

  /** What is held for a line. */
  static UsCoverage of(HsCode line) {
    List<Entry> entries = new ArrayList<>();
    entries.add(base(line));
    entries.add(preferences(line));
    for (Entry each : Bundle.ALL) {
      if (each.goods().contains(line) || each.goods().splits(line)) {
        entries.add(each);
      }
    }
    return new UsCoverage(line, List.copyOf(entries));
  }

  /**
   * For which goods and days one programme of additional duties is held, and with what gaps.
   *
   * @param programme its name, as measures and {@link UsTariffs#programmes} have it
   * @return what is said of it, in the order of its days; none where nothing is
   */
  public static List<Entry> ofProgramme(String programme) {
    Objects.requireNonNull(programme, "programme");
    return Bundle.ALL.stream().filter(each -> each.programme().equals(programme)).toList();
  }

  /** A number that ended or never was is answered by its successors or its line, and says so. */
  private static Entry base(HsCode line) {
    return new Entry(
        "ordinary duty",
        ProductScope.of(line.toString()),
        LocalDateRange.of(UsTariffs.FACTS_FROM, LocalDate.MAX),
        isAnswered(line) ? State.HELD : State.NOT_HELD,
        remark(line));
  }

  private static String remark(HsCode line) {
    return UsTariffs.schedule(Facts.VERIFIED_ONLY).remark(line, UsTariffs.FACTS_THROUGH).orElse("");
  }

  /** Whether a legal line of some day has the code, or lies below it. */
  private static boolean isAnswered(HsCode line) {
    DatedSchedule schedule = UsTariffs.schedule(Facts.VERIFIED_ONLY);
    return linesOf(schedule, line).stream().anyMatch(each -> !schedule.history(each).isEmpty());
  }

  /** The symbols of the special column that stand for a programme whose countries are not known. */
  private static Entry preferences(HsCode line) {
    DatedSchedule schedule = UsTariffs.schedule(Facts.VERIFIED_ONLY);
    Set<String> unknown = new TreeSet<>();
    for (HsCode each : linesOf(schedule, line)) {
      schedule.history(each).stream()
          .map(DatedLine::special)
          .flatMap(text -> SpecialRate.parse(text).stream())
          .flatMap(group -> group.programmes().stream())
          .filter(symbol -> isOpen(schedule.key(), symbol))
          .forEach(unknown::add);
    }
    return new Entry(
        "preferences",
        ProductScope.of(line.toString()),
        LocalDateRange.of(UsTariffs.FACTS_FROM, LocalDate.MAX),
        isAnswered(line) ? unknown.isEmpty() ? State.HELD : State.PARTLY : State.NOT_HELD,
        unknown.isEmpty()
            ? remark(line)
            : "who may claim "
                + String.join(", ", unknown)
                + " on all days was not verified: a claim leaves the duty open");
  }

  private static boolean isOpen(ProgrammeKey key, String symbol) {
    return key.programmes(symbol).isEmpty()
        || key.unconfirmed().stream().anyMatch(each -> each.symbol().equals(symbol));
  }

  private static List<HsCode> linesOf(DatedSchedule schedule, HsCode line) {
    List<HsCode> below = schedule.linesBelow(line, UsTariffs.FACTS_THROUGH, Knowledge.now());
    return below.isEmpty() ? List.of(line) : below;
  }

  /** {@return the line} */
  public HsCode line() {
    return line;
  }

  /**
   * {@return the ordinary duty and the preferences first, then the programmes in the order of their
   * headings}
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * What is said of a day.
   *
   * @param day the day
   * @return the entries that speak of it
   */
  public List<Entry> on(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return entries.stream().filter(each -> each.days().contains(day)).toList();
  }

  /** {@return one row an entry: programme, days, state, remark} */
  public Table table() {
    return Table.of(
        "What is held for " + line,
        List.of("programme", "days", "state", "remark"),
        entries.stream()
            .map(
                each ->
                    List.of(
                        Cell.text(each.programme()),
                        Cell.text(Validity.text(each.days())),
                        Cell.text(each.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                        Cell.text(each.remark())))
            .toList());
  }

  /** For example {@code 8471.30.01: 20 held, 6 partly, 3 not held}. */
  @Override
  public String toString() {
    return line
        + ": "
        + count(State.HELD)
        + " held, "
        + count(State.PARTLY)
        + " partly, "
        + count(State.NOT_HELD)
        + " not held";
  }

  private long count(State state) {
    return entries.stream().filter(each -> each.state() == state).count();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsCoverage that
        && line.equals(that.line)
        && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(line, entries);
  }
}
