package org.tariffeconomics.basics;

import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serial;
import java.io.Serializable;
import java.util.function.Function;

/**
 * What is written in place of a value when it is serialized: its text, which is read back through
 * the value's own parser, so that no stream can make a value that a program could not.
 */
final class TextProxy implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String text;

  /** The values that are written so. */
  enum Kind {
    RATE(Rate::parse),
    HS_CODE(HsCode::of),
    COUNTRY(Country::of),
    UNIT(Unit::of),
    EXCHANGE_RATES(ExchangeRates::parse);

    private final Function<String, Object> parse;

    Kind(Function<String, Object> parse) {
      this.parse = parse;
    }
  }

  TextProxy(Kind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  @Serial
  private Object readResolve() throws ObjectStreamException {
    try {
      return kind.parse.apply(text);
    } catch (IllegalArgumentException e) {
      InvalidObjectException fault = new InvalidObjectException(e.getMessage());
      fault.initCause(e);
      throw fault;
    }
  }
}
