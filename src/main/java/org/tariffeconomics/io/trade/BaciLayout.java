package org.tariffeconomics.io.trade;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.Row;

/** The columns t, i, j, k, v, q of BACI: thousands of dollars and metric tons. */
final class BaciLayout implements RecordPass.RowParser<TradeRecord> {

  private static final Pattern EDITION = Pattern.compile("(?i)BACI_(HS[0-9]{2})");
  private static final Set<TradeMark> RESTORED = Set.of(TradeMark.CODE_RESTORED);
  private static final int DIGITS = 6;

  private final TradeCodes codes = new TradeCodes(Country::parse);
  private final String edition;
  private final int year;
  private final int exporter;
  private final int importer;
  private final int product;
  private final int value;
  private final int quantity;

  BaciLayout(Header header) {
    Matcher name = EDITION.matcher(header.file());
    edition = name.find() ? name.group(1) : "";
    year = header.require("t");
    exporter = header.require("i");
    importer = header.require("j");
    product = header.require("k");
    value = header.require("v");
    quantity = header.find("q");
  }

  @Override
  public @Nullable TradeRecord parse(Row row) {
    TradePeriod period = row.parsed(year, TradePeriod::parse);
    TradeCodes.Product code = codes.product(row, product, true);
    TradeParty seller = codes.party(row, exporter);
    TradeParty buyer = codes.party(row, importer);
    ReportedNumber thousands = row.notNegative(value);
    if (code != null && code.digits().length() != DIGITS) {
      row.problem(product, "the code must have " + DIGITS + " digits");
    }
    if (period == null || code == null || !row.isGood()) {
      return null;
    }
    return new TradeRecord(
        row.file(),
        row.line(),
        TradeDirection.RECONCILED,
        buyer,
        seller,
        code.digits(),
        code.code(),
        edition,
        period,
        thousands.timesTenTo(3),
        "USD",
        TradeValuation.FOB,
        ReportedNumber.BLANK,
        ReportedNumber.BLANK,
        row.notNegative(quantity),
        "t",
        code.restored() ? RESTORED : Set.of());
  }
}
