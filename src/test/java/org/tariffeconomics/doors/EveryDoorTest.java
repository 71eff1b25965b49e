package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.equilibrium.NonConvergenceException;

/**
 * What public doors say to an argument that is none, or an odd one: each argument of each of them
 * in turn, with examples for the others.
 */
class EveryDoorTest {

  private static final List<Class<?>> TYPES = PublicTypes.all();
  private static final Examples EXAMPLES = new Examples(TYPES, RegisteredExamples.all());

  /** Days by another name than “day”. */
  private static final Set<String> DAYS =
      Set.of("endExclusive", "entryIntoForce", "knownOn", "asOf", "knowledge", "date");

  @Test
  void nulls_are_refused_by_the_name_of_the_argument() {
    List<String> faults = new ArrayList<>();
    Set<String> without = new TreeSet<>();
    int doors = 0;
    for (Class<?> type : TYPES) {
      for (Method door : Doors.ofObjects(type)) {
        for (int i = 0; i < door.getParameterCount(); i++) {
          if (!Doors.isRequired(door, i)) {
            continue;
          }
          Optional<Object> object = EXAMPLES.of(type).or(() -> Examples.blank(type));
          if (object.isEmpty()) {
            without.add(type.getName());
            continue;
          }
          doors++;
          refusal(door, object.get(), i).ifPresent(faults::add);
        }
      }
    }
    assertEquals(Set.of(), without, "types without an example");
    assertEquals("", String.join("\n", faults));
    assertTrue(doors > 900, "found only " + doors);
  }

  @Test
  void each_null_is_refused_at_the_doors_of_types_too() {
    List<String> faults = new ArrayList<>();
    int doors = 0;
    for (Class<?> type : TYPES) {
      for (Executable door : Doors.ofType(type)) {
        for (int i = 0; i < door.getParameterCount(); i++) {
          if (Doors.isRequired(door, i)) {
            doors++;
            refusal(door, null, i).ifPresent(faults::add);
          }
        }
      }
    }
    assertEquals("", String.join("\n", faults));
    assertTrue(doors > 900, "found only " + doors);
  }

  /** One reader of days: whoever asks for a day says so with the same words. */
  @Test
  void every_day_is_read_by_the_same_rule() {
    List<String> faults = new ArrayList<>();
    int doors = 0;
    for (Class<?> type : TYPES) {
      List<Executable> all = new ArrayList<>(Doors.ofType(type));
      all.addAll(Doors.ofObjects(type));
      for (Executable door : all) {
        for (int i = 0; i < door.getParameterCount(); i++) {
          String name = door.getParameters()[i].getName();
          boolean isDay =
              door.getParameterTypes()[i] == String.class
                  && !(type.isRecord() && door instanceof Constructor)
                  && (DAYS.contains(name) || name.toLowerCase(Locale.ROOT).endsWith("day"));
          if (isDay) {
            doors++;
            @Nullable Object of = EXAMPLES.of(type).orElse(null);
            boolean isStatic = !(door instanceof Method) || Modifier.isStatic(door.getModifiers());
            if (of == null && !isStatic) {
              continue;
            }
            int index = i;
            List<String> said =
                Examples.OTHER_TEXTS.stream().map(text -> said(door, of, index, text)).toList();
            if (said.stream().noneMatch(s -> s.contains("must read like 2025-09-16 or 16 Sep"))) {
              faults.add(door + " of " + name + ": " + said);
            }
          }
        }
      }
    }
    assertEquals("", String.join("\n", faults));
    assertTrue(doors > 60, "found only " + doors);
  }

