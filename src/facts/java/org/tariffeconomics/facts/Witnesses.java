package org.tariffeconomics.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Lists of the same goods that another hand has kept. A code that was copied from one hand only is
 * confirmed where another list has it too.
 */
final class Witnesses {

  /** The list of goods, and a file of another hand; a second word chooses the rows of a heading. */
  private static final List<String> FILES =
      List.of(
          "9903.03.12 redux/canada-338-alcohol.csv",
          "9903.03.13 redux/canada-338-dairy.csv",
          "9903.03.14 redux/canada-338-autos.csv",
          "9903.03.16 redux/canada-338-aircraft-exempt.csv",
          "9903.01.32 redux/annex-II-exemptions.csv",
          "9903.01.32 yale/ieepa_exempt_products.csv.gz",
          "9903.82.09 yale/s232_annex_products.csv.gz",
          "9903.82.10 yale/s232_annex_products.csv.gz",
          "9903.80.03 redux/steel-tariffs.csv",
          "9903.81.89 redux/steel-tariffs.csv",
          "9903.05.03 redux/brazil-301-exemptions.csv",
          "9903.05.04 redux/brazil-301-exemptions.csv",
          "9903.05.05 redux/brazil-301-exemptions.csv",
          "9903.05.06 redux/brazil-301-exemptions.csv",
          "9903.05.86 yale/s301fl_exempt_products.csv.gz",
          "9903.05.87 yale/s301fl_exempt_products.csv.gz",
          "9903.05.88 yale/s301fl_exempt_products.csv.gz",
          "9903.05.89 yale/s301fl_exempt_products.csv.gz",
          "9903.04.60 yale/s232_pharma_products.csv.gz",
          "9903.45.25 yale/s201_solar_products.csv.gz",
          "9903.96.03 yale/s232_aircraft_exempt_taiwan.csv.gz",
          "9903.80.03 yale/s232_derivative_products.csv.gz",
          "9903.81.89 yale/s232_derivative_products.csv.gz",
          "9903.80.01 yale/s232_metal_chapter_products.csv.gz",
          "9903.81.87 yale/s232_metal_chapter_products.csv.gz");

  private final Map<String, Set<String>> codes = new HashMap<>();

  private final AgreedLists agreed;

  private Witnesses(AgreedLists agreed) {
    this.agreed = agreed;
  }

  static Witnesses read(Path folder, AgreedLists agreed) throws IOException {
    Witnesses witnesses = new Witnesses(agreed);
    for (String each : FILES) {
      String[] parts = each.split(" ", -1);
      witnesses.add(parts[0], folder.resolve(parts[1]));
    }
    return witnesses;
  }

  private void add(String heading, Path file) throws IOException {
    Set<String> found = codes.computeIfAbsent(heading, h -> new HashSet<>());
    for (List<String> row : CodeText.rows(text(file))) {
      String code = row.get(0).replace(".", "").strip();
      if (code.length() >= 4 && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
        found.add(code.length() % 2 == 1 ? "0" + code : code);
      }
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Whether another list has a code too, or what is written as its line with two zeros. */
  boolean confirm(ListedCode each) {
    Set<String> others = codes.getOrDefault(each.heading(), Set.of());
    return agreed.has(each)
        || others.contains(each.code())
        || others.contains(each.code() + "00")
        || (each.code().endsWith("00")
            && others.contains(each.code().substring(0, each.code().length() - 2)));
  }
}
