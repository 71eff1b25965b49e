package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.FlowDuties.OnDay;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.reference.UsPaid.Paid;
import org.tariffeconomics.reference.UsRates.LawMean;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * The law's mean rate on all goods of a partner by month, flow by flow, weighted by the imports of
 * 2024, with bounds where the duty of a flow has bounds.
 *
 * <p>Each flow claims as much as its duty of 2024 says; flows of the sectors of which the part that
 * entered under the USMCA is held by month (Canada and Mexico) claim that part. Where imports by
 * groups of goods are held of a month, the mean stands also with weights of the month.
 */
final class MonthlyLaw {

  private static final String WORLD = "WORLD";
  private static final String LOADED = "loaded";

  /** More digits than any input has. */

  /** A day of loading before every rise that spared goods on their way. */
  private static final DeclaredFacts ON_THE_WAY =
      DeclaredFacts.none().withFact(LOADED, UsTariffs.FACTS_FROM.toString());

  private final String partner;
  private final TariffBook book;
  private final List<Flow> flows;
  private final Map<YearMonth, List<LocalDateRange>> stretches;
  private final FlowDuties duties;

  /** Where goods were on their way, on the days on which that may matter. */
  private final Optional<FlowDuties> onTheWay;

  private final Set<LocalDate> daysOnTheWay;

  /**
   * Refuses a month before those of which law is held.
   *
   * @throws IllegalArgumentException naming the first month of which it is
   */
  static void requireHeld(YearMonth first) {
    if (first.atDay(1).isBefore(UsTariffs.FACTS_FROM)) {
      throw new IllegalArgumentException(
          "first must not be before "
              + YearMonth.from(UsTariffs.FACTS_FROM)
              + ", the first month of which law is held, but was "
              + first);
    }
  }

