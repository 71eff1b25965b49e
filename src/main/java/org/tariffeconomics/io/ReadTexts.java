package org.tariffeconomics.io;

import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;

/**
 * What the goods, rates, portions and conditions of a file say: they recur, and each text is read
 * once.
 */
final class ReadTexts {

  private final CurrencyUnit currency;
  private final Map<String, ProductScope> products = new HashMap<>();
  private final Map<String, DutyRate> rates = new HashMap<>();
  private final Map<String, Condition> conditions = new HashMap<>();
  private final Map<String, Portion> portions = new HashMap<>();

  /** Of a file whose dollars, cents and yuan are those of a currency. */
  ReadTexts(CurrencyUnit currency) {
    this.currency = currency;
  }

  ProductScope products(String text) {
    return products.computeIfAbsent(text, ProductScope::parse);
  }

  DutyRate rate(String text) {
    return rates.computeIfAbsent(text, each -> DutyRate.parse(each, currency));
  }

  Portion portion(String text) {
    return portions.computeIfAbsent(text, Portion::parse);
  }

  Condition condition(String text) {
    return conditions.computeIfAbsent(text, Condition::parse);
  }
}
