package org.tariffeconomics.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;

/**
 * Every finding of the trials of 2026 is a test with its right value: {@code trials/findings.csv}
 * lists finding and test, and where the library answers otherwise than the finding asked, why.
 */
class FindingsTest {

  private static final String FILE = "trials/findings.csv";

  private static final Set<Class<? extends Annotation>> TESTS =
      Set.of(Test.class, ParameterizedTest.class, Property.class);

  /** The faults of input that attacks: 3 severe, 12 serious, 16 minor. */
  private static final Set<String> RELIABILITY =
      Stream.of(ids("S", 3), ids("E", 12), ids("M", 16))
          .flatMap(Set::stream)
          .collect(Collectors.toSet());

  private static Set<String> ids(String letter, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(each -> letter + each)
        .collect(Collectors.toSet());
  }

  private record Finding(String trial, String id, String test) {
    static Finding of(Row row) {
      return new Finding(row.required("trial"), row.required("finding"), row.required("test"));
    }
  }

  private static List<Finding> findings() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(FindingsTest.class.getResourceAsStream("/" + FILE), FILE);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return CsvFile.read(FILE, text, Set.of("trial", "finding", "test", "note"), Set.of())
          .records(Finding::of)
          .orThrow();
    }
  }

  @Test
  void every_finding_has_a_test_that_exists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Finding each : findings()) {
      if (!isTest(each.test())) {
        missing.add(each.toString());
      }
    }
    assertEquals(List.of(), missing);
  }

  private static boolean isTest(String name) {
    String[] parts = name.split("#", -1);
    try {
      Class<?> type = Class.forName("org.tariffeconomics." + parts[0]);
      return Stream.of(type.getDeclaredMethods())
          .filter(method -> method.getName().equals(parts[1]))
          .anyMatch(FindingsTest::isTest);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean isTest(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> TESTS.contains(each.annotationType()));
  }

  @Test
  void no_finding_of_the_trials_is_left_out() throws IOException {
    List<Finding> all = findings();
    assertTrue(ids(all, "reliability").equals(RELIABILITY), () -> ids(all, "reliability") + "");
    assertTrue(ids(all, "numeric").containsAll(ids("B", 9)));
    assertEquals(9, ids(all, "mutants").size());
    assertTrue(
        ids(all, "review")
            .containsAll(
                List.of(
                    "1", "2a", "2b", "2c", "2d", "2e", "2f", "3a", "3b", "3c", "4a", "4b", "4c",
                    "5a", "5b", "6", "7a", "7b", "8", "9", "10")));
    assertTrue(
        ids(all, "erp").containsAll(List.of("B3", "B6", "B7", "B8", "B10", "B11", "B12", "B15")));
    assertEquals(Set.of("B4", "B18", "B19", "B20"), ids(all, "shell"));
  }

  private static Set<String> ids(List<Finding> all, String trial) {
    return all.stream()
        .filter(each -> each.trial().equals(trial))
        .map(Finding::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
