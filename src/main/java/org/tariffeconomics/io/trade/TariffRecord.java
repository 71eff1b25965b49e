package org.tariffeconomics.io.trade;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.reading.ReportedNumber;

/**
 * One row of a file of average tariffs: what an importer charges on a product, averaged over its
 * national lines. Rates are fractions: 0.15 is 15 percent.
 *
 * <p>Where no line of the product has an ad valorem rate or an equivalent, such files have a zero.
 * It is {@link ReportedNumber.State#NOT_COMPUTED} here and never free.
 *
 * @param file the file's name, with that of the archive that holds it
 * @param line the line of the file, from 1
 * @param importer who charges it
 * @param partner the origin, {@link TradeParty#UNSTATED} where it is every origin
 * @param kind what kind of rate it is
 * @param product the product's code as text, lost zeros put back
 * @param hsCode the product as a code
 * @param nomenclature the edition of the code as the file names it, empty where it does not
 * @param year the year
 * @param average the simple average, a fraction
 * @param weightedAverage the average weighted by trade, a fraction
 * @param minimum the lowest rate, a fraction
 * @param maximum the highest rate, a fraction
 * @param lines how many national lines there are
 * @param linesNotComputed how many of them no average counts
 * @param freeLines how many of them are free
 * @param imports the imports in dollars
 * @since 0.1.0
 */
public record TariffRecord(
    String file,
    long line,
    TradeParty importer,
    TradeParty partner,
    Kind kind,
    String product,
    HsCode hsCode,
    String nomenclature,
    TradePeriod year,
    ReportedNumber average,
    ReportedNumber weightedAverage,
    ReportedNumber minimum,
    ReportedNumber maximum,
    ReportedNumber lines,
    ReportedNumber linesNotComputed,
    ReportedNumber freeLines,
    ReportedNumber imports) {

  /**
   * Refuses nulls.
   *
   * @param file the file's name, with that of the archive that holds it
   * @param line the line of the file, from 1
   * @param importer who charges it
   * @param partner the origin, {@link TradeParty#UNSTATED} where it is every origin
   * @param kind what kind of rate it is
   * @param product the product's code as text, lost zeros put back
   * @param hsCode the product as a code
   * @param nomenclature the edition of the code as the file names it, empty where it does not
   * @param year the year
   * @param average the simple average, a fraction
   * @param weightedAverage the average weighted by trade, a fraction
   * @param minimum the lowest rate, a fraction
   * @param maximum the highest rate, a fraction
   * @param lines how many national lines there are
   * @param linesNotComputed how many of them no average counts
   * @param freeLines how many of them are free
   * @param imports the imports in dollars
   */
  public TariffRecord {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(hsCode, "hsCode");
    Objects.requireNonNull(nomenclature, "nomenclature");
    Objects.requireNonNull(year, "year");
    Objects.requireNonNull(average, "average");
    Objects.requireNonNull(weightedAverage, "weightedAverage");
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(maximum, "maximum");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(linesNotComputed, "linesNotComputed");
    Objects.requireNonNull(freeLines, "freeLines");
    Objects.requireNonNull(imports, "imports");
  }

  /** What kind of rate is averaged. */
  public enum Kind {
    /** What every origin pays that has no preference. */
    MFN,
    /** What an origin with a preference pays. */
    PREFERENCE,
    /** The most that the importer may charge. */
    BOUND,
    /** The lowest that is in force for the origin. */
    APPLIED;

    static Kind parse(String text) {
      return switch (text.strip().toUpperCase(Locale.ROOT)) {
        case "MFN", "MFN APPLIED" -> MFN;
        case "PRF", "PREF", "PREFERENCE", "AVEPREF" -> PREFERENCE;
        case "BND", "BOUND" -> BOUND;
        case "AHS", "APPLIED" -> APPLIED;
        default -> throw new IllegalArgumentException("must be one of MFN, PRF, BND, AHS");
      };
    }
  }

  /**
   * The simple average.
   *
   * @return the rate; empty where the file has none or a zero that stands for “not computed”
   */
  public Optional<Rate> rate() {
    return average.value().map(Rate::fraction);
  }

  /** {@return whether the average leaves out lines of which no ad valorem rate is known} */
  @JsonIgnore
  public boolean isPartial() {
    return linesNotComputed.number() != null && linesNotComputed.number().signum() > 0;
  }

  /** The partner as a code, or null where the rate is for every origin. */
  @Nullable String partnerCode() {
    return partner.code().isEmpty() ? null : partner.code();
  }

  /** For example {@code AR 870323 2020 MFN: 0.35}. */
  @Override
  public String toString() {
    String origin = partnerCode() == null ? "" : " from " + partner;
    return importer + " " + product + origin + " " + year + " " + kind + ": " + average;
  }
}
