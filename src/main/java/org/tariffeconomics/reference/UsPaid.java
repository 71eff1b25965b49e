package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.MonthText;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What the United States imported and which duties were paid, by month, partner and goods, from
 * January 2024 on.
 *
 * <p>The figures are those of the US Census Bureau, the US International Trade Commission and the
 * Treasury, by way of public copies; each series bears its source and the day of its vintage. Duty
 * is the calculated duty unless the series says otherwise. The agencies revise it: cuts with
 * retroactive effect lower months that were published before. Amounts are dollars. A month that is
 * not held is refused and never taken for zero.
 *
 * @since 0.1.0
 */
public final class UsPaid {

  private static final String FILE = "monthly.csv";
  private static final String SERIES_FILE = "monthly-series.csv";
  private static final String ALL_GOODS = "all goods";
  private static final String WORLD = "WORLD";

  /** The series that answer for some goods, those that know the duty first. */
  private static final List<String> NOT_PLAIN =
      List.of("cash", "fixed", "fixed-hts10", "rate-census", "rate-treasury", "cars-rate");

  private UsPaid() {}

  /**
   * A series of figures of one kind and vintage.
   *
   * @param name its short name
   * @param goods the goods
   * @param what what is counted
   * @param source where it stands, with the day of the vintage
   * @param note what is to be known of it; may be empty
   */
  public record Series(String name, String goods, String what, Source source, String note) {

    /**
     * Refuses nulls.
     *
     * @param name its short name
     * @param goods the goods
     * @param what what is counted
     * @param source where it stands, with the day of the vintage
     * @param note what is to be known of it; may be empty
     */
    public Series {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(goods, "goods");
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(note, "note");
    }

    /** The name and what is counted. */
    @Override
    public String toString() {
      return name + ": " + what;
    }
  }

  /**
   * The figures of one partner in one period.
   *
   * @param series the series they belong to
   * @param period the month, {@code 2025-10}, or the first and last of several, {@code
   *     2025-09/2026-08}
   * @param partner the country's code, {@code EU} or {@code WORLD}
   * @param imports imports in dollars; empty where not held
   * @param duty duty in dollars; empty where not held
   * @param stated the rate, where the source states it and not the amounts
   * @param usmca the part of the imports that entered under the USMCA; empty where not held
   */
  public record Paid(
      Series series,
      String period,
      String partner,
      Optional<BigDecimal> imports,
      Optional<BigDecimal> duty,
      Optional<Rate> stated,
      Optional<Rate> usmca) {

    /**
     * Refuses nulls.
     *
     * @param series the series they belong to
     * @param period the month, {@code 2025-10}, or the first and last of several, {@code
     *     2025-09/2026-08}
     * @param partner the country's code, {@code EU} or {@code WORLD}
     * @param imports imports in dollars; empty where not held
     * @param duty duty in dollars; empty where not held
     * @param stated the rate, where the source states it and not the amounts
     * @param usmca the part of the imports that entered under the USMCA; empty where not held
     */
    public Paid {
      Objects.requireNonNull(series, "series");
      Objects.requireNonNull(period, "period");
      Objects.requireNonNull(partner, "partner");
      Objects.requireNonNull(imports, "imports");
      Objects.requireNonNull(duty, "duty");
      Objects.requireNonNull(stated, "stated");
      Objects.requireNonNull(usmca, "usmca");
      imports = imports.map(PlainNumber::plain);
      duty = duty.map(PlainNumber::plain);
    }

    /** {@return the rate paid: duty over imports, to 16 digits, or as stated; empty if unknown} */
    public Optional<Rate> rate() {
      return imports
          .filter(i -> i.signum() > 0)
          .flatMap(i -> duty.map(d -> Rate.fraction(d.divide(i, MathContext.DECIMAL64))))
          .or(() -> stated);
    }

    /** Partner, period, the rate paid, the amounts and the vintage. */
    @Override
    public String toString() {
      return partner
          + " "
          + period
          + ", "
          + series.goods()
          + ": "
          + rate().map(r -> r.toText(2) + " paid").orElse("duty not held")
          + imports
              .map(
                  i ->
                      ", USD "
                          + duty.map(d -> billions(d) + " bn on ").orElse("")
                          + billions(i)
                          + " bn")
              .orElse("")
          + " (vintage "
          + series.source().day().map(Object::toString).orElse("not dated")
          + ")";
    }
  }

