/**
 * Readers of the Harmonized Tariff Schedule of the United States: releases and their calendar.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.io.hts;

import org.jspecify.annotations.NullMarked;
