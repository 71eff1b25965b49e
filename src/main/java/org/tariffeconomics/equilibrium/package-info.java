/** Partial and general equilibrium models: plain numbers in, plain numbers out. */
@NullMarked
package org.tariffeconomics.equilibrium;

import org.jspecify.annotations.NullMarked;
