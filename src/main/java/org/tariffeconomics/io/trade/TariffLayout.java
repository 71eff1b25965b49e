package org.tariffeconomics.io.trade;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.Row;

/** The columns of files of average tariffs, each field under one of several labels. */
final class TariffLayout implements RecordPass.RowParser<TariffRecord> {

  /** The bulk files of WITS: averages of ad valorem equivalents, MFN and preferential. */
  static final Map<TariffField, List<String>> TRAINS =
      Map.ofEntries(
          Map.entry(TariffField.REPORTER, List.of("Reporter_ISO_N", "Reporter")),
          Map.entry(TariffField.PARTNER, List.of("Partner")),
          Map.entry(TariffField.YEAR, List.of("Year")),
          Map.entry(TariffField.PRODUCT, List.of("ProductCode")),
          Map.entry(TariffField.NOMENCLATURE, List.of("NomenCode")),
          Map.entry(TariffField.KIND, List.of("TariffType")),
          Map.entry(TariffField.AVERAGE, List.of("SimpleAverage", "Simple_Average")),
          Map.entry(TariffField.MINIMUM, List.of("Min_Rate")),
          Map.entry(TariffField.MAXIMUM, List.of("Max_Rate")),
          Map.entry(TariffField.LINES, List.of("TotalNoOfLines")),
          Map.entry(TariffField.LINES_NOT_COMPUTED, List.of("Nbr_NA_Lines")),
          Map.entry(TariffField.FREE_LINES, List.of("Nbr_Free_Lines")));

  /** The tables of WITS's report of tariffs. */
  static final Map<TariffField, List<String>> REPORT =
      Map.ofEntries(
          Map.entry(TariffField.REPORTER, List.of("Reporter", "Reporter Name")),
          Map.entry(TariffField.PARTNER, List.of("Partner", "Partner Name")),
          Map.entry(TariffField.YEAR, List.of("Tariff Year")),
          Map.entry(TariffField.PRODUCT, List.of("Product", "Product Code")),
          Map.entry(TariffField.NOMENCLATURE, List.of("Selected Nomen", "Native Nomen")),
          Map.entry(TariffField.KIND, List.of("Duty Type", "DutyType")),
          Map.entry(TariffField.AVERAGE, List.of("Simple Average")),
          Map.entry(TariffField.WEIGHTED_AVERAGE, List.of("Weighted Average")),
          Map.entry(TariffField.MINIMUM, List.of("Minimum Rate", "Min Rate")),
          Map.entry(TariffField.MAXIMUM, List.of("Maximum Rate", "Max Rate")),
          Map.entry(TariffField.LINES, List.of("Nbr of Total Lines", "Number of Total Lines")),
          Map.entry(
              TariffField.LINES_NOT_COMPUTED, List.of("Nbr of NA Lines", "Number of NA Lines")),
          Map.entry(TariffField.FREE_LINES, List.of("Nbr of Free Lines", "Number of Free Lines")),
          Map.entry(
              TariffField.IMPORTS,
              List.of("Imports Value in 1000 USD", "Imports in 1,000 USD", "Imports")));

  private static final Set<TariffField> REQUIRED =
      Set.of(TariffField.REPORTER, TariffField.YEAR, TariffField.PRODUCT, TariffField.AVERAGE);

  private static final Set<String> EVERY_ORIGIN = Set.of("", "0", "000", "WLD", "World");

  private final TradeCodes codes = new TradeCodes(Country::parse);
  private final Map<TariffField, Integer> columns = new EnumMap<>(TariffField.class);

  /** What the rates of each column are; none where it is not stated. */
  private final Map<TariffField, RateUnit> units = new EnumMap<>(TariffField.class);

