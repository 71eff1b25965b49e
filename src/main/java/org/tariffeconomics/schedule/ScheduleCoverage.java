package org.tariffeconomics.schedule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.RateKind;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * How much of a schedule is understood: for each rate column, of what kind the rates are that its
 * lines print themselves, how many lines inherit theirs, how many have none, and which texts are
 * not supported.
 *
 * <p>Each line counts once in a column. A special cell with several rates counts by the first of
 * them whose text is not understood, otherwise by its first.
 *
 * @since 0.1.0
 */
public final class ScheduleCoverage {

  private final String name;
  private final List<Column> columns;

  /** The count of one column. */
  public static final class Column {

    private final String name;
    private final Map<RateKind, Integer> own;
    private final int inherited;
    private final int blank;
    private final Map<String, Integer> unsupported;

    Column(
        String name,
        Map<RateKind, Integer> own,
        int inherited,
        int blank,
        Map<String, Integer> unsupported) {
      own = Collections.unmodifiableMap(new EnumMap<>(own));
      unsupported = Collections.unmodifiableMap(new LinkedHashMap<>(unsupported));
      this.name = name;
      this.own = own;
      this.inherited = inherited;
      this.blank = blank;
      this.unsupported = unsupported;
    }

    /** {@return {@code general}, {@code special} or {@code other}} */
    public String name() {
      return name;
    }

    /** {@return lines with a rate of their own, by kind; every kind has an entry} */
    public Map<RateKind, Integer> own() {
      return own;
    }

    /** {@return lines whose rate is that of the line they are a part of} */
    public int inherited() {
      return inherited;
    }

    /** {@return lines without a rate, their own or inherited} */
    public int blank() {
      return blank;
    }

    /** {@return the texts that are not understood, each with the lines that print it} */
    public Map<String, Integer> unsupported() {
      return unsupported;
    }

    /** The column and how many of its texts are not understood. */
    @Override
    public String toString() {
      return name + ", " + unsupported.size() + " texts not understood";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Column that
          && name.equals(that.name)
          && own.equals(that.own)
          && inherited == that.inherited
          && blank == that.blank
          && unsupported.equals(that.unsupported);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, own, inherited, blank, unsupported);
    }
  }

  private ScheduleCoverage(String name, List<Column> columns) {
    this.name = name;
    this.columns = columns;
  }

  static ScheduleCoverage of(TariffSchedule schedule) {
    Count general = new Count("general");
    Count special = new Count("special");
    Count other = new Count("other");
    for (ScheduleLine line : schedule.lines()) {
      general.take(line, line.general());
      special.takeSpecial(line);
      other.take(line, line.other());
    }
    return new ScheduleCoverage(
        schedule.name(), Stream.of(general, special, other).map(Count::column).toList());
  }

  private static final class Count {
    private final String name;
    private final Map<RateKind, Integer> own = new EnumMap<>(RateKind.class);
    private final Map<String, Integer> unsupported = new LinkedHashMap<>();
    private int inherited;
    private int blank;

    Count(String name) {
      this.name = name;
      Arrays.stream(RateKind.values()).forEach(kind -> own.put(kind, 0));
    }

    void take(ScheduleLine line, Optional<RateCell> cell) {
      RateCell found = cell.orElse(null);
      if (found == null) {
        blank++;
      } else {
        take(line, found.writtenIn(), found.text(), found.rate());
      }
    }

    void takeSpecial(ScheduleLine line) {
      SpecialCell cell = line.special().orElse(null);
      DutyRate rate = cell == null ? null : telling(cell);
      if (cell == null || rate == null) {
        blank++;
      } else {
        take(line, cell.writtenIn(), cell.text(), rate);
      }
    }

    private static @Nullable DutyRate telling(SpecialCell cell) {
      List<DutyRate> rates = cell.groups().stream().map(SpecialRate::rate).toList();
      return rates.stream()
          .filter(r -> r instanceof DutyRate.Unsupported)
          .findFirst()
          .orElse(rates.isEmpty() ? null : rates.get(0));
    }

    private void take(ScheduleLine line, ScheduleRow writtenIn, String text, DutyRate rate) {
      if (!writtenIn.equals(line.row())) {
        inherited++;
        return;
      }
      RateKind kind = RateKind.of(rate);
      own.merge(kind, 1, Integer::sum);
      if (kind == RateKind.UNSUPPORTED) {
        unsupported.merge(text, 1, Integer::sum);
      }
    }

    Column column() {
      return new Column(name, own, inherited, blank, unsupported);
    }
  }

  /**
   * The counts.
   *
   * @return the columns general, special and other
   */
  public List<Column> columns() {
    return columns;
  }

  /**
   * {@return the counts as a table: one row per column: lines by kind of their own rate, inherited,
   * blank}
   */
  public Table table() {
    List<String> head = new ArrayList<>();
    head.add("column");
    List<RateKind> kinds = kindsThatOccur();
    kinds.forEach(kind -> head.add(kind.toString()));
    head.addAll(List.of("inherited", "blank"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Column each : columns) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(each.name()));
      kinds.forEach(kind -> row.add(count(each.own().getOrDefault(kind, 0))));
      row.add(count(each.inherited()));
      row.add(count(each.blank()));
      rows.add(row);
    }
    return Table.of("Lines of " + name + " by the kind of their rates", head, rows);
  }

  /**
   * {@return the texts that are not understood: one row per text: column, lines that print it, the
   * text}
   */
  public Table unsupportedTable() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Column each : columns) {
      each.unsupported()
          .forEach(
              (text, lines) ->
                  rows.add(List.of(Cell.text(each.name()), count(lines), Cell.text(text))));
    }
    return Table.of(
        "Rates of " + name + " that are not understood", List.of("column", "lines", "text"), rows);
  }

  private List<RateKind> kindsThatOccur() {
    return Arrays.stream(RateKind.values())
        .filter(kind -> columns.stream().anyMatch(c -> c.own().getOrDefault(kind, 0) > 0))
        .toList();
  }

  private static Cell count(int count) {
    return Cell.number(BigDecimal.valueOf(count), 0, "");
  }

  /** The schedule and how many of its texts are not understood. */
  @Override
  public String toString() {
    return name + ", " + unsupportedTable().rows().size() + " texts not understood";
  }
}
