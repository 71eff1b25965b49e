/** Readers of files that users hold, and writers. */
@NullMarked
package org.tariffeconomics.io;

import org.jspecify.annotations.NullMarked;
