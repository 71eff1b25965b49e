package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.doors.PublicTypes;

/**
 * What callers can use, room by room, against the lists in {@code src/test/resources/api}: a type,
 * a method or a constant that is gone or reads otherwise breaks a caller, and a new one is a
 * promise. {@code -Dapi.write=true} writes the lists.
 */
class PublicApiTest {

  private static final Path LISTS = Path.of("src/test/resources/api");
  private static final Path PAGE = Path.of("src/main/java/org/tariffeconomics/doc-files/api.html");
  private static final Pattern QUALIFIED = Pattern.compile("[\\w.]*\\.(?=[A-Z])");
  private static final Pattern OURS = Pattern.compile("org\\.tariffeconomics\\.[\\w.$]+");

  @Test
  void nothing_that_callers_use_changes_without_a_word() throws IOException {
    Map<String, List<String>> rooms = rooms();
    if (Boolean.getBoolean("api.write")) {
      write(rooms);
    }
    assertEquals(
        new ArrayList<>(rooms.keySet()),
        listed().stream().map(PublicApiTest::room).sorted().toList());
    StringBuilder changes = new StringBuilder();
    for (Map.Entry<String, List<String>> room : rooms.entrySet()) {
      List<String> held = Files.readAllLines(LISTS.resolve(room.getKey() + ".txt"));
      missing(held, room.getValue()).forEach(l -> changes.append("\n- ").append(l));
      missing(room.getValue(), held).forEach(l -> changes.append("\n+ ").append(l));
    }
    assertEquals(
        "",
        changes.toString(),
        "if it is meant: say it in CHANGELOG.md, then write the lists with -Dapi.write=true");
  }

  /** The page names exactly the types that no promise leads to. */
  @Test
  void types_that_are_public_for_other_rooms_only_are_named() throws IOException {
    Set<String> reached = PublicTypesTest.namedOnPages();
    Set<String> roomsOnly = roomsOnly();
    for (Class<?> type : PublicTypes.all()) {
      if (!roomsOnly.contains(outermost(type).getSimpleName())) {
        reached.addAll(namedBy(type));
      }
    }
    Set<String> unreached =
        PublicTypes.all().stream()
            .map(type -> outermost(type).getSimpleName())
            .filter(name -> !reached.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(unreached, new TreeSet<>(roomsOnly), "named in " + PAGE);
  }

  private static Set<String> namedBy(Class<?> type) {
    Set<String> names = new HashSet<>();
    String own = outermost(type).getName();
    StringBuilder text = new StringBuilder();
    members(type).forEach(m -> text.append(m).append('\n'));
    text.append(type.getGenericSuperclass()).append('\n');
    Stream.of(type.getGenericInterfaces()).forEach(each -> text.append(each).append('\n'));
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(each -> text.append(each).append('\n'));
    }
    Matcher ours = OURS.matcher(text);
    while (ours.find()) {
      String name = ours.group().replaceFirst("\\$.*", "");
      if (!name.equals(own)) {
        names.add(name.substring(name.lastIndexOf('.') + 1));
      }
    }
    return names;
  }

