package org.tariffeconomics.basics;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The key under which a name is found however it is written: its words without accents, small words
 * and punctuation, in the order of their letters, so that “Korea, Republic of” and “Republic of
 * Korea” are one.
 */
final class NameKey {

  /** No name is longer. */
  private static final int LONGEST = 80;

  private static final Set<String> SMALL_WORDS = Set.of("", "AND", "THE", "OF");

  private static final Map<String, String> LONG_FORMS =
      Map.of(
          "ST", "SAINT",
          "REP", "REPUBLIC",
          "DEM", "DEMOCRATIC",
          "FED", "FEDERATED",
          "ISL", "ISLANDS",
          "ISDS", "ISLANDS",
          "IS", "ISLANDS");

  private NameKey() {}

  /** The key; empty for a text that is no name. */
  static String of(String name) {
    if (name.length() > LONGEST) {
      return "";
    }
    String letters = name.replace(".", "");
    if (!isAscii(letters)) {
      letters = Normalizer.normalize(letters, Normalizer.Form.NFD);
    }
    StringBuilder plain = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      char each = letters.charAt(i);
      if (Character.isLetter(each)) {
        plain.append(each == 'ı' ? 'i' : each);
      } else if (Character.getType(each) != Character.NON_SPACING_MARK) {
        plain.append(' ');
      }
    }
    return Arrays.stream(plain.toString().toUpperCase(Locale.ROOT).split(" ", -1))
        .filter(word -> !SMALL_WORDS.contains(word))
        .map(word -> LONG_FORMS.getOrDefault(word, word))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Letters without accents, which are most, need no table of Unicode. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
