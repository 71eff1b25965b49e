package org.tariffeconomics.tariff;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate text without mark-up, broken words and stray blanks, which remembers where each of its
 * characters stood in the original.
 */
final class CleanText {

  /** What is replaced by what; without the sign there is nothing to replace. */
  private record Repair(String sign, Pattern pattern, String replacement) {
    static Repair of(String sign, String regex, String replacement) {
      return new Repair(sign, Pattern.compile(regex), replacement);
    }
  }

  private static final List<Repair> REPAIRS =
      List.of(
          Repair.of("<", "<[^>]*>", ""),
          Repair.of("&", "&cent;", "¢"),
          Repair.of("&", "&nbsp;|&#160;", " "),
          Repair.of("", "[\\s\\u00a0\\u2007\\u202f]{2,}|[\\s\\u00a0\\u2007\\u202f&&[^ ]]", " "),
          Repair.of("²", "²", "2"),
          Repair.of("³", "³", "3"),
          Repair.of("₂", "₂", "2"),
          Repair.of("- ", "(?<=\\p{Ll})- (?=\\p{Ll})", ""),
          Repair.of("/", " ?/ ?", "/"),
          Repair.of(" ¢", " (?=¢)", ""),
          Repair.of(",", "(?<=\\d),(?=\\d{3}(?!\\d))", ""),
          Repair.of("but not", "but not less (?!than)", "but not less than "),
          Repair.of(", including", ", including weight of container", " of gross weight"),
          Repair.of("of ", "(?<=/m[23])(?=of )", " "),
          Repair.of(
              "applicable subheading",
              "(?i)^ ?(?:the )?(?:rate of )?(?:duty|rate) provided (?:for )?in ?the applicable"
                  + " subheading ?",
              "see applicable subheading "),
          Repair.of(
              "provided in sub", "(?i)^ ?the duty provided in (?=subheadings? [0-9])", "see "),
          Repair.of("", "^ |[ ./]+$", ""));

  private final String text;
  private final int[] origins;

  private CleanText(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  /** The cleaned text of a schedule's cell. */
  static CleanText of(String raw) {
    int[] origins = new int[raw.length() + 1];
    for (int i = 0; i < origins.length; i++) {
      origins[i] = i;
    }
    CleanText clean = new CleanText(raw, origins);
    for (Repair repair : REPAIRS) {
      clean = clean.repaired(repair);
    }
    return clean;
  }

  private CleanText repaired(Repair repair) {
    Matcher matcher = repair.pattern().matcher(text);
    if (!text.contains(repair.sign()) || !matcher.find()) {
      return this;
    }
    String replacement = repair.replacement();
    StringBuilder out = new StringBuilder();
    int[] map = new int[text.length() * (replacement.length() + 1) + replacement.length() + 1];
    int copied = 0;
    do {
      copied = copy(copied, matcher.start(), out, map);
      for (int i = 0; i < replacement.length(); i++) {
        map[out.length()] = origins[matcher.start()];
        out.append(replacement.charAt(i));
      }
      copied = matcher.end();
    } while (matcher.find());
    copy(copied, text.length(), out, map);
    map[out.length()] = origins[text.length()];
    return new CleanText(out.toString(), map);
  }

  private int copy(int from, int to, StringBuilder out, int[] map) {
    for (int i = from; i < to; i++) {
      map[out.length()] = origins[i];
      out.append(text.charAt(i));
    }
    return to;
  }

  /** The cleaned text. */
  String text() {
    return text;
  }

  /** Where a character of the cleaned text stood in the original. */
  int origin(int at) {
    return origins[at];
  }
}
