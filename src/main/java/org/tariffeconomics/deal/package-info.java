/** Trade deals, their status over time, and what they change. */
@NullMarked
package org.tariffeconomics.deal;

import org.jspecify.annotations.NullMarked;
