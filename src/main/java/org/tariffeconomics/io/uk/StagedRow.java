package org.tariffeconomics.io.uk;

import java.util.Currency;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.LostZeros;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.schedule.StagedLine;

/**
 * One row of a staged schedule.
 *
 * @param row the row
 * @param columns where it says what
 * @param mayBeFractions whether it is not known what the numbers of the file are
 */
record StagedRow(Row row, StageColumns columns, boolean mayBeFractions) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+");
  private static final Pattern FINAL_YEAR = Pattern.compile("(?i)(?:year )?([0-9]{1,4})");
  private static final Pattern MONEY_SIGN = Pattern.compile("(?i)\\$|¢|\\bcents?\\b");
  private static final String IMPORTER = "reportername";
  private static final String WITHOUT_UNIT =
      "all numbers of the file lie below 1: percentages or fractions? write the percent sign";

  /** The line; null, with an error of the row, where it is not known. */
  @Nullable StagedLine line() {
    if (!row.isGood()) {
      return null;
    }
    HsCode code = LostZeros.code(row, columns.code(), "hs6");
    if (code == null) {
      return null;
    }
    NavigableMap<Integer, DutyRate> rates = new TreeMap<>();
    columns
        .years()
        .forEach(
            (year, cells) ->
                Optional.ofNullable(rate(cells.percent(), cells.text()))
                    .ifPresent(rate -> rates.put(year, rate)));
    if (rates.isEmpty()) {
      row.problem("", "the line has no rate in any year");
      rates.put(
          columns.years().firstKey(),
          new DutyRate.Unsupported(code.toString(), "the line has no rate in any year"));
    }
    DutyRate base = rate(columns.base(), columns.baseText());
    return new StagedLine(
        code,
        row.cell(columns.description()),
        base,
        rates,
        finalYear(),
        row.cell(columns.basket()),
        row.optional("trq_quota").orElse(""));
  }

  /** The rate of two cells, of which the text goes first; null where both are blank. */
  private @Nullable DutyRate rate(String percent, String text) {
    if (row.optional(text).isPresent()) {
      return understood(text, inWords(row.cell(text)));
    }
    Optional<String> cell = row.optional(percent);
    if (cell.isEmpty()) {
      return null;
    }
    String number = cell.orElseThrow();
    if (!NUMBER.matcher(number).matches()) {
      return understood(percent, inWords(number));
    }
    boolean isZero = PlainNumber.parse("the rate", number).signum() == 0;
    return isZero || !mayBeFractions
        ? DutyRate.adValorem(Rate.percent(PlainNumber.parse("the rate", number)))
        : understood(percent, new DutyRate.Unsupported(number, WITHOUT_UNIT));
  }

  /** A rate in words, with the signs of money of the importer's country where one is named. */
  private DutyRate inWords(String text) {
    if (row.isBlank(IMPORTER) || !MONEY_SIGN.matcher(text).find()) {
      return DutyRate.parse(text);
    }
    return currency()
        .map(currency -> DutyRate.parse(text, currency))
        .orElseGet(() -> new DutyRate.Unsupported(text, "whose dollars these are is not known"));
  }

  private Optional<CurrencyUnit> currency() {
    try {
      Country importer = Country.parse(row.cell(IMPORTER));
      Currency own = Currency.getInstance(new Locale("", importer.alpha2()));
      return Optional.ofNullable(own).map(each -> CurrencyUnit.of(each.getCurrencyCode()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private DutyRate understood(String column, DutyRate rate) {
    if (rate instanceof DutyRate.Unsupported unsupported) {
      row.problem(column, unsupported.message());
    }
    return rate;
  }

  private @Nullable Integer finalYear() {
    Optional<String> text = row.optional("final_year");
    if (text.isEmpty()) {
      return null;
    }
    Matcher year = FINAL_YEAR.matcher(text.orElseThrow());
    if (!year.matches()) {
      row.problem("final_year", "must be a year such as 2012 or 'Year 1'");
      return null;
    }
    return Integer.valueOf(year.group(1));
  }
}
