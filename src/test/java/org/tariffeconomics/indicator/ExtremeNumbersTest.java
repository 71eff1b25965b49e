package org.tariffeconomics.indicator;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Numbers that are each finite and whose products are not are refused, by what they would make. */
class ExtremeNumbersTest {

  private static void refused(String named, Executable made) {
    Exception refusal = assertThrows(IllegalArgumentException.class, made);
    assertTrue(refusal.getMessage().contains(named), refusal::getMessage);
  }

  @Test
  void no_infinite_index_is_made() {
    double[] one = {1};
    double[] huge = {1e300};
    refused("deadweight loss", () -> Restrictiveness.of(one, one, huge));
    refused("trade-weighted", () -> Restrictiveness.of(huge, new double[] {1e-300}, huge));
    refused("part of GDP", () -> Restrictiveness.of(huge, one, one).deadweightLossShare(1e-300));
  }

  @Test
  void no_infinite_average_is_made() {
    refused("standard deviation", () -> profile(1e300, 1, 1e-300));
    refused("trade-weighted", () -> profile(1e10, 1e300, 1e300));
  }

  private static TariffProfile profile(double tariff, double imports, double others) {
    return TariffProfile.of(
        List.of(new TariffLine("1", tariff, imports), new TariffLine("2", 0, others)));
  }

  @Test
  void no_infinite_protection_is_made() {
    double[] shares = {1e300, 0};
    refused("tax on inputs", () -> EffectiveProtection.of(0, shares, new double[] {1e300, 0}));
  }
}
