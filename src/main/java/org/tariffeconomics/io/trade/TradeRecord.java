package org.tariffeconomics.io.trade;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.reading.ReportedNumber;

/**
 * One row of a file of trade: who sold what to whom, when, for how much.
 *
 * <p>Amounts are in whole units of the currency; a file in thousands is scaled exactly. Nothing is
 * converted between valuations or units of quantity.
 *
 * @param file the file's name, with that of the archive that holds it
 * @param line the line of the file, from 1
 * @param direction who reported it
 * @param importer the buyer
 * @param exporter the seller
 * @param product the product's code as text, lost zeros put back
 * @param hsCode the product as a code, null where it is none
 * @param nomenclature the edition of the codes as the file names it, empty where it does not
 * @param period the year or month
 * @param value the value in units of the currency
 * @param currency the ISO code of the currency
 * @param valuation where the goods are valued
 * @param dutiable the part of the value on which duty is charged, blank where the file has none
 * @param duty the duty calculated, blank where the file has none
 * @param quantity the quantity
 * @param quantityUnit its unit as the file names it, empty where it does not
 * @param marks what else is to be known, in the order of the enum
 * @since 0.1.0
 */
public record TradeRecord(
    String file,
    long line,
    TradeDirection direction,
    TradeParty importer,
    TradeParty exporter,
    String product,
    @Nullable HsCode hsCode,
    String nomenclature,
    TradePeriod period,
    ReportedNumber value,
    String currency,
    TradeValuation valuation,
    ReportedNumber dutiable,
    ReportedNumber duty,
    ReportedNumber quantity,
    String quantityUnit,
    Set<TradeMark> marks) {

  /**
   * Creates a record.
   *
   * @param file the file's name
   * @param line the line of the file, from 1
   * @param direction who reported it
   * @param importer the buyer
   * @param exporter the seller
   * @param product the product's code as text
   * @param hsCode the product as a code, null where it is none
   * @param nomenclature the edition of the codes, empty where unknown
   * @param period the year or month
   * @param value the value in units of the currency
   * @param currency the ISO code of the currency
   * @param valuation where the goods are valued
   * @param dutiable the part of the value on which duty is charged
   * @param duty the duty calculated
   * @param quantity the quantity
   * @param quantityUnit its unit, empty where unknown
   * @param marks what else is to be known
   */
  public TradeRecord {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(nomenclature, "nomenclature");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(valuation, "valuation");
    Objects.requireNonNull(dutiable, "dutiable");
    Objects.requireNonNull(duty, "duty");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(quantityUnit, "quantityUnit");
    Objects.requireNonNull(marks, "marks");
    marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
  }

  /**
   * {@return the product as a code of the Harmonized System or of a national tariff, empty where
   * the product is none, such as all goods together}
   */
  public Optional<HsCode> code() {
    return Optional.ofNullable(hsCode);
  }

  /** {@return whether the row repeats trade that other rows of the file count} */
  @JsonIgnore
  public boolean isDoubleCounting() {
    for (TradeMark mark : marks) {
      if (mark.isDoubleCounting()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same trade as if it had been read elsewhere.
   *
   * @param otherFile the file's name
   * @param otherLine the line
   * @return a new record
   */
  public TradeRecord withPlace(String otherFile, long otherLine) {
    Objects.requireNonNull(otherFile, "otherFile");
    return new TradeRecord(
        otherFile,
        otherLine,
        direction,
        importer,
        exporter,
        product,
        hsCode,
        nomenclature,
        period,
        value,
        currency,
        valuation,
        dutiable,
        duty,
        quantity,
        quantityUnit,
        marks);
  }

  /** The same trade with other marks. */
  TradeRecord marked(Set<TradeMark> otherMarks) {
    return new TradeRecord(
        file,
        line,
        direction,
        importer,
        exporter,
        product,
        hsCode,
        nomenclature,
        period,
        value,
        currency,
        valuation,
        dutiable,
        duty,
        quantity,
        quantityUnit,
        otherMarks);
  }

  /** For example {@code JP to US 870323 2024: USD 41000000000}. */
  @Override
  public String toString() {
    return exporter + " to " + importer + " " + product + " " + period + ": " + currency + " "
        + value;
  }
}
