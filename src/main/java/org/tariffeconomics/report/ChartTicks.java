package org.tariffeconomics.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where an axis has its marks, and what stands there. */
final class ChartTicks {

  /** A mark of an axis. */
  record Tick(double at, String text) {}

  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static final BigDecimal[] STEPS = {
    BigDecimal.ONE, BigDecimal.valueOf(2), new BigDecimal("2.5"), BigDecimal.valueOf(5)
  };

  /** Distances in months that divide a year or are years. */
  private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};

  private final double low;
  private final double high;
  private final List<Tick> ticks;
  private final int decimals;

  private ChartTicks(double low, double high, List<Tick> ticks, int decimals) {
    this.low = low;
    this.high = high;
    this.ticks = ticks;
    this.decimals = decimals;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  List<Tick> ticks() {
    return ticks;
  }

  /**
   * The decimals of a number beside the drawing: one, or for plain numbers one more than a tick.
   */
  int decimals() {
    return decimals;
  }

  /** Marks at round numbers; the axis is drawn out to the marks around its numbers. */
  static ChartTicks of(ChartScale scale, double low, double high, int most) {
    return scale.kind() == ChartScale.Kind.DAY
        ? days((long) low, (long) high, most)
        : numbers(scale, low, high, most);
  }

  private static ChartTicks numbers(ChartScale scale, double low, double high, int most) {
    double span = high > low ? high - low : span(scale, high);
    BigDecimal step = step(span / most);
    BigDecimal first = floor(ChartJson.exact(low), step);
    BigDecimal last = floor(ChartJson.exact(high).negate(), step).negate();
    if (first.compareTo(last) == 0) {
      boolean centred = first.signum() != 0;
      BigDecimal room = step.multiply(BigDecimal.valueOf(centred ? most / 2 : most));
      first = centred ? first.subtract(room) : first;
      last = last.add(room);
    }
    List<Tick> ticks = new ArrayList<>();
    for (BigDecimal at = first; at.compareTo(last) <= 0; at = at.add(step)) {
      ticks.add(new Tick(at.doubleValue(), scale.tick(at, step)));
    }
    return new ChartTicks(
        first.doubleValue(), last.doubleValue(), List.copyOf(ticks), decimals(scale, step));
  }

  private static int decimals(ChartScale scale, BigDecimal step) {
    return scale.kind() == ChartScale.Kind.NUMBER
        ? Math.max(0, step.stripTrailingZeros().scale() + 1)
        : 1;
  }

  /** Of one number alone no extent follows: it gets its own size, and zero a tenth or one. */
  private static double span(ChartScale scale, double only) {
    if (only != 0) {
      return Math.abs(only);
    }
    return scale.kind() == ChartScale.Kind.NUMBER ? 1 : 0.1;
  }

  private static BigDecimal floor(BigDecimal value, BigDecimal step) {
    return value.divide(step, 0, RoundingMode.FLOOR).multiply(step);
  }

  /** The least of 1, 2, 2.5 and 5 times a power of ten that is not below a number. */
  private static BigDecimal step(double least) {
    BigDecimal wanted = ChartJson.exact(least);
    int exponent = wanted.precision() - wanted.scale() - 1;
    for (int power = exponent; ; power++) {
      for (BigDecimal each : STEPS) {
        BigDecimal step = each.scaleByPowerOfTen(power);
        if (step.compareTo(wanted) >= 0) {
          return step;
        }
      }
    }
  }

  private static ChartTicks days(long low, long high, int most) {
    LocalDate first = LocalDate.ofEpochDay(low);
    LocalDate last = LocalDate.ofEpochDay(Math.max(high, low + 1));
    List<Tick> ticks = new ArrayList<>();
    if (last.toEpochDay() - first.toEpochDay() <= 62) {
      int step = (int) Math.max(1, (last.toEpochDay() - first.toEpochDay()) / most + 1);
      for (LocalDate at = first; !at.isAfter(last); at = at.plusDays(step)) {
        boolean year = at.equals(first) || at.getDayOfYear() <= step;
        String text = at.getDayOfMonth() + " " + month(at) + (year ? " " + at.getYear() : "");
        ticks.add(new Tick(at.toEpochDay(), text));
      }
    } else {
      months(first, last, most, ticks);
    }
    return new ChartTicks(first.toEpochDay(), last.toEpochDay(), List.copyOf(ticks), 0);
  }

  private static void months(LocalDate first, LocalDate last, int most, List<Tick> ticks) {
    long count = (last.getYear() - first.getYear()) * 12L + last.getMonthValue() - 1;
    int step = MONTH_STEPS[MONTH_STEPS.length - 1];
    for (int i = MONTH_STEPS.length - 1; i >= 0 && count / MONTH_STEPS[i] <= most; i--) {
      step = MONTH_STEPS[i];
    }
    long month = Math.floorDiv(first.getYear() * 12L + first.getMonthValue() - 1, step) * step;
    boolean named = false;
    for (; ; month += step) {
      LocalDate at = LocalDate.of((int) Math.floorDiv(month, 12), (int) (month % 12) + 1, 1);
      if (at.isAfter(last)) {
        return;
      }
      if (!at.isBefore(first)) {
        boolean year = at.getMonthValue() == 1 || !named;
        String text = step >= 12 ? "" + at.getYear() : month(at) + (year ? " " + at.getYear() : "");
        ticks.add(new Tick(at.toEpochDay(), text));
        named = true;
      }
    }
  }

  private static String month(LocalDate day) {
    return MONTHS[day.getMonthValue() - 1];
  }
}
