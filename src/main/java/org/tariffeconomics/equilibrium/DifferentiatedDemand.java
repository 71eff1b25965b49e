package org.tariffeconomics.equilibrium;

/**
 * What the two forms of demand do in a market of price-setting firms, by way of one aggregate: H,
 * one for the outside good plus the attractions of all products.
 *
 * <p>All products of a firm carry the same markup, which depends on the firm's whole share S: with
 * logit {@code |α|(p−c) = 1/(1−S)}, with CES {@code (p−c)/p = 1/(γ−(γ−1)S)}. Sources: Anderson, de
 * Palma and Kreider (2001); Nocke and Schutz (2018).
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
    double inverseMarkup(double firmShare, double slope) {
      return 1 - firmShare;
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

    @Override
    double tooHighMarkup(double logType, double slope) {
      return Math.max(0, logType) + 2;
    }
  },

  CES {
    @Override
    double checkSlope(double slope) {
      return Range.ABOVE_ONE.check("The slope of CES", slope);
    }

    @Override
    double logAttraction(double logQuality, double price, double slope) {
      return logQuality + (1 - slope) * Math.log(price);
    }

    @Override
    double inverseMarkup(double firmShare, double slope) {
      return slope - (slope - 1) * firmShare;
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

    @Override
    double tooHighMarkup(double logType, double slope) {
      return 1;
    }
  };

  static DifferentiatedDemand of(DemandForm form) {
    return form == DemandForm.LOGIT ? LOGIT : CES;
  }

  abstract double checkSlope(double slope);

  /** The logarithm of a product's attraction; the outside good's is zero. */
  abstract double logAttraction(double logQuality, double price, double slope);

  /** One over the firm's best markup at its share. */
  abstract double inverseMarkup(double firmShare, double slope);

  /** By what the log attraction falls when a product is sold at this markup and not at cost. */
  abstract double logDiscount(double markup, double slope);

  abstract double price(double cost, double markup, double slope);

  abstract double cost(double price, double markup, double slope);

  /** A markup above the best one of a firm whose log attraction at cost, over H, is this. */
  abstract double tooHighMarkup(double logType, double slope);
}
