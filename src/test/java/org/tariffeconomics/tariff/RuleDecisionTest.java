package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * The decision table of the rules: what each does to a target in each state. Rates are sums done by
 * hand: the ordinary duty MFN is 2.5 %, the target T charges 10 % (4 % where a closer measure
 * counts), and the acting measure X has 20 % (a preference 1 %).
 */
class RuleDecisionTest {

  private static final HsCode CAR = HsCode.of("8703");

  /** The states of the target. */
  private enum Target {
    IN_FORCE,
    EXEMPTED,
    LOST,
    BASE,
    PROHIBITION,
    ABSENT;

    private String programme() {
      return this == BASE ? "MFN" : "T";
    }

    private List<TariffMeasure> measures() {
      TariffMeasure charge = TariffMeasure.adds("T", "8703", "*", "10%");
      return switch (this) {
        case IN_FORCE -> List.of(charge);
        case EXEMPTED -> List.of(charge, TariffMeasure.exempts("E", "8703", "*", "T"));
        case LOST ->
            List.of(
                charge.withId("T wide"),
                TariffMeasure.adds("T", "8703", "JP", "4%").withId("T narrow"));
        case BASE -> List.of();
        case PROHIBITION -> List.of(TariffMeasure.of("T", Rule.PROHIBITS, "8703", "*", "Free"));
        case ABSENT -> List.of(TariffMeasure.adds("T", "0201", "*", "10%"));
      };
    }
  }

  private static TariffMeasure acting(Rule rule, Target target) {
    return switch (rule) {
      case BASE -> TariffMeasure.of("X", Rule.BASE, "8703", "JP", "20%");
      case PREFERENCE -> TariffMeasure.preference("X", "8703", "JP", "1%");
      case ADDS -> TariffMeasure.adds("X", "8703", "*", "20%");
      case TOPS_UP_TO -> TariffMeasure.topsUpTo("X", "8703", "*", "20%");
      case TOPS_UP_ORDINARY_TO -> TariffMeasure.topsUpOrdinaryTo("X", "8703", "*", "20%");
      case REPLACES -> TariffMeasure.replaces("X", "8703", "*", "20%", target.programme());
      case EXEMPTS -> TariffMeasure.exempts("X", "8703", "*", target.programme());
      case PROHIBITS -> TariffMeasure.of("X", Rule.PROHIBITS, "8703", "*", "Free");
    };
  }

  private static String duty(TariffMeasure acting, Target target, TariffMeasure... more) {
    List<TariffMeasure> all = new ArrayList<>(target.measures());
    all.add(TariffMeasure.base("8703", "2.5%"));
    all.add(acting);
    all.addAll(Arrays.asList(more));
    DutyStack stack =
        TariffBook.us(all.toArray(TariffMeasure[]::new))
            .on("2025-05-01")
            .stack(CAR, Country.of("JP"), DeclaredFacts.claiming("X"));
    return stack.adValoremRate().map(r -> r.toText(1)).orElse(stack.outcome().name());
  }

