package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.ExchangeRates;

/**
 * What all lines of an entry have in common when it is priced.
 *
 * @param day the day of entry
 * @param currency the currency of the law
 * @param rounding how amounts become money
 * @param rates the exchange rates of the entry
 * @param preferences the preferences that each line is entered under, in the order of the lines
 */
record EntryTerms(
    LocalDate day,
    CurrencyUnit currency,
    MoneyRounding rounding,
    ExchangeRates rates,
    List<PreferenceUse> preferences) {}
