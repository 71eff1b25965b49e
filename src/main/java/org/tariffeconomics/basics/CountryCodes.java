package org.tariffeconomics.basics;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds countries by their codes and says why a text is no country's code. */
final class CountryCodes {

  private static final Pattern LETTERS = Pattern.compile("[A-Z]{2,3}");
  private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern CENSUS = Pattern.compile("[1-9][0-9]{3}");
  private static final Pattern SPREADSHEET_NUMBER =
      Pattern.compile("[0-9]++\\.[0-9]++|[0-9]++(\\.[0-9]++)?E[+-]?[0-9]++|0[0-9]{3,}+");

  /** No code or name of a country is longer. */
  private static final int LONGEST = 80;

  private static final String WHAT_TO_WRITE =
      "write two letters such as JP, or an English name such as Japan";

  private static final String UNKNOWN = "is unknown: " + WHAT_TO_WRITE;

  private static final Set<String> EVERYONE = Set.of("ALL", "ANY", "EVERYONE", "WORLD", "GLOBAL");

  private static final Set<String> CONTINENTS =
      Set.of("EUROPE", "ASIA", "AMERICAS", "OCEANIA", "EUROZONE", "EURO AREA");

  /** Shorter parts of names say nothing: "an" stands in half of them. */
  private static final int SHORTEST_NAME = 4;

  private static final Map<String, Country> BY_ALPHA2 = new TreeMap<>();
  private static final Map<String, Country> BY_CODE = new HashMap<>();

  /** By the names that the library calls them, which most names that are asked for are. */
  private static final Map<String, Country> BY_OWN_NAME = new HashMap<>();

  /** The names of each country as they are written, those other than its own with bars between. */
  private static final Map<Country, String> NAMES = new TreeMap<>();

  private static final List<Country> ALL;

  static {
    BundledCsv.rows("countries.csv").stream()
        .sorted(Comparator.comparing(row -> row.getField("alpha2")))
        .forEach(CountryCodes::addCountry);
    ALL = List.copyOf(BY_ALPHA2.values());
  }

  /** Read when a text is met that is no country's code: most programs never meet one. */
  private static final class Refused {
    private static final Map<String, String> BY_CODE = new HashMap<>();

    static {
      BundledCsv.rows("retired_codes.csv").forEach(CountryCodes::addRefusal);
    }
  }

  /** Countries by the keys of all their names, made when a name is first asked for. */
  private static final class Named {
    private static final Map<String, Country> BY_NAME = new TreeMap<>();

    static {
      NAMES.forEach(
          (country, names) -> {
            addName(country.name(), country);
            for (String name : names.split("\\|", -1)) {
              addName(name, country);
            }
          });
    }
  }

  private CountryCodes() {}

  private static void addCountry(NamedCsvRecord row) {
    String alpha2 = row.getField("alpha2");
    String alpha3 = row.getField("alpha3");
    String numeric = blankToNull(row.getField("iso_numeric"));
    String comtrade = blankToNull(row.getField("comtrade"));
    List<String> census = BundledCsv.words(row, "census");
    Country country =
        new Country(
            BY_ALPHA2.size(), alpha2, alpha3, numeric, census, comtrade, row.getField("name"));
    NAMES.put(country, row.getField("names"));
    BY_ALPHA2.put(alpha2, country);
    BY_OWN_NAME.put(country.name(), country);
    addCode(alpha2, country);
    addCode(alpha3, country);
    addCode(numeric, country);
    addCode(comtrade, country);
    census.forEach(code -> addCode(code, country));
    BundledCsv.words(row, "other").forEach(code -> addCode(code, country));
  }

  private static void addCode(@Nullable String code, Country country) {
    if (code != null && BY_CODE.put(code, country) != null) {
      throw new IllegalStateException("countries.csv gives " + code + " to two countries");
    }
  }

  private static void addName(String name, Country country) {
    Country other = name.isEmpty() ? null : Named.BY_NAME.put(NameKey.of(name), country);
    if (other != null && !other.equals(country)) {
      throw new IllegalStateException("countries.csv gives the name " + name + " to two countries");
    }
  }

  private static @Nullable String blankToNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static void addRefusal(NamedCsvRecord row) {
    String until = row.getField("until");
    List<String> now = BundledCsv.words(row, "now");
    String what = row.getField("name");
    String reason =
        until.isEmpty()
            ? "is no country's code but " + what
            : "is retired (" + what + ", until " + until + ")";
    String advice = now.isEmpty() ? "" : ": use " + String.join(", ", now);
    for (String code : BundledCsv.words(row, "codes")) {
      Refused.BY_CODE.merge(code, reason + advice, (one, other) -> one + "; or it " + other);
    }
  }

  static List<Country> all() {
    return ALL;
  }

  /** The country of a code in a file of the library, of which no advice is given. */
  static Country bundled(String alpha2) {
    Country country = BY_ALPHA2.get(alpha2);
    if (country == null) {
      throw new IllegalStateException("No country of the library has the code " + alpha2);
    }
    return country;
  }

