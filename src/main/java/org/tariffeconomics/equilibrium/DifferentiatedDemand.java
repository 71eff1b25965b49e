package org.tariffeconomics.equilibrium;

import org.tariffeconomics.basics.Require;

/**
 * What the two forms of demand do in a market of price-setting firms, by way of one aggregate: H,
 * one for the outside good plus the attractions of all products.
 *
 * <p>A firm keeps {@code k = 1 − τ} of a product's price and behaves as if its cost were {@code
 * c/k}. Its first-order conditions tie the markups of all its products to one number, its profit
 * {@code π = Σ k m s}, in units of {@code 1/|α|} with logit and of the budget with CES:
 *
 * <pre>{@code
 * logit  m = |α| (p - c/k) = 1 + π/k
 * CES    m = (p - c/k) / p = (1 + (γ-1) π/k) / γ
 * }</pre>
 *
 * <p>Where k is the same for all products, these are the familiar {@code 1/(1−S)} and {@code
 * 1/(γ−(γ−1)S)} with the firm's share S. Sources: Anderson, de Palma and Kreider (2001); Nocke and
 * Schutz (2018).
 */
enum DifferentiatedDemand {
  LOGIT {
    @Override
    double checkSlope(double slope) {
      if (!(slope < 0 && Double.isFinite(slope))) {
        throw new IllegalArgumentException("The slope of logit must be negative, but was " + slope);
      }
      return slope;
    }

    @Override
    double logAttraction(double logQuality, double price, double slope) {
      return logQuality + slope * price;
    }

    @Override
    double markup(double profitOverKept, double slope) {
      return 1 + profitOverKept;
    }

    @Override
    double profit(double keptShare, double firmShare, double slope) {
      return keptShare / (1 - firmShare);
    }

    @Override
    double logDiscount(double markup, double slope) {
      return -markup;
    }

    @Override
    double price(double cost, double markup, double slope) {
      return cost - markup / slope;
    }

    @Override
    double cost(double price, double markup, double slope) {
      return price + markup / slope;
    }
  },

  CES {
    @Override
    double checkSlope(double slope) {
      return Require.aboveOne("The slope of CES", slope);
    }

    @Override
    double logAttraction(double logQuality, double price, double slope) {
      return logQuality + (1 - slope) * Math.log(price);
    }

    @Override
    double markup(double profitOverKept, double slope) {
      return Math.min(1, (1 + (slope - 1) * profitOverKept) / slope);
    }

    /** The markup is the whole price: no price is high enough. */
    @Override
    boolean isWithdrawn(double markup) {
      return markup >= 1;
    }

    @Override
    double profit(double keptShare, double firmShare, double slope) {
      return keptShare / (slope - (slope - 1) * firmShare);
    }

    @Override
    double logDiscount(double markup, double slope) {
      return (slope - 1) * Math.log1p(-markup);
    }

    @Override
    double price(double cost, double markup, double slope) {
      return cost / (1 - markup);
    }

    @Override
    double cost(double price, double markup, double slope) {
      return price * (1 - markup);
    }
  };

  static DifferentiatedDemand of(DemandForm form) {
    return form == DemandForm.LOGIT ? LOGIT : CES;
  }

  abstract double checkSlope(double slope);

  /** The logarithm of a product's attraction; the outside good's is zero. */
  abstract double logAttraction(double logQuality, double price, double slope);

  /** A product's best markup, given its firm's profit over what is kept of the product's price. */
  abstract double markup(double profitOverKept, double slope);

  /** Whether a product with this best markup is better not sold at all. */
  boolean isWithdrawn(double markup) {
    return false;
  }

  /** A firm's profit at its best markups, given {@code Σ k s} and {@code Σ s} of its products. */
  abstract double profit(double keptShare, double firmShare, double slope);

  /** By what the log attraction falls when a product is sold at this markup and not at cost. */
  abstract double logDiscount(double markup, double slope);

  abstract double price(double cost, double markup, double slope);

  abstract double cost(double price, double markup, double slope);
}
