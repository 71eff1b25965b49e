package org.tariffeconomics.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON text: an object, a list, or a text. Numbers stay as they are written, so that
 * no digit is lost; {@code null} is the same as absent.
 *
 * @param path where it stands, as in {@code $.data.id}
 * @param members the members of an object, empty for other values
 * @param items the items of a list, empty for other values
 * @param text the text of a scalar, empty for other values
 */
public record JsonTree(
    String path, Map<String, JsonTree> members, List<JsonTree> items, String text) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Reads a whole text; throws for what is no JSON or has something behind its value. */
  public static JsonTree read(Reader in) throws IOException {
    try (in;
        JsonParser parser = FACTORY.createParser(in)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new IOException("the text is empty");
      }
      JsonTree tree = value(parser, "$");
      if (parser.nextToken() != null) {
        throw new IOException("something stands behind the end of the value");
      }
      return tree;
    }
  }

  static JsonTree absent(String path) {
    return new JsonTree(path, Map.of(), List.of(), "");
  }

  private static JsonTree value(JsonParser parser, String path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> list(parser, path);
      case VALUE_NULL -> absent(path);
      default -> new JsonTree(path, Map.of(), List.of(), parser.getText());
    };
  }

  private static JsonTree object(JsonParser parser, String path) throws IOException {
    Map<String, JsonTree> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser, path + "." + name));
    }
    return new JsonTree(path, members, List.of(), "");
  }

  private static JsonTree list(JsonParser parser, String path) throws IOException {
    List<JsonTree> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, path + "[" + items.size() + "]"));
    }
    return new JsonTree(path, Map.of(), items, "");
  }

  /** A member, absent where there is none. */
  public JsonTree get(String name) {
    @Nullable JsonTree member = members.get(name);
    return member == null ? absent(path + "." + name) : member;
  }

  /** The text of a member, empty where it has none. */
  public String text(String name) {
    return get(name).text().strip();
  }

  public boolean isAbsent() {
    return members.isEmpty() && items.isEmpty() && text.isEmpty();
  }
}
