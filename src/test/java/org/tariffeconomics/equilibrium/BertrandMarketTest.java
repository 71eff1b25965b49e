package org.tariffeconomics.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.doors.Refusals.assertRefused;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The market of the peer's example: six beers of five brewers (Epstein and Rubinfeld's data as
 * shipped with the R package “trade”), two of them imported.
 */
class BertrandMarketTest {

  private static final List<String> OWNERS =
      List.of("BUD", "OLD STYLE", "MILLER", "MILLER", "OTHER-LITE", "OTHER-REG");
  private static final double[] PRICES = {.0441, .0328, .0409, .0396, .0387, .0497};
  private static final double[] QUANTITIES = {6.6, 17.2, 25.3, 18.7, 9.9, 22.3};
  private static final double[] MARGINS = {.3830, .5515, .5421, .5557, .4453, .3769};
  private static final double[] TENTH = {0, 0, 0, 0, 0.1, 0.1};

  /** The peer's slopes and its mean values of CES, which it found on the same data. */
  private static final double PEER_LOGIT_SLOPE = -61.7009350646181;

  private static final double PEER_LOGIT_INSIDE = 0.604739819955;
  private static final double PEER_CES_SLOPE = 2.28241478203579;
  private static final double[] PEER_CES_VALUES = {
    0.00447003325913,
    0.00592730383299,
    0.0144283775523,
    0.00990650790184,
    0.00497652333657,
    0.019841277651
  };

  @Test
  void logit_is_calibrated_to_the_margins_better_than_by_the_peers_search() {
    BertrandMarket market =
        BertrandMarket.ofQuantities(DemandForm.LOGIT, OWNERS, PRICES, QUANTITIES, MARGINS);
    // Minimised apart, by a simplex search in both parameters: -61.701611 and 1 - 0.395056511.
    assertEquals(-61.701611, market.slope(), 1e-6);
    assertEquals(0.604943490, Sums.of(market.shares()), 1e-7);
    double[] peerShares = new double[6];
    for (int i = 0; i < 6; i++) {
      peerShares[i] = PEER_LOGIT_INSIDE * QUANTITIES[i] / 100;
    }
    BertrandMarket peer =
        BertrandMarket.ofSlope(DemandForm.LOGIT, OWNERS, PRICES, peerShares, PEER_LOGIT_SLOPE);
    assertTrue(misfit(market) < misfit(peer));
    assertEquals(misfit(peer), misfit(market), 1e-8);
  }

  @Test
  void ces_is_calibrated_to_the_margins_better_than_by_the_peers_search() {
    BertrandMarket market =
        BertrandMarket.ofQuantities(DemandForm.CES, OWNERS, PRICES, QUANTITIES, MARGINS);
    // Minimised apart by a simplex search: 2.42065984 and 1 - 0.1114165.
    assertEquals(2.42065984, market.slope(), 1e-6);
    assertEquals(0.8885835, Sums.of(market.shares()), 1e-6);
    BertrandMarket peer =
        BertrandMarket.ofMeanValues(
            DemandForm.CES, OWNERS, PRICES, PEER_CES_VALUES, PEER_CES_SLOPE);
    assertEquals(0.0249451, misfit(market), 1e-6);
    assertEquals(0.0267508, misfit(peer), 1e-6);
  }

  private static double misfit(BertrandMarket market) {
    double sum = 0;
    for (int i = 0; i < MARGINS.length; i++) {
      sum += Math.pow(market.margins()[i] - MARGINS[i], 2);
    }
    return sum;
  }

  @Test
  void logit_passes_on_half_of_the_relative_rise_and_ces_nearly_all() {
    BertrandMarket logit =
        BertrandMarket.ofQuantities(DemandForm.LOGIT, OWNERS, PRICES, QUANTITIES, MARGINS);
    BertrandMarket ces =
        BertrandMarket.ofMeanValues(
            DemandForm.CES, OWNERS, PRICES, PEER_CES_VALUES, PEER_CES_SLOPE);
    for (int product = 4; product < 6; product++) {
      double half = logit.afterTariffs(TENTH).relativePassThrough(product).getAsDouble();
      assertTrue(half > 0.52 && half < 0.56, "logit passed on " + half);
      double most = ces.afterTariffs(TENTH).relativePassThrough(product).getAsDouble();
      assertTrue(most > 0.89 && most < 0.98, "CES passed on " + most);
    }
    assertFalse(logit.afterTariffs(TENTH).relativePassThrough(0).isPresent());
  }

