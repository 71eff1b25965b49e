package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An image compiled ahead of time holds every bundled file: they are opened by names that are not
 * constants, so that the compiler has to be told. It needs to be told nothing else: the library
 * loads no class by its name.
 */
class NativeImageTest {

  private static final String CONFIG =
      "/META-INF/native-image/org.tariffeconomics/tariff-economics/resource-config.json";

  private static Pattern pattern() throws IOException {
    try (InputStream config = NativeImageTest.class.getResourceAsStream(CONFIG)) {
      return Pattern.compile(
          new ObjectMapper().readTree(config).at("/resources/includes/0/pattern").asText());
    }
  }

  @Test
  void every_bundled_file_is_in_an_image_and_no_class_file_is_a_resource() throws IOException {
    Pattern pattern = pattern();
    Path root = Path.of("src/main/resources");
    try (Stream<Path> files = Files.walk(root.resolve("org"))) {
      List<String> missing =
          files
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !pattern.matcher(name).matches())
              .toList();
      assertEquals(List.of(), missing);
    }
    assertFalse(pattern.matcher("org/tariffeconomics/Tariffs.class").matches());
  }

  /** What is found as a service is listed under META-INF/services, which an image reads itself. */
  @Test
  void nothing_loads_a_class_by_its_name() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).toList();
      assertTrue(sources.size() > 400);
      for (Path each : sources) {
        String text = Files.readString(each);
        assertFalse(text.contains("Class.forName("), each.toString());
      }
    }
  }
}
