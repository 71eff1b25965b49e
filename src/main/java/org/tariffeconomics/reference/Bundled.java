package org.tariffeconomics.reference;

import java.io.InputStream;
import java.io.Reader;
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
}
