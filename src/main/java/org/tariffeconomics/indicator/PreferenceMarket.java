package org.tariffeconomics.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * One product in one market, with every supplier's tariff: the place where preference margins are
 * measured.
 *
 * <p>The margin against the MFN rate overstates a preference wherever the main rivals have one too;
 * the competition-adjusted margin compares with what rivals really face: the mean of their tariffs,
 * weighted with the imports from them. Suppliers without imports are rivals with weight zero.
 * Sources: Low, Piermartini and Richtering (2009); Hoekman and Nicita (2008).
 *
 * <p>Sign: a positive margin is an advantage of the supplier. Immutable. What Japan's cut alone did
 * to Korea:
 *
 * <pre>{@code
 * PreferenceMarket before = PreferenceMarket.of(0.025, List.of(
 *     new SupplierTariff("jp", 40, 0.275),
 *     new SupplierTariff("kr", 30, 0.25),
 *     new SupplierTariff("mx", 70, 0.275)));
 * PreferenceMarket after = PreferenceMarket.of(0.025, List.of(
 *     new SupplierTariff("jp", 40, 0.15),
 *     new SupplierTariff("kr", 30, 0.25),
 *     new SupplierTariff("mx", 70, 0.275)));
 * before.erosion("kr", after);   // kr: -4.55 pp = own +0.00 pp, rivals -4.55 pp
 * }</pre>
 *
 * @since 0.1.0
 */
public final class PreferenceMarket {

  private final double mfn;
  private final List<SupplierTariff> suppliers;
  private final List<String> names;
  private final double[] imports;
  private final double[] tariffs;

  private PreferenceMarket(double mfn, List<SupplierTariff> suppliers) {
    this.mfn = mfn;
    this.suppliers = suppliers;
    this.names = suppliers.stream().map(SupplierTariff::name).toList();
    this.imports = suppliers.stream().mapToDouble(SupplierTariff::imports).toArray();
    this.tariffs = suppliers.stream().mapToDouble(SupplierTariff::tariff).toArray();
  }

  /**
   * A market.
   *
   * @param mfn the most-favoured-nation rate, a fraction above −1
   * @param suppliers the suppliers, names distinct, at least one
   * @return the market
   * @throws IllegalArgumentException when the rate is out of bounds, there is no supplier or a name
   *     is twice
   */
  public static PreferenceMarket of(double mfn, List<SupplierTariff> suppliers) {
    Objects.requireNonNull(suppliers, "suppliers");
    Require.tariff("mfn", mfn);
    Require.notEmpty("suppliers", suppliers.size());
    Require.distinct("suppliers", suppliers.stream().map(SupplierTariff::name).toList());
    return new PreferenceMarket(mfn, List.copyOf(suppliers));
  }

  /**
   * A market whose suppliers have no names: they are called "0", "1", ….
   *
   * @param mfn the most-favoured-nation rate, a fraction above −1
   * @param imports the imports from each supplier, not negative
   * @param tariffs the tariff applied to each, fractions above −1
   * @return the market
   * @throws IllegalArgumentException when lengths differ or a number is out of bounds
   */
  public static PreferenceMarket of(double mfn, double[] imports, double[] tariffs) {
    Objects.requireNonNull(tariffs, "tariffs");
    Objects.requireNonNull(imports, "imports");
    Require.sameLength("tariffs", tariffs.length, "imports", imports.length);
    List<SupplierTariff> suppliers = new ArrayList<>();
    for (int k = 0; k < imports.length; k++) {
      suppliers.add(new SupplierTariff(Integer.toString(k), imports[k], tariffs[k]));
    }
    return of(mfn, suppliers);
  }

  /** {@return the most-favoured-nation rate, a fraction} */
  public double mfn() {
    return mfn;
  }

  /** {@return the suppliers, in the order given} */
  public List<SupplierTariff> suppliers() {
    return suppliers;
  }

  /**
   * The margins of a supplier whose preference is always claimed.
   *
   * @param supplier the supplier's name
   * @return the margins
   * @throws IllegalArgumentException when there is no such supplier
   */
  public PreferenceMargin margin(String supplier) {
    Objects.requireNonNull(supplier, "supplier");
    return margin(supplier, 1);
  }

  /**
   * The margins of a supplier whose preference is claimed for part of its imports.
   *
   * @param supplier the supplier's name
   * @param utilisation the part of its imports that claims the preference, from 0 to 1
   * @return the margins
   * @throws IllegalArgumentException when there is no such supplier or the part is out of bounds
   */
  public PreferenceMargin margin(String supplier, double utilisation) {
    Objects.requireNonNull(supplier, "supplier");
    SupplierTariff own = suppliers.get(indexOf(supplier));
    return new PreferenceMargin(own, mfn, utilisation, competitorAverage(supplier));
  }

