/**
 * Trade deals: their status over time, what they change in a tariff book, and what was promised.
 *
 * <p>A {@link org.tariffeconomics.deal.Deal} is made of what happened ({@link
 * org.tariffeconomics.deal.DealEvent}), what it grants ({@link org.tariffeconomics.deal.DealTerms}:
 * headlines, concessions, deadlines, snap-backs), what was promised in return ({@link
 * org.tariffeconomics.deal.DealPromises}: investments, purchases, market access) and what the
 * parties say of it. Everything bears the day on which it was known, so that {@code
 * deal.asKnownOn(day)} is the deal of a reader of that day. A {@link
 * org.tariffeconomics.deal.DealRegister} holds the deals of one granting party; {@link
 * org.tariffeconomics.deal.WhatIf} makes amendments that nobody has made; {@link
 * org.tariffeconomics.deal.Refunds} is what comes back when law changes for the past.
 *
 * <p>A deal of one's own, and the law with it:
 *
 * <pre>{@code
 * Source notice = Source.user("implementing notice");
 * Deal deal =
 *     Deal.between("kr-2025", "US-Korea", "US", "KR")
 *         .withEvents(
 *             DealEvent.of("2025-07-30", DealStatus.ANNOUNCED, "framework", notice),
 *             DealEvent.of("2025-11-01", DealStatus.IN_FORCE, "cars 15 %", notice)
 *                 .withLeg("autos")
 *                 .withKnownFrom("2025-12-04"))
 *         .withConcessions(
 *             TariffMeasure.topsUpTo("S232 autos", "8703", "KR", "15%").from("2025-11-01"));
 * LocalDate november = LocalDate.parse("2025-11-15");
 * deal.status("autos", november, november);                      // Optional[announced]
 * deal.status("autos", november, LocalDate.parse("2025-12-04")); // Optional[in force]
 * TariffBook book = TariffBook.us(TariffMeasure.base("8703", "2.5%")).with(deal);
 * book.on(november).stack(HsCode.of("8703"), Country.of("KR")).adValoremRate(); // Optional[15%]
 * }</pre>
 *
 * <p>Also here: {@link org.tariffeconomics.deal.RefundClaims} makes of refunds the claims that
 * somebody has to file, with their days.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.deal;

import org.jspecify.annotations.NullMarked;
