package org.tariffeconomics.landedcost;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;
import org.tariffeconomics.tariff.RangeRecord;
import org.tariffeconomics.tariff.Replay;

/**
 * One line of a cost in texts and numbers.
 *
 * @param kind what it is for, as its word
 * @param name its name
 * @param amount the amount in the currency of the cost; null where it is not known
 * @param range what the amount lies within; null unless it is bounded
 * @param note how it came about, or why it is not known
 * @serial exclude
 * @since 0.1.0
 */
public record CostLineRecord(
    String kind, String name, @Nullable BigDecimal amount, @Nullable RangeRecord range, String note)
    implements Serializable {

  /**
   * Refuses nulls.
   *
   * @param kind what it is for, as its word
   * @param name its name
   * @param amount the amount in the currency of the cost; null where it is not known
   * @param range what the amount lies within; null unless it is bounded
   * @param note how it came about, or why it is not known
   */
  public CostLineRecord {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(note, "note");
  }

  /** Two are equal when their numbers are, with whatever digits they were written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CostLineRecord that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private List<Object> key() {
    return List.of(
        Optional.ofNullable(amount).map(PlainNumber::plain),
        kind,
        name,
        Optional.ofNullable(range),
        note);
  }

  static CostLineRecord of(CostLine line) {
    return new CostLineRecord(
        line.kind().name(),
        line.name(),
        line.amount().map(BigMoney::getAmount).orElse(null),
        line.amount().isPresent() ? null : line.range().map(RangeRecord::of).orElse(null),
        line.note());
  }

  static List<CostLineRecord> of(List<CostLine> lines) {
    return lines.stream().map(CostLineRecord::of).toList();
  }

  void write(JsonText json) {
    json.text("kind", kind).text("name", name).number("amount", amount);
    RangeRecord.write(json, "range", range);
    json.text("note", note);
  }

  static CostLineRecord read(StoredAnswer json) {
    return new CostLineRecord(
        json.text("kind"),
        json.text("name"),
        json.optionalNumber("amount").orElse(null),
        RangeRecord.read(json, "range").orElse(null),
        json.text("note"));
  }

  static List<CostLineRecord> readAll(List<StoredAnswer> lines) {
    return lines.stream().map(CostLineRecord::read).toList();
  }

  static void compare(
      Replay.Comparer comparer, List<CostLineRecord> stored, List<CostLineRecord> now) {
    comparer.parts("cost", stored, now, l -> l.kind() + " " + l.name(), CostLineRecord::answer);
  }

  private String answer() {
    return range == null ? text(amount) : RangeRecord.text(range);
  }

  /** A number by which equal amounts are equal texts. */
  static String text(@Nullable BigDecimal amount) {
    return amount == null ? "unknown" : PlainNumber.plain(amount).toPlainString();
  }
}
