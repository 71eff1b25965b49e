package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.Money;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;

/**
 * What comes back of a duty or fee that was paid on imported goods when they leave the country
 * again: drawback.
 *
 * <p>Formula: {@code amount = paid · share · refunded}. A fee that was paid once for a whole entry
 * belongs to each of its lines by value, and of a line only what is exported counts, so the share
 * is {@code line value / entry value · exported / imported}. Source: 19 U.S.C. 1313; 19 CFR 190.51
 * (before 2019: 191.51).
 *
 * <p>Example: of a processing fee of USD 485 on an entry of USD 187,500, for 200 of the 500 pieces
 * of a line of USD 100,000: {@code 485 · 100000/187500 · 200/500 · 99% = 102.43} (customs broker
 * examination, October 2015, question 52).
 *
 * <p>Whether the law allows drawback of a duty is not judged here but by {@link DrawbackClaim}: the
 * United States refuse it for anti-dumping and countervailing duties (19 U.S.C. 1677h) and for some
 * of the additional duties, as the order of each says.
 *
 * @param paid what was paid at import, not negative
 * @param share the part of it that belongs to the exported goods, a fraction within 0…1
 * @param refunded how much of that part comes back, within 0…100 %
 * @since 0.1.0
 */
public record Drawback(BigMoney paid, BigDecimal share, Rate refunded) {

  private static final Rate UNITED_STATES = Rate.percent(99);

  /**
   * Creates a drawback.
   *
   * @param paid what was paid at import
   * @param share the part of it that belongs to the exported goods
   * @param refunded how much of that part comes back
   * @throws IllegalArgumentException when a number is outside its bounds
   */
  public Drawback {
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(refunded, "refunded");
    CostAmounts.notNegative("paid", paid);
    requireWithin("share", share, BigDecimal.ONE);
    requireWithin("refunded", refunded.fraction(), BigDecimal.ONE);
    paid = PlainNumber.plain(paid);
    share = PlainNumber.plain(share);
  }

  private static void requireWithin(String name, BigDecimal part, BigDecimal most) {
    if (part.signum() < 0 || part.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be within 0 and " + most.toPlainString() + ", but was " + part);
    }
  }

  /**
   * Drawback of all that was paid, of which the United States give back 99 %.
   *
   * @param paid what was paid at import, not negative
   * @return the drawback
   * @throws IllegalArgumentException when the amount is negative
   */
  public static Drawback us(BigMoneyProvider paid) {
    Objects.requireNonNull(paid, "paid");
    return new Drawback(paid.toBigMoney(), BigDecimal.ONE, UNITED_STATES);
  }

  /**
   * Drawback of all that was paid, of which the United States give back 99 %.
   *
   * @param paid what was paid at import, with its currency
   * @return the drawback
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public static Drawback us(String paid) {
    return us(CostAmounts.parse("paid", paid));
  }

  /**
   * The same drawback for one line of an entry, when the payment was for the whole entry.
   *
   * @param lineValue the line's customs value, at most that of the entry
   * @param entryValue the entry's customs value, positive, in the same currency
   * @return a new drawback
   * @throws IllegalArgumentException when a value is outside its bounds or the currencies differ
   */
  public Drawback forLine(BigMoneyProvider lineValue, BigMoneyProvider entryValue) {
    Objects.requireNonNull(lineValue, "lineValue");
    Objects.requireNonNull(entryValue, "entryValue");
    BigMoney line = lineValue.toBigMoney();
    BigMoney entry = entryValue.toBigMoney();
    if (!line.isSameCurrency(entry)) {
      throw new IllegalArgumentException(
          "lineValue and entryValue must be in one currency, but were " + line + " and " + entry);
    }
    return times("lineValue", line.getAmount(), "entryValue", entry.getAmount());
  }

  /**
   * The same drawback when only a part of the goods is exported.
   *
   * @param exported the quantity exported, at most the imported one
   * @param imported the quantity that the payment was for, positive, in a unit that converts
   * @return a new drawback
   * @throws IllegalArgumentException when a quantity is outside its bounds or the units measure
   *     different things
   */
  public Drawback forExported(Quantity exported, Quantity imported) {
    Objects.requireNonNull(exported, "exported");
    Objects.requireNonNull(imported, "imported");
    BigDecimal inUnit = exported.in(imported.unit()).amount();
    return times("exported", inUnit, "imported", imported.amount());
  }

  private Drawback times(String name, BigDecimal part, String wholeName, BigDecimal whole) {
    if (whole.signum() <= 0) {
      throw new IllegalArgumentException(wholeName + " must be positive, but was " + whole);
    }
    requireWithin(name, part, whole);
    return new Drawback(paid, share.multiply(part).divide(whole, CostAmounts.PRECISION), refunded);
  }

  /** {@return what comes back, before rounding: paid × share × refunded, to 34 digits} */
  public BigMoney exactAmount() {
    return paid.multipliedBy(share).multipliedBy(refunded.fraction());
  }

  /** {@return what comes back, rounded half up to the smallest unit of its currency} */
  public Money amount() {
    return exactAmount().toMoney(RoundingMode.HALF_UP);
  }

  /** What comes back and of what. */
  @Override
  public String toString() {
    return "drawback " + amount() + " of " + CostAmounts.text(paid);
  }
}
