package org.tariffeconomics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate text without mark-up, broken words and stray blanks, which remembers where each of its
 * characters stood in the original and what was put right.
 */
final class CleanText {

  /** Characters that nobody sees: of no width, marks of direction and of byte order. */
  private static final String INVISIBLE =
      "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff";

  private static final String BLANK = "[\\s\\u00a0\\u2007\\u202f]";

  /**
   * What is replaced by what; without the sign there is nothing to replace. A rule without a reason
   * is another spelling and no repair.
   */
  private record Rule(String sign, Pattern pattern, String replacement, String why) {

    static Rule spelling(String sign, String regex, String replacement) {
      return new Rule(sign, Pattern.compile(regex), replacement, "");
    }

    static Rule repair(String sign, String regex, String replacement, String why) {
      return new Rule(sign, Pattern.compile(regex), replacement, why);
    }
  }

  /**
   * Misspellings found in schedules, and digits that run together where nobody sees what stands
   * between them; something else might be meant, so only a lenient reader.
   */
  private static final List<Rule> GUESSES =
      List.of(
          Rule.repair(
              "", "(?<=[0-9])[" + INVISIBLE + "]++(?=[0-9])", "", "characters that no one sees"),
          Rule.repair("oralter", "\\boralterations\\b", "or alterations", "words run together"),
          Rule.repair("in the in the", "\\bin the in the\\b", "in the", "words written twice"),
          Rule.repair(
              ".",
              "(?<=(?<![0-9.])[0-9]{2})\\.(?=[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}\\b)",
              "",
              "a heading has four digits before its first dot"));

  private static final List<Rule> MARK_UP =
      List.of(
          Rule.repair(
              "",
              "(?<![0-9" + INVISIBLE + "])[" + INVISIBLE + "]++|[" + INVISIBLE + "]++(?![0-9])",
              "",
              "characters that no one sees"),
          Rule.repair("<", "<[^<>]*+>", "", "mark-up"),
          Rule.repair("&", "&cent;", "¢", "an entity"),
          Rule.repair("&", "&amp;", "&", "an entity"),
          Rule.repair("&", "&nbsp;|&#160;", " ", "an entity"),
          Rule.repair(
              "", BLANK + "{2,}|[\\s\\u00a0\\u2007\\u202f&&[^ ]]", " ", "blanks of another kind"),
          Rule.spelling("²", "²", "2"),
          Rule.spelling("³", "³", "3"),
          Rule.spelling("₂", "₂", "2"),
          Rule.repair("- ", "(?<=\\p{Ll})- (?=\\p{Ll})", "", "a word broken at a line's end"),
          Rule.spelling("/", " ?/ ?", "/"),
          Rule.repair(" ¢", " (?=¢)", "", "a blank before the sign"),
          Rule.spelling(
              ",", "(?<=[0-9]),(?=[0-9]{3}(?![0-9])(?!(?:\\.[0-9]++)? ?(?:%|percent)))", ""));

  private static final List<Rule> WORDS =
      List.of(
          Rule.repair("weght", "\\bweght\\b", "weight", "a misspelled word"),
          Rule.repair("on the", "(?<= on the)(?=battery\\b)", " ", "words run together"),
          Rule.repair(
              "but not", "but not less (?!than)", "but not less than ", "a word is missing"),
          Rule.spelling(", including", ", including weight of container", " of gross weight"),
          Rule.repair("of ", "(?<=/m[23])(?=of )", " ", "words run together"),
          Rule.repair("inthe", "\\binthe(?= applicable)", "in the", "words run together"),
          Rule.spelling(
              "applicable subheading",
              "(?i)^ ?(?:the )?(?:rate of )?(?:duty|rate) provided (?:for )?in the applicable"
                  + " subheading ?",
              "see applicable subheading "),
          Rule.spelling(
              "provided in sub", "(?i)^ ?the duty provided in (?=subheadings? [0-9])", "see "),
          Rule.repair("", "^ |(?<! ) ++$", "", "blanks at the edge"),
          Rule.repair("", "(?<![ ./])[ ./]++$", "", "a stray sign at the end"));

  private final String text;
  private final int[] origins;
  private final List<RateRepair> repairs;

  private CleanText(String text, int[] origins, List<RateRepair> repairs) {
    this.text = text;
    this.origins = origins;
    this.repairs = repairs;
  }

  /** The cleaned text of a schedule's cell. */
  static CleanText of(String raw, ReadingMode mode) {
    int[] origins = new int[raw.length() + 1];
    for (int i = 0; i < origins.length; i++) {
      origins[i] = i;
    }
    CleanText clean = new CleanText(raw, origins, new ArrayList<>()).after(MARK_UP);
    if (mode == ReadingMode.LENIENT) {
      clean = clean.after(GUESSES);
    }
    return clean.after(WORDS);
  }

  private CleanText after(List<Rule> rules) {
    CleanText clean = this;
    for (Rule rule : rules) {
      clean = clean.after(rule);
    }
    return clean;
  }

  private CleanText after(Rule rule) {
    if (!text.contains(rule.sign())) {
      return this;
    }
    Matcher matcher = rule.pattern().matcher(text);
    if (!matcher.find()) {
      return this;
    }
    String replacement = rule.replacement();
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
      note(rule, matcher);
    } while (matcher.find());
    copy(copied, text.length(), out, map);
    map[out.length()] = origins[text.length()];
    return new CleanText(out.toString(), map, repairs);
  }

  private void note(Rule rule, Matcher matcher) {
    if (!rule.why().isEmpty()) {
      repairs.add(
          new RateRepair(
              origins[matcher.start()], matcher.group(), rule.replacement(), rule.why()));
    }
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

  /** What was put right, from kind to kind. */
  List<RateRepair> repairs() {
    return repairs;
  }

  /** Notes what the grammar took for something else. */
  void note(int at, String found, String taken, String why) {
    repairs.add(new RateRepair(origin(at), found, taken, why));
  }
}