  @Test
  void a_monopolist_of_logit_demand_by_hand() {
    // Share 1/2, slope -2: markup 1/(2·1/2) = 1, cost 3 - 1 = 2.
    BertrandMarket market =
        BertrandMarket.ofSlope(
            DemandForm.LOGIT, List.of("M"), new double[] {3}, new double[] {0.5}, -2);
    assertEquals(2, market.costs()[0], 1e-15);
    // A tariff of a third of the price: cost 3. With markup m, s = 1/(1 + e^(2(m-1)+2)) and
    // 2m(1-s) = 1: m(x) is the root of m = (1 + e^(-2m))/2, at 0.6392322713...
    double markup = 0.6392322713805370;
    assertEquals((1 + Math.exp(-2 * markup)) / 2, markup, 1e-14);
    assertEquals(3 + markup, market.afterTariffs(1 / 3.0).prices()[0], 1e-13);
    assertEquals(
        3 + markup, market.afterCosts(1.5).prices()[0], 1e-13, "a tariff is a rise of cost");
  }

  @Test
  void a_ces_firm_without_weight_has_the_markup_of_monopolistic_competition() {
    // Share 1e-9 at γ 5: margin 1/5, full pass-through of a cost rise.
    BertrandMarket market =
        BertrandMarket.ofSlope(
            DemandForm.CES, List.of("small"), new double[] {10}, new double[] {1e-9}, 5);
    assertEquals(8, market.costs()[0], 1e-7);
    assertEquals(1, market.afterCosts(2).relativePassThrough(0).getAsDouble(), 1e-8);
  }

  @Test
  void tariffs_in_force_are_taken_off_first() {
    BertrandMarket taxed =
        BertrandMarket.ofQuantities(DemandForm.LOGIT, OWNERS, PRICES, QUANTITIES, MARGINS)
            .withTariffs(TENTH);
    assertArrayEquals(PRICES, taxed.afterTariffs(TENTH).prices(), 1e-14);
    BertrandResult free = taxed.afterTariffs(new double[6]);
    assertTrue(free.prices()[4] < PRICES[4]);
    assertTrue(free.consumerLoss().getAsDouble() < 0, "buyers gain");
    assertTrue(free.revenueChange().getAsDouble() < 0, "the treasury loses");
  }

  @Test
  void surplus_needs_the_size_of_the_market() {
    BertrandMarket market =
        BertrandMarket.ofMargins(
            DemandForm.CES,
            List.of("A"),
            new double[] {10},
            new double[] {0.5},
            new double[] {0.4});
    assertFalse(market.afterTariffs(0.1).consumerLoss().isPresent());
    assertFalse(market.afterTariffs(0.1).revenueChange().isPresent());
    // Margin 0.4 at share one half: 1/(γ - (γ-1)/2) = 0.4, γ = 4.
    assertEquals(4, market.slope(), 1e-6);
    BertrandResult result = market.withSize(1000).afterTariffs(0.1);
    double share = result.shares()[0];
    assertEquals(100 * share, result.revenueChange().getAsDouble(), 1e-9);
    // The outside good's share rises from 1/2 to 1 - s: P^(1-γ) = (1/2)/(1-s).
    assertEquals(
        1000 * (Math.pow(0.5 / (1 - share), -1 / 3.0) - 1),
        result.consumerLoss().getAsDouble(),
        1e-4);
  }

  @Test
  void a_customs_rate_is_not_a_share_of_the_consumer_price() {
    assertEquals(0.2, ConsumerPriceTariff.ofCustomsRate(0.25), 1e-15);
    // Half of the price without duty is customs value: 0.125/1.125.
    assertEquals(1 / 9.0, ConsumerPriceTariff.ofCustomsRate(0.25, 0.5), 1e-15);
    assertEquals(0.25, ConsumerPriceTariff.toCustomsRate(1 / 9.0, 0.5), 1e-14);
  }

  @Test
  void bad_input_is_refused_by_name() {
    assertRefused(
        "newTariffs[0] must be from 0 to below 1, but was 1.0",
        () -> one(DemandForm.CES, 5).afterTariffs(1));
    assertRefused(
        "The slope of CES must be finite and above 1, but was 0.5", () -> one(DemandForm.CES, 0.5));
    assertRefused(
        "The slope of logit must be negative, but was 2.0", () -> one(DemandForm.LOGIT, 2));
    // Markup 1/(0.1 · 0.75) on a price of 13.
    IllegalArgumentException noCost =
        assertThrows(IllegalArgumentException.class, () -> one(DemandForm.LOGIT, -0.1));
    assertTrue(
        noCost
            .getMessage()
            .startsWith("The cost of product 1 must be positive, but would be -0.33333"));
    assertRefused(
        "The margins do not determine the size of the outside good: give shares that include it",
        () ->
            BertrandMarket.ofQuantities(
                DemandForm.LOGIT,
                List.of("A", "B"),
                new double[] {1, 1},
                new double[] {1, 1},
                new double[] {0.3, 0.3}));
  }

