package org.tariffeconomics.doors;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public doors of a type, and what one says to an argument. */
final class Doors {

  /** The checks themselves: what they are told is the name of somebody else's argument. */
  static final Set<String> CHECKS =
      Set.of("AmountText", "DayText", "EnumText", "PlainNumber", "Require", "Texts");

  private Doors() {}

  /** Static methods and constructors, which need no object to be asked of. */
  static List<Executable> ofType(Class<?> type) {
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

  /** Methods of objects that the type itself has the body of, but for those of every object. */
  static List<Method> ofObjects(Class<?> type) {
    List<Method> doors = new ArrayList<>();
    if (Throwable.class.isAssignableFrom(type)) {
      return doors;
    }
    for (Method each : type.getDeclaredMethods()) {
      boolean isPublic = Modifier.isPublic(each.getModifiers());
      if (isPublic
          && !Modifier.isAbstract(each.getModifiers())
          && !Modifier.isStatic(each.getModifiers())
          && !each.isSynthetic()
          && !each.getName().equals("equals")) {
        doors.add(each);
      }
    }
    return doors;
  }

  static boolean isRequired(Executable door, int index) {
    if (door.getParameterTypes()[index].isPrimitive()) {
      return false;
    }
    AnnotatedType[] types = door.getAnnotatedParameterTypes();
    return types.length <= index || !types[index].isAnnotationPresent(Nullable.class);
  }

  /** What a door throws; empty where it answers. */
  static Optional<Throwable> fault(Executable door, @Nullable Object of, Object[] arguments) {
    try {
      if (door instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) door).invoke(of, arguments);
      }
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(e.getCause());
    } catch (ReflectiveOperationException e) {
      return Optional.of(e);
    }
  }

  static @Nullable Object nothing(Class<?> type) {
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
