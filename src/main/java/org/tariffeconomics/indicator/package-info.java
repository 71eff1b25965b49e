/** Trade-policy and competitiveness indices that need only numbers. */
@NullMarked
package org.tariffeconomics.indicator;

import org.jspecify.annotations.NullMarked;
