package org.tariffeconomics.reference;

import java.util.List;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.io.DealCsv;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Reading;

/**
 * The arrangements of the United States with its partners since 2025: deals, frameworks, truces,
 * and partners without one, with their events, pledges and claims, each row with its sources.
 *
 * <p>The rows lie beside this class in {@code deals/*.csv} and are read by the same code as a
 * user's own folder ({@link DealCsv}). Rows that were not verified are left out unless asked for.
 */
public final class UsDeals {

  private static final String FOLDER = "deals/";

  private UsDeals() {}

  /** The register is read once, when it is first asked for. */
  private static final class Verified {
    private static final DealRegister REGISTER =
        DealRegister.of(reading(Facts.VERIFIED_ONLY).orThrow());
  }

  /**
   * The register of the verified facts.
   *
   * @return the deals by partner
   */
  public static DealRegister register() {
    return Verified.REGISTER;
  }

  /**
   * The register of the facts that may stand.
   *
   * @param facts whether rows that were not verified may stand too
   * @return the deals by partner
   */
  public static DealRegister register(Facts facts) {
    return facts == Facts.VERIFIED_ONLY
        ? Verified.REGISTER
        : DealRegister.of(reading(facts).orThrow());
  }

  /**
   * The rows as they were read, with a note on each that is left out for want of verification.
   *
   * @param facts whether rows that were not verified may stand too
   * @return the reading
   */
  public static Reading<List<Deal>> reading(Facts facts) {
    return DealCsv.read(file -> Bundled.open(FOLDER + file), UsTariffs.book(), facts);
  }
}
