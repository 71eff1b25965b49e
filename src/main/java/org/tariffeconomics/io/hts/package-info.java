/**
 * Readers of the Harmonized Tariff Schedule of the United States: releases and their calendar.
 *
 * <p>Readers are for one thread each; what they return is immutable and may be used by several.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.hts;

import org.jspecify.annotations.NullMarked;
