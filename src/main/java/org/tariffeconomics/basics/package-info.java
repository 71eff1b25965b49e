/**
 * The words that every other room speaks: countries and groups, HS codes and scopes, rates and
 * their changes, quantities and units, sources and stamps.
 *
 * <pre>{@code
 * Country japan = Country.parse("Japan");                       // JP; also "JPN", "392", "5880"
 * OriginScope origins = OriginScope.parse("EU, Japan except HU");
 * ProductScope cars = ProductScope.parse("8703 except 8703.10");
 * Rate duty = Rate.parse("27.5%");
 * RateChange cut = duty.to(Rate.percent("15"));                 // -12.5 pp
 * LocalDate day = DayText.parse("16 Sep 2025");                 // also 2025/09/16, September 16, 2025
 * BigMoney pledge = AmountText.parse("USD 350bn");              // also $30,290 and 30 290 EUR
 * Quantity load = Quantity.parse("100 kg").in(Unit.of("t"));    // 0.1 t
 * }</pre>
 *
 * <p>Values are immutable, have a text form that their {@code parse} or {@code of} reads back, and
 * refuse what they do not understand with an {@link java.lang.IllegalArgumentException} that names
 * the argument, repeats at most {@value org.tariffeconomics.basics.Texts#SHOWN} characters of the
 * text and says what to write. Texts have at most {@value org.tariffeconomics.basics.Texts#LONGEST}
 * characters, numbers in them at most {@value org.tariffeconomics.basics.PlainNumber#MOST_DIGITS}
 * digits and no exponent.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.basics;

import org.jspecify.annotations.NullMarked;
