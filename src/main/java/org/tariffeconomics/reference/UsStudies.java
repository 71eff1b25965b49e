package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.competitiveness.Figure;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.MarketSupplier;
import org.tariffeconomics.competitiveness.RelativePosition;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.investment.DealBalance;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.Outlook;
import org.tariffeconomics.investment.PledgeBenchmark;
import org.tariffeconomics.investment.PledgeCost;
import org.tariffeconomics.investment.ReliefLine;
import org.tariffeconomics.investment.TariffRelief;
import org.tariffeconomics.reference.UsTrade.Partner;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * Questions over the bundled facts that need several of them at once: the law, the deals, the trade
 * of 2024 and what importers usually declare.
 *
 * @since 0.1.0
 */
public final class UsStudies {

  private static final String NOT_SOLD = "sold none of the goods in 2024";

  private UsStudies() {}

  /**
   * A sector's market under the law of a day, with what importers of each origin usually declare.
   *
   * @param sector the sector
   * @param law the law
   * @return the market with its tariffs
   */
  public static ImportMarket market(Sector sector, TariffLaw law) {
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(law, "law");
    return market(sector, law, UsualFacts.under(law));
  }

  /**
   * A sector's market under the law of a day.
   *
   * @param sector the sector
   * @param law the law
   * @param usual what importers of each origin declare; nothing of it under the law of another
   *     territory
   * @return the market with its tariffs, and what each origin declares in its stamp
   */
  public static ImportMarket market(Sector sector, TariffLaw law, UsualFacts usual) {
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(usual, "usual");
    return UsTrade.market(sector).withTariffsOf(law, usual.ofSuppliers(law));
  }

  /**
   * The market of a sector or of any goods under the law of a day.
   *
   * @param goods a sector's name, {@code cars}; or any goods by name, {@code steel}, or by codes,
   *     {@code 7208}, {@code 8541+8542}: then every legal line is a product of the market
   * @param law the law
   * @return the market with its tariffs
   * @throws IllegalArgumentException when it is neither a sector nor goods that were imported
   */
  public static ImportMarket market(String goods, TariffLaw law) {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(law, "law");
    return market(goods, law, UsualFacts.under(law));
  }

  /**
   * The market of a sector or of any goods under the law of a day.
   *
   * @param goods a sector's name or codes, as for {@link #market(String, TariffLaw)}
   * @param law the law
   * @param usual what importers of each origin declare
   * @return the market with its tariffs
   * @throws IllegalArgumentException when it is neither a sector nor goods that were imported
   */
  public static ImportMarket market(String goods, TariffLaw law, UsualFacts usual) {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(usual, "usual");
    return GoodsNames.codes(goods)
        .map(codes -> UsImports.of2024().of(codes).market(law, usual))
        .orElseGet(() -> market(GoodsNames.sector(goods), law, usual));
  }

  /**
   * How far the rivals' duty lies above each origin's, of a sector or of any goods.
   *
   * @param goods a sector's name, or codes as for {@link #market(String, TariffLaw)}
   * @param origins the origins by code or name, a group as the market names it; {@code *} is all of
   *     them
   * @param days the days, at least one
   * @return the table, a row for each origin; positive is an advantage
   * @throws IllegalArgumentException as for {@link #positions(Sector, List, List)}
   */
  public static Table positions(String goods, List<String> origins, List<LocalDate> days) {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(days, "days");
    Require.notEmpty("days", days.size());
    List<String> named =
        origins.equals(List.of("*"))
            ? market(goods, UsTariffs.book().on(days.get(days.size() - 1))).origins()
            : origins.stream().map(UsStudies::originName).toList();
    return GoodsNames.codes(goods)
        .map(codes -> GoodsStudies.of(codes).positions(named, days))
        .orElseGet(() -> positions(GoodsNames.sector(goods), named, days));
  }

