package org.tariffeconomics.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.doors.PublicTypes;
import org.tariffeconomics.reading.StoredAnswer;

/** No parser and no reader is forgotten by those who mutate texts and files. */
class FuzzListTest {

  /** Doors that only open what another one reads, or pass on what they are given. */
  private static final Map<String, String> NOT_MUTATED =
      Map.of(
          "TextFiles.open", "opens a file for every reader here",
          "TextFiles.whole", "reads a file whole for JsonTree.read and CsvFile.read",
          "TextFiles.name", "the name of a path",
          "CsvFile.open", "opens a file",
          "CsvFile.name", "the name of a path",
          "RecordPass.over", "passes over a file for every reader of trade and tariffs here",
          "RowSource.csv", "the rows of a file for every reader of trade and tariffs here",
          "RowSource.ownCsv", "the same for the layouts of the library",
          "RowSource.json", "the same for TradeReader.censusApi",
          "Place.ofPath", "a place in a file for a message");

  @Test
  void every_parser_and_every_reader_is_in_the_list(@TempDir Path folder) {
    Set<String> tried =
        Stream.concat(TextTargets.all().stream(), FileTargets.all(folder).stream())
            .map(target -> target.name().replaceFirst(" .*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> doors = doors();
    assertTrue(doors.size() > 70, "found only " + doors);
    List<String> forgotten = new ArrayList<>(doors);
    forgotten.removeAll(tried);
    forgotten.removeAll(NOT_MUTATED.keySet());
    assertEquals(List.of(), forgotten);
  }

  @Test
  void the_list_names_doors_that_are_there(@TempDir Path folder) {
    Set<String> all =
        PublicTypes.all().stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .map(FuzzListTest::name)
            .collect(Collectors.toSet());
    List<String> unknown =
        Stream.concat(TextTargets.all().stream(), FileTargets.all(folder).stream())
            .map(target -> target.name().replaceFirst(" .*", ""))
            .filter(name -> !all.contains(name))
            .toList();
    assertEquals(List.of(), unknown);
    assertTrue(all.containsAll(NOT_MUTATED.keySet()), () -> NOT_MUTATED.keySet() + " of " + all);
  }

  /** What is called by the words of reading, or takes a file. */
  private static Set<String> doors() {
    return PublicTypes.all().stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(FuzzListTest::isDoor)
        .map(FuzzListTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isDoor(Method method) {
    int modifiers = method.getModifiers();
    if (!Modifier.isPublic(modifiers)
        || !Modifier.isStatic(modifiers)
        || method.isSynthetic()
        || method.getName().matches("write|save")) {
      return false;
    }
    List<Class<?>> types = List.of(method.getParameterTypes());
    if (types.contains(StoredAnswer.class)) {
      return false; // a part of an answer whose text another door reads
    }
    boolean isNamedSo = method.getName().matches("(parse|read)([A-Z].*)?");
    return types.stream().anyMatch(isNamedSo ? FuzzListTest::isText : FuzzListTest::isFile);
  }

  private static boolean isText(Class<?> type) {
    return type == String.class || type == Function.class || isFile(type);
  }

  private static boolean isFile(Class<?> type) {
    return type == Path.class || type == Reader.class || type == InputStream.class;
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
