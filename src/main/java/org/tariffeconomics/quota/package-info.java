/**
 * Tariff-rate quotas over their life, safeguards by volume and by price, and entry prices: what an
 * entry pays when the rate depends on how much has come in before or on the price of the goods.
 *
 * <p>A {@link org.tariffeconomics.quota.TariffQuota} is the rule of thumb of two rates; {@link
 * org.tariffeconomics.quota.QuotaTerms} are the terms of a real quota, a {@link
 * org.tariffeconomics.quota.QuotaLedger} its balance as entries come in, and a {@link
 * org.tariffeconomics.quota.QuotaDuty} what one entry pays that the quota splits.
 *
 * <p>Also here: safeguards and prices at the border ({@link
 * org.tariffeconomics.quota.VolumeSafeguard}, {@link org.tariffeconomics.quota.PriceSafeguard},
 * {@link org.tariffeconomics.quota.PriceTiers}, {@link org.tariffeconomics.quota.EntryPrice}), and
 * which duty counts for goods into Northern Ireland ({@link
 * org.tariffeconomics.quota.NorthernIrelandDuty}).
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.quota;

import org.jspecify.annotations.NullMarked;
