package org.tariffeconomics.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * A text of cells that is watched for a quotation which nobody closes: all that stands behind it,
 * whole rows among it, is in one cell.
 */
final class OpenQuotation extends WatchedText {

  static final String MESSAGE =
      "a quotation mark is opened in this row and never closed: the lines behind it are in one cell";

  private char last;

  OpenQuotation(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    for (int i = offset + count - 1; i >= offset; i--) {
      if (buffer[i] > ' ') {
        last = buffer[i];
        break;
      }
    }
    return count;
  }

  /**
   * Whether the text that was read to its end left a quotation open.
   *
   * @param row its last row: a line break within a cell is within a quotation
   */
  boolean isOpenAfter(List<String> row) {
    String cell = row.isEmpty() ? "" : row.get(row.size() - 1);
    return last != '"' && (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0);
  }
}
