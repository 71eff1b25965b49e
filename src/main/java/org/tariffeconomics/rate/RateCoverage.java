package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * How much of a schedule's rate texts is understood: distinct texts and rows by kind, and what is
 * not understood by reason, with the first such text. Texts are read strictly; a text with lists of
 * programmes counts as one of {@link RateKind#BY_PROGRAMME} where every group is understood.
 *
 * @since 0.1.0
 */
public final class RateCoverage {

  private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);

  private final List<Line> lines;

  private RateCoverage(List<Line> lines) {
    this.lines = lines;
  }

  /** The texts of one kind or, where they are not understood, of one reason. */
  public static final class Line {

    private final RateKind kind;
    private final String reason;
    private final long texts;
    private final long rows;
    private final String firstText;

    Line(RateKind kind, String reason, long texts, long rows, String firstText) {
      this.kind = kind;
      this.reason = reason;
      this.texts = texts;
      this.rows = rows;
      this.firstText = firstText;
    }

    /** {@return the kind} */
    public RateKind kind() {
      return kind;
    }

    /**
     * {@return why they are not understood, with {@code '…'} for words of the text; empty for other
     * kinds}
     */
    public String reason() {
      return reason;
    }

    /** {@return how many distinct texts} */
    public long texts() {
      return texts;
    }

    /** {@return how many rows have them} */
    public long rows() {
      return rows;
    }

    /** {@return the first of the texts} */
    public String firstText() {
      return firstText;
    }

    private Line plus(long moreRows) {
      return new Line(kind, reason, texts + 1, rows + moreRows, firstText);
    }

    /** For example {@code ad valorem: 120 texts, 9000 rows}. */
    @Override
    public String toString() {
      return kind
          + (reason.isEmpty() ? "" : " (" + reason + ")")
          + ": "
          + texts
          + " texts, "
          + rows
          + " rows";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line that
          && kind.equals(that.kind)
          && reason.equals(that.reason)
          && texts == that.texts
          && rows == that.rows
          && firstText.equals(that.firstText);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, reason, texts, rows, firstText);
    }
  }

  /**
   * The coverage of a column of a schedule.
   *
   * @param texts the texts, one a row, in the order of the rows
   * @return the coverage
   */
  public static RateCoverage of(Collection<String> texts) {
    Objects.requireNonNull(texts, "texts");
    Map<String, Long> counted = new LinkedHashMap<>();
    texts.forEach(text -> counted.merge(text, 1L, Long::sum));
    return ofCounted(counted);
  }

  /**
   * The coverage of texts that are counted already.
   *
   * @param rowsByText the distinct texts, each with its number of rows, not negative
   * @return the coverage; where the map has an order, it says which text is the first of its kind
   * @throws IllegalArgumentException when a number of rows is negative
   */
  public static RateCoverage ofCounted(Map<String, Long> rowsByText) {
    Objects.requireNonNull(rowsByText, "rowsByText");
    Map<RateKind, Map<String, Line>> lines = new EnumMap<>(RateKind.class);
    rowsByText.forEach(
        (text, rows) -> {
          if (rows < 0) {
            throw new IllegalArgumentException(
                "The rows of '" + text + "' must not be negative, but were " + rows);
          }
          Line empty = line(text);
          lines
              .computeIfAbsent(empty.kind(), kind -> new TreeMap<>())
              .merge(empty.reason(), empty.plus(rows), (all, one) -> all.plus(rows));
        });
    return new RateCoverage(
        lines.values().stream().flatMap(byReason -> byReason.values().stream()).toList());
  }

  /** The line that a text belongs to, without the text counted. */
  private static Line line(String text) {
    DutyRate rate = DutyRate.parse(text);
    if (!(rate instanceof DutyRate.Unsupported unread)) {
      return new Line(RateKind.of(rate), "", 0, 0, text);
    }
    List<SpecialRate> groups = SpecialRate.parse(text);
    if (groups.stream().allMatch(group -> group.programmes().isEmpty())) {
      return unsupported(unread, text);
    }
    return groups.stream()
        .map(SpecialRate::rate)
        .filter(DutyRate.Unsupported.class::isInstance)
        .findFirst()
        .map(part -> unsupported((DutyRate.Unsupported) part, text))
        .orElseGet(() -> new Line(RateKind.BY_PROGRAMME, "", 0, 0, text));
  }

  private static Line unsupported(DutyRate.Unsupported unread, String text) {
    String reason = QUOTED.matcher(unread.reason()).replaceAll("'…'");
    return new Line(RateKind.UNSUPPORTED, reason, 0, 0, text);
  }

  /** {@return the lines in the order of {@link RateKind}, those not understood by reason} */
  public List<Line> lines() {
    return lines;
  }

  /**
   * How many rows are of a kind.
   *
   * @param kind the kind
   * @return the number, zero where there are none
   */
  public long rows(RateKind kind) {
    Objects.requireNonNull(kind, "kind");
    return lines.stream().filter(line -> line.kind() == kind).mapToLong(Line::rows).sum();
  }

  /**
   * How many distinct texts are of a kind.
   *
   * @param kind the kind
   * @return the number, zero where there are none
   */
  public long texts(RateKind kind) {
    Objects.requireNonNull(kind, "kind");
    return lines.stream().filter(line -> line.kind() == kind).mapToLong(Line::texts).sum();
  }

  /** {@return the lines of the table: kind, reason, texts, rows, first text} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(
          List.of(
              Cell.text(line.kind().toString()),
              Cell.text(line.reason()),
              Cell.number(BigDecimal.valueOf(line.texts()), 0, ""),
              Cell.number(BigDecimal.valueOf(line.rows()), 0, ""),
              Cell.text(line.firstText())));
    }
    return Table.of(
        "Rate texts by kind", List.of("kind", "reason", "texts", "rows", "first text"), rows);
  }

  /** How many texts and rows there are and how many are not understood. */
  @Override
  public String toString() {
    long texts = lines.stream().mapToLong(Line::texts).sum();
    long rows = lines.stream().mapToLong(Line::rows).sum();
    return texts
        + " texts on "
        + rows
        + " rows, not understood: "
        + texts(RateKind.UNSUPPORTED)
        + " texts on "
        + rows(RateKind.UNSUPPORTED)
        + " rows";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RateCoverage that && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }
}