  static Country byAlpha2(String alpha2) {
    Country country = BY_ALPHA2.get(alpha2);
    if (country != null) {
      return country;
    }
    Country meant = found(alpha2);
    if (meant != null) {
      throw new IllegalArgumentException(
          "Country.of takes a two-letter ISO code in capitals, but was "
              + Texts.quoted(alpha2)
              + ": use "
              + meant
              + " or Country.parse");
    }
    throw refusal(alpha2);
  }

  static Country byCodeOrName(String text) {
    return find(text).orElseThrow(() -> refusal(text));
  }

  static Optional<Country> find(String text) {
    return Optional.ofNullable(found(Texts.plainSigns(text)));
  }

  /** Whether the text is a country's code of any list, or its name. */
  static boolean isCountry(String text) {
    return found(text) != null;
  }

  private static @Nullable Country found(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    Country named = BY_OWN_NAME.get(text);
    if (named != null) {
      return named;
    }
    Country country = BY_CODE.get(key(text));
    return country != null || Refused.BY_CODE.containsKey(key(text))
        ? country
        : Named.BY_NAME.get(NameKey.of(text));
  }

  /** The text as it stands in the index: capitals, short numbers with their leading zeros. */
  private static String key(String text) {
    String key = text.strip().toUpperCase(Locale.ROOT);
    return SHORT_NUMBER.matcher(key).matches() ? "0".repeat(3 - key.length()) + key : key;
  }

  private static IllegalArgumentException refusal(String text) {
    String key = key(Texts.plainSigns(Texts.readable("A country code", text)));
    String known = Refused.BY_CODE.get(key.replace("-", ""));
    String reason = known != null ? known : diagnosis(key);
    return new IllegalArgumentException(
        "Country code " + Texts.quoted(text) + " " + reason + changedPlaces(text));
  }

  /** A day or a tariff line in the place of a country is no misspelt country. */
  private static String changedPlaces(String text) {
    LooksLike found = LooksLike.of(text);
    boolean number = found == LooksLike.PRODUCT && text.strip().length() < LooksLike.SURE_CODE;
    return number ? "" : LooksLike.hint(text, LooksLike.COUNTRY);
  }

  private static String diagnosis(String key) {
    if (key.isEmpty()) {
      return "is blank";
    }
    if (EVERYONE.contains(key)) {
      return "is no country: where origins are read, * is all of them";
    }
    if (LETTERS.matcher(key).matches()) {
      return "is unknown: not in ISO 3166-1; " + ForeignNames.beginning(key).orElse(WHAT_TO_WRITE);
    }
    if (SHORT_NUMBER.matcher(key).matches()) {
      return "is unknown: neither an ISO 3166-1 nor a UN Comtrade number";
    }
    if (CENSUS.matcher(key).matches()) {
      return "is unknown: no country code of US Census Schedule C known here";
    }
    if (SPREADSHEET_NUMBER.matcher(key).matches()) {
      return "looks damaged by a spreadsheet: give the code as text";
    }
    return namesake(key);
  }

  private static String namesake(String text) {
    if (StandardGroups.named(text).isPresent()) {
      return "is no country but a group: name a member, or write the group where origins are read";
    }
    if (CONTINENTS.contains(text)) {
      return "is no country: name countries, or a group such as EU where origins are read";
    }
    String key = NameKey.of(text);
    return withWords(key, " ")
        .or(() -> ForeignNames.meant(text))
        .or(() -> nearest(key).map(near -> "is unknown: is " + named(near) + " meant?"))
        .or(() -> withWords(key, ""))
        .orElse(UNKNOWN);
  }

  static String named(Country country) {
    return country.name() + " (" + country + ")";
  }

  /** Names that have words which are those of the text, or which begin as these do. */
  private static Optional<String> withWords(String key, String end) {
    if (key.length() < SHORTEST_NAME) {
      return Optional.empty();
    }
    String codes =
        Named.BY_NAME.entrySet().stream()
            .filter(name -> hasWords(name.getKey() + " ", key, end))
            .map(name -> name.getValue().alpha2())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        codes.indexOf(',') < 0
            ? "is no name in full: use " + codes + " if that is meant"
            : "is a name and ambiguous: use one of " + codes);
  }

  /** The one country with a name that a slip of the pen away from the text. */
  private static Optional<Country> nearest(String key) {
    List<Country> near =
        Named.BY_NAME.entrySet().stream()
            .filter(name -> isSlip(name.getKey(), key))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  /** Whether one letter more, less or other, or two changed about, make one text of the other. */
  private static boolean isSlip(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    if (Math.max(one.length(), other.length()) - shorter > 1) {
      return false;
    }
    int same = 0;
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < shorter - same
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    String left = one.substring(same, one.length() - end);
    String right = other.substring(same, other.length() - end);
    boolean turned = new StringBuilder(left).reverse().toString().equals(right);
    return left.length() <= 1 && right.length() <= 1 || left.length() == 2 && turned;
  }

  private static boolean hasWords(String name, String beginnings, String end) {
    String words = " " + name;
    return Arrays.stream(beginnings.split(" ", -1))
        .allMatch(word -> words.contains(" " + word + end));
  }
}
