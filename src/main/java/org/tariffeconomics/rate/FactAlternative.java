package org.tariffeconomics.rate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.PlainNumber;

/**
 * One of the values that matter of something that was not declared: all others are met by the same
 * conditions as one of these.
 *
 * @param name the fact as it is declared, contents with the prefix {@code content:}
 * @param words the values that it stands for: {@code yes}, {@code below 25}, {@code another
 *     country}
 * @param value one of them, as it is declared
 * @since 0.1.0
 */
public record FactAlternative(String name, String words, String value) {

  /**
   * Refuses nulls.
   *
   * @param name the fact as it is declared, contents with the prefix {@code content:}
   * @param words the values that it stands for: {@code yes}, {@code below 25}, {@code another
   *     country}
   * @param value one of them, as it is declared
   */
  public FactAlternative {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(value, "value");
  }

  /** What stands for all words, codes and countries that no condition names. */
  private static final String ANOTHER = "another";

  private static final String NONE = "none";

  private static final int MOST_DOCUMENTS = 5;

  /**
   * The alternatives of a fact: one for each set of conditions that its value can meet.
   *
   * @param name the fact, no content
   * @param conditions conditions on this fact alone
   * @return the alternatives, in the order of their values; empty where they cannot be told, since
   *     the conditions take it for values of different forms
   */
  public static List<FactAlternative> of(String name, Collection<? extends Condition> conditions) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(conditions, "conditions");
    Optional<? extends Condition> first = conditions.stream().findFirst();
    if (first.isEmpty() || conditions.stream().anyMatch(c -> !isLike(c, first.get()))) {
      return List.of();
    }
    if (first.get() instanceof Condition.Numeric) {
      return FactStretches.ofNumber(name, conditions, Optional.empty());
    }
    if (first.get() instanceof Condition.Document) {
      return ofDocuments(name, conditions);
    }
    return first.get() instanceof Condition.Day
        ? FactStretches.ofDay(name, conditions, LocalDate.MAX)
        : ofWords(name, conditions, first.get());
  }

  /**
   * The alternatives of a fact of goods of which something else is known: only those that can be
   * declared besides.
   *
   * @param name the fact, no content
   * @param conditions conditions on this fact alone
   * @param declared what is declared of the goods, which leaves a share of the weight or of a metal
   *     less room
   * @param entry the day of entry, which loading and export are not after
   * @return the alternatives, in the order of their values; empty where they cannot be told
   */
  public static List<FactAlternative> of(
      String name,
      Collection<? extends Condition> conditions,
      DeclaredFacts declared,
      LocalDate entry) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(conditions, "conditions");
    Objects.requireNonNull(declared, "declared");
    Objects.requireNonNull(entry, "entry");
    if (areAll(conditions, Condition.Numeric.class) && declared.limits(name)) {
      return FactStretches.ofNumber(name, conditions, declared.limitsOf(name));
    }
    return areAll(conditions, Condition.Day.class) && GoodsFacts.isBeforeEntry(name)
        ? FactStretches.ofDay(name, conditions, entry)
        : of(name, conditions);
  }

  private static boolean areAll(
      Collection<? extends Condition> conditions, Class<? extends Condition> form) {
    return !conditions.isEmpty() && conditions.stream().allMatch(form::isInstance);
  }

  /**
   * Whether something else that is known of goods leaves a fact not any value.
   *
   * @param name the fact, no content
   * @param conditions conditions on this fact alone
   * @param declared what is declared of the goods
   * @param entry the day of entry
   * @return true where {@link #of(String, Collection, DeclaredFacts, LocalDate)} may have less
   */
  public static boolean areLimited(
      String name,
      Collection<? extends Condition> conditions,
      DeclaredFacts declared,
      LocalDate entry) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(conditions, "conditions");
    Objects.requireNonNull(declared, "declared");
    Objects.requireNonNull(entry, "entry");
    return declared.limits(name)
        || conditions.stream()
            .anyMatch(c -> c instanceof Condition.Day day && entry.isBefore(day.openFrom()));
  }

  /**
   * The alternatives of a content: one for each set of conditions that its share can meet.
   *
   * @param name the content with its prefix, {@code content:steel}
   * @param conditions conditions on this content alone; may be none
   * @param limits how large it can be, and where else its stretches end
   * @return the alternatives, in the order of their shares
   */
  public static List<FactAlternative> ofContent(
      String name, Collection<? extends Condition> conditions, ShareLimits limits) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(conditions, "conditions");
    Objects.requireNonNull(limits, "limits");
    return FactStretches.ofContent(name, conditions, limits);
  }

  /**
   * A share that is beyond a limit and as close to it as any that is told apart from it.
   *
   * @param share the limit
   * @return hardly more than the limit
   */
  public static BigDecimal justAbove(BigDecimal share) {
    Objects.requireNonNull(share, "share");
    return share.add(FactStretches.NEXT);
  }

  /**
   * What is known of a share that was not declared.
   *
   * @param most the largest that it can be, beside what is declared; from 0 to 1
   * @param cuts further limits of its stretches
   * @param counts whether a duty falls on the share, so that the ends of each stretch matter
   */
  public record ShareLimits(BigDecimal most, Set<BigDecimal> cuts, boolean counts) {

    /**
     * Copies the limits.
     *
     * @param most the largest that it can be
     * @param cuts further limits of its stretches
     * @param counts whether a duty falls on the share
     */
    public ShareLimits {
      Objects.requireNonNull(most, "most");
      Objects.requireNonNull(cuts, "cuts");
      cuts = cuts.stream().map(PlainNumber::plain).collect(Collectors.toUnmodifiableSet());
      most = PlainNumber.plain(most);
    }
  }

  private static boolean isLike(Condition one, Condition other) {
    return one.getClass() == other.getClass();
  }

  private static List<FactAlternative> ofWords(
      String name, Collection<? extends Condition> conditions, Condition first) {
    if (first instanceof Condition.Quota) {
      return told(name, List.of("in", "out"), conditions);
    }
    Set<String> words = new LinkedHashSet<>();
    conditions.forEach(each -> words.add(each.value()));
    boolean flag = words.stream().allMatch(FactAlternative::isFlag);
    if (first instanceof Condition.Word && flag) {
      return told(name, List.of("yes", "no"), conditions);
    }
    List<FactAlternative> all = new ArrayList<>();
    words.forEach(word -> all.add(new FactAlternative(name, word, word)));
    other(name, words, first).ifPresent(all::add);
    return distinct(all, conditions);
  }

  /** None of the documents, each alone, and several together; none where they are too many. */
  private static List<FactAlternative> ofDocuments(
      String name, Collection<? extends Condition> conditions) {
    List<String> named =
        conditions.stream()
            .flatMap(each -> ((Condition.Document) each).documents().stream())
            .distinct()
            .toList();
    if (named.size() > MOST_DOCUMENTS) {
      return List.of();
    }
    List<FactAlternative> all = new ArrayList<>(List.of(new FactAlternative(name, NONE, NONE)));
    for (int some = 1; some < 1 << named.size(); some++) {
      int held = some;
      String list =
          named.stream()
              .filter(each -> (held >> named.indexOf(each) & 1) == 1)
              .collect(Collectors.joining(", "));
      all.add(new FactAlternative(name, list, list));
    }
    return distinct(all, conditions);
  }

  private static boolean isFlag(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.equals("yes") || lower.equals("no");
  }

  private static Optional<FactAlternative> other(String name, Set<String> named, Condition first) {
    if (first instanceof Condition.Word && FactWords.areKnown(name)) {
      return FactWords.beside(name, named).map(word -> new FactAlternative(name, ANOTHER, word));
    }
    if (first instanceof Condition.Origin) {
      Country country =
          Country.all().stream()
              .filter(each -> !named.contains(each.alpha2()))
              .findFirst()
              .orElseThrow();
      return Optional.of(new FactAlternative(name, "another country", country.alpha2()));
    }
    String word = ANOTHER;
    while (named.contains(word)) {
      word += "-";
    }
    return Optional.of(new FactAlternative(name, ANOTHER, word));
  }

  private static List<FactAlternative> told(
      String name, List<String> words, Collection<? extends Condition> conditions) {
    return distinct(
        words.stream().map(word -> new FactAlternative(name, word, word)).toList(), conditions);
  }

  /** Of values that meet the same conditions the first. */
  private static List<FactAlternative> distinct(
      List<FactAlternative> all, Collection<? extends Condition> conditions) {
    return FactStretches.distinctBy(all, each -> each.truths(conditions));
  }

  /** Which conditions are met where this is declared. */
  List<Condition.Truth> truths(Collection<? extends Condition> conditions) {
    DeclaredFacts declared = declaredBy(DeclaredFacts.none());
    Function<Condition, Condition.Truth> truth = each -> each.test(declared).truth();
    return conditions.stream().map(truth).toList();
  }

  /**
   * The alternatives of some goods beside those of others that are asked for the same fact with
   * other limits: values between which no goods tell a difference.
   *
   * @param name the fact, with its prefix where it is a content
   * @param sets the alternatives of each kind of goods, none of them empty
   * @param conditions all conditions on the fact
   * @return the alternatives, in order; where they cannot be told together, those of all goods,
   *     each once
   */
  public static List<FactAlternative> together(
      String name,
      Collection<List<FactAlternative>> sets,
      Collection<? extends Condition> conditions) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sets, "sets");
    Objects.requireNonNull(conditions, "conditions");
    List<FactAlternative> all = sets.stream().flatMap(List::stream).distinct().toList();
    if (new HashSet<>(sets).size() == 1) {
      return all;
    }
    if (!name.startsWith(Condition.CONTENT)) {
      List<FactAlternative> parted = of(name, conditions);
      return parted.isEmpty() ? all : parted;
    }
    Map<BigDecimal, FactAlternative> shares = new TreeMap<>();
    all.forEach(each -> shares.putIfAbsent(each.share(), each));
    return List.copyOf(shares.values());
  }

  /**
   * Which alternatives of some goods this value of theirs may be among, where it was found for
   * others too.
   *
   * @param alternatives the alternatives of those goods
   * @param conditions the conditions on the fact that they are asked by
   * @return the one that meets the same conditions; of shares between two, both, since the duty
   *     lies between those of its ends; all where that cannot be told
   */
  public List<FactAlternative> among(
      Collection<FactAlternative> alternatives, Collection<? extends Condition> conditions) {
    Objects.requireNonNull(alternatives, "alternatives");
    Objects.requireNonNull(conditions, "conditions");
    if (alternatives.contains(this)) {
      return List.of(this);
    }
    List<Condition.Truth> truths = truths(conditions);
    List<FactAlternative> alike =
        alternatives.stream().filter(each -> each.truths(conditions).equals(truths)).toList();
    List<FactAlternative> found =
        name.startsWith(Condition.CONTENT) && alike.size() > 1 ? around(alike) : alike;
    return found.isEmpty() ? List.copyOf(alternatives) : found;
  }

  /** The shares next below and above this one, or the same; none where it lies outside of them. */
  private List<FactAlternative> around(List<FactAlternative> shares) {
    Optional<FactAlternative> below =
        shares.stream()
            .filter(each -> each.share().compareTo(share()) <= 0)
            .max(Comparator.comparing(FactAlternative::share));
    Optional<FactAlternative> above =
        shares.stream()
            .filter(each -> each.share().compareTo(share()) >= 0)
            .min(Comparator.comparing(FactAlternative::share));
    return below.isEmpty() || above.isEmpty()
        ? List.of()
        : Stream.of(below.get(), above.get()).distinct().toList();
  }

  private BigDecimal share() {
    return new BigDecimal(value);
  }

  /**
   * A declaration with this besides.
   *
   * @param facts what is declared else
   * @return the facts with this value
   * @throws IllegalArgumentException when the contents together exceed the value
   */
  public DeclaredFacts declaredBy(DeclaredFacts facts) {
    Objects.requireNonNull(facts, "facts");
    return name.startsWith(Condition.CONTENT)
        ? facts.withContent(name.substring(Condition.CONTENT.length()), value)
        : facts.withFact(name, value);
  }

  /**
   * A declaration with the limits of this besides, where it is a share of a weight or a metal.
   *
   * @param facts what is declared else
   * @return the facts with the words of this: {@code 0.15 or more}; with its value where the words
   *     are no declaration
   */
  public DeclaredFacts declaredWithin(DeclaredFacts facts) {
    Objects.requireNonNull(facts, "facts");
    return hasLimits() ? facts.withFact(name, words) : declaredBy(facts);
  }

  private boolean hasLimits() {
    return isShareOfAWhole() && NumberStretch.ofNumberOrWords(words).isPresent();
  }

  /** {@return whether it is a share of a weight or a metal, which others leave room for or not} */
  @JsonIgnore
  public boolean isShareOfAWhole() {
    return GoodsFacts.isShareOfAWhole(name);
  }

  /**
   * Whether what is declared of one fact leaves another less room: materials of one value, shares
   * of one weight or metal.
   *
   * @param fact the fact, contents with their prefix
   * @param other another one
   * @return true where they are parts of one whole
   */
  public static boolean areTied(String fact, String other) {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(other, "other");
    return !fact.equals(other)
        && ((isMaterial(fact) && isMaterial(other)) || GoodsFacts.areOfOneWhole(fact, other));
  }

  private static boolean isMaterial(String name) {
    return name.startsWith(Condition.CONTENT) && !name.equals(Condition.CONTENT + Portion.US);
  }

  /**
   * What is declared to say that it is one of the values of this.
   *
   * @return the limits in words where it is a share of a weight or a metal, else one value
   */
  public String declaration() {
    return hasLimits() ? words : value;
  }

  /**
   * Whether some values of it can be declared of the same goods.
   *
   * @param declared what is declared of the goods
   * @param all values of facts that are not declared
   * @return false where no goods have all of them
   */
  public static boolean areOfOneGood(DeclaredFacts declared, Collection<FactAlternative> all) {
    Objects.requireNonNull(declared, "declared");
    Objects.requireNonNull(all, "all");
    DeclaredFacts together = declared;
    for (FactAlternative each : all) {
      together = each.hasLimits() ? together.withFact(each.name, each.words) : together;
    }
    return together.contradiction().isEmpty();
  }

  /** {@return the share of a material that it takes, else zero; the US content is no material} */
  public BigDecimal material() {
    return isMaterial(name) ? new BigDecimal(value) : BigDecimal.ZERO;
  }

  /** For example {@code age: 25 or more}. */
  @Override
  public String toString() {
    return name + ": " + words;
  }
}
