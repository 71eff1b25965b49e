package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;

/**
 * A component of a duty as the EU and UK tariff databases hold it: an expression, an amount, and
 * what the amount is charged in and on.
 *
 * <table>
 * <caption>Expressions</caption>
 * <tr><th>id</th><th>meaning</th></tr>
 * <tr><td>01</td><td>the first term: a percentage, or money per unit</td></tr>
 * <tr><td>02, 36</td><td>minus</td></tr>
 * <tr><td>04, 19, 20</td><td>plus</td></tr>
 * <tr><td>12, 14</td><td>plus the agricultural component (14: reduced)</td></tr>
 * <tr><td>15</td><td>at least: {@code MIN}</td></tr>
 * <tr><td>17, 35</td><td>at most: {@code MAX}</td></tr>
 * <tr><td>21, 25</td><td>plus the additional duty on sugar (25: reduced)</td></tr>
 * <tr><td>27, 29</td><td>plus the additional duty on flour (29: reduced)</td></tr>
 * <tr><td>37</td><td>no duty in this cell</td></tr>
 * <tr><td>99</td><td>a supplementary unit: no duty</td></tr>
 * </table>
 *
 * @param expression the id of the expression, two digits
 * @param amount the amount: percent, or money where there is a monetary unit; null for expressions
 *     without a number
 * @param monetaryUnit the currency's code, empty for a percentage
 * @param unit the code of the measurement unit, empty for none
 * @param qualifier the code of its qualifier, empty for none
 * @since 0.1.0
 */
public record DutyComponent(
    String expression,
    @Nullable BigDecimal amount,
    String monetaryUnit,
    String unit,
    String qualifier) {

  private static final String SUPPLEMENTARY_UNIT = "99";

  /** What stands before the amount, by expression. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("01", ""),
          Map.entry("02", "- "),
          Map.entry("36", "- "),
          Map.entry("04", "+ "),
          Map.entry("19", "+ "),
          Map.entry("20", "+ "),
          Map.entry("15", "MIN "),
          Map.entry("17", "MAX "),
          Map.entry("35", "MAX "));

  /** What an expression without an amount says. */
  private static final Map<String, String> WORDS =
      Map.of(
          "12",
          "+ EA",
          "14",
          "+ EAR",
          "21",
          "+ ADSZ",
          "25",
          "+ ADSZR",
          "27",
          "+ ADFM",
          "29",
          "+ ADFMR",
          "37",
          "NIHIL",
          SUPPLEMENTARY_UNIT,
          "");

  /**
   * Creates a component.
   *
   * @param expression the id of the expression, two digits
   * @param amount the amount; null for expressions without a number
   * @param monetaryUnit the currency's code, empty for a percentage
   * @param unit the code of the measurement unit, empty for none
   * @param qualifier the code of its qualifier, empty for none
   * @throws IllegalArgumentException when the expression is unknown, an amount is missing or
   *     negative
   */
  public DutyComponent {
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(monetaryUnit, "monetaryUnit");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(qualifier, "qualifier");
    if (!SIGNS.containsKey(expression) && !WORDS.containsKey(expression)) {
      throw new IllegalArgumentException("Unknown duty expression '" + expression + "'");
    }
    if (SIGNS.containsKey(expression) && (amount == null || amount.signum() < 0)) {
      throw new IllegalArgumentException(
          "The duty expression "
              + expression
              + " needs an amount of zero or more, but was "
              + amount);
    }
    if (!qualifier.isEmpty() && unit.isEmpty()) {
      throw new IllegalArgumentException(
          "The qualifier '" + qualifier + "' must stand with a measurement unit");
    }
  }

  /** Two are equal when their numbers are, with whatever digits they were written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyComponent that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private List<Object> key() {
    return List.of(
        Optional.ofNullable(amount).map(PlainNumber::plain),
        expression,
        monetaryUnit,
        unit,
        qualifier);
  }

  /**
   * The rate that components make together, read in the order of their expressions: the same tree
   * as that of their text.
   *
   * @param components the components in any order, each expression once
   * @return the rate; {@link DutyRate.Unsupported} where a currency or unit is not known
   * @throws IllegalArgumentException when an expression is used twice or there is no duty in them
   */
  public static DutyRate rate(List<DutyComponent> components) {
    Objects.requireNonNull(components, "components");
    String text = text(components);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("There is no duty in the components " + components);
    }
    return DutyRate.parse(text);
  }

  /**
   * The text of components, as in {@code 12.8 % + 176.8 EUR DTN}.
   *
   * @param components the components in any order, each expression once
   * @return the text, empty where they hold only a supplementary unit or nothing
   * @throws IllegalArgumentException when an expression is used twice
   */
  public static String text(List<DutyComponent> components) {
    Objects.requireNonNull(components, "components");
    List<DutyComponent> sorted = new ArrayList<>(components);
    sorted.sort(Comparator.comparing(DutyComponent::expression));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sorted.size(); i++) {
      DutyComponent each = sorted.get(i);
      if (i > 0 && each.expression().equals(sorted.get(i - 1).expression())) {
        throw new IllegalArgumentException(
            "The duty expression " + each.expression() + " is used twice in " + components);
      }
      String part = each.text();
      text.append(text.length() > 0 && !part.isEmpty() ? " " : "").append(part);
    }
    return text.toString();
  }

  /**
   * The supplementary unit among components, which collects a quantity and no duty.
   *
   * @param components the components
   * @return the unit's code with its qualifier, empty where there is none
   */
  public static Optional<String> supplementaryUnit(List<DutyComponent> components) {
    Objects.requireNonNull(components, "components");
    return components.stream()
        .filter(each -> each.expression().equals(SUPPLEMENTARY_UNIT))
        .findFirst()
        .map(DutyComponent::measure);
  }

  private String text() {
    String words = WORDS.get(expression);
    if (words != null) {
      return words;
    }
    String number = amount == null ? "" : amount.toPlainString();
    String charged = monetaryUnit.isEmpty() ? number + " %" : number + " " + monetaryUnit;
    return SIGNS.get(expression) + charged + (unit.isEmpty() ? "" : " " + measure());
  }

  private String measure() {
    return qualifier.isEmpty() ? unit : unit + " " + qualifier;
  }

  /** The expression and what it says. */
  @Override
  public String toString() {
    return expression + ": " + (text().isEmpty() ? measure() : text());
  }
}