  private MonthlyLaw(String partner, UsImports imports, YearMonth first, YearMonth last) {
    this.partner = partner;
    this.book = UsTariffs.book();
    this.flows = imports.flows();
    Set<Country> origins = new TreeSet<>();
    flows.forEach(f -> origins.add(f.origin()));
    this.stretches = new TreeMap<>();
    for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
      stretches.put(each, stretches(each, origins));
    }
    List<LocalDate> days =
        stretches.values().stream().flatMap(List::stream).map(LocalDateRange::getStart).toList();
    this.duties = FlowDuties.of(flows, book, days, FlowDuties.Clock.FINAL);
    this.daysOnTheWay = new TreeSet<>(days);
    daysOnTheWay.removeIf(day -> book.measures().stream().noneMatch(m -> sparesLoaded(m, day)));
    this.onTheWay =
        daysOnTheWay.isEmpty()
            ? Optional.empty()
            : Optional.of(
                FlowDuties.of(flows, book, daysOnTheWay, FlowDuties.Clock.FINAL, ON_THE_WAY));
  }

  private static boolean sparesLoaded(TariffMeasure measure, LocalDate day) {
    return measure.inForce().contains(day)
        && measure.conditions().stream()
            .anyMatch(c -> c instanceof Condition.Day when && when.name().equals(LOADED));
  }

  /** The months of a partner; none where its imports are not held line by line. */
  static Map<YearMonth, LawMonth> of(String partner, YearMonth first, YearMonth last) {
    UsImports all = UsImports.of2024();
    if (!partner.equals(WORLD) && !all.byPartner().containsKey(partner)) {
      return Map.of();
    }
    UsImports imports = partner.equals(WORLD) ? all : all.from(partner);
    MonthlyLaw law = new MonthlyLaw(partner, imports, first, last);
    Map<YearMonth, LawMonth> months = new TreeMap<>();
    law.stretches.forEach((m, parts) -> law.month(m, parts).ifPresent(mean -> months.put(m, mean)));
    return months;
  }

  /** The stretches of a month with one law. */
  private List<LocalDateRange> stretches(YearMonth month, Set<Country> origins) {
    LocalDate from = month.atDay(1);
    LocalDate until = month.plusMonths(1).atDay(1);
    return Stretches.of(from, changes(from, until, origins));
  }

  /** The days of a month on which the law of some origin may change, and its end. */
  private NavigableSet<LocalDate> changes(LocalDate from, LocalDate until, Set<Country> origins) {
    NavigableSet<LocalDate> days = book.changeDays(LocalDateRange.of(from, until));
    TreeSet<LocalDate> ofOthers = new TreeSet<>();
    TreeSet<LocalDate> own = new TreeSet<>();
    for (TariffMeasure each : book.measures()) {
      for (LocalDate day : List.of(each.inForce().getStart(), each.inForce().getEnd())) {
        if (days.contains(day)) {
          boolean concerns = origins.stream().anyMatch(o -> concerns(each, o, day));
          (concerns ? own : ofOthers).add(day);
        }
      }
    }
    ofOthers.removeAll(own);
    book.sources().forEach(source -> ofOthers.removeAll(source.changeDays()));
    days.removeAll(ofOthers);
    days.add(until);
    return days;
  }

  private static boolean concerns(TariffMeasure measure, Country origin, LocalDate day) {
    return Stream.of(day.minusDays(1), day).anyMatch(d -> measure.origins().includes(origin, d));
  }

  /** A sum of the lowest and of the highest. */
  private static final class Bounds {
    private double lowest;
    private double highest;

    private void add(double weight, double low, double high) {
      lowest += weight * low;
      highest += weight * high;
    }

    private LawMean mean(double covered, double all) {
      return new LawMean(
          MeanDuty.rate(lowest / covered),
          MeanDuty.rate(highest / covered),
          MeanDuty.rate(covered / all));
    }
  }

  /** The means of a month with some weights. */
  private static final class Means {
    private final Bounds mean = new Bounds();
    private final Bounds unclaimed = new Bounds();
    private final Bounds claimed = new Bounds();
    private final Bounds lastDay = new Bounds();
    private final Bounds onTheWay = new Bounds();
    private double all;
    private double covered;

    private LawMean mean(Bounds bounds) {
      return bounds.mean(covered, all);
    }
  }

  private Optional<LawMonth> month(YearMonth month, List<LocalDateRange> parts) {
    Means means = means(month, parts, flows.stream().mapToDouble(Flow::value).toArray());
    return means.covered == 0
        ? Optional.empty()
        : Optional.of(
            new LawMonth(
                means.mean(means.mean),
                Optional.of(
                    new LawMonth.Around(
                        means.mean(means.unclaimed),
                        means.mean(means.claimed),
                        means.mean(means.lastDay),
                        means.mean(means.onTheWay))),
                sameMonth(month, parts)));
  }

  private Optional<LawMonth.SameMonth> sameMonth(YearMonth month, List<LocalDateRange> parts) {
    return MonthWeights.of(partner, month)
        .map(
            weights -> {
              Means means =
                  means(month, parts, flows.stream().mapToDouble(weights::weight).toArray());
              return new LawMonth.SameMonth(means.mean(means.mean), weights.groups());
            });
  }

  private Means means(YearMonth month, List<LocalDateRange> parts, double[] weights) {
    Shares shares = new Shares(month);
    Means means = new Means();
    for (int i = 0; i < weights.length; i++) {
      means.all += weights[i];
      if (isBounded(i, parts)) {
        means.covered += weights[i];
        double share = shares.of(flows.get(i)).orElse(duties.share(i));
        for (LocalDateRange each : parts) {
          OnDay day = duties.on(each.getStart());
          double weight = weights[i] * each.lengthInDays() / month.lengthOfMonth();
          means.unclaimed.add(weight, day.lowestUnclaimed()[i], day.highestUnclaimed()[i]);
          means.claimed.add(weight, day.lowestClaimed()[i], day.highestClaimed()[i]);
          add(means.mean, day, i, weight, share);
          add(means.onTheWay, onTheWay(each.getStart()), i, weight, share);
        }
        OnDay last = duties.on(parts.get(parts.size() - 1).getStart());
        means.lastDay.add(weights[i], last.lowestUnclaimed()[i], last.highestUnclaimed()[i]);
      }
    }
    return means;
  }

  private static void add(Bounds mean, OnDay day, int flow, double weight, double share) {
    mean.add(weight * share, day.lowestClaimed()[flow], day.highestClaimed()[flow]);
    mean.add(weight * (1 - share), day.lowestUnclaimed()[flow], day.highestUnclaimed()[flow]);
  }

  private OnDay onTheWay(LocalDate day) {
    return onTheWay
        .filter(o -> daysOnTheWay.contains(day))
        .map(o -> o.on(day))
        .orElseGet(() -> duties.on(day));
  }

  private boolean isBounded(int flow, List<LocalDateRange> parts) {
    return parts.stream()
        .allMatch(
            p -> duties.on(p.getStart()).isBounded(flow) && onTheWay(p.getStart()).isBounded(flow));
  }

  /** The parts that entered under the USMCA in a month, where they are held. */
  private static final class Shares {

    private final YearMonth month;
    private final Map<String, Map<Sector, Double>> byPartner = new HashMap<>();

    private Shares(YearMonth month) {
      this.month = month;
    }

    private Optional<Double> of(Flow flow) {
      Map<Sector, Double> held = byPartner.computeIfAbsent(flow.partner(), this::held);
      return held.isEmpty() ? Optional.empty() : sector(flow.line(), held.keySet()).map(held::get);
    }

    private Map<Sector, Double> held(String partner) {
      Map<Sector, Double> shares = new EnumMap<>(Sector.class);
      for (Sector each : Sector.values()) {
        UsPaid.in("sector " + each, partner, month.toString())
            .flatMap(Paid::usmca)
            .ifPresent(s -> shares.put(each, s.fraction().doubleValue()));
      }
      return shares;
    }

    private static Optional<Sector> sector(HsCode line, Set<Sector> sectors) {
      return sectors.stream().filter(s -> s.covers(line)).findFirst();
    }
  }
}
