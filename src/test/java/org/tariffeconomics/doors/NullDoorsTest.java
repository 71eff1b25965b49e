package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A null that no door allows is refused at the door, and the refusal names the argument: never the
 * line inside of the library that stumbles over it, and never a null that is kept.
 */
class NullDoorsTest {

  @Test
  void nulls_are_refused_by_name_at_every_public_door() {
    List<String> faults = new ArrayList<>();
    int doors = 0;
    for (Class<?> type : PublicTypes.all()) {
      for (Executable door : Doors.ofType(type)) {
        if (refusable(door)) {
          doors++;
          fault(door).ifPresent(fault -> faults.add(door + ": " + fault));
        }
      }
    }
    assertTrue(doors > 800, "found only " + doors);
    assertEquals("", String.join("\n", faults));
  }

  /** Whether a door takes something that must not be null, and its first such argument. */
  private static boolean refusable(Executable door) {
    for (int i = 0; i < door.getParameterCount(); i++) {
      if (Doors.isRequired(door, i)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> fault(Executable door) {
    Object[] arguments = Arrays.stream(door.getParameterTypes()).map(Doors::nothing).toArray();
    Optional<Throwable> fault = Doors.fault(door, null, arguments);
    if (fault.isEmpty()) {
      return Optional.of("takes null");
    }
    boolean ours =
        fault.get() instanceof NullPointerException
            || fault.get() instanceof IllegalArgumentException;
    return ours && isNamed(door, String.valueOf(fault.get().getMessage()))
        ? Optional.empty()
        : Optional.of(fault.get().toString());
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
}
