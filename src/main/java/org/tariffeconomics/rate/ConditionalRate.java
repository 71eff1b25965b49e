package org.tariffeconomics.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A rate that counts on a condition which the text states in words: {@code Free, under bond, as
 * prescribed in U.S. note 1}. Whether it is met is the declared fact of those very words, {@code
 * yes} or {@code no}; without that fact, or where it is not met and the text has no other rate, the
 * duty is undetermined.
 *
 * @param condition the condition in the words of the text
 * @param rate the rate where it is met
 * @param otherwise the rate where it is not met; empty where the text has none
 * @serial exclude
 * @since 0.1.0
 */
public record ConditionalRate(String condition, DutyRate rate, Optional<DutyRate> otherwise)
    implements DutyRate {

  /**
   * Creates the rate.
   *
   * @param condition the condition in the words of the text, not blank
   * @param rate the rate where it is met
   * @param otherwise the rate where it is not met; empty where the text has none
   * @throws IllegalArgumentException when the condition is blank
   */
  public ConditionalRate {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(otherwise, "otherwise");
    condition = RateForm.tidy(condition);
    if (condition.isEmpty()) {
      throw new IllegalArgumentException("A conditional rate needs its condition");
    }
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return basis.fromFact(condition, declared -> rate(declared).on(basis));
  }

  private DutyRate rate(String declared) {
    return switch (declared.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> rate;
      case "no", "false" ->
          otherwise.orElseThrow(
              () -> new IllegalArgumentException("the text has no rate for other goods"));
      default -> throw new IllegalArgumentException("it must be yes or no");
    };
  }

  @Override
  public List<DutyRate> parts() {
    List<DutyRate> parts = new ArrayList<>(List.of(rate));
    otherwise.ifPresent(parts::add);
    return List.copyOf(parts);
  }

  @Override
  public String toString() {
    return "when("
        + QuotedText.quoted(condition)
        + ", "
        + RateForm.listed(rate)
        + otherwise.map(o -> ", " + RateForm.listed(o)).orElse("")
        + ")";
  }
}
