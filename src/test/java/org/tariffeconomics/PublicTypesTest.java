package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public types as a whole. A type is public for a reason that can be seen: it stands in what
 * another public type takes or gives, another room uses it, or a page of the rooms names it as a
 * way in. And none is without the version since which it is there.
 */
class PublicTypesTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern OURS = Pattern.compile("org\\.tariffeconomics\\.[\\w.$]+");

  /** Every public type that is no part of another: its name and its source. */
  private static Map<String, Path> types() throws IOException {
    Map<String, Path> types = new TreeMap<>();
    for (Path file : files(".java")) {
      String name = file.getFileName().toString().replace(".java", "");
      Pattern declared =
          Pattern.compile(
              "^public [a-z- ]*(class|interface|record|enum|@interface) " + name + "\\b",
              Pattern.MULTILINE);
      if (declared.matcher(Files.readString(file)).find()) {
        types.put(name, file);
      }
    }
    assertTrue(types.size() > 450, "too few types: " + types.size());
    return types;
  }

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  @Test
  void every_public_type_is_used_elsewhere_or_named_on_a_page_as_a_way_in()
      throws IOException, ClassNotFoundException {
    Map<String, Path> types = types();
    Set<String> reached = new TreeSet<>(inSignatures(types));
    reached.addAll(usedByOtherRooms(types));
    reached.addAll(namedOnPages());
    List<String> unreached = types.keySet().stream().filter(t -> !reached.contains(t)).toList();
    assertEquals(
        List.of(),
        unreached,
        "public, and no one is led to them: hide them, or name them on a page");
  }

  /** The words of the pages, but for the one that lists what nobody is led to. */
  static Set<String> namedOnPages() throws IOException {
    List<Path> pages = new ArrayList<>(files(".html"));
    pages.removeIf(page -> page.endsWith("api.html"));
    pages.addAll(files("package-info.java"));
    pages.add(Path.of("README.md"));
    Set<String> named = new HashSet<>();
    for (Path page : pages) {
      named.addAll(words(Files.readString(page)));
    }
    return named;
  }

  private static Set<String> usedByOtherRooms(Map<String, Path> types) throws IOException {
    Set<String> used = new HashSet<>();
    for (Path file : files(".java")) {
      if (!file.endsWith("package-info.java")) {
        for (String word : words(withoutComments(Files.readString(file)))) {
          Path home = types.get(word);
          if (home != null && !home.getParent().equals(file.getParent())) {
            used.add(word);
          }
        }
      }
    }
    return used;
  }

  private static String withoutComments(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "");
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = NAME.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static Set<String> inSignatures(Map<String, Path> types) throws ClassNotFoundException {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, Path> each : types.entrySet()) {
      String name = SOURCES.relativize(each.getValue()).toString().replace(".java", "");
      collect(Class.forName(name.replaceAll("[/\\\\]", "."), false, loader()), seen, each.getKey());
    }
    return seen;
  }

  private static ClassLoader loader() {
    return PublicTypesTest.class.getClassLoader();
  }

  private static void collect(Class<?> type, Set<String> seen, String self) {
    StringBuilder text = new StringBuilder();
    for (Method each : type.getDeclaredMethods()) {
      text.append(isSeen(each.getModifiers()) ? each.toGenericString() + "\n" : "");
    }
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      text.append(isSeen(each.getModifiers()) ? each.toGenericString() + "\n" : "");
    }
    for (Field each : type.getDeclaredFields()) {
      text.append(isSeen(each.getModifiers()) ? each.toGenericString() + "\n" : "");
    }
    text.append(type.getGenericSuperclass()).append('\n');
    Stream.of(type.getGenericInterfaces()).forEach(each -> text.append(each).append('\n'));
    Matcher name = OURS.matcher(text);
    while (name.find()) {
      Stream.of(name.group().split("[.$]")).filter(part -> !part.equals(self)).forEach(seen::add);
    }
    for (Class<?> nested : type.getDeclaredClasses()) {
      if (isSeen(nested.getModifiers())) {
        collect(nested, seen, self);
      }
    }
  }

  private static boolean isSeen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  @Test
  void every_public_type_says_since_when_it_is_there() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Map.Entry<String, Path> type : types().entrySet()) {
      String source = Files.readString(type.getValue());
      String head = source.substring(0, source.indexOf("\npublic "));
      if (!head.contains("@since ")) {
        silent.add(type.getKey());
      }
    }
    assertEquals(List.of(), silent, "add ' * @since VERSION' to their comments");
  }
}
