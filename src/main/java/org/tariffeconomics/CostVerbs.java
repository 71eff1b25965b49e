package org.tariffeconomics;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoneyProvider;
import org.joda.money.Money;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.ClaimCheck;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostComparison;
import org.tariffeconomics.landedcost.Portfolio;
import org.tariffeconomics.landedcost.PortfolioDuties;
import org.tariffeconomics.landedcost.PortfolioItem;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * The verbs of {@link Tariffs} on what goods cost when they have landed in the United States: a
 * shipment, an entry of several lines, a portfolio.
 *
 * <p>They come with {@link Tariffs}, which inherits them.
 *
 * @since 0.1.0
 */
public sealed class CostVerbs extends DutyVerbs permits DealVerbs {

  CostVerbs() {}

  /**
   * Job 5: goods, sold FOB, as they are shipped.
   *
   * @param line the tariff line
   * @param origin the origin, which may claim and declare
   * @param price the price, {@code "USD 30000"}
   * @param freight the international freight, {@code "USD 1330"}
   * @param insurance the insurance, {@code "USD 207"}
   * @param mode {@code sea}, {@code air}, {@code road}, {@code rail} or {@code post}
   * @return the shipment; its {@code with…} methods say more
   */
  public static Shipment shipment(
      String line, String origin, String price, String freight, String insurance, String mode) {
    return shipped(
        line,
        DeclaredOrigin.parse(origin),
        AmountText.parse("price", price),
        AmountText.parse("freight", freight),
        AmountText.parse("insurance", insurance),
        TransportMode.parse(mode));
  }

  /**
   * A shipment whose costs are held as money.
   *
   * @param line the tariff line
   * @param origin the origin, which may claim and declare
   * @param price the price of the goods
   * @param freight the freight to the border
   * @param insurance the insurance to the border
   * @param mode how it comes
   * @return the shipment
   */
  public static Shipment shipment(
      String line, String origin, Money price, Money freight, Money insurance, TransportMode mode) {
    return shipped(line, DeclaredOrigin.parse(origin), price, freight, insurance, mode);
  }

  /**
   * Job 5: the landed cost of goods in the United States, entered formally: no relief for parcels
   * of low value and no duty of the post counts, which {@code landed("US", shipment, day)} knows.
   *
   * @param shipment the goods; what is usually declared for its origin is added to its declaration
   * @param day the day of entry
   * @return the cost as a waterfall
   */
  public static LandedCost landed(Shipment shipment, String day) {
    return landed(shipment, day(day));
  }

  /**
   * Job 5: the landed cost of goods in the United States.
   *
   * @param shipment the goods; what is usually declared for its origin is added
   * @param day the day of entry
   * @return the cost as a waterfall
   */
  public static LandedCost landed(Shipment shipment, LocalDate day) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(day, "day");
    us().requireClaimable(new DeclaredOrigin(shipment.origin(), shipment.facts()));
    return LandedCost.of(
        shipment.withFacts(
            usual().of(shipment.line(), shipment.origin(), day).and(shipment.facts())),
        us().on(day));
  }

  /**
   * Job 5: landed costs side by side, cheapest first.
   *
   * @param costs the costs
   * @return the comparison
   */
  public static LandedCostComparison sideBySide(LandedCost... costs) {
    return LandedCostComparison.of(costs);
  }

  /**
   * Holds a claim against a landed cost.
   *
   * @param claim an amount as somebody claims it, with its currency
   * @param cost the cost
   * @return whether the claim holds; neither right nor wrong where the cost is not known
   */
  public static ClaimCheck check(String claim, LandedCost cost) {
    Objects.requireNonNull(cost, "cost");
    return cost.check(claim);
  }

  /**
   * An entry of several lines into the United States, to be priced under a law: {@code
   * entry().withLine("A1", Shipment.of("6109.10", "IN", "USD 1000")).price(us().on("2026-11-23"))}.
   * A line claims what its shipment states and nothing besides: what is usual is not added, since
   * an entry is what somebody files.
   *
   * @return the entry without lines
   */
  public static CustomsEntry entry() {
    return CustomsEntry.of("US");
  }

  /**
   * What an importer pays on a portfolio of articles read from comma-separated text with a header:
   * {@code sku, line, origin, value}. What is usually declared for an origin is added, as for
   * {@link #landed(Shipment, String)}; {@link Portfolio#under} adds nothing.
   *
   * @param csv the text, header first, as {@link Portfolio} reads it
   * @param day the day of the law
   * @return the duties by article
   * @throws IllegalArgumentException when a row cannot be read, or claims what the law does not
   *     have
   */
  public static PortfolioDuties portfolio(String csv, String day) {
    return portfolio(csv, day(day));
  }

  /**
   * What an importer pays on a portfolio of articles read from comma-separated text; what is
   * usually declared for an origin is added.
   *
   * @param csv the text, header first
   * @param day the day of the law
   * @return the duties by article
   * @throws IllegalArgumentException when a row cannot be read, or claims what the law does not
   *     have
   */
  public static PortfolioDuties portfolio(String csv, LocalDate day) {
    Objects.requireNonNull(day, "day");
    List<PortfolioItem> items =
        Portfolio.parse(csv).orThrow().items().stream().map(each -> usual(each, day)).toList();
    return Portfolio.of(items).under(us().on(day));
  }

  private static PortfolioItem usual(PortfolioItem item, LocalDate day) {
    return item.withOrigin(us().requireClaimable(withUsual(us(), item.origin(), item.line(), day)));
  }

  private static Shipment shipped(
      String line,
      DeclaredOrigin origin,
      BigMoneyProvider price,
      BigMoneyProvider freight,
      BigMoneyProvider insurance,
      TransportMode mode) {
    return Shipment.of(HsCode.of(line), origin.country(), price)
        .withFacts(origin.facts())
        .withFreight(freight)
        .withInsurance(insurance)
        .withMode(mode);
  }
}