  /** A country's code or a group's name; what is neither is refused where it is looked up. */
  private static String originName(String text) {
    try {
      return UsPaid.code(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /**
   * Who is left behind in a sector or with any goods on a day.
   *
   * @param goods a sector's name, or codes as for {@link #market(String, TariffLaw)}: then a
   *     partner's rate is that of its lines, weighted by their imports of 2024
   * @param day the day, whose law and deals are taken as known on it
   * @param weights how much each part counts
   * @return the ranking
   */
  public static LeftBehind leftBehind(String goods, LocalDate day, LeftBehind.Weights weights) {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(weights, "weights");
    return GoodsNames.codes(goods)
        .map(codes -> GoodsStudies.of(codes).leftBehind(day, weights))
        .orElseGet(() -> leftBehind(GoodsNames.sector(goods), day, weights));
  }

  /**
   * Who is left behind where importers declare what is assumed: the USMCA claimed for all goods of
   * Mexico and Canada, for one, which the ranking says.
   *
   * @param goods a sector's name, or codes as for {@link #market(String, TariffLaw)}
   * @param day the day, whose law and deals are taken as known on it
   * @param weights how much each part counts
   * @param usual what importers of each origin declare; of goods by codes agreements are claimed as
   *     in 2024 but for the USMCA, where it is claimed here
   * @return the ranking
   */
  public static LeftBehind leftBehind(
      String goods, LocalDate day, LeftBehind.Weights weights, UsualFacts usual) {
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(usual, "usual");
    return GoodsNames.codes(goods)
        .map(codes -> GoodsStudies.of(codes).leftBehind(day, weights, usual))
        .orElseGet(() -> leftBehind(GoodsNames.sector(goods), day, weights, usual));
  }

  /**
   * How far the rivals' trade-weighted duty lies above each origin's in a sector, on several days,
   * and the rate with which each origin would be level with its rivals on the last of them.
   *
   * @param sector the sector
   * @param origins the origins, as the market names them
   * @param days the days, at least one
   * @return the table, a row for each origin; positive is an advantage
   * @throws IllegalArgumentException when there is no day or no origin, or the market does not list
   *     an origin; the message lists those that it has
   */
  public static Table positions(Sector sector, List<String> origins, List<LocalDate> days) {
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(sector, "sector");
    Require.notEmpty("days", days.size());
    Require.notEmpty("origins", origins.size());
    List<String> columns = new ArrayList<>(List.of("origin"));
    days.forEach(day -> columns.add(day.toString()));
    columns.add("duty now");
    columns.add("level at");
    List<ImportMarket> markets =
        days.stream().map(day -> market(sector, UsTariffs.book().on(day))).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (String origin : origins) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(origin)));
      for (ImportMarket each : markets) {
        row.add(figure(sector, origin, each, RelativePosition::margin).pointsCell());
      }
      ImportMarket now = markets.get(markets.size() - 1);
      row.add(figure(sector, origin, now, RelativePosition::tariff).percentCell());
      row.add(figure(sector, origin, now, RelativePosition::rivalsTariff).percentCell());
      rows.add(row);
    }
    List<String> caption = new ArrayList<>();
    caption.add("margin: rivals' import-weighted duty on the same goods less the origin's own");
    Stamp first = markets.get(0).stamp();
    caption.addAll(markets.get(markets.size() - 1).stamp().against(first).lines());
    return new Table(
        "Position of suppliers of "
            + sector
            + " ("
            + sector.line()
            + ") against their rivals (+ is an advantage)",
        columns,
        rows,
        caption);
  }

  /** A partner known to sell none of the goods has no place; an origin that is none is refused. */
  private static Figure figure(
      Sector sector, String origin, ImportMarket market, Function<RelativePosition, Figure> part) {
    boolean sellsNone =
        market.originOf(origin).isEmpty()
            && UsTrade.find(origin)
                .flatMap(p -> p.imports(sector))
                .filter(v -> v.signum() == 0)
                .isPresent();
    return sellsNone ? Figure.unknown(NOT_SOLD) : part.apply(market.position(origin));
  }

  /**
   * Who is left behind in a sector on a day, of the partners that have an arrangement or lack one.
   * Rates are those of the sector's line; the gap is to the lowest rate that any partner which
   * sells the goods faces; exposure is the sector's part in a partner's sales to the United States
   * in 2024.
   *
   * @param sector the sector
   * @param day the day, whose law and deals are taken as known on it
   * @param weights how much each part counts
   * @return the ranking
   */
  public static LeftBehind leftBehind(Sector sector, LocalDate day, LeftBehind.Weights weights) {
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(weights, "weights");
    return leftBehind(sector, day, weights, UsualFacts.us());
  }

  private static LeftBehind leftBehind(
      Sector sector, LocalDate day, LeftBehind.Weights weights, UsualFacts usual) {
    ImportMarket market = market(sector, UsTariffs.book().on(day).asKnownOn(day), usual);
    List<String> without = UsDeals.register().withoutDeal(day, day);
    Optional<RateRange> lowest = lowest(market);
    List<LeftBehind.Candidate> candidates = new ArrayList<>();
    for (Deal deal : UsDeals.register().deals()) {
      String partner = deal.partner();
      LeftBehind.Candidate candidate =
          new LeftBehind.Candidate(
              partner,
              Optional.empty(),
              Optional.empty(),
              exposure(sector, partner),
              !without.contains(partner),
              UsAgreements.of(partner, day));
      candidates.add(
          market
              .supplier(sector.line(), partner)
              .flatMap(supplier -> range(supplier.tariff()))
              .flatMap(rate -> lowest.map(best -> candidate.withRange(rate, best)))
              .orElse(candidate));
    }
    return LeftBehind.rank(candidates, weights)
        .withStamp(
            market
                .stamp()
                .withAssumption("duties of " + sector.line())
                .withAssumption("exposure: part of US imports from the partner in 2024")
                .withAssumption("preferences claimed where usual only"));
  }

  private static Optional<Rate> rate(ImportMarket market, Sector sector, String partner) {
    return market.supplier(sector.line(), partner).flatMap(UsStudies::rate);
  }

  private static Optional<Rate> rate(MarketSupplier supplier) {
    return supplier.tariff().isKnown()
        ? Optional.of(Rate.fraction(BigDecimal.valueOf(supplier.tariff().known())))
        : Optional.empty();
  }

