package org.tariffeconomics.rate;

import java.text.Normalizer;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a rate of Japan's tariff schedule, which is written in Japanese, into the words that the
 * grammar of rates understands. Full-width digits and signs are those of ASCII.
 *
 * <pre>
 * cell    := [ mark ] rate | ( words blank rate ) { line-break words blank rate }
 * </pre>
 *
 * <p>Words before a rate are a condition, whose declared fact bears these very words; “その他のもの”
 * (other goods) is what the rate before does not cover. What a rate is says {@link JapaneseTerms}.
 */
final class JapaneseRateText {

  private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff◎※●◆〜]");
  private static final Pattern WIDE = Pattern.compile("[\\uff01-\\uff5e]");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"");
  private static final Pattern LINES = Pattern.compile("[\\r\\n]+");
  private static final Pattern SEASON =
      Pattern.compile(
          "毎年(1[0-2]|[1-9])月([1-3]?[0-9])日から(?:同年|翌年)(1[0-2]|[1-9])月(?:末日|([1-3]?[0-9])日)");
  private static final String OTHER = "その他のもの";
  private static final String OUTSIDE_QUOTA = "関税割当数量以外のもの";
  private static final String WITHIN_QUOTA = "関税割当数量以内のもの";

  private JapaneseRateText() {}

  /**
   * The rate in words that the grammar understands.
   *
   * @param written a cell of a schedule
   * @return the canonical words; empty for a text that is neither Japanese nor full-width
   * @throws IllegalArgumentException when it is Japanese and not understood
   */
  static Optional<String> translated(String written) {
    String text = KanjiNumerals.inDigits(written);
    if (!isJapanese(text)) {
      boolean wide = text.indexOf('"') < 0 && WIDE.matcher(text).find();
      boolean other = !text.equals(written);
      return wide || other ? Optional.of(narrow(text)) : Optional.empty();
    }
    List<String> lines =
        LINES.splitAsStream(text).filter(each -> !each.isBlank()).map(String::strip).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<String> joined = joinedAtSigns(lines);
    String whole = plain(String.join("", joined));
    boolean single = !hasWordsBefore(joined.get(0)) && JapaneseTerms.isChoice(whole);
    return Optional.of(single || joined.size() == 1 ? cell(joined, single) : alternatives(joined));
  }

  static boolean isJapanese(String text) {
    return JAPANESE.matcher(text).find()
        && JAPANESE.matcher(QUOTED.matcher(text).replaceAll("")).find();
  }

  private static String cell(List<String> lines, boolean single) {
    String text = String.join("", lines);
    return single || !hasWordsBefore(text) ? JapaneseTerms.rate(plain(text)) : alternatives(lines);
  }

  /** A line that was broken within a sum or a range is joined again. */
  private static List<String> joinedAtSigns(List<String> lines) {
    List<String> joined = new ArrayList<>();
    for (String each : lines) {
      String last = joined.isEmpty() ? "" : joined.get(joined.size() - 1);
      boolean continues =
          !joined.isEmpty()
              && (last.endsWith("+")
                  || last.endsWith("＋")
                  || last.endsWith("円")
                  || last.endsWith("〜")
                  || each.startsWith("ただし")
                  || each.startsWith("/"));
      if (continues) {
        joined.set(joined.size() - 1, last + each);
      } else {
        joined.add(each);
      }
    }
    return joined;
  }

  private static boolean hasWordsBefore(String line) {
    return lastBlank(line) > 0;
  }

  /** The blank between words and their rate: the wide one, or the last narrow one. */
  private static int lastBlank(String line) {
    int wide = line.lastIndexOf('\u3000');
    int narrow = line.lastIndexOf(' ');
    int at = wide > 0 ? wide : narrow;
    boolean hasWords = at > 0 && JAPANESE.matcher(line.substring(0, at)).find();
    boolean isNote = at > 0 && line.substring(at).strip().startsWith("◆");
    return hasWords && !isNote ? at : -1;
  }

  /** Rates on conditions, nested so that each is asked for where those before are not met. */
  private static String alternatives(List<String> lines) {
    Optional<String> seasonal = seasonal(lines);
    if (seasonal.isPresent()) {
      return seasonal.orElseThrow();
    }
    @Nullable String result = null;
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      int at = lastBlank(JapaneseTerms.withoutMarks(line));
      if (at < 0) {
        throw JapaneseTerms.notUnderstood(line);
      }
      String words = tidy(line.substring(0, at));
      String rate = JapaneseTerms.rate(plain(line.substring(at)));
      boolean rest =
          i == lines.size() - 1
              && i > 0
              && (words.equals(OTHER)
                  || (words.equals(OUTSIDE_QUOTA)
                      && tidy(lines.get(i - 1)).startsWith(WITHIN_QUOTA)));
      result = rest ? rate : when(words, rate, result);
    }
    return result == null ? "" : result;
  }

  /** A rate of a season of the year, with the rate of other days where there is one. */
  private static Optional<String> seasonal(List<String> lines) {
    int at = lastBlank(lines.get(0));
    Optional<String> days = at < 0 ? Optional.empty() : season(lines.get(0).substring(0, at));
    if (days.isEmpty() || lines.size() > 2) {
      return Optional.empty();
    }
    String rate =
        JapaneseTerms.rate(plain(lines.get(0).substring(at))) + " (" + days.orElseThrow() + ")";
    int next = lines.size() == 2 ? lastBlank(lines.get(1)) : -1;
    if (lines.size() == 2 && (next < 0 || !tidy(lines.get(1).substring(0, next)).equals(OTHER))) {
      return Optional.empty();
    }
    return Optional.of(
        next < 0
            ? rate
            : rate + "; otherwise " + JapaneseTerms.rate(plain(lines.get(1).substring(next))));
  }

  /**
   * The days of a season that words name, {@code 1 JUN - 30 NOV}.
   *
   * @param words for example {@code 毎年6月1日から同年11月30日までに輸入されるもの}
   * @return the days, empty where the words name none
   */
  static Optional<String> season(String words) {
    Matcher season = SEASON.matcher(narrow(words));
    if (!season.find()) {
      return Optional.empty();
    }
    String last = season.group(4) == null ? lastDay(season.group(3)) : season.group(4);
    return Optional.of(
        season.group(2)
            + " "
            + month(season.group(1))
            + " - "
            + last
            + " "
            + month(season.group(3)));
  }

  private static String month(String number) {
    return Month.of(Integer.parseInt(number)).name().substring(0, 3);
  }

  private static String lastDay(String month) {
    return String.valueOf(Month.of(Integer.parseInt(month)).maxLength());
  }

  private static String when(String words, String rate, @Nullable String otherwise) {
    return "when(\"" + words + "\", " + rate + (otherwise == null ? "" : ", " + otherwise) + ")";
  }

  private static String tidy(String words) {
    return words.strip().replace('\u3000', ' ').replace("\"", "");
  }

  /** Full-width digits and signs in ASCII. */
  private static String narrow(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2212', '-');
  }

  private static String plain(String text) {
    return narrow(text).replaceAll("\\s+", "");
  }
}