  /**
   * The mean tariff of a supplier's rivals, weighted with the imports from them.
   *
   * @param supplier the supplier's name
   * @return the mean, a fraction; empty where nothing is bought from any rival
   * @throws IllegalArgumentException when there is no such supplier
   */
  public OptionalDouble competitorAverage(String supplier) {
    Objects.requireNonNull(supplier, "supplier");
    int own = indexOf(supplier);
    return Arithmetic.weightedMean(tariffs, rivalImports(own));
  }

  /**
   * What a change of tariffs does to the competition-adjusted margin of a supplier, split into the
   * effect of its own tariff and that of each rival's.
   *
   * <p>The weights of rivals stay those of this market, so that the effects add up exactly.
   *
   * @param supplier the supplier's name
   * @param after the same market with the new tariffs; its imports are not used
   * @return the change and its parts
   * @throws IllegalArgumentException when there is no such supplier, nothing is bought from any
   *     rival, or the other market has other suppliers
   */
  public MarginErosion erosion(String supplier, PreferenceMarket after) {
    Objects.requireNonNull(supplier, "supplier");
    Objects.requireNonNull(after, "after");
    int own = indexOf(supplier);
    requireSameSuppliers(after);
    double[] weights = rivalImports(own);
    double total = Arithmetic.sum(weights);
    if (!(total > 0)) {
      throw new IllegalArgumentException("'" + supplier + "' has no rival with imports");
    }
    List<MarginErosion.Effect> rivals = new ArrayList<>();
    for (int k = 0; k < weights.length; k++) {
      if (k != own) {
        rivals.add(effect(k, weights[k] / total, after));
      }
    }
    return new MarginErosion(margin(supplier), effect(own, -1, after), rivals);
  }

  private MarginErosion.Effect effect(int supplier, double weight, PreferenceMarket after) {
    SupplierTariff old = suppliers.get(supplier);
    double now = after.suppliers.get(supplier).tariff();
    return new MarginErosion.Effect(old.name(), weight, old.tariff(), now);
  }

  private void requireSameSuppliers(PreferenceMarket after) {
    for (int k = 0; k < Math.max(suppliers.size(), after.suppliers.size()); k++) {
      String here = k < suppliers.size() ? suppliers.get(k).name() : "none";
      String there = k < after.suppliers.size() ? after.suppliers.get(k).name() : "none";
      if (!here.equals(there)) {
        throw new IllegalArgumentException(
            "after must have the same suppliers in the same order, but has "
                + there
                + " in place of "
                + here);
      }
    }
  }

  private double[] rivalImports(int own) {
    double[] rivals = imports.clone();
    rivals[own] = 0;
    return rivals;
  }

  private int indexOf(String supplier) {
    return Require.index("supplier", names, supplier);
  }

  /**
   * The margins of all suppliers, each with full use of its preference.
   *
   * @return the table, a line for each supplier
   */
  public Table table() {
    List<List<Cell>> lines = new ArrayList<>();
    for (SupplierTariff supplier : suppliers) {
      PreferenceMargin margin = margin(supplier.name());
      lines.add(
          List.of(
              Cell.text(supplier.name()),
              Cell.percent(supplier.tariff(), 1),
              Cell.points(margin.absolute(), 1),
              points(margin.competitionAdjusted()),
              Cell.number(supplier.imports(), 0, "")));
    }
    return new Table(
        "Preference margins (positive is an advantage)",
        List.of("supplier", "tariff", "against MFN", "against rivals", "imports"),
        lines,
        List.of("Rivals weighted with the imports from them; every preference claimed in full."));
  }

  private static Cell points(OptionalDouble margin) {
    return margin.isPresent()
        ? Cell.points(margin.getAsDouble(), 1)
        : Cell.unknown("no rival with imports");
  }

  /** The rate and the number of suppliers. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "PreferenceMarket MFN %.1f%%, %d suppliers", 100 * mfn, suppliers.size());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PreferenceMarket that
        && Double.compare(mfn, that.mfn) == 0
        && suppliers.equals(that.suppliers)
        && names.equals(that.names)
        && Arrays.equals(imports, that.imports)
        && Arrays.equals(tariffs, that.tariffs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(mfn, suppliers, names, Arrays.hashCode(imports), Arrays.hashCode(tariffs));
  }
}
