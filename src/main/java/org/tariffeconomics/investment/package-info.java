/** Investment commitments: progress, feasibility, cash-flow waterfalls, valuation. */
@NullMarked
package org.tariffeconomics.investment;

import org.jspecify.annotations.NullMarked;
