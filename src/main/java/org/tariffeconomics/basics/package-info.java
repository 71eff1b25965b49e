/** Country, HS code and scope, rate and its change, quantity and unit, source and stamp. */
@NullMarked
package org.tariffeconomics.basics;

import org.jspecify.annotations.NullMarked;
