/** The bundled, cited, dated facts. */
@NullMarked
package org.tariffeconomics.reference;

import org.jspecify.annotations.NullMarked;
