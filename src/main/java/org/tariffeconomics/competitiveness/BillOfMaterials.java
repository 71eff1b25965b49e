package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The parts of a product by origin with their tariffs: what duty a home-made product carries, and
 * how it compares with the same product imported whole.
 *
 * @param product what is made
 * @param currency the currency of the values
 * @param value the value of the finished product, positive; it may hold labour and home parts
 * @param parts the parts, at least one; home parts have a tariff of zero
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
   */
  public record Part(String name, String origin, double value, Figure tariff) {

    /**
     * Creates a part.
     *
     * @param name what it is
     * @param origin where it comes from
     * @param value its customs value, not negative
     * @param tariff the tariff on it, as a fraction, or unknown with the reason
     * @throws IllegalArgumentException when a name is blank or a number is out of its bounds
     */
    public Part {
      Require.notBlank("name", name);
      Require.notBlank("origin", origin);
      Require.notNegative("value of " + name, value);
      tariff.value().ifPresent(t -> Require.tariff("tariff of " + name, t));
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
          Locale.ROOT, "%s from %s: %.2f at %s", name, origin, value, FigureCells.percent(tariff));
    }
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
      rows.add(row(part.name(), part.origin(), part.value(), part.tariff(), part.duty()));
    }
    byOrigin()
        .forEach(
            (origin, some) ->
                rows.add(
                    row(
                        "All from " + origin,
                        origin,
                        some.partsValue(),
                        some.blendedTariff(),
                        some.duty())));
    rows.add(row("Total", "", partsValue(), blendedTariff(), duty()));
    return new Table(
        "Duty on the parts of " + product,
        List.of("part", "origin", "value", "tariff", "duty"),
        rows,
        List.of(
            String.format(
                Locale.ROOT,
                "%s of the product's value of %s %s; in %s",
                FigureCells.percent(effectiveRate()),
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

  private List<Cell> row(String name, String origin, double amount, Figure tariff, Figure duty) {
    return List.of(
        Cell.text(name),
        Cell.text(origin),
        Cell.number(amount, 2, currency),
        FigureCells.percent(tariff),
        FigureCells.number(duty, 2, currency));
  }

  /** The product with its effective rate. */
  @Override
  public String toString() {
    return product + ": parts carry " + FigureCells.percent(effectiveRate()) + " of its value";
  }
}
