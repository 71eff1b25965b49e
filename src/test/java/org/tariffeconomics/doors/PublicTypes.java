package org.tariffeconomics.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tariffeconomics.Tariffs;

/** All public types of the library. */
public final class PublicTypes {

  private PublicTypes() {}

  /** The types in the folder from which the library itself was loaded, none of them initialized. */
  public static List<Class<?>> all() {
    try {
      Path root =
          Path.of(Tariffs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root.resolve("org/tariffeconomics"))) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(name -> !name.contains("/demo/")) // it is no part of the jar
            .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
            .<Class<?>>map(PublicTypes::type)
            .filter(PublicTypes::isPublic)
            .sorted(Comparator.comparing(Class::getName))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> type(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
    try {
      return Class.forName(name, false, PublicTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (around == null || isPublic(around));
  }
}
