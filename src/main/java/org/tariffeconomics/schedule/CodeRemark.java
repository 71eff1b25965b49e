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
    boolean isLine =
        code.equals(legal.get().code())
            || legal.get().declarable().stream().anyMatch(code::equals)
            || isTheUndivided(legal.get());
    return isLine ? Optional.empty() : Optional.of(statistical(legal.get()));
  }

  /** Eight digits and “00” behind them are one code. */
  private boolean isTheUndivided(DatedLine legal) {
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
    List<DatedLine> having =
        schedule.history(code).stream().filter(s -> s.declarable().contains(code)).toList();
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
    List<HsCode> instead = new ArrayList<>(legal.declarable());
    instead.removeAll(last.declarable());
    return code
        + " ended on "
        + last.days().getEnd()
        + (instead.isEmpty() ? "" : " and is now " + named(instead))
        + answer;
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
    return HsCode.of(line.digits().substring(0, DatedLine.DIGITS));
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
