package org.tariffeconomics.basics;

import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Full-width digits, letters and signs, as Japanese and Chinese keyboards write them.
 *
 * @since 0.1.0
 */
public final class FullWidth {

  private static final Pattern WIDE = Pattern.compile("[\\uff01-\\uff5e\\u3000]");

  private FullWidth() {}

  /**
   * A text with the plain signs that full-width ones stand for: {@code ８７０３．２３} is {@code 8703.23}.
   *
   * @param text any text
   * @return the same text where nothing in it is full-width
   */
  public static String narrow(String text) {
    Objects.requireNonNull(text, "text");
    return WIDE.matcher(text)
        .replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
  }
}
