package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whatever text is handed to a public door, the caller's fault has one type, {@link
 * IllegalArgumentException}, and says something: no parser of another library speaks through ours.
 */
class TextDoorsTest {

  private static final List<String> GARBAGE =
      List.of("", " ", "no such thing ☃", "2025-02-30", "1e999999999", "USD", "-", "%", "\u0000");

  @Test
  void no_text_brings_another_fault_than_an_argument_that_is_wrong() {
    List<String> faults = new ArrayList<>();
    int doors = 0;
    for (Class<?> type : PublicTypes.all()) {
      for (Executable door : doors(type)) {
        doors++;
        for (String each : GARBAGE) {
          fault(door, each).ifPresent(fault -> faults.add(door + " of '" + each + "': " + fault));
        }
      }
    }
    assertTrue(doors > 100, "found only " + doors);
    assertEquals("", String.join("\n", faults).replace("\u0000", "NUL"));
  }

  /** Static methods and constructors that take texts and nothing else. */
  private static List<Executable> doors(Class<?> type) {
    List<Executable> doors = new ArrayList<>();
    if (type.isEnum() || Throwable.class.isAssignableFrom(type)) {
      return doors;
    }
    for (Method each : type.getDeclaredMethods()) {
      if (Modifier.isStatic(each.getModifiers())) {
        doors.add(each);
      }
    }
    doors.addAll(List.of(type.getDeclaredConstructors()));
    doors.removeIf(
        each ->
            !Modifier.isPublic(each.getModifiers())
                || each.isSynthetic()
                || each.getParameterCount() == 0
                || !Arrays.stream(each.getParameterTypes()).allMatch(TextDoorsTest::isText));
    return doors;
  }

  private static boolean isText(Class<?> type) {
    return type == String.class || type == String[].class || type == int.class;
  }

  private static Optional<String> fault(Executable door, String text) {
    Object[] arguments =
        Arrays.stream(door.getParameterTypes())
            .map(
                type ->
                    type == int.class
                        ? (Object) 1
                        : type == String.class ? text : new String[] {text})
            .toArray();
    try {
      if (door instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) door).invoke(null, arguments);
      }
      return Optional.empty();
    } catch (InvocationTargetException e) {
      Throwable fault = e.getCause();
      boolean ours =
          fault instanceof IllegalArgumentException || fault instanceof UncheckedIOException;
      boolean speaks = fault.getMessage() != null && !fault.getMessage().isBlank();
      return ours && speaks ? Optional.empty() : Optional.of(fault.toString());
    } catch (ReflectiveOperationException e) {
      return Optional.of(e.toString());
    }
  }
}
