package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.MoneyCells;

/**
 * An entry as it is filed in the United States: for each line the headings of chapter 99 with the
 * duties that are reported under them, then the line of chapters 1 to 97 with the entered value; at
 * the end the fees.
 *
 * <p>The order is that of CSMS 18-000624 of 20 October 2018: chapter 98 and Section 301 first, then
 * Sections 232 and 201, other headings of chapter 99, the commodity last; the headings of the
 * emergency powers act of 2025 stand between Sections 301 and 232, fentanyl before reciprocal (CSMS
 * 64680374).
 *
 * <p>A rate that is all-inclusive replaces the ordinary duty: its whole amount is reported under
 * the heading of chapter 99, and zero on the line of chapters 1 to 97 (CSMS 66319804 of 2025, for
 * 9903.02.20, .02.73, .94.41, .94.43 and .94.32). Who wants drawback splits it: the ordinary duty
 * on the line, what is topped up under the heading ({@link Replacement#SPLIT_FOR_DRAWBACK}, same
 * message). Either way the rows add up to the duty of the entry.
 *
 * <p>Headings are those that the source of a measure cites, as far as they are for the origin, the
 * day and the rate. Where several are left, which of them it is depends on the goods; where none is
 * cited, the row says so. Headings that only say that a duty is not charged are not listed.
 *
 * @since 0.1.0
 */
public final class FiledEntry {

  private static final int MOST_SHOWN = 3;

  /** How a duty that replaces the ordinary one is reported. */
  public enum Replacement {
    /** The whole of it under its heading of chapter 99, zero on the commodity. */
    ON_CHAPTER_99,
    /** The ordinary duty on the commodity, the rest under the heading of chapter 99. */
    SPLIT_FOR_DRAWBACK
  }

  /** What a row reports. */
  public enum Part {
    /** A provision of chapter 98 that the goods are entered under; it bears no duty of its own. */
    CHAPTER_98,
    /** A duty under a heading of chapter 99. */
    CHAPTER_99,
    /** The commodity with its ordinary duty. */
    COMMODITY,
    /** A deposit of anti-dumping or countervailing duty. */
    DEPOSIT,
    /** A fee of the entry. */
    FEE
  }

  /** One row of the entry. */
  public static final class Row {

    private final String line;
    private final Part part;
    private final List<String> headings;
    private final boolean certain;
    private final String what;
    private final @Nullable BigMoney value;
    private final @Nullable BigMoney duty;

    Row(
        String line,
        Part part,
        List<String> headings,
        boolean certain,
        String what,
        @Nullable BigMoney value,
        @Nullable BigMoney duty) {
      this.line = line;
      this.part = part;
      this.headings = List.copyOf(headings);
      this.certain = certain;
      this.what = what;
      this.value = value;
      this.duty = duty;
    }

    /** {@return the name of the entry's line; empty for a fee of the whole entry} */
    public String line() {
      return line;
    }

    /** {@return what the row reports} */
    public Part part() {
      return part;
    }

    /**
     * {@return the headings that the row may be reported under; several where it depends on the
     * goods, none where no source cites one}
     */
    public List<String> headings() {
      return headings;
    }

    /** {@return the heading that the row is reported under; empty where that is not certain} */
    public Optional<String> heading() {
      return certain && headings.size() == 1 ? Optional.of(headings.get(0)) : Optional.empty();
    }

    /** {@return the measure, deposit or fee behind the row} */
    public String what() {
      return what;
    }

    /** {@return the entered value, which stands on the commodity only} */
    public Optional<BigMoney> value() {
      return Optional.ofNullable(value);
    }

    /** {@return what is reported; empty where it is not known} */
    public Optional<BigMoney> duty() {
      return Optional.ofNullable(duty);
    }

    /** The heading and the amount. */
    @Override
    public String toString() {
      return headingText() + " " + (duty == null ? "unknown" : duty.toString());
    }

    String headingText() {
      if (headings.isEmpty()) {
        return part == Part.CHAPTER_99 ? "heading not known" : "";
      }
      String text =
          headings.size() > MOST_SHOWN
              ? headings.get(0) + " … " + headings.get(headings.size() - 1)
              : String.join(" or ", headings);
      return certain || headings.size() > 1 ? text : text + "?";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row that && key().equals(that.key());
    }

