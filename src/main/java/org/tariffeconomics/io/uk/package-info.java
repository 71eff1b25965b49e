/**
 * Readers of the tariff of the United Kingdom, of the measures of the European Union that share its
 * types, and of the staged schedules of agreements.
 */
@NullMarked
package org.tariffeconomics.io.uk;

import org.jspecify.annotations.NullMarked;
