package org.tariffeconomics.competitiveness;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.uncertainty.BatchModel;

/**
 * The plain landed cost of a unit as a {@link BatchModel}: for studies of a million draws, where an
 * itemised assessment of each would say more than is asked.
 *
 * <p>Its inputs, in this order ({@link #INPUTS}): price in the exporter's currency per unit;
 * exchange rate, importer's currency per unit of the exporter's; freight and insurance in the
 * importer's currency per unit; tariff and ad valorem fees as fractions of the customs value. With
 * V = price × exchange rate, landed cost = V + freight + insurance + (tariff + fees) × customs
 * value, where the customs value is V (FOB countries) or V + freight + insurance (CIF countries).
 * The outcome is in the importer's currency per unit. Specific duties, limits of fees and rounding
 * are left out: a planning estimate.
 *
 * @since 0.1.0
 */
public final class LandedCostModel implements BatchModel {

  /** The inputs' names, in the order in which the model reads them. */
  public static final List<String> INPUTS =
      List.of("price", "exchange rate", "freight", "insurance", "tariff", "fees");

  private final boolean freightIsDutiable;

  private LandedCostModel(boolean freightIsDutiable) {
    this.freightIsDutiable = freightIsDutiable;
  }

  /**
   * {@return the model of a country that charges duty on the price without freight, such as the US}
   */
  public static LandedCostModel ofFobBase() {
    return new LandedCostModel(false);
  }

  /**
   * {@return the model of a country that charges duty on the price with freight and insurance, such
   * as Japan or the members of the EU}
   */
  public static LandedCostModel ofCifBase() {
    return new LandedCostModel(true);
  }

  @Override
  public void evaluate(double[][] inputs, int count, double[] outcomes) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(outcomes, "outcomes");
    Require.sameLength("inputs", inputs.length, INPUTS.size());
    double[] price = inputs[0];
    double[] exchangeRate = inputs[1];
    double[] freight = inputs[2];
    double[] insurance = inputs[3];
    double[] tariff = inputs[4];
    double[] fees = inputs[5];
    double dutiableShare = freightIsDutiable ? 1 : 0;
    for (int d = 0; d < count; d++) {
      double value = price[d] * exchangeRate[d];
      double carriage = freight[d] + insurance[d];
      double customsValue = value + dutiableShare * carriage;
      outcomes[d] = value + carriage + (tariff[d] + fees[d]) * customsValue;
    }
  }

  /** Models are equal when their customs base is the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LandedCostModel that && freightIsDutiable == that.freightIsDutiable;
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(freightIsDutiable);
  }

  /** The model with its customs base. */
  @Override
  public String toString() {
    return "LandedCostModel, duty on the " + (freightIsDutiable ? "CIF" : "FOB") + " value";
  }
}