  private static String billions(BigDecimal dollars) {
    return dollars.movePointLeft(9).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }

  private static final class Held {
    private static final Map<String, Series> SERIES = readSeries();
    private static final List<Paid> FIGURES =
        CsvFile.read(
                FILE,
                Bundled.open(FILE),
                List.of("series", "period", "partner"),
                List.of("series", "period", "partner", "imports", "duty", "rate", "usmca"))
            .records(UsPaid::figures)
            .orThrow();
    private static final Map<String, Map<String, Paid>> BY_SERIES =
        FIGURES.stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.series().name(),
                    LinkedHashMap::new,
                    Collectors.toMap(
                        f -> f.partner() + " " + f.period(),
                        Function.identity(),
                        (a, b) -> a,
                        LinkedHashMap::new)));
  }

  private static Map<String, Series> readSeries() {
    Map<String, Series> all = new LinkedHashMap<>();
    CsvFile.read(SERIES_FILE, Bundled.open(SERIES_FILE), List.of("series"), Set.of())
        .records(
            row ->
                new Series(
                    row.required("series"),
                    row.required("goods"),
                    row.required("what"),
                    row.source(),
                    row.cell("note")))
        .orThrow()
        .forEach(s -> all.put(s.name(), s));
    return all;
  }

  private static @Nullable Paid figures(Row row) {
    Series series = Held.SERIES.get(row.required("series"));
    if (series == null) {
      row.problem("series", "no such series");
      return null;
    }
    return new Paid(
        series,
        row.required("period"),
        row.required("partner"),
        row.number("imports").value(),
        row.number("duty").value(),
        row.number("rate").value().map(Rate::percent),
        row.number("usmca").value().map(Rate::percent));
  }

  /** {@return the series, by their names} */
  public static List<Series> series() {
    return List.copyOf(Held.SERIES.values());
  }

  /** {@return all figures, series by series} */
  public static List<Paid> figures() {
    return Held.FIGURES;
  }

  /** {@return the goods of which figures are held} */
  public static List<String> goods() {
    return Held.SERIES.values().stream().map(Series::goods).distinct().toList();
  }

  /**
   * What was paid on all goods of a partner in a month.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param month the month, {@code 2025-10}
   * @return the figures
   * @throws IllegalArgumentException when the partner or the month is not held; the message says
   *     what is
   */
  public static Paid of(String partner, String month) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(month, "month");
    return of(partner, ALL_GOODS, month);
  }

  /**
   * What was paid on some goods of a partner in a period.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param goods one of {@link #goods}
   * @param period a month, {@code 2025-10}, or the first and last of several, {@code
   *     2025-09/2026-08}: as the source adds them up, or added up here
   * @return the figures; where several series have them, those that know the duty
   * @throws IllegalArgumentException when goods, partner or period are not held; the message says
   *     what is
   */
  public static Paid of(String partner, String goods, String period) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(period, "period");
    List<Paid> found = held(partner, goods);
    String asked = MonthText.read(period).map(YearMonth::toString).orElse(period.strip());
    return found.stream()
        .filter(p -> p.period().equals(asked))
        .min(Comparator.comparing(p -> p.rate().isEmpty()))
        .or(() -> sum(found, asked))
        .orElseThrow(() -> noPeriod(partner, goods, asked, found));
  }

  /** Several months added up, where one series holds imports and duty of each of them. */
  private static Optional<Paid> sum(List<Paid> held, String period) {
    String[] ends = period.split("/", -1);
    Optional<YearMonth> begin = MonthText.read(ends[0]);
    Optional<YearMonth> end = MonthText.read(ends[ends.length - 1]);
    if (ends.length != 2 || begin.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    YearMonth last = end.get();
    Paid first = held.get(0);
    BigDecimal imports = BigDecimal.ZERO;
    BigDecimal duty = BigDecimal.ZERO;
    for (YearMonth each = begin.get(); !each.isAfter(last); each = each.plusMonths(1)) {
      Optional<Paid> month = in(first.series().name(), first.partner(), each.toString());
      if (month.isEmpty() || month.get().imports().isEmpty() || month.get().duty().isEmpty()) {
        return Optional.empty();
      }
      imports = imports.add(month.get().imports().get());
      duty = duty.add(month.get().duty().get());
    }
    return imports.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Paid(
                first.series(),
                period,
                first.partner(),
                Optional.of(imports),
                Optional.of(duty),
                Optional.empty(),
                Optional.empty()));
  }

  private static IllegalArgumentException noPeriod(
      String partner, String goods, String asked, List<Paid> found) {
    if (!asked.contains("/") && MonthText.read(asked).isEmpty()) {
      return new IllegalArgumentException(
          "period must be a month such as 2025-10 or Oct 2025, but was " + Texts.quoted(asked));
    }
    TreeSet<String> periods =
        found.stream().map(Paid::period).collect(Collectors.toCollection(TreeSet::new));
    return new IllegalArgumentException(
        "No figures of "
            + goods
            + " from "
            + Texts.quoted(partner)
            + " for "
            + Texts.quoted(asked)
            + " are held, which does not mean that nothing was paid; held are "
            + (periods.size() > 8
                ? periods.first() + " to " + periods.last() + " (" + periods.size() + " periods)"
                : String.join(", ", periods)));
  }

  /** The figures of a partner's goods, plain series only. */
  static List<Paid> held(String partner, String goods) {
    String asked = goods.strip();
    if (goods().stream().noneMatch(asked::equalsIgnoreCase)) {
      throw new IllegalArgumentException(
          "goods must be one of "
              + goods()
              + ", but was "
              + Texts.quoted(asked)
              + Texts.changedPlaces(asked));
    }
    List<Paid> ofGoods =
        Held.FIGURES.stream()
            .filter(f -> f.series().goods().equalsIgnoreCase(asked))
            .filter(f -> !NOT_PLAIN.contains(f.series().name()))
            .filter(f -> !f.period().startsWith("to "))
            .toList();
    String code = code(partner);
    List<Paid> found = ofGoods.stream().filter(f -> f.partner().equals(code)).toList();
    if (found.isEmpty()) {
      throw noPartner(partner, code, asked, ofGoods);
    }
    return found;
  }

  private static IllegalArgumentException noPartner(
      String partner, String code, String goods, List<Paid> held) {
    String groups =
        Country.all().stream()
            .filter(c -> c.alpha2().equals(code))
            .findFirst()
            .filter(c -> CountryGroup.find("EU").map(g -> everIn(g, c)).orElse(false))
            .map(c -> "; " + c + " is a part of EU here")
            .orElse("");
    return new IllegalArgumentException(
        "No figures of "
            + goods
            + " are held for "
            + Texts.quoted(partner)
            + groups
            + "; partners: "
            + held.stream().map(Paid::partner).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean everIn(CountryGroup group, Country country) {
    return group.memberships().stream().anyMatch(m -> m.member().equals(country));
  }

  /** A country's code, or the text itself for a group and the world. */
  static String code(String partner) {
    String text = partner.strip();
    if (text.equals("*") || text.equalsIgnoreCase(WORLD)) {
      return WORLD;
    }
    return CountryGroup.find(text)
        .map(CountryGroup::name)
        .orElseGet(() -> DeclaredOrigin.countryNamed(text).alpha2());
  }

  /** One figure of a named series. */
  static Optional<Paid> in(String series, String partner, String period) {
    return Optional.ofNullable(
        Held.BY_SERIES.getOrDefault(series, Map.of()).get(partner + " " + period));
  }

  /**
   * What was paid on all goods of a partner, month by month.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @return the table with the vintage and what is known of revisions
   * @throws IllegalArgumentException when the partner is not held; the message says which are
   */
  public static Table table(String partner) {
    Objects.requireNonNull(partner, "partner");
    return table(held(partner, ALL_GOODS));
  }

  private static Table table(List<Paid> figures) {
    List<List<Cell>> rows = new ArrayList<>();
    figures.stream()
        .sorted(Comparator.comparing(Paid::period))
        .forEach(
            f ->
                rows.add(
                    List.of(
                        Cell.text(f.period()),
                        amount(f.imports()),
                        amount(f.duty()),
                        f.rate()
                            .map(r -> Cell.percent(r.fraction(), 2))
                            .orElseGet(() -> Cell.unknown("duty not held")))));
    Series series = figures.get(0).series();
    List<String> caption = new ArrayList<>(stamp(series).lines());
    if (!series.note().isEmpty()) {
      caption.add(series.note());
    }
    return new Table(
        "Duty paid on " + series.goods() + " from " + figures.get(0).partner(),
        List.of("period", "imports, USD bn", "duty, USD bn", "rate"),
        rows,
        caption);
  }

  private static Cell amount(Optional<BigDecimal> dollars) {
    return dollars
        .map(d -> Cell.number(d.movePointLeft(9), 3, "USD bn"))
        .orElseGet(() -> Cell.unknown("not held"));
  }

  static Stamp stamp(Series series) {
    Stamp stamp =
        new Stamp(
            Stamp.Kind.COLLECTED,
            null,
            null,
            series.source().title(),
            series.source().day().orElse(null),
            List.of(series.what()));
    return stamp.withVersion(version(series));
  }

  /** The vintage of a series and the beginning of a hash of all that is held of duties paid. */
  private static String version(Series series) {
    String hash = Content.HASH;
    return series.source().day().map(Object::toString).orElse("undated") + hash;
  }

  /** Worked out when first asked for. */
  private static final class Content {
    private static final String HASH = Bundled.version("", FILE, SERIES_FILE);
  }

  /**
   * How far the sums of 2024 moved between the first vintage, which {@link UsTrade} holds, and the
   * one held here.
   *
   * @return imports and duty of 2024 in both vintages, and by how much the later one is higher
   * @see PaidRevision
   */
  public static Table revisions() {
    Series all = held(WORLD, ALL_GOODS).get(0).series();
    List<List<Cell>> rows = new ArrayList<>();
    for (UsTrade.Partner each : UsTrade.partners()) {
      List<Paid> year =
          Held.FIGURES.stream()
              .filter(f -> f.series().name().equals("all"))
              .filter(f -> f.partner().equals(each.partner()) && f.period().startsWith("2024-"))
              .filter(f -> f.imports().isPresent() && f.duty().isPresent())
              .toList();
      if (year.size() == 12 && each.imports().isPresent() && each.dutyMillions().isPresent()) {
        rows.add(revision(each.partner(), each.imports().get(), each.dutyMillions().get(), year));
      }
    }
    return Table.of(
            "Imports and duty of 2024 in two vintages",
            List.of(
                "partner",
                "imports, USD bn",
                "imports later",
                "change",
                "duty, USD m",
                "duty later",
                "duty change"),
            rows)
        .withCaption(
            Arrays.asList(
                "first: US Census Bureau, 2024, as in the trade of 2024",
                "later: vintage " + all.source().day().map(Object::toString).orElse("-"),
                all.note()));
  }

  /** The sums of a year as they first were, in billions and millions, beside those held here. */
  private static List<Cell> revision(
      String partner, BigDecimal firstImports, BigDecimal firstDuty, List<Paid> year) {
    BigDecimal imports = sum(year, Paid::imports).movePointLeft(9);
    BigDecimal duty = sum(year, Paid::duty).movePointLeft(6);
    return List.of(
        Cell.text(partner),
        Cell.number(firstImports, 3, "USD bn"),
        Cell.number(imports, 3, "USD bn"),
        Cell.relative(growth(firstImports, imports), 1),
        Cell.number(firstDuty, 1, "USD m"),
        Cell.number(duty, 1, "USD m"),
        Cell.relative(growth(firstDuty, duty), 1));
  }

  private static BigDecimal sum(List<Paid> figures, Function<Paid, Optional<BigDecimal>> part) {
    return figures.stream()
        .map(f -> part.apply(f).orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal growth(BigDecimal before, BigDecimal after) {
    return before.signum() == 0
        ? BigDecimal.ZERO
        : after.subtract(before).divide(before, MathContext.DECIMAL64);
  }
}
