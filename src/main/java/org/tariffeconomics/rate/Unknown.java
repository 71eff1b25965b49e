package org.tariffeconomics.rate;

import java.util.Objects;

/**
 * Why a duty is not told to the last, as a type: what would have to be stated, loaded or read. Each
 * has a sentence for the reader.
 *
 * @since 0.1.0
 */
public sealed interface Unknown {

  /** {@return the reason in words} */
  String sentence();

  /**
   * The same reason in other words.
   *
   * @param other the sentence
   * @return a reason of the same type about the same
   */
  Unknown withSentence(String other);

  /**
   * A quantity is needed that is not stated.
   *
   * @param unit the unit's code
   * @param sentence the reason in words
   */
  record NeedsQuantity(String unit, String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param unit the unit's code
     * @param sentence the reason in words
     */
    public NeedsQuantity {
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new NeedsQuantity(unit, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  /**
   * A fact or content is needed that is not declared, or is declared in another form.
   *
   * @param fact the fact as it is declared, contents with the prefix {@code content:}
   * @param sentence the reason in words
   */
  record NeedsFact(String fact, String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param fact the fact as it is declared, contents with the prefix {@code content:}
     * @param sentence the reason in words
     */
    public NeedsFact {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new NeedsFact(fact, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  /**
   * An exchange rate is needed that is not stated.
   *
   * @param from the code of the currency of the duty
   * @param to the code of the currency of the value
   * @param sentence the reason in words
   */
  record NeedsExchangeRate(String from, String to, String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param from the code of the currency of the duty
     * @param to the code of the currency of the value
     * @param sentence the reason in words
     */
    public NeedsExchangeRate {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new NeedsExchangeRate(from, to, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  /**
   * A rate, list or table is law and is not held here.
   *
   * @param what what is not held
   * @param sentence the reason in words
   */
  record NotBundled(String what, String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param what what is not held
     * @param sentence the reason in words
     */
    public NotBundled {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new NotBundled(what, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  /**
   * A text of the law was not understood.
   *
   * @param text the text, cut where it is long
   * @param sentence the reason in words
   */
  record NotUnderstood(String text, String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param text the text, cut where it is long
     * @param sentence the reason in words
     */
    public NotUnderstood {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new NotUnderstood(text, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  /**
   * The day lies outside the days for which the law is held.
   *
   * @param day the day, ISO 8601
   * @param sentence the reason in words
   */
  record OutsideFacts(String day, String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param day the day, ISO 8601
     * @param sentence the reason in words
     */
    public OutsideFacts {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new OutsideFacts(day, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  /**
   * Something is left open of which every alternative is known: the line below a heading, a fact
   * that is not declared. It bounds the duty.
   *
   * @param fact the fact as it is declared, or {@code line}
   * @param sentence the alternatives in words
   */
  record LeftOpen(String fact, String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param fact the fact as it is declared, or {@code line}
     * @param sentence the alternatives in words
     */
    public LeftOpen {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new LeftOpen(fact, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  /**
   * The import is not allowed.
   *
   * @param measure the id of the measure that prohibits it
   * @param sentence the reason in words
   */
  record Prohibited(String measure, String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param measure the id of the measure that prohibits it
     * @param sentence the reason in words
     */
    public Prohibited {
      Objects.requireNonNull(measure, "measure");
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new Prohibited(measure, other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }

  /**
   * The law as it is held does not say what is charged: measures displace each other in a circle,
   * several steps give a duty each.
   *
   * @param sentence the reason in words
   */
  record Unresolved(String sentence) implements Unknown {

    /**
     * Refuses nulls.
     *
     * @param sentence the reason in words
     */
    public Unresolved {
      Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public Unknown withSentence(String other) {
      Objects.requireNonNull(other, "other");
      return new Unresolved(other);
    }

    /** The sentence. */
    @Override
    public String toString() {
      return sentence;
    }
  }
}
