package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.tariffeconomics.tariff.TariffLaw;

/**
 * The average duty of a day, weighted by the imports of 2024, beside the duty that was collected
 * then.
 *
 * <p>What importers claim is not in the law, so that there are three averages: where every
 * agreement is claimed, where none is, and where each flow claims as much as the duty of 2024 says.
 * That share is one minus the collected rate over the ordinary rate, between 0 and 1; of lines
 * without an ordinary duty, which show no claim, it is that of the partner's other lines. Shares
 * average duties, never rates. A book that assumes shares of its own ({@link
 * UsAssumptions#usmcaShares}) has a fourth average by them.
 *
 * <p>Duties by quantity become shares of the value at the unit values that the duties collected in
 * 2024 imply. Trade of which the duty lies between two rates widens the average to a range; trade
 * with neither is in no average, and {@link #coverage()} says how much has one. Trade has not
 * moved: the average does not see what is no longer bought.
 *
 * @since 0.1.0
 */
public final class AverageDuty {

  private final UsImports imports;
  private final TariffLaw law;
  private final PanelSlice unclaimed;
  private final LocalDate day;
  private final List<Rated> rated;
  private final String sharesAssumed;

  /** What a rate lies within, NaN at both ends where it is not known. */
  private record Ends(double lowest, double highest) {

    private boolean isKnown() {
      return !Double.isNaN(lowest);
    }

    /** Part of the trade at this rate, the rest at another. */
    private Ends mixed(double share, Ends rest) {
      return new Ends(
          share * lowest + (1 - share) * rest.lowest, share * highest + (1 - share) * rest.highest);
    }
  }

  /**
   * Rates of a flow without and with claims, the code that was asked for, the share of the flow
   * that claimed in 2024, and the share that is assumed to.
   */
  private record Rated(
      Flow flow, HsCode asked, Ends unclaimed, Ends claimed, double share, double assumed) {

    private boolean isKnown() {
      return unclaimed.isKnown() && claimed.isKnown();
    }

    private Ends asIn2024() {
      return claimed.mixed(share, unclaimed);
    }

    private Ends asAssumed() {
      return claimed.mixed(assumed, unclaimed);
    }
  }

  /** A sum of duties, from the least to the most that it can be. */
  private static final class Duty {
    private double lowest;
    private double highest;

    private void add(double value, Ends rate) {
      lowest += value * rate.lowest;
      highest += value * rate.highest;
    }
  }

  /** Sums over some flows. */
  private static final class Sums {
    private double value;
    private double known;
    private double collected;
    private final Duty claimed = new Duty();
    private final Duty unclaimed = new Duty();
    private final Duty asIn2024 = new Duty();
    private final Duty asAssumed = new Duty();

    private void add(Rated each) {
      double flow = each.flow.value();
      value += flow;
      collected += each.flow.duty();
      if (each.isKnown()) {
        known += flow;
        claimed.add(flow, each.claimed);
        unclaimed.add(flow, each.unclaimed);
        asIn2024.add(flow, each.asIn2024());
        asAssumed.add(flow, each.asAssumed());
      }
    }

    private Optional<WeightedRates.Range> over(Duty duty) {
      return known > 0
          ? Optional.of(new WeightedRates.Range(duty.lowest / known, duty.highest / known))
          : Optional.empty();
    }
  }

  private AverageDuty(
      UsImports imports,
      TariffLaw law,
      PanelSlice unclaimed,
      List<Rated> rated,
      String sharesAssumed) {
    this.imports = imports;
    this.law = law;
    this.day = law.day();
    this.unclaimed = unclaimed;
    this.rated = List.copyOf(rated);
    this.sharesAssumed = sharesAssumed;
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
    ClaimedShares shares = ClaimedShares.of(book);
    FlowDuties duties = FlowDuties.of(imports.flows(), shares.rest(), days, FlowDuties.Clock.FINAL);
    return days.stream()
        .map(
            day ->
                new AverageDuty(
                    imports,
                    book.on(day),
                    duties.on(day).unclaimed(),
                    rated(duties, shares, day),
                    shares.toString()))
        .toList();
  }

