package org.tariffeconomics.rate;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The ad valorem equivalent of a duty rate: the percentage of the value that gives the same duty on
 * goods of a stated unit value.
 *
 * <p>Formula: duty at the rate on the unit value's quantities / value. A specific duty of 0.44 USD
 * a kilogram on goods of 5.50 USD a kilogram is 8 %; a compound rate is the sum of both parts, a
 * mixed rate the greater or lesser at that unit value. It is a number of its method: the unit value
 * stays with it. Where the unit value is in a unit that the rate is not charged on, or in a
 * currency without a stated exchange rate, the equivalent is unknown and never zero.
 *
 * <p>Methods as in UNCTAD/WTO/ITC, World Tariff Profiles, technical notes: the own unit value, that
 * of a reference group, and that of world trade.
 *
 * @since 0.1.0
 */
public final class AdValoremEquivalent {

  private final DutyRate dutyRate;
  private final UnitValue unitValue;
  private final DutyAmount duty;

  private AdValoremEquivalent(DutyRate dutyRate, UnitValue unitValue, DutyAmount duty) {
    this.dutyRate = dutyRate;
    this.unitValue = unitValue;
    this.duty = duty;
  }

  /**
   * The equivalent of a rate.
   *
   * @param rate the rate
   * @param unitValue the unit value, in the currency of the rate
   * @return the equivalent, unknown where the unit value does not fit the rate
   */
  public static AdValoremEquivalent of(DutyRate rate, UnitValue unitValue) {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(unitValue, "unitValue");
    return of(rate, unitValue, ExchangeRates.none());
  }

  /**
   * The equivalent of a rate.
   *
   * @param rate the rate
   * @param unitValue the unit value
   * @param rates exchange rates for a duty in another currency than the unit value
   * @return the equivalent, unknown where the unit value does not fit the rate
   */
  public static AdValoremEquivalent of(DutyRate rate, UnitValue unitValue, ExchangeRates rates) {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(unitValue, "unitValue");
    Objects.requireNonNull(rates, "rates");
    DutyBasis basis =
        DutyBasis.of(unitValue.value(), unitValue.quantities().toArray(Quantity[]::new))
            .withExchangeRates(rates);
    return new AdValoremEquivalent(rate, unitValue, rate.on(basis));
  }

  /**
   * The percentage.
   *
   * @return the equivalent, to 34 digits; empty where it is unknown
   */
  public Optional<Rate> rate() {
    return duty.amount()
        .map(
            amount ->
                Rate.fraction(
                    amount
                        .getAmount()
                        .divide(unitValue.value().getAmount(), MathContext.DECIMAL128)));
  }

  /**
   * Why the equivalent is unknown.
   *
   * @return the reasons, empty where it is known
   */
  public List<String> reasons() {
    return duty.reasons();
  }

  /** {@return the rate that this is the equivalent of} */
  public DutyRate dutyRate() {
    return dutyRate;
  }

  /** {@return the unit value with its method and source} */
  public UnitValue unitValue() {
    return unitValue;
  }

  /**
   * {@return the equivalent with all that went into it: a table of one row: rate, equivalent, unit
   * value, method, source}
   */
  public Table table() {
    return table(dutyRate, List.of(this));
  }

  /**
   * One rate by several methods.
   *
   * @param rate the rate
   * @param unitValues the unit values, the first of which the others are compared with
   * @return one row per method: equivalent, percentage points from the first, unit value, source
   * @throws IllegalArgumentException when there is no unit value
   */
  public static Table compare(DutyRate rate, Collection<UnitValue> unitValues) {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(unitValues, "unitValues");
    if (unitValues.isEmpty()) {
      throw new IllegalArgumentException("unitValues must not be empty");
    }
    return table(rate, unitValues.stream().map(each -> of(rate, each)).toList());
  }

  private static Table table(DutyRate rate, List<AdValoremEquivalent> equivalents) {
    Optional<Rate> first = equivalents.get(0).rate();
    List<List<Cell>> rows = new ArrayList<>();
    for (AdValoremEquivalent each : equivalents) {
      rows.add(
          List.of(
              Cell.text(each.unitValue.method().toString()),
              each.cell(),
              each.differenceTo(first),
              Cell.text(each.unitValue.toString()),
              Cell.text(each.unitValue.source().toString())));
    }
    return Table.of(
        "Ad valorem equivalent of " + rate,
        List.of("method", "equivalent", "against first", "unit value", "source"),
        rows);
  }

  private Cell cell() {
    return rate()
        .map(r -> Cell.percent(r.fraction(), 2))
        .orElseGet(() -> Cell.unknown(String.join("; ", reasons())));
  }

  private Cell differenceTo(Optional<Rate> first) {
    return rate()
        .flatMap(r -> first.map(f -> Cell.points(r.fraction().subtract(f.fraction()), 2)))
        .orElseGet(() -> Cell.unknown("one of both is unknown"));
  }

  /** The equivalent and its method, or why it is unknown. */
  @Override
  public String toString() {
    return rate()
        .map(r -> r.toText(2) + " by the " + unitValue.method())
        .orElseGet(() -> "unknown: " + String.join("; ", reasons()));
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AdValoremEquivalent that
        && dutyRate.equals(that.dutyRate)
        && unitValue.equals(that.unitValue)
        && duty.equals(that.duty);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dutyRate, unitValue, duty);
  }
}
