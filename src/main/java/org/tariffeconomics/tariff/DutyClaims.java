package org.tariffeconomics.tariff;

import java.util.List;
import org.tariffeconomics.basics.ClaimCheck;

/** Holds claims against duties. */
final class DutyClaims {

  private DutyClaims() {}

  static ClaimCheck check(DutyStack stack, String claim) {
    List<String> reasons =
        stack.reasons().isEmpty() ? List.of("it depends on the quantity") : stack.reasons();
    return ClaimCheck.ofRate(
        "the duty on " + stack.line() + " from " + stack.origin() + " on " + stack.law().day(),
        claim,
        stack.adValoremRate(),
        reasons);
  }
}
