package org.tariffeconomics.economy;

import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;

/**
 * Imports of one tariff line from one partner under one programme, and the duties on them.
 *
 * @param line the tariff line, or any group of goods within which origins are substitutes
 * @param partner the origin
 * @param programme what the goods were entered under: {@code MFN}, a preference; may be empty
 * @param imports the value before duty
 * @param statutoryBefore the statutory duty before, as a fraction of the value
 * @param collectedBefore what was collected before, as a fraction of the value: less than statutory
 *     where there are exemptions, more where classification differs
 * @param statutoryAfter the statutory duty after
 * @since 0.1.0
 */
public record RevenueFlow(
    String line,
    String partner,
    String programme,
    BigMoney imports,
    double statutoryBefore,
    double collectedBefore,
    double statutoryAfter) {

  /**
   * Creates a flow.
   *
   * @param line the tariff line
   * @param partner the origin
   * @param programme what the goods were entered under
   * @param imports the value before duty
   * @param statutoryBefore the statutory duty before
   * @param collectedBefore what was collected before
   * @param statutoryAfter the statutory duty after
   * @throws IllegalArgumentException when the line or partner is blank, the value is negative, or a
   *     duty is negative or not finite, or a duty is collected where the statutory one is zero
   */
  public RevenueFlow {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(imports, "imports");
    Require.notBlank("line", line);
    Require.notBlank("partner", partner);
    if (imports.isNegative()) {
      throw new IllegalArgumentException(
          "imports of " + line + " must not be negative, but were " + imports);
    }
    Require.notNegative("statutoryBefore of " + line, statutoryBefore);
    Require.notNegative("collectedBefore of " + line, collectedBefore);
    Require.notNegative("statutoryAfter of " + line, statutoryAfter);
    if (statutoryBefore == 0 && collectedBefore > 0) {
      throw new IllegalArgumentException(
          "collectedBefore of "
              + line
              + " must be 0 where the statutory duty is, but was "
              + collectedBefore);
    }
    imports = PlainNumber.plain(imports);
  }

  /**
   * A flow whose statutory duty was collected in full.
   *
   * @param line the tariff line
   * @param partner the origin
   * @param imports the value before duty
   * @param before the duty before
   * @param after the duty after
   * @return the flow
   * @throws IllegalArgumentException as for the constructor
   */
  public static RevenueFlow of(
      String line, String partner, BigMoneyProvider imports, double before, double after) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(imports, "imports");
    return new RevenueFlow(line, partner, "", imports.toBigMoney(), before, before, after);
  }

  /**
   * What will be collected: the statutory duty after times the part of it that was collected
   * before; all of it where there was none before. Where more was collected than the statutory duty
   * and that rises, no more than the whole rise is collected besides: a duty of 25 % on top takes
   * 25 % of the value, whatever was misread in the duty before.
   *
   * @return the duty as a fraction
   */
  public double collectedAfter() {
    if (statutoryBefore == 0) {
      return statutoryAfter;
    }
    boolean more = collectedBefore > statutoryBefore && statutoryAfter > statutoryBefore;
    return more
        ? collectedBefore + (statutoryAfter - statutoryBefore)
        : statutoryAfter * (collectedBefore / statutoryBefore);
  }
}
