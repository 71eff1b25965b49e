package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What objects say to an argument that is none: each argument of each public method, one by one,
 * with examples for the others.
 */
class InstanceDoorsTest {

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
          Optional<Object> object = EXAMPLES.of(type);
          if (object.isEmpty()) {
            without.add(type.getName());
            continue;
          }
          doors++;
          refusal(door, object.get(), i).ifPresent(faults::add);
        }
      }
    }
    assertEquals("", String.join("\n", faults) + without);
    assertTrue(doors > 900, "found only " + doors);
  }

  @Test
  void each_null_is_refused_at_the_doors_of_types_too() {
    List<String> faults = new ArrayList<>();
    int doors = 0;
    for (Class<?> type : TYPES) {
      for (Executable door : Doors.ofType(type)) {
        for (int i = 0; i < door.getParameterCount(); i++) {
          if (Doors.isRequired(door, i)
              && !type.getPackageName().equals("org.tariffeconomics")) {
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
                  && (DAYS.contains(name) || name.toLowerCase(java.util.Locale.ROOT).endsWith("day"));
          if (isDay) {
            doors++;
            @Nullable Object of = door instanceof Method m && !java.lang.reflect.Modifier.isStatic(m.getModifiers()) ? EXAMPLES.of(type).orElse(null) : null;
            Object[] arguments = arguments(door);
            arguments[i] = "no such day";
            String said = Doors.fault(door, of, arguments).map(String::valueOf).orElse("taken");
            if (!said.contains("must read like 2025-09-16 or 16 Sep 2025")) {
              faults.add(door + " of " + name + ": " + said);
            }
          }
        }
      }
    }
    assertEquals("", String.join("\n", faults));
    assertTrue(doors > 60, "found only " + doors);
  }

  private static Object[] arguments(Executable door) {
    return EXAMPLES
        .arguments(door, "x")
        .orElseGet(
            () ->
                IntStream.range(0, door.getParameterCount())
                    .mapToObj(i -> Doors.nothing(door.getParameterTypes()[i]))
                    .toArray());
  }

  /** What is wrong with how a door refuses that its argument of an index is null. */
  private static Optional<String> refusal(Executable door, @Nullable Object of, int index) {
    Object[] arguments = arguments(door);
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
    boolean byTheMachine = message.startsWith("Cannot ") || message.contains(" because \"");
    return ours && !byTheMachine && message.contains(name)
        ? Optional.empty()
        : Optional.of(door + " of " + name + ": " + fault.get());
  }
}
