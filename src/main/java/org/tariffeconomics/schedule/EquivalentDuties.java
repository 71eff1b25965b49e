package org.tariffeconomics.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.AdValoremEquivalent;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.tariff.ForwardingSource;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A schedule whose duties by quantity are turned into their ad valorem equivalents at stated unit
 * values, so that panels and averages have a rate for them too.
 *
 * <p>A rate is replaced where the line asked about, or the nearest code above it, has a unit value
 * that fits the rate's unit; every other rate stays as it is. The measure's source keeps the rate,
 * the unit value and the method: a number of this kind is an estimate of the method and no law.
 *
 * @since 0.1.0
 */
public final class EquivalentDuties extends ForwardingSource {

  private final Map<String, UnitValue> unitValues;

  /** What was made before, so that every answer shares the same objects. */
  private final Map<Map.Entry<TariffMeasure, UnitValue>, TariffMeasure> made =
      new ConcurrentHashMap<>();

  private EquivalentDuties(MeasureSource source, Map<String, UnitValue> unitValues) {
    super(source);
    this.unitValues = unitValues;
  }

  /**
   * A schedule with equivalents.
   *
   * @param source the schedule
   * @param unitValues what goods of a line, heading or chapter are worth; the longest code counts
   * @return the schedule with equivalents
   */
  public static EquivalentDuties of(MeasureSource source, Map<HsCode, UnitValue> unitValues) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(unitValues, "unitValues");
    Map<String, UnitValue> byDigits = new TreeMap<>();
    unitValues.forEach((code, value) -> byDigits.put(code.digits(), value));
    return new EquivalentDuties(source, byDigits);
  }

  /**
   * The unit value that counts for goods of a code.
   *
   * @param code the line
   * @return the unit value of the longest code that covers the line; empty where none does
   */
  public Optional<UnitValue> unitValue(HsCode code) {
    Objects.requireNonNull(code, "code");
    String digits = code.digits();
    for (int length = digits.length(); length > 0; length--) {
      UnitValue value = unitValues.get(digits.substring(0, length));
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    List<TariffMeasure> measures = source().measures(code, origin, day, knowledge);
    Optional<UnitValue> value = unitValue(code);
    if (value.isEmpty()) {
      return measures;
    }
    List<TariffMeasure> equivalent = new ArrayList<>(measures.size());
    for (TariffMeasure each : measures) {
      equivalent.add(
          made.computeIfAbsent(Map.entry(each, value.get()), k -> equivalent(each, value.get())));
    }
    return equivalent;
  }

  private static TariffMeasure equivalent(TariffMeasure measure, UnitValue value) {
    if (isShareOfValue(measure.rate())) {
      return measure;
    }
    Optional<Rate> rate = AdValoremEquivalent.of(measure.rate(), value).rate();
    return rate.map(
            r -> measure.withRate(r).withSource(sourced(measure.source(), measure.rate(), value)))
        .orElse(measure);
  }

  private static boolean isShareOfValue(DutyRate rate) {
    BigMoney one = BigMoney.of(CurrencyUnit.USD, 1);
    return rate.on(DutyBasis.of(one)).amount().isPresent();
  }

  private static Source sourced(Source source, DutyRate rate, UnitValue value) {
    return new Source(
        source.title(),
        source.date(),
        source.citation()
            + " (equivalent of "
            + rate
            + " at "
            + value
            + ", "
            + value.method()
            + ", "
            + value.source().title()
            + ")",
        source.verification());
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return ofKind(source().kind(code, day, knowledge), code);
  }

  /** Lines with duties by quantity differ by what their goods are worth. */
  private Object ofKind(Object kind, HsCode code) {
    return unitValue(code).<Object>map(value -> List.of(kind, value)).orElse(kind);
  }

  @Override
  public Optional<Object> kindOnAllDays(HsCode code) {
    Objects.requireNonNull(code, "code");
    return source().kindOnAllDays(code).map(kind -> ofKind(kind, code));
  }

  @Override
  public boolean writeContent(Consumer<String> lines) {
    Objects.requireNonNull(lines, "lines");
    unitValues.forEach((digits, value) -> lines.accept(digits + " " + value));
    return source().writeContent(lines);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EquivalentDuties that
        && source().equals(that.source())
        && unitValues.equals(that.unitValues);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source(), unitValues);
  }

  /** The schedule and how many unit values. */
  @Override
  public String toString() {
    return source() + " with " + unitValues.size() + " unit values";
  }
}
