package org.tariffeconomics.rate;

import java.util.List;
import java.util.Objects;

/**
 * One duty less another, never below zero: {@code max(0, from − less)}. TARIC writes it {@code
 * 42.903 EUR DTN - 30.000 %}, the US schedule {@code The duty rate provided in such subheading
 * minus 0.5%}. Several terms are taken together before the difference is cut at zero.
 *
 * @param from the duty that is lowered
 * @param less what it is lowered by
 * @serial exclude
 * @since 0.1.0
 */
public record DifferenceRate(DutyRate from, DutyRate less) implements DutyRate {

  /**
   * Refuses nulls.
   *
   * @param from the duty that is lowered
   * @param less what it is lowered by
   */
  public DifferenceRate {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(less, "less");
  }

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return from.on(basis).excessOver(less.on(basis));
  }

  @Override
  public List<DutyRate> parts() {
    return List.of(from, less);
  }

  @Override
  public String toString() {
    String whole = from instanceof Sum sum ? sum.toString() : RateForm.term(from);
    List<DutyRate> taken = less instanceof Sum sum ? sum.terms() : List.of(less);
    return whole + " - " + RateForm.joined(" - ", taken);
  }
}