  private static List<Rated> rated(FlowDuties duties, ClaimedShares shares, LocalDate day) {
    FlowDuties.OnDay rates = duties.on(day);
    List<Rated> rated = new ArrayList<>(duties.flows().size());
    for (int i = 0; i < duties.flows().size(); i++) {
      rated.add(
          new Rated(
              duties.flows().get(i),
              duties.asked(i),
              new Ends(rates.lowestUnclaimed()[i], rates.highestUnclaimed()[i]),
              new Ends(rates.lowestClaimed()[i], rates.highestClaimed()[i]),
              duties.share(i),
              shares.of(duties.flows().get(i), day).orElse(duties.share(i))));
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

  private static OptionalDouble one(Optional<WeightedRates.Range> range) {
    return range
        .filter(WeightedRates.Range::isPoint)
        .map(some -> OptionalDouble.of(some.lowest()))
        .orElseGet(OptionalDouble::empty);
  }

  /**
   * The average where every agreement is claimed.
   *
   * @return a fraction of the value; empty where no trade has a rate, or where some rates, and so
   *     the average, only lie between two: {@link #allClaimedRange}
   */
  public OptionalDouble allClaimed() {
    return one(allClaimedRange());
  }

  /**
   * What the average where every agreement is claimed lies within.
   *
   * @return fractions of the value, the same two where every rate is known; empty where no trade
   *     has a rate or a range
   */
  public Optional<WeightedRates.Range> allClaimedRange() {
    Sums sums = all();
    return sums.over(sums.claimed);
  }

  /**
   * The average where nothing is claimed.
   *
   * @return a fraction of the value; empty where no trade has a rate, or where some rates, and so
   *     the average, only lie between two: {@link #nothingClaimedRange}
   */
  public OptionalDouble nothingClaimed() {
    return one(nothingClaimedRange());
  }

  /**
   * What the average where nothing is claimed lies within.
   *
   * @return fractions of the value, the same two where every rate is known; empty where no trade
   *     has a rate or a range
   */
  public Optional<WeightedRates.Range> nothingClaimedRange() {
    Sums sums = all();
    return sums.over(sums.unclaimed);
  }

  /**
   * The average where each flow claims as much as its duty of 2024 says.
   *
   * @return a fraction of the value; empty where no trade has a rate, or where some rates, and so
   *     the average, only lie between two: {@link #claimedAsIn2024Range}
   */
  public OptionalDouble claimedAsIn2024() {
    return one(claimedAsIn2024Range());
  }

  /**
   * What the average where each flow claims as much as its duty of 2024 says lies within.
   *
   * @return fractions of the value, the same two where every rate is known; empty where no trade
   *     has a rate or a range
   */
  public Optional<WeightedRates.Range> claimedAsIn2024Range() {
    Sums sums = all();
    return sums.over(sums.asIn2024);
  }

  /**
   * The average where each flow claims as much as a book's assumptions say, {@link
   * UsAssumptions#usmcaShares} for one; flows of which they say nothing claim as in 2024.
   *
   * @return a fraction of the value; empty where nothing is assumed of claims, where no trade has a
   *     rate, or where the average only lies between two: {@link #claimedAsAssumedRange}
   */
  public OptionalDouble claimedAsAssumed() {
    return one(claimedAsAssumedRange());
  }

  /**
   * What the average where each flow claims as much as a book's assumptions say lies within.
   *
   * @return fractions of the value, the same two where every rate is known; empty where nothing is
   *     assumed of claims, or no trade has a rate or a range
   */
  public Optional<WeightedRates.Range> claimedAsAssumedRange() {
    Sums sums = all();
    return sharesAssumed.isEmpty() ? Optional.empty() : sums.over(sums.asAssumed);
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
   * @return the share of the value with a rate or a range of it, both with claims and without
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
        .forEach(e -> rows.add(row(Cell.text(e.getKey()), e.getValue(), assumesClaims())));
    rows.add(row(Cell.text("all"), all(), assumesClaims()));
    return new Table(
        title() + " by " + what, columns(what, assumesClaims()), rows, stamp().lines());
  }

  private String title() {
    return "Average duty on " + day + " on US imports of 2024, " + imports.goods() + ",";
  }

  private boolean assumesClaims() {
    return !sharesAssumed.isEmpty();
  }

  private static List<String> columns(String what, boolean assumesClaims) {
    List<String> columns = new ArrayList<>(List.of(what, "all claimed", "claimed as in 2024"));
    if (assumesClaims) {
      columns.add("claimed as assumed");
    }
    columns.addAll(List.of("nothing claimed", "collected in 2024", "imports, USD bn", "covered"));
    return columns;
  }

  private static List<Cell> row(Cell name, Sums sums, boolean assumesClaims) {
    List<Cell> cells = new ArrayList<>();
    cells.add(name);
    cells.add(percent(sums.over(sums.claimed)));
    cells.add(percent(sums.over(sums.asIn2024)));
    if (assumesClaims) {
      cells.add(percent(sums.over(sums.asAssumed)));
    }
    cells.add(percent(sums.over(sums.unclaimed)));
    cells.add(Cell.percent(sums.collected / sums.value, 2));
    cells.add(Cell.number(sums.value / 1e9, 1, ""));
    cells.add(Cell.percent(sums.known / sums.value, 1));
    return cells;
  }

  private static Cell percent(Optional<WeightedRates.Range> average) {
    return average
        .map(WeightedRates.Range::cell)
        .orElseGet(() -> Cell.unknown("no trade whose rate is known"));
  }

  /**
   * What each programme contributes where nothing is claimed.
   *
   * @return one row per programme with its legal authority
   */
  public Table byProgramme() {
    TradeWeights.Builder weights = TradeWeights.builder(imports.weights().label());
    rated.forEach(r -> weights.add(r.asked, r.flow.origin(), r.flow.value()));
    return WeightedRates.of(unclaimed, weights.build()).byProgramme().withCaption(stamp().lines());
  }

  /**
   * Averages over time, or of several goods.
   *
   * @param averages the averages of some imports on several days, at least one
   * @return one row each, with the columns of {@link #byOrigin}
   */
  public static Table table(List<AverageDuty> averages) {
    Objects.requireNonNull(averages, "averages");
    List<List<Cell>> rows = new ArrayList<>();
    boolean oneKind = averages.stream().map(each -> each.imports.goods()).distinct().count() == 1;
    for (AverageDuty each : averages) {
      Cell day = Cell.date(each.day);
      Cell which = oneKind ? day : Cell.text(each.imports.goods() + ", " + each.day);
      rows.add(row(which, each.all(), each.assumesClaims()));
    }
    AverageDuty last = averages.get(averages.size() - 1);
    return new Table(
        "Average duty by day on US imports of 2024" + (oneKind ? ", " + last.imports.goods() : ""),
        columns(oneKind ? "day" : "goods, day", last.assumesClaims()),
        rows,
        last.stamp().against(averages.get(0).stamp()).lines());
  }

  /** {@return the stamp of the averages, with what was assumed} */
  public Stamp stamp() {
    return law.stampOfMany()
        .withAssumption(
            "trade does not move: imports for consumption 2024, US Census Bureau, version "
                + UsImports.version())
        .withAssumption("the European Union pays what Germany pays")
        .withAssumption("duties by quantity at the unit values that the duty of 2024 implies")
        .withAssumption("agricultural goods above every trigger price: no safeguard by value")
        .withAssumption(
            "what has neither a rate nor a range is in no average: see the share covered");
  }

  /** The day, the three averages and the share of trade that they are over. */
  @Override
  public String toString() {
    return day
        + ": "
        + text(allClaimedRange())
        + " (all agreements claimed) to "
        + text(nothingClaimedRange())
        + " (none), "
        + text(claimedAsIn2024Range())
        + " as claimed in 2024"
        + (assumesClaims()
            ? ", " + text(claimedAsAssumedRange()) + " as assumed (" + sharesAssumed + ")"
            : "")
        + "; "
        + Cell.percent(coverage(), 1)
        + " of imports covered"
        + (day.isBefore(UsTariffs.FACTS_FROM)
            ? ": the law before " + UsTariffs.FACTS_FROM + " is not held"
            : "");
  }

  private static String text(Optional<WeightedRates.Range> average) {
    return average
        .map(some -> (some.isPoint() ? "" : "between ") + some.toString().replace(" to ", " and "))
        .orElse("unknown");
  }
}
