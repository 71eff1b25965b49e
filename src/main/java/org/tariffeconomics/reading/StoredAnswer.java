package org.tariffeconomics.reading;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;

/**
 * One object of a stored answer while it is read: its members by name, each of which must be there
 * as the frozen form has it. Members that the form does not know are passed over, so that a newer
 * form with more members can still be read.
 *
 * @since 0.1.0
 */
public final class StoredAnswer {

  /** The member that tells the forms apart. */
  public static final String FORMAT = "format";

  private final JsonTree tree;

  private StoredAnswer(JsonTree tree) {
    this.tree = tree;
  }

  /**
   * Reads a stored answer.
   *
   * @param json the text
   * @param format what it must be, e.g. {@code tariff-economics assessment 1}
   * @return the answer
   * @throws IllegalArgumentException when it is no JSON object, or one of another form
   */
  public static StoredAnswer parse(String json, String format) {
    Objects.requireNonNull(format, "format");
    Reading<JsonTree> reading =
        JsonTree.read("json", new StringReader(Objects.requireNonNull(json, "json")));
    JsonTree tree =
        reading
            .optional()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "json must be a stored answer, but was "
                            + Texts.quoted(json)
                            + ": "
                            + reading.problems().get(0).message()));
    StoredAnswer answer = new StoredAnswer(tree);
    String found = tree.text(FORMAT);
    if (!found.equals(format)) {
      throw new IllegalArgumentException(
          "json must be a stored answer of the form "
              + Texts.quoted(format)
              + ", but its "
              + FORMAT
              + " was "
              + Texts.quoted(found));
    }
    return answer;
  }

  private IllegalArgumentException fault(String name, String problem) {
    return new IllegalArgumentException(tree.get(name).path() + " " + problem);
  }

  /**
   * Whether there is a member of a name: one that a form has got since may be missing.
   *
   * @param name the member's name
   * @return true also where it is null
   */
  public boolean has(String name) {
    Objects.requireNonNull(name, "name");
    return tree.members().containsKey(name);
  }

  private JsonTree member(String name) {
    if (!tree.members().containsKey(name)) {
      throw fault(name, "is missing");
    }
    return tree.get(name);
  }

  /**
   * A text, which may be empty.
   *
   * @param name the member's name
   * @return the text
   * @throws IllegalArgumentException when there is no such member
   */
  public String text(String name) {
    Objects.requireNonNull(name, "name");
    return member(name).text();
  }

  /**
   * A value by its text.
   *
   * @param name the member's name
   * @param parse reads the value
   * @param <T> the type of the value
   * @return the value
   * @throws IllegalArgumentException when there is no such member, or its text cannot be read
   */
  public <T> T value(String name, Function<String, T> parse) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parse, "parse");
    String text = text(name);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          tree.get(name).path() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * A value by its text, where there is one.
   *
   * @param name the member's name
   * @param parse reads the value
   * @param <T> the type of the value
   * @return the value, empty where the member is null
   * @throws IllegalArgumentException when there is no such member, or its text cannot be read
   */
  public <T> Optional<T> optional(String name, Function<String, T> parse) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parse, "parse");
    return member(name).isAbsent() ? Optional.empty() : Optional.of(value(name, parse));
  }

  /**
   * A number with all its digits.
   *
   * @param name the member's name
   * @return the number
   * @throws IllegalArgumentException when there is no such member, or it is no number
   */
  public BigDecimal number(String name) {
    Objects.requireNonNull(name, "name");
    return value(name, text -> written(name, text));
  }

  /**
   * A number with all its digits, where there is one.
   *
   * @param name the member's name
   * @return the number, empty where the member is null
   * @throws IllegalArgumentException when there is no such member, or it is no number
   */
  public Optional<BigDecimal> optionalNumber(String name) {
    Objects.requireNonNull(name, "name");
    return optional(name, text -> written(name, text));
  }

  /** Answers are written with all their digits: what came as an exponent is kept as they are. */
  private static BigDecimal written(String name, String text) {
    BigDecimal value = PlainNumber.bounded(name, new BigDecimal(text));
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /**
   * A day, where there is one.
   *
   * @param name the member's name
   * @return the day, empty where the member is null
   * @throws IllegalArgumentException when there is no such member, or it is no day
   */
  public Optional<LocalDate> optionalDay(String name) {
    Objects.requireNonNull(name, "name");
    return optional(name, LocalDate::parse);
  }

  /**
   * Texts in a list.
   *
   * @param name the member's name
   * @return the texts
   * @throws IllegalArgumentException when there is no such member
   */
  public List<String> texts(String name) {
    Objects.requireNonNull(name, "name");
    return member(name).items().stream().map(JsonTree::text).toList();
  }

  /**
   * An object.
   *
   * @param name the member's name
   * @return the object
   * @throws IllegalArgumentException when there is no such member
   */
  public StoredAnswer object(String name) {
    Objects.requireNonNull(name, "name");
    return new StoredAnswer(member(name));
  }

  /**
   * An object, where there is one.
   *
   * @param name the member's name
   * @return the object, empty where the member is null
   * @throws IllegalArgumentException when there is no such member
   */
  public Optional<StoredAnswer> optionalObject(String name) {
    Objects.requireNonNull(name, "name");
    JsonTree member = member(name);
    return member.isAbsent() ? Optional.empty() : Optional.of(new StoredAnswer(member));
  }

  /**
   * Objects in a list.
   *
   * @param name the member's name
   * @return the objects
   * @throws IllegalArgumentException when there is no such member
   */
  public List<StoredAnswer> objects(String name) {
    Objects.requireNonNull(name, "name");
    return member(name).items().stream().map(StoredAnswer::new).toList();
  }
}
