package org.tariffeconomics.rate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that facts of a closed set of answers may have. Of such a fact a word that is none of
 * them does not say that the goods are something else: it was not understood.
 */
final class FactWords {

  /** By fact all of its words; what the last of them stand for no condition asks. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "chip use",
          List.of(
              "US data center",
              "repair",
              "research",
              "startup",
              "consumer",
              "industrial",
              "public sector",
              "none",
              "other"),
          "certified part",
          List.of("auto", "truck", "no", "none"),
          "exclusion",
          List.of("none"),
          "mode",
          List.of("sea", "air", "road", "rail", "land", "post", "other"),
          "postal duty",
          List.of("ad valorem", "per item"),
          "rate taken for",
          List.of("goods", "country"),
          "vehicle",
          List.of("passenger vehicle", "light truck", "medium or heavy truck", "bus", "other"));

  /** What else may be declared: an exclusion names its heading and its item. */
  private static final Map<String, Pattern> FORMS =
      Map.of("exclusion", Pattern.compile("9903\\.[0-9]{2}\\.[0-9]{2} item [0-9]+"));

  private static final Map<String, Map<String, String>> OTHERWISE =
      Map.of(
          "mode",
          Map.ofEntries(
              Map.entry("vessel", "sea"),
              Map.entry("ship", "sea"),
              Map.entry("ocean", "sea"),
              Map.entry("truck", "road"),
              Map.entry("train", "rail"),
              Map.entry("plane", "air"),
              Map.entry("mail", "post")),
          "vehicle",
          Map.of("passenger car", "passenger vehicle", "car", "passenger vehicle"),
          "chip use",
          Map.of("us data centre", "US data center", "u.s. data center", "US data center"));

  private FactWords() {}

  /** Whether the answers to a fact are a closed set. */
  static boolean areKnown(String fact) {
    return WORDS.containsKey(fact);
  }

  private static List<String> words(String fact) {
    return WORDS.getOrDefault(fact, List.of());
  }

  /**
   * The word that was declared, in its one spelling.
   *
   * @return empty where the fact has words and this is none of them
   */
  static Optional<String> understood(String fact, String declared) {
    if (!areKnown(fact)) {
      return Optional.of(declared);
    }
    String small = declared.toLowerCase(Locale.ROOT);
    return words(fact).stream()
        .filter(word -> word.toLowerCase(Locale.ROOT).equals(small))
        .findFirst()
        .or(() -> Optional.ofNullable(OTHERWISE.getOrDefault(fact, Map.of()).get(small)))
        .or(
            () ->
                Optional.ofNullable(FORMS.get(fact))
                    .filter(form -> form.matcher(declared).matches())
                    .map(form -> declared));
  }

  /**
   * A word of a fact beside some, the last that there is.
   *
   * @return empty where all are named
   */
  static Optional<String> beside(String fact, Set<String> named) {
    return words(fact).stream().filter(word -> !named.contains(word)).reduce((a, b) -> b);
  }

  /** What may be declared, in words. */
  static String asked(String fact) {
    String words = String.join(", ", words(fact));
    return FORMS.containsKey(fact) ? words + " or 9903.88.69 item 17" : "one of " + words;
  }
}
