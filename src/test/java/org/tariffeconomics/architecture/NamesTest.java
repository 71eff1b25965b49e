package org.tariffeconomics.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A user of JShell imports whole rooms. So no class name stands in two rooms, and none is that of a
 * type which JShell imports by itself: such a name would be ambiguous at the prompt.
 */
class NamesTest {

  /** Names that are about to be changed; the list is to become empty. */
  private static final Set<String> PENDING = Set.of("Condition", "Supplier", "Amounts", "Require");

  /** What JShell imports when it starts, with the module that holds it. */
  private static final List<String> IMPORTED =
      List.of(
          "java.base/java/lang",
          "java.base/java/io",
          "java.base/java/math",
          "java.base/java/net",
          "java.base/java/nio/file",
          "java.base/java/util",
          "java.base/java/util/concurrent",
          "java.base/java/util/function",
          "java.prefs/java/util/prefs",
          "java.base/java/util/regex",
          "java.base/java/util/stream");

  private static final List<JavaClass> TYPES =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .withImportOption(location -> !location.contains("/demo/"))
              .importPackages("org.tariffeconomics")
              .stream()
              .filter(type -> type.getEnclosingClass().isEmpty())
              .filter(type -> !type.getSimpleName().equals("package-info"))
              .filter(type -> !PENDING.contains(type.getSimpleName()))
              .toList();

  @Test
  void no_name_stands_in_two_rooms() {
    List<String> twice =
        TYPES.stream().collect(Collectors.groupingBy(JavaClass::getSimpleName)).values().stream()
            .filter(types -> types.size() > 1)
            .map(types -> types.stream().map(JavaClass::getName).sorted().toList().toString())
            .sorted()
            .toList();
    assertEquals(List.of(), twice);
  }

  @Test
  void no_name_is_one_that_jshell_imports_by_itself() throws IOException {
    Set<String> taken = namesOfTheJdk();
    assertTrue(taken.containsAll(Set.of("Supplier", "Currency", "Pattern", "Preferences", "Path")));
    List<String> clashing =
        TYPES.stream()
            .filter(type -> taken.contains(type.getSimpleName()))
            .map(JavaClass::getName)
            .sorted()
            .toList();
    assertEquals(List.of(), clashing);
  }

  private static Set<String> namesOfTheJdk() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String place : IMPORTED) {
      Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", place);
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".class") && !name.contains("$"))
            .forEach(name -> names.add(name.substring(0, name.length() - ".class".length())));
      }
    }
    return names;
  }
}
