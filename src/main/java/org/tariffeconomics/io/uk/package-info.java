/**
 * Readers of the tariff of the United Kingdom, of the measures of the European Union that share its
 * types, and of the staged schedules of agreements.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.uk;

import org.jspecify.annotations.NullMarked;
