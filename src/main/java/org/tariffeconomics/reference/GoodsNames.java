package org.tariffeconomics.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.FullWidth;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reference.UsTrade.Sector;

/**
 * Goods by name: the sectors of which trade is held by name, and headings and chapters of the
 * nomenclature under the word that a reader types.
 */
final class GoodsNames {

  private static final String FILE = "us/goods.csv";

  private GoodsNames() {}

  /** Read once. */
  private static final class Held {
    private static final Map<String, String> CODES = read();
  }

  private static Map<String, String> read() {
    Map<String, String> codes = new LinkedHashMap<>();
    CsvFile.read(FILE, Bundled.open(FILE), List.of("goods", "codes"), Set.of())
        .records(row -> Map.entry(row.required("goods"), row.required("codes")))
        .orThrow()
        .forEach(e -> codes.put(e.getKey(), e.getValue()));
    return codes;
  }

  /** The codes of goods: the text itself, or those of a name; empty for a sector or none. */
  static Optional<String> codes(String text) {
    String plain = FullWidth.narrow(text).strip();
    return isCodes(plain)
        ? Optional.of(plain)
        : Optional.ofNullable(Held.CODES.get(plain.toLowerCase(Locale.ROOT)));
  }

  /** Whether a text names goods by codes. */
  private static boolean isCodes(String plain) {
    return !plain.isEmpty() && plain.charAt(0) >= '0' && plain.charAt(0) <= '9';
  }

  /**
   * The sector of a name.
   *
   * @throws IllegalArgumentException when there is none; the message lists sectors and goods
   */
  static Sector sector(String name) {
    return Arrays.stream(Sector.values())
        .filter(s -> s.toString().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "goods must be codes such as 7208 or 8541+8542, one of "
                        + Arrays.toString(Sector.values())
                        + " or one of "
                        + Held.CODES.keySet()
                        + ", but was '"
                        + (name.length() <= 60 ? name : name.substring(0, 60) + "…")
                        + "'"));
  }
}
