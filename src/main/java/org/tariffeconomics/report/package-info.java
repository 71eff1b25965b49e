/** The one result type that every answer can become: {@link org.tariffeconomics.report.Table}. */
@NullMarked
package org.tariffeconomics.report;

import org.jspecify.annotations.NullMarked;
