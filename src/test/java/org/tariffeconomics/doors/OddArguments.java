package org.tariffeconomics.doors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.threeten.extra.LocalDateRange;

/** Values that callers hand over by mistake. */
final class OddArguments {

  private static final List<Object> ALL =
      List.of(
          "",
          "no such thing \u2603",
          "2025-02-30",
          "1e999999999",
          "USD",
          "%",
          "\u0000",
          BigDecimal.ZERO,
          new BigDecimal("-1"),
          new BigDecimal("1e1000"),
          new BigDecimal("1e-1000"),
          LocalDate.MIN,
          LocalDate.MAX,
          LocalDateRange.ALL,
          LocalDateRange.ofEmpty(LocalDate.of(2026, 1, 1)),
          BigMoney.of(CurrencyUnit.of("KWD"), new BigDecimal("-1.2345")),
          BigMoney.of(CurrencyUnit.USD, new BigDecimal("1e30")),
          Money.ofMajor(CurrencyUnit.JPY, -1),
          CurrencyUnit.of("KWD"),
          List.of(),
          Map.of());

  private OddArguments() {}

  static List<Object> of(Class<?> type) {
    if (type == int.class) {
      return List.of(-1, 0, Integer.MIN_VALUE);
    }
    if (type == long.class) {
      return List.of(-1L, 0L, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == double.class) {
      return List.of(Double.NaN, Double.POSITIVE_INFINITY, -1.0, 0.0, 1e308);
    }
    if (type == double[].class) {
      return List.of(new double[0], new double[] {Double.NaN}, new double[] {1e308});
    }
    boolean isPlain =
        type.getName().startsWith("java.")
            || type.getName().startsWith("org.joda")
            || type.getName().startsWith("org.threeten");
    boolean isOpen = type == Object.class || type == Comparable.class || type == Optional.class;
    return isPlain && !isOpen ? ALL.stream().filter(type::isInstance).toList() : List.of();
  }

  static String shown(Object odd) {
    return odd instanceof double[] many ? Arrays.toString(many) : "'" + odd + "'";
  }
}
