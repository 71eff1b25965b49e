package org.tariffeconomics.io.trade;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.reading.RowSource;

/** The columns of the US Census Bureau's imports and exports, by its API's names. */
final class CensusLayout implements RecordPass.RowParser<TradeRecord> {

  /** The detail of imports on the monthly merchandise files, places counted from 1. */
  static final List<RowSource.Field> IMPORT_DETAIL =
      List.of(
          new RowSource.Field("I_COMMODITY", 1, 10),
          new RowSource.Field("CTY_CODE", 11, 14),
          new RowSource.Field("YEAR", 23, 26),
          new RowSource.Field("MONTH", 27, 28),
          new RowSource.Field("CON_VAL_MO", 74, 88),
          new RowSource.Field("DUT_VAL_MO", 89, 103),
          new RowSource.Field("CAL_DUT_MO", 104, 118));

  /** What stands in a column of parts where a row is of all of them. */
  private static final Set<String> TOTALS = Set.of("", "-");

  private static final TradeParty US = TradeParty.of(Country.of("US"));

  private final TradeCodes codes = TradeCodes.ofEvenDigits(Country::parse);
  private final boolean imports;
  private final boolean toDate;
  private final TradeValuation valuation;
  private final int product;
  private final int country;
  private final int summary;
  private final int time;
  private final int year;
  private final int month;
  private final int value;
  private final int dutiable;
  private final int duty;

  /** Columns of which a row has one part; its total stands in a row with a dash. */
  private final int[] breakdowns;

  CensusLayout(Header header) {
    product = header.require("I_COMMODITY", "E_COMMODITY");
    imports = header.find("E_COMMODITY") < 0;
    country = header.require("CTY_CODE");
    summary = header.find("SUMMARY_LVL");
    time = header.find("time");
    month = header.find("MONTH");
    year = time < 0 ? header.require("YEAR") : -1;
    value =
        imports
            ? header.require("CON_VAL_MO", "GEN_VAL_MO", "CON_VAL_YR", "GEN_VAL_YR")
            : header.require("ALL_VAL_MO", "ALL_VAL_YR");
    String label = header.label(value);
    toDate = label.endsWith("_yr");
    valuation = imports ? valuationOfImports(label) : TradeValuation.FAS;
    String tail = toDate ? "_YR" : "_MO";
    boolean consumption = valuation == TradeValuation.CUSTOMS_CONSUMPTION;
    dutiable = consumption ? header.find("DUT_VAL" + tail) : -1;
    duty = consumption ? header.find("CAL_DUT" + tail) : -1;
    breakdowns =
        Stream.of("DISTRICT", "PORT", "RP", "CTY_SUBCODE", "DF", "USITC", "STATE", "NAICS")
            .mapToInt(header::find)
            .filter(column -> column >= 0)
            .toArray();
  }

  private static TradeValuation valuationOfImports(String label) {
    return label.startsWith("con")
        ? TradeValuation.CUSTOMS_CONSUMPTION
        : TradeValuation.CUSTOMS_GENERAL;
  }

  @Override
  public @Nullable TradeRecord parse(Row row) {
    TradePeriod when = period(row);
    TradeParty partner = codes.party(row, country);
    boolean all = Set.of("-", "TOTAL").contains(row.cell(product));
    TradeCodes.Product code = all ? null : codes.product(row, product, false);
    ReportedNumber amount = row.notNegative(value);
    ReportedNumber dutiableAmount = row.notNegative(dutiable);
    ReportedNumber dutyAmount = row.notNegative(duty);
    if (when == null || !row.isGood()) {
      return null;
    }
    return new TradeRecord(
        row.file(),
        row.line(),
        imports ? TradeDirection.IMPORT : TradeDirection.EXPORT,
        imports ? US : partner,
        imports ? partner : US,
        code == null ? "TOTAL" : code.digits(),
        code == null ? null : code.code(),
        "HTS",
        when,
        amount,
        "USD",
        valuation,
        dutiableAmount,
        dutyAmount,
        ReportedNumber.BLANK,
        "",
        marks(row, partner, code));
  }

  private @Nullable TradePeriod period(Row row) {
    if (time >= 0) {
      return row.parsed(time, TradePeriod::parse);
    }
    String of = row.cell(month);
    return row.parsed(
        year,
        text -> TradePeriod.parse(of.isEmpty() ? text : text + (of.length() == 1 ? "0" : "") + of));
  }

  /** Codes below 1000 and with letters are the Bureau's groups: 0003 is the EU, 4XXX Europe. */
  private Set<TradeMark> marks(Row row, TradeParty partner, TradeCodes.@Nullable Product code) {
    Set<TradeMark> marks = TradeCodes.marks(code);
    String text = partner.code().toUpperCase(Locale.ROOT);
    if (text.equals("-")) {
      marks.add(TradeMark.WORLD);
    } else if (text.startsWith("00")
        || text.contains("X")
        || row.cell(summary).equalsIgnoreCase("CGP")) {
      marks.add(TradeMark.GROUP);
    }
    if (code == null) {
      marks.add(TradeMark.ALL_PRODUCTS);
    }
    if (toDate) {
      marks.add(TradeMark.YEAR_TO_DATE);
    }
    if (Arrays.stream(breakdowns).anyMatch(column -> !TOTALS.contains(row.cell(column)))) {
      marks.add(TradeMark.BREAKDOWN);
    }
    return marks;
  }
}
