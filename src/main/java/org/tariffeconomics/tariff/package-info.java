/**
 * Tariff law: measures, the programmes they belong to, books of law, and what they charge.
 *
 * <p>A {@link org.tariffeconomics.tariff.TariffMeasure} is one rule of law: what it does ({@link
 * org.tariffeconomics.tariff.Rule}), to which goods, at which rate, when. Measures belong to {@link
 * org.tariffeconomics.tariff.Programme}s, the layers of a tariff, which may yield to each other. A
 * {@link org.tariffeconomics.tariff.TariffBook} is the law of one territory; {@code book.on(day)}
 * is the {@link org.tariffeconomics.tariff.TariffLaw} of a day, and its answer for a line and an
 * origin is a {@link org.tariffeconomics.tariff.DutyStack}: the measures that apply, those that do
 * not and why, the all-in rate, and the {@link org.tariffeconomics.tariff.Assessment} of any value.
 *
 * <pre>{@code
 * TariffBook book = TariffBook.us(TariffMeasure.base("8703", "2.5%"), TariffMeasure.topsUpTo("S232 autos", "8703", "JP", "15%").from("2025-09-16"));
 * DutyStack stack = book.on("2025-09-16").stack(HsCode.of("8703.23.01"), Country.of("JP"));
 * stack.summary();                    // "MFN 2.5% + S232 autos 12.5%"
 * stack.adValoremRate().orElseThrow(); // 15%
 * book.without("S232 autos").on("2025-09-16").stack(HsCode.of("8703.23.01"), Country.of("JP")).summary(); // "MFN 2.5%"
 * }</pre>
 *
 * <p><b>One displacement.</b> The closest measure of every programme is chosen: first by amendment,
 * then by origin, product and number of conditions, then the later law. The chosen ones are ordered
 * by who yields to, exempts from or replaces whom, and walked once; what is itself switched off, or
 * has lost to a closer measure, switches nothing off. No duty ever depends on how a measure is
 * called: ties that only a name would break are refused when a book is made.
 *
 * <p>Also here: {@link org.tariffeconomics.tariff.DutyMixture}, the average duty of goods that come
 * in under several declarations.
 *
 * <p>All types are immutable and may be shared between threads.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.tariff;

import org.jspecify.annotations.NullMarked;
