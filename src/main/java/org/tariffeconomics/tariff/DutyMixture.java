package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredOrigin;

/**
 * The average duty of goods that come in under several declarations: a preference that 90 % of a
 * trade claims, a quota that holds for a part.
 *
 * <p>Duties are averaged, never rates inside a maximum: an all-inclusive rate over an averaged base
 * is another number than the average of the all-inclusive duties.
 *
 * @since 0.1.0
 */
public final class DutyMixture {

  private final List<Part> parts;

  private DutyMixture(List<Part> parts) {
    this.parts = parts;
  }

  /** One declaration and its weight. */
  public static final class Part {

    private final BigDecimal weight;
    private final Assessment assessment;

    Part(BigDecimal weight, Assessment assessment) {
      this.weight = weight;
      this.assessment = assessment;
    }

    /** {@return the share of the value that comes in so, within 0…1} */
    public BigDecimal weight() {
      return weight;
    }

    /** {@return the duties on the whole value, were all of it declared so} */
    public Assessment assessment() {
      return assessment;
    }

    /** The weight and the duty. */
    @Override
    public String toString() {
      return weight.toPlainString() + " × " + assessment;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that
          && weight.compareTo(that.weight) == 0
          && assessment.equals(that.assessment);
    }

    @Override
    public int hashCode() {
      return Objects.hash(weight.stripTrailingZeros(), assessment);
    }
  }

  /**
   * A declaration with the share of the value that comes in under it.
   *
   * @param origin the origin and what is declared
   * @param weight the share of the value, within 0…1
   */
  public record Share(DeclaredOrigin origin, BigDecimal weight) {

    /**
     * Creates a share.
     *
     * @param origin the origin and what is declared
     * @param weight the share of the value, within 0…1
     * @throws IllegalArgumentException when the weight is not within 0…1
     */
    public Share {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(weight, "weight");
      if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("A weight must be within 0 and 1, but was " + weight);
      }
      weight = PlainNumber.plain(weight);
    }

    /** The weight and the declaration. */
    @Override
    public String toString() {
      return weight.toPlainString() + " × " + origin;
    }
  }

  /**
   * The average duty.
   *
   * @param law the law of the day
   * @param line the tariff line
   * @param customsValue the customs value of all the goods
   * @param quantities their quantities
   * @param shares the declarations with their weights, which sum to one
   * @return the mixture
   * @throws IllegalArgumentException when the weights do not sum to one
   */
  public static DutyMixture of(
      TariffLaw law,
      HsCode line,
      BigMoney customsValue,
      List<Quantity> quantities,
      List<Share> shares) {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(shares, "shares");
    BigDecimal total = shares.stream().map(Share::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "Weights must sum to 1, but sum to " + total.toPlainString() + ": " + shares);
    }
    List<Part> parts = new ArrayList<>();
    for (Share each : shares) {
      DutyStack stack = law.stack(line, each.origin().country(), each.origin().facts());
      parts.add(
          new Part(each.weight(), stack.assess(customsValue, quantities, ExchangeRates.none())));
    }
    return new DutyMixture(List.copyOf(parts));
  }

  /**
   * The declarations with their weights and duties.
   *
   * @return the parts, in the order given
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * {@return the average duty: Σ weight · duty, before rounding; empty where a duty of positive
   * weight is not known}
   */
  public Optional<BigMoney> duty() {
    BigMoney sum = BigMoney.zero(parts.get(0).assessment().customsValue().getCurrencyUnit());
    for (Part each : parts) {
      if (each.weight().signum() > 0) {
        Optional<BigMoney> duty = each.assessment().exactTotal();
        if (duty.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(duty.get().multipliedBy(each.weight()));
      }
    }
    return Optional.of(sum);
  }

  /**
   * The average duty over the customs value.
   *
   * @return the rate, to 34 digits; empty where the duty is not known or the value is zero
   */
  public Optional<Rate> effectiveRate() {
    BigMoney value = parts.get(0).assessment().customsValue();
    return value.isZero()
        ? Optional.empty()
        : duty()
            .map(d -> d.getAmount().divide(value.getAmount(), MathContext.DECIMAL128))
            .map(Rate::fraction);
  }

  /** The average rate, or that it is not known. */
  @Override
  public String toString() {
    return "mixture of " + parts.size() + effectiveRate().map(r -> ": " + r.toText(2)).orElse("");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DutyMixture that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }
}
