package org.tariffeconomics.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The law of readers: whatever of a file is not understood widens the answer. A file whose cells
 * were garbled into what no file has may leave a duty open, but never gives another one.
 */
final class Garbling {

  /** A sign that no code, number, word or day of any file has. */
  private static final String GARBLE = "§";

  private static final Pattern JSON_LEAF =
      Pattern.compile("\"([a-z_]+)\":\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9.]+)");

  private final Function<String, Optional<TariffBook>> reader;
  private final String day;
  private final String value;
  private final List<String> questions;

  /**
   * A reader and what its books are asked.
   *
   * @param reader makes a book of a text
   * @param day the day of entry
   * @param value the customs value
   * @param questions lines and origins with what is declared, {@code 8703.23.01 JP claiming X}
   */
  Garbling(
      Function<String, Optional<TariffBook>> reader,
      String day,
      String value,
      List<String> questions) {
    this.reader = reader;
    this.day = day;
    this.value = value;
    this.questions = questions;
  }

  /** Where a scalar of a JSON text begins and ends, but for those of these names. */
  static List<int[]> leaves(String json, List<String> except) {
    List<int[]> places = new ArrayList<>();
    Matcher matcher = JSON_LEAF.matcher(json);
    while (matcher.find()) {
      if (!except.contains(matcher.group(1))) {
        places.add(new int[] {matcher.start(2), matcher.end(2)});
      }
    }
    return places;
  }

  static String garbledLeaf(String json, int[] place) {
    String old = json.substring(place[0], place[1]).replace("\"", "");
    return json.substring(0, place[0]) + '"' + GARBLE + old + '"' + json.substring(place[1]);
  }

  static String missingLeaf(String json, int[] place) {
    return json.substring(0, place[0]) + "null" + json.substring(place[1]);
  }

  /** Where the cells of the rows of a CSV text without quotes stand, but for some columns. */
  static List<int[]> cells(String csv, List<String> except) {
    List<int[]> places = new ArrayList<>();
    String[] header = csv.lines().findFirst().orElseThrow().split(",", -1);
    int at = csv.indexOf('\n') + 1;
    while (at < csv.length()) {
      int end = csv.indexOf('\n', at);
      for (int column = 0; column < header.length; column++) {
        int comma = csv.indexOf(',', at);
        int stop = comma < 0 || comma > end ? end : comma;
        if (!except.contains(header[column])) {
          places.add(new int[] {at, stop});
        }
        at = stop + 1;
      }
    }
    return places;
  }

  static String garbledCell(String csv, int[] place) {
    return csv.substring(0, place[0]) + GARBLE + csv.substring(place[0]);
  }

  /** The answers to all questions: a duty, or that the import is forbidden, or that it is open. */
  List<String> answers(String text) {
    Optional<TariffBook> book = reader.apply(text);
    return questions.stream().map(q -> book.map(b -> answer(b, q)).orElse("open")).toList();
  }

  private String answer(TariffBook book, String question) {
    HsCode line = HsCode.of(question.substring(0, question.indexOf(' ')));
    DeclaredOrigin from = DeclaredOrigin.parse(question.substring(question.indexOf(' ') + 1));
    Assessment assessment =
        book.on(day)
            .stack(line, from.country(), from.facts())
            .assess(BigMoney.parse(value), Quantity.parse("10 t"));
    return assessment.outcome() == Outcome.ASSESSED
        ? assessment.dutyOrThrow().toString()
        : assessment.outcome() == Outcome.PROHIBITED ? "forbidden" : "open";
  }

  /** Holds the answers of a garbled text to those of the whole one. */
  void requireNoOther(List<String> whole, String garbled, String what) {
    List<String> now = answers(garbled);
    for (int i = 0; i < questions.size(); i++) {
      String asked = questions.get(i) + " after " + what;
      if (!now.get(i).equals("open")) {
        assertEquals(whole.get(i), now.get(i), asked);
      }
    }
  }

  /** What the text of a place and its surroundings are, for messages. */
  static String around(String text, int[] place) {
    return text.substring(Math.max(0, place[0] - 40), Math.min(text.length(), place[1] + 5));
  }

  /** The questions must have definite answers, or nothing is tested. */
  void requireDefinite(List<String> whole, int atLeast) {
    assertTrue(whole.stream().filter(a -> !a.equals("open")).count() >= atLeast, whole::toString);
  }
}
