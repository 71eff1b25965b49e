package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.competitiveness.Figure;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.RelativePosition;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Questions about any goods by their codes, over the imports of 2024 by legal line: each line is a
 * product of the market, with its own duty.
 */
final class GoodsStudies {

  private static final double LEAST_COVERED = 0.99;
  private static final String NOT_SOLD = "sold none of the goods in 2024";

  private final UsImports imports;

  private GoodsStudies(UsImports imports) {
    this.imports = imports;
  }

  static GoodsStudies of(String codes) {
    return new GoodsStudies(UsImports.of2024().of(codes));
  }

  Table positions(List<String> origins, List<LocalDate> days) {
    Require.notEmpty("days", days.size());
    Require.notEmpty("origins", origins.size());
    List<ImportMarket> markets =
        days.stream().map(day -> imports.market(UsTariffs.book().on(day))).toList();
    ImportMarket now = markets.get(markets.size() - 1);
    List<String> columns = new ArrayList<>(List.of("origin"));
    days.forEach(day -> columns.add(day.toString()));
    columns.add("duty now");
    List<List<Cell>> rows = new ArrayList<>();
    for (String origin : origins) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(origin)));
      for (ImportMarket each : markets) {
        Figure margin = position(each, origin).map(RelativePosition::margin).orElse(notSold());
        row.add(margin.pointsCell());
      }
      Figure duty = duty(now, origin);
      row.add(duty.percentCell());
      rows.add(row);
    }
    return new Table(
        "Position of suppliers of "
            + imports.goods()
            + " against their rivals (+ is an advantage), every line with its own duty",
        columns,
        rows,
        now.stamp().against(markets.get(0).stamp()).lines());
  }

  private static Figure notSold() {
    return Figure.unknown(NOT_SOLD);
  }

  /** The position of an origin; empty for a partner that sold none, refused for no partner. */
  private Optional<RelativePosition> position(ImportMarket market, String origin) {
    boolean sells = market.originOf(origin).isPresent();
    boolean isPartner = UsImports.of2024().byPartner().containsKey(origin);
    return sells || !isPartner ? Optional.of(market.position(origin)) : Optional.empty();
  }

  private Figure duty(ImportMarket market, String origin) {
    return position(market, origin).map(RelativePosition::tariff).orElse(notSold());
  }

  /**
   * Every partner's rate is the mean of its lines as importers of the day knew the law, weighted by
   * what it sold in 2024, claims as in 2024 too; its bounds where lines have bounds.
   */
  LeftBehind leftBehind(LocalDate day, LeftBehind.Weights weights) {
    return leftBehind(day, weights, UsTariffs.book(), (flow, share) -> share)
        .withStamp(stamp(day, UsTariffs.book()));
  }

  /** The same with the USMCA claimed, and other things declared, where that is assumed. */
  LeftBehind leftBehind(LocalDate day, LeftBehind.Weights weights, UsualFacts usual) {
    TariffBook book = UsTariffs.book().assuming(usual.besidesClaims());
    ShareOfClaims shares =
        (flow, share) -> usual.of(flow.line(), flow.origin(), day).claims("USMCA") ? 1 : share;
    boolean claimed = imports.flows().stream().anyMatch(each -> shares.of(each, -1) == 1);
    Stamp stamp = stamp(day, book);
    return leftBehind(day, weights, book, shares)
        .withStamp(claimed ? stamp.withAssumption("MX and CA claim USMCA for all goods") : stamp);
  }

  /** How much of a flow claims its agreement, given how much did in 2024. */
  @FunctionalInterface
  private interface ShareOfClaims {
    double of(UsImports.Flow flow, double in2024);
  }

  private LeftBehind leftBehind(
      LocalDate day, LeftBehind.Weights weights, TariffBook book, ShareOfClaims shares) {
    Map<String, RateRange> rates = rates(day, book, shares);
    Optional<RateRange> best = best(List.copyOf(rates.values()));
    Map<String, Double> sold = imports.byPartner();
    Map<String, Double> all = UsImports.of2024().byPartner();
    List<String> without = UsDeals.register().withoutDeal(day, day);
    List<LeftBehind.Candidate> candidates = new ArrayList<>();
    for (Deal deal : UsDeals.register().deals()) {
      String partner = deal.partner();
      Optional<BigDecimal> exposure =
          Optional.ofNullable(all.get(partner))
              .map(total -> BigDecimal.valueOf(sold.getOrDefault(partner, 0.0) / total));
      LeftBehind.Candidate candidate =
          new LeftBehind.Candidate(
              partner,
              Optional.empty(),
              Optional.empty(),
              exposure,
              !without.contains(partner),
              UsAgreements.of(partner, day));
      candidates.add(
          Optional.ofNullable(rates.get(partner))
              .flatMap(rate -> best.map(lowest -> candidate.withRange(rate, lowest)))
              .orElse(candidate));
    }
    return LeftBehind.rank(candidates, weights);
  }

  private static Stamp stamp(LocalDate day, TariffBook book) {
    return book.on(day)
        .asKnownOn(day)
        .stampOfMany()
        .withAssumption("each partner's duty: mean of its lines of 2024, claims as in 2024")
        .withAssumption("lines without a rate, at most 1% of a partner's, are left out")
        .withAssumption("exposure: part of US imports from the partner in 2024");
  }

  /** What the mean of each partner lies within; none where more than 1 % of it has no bounds. */
  private Map<String, RateRange> rates(LocalDate day, TariffBook book, ShareOfClaims shares) {
    FlowDuties duties =
        FlowDuties.of(imports.flows(), book, List.of(day), FlowDuties.Clock.OF_THE_DAY);
    FlowDuties.OnDay rates = duties.on(day);
    Map<String, Double> sold = new TreeMap<>();
    Map<String, MeanDuty> means = new TreeMap<>();
    for (int i = 0; i < imports.flows().size(); i++) {
      UsImports.Flow flow = imports.flows().get(i);
      MeanDuty mean = means.computeIfAbsent(flow.partner(), p -> new MeanDuty());
      sold.merge(flow.partner(), flow.value(), Double::sum);
      if (rates.isBounded(i)) {
        mean.add(rates, i, flow.value(), shares.of(flow, duties.share(i)));
      }
    }
    Map<String, RateRange> ranges = new TreeMap<>();
    sold.forEach(
        (partner, all) ->
            Optional.ofNullable(means.get(partner))
                .filter(mean -> mean.trade() >= LEAST_COVERED * all)
                .ifPresent(mean -> ranges.put(partner, mean.range())));
    return ranges;
  }

  /** What the lowest of some rates lies within. */
  private static Optional<RateRange> best(List<RateRange> rates) {
    Optional<Rate> lowest = rates.stream().map(RateRange::lowest).min(Comparator.naturalOrder());
    Optional<Rate> highest = rates.stream().map(RateRange::highest).min(Comparator.naturalOrder());
    return lowest.flatMap(l -> highest.map(h -> new RateRange(l, h)));
  }
}
