package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * A day at either end of time is answered, or refused as an argument: the calendar's own exception,
 * which knows of no argument, comes through no door.
 */
class DayDoorsTest {

  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(String.class, "8703.23.01"),
          Map.entry(String[].class, new String[] {"JP", "KR"}),
          Map.entry(int.class, 2),
          Map.entry(long.class, 2L),
          Map.entry(double.class, 0.5),
          Map.entry(boolean.class, true),
          Map.entry(HsCode.class, HsCode.of("8703.23.01")),
          Map.entry(Country.class, Country.of("JP")),
          Map.entry(TariffBook.class, Tariffs.us()),
          Map.entry(TariffLaw.class, Tariffs.us().on("2025-05-01")),
          Map.entry(Rate.class, Rate.percent("10")),
          Map.entry(BigMoney.class, BigMoney.parse("USD 100")),
          Map.entry(BigMoneyProvider.class, BigMoney.parse("USD 100")),
          Map.entry(CurrencyUnit.class, CurrencyUnit.USD),
          Map.entry(List.class, List.of()),
          Map.entry(Collection.class, List.of()),
          Map.entry(DeclaredFacts.class, DeclaredFacts.none()),
          Map.entry(DeclaredOrigin.class, DeclaredOrigin.parse("JP")),
          Map.entry(Source.class, Source.user("a sample")),
          Map.entry(Knowledge.class, Knowledge.now()));

  @Test
  void a_day_at_either_end_of_time_is_answered_or_refused_by_name() {
    List<String> faults = new ArrayList<>();
    int doors = 0;
    for (Class<?> type : PublicTypes.all()) {
      for (Executable door : doors(type)) {
        doors++;
        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.MAX)) {
          fault(door, day).ifPresent(fault -> faults.add(door + " of " + day + ": " + fault));
        }
      }
    }
    assertTrue(doors > 60, "found only " + doors);
    assertEquals("", String.join("\n", faults));
  }

  /** Static methods and constructors that take a day. */
  private static List<Executable> doors(Class<?> type) {
    List<Executable> doors = new ArrayList<>();
    for (Method each : type.getDeclaredMethods()) {
      if (Modifier.isStatic(each.getModifiers())) {
        doors.add(each);
      }
    }
    if (!Modifier.isAbstract(type.getModifiers())) {
      doors.addAll(List.of(type.getDeclaredConstructors()));
    }
    doors.removeIf(
        each ->
            !Modifier.isPublic(each.getModifiers())
                || each.isSynthetic()
                || !Arrays.asList(each.getParameterTypes()).contains(LocalDate.class));
    return doors;
  }

  private static Optional<String> fault(Executable door, LocalDate day) {
    Object[] arguments =
        Arrays.stream(door.getParameterTypes()).map(type -> sample(type, day)).toArray();
    try {
      if (door instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) door).invoke(null, arguments);
      }
      return Optional.empty();
    } catch (InvocationTargetException e) {
      Throwable fault = e.getCause();
      boolean refused =
          fault instanceof IllegalArgumentException || fault instanceof NullPointerException;
      return refused ? Optional.empty() : Optional.of(fault.toString());
    } catch (ReflectiveOperationException e) {
      return Optional.of(e.toString());
    }
  }

  /** Of types without a sample null, which the door refuses. */
  private static @Nullable Object sample(Class<?> type, LocalDate day) {
    if (type == LocalDate.class) {
      return day;
    }
    return type.isEnum() ? type.getEnumConstants()[0] : SAMPLES.get(type);
  }
}
