package org.tariffeconomics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.competitiveness.ImportMarket;
import org.tariffeconomics.competitiveness.PositionErosion;
import org.tariffeconomics.competitiveness.ShareShift;
import org.tariffeconomics.deal.LeftBehind;
import org.tariffeconomics.reference.UsStudies;
import org.tariffeconomics.reference.UsualFacts;
import org.tariffeconomics.report.Table;

/**
 * The verbs of {@link Tariffs} on suppliers against each other in a sector: positions, shares, who
 * is left behind.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class MarketVerbs extends PledgeVerbs permits ImportVerbs {

  MarketVerbs() {}

  /**
   * Job 11: a sector's market under the law of a day: every supplier against its rivals.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param day the day
   * @return the market: positions, ranking, what moved
   */
  public static ImportMarket market(String sector, String day) {
    return market(sector, day(day));
  }

  /**
   * Job 11: a sector's market under the law of a day.
   *
   * @param sector the sector, e.g. {@code cars}
   * @param day the day
   * @return the market
   */
  public static ImportMarket market(String sector, LocalDate day) {
    return UsStudies.market(sector, us().on(day));
  }

  /**
   * Job 11: a sector's market under the law of a day, with stated declarations of its suppliers.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param day the day
   * @param usual what importers of each origin declare, {@code usual().withUsmca()}
   * @return the market: positions, ranking, what moved
   */
  public static ImportMarket market(String sector, String day, UsualFacts usual) {
    return market(sector, day(day), usual);
  }

  /**
   * A sector's market under the law of a day, with stated declarations of its suppliers.
   *
   * @param sector the sector, or codes of any goods
   * @param day the day
   * @param usual what importers of each origin declare
   * @return the market
   */
  public static ImportMarket market(String sector, LocalDate day, UsualFacts usual) {
    return UsStudies.market(sector, us().on(day), usual);
  }

  /**
   * Job 11: the position of some suppliers of a sector on several days, and the rate with which
   * each would be level with its rivals on the last.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param origins the origins as the market names them, with commas: {@code "JP, KR, EU"}
   * @param days the days
   * @return the table; positive is an advantage
   */
  public static Table positions(String sector, String origins, String... days) {
    Objects.requireNonNull(days, "days");
    return positions(sector, origins, Arrays.stream(days).map(RateVerbs::day).toList());
  }

  /**
   * Job 11: the position of some suppliers of a sector on several days.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods
   * @param origins the origins as the market names them, with commas
   * @param days the days
   * @return the table; positive is an advantage
   */
  public static Table positions(String sector, String origins, List<LocalDate> days) {
    Objects.requireNonNull(origins, "origins");
    return UsStudies.positions(
        sector,
        Arrays.stream(Texts.plainSigns(origins).split(",")).map(String::strip).toList(),
        days);
  }

  /**
   * Job 6: what of the change of an origin's position is its own doing, and what its rivals'.
   *
   * @param sector the sector, e.g. {@code cars}
   * @param before the day before
   * @param after the day after
   * @param origin the origin
   * @return the own effect and each rival's, which add up to the change
   */
  public static PositionErosion ownAndRivals(
      String sector, String before, String after, String origin) {
    return ownAndRivals(sector, day(before), day(after), origin);
  }

  /**
   * Job 6: what of the change of an origin's position is its own doing, and what its rivals'.
   *
   * @param sector the sector, e.g. {@code cars}
   * @param before the day before
   * @param after the day after
   * @param origin the origin
   * @return the own effect and each rival's, which add up to the change
   */
  public static PositionErosion ownAndRivals(
      String sector, LocalDate before, LocalDate after, String origin) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    requireOrder(before, after);
    return market(sector, before).erosion(origin, market(sector, after));
  }

  /**
   * Job 11: the shares of a sector's suppliers after the law of another day.
   *
   * @param sector the sector, e.g. {@code cars}, or one line of any goods, {@code 7208.51.00}
   * @param before the day before
   * @param after the day after
   * @param sigmas elasticities of substitution
   * @return old share and new, for each elasticity
   * @throws IllegalArgumentException when the days are not in order, the codes are of several
   *     lines, no supplier can be compared, or an elasticity is not positive
   */
  public static ShareShift shareShift(
      String sector, String before, String after, double... sigmas) {
    return shareShift(sector, day(before), day(after), sigmas);
  }

  /**
   * Job 11: the shares of a sector's suppliers after the law of another day.
   *
   * @param sector the sector, e.g. {@code cars}, or one line of any goods, {@code 7208.51.00}
   * @param before the day before
   * @param after the day after
   * @param sigmas elasticities of substitution
   * @return old share and new, for each elasticity
   * @throws IllegalArgumentException when the days are not in order, the codes are of several
   *     lines, no supplier can be compared, or an elasticity is not positive
   */
  public static ShareShift shareShift(
      String sector, LocalDate before, LocalDate after, double... sigmas) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    requireOrder(before, after);
    ImportMarket market = market(sector, before);
    return market.shareShift(product(sector, market), market(sector, after), sigmas);
  }

  /**
   * Job 8: who is left behind in a sector on a day, all reasons counting the same.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param day the day
   * @return the ranking
   */
  public static LeftBehind leftBehind(String sector, String day) {
    return leftBehind(sector, day(day));
  }

  /**
   * Job 8: who is left behind in a sector on a day, all reasons counting the same.
   *
   * @param sector the sector, e.g. {@code cars}
   * @param day the day
   * @return the ranking
   */
  public static LeftBehind leftBehind(String sector, LocalDate day) {
    return UsStudies.leftBehind(sector, day, LeftBehind.Weights.EQUAL);
  }

  /**
   * Job 8: who is left behind in a sector on a day, where importers declare what is assumed: {@code
   * usual().withUsmca()} claims the USMCA for all goods of Mexico and Canada.
   *
   * @param sector the sector, e.g. {@code cars}, or codes of any goods, {@code 7208}
   * @param day the day
   * @param usual what importers of each origin declare
   * @return the ranking, which says what was assumed
   */
  public static LeftBehind leftBehind(String sector, String day, UsualFacts usual) {
    return leftBehind(sector, day(day), usual);
  }

  /**
   * {@link Tariffs#leftBehind(String, String, UsualFacts)} with a day.
   *
   * @param sector the sector
   * @param day the day
   * @param usual what importers of each origin declare
   * @return the ranking, which says what was assumed
   */
  public static LeftBehind leftBehind(String sector, LocalDate day, UsualFacts usual) {
    return UsStudies.leftBehind(sector, day, LeftBehind.Weights.EQUAL, usual);
  }

  private static String product(String sector, ImportMarket market) {
    List<String> products = market.products();
    if (products.size() == 1) {
      return products.get(0);
    }
    throw new IllegalArgumentException(
        "sector must be a sector or one line, within which shares shift, but "
            + Texts.quoted(sector)
            + " has the lines "
            + Texts.few(products));
  }
}
