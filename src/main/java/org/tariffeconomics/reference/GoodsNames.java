package org.tariffeconomics.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reference.UsTrade.Sector;

/**
 * Goods by name: the sectors of which trade is held by name, and headings and chapters of the
 * nomenclature under the word that a reader types.
 */
final class GoodsNames {

  private static final String FILE = "us/goods.csv";

  /** Other words for goods, in the singular, with the word or the codes that are held. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("auto", "cars"),
          Map.entry("automobile", "cars"),
          Map.entry("passengercar", "cars"),
          Map.entry("suv", "cars"),
          Map.entry("vehicle", "vehicles"),
          Map.entry("pickup", "trucks"),
          Map.entry("lorrie", "trucks"),
          Map.entry("autopart", "parts"),
          Map.entry("carpart", "parts"),
          Map.entry("chip", "semiconductors"),
          Map.entry("semi", "semiconductors"),
          Map.entry("clothe", "apparel"),
          Map.entry("clothing", "apparel"),
          Map.entry("garment", "apparel"),
          Map.entry("tshirt", "6109.10"),
          Map.entry("pharma", "pharmaceuticals"),
          Map.entry("drug", "pharmaceuticals"),
          Map.entry("medicine", "pharmaceuticals"),
          Map.entry("shoe", "footwear"),
          Map.entry("aluminum", "aluminium"),
          Map.entry("jewelry", "jewellery"),
          Map.entry("plane", "aircraft"),
          Map.entry("airplane", "aircraft"),
          Map.entry("laptop", "computers"),
          Map.entry("smartphone", "phones"),
          Map.entry("cellphone", "phones"),
          Map.entry("wine", "2204"),
          Map.entry("beer", "2203"),
          Map.entry("rice", "1006"),
          Map.entry("wheat", "1001"),
          Map.entry("beef", "0201+0202"),
          Map.entry("crude", "oil"),
          Map.entry("petroleum", "oil"),
          Map.entry("lumber", "wood"),
          Map.entry("timber", "wood"),
          Map.entry("toy", "toys"));

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
    String plain = Texts.plainSigns(text).strip();
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
                    "goods must be codes such as 7208 or 8541+8542, "
                        + meant(name)
                            .map(
                                each ->
                                    "or a word that is held, but was "
                                        + Texts.quoted(name)
                                        + ": is "
                                        + each
                                        + " meant?")
                            .orElseGet(() -> words(name))));
  }

  private static String words(String name) {
    return "one of "
        + Arrays.toString(Sector.values())
        + " or one of "
        + Held.CODES.keySet()
        + ", but was "
        + Texts.quoted(name)
        + Texts.changedPlaces(name);
  }

  private static Optional<String> meant(String name) {
    String word = key(name);
    return Arrays.stream(Sector.values())
        .map(Sector::toString)
        .filter(each -> key(each).equals(word))
        .findFirst()
        .or(() -> Optional.ofNullable(OTHER_WORDS.get(word)))
        .or(() -> Held.CODES.keySet().stream().filter(c -> key(c).equals(word)).findFirst());
  }

  /** A word in the singular, in small letters without signs. */
  private static String key(String word) {
    String letters = Texts.plainSigns(word).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }
}
