package org.tariffeconomics.io.uk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * A commodity of the UK tariff: the measures of a book, the quotas that they refer to, and what is
 * no customs duty.
 *
 * @since 0.1.0
 */
public final class UkCommodity {

  private final String file;
  private final @Nullable HsCode code;
  private final List<TariffMeasure> measures;
  private final List<QuotaBalance> quotas;
  private final List<OtherMeasure> otherMeasures;
  private final List<TaxRate> taxRates;

  /**
   * A rate of value added tax that the tariff lists for the commodity.
   *
   * @param name the tax in the words of the tariff
   * @param rate the rate
   * @param additionalCode the code under which it is claimed, {@code VATZ}; empty for the rate that
   *     needs none
   * @param days the days in force, half-open
   */
  public record TaxRate(String name, Rate rate, String additionalCode, LocalDateRange days) {

    /**
     * Refuses nulls.
     *
     * @param name the tax in the words of the tariff
     * @param rate the rate
     * @param additionalCode the code under which it is claimed, {@code VATZ}; empty for the rate
     *     that needs none
     * @param days the days in force, half-open
     */
    public TaxRate {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(additionalCode, "additionalCode");
      Objects.requireNonNull(days, "days");
    }

    /**
     * The tax for a calculation of landed cost.
     *
     * @return a tax on the customs value and the duty, not given back; where freight or charges
     *     belong to its base, name them with {@link ImportTax#withBase}
     */
    public ImportTax tax() {
      return ImportTax.of("VAT", rate.toString());
    }

    /** The rate, and the code that it is claimed under. */
    @Override
    public String toString() {
      return "VAT " + rate + (additionalCode.isEmpty() ? "" : " with " + additionalCode);
    }
  }

  /**
   * A measure that is no customs duty or needs a table.
   *
   * @param path where it stands in the document
   * @param type the id of its type, {@code 305}
   * @param description the type in the words of the tariff
   * @param reason why it is not among the measures of a book
   */
  public record OtherMeasure(String path, String type, String description, String reason) {

    /**
     * Refuses nulls.
     *
     * @param path where it stands in the document
     * @param type the id of its type, {@code 305}
     * @param description the type in the words of the tariff
     * @param reason why it is not among the measures of a book
     */
    public OtherMeasure {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(reason, "reason");
    }

    /** The reason. */
    @Override
    public String toString() {
      return reason;
    }
  }

  /**
   * A quota as the tariff publishes it.
   *
   * @param terms its order number, volume and period
   * @param balance what is left, null where it is not known
   * @param status the published status, e.g. {@code Open}; may be empty
   */
  public record QuotaBalance(QuotaTerms terms, @Nullable Quantity balance, String status) {

    /**
     * Refuses nulls.
     *
     * @param terms its order number, volume and period
     * @param balance what is left, null where it is not known
     * @param status the published status, e.g. {@code Open}; may be empty
     */
    public QuotaBalance {
      Objects.requireNonNull(terms, "terms");
      Objects.requireNonNull(status, "status");
    }

    /**
     * {@return the quota with what is used of it: volume less balance as used; empty where the
     * balance is not known or exceeds the volume, so that nothing is taken to be within the quota}
     */
    public Optional<TariffQuota> quota() {
      Quantity left = balance;
      if (left == null || left.compareTo(terms.volume()) > 0) {
        return Optional.empty();
      }
      Quantity used =
          new Quantity(
              terms.volume().amount().subtract(left.in(terms.volume().unit()).amount()),
              terms.volume().unit());
      return Optional.of(new TariffQuota(terms.name(), terms.volume(), used));
    }

    /** Terms and balance. */
    @Override
    public String toString() {
      return terms.name() + ": " + (balance == null ? "balance unknown" : balance + " left");
    }
  }

  UkCommodity(
      String file,
      @Nullable HsCode code,
      List<TariffMeasure> measures,
      List<QuotaBalance> quotas,
      List<OtherMeasure> otherMeasures,
      List<TaxRate> taxRates) {
    this.file = file;
    this.code = code;
    this.measures = List.copyOf(measures);
    this.quotas = List.copyOf(quotas);
    this.otherMeasures = List.copyOf(otherMeasures);
    this.taxRates = List.copyOf(taxRates);
  }

  /** {@return the commodity: its code; empty where the file states none} */
  public Optional<HsCode> code() {
    return Optional.ofNullable(code);
  }

  /** {@return the measures that can stand in a book, in the order of the file} */
  public List<TariffMeasure> measures() {
    return measures;
  }

  /** {@return the quotas that measures refer to, by order number, one a period} */
  public List<QuotaBalance> quotas() {
    return quotas;
  }

  /**
   * {@return the measures that are no customs duty or need a table: taxes, excises, controls, the
   * amounts of agricultural components}
   */
  public List<OtherMeasure> otherMeasures() {
    return otherMeasures;
  }

  /**
   * The rates of value added tax on a day: the file's own, so that no one types them again.
   *
   * @param day the day of entry
   * @return the rates, first the one that needs no code; several where a code chooses
   */
  public List<TaxRate> vat(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return taxRates.stream()
        .filter(t -> t.days().contains(day))
        .sorted(Comparator.comparing(TaxRate::additionalCode))
        .toList();
  }

  /** How much was read. */
  @Override
  public String toString() {
    return (code == null ? file : code)
        + ": "
        + measures.size()
        + " measures, "
        + quotas.size()
        + " quotas, "
        + otherMeasures.size()
        + " other measures";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UkCommodity that
        && file.equals(that.file)
        && Objects.equals(code, that.code)
        && measures.equals(that.measures)
        && quotas.equals(that.quotas)
        && otherMeasures.equals(that.otherMeasures)
        && taxRates.equals(that.taxRates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, code, measures, quotas, otherMeasures);
  }
}
