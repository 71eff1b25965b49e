package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.tariff.BookForm;

/**
 * What lies in the jar beside the classes: every file of data is named in the notice with its
 * source, and a native image takes it along.
 */
class JarContentsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path META = RESOURCES.resolve("META-INF");
  private static final Path NATIVE =
      META.resolve("native-image/org.tariffeconomics/tariff-economics/resource-config.json");

  /** A place that the notice speaks of stands alone on its line; its words are indented. */
  private static final Pattern PLACE = Pattern.compile("org/tariffeconomics/\\S+");

  private static List<String> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("org"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> RESOURCES.relativize(file).toString().replace(File.separatorChar, '/'))
          .sorted()
          .toList();
    }
  }

  private static List<String> placesOfTheNotice() throws IOException {
    return Files.readAllLines(META.resolve("NOTICE")).stream()
        .filter(line -> PLACE.matcher(line).matches())
        .toList();
  }

  @Test
  void every_bundled_file_is_named_in_the_notice() throws IOException {
    List<String> places = placesOfTheNotice();
    List<String> unnamed =
        dataFiles().stream()
            .filter(file -> places.stream().noneMatch(place -> stands(file, place)))
            .toList();
    assertEquals(List.of(), unnamed);
  }

  /** A folder speaks for the files in it, not for those of the folders in it. */
  private static boolean stands(String file, String place) {
    return file.equals(place) || file.substring(0, file.lastIndexOf('/')).equals(place);
  }

  @Test
  void the_notice_names_no_file_or_folder_that_is_gone_and_gives_words_to_each()
      throws IOException {
    List<String> lines = Files.readAllLines(META.resolve("NOTICE"));
    for (String place : placesOfTheNotice()) {
      assertTrue(Files.exists(RESOURCES.resolve(place)), place);
      int next = lines.indexOf(place) + 1;
      while (PLACE.matcher(lines.get(next)).matches()) {
        next++;
      }
      assertTrue(lines.get(next).startsWith("  "), "nothing is said of " + place);
    }
  }

  @Test
  void a_native_image_takes_along_every_file_that_is_read_and_no_class() throws IOException {
    JsonNode config = new ObjectMapper().readTree(NATIVE.toFile());
    List<Pattern> patterns =
        StreamSupport.stream(config.path("resources").path("includes").spliterator(), false)
            .map(each -> Pattern.compile(each.path("pattern").asText()))
            .toList();
    List<String> files = dataFiles();
    assertTrue(files.size() > 100, "too few files: " + files.size());
    List<String> missed =
        files.stream()
            .filter(file -> patterns.stream().noneMatch(each -> each.matcher(file).matches()))
            .toList();
    assertEquals(List.of(), missed);
    for (String type :
        List.of("org/tariffeconomics/Tariffs.class", "org/tariffeconomics/a$B.class")) {
      assertFalse(patterns.stream().anyMatch(each -> each.matcher(type).matches()), type);
    }
  }

  /** Providers are found by their files, which a native image follows by itself. */
  @Test
  void every_service_file_names_classes_that_are_there() throws IOException {
    assertTrue(ServiceLoader.load(BookForm.class).stream().count() >= 2);
    try (Stream<Path> services = Files.list(META.resolve("services"))) {
      for (Path service : services.toList()) {
        for (String provider : Files.readAllLines(service)) {
          Path source = Path.of("src/main/java", provider.strip().replace('.', '/') + ".java");
          assertTrue(Files.exists(source), service + " names " + provider);
        }
      }
    }
  }
}
