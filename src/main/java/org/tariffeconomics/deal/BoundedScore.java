package org.tariffeconomics.deal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A weighted mean of parts from 0 to 1, which is there where all parts that count are known; of a
 * part that is not, the bounds count, or 0 and 1.
 */
final class BoundedScore {
  private BigDecimal least = BigDecimal.ZERO;
  private BigDecimal most = BigDecimal.ZERO;
  private BigDecimal knownWeight = BigDecimal.ZERO;
  private BigDecimal weight = BigDecimal.ZERO;

  void add(
      BigDecimal partWeight,
      Optional<BigDecimal> part,
      Optional<BigDecimal> lowest,
      Optional<BigDecimal> highest) {
    weight = weight.add(partWeight);
    least = least.add(partWeight.multiply(part.or(() -> lowest).orElse(BigDecimal.ZERO)));
    most = most.add(partWeight.multiply(part.or(() -> highest).orElse(BigDecimal.ONE)));
    if (part.isPresent()) {
      knownWeight = knownWeight.add(partWeight);
    }
  }

  Optional<BigDecimal> mean() {
    return knownWeight.compareTo(weight) < 0 ? Optional.empty() : Optional.of(lowest());
  }

  BigDecimal lowest() {
    return least.divide(weight, MathContext.DECIMAL64);
  }

  BigDecimal highest() {
    return most.divide(weight, MathContext.DECIMAL64);
  }

  BigDecimal known() {
    return knownWeight.divide(weight, MathContext.DECIMAL64);
  }
}
