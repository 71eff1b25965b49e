package org.tariffeconomics.competitiveness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RateCells;

/**
 * The parts of a product by origin with their tariffs: what duty a home-made product carries, and
 * how it compares with the same product imported whole. A part whose tariff is bounded bounds what
 * it is in; one whose tariff is unknown leaves it unknown.
 *
 * @param product what is made
 * @param currency the currency of the values
 * @param value the value of the finished product, positive; it may hold labour and home parts
 * @param parts the parts, at least one; home parts have a tariff of zero
 * @since 0.1.0
 */
public record BillOfMaterials(String product, String currency, double value, List<Part> parts) {

  /**
   * Checks and copies the parts.
   *
   * @param product what is made
   * @param currency the currency of the values
   * @param value the value of the finished product, positive
   * @param parts the parts, at least one
   * @throws IllegalArgumentException when the value is not positive, or there is no part
   */
  public BillOfMaterials {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(parts, "parts");
    Require.positive("value", value);
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must not be empty");
    }
  }

  /**
   * A part.
   *
   * @param name what it is
   * @param origin where it comes from
   * @param value its customs value, not negative
   * @param tariff the tariff on it, as a fraction, or unknown with the reason
   * @param range what the tariff lies within; empty where not even that is known
   */
  public record Part(
      String name, String origin, double value, Figure tariff, Optional<RateRange> range) {

    /**
     * Creates a part.
     *
     * @param name what it is
     * @param origin where it comes from
     * @param value its customs value, not negative
     * @param tariff the tariff on it, as a fraction, or unknown with the reason
     * @param range what the tariff lies within; of a known tariff the tariff itself, whatever is
     *     given
     * @throws IllegalArgumentException when a name is blank or a number is out of its bounds
     */
    public Part {
      Objects.requireNonNull(tariff, "tariff");
      Require.notBlank("name", name);
      Require.notBlank("origin", origin);
      Require.notNegative("value of " + name, value);
      Objects.requireNonNull(range, "range");
      tariff.value().ifPresent(t -> Require.tariff("tariff of " + name, t));
      if (tariff.isKnown()) {
        range = Optional.of(RateRange.of(Rate.fraction(BigDecimal.valueOf(tariff.known()))));
      }
    }

    /**
     * Creates a part.
     *
     * @param name what it is
     * @param origin where it comes from
     * @param value its customs value, not negative
     * @param tariff the tariff on it, as a fraction, or unknown with the reason
     * @throws IllegalArgumentException when a name is blank or a number is out of its bounds
     */
    public Part(String name, String origin, double value, Figure tariff) {
      this(name, origin, value, tariff, Optional.empty());
    }

    /**
     * A part with a tariff that is only bounded.
     *
     * @param name what it is
     * @param origin where it comes from
     * @param value its customs value
     * @param range what the tariff lies within
     * @param reason what decides
     * @return the part; one with a known tariff where the range is one rate
     */
    public static Part within(
        String name, String origin, double value, RateRange range, String reason) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(range, "range");
      Objects.requireNonNull(reason, "reason");
      return new Part(
          name,
          origin,
          value,
          range.exact().map(Figure::of).orElseGet(() -> Figure.unknown(reason)),
          Optional.of(range));
    }

    /**
     * A part with the duty that a law charges on it.
     *
     * @param name what it is
     * @param duty the duty on it: {@code law.stack(line, origin)}
     * @param value its customs value
     * @return the part, whose tariff is bounded or unknown where that of the law is, for its
     *     reasons
     */
    public static Part of(String name, DutyStack duty, double value) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(duty, "duty");
      String origin = duty.origin().alpha2();
      String why = String.join("; ", duty.reasons());
      return duty.range()
          .map(range -> within(name, origin, value, range, why))
          .orElseGet(
              () ->
                  new Part(
                      name,
                      origin,
                      value,
                      Figure.unknown(why.isEmpty() ? "the duty depends on more than value" : why)));
    }

    /**
     * A part with a known tariff.
     *
     * @param name what it is
     * @param origin where it comes from
     * @param value its customs value
     * @param tariff the tariff on it, as a fraction: 0.15 is 15 percent
     * @return the part
     * @throws IllegalArgumentException when the tariff is −1 or less, or above 10 (1,000 percent),
     *     which is more likely a percentage
     */
    public static Part of(String name, String origin, double value, double tariff) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(origin, "origin");
      return new Part(
          name, origin, value, Figure.of(Fractions.tariff("tariff of " + name, tariff)));
    }

    /**
     * A part with a known tariff.
     *
     * @param name what it is
     * @param origin where it comes from
     * @param value its customs value
     * @param tariff the tariff on it
     * @return the part
     */
    public static Part of(String name, String origin, double value, Rate tariff) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(tariff, "tariff");
      return new Part(name, origin, value, Figure.of(tariff));
    }

    /** {@return the duty on the part: value × tariff, unknown where the tariff is} */
    public Figure duty() {
      return tariff.isKnown() ? Figure.of(value * tariff.known()) : tariff;
    }

    /** The part in one line. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s from %s: %.2f at %s", name, origin, value, cell(tariff, range));
    }
  }

  /**
   * A sum that is only bounded, in {@link #currency()}.
   *
   * @param lowest the least
   * @param highest the most
   */
  public record Sum(double lowest, double highest) {

    /** For example {@code 100.00 to 250.00}. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f to %.2f", lowest, highest);
    }
  }

  /**
   * What the duty on all parts lies within.
   *
   * @return from the duty to itself where it is known; empty where not even bounds of the tariff on
   *     a part of any value are
   */
  public Optional<Sum> dutyRange() {
    double low = 0;
    double high = 0;
    for (Part part : parts) {
      if (part.value() > 0) {
        if (part.range().isEmpty()) {
          return Optional.empty();
        }
        low += part.value() * part.range().get().lowest().fraction().doubleValue();
        high += part.value() * part.range().get().highest().fraction().doubleValue();
      }
    }
    return Optional.of(new Sum(low, high));
  }

  /** {@return what the blended tariff lies within; empty where not even that is known} */
  public Optional<RateRange> blendedTariffRange() {
    double all = partsValue();
    return all > 0 ? dutyRange().map(duty -> over(duty, all)) : Optional.empty();
  }

  /** {@return what the effective rate lies within; empty where not even that is known} */
  public Optional<RateRange> effectiveRateRange() {
    return dutyRange().map(duty -> over(duty, value));
  }

  private static RateRange over(Sum duty, double whole) {
    return new RateRange(
        Rate.fraction(BigDecimal.valueOf(duty.lowest() / whole)),
        Rate.fraction(BigDecimal.valueOf(duty.highest() / whole)));
  }

  /**
   * What the lead of making the product here over importing it whole lies within.
   *
   * @param tariffOnWhole what the tariff on the finished product lies within
   * @return that tariff less the effective rate, as if nothing tied the two together; empty where
   *     the effective rate is not even bounded
   */
  public Optional<GapRange> leadRange(RateRange tariffOnWhole) {
    Objects.requireNonNull(tariffOnWhole, "tariffOnWhole");
    return effectiveRateRange().map(tariffOnWhole::minus);
  }

  /**
   * The duty on all parts.
   *
   * @return the sum, in {@link #currency()}; unknown where the tariff on a part of any value is
   */
  public Figure duty() {
    double duty = 0;
    for (Part part : parts) {
      if (part.value() > 0 && !part.tariff().isKnown()) {
        return Figure.unknown("tariff on " + part.name() + ": " + part.tariff().reason());
      }
      duty += part.duty().value().orElse(0);
    }
    return Figure.of(duty);
  }

  /**
   * {@return the blended tariff of the parts: duty over the value of all parts, as a fraction;
   * unknown where a tariff is, or the parts have no value}
   */
  public Figure blendedTariff() {
    double parts = partsValue();
    return parts > 0 ? over(parts) : Figure.unknown("the parts have no value");
  }

  /**
   * {@return the duty that the finished product carries: duty over the product's value, as a
   * fraction; unknown where a tariff is}
   */
  public Figure effectiveRate() {
    return over(value);
  }

  private Figure over(double whole) {
    Figure duty = duty();
    return duty.isKnown() ? Figure.of(duty.known() / whole) : duty;
  }

  private double partsValue() {
    return parts.stream().mapToDouble(Part::value).sum();
  }

  /**
   * The lead of making the product here over importing it whole.
   *
   * @param tariffOnWhole the tariff on the finished product, as a fraction
   * @return that tariff less {@link #effectiveRate()}: positive where making it here carries less
   *     duty; unknown where a tariff is
   * @throws IllegalArgumentException when the tariff is −1 or less, or above 10 (1,000 percent)
   */
  public Figure leadOverImporting(double tariffOnWhole) {
    Fractions.tariff("tariffOnWhole", tariffOnWhole);
    Figure rate = effectiveRate();
    return rate.isKnown() ? Figure.of(tariffOnWhole - rate.known()) : rate;
  }

  /**
   * The share of dutiable parts in the product's value at which making it here carries as much duty
   * as importing it whole, with the parts in their present mix.
   *
   * @param tariffOnWhole the tariff on the finished product, as a fraction, not negative
   * @return tariff on the whole over the blended tariff, as a fraction of the product's value;
   *     above 1 means that no share of such parts is as bad; unknown where the blended tariff is
   *     unknown or not positive
   * @throws IllegalArgumentException when the tariff is negative or above 10 (1,000 percent)
   */
  public Figure breakEvenPartsShare(double tariffOnWhole) {
    Fractions.notNegative("tariffOnWhole", tariffOnWhole);
    Figure blended = blendedTariff();
    if (!blended.isKnown()) {
      return blended;
    }
    return blended.known() > 0
        ? Figure.of(tariffOnWhole / blended.known())
        : Figure.unknown("the parts carry no duty at any share");
  }

  /** {@return the parts with their duties, those of every origin together, and the total} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Part part : parts) {
      BillOfMaterials alone = new BillOfMaterials(product, currency, value, List.of(part));
      rows.add(alone.row(part.name(), part.origin()));
    }
    byOrigin().forEach((origin, some) -> rows.add(some.row("All from " + origin, origin)));
    rows.add(row("Total", ""));
    return new Table(
        "Duty on the parts of " + product,
        List.of("part", "origin", "value", "tariff", "duty"),
        rows,
        List.of(
            String.format(
                Locale.ROOT,
                "%s of the product's value of %s %s; in %s",
                cell(effectiveRate(), effectiveRateRange()),
                currency,
                Cell.number(value, 2, currency),
                currency)));
  }

  private Map<String, BillOfMaterials> byOrigin() {
    Map<String, List<Part>> grouped = new LinkedHashMap<>();
    parts.forEach(p -> grouped.computeIfAbsent(p.origin(), o -> new ArrayList<>()).add(p));
    Map<String, BillOfMaterials> bills = new LinkedHashMap<>();
    grouped.forEach((o, some) -> bills.put(o, new BillOfMaterials(product, currency, value, some)));
    return bills;
  }

  private List<Cell> row(String name, String origin) {
    Figure duty = duty();
    Optional<Sum> range = dutyRange();
    return List.of(
        Cell.text(name),
        Cell.text(origin),
        Cell.number(partsValue(), 2, currency),
        cell(partsValue() > 0 ? blendedTariff() : parts.get(0).tariff(), blendedTariffRange()),
        duty.isKnown() || range.isEmpty()
            ? FigureCells.number(duty, 2, currency)
            : Cell.range(
                Cell.number(range.get().lowest(), 2, currency),
                Cell.number(range.get().highest(), 2, currency),
                range.get().toString(),
                duty.reason()));
  }

  private static Cell cell(Figure rate, Optional<RateRange> range) {
    return rate.isKnown() || range.isEmpty()
        ? FigureCells.percent(rate)
        : RateCells.of(range.get(), rate.reason());
  }

  /** The product with its effective rate. */
  @Override
  public String toString() {
    return product
        + ": parts carry "
        + cell(effectiveRate(), effectiveRateRange())
        + " of its value";
  }
}
