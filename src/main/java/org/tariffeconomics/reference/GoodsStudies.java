package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.competitiveness.Figure;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.RelativePosition;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Questions about any goods by their codes, over the imports of 2024 by legal line: each line is a
 * product of the market, with its own duty.
 */
final class GoodsStudies {

  private static final String NOT_SOLD = "sold none of the goods in 2024";

  private final UsImports imports;

  private GoodsStudies(UsImports imports) {
    this.imports = imports;
  }

  /** Whether a text names goods by codes, not a sector by its name. */
  static boolean isCodes(String text) {
    String plain = text.strip();
    return !plain.isEmpty() && plain.charAt(0) >= '0' && plain.charAt(0) <= '9';
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

  LeftBehind leftBehind(LocalDate day, LeftBehind.Weights weights) {
    ImportMarket market = imports.market(UsTariffs.book().on(day).asKnownOn(day));
    Map<String, Double> sold = imports.byPartner();
    Map<String, Double> all = UsImports.of2024().byPartner();
    List<String> without = UsDeals.register().withoutDeal(day, day);
    Optional<RateRange> lowest =
        sold.keySet().stream()
            .flatMap(partner -> UsStudies.range(duty(market, partner)).stream())
            .reduce(UsStudies::lower);
    List<LeftBehind.Candidate> candidates = new ArrayList<>();
    for (Deal deal : UsDeals.register().deals()) {
      String partner = deal.partner();
      Optional<RateRange> rate =
          sold.containsKey(partner) ? UsStudies.range(duty(market, partner)) : Optional.empty();
      Optional<BigDecimal> exposure =
          all.containsKey(partner)
              ? Optional.of(
                  BigDecimal.valueOf(
                      sold.getOrDefault(partner, 0.0) / all.getOrDefault(partner, 1.0)))
              : Optional.empty();
      LeftBehind.Candidate candidate =
          new LeftBehind.Candidate(
              partner, Optional.empty(), Optional.empty(), exposure, !without.contains(partner));
      candidates.add(
          rate.flatMap(r -> lowest.map(best -> candidate.withRange(r, best))).orElse(candidate));
    }
    return LeftBehind.rank(candidates, weights)
        .withStamp(
            market
                .stamp()
                .withAssumption("each partner's duty weighted by its lines of 2024")
                .withAssumption("exposure: part of US imports from the partner in 2024")
                .withAssumption("preferences claimed where usual only"));
  }
}
