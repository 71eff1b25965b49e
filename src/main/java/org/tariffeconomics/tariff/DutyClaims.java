package org.tariffeconomics.tariff;

import java.util.List;
import org.tariffeconomics.basics.ClaimCheck;

/** Holds claims against duties. */
final class DutyClaims {

  private DutyClaims() {}

  static ClaimCheck check(DutyStack stack, String claim) {
    List<String> reasons =
        stack.reasons().isEmpty() ? List.of("it depends on the quantity") : stack.reasons();
    String what =
        stack.stamp().condition()
            + "the duty on "
            + stack.line()
            + " from "
            + stack.origin()
            + " on "
            + stack.law().day();
    return stack
        .range()
        .map(r -> ClaimCheck.ofRates(what, claim, r.lowest(), r.highest()))
        .orElseGet(() -> ClaimCheck.ofRate(what, claim, stack.adValoremRate(), reasons));
  }
}
