package org.tariffeconomics.basics;

import com.google.common.base.CharMatcher;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words of an enumeration as people and files write them, and the list of them where one is none:
 * the one reader of every text that names a constant.
 *
 * @since 0.1.0
 */
public final class EnumText {

  private static final CharMatcher BETWEEN_WORDS = CharMatcher.anyOf(" _-");

  /**
   * What the constants of an enumeration are called, the first of two that share a word; and their
   * names as they are, which most texts are.
   */
  private static final ClassValue<Map<String, Object>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          Map<String, Object> words = new HashMap<>();
          for (Object each : type.getEnumConstants()) {
            words.putIfAbsent(key(((Enum<?>) each).name()), each);
            words.putIfAbsent(key(each.toString()), each);
          }
          for (Object each : type.getEnumConstants()) {
            words.putIfAbsent(((Enum<?>) each).name(), each);
          }
          return words;
        }
      };

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
    return named(type, Texts.readable(name, text))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name
                        + " must be one of "
                        + words(type)
                        + ", but was "
                        + Texts.quoted(text)
                        + LooksLike.hint(text, LooksLike.NOTHING)));
  }

  /**
   * Finds the constant that a word names, as {@link #parse} does.
   *
   * @param <E> the enumeration
   * @param type the enumeration
   * @param text the constant's name or how it prints
   * @return the constant, empty where the word names none
   */
  public static <E extends Enum<E>> Optional<E> named(Class<E> type, String text) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(text, "text");
    Map<String, Object> words = WORDS.get(type);
    Object exact = words.get(text);
    return Optional.ofNullable(type.cast(exact != null ? exact : words.get(key(text))));
  }

  /**
   * The words that {@link #parse} reads, for a message.
   *
   * @param type the enumeration
   * @return how its constants print, as in {@code SEA, AIR, LAND}
   */
  public static String words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private static String key(String text) {
    return BETWEEN_WORDS.removeFrom(Texts.plainSigns(text).strip().toLowerCase(Locale.ROOT));
  }
}
