package org.tariffeconomics.io.uk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tariffeconomics.rate.ConditionLadder;
import org.tariffeconomics.rate.ConditionLadder.Step;
import org.tariffeconomics.rate.DutyComponent;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.DutyRate.Specific;
import org.tariffeconomics.reading.JsonTree;

/**
 * The conditions of one measure of the UK tariff: steps by letter, of which the first that is met
 * counts. A step is met by a document or by a price, and says what follows.
 *
 * <p>Where documents alone decide whether a relief may be used, its claim says that they are there.
 * Where a document spares from a charge, or a price chooses the duty, it is declared. What depends
 * on anything else, such as a ratio of weight to pieces, is refused.
 */
final class UkConditions {

  private static final Set<String> PRICES = Set.of("V", "F", "L", "M", "N");
  private static final Set<String> CHARGED = Set.of("01", "27");
  private static final Set<String> ALLOWED = Set.of("24", "26", "28", "29");
  private static final Set<String> FORBIDDEN = Set.of("04", "05", "06", "08", "09", "10");
  private static final String NOT_APPLICABLE = "07";
  private static final String NO_EXEMPTION = "14";

  /** The actions by the words of the tariff, which older documents have in place of their codes. */
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("apply the amount of the action", "01"),
          Map.entry(
              "apply the difference between the amount of the action and the price at import",
              "02"),
          Map.entry("apply the difference between the amount of the action and cif price", "03"),
          Map.entry("the entry into free circulation is not allowed", "04"),
          Map.entry("export is not allowed", "05"),
          Map.entry("import is not allowed", "06"),
          Map.entry("measure not applicable", NOT_APPLICABLE),
          Map.entry("declared subheading not allowed", "08"),
          Map.entry("import/export not allowed after control", "09"),
          Map.entry(
              "apply the difference between the amount of the action and the free at frontier price"
                  + " before duty",
              "11"),
          Map.entry(
              "apply the difference between the amount of the action and the cif price before duty",
              "12"),
          Map.entry(
              "the exemption/reduction of the anti-dumping duty is not applicable", NO_EXEMPTION),
          Map.entry("entry into free circulation allowed", "24"),
          Map.entry("export allowed", "25"),
          Map.entry("import allowed", "26"),
          Map.entry("apply the mentioned duty", "27"),
          Map.entry("declared subheading allowed", "28"),
          Map.entry("import/export allowed after control", "29"),
          Map.entry("apply exemption/reduction of the anti-dumping duty", "34"));

  private final List<JsonTree> all;
  private final IdentityHashMap<JsonTree, Optional<DutyRate>> duties = new IdentityHashMap<>();

  UkConditions(JsonTree measure, Function<JsonTree, Optional<DutyRate>> duty) {
    this.all = measure.get("measure_conditions").items();
    all.forEach(condition -> duties.put(condition, duty.apply(condition)));
  }

  private Optional<DutyRate> own(JsonTree condition) {
    return duties.getOrDefault(condition, Optional.empty());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether some step allows the import, whatever it asks for. */
  boolean allowSomething() {
    return all.stream()
        .map(UkConditions::action)
        .anyMatch(a -> ALLOWED.contains(a) || CHARGED.contains(a) || a.isEmpty());
  }

  /**
   * The duty of a relief or an ordinary duty.
   *
   * @param mentioned the duty of the measure itself, where it states one
   * @return the duty
   * @throws IllegalArgumentException when it depends on what is not read
   */
  Optional<DutyRate> duty(Optional<DutyRate> mentioned) {
    List<Step> steps = new ArrayList<>();
    byLetter()
        .forEach(
            (letter, conditions) -> {
              if (choosesDuty(conditions)) {
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

  private boolean choosesDuty(List<JsonTree> conditions) {
    return conditions.stream().anyMatch(c -> hasThreshold(c) || own(c).isPresent());
  }

  /** Whether the conditions say nothing but which goods may enter at all. */
  private static boolean onlyAllows(List<JsonTree> conditions) {
    return conditions.stream()
        .map(UkConditions::action)
        .allMatch(a -> ALLOWED.contains(a) || FORBIDDEN.contains(a));
  }

  private static boolean canBeMet(List<JsonTree> conditions) {
    return conditions.stream()
        .map(UkConditions::action)
        .anyMatch(a -> CHARGED.contains(a) || ALLOWED.contains(a));
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

  private Map<String, List<JsonTree>> byLetter() {
    Map<String, List<JsonTree>> byLetter = new LinkedHashMap<>();
    all.forEach(
        c ->
            byLetter.computeIfAbsent(c.text("condition_code"), letter -> new ArrayList<>()).add(c));
    return byLetter;
  }

  private List<Step> ladder(
      String letter,
      List<JsonTree> own,
      Optional<DutyRate> mentioned,
      Optional<DutyRate> notApplicable) {
    boolean hasPrice = own.stream().anyMatch(UkConditions::hasThreshold);
    boolean hasDocument = own.stream().anyMatch(c -> !document(c).isEmpty());
    if (hasPrice && (hasDocument || !PRICES.contains(letter))) {
      throw new IllegalArgumentException(
          "a duty that depends on the condition '" + letter + "' is not read");
    }
    long without = own.stream().filter(c -> !hasThreshold(c) && document(c).isEmpty()).count();
    if (without > (hasPrice ? 0 : 1)) {
      throw new IllegalArgumentException(
          "the condition '" + letter + "' has a step that does not say what meets it");
    }
    List<Step> steps = new ArrayList<>();
    own.forEach(c -> steps.add(step(letter, c, implied(action(c), mentioned, notApplicable))));
    steps.sort(Comparator.comparing(UkConditions::order));
    return steps;
  }

  /** Documents before none, high prices before low ones. */
  private static BigDecimal order(Step step) {
    return step.atLeast()
        .map(price -> price.amount().getAmount().negate())
        .orElse(BigDecimal.valueOf(step.certificate().isPresent() ? 0 : 1));
  }

  private Step step(String letter, JsonTree condition, Optional<DutyRate> implied) {
    String document = document(condition);
    String action = action(condition);
    if (action.isEmpty()) {
      throw new IllegalArgumentException(
          "the action '" + condition.text("action") + "' of a condition is not known");
    }
    Optional<DutyRate> stated = own(condition);
    boolean isCharged = stated.isEmpty() && implied.isPresent();
    return new Step(
        letter,
        document.isEmpty() ? Optional.empty() : Optional.of(document),
        price(condition),
        isCharged ? "01" : action,
        isCharged ? implied : stated);
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

  private static String document(JsonTree condition) {
    String code = condition.text("document_code");
    return code.toUpperCase(Locale.ROOT);
  }

  private static boolean hasThreshold(JsonTree condition) {
    return !condition.text("condition_duty_amount").isEmpty();
  }

  private static Optional<Specific> price(JsonTree condition) {
    if (!hasThreshold(condition)) {
      return Optional.empty();
    }
    DutyRate price =
        DutyComponent.rate(
            List.of(
                new DutyComponent(
                    "01",
                    UkDuty.number(condition.text("condition_duty_amount")),
                    condition.text("condition_monetary_unit_code"),
                    condition.text("condition_measurement_unit_code"),
                    condition.text("condition_measurement_unit_qualifier_code"))));
    if (price instanceof Specific specific) {
      return Optional.of(specific);
    }
    throw new IllegalArgumentException("the price '" + price + "' of a condition is not read");
  }

  /** The two digits of an action; empty where it is not known. */
  private static String action(JsonTree condition) {
    String code = condition.text("action_code");
    if (code.matches("[0-9]{2}")) {
      return code;
    }
    String words =
        condition
            .text("action")
            .toLowerCase(Locale.ROOT)
            .replace("(see components)", "")
            .replaceAll("\\s+", " ")
            .strip();
    return ACTIONS.getOrDefault(words, "");
  }
}
