package org.tariffeconomics.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the bundled register of the headings of chapter 99 from the one that names their portion,
 * special rates and lists too.
 *
 * <p>Arguments: the file to write, and the file of headings. The same input gives the same bytes.
 */
public final class TariffHeadings {

  /** What the column of roles says in the library's words. */
  private static final Map<String, String> ROLES =
      Map.of(
          "charges", "CHARGES",
          "exempts", "EXEMPTS",
          "all-in total", "TOPS_UP_TO",
          "quota", "QUOTA",
          "penalty", "CHARGES",
          "prohibition", "PROHIBITS");

  /** Headings for goods of any origin with metal of Russia, of which the input names the metal. */
  private static final List<String> OF_ANY_ORIGIN = List.of("9903.85.67", "9903.85.68");

  private TariffHeadings() {}

  /**
   * Writes the file.
   *
   * @param args the file to write, and the file of headings
   * @throws IOException when something cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Expected 2 files: output, headings");
    }
    List<List<String>> rows = CodeText.rows(Files.readString(Path.of(args[1])));
    String text =
        rows.stream()
            .filter(row -> row.get(0).startsWith("9903."))
            .map(TariffHeadings::row)
            .collect(Collectors.joining());
    Files.writeString(
        Path.of(args[0]),
        "# Written by the program TariffHeadings of the profile \"facts\"; amend its input.\n"
            + "heading,programme,role,rate,origins,from,until,published,conditions,citation,verification\n"
            + text);
    System.out.println(rows.size() + " rows");
  }

  private static String row(List<String> cells) {
    boolean second = cells.get(14).equals("SECOND");
    return CodeText.row(
        List.of(
            cells.get(0),
            cells.get(1),
            ROLES.get(cells.get(2)),
            cells.get(3),
            OF_ANY_ORIGIN.contains(cells.get(0)) ? "*" : cells.get(6),
            cells.get(8),
            cells.get(9),
            cells.get(10),
            cells.get(11),
            cells.get(13),
            second ? "UNVERIFIED" : "VERIFIED"));
  }
}
