package org.tariffeconomics.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * A market in which some suppliers are closer rivals than others: CES nests within CES nests, of
 * any depth.
 *
 * <p>The usual shapes have factories: home goods against imports, with a lower elasticity between
 * the two (macro) than among the imports (micro); and home, blocs of countries, countries. An
 * elasticity that is the same on every level gives the {@link ArmingtonMarket} without nests.
 *
 * <p>Sources: Armington (1969); Feenstra, Luck, Obstfeld and Russ (2018), In search of the
 * Armington elasticity: macro elasticities of about 1 to 2, micro ones of 3 to 4 and more.
 *
 * @since 0.1.0
 */
public final class NestedArmington {

  /** The name of the nest of all imports in the usual shapes. */
  public static final String IMPORTS = "imports";

  /** The name of the home variety in the usual shapes. */
  public static final String HOME = "home";

  private final Nest market;
  private final double eta;
  private final List<String> varieties;

  private NestedArmington(Nest market, double eta) {
    this.market = market;
    this.eta = eta;
    this.varieties = market.varieties().stream().map(Variety::name).toList();
  }

  /**
   * A market by its outermost nest, with total spending fixed (η = −1).
   *
   * @param market the outermost nest
   * @return the market
   * @throws IllegalArgumentException when two varieties, or two nests, have one name
   */
  public static NestedArmington of(Nest market) {
    Objects.requireNonNull(market, "market");
    NestedArmington nested = new NestedArmington(market, -1);
    Labels.distinct(nested.varieties, nested.varieties.size());
    List<String> nests = new ArrayList<>();
    collectNests(market, nests);
    Labels.distinct(nests, nests.size());
    return nested;
  }

  private static void collectNests(Nest nest, List<String> into) {
    into.add(nest.name());
    for (NestMember member : nest.members()) {
      if (member instanceof Nest inner) {
        collectNests(inner, into);
      }
    }
  }

  /**
   * Home goods against imports, and suppliers within the imports.
   *
   * @param homeShare share of spending on home goods, from 0 to 1
   * @param importShares the suppliers' shares of the spending on imports at tariff-inclusive
   *     prices, adding up to 1
   * @param macroSigma elasticity between home goods and imports, positive
   * @param microSigma elasticity among suppliers of imports, positive
   * @return the market; its first variety is {@value #HOME}, the imports are the nest {@value
   *     #IMPORTS}
   */
  public static NestedArmington homeAndImports(
      double homeShare, double[] importShares, double macroSigma, double microSigma) {
    Objects.requireNonNull(importShares, "importShares");
    Require.share("homeShare", homeShare);
    Nest imports = new Nest(IMPORTS, 1 - homeShare, microSigma, numbered("supplier", importShares));
    return of(Nest.market("market", macroSigma, List.of(new Variety(HOME, homeShare), imports)));
  }

  /**
   * Home goods, imports by bloc, and suppliers within each bloc: three levels.
   *
   * @param homeShare share of spending on home goods, from 0 to 1
   * @param blocShares the blocs' shares of the spending on imports, adding up to 1
   * @param supplierShares for every bloc its suppliers' shares of the spending on the bloc, adding
   *     up to 1
   * @param homeSigma elasticity between home goods and imports
   * @param blocSigma elasticity between blocs
   * @param supplierSigma elasticity between suppliers of one bloc
   * @return the market; its varieties are {@value #HOME}, then the suppliers bloc by bloc, named
   *     {@code bloc 1 supplier 1} and so on
   */
  public static NestedArmington homeBlocsSuppliers(
      double homeShare,
      double[] blocShares,
      double[][] supplierShares,
      double homeSigma,
      double blocSigma,
      double supplierSigma) {
    Objects.requireNonNull(supplierShares, "supplierShares");
    Objects.requireNonNull(blocShares, "blocShares");
    Require.share("homeShare", homeShare);
    Require.sameLength("supplierShares", supplierShares.length, blocShares.length);
    List<NestMember> blocs = new ArrayList<>();
    for (int b = 0; b < blocShares.length; b++) {
      String name = "bloc " + (b + 1);
      List<NestMember> suppliers = numbered(name + " supplier", supplierShares[b]);
      blocs.add(new Nest(name, blocShares[b], supplierSigma, suppliers));
    }
    Nest imports = new Nest(IMPORTS, 1 - homeShare, blocSigma, blocs);
    return of(Nest.market("market", homeSigma, List.of(new Variety(HOME, homeShare), imports)));
  }

  private static List<NestMember> numbered(String word, double[] shares) {
    List<NestMember> varieties = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      varieties.add(new Variety(word + " " + (i + 1), shares[i]));
    }
    return varieties;
  }

  /**
   * The same market with another elasticity of total demand.
   *
   * @param elasticity {@code dln Q / dln P} of the whole market, not positive
   * @return a new market
   */
  public NestedArmington withDemandElasticity(double elasticity) {
    return new NestedArmington(market, Require.notPositive("demand elasticity", elasticity));
  }

  /**
   * The market after a change of its tariff-inclusive prices.
   *
   * @param priceFactors new price over old price, positive, in the order of {@link #varieties()}
   * @return the response
   * @throws IllegalArgumentException when a factor is not positive or their number is wrong
   */
  public NestedResponse afterPrices(double... priceFactors) {
    return NestedResponse.of(
        this, Require.each("priceFactors", priceFactors, varieties.size(), Require::positive));
  }

  /** {@return the names of the varieties, in the order of the tree from the first to the last} */
  public List<String> varieties() {
    return varieties;
  }

  /** {@return the outermost nest, with the elasticities} */
  public Nest market() {
    return market;
  }

  /** {@return the elasticity of total demand to the price index: eta, not positive} */
  public double demandElasticity() {
    return eta;
  }

  /** The number of varieties and the elasticities at the top. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Nested market of %d varieties, outer sigma %.4g, eta %.4g",
        varieties.size(),
        market.sigma(),
        eta);
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NestedArmington that
        && market.equals(that.market)
        && Double.compare(eta, that.eta) == 0
        && varieties.equals(that.varieties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(market, eta, varieties);
  }
}
