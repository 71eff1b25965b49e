package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Rate;

/**
 * A tax charged at import besides duty: value added tax, goods and services tax, consumption tax, a
 * surcharge on the duty.
 *
 * <p>The tax is {@code rate · base}; a tax that is part of its own base (the Brazilian ICMS, “por
 * dentro”) is {@code rate / (1 − rate) · base}. A creditable tax is paid at the border and given
 * back later: it is shown and is no part of the cost.
 *
 * @param name the tax's name, e.g. {@code VAT}
 * @param rate the rate, not negative
 * @param base what it is charged on
 * @param credit whether it is given back
 * @param ownBase whether the tax is part of its own base
 * @since 0.1.0
 */
public record ImportTax(String name, Rate rate, TaxBase base, Credit credit, OwnBase ownBase) {

  /** Whether a tax is given back. */
  public enum Credit {
    /** It stays with the importer: part of the cost. */
    FINAL,
    /** It is given back: shown, but no part of the cost. */
    CREDITABLE
  }

  /** Whether a tax is part of its own base. */
  public enum OwnBase {
    /** The base is what the law names, without the tax. */
    EXCLUDED,
    /** The base includes the tax itself. */
    INCLUDED
  }

  /**
   * Creates a tax.
   *
   * @param name the tax's name
   * @param rate the rate
   * @param base what it is charged on
   * @param credit whether it is given back
   * @param ownBase whether the tax is part of its own base
   * @throws IllegalArgumentException when the name is blank, the rate is negative, or it is 100 %
   *     or more of a base that includes the tax
   */
  public ImportTax {
    Objects.requireNonNull(name, "name");
    CostAmounts.requireName("A tax", name);
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(credit, "credit");
    Objects.requireNonNull(ownBase, "ownBase");
    if (rate.compareTo(Rate.ZERO) < 0) {
      throw new IllegalArgumentException(
          "The rate of " + name + " must not be negative, but was " + rate);
    }
    if (ownBase == OwnBase.INCLUDED && rate.compareTo(Rate.percent(100)) >= 0) {
      throw new IllegalArgumentException(
          "The rate of "
              + name
              + " on a base that includes it must be below 100%, but was "
              + rate);
    }
  }

  /**
   * A tax on the customs value and the duty that is not given back.
   *
   * @param name the tax's name
   * @param rate the rate with its percent sign
   * @return the tax
   * @throws IllegalArgumentException when the rate cannot be read or is negative
   */
  public static ImportTax of(String name, String rate) {
    Objects.requireNonNull(name, "name");
    return new ImportTax(
        name,
        Rate.parse(Objects.requireNonNull(rate, "rate")),
        TaxBase.dutyPaidValue(),
        Credit.FINAL,
        OwnBase.EXCLUDED);
  }

  /**
   * The same tax on another base.
   *
   * @param newBase what it is charged on
   * @return a new tax
   */
  public ImportTax withBase(TaxBase newBase) {
    Objects.requireNonNull(newBase, "newBase");
    return new ImportTax(name, rate, newBase, credit, ownBase);
  }

  /**
   * The same tax, given back to the importer or not.
   *
   * @param newCredit whether it is given back
   * @return a new tax
   */
  public ImportTax withCredit(Credit newCredit) {
    Objects.requireNonNull(newCredit, "newCredit");
    return new ImportTax(name, rate, base, newCredit, ownBase);
  }

  /**
   * The same tax, part of its own base or not.
   *
   * @param newOwnBase whether the base includes the tax
   * @return a new tax
   * @throws IllegalArgumentException when it is and the rate is 100 % or more
   */
  public ImportTax withOwnBase(OwnBase newOwnBase) {
    Objects.requireNonNull(newOwnBase, "newOwnBase");
    return new ImportTax(name, rate, base, credit, newOwnBase);
  }

  /** The tax on an amount. */
  BigMoney on(BigMoney amount) {
    BigMoney plain = amount.multipliedBy(rate.fraction());
    return ownBase == OwnBase.EXCLUDED
        ? plain
        : BigMoney.of(
            plain.getCurrencyUnit(),
            plain
                .getAmount()
                .divide(BigDecimal.ONE.subtract(rate.fraction()), CostAmounts.PRECISION));
  }

  /** What the tax lies within on a base that does, as it becomes money. */
  Span on(Span base, MoneyRounding rounding) {
    return new Span(rounding.tax(on(base.low())), rounding.tax(on(base.high())));
  }

  /**
   * Why the tax is not known.
   *
   * @param of the goods of which the base is not known, with a blank and “of” before; may be empty
   */
  String unknownBase(String of) {
    return "the base of " + name + of + " is not known: " + base;
  }

  /** The terms in words, {@code 20% of customs value + duty}. */
  String terms() {
    return rate + " of " + base + (ownBase == OwnBase.INCLUDED ? " + the tax itself" : "");
  }

  /** The name and the terms. */
  @Override
  public String toString() {
    return name + " " + terms() + (credit == Credit.CREDITABLE ? ", creditable" : "");
  }
}
