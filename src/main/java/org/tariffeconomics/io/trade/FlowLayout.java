package org.tariffeconomics.io.trade;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.reading.CsvRow;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.StreamHeader;
import org.tariffeconomics.reading.StreamRow;

/** The columns of {@link FlowCsv}. */
final class FlowLayout implements RecordPass.RowParser<TradeRecord> {

  private final TradeCodes codes = new TradeCodes(Country::parse);
  private final int importer;
  private final int exporter;
  private final int product;
  private final int period;
  private final int value;
  private final int currency;
  private final int valuation;
  private final int direction;
  private final int quantity;
  private final int unit;
  private final int dutiable;
  private final int duty;
  private final int nomenclature;
  private final int marks;

  FlowLayout(StreamHeader header) {
    importer = header.required("importer");
    exporter = header.required("exporter");
    product = header.required("product");
    period = header.required("period");
    value = header.required("value");
    currency = header.optional("currency");
    valuation = header.optional("valuation");
    direction = header.optional("direction");
    quantity = header.optional("quantity");
    unit = header.optional("unit");
    dutiable = header.optional("dutiable");
    duty = header.optional("duty");
    nomenclature = header.optional("nomenclature");
    marks = header.optional("marks");
  }

  @Override
  public @Nullable TradeRecord parse(StreamRow row) {
    TradePeriod when = row.parsed(period, TradePeriod::parse);
    TradeParty buyer = codes.party(row, importer);
    TradeParty seller = codes.party(row, exporter);
    boolean all = row.cell(product).equals("TOTAL");
    TradeCodes.Product code = all ? null : codes.product(row, product, false);
    Valuation valued = word(row, valuation, Valuation.class, Valuation.UNSTATED);
    TradeDirection reported = word(row, direction, TradeDirection.class, TradeDirection.IMPORT);
    Set<TradeMark> noted = marks(row);
    String money = currency(row);
    ReportedNumber amount = row.notNegative(value);
    ReportedNumber dutiableAmount = row.notNegative(dutiable);
    ReportedNumber dutyAmount = row.notNegative(duty);
    if (when == null || !row.problems().isEmpty()) {
      return null;
    }
    ReportedNumber counted = row.notNegative(quantity);
    boolean knownUnit = knowsUnit(row);
    return new TradeRecord(
        row.file(),
        row.line(),
        reported,
        buyer,
        seller,
        code == null ? "TOTAL" : code.digits(),
        code == null ? null : code.code(),
        row.cell(nomenclature),
        when,
        amount,
        money,
        valued,
        dutiableAmount,
        dutyAmount,
        knownUnit ? counted : ReportedNumber.UNREADABLE,
        row.cell(unit),
        noted);
  }

  private String currency(StreamRow row) {
    String text = row.cell(currency);
    if (!text.isEmpty() && !text.matches("[A-Z]{3}")) {
      row.problem(currency, "a currency must be three capital letters, as in USD");
    }
    return text.isEmpty() ? "USD" : text;
  }

  private boolean knowsUnit(StreamRow row) {
    return row.cell(unit).isEmpty() || row.parsed(unit, Unit::of) != null;
  }

  private static <E extends Enum<E>> E word(StreamRow row, int column, Class<E> words, E blank) {
    if (row.cell(column).isEmpty()) {
      return blank;
    }
    E word = row.parsed(column, text -> CsvRow.wordOf(words, text));
    return word == null ? blank : word;
  }

  private Set<TradeMark> marks(StreamRow row) {
    Set<TradeMark> all = EnumSet.noneOf(TradeMark.class);
    String text = row.cell(marks).toUpperCase(Locale.ROOT);
    if (!text.isEmpty()) {
      row.parsed(
          marks,
          cell ->
              Arrays.stream(text.split(";"))
                  .map(part -> all.add(CsvRow.wordOf(TradeMark.class, part)))
                  .toList());
    }
    return all;
  }
}
