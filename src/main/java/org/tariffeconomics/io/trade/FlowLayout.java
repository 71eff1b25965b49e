package org.tariffeconomics.io.trade;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.Row;

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

  FlowLayout(Header header) {
    importer = header.require("importer");
    exporter = header.require("exporter");
    product = header.require("product");
    period = header.require("period");
    value = header.require("value");
    currency = header.find("currency");
    valuation = header.find("valuation");
    direction = header.find("direction");
    quantity = header.find("quantity");
    unit = header.find("unit");
    dutiable = header.find("dutiable");
    duty = header.find("duty");
    nomenclature = header.find("nomenclature");
  }

  @Override
  public @Nullable TradeRecord parse(Row row) {
    TradePeriod when = row.parsed(period, TradePeriod::parse);
    TradeParty buyer = codes.party(row, importer);
    TradeParty seller = codes.party(row, exporter);
    boolean all = row.cell(product).equals("TOTAL");
    TradeCodes.Product code = all ? null : codes.product(row, product, false);
    TradeValuation valued = word(row, valuation, TradeValuation.class, TradeValuation.UNSTATED);
    TradeDirection reported = word(row, direction, TradeDirection.class, TradeDirection.IMPORT);
    Set<TradeMark> noted = marks(row);
    String money = currency(row);
    ReportedNumber amount = row.notNegative(value);
    ReportedNumber dutiableAmount = row.notNegative(dutiable);
    ReportedNumber dutyAmount = row.notNegative(duty);
    if (when == null || !row.isGood()) {
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

  private String currency(Row row) {
    String text = row.cell(currency);
    if (!text.isEmpty() && !text.matches("[A-Z]{3}")) {
      row.problem(currency, "a currency must be three capital letters, as in USD");
    }
    return text.isEmpty() ? "USD" : text;
  }

  private boolean knowsUnit(Row row) {
    return row.cell(unit).isEmpty() || row.parsed(unit, Unit::of) != null;
  }

  private static <E extends Enum<E>> E word(Row row, int column, Class<E> words, E blank) {
    if (row.cell(column).isEmpty()) {
      return blank;
    }
    E word = row.parsed(column, text -> Row.wordOf(words, text));
    return word == null ? blank : word;
  }

  private Set<TradeMark> marks(Row row) {
    Set<TradeMark> all = EnumSet.noneOf(TradeMark.class);
    all.addAll(row.list("marks", text -> Row.wordOf(TradeMark.class, text)));
    return all;
  }
}
