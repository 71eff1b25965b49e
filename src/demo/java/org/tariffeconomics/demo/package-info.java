/** The tour, and press claims checked against the facts: run and tested, but not in the jar. */
@NullMarked
package org.tariffeconomics.demo;

import org.jspecify.annotations.NullMarked;
