/** Readers of the tariff of the United Kingdom and of the staged schedules of agreements. */
@NullMarked
package org.tariffeconomics.io.uk;

import org.jspecify.annotations.NullMarked;
