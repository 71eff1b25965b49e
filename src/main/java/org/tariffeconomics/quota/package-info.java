/**
 * Tariff-rate quotas over their life, safeguards by volume and by price, and entry prices: what an
 * entry pays when the rate depends on how much has come in before or on the price of the goods.
 */
@NullMarked
package org.tariffeconomics.quota;

import org.jspecify.annotations.NullMarked;
