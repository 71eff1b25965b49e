package org.tariffeconomics.io.trade;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.Row;

/** The columns of UN Comtrade's files. */
final class ComtradeLayout implements RecordPass.RowParser<TradeRecord> {

  /** UN Comtrade's codes of units of quantity. */
  private static final Map<String, String> UNITS =
      Map.of("2", "m2", "4", "m", "5", "piece", "6", "pr", "7", "liter", "8", "kg", "12", "m3");

  /** Codes of flows in the older layouts, by those of today. */
  private static final Map<String, String> OLD_FLOWS =
      Map.of("1", "M", "2", "X", "3", "RX", "4", "RM");

  /** The editions of the Harmonized System; SITC and BEC number goods otherwise. */
  private static final Pattern HARMONIZED = Pattern.compile("(?:[Hh][Ss]?[0-9]{0,4})?");

  /** Trade in goods; services are numbered otherwise. */
  private static final Set<String> COMMODITIES = Set.of("", "C");

  private static final String BOTH_ESTIMATED = "6";
  private static final Set<String> NO_UNIT = Set.of("", "-1", "1", "N/A");
  private static final Set<String> ALL_OF_IT = Set.of("", "0", "C00", "W00");

  private final TradeCodes codes = TradeCodes.ofEvenDigits(Country::parse);
  private final int period;
  private final int month;
  private final int year;
  private final int reporter;
  private final int partner;
  private final int flow;
  private final int product;
  private final int nomenclature;
  private final int type;
  private final int value;
  private final int cif;
  private final int fob;
  private final int quantity;
  private final int unitText;
  private final int unitCode;
  private final int estimated;
  private final int weight;
  private final int weightEstimated;
  private final int flag;
  private final int reported;
  private final int[] breakdowns;

  /**
   * The columns by the labels of today's files, of the older tables ({@code Trade Flow Code}), and
   * of the older interface ({@code rgCode}).
   */
  ComtradeLayout(Header header) {
    period = find(header, "period", "refPeriodId");
    year = require(header, "refYear", "period", "year", "yr");
    month = find(header, "refMonth");
    reporter = require(header, "reporterCode", "reporterISO", "rtCode", "rt3ISO");
    partner = require(header, "partnerCode", "partnerISO", "ptCode", "pt3ISO");
    flow = require(header, "flowCode", "tradeFlowCode", "rgCode");
    product = require(header, "cmdCode", "commodityCode");
    nomenclature =
        find(header, "classificationCode", "classification", "pfCode", "classificationSearchCode");
    type = find(header, "typeCode", "type");
    value = require(header, "primaryValue", "tradeValueUS", "tradeValue");
    cif = find(header, "cifvalue", "cifTradeValueUS", "cifTradeValue");
    fob = find(header, "fobvalue", "fobTradeValueUS", "fobTradeValue");
    quantity = find(header, "qty", "tradeQuantity");
    unitText = find(header, "qtyUnitAbbr");
    unitCode = find(header, "qtyUnitCode", "qtCode");
    estimated = find(header, "isQtyEstimated");
    weight = find(header, "netWgt", "netWeightKg", "netWeight");
    weightEstimated = find(header, "isNetWgtEstimated");
    flag = find(header, "flag", "estCode");
    reported = find(header, "isReported");
    breakdowns =
        new int[] {
          find(header, "partner2Code", "2ndPartnerCode", "ptCode2"),
          find(header, "customsCode", "customsProcCode", "cstCode"),
          find(header, "mosCode"),
          find(header, "motCode", "modeOfTransportCode")
        };
  }

  /** The column of the first label that there is, whatever stands between its words. */
  private static int find(Header header, String... labels) {
    for (String each : labels) {
      int at = header.where(label -> letters(label).equals(letters(each)));
      if (at >= 0) {
        return at;
      }
    }
    return Header.NONE;
  }

  private static int require(Header header, String... labels) {
    int at = find(header, labels);
    return at < 0 ? header.require(labels) : at;
  }

