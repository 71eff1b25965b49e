package org.tariffeconomics.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON text: an object, a list, or a text. Numbers stay as they are written, so that
 * no digit is lost; {@code null} is the same as absent. A value knows its path through the one that
 * holds it.
 *
 * @since 0.1.0
 */
public final class JsonTree {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Deeper than any document of a publisher, and shallow enough for a small stack. */
  private static final int DEEPEST = 200;

  private final @Nullable JsonTree parent;
  private final String step;
  private final Map<String, JsonTree> members;
  private final List<JsonTree> items;
  private final String text;

  private JsonTree(
      @Nullable JsonTree parent,
      String step,
      Map<String, JsonTree> members,
      List<JsonTree> items,
      String text) {
    this.parent = parent;
    this.step = step;
    this.members = members;
    this.items = items;
    this.text = text;
  }

  /**
   * Reads a whole text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return its value; none, with an error, where the text is no JSON, has something behind its
   *     value, says a member of an object twice, or is larger than {@link Limits} allows
   * @throws UncheckedIOException when it cannot be read
   */
  public static Reading<JsonTree> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    ProblemLog log = ProblemLog.create();
    Optional<String> text = TextFiles.whole(name, in, log);
    if (text.isEmpty()) {
      return log.nothing();
    }
    try (JsonParser parser = FACTORY.createParser(new StringReader(text.orElseThrow()))) {
      return log.reading(new Builder(parser).whole());
    } catch (JsonProcessingException e) {
      return refused(log, name, e.getOriginalMessage());
    } catch (Refused e) {
      return refused(log, name, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading<JsonTree> refused(ProblemLog log, String name, @Nullable String message) {
    String why = String.valueOf(message).lines().findFirst().orElse("");
    log.accept(Problem.error(Place.ofPath(name, "$"), "", "", "not a JSON file: " + why));
    return log.nothing();
  }

  /** What is thrown inside where a text is JSON but not one value of a bearable size. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** Builds the values of one text. */
  private static final class Builder {
    private final JsonParser json;
    private long values;
    private int depth;

    Builder(JsonParser json) {
      this.json = json;
    }

    JsonTree whole() throws IOException {
      if (json.nextToken() == null) {
        throw new Refused("the text is empty");
      }
      JsonTree tree = value(null, "$");
      if (json.nextToken() != null) {
        throw new Refused("something stands behind the end of the value");
      }
      return tree;
    }

    private JsonTree value(@Nullable JsonTree parent, String step) throws IOException {
      if (++values > Limits.KEPT_CELLS) {
        throw new Refused("it has more than " + Limits.KEPT_CELLS + " values");
      }
      return switch (json.currentToken()) {
        case START_OBJECT, START_ARRAY -> nested(parent, step);
        case VALUE_NULL -> new JsonTree(parent, step, Map.of(), List.of(), "");
        default -> new JsonTree(parent, step, Map.of(), List.of(), json.getText());
      };
    }

    /** Jackson 2.12 does not tell how deep it is. */
    private JsonTree nested(@Nullable JsonTree parent, String step) throws IOException {
      if (++depth > DEEPEST) {
        throw new Refused("it is nested deeper than " + DEEPEST + " levels");
      }
      JsonTree tree =
          json.currentToken() == JsonToken.START_OBJECT ? object(parent, step) : list(parent, step);
      depth--;
      return tree;
    }

    private JsonTree object(@Nullable JsonTree parent, String step) throws IOException {
      Map<String, JsonTree> members = new LinkedHashMap<>();
      JsonTree object =
          new JsonTree(parent, step, Collections.unmodifiableMap(members), List.of(), "");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (members.put(name, value(object, name)) != null) {
          throw new Refused("a member stands twice: " + object.get(name).path());
        }
      }
      return object;
    }

    private JsonTree list(@Nullable JsonTree parent, String step) throws IOException {
      List<JsonTree> items = new ArrayList<>();
      JsonTree list = new JsonTree(parent, step, Map.of(), Collections.unmodifiableList(items), "");
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(list, "[" + items.size() + "]"));
      }
      return list;
    }
  }

  /** The same place with other members. */
  JsonTree withMembers(Map<String, JsonTree> others) {
    return new JsonTree(parent, step, Collections.unmodifiableMap(others), items, text);
  }

  /** The same place with other items. */
  JsonTree withItems(List<JsonTree> others) {
    return new JsonTree(parent, step, Map.of(), List.copyOf(others), "");
  }

  /**
   * Where the value stands.
   *
   * @return the path, as in {@code $.data.id}; what is longer than {@link Limits#LONGEST_NAME}
   *     characters is cut
   */
  public String path() {
    Deque<String> steps = new ArrayDeque<>();
    for (JsonTree at = this; at != null; at = at.parent) {
      steps.push(at.step);
    }
    StringBuilder path = new StringBuilder();
    for (String each : steps) {
      if (path.length() > Limits.LONGEST_NAME) {
        break;
      }
      boolean isMember = !path.isEmpty() && !each.startsWith("[");
      path.append(isMember ? "." : "").append(Limits.cut(each, Limits.LONGEST_NAME));
    }
    return Limits.cut(path.toString(), Limits.LONGEST_NAME);
  }

  /** {@return the members of an object in the order of the text; none for other values} */
  public Map<String, JsonTree> members() {
    return members;
  }

  /** {@return the items of a list; none for other values} */
  public List<JsonTree> items() {
    return items;
  }

  /** {@return the text of a scalar as it is written; empty for other values} */
  public String text() {
    return text;
  }

  /**
   * A member.
   *
   * @param name its name
   * @return the member; an absent value where there is none
   */
  public JsonTree get(String name) {
    Objects.requireNonNull(name, "name");
    @Nullable JsonTree member = members.get(name);
    return member == null ? new JsonTree(this, name, Map.of(), List.of(), "") : member;
  }

  /**
   * The text of a member.
   *
   * @param name its name
   * @return the text without outer blanks and characters that nobody sees; empty where there is
   *     none
   */
  public String text(String name) {
    Objects.requireNonNull(name, "name");
    @Nullable JsonTree member = members.get(name);
    return member == null ? "" : Padding.stripped(member.text);
  }

  /** {@return whether nothing stands there: no such member, null, or something empty} */
  @JsonIgnore
  public boolean isAbsent() {
    return members.isEmpty() && items.isEmpty() && text.isEmpty();
  }

  /**
   * Whether another value says the same, wherever it stands.
   *
   * @param other another value
   * @return true where all members, items and texts are equal
   */
  public boolean isSameAs(JsonTree other) {
    Objects.requireNonNull(other, "other");
    return this == other
        || text.equals(other.text)
            && members.keySet().equals(other.members.keySet())
            && items.size() == other.items.size()
            && members.entrySet().stream()
                .allMatch(m -> m.getValue().isSameAs(other.get(m.getKey())))
            && IntStream.range(0, items.size())
                .allMatch(i -> items.get(i).isSameAs(other.items.get(i)));
  }

  /** Where the value stands, and its text if it is one. */
  @Override
  public String toString() {
    return path() + (text.isEmpty() ? "" : " '" + Limits.cut(text, Limits.LONGEST_NAME) + "'");
  }
}
