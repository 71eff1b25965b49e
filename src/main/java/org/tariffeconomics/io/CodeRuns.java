package org.tariffeconomics.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Texts;

/**
 * Codes written shortly: {@code 85414200,300 8542} are 8541.42.00, 8541.43.00 and 8542. A blank
 * begins a whole code; after a comma stand the last digits in which the next code of the same
 * length differs.
 */
final class CodeRuns {

  private static final String EXCEPT = "except";
  private static final String BETWEEN_RUNS = ";\t\n\r\f";

  private CodeRuns() {}

  /**
   * Reads codes, and after the word {@code except} those that are taken out of them.
   *
   * @throws IllegalArgumentException when something is no code, a run has more digits than the code
   *     before it, or a code is listed twice
   */
  static ProductScope parse(String text) {
    List<HsCode> included = new ArrayList<>();
    List<HsCode> excluded = new ArrayList<>();
    List<HsCode> side = included;
    for (String run : runs(text)) {
      if (run.equals(EXCEPT)) {
        side = excluded;
      } else {
        addRun(run, side);
      }
    }
    ProductScope scope = ProductScope.of(included, excluded);
    if (scope.includedDigits().size() < included.size()) {
      throw twice(included);
    }
    return scope;
  }

  private static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    char[] signs = text.toCharArray();
    int from = 0;
    for (int i = 0; i <= signs.length; i++) {
      if (i == signs.length || isBetweenRuns(signs[i])) {
        if (i > from) {
          runs.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return runs;
  }

  private static boolean isBetweenRuns(char sign) {
    return sign == ' ' || (sign < '0' || sign > '9') && BETWEEN_RUNS.indexOf(sign) >= 0;
  }

  private static void addRun(String run, List<HsCode> codes) {
    HsCode last = null;
    for (String each : run.split(",", -1)) {
      if (each.isEmpty() && last != null) {
        continue;
      }
      last = last == null ? HsCode.of(each) : next(last.digits(), each);
      codes.add(last);
    }
  }

  private static HsCode next(String digits, String ending) {
    if (ending.length() > digits.length()) {
      throw new IllegalArgumentException(
          "After a comma stand the last digits of the next code, at most "
              + digits.length()
              + ", but was "
              + Texts.quoted(ending)
              + ": begin a whole code after a blank");
    }
    return HsCode.of(digits.substring(0, digits.length() - ending.length()) + ending);
  }

  private static IllegalArgumentException twice(Collection<HsCode> codes) {
    Set<HsCode> seen = new HashSet<>();
    HsCode again = codes.stream().filter(each -> !seen.add(each)).findFirst().orElseThrow();
    return new IllegalArgumentException("The code " + again + " is listed twice");
  }

  /** The shortest text that {@link #parse} reads back. */
  static String text(ProductScope scope) {
    List<HsCode> excluded = scope.excluded();
    return text(scope.included()) + (excluded.isEmpty() ? "" : " " + EXCEPT + " " + text(excluded));
  }

  private static String text(List<HsCode> codes) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (HsCode each : codes) {
      String digits = each.digits();
      int common = before.length() == digits.length() ? common(before, digits) : 0;
      if (common > 0) {
        text.append(',').append(digits, common, digits.length());
      } else {
        text.append(text.length() == 0 ? "" : " ").append(digits);
      }
      before = digits;
    }
    return text.toString();
  }

  private static int common(String one, String other) {
    int at = 0;
    while (at < one.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }
}
