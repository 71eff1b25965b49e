package org.tariffeconomics.tariff;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which known name was meant by one that nothing asks for: other capitals, one slip of the keyboard
 * in a word, two in a long one, {@code USA} for {@code US}, or the kind or the rest alone, {@code
 * melted} for {@code melted:GB}. Short words of one length, or of other beginnings, are two names.
 */
final class MisspeltName {

  private static final int SHORT = 5;
  private static final int LONG = 9;
  private static final int FAR = 99;
  private static final int FEW = 3;

  private MisspeltName() {}

  /** The nearest of the known names; empty where the name is known, or none is near. */
  static Optional<String> meant(String name, Collection<String> known) {
    if (known.contains(name)) {
      return Optional.empty();
    }
    String wholes = wholes(name, known);
    if (!wholes.isEmpty()) {
      return Optional.of(wholes);
    }
    return known.stream()
        .filter(each -> slips(name, each) < FAR)
        .min(
            Comparator.comparingInt((String each) -> slips(name, each))
                .thenComparing(each -> each));
  }

  /** The names of which a word is one half, {@code content:steel' or 'weight:steel}. */
  private static String wholes(String word, Collection<String> known) {
    return known.stream()
        .filter(each -> each.indexOf(':') >= 0 && word.indexOf(':') < 0)
        .filter(each -> Arrays.asList(parts(each)).contains(parts(word)[0]))
        .sorted()
        .limit(FEW)
        .collect(Collectors.joining("' or '"));
  }

  /** How many slips make one name of the other, kind and rest each for itself. */
  private static int slips(String name, String known) {
    String[] parts = parts(name);
    String[] others = parts(known);
    return Math.min(FAR, slipsOfWord(parts[0], others[0]) + slipsOfWord(parts[1], others[1]));
  }

  /** What stands before a colon and what after it, in small letters. */
  private static String[] parts(String name) {
    String small = name.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    int colon = small.indexOf(':');
    return colon < 0
        ? new String[] {small, ""}
        : new String[] {small.substring(0, colon), small.substring(colon + 1)};
  }

  private static int slipsOfWord(String word, String other) {
    if (word.equals(other)) {
      return 0;
    }
    int shorter = Math.min(word.length(), other.length());
    int slips = distance(word, other);
    if (shorter < SHORT) {
      boolean isCut = shorter > 1 && slips == 1 && word.length() != other.length();
      return isCut && word.charAt(0) == other.charAt(0) ? 1 : FAR;
    }
    return slips <= (shorter < LONG ? 1 : 2) ? slips : FAR;
  }

  /** Letters left out, put in, changed, or two that changed places (Damerau 1964). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    Arrays.setAll(d[0], j -> j);
    for (int i = 1; i <= a.length(); i++) {
      d[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        d[i][j] = swapped ? Math.min(d[i][j], d[i - 2][j - 2] + 1) : d[i][j];
      }
    }
    return d[a.length()][b.length()];
  }
}
