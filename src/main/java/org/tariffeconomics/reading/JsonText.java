package org.tariffeconomics.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
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
 * @since 0.1.0
 */
public final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** A power of two, far above the number of names that answers have. */
  private static final int PLACES = 1 << 10;

  /**
   * The names of members as they are written: few, and each of them in every text. Names that share
   * a place take turns in it, and whoever reads a place finds a whole name.
   */
  private static final AtomicReferenceArray<SerializedString> NAMES =
      new AtomicReferenceArray<>(PLACES);

  private final JsonGenerator json;

  private JsonText(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The text of an object.
   *
   * @param members writes the members
   * @return the text, in one line
   */
  public static String of(Consumer<JsonText> members) {
    Objects.requireNonNull(members, "members");
    Pieces out = new Pieces();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      new JsonText(json).objectOf(members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** Collects the pieces of a text without a lock, of which a text needs none. */
  private static final class Pieces extends Writer {
    private final List<String> pieces = new ArrayList<>();

    @Override
    public void write(char[] from, int offset, int length) {
      pieces.add(new String(from, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return String.join("", pieces);
    }
  }

  private static SerializedString written(String name) {
    int hash = name.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    SerializedString known = NAMES.getAcquire(place);
    if (known == null || !known.getValue().equals(name)) {
      known = new SerializedString(name);
      NAMES.setRelease(place, known);
    }
    return known;
  }

  private void objectOf(Consumer<JsonText> members) throws IOException {
    json.writeStartObject();
    members.accept(this);
    json.writeEndObject();
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
    try {
      json.writeFieldName(written(name));
      if (value == null) {
        json.writeNull();
      } else {
        json.writeString(value);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** All digits; numbers keep the text of their short form, which mostly has them all. */
  private static String plain(BigDecimal value) {
    String text = value.toString();
    return text.indexOf('E') < 0 ? text : value.toPlainString();
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
    try {
      json.writeFieldName(written(name));
      json.writeStartArray();
      for (String each : values) {
        json.writeString(each);
      }
      json.writeEndArray();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    try {
      json.writeFieldName(written(name));
      objectOf(members);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    try {
      json.writeFieldName(written(name));
      json.writeStartArray();
      for (T each : values) {
        json.writeStartObject();
        members.accept(each, this);
        json.writeEndObject();
      }
      json.writeEndArray();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
