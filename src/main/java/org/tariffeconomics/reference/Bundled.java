package org.tariffeconomics.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.tariffeconomics.reading.TextFiles;

/** Opens the files that lie beside the classes of this package. */
final class Bundled {

  private Bundled() {}

  static Reader open(String file) {
    InputStream in = Bundled.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("Missing from the library's jar: " + file);
    }
    return TextFiles.open(in);
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
