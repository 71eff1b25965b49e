/** Shipments, customs valuation, fees, import taxes, landed cost and its differential. */
@NullMarked
package org.tariffeconomics.landedcost;

import org.jspecify.annotations.NullMarked;
