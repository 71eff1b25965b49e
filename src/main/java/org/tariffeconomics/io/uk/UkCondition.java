package org.tariffeconomics.io.uk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.ConditionLadder;
import org.tariffeconomics.rate.DutyComponent;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.DutyRate.Specific;
import org.tariffeconomics.reading.JsonTree;

/**
 * One condition of a measure of the EU or UK tariff, whatever file it stands in.
 *
 * @param letter the kind of condition
 * @param document the document that meets it, in capitals; empty where none is asked for
 * @param threshold the rate whose amount is the price that meets it; empty where none is asked for
 * @param action the two digits of what follows; empty where they are not known
 * @param words the action in the words of the file
 * @param duty the duty that follows; empty where the file states none
 */
record UkCondition(
    String letter,
    String document,
    Optional<DutyRate> threshold,
    String action,
    String words,
    Optional<DutyRate> duty) {

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
          Map.entry("measure not applicable", "07"),
          Map.entry("declared subheading not allowed", "08"),
          Map.entry("import/export not allowed after control", "09"),
          Map.entry(
              "apply the difference between the amount of the action and the free at frontier price"
                  + " before duty",
              "11"),
          Map.entry(
              "apply the difference between the amount of the action and the cif price before duty",
              "12"),
          Map.entry("the exemption/reduction of the anti-dumping duty is not applicable", "14"),
          Map.entry("entry into free circulation allowed", "24"),
          Map.entry("export allowed", "25"),
          Map.entry("import allowed", "26"),
          Map.entry("apply the mentioned duty", "27"),
          Map.entry("declared subheading allowed", "28"),
          Map.entry("import/export allowed after control", "29"),
          Map.entry("apply exemption/reduction of the anti-dumping duty", "34"));

  /** The conditions of a document of the tariff service. */
  static List<UkCondition> of(JsonTree measure, Function<JsonTree, Optional<DutyRate>> duty) {
    return measure.get("measure_conditions").items().stream()
        .map(each -> of(each, duty.apply(each)))
        .toList();
  }

  private static UkCondition of(JsonTree condition, Optional<DutyRate> duty) {
    String document = condition.text("document_code");
    String certificate =
        condition.text("certificate_type_code") + condition.text("certificate_code");
    return new UkCondition(
        condition.text("condition_code"),
        (document.isEmpty() ? certificate : document).toUpperCase(Locale.ROOT),
        price(condition),
        action(condition.text("action_code"), condition.text("action")),
        condition.text("action"),
        duty);
  }

  private static Optional<DutyRate> price(JsonTree condition) {
    if (condition.text("condition_duty_amount").isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          DutyComponent.rate(
              List.of(
                  new DutyComponent(
                      "01",
                      UkDuty.number(condition.text("condition_duty_amount")),
                      condition.text("condition_monetary_unit_code"),
                      condition.text("condition_measurement_unit_code"),
                      condition.text("condition_measurement_unit_qualifier_code")))));
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new DutyRate.Unsupported(
              condition.text("condition_duty_amount"), String.valueOf(e.getMessage())));
    }
  }

  /** The two digits of an action; empty where it is not known. */
  private static String action(String code, String words) {
    if (code.matches("[0-9]{2}")) {
      return code;
    }
    String plain =
        words
            .toLowerCase(Locale.ROOT)
            .replace("(see components)", "")
            .replaceAll("\\s+", " ")
            .strip();
    return ACTIONS.getOrDefault(plain, "");
  }

  /** The steps of a duty such as {@code Cond: B cert: C-400 (24):; B (04):}; none of another. */
  static List<UkCondition> of(DutyRate duty) {
    return duty instanceof ConditionLadder ladder
        ? ladder.steps().stream()
            .map(
                s ->
                    new UkCondition(
                        s.letter(),
                        s.certificate().orElse(""),
                        s.atLeast().map(DutyRate.class::cast),
                        s.action(),
                        s.action(),
                        s.rate()))
            .toList()
        : List.of();
  }

  /**
   * The conditions of a cell such as {@code
   * condition:B,certificate:C644,action:29|condition:B,action:09}.
   *
   * @throws IllegalArgumentException when it is of another form
   */
  static List<UkCondition> parse(String cell) {
    List<UkCondition> conditions = new ArrayList<>();
    for (String each : cell.split("\\|", -1)) {
      String letter = "";
      String document = "";
      String action = "";
      for (String part : each.split(",", -1)) {
        String[] pair = part.split(":", 2);
        String value = pair.length < 2 ? "" : pair[1].strip();
        switch (pair[0].strip()) {
          case "condition" -> letter = value;
          case "certificate" -> document = value.toUpperCase(Locale.ROOT);
          case "action" -> action = value;
          default ->
              throw new IllegalArgumentException(
                  "conditions must read like 'condition:B,certificate:C644,action:29', but "
                      + Texts.quoted(part)
                      + " is not of that form");
        }
      }
      if (UkConditions.isOfPrice(letter)) {
        throw new IllegalArgumentException(
            "the prices of the condition " + letter + " are missing");
      }
      conditions.add(
          new UkCondition(
              letter,
              document,
              Optional.empty(),
              action(action, ""),
              action,
              amount(action, document)));
    }
    return List.copyOf(conditions);
  }

  /** The amount that follows on a document, which such a cell leaves out. */
  private static Optional<DutyRate> amount(String action, String document) {
    return action.equals("01") && !document.isEmpty()
        ? Optional.of(
            new DutyRate.Unsupported(
                "amount with " + document, "the amount of the action is not in the file"))
        : Optional.empty();
  }

  boolean hasThreshold() {
    return threshold.isPresent();
  }

  /**
   * The price that meets it.
   *
   * @throws IllegalArgumentException when it is no amount of money per quantity
   */
  Optional<Specific> atLeast() {
    return threshold.map(
        price -> {
          if (price instanceof Specific specific) {
            return specific;
          }
          throw new IllegalArgumentException(
              "the price '" + price + "' of a condition is not read");
        });
  }
}
