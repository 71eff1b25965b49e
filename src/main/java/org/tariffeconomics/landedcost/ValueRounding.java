package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;

/**
 * How the customs value inside a duty-paid price is rounded before duty is charged on it.
 *
 * @since 0.1.0
 */
public enum ValueRounding {
  /** Not at all: to 34 digits. */
  EXACT,
  /** To the smallest unit of the currency, half up. */
  CENT,
  /** To the whole unit of the currency, half up: US entry summaries state whole dollars. */
  WHOLE;

  BigDecimal round(BigDecimal value, CurrencyUnit currency) {
    return switch (this) {
      case EXACT -> value;
      case CENT -> value.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
      case WHOLE -> value.setScale(0, RoundingMode.HALF_UP);
    };
  }
}
