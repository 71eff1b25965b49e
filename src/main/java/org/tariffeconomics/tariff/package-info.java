/** Duty rates, measures, rules, programmes, books of law and the assessment of duty. */
@NullMarked
package org.tariffeconomics.tariff;

import org.jspecify.annotations.NullMarked;
