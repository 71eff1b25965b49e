package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.RateFacts;

/**
 * Something that may be declared with goods so that it moves their duty: a claim, the share of a
 * content, or another fact.
 */
public final class Declarable {

  private final String name;
  private final List<String> values;
  private final List<TariffMeasure> askedBy;

  private Declarable(String name, List<String> values, List<TariffMeasure> askedBy) {
    this.name = name;
    this.values = values;
    this.askedBy = askedBy;
  }

  static List<Declarable> of(StackQuestion question) {
    Map<String, Set<String>> values = new TreeMap<>();
    Map<String, Set<TariffMeasure>> askedBy = new TreeMap<>();
    for (Candidate each : question.candidates()) {
      asked(each.measure())
          .forEach(
              (name, words) -> {
                values.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(words);
                askedBy.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(each.measure());
              });
    }
    List<Declarable> all = new ArrayList<>();
    values.forEach(
        (name, words) ->
            all.add(new Declarable(name, List.copyOf(words), List.copyOf(askedBy.get(name)))));
    return List.copyOf(all);
  }

  private static Map<String, Set<String>> asked(TariffMeasure measure) {
    Map<String, Set<String>> asked = new TreeMap<>();
    if (measure.rule() == Rule.PREFERENCE) {
      add(asked, Condition.CLAIM, measure.programme());
    }
    for (Condition each : measure.conditions()) {
      add(asked, each.subject(), each.asksFor());
    }
    if (measure.portion().kind() != Portion.Kind.FULL) {
      add(asked, Condition.CONTENT + measure.portion().content(), "a fraction from 0 to 1");
    }
    for (String name : RateFacts.of(measure.rate())) {
      boolean content = name.startsWith(Condition.CONTENT);
      add(asked, name, content ? "a fraction from 0 to 1" : "as in " + measure.rate());
    }
    return asked;
  }

  private static void add(Map<String, Set<String>> asked, String name, String value) {
    asked.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value);
  }

  /** {@return the name as it is declared: {@code claim}, {@code content:US}, {@code age}} */
  public String name() {
    return name;
  }

  /**
   * {@return what may be declared: the preferences that may be claimed, or the form of the value in
   * words, such as {@code in or out} or {@code a number such as 25}}
   */
  public List<String> values() {
    return values;
  }

  /** {@return the measures in force that ask for it} */
  public List<TariffMeasure> askedBy() {
    return askedBy;
  }

  /** For example {@code quota:UK autos: in or out (S232 autos, UK in quota)}. */
  @Override
  public String toString() {
    return name
        + ": "
        + String.join(", ", values)
        + askedBy.stream().map(TariffMeasure::id).collect(Collectors.joining(", ", " (", ")"));
  }
}