  TariffLayout(Header header, Map<TariffField, List<String>> labels, @Nullable RateUnit unit) {
    for (TariffField field : TariffField.values()) {
      String[] alternatives =
          labels.getOrDefault(field, List.of(field.name())).toArray(String[]::new);
      boolean required = REQUIRED.contains(field);
      columns.put(
          field,
          required
              ? header.require(alternatives)
              : labels.containsKey(field) ? header.find(alternatives) : -1);
      Optional.ofNullable(unit)
          .or(() -> RateUnit.of(header.label(at(field))))
          .ifPresent(u -> units.put(field, u));
    }
  }

  private int at(TariffField field) {
    return columns.getOrDefault(field, -1);
  }

  @Override
  public @Nullable TariffRecord parse(Row row) {
    TradePeriod year = row.parsed(at(TariffField.YEAR), TradePeriod::parse);
    TradeParty importer = codes.party(row, at(TariffField.REPORTER));
    TradeParty partner = partner(row);
    TradeCodes.Product product = codes.product(row, at(TariffField.PRODUCT), true);
    TariffRecord.Kind kind = kind(row, partner);
    ReportedNumber average = percent(row, TariffField.AVERAGE);
    if (year == null
        || product == null
        || product.code() == null
        || kind == null
        || !row.isGood()) {
      return null;
    }
    ReportedNumber lines = row.notNegative(at(TariffField.LINES));
    ReportedNumber unknown = row.notNegative(at(TariffField.LINES_NOT_COMPUTED));
    boolean silent = isSilent(lines, unknown);
    return new TariffRecord(
        row.file(),
        row.line(),
        importer,
        partner,
        kind,
        product.digits(),
        product.code(),
        row.cell(at(TariffField.NOMENCLATURE)),
        year,
        computed(row, average, silent),
        computed(null, percent(row, TariffField.WEIGHTED_AVERAGE), silent),
        computed(null, percent(row, TariffField.MINIMUM), silent),
        computed(null, percent(row, TariffField.MAXIMUM), silent),
        lines,
        unknown,
        row.notNegative(at(TariffField.FREE_LINES)),
        row.notNegative(at(TariffField.IMPORTS)).timesTenTo(3));
  }

  private TradeParty partner(Row row) {
    int column = at(TariffField.PARTNER);
    return EVERY_ORIGIN.contains(row.cell(column)) ? TradeParty.UNSTATED : codes.party(row, column);
  }

  private TariffRecord.@Nullable Kind kind(Row row, TradeParty partner) {
    int column = at(TariffField.KIND);
    if (!row.cell(column).isEmpty()) {
      return row.parsed(column, TariffRecord.Kind::parse);
    }
    return partner.code().isEmpty() ? TariffRecord.Kind.MFN : TariffRecord.Kind.PREFERENCE;
  }

  /** No line has a rate or an equivalent: whatever zero stands there was not computed. */
  private static boolean isSilent(ReportedNumber lines, ReportedNumber unknown) {
    return lines.number() != null
        && unknown.number() != null
        && lines.number().signum() > 0
        && unknown.number().compareTo(lines.number()) >= 0;
  }

  private static ReportedNumber computed(@Nullable Row row, ReportedNumber number, boolean silent) {
    if (!silent || !number.isZero()) {
      return number;
    }
    if (row != null) {
      row.countRepair("zero that stands for a rate not computed");
    }
    return ReportedNumber.NOT_COMPUTED;
  }

  /** A rate as a fraction; a number whose unit no one states is none, except zero. */
  private ReportedNumber percent(Row row, TariffField field) {
    int column = at(field);
    ReportedNumber number = row.percent(column);
    RateUnit unit = row.cell(column).endsWith("%") ? RateUnit.PERCENT : units.get(field);
    if (unit != null || number.number() == null || number.isZero()) {
      return number.timesTenTo(unit == RateUnit.FRACTION ? 0 : -2);
    }
    row.problem(column, "25 or 0.25 for a quarter? state RateUnit.PERCENT or RateUnit.FRACTION");
    return ReportedNumber.UNREADABLE;
  }
}