  private static BertrandMarket one(DemandForm form, double slope) {
    return BertrandMarket.ofSlope(
        form, List.of("A"), new double[] {13}, new double[] {0.25}, slope);
  }

  /** Prices and shares by numerical best responses of the firms, apart from this code. */
  @Test
  void a_firm_withdraws_a_product_that_costs_its_others_more_than_it_brings() {
    BertrandResult alone = ces(3, List.of("a", "a"), 0.6, 0.3).afterTariffs(0, 0.3);
    assertEquals(List.of("product 2"), alone.withdrawn());
    assertEquals(8.86388, alone.price(0).getAsDouble(), 5e-6);
    assertFalse(alone.price(1).isPresent());
    assertArrayEquals(new double[] {0.884214, 0}, alone.shares(), 5e-7);

    BertrandResult rivals =
        ces(1.8, List.of("a", "a", "b"), 0.5, 0.2, 0.1)
            .withNames(List.of("x", "y", "z"))
            .withSize(1000)
            .afterTariffs(0, 0.55, 0);
    assertEquals(List.of("y"), rivals.withdrawn());
    assertEquals(8.82421, rivals.price(0).getAsDouble(), 5e-6);
    assertEquals(10.1079, rivals.price(2).getAsDouble(), 5e-5);
    assertArrayEquals(new double[] {0.648795, 0, 0.116399}, rivals.shares(), 5e-7);
    assertEquals(0, rivals.revenueChange().getAsDouble(), "nothing taxed is sold any more");
    assertFalse(rivals.absolutePassThrough(1).isPresent());
    assertFalse(rivals.relativePassThrough(1).isPresent());
    assertEquals("withdrawn", rivals.table().cell(1, "change").text());
    assertTrue(rivals.toString().endsWith(", withdrawn: y"));
    assertEquals(
        "There is no price of a product that is withdrawn: y; ask for price(product)",
        assertThrows(IllegalStateException.class, rivals::prices).getMessage());
  }

  /** No price of a withdrawn product, however high, gives its firm more than leaving it out. */
  @Test
  void no_price_of_a_withdrawn_product_is_better_than_none() {
    BertrandMarket market = ces(3, List.of("a", "a"), 0.6, 0.3);
    BertrandResult result = market.afterTariffs(0, 0.3);
    double[] costs = market.costs();
    double outside = 0.1;
    double best = 0;
    double leftOut = profitOfFirst(result.price(0).getAsDouble(), costs[0], 0, outside);
    for (double price = costs[1] * 1.001; price < 1e6; price *= 1.02) {
      double attraction = 0.3 * Math.pow(price / 10, -2);
      double own = attraction * (0.7 * price - costs[1]) / price;
      double first = 0.6 * Math.pow(result.price(0).getAsDouble() / 10, -2);
      double total = outside + first + attraction;
      double both = (first * (1 - costs[0] / result.price(0).getAsDouble()) + own) / total;
      best = Math.max(best, both);
    }
    assertTrue(best < leftOut, best + " against " + leftOut);
  }

  private static double profitOfFirst(double price, double cost, double other, double outside) {
    double attraction = 0.6 * Math.pow(price / 10, -2);
    return attraction * (1 - cost / price) / (outside + attraction + other);
  }

  private static BertrandMarket ces(double slope, List<String> owners, double... shares) {
    double[] tens = new double[shares.length];
    Arrays.fill(tens, 10);
    return BertrandMarket.ofSlope(DemandForm.CES, owners, tens, shares, slope);
  }

  @Test
  void a_share_below_the_range_of_double_is_zero_and_nobodys_fault() {
    BertrandMarket market =
        BertrandMarket.ofMargins(
                DemandForm.LOGIT,
                List.of("A", "B"),
                new double[] {1, 1},
                new double[] {0.5, 0.4999999999},
                new double[] {0.3, 0.3})
            .withSize(100);
    BertrandResult result = market.afterTariffs(0.9999999, 0);
    assertEquals(0, result.shares()[0]);
    assertTrue(result.prices()[0] > 1e6);
    assertTrue(result.withdrawn().isEmpty());
    assertTrue(Double.isFinite(result.consumerLoss().getAsDouble()));
    assertTrue(Double.isFinite(market.afterCosts(1e-9, 1e-9).consumerLoss().getAsDouble()));
  }

  @Test
  void mean_values_that_leave_a_product_no_share_are_refused_by_name() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    BertrandMarket.ofMeanValues(
                        DemandForm.LOGIT,
                        List.of("A", "B"),
                        new double[] {1, 1},
                        new double[] {-2000, 1},
                        -2))
            .getMessage();
    assertEquals(
        "meanValues[0] and the others leave product 1 a share of 0.0, from which no cost follows:"
            + " give mean values nearer to each other",
        message);
  }
}
