package org.tariffeconomics.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Makes texts that are nearly right: pieces lost, doubled, moved, swapped for odd ones. */
final class Mutator {

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "  ",
          "\t",
          "\n",
          "\r\n",
          "\0",
          "\u00a0",
          "\u2028",
          "\"",
          "\"\"",
          "'",
          ",",
          ";",
          "(",
          ")",
          "((((",
          "[",
          "{",
          "}",
          "<",
          ">",
          "&",
          "%",
          "%%",
          "$",
          "¢",
          "€",
          "¥",
          "/",
          "//",
          "-",
          "--",
          "−",
          "+",
          ".",
          "..",
          "*",
          "=",
          ">=",
          "<=",
          "!=",
          "|",
          "\\",
          "0",
          "00",
          "1e9",
          "1e99999999",
          "1E-999999999",
          "9".repeat(60),
          "9".repeat(500),
          "-1",
          "1/3",
          "1/0",
          "+999999999-12-31",
          "-999999999-01-01",
          "2025-02-30",
          "9999-12-31",
          "10000-01-01",
          "NaN",
          "Infinity",
          "null",
          "true",
          "MIN ",
          "MAX ",
          " except ",
          " claiming ",
          " with ",
          "see ",
          "inclusive ",
          "max(",
          "when(\"",
          "Cond: ",
          "Free ",
          "USD ",
          "EUR",
          "XXX",
          "EU",
          "ROK",
          "é",
          "İ",
          "ß",
          "ﬀ",
          "٣",
          "鉄",
          "\ud800",
          "😀",
          "\ufeff",
          "a".repeat(300),
          "(A,".repeat(50),
          "=cmd",
          "#",
          "content:",
          "claim=",
          "non-",
          " content",
          "kg",
          "100 kg",
          "each",
          "yes");

  private final SplittableRandom random;

  Mutator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A text made from one of the seeds by one to six changes. */
  String mutant(List<String> seeds) {
    StringBuilder text = new StringBuilder(any(seeds));
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      change(text, seeds);
    }
    return text.toString();
  }

  private void change(StringBuilder text, List<String> seeds) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + 1 + random.nextInt(8));
    switch (random.nextInt(8)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, text.substring(at, end));
      case 2 -> text.insert(at, any(ODD));
      case 3 -> text.replace(at, end, any(ODD));
      case 4 -> text.insert(at, any(seeds));
      case 5 -> text.setLength(at);
      case 6 -> text.replace(at, end, String.valueOf((char) random.nextInt(0x250)));
      default -> repeat(text, at, end);
    }
  }

  /** Seldom much: a long text is slow to make, too. */
  private void repeat(StringBuilder text, int at, int end) {
    int times = random.nextInt(50) == 0 ? 2_000 : 1 + random.nextInt(6);
    text.insert(at, text.substring(at, end).repeat(times));
  }
}
