package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.competitiveness.Figure;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.MarketSupplier;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;

/**
 * What the United States bought from its partners in 2024, and how large these are.
 *
 * <p>Imports for consumption at customs value and calculated duty: US Census Bureau, 2024, by way
 * of the data of tradewartracker/trade-war-redux-2025 (commit 726c5958), aggregated; general
 * imports and exports: US Census Bureau, 2024. GDP at official exchange rates: CIA World Factbook
 * (factbook.json, commit 8662a8b1, 2026-05-17), for the year that stands beside it. Figures in
 * doubt carry a note; figures that were not found are empty, never zero. Amounts are in billions of
 * dollars.
 *
 * @since 0.1.0
 */
public final class UsTrade {

  private static final String FILE = "trade-2024.csv";
  private static final String SOURCE =
      "2024 imports for consumption, US Census Bureau, by declared origin";

  /** Germany stands in the file by itself too; in a market it is a part of the EU. */
  static final Set<String> IN_THE_UNION = Set.of("DE");

  private UsTrade() {}

  /** A group of goods of which the imports by origin are known. */
  public enum Sector {
    /** Passenger cars, heading 8703. */
    CARS("8703", "8703.23.01"),
    /** Trucks, heading 8704; the line is a light truck. */
    TRUCKS("8704", "8704.31.01"),
    /** Parts of motor vehicles, heading 8708; the line is body parts. */
    PARTS("8708", "8708.29.51"),
    /** Semiconductors, headings 8541 and 8542; the line is processors. */
    SEMICONDUCTORS("8541+8542", "8542.31.00"),
    /** Apparel, chapters 61 and 62; the line is cotton T-shirts. */
    APPAREL("61+62", "6109.10.00"),
    /** Pharmaceuticals, chapter 30; the line is packed medicines. */
    PHARMACEUTICALS("30", "3004.90.92");

    private final String goods;
    private final String line;

    Sector(String goods, String line) {
      this.goods = goods;
      this.line = line;
    }

