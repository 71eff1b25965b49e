package org.tariffeconomics.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.tariffeconomics.reading.TextFiles;

/** Opens the files that lie beside the classes of this package. */
final class Bundled {

  private static final int SHOWN_BYTES = 4;

  private Bundled() {}

  static Reader open(String file) {
    InputStream in = Bundled.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("Missing from the library's jar: " + file);
    }
    return TextFiles.open(in);
  }

  /**
   * The version of collected facts: their period or vintage, and the beginning of the SHA-256 of
   * the lines of their files.
   */
  static String version(String vintage, String... files) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
    for (String each : files) {
      lines(each, line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
    }
    return vintage + "+" + HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
  }

  /** Hands over the lines of a file. */
  static void lines(String file, Consumer<String> each) {
    try (BufferedReader reader = new BufferedReader(open(file))) {
      reader.lines().forEach(each);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + " of the library's jar", e);
    }
  }
}
