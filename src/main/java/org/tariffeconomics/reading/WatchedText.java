package org.tariffeconomics.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text that is looked at while it passes: a single sign passes as one of many. */
abstract class WatchedText extends FilterReader {

  WatchedText(Reader in) {
    super(in);
  }

  @Override
  public final int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public abstract int read(char[] buffer, int offset, int length) throws IOException;
}
