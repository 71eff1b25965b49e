package org.tariffeconomics.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a {@link Table}: what is shown, and the exact value and unit behind it.
 *
 * <p>Blank and unknown are two things: a blank cell has nothing to say, an unknown one says that
 * the number exists but is not known here, and why.
 *
 * @since 0.1.0
 */
public final class Cell {

  /** Smallest exact value first, cells without a value last, texts by their letters. */
  static final Comparator<Cell> BY_VALUE = byValue(Comparator.naturalOrder());

  /** Largest exact value first, cells without a value last, texts by their letters. */
  static final Comparator<Cell> BY_VALUE_DESCENDING = byValue(Comparator.reverseOrder());

  /** The unit of a rate: 0.15 is 15 percent. */
  private static final String FRACTION = "fraction";

  private static final int MOST_DECIMALS = 100;

  private final String text;
  private final @Nullable BigDecimal value;
  private final String unit;
  private final String note;
  private final boolean known;

  /** The ends that a number lies between; null for one that is known, or not known at all. */
  private final @Nullable Ends ends;

  private record Ends(BigDecimal lowest, BigDecimal highest) {}

  private Cell(String text, @Nullable BigDecimal value, String unit, String note, boolean known) {
    this(text, value, unit, note, known, null);
  }

  private Cell(
      String text,
      @Nullable BigDecimal value,
      String unit,
      String note,
      boolean known,
      @Nullable Ends ends) {
    this.text = text;
    this.value = value;
    this.unit = unit;
    this.note = note;
    this.known = known;
    this.ends = ends;
  }

  private static Comparator<Cell> byValue(Comparator<BigDecimal> numbers) {
    return Comparator.comparing((Cell c) -> c.value, Comparator.nullsLast(numbers))
        .thenComparing(c -> c.text);
  }

  /**
   * A word or a sentence.
   *
   * @param text the text, one line
   * @return the cell
   */
  public static Cell text(String text) {
    Objects.requireNonNull(text, "text");
    return new Cell(text, null, "", "", true);
  }

  /**
   * A number that lies between two, which are shown as they are.
   *
   * @param lowest the lower of them: a cell with a number
   * @param highest the higher of them: a cell with a number in the same unit
   * @param reason what decides
   * @return a cell without an exact value, which is not known to the last
   * @throws IllegalArgumentException as for {@link #range(Cell, Cell, String, String)}
   */
  public static Cell range(Cell lowest, Cell highest, String reason) {
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    Objects.requireNonNull(reason, "reason");
    return range(lowest, highest, lowest + " to " + highest, reason);
  }

  /**
   * A number that lies between two.
   *
   * @param lowest the lower of them: a cell with a number
   * @param highest the higher of them: a cell with a number in the same unit
   * @param text both as they are shown, such as {@code 52.5% to 127.5%}
   * @param reason what decides
   * @return a cell without an exact value, which is not known to the last
   * @throws IllegalArgumentException when a cell has no number, the units differ, or the first
   *     number is above the second
   */
  public static Cell range(Cell lowest, Cell highest, String text, String reason) {
    Objects.requireNonNull(lowest, "lowest");
    Objects.requireNonNull(highest, "highest");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(reason, "reason");
    if (lowest.value == null
        || highest.value == null
        || !lowest.unit.equals(highest.unit)
        || lowest.value.compareTo(highest.value) > 0) {
      throw new IllegalArgumentException(
          "lowest and highest must be numbers in one unit and in order, but were "
              + lowest
              + " and "
              + highest);
    }
    return new Cell(text, null, lowest.unit, reason, false, new Ends(lowest.value, highest.value));
  }

  /** {@return a cell with nothing to say} */
  public static Cell blank() {
    return text("");
  }

  /**
   * A value that is not known: shown as {@code unknown}, never as zero.
   *
   * @param reason why it is not known
   * @return the cell
   */
  public static Cell unknown(String reason) {
    Objects.requireNonNull(reason, "reason");
    return new Cell("unknown", null, "", reason, false);
  }

