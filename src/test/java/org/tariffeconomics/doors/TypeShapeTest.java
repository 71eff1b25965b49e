package org.tariffeconomics.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values are records; what only the library makes is final and has no public constructor. */
class TypeShapeTest {

  /** What is created by its constructor, and why. */
  private static final Set<String> CREATED =
      Set.of(
          // tools that hold a state of their own while they are used
          "Memo",
          "JsonLinks",
          "PassLog",
          // found by the loaders of services, which need a constructor
          "BookFilesForm",
          "BundledBookForm",
          "TariffJackson",
          "NotebookExtension");

  /** A base of sources that wrap others, which stand in several rooms. */
  private static final Set<String> BASES = Set.of("ForwardingSource");

  private static List<Class<?>> classes() {
    return PublicTypes.all().stream()
        .filter(type -> !type.isRecord() && !type.isEnum() && !type.isInterface())
        .filter(type -> !BASES.contains(type.getSimpleName()))
        .filter(type -> !Throwable.class.isAssignableFrom(type))
        .toList();
  }

  @Test
  void nobody_else_creates_a_result() {
    assertEquals(
        List.of(),
        classes().stream()
            .filter(type -> !CREATED.contains(type.getSimpleName()))
            .flatMap(type -> Arrays.stream(type.getDeclaredConstructors()))
            .filter(TypeShapeTest::isOpen)
            .toList());
  }

  private static boolean isOpen(Constructor<?> constructor) {
    int modifiers = constructor.getModifiers();
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  @Test
  void nobody_else_extends_a_result() {
    assertEquals(
        List.of(),
        classes().stream()
            .filter(type -> !Modifier.isFinal(type.getModifiers()) && !type.isSealed())
            .toList());
  }
}
