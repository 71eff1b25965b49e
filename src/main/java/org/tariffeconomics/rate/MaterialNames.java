package org.tariffeconomics.rate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one spelling of a content's name: lower case, single blanks, British where American and
 * British English differ ({@code aluminum} is {@code aluminium}), and {@code US} for the United
 * States. Two spellings would be two materials, of which one is never declared.
 */
final class MaterialNames {

  private static final Map<String, String> BRITISH =
      Map.ofEntries(
          Map.entry("aluminum", "aluminium"),
          Map.entry("sulfur", "sulphur"),
          Map.entry("sulfate", "sulphate"),
          Map.entry("sulfide", "sulphide"),
          Map.entry("cesium", "caesium"),
          Map.entry("gray", "grey"),
          Map.entry("fiber", "fibre"),
          Map.entry("fibers", "fibres"),
          Map.entry("fiberglass", "fibreglass"),
          Map.entry("tire", "tyre"),
          Map.entry("tires", "tyres"),
          Map.entry("jewelry", "jewellery"));

  private MaterialNames() {}

  /** The name as it is compared and written. */
  static String canonical(String name) {
    String lower = tidy(name);
    if (lower.equals("us") || lower.equals("u.s.")) {
      return Portion.US;
    }
    return lower.indexOf(' ') < 0
        ? BRITISH.getOrDefault(lower, lower)
        : Arrays.stream(lower.split(" ", -1))
            .map(word -> BRITISH.getOrDefault(word, word))
            .collect(Collectors.joining(" "));
  }

  /** Names are compared at every question, and nearly all are written as they should be. */
  private static String tidy(String name) {
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      if (each < 'a' || each > 'z') {
        return RateForm.tidy(name).toLowerCase(Locale.ROOT);
      }
    }
    return name;
  }
}
