package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.landedcost.Territory.ImportTaxation;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What a territory charges on a shipment besides the duty, and on which value: the stateless
 * calculator of landed costs.
 *
 * <p>Formula, for the shipment: {@code landed = goods + freight + insurance + charges + duty(value)
 * + Σ fee(value) + Σ tax(base)}, the value being that of the territory's {@link ValuationBasis}.
 * Duties come from a {@link TariffLaw} or are stated. Under law, duties and taxes are rounded as
 * its territory rounds them, fees and converted amounts to the smallest unit of the currency;
 * stated duties are exact unless a rounding is stated too ({@link #withRounding}).
 *
 * <pre>{@code
 * LandedCostCalculator.of("US").price(shipment, book.on("2026-11-23"))
 * LandedCostCalculator.of("NL").withTax(ImportTax.of("VAT", "21%")).price(shipment, StatedDuty.of("8%"))
 * }</pre>
 *
 * <p>Nothing is assumed where nothing is known: fees are bundled for the United States only, taxes
 * for no territory; the stamp of a result says what was not counted.
 *
 * @since 0.1.0
 */
public final class LandedCostCalculator {

  private final String territory;
  private final ValuationBasis basis;
  private final FeeSchedule fees;
  private final List<ImportTax> taxes;
  private final @Nullable RoundingPolicy rounding;
  private final List<String> remarks;

  private LandedCostCalculator(
      String territory,
      ValuationBasis basis,
      FeeSchedule fees,
      List<ImportTax> taxes,
      @Nullable RoundingPolicy rounding,
      List<String> remarks) {
    this.territory = territory;
    this.basis = basis;
    this.fees = fees;
    this.taxes = taxes;
    this.rounding = rounding;
    this.remarks = remarks;
  }

  /**
   * The calculator of a territory with its basis of valuation and, for the United States, its
   * import fees.
   *
   * @param territory {@code EU}, {@code UK} or a two-letter country code
   * @return the calculator
   * @throws IllegalArgumentException when the territory's basis is not known
   */
  public static LandedCostCalculator of(String territory) {
    return of(territory, ValuationBasis.of(Objects.requireNonNull(territory, "territory")));
  }

  /**
   * The calculator of a territory whose basis of valuation is stated.
   *
   * @param territory its name
   * @param basis whether international freight and insurance are dutiable
   * @return the calculator; with fees for the United States only
   */
  public static LandedCostCalculator of(String territory, ValuationBasis basis) {
    CostAmounts.requireName("A territory", territory);
    FeeSchedule fees =
        Territory.find(territory).map(t -> t.fees().get()).orElseGet(FeeSchedule::none);
    return new LandedCostCalculator(
        territory, Objects.requireNonNull(basis, "basis"), fees, List.of(), null, List.of());
  }

  /**
   * The same calculator with other fees in place of its own.
   *
   * @param schedule the fees
   * @return a new calculator
   */
  public LandedCostCalculator withFees(FeeSchedule schedule) {
    return new LandedCostCalculator(
        territory, basis, Objects.requireNonNull(schedule, "schedule"), taxes, rounding, remarks);
  }

  /**
   * The same calculator with one more tax, charged after those before it.
   *
   * @param tax the tax
   * @return a new calculator
   */
  public LandedCostCalculator withTax(ImportTax tax) {
    List<ImportTax> more = new ArrayList<>(taxes);
    more.add(Objects.requireNonNull(tax, "tax"));
    return new LandedCostCalculator(territory, basis, fees, List.copyOf(more), rounding, remarks);
  }

  /**
   * The same calculator that rounds stated duties, and the fees and taxes beside them; where the
   * duties come from law, the law's own rounding counts.
   *
   * @param policy the rounding
   * @return a new calculator
   */
  public LandedCostCalculator withRounding(RoundingPolicy policy) {
    return new LandedCostCalculator(
        territory, basis, fees, taxes, Objects.requireNonNull(policy, "policy"), remarks);
  }

  /**
   * The same calculator with a remark that stands in the stamp of its results: a fee or tax that is
   * known of and left out.
   *
   * @param remark the remark
   * @return a new calculator
   */
  public LandedCostCalculator withRemark(String remark) {
    List<String> more = new ArrayList<>(remarks);
    more.add(Objects.requireNonNull(remark, "remark"));
    return new LandedCostCalculator(territory, basis, fees, taxes, rounding, List.copyOf(more));
  }

  /**
   * The landed cost under the law. A price that is duty paid is taken apart as by {@link #dutyPaid}
   * with the value rounded to the cent.
   *
   * @param shipment the goods
   * @param law the law of the day
   * @return the cost, or its outcome where a part is not known
   * @throws IllegalArgumentException when the law is that of another territory (the European
   *     Union's is also that of its members on the day), or amounts are in several currencies and
   *     no exchange rate is stated
   */
  public LandedCost price(Shipment shipment, TariffLaw law) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(law, "law");
    return price(shipment, source(shipment, law));
  }

  /**
   * The landed cost at a stated duty.
   *
   * @param shipment the goods
   * @param duty the duty
   * @return the cost in the currency of the price, or its outcome where a part is not known
   * @throws IllegalArgumentException when amounts are in several currencies and no exchange rate is
   *     stated
   */
  public LandedCost price(Shipment shipment, StatedDuty duty) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(duty, "duty");
    return price(shipment, source(duty));
  }

  LandedCost price(Shipment shipment, DutySource source) {
    Objects.requireNonNull(shipment, "shipment");
    if (shipment.incoterm().includesDuty()) {
      return DutyPaidSplit.of(this, shipment, source, ValueRounding.CENT).cost();
    }
    CostSheet sheet = CostSheet.of(this, shipment, source);
    return LandedCost.of(this, shipment, source, sheet, sheet.lines(), List.of());
  }

  /**
   * A duty-paid price taken apart under the law.
   *
   * @param shipment the goods, whose price is taken as duty paid whatever its Incoterm
   * @param law the law of the day
   * @param valueRounding how the value inside the price is rounded
   * @return the value, the duty and fees on it, and what rounding leaves
   * @throws IllegalArgumentException when the law is that of another territory
   */
  public DutyPaidSplit dutyPaid(Shipment shipment, TariffLaw law, ValueRounding valueRounding) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(valueRounding, "valueRounding");
    return dutyPaid(shipment, source(shipment, law), valueRounding);
  }

  /**
   * A duty-paid price taken apart at a stated duty.
   *
   * @param shipment the goods, whose price is taken as duty paid whatever its Incoterm
   * @param duty the duty
   * @param valueRounding how the value inside the price is rounded
   * @return the value, the duty and fees on it, and what rounding leaves
   */
  public DutyPaidSplit dutyPaid(Shipment shipment, StatedDuty duty, ValueRounding valueRounding) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(duty, "duty");
    Objects.requireNonNull(valueRounding, "valueRounding");
    return dutyPaid(shipment, source(duty), valueRounding);
  }

  private DutyPaidSplit dutyPaid(Shipment shipment, DutySource source, ValueRounding rounded) {
    return DutyPaidSplit.of(this, shipment.withIncoterm(Incoterm.DDP), source, rounded);
  }

  DutySource.OfLaw source(Shipment shipment, TariffLaw law) {
    Objects.requireNonNull(shipment, "shipment");
    Objects.requireNonNull(law, "law");
    if (!Territory.hasLawOf(territory, law.book().territory(), law.day())) {
      throw new IllegalArgumentException(
          "The law must be that of " + territory + ", but was the " + law);
    }
    return new DutySource.OfLaw(
        law.stack(shipment.line(), shipment.origin(), shipment.declaration()), false);
  }

  private DutySource source(StatedDuty duty) {
    return new DutySource.Stated(Objects.requireNonNull(duty, "duty"), rounding, null, null);
  }

  /** The same with fees taken to be due, or not, on goods of which that is open. */
  LandedCostCalculator taking(Map<String, Boolean> due) {
    return new LandedCostCalculator(territory, basis, fees.taken(due), taxes, rounding, remarks);
  }

  /** The same territory with neither fees nor taxes, which an entry pays on its lines together. */
  LandedCostCalculator withoutFeesAndTaxes() {
    return new LandedCostCalculator(
        territory, basis, FeeSchedule.none(), List.of(), rounding, remarks);
  }

  /** {@return the territory: its name} */
  public String territory() {
    return territory;
  }

  /**
   * Whether international freight and insurance are dutiable.
   *
   * @return the basis
   */
  public ValuationBasis basis() {
    return basis;
  }

  /**
   * The import fees.
   *
   * @return the schedule
   */
  public FeeSchedule fees() {
    return fees;
  }

  /** {@return the import taxes, in the order in which they are charged} */
  public List<ImportTax> taxes() {
    return taxes;
  }

  /** {@return what is known of and left out, as it stands in the stamp of results} */
  public List<String> remarks() {
    return remarks;
  }

  /** Whether imports are taxed here; assumed where nothing is known of the territory. */
  ImportTaxation importTax() {
    return Territory.find(territory).map(Territory::importTax).orElse(ImportTaxation.CHARGED);
  }

  /** The territory, its basis, fees and taxes. */
  @Override
  public String toString() {
    return "landed cost in "
        + territory
        + ": "
        + basis
        + " base, "
        + fees
        + (taxes.isEmpty() ? "" : ", " + taxes.size() + " taxes");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LandedCostCalculator that
        && territory.equals(that.territory)
        && basis.equals(that.basis)
        && fees.equals(that.fees)
        && taxes.equals(that.taxes)
        && Objects.equals(rounding, that.rounding)
        && remarks.equals(that.remarks);
  }

  @Override
  public int hashCode() {
    return Objects.hash(territory, basis, fees, taxes, rounding);
  }
}
