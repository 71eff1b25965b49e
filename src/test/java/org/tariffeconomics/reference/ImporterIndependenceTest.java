package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An importer's answer never depends on another territory's facts: the library is loaded once more
 * with bundled files from which the rows of all other territories are gone, and answers the same.
 */
class ImporterIndependenceTest {

  private static final String PARTNERS = "org/tariffeconomics/reference/partners/";
  private static final String UNITED_STATES = "org/tariffeconomics/reference/us/";

  /** The files that all territories share, whose rows begin with the territory they are about. */
  private static final Set<String> SHARED =
      Set.of(
          "regimes.csv",
          "quotas.csv",
          "safeguards.csv",
          "hours.csv",
          "usual-facts.csv",
          "usual-parcels.csv",
          "ordinary-goods.csv",
          "retaliation.csv",
          "terms.csv");

  /** The library with some bundled rows left out. */
  private static final class Stripped extends URLClassLoader {

    private final Set<String> kept;
    private final Set<String> opened = new TreeSet<>();

    Stripped(Set<String> kept) {
      super(classPath(), ImporterIndependenceTest.class.getClassLoader());
      this.kept = kept;
    }

    private static URL[] classPath() {
      String path =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      return Arrays.stream(path.split(File.pathSeparator)).map(Stripped::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.tariffeconomics.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      InputStream in = super.getResourceAsStream(name);
      opened.add(name);
      if (in == null || !name.startsWith(PARTNERS)) {
        return in;
      }
      String file = name.substring(PARTNERS.length());
      boolean shared = SHARED.contains(file);
      boolean foreign = !shared && isOfAnother(file);
      return shared || foreign ? new ByteArrayInputStream(stripped(in, shared)) : in;
    }

    private boolean isOfAnother(String file) {
      String territory = file.replaceAll("[-.].*", "").toUpperCase(Locale.ROOT);
      return territory.length() == 2 && !kept.contains(territory);
    }

    /** Notes, the header, and of shared files the rows of the territories that are kept. */
    private byte[] stripped(InputStream in, boolean shared) {
      try (in) {
        boolean header = true;
        StringBuilder text = new StringBuilder();
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
          boolean note = line.startsWith("#");
          String first = line.replaceAll(",.*", "");
          if (note || header || (shared && kept.contains(first))) {
            text.append(line).append('\n');
          }
          header &= note;
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String answers(String territory) {
      try {
        Class<?> answers = loadClass(BorderAnswers.class.getName());
        return (String) answers.getMethod("of", String.class).invoke(null, territory);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(territory, e.getCause() == null ? e : e.getCause());
      }
    }
  }

  static List<String> territories() {
    return Stream.concat(PartnerTariffs.territories().stream(), Stream.of("DE", "FR")).toList();
  }

  private static Set<String> own(String territory) {
    return Set.of("DE", "FR").contains(territory) ? Set.of(territory, "EU") : Set.of(territory);
  }

  @ParameterizedTest
  @MethodSource("territories")
  void the_facts_of_other_territories_move_no_answer(String territory) throws IOException {
    try (Stripped alone = new Stripped(own(territory))) {
      assertSame(BorderAnswers.of(territory), alone.answers(territory));
      assertEquals(
          List.of(),
          alone.opened.stream().filter(name -> name.startsWith(UNITED_STATES)).toList(),
          "the law of the United States is no fact of " + territory);
    }
  }

  @Test
  void what_is_left_out_is_what_the_others_rest_on() throws IOException {
    try (Stripped japan = new Stripped(Set.of("JP"))) {
      assertNotEquals(
          BorderAnswers.of("CA").length(), japan.answers("CA").length(), "without its own facts");
      assertTrue(japan.opened.contains(PARTNERS + "ca.csv"));
    }
  }

  /** Compares line by line, so that a difference can be read. */
  private static void assertSame(String expected, String actual) {
    List<String> other = actual.lines().collect(Collectors.toList());
    List<String> lines = expected.lines().toList();
    for (int i = 0; i < Math.min(lines.size(), other.size()); i++) {
      assertEquals(lines.get(i), other.get(i));
    }
    assertEquals(lines.size(), other.size());
  }
}
