package org.tariffeconomics.rate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;

/**
 * What an importer declares with the goods besides line, origin and value: the preferences claimed,
 * the shares of contents in the value, and other facts by name.
 *
 * <p>What is not declared is not known. A relief that depends on a fact (an old car, an approved US
 * content, a preference) is not granted when the fact is not declared, as at a customs office; a
 * duty that cannot be computed without it (the value of the steel in a derivative, the quota
 * status) is undetermined.
 *
 * <p>The text form lists items by {@code ;}: {@code claim=KORUS; content:steel=0.6; quota:UK
 * autos=in; age=30; loaded=2025-08-01}. It is lossless: a name or value that holds a {@code ;}, a
 * quote, a line break or blanks around it is written in double quotes, so that no value can become
 * a second item. Two declarations are equal when they declare the same.
 *
 * @serial exclude
 * @since 0.1.0
 */
public final class DeclaredFacts implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private static final DeclaredFacts NONE =
      new DeclaredFacts(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());

  /** What one claims to say that no preference is claimed, whatever others usually claim. */
  private static final String NOTHING = "nothing";

  private final Set<String> claims;
  private final Map<String, BigDecimal> contents;
  private final Map<String, String> facts;

  /** Asked for whenever a law looks up what it has resolved before. */
  private final int hash;

  /** Found when first asked for; whoever finds it twice finds the same. */
  private transient volatile @Nullable Consistency consistency;

  private DeclaredFacts(
      Set<String> claims, Map<String, BigDecimal> contents, Map<String, String> facts) {
    this.claims = claims;
    this.contents = contents;
    this.facts = facts;
    this.hash = Objects.hash(claims, contents, facts);
  }

  /**
   * Nothing declared.
   *
   * @return the empty declaration
   */
  public static DeclaredFacts none() {
    return NONE;
  }

  /**
   * A declaration that claims one preference.
   *
   * @param preference the programme's name, e.g. {@code KORUS}
   * @return the declaration
   */
  public static DeclaredFacts claiming(String preference) {
    Objects.requireNonNull(preference, "preference");
    return NONE.withClaim(preference);
  }

  /**
   * Reads the text form.
   *
   * @param text items by {@code ;}, may be empty
   * @return the declaration
   * @throws IllegalArgumentException when an item has no {@code =} or a share is not within 0…1
   */
  public static DeclaredFacts parse(String text) {
    Objects.requireNonNull(text, "text");
    Texts.readable("A declaration", text);
    QuotedText.requireClosed(text);
    DeclaredFacts facts = NONE;
    int from = 0;
    while (from <= text.length()) {
      int end = QuotedText.indexOf(text, ";", from);
      String item = text.substring(from, end < 0 ? text.length() : end);
      if (!item.isBlank()) {
        facts = facts.withItem(item.strip());
      }
      from = end < 0 ? text.length() + 1 : end + 1;
    }
    return facts;
  }

  private DeclaredFacts withItem(String item) {
    int at = QuotedText.indexOf(item, "=", 0);
    if (at < 1) {
      throw new IllegalArgumentException(
          "A declared fact must read 'name=value', such as content:US=40% or claim=KORUS, but was "
              + Texts.quoted(item));
    }
    String name = QuotedText.unquoted(item.substring(0, at));
    String value = QuotedText.unquoted(item.substring(at + 1));
    if (name.equals(Condition.CLAIM)) {
      return withClaim(value);
    }
    DeclaredFacts more = withNamed(name, value);
    if (more.names().size() == names().size() && !more.equals(this)) {
      throw new IllegalArgumentException(
          "A declaration must say one thing of "
              + Texts.quoted(name)
              + ", but said "
              + Texts.quoted(value)
              + " besides "
              + Texts.quoted(toString()));
    }
    return more;
  }

  private DeclaredFacts withNamed(String name, String value) {
    return name.startsWith(Condition.CONTENT)
        ? withContent(name.substring(Condition.CONTENT.length()), value)
        : withFact(name, value);
  }

  /**
   * The same declaration with one more claim to a preference.
   *
   * @param preference the programme's name; {@code nothing} says that none is claimed, so that no
   *     usual claim is added by {@link #and}
   * @return a new declaration
   * @throws IllegalArgumentException when nothing and something would be claimed
   */
  public DeclaredFacts withClaim(String preference) {
    Objects.requireNonNull(preference, "preference");
    Set<String> more = new TreeSet<>(claims);
    more.add(named("preference claimed", preference));
    if (more.contains(NOTHING) && more.size() > 1) {
      throw new IllegalArgumentException(
          "A declaration must claim nothing or something, but was to claim "
              + Texts.quoted(String.join(", ", more)));
    }
    return new DeclaredFacts(more, contents, facts);
  }

  /**
   * The same declaration with the share of one content.
   *
   * @param content the content, e.g. {@code steel} or {@code US}
   * @param share its share of the customs value, a fraction within 0…1
   * @return a new declaration
   * @throws IllegalArgumentException when the share, or the shares of all materials together, are
   *     not within 0…1
   */
  public DeclaredFacts withContent(String content, String share) {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(share, "share");
    return withContent(content, share(content, share));
  }

  /** A fraction, or the same with its percent sign; a bare 60 could be either, and is refused. */
  private static BigDecimal share(String content, String text) {
    if (text.strip().endsWith("%")) {
      return Rate.parse(text).fraction();
    }
    return PlainNumber.read(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The content of "
                        + Texts.shortened(content)
                        + " must be a fraction such as '0.6' or '60%', but was "
                        + Texts.quoted(text)));
  }

  /**
   * The same declaration with the share of one content.
   *
   * @param content the content, e.g. {@code steel} or {@code US}
   * @param share its share of the customs value, a fraction within 0…1
   * @return a new declaration
   * @throws IllegalArgumentException when the share, or the shares of all materials together, are
   *     not within 0…1
   */
  public DeclaredFacts withContent(String content, BigDecimal share) {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(share, "share");
    String name = named("content", Portion.canonical(content));
    requireShare(name, PlainNumber.bounded("The content of " + name, share));
    Map<String, BigDecimal> more = new TreeMap<>(contents);
    more.put(name, share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros());
    requireShare("all materials together", materialsTotal(more));
    return new DeclaredFacts(claims, more, facts);
  }

  private static void requireShare(String what, BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The content of "
              + what
              + " must be within 0 and 1, but was "
              + Texts.shortened(share.toString()));
    }
  }

  /** The US content is no material: it cuts the value the other way. */
  private static BigDecimal materialsTotal(Map<String, BigDecimal> contents) {
    return contents.entrySet().stream()
        .filter(e -> !e.getKey().equals(Portion.US))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * The same declaration with one more fact.
   *
   * @param name the fact's name, e.g. {@code quota:UK autos}, {@code age}, {@code loaded}
   * @param value its value as text
   * @return a new declaration
   * @throws IllegalArgumentException when the name is blank, or that of a claim or a content
   */
  public DeclaredFacts withFact(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    String fact = GoodsFacts.canonical(named("fact", name));
    if (fact.equals(Condition.CLAIM) || fact.startsWith(Condition.CONTENT)) {
      throw new IllegalArgumentException(
          Texts.quoted(fact)
              + " is no fact of its own: use withClaim for claims and withContent for contents");
    }
    Map<String, String> more = new TreeMap<>(facts);
    more.put(fact, value.strip());
    return new DeclaredFacts(claims, contents, more);
  }

  private static String named(String what, String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("The name of a " + what + " must not be blank");
    }
    return stripped;
  }

  /**
   * Both declarations together; where both speak of the same thing, the other one is kept.
   *
   * @param other the declaration that rules
   * @return a new declaration
   * @throws IllegalArgumentException when the contents of both together are more than the whole
   */
  public DeclaredFacts and(DeclaredFacts other) {
    Objects.requireNonNull(other, "other");
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    Set<String> allClaims = new TreeSet<>(other.claims.contains(NOTHING) ? Set.of() : claims);
    if (!other.claims.isEmpty()) {
      allClaims.remove(NOTHING);
    }
    allClaims.addAll(other.claims);
    Map<String, BigDecimal> allContents = new TreeMap<>(contents);
    allContents.putAll(other.contents);
    Map<String, String> allFacts = new TreeMap<>(facts);
    allFacts.putAll(other.facts);
    requireShare("all materials together", materialsTotal(allContents));
    return new DeclaredFacts(allClaims, allContents, allFacts);
  }

  /**
   * The part of a declaration that concerns some facts and contents; claims are none of them.
   *
   * @param names the facts, contents with the prefix {@code content:}
   * @return a declaration of no more than them
   */
  public DeclaredFacts only(Set<String> names) {
    Objects.requireNonNull(names, "names");
    Map<String, BigDecimal> someContents = new TreeMap<>(contents);
    someContents.keySet().removeIf(name -> !names.contains(Condition.CONTENT + name));
    Map<String, String> someFacts = new TreeMap<>(facts);
    someFacts.keySet().retainAll(names);
    return someContents.isEmpty() && someFacts.isEmpty()
        ? NONE
        : new DeclaredFacts(new TreeSet<>(), someContents, someFacts);
  }

  /**
   * Whether a preference is claimed.
   *
   * @param preference the programme's name
   * @return true when it is
   */
  public boolean claims(String preference) {
    Objects.requireNonNull(preference, "preference");
    return claims.contains(preference) || claims.stream().anyMatch(preference::equalsIgnoreCase);
  }

  /** {@return the preferences claimed, in order: their names} */
  public List<String> claims() {
    return claims.isEmpty() ? List.of() : claims.stream().filter(c -> !c.equals(NOTHING)).toList();
  }

  /**
   * The declared share of one content.
   *
   * @param content the content's name
   * @return the share as a fraction of the customs value; empty where none is declared
   */
  public Optional<BigDecimal> content(String content) {
    Objects.requireNonNull(content, "content");
    BigDecimal share = contents.get(content);
    return share != null || contents.isEmpty()
        ? Optional.ofNullable(share)
        : Optional.ofNullable(contents.get(Portion.canonical(content)));
  }

  /**
   * A declared fact, or what others say of it: the weights of several metals are added up for
   * {@code weight:aluminium+steel}, and {@code metal origin} answers {@code melted:GB}.
   *
   * @param name the fact's name
   * @return its value; empty where none is declared
   */
  public Optional<String> fact(String name) {
    Objects.requireNonNull(name, "name");
    String value = facts.get(name);
    if (value != null || facts.isEmpty()) {
      return Optional.ofNullable(value);
    }
    String canonical = GoodsFacts.canonical(name);
    return Optional.ofNullable(facts.get(canonical))
        .or(() -> GoodsFacts.otherwise(canonical, facts::get));
  }

  /**
   * What contradicts itself in the declaration: a negative age or price, a share of the weight
   * above one, shares of the weight or of where a metal was melted that cannot be of one whole.
   *
   * @return the contradiction in words; empty where there is none
   */
  public Optional<String> contradiction() {
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    return consistency().contradiction();
  }

  /**
   * What the declaration contradicts of goods that enter on a day: besides {@link
   * #contradiction()}, that they were loaded or exported after they entered.
   *
   * @param entry the day of entry
   * @return the contradiction in words; empty where there is none
   */
  public Optional<String> contradiction(LocalDate entry) {
    Objects.requireNonNull(entry, "entry");
    return contradiction()
        .or(
            () ->
                facts.isEmpty()
                    ? Optional.empty()
                    : consistency().daysBeforeEntry().entrySet().stream()
                        .filter(each -> each.getValue().isAfter(entry))
                        .map(
                            each ->
                                each.getKey()
                                    + " must not be after the day of entry, "
                                    + entry
                                    + ", but was "
                                    + each.getValue())
                        .findFirst());
  }

  private Consistency consistency() {
    Consistency found = consistency;
    if (found == null) {
      found = new Consistency(GoodsFacts.contradiction(facts), GoodsFacts.daysBeforeEntry(facts));
      consistency = found;
    }
    return found;
  }

  /**
   * What the facts declared say of each other and of the day of entry.
   *
   * @serial exclude
   */
  private record Consistency(
      Optional<String> contradiction, Map<String, LocalDate> daysBeforeEntry) {}

  /**
   * Whether other facts leave a fact that is not declared not any value: of a share, what others of
   * the same whole leave.
   *
   * @param name the fact's name
   * @return true where some values are excluded
   */
  public boolean limits(String name) {
    Objects.requireNonNull(name, "name");
    return limitsOf(name).isPresent();
  }

  Optional<NumberStretch> limitsOf(String name) {
    return facts.isEmpty()
        ? Optional.empty()
        : GoodsFacts.limits(GoodsFacts.canonical(name), facts);
  }

  /**
   * Whether another declaration can be made of the same goods.
   *
   * @param other what may be declared besides; its share of a content counts in place of this one's
   * @return false where the materials together would exceed the value
   */
  public boolean fits(DeclaredFacts other) {
    Objects.requireNonNull(other, "other");
    Map<String, BigDecimal> all = new TreeMap<>(contents);
    all.putAll(other.contents);
    return materialsTotal(all).compareTo(BigDecimal.ONE) <= 0;
  }

  /**
   * {@return the names of the facts and contents declared, contents with their prefix, in order}
   */
  public List<String> names() {
    return Stream.concat(
            contents.keySet().stream().map(name -> Condition.CONTENT + name),
            facts.keySet().stream())
        .toList();
  }

  /**
   * The same declaration without a fact or content.
   *
   * @param name the fact, a content with the prefix {@code content:}
   * @return the rest, the claims included
   */
  public DeclaredFacts without(String name) {
    Objects.requireNonNull(name, "name");
    Map<String, BigDecimal> restContents = new TreeMap<>(contents);
    restContents.keySet().removeIf(each -> name.equals(Condition.CONTENT + each));
    Map<String, String> restFacts = new TreeMap<>(facts);
    restFacts.remove(name);
    return new DeclaredFacts(claims, restContents, restFacts);
  }

  /** {@return the share of all declared materials together, from 0 to 1; the US content is none} */
  public BigDecimal materials() {
    return materialsTotal(contents);
  }

  /** {@return whether nothing is declared} */
  @JsonIgnore
  public boolean isEmpty() {
    return claims.isEmpty() && contents.isEmpty() && facts.isEmpty();
  }

  /** {@return the names of the facts declared besides claims and contents, in order} */
  public List<String> factNames() {
    return List.copyOf(facts.keySet());
  }

  /** {@return the names of the contents declared, in order} */
  public List<String> contentNames() {
    return List.copyOf(contents.keySet());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DeclaredFacts that
            && hash == that.hash
            && claims.equals(that.claims)
            && contents.equals(that.contents)
            && facts.equals(that.facts));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The text form that {@link #parse} reads back. */
  @Override
  public String toString() {
    StringJoiner items = new StringJoiner("; ");
    claims.forEach(c -> items.add(item(Condition.CLAIM, c)));
    contents.forEach((c, s) -> items.add(item(Condition.CONTENT + c, s.toPlainString())));
    facts.forEach((f, v) -> items.add(item(f, v)));
    return items.toString();
  }

  private static String item(String name, String value) {
    return QuotedText.name(name) + "=" + QuotedText.value(value);
  }

  /**
   * Its text, which is written in its place.
   *
   * @serial exclude
   */
  private record TextForm(String text) implements Serializable {

    @Serial
    private Object readResolve() throws InvalidObjectException {
      try {
        return parse(text);
      } catch (IllegalArgumentException e) {
        InvalidObjectException fault = new InvalidObjectException(e.getMessage());
        fault.initCause(e);
        throw fault;
      }
    }
  }

  /** Written by its text. */
  @Serial
  private Object writeReplace() {
    return new TextForm(toString());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a declaration is read from its text");
  }
}
