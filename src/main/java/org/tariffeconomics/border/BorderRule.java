package org.tariffeconomics.border;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.landedcost.ValuationBasis;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.threeten.extra.LocalDateRange;

/**
 * One dated and cited rule of a border besides the tariff.
 *
 * @param territory the territory: a country's code or {@code EU}
 * @param part what it is a rule of
 * @param name what it is called: {@code VAT}; of a low-value rule its effect in words
 * @param value its value as text, in the form that its part asks for
 * @param base what a tax is charged on, empty for other parts
 * @param products the goods that it is for
 * @param days the days on which it holds, half-open
 * @param source where it stands
 * @param note what else should be known
 * @since 0.1.0
 */
public record BorderRule(
    String territory,
    Part part,
    String name,
    String value,
    List<TaxBase.Part> base,
    ProductScope products,
    LocalDateRange days,
    Source source,
    String note) {

  /** What a rule is about, and the form of its value. */
  public enum Part {
    /** {@code CIF} or {@code FOB}. */
    VALUATION,
    /** A general tax on imports: a rate on its base. */
    TAX,
    /** A tax on another charge, such as the duty: a rate on its base. */
    SURCHARGE,
    /** How amounts become money, as {@link RoundingPolicy#parse} reads it. */
    ROUNDING,
    /** A fee at entry: a rate on the customs value. */
    FEE,
    /** A threshold of value and what it does, as {@link LowValueRelief#parse} reads it. */
    LOW_VALUE,
    /** Known in words only: never counted, always listed as missing. */
    OTHER;

    private boolean isTax() {
      return this == TAX || this == SURCHARGE;
    }

    /** The words of the part. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * Creates a rule.
   *
   * @param territory the territory: a country's code or {@code EU}
   * @param part what it is a rule of
   * @param name what it is called
   * @param value its value as text
   * @param base what a tax is charged on, empty for other parts
   * @param products the goods that it is for
   * @param days the days on which it holds, half-open
   * @param source where it stands
   * @param note what else should be known
   * @throws IllegalArgumentException when the value is not of the form that the part asks for, or a
   *     base is missing where there must be one
   */
  public BorderRule {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(products, "products");
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(note, "note");
    base = List.copyOf(base);
    Objects.requireNonNull(source, "source");
    if (name.isBlank() || value.isBlank()) {
      throw new IllegalArgumentException(
          "A border rule must have a name and a value, but had "
              + Texts.quoted(name)
              + " and "
              + Texts.quoted(value));
    }
    if (base.isEmpty() == part.isTax()) {
      throw new IllegalArgumentException(
          "A rule of " + part + (part.isTax() ? " needs" : " cannot have") + " a base: " + base);
    }
    switch (part) {
      case VALUATION -> valuation(value);
      case TAX, SURCHARGE, FEE -> rate(value);
      case ROUNDING -> RoundingPolicy.parse(value);
      case LOW_VALUE -> LowValueRelief.parse(value);
      case OTHER -> {}
    }
  }

  private static ValuationBasis valuation(String value) {
    return EnumText.parse("A basis of valuation", ValuationBasis.class, value);
  }

  private static Rate rate(String value) {
    Rate rate = Rate.parse(value);
    if (rate.compareTo(Rate.ZERO) < 0) {
      throw new IllegalArgumentException(
          "The rate of a border rule must not be negative, but was " + rate);
    }
    return rate;
  }

  /** {@return the basis of valuation; empty for other parts} */
  public Optional<ValuationBasis> basis() {
    return part == Part.VALUATION ? Optional.of(valuation(value)) : Optional.empty();
  }

  /** {@return the rate of a tax, surcharge or fee; empty for other parts} */
  public Optional<Rate> rate() {
    return part.isTax() || part == Part.FEE ? Optional.of(rate(value)) : Optional.empty();
  }

  /** {@return the threshold of a low-value rule; empty for other parts} */
  public Optional<BigMoney> threshold() {
    return relief().map(LowValueRelief::upTo);
  }

  /** {@return what a low-value rule does; empty for other parts} */
  public Optional<LowValueRelief> relief() {
    return part == Part.LOW_VALUE ? Optional.of(LowValueRelief.parse(value)) : Optional.empty();
  }

  /** {@return how amounts are rounded; empty for other parts} */
  public Optional<RoundingPolicy> rounding() {
    return part == Part.ROUNDING ? Optional.of(RoundingPolicy.parse(value)) : Optional.empty();
  }

  /** {@return the tax that is charged, not given back; empty for parts that are none} */
  public Optional<ImportTax> tax() {
    if (!part.isTax()) {
      return Optional.empty();
    }
    TaxBase on = TaxBase.of(base.get(0), base.subList(1, base.size()).toArray(TaxBase.Part[]::new));
    return Optional.of(ImportTax.of(name, value).withBase(on));
  }

  boolean isFor(HsCode line) {
    return products.contains(line);
  }

  /** What it is, its value and where it stands: {@code VAT 19% (German VAT act)}. */
  @Override
  public String toString() {
    return threshold().map(t -> "up to " + t + ": " + name).orElse(name + " " + value)
        + " ("
        + source
        + ")";
  }
}
