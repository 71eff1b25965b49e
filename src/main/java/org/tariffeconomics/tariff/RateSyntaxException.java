package org.tariffeconomics.tariff;

import java.io.Serial;

/** A rate text that the grammar does not know, and where in the original text it stopped. */
final class RateSyntaxException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  RateSyntaxException(String reason, int offset) {
    super(reason + " at character " + offset);
  }
}
