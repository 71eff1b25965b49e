package org.tariffeconomics.reading;

import java.io.IOException;
import java.io.Reader;

/** A watched text that may begin with a byte order mark, which is no part of it. */
abstract class UnmarkedText extends WatchedText {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private boolean begun;

  UnmarkedText(Reader in) {
    super(in);
  }

  /** Reads on; the mark that the first signs may begin with is left out. */
  final int readOn(char[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    boolean isMark = !begun && count > 0 && buffer[offset] == BYTE_ORDER_MARK;
    begun |= count > 0;
    if (!isMark) {
      return count;
    }
    System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
    return count > 1 ? count - 1 : in.read(buffer, offset, length);
  }
}
