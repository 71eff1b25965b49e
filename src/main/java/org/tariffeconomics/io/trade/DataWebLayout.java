package org.tariffeconomics.io.trade;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.MonthText;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.Row;

/** The columns of the US International Trade Commission's DataWeb, found by their labels. */
final class DataWebLayout implements RecordPass.RowParser<TradeRecord> {

  private static final TradeParty US = TradeParty.of(Country.of("US"));

  /** Names that the Commission uses and the Java runtime does not. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("korea", "KR"),
          Map.entry("korea, south", "KR"),
          Map.entry("korea, north", "KP"),
          Map.entry("turkey", "TR"),
          Map.entry("türkiye", "TR"),
          Map.entry("burma", "MM"),
          Map.entry("burma (myanmar)", "MM"),
          Map.entry("hong kong", "HK"),
          Map.entry("macau", "MO"),
          Map.entry("macao", "MO"),
          Map.entry("czech republic", "CZ"),
          Map.entry("cote d'ivoire", "CI"),
          Map.entry("bosnia-hercegovina", "BA"),
          Map.entry("macedonia", "MK"),
          Map.entry("congo (kinshasa)", "CD"),
          Map.entry("congo (brazzaville)", "CG"));

  private static final Map<String, Country> BY_NAME = byName();

  private final TradeCodes codes = TradeCodes.ofEvenDigits(DataWebLayout::country);
  private final int commodity;
  private final int country;
  private final int district;
  private final int time;
  private final int month;
  private final int value;
  private final int dutiable;
  private final int duty;
  private final TradeValuation valuation;
  private final int power;

  DataWebLayout(Header header) {
    commodity = header.require("Commodity", "HTS Number", "HTS10", "HTS8", "HTS6");
    country = header.require("Country");
    district = header.find("District");
    time = header.require("Time", "Year");
    month = header.find("Month");
    int labelled =
        header.where(
            label -> label.matches("(customs value|cif import value|c\\.i\\.f|fas value).*"));
    value = labelled >= 0 ? labelled : header.require("Customs Value");
    dutiable = header.where(label -> label.startsWith("dutiable value"));
    duty = header.where(label -> label.startsWith("calculated dut"));
    valuation = valuation(header.label(value));
    power = power(header.label(value));
  }

  private static Map<String, Country> byName() {
    Map<String, Country> names = new HashMap<>();
    Country.all().forEach(c -> names.put(c.name().toLowerCase(Locale.ROOT), c));
    OTHER_NAMES.forEach((name, code) -> names.put(name, Country.of(code)));
    return names;
  }

  private static Country country(String name) {
    Country found = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    return found == null ? Country.parse(name) : found;
  }

  private static TradeValuation valuation(String label) {
    if (label.startsWith("c")) {
      boolean cif = label.startsWith("cif") || label.startsWith("c.i.f");
      boolean general = label.contains("gen");
      return cif
          ? TradeValuation.CIF
          : general ? TradeValuation.CUSTOMS_GENERAL : TradeValuation.CUSTOMS_CONSUMPTION;
    }
    return TradeValuation.FAS;
  }

  private static int power(String label) {
    boolean thousands = label.contains("1,000") || label.contains("thousand");
    return label.contains("million") ? 6 : thousands ? 3 : 0;
  }

  @Override
  public @Nullable TradeRecord parse(Row row) {
    TradePeriod when = row.parsed(time, year -> period(year, row.cell(month)));
    TradeParty partner = codes.party(row, country);
    TradeCodes.Product code = codes.productBefore(row, commodity);
    ReportedNumber amount = row.notNegative(value).timesTenTo(power);
    ReportedNumber dutiableAmount = row.notNegative(dutiable).timesTenTo(power);
    ReportedNumber dutyAmount = row.notNegative(duty).timesTenTo(power);
    if (when == null || code == null || !row.isGood()) {
      return null;
    }
    boolean exports = valuation == TradeValuation.FAS;
    return new TradeRecord(
        row.file(),
        row.line(),
        exports ? TradeDirection.EXPORT : TradeDirection.IMPORT,
        exports ? partner : US,
        exports ? US : partner,
        code.digits(),
        code.code(),
        "HTS",
        when,
        amount,
        "USD",
        valuation,
        dutiableAmount,
        dutyAmount,
        ReportedNumber.BLANK,
        "",
        marks(row, partner));
  }

  /** A year, or one of its months where a column has them, by number or name. */
  private static TradePeriod period(String year, String month) {
    if (month.isEmpty()) {
      return TradePeriod.parse(year);
    }
    boolean isNumber = month.matches("[0-9]{1,2}");
    YearMonth named =
        MonthText.parse("a month", isNumber ? year + "-" + month : month + " " + year);
    return new TradePeriod(named.getYear(), named.getMonthValue());
  }

  private Set<TradeMark> marks(Row row, TradeParty partner) {
    Set<TradeMark> marks = TradeCodes.marks(null);
    String of = row.cell(district);
    if (!of.isEmpty() && !of.equalsIgnoreCase("All Districts")) {
      marks.add(TradeMark.BREAKDOWN);
    }
    String name = partner.code().toLowerCase(Locale.ROOT);
    if (partner.country() == null && (name.equals("all countries") || name.equals("world"))) {
      marks.add(TradeMark.WORLD);
    }
    return marks;
  }
}
