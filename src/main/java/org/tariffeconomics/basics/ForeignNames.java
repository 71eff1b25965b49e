package org.tariffeconomics.basics;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is meant by names that are no English names of countries: names in other languages, as the
 * Java runtime knows them, and those of parts of countries. They are never read, since a message
 * can say what to write: one more language would make a name that is English today ambiguous
 * tomorrow. A runtime without the data of locales knows English alone, and says less.
 */
final class ForeignNames {

  private static final List<String> LANGUAGES =
      List.of("de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "tr", "id", "ja", "ko", "zh");

  /** The letters of an abbreviation; fewer begin half of all names. */
  private static final int SHORTEST = 3;

  /** More suggestions are none. */
  private static final int MOST = 3;

  private static final Map<String, Set<Country>> BY_KEY = new TreeMap<>();
  private static final Map<String, Country> PARTS = new TreeMap<>();

  static {
    for (Country each : Country.all()) {
      Locale place = new Locale("", each.alpha2());
      for (String language : LANGUAGES) {
        add(place.getDisplayCountry(new Locale(language)), each);
      }
    }
    for (NamedCsvRecord row : BundledCsv.rows("parts.csv")) {
      for (String name : row.getField("names").split("\\|", -1)) {
        PARTS.put(NameKey.of(name), CountryCodes.bundled(row.getField("country")));
      }
    }
  }

  private ForeignNames() {}

  private static void add(String name, Country country) {
    for (String written : List.of(name, withoutUmlauts(name))) {
      BY_KEY.computeIfAbsent(NameKey.of(written), key -> new TreeSet<>()).add(country);
    }
  }

  private static String withoutUmlauts(String name) {
    return name.replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("Ä", "Ae")
        .replace("Ö", "Oe")
        .replace("Ü", "Ue")
        .replace("ß", "ss");
  }

  /** What is meant by a name, if anything is. */
  static Optional<String> meant(String name) {
    String key = NameKey.of(name);
    @Nullable Country whole = PARTS.get(key);
    return whole != null
        ? Optional.of("is no country's English name: use " + whole + " for " + whole.name())
        : named(BY_KEY.getOrDefault(key, Set.of()));
  }

  private static Optional<String> named(Set<Country> found) {
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "is no English name: use "
                + found.stream().map(CountryCodes::named).collect(Collectors.joining(" or ")));
  }

  /** The countries of which three letters can be an abbreviation. */
  static Optional<String> beginning(String letters) {
    Set<Country> english = new TreeSet<>();
    for (Country each : Country.all()) {
      if (NameKey.of(each.name()).startsWith(letters)) {
        english.add(each);
      }
    }
    return letters.length() < SHORTEST || english.isEmpty() || english.size() > MOST
        ? Optional.empty()
        : Optional.of(
            "is "
                + english.stream().map(CountryCodes::named).collect(Collectors.joining(" or "))
                + " meant?");
  }
}
