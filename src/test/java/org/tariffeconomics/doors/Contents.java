package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every value and result of the house promises, whichever type it is: two are equal exactly
 * where their contents are, and then have one hash; an accessor gives the component of its name; no
 * accessor answers null that does not say so; and the text of a value says something.
 *
 * <p>Equality is held against every single component: of two values that differ in all of them,
 * copies are made that differ in one.
 */
public final class Contents {

  private Contents() {}

  /**
   * Holds a type to its promises by two of its values.
   *
   * @param one a value
   * @param other a value of the same type that differs in as many components as can be
   * @param derived the fields that only repeat others: kept results and indices
   */
  public static void areHeld(Object one, Object other, String... derived) {
    String type = one.getClass().getName();
    assertEquals(one.getClass(), other.getClass());
    assertNotEquals(one, other, type);
    assertNotEquals(null, one, type);
    assertFalse(one.equals("a text"), type);
    assertFalse(one.toString().isBlank(), type);
    assertNotEquals(one.toString(), "null", type);
    List<Field> fields = components(one.getClass(), Set.of(derived));
    Object same = copy(one);
    assertEquals(one, same, type);
    assertEquals(one.hashCode(), same.hashCode(), type);
    assertTrue(one.hashCode() != other.hashCode(), () -> type + " has one hash for all");
    everyComponentCounts(one, other, fields);
    accessorsAnswer(one);
    accessorsAnswer(other);
  }

  private static void everyComponentCounts(Object one, Object other, List<Field> fields) {
    int different = 0;
    for (Field each : fields) {
      Object value = get(each, other);
      if (!Objects.equals(value, get(each, one))) {
        different++;
        Object changed = with(one, each, value);
        assertNotEquals(one, changed, () -> "without " + each);
        assertNotEquals(changed, one, () -> "without " + each);
      }
    }
    assertTrue(different > 0, () -> one + " and " + other + " do not differ");
  }

  private static void accessorsAnswer(Object value) {
    for (Method each : value.getClass().getDeclaredMethods()) {
      if (Modifier.isPublic(each.getModifiers())
          && !Modifier.isStatic(each.getModifiers())
          && !each.isSynthetic()
          && each.getParameterCount() == 0
          && each.getReturnType() != void.class) {
        Object answer = call(each, value);
        if (!each.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)) {
          assertNotNull(answer, each::toString);
        }
        component(value, each).ifPresent(c -> assertEquals(c, answer, each::toString));
      }
    }
  }

  /** The component that an accessor is named after, where both are of one type. */
  private static Optional<Object> component(Object value, Method accessor) {
    return Arrays.stream(value.getClass().getDeclaredFields())
        .filter(f -> !Modifier.isStatic(f.getModifiers()))
        .filter(f -> f.getName().equals(accessor.getName()))
        .filter(f -> f.getGenericType().equals(accessor.getGenericReturnType()))
        .map(f -> get(f, value))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static @Nullable Object call(Method accessor, Object value) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (InvocationTargetException e) {
      // a question that this value refuses: it says so by an exception of ours
      assertTrue(
          e.getCause() instanceof IllegalStateException
              || e.getCause() instanceof IllegalArgumentException,
          () -> accessor + ": " + e.getCause());
      return "refused";
    } catch (IllegalAccessException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static List<Field> components(Class<?> type, Set<String> derived) {
    List<Field> fields = new ArrayList<>();
    for (Field each : type.getDeclaredFields()) {
      if (!Modifier.isStatic(each.getModifiers())
          && !each.isSynthetic()
          && !derived.contains(each.getName())) {
        fields.add(each);
      }
    }
    return fields;
  }

  /** A copy that differs in one component. */
  private static Object with(Object value, Field field, @Nullable Object component) {
    if (value.getClass().isRecord()) {
      return anew(value, field, component);
    }
    Object changed = copy(value);
    set(field, changed, component);
    return changed;
  }

  /** A record made by its constructor; where that refuses the mixture, what differs is enough. */
  private static Object anew(Object value, @Nullable Field field, @Nullable Object component) {
    RecordComponent[] parts = value.getClass().getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments =
        Arrays.stream(components(value.getClass(), Set.of()).toArray(Field[]::new))
            .map(each -> each.equals(field) ? component : get(each, value))
            .toArray();
    try {
      Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      return new Object();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** A copy field by field, made without any constructor but a record's. */
  private static Object copy(Object value) {
    if (value.getClass().isRecord()) {
      return anew(value, null, null);
    }
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field instance = unsafe.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      Object copy =
          unsafe
              .getMethod("allocateInstance", Class.class)
              .invoke(instance.get(null), value.getClass());
      for (Field each : value.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(each.getModifiers())) {
          set(each, copy, get(each, value));
        }
      }
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static @Nullable Object get(Field field, Object of) {
    try {
      field.setAccessible(true);
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static void set(Field field, Object of, @Nullable Object value) {
    try {
      field.setAccessible(true);
      field.set(of, value);
    } catch (IllegalAccessException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
