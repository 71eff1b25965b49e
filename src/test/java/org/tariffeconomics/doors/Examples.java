package org.tariffeconomics.doors;

import java.io.StringReader;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.tariff.Rule;
import org.threeten.extra.LocalDateRange;

/**
 * An object of every type that can be had: from what is registered, from what the objects at hand
 * answer when they are asked, and from the doors of the types, to which examples are handed.
 */
final class Examples {

  /** A text that an argument of a name is likely to take. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("day", "2026-11-23"),
          Map.entry("firstDay", "2026-01-01"),
          Map.entry("lastDay", "2026-12-31"),
          Map.entry("endExclusive", "2027-01-01"),
          Map.entry("firstDayAfter", "2027-01-01"),
          Map.entry("line", "8703.23.01"),
          Map.entry("product", "8703.23.01"),
          Map.entry("products", "8703"),
          Map.entry("goods", "8703"),
          Map.entry("code", "8703"),
          Map.entry("origin", "JP"),
          Map.entry("origins", "JP"),
          Map.entry("country", "JP"),
          Map.entry("exporter", "JP"),
          Map.entry("partner", "JP"),
          Map.entry("territory", "US"),
          Map.entry("importer", "US"),
          Map.entry("rate", "5%"),
          Map.entry("currency", "USD"),
          Map.entry("price", "USD 100"),
          Map.entry("value", "USD 100"),
          Map.entry("amount", "USD 100"),
          Map.entry("quantity", "5 kg"),
          Map.entry("volume", "5 kg"),
          Map.entry("importers", "US"),
          Map.entry("csv", "sku,line,origin,value\na,8703,JP,USD 5\n"));

  static final List<String> OTHER_TEXTS =
      List.of("x", "1", "2026-11-23", "8703.23.01", "US", "5%", "USD 100", "5 kg", "0.5");

  private final Map<Class<?>, Object> held = new LinkedHashMap<>();
  private final Deque<Object> unasked = new ArrayDeque<>();
  private final List<Class<?>> types;

  /** Rooms whose types stand for whole data sets: what they are examples of is registered. */
  private static boolean isLarge(Class<?> type) {
    return type.getPackageName().endsWith(".reference");
  }

  /** All that can be had from some objects. */
  Examples(List<Class<?>> types, Collection<?> registered) {
    this.types = types;
    registered.forEach(this::keep);
    askAll();
    int before;
    do {
      before = held.size();
      types.forEach(this::makeOne);
      askForMore();
    } while (held.size() > before);
  }

  /** An object of a type. */
  Optional<Object> of(Class<?> type) {
    @Nullable Object exact = held.get(type);
    return exact != null
        ? Optional.of(exact)
        : held.values().stream().filter(type::isInstance).findFirst();
  }

