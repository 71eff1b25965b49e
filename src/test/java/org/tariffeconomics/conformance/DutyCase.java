package org.tariffeconomics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.tariffeconomics.basics.Rate;

/** One row of {@code cases/duty_cases.csv}. */
record DutyCase(
    String id,
    String group,
    String system,
    String asOf,
    String title,
    JsonNode inputs,
    String output,
    String expected,
    String tolerance) {

  boolean has(String... names) {
    return List.of(names).stream().allMatch(inputs::has);
  }

  String text(String name) {
    return required(name).asText();
  }

  /** A number as it is written, so that no digit is lost. */
  BigDecimal number(String name) {
    return new BigDecimal(text(name).strip());
  }

  BigDecimal number(String name, String otherwise) {
    return has(name) ? number(name) : new BigDecimal(otherwise);
  }

  /** A rate, written as a percentage with its sign or as a fraction. */
  Rate rate(String name) {
    String text = text(name).strip();
    return text.endsWith("%") ? Rate.parse(text) : Rate.fraction(text);
  }

  Rate rateOrZero(String name) {
    return has(name) ? rate(name) : Rate.ZERO;
  }

  Optional<String> firstKey(String prefix) {
    for (Iterator<String> names = inputs.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.startsWith(prefix)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Refuses the case when it has an input that is in none of the sets. */
  void refuseInputsBut(List<? extends Collection<String>> known) {
    inputs
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (known.stream().noneMatch(names -> names.contains(name))) {
                throw new UnsupportedCase("does not know the input '" + name + "'");
              }
            });
  }

  private JsonNode required(String name) {
    if (!inputs.has(name)) {
      throw new UnsupportedCase("needs the input '" + name + "'");
    }
    return inputs.get(name);
  }

  /** What became of the case when this was computed. */
  CaseResult compare(Object actual) {
    boolean agrees =
        actual instanceof BigDecimal number
            ? isWithinTolerance(number)
            : expected.equals(String.valueOf(actual));
    return agrees
        ? CaseResult.passed(id)
        : CaseResult.failed(id, "expected " + expected + " but was " + actual);
  }

  private boolean isWithinTolerance(BigDecimal actual) {
    BigDecimal allowed =
        tolerance.isEmpty() || tolerance.equals("exact")
            ? BigDecimal.ZERO
            : new BigDecimal(tolerance);
    return actual.subtract(new BigDecimal(expected)).abs().compareTo(allowed) <= 0;
  }
}
