package org.tariffeconomics.io.uk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.ConditionLadder;
import org.tariffeconomics.rate.ConditionLadder.Step;
import org.tariffeconomics.rate.DutyRate;

/**
 * The conditions of one measure of the UK tariff: steps by letter, of which the first that is met
 * counts. A step is met by a document or by a price, and says what follows.
 *
 * <p>Where documents alone decide whether a relief may be used, its claim says that they are there,
 * unless others or none are declared. Where a document spares from a charge, or a price chooses the
 * duty, it is declared. What depends on anything else, such as a ratio of weight to pieces, is
 * refused.
 */
final class UkConditions {

  private static final Set<String> PRICES = Set.of("V", "F", "L", "M", "N");
  private static final Set<String> CHARGED = Set.of("01", "27");
  private static final Set<String> ALLOWED = Set.of("24", "26", "28", "29");
  private static final Set<String> FORBIDDEN = Set.of("04", "05", "06", "08", "09", "10");
  private static final String AUTHORISED_USE = "N990";
  private static final String NOT_APPLICABLE = "07";
  private static final String NO_EXEMPTION = "14";

  private final List<UkCondition> all;

  UkConditions(List<UkCondition> all) {
    this.all = all;
  }

  /** Whether a condition is met by a price. */
  static boolean isOfPrice(String letter) {
    return PRICES.contains(letter);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether the one document that is asked for is the authorisation of an end use. */
  boolean askForEndUse() {
    Set<String> documents =
        all.stream()
            .map(UkCondition::document)
            .filter(each -> !each.isEmpty())
            .map(each -> each.replace("-", ""))
            .collect(Collectors.toSet());
    return documents.equals(Set.of(AUTHORISED_USE)) && canBeMet(all) && !isAlwaysMet(all);
  }

  /** Whether some step allows the import, whatever it asks for. */
  boolean allowSomething() {
    return all.stream()
        .map(UkCondition::action)
        .anyMatch(
            a ->
                ALLOWED.contains(a)
                    || CHARGED.contains(a)
                    || a.equals(NOT_APPLICABLE)
                    || a.isEmpty());
  }

  /**
   * The duty of a relief, whose claim says that its documents are there.
   *
   * @param mentioned the duty of the measure itself, where it states one
   * @return the duty
   * @throws IllegalArgumentException when it depends on what is not read
   */
  Optional<DutyRate> relief(Optional<DutyRate> mentioned) {
    return duty(mentioned, UkConditions::choosesDuty);
  }

  /** The documents without which a relief may not be used, one condition for each letter. */
  List<Condition> documentsOfRelief() {
    List<Condition> documents = new ArrayList<>();
    for (List<UkCondition> own : byLetter().values()) {
      List<String> enough =
          own.stream().filter(UkConditions::leavesTheDuty).map(UkCondition::document).toList();
      if (!choosesDuty(own) && !enough.isEmpty() && enough.stream().noneMatch(String::isEmpty)) {
        documents.add(new Condition.Document(Condition.Operator.EQUAL, enough));
      }
    }
    return documents;
  }

  /**
   * An ordinary duty, which no one claims: a document that it asks for is declared.
   *
   * @param mentioned the duty of the measure itself, where it states one
   * @return the duty
   * @throws IllegalArgumentException when it depends on what is not read
   */
  Optional<DutyRate> ordinary(Optional<DutyRate> mentioned) {
    return duty(mentioned, own -> choosesDuty(own) || canBeMet(own) && !isAlwaysMet(own));
  }

  private Optional<DutyRate> duty(
      Optional<DutyRate> mentioned, Predicate<List<UkCondition>> isDeclared) {
    List<Step> steps = new ArrayList<>();
    byLetter()
        .forEach(
            (letter, conditions) -> {
              if (isDeclared.test(conditions)) {
                steps.addAll(ladder(letter, conditions, mentioned, Optional.empty()));
              } else if (!canBeMet(conditions)) {
                throw new IllegalArgumentException(
                    "the condition '" + letter + "' cannot be met by anything that is read");
              }
            });
    return steps.isEmpty() ? mentioned : Optional.of(new ConditionLadder(steps));
  }

  /**
   * The charge of a measure that adds a duty, from which documents may spare.
   *
   * @param mentioned the duty of the measure itself, where it states one
   * @return the duty
   * @throws IllegalArgumentException when it depends on what is not read
   */
  Optional<DutyRate> charge(Optional<DutyRate> mentioned) {
    Optional<DutyRate> spared = Optional.of(new DutyRate.Free());
    List<Step> steps = new ArrayList<>();
    byLetter()
        .forEach(
            (letter, conditions) -> {
              if (choosesDuty(conditions) || !onlyAllows(conditions)) {
                steps.addAll(ladder(letter, conditions, mentioned, spared));
              }
            });
    return steps.isEmpty() ? mentioned : Optional.of(new ConditionLadder(steps));
  }

  private static boolean choosesDuty(List<UkCondition> conditions) {
    return conditions.stream().anyMatch(c -> c.hasThreshold() || c.duty().isPresent());
  }

  /** Whether the conditions say nothing but which goods may enter at all. */
  private static boolean onlyAllows(List<UkCondition> conditions) {
    return conditions.stream()
        .map(UkCondition::action)
        .allMatch(a -> ALLOWED.contains(a) || FORBIDDEN.contains(a));
  }

  private static boolean canBeMet(List<UkCondition> conditions) {
    return conditions.stream().anyMatch(UkConditions::leavesTheDuty);
  }

  private static boolean isAlwaysMet(List<UkCondition> conditions) {
    return conditions.stream().allMatch(UkConditions::leavesTheDuty);
  }

  private static boolean leavesTheDuty(UkCondition condition) {
    return CHARGED.contains(condition.action()) || ALLOWED.contains(condition.action());
  }

  /**
   * What a prohibition charges: nothing with a document that allows the import, and what no one
   * knows without.
   *
   * @return the ladder of documents
   * @throws IllegalArgumentException when something else than a document allows the import
   */
  DutyRate prohibition() {
    Optional<DutyRate> nothing = Optional.of(new DutyRate.Free());
    List<Step> steps = new ArrayList<>();
    byLetter().forEach((letter, own) -> steps.addAll(ladder(letter, own, nothing, nothing)));
    return new ConditionLadder(steps);
  }

  private Map<String, List<UkCondition>> byLetter() {
    Map<String, List<UkCondition>> byLetter = new LinkedHashMap<>();
    all.forEach(c -> byLetter.computeIfAbsent(c.letter(), letter -> new ArrayList<>()).add(c));
    return byLetter;
  }

  private List<Step> ladder(
      String letter,
      List<UkCondition> own,
      Optional<DutyRate> mentioned,
      Optional<DutyRate> notApplicable) {
    boolean hasPrice = own.stream().anyMatch(UkCondition::hasThreshold);
    boolean hasDocument = own.stream().anyMatch(c -> !c.document().isEmpty());
    if (hasPrice && (hasDocument || !PRICES.contains(letter))) {
      throw new IllegalArgumentException(
          "a duty that depends on the condition '" + letter + "' is not read");
    }
    long without = own.stream().filter(c -> !c.hasThreshold() && c.document().isEmpty()).count();
    if (without > (hasPrice ? 0 : 1)) {
      throw new IllegalArgumentException(
          "the condition '" + letter + "' has a step that does not say what meets it");
    }
    requireOneUnit(letter, own);
    List<Step> steps = new ArrayList<>();
    own.forEach(c -> steps.add(step(letter, c, implied(c.action(), mentioned, notApplicable))));
    steps.sort(Comparator.comparing(UkConditions::order));
    return steps;
  }

  /** Prices are put in order by their amounts, which only those of one unit allow. */
  private static void requireOneUnit(String letter, List<UkCondition> own) {
    long units =
        own.stream()
            .flatMap(c -> c.atLeast().stream())
            .map(price -> price.amount().getCurrencyUnit() + " " + price.per())
            .distinct()
            .count();
    if (units > 1) {
      throw new IllegalArgumentException(
          "the prices of the condition '" + letter + "' are in several units");
    }
  }

  /** Documents before none, high prices before low ones. */
  private static BigDecimal order(Step step) {
    return step.atLeast()
        .map(price -> price.amount().getAmount().negate())
        .orElse(BigDecimal.valueOf(step.certificate().isPresent() ? 0 : 1));
  }

  private Step step(String letter, UkCondition condition, Optional<DutyRate> implied) {
    String document = condition.document();
    if (condition.action().isEmpty()) {
      throw new IllegalArgumentException(
          "the action '" + condition.words() + "' of a condition is not known");
    }
    boolean isCharged = condition.duty().isEmpty() && implied.isPresent();
    return new Step(
        letter,
        document.isEmpty() ? Optional.empty() : Optional.of(document),
        condition.atLeast(),
        isCharged ? "01" : condition.action(),
        isCharged ? implied : condition.duty());
  }

  /** What a step without a duty of its own charges; empty where no one knows, or nothing may. */
  private static Optional<DutyRate> implied(
      String action, Optional<DutyRate> mentioned, Optional<DutyRate> notApplicable) {
    if (action.equals(NOT_APPLICABLE)) {
      return notApplicable;
    }
    return CHARGED.contains(action) || ALLOWED.contains(action) || action.equals(NO_EXEMPTION)
        ? mentioned
        : Optional.empty();
  }
}
