package org.tariffeconomics.reference;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Opens the files that lie beside the classes of this package. */
final class Bundled {

  private Bundled() {}

  static Reader open(String file) {
    InputStream in = Bundled.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("Missing from the library's jar: " + file);
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
