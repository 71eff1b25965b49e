package org.tariffeconomics.landedcost;

/**
 * What a quoted price includes: the eleven delivery terms of the Incoterms 2020 rules of the
 * International Chamber of Commerce, as far as a landed cost needs them.
 *
 * <p>The main carriage is the international freight. A term under which the seller bears the risk
 * up to the destination (DAP, DPU, DDP) includes the insurance of the carriage, since the seller
 * bears it whether insured or not; CPT and CFR include the freight only.
 *
 * <table>
 * <caption>The price includes</caption>
 * <tr><th>terms</th><th>freight</th><th>insurance</th><th>import duty</th></tr>
 * <tr><td>EXW, FCA, FAS, FOB</td><td>no</td><td>no</td><td>no</td></tr>
 * <tr><td>CFR, CPT</td><td>yes</td><td>no</td><td>no</td></tr>
 * <tr><td>CIF, CIP, DAP, DPU</td><td>yes</td><td>yes</td><td>no</td></tr>
 * <tr><td>DDP</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * </table>
 *
 * @since 0.1.0
 */
public enum Incoterm {
  /** Ex works: the buyer fetches the goods and bears every cost from there. */
  EXW(Carriage.NONE),
  /** Free carrier: handed to the buyer's carrier. */
  FCA(Carriage.NONE),
  /** Free alongside ship. */
  FAS(Carriage.NONE),
  /** Free on board. */
  FOB(Carriage.NONE),
  /** Cost and freight. */
  CFR(Carriage.FREIGHT),
  /** Carriage paid to. */
  CPT(Carriage.FREIGHT),
  /** Cost, insurance and freight. */
  CIF(Carriage.FREIGHT_AND_INSURANCE),
  /** Carriage and insurance paid to. */
  CIP(Carriage.FREIGHT_AND_INSURANCE),
  /** Delivered at place, duty unpaid. */
  DAP(Carriage.FREIGHT_AND_INSURANCE),
  /** Delivered at place unloaded, duty unpaid. */
  DPU(Carriage.FREIGHT_AND_INSURANCE),
  /** Delivered duty paid: the price includes duty, fees and the taxes that are not creditable. */
  DDP(Carriage.FREIGHT_AND_INSURANCE);

  private enum Carriage {
    NONE,
    FREIGHT,
    FREIGHT_AND_INSURANCE
  }

  private final Carriage carriage;

  Incoterm(Carriage carriage) {
    this.carriage = carriage;
  }

  /** {@return whether the price includes the international freight} */
  public boolean includesFreight() {
    return carriage != Carriage.NONE;
  }

  /**
   * Whether the price includes the insurance of the international carriage.
   *
   * @return true for CIF, CIP and the D terms
   */
  public boolean includesInsurance() {
    return carriage == Carriage.FREIGHT_AND_INSURANCE;
  }

  /** {@return whether the price includes the import duty} */
  public boolean includesDuty() {
    return this == DDP;
  }
}
