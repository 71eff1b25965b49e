/** Suppliers in a market: relative position, attribution, share response, sensitivity. */
@NullMarked
package org.tariffeconomics.competitiveness;

import org.jspecify.annotations.NullMarked;
