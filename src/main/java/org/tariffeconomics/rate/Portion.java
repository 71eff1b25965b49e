package org.tariffeconomics.rate;

import java.io.Serializable;
import java.util.Objects;
import org.tariffeconomics.basics.Texts;

/**
 * The part of the customs value that a duty is charged on: all of it, the value of one content
 * (steel, aluminium, copper, …), or all but the value of one content.
 *
 * <p>Contents are shares of the customs value declared with the goods; “US content” is one of them.
 * A duty on the content of a metal <em>covers</em> that content only, so that a programme which
 * yields to it still falls on the rest. A duty on all but the US content covers the whole article:
 * the article is subject to it, even where nothing is payable.
 *
 * @param kind all, one content, or all but one content
 * @param content the content's name in lower case and British spelling ({@code aluminium}), or
 *     {@code US}; empty for all
 * @serial exclude
 * @since 0.1.0
 */
public record Portion(Kind kind, String content) implements Serializable {

  /** The whole customs value. */
  public static final Portion FULL = new Portion(Kind.FULL, "");

  /** The content that is no material: what is of the United States. */
  public static final String US = "US";

  private static final String CONTENT = " content";
  private static final String NON = "non-";
  private static final String FULL_TEXT = "full value";

  /** How a portion is cut. */
  public enum Kind {
    /** The whole customs value. */
    FULL,
    /** The value of one content. */
    CONTENT,
    /** The customs value less the value of one content. */
    ALL_BUT
  }

  /**
   * Creates a portion.
   *
   * @param kind all, one content, or all but one content
   * @param content the content's name in any spelling
   * @throws IllegalArgumentException when a content is missing or stands where none can, or its
   *     name begins with {@code non-}
   */
  public Portion {
    Objects.requireNonNull(kind, "kind");
    content = MaterialNames.canonical(Texts.readable("A content", content));
    if (content.isEmpty() != (kind == Kind.FULL)) {
      throw new IllegalArgumentException(
          "A portion of kind " + kind + " cannot have the content " + Texts.quoted(content));
    }
    if (content.startsWith(NON)) {
      throw new IllegalArgumentException(
          "A content's name must not begin with 'non-', but was "
              + Texts.quoted(content)
              + ": use Portion.allBut");
    }
  }

  /**
   * The value of one content.
   *
   * @param content for example {@code steel}
   * @return the portion
   */
  public static Portion contentOf(String content) {
    Objects.requireNonNull(content, "content");
    return new Portion(Kind.CONTENT, content);
  }

  /**
   * The customs value less the value of one content.
   *
   * @param content for example {@code US}
   * @return the portion
   */
  public static Portion allBut(String content) {
    Objects.requireNonNull(content, "content");
    return new Portion(Kind.ALL_BUT, content);
  }

  /**
   * Reads {@code full value}, {@code steel content} or {@code non-US content}.
   *
   * @param text the text
   * @return the portion
   * @throws IllegalArgumentException when it is none of the three
   */
  public static Portion parse(String text) {
    Objects.requireNonNull(text, "text");
    String trimmed = RateForm.tidy(Texts.readable("A portion", text));
    if (trimmed.equals(FULL_TEXT)) {
      return FULL;
    }
    if (!trimmed.endsWith(CONTENT)) {
      throw new IllegalArgumentException(
          "A portion must be 'full value', 'X content' or 'non-X content', but was "
              + Texts.quoted(text));
    }
    String name = trimmed.substring(0, trimmed.length() - CONTENT.length()).stripTrailing();
    return name.regionMatches(true, 0, NON, 0, NON.length())
        ? allBut(name.substring(NON.length()))
        : contentOf(name);
  }

  /**
   * Names of contents are compared in lower case and in one spelling: {@code aluminum} is {@code
   * aluminium}; the US keeps its usual spelling.
   */
  static String canonical(String content) {
    return MaterialNames.canonical(content);
  }

  /** The text form that {@link #parse} reads back. */
  @Override
  public String toString() {
    if (kind == Kind.FULL) {
      return FULL_TEXT;
    }
    return (kind == Kind.ALL_BUT ? NON : "") + content + CONTENT;
  }
}