  /**
   * An object of a type of which nothing is held, made without its constructor: who refuses a null
   * at the door does not look into itself before.
   */
  static Optional<Object> blank(Class<?> type) {
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      return Optional.empty();
    }
    try {
      Class<?> maker = Class.forName("sun.misc.Unsafe");
      Field one = maker.getDeclaredField("theUnsafe");
      one.setAccessible(true);
      return Optional.of(
          maker.getMethod("allocateInstance", Class.class).invoke(one.get(null), type));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private void keep(@Nullable Object object) {
    if (object instanceof Optional<?> optional) {
      optional.ifPresent(this::keep);
    } else if (object instanceof Map<?, ?> map) {
      map.entrySet().stream()
          .limit(1)
          .forEach(
              each -> {
                keep(each.getKey());
                keep(each.getValue());
              });
    } else if (object instanceof Collection<?> collection) {
      collection.stream().limit(20).forEach(this::keep);
    } else if (object != null
        && object.getClass().getName().startsWith("org.tariffeconomics.")
        && !held.containsKey(object.getClass())) {
      held.put(object.getClass(), object);
      unasked.add(object);
    }
  }

  /** Asks everything that is asked without an argument. */
  private void askAll() {
    while (!unasked.isEmpty()) {
      Object object = unasked.remove();
      if (isLarge(object.getClass())) {
        continue;
      }
      for (Method each : doors(object.getClass())) {
        if (each.getParameterCount() == 0 && mayAnswer(each)) {
          call(each, object, new Object[0]).ifPresent(this::keep);
        }
      }
    }
  }

  /** What may be asked of an object: the public methods of it that a caller sees. */
  private static List<Method> doors(Class<?> type) {
    List<Method> doors = new ArrayList<>();
    for (Method each : type.getMethods()) {
      if (Modifier.isPublic(each.getDeclaringClass().getModifiers())
          && !Modifier.isStatic(each.getModifiers())
          && each.getDeclaringClass().getName().startsWith("org.tariffeconomics.")) {
        doors.add(each);
      }
    }
    return doors;
  }

  private static boolean mayAnswer(Method door) {
    Class<?> answer = door.getReturnType();
    return !answer.isPrimitive()
        && answer != String.class
        && !answer.getName().startsWith("java.util.stream");
  }

  private void makeOne(Class<?> type) {
    if (of(type).isPresent()) {
      return;
    }
    if (type.isEnum()) {
      keep(type.getEnumConstants()[0]);
      return;
    }
    if (isLarge(type) && !type.isRecord()) {
      return;
    }
    for (Executable door : Doors.ofType(type)) {
      if (door instanceof Constructor || type.isAssignableFrom(((Method) door).getReturnType())) {
        tries(door, null).ifPresent(this::keep);
        askAll();
        if (of(type).isPresent()) {
          return;
        }
      }
    }
  }

  /** Asks the objects at hand what takes an argument and answers with a type that is missing. */
  private void askForMore() {
    for (Object object : List.copyOf(held.values())) {
      if (isLarge(object.getClass())) {
        continue;
      }
      for (Method each : doors(object.getClass())) {
        Class<?> answer = each.getReturnType();
        if (each.getParameterCount() > 0 && types.contains(answer) && of(answer).isEmpty()) {
          tries(each, object).ifPresent(this::keep);
          askAll();
        }
      }
    }
  }

  private Optional<Object> tries(Executable door, @Nullable Object of) {
    for (String text : OTHER_TEXTS) {
      Optional<Object[]> arguments = arguments(door, text);
      if (arguments.isEmpty()) {
        return Optional.empty();
      }
      Optional<Object> answer = call(door, of, arguments.get());
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> call(Executable door, @Nullable Object of, Object[] arguments) {
    try {
      return Optional.ofNullable(
          door instanceof Constructor<?> constructor
              ? constructor.newInstance(arguments)
              : ((Method) door).invoke(of, arguments));
    } catch (InvocationTargetException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(door.toString(), e);
    }
  }

  /** Arguments that a door takes; empty where no examples do. */
  Optional<Object[]> taken(Executable door, @Nullable Object of) {
    for (String text : OTHER_TEXTS) {
      Optional<Object[]> arguments = arguments(door, text);
      if (arguments.isPresent() && Doors.fault(door, of, arguments.get()).isEmpty()) {
        return arguments;
      }
    }
    return Optional.empty();
  }

  /** An argument of each parameter; empty where there is none for one. */
  Optional<Object[]> arguments(Executable door, String text) {
    Parameter[] parameters = door.getParameters();
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < arguments.length; i++) {
      Optional<Object> one =
          argument(
              parameters[i].getParameterizedType(),
              TEXTS.getOrDefault(parameters[i].getName(), text));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      arguments[i] = one.get();
    }
    return Optional.of(arguments);
  }

  private Optional<Object> argument(Type type, String text) {
    if (type instanceof Class<?> plain) {
      return plain.isArray()
          ? argument(plain.getComponentType(), text).map(one -> arrayOf(plain, one))
          : ofClass(plain, text);
    }
    if (type instanceof WildcardType wild) {
      return argument(wild.getUpperBounds()[0], text);
    }
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      return of(raw, generic.getActualTypeArguments(), text);
    }
    if (type instanceof TypeVariable<?> variable) {
      Type bound = variable.getBounds()[0];
      return bound instanceof Class<?> ? argument(bound, text) : Optional.of(Rule.BASE);
    }
    return Optional.empty();
  }

  private Optional<Object> of(Class<?> raw, Type[] arguments, String text) {
    if (raw == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (raw == Map.class) {
      Optional<Object> key = argument(arguments[0], text);
      Optional<Object> value = argument(arguments[1], text);
      return key.isPresent() && value.isPresent()
          ? Optional.of(Map.of(key.get(), value.get()))
          : Optional.empty();
    }
    if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
      return argument(arguments[0], text).map(List::of);
    }
    return raw == Set.class ? argument(arguments[0], text).map(Set::of) : ofClass(raw, text);
  }

  private static Object arrayOf(Class<?> type, Object one) {
    Object array = Array.newInstance(type.getComponentType(), 1);
    Array.set(array, 0, one);
    return array;
  }

  private Optional<Object> ofClass(Class<?> type, String text) {
    if (type.isPrimitive()) {
      return Optional.ofNullable(Doors.nothing(type));
    }
    Optional<Object> known =
        List.<Object>of(
                text,
                new BigDecimal("1"),
                1,
                1L,
                1.0,
                true,
                LocalDate.of(2026, 11, 23),
                YearMonth.of(2026, 11),
                LocalDateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)),
                BigMoney.of(CurrencyUnit.USD, 100),
                Money.of(CurrencyUnit.USD, 100),
                CurrencyUnit.USD,
                RoundingMode.HALF_UP,
                Path.of("target"),
                new StringReader(text))
            .stream()
            .filter(type::isInstance)
            .findFirst();
    if (known.isPresent()) {
      return known;
    }
    Optional<Object> ours = of(type);
    if (ours.isPresent()) {
      return ours;
    }
    if (type.isEnum()) {
      return Optional.of(type.getEnumConstants()[0]);
    }
    return type.isInterface() && !type.isSealed() ? Optional.of(silent(type)) : Optional.empty();
  }

  /** Something that does nothing, for what is called back. */
  private static Object silent(Class<?> type) {
    return Proxy.newProxyInstance(
        Examples.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "hashCode" -> 1;
              case "equals" -> proxy == arguments[0];
              case "toString" -> "silent";
              default -> Doors.nothing(method.getReturnType());
            });
  }
}