  @ParameterizedTest(name = "{0} on a target {1}: {2}")
  @CsvSource({
    "BASE, IN_FORCE, 30.0%",
    "BASE, EXEMPTED, 20.0%",
    "BASE, LOST, 24.0%",
    "BASE, BASE, 20.0%",
    "BASE, PROHIBITION, PROHIBITED",
    "BASE, ABSENT, 20.0%",
    "PREFERENCE, IN_FORCE, 11.0%",
    "PREFERENCE, EXEMPTED, 1.0%",
    "PREFERENCE, LOST, 5.0%",
    "PREFERENCE, BASE, 1.0%",
    "PREFERENCE, PROHIBITION, PROHIBITED",
    "PREFERENCE, ABSENT, 1.0%",
    "ADDS, IN_FORCE, 32.5%",
    "ADDS, EXEMPTED, 22.5%",
    "ADDS, LOST, 26.5%",
    "ADDS, BASE, 22.5%",
    "ADDS, PROHIBITION, PROHIBITED",
    "ADDS, ABSENT, 22.5%",
    "TOPS_UP_TO, IN_FORCE, 30.0%",
    "TOPS_UP_TO, EXEMPTED, 20.0%",
    "TOPS_UP_TO, LOST, 24.0%",
    "TOPS_UP_TO, BASE, 20.0%",
    "TOPS_UP_TO, PROHIBITION, PROHIBITED",
    "TOPS_UP_TO, ABSENT, 20.0%",
    "TOPS_UP_ORDINARY_TO, IN_FORCE, 30.0%",
    "TOPS_UP_ORDINARY_TO, EXEMPTED, 20.0%",
    "TOPS_UP_ORDINARY_TO, LOST, 24.0%",
    "TOPS_UP_ORDINARY_TO, BASE, 20.0%",
    "TOPS_UP_ORDINARY_TO, PROHIBITION, PROHIBITED",
    "TOPS_UP_ORDINARY_TO, ABSENT, 20.0%",
    "REPLACES, IN_FORCE, 22.5%",
    "REPLACES, EXEMPTED, 22.5%",
    "REPLACES, LOST, 22.5%",
    "REPLACES, BASE, 20.0%",
    "REPLACES, PROHIBITION, 22.5%",
    "REPLACES, ABSENT, 22.5%",
    "EXEMPTS, IN_FORCE, 2.5%",
    "EXEMPTS, EXEMPTED, 2.5%",
    "EXEMPTS, LOST, 2.5%",
    "EXEMPTS, BASE, 0.0%",
    "EXEMPTS, PROHIBITION, 2.5%",
    "EXEMPTS, ABSENT, 2.5%",
    "PROHIBITS, IN_FORCE, PROHIBITED",
    "PROHIBITS, EXEMPTED, PROHIBITED",
    "PROHIBITS, LOST, PROHIBITED",
    "PROHIBITS, BASE, PROHIBITED",
    "PROHIBITS, PROHIBITION, PROHIBITED",
    "PROHIBITS, ABSENT, PROHIBITED"
  })
  void rule_and_target(Rule rule, Target target, String expected) {
    assertEquals(expected, duty(acting(rule, target), target));
  }

  /** What is itself switched off, has lost, or whose condition is not met, displaces nothing. */
  @ParameterizedTest(name = "{0} that is itself {1} on a target {2}: {3}")
  @CsvSource({
    "REPLACES, exempted, IN_FORCE, 12.5%",
    "REPLACES, exempted, BASE, 2.5%",
    "REPLACES, exempted, PROHIBITION, PROHIBITED",
    "REPLACES, replaced, IN_FORCE, 19.5%",
    "REPLACES, replaced, BASE, 9.5%",
    "REPLACES, lost, IN_FORCE, 17.5%",
    "REPLACES, lost, BASE, 7.5%",
    "REPLACES, yielding, IN_FORCE, 19.5%",
    "REPLACES, unmet, IN_FORCE, 12.5%",
    "EXEMPTS, exempted, IN_FORCE, 12.5%",
    "EXEMPTS, exempted, BASE, 2.5%",
    "EXEMPTS, exempted, PROHIBITION, PROHIBITED",
    "EXEMPTS, replaced, IN_FORCE, 19.5%",
    "EXEMPTS, unmet, IN_FORCE, 12.5%",
    "EXEMPTS, unmet, BASE, 2.5%"
  })
  void what_is_switched_off_switches_nothing_off(
      Rule rule, String how, Target target, String expected) {
    TariffMeasure acting = acting(rule, target);
    String duty =
        switch (how) {
          case "exempted" -> duty(acting, target, TariffMeasure.exempts("Z", "8703", "*", "X"));
          case "replaced" ->
              duty(acting, target, TariffMeasure.replaces("Z", "8703", "*", "7%", "X"));
          case "lost" ->
              duty(
                  acting.withId("X wide"),
                  target,
                  TariffMeasure.adds("X", "8703", "JP", "5%").withId("X narrow"));
          case "unmet" -> duty(acting.withCondition("claim=another preference"), target);
          case "yielding" -> yielding(acting, target);
          default -> throw new IllegalArgumentException(how);
        };
    assertEquals(expected, duty);
  }

  private static String yielding(TariffMeasure acting, Target target) {
    List<TariffMeasure> all = new ArrayList<>(target.measures());
    all.add(TariffMeasure.base("8703", "2.5%"));
    all.add(acting);
    all.add(TariffMeasure.adds("Z", "8703", "*", "7%"));
    return TariffBook.us(all.toArray(TariffMeasure[]::new))
        .withProgrammes(Programme.of("X").withYieldTo("Z"))
        .on("2025-05-01")
        .stack(CAR, Country.of("JP"))
        .adValoremRate()
        .orElseThrow()
        .toText(1);
  }
}
