package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A null that no door allows is refused at the door, and the refusal names the argument: never the
 * line inside of the library that stumbles over it, and never a null that is kept.
 */
class NullDoorsTest {

  /** The checks themselves: what they are told is the name of somebody else's argument. */
  private static final Set<String> CHECKS =
      Set.of("AmountText", "DayText", "EnumText", "PlainNumber", "Require", "Texts");

  @Test
  void nulls_are_refused_by_name_at_every_public_door() {
    List<String> faults = new ArrayList<>();
    int doors = 0;
    for (Class<?> type : PublicTypes.all()) {
      for (Executable door : doors(type)) {
        if (refusable(door)) {
          doors++;
          fault(door).ifPresent(fault -> faults.add(door + ": " + fault));
        }
      }
    }
    assertTrue(doors > 800, "found only " + doors);
    assertEquals("", String.join("\n", faults));
  }

  /** Static methods and constructors, which need no object to be asked of. */
  private static List<Executable> doors(Class<?> type) {
    List<Executable> doors = new ArrayList<>();
    if (type.isEnum()
        || CHECKS.contains(type.getSimpleName())
        || Throwable.class.isAssignableFrom(type)
        || Modifier.isAbstract(type.getModifiers()) && !type.isInterface()) {
      return doors;
    }
    for (Method each : type.getDeclaredMethods()) {
      if (Modifier.isStatic(each.getModifiers())) {
        doors.add(each);
      }
    }
    doors.addAll(List.of(type.getDeclaredConstructors()));
    doors.removeIf(each -> !Modifier.isPublic(each.getModifiers()) || each.isSynthetic());
    return doors;
  }

  /** Whether a door takes something that must not be null, and its first such argument. */
  private static boolean refusable(Executable door) {
    for (int i = 0; i < door.getParameterCount(); i++) {
      if (isRequired(door, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRequired(Executable door, int index) {
    if (door.getParameterTypes()[index].isPrimitive()) {
      return false;
    }
    AnnotatedType[] types = door.getAnnotatedParameterTypes();
    return types.length <= index || !types[index].isAnnotationPresent(Nullable.class);
  }

  private static Optional<String> fault(Executable door) {
    Object[] arguments =
        Arrays.stream(door.getParameterTypes()).map(NullDoorsTest::nothing).toArray();
    try {
      if (door instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) door).invoke(null, arguments);
      }
      return Optional.of("takes null");
    } catch (InvocationTargetException e) {
      Throwable fault = e.getCause();
      boolean ours =
          fault instanceof NullPointerException || fault instanceof IllegalArgumentException;
      return ours && isNamed(door, String.valueOf(fault.getMessage()))
          ? Optional.empty()
          : Optional.of(fault.toString());
    } catch (ReflectiveOperationException e) {
      return Optional.of(e.toString());
    }
  }

  /** The short verbs of the root hand their texts on, and the door behind names its own. */
  private static boolean isNamed(Executable door, String message) {
    boolean byTheMachine =
        message.equals("null") || message.startsWith("Cannot ") || message.contains(" because \"");
    boolean isVerb = door.getDeclaringClass().getPackageName().equals("org.tariffeconomics");
    return !byTheMachine && (isVerb || namesOne(door, message));
  }

  private static boolean namesOne(Executable door, String message) {
    return Arrays.stream(door.getParameters()).map(Parameter::getName).anyMatch(message::contains);
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 1;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == double.class) {
      return 1.0;
    }
    return type == char.class ? (Object) 'a' : null;
  }
}
