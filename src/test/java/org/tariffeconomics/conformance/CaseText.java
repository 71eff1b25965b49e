package org.tariffeconomics.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Opens the text of a case file: packed or not, with or without a mark of the byte order. */
final class CaseText {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private CaseText() {}

  static Reader open(Path file) throws IOException {
    BufferedReader text =
        new BufferedReader(new InputStreamReader(bytes(file), StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private static InputStream bytes(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    boolean isPacked = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return isPacked ? new GZIPInputStream(raw) : raw;
  }
}