  private static String letters(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  @Override
  public @Nullable TradeRecord parse(Row row) {
    TradePeriod when = period(row);
    TradeParty one = codes.party(row, reporter);
    TradeParty other = codes.party(row, partner);
    String flowCode = OLD_FLOWS.getOrDefault(row.cell(flow), row.cell(flow));
    TradeDirection direction = direction(row, flowCode);
    boolean all = row.cell(product).equalsIgnoreCase("TOTAL");
    TradeCodes.Product code = all || !isHs(row) ? null : codes.product(row, product, false);
    ReportedNumber primary = row.notNegative(value);
    if (when == null || direction == null || !row.isGood()) {
      return null;
    }
    Set<TradeMark> marks = TradeCodes.marks(code);
    mark(row, flowCode, other, all, marks);
    boolean byWeight = hasNoUnit(row);
    if (isQuantityEstimated(row, byWeight)) {
      marks.add(TradeMark.QUANTITY_ESTIMATED);
    }
    boolean imports = direction == TradeDirection.IMPORT;
    return new TradeRecord(
        row.file(),
        row.line(),
        direction,
        imports ? one : other,
        imports ? other : one,
        code == null ? row.cell(product) : code.digits(),
        code == null ? null : code.code(),
        row.cell(nomenclature),
        when,
        primary,
        "USD",
        imports ? valuationOfImports(row) : TradeValuation.FOB,
        ReportedNumber.BLANK,
        ReportedNumber.BLANK,
        row.notNegative(byWeight ? weight : quantity),
        unit(row, byWeight),
        marks);
  }

  private boolean isHs(Row row) {
    return HARMONIZED.matcher(row.cell(nomenclature)).matches()
        && COMMODITIES.contains(row.cell(type));
  }

  private boolean isQuantityEstimated(Row row, boolean byWeight) {
    String ownFlag = byWeight ? "4" : "2";
    boolean isFlagged = row.cell(flag).equals(ownFlag) || row.cell(flag).equals(BOTH_ESTIMATED);
    return isFlagged || isTrue(row, byWeight ? weightEstimated : estimated);
  }

  /** Months 52 and 99 stand for the whole year. */
  private @Nullable TradePeriod period(Row row) {
    String of = row.cell(month);
    boolean whole = of.equals("52") || of.equals("99");
    int column = whole || period < 0 ? year : period;
    return row.parsed(column, TradePeriod::parse);
  }

  private @Nullable TradeDirection direction(Row row, String code) {
    return row.parsed(
        flow,
        text ->
            switch (code) {
              case "M", "RM", "FM", "MIP", "MOP" -> TradeDirection.IMPORT;
              case "X", "RX", "DX", "XIP", "XOP" -> TradeDirection.EXPORT;
              default -> throw new IllegalArgumentException("is no code of a flow known here");
            });
  }

  private void mark(Row row, String flowCode, TradeParty other, boolean all, Set<TradeMark> marks) {
    if (other.country() == null && Set.of("0", "000", "W00").contains(other.code())) {
      marks.add(TradeMark.WORLD);
    }
    if (all) {
      marks.add(TradeMark.ALL_PRODUCTS);
    }
    if (flowCode.length() > 1) {
      marks.add(TradeMark.BREAKDOWN);
    }
    for (int each : breakdowns) {
      if (!ALL_OF_IT.contains(row.cell(each))) {
        marks.add(TradeMark.BREAKDOWN);
      }
    }
    if (!row.cell(reported).isEmpty() && !isTrue(row, reported)) {
      marks.add(TradeMark.NOT_REPORTED);
    }
  }

  private static boolean isTrue(Row row, int column) {
    String text = row.cell(column);
    return text.equalsIgnoreCase("true") || text.equals("1");
  }

  /** A few countries report imports free on board: only that value is filled in then. */
  private TradeValuation valuationOfImports(Row row) {
    boolean onlyFob = row.number(fob).number() != null && row.number(cif).number() == null;
    return onlyFob && cif >= 0 ? TradeValuation.FOB : TradeValuation.CIF;
  }

  private boolean hasNoUnit(Row row) {
    return row.cell(quantity).isEmpty()
        || (NO_UNIT.contains(row.cell(unitCode)) && NO_UNIT.contains(row.cell(unitText)));
  }

  private String unit(Row row, boolean byWeight) {
    if (byWeight) {
      return row.cell(weight).isEmpty() ? "" : "kg";
    }
    String text = row.cell(unitText);
    String code = row.cell(unitCode);
    return text.isEmpty() ? UNITS.getOrDefault(code, "UN " + code) : text;
  }
}
