package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.WeightedRates;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
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
 * how much has one. The {@link #range()} is over the trade with a rate or bounds. Trade has not
 * moved: the average does not see what is no longer bought.
 */
public final class AverageDuty {

  private final UsImports imports;
  private final PanelSlice unclaimed;
  private final LocalDate day;
  private final List<Rated> rated;

  /** One flow: its bounds without and with claims, NaN where there are none, and its share. */
  private record Rated(
      Flow flow,
      HsCode asked,
      double lowestUnclaimed,
      double highestUnclaimed,
      double lowestClaimed,
      double highestClaimed,
      double share) {

    private boolean hasBounds() {
      return !Double.isNaN(lowestUnclaimed + highestUnclaimed + lowestClaimed + highestClaimed);
    }

    private boolean isKnown() {
      return lowestUnclaimed == highestUnclaimed && lowestClaimed == highestClaimed;
    }

    private double asIn2024(double claimed, double unclaimed) {
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
    private double bounded;
    private double lowest;
    private double highest;
    private double lowestAsIn2024;
    private double highestAsIn2024;

    private void add(Rated each) {
      double weight = each.flow.value();
      value += weight;
      collected += each.flow.duty();
      if (each.hasBounds()) {
        bounded += weight;
        lowest += weight * Math.min(each.lowestClaimed, each.lowestUnclaimed);
        highest += weight * Math.max(each.highestClaimed, each.highestUnclaimed);
        lowestAsIn2024 += weight * each.asIn2024(each.lowestClaimed, each.lowestUnclaimed);
        highestAsIn2024 += weight * each.asIn2024(each.highestClaimed, each.highestUnclaimed);
      }
      if (each.isKnown()) {
        known += weight;
        claimed += weight * each.lowestClaimed;
        unclaimed += weight * each.lowestUnclaimed;
        asIn2024 += weight * each.asIn2024(each.lowestClaimed, each.lowestUnclaimed);
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
    FlowDuties duties = FlowDuties.of(imports.flows(), book, days, FlowDuties.Clock.FINAL);
    return days.stream()
        .map(day -> new AverageDuty(imports, duties.on(day).unclaimed(), day, rated(duties, day)))
        .toList();
  }

  private static List<Rated> rated(FlowDuties duties, LocalDate day) {
    FlowDuties.OnDay rates = duties.on(day);
    List<Rated> rated = new ArrayList<>(duties.flows().size());
    for (int i = 0; i < duties.flows().size(); i++) {
      rated.add(
          new Rated(
              duties.flows().get(i),
              duties.asked(i),
              rates.lowestUnclaimed()[i],
              rates.highestUnclaimed()[i],
              rates.lowestClaimed()[i],
              rates.highestClaimed()[i],
              duties.share(i)));
    }
    return rated;
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
   * What the average lies within, whatever is claimed and whatever is true of what is not declared,
   * over the trade of {@link #coverageOfRanges()}.
   *
   * @return the lowest and the highest, fractions of the value; empty where no trade has bounds
   */
  public Optional<WeightedRates.Range> range() {
    Sums sums = all();
    return range(sums.lowest, sums.highest, sums.bounded);
  }

  /**
   * What the average lies within where each flow claims as much as its duty of 2024 says, over the
   * trade of {@link #coverageOfRanges()}.
   *
   * @return the lowest and the highest, fractions of the value; empty where no trade has bounds
   */
  public Optional<WeightedRates.Range> rangeAsIn2024() {
    Sums sums = all();
    return range(sums.lowestAsIn2024, sums.highestAsIn2024, sums.bounded);
  }

  private static Optional<WeightedRates.Range> range(double lowest, double highest, double over) {
    return over > 0
        ? Optional.of(new WeightedRates.Range(lowest / over, highest / over))
        : Optional.empty();
  }

  /**
   * How much of the trade is in the ranges.
   *
   * @return the share of the value with a rate or bounds, both with claims and without
   */
  public double coverageOfRanges() {
    Sums sums = all();
    return sums.bounded / sums.value;
  }

  /**
   * The averages by partner.
   *
   * @return one row per partner, the largest first: all agreements claimed, claimed as in 2024,
   *     nothing claimed, collected in 2024, imports in billions, the share of them that has a rate;
   *     then the range of the average and the share that has a rate or bounds
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
        "covered",
        "range",
        "covered by the range");
  }

  private static List<Cell> row(Cell name, Sums sums) {
    return List.of(
        name,
        percent(over(sums.claimed, sums.known)),
        percent(over(sums.asIn2024, sums.known)),
        percent(over(sums.unclaimed, sums.known)),
        Cell.percent(sums.collected / sums.value, 2),
        Cell.number(sums.value / 1e9, 1, ""),
        Cell.percent(sums.known / sums.value, 1),
        range(sums.lowest, sums.highest, sums.bounded)
            .map(r -> Cell.range(r.toString(), "what is claimed and not declared decides"))
            .orElseGet(() -> Cell.unknown("no trade has bounds")),
        Cell.percent(sums.bounded / sums.value, 1));
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