  private static Set<String> roomsOnly() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> names = new TreeSet<>();
    Matcher name =
        Pattern.compile("<code>(\\w+)</code>")
            .matcher(page.substring(page.indexOf("<h2>Public for other rooms only")));
    while (name.find()) {
      names.add(name.group(1));
    }
    assertTrue(names.size() > 3, "the list was not found");
    return names;
  }

  private static Map<String, List<String>> rooms() throws IOException {
    Set<String> roomsOnly = roomsOnly();
    Map<String, List<String>> rooms = new TreeMap<>();
    for (Class<?> type : PublicTypes.all()) {
      if (!roomsOnly.contains(outermost(type).getSimpleName())) {
        rooms.computeIfAbsent(room(type), room -> new ArrayList<>()).addAll(lines(type));
      }
    }
    assertTrue(rooms.size() > 20, "too few rooms: " + rooms.keySet());
    return rooms;
  }

  private static String room(Class<?> type) {
    String room = type.getPackageName().replaceFirst("org\\.tariffeconomics\\.?", "");
    return room.isEmpty() ? "root" : room;
  }

  private static String room(Path list) {
    return list.getFileName().toString().replace(".txt", "");
  }

  private static Class<?> outermost(Class<?> type) {
    return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
  }

  /** The type and its members, each line whole in itself. */
  private static List<String> lines(Class<?> type) {
    String name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    List<String> lines = new ArrayList<>();
    String parents =
        Stream.concat(
                Stream.of(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
            .filter(each -> each != null && each != Object.class && each != Record.class)
            .map(each -> plain(each.getTypeName()))
            .collect(Collectors.joining(", "));
    lines.add(name + ": " + kind(type) + (parents.isEmpty() ? "" : " of " + parents));
    members(type).stream().map(each -> name + " " + plain(each)).sorted().forEach(lines::add);
    return lines;
  }

  private static String kind(Class<?> type) {
    return type.isRecord()
        ? "record"
        : type.isEnum()
            ? "enum"
            : type.isAnnotation()
                ? "annotation"
                : (type.isSealed() ? "sealed " : "") + (type.isInterface() ? "interface" : "class");
  }

  private static List<String> members(Class<?> type) {
    List<String> members = new ArrayList<>();
    for (Field each : type.getDeclaredFields()) {
      if (isSeen(each.getModifiers()) && !each.isSynthetic()) {
        members.add(each.getGenericType().getTypeName() + " " + each.getName());
      }
    }
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      if (isSeen(each.getModifiers()) && !each.isSynthetic()) {
        members.add("new" + parameters(each));
      }
    }
    for (Method each : type.getDeclaredMethods()) {
      if (isSeen(each.getModifiers()) && !each.isSynthetic() && !isOfEveryType(type, each)) {
        members.add(
            modifier(each)
                + each.getGenericReturnType().getTypeName()
                + " "
                + each.getName()
                + parameters(each));
      }
    }
    return members;
  }

  private static String modifier(Method method) {
    int modifiers = method.getModifiers();
    return Modifier.isStatic(modifiers)
        ? "static "
        : Modifier.isAbstract(modifiers) ? "abstract " : "";
  }

  private static String parameters(Executable of) {
    Type[] types = of.getGenericParameterTypes();
    List<String> names = Arrays.stream(types).map(Type::getTypeName).collect(Collectors.toList());
    if (of.isVarArgs()) {
      int last = names.size() - 1;
      names.set(last, names.get(last).replaceFirst("\\[]$", "..."));
    }
    return "(" + String.join(", ", names) + ")";
  }

  private static boolean isOfEveryType(Class<?> type, Method method) {
    return List.of("equals", "hashCode", "toString", "compareTo").contains(method.getName())
        || type.isEnum() && List.of("values", "valueOf").contains(method.getName());
  }

  private static boolean isSeen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** Types by their simple names: no name stands in two rooms. */
  private static String plain(String text) {
    return QUALIFIED.matcher(text).replaceAll("").replace('$', '.');
  }

  private static List<String> missing(Collection<String> all, Collection<String> from) {
    Set<String> known = new HashSet<>(from);
    return all.stream().filter(each -> !known.contains(each)).toList();
  }

  private static List<Path> listed() throws IOException {
    try (Stream<Path> files = Files.list(LISTS)) {
      return files.sorted().toList();
    }
  }

  private static void write(Map<String, List<String>> rooms) throws IOException {
    for (Path old : listed()) {
      Files.delete(old);
    }
    for (Map.Entry<String, List<String>> room : rooms.entrySet()) {
      Files.write(LISTS.resolve(room.getKey() + ".txt"), room.getValue());
    }
  }
}
