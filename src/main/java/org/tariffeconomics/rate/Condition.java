package org.tariffeconomics.rate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Texts;

/**
 * What a measure asks of the declaration that comes with the goods, typed when it is read.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><th>text</th><th>kind</th><th>not declared</th></tr>
 * <tr><td>{@code claim=USMCA}, {@code claim!=USMCA}</td><td>{@link Claim}: the preference is
 * claimed</td><td>not claimed</td></tr>
 * <tr><td>{@code claim=*}, {@code claim!=*}</td><td>{@link Claim}: some preference that exists for
 * the goods is claimed, or none</td><td>none claimed</td></tr>
 * <tr><td>{@code content:US>=0.2}</td><td>{@link Content}: a share of the value</td>
 * <td>open</td></tr>
 * <tr><td>{@code quota:UK autos=in}</td><td>{@link Quota}: {@code in} or {@code out}</td>
 * <td>open</td></tr>
 * <tr><td>{@code additional code=C490}</td><td>{@link Code}</td><td>open</td></tr>
 * <tr><td>{@code certificates=N954 or U110}</td><td>{@link Document}: one of them comes with the
 * goods</td><td>open; of a preference that is claimed, there</td></tr>
 * <tr><td>{@code unit value:beef<0.65}</td><td>{@link Numeric}</td><td>open</td></tr>
 * <tr><td>{@code age>=25}</td><td>{@link Numeric}</td><td>open</td></tr>
 * <tr><td>{@code loaded<2025-08-07}</td><td>{@link Day}</td><td>open</td></tr>
 * <tr><td>{@code metal origin=GB}</td><td>{@link Origin}: a country</td><td>open</td></tr>
 * <tr><td>{@code end use=yes}</td><td>{@link Word}</td><td>open</td></tr>
 * <tr><td>{@code civil aircraft=yes}, {@code goods:etrogs=yes}, {@code weight:steel>=0.15}</td>
 * <td>{@link Word}, {@link Numeric}: what the goods are</td><td>open</td></tr>
 * <tr><td>{@code status:suspension lapsed=yes}</td><td>{@link Word}: a state of the law that is not
 * known here</td><td>open</td></tr>
 * </table>
 *
 * <p>A fact that is declared in another form than the condition's (an age of {@code 9 years}, a day
 * that could be two) is <em>unknown</em>: never met, and never quietly not met. So is a word of
 * {@code mode}, {@code vehicle}, {@code certified part}, {@code chip use} and {@code exclusion}
 * that is none of the words of that fact. Names and values that hold a sign of comparison, a quote,
 * a {@code ;} or blanks around them are written in double quotes.
 *
 * @since 0.1.0
 */
public sealed interface Condition extends Serializable {

  /**
   * The price of the goods by which a safeguard of tiers is chosen: a prefix of a fact's name. The
   * name that follows is of the safeguard, or of a unit ({@code unit value:kg}): then it is the
   * customs value in the money of the territory per that unit, and an assessment with a value and a
   * quantity works it out.
   */
  String UNIT_VALUE = "unit value:";

  /** A prefix of the names of facts about quotas. */
  String QUOTA = "quota:";

  /** A prefix of the names of contents. */
  String CONTENT = "content:";

  /** The code by which the duty of a producer is chosen: a fact's name. */
  String ADDITIONAL_CODE = "additional code";

  /** The name under which preferences are claimed. */
  String CLAIM = "claim";

  /** {@return the name of what is asked about, for example {@code age} or {@code content:US}} */
  String subject();

  /** {@return how what is declared is compared} */
  Operator operator();

  /** {@return what it is compared with, as text} */
  String value();

  /**
   * What a declaration says about the condition.
   *
   * @param facts the declaration
   * @return the answer
   */
  Answer test(DeclaredFacts facts);

  /** {@return the values that may be declared, in words: {@code in or out}, {@code a number}} */
  String asksFor();

  /** A comparison. */
  enum Operator {
    /** The same. */
    EQUAL("="),
    /** Another. */
    NOT_EQUAL("!="),
    /** Not less. */
    AT_LEAST(">="),
    /** More. */
    MORE(">"),
    /** Not more. */
    AT_MOST("<="),
    /** Less. */
    LESS("<");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** {@return the sign as conditions are written} */
    public String sign() {
      return sign;
    }

    private boolean isEquality() {
      return this == EQUAL || this == NOT_EQUAL;
    }

