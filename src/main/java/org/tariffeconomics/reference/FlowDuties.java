package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.panel.PanelBlock;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.schedule.EquivalentDuties;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.SpecialProgramme;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The duty of each flow of imports on some days, with every agreement claimed and with none: the
 * lowest and the highest that it can be, one number where nothing is left open, NaN where there is
 * neither.
 *
 * <p>Duties by quantity are shares of the value at the unit values that the duties collected in
 * 2024 imply. How much of a flow claims an agreement is told by its duty of 2024.
 */
final class FlowDuties {

  /** What importers of each day knew, or the law as finally published. */
  enum Clock {
    FINAL,
    OF_THE_DAY
  }

  /** The rates of all flows on a day, fractions of the value, in the order of the flows. */
  record OnDay(
      PanelSlice unclaimed,
      double[] lowestUnclaimed,
      double[] highestUnclaimed,
      double[] lowestClaimed,
      double[] highestClaimed) {

    /** The lowest rate of a flow of which a share claims. */
    double lowest(int flow, double share) {
      return share * lowestClaimed[flow] + (1 - share) * lowestUnclaimed[flow];
    }

    /** The highest rate of a flow of which a share claims. */
    double highest(int flow, double share) {
      return share * highestClaimed[flow] + (1 - share) * highestUnclaimed[flow];
    }

    /** Whether the duty of a flow has bounds, both with claims and without. */
    boolean isBounded(int flow) {
      return !Double.isNaN(lowestUnclaimed[flow] + highestUnclaimed[flow])
          && !Double.isNaN(lowestClaimed[flow] + highestClaimed[flow]);
    }
  }

  private final List<Flow> flows;
  private final Pairs pairs;
  private final double[] shares;
  private final Map<LocalDate, OnDay> days;

  private FlowDuties(List<Flow> flows, Pairs pairs, double[] shares, Map<LocalDate, OnDay> days) {
    this.flows = flows;
    this.pairs = pairs;
    this.shares = shares;
    this.days = days;
  }

  /**
   * The duties of some flows.
   *
   * @throws IllegalArgumentException when the book has no schedule, or there is no day
   */
  static FlowDuties of(List<Flow> flows, TariffBook book, Collection<LocalDate> days, Clock clock) {
    return of(flows, book, days, clock, DeclaredFacts.none());
  }

  /** The duties where every importer declares some facts besides. */
  static FlowDuties of(
      List<Flow> flows,
      TariffBook book,
      Collection<LocalDate> days,
      Clock clock,
      DeclaredFacts besides) {
    if (book.sources().isEmpty()) {
      throw new IllegalArgumentException(
          "book must have a schedule, which gives the ordinary duties, but '"
              + book
              + "' has none");
    }
    MeasureSource equivalents =
        EquivalentDuties.of(book.sources().get(0), ImpliedUnitValues.of2024());
    Pairs pairs = new Pairs(flows, book);
    double[] shares = shares(pairs, TariffBook.us().with(equivalents));
    TariffBook law = UsAssumptions.aboveTriggerPrices(book).withoutSources().with(equivalents);
    TariffPanel unclaimed = panel(law, pairs.declaring(Map.of(), besides), pairs, days, clock);
    TariffPanel claimed = panel(law, pairs.declaring(agreements(), besides), pairs, days, clock);
    Map<LocalDate, OnDay> rates = new TreeMap<>();
    for (LocalDate day : days) {
      PanelSlice without = unclaimed.on(day);
      PanelSlice with = claimed.on(day);
      rates.put(
          day,
          new OnDay(
              without,
              pairs.rates(without, b -> b.lowest(Double.NaN)),
              pairs.rates(without, b -> b.highest(Double.NaN)),
              pairs.rates(with, b -> b.lowest(Double.NaN)),
              pairs.rates(with, b -> b.highest(Double.NaN))));
    }
    return new FlowDuties(flows, pairs, shares, rates);
  }

  private static TariffPanel panel(
      TariffBook law,
      List<DeclaredOrigin> origins,
      Pairs pairs,
      Collection<LocalDate> days,
      Clock clock) {
    return clock == Clock.FINAL
        ? TariffPanel.of(law, pairs.lines, origins, days)
        : TariffPanel.asKnownOnTheDay(law, pairs.lines, origins, days);
  }

  List<Flow> flows() {
    return flows;
  }

  /** The code by which a flow's line is asked for. */
  HsCode asked(int flow) {
    return pairs.asked(flow);
  }

  /** How much of a flow claimed an agreement in 2024, from 0 to 1. */
  double share(int flow) {
    return shares[flow];
  }

  /** The rates on a day, one of those asked for. */
  OnDay on(LocalDate day) {
    OnDay rates = days.get(day);
    if (rates == null) {
      throw new IllegalArgumentException(
          "day must be one of " + days.keySet() + ", but was " + day);
    }
    return rates;
  }

  /** The lines and origins of flows, and where each flow lies among them. */
  static final class Pairs {

    private final List<Flow> flows;
    private final List<HsCode> lines;
    private final List<Country> origins;
    private final int[] places;

    Pairs(List<Flow> flows, TariffBook book) {
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

    private List<DeclaredOrigin> declaring(
        Map<Country, DeclaredFacts> claims, DeclaredFacts besides) {
      return origins.stream()
          .map(
              origin ->
                  new DeclaredOrigin(
                      origin, claims.getOrDefault(origin, DeclaredFacts.none()).and(besides)))
          .toList();
    }

    List<HsCode> lines() {
      return lines;
    }

    List<Country> origins() {
      return origins;
    }

    /** The number of a flow's line; that of its origin is the rest. */
    int line(int flow) {
      return places[flow] / origins.size();
    }

    int origin(int flow) {
      return places[flow] % origins.size();
    }

    private HsCode asked(int flow) {
      return lines.get(line(flow));
    }

    /** The rate of each flow; NaN where there is none. */
    private double[] rates(PanelSlice slice, Function<PanelBlock, double[]> ofBlock) {
      double[] all = slice.mapBlocks(lines.size(), PanelSlice.Execution.SEQUENTIAL, ofBlock).get(0);
      double[] rates = new double[flows.size()];
      for (int i = 0; i < rates.length; i++) {
        rates[i] = all[places[i]];
      }
      return rates;
    }
  }

  /** The agreements that each country may claim on lines that are free for all, and Japan's. */
  static Map<Country, DeclaredFacts> agreements() {
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
  static double[] shares(Pairs pairs, TariffBook ordinary) {
    TariffPanel panel =
        TariffPanel.of(
            ordinary,
            pairs.lines,
            pairs.declaring(Map.of(), DeclaredFacts.none()),
            List.of(UsTariffs.FACTS_FROM));
    double[] rates = pairs.rates(panel.on(UsTariffs.FACTS_FROM), b -> b.totals(Double.NaN));
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
}
