package org.tariffeconomics.competitiveness;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;

/**
 * One origin's supply of one product (or basket) to a market: what is bought from it, what it
 * costs, and the tariff that it meets. Every number may be unknown; an unknown one stays unknown.
 *
 * @param product the product or basket, such as {@code 8703}
 * @param origin the origin: the two-letter code of a country, or the name of a group such as {@code
 *     EU}
 * @param imports what is imported from it, in the market's currency, not negative
 * @param price its price before freight and duty, in the market's currency per unit, positive
 * @param freightShare freight and insurance as a fraction of the price, not negative
 * @param tariff the tariff that it meets, all layers together, as a fraction above −1
 * @param mfnTariff the most-favoured-nation tariff on the product, as a fraction above −1
 * @param utilisation the share of its imports that claims the preference, from 0 to 1
 * @since 0.1.0
 */
public record MarketSupplier(
    String product,
    String origin,
    Figure imports,
    Figure price,
    Figure freightShare,
    Figure tariff,
    Figure mfnTariff,
    Figure utilisation) {

  private static final Figure NOT_GIVEN = Figure.unknown("not given");

  /**
   * Creates a supplier.
   *
   * @param product the product or basket, such as {@code 8703}
   * @param origin the origin
   * @param imports what is imported from it, in the market's currency, not negative
   * @param price its price before freight and duty, in the market's currency per unit, positive
   * @param freightShare freight and insurance as a fraction of the price, not negative
   * @param tariff the tariff that it meets, all layers together, as a fraction above −1
   * @param mfnTariff the most-favoured-nation tariff on the product, as a fraction above −1
   * @param utilisation the share of its imports that claims the preference, from 0 to 1
   * @throws IllegalArgumentException when a name is blank or a known number is out of its bounds
   */
  public MarketSupplier {
    Objects.requireNonNull(imports, "imports");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(freightShare, "freightShare");
    Objects.requireNonNull(tariff, "tariff");
    Objects.requireNonNull(mfnTariff, "mfnTariff");
    Objects.requireNonNull(utilisation, "utilisation");
    Require.notBlank("product", product);
    Require.notBlank("origin", origin);
    String of = " of " + origin + " in " + product;
    imports.value().ifPresent(v -> Require.notNegative("imports" + of, v));
    price.value().ifPresent(v -> Require.positive("price" + of, v));
    freightShare.value().ifPresent(v -> Require.notNegative("freightShare" + of, v));
    tariff.lowest().ifPresent(v -> Require.tariff("tariff" + of, v));
    mfnTariff.value().ifPresent(v -> Require.tariff("mfnTariff" + of, v));
    utilisation.value().ifPresent(v -> Require.within("utilisation" + of, v, 0, 1));
  }

  /**
   * A supplier of which only the imports are known so far.
   *
   * @param product the product or basket
   * @param origin the origin
   * @param imports what is imported from it, in the market's currency
   * @return the supplier
   */
  public static MarketSupplier of(String product, String origin, double imports) {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(origin, "origin");
    return new MarketSupplier(
        product, origin, Figure.of(imports), NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN);
  }

  /**
   * A supplier with its imports and tariff.
   *
   * @param product the product or basket
   * @param origin the origin
   * @param imports what is imported from it, in the market's currency
   * @param tariff the tariff that it meets, as a fraction: 0.15 is 15 percent
   * @return the supplier
   * @throws IllegalArgumentException when the tariff is −1 or less, or above 10 (1,000 percent),
   *     which is more likely a percentage
   */
  public static MarketSupplier of(String product, String origin, double imports, double tariff) {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(origin, "origin");
    Fractions.tariff("tariff of " + origin + " in " + product, tariff);
    return of(product, origin, imports).withTariff(Figure.of(tariff));
  }

  /**
   * A supplier with its imports and tariff.
   *
   * @param product the product or basket
   * @param origin the origin
   * @param imports what is imported from it, in the market's currency
   * @param tariff the tariff that it meets
   * @return the supplier
   */
  public static MarketSupplier of(String product, String origin, double imports, Rate tariff) {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(tariff, "tariff");
    return of(product, origin, imports).withTariff(Figure.of(tariff));
  }

  /**
   * The same supplier with another tariff.
   *
   * @param newTariff the tariff as a fraction, or unknown with the reason
   * @return a new supplier
   */
  public MarketSupplier withTariff(Figure newTariff) {
    Objects.requireNonNull(newTariff, "newTariff");
    return new MarketSupplier(
        product, origin, imports, price, freightShare, newTariff, mfnTariff, utilisation);
  }

  /**
   * The same supplier with its price and freight.
   *
   * @param unitPrice the price before freight and duty, in the market's currency per unit
   * @param share freight and insurance as a fraction of the price
   * @return a new supplier
   */
  public MarketSupplier withPrice(double unitPrice, double share) {
    return new MarketSupplier(
        product,
        origin,
        imports,
        Figure.of(unitPrice),
        Figure.of(Fractions.notNegative("freight share of " + origin + " in " + product, share)),
        tariff,
        mfnTariff,
        utilisation);
  }

  /**
   * The same supplier with the most-favoured-nation tariff and the use of its preference.
   *
   * @param mfn the most-favoured-nation tariff, as a fraction
   * @param claimed the share of its imports that claims the preference, from 0 to 1
   * @return a new supplier
   */
  public MarketSupplier withPreference(double mfn, double claimed) {
    return new MarketSupplier(
        product,
        origin,
        imports,
        price,
        freightShare,
        tariff,
        Figure.of(Fractions.tariff("MFN tariff of " + product, mfn)),
        Figure.of(claimed));
  }

  /** Whether the supplier can have a weight among rivals: imports and tariff are both known. */
  boolean isWeighable() {
    return imports.isKnown() && tariff.isKnown();
  }

  /** Why the supplier has no weight. */
  String leftOutReason() {
    return imports.isKnown() ? "tariff: " + tariff.reason() : "imports: " + imports.reason();
  }

  /** Product, origin and tariff in one line. */
  @Override
  public String toString() {
    String rate =
        tariff.isKnown()
            ? String.format(Locale.ROOT, "%.2f%%", 100 * tariff.known())
            : tariff.toString();
    return product + " from " + origin + ": " + rate;
  }
}
