package org.tariffeconomics.basics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words of an enumeration as people write them, and the list of them where one is none.
 *
 * @since 0.1.0
 */
public final class EnumText {

  private EnumText() {}

  /**
   * Finds the constant that a word names, whatever its capitals, blanks, hyphens and underscores.
   *
   * @param <E> the enumeration
   * @param name what the word is, for the message: {@code "stage"}
   * @param type the enumeration
   * @param text the constant's name or how it prints
   * @return the constant
   * @throws IllegalArgumentException when the word names none; the message lists the words
   */
  public static <E extends Enum<E>> E parse(String name, Class<E> type, String text) {
    String wanted = key(Texts.readable(name, text));
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> key(each.name()).equals(wanted) || key(each.toString()).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name
                        + " must be one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                        + ", but was "
                        + Texts.quoted(text)
                        + LooksLike.hint(text, LooksLike.NOTHING)));
  }

  /**
   * Finds the constant of a name as files write it: in any case, and nothing else left to chance.
   *
   * @param <E> the enumeration
   * @param type the enumeration
   * @param text the name
   * @return the constant, empty where none has the name
   */
  public static <E extends Enum<E>> Optional<E> named(Class<E> type, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }
}
