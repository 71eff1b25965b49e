package org.tariffeconomics.schedule;

import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Validity;
import org.threeten.extra.LocalDateRange;

/**
 * A legal line of a schedule for the days on which its texts stayed the same. A line whose texts
 * change is several of these, one behind the other.
 *
 * @param code the legal line, eight digits
 * @param days the days on which it stood so, half-open
 * @param general the general rate of column 1 as published; blank for none
 * @param special the special rates of column 1; blank for none
 * @param other the rate of column 2; blank for none
 * @param statistical the lines that goods of it are declared under, by suffix
 * @since 0.1.0
 */
public record DatedLine(
    HsCode code,
    LocalDateRange days,
    String general,
    String special,
    String other,
    List<Statistical> statistical) {

  /** The digits of a legal line. */
  public static final int DIGITS = 8;

  /**
   * A line that goods are declared under.
   *
   * @param suffix the digits behind those of the legal line; {@code 00} for one that is not
   *     divided, blank for one that is declared as it is
   * @param units the units of quantity in their order
   */
  public record Statistical(String suffix, List<String> units) {

    /**
     * Creates a line.
     *
     * @param suffix the digits behind those of the legal line
     * @param units the units of quantity in their order
     */
    public Statistical {
      Objects.requireNonNull(suffix, "suffix");
      Objects.requireNonNull(units, "units");
      units = List.copyOf(units);
    }

    /** The suffix and the units. */
    @Override
    public String toString() {
      return suffix + " " + String.join(", ", units);
    }
  }

  /**
   * Creates a line.
   *
   * @param code the legal line, eight digits
   * @param days the days on which it stood so, half-open
   * @param general the general rate of column 1 as published; blank for none
   * @param special the special rates of column 1; blank for none
   * @param other the rate of column 2; blank for none
   * @param statistical the lines that goods of it are declared under, by suffix
   * @throws IllegalArgumentException when the code has not eight digits, there is no day, or
   *     nothing that goods are declared under
   */
  public DatedLine {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(general, "general");
    Objects.requireNonNull(special, "special");
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(statistical, "statistical");
    statistical = List.copyOf(statistical);
    if (code.digits().length() != DIGITS) {
      throw new IllegalArgumentException(
          "code must be a legal line of eight digits, but was " + code);
    }
    if (statistical.isEmpty()) {
      throw new IllegalArgumentException("statistical must not be empty, but was so for " + code);
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("days must not be empty, but were so for " + code);
    }
  }

  /**
   * The codes that goods are declared under.
   *
   * @return the statistical lines by code
   */
  public List<HsCode> declarable() {
    return statistical.stream().map(s -> HsCode.of(code.digits() + s.suffix())).toList();
  }

  /** Whether it has a statistical line; asked of every code, so that nothing is made for it. */
  boolean declares(HsCode statisticalLine) {
    String digits = statisticalLine.digits();
    int length = code.digits().length();
    for (int i = 0; i < statistical.size(); i++) {
      String suffix = statistical.get(i).suffix();
      if (digits.length() == length + suffix.length() && digits.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same line for other days.
   *
   * @param others the days, half-open
   * @return a changed copy
   */
  public DatedLine withDays(LocalDateRange others) {
    Objects.requireNonNull(others, "others");
    return new DatedLine(code, others, general, special, other, statistical);
  }

  /** The code, its general rate and its days. */
  @Override
  public String toString() {
    return code
        + " "
        + (general.isBlank() ? "no rate" : general)
        + (days.equals(LocalDateRange.ALL) ? "" : ", " + Validity.text(days));
  }
}
