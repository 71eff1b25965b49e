package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.PlainNumber;

/**
 * A duty that falls with the polarisation of sugar: {@code start − step · (100 − degrees)}, not
 * below zero. The degrees are the declared fact {@code polarisation}; without it, or with one that
 * is no number within 0…100, the duty is undetermined. A rate at another degree, such as EUR 98 a
 * ton at 96 degrees with 1.4 % of it for each degree more or less (the EU's raw sugar quotas,
 * Regulation (EC) No 891/2009), is the same line: EUR 103.488 less 1.372.
 *
 * @param start the duty at 100 degrees
 * @param step what it falls by for each degree under 100, in proportion for parts of a degree
 * @serial exclude
 * @since 0.1.0
 */
public record PolarisedRate(DutyRate.Specific start, DutyRate.Specific step) implements DutyRate {

  /**
   * Refuses nulls.
   *
   * @param start the duty at 100 degrees
   * @param step what it falls by for each degree under 100, in proportion for parts of a degree
   */
  public PolarisedRate {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(step, "step");
  }

  /** The name of the declared fact, in degrees within 0…100. */
  public static final String FACT = "polarisation";

  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  @Override
  public DutyAmount on(DutyBasis basis) {
    Objects.requireNonNull(basis, "basis");
    return basis.fromFact(
        FACT, text -> start.on(basis).excessOver(reduction(PlainNumber.parse("it", text), basis)));
  }

  private DutyAmount reduction(BigDecimal degrees, DutyBasis basis) {
    BigDecimal under = FULL.subtract(degrees);
    if (degrees.signum() < 0 || under.signum() < 0) {
      throw new IllegalArgumentException("it must be degrees within 0 and 100");
    }
    return step.on(basis).map(amount -> amount.multipliedBy(under));
  }

  @Override
  public List<DutyRate> parts() {
    return List.of(start, step);
  }

  @Override
  public String toString() {
    return start + " less " + step + " per degree under 100";
  }
}