    private List<Object> key() {
      return List.of(
          line, part, headings, certain, what, CostAmounts.key(value), CostAmounts.key(duty));
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }
  }

  private final EntryCost cost;
  private final Replacement replacement;
  private final List<Row> rows;

  private FiledEntry(EntryCost cost, Replacement replacement, List<Row> rows) {
    this.cost = cost;
    this.replacement = replacement;
    this.rows = List.copyOf(rows);
  }

  static FiledEntry of(EntryCost cost, Replacement replacement) {
    if (!Territory.isUnitedStates(cost.entry().terms().territory())) {
      throw new IllegalArgumentException(
          "Only entries into the United States are filed under chapter 99, but this was "
              + cost.entry());
    }
    List<Row> rows = new ArrayList<>();
    for (EntryLine each : cost.lines()) {
      rows.addAll(new FiledLine(each, cost.day(), replacement).rows());
    }
    for (CostLine each : cost.fees()) {
      rows.add(
          new Row("", Part.FEE, List.of(), false, each.name(), null, each.amount().orElse(null)));
    }
    return new FiledEntry(cost, replacement, rows);
  }

  /**
   * The same entry with replacing duties reported in another way.
   *
   * @param other how
   * @return the rows again
   */
  public FiledEntry withReplacement(Replacement other) {
    return of(cost, Objects.requireNonNull(other, "other"));
  }

  /** {@return the rows in the order of filing, line by line; fees last} */
  public List<Row> rows() {
    return rows;
  }

  /** {@return how replacing duties are reported} */
  public Replacement replacement() {
    return replacement;
  }

  /**
   * Duties, deposits and fees together.
   *
   * @return the sum of the rows; empty where one is not known
   */
  public Optional<Money> total() {
    return rows.stream().allMatch(r -> r.duty().isPresent())
        ? Optional.of(
            EntryCost.money(
                CostAmounts.sum(
                    cost.currency(), rows.stream().flatMap(r -> r.duty().stream()).toList())))
        : Optional.empty();
  }

  /**
   * What duties, deposits and fees together lie within, where the duty of a line is bounded.
   *
   * @return from the total to itself where it is known; empty where not even bounds of a part are
   *     known
   */
  public Optional<MoneyRange> range() {
    return total()
        .map(MoneyRange::of)
        .or(() -> cost.dutyRange().flatMap(duty -> cost.feeRange().map(duty::plus)));
  }

  /** {@return the rows as a table, with their total and the stamp} */
  public Table table() {
    List<List<Cell>> cells = new ArrayList<>();
    for (Row each : rows) {
      cells.add(
          List.of(
              Cell.text(each.line()),
              Cell.text(each.headingText()),
              Cell.text(each.what()),
              each.value().map(MoneyCells::of).orElseGet(Cell::blank),
              each.duty()
                  .map(MoneyCells::of)
                  .orElseGet(() -> Cell.unknown(String.join("; ", cost.reasons())))));
    }
    cells.add(
        List.of(
            Cell.text("total"),
            Cell.blank(),
            Cell.blank(),
            cost.customsValue().map(MoneyCells::of).orElseGet(Cell::blank),
            total()
                .map(t -> MoneyCells.of(t))
                .orElseGet(() -> MoneyCells.of(range(), String.join("; ", cost.reasons())))));
    return new Table(
        "Entry as filed on " + cost.day(),
        List.of("line", "heading", "what", "entered value", "duty"),
        cells,
        caption());
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>();
    if (rows.stream().anyMatch(r -> r.headings().size() == 1 && r.heading().isEmpty())) {
      caption.add(
          "? the number of the heading was read in a secondary source only, or prints another rate");
    }
    caption.addAll(cost.stamp().lines());
    return caption;
  }

  /** The rows and their total. */
  @Override
  public String toString() {
    return rows.size()
        + " rows, total "
        + total()
            .map(Money::toString)
            .or(() -> range().map(MoneyRange::toString))
            .orElse("unknown");
  }

  /** Two are equal when they report the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FiledEntry that
        && replacement == that.replacement
        && rows.equals(that.rows)
        && cost.equals(that.cost);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }
}
