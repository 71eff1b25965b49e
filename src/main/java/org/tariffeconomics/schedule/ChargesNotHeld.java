package org.tariffeconomics.schedule;

import java.util.Objects;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A charge of unknown rate on a code that the lists of additional duties cannot name, since they
 * are written in the codes of another edition. It waits for a fact, so that whoever has looked the
 * code up can say so and gets the duty of what is held.
 *
 * @since 0.1.0
 */
public final class ChargesNotHeld {

  /** The fact by which a user says that no additional duty is missing. */
  public static final String CHECKED = "additional duties checked";

  private static final String PROGRAMME = "additional duties not held";

  private ChargesNotHeld() {}

  /**
   * The charge.
   *
   * @param code the code
   * @param why what is known of it, in words
   * @return a measure of the code, for all origins and days, until the fact is declared
   */
  public static TariffMeasure on(HsCode code, String why) {
    return on(code, "*", why);
  }

  /**
   * The charge on goods of some origins.
   *
   * @param code the code
   * @param origins the origins, as a scope reads
   * @param why what is known of it, in words
   * @return a measure of the code, for all days, until the fact is declared
   */
  public static TariffMeasure on(HsCode code, String origins, String why) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(why, "why");
    return TariffMeasure.of(PROGRAMME, Rule.ADDS, code.toString(), origins, "0%")
        .withId(PROGRAMME + " " + code)
        .withRate(
            new DutyRate.Unsupported(
                "of unknown rate",
                why + ": whether a list of additional duties names it is not known"))
        .withCondition(CHECKED + "=no");
  }
}
