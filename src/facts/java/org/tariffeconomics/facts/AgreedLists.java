package org.tariffeconomics.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole lists that were found to have the same codes in another hand's reading of chapter 99. Only
 * the number of codes is kept: a list that has changed since is not taken for the one compared.
 */
final class AgreedLists {

  private static final Path FILE = Path.of("src/facts/resources/us-agreed-lists.csv");

  /** The day of the reading that each list was compared with. */
  private final Map<String, String> days = new HashMap<>();

  private AgreedLists() {}

  /**
   * Reads which lists were compared.
   *
   * @param rows the rows of all lists
   * @throws IllegalStateException when a list has not as many codes as when it was compared
   */
  static AgreedLists read(List<ListedCode> rows) throws IOException {
    AgreedLists read = new AgreedLists();
    for (List<String> compared : CodeText.rows(Files.readString(FILE))) {
      read.days.put(compared.get(0), compared.get(2));
      long codes =
          rows.stream()
              .filter(row -> row.heading().equals(compared.get(0)) && read.has(row))
              .count();
      if (codes != Integer.parseInt(compared.get(1))) {
        throw new IllegalStateException(
            "List " + compared.get(0) + " has " + codes + " codes, " + compared.get(1) + " agreed");
      }
    }
    return read;
  }

  /** Whether a row was compared: lines of chapter 98 were not, nor what had ended by then. */
  boolean has(ListedCode row) {
    String day = days.get(row.heading());
    return day != null
        && !row.code().startsWith("98")
        && row.from().compareTo(day) <= 0
        && (row.until().isEmpty() || row.until().compareTo(day) > 0);
  }
}