    /** Whether a value that compares so with another one meets “value operator other”. */
    boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case NOT_EQUAL -> comparison != 0;
        case AT_LEAST -> comparison >= 0;
        case MORE -> comparison > 0;
        case AT_MOST -> comparison <= 0;
        case LESS -> comparison < 0;
      };
    }
  }

  /** Whether a condition is met. */
  enum Truth {
    /** It is met. */
    MET,
    /** It is not met. */
    NOT_MET,
    /** Nothing is declared that it could be tested on: it may be met or not. */
    UNDECLARED,
    /** What is declared was not understood. */
    UNDETERMINED
  }

  /**
   * A truth with its reason.
   *
   * @param truth whether the condition is met
   * @param reason what to declare, where it is neither met nor not met; else empty
   */
  record Answer(Truth truth, String reason) {

    /**
     * Refuses nulls.
     *
     * @param truth whether the condition is met
     * @param reason what to declare, where it is neither met nor not met; else empty
     */
    public Answer {
      Objects.requireNonNull(truth, "truth");
      Objects.requireNonNull(reason, "reason");
    }

    /** The answer of a condition that is met. */
    public static final Answer MET = new Answer(Truth.MET, "");

    private static final Answer NOT_MET = new Answer(Truth.NOT_MET, "");

    private static Answer of(boolean holds) {
      return holds ? MET : NOT_MET;
    }

    private static Answer undetermined(String reason) {
      return new Answer(Truth.UNDETERMINED, reason);
    }
  }

  /**
   * A preference is claimed, or is not.
   *
   * @param operator equal or not equal
   * @param programme the preference; {@value #ANY} for whichever
   * @serial exclude
   */
  record Claim(Operator operator, String programme) implements Condition {

    /** Stands for every preference. */
    public static final String ANY = "*";

    /**
     * Refuses to order claims, and a claim to nothing.
     *
     * @param operator equal or not equal
     * @param programme the preference; {@value #ANY} for whichever
     */
    public Claim {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(programme, "programme");
      requireEquality(CLAIM, operator, programme);
      requireText(CLAIM, programme);
    }

    @Override
    public String subject() {
      return CLAIM;
    }

    @Override
    public String value() {
      return programme;
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      boolean claimed = isAny() ? !facts.claims().isEmpty() : facts.claims(programme);
      return Answer.of(operator.holds(claimed ? 0 : 1));
    }

    /** {@return whether it is about every preference, not a named one} */
    @JsonIgnore
    public boolean isAny() {
      return programme.equals(ANY);
    }

    @Override
    public String asksFor() {
      return isAny() ? "any preference" : programme;
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * The share of a content in the customs value, compared.
   *
   * @param content the content, for example {@code US} or {@code steel}
   * @param operator the comparison
   * @param share a fraction
   * @serial exclude
   */
  record Content(String content, Operator operator, BigDecimal share) implements Condition {

    /**
     * Writes the content in its one spelling.
     *
     * @param content the content, for example {@code US} or {@code steel}
     * @param operator the comparison
     * @param share a fraction
     */
    public Content {
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(share, "share");
      content = Portion.canonical(content);
      requireText("content", content);
      share = plain(share);
    }

    @Override
    public String subject() {
      return CONTENT + content;
    }

    @Override
    public String value() {
      return share.toPlainString();
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      return facts
          .content(content)
          .map(declared -> Answer.of(operator.holds(declared.compareTo(share))))
          .orElseGet(() -> undeclared(this));
    }

    @Override
    public String asksFor() {
      return "a fraction from 0 to 1";
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * The goods enter within a quota, or outside of it.
   *
   * @param quota the quota's name
   * @param operator equal or not equal
   * @param in whether the condition names the inside of the quota
   * @serial exclude
   */
  record Quota(String quota, Operator operator, boolean in) implements Condition {

    /**
     * Refuses to order the two sides of a quota.
     *
     * @param quota the quota's name
     * @param operator equal or not equal
     * @param in whether the condition names the inside of the quota
     */
    public Quota {
      Objects.requireNonNull(quota, "quota");
      Objects.requireNonNull(operator, "operator");
      requireEquality(QUOTA + quota, operator, side(in));
      requireText("quota", quota);
    }

    private static String side(boolean in) {
      return in ? "in" : "out";
    }

    @Override
    public String subject() {
      return QUOTA + quota;
    }

    @Override
    public String value() {
      return side(in);
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      Optional<String> declared = facts.fact(subject());
      if (declared.isEmpty()) {
        return undeclared(this);
      }
      return switch (declared.get().toLowerCase(Locale.ROOT)) {
        case "in" -> Answer.of(operator.holds(in ? 0 : 1));
        case "out" -> Answer.of(operator.holds(in ? 1 : 0));
        default -> notUnderstood(this, declared.get());
      };
    }

    @Override
    public String asksFor() {
      return "in or out";
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * The additional code that the goods are declared under.
   *
   * @param operator equal or not equal
   * @param code the code
   * @serial exclude
   */
  record Code(Operator operator, String code) implements Condition {

    /**
     * Refuses to order codes.
     *
     * @param operator equal or not equal
     * @param code the code
     */
    public Code {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(code, "code");
      requireEquality(ADDITIONAL_CODE, operator, code);
      requireText(ADDITIONAL_CODE, code);
    }

    @Override
    public String subject() {
      return ADDITIONAL_CODE;
    }

    @Override
    public String value() {
      return code;
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      return facts
          .fact(ADDITIONAL_CODE)
          .map(declared -> Answer.of(operator.holds(isAmong(declared) ? 0 : 1)))
          .orElseGet(() -> undeclared(this));
    }

    /**
     * Goods may be declared under several codes, with commas or blanks between them, in any case.
     */
    private boolean isAmong(String declared) {
      return Arrays.stream(declared.split("[ ,]+", -1)).anyMatch(code::equalsIgnoreCase);
    }

    @Override
    public String asksFor() {
      return "a code such as " + code;
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * One of some documents comes with the goods, or none of them does. They are declared as the fact
   * {@code certificates}, a list such as {@code D-008, N-990}, or {@code none}.
   *
   * @param operator equal or not equal
   * @param documents the documents of which one is enough, in capitals without hyphens
   * @serial exclude
   */
  record Document(Operator operator, List<String> documents) implements Condition {

    private static final String OR = " or ";

    /**
     * Refuses to order documents.
     *
     * @param operator equal or not equal
     * @param documents the documents of which one is enough, capital letters, digits and hyphens
     * @throws IllegalArgumentException when there is no document, or one is written in another way
     */
    public Document {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(documents, "documents");
      documents = documents.stream().map(Document::plain).distinct().sorted().toList();
      requireEquality(ConditionLadder.CERTIFICATES, operator, String.join(OR, documents));
      if (documents.isEmpty() || !documents.stream().allMatch(each -> each.matches("[A-Z0-9]+"))) {
        throw new IllegalArgumentException(
            "'"
                + ConditionLadder.CERTIFICATES
                + "' is compared with documents such as N954 or U110, but was compared with "
                + Texts.quoted(String.join(OR, documents)));
      }
    }

    static Document parse(Operator operator, String value) {
      return new Document(operator, Arrays.asList(value.split(OR, -1)));
    }

    private static String plain(String document) {
      return ConditionLadder.plain(document.strip());
    }

    @Override
    public String subject() {
      return ConditionLadder.CERTIFICATES;
    }

    @Override
    public String value() {
      return String.join(OR, documents);
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      return facts
          .fact(subject())
          .map(ConditionLadder::held)
          .map(
              held ->
                  Answer.of(operator.holds(documents.stream().anyMatch(held::contains) ? 0 : 1)))
          .orElseGet(() -> undeclared(this));
    }

    @Override
    public String asksFor() {
      return "documents such as " + documents.get(0) + ", or none";
    }

    /** Whether no goods meet both: what comes with one of the documents does not come with none. */
    boolean isDisjointFrom(Document other) {
      return operator != other.operator
          && (operator == Operator.EQUAL
              ? other.documents.containsAll(documents)
              : documents.containsAll(other.documents));
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * A declared number, compared: an age in years, a unit value. Numbers between limits may be
   * declared in the words of {@link FactAlternative#words}: {@code 1.7 or more}, {@code from 0.3 to
   * below 0.5}; where some of them meet the condition and others do not, it is unknown. {@code
   * above all tiers} is more than every number that a condition names.
   *
   * @param name the fact's name
   * @param operator the comparison
   * @param number the number
   * @serial exclude
   */
  record Numeric(String name, Operator operator, BigDecimal number) implements Condition {

    /**
     * Keeps the number without superfluous zeros.
     *
     * @param name the fact's name
     * @param operator the comparison
     * @param number the number
     */
    public Numeric {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(number, "number");
      requireFact(name);
      requireNoDay(name);
      number = plain(number);
    }

    @Override
    public String subject() {
      return name;
    }

    @Override
    public String value() {
      return number.toPlainString();
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      Optional<String> declared = facts.fact(name);
      if (declared.isEmpty()) {
        return facts
            .limitsOf(name)
            .flatMap(others -> others.holds(operator, number))
            .map(Answer::of)
            .orElseGet(() -> undeclared(this));
      }
      return PlainNumber.read(declared.get())
          .map(value -> operator.holds(value.compareTo(number)))
          .or(() -> NumberStretch.read(declared.get()).flatMap(s -> s.holds(operator, number)))
          .map(Answer::of)
          .orElseGet(() -> notUnderstood(this, declared.get()));
    }

    @Override
    public String asksFor() {
      return "a number such as " + value();
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * A declared day, compared. It is declared as {@link DayText} reads days; one that could be two
   * is unknown. The day of loading ({@code loaded}) and of export ({@code exported}) are not after
   * the day of entry.
   *
   * @param name the fact's name
   * @param operator the comparison
   * @param day the day
   * @serial exclude
   */
  record Day(String name, Operator operator, LocalDate day) implements Condition {

    /**
     * Refuses the name of something else.
     *
     * @param name the fact's name
     * @param operator the comparison
     * @param day the day
     */
    public Day {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(day, "day");
      requireFact(name);
    }

    @Override
    public String subject() {
      return name;
    }

    @Override
    public String value() {
      return day.toString();
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      Optional<String> declared = facts.fact(name);
      if (declared.isEmpty()) {
        return undeclared(this);
      }
      return declared(declared.get())
          .map(value -> Answer.of(operator.holds(value.compareTo(day))))
          .orElseGet(
              () -> twoDays(declared.get()).orElseGet(() -> notUnderstood(this, declared.get())));
    }

    /**
     * The first day of entry on which goods may be declared either way: those that enter before can
     * only have been loaded or exported before.
     *
     * @return the day, the earliest of all where the day of entry limits nothing
     */
    public LocalDate openFrom() {
      if (!GoodsFacts.isBeforeEntry(name)) {
        return LocalDate.MIN;
      }
      boolean fromTheDayOn = operator == Operator.LESS || operator == Operator.AT_LEAST;
      return fromTheDayOn || day.equals(LocalDate.MAX) ? day : day.plusDays(1);
    }

    /** What to write in place of a day that is none or could be two. */
    private Optional<Answer> twoDays(String declared) {
      try {
        DayText.find("the declared '" + Texts.shortened(name) + "'", declared);
        return Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.of(Answer.undetermined(String.valueOf(e.getMessage())));
      }
    }

    /** The day that is declared; empty where the text is none, or could be two. */
    static Optional<LocalDate> declared(String text) {
      try {
        return Optional.of(DayText.parse(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    @Override
    public String asksFor() {
      return "a day such as " + day;
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * A declared country, compared: where a metal was smelted, where goods were poured.
   *
   * @param name the fact's name
   * @param operator equal or not equal
   * @param country the country
   * @serial exclude
   */
  record Origin(String name, Operator operator, Country country) implements Condition {

    /**
     * Refuses to order countries.
     *
     * @param name the fact's name
     * @param operator equal or not equal
     * @param country the country
     */
    public Origin {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(country, "country");
      requireFact(name);
      requireNoDay(name);
      requireEquality(name, operator, country.alpha2());
    }

    @Override
    public String subject() {
      return name;
    }

    @Override
    public String value() {
      return country.alpha2();
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      Optional<String> declared = facts.fact(name);
      if (declared.isEmpty()) {
        return undeclared(this);
      }
      return Country.find(declared.get())
          .map(value -> Answer.of(operator.holds(value.equals(country) ? 0 : 1)))
          .orElseGet(() -> notUnderstood(this, declared.get()));
    }

    @Override
    public String asksFor() {
      return "a country such as " + country.alpha2();
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * A declared word, compared; {@code yes} and {@code no} are each other's opposite and the only
   * answers to their question.
   *
   * @param name the fact's name
   * @param operator equal or not equal
   * @param word the word
   * @serial exclude
   */
  record Word(String name, Operator operator, String word) implements Condition {

    /**
     * Refuses to order words, and a word that would be read back as something else.
     *
     * @param name the fact's name
     * @param operator equal or not equal
     * @param word the word
     */
    public Word {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(word, "word");
      requireFact(name);
      requireNoDay(name);
      requireEquality(name, operator, word);
      requireText(name, word);
      ConditionText.requireWord(name, word);
      word = isFlag(word) ? word.toLowerCase(Locale.ROOT) : word;
    }

    @Override
    public String subject() {
      return name;
    }

    @Override
    public String value() {
      return word;
    }

    private boolean isFlag() {
      return isFlag(word);
    }

    private static boolean isFlag(String word) {
      return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("no");
    }

    @Override
    public Answer test(DeclaredFacts facts) {
      Objects.requireNonNull(facts, "facts");
      Optional<String> declared = facts.fact(name);
      if (declared.isEmpty()) {
        return undeclared(this);
      }
      if (!isFlag() || FactWords.areKnown(name)) {
        return FactWords.understood(name, declared.get())
            .map(said -> Answer.of(operator.holds(said.equals(word) ? 0 : 1)))
            .orElseGet(() -> otherWord(declared.get()));
      }
      return switch (declared.get().toLowerCase(Locale.ROOT)) {
        case "yes" -> Answer.of(operator.holds(word.equals("yes") ? 0 : 1));
        case "no" -> Answer.of(operator.holds(word.equals("no") ? 0 : 1));
        default -> notUnderstood(this, declared.get());
      };
    }

    /** A word of nobody's else, which this very condition may name. */
    private Answer otherWord(String declared) {
      return declared.equals(word) ? Answer.of(operator.holds(0)) : notUnderstood(this, declared);
    }

    @Override
    public String asksFor() {
      if (FactWords.areKnown(name)) {
        return FactWords.asked(name);
      }
      return isFlag() ? "yes or no" : "a word such as " + word;
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /**
   * Reads a condition; its kind follows from the name and from the form of the value.
   *
   * @param text a condition as in the table above
   * @return the condition
   * @throws IllegalArgumentException when the text compares nothing, compares a content with no
   *     fraction, a quota with another word than {@code in} or {@code out}, or orders words
   */
  static Condition parse(String text) {
    Objects.requireNonNull(text, "text");
    return ConditionText.parse(text);
  }

  /**
   * Whether no declaration meets both this condition and another, so that measures with one each
   * never compete.
   *
   * @param other another condition
   * @return true where both are about the same thing and cannot hold together
   */
  default boolean excludes(Condition other) {
    Objects.requireNonNull(other, "other");
    return subject().equals(other.subject()) && ConditionText.areDisjoint(this, other);
  }

  private static String text(Condition condition) {
    return QuotedText.name(condition.subject())
        + condition.operator().sign()
        + QuotedText.value(condition.value());
  }

  private static void requireEquality(String subject, Operator operator, String value) {
    if (!operator.isEquality()) {
      throw new IllegalArgumentException(
          "'"
              + Texts.shortened(subject)
              + "' can only be compared by = or !=, but was compared by "
              + operator.sign()
              + " with "
              + Texts.quoted(value));
    }
  }

  private static void requireText(String what, String text) {
    if (text.isBlank() || !text.equals(text.strip())) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " must be a word without blanks around it, but was "
              + Texts.quoted(text));
    }
  }

  private static void requireFact(String name) {
    requireText("name of a fact", name);
    if (List.of(CLAIM, ADDITIONAL_CODE, ConditionLadder.CERTIFICATES).contains(name)
        || name.startsWith(CONTENT)
        || name.startsWith(QUOTA)) {
      throw new IllegalArgumentException(
          "'" + name + "' has a kind of condition of its own: use Condition.parse");
    }
  }

  private static void requireNoDay(String name) {
    if (GoodsFacts.isBeforeEntry(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is a day and must be compared with one, as in " + name + "<2025-08-07");
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    return PlainNumber.plain(PlainNumber.bounded("The number of a condition", number));
  }

  private static Answer undeclared(Condition condition) {
    return new Answer(
        Truth.UNDECLARED, "declare '" + condition.subject() + "' (" + condition.asksFor() + ")");
  }

  private static Answer notUnderstood(Condition condition, String declared) {
    return Answer.undetermined(
        "the declared '"
            + Texts.shortened(condition.subject())
            + "' must be "
            + condition.asksFor()
            + ", but was "
            + Texts.quoted(declared));
  }
}
