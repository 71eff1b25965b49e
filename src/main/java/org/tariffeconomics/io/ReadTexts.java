package org.tariffeconomics.io;

import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;

/** What the goods, rates and conditions of a file say: they recur, and each text is read once. */
final class ReadTexts {

  private final CurrencyUnit currency;
  private final Map<String, ProductScope> products = new HashMap<>();
  private final Map<String, DutyRate> rates = new HashMap<>();
  private final Map<String, Condition> conditions = new HashMap<>();

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

  Condition condition(String text) {
    return conditions.computeIfAbsent(text, Condition::parse);
  }
}