    /**
     * The sector of a name.
     *
     * @param name the name in any case, {@code cars}
     * @return the sector
     * @throws IllegalArgumentException when there is none of that name, naming those there are
     */
    public static Sector parse(String name) {
      Objects.requireNonNull(name, "name");
      return EnumText.named(Sector.class, name)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "No sector " + Texts.quoted(name) + " in " + EnumText.words(Sector.class)));
    }

    /**
     * {@return the headings or chapters whose imports are counted: for example {@code 8541+8542}}
     */
    public String goods() {
      return goods;
    }

    /** Whether goods of a line are counted. */
    boolean covers(HsCode line) {
      return Stream.of(goods.split("\\+", -1)).anyMatch(each -> HsCode.of(each).covers(line));
    }

    /**
     * The line whose duty stands for the sector's where no other is asked for.
     *
     * @return the line's code
     */
    public String line() {
      return line;
    }

    private String column() {
      return toString();
    }

    /** The name in small letters. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The figures of one partner, in billions of dollars.
   *
   * @param partner the country's code, or {@code EU}
   * @param imports imports for consumption at customs value
   * @param exports US exports to the partner
   * @param dutyMillions the duty calculated on the imports, in millions
   * @param gdp gross domestic product at official exchange rates
   * @param gdpYear the year of the product; empty where there is none
   * @param sectors imports by sector; one that was not found is not in it
   * @param note what is doubtful
   */
  public record Partner(
      String partner,
      Optional<BigDecimal> imports,
      Optional<BigDecimal> exports,
      Optional<BigDecimal> dutyMillions,
      Optional<BigDecimal> gdp,
      String gdpYear,
      Map<Sector, BigDecimal> sectors,
      String note) {

    /**
     * Creates figures.
     *
     * @param partner the country's code, or {@code EU}
     * @param imports imports for consumption at customs value
     * @param exports US exports to the partner
     * @param dutyMillions the duty calculated on the imports, in millions
     * @param gdp gross domestic product at official exchange rates
     * @param gdpYear the year of the product; empty where there is none
     * @param sectors imports by sector; one that was not found is not in it
     * @param note what is doubtful
     */
    public Partner {
      Objects.requireNonNull(partner, "partner");
      Objects.requireNonNull(imports, "imports");
      Objects.requireNonNull(exports, "exports");
      Objects.requireNonNull(dutyMillions, "dutyMillions");
      Objects.requireNonNull(gdp, "gdp");
      Objects.requireNonNull(gdpYear, "gdpYear");
      Objects.requireNonNull(sectors, "sectors");
      Objects.requireNonNull(note, "note");
      sectors =
          sectors.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, sector -> PlainNumber.plain(sector.getValue())));
      imports = imports.map(PlainNumber::plain);
      exports = exports.map(PlainNumber::plain);
      dutyMillions = dutyMillions.map(PlainNumber::plain);
      gdp = gdp.map(PlainNumber::plain);
    }

    /**
     * Imports of a sector.
     *
     * @param sector the sector
     * @return the imports in billions; empty where they were not found
     */
    public Optional<BigDecimal> imports(Sector sector) {
      Objects.requireNonNull(sector, "sector");
      return Optional.ofNullable(sectors.get(sector));
    }

    /** The partner. */
    @Override
    public String toString() {
      return partner;
    }
  }

  private static final class Bundled2024 {
    private static final List<Partner> PARTNERS = read();
  }

  private static List<Partner> read() {
    return CsvFile.read(FILE, Bundled.open(FILE), List.of("partner"), Set.of())
        .records(UsTrade::partner)
        .orThrow();
  }

  private static Partner partner(Row row) {
    return new Partner(
        row.required("partner"),
        number(row, "imports"),
        number(row, "exports"),
        number(row, "duty"),
        number(row, "gdp"),
        row.cell("gdp_year"),
        sectors(row),
        row.cell("note"));
  }

  private static Map<Sector, BigDecimal> sectors(Row row) {
    Map<Sector, BigDecimal> sectors = new EnumMap<>(Sector.class);
    for (Sector sector : Sector.values()) {
      number(row, sector.column()).ifPresent(v -> sectors.put(sector, v));
    }
    return sectors;
  }

  /** A blank cell is a figure that was not found. */
  private static Optional<BigDecimal> number(Row row, String column) {
    return row.number(column).value();
  }

  /** {@return the partners: their figures, in the order of the file} */
  public static List<Partner> partners() {
    return Bundled2024.PARTNERS;
  }

  /**
   * One partner.
   *
   * @param code the country's code, or {@code EU}
   * @return its figures
   * @throws IllegalArgumentException when it is not bundled
   */
  public static Partner partner(String code) {
    Objects.requireNonNull(code, "code");
    return find(code)
        .orElseThrow(
            () -> new IllegalArgumentException("No 2024 figures of '" + code + "': " + partners()));
  }

  static Optional<Partner> find(String code) {
    return partners().stream().filter(p -> p.partner().equals(code)).findFirst();
  }

  /**
   * The market of a sector: every partner that sold some of the goods, or of which it is not known;
   * the members of the European Union as one.
   *
   * @param sector the sector
   * @return the market, in billions of dollars, its tariffs not yet known
   */
  public static ImportMarket market(Sector sector) {
    Objects.requireNonNull(sector, "sector");
    return market(sector, sector.line());
  }

  /**
   * The market of a sector under another line, whose duty is to stand for the sector's.
   *
   * @param sector the sector
   * @param line the tariff line
   * @return the market, in billions of dollars, its tariffs not yet known
   */
  public static ImportMarket market(Sector sector, String line) {
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(line, "line");
    List<MarketSupplier> suppliers = new ArrayList<>();
    for (Partner each : partners()) {
      boolean soldNothing = each.imports(sector).map(v -> v.signum() == 0).orElse(false);
      if (!IN_THE_UNION.contains(each.partner()) && !soldNothing) {
        suppliers.add(supplier(each, sector, line));
      }
    }
    Stamp stamp =
        new Stamp(Stamp.Kind.COLLECTED, null, null, SOURCE, null, List.of()).withVersion(version());
    return ImportMarket.of("US imports 2024 of " + sector.goods(), "USD bn", suppliers)
        .withStamp(stamp);
  }

  /** Worked out when first asked for. */
  private static final class Version {
    private static final String TEXT = Bundled.version("2024", FILE);
  }

  /** {@return the version of the figures: their year and the beginning of a hash of them} */
  public static String version() {
    return Version.TEXT;
  }

  private static MarketSupplier supplier(Partner partner, Sector sector, String line) {
    Figure imports =
        partner
            .imports(sector)
            .map(v -> Figure.of(v.doubleValue()))
            .orElseGet(() -> Figure.unknown("imports of the sector were not found"));
    Figure later = Figure.unknown("not given");
    return new MarketSupplier(line, partner.partner(), imports, later, later, later, later, later);
  }
}