  /**
   * One family of exceptions: a fault of the caller's is an argument that is wrong, or an answer
   * asked of an object that has none, and speaks; no arithmetic, no calendar and no other library
   * breaks through.
   */
  @Test
  void an_odd_argument_is_taken_or_refused_as_an_argument() {
    List<String> faults = new ArrayList<>();
    Map<String, Integer> asked = new TreeMap<>();
    for (Class<?> type : TYPES) {
      String room = type.getPackageName().replaceFirst(".*\\.", "");
      asked.merge(room, odd(type, faults), Integer::sum);
    }
    assertEquals("", String.join("\n", faults));
    asked.forEach((room, doors) -> assertTrue(doors > 0, "no door of " + room + " was asked"));
    int sum = asked.values().stream().mapToInt(doors -> doors).sum();
    assertTrue(sum > 8_000, "asked only " + asked);
  }

  private static int odd(Class<?> type, List<String> faults) {
    int asked = 0;
    for (Executable door : Doors.ofType(type)) {
      asked += odd(door, null, faults);
    }
    Optional<Object> object = EXAMPLES.of(type);
    if (object.isPresent()) {
      for (Method door : Doors.ofObjects(type)) {
        asked += odd(door, object.get(), faults);
      }
    }
    return asked;
  }

  private static int odd(Executable door, @Nullable Object of, List<String> faults) {
    if (door.getParameterCount() == 0) {
      return 0;
    }
    Optional<Object[]> usual = EXAMPLES.taken(door, of);
    int asked = 0;
    for (int i = 0; usual.isPresent() && i < door.getParameterCount(); i++) {
      for (Object each : OddArguments.of(door.getParameterTypes()[i])) {
        Object[] arguments = usual.get().clone();
        arguments[i] = each;
        asked++;
        Doors.fault(door, of, arguments)
            .filter(fault -> !isOfTheFamily(fault))
            .ifPresent(
                fault -> faults.add(door + " of " + OddArguments.shown(each) + ": " + fault));
      }
    }
    return asked;
  }

  private static boolean isOfTheFamily(Throwable fault) {
    boolean speaks = fault.getMessage() != null && !fault.getMessage().isBlank();
    return speaks
        && (fault instanceof IllegalArgumentException
            || fault instanceof IllegalStateException
            || fault instanceof IndexOutOfBoundsException
            || fault instanceof NonConvergenceException
            || fault instanceof IOException
            || fault instanceof UncheckedIOException);
  }

  /** What a door says to a day that is none. */
  private static String said(Executable door, @Nullable Object of, int index, String text) {
    Object[] arguments = EXAMPLES.arguments(door, text).orElseGet(() -> nothing(door));
    arguments[index] = "no such day";
    return Doors.fault(door, of, arguments).map(String::valueOf).orElse("taken");
  }

  private static Object[] nothing(Executable door) {
    return Arrays.stream(door.getParameterTypes()).map(Doors::nothing).toArray();
  }

  /** What is wrong with how a door refuses that its argument of an index is null. */
  private static Optional<String> refusal(Executable door, @Nullable Object of, int index) {
    boolean isVerb = door.getDeclaringClass().getPackageName().equals("org.tariffeconomics");
    Optional<Object[]> examples = isVerb ? Optional.empty() : EXAMPLES.arguments(door, "x");
    Object[] arguments = examples.orElseGet(() -> nothing(door));
    arguments[index] = null;
    String name = door.getParameters()[index].getName();
    Optional<Throwable> fault = Doors.fault(door, of, arguments);
    if (fault.isEmpty()) {
      return Optional.of(door + " takes null for " + name);
    }
    boolean ours =
        fault.get() instanceof NullPointerException
            || fault.get() instanceof IllegalArgumentException;
    String message = String.valueOf(fault.get().getMessage());
    boolean byTheMachine =
        message.equals("null") || message.startsWith("Cannot ") || message.contains(" because \"");
    // the short verbs of the root hand their texts on, and the door behind names its own
    boolean isNamed =
        isVerb
            || (examples.isPresent()
                ? message.contains(name)
                : Arrays.stream(door.getParameters()).anyMatch(p -> message.contains(p.getName())));
    return ours && !byTheMachine && isNamed
        ? Optional.empty()
        : Optional.of(door + " of " + name + ": " + fault.get());
  }
}
