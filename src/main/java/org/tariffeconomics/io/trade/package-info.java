/**
 * Readers of trade flows and of average tariffs as their publishers give them, as streams of
 * records that are added up in one pass.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.trade;

import org.jspecify.annotations.NullMarked;