  /**
   * A day, shown as ISO 8601.
   *
   * @param day the day
   * @return the cell
   */
  public static Cell date(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return text(day.toString());
  }

  /**
   * A plain number.
   *
   * @param value the exact number
   * @param decimals the decimals shown, rounded half up
   * @param unit its unit, for the CSV forms, e.g. {@code index}; may be empty
   * @return the cell
   * @throws IllegalArgumentException when decimals is beyond 100 either way
   */
  public static Cell number(BigDecimal value, int decimals, String unit) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(unit, "unit");
    return new Cell(grouped(value, decimals), value, unit, "", true);
  }

  /**
   * A plain number that is an estimate.
   *
   * @param value the number, finite
   * @param decimals the decimals shown, rounded half up
   * @param unit its unit, for the CSV forms; may be empty
   * @return the cell
   * @throws IllegalArgumentException when the number is not finite, or decimals is beyond 100
   *     either way
   */
  public static Cell number(double value, int decimals, String unit) {
    Objects.requireNonNull(unit, "unit");
    return number(exact(value), decimals, unit);
  }

  /**
   * A rate, given as a fraction and shown in percent: 0.15 is {@code 15.0%}.
   *
   * @param fraction the rate as a fraction
   * @param decimals the decimals of the percentage shown
   * @return the cell
   * @throws IllegalArgumentException when decimals is beyond 100 either way
   */
  public static Cell percent(BigDecimal fraction, int decimals) {
    Objects.requireNonNull(fraction, "fraction");
    String shown = grouped(fraction.movePointRight(2), decimals) + "%";
    return new Cell(shown, fraction, FRACTION, "", true);
  }

  /**
   * A rate that is an estimate, given as a fraction and shown in percent.
   *
   * @param fraction the rate as a fraction, finite
   * @param decimals the decimals of the percentage shown
   * @return the cell
   * @throws IllegalArgumentException when the number is not finite, or decimals is beyond 100
   *     either way
   */
  public static Cell percent(double fraction, int decimals) {
    return percent(exact(fraction), decimals);
  }

  /**
   * A difference of two rates, given as a fraction and shown signed in percentage points: −0.125 is
   * {@code -12.5 pp}. Its exact value is in points and its unit is {@code pp}.
   *
   * @param fraction the difference as a fraction
   * @param decimals the decimals shown
   * @return the cell
   * @throws IllegalArgumentException when decimals is beyond 100 either way
   */
  public static Cell points(BigDecimal fraction, int decimals) {
    Objects.requireNonNull(fraction, "fraction");
    BigDecimal points = fraction.movePointRight(2);
    return new Cell(signed(points, decimals) + " pp", points, "pp", "", true);
  }

  /**
   * A difference of two rates that is an estimate, as a fraction, shown in percentage points.
   *
   * @param fraction the difference as a fraction, finite
   * @param decimals the decimals shown
   * @return the cell
   * @throws IllegalArgumentException when the number is not finite, or decimals is beyond 100
   *     either way
   */
  public static Cell points(double fraction, int decimals) {
    return points(exact(fraction), decimals);
  }

  /**
   * A relative change, given as a fraction and shown signed in percent: −0.098 is {@code -9.8%}.
   *
   * @param fraction the change as a fraction of the old value
   * @param decimals the decimals of the percentage shown
   * @return the cell
   * @throws IllegalArgumentException when decimals is beyond 100 either way
   */
  public static Cell relative(BigDecimal fraction, int decimals) {
    Objects.requireNonNull(fraction, "fraction");
    String shown = signed(fraction.movePointRight(2), decimals) + "%";
    return new Cell(shown, fraction, "relative", "", true);
  }

  /**
   * A relative change that is an estimate.
   *
   * @param fraction the change as a fraction of the old value, finite
   * @param decimals the decimals of the percentage shown
   * @return the cell
   * @throws IllegalArgumentException when the number is not finite, or decimals is beyond 100
   *     either way
   */
  public static Cell relative(double fraction, int decimals) {
    return relative(exact(fraction), decimals);
  }

  /**
   * An amount of money, shown with its currency in front: {@code USD 36,178}.
   *
   * @param amount the exact amount
   * @param currency the ISO 4217 code
   * @param decimals the decimals shown
   * @return the cell
   * @throws IllegalArgumentException when decimals is beyond 100 either way
   */
  public static Cell money(BigDecimal amount, String currency, int decimals) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    return new Cell(currency + " " + grouped(amount, decimals), amount, currency, "", true);
  }

  /**
   * The same cell with a remark, which the CSV form carries.
   *
   * @param remark the remark
   * @return a new cell
   */
  public Cell withNote(String remark) {
    Objects.requireNonNull(remark, "remark");
    return new Cell(text, value, unit, remark, known, ends);
  }

  /**
   * What is shown.
   *
   * @return the text, without a line break
   */
  public String text() {
    return text;
  }

  /**
   * {@return the exact number behind the text, in {@link #unit()}; empty for texts, blanks and
   * unknowns}
   */
  public Optional<BigDecimal> value() {
    return Optional.ofNullable(value);
  }

  /**
   * {@return the least that the number may be, in {@link #unit()}: of a known number itself; empty
   * for texts, blanks and unknowns}
   */
  public Optional<BigDecimal> lowest() {
    return ends == null ? value() : Optional.of(ends.lowest);
  }

  /**
   * {@return the most that the number may be, in {@link #unit()}: of a known number itself; empty
   * for texts, blanks and unknowns}
   */
  public Optional<BigDecimal> highest() {
    return ends == null ? value() : Optional.of(ends.highest);
  }

  /** {@return whether the number is known to lie between two, and not which it is} */
  @JsonIgnore
  public boolean isRange() {
    return ends != null;
  }

  /**
   * The unit of {@link #value()}: {@code fraction}, {@code pp}, {@code relative}, a currency code,
   * …
   *
   * @return the unit, may be empty
   */
  public String unit() {
    return unit;
  }

  /** {@return a remark, or the reason why the value is unknown, may be empty} */
  public String note() {
    return note;
  }

  /**
   * Whether the cell says what it should; an unknown one and a {@link #range} do not.
   *
   * @return false for a cell made by {@link #unknown} or {@link #range}
   */
  @JsonIgnore
  public boolean isKnown() {
    return known;
  }

  private static BigDecimal exact(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A cell's number must be finite, but was " + value);
    }
    return BigDecimal.valueOf(value);
  }

  private static BigDecimal rounded(BigDecimal value, int decimals) {
    if (Math.abs((long) decimals) > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals must be within -100 and 100, but was " + decimals);
    }
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  private static String signed(BigDecimal value, int decimals) {
    BigDecimal shown = rounded(value, decimals);
    return (shown.signum() > 0 ? "+" : "") + grouped(value, decimals);
  }

  /** Groups of three digits; zero never carries a sign, since a BigDecimal has no negative zero. */
  private static String grouped(BigDecimal value, int decimals) {
    String plain = rounded(value, decimals).toPlainString();
    int firstDigit = plain.startsWith("-") ? 1 : 0;
    int point = plain.indexOf('.');
    StringBuilder grouped = new StringBuilder(plain);
    for (int at = (point < 0 ? plain.length() : point) - 3; at > firstDigit; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  /** Cells are equal when they show the same, and the exact values and units are the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cell that
        && text.equals(that.text)
        && unit.equals(that.unit)
        && note.equals(that.note)
        && known == that.known
        && Objects.equals(ends, that.ends)
        && sameValue(that);
  }

  private boolean sameValue(Cell that) {
    return value().isPresent() == that.value().isPresent()
        && (value == null || that.value == null || value.compareTo(that.value) == 0);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** What is shown. */
  @Override
  public String toString() {
    return text;
  }
}
