package org.tariffeconomics.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Asks the desktop to show a page, by the command that each system has for it. */
final class Desktop {

  private Desktop() {}

  /** Shows the page where there is a desktop; a machine without one is no error. */
  static void show(Path page) {
    try {
      new ProcessBuilder(command(System.getProperty("os.name", ""), page.toString()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The page is written; its path is the answer.
    }
  }

  static List<String> command(String system, String page) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", page);
    }
    return List.of(name.contains("mac") ? "open" : "xdg-open", page);
  }
}
