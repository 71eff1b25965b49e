/**
 * How files are read: rows of tables with their problems, streams of records, JSON trees, archives.
 *
 * <p>A batch never throws on a bad row: it keeps the good ones and lists the others with file, row,
 * column and text. A blank cell, a zero, a mark for “not available” and a text that cannot be read
 * are four different things.
 */
@NullMarked
package org.tariffeconomics.reading;

import org.jspecify.annotations.NullMarked;
