package org.tariffeconomics.rate;

import java.io.Serial;

/** A rate text that the grammar does not know, and where in the original text it stopped. */
final class RateSyntaxException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  private final int offset;

  RateSyntaxException(String reason, int offset) {
    super(reason);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}
