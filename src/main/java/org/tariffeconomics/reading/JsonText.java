package org.tariffeconomics.reading;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON text: the counterpart of {@link JsonTree}. Members come in the order in which
 * they are written, without blanks, so that the same answer is the same text in every JVM.
 *
 * <p>Numbers that money depends on are written as texts with all their digits, since readers of
 * JSON commonly round numbers to 53 bits.
 *
 * <p>Most texts of an answer need no escape: they are copied whole, which costs a third of handing
 * them through a generator. The others are escaped by jackson-core.
 */
public final class JsonText {

  /** The record of an entry of a few lines has some ten thousand characters. */
  private static final int USUAL_LENGTH = 16_384;

  /** Numbers below one with more zeros than this behind the point print with an exponent. */
  private static final int PLAIN_ZEROS = 6;

  /** The largest array that every virtual machine makes. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private char[] json = new char[USUAL_LENGTH];
  private int length;

  /** Whether something stands before the next member or item, which a comma parts from it. */
  private boolean follows;

  private JsonText() {}

  /**
   * The text of an object.
   *
   * @param members writes the members
   * @return the text, in one line
   */
  public static String of(Consumer<JsonText> members) {
    Objects.requireNonNull(members, "members");
    JsonText text = new JsonText();
    text.open('{');
    members.accept(text);
    text.close('}');
    return new String(text.json, 0, text.length);
  }

  private void open(char bracket) {
    room(1);
    json[length++] = bracket;
    follows = false;
  }

  private void close(char bracket) {
    room(1);
    json[length++] = bracket;
    follows = true;
  }

  private void part() {
    if (follows) {
      room(1);
      json[length++] = ',';
    }
    follows = true;
  }

  private void name(String name) {
    part();
    quoted(name);
    room(1);
    json[length++] = ':';
  }

  private void quoted(String text) {
    int size = text.length();
    room(size + 2L);
    json[length++] = '"';
    text.getChars(0, size, json, length);
    if (isPlain(json, length, length + size)) {
      length += size;
    } else {
      escaped(text);
    }
    room(1);
    json[length++] = '"';
  }

  private static boolean isPlain(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      char each = text[i];
      if (each < ' ' || each == '"' || each == '\\') {
        return false;
      }
    }
    return true;
  }

  private void escaped(String text) {
    char[] escaped = JsonStringEncoder.getInstance().quoteAsString(text);
    room(escaped.length + 1L);
    System.arraycopy(escaped, 0, json, length, escaped.length);
    length += escaped.length;
  }

  /** Makes room for more characters. */
  private void room(long more) {
    if (length + more > json.length) {
      if (length + more > LONGEST) {
        throw new IllegalArgumentException(
            "An answer has at most " + LONGEST + " characters as JSON; split it");
      }
      json = Arrays.copyOf(json, (int) Math.min(LONGEST, Math.max(length + more, 2L * length)));
    }
  }

  /**
   * A text.
   *
   * @param name the member's name
   * @param value the text, null where there is none
   * @return this
   */
  public JsonText text(String name, @Nullable String value) {
    Objects.requireNonNull(name, "name");
    name(name);
    if (value == null) {
      room(4);
      "null".getChars(0, 4, json, length);
      length += 4;
    } else {
      quoted(value);
    }
    return this;
  }

  /**
   * A number, written as a text with all its digits.
   *
   * @param name the member's name
   * @param value the number, null where there is none
   * @return this
   */
  public JsonText number(String name, @Nullable BigDecimal value) {
    Objects.requireNonNull(name, "name");
    return text(name, value == null ? null : plain(value));
  }

  /** The plain digits; a number remembers its text, so that is asked for where it is the same. */
  private static String plain(BigDecimal value) {
    boolean hasNoExponent = value.scale() >= 0 && value.scale() - value.precision() < PLAIN_ZEROS;
    return hasNoExponent ? value.toString() : value.toPlainString();
  }

  /**
   * Texts in a list.
   *
   * @param name the member's name
   * @param values the texts
   * @return this
   */
  public JsonText texts(String name, Collection<String> values) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    name(name);
    open('[');
    for (String each : values) {
      part();
      quoted(each);
    }
    close(']');
    return this;
  }

  /**
   * An object.
   *
   * @param name the member's name
   * @param members writes its members
   * @return this
   */
  public JsonText object(String name, Consumer<JsonText> members) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(members, "members");
    name(name);
    open('{');
    members.accept(this);
    close('}');
    return this;
  }

  /**
   * Objects in a list.
   *
   * @param name the member's name
   * @param values the values
   * @param members writes the members of one
   * @param <T> the type of the values
   * @return this
   */
  public <T> JsonText objects(String name, Collection<T> values, BiConsumer<T, JsonText> members) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(members, "members");
    name(name);
    open('[');
    for (T each : values) {
      part();
      open('{');
      members.accept(each, this);
      close('}');
    }
    close(']');
    return this;
  }
}
