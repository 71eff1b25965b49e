package org.tariffeconomics.landedcost;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;

/**
 * One line of a landed cost: what it is, its amount, and how it came about.
 *
 * @since 0.1.0
 */
public final class CostLine {

  private final Kind kind;
  private final String name;
  private final @Nullable BigMoney amount;

  /** What the amount lies within where it is not known but bounded, else null. */
  private final @Nullable Span span;

  private final String note;

  /** Whether the customs value includes the line: a tax on that value would tax it twice. */
  private final boolean dutiable;

  /** Whether the line is the ordinary duty, or may be a part of it. */
  private final boolean basicDuty;

  /** What a line is for, in the order in which costs arise. */
  public enum Kind {
    /** The goods themselves. */
    GOODS("goods"),
    /** The international freight. */
    FREIGHT("freight"),
    /** The insurance of the international carriage. */
    INSURANCE("insurance"),
    /** Another charge before import. */
    CHARGE_BEFORE_IMPORT("charges before import"),
    /** A layer of the duty. */
    DUTY("duty"),
    /** A fee charged at import. */
    FEE("fees"),
    /** A tax charged at import that nobody gives back. */
    TAX("taxes"),
    /** A charge after import. */
    CHARGE_AFTER_IMPORT("charges after import"),
    /** What rounding leaves between a duty-paid price and its parts; may be negative. */
    ROUNDING("rounding"),
    /** A tax that is paid at import and given back later: no part of the cost. */
    CREDITABLE_TAX("creditable taxes");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words, {@code duty}. */
    @Override
    public String toString() {
      return words;
    }
  }

  private CostLine(
      Kind kind,
      String name,
      @Nullable BigMoney amount,
      @Nullable Span span,
      String note,
      boolean dutiable,
      boolean basicDuty) {
    this.kind = kind;
    this.name = name;
    this.amount = amount;
    this.span = span;
    this.note = note;
    this.dutiable = dutiable;
    this.basicDuty = basicDuty;
  }

  static CostLine of(Kind kind, String name, BigMoney amount, String note) {
    return new CostLine(kind, name, amount, null, note, false, false);
  }

  /** A line that the customs value includes. */
  static CostLine dutiable(Kind kind, String name, BigMoney amount) {
    return new CostLine(kind, name, amount, null, "dutiable", true, false);
  }

  /** A layer of the duty. */
  static CostLine duty(String name, BigMoney amount, String note, boolean basic) {
    return new CostLine(Kind.DUTY, name, amount, null, note, false, basic);
  }

  CostLine withNote(String other) {
    return new CostLine(kind, name, amount, span, other, dutiable, basicDuty);
  }

  boolean isDutiable() {
    return dutiable;
  }

  static CostLine unknown(Kind kind, String name, String reason) {
    return new CostLine(kind, name, null, null, reason, false, kind == Kind.DUTY);
  }

  /** A line of which only is known what it lies within, and why not more. */
  static CostLine within(Kind kind, String name, Span span, String reason) {
    return new CostLine(kind, name, null, span, reason, false, kind == Kind.DUTY);
  }

  /** What the amount lies within, before any rounding to money. */
  Optional<Span> span() {
    return amount == null ? Optional.ofNullable(span) : Optional.of(Span.of(amount));
  }

  boolean isBasicDuty() {
    return basicDuty;
  }

  /** {@return what the line is for} */
  public Kind kind() {
    return kind;
  }

  /** {@return the line's name: of a duty its programme, of a fee, tax or charge its own} */
  public String name() {
    return name;
  }

  /** {@return the amount, empty where it is not known; {@link #note()} says why} */
  public Optional<BigMoney> amount() {
    return Optional.ofNullable(amount);
  }

  /**
   * What the amount lies within.
   *
   * @return from the amount to itself where it is known, rounded half up to the smallest unit of
   *     its currency; empty where not even bounds are known
   */
  public Optional<MoneyRange> range() {
    return span().map(Span::toMoney);
  }

  /**
   * How the amount came about, or why it is not known.
   *
   * @return the note, may be empty
   */
  public String note() {
    return note;
  }

  /**
   * Whether the line is part of the cost.
   *
   * @return false for a creditable tax
   */
  @JsonIgnore
  public boolean isCost() {
    return kind != Kind.CREDITABLE_TAX;
  }

  /** Two lines are equal when they say the same of the same amount. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CostLine that
        && kind == that.kind
        && name.equals(that.name)
        && note.equals(that.note)
        && dutiable == that.dutiable
        && CostAmounts.key(amount).equals(CostAmounts.key(that.amount))
        && Objects.equals(range(), that.range());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The name and the amount. */
  @Override
  public String toString() {
    return name
        + " "
        + (amount == null
            ? range().map(MoneyRange::toString).orElse("unknown")
            : amount.toString());
  }
}
