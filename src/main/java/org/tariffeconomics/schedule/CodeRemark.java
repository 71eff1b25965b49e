package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;

/** What is to be said of a code that is no line of a schedule on a day. */
final class CodeRemark {

  private static final int MOST_NAMED = 5;

  private final DatedSchedule schedule;
  private final HsCode code;
  private final LocalDate day;

  CodeRemark(DatedSchedule schedule, HsCode code, LocalDate day) {
    this.schedule = schedule;
    this.code = code;
    this.day = day;
  }

  /** The remark; empty for a line, or a code above lines. */
  Optional<String> text() {
    if (code.digits().length() < DatedLine.DIGITS) {
      return schedule.hasBelow(code, day) ? Optional.empty() : Optional.of(noLine());
    }
    Optional<DatedLine> legal = schedule.line(code, day);
    if (legal.isEmpty()) {
      return Optional.of(noLine());
    }
    return isLine(code, legal.get()) ? Optional.empty() : Optional.of(statistical(legal.get()));
  }

  /** Whether a code is a legal line or a number of it. */
  static boolean isLine(HsCode code, DatedLine legal) {
    return legal.declares(code) || code.equals(legal.code()) || isTheUndivided(code, legal);
  }

  /** The numbers of a legal line that it did not have when a number of it ended. */
  static List<HsCode> instead(HsCode code, DatedLine legal, List<DatedLine> history) {
    List<HsCode> instead = new ArrayList<>();
    history.stream()
        .filter(state -> state.declares(code))
        .reduce((earlier, later) -> later)
        .filter(last -> last.days().getEnd().compareTo(legal.days().getStart()) <= 0)
        .ifPresent(
            last -> {
              instead.addAll(legal.declarable());
              instead.removeAll(last.declarable());
            });
    return List.copyOf(instead);
  }

  /** Eight digits and “00” behind them are one code. */
  private static boolean isTheUndivided(HsCode code, DatedLine legal) {
    return code.digits().equals(legal.code().digits() + "00")
        && legal.statistical().size() == 1
        && legal.statistical().get(0).suffix().isEmpty();
  }

  private String noLine() {
    List<HsCode> nearest = nearest();
    return code
        + " is no line of "
        + schedule
        + " on "
        + day
        + (nearest.isEmpty() ? "" : "; the nearest are " + named(nearest));
  }

  private String statistical(DatedLine legal) {
    String answer = "; the duty is that of " + legal.code();
    List<DatedLine> having = schedule.history(code).stream().filter(s -> s.declares(code)).toList();
    if (having.isEmpty()) {
      return code
          + " is no line of "
          + schedule
          + ": "
          + legal.code()
          + " has "
          + named(legal.declarable())
          + answer;
    }
    DatedLine last = having.get(having.size() - 1);
    if (last.days().getEnd().isAfter(day)) {
      return code + " is a line from " + having.get(0).days().getStart() + " only" + answer;
    }
    List<HsCode> instead = instead(code, legal, having);
    return code
        + " ended on "
        + last.days().getEnd()
        + (instead.isEmpty() ? answer : " and is now " + named(instead) + ", whose duty this is");
  }

  /** The legal lines that share the most digits with the code, the nearest number first. */
  private List<HsCode> nearest() {
    String digits = code.digits();
    for (int length = Math.min(digits.length(), DatedLine.DIGITS) - 1; length >= 2; length--) {
      String prefix = digits.substring(0, length);
      List<HsCode> lines =
          schedule.linesBelow(HsCode.of(code.chapter()), day, Knowledge.now()).stream()
              .map(CodeRemark::legal)
              .distinct()
              .filter(line -> line.digits().startsWith(prefix))
              .sorted(Comparator.comparingLong(this::distance))
              .toList();
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    return List.of();
  }

  private static HsCode legal(HsCode line) {
    return line.upTo(DatedLine.DIGITS);
  }

  private long distance(HsCode line) {
    return Math.abs(number(line) - number(code));
  }

  private static long number(HsCode code) {
    return Long.parseLong((code.digits() + "00000000").substring(0, DatedLine.DIGITS));
  }

  private static String named(List<HsCode> codes) {
    return codes.stream().limit(MOST_NAMED).map(HsCode::toString).collect(Collectors.joining(", "))
        + (codes.size() > MOST_NAMED ? " and " + (codes.size() - MOST_NAMED) + " more" : "");
  }
}
