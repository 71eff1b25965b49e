package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.SharedFiles;

/**
 * The bundled lists of goods are what the program of the profile {@code facts} makes of the lists
 * that name each code in a row of its own: a list that was changed by hand, or a program that was
 * changed and not run, fails here. Section 338 on Canada begins in its list on 19 August 2026, for
 * which it was first ordered, and in the lists that it is made from on 22 August: the program says
 * which lists were put off.
 */
class UsGeneratedListsTest {

  private static final Path SOURCES = Path.of("src/facts/java");
  private static final Path LISTS =
      Path.of("src/main/resources/org/tariffeconomics/reference/us/lists");

  @TempDir private Path made;

  @Test
  void bundled_lists_are_those_that_the_program_makes() throws Exception {
    Path lists = SharedFiles.require("facts/law/scopes");
    Path witnesses = SharedFiles.require("facts/witness");
    Path releases = SharedFiles.require("data/hts_releases");
    Path out = made.resolve("lists");
    run("TariffLists", out, lists, witnesses, releases);
    assertEquals(texts(LISTS).keySet(), texts(out).keySet());
    texts(LISTS).forEach((name, text) -> assertEquals(text, texts(out).get(name), name));
    assertTrue(texts(out).containsKey("s338-canada.csv"));
  }

  /** The register of the headings of chapter 99 too. */
  @Test
  void the_bundled_register_of_headings_is_what_the_program_makes() throws Exception {
    Path headings = SharedFiles.require("facts/law/headings.csv");
    Path out = made.resolve("provisions.csv");
    run("TariffHeadings", out, headings);
    assertEquals(Files.readString(LISTS.resolveSibling("provisions.csv")), Files.readString(out));
  }

  private static Map<String, String> texts(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        texts.put(each.getFileName().toString(), Files.readString(each));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }

  /** Compiles the maintainers' programs, which are no part of what is tested else, and runs one. */
  private void run(String program, Path... arguments) throws Exception {
    Path classes = Files.createDirectories(made.resolve("classes"));
    compile(classes);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, UsGeneratedListsTest.class.getClassLoader())) {
      Class<?> main = loader.loadClass("org.tariffeconomics.facts." + program);
      String[] texts = Stream.of(arguments).map(Path::toString).toArray(String[]::new);
      main.getMethod("main", String[].class).invoke(null, (Object) texts);
    } catch (InvocationTargetException e) {
      throw new AssertionError(program, e.getCause());
    }
  }

  private static void compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.filter(each -> each.toString().endsWith(".java")).forEach(sources::add);
    }
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      assertTrue(
          compiler
              .getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call());
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