  /** What a tariff lies within; empty where that is not known. */
  static Optional<RateRange> range(Figure tariff) {
    return tariff.lowest().isPresent()
        ? Optional.of(
            new RateRange(
                fraction(tariff.lowest().getAsDouble()), fraction(tariff.highest().getAsDouble())))
        : Optional.empty();
  }

  private static Rate fraction(double value) {
    return Rate.fraction(BigDecimal.valueOf(value));
  }

  /** What the lowest rate of those who sell lies within. */
  private static Optional<RateRange> lowest(ImportMarket market) {
    return market.suppliers().stream()
        .filter(s -> s.imports().isKnown() && s.imports().known() > 0)
        .flatMap(s -> range(s.tariff()).stream())
        .reduce(UsStudies::lower);
  }

  /** What the lower of two rates lies within. */
  static RateRange lower(RateRange one, RateRange other) {
    return new RateRange(
        lower(one.lowest(), other.lowest()), lower(one.highest(), other.highest()));
  }

  private static Rate lower(Rate one, Rate other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Optional<BigDecimal> exposure(Sector sector, String partner) {
    return UsTrade.find(partner)
        .flatMap(
            p ->
                p.imports(sector)
                    .flatMap(
                        part ->
                            p.imports()
                                .filter(all -> all.signum() > 0)
                                .map(all -> part.divide(all, MathContext.DECIMAL64))));
  }

  /**
   * What a deal's cut saves a year on the trade of 2024, sector by sector: the duty on a day
   * without the deal's measures less the duty with them. Sectors that the deal does not move are
   * left out.
   *
   * @param deal the deal
   * @param day the day whose law is compared
   * @return the relief, before any reaction of trade
   * @throws IllegalArgumentException when the deal moves no sector of which rates and trade are
   *     known
   */
  public static TariffRelief relief(Deal deal, LocalDate day) {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(day, "day");
    TariffBook with = UsTariffs.book();
    List<ReliefLine> lines = new ArrayList<>();
    for (Sector sector : Sector.values()) {
      Optional<Rate> before =
          rate(market(sector, with.without(deal).on(day)), sector, deal.partner());
      Optional<Rate> after = rate(market(sector, with.on(day)), sector, deal.partner());
      Optional<BigDecimal> imports = UsTrade.partner(deal.partner()).imports(sector);
      if (before.isPresent() && after.isPresent() && imports.isPresent() && !before.equals(after)) {
        lines.add(
            ReliefLine.of(sector.toString(), billions(imports.get()), before.get(), after.get()));
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "The deal '" + deal.id() + "' moves no sector whose rates and trade are bundled");
    }
    return TariffRelief.of(lines.toArray(ReliefLine[]::new));
  }

  /**
   * What a deal's cut is worth against the cost of what it pledged to invest, in all.
   *
   * @param deal the deal
   * @param day the day whose law is compared
   * @param shortfall by how much the pledge's return a year falls short of what the investor
   *     requires
   * @param outlook discount rate, growth of trade, and years
   * @return the balance; relief and cost are two kinds of money, and the result says so
   * @throws IllegalArgumentException when the deal has no pledge or moves no known sector
   */
  public static DealBalance balance(Deal deal, LocalDate day, Rate shortfall, Outlook outlook) {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(shortfall, "shortfall");
    Objects.requireNonNull(outlook, "outlook");
    PledgeCost cost =
        PledgeCost.ofReturnShortfall(pledged(deal).headline(), shortfall, outlook.years());
    return new DealBalance(deal.id(), relief(deal, day), cost, outlook);
  }

  /**
   * What a deal pledged to invest, in all, against the partner's size, its sales, and the relief.
   *
   * @param deal the deal
   * @param day the day whose law is compared
   * @return the benchmark
   * @throws IllegalArgumentException when the deal has no pledge or moves no known sector
   */
  public static PledgeBenchmark benchmark(Deal deal, LocalDate day) {
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(day, "day");
    Partner partner = UsTrade.partner(deal.partner());
    PledgeBenchmark benchmark =
        PledgeBenchmark.of(deal.id(), pledged(deal).headline()).withRelief(relief(deal, day));
    Optional<BigMoney> gdp = partner.gdp().map(UsStudies::billions);
    Optional<BigMoney> sales = partner.imports().map(UsStudies::billions);
    PledgeBenchmark withGdp = gdp.map(benchmark::withGdp).orElse(benchmark);
    return sales.map(withGdp::withExports).orElse(withGdp);
  }

  /** All investments of the deal: a part of them would make its price look low. */
  private static InvestmentCommitment pledged(Deal deal) {
    return deal.promises()
        .wholeInvestment()
        .orElseThrow(
            () -> new IllegalArgumentException("The deal '" + deal.id() + "' has no pledge"));
  }

  private static BigMoney billions(BigDecimal amount) {
    return BigMoney.of(CurrencyUnit.USD, amount.movePointRight(9));
  }
}
