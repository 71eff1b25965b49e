package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.BigMoneyProvider;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.investment.CapRule;
import org.tariffeconomics.landedcost.TransportMode;

/**
 * A program that holds days, rates and amounts as values need not write them as text: each verb
 * that takes such a text takes the value too, under the same name, and answers the same.
 */
class TypedTwinsTest {

  private static final Set<String> DAYS =
      Set.of(
          "day",
          "days",
          "firstDay",
          "lastDay",
          "dayThen",
          "dayNow",
          "knownOn",
          "from",
          "until",
          "deadline");
  private static final Set<String> MONTHS = Set.of("first", "last", "month", "period");
  private static final Set<String> RATES =
      Set.of(
          "own",
          "rivalRate",
          "adding",
          "allIn",
          "ordinary",
          "shortfall",
          "discount",
          "passThrough");
  private static final Set<String> AMOUNTS =
      Set.of("price", "rivalPrice", "freight", "insurance", "value", "amount");
  private static final Set<String> OTHERS = Set.of("quantity", "quantities", "left", "cap", "mode");

  private static final Set<Class<?>> VALUES =
      Set.of(
          LocalDate.class,
          List.class,
          YearMonth.class,
          Rate.class,
          Money.class,
          BigMoneyProvider.class,
          Quantity.class,
          Quantity[].class,
          CapRule.class,
          TransportMode.class);

  /** What reads a text is its own door: there is nothing to twin. */
  private static final Set<String> READERS = Set.of("day", "rate", "check", "elasticity");

  private static List<Method> verbs() {
    return Arrays.stream(Tariffs.class.getMethods())
        .filter(verb -> Modifier.isStatic(verb.getModifiers()))
        .filter(verb -> !READERS.contains(verb.getName()))
        .toList();
  }

  /** Whether a text is a day, a rate or an amount, by the name of the parameter. */
  private static boolean isValueAsText(Method verb, Parameter each) {
    boolean isText = each.getType() == String.class || each.getType() == String[].class;
    String name = each.getName();
    boolean isSpan = name.equals("before") || name.equals("after");
    boolean isRival =
        name.equals("rival") && Set.of("priceCut", "depreciation").contains(verb.getName());
    return isText
        && (isSpan
            || isRival
            || Stream.of(DAYS, MONTHS, RATES, AMOUNTS, OTHERS)
                .anyMatch(names -> names.contains(name)));
  }

  private static boolean isTwin(Method verb, Method other) {
    if (!other.getName().equals(verb.getName())
        || other.getParameterCount() != verb.getParameterCount()) {
      return false;
    }
    Parameter[] texts = verb.getParameters();
    Parameter[] values = other.getParameters();
    for (int i = 0; i < texts.length; i++) {
      boolean fits =
          isValueAsText(verb, texts[i])
              ? VALUES.contains(values[i].getType())
              : texts[i].getType() == values[i].getType();
      if (!fits || !texts[i].getName().equals(values[i].getName())) {
        return false;
      }
    }
    return true;
  }

  @Test
  void every_verb_that_takes_a_day_a_rate_or_an_amount_as_text_takes_the_value_too() {
    List<Method> verbs = verbs();
    List<Method> asText =
        verbs.stream()
            .filter(v -> Stream.of(v.getParameters()).anyMatch(p -> isValueAsText(v, p)))
            .toList();
    assertTrue(asText.size() > 45, "too few verbs seen: " + asText.size());
    List<String> alone =
        asText.stream()
            .filter(verb -> verbs.stream().noneMatch(other -> isTwin(verb, other)))
            .map(Method::toString)
            .sorted()
            .toList();
    assertEquals(List.of(), alone, "verbs without a typed twin: add one beside it");
  }

  @Test
  void a_twin_answers_what_the_text_answers() throws ReflectiveOperationException {
    Map<String, List<Object[]>> pairs =
        Map.of(
            "duties", same("2025-09-16", LocalDate.of(2025, 9, 16)),
            "letters", same("2025-09-16", LocalDate.of(2025, 9, 16)),
            "ahead", same("2026-09-20", LocalDate.of(2026, 9, 20)),
            "allPledges", same("2026-03-31", LocalDate.of(2026, 3, 31)),
            "allIn", List.of(new Object[] {"2.5%", "15%"}, rates("2.5%", "15%")),
            "change", List.of(new Object[] {"27.5%", "15%"}, rates("27.5%", "15%")),
            "paid",
                List.of(new Object[] {"JP", "2025-09"}, new Object[] {"JP", YearMonth.of(2025, 9)}),
            "refundsDue",
                List.of(
                    new Object[] {"KR", "2025-11", "2025-11"},
                    new Object[] {"KR", YearMonth.of(2025, 11), YearMonth.of(2025, 11)}),
            "withoutDeal",
                List.of(
                    new Object[] {"JP", "8703.23.01", "2025-11-23"},
                    new Object[] {"JP", "8703.23.01", LocalDate.of(2025, 11, 23)}),
            "shipment",
                List.of(
                    new Object[] {"8703", "JP", "USD 30,000.50", "USD 1330", "USD 207", "sea"},
                    new Object[] {
                      "8703",
                      "JP",
                      Money.parse("USD 30000.50"),
                      Money.parse("USD 1330"),
                      Money.parse("USD 207"),
                      TransportMode.SEA
                    }));
    for (Map.Entry<String, List<Object[]>> pair : pairs.entrySet()) {
      Object text = call(pair.getKey(), pair.getValue().get(0));
      Object value = call(pair.getKey(), pair.getValue().get(1));
      assertEquals(text.toString(), value.toString(), pair.getKey());
    }
    LocalDate rice = LocalDate.of(2026, 7, 9);
    assertEquals(
        Tariffs.pays("JP", "1006.30.090", "US", "2026-07-09", "JPY 3000000", "20000 kg").toString(),
        Tariffs.pays(
                "JP",
                "1006.30.090",
                "US",
                rice,
                Money.parse("JPY 3000000"),
                Quantity.parse("20000 kg"))
            .toString());
    assertEquals(
        Tariffs.quotaDuty(
                "EU", "0203.29.55", "US", "2026-07-10", "EUR 40000", "20 t", "09.9001", "10 t")
            .toString(),
        Tariffs.quotaDuty(
                "EU",
                "0203.29.55",
                "US",
                LocalDate.of(2026, 7, 10),
                Money.parse("EUR 40000"),
                Quantity.parse("20 t"),
                "09.9001",
                Quantity.parse("10 t"))
            .toString());
  }

  private static List<Object[]> same(Object text, Object value) {
    return List.of(new Object[] {text}, new Object[] {value});
  }

  private static Object[] rates(String... texts) {
    return Stream.of(texts).map(Rate::parse).toArray();
  }

  private static Object call(String name, Object[] arguments) throws ReflectiveOperationException {
    for (Method verb : verbs()) {
      if (verb.getName().equals(name) && takes(verb, arguments)) {
        return verb.invoke(null, arguments);
      }
    }
    throw new AssertionError("no verb " + name + Arrays.toString(arguments));
  }

  private static boolean takes(Method verb, Object[] arguments) {
    Class<?>[] types = verb.getParameterTypes();
    boolean takes = types.length == arguments.length;
    for (int i = 0; takes && i < types.length; i++) {
      takes = types[i].isInstance(arguments[i]);
    }
    return takes;
  }
}
