package org.tariffeconomics.basics;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      Pattern.compile("[0-9]+\\.[0-9]+|[0-9]+(\\.[0-9]+)?E[+-]?[0-9]+|0[0-9]{3,}");

  /** Shorter parts of names say nothing: "an" stands in half of them. */
  private static final int SHORTEST_NAME = 4;

  private static final Map<String, Country> BY_ALPHA2 = new TreeMap<>();
  private static final Map<String, Country> BY_CODE = new HashMap<>();
  private static final Map<String, String> REFUSED = new HashMap<>();
  private static final List<Country> ALL;

  static {
    BundledCsv.rows("countries.csv").forEach(CountryCodes::addCountry);
    ALL = List.copyOf(BY_ALPHA2.values());
    BundledCsv.rows("retired_codes.csv").forEach(CountryCodes::addRefusal);
  }

  private CountryCodes() {}

  private static void addCountry(NamedCsvRecord row) {
    String alpha2 = row.getField("alpha2");
    String alpha3 = row.getField("alpha3");
    String numeric = blankToNull(row.getField("iso_numeric"));
    String comtrade = blankToNull(row.getField("comtrade"));
    List<String> census = BundledCsv.words(row, "census");
    Country country = new Country(alpha2, alpha3, numeric, census, comtrade);
    BY_ALPHA2.put(alpha2, country);
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
      REFUSED.merge(code, reason + advice, (one, other) -> one + "; or it " + other);
    }
  }

  static List<Country> all() {
    return ALL;
  }

  static Country byAlpha2(String alpha2) {
    Country country = BY_ALPHA2.get(alpha2);
    if (country != null) {
      return country;
    }
    Country meant = BY_CODE.get(key(alpha2));
    if (meant != null) {
      throw new IllegalArgumentException(
          "Country.of takes a two-letter ISO code in capitals, but was '"
              + alpha2
              + "': use "
              + meant
              + " or Country.parse");
    }
    throw refusal(alpha2);
  }

  static Country byAnyCode(String code) {
    Country country = BY_CODE.get(key(code));
    if (country == null) {
      throw refusal(code);
    }
    return country;
  }

  /** Whether the text is a country's code of any list. */
  static boolean isCode(String text) {
    return BY_CODE.containsKey(key(text));
  }

  /** The text as it stands in the index: capitals, short numbers with their leading zeros. */
  private static String key(String text) {
    String key = text.strip().toUpperCase(Locale.ROOT);
    return SHORT_NUMBER.matcher(key).matches() ? "0".repeat(3 - key.length()) + key : key;
  }

  private static IllegalArgumentException refusal(String text) {
    String key = key(text);
    String known = REFUSED.get(key);
    String reason = known != null ? known : diagnosis(key);
    return new IllegalArgumentException("Country code '" + text + "' " + reason);
  }

  private static String diagnosis(String key) {
    if (key.isEmpty()) {
      return "is blank";
    }
    if (LETTERS.matcher(key).matches()) {
      return "is unknown: not in ISO 3166-1";
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

  private static String namesake(String key) {
    List<Country> alike =
        key.length() < SHORTEST_NAME
            ? List.of()
            : all().stream().filter(c -> upperName(c).contains(key)).toList();
    List<Country> same = alike.stream().filter(c -> upperName(c).equals(key)).toList();
    List<Country> meant = same.isEmpty() ? alike : same;
    if (meant.isEmpty()) {
      return "is unknown";
    }
    String codes = meant.stream().map(Country::alpha2).collect(Collectors.joining(", "));
    return meant.size() == 1
        ? "is a name: use " + codes
        : "is a name and ambiguous: use one of " + codes;
  }

  private static String upperName(Country country) {
    return country.name().toUpperCase(Locale.ROOT);
  }
}
