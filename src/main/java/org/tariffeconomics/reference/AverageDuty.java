package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.panel.WeightedRates;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.EquivalentDuties;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.SpecialProgramme;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The average duty of a day, weighted by the imports of 2024, beside the duty that was collected
 * then.
 *
 * <p>What importers claim is not in the law, so that there are three averages: where every
 * agreement is claimed, where none is, and where each flow claims as much as the duty of 2024 says.
 * That share is one minus the collected rate over the ordinary rate, between 0 and 1; of lines
 * without an ordinary duty, which show no claim, it is that of the partner's other lines. Shares
 * average duties, never rates.
 *
 * <p>Duties by quantity become shares of the value at the unit values that the duties collected in
 * 2024 imply. Trade of which the duty is not one rate is in no average: {@link #coverage()} says
 * how much has one. Trade has not moved: the average does not see what is no longer bought.
 */
public final class AverageDuty {

  private final UsImports imports;
  private final PanelSlice unclaimed;
  private final LocalDate day;
  private final List<Rated> rated;

  /**
   * Rates of a flow without and with claims, NaN where not known, the code that was asked for, and
   * how much of it claims.
   */
  private record Rated(Flow flow, HsCode asked, double unclaimed, double claimed, double share) {

    private boolean isKnown() {
      return !Double.isNaN(unclaimed) && !Double.isNaN(claimed);
    }

    private double asIn2024() {
      return share * claimed + (1 - share) * unclaimed;
    }
  }

  /** Sums over some flows. */
  private static final class Sums {
    private double value;
    private double known;
    private double claimed;
    private double unclaimed;
    private double asIn2024;
    private double collected;

    private void add(Rated each) {
      value += each.flow.value();
      collected += each.flow.duty();
      if (each.isKnown()) {
        known += each.flow.value();
        claimed += each.flow.value() * each.claimed;
        unclaimed += each.flow.value() * each.unclaimed;
        asIn2024 += each.flow.value() * each.asIn2024();
      }
    }
  }

  private AverageDuty(UsImports imports, PanelSlice unclaimed, LocalDate day, List<Rated> rated) {
    this.imports = imports;
    this.unclaimed = unclaimed;
    this.day = day;
    this.rated = List.copyOf(rated);
  }

  /**
   * The average duty of a law on some imports.
   *
   * @param imports the imports of 2024
   * @param book the law, with a schedule
   * @param day the day of entry
   * @return the average
   * @throws IllegalArgumentException when the book has no schedule
   */
  public static AverageDuty of(UsImports imports, TariffBook book, LocalDate day) {
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(day, "day");
    return of(imports, book, List.of(day)).get(0);
  }

  /**
   * The average duties of several days.
   *
   * @param imports the imports of 2024
   * @param book the law, with a schedule
   * @param days the days of entry
   * @return the averages in the order of the days
   * @throws IllegalArgumentException when the book has no schedule, or there is no day
   */
  public static List<AverageDuty> of(
      UsImports imports, TariffBook book, Collection<LocalDate> days) {
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(days, "days");
    if (book.sources().isEmpty()) {
      throw new IllegalArgumentException(
          "book must have a schedule, which gives the ordinary duties, but '"
              + book
              + "' has none");
    }
    MeasureSource equivalents =
        EquivalentDuties.of(book.sources().get(0), ImpliedUnitValues.of2024());
    Pairs pairs = new Pairs(imports.flows(), book);
    double[] shares = shares(pairs, TariffBook.us().with(equivalents));
    TariffBook law = book.withoutSources().with(equivalents);
    TariffPanel unclaimed = TariffPanel.of(law, pairs.lines, pairs.declaring(Map.of()), days);
    TariffPanel claimed = TariffPanel.of(law, pairs.lines, pairs.declaring(agreements()), days);
    List<AverageDuty> averages = new ArrayList<>();
    for (LocalDate day : days) {
      double[] without = pairs.rates(unclaimed.on(day));
      double[] with = pairs.rates(claimed.on(day));
      List<Rated> rated = new ArrayList<>(without.length);
      for (int i = 0; i < without.length; i++) {
        rated.add(
            new Rated(imports.flows().get(i), pairs.asked(i), without[i], with[i], shares[i]));
      }
      averages.add(new AverageDuty(imports, unclaimed.on(day), day, rated));
    }
    return averages;
  }

  /** The lines and origins of flows, and where each flow lies among them. */
  private static final class Pairs {

    private final List<Flow> flows;
    private final List<HsCode> lines;
    private final List<Country> origins;
    private final int[] places;

    private Pairs(List<Flow> flows, TariffBook book) {
      this.flows = flows;
      Map<HsCode, Integer> lineNumbers = new HashMap<>();
      Map<Country, Integer> originNumbers = new HashMap<>();
      List<HsCode> legal = flows.stream().map(Flow::line).distinct().toList();
      legal.forEach(line -> lineNumbers.put(line, lineNumbers.size()));
      this.origins = flows.stream().map(Flow::origin).distinct().toList();
      origins.forEach(origin -> originNumbers.put(origin, originNumbers.size()));
      NavigableSet<String> listed = new TreeSet<>();
      book.measures().forEach(m -> listed.addAll(m.products().listedDigits()));
      this.lines = legal.stream().map(line -> asked(line, listed, book)).toList();
      this.places =
          flows.stream()
              .mapToInt(
                  f ->
                      lineNumbers.getOrDefault(f.line(), 0) * origins.size()
                          + originNumbers.getOrDefault(f.origin(), 0))
              .toArray();
    }

    /**
     * The code by which a legal line is asked for: one of its statistical lines, which has nothing
     * below it, unless some measure tells them apart.
     */
    private static HsCode asked(HsCode legal, NavigableSet<String> listed, TariffBook book) {
      String next = listed.higher(legal.digits());
      boolean isSplit = next != null && next.startsWith(legal.digits());
      List<HsCode> below =
          book.sources().get(0).linesBelow(legal, UsTariffs.FACTS_FROM, Knowledge.now());
      return isSplit || below.isEmpty() ? legal : below.get(0);
    }

    private List<DeclaredOrigin> declaring(Map<Country, DeclaredFacts> claims) {
      return origins.stream()
          .map(
              origin ->
                  new DeclaredOrigin(origin, claims.getOrDefault(origin, DeclaredFacts.none())))
          .toList();
    }

    private HsCode asked(int flow) {
      return lines.get(places[flow] / origins.size());
    }

    /** The rate of each flow; NaN where there is none. */
    private double[] rates(PanelSlice slice) {
      double[] all =
          slice
              .mapBlocks(lines.size(), PanelSlice.Execution.SEQUENTIAL, b -> b.totals(Double.NaN))
              .get(0);
      double[] rates = new double[flows.size()];
      for (int i = 0; i < rates.length; i++) {
        rates[i] = all[places[i]];
      }
      return rates;
    }
  }

  /** The agreements that each country may claim on lines that are free for all, and Japan's. */
  private static Map<Country, DeclaredFacts> agreements() {
    ProgrammeKey key = UsTariffs.programmeKey(Facts.VERIFIED_ONLY);
    List<SpecialProgramme> all = new ArrayList<>(key.programmes(ProgrammeKey.FREE_LINES));
    all.addAll(key.programmes("JP"));
    Map<Country, DeclaredFacts> claims = new TreeMap<>();
    for (SpecialProgramme each : all) {
      for (Country member : each.origins().members(UsTariffs.FACTS_FROM)) {
        claims.merge(member, DeclaredFacts.claiming(each.programme()), DeclaredFacts::and);
      }
    }
    return claims;
  }

  /** How much of each flow claimed an agreement in 2024, as its duty tells. */
  private static double[] shares(Pairs pairs, TariffBook ordinary) {
    TariffPanel panel =
        TariffPanel.of(
            ordinary, pairs.lines, pairs.declaring(Map.of()), List.of(UsTariffs.FACTS_FROM));
    double[] rates = pairs.rates(panel.on(UsTariffs.FACTS_FROM));
    Map<String, double[]> byPartner = new HashMap<>();
    double[] shares = new double[rates.length];
    for (int i = 0; i < rates.length; i++) {
      Flow flow = pairs.flows.get(i);
      shares[i] = rates[i] > 0 ? clamped(1 - flow.collectedRate() / rates[i]) : Double.NaN;
      if (rates[i] > 0) {
        double[] sums = byPartner.computeIfAbsent(flow.partner(), p -> new double[2]);
        sums[0] += flow.value() * shares[i];
        sums[1] += flow.value();
      }
    }
    for (int i = 0; i < rates.length; i++) {
      if (Double.isNaN(shares[i])) {
        double[] sums = byPartner.getOrDefault(pairs.flows.get(i).partner(), new double[] {0, 1});
        shares[i] = sums[0] / sums[1];
      }
    }
    return shares;
  }

  private static double clamped(double share) {
    return Math.max(0, Math.min(1, share));
  }

  private Sums all() {
    Sums sums = new Sums();
    rated.forEach(sums::add);
    return sums;
  }

  /** {@return the day of entry} */
  public LocalDate day() {
    return day;
  }

  private static OptionalDouble over(double sum, double known) {
    return known > 0 ? OptionalDouble.of(sum / known) : OptionalDouble.empty();
  }

  /**
   * The average where every agreement is claimed.
   *
   * @return a fraction of the value; empty where no trade has a rate
   */
  public OptionalDouble allClaimed() {
    Sums sums = all();
    return over(sums.claimed, sums.known);
  }

  /**
   * The average where nothing is claimed.
   *
   * @return a fraction of the value; empty where no trade has a rate
   */
  public OptionalDouble nothingClaimed() {
    Sums sums = all();
    return over(sums.unclaimed, sums.known);
  }

  /**
   * The average where each flow claims as much as its duty of 2024 says.
   *
   * @return a fraction of the value; empty where no trade has a rate
   */
  public OptionalDouble claimedAsIn2024() {
    Sums sums = all();
    return over(sums.asIn2024, sums.known);
  }

  /**
   * The duty calculated in 2024 over the value of the same goods.
   *
   * @return a fraction of the value
   */
  public double collectedIn2024() {
    return imports.duty() / imports.value();
  }

  /**
   * How much of the trade is in the averages.
   *
   * @return the share of the value with one rate, both with claims and without
   */
  public double coverage() {
    Sums sums = all();
    return sums.known / sums.value;
  }

  /**
   * The averages by partner.
   *
   * @return one row per partner, the largest first: all agreements claimed, claimed as in 2024,
   *     nothing claimed, collected in 2024, imports in billions, the share of them that has a rate
   */
  public Table byOrigin() {
    return table("origin", Flow::partner);
  }

  /**
   * The averages by chapter.
   *
   * @return one row per chapter, the largest first, with the columns of {@link #byOrigin}
   */
  public Table byChapter() {
    return table("chapter", f -> f.line().chapter());
  }

  private Table table(String what, Function<Flow, String> group) {
    Map<String, Sums> groups = new TreeMap<>();
    for (Rated each : rated) {
      groups.computeIfAbsent(group.apply(each.flow), g -> new Sums()).add(each);
    }
    List<List<Cell>> rows = new ArrayList<>();
    groups.entrySet().stream()
        .sorted(Comparator.comparingDouble(e -> -e.getValue().value))
        .forEach(e -> rows.add(row(Cell.text(e.getKey()), e.getValue())));
    rows.add(row(Cell.text("all"), all()));
    return new Table(title() + " by " + what, columns(what), rows, stamp().lines());
  }

  private String title() {
    return "Average duty on " + day + " on US imports of 2024, " + imports.goods() + ",";
  }

  private static List<String> columns(String what) {
    return List.of(
        what,
        "all claimed",
        "claimed as in 2024",
        "nothing claimed",
        "collected in 2024",
        "imports, USD bn",
        "covered");
  }

  private static List<Cell> row(Cell name, Sums sums) {
    return List.of(
        name,
        percent(over(sums.claimed, sums.known)),
        percent(over(sums.asIn2024, sums.known)),
        percent(over(sums.unclaimed, sums.known)),
        Cell.percent(sums.collected / sums.value, 2),
        Cell.number(sums.value / 1e9, 1, ""),
        Cell.percent(sums.known / sums.value, 1));
  }

  private static Cell percent(OptionalDouble average) {
    return average.isPresent()
        ? Cell.percent(average.getAsDouble(), 2)
        : Cell.unknown("no trade whose rate is known");
  }

  /**
   * What each programme contributes where nothing is claimed.
   *
   * @return one row per programme with its legal authority
   */
  public Table byProgramme() {
    TradeWeights.Builder weights = TradeWeights.builder(imports.weights().label());
    rated.forEach(r -> weights.add(r.asked, r.flow.origin(), r.flow.value()));
    return WeightedRates.of(unclaimed, weights.build()).byProgramme();
  }

  /**
   * Averages over time.
   *
   * @param averages the averages of some imports on several days, at least one
   * @return one row per day, with the columns of {@link #byOrigin}
   */
  public static Table table(List<AverageDuty> averages) {
    Objects.requireNonNull(averages, "averages");
    List<List<Cell>> rows = new ArrayList<>();
    averages.forEach(each -> rows.add(row(Cell.date(each.day), each.all())));
    AverageDuty last = averages.get(averages.size() - 1);
    return new Table(
        "Average duty by day on US imports of 2024, " + last.imports.goods(),
        columns("day"),
        rows,
        last.stamp().lines());
  }

  /** {@return the stamp of the averages, with what was assumed} */
  public Stamp stamp() {
    return unclaimed
        .law()
        .stamp()
        .withAssumption("trade does not move: imports for consumption 2024, US Census Bureau")
        .withAssumption("the European Union pays what Germany pays")
        .withAssumption("duties by quantity at the unit values that the duty of 2024 implies")
        .withAssumption("what has no one rate is in no average: see the share covered");
  }

  /** The day, the three averages and the share of trade that they are over. */
  @Override
  public String toString() {
    Sums sums = all();
    return String.format(
        Locale.ROOT,
        "%s: %.2f%% (all agreements claimed) to %.2f%% (none), %.2f%% as claimed in 2024; %.1f%% of"
            + " imports covered",
        day,
        100 * sums.claimed / sums.known,
        100 * sums.unclaimed / sums.known,
        100 * sums.asIn2024 / sums.known,
        100 * sums.known / sums.value);
  }
}
