package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Unit;

/**
 * How an amount that is paid for several lines of an entry together is shared out among them: by
 * their prices, by a quantity, or as stated.
 *
 * <p>The shares add up to the amount to its last digit (the method of the largest remainder) and do
 * not depend on the order of the lines. The text form is {@code by value}, {@code by kg} or {@code
 * A1=2, A2=1}.
 *
 * @since 0.1.0
 */
public final class CostAllocation {

  private static final String VALUE = "value";
  private static final String BY = "by ";
  private static final CostAllocation BY_VALUE = new CostAllocation(null, Map.of());

  private final @Nullable Unit unit;
  private final Map<String, BigDecimal> stated;

  private CostAllocation(@Nullable Unit unit, Map<String, BigDecimal> stated) {
    this.unit = unit;
    this.stated = stated;
  }

  /**
   * By the prices of the lines, in the currency of the entry.
   *
   * @return the rule
   */
  public static CostAllocation byValue() {
    return BY_VALUE;
  }

  /**
   * By the weights of the lines, which must state a quantity of mass each.
   *
   * @return the rule
   */
  public static CostAllocation byWeight() {
    return byQuantity("kg");
  }

  /**
   * By a quantity that every line states.
   *
   * @param unit the code of a unit that the quantities convert to, e.g. {@code kg}, {@code item} or
   *     {@code l}
   * @return the rule
   * @throws IllegalArgumentException when the unit is unknown
   */
  public static CostAllocation byQuantity(String unit) {
    return new CostAllocation(Unit.of(Objects.requireNonNull(unit, "unit")), Map.of());
  }

  /**
   * As stated: a line that is not named has no share.
   *
   * @param shares how much of the amount each line bears, in proportion: {@code A1=2, A2=1} is two
   *     thirds and one third
   * @return the rule
   * @throws IllegalArgumentException when a share is negative or all are zero
   */
  public static CostAllocation ofShares(Map<String, BigDecimal> shares) {
    Map<String, BigDecimal> sorted = new TreeMap<>();
    Objects.requireNonNull(shares, "shares")
        .forEach((line, share) -> sorted.put(line, requireShare(line, share)));
    if (sorted.values().stream().allMatch(s -> s.signum() == 0)) {
      throw new IllegalArgumentException(
          "shares must have one above zero, like 'A1=2, A2=1', but were " + sorted);
    }
    return new CostAllocation(null, sorted);
  }

  private static String shareOf(String line) {
    return "The share of " + Texts.quoted(line);
  }

  private static BigDecimal requireShare(String line, BigDecimal share) {
    CostAmounts.requireName("A line", line);
    if (line.contains(",") || line.contains("=")) {
      throw new IllegalArgumentException(
          "The name of a line with a stated share must have no ',' and no '=', but was "
              + Texts.quoted(line));
    }
    if (PlainNumber.bounded(shareOf(line), share).signum() < 0) {
      throw new IllegalArgumentException(shareOf(line) + " must not be negative, but was " + share);
    }
    BigDecimal plain = share.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /**
   * Reads a rule.
   *
   * @param text the form that {@link #toString} writes
   * @return the rule
   * @throws IllegalArgumentException when the text cannot be read
   */
  public static CostAllocation parse(String text) {
    Objects.requireNonNull(text, "text");
    String plain = Texts.readable("An allocation", text).strip();
    if (plain.regionMatches(true, 0, BY, 0, BY.length())) {
      String what = plain.substring(BY.length()).strip();
      return what.equalsIgnoreCase(VALUE) ? byValue() : byQuantity(what);
    }
    Map<String, BigDecimal> shares = new TreeMap<>();
    for (String each : plain.split(",", -1)) {
      int at = each.lastIndexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException(
            "An allocation must read 'by value', 'by kg' or 'A1=2, A2=1', but was "
                + Texts.quoted(text));
      }
      String line = each.substring(0, at).strip();
      BigDecimal share = PlainNumber.parse(shareOf(line), each.substring(at + 1).strip());
      if (shares.put(line, share) != null) {
        throw new IllegalArgumentException(
            shareOf(line) + " is stated twice in " + Texts.quoted(text));
      }
    }
    return ofShares(shares);
  }

  /**
   * One line that takes part.
   *
   * @param name the line's name
   * @param price its price in the currency of the entry
   * @param quantities its quantities
   */
  record Part(String name, BigMoney price, List<Quantity> quantities) {}

  /** The shares of the parts, in their order. */
  List<BigMoney> split(String what, BigMoney amount, List<Part> parts) {
    requireKnown(what, parts);
    List<BigDecimal> weights = new ArrayList<>(parts.size());
    parts.forEach(p -> weights.add(weight(what, p)));
    if (weights.stream().allMatch(w -> w.signum() == 0)) {
      throw new IllegalArgumentException(
          what + " cannot be shared out " + this + ": every line has none of it; state the shares");
    }
    return LargestRemainder.split(amount, parts.stream().map(Part::name).toList(), weights);
  }

  private void requireKnown(String what, List<Part> parts) {
    List<String> names = parts.stream().map(Part::name).toList();
    for (String each : stated.keySet()) {
      if (!names.contains(each)) {
        throw new IllegalArgumentException(
            what + " is shared out to " + Texts.quoted(each) + ", but the lines are " + names);
      }
    }
  }

  private BigDecimal weight(String what, Part part) {
    if (!stated.isEmpty()) {
      return stated.getOrDefault(part.name(), BigDecimal.ZERO);
    }
    return unit == null ? part.price().getAmount() : quantity(what, part, unit);
  }

  private static BigDecimal quantity(String what, Part part, Unit unit) {
    return part.quantities().stream()
        .filter(q -> q.unit().convertsTo(unit))
        .findFirst()
        .map(q -> q.in(unit).amount())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    what
                        + " is shared out by "
                        + unit
                        + ", but line "
                        + Texts.quoted(part.name())
                        + " states no quantity in it: use Shipment.withQuantity"));
  }

  /** Two rules are equal when they share out in the same way; 2 equals 2.0. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CostAllocation that
        && Objects.equals(unit, that.unit)
        && stated.equals(that.stated);
  }

  @Override
  public int hashCode() {
    return Objects.hash(unit, stated);
  }

  /** The form that {@link #parse} reads back. */
  @Override
  public String toString() {
    if (stated.isEmpty()) {
      return BY + (unit == null ? VALUE : unit.code());
    }
    StringJoiner shares = new StringJoiner(", ");
    stated.forEach((line, share) -> shares.add(line + "=" + share.toPlainString()));
    return shares.toString();
  }
}
