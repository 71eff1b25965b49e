package org.tariffeconomics.landedcost;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;

/**
 * A provision of chapter 98 of the United States' tariff under which goods come back: free, or with
 * duty on a part of their value.
 *
 * <table>
 * <caption>The provisions</caption>
 * <tr><th>heading</th><th>what</th><th>duty falls on</th></tr>
 * <tr><td>9801.00.10</td><td>products returned that were not advanced in value abroad</td>
 * <td>nothing: free</td></tr>
 * <tr><td>9802.00.40, .50</td><td>repaired or altered abroad, under a warranty or not</td>
 * <td>the value of the repairs</td></tr>
 * <tr><td>9802.00.60</td><td>metal processed abroad</td><td>the value of the processing; duties of
 * section 232 on the full value</td></tr>
 * <tr><td>9802.00.80</td><td>assembled abroad of US components</td><td>the full value less that of
 * the components</td></tr>
 * </table>
 *
 * <p>Additional duties fall on the same part: they “shall not apply” to goods of chapter 98 except
 * these headings, and there “apply to the value of repairs, alterations, or processing” or to the
 * value “less the cost or value of such products of the United States” (chapter 99, U.S. notes 2
 * and 20); goods under the notes to section 232 are “eligible for and subject to the terms of such
 * provision”, but “duties under subheading 9802.00.60 shall be assessed based upon the full value”
 * (notes 16, 33 and 36 to 39). Every duty is charged in the proportion of the part to the whole, a
 * specific one too; of a duty on the content of a material only it is not known what the part is,
 * nor on which value a declared duty on dumping or subsidies falls (those continue to be imposed,
 * notes 16(b) and others): a {@link Deposit} is on the whole value.
 *
 * <p>The processing fee is not charged under chapter 98 but for 9802.00.60 and .80, and there on
 * the same part (19 U.S.C. 58c(b)(8)(B) and (D)).
 *
 * @param kind the provision
 * @param amount the value of repairs or processing, or of the US components; null for goods that
 *     are free
 * @since 0.1.0
 */
public record SpecialProvision(Kind kind, @Nullable BigMoney amount) {

  /** The provisions. */
  public enum Kind {
    /** Products returned without having been advanced in value: 9801.00.10. */
    RETURNED("9801.00.10", ""),
    /** Repaired or altered abroad under a warranty: 9802.00.40. */
    REPAIRED_UNDER_WARRANTY("9802.00.40", " on "),
    /** Repaired or altered abroad: 9802.00.50. */
    REPAIRED("9802.00.50", " on "),
    /** Metal processed abroad: 9802.00.60. */
    METAL_PROCESSED("9802.00.60", " on "),
    /** Assembled abroad of components of the United States: 9802.00.80. */
    ASSEMBLED("9802.00.80", " less ");

    private final String heading;
    private final String word;

    Kind(String heading, String word) {
      this.heading = heading;
      this.word = word;
    }

    /** {@return the heading of chapter 98} */
    public String heading() {
      return heading;
    }
  }

  /**
   * Creates a provision.
   *
   * @param kind the provision
   * @param amount the value of repairs or processing, or of the US components
   * @throws IllegalArgumentException when the amount is missing, negative, or stated for goods that
   *     are free
   */
  public SpecialProvision {
    Objects.requireNonNull(kind, "kind");
    if ((kind == Kind.RETURNED) != (amount == null)) {
      throw new IllegalArgumentException(
          kind.heading() + (amount == null ? " needs an amount" : " takes no amount: it is free"));
    }
    amount = amount == null ? null : CostAmounts.notNegative("amount", amount);
    amount = amount == null ? null : PlainNumber.plain(amount);
  }

  /** {@return US goods, or others within three years, that were not advanced in value abroad} */
  public static SpecialProvision returned() {
    return new SpecialProvision(Kind.RETURNED, null);
  }

  /**
   * Goods that were repaired or altered abroad.
   *
   * @param value the value of the repairs with its currency, e.g. {@code USD 200}
   * @return the provision
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public static SpecialProvision repaired(String value) {
    return new SpecialProvision(Kind.REPAIRED, CostAmounts.parse("value", value));
  }

  /**
   * Goods that were assembled abroad of US components.
   *
   * @param components the cost or value of the US components with its currency
   * @return the provision
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public static SpecialProvision assembled(String components) {
    return new SpecialProvision(Kind.ASSEMBLED, CostAmounts.parse("components", components));
  }

  /**
   * Metal that was processed abroad and comes back for further processing.
   *
   * @param value the value of the processing abroad with its currency
   * @return the provision
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public static SpecialProvision metalProcessed(String value) {
    return new SpecialProvision(Kind.METAL_PROCESSED, CostAmounts.parse("value", value));
  }

  /**
   * Reads a provision.
   *
   * @param text the form that {@link #toString} writes: {@code 9801.00.10}, {@code 9802.00.50 on
   *     USD 200}, {@code 9802.00.80 less USD 300}
   * @return the provision
   * @throws IllegalArgumentException when the text is none
   */
  public static SpecialProvision parse(String text) {
    Objects.requireNonNull(text, "text");
    String given = Texts.readable("A provision of chapter 98", text);
    for (Kind each : Kind.values()) {
      String start = each.heading + each.word;
      if (each == Kind.RETURNED ? given.equals(start) : given.startsWith(start)) {
        String amount = given.substring(start.length());
        return new SpecialProvision(
            each, each == Kind.RETURNED ? null : AmountText.parseStored("amount", amount));
      }
    }
    throw new IllegalArgumentException(
        "A provision of chapter 98 must read like '9801.00.10', '9802.00.50 on USD 200' or"
            + " '9802.00.80 less USD 300', but was "
            + Texts.quoted(text));
  }

  /** Which part of a customs value bears duty, a sum in the value's currency. */
  BigMoney dutiable(BigMoney customsValue, ExchangeRates rates) {
    CurrencyUnit currency = customsValue.getCurrencyUnit();
    if (amount == null) {
      return BigMoney.zero(currency);
    }
    BigMoney part = CostAmounts.in(currency, kind.heading(), amount, rates);
    if (part.isGreaterThan(customsValue)) {
      throw new IllegalArgumentException(
          "The amount of "
              + this
              + " must not be above the customs value, but the value was "
              + customsValue);
    }
    return kind == Kind.ASSEMBLED ? customsValue.minus(part) : part;
  }

  /** Whether the duties of a programme fall on the full value all the same. */
  boolean isOnFullValue(String programme) {
    return kind == Kind.METAL_PROCESSED && programme.startsWith("S232");
  }

  /** What the processing fee is charged on; empty where it is not charged. */
  Optional<BigMoney> processed(BigMoney customsValue, ExchangeRates rates) {
    boolean charged = kind == Kind.METAL_PROCESSED || kind == Kind.ASSEMBLED;
    return charged ? Optional.of(dutiable(customsValue, rates)) : Optional.empty();
  }

  /** Two are equal when they are of the same money; USD 10 equals USD 10.00. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpecialProvision that
        && kind == that.kind
        && CostAmounts.key(amount).equals(CostAmounts.key(that.amount));
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, CostAmounts.key(amount));
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return amount == null ? kind.heading : kind.heading + kind.word + ShipmentRecord.text(amount);
  }
}
