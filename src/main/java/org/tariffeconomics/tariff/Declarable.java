package org.tariffeconomics.tariff;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.rate.RateFacts;
import org.tariffeconomics.rate.UsShareOfRest;

/**
 * Something that may be declared with goods so that it moves their duty: a claim, the share of a
 * content, or another fact.
 *
 * @since 0.1.0
 */
public final class Declarable {

  private static final String A_SHARE = "a fraction from 0 to 1";

  private final String name;
  private final List<String> values;
  private final List<TariffMeasure> askedBy;

  private Declarable(String name, List<String> values, List<TariffMeasure> askedBy) {
    this.name = name;
    this.values = values;
    this.askedBy = askedBy;
  }

  static List<Declarable> of(StackQuestion question) {
    SetMultimap<String, String> values = LinkedHashMultimap.create();
    SetMultimap<String, TariffMeasure> askedBy = LinkedHashMultimap.create();
    List<TariffMeasure> measures = measures(question);
    for (TariffMeasure each : measures) {
      SetMultimap<String, String> asked = asked(each);
      values.putAll(asked);
      asked.keySet().forEach(name -> askedBy.put(name, each));
      if (each.portion().content().equals(Portion.US) && isOnMaterials(measures)) {
        values.put(UsShareOfRest.FACT, A_SHARE);
        askedBy.put(UsShareOfRest.FACT, each);
      }
    }
    return values.keySet().stream()
        .sorted()
        .map(
            name ->
                new Declarable(name, List.copyOf(values.get(name)), List.copyOf(askedBy.get(name))))
        .toList();
  }

  /** Those for all goods of the code, then those for some of them. */
  private static List<TariffMeasure> measures(StackQuestion question) {
    return Stream.concat(
            question.candidates().stream().map(Candidate::measure), question.partial().stream())
        .toList();
  }

  private static boolean isOnMaterials(List<TariffMeasure> measures) {
    return measures.stream()
        .map(each -> each.portion().content())
        .anyMatch(content -> !content.isEmpty() && !content.equals(Portion.US));
  }

  private static SetMultimap<String, String> asked(TariffMeasure measure) {
    SetMultimap<String, String> asked = LinkedHashMultimap.create();
    if (measure.rule() == Rule.PREFERENCE) {
      asked.put(Condition.CLAIM, measure.programme());
    }
    measure.conditions().stream()
        .filter(each -> !(each instanceof Condition.Claim claim && claim.isAny()))
        .forEach(each -> asked.put(each.subject(), each.asksFor()));
    if (measure.portion().kind() != Portion.Kind.FULL) {
      asked.put(Condition.CONTENT + measure.portion().content(), A_SHARE);
    }
    for (String name : RateFacts.of(measure.rate())) {
      boolean content = name.startsWith(Condition.CONTENT);
      asked.put(name, content ? A_SHARE : "as in " + measure.rate());
    }
    return asked;
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

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Declarable that
        && name.equals(that.name)
        && values.equals(that.values)
        && askedBy.equals(that.askedBy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, values, askedBy);
  }
}
