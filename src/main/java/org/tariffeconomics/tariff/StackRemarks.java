package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tariffeconomics.basics.Stamp;

/** What a reader of a stack must know beside its duty: of the question, and of what was assumed. */
final class StackRemarks {

  private static final String UNASKED = ", which no measure of these goods asks for";

  private StackRemarks() {}

  static List<String> of(DutyStack stack) {
    List<String> remarks = new ArrayList<>();
    Bounds open = stack.open();
    if (open != null) {
      open.onlyTheProgrammes()
          .ifPresent(
              what ->
                  remarks.add("pays the same rate under other programmes, depending on " + what));
    }
    stack.facts().claims().stream()
        .filter(claim -> !exists(claim, stack))
        .forEach(
            claim -> remarks.add("claims " + claim + ", which does not exist for these goods"));
    stack
        .resolution()
        .unasked(stack.facts())
        .forEach(name -> remarks.add("declares " + name + UNASKED + meant(name, stack)));
    if (stack.law().isOwnGoods(stack.origin())) {
      remarks.add(OwnGoods.REMARK);
    }
    stack.ofCode().ifPresent(remarks::add);
    return remarks;
  }

  private static boolean exists(String claim, DutyStack stack) {
    return stack.resolution().asked().existing().stream().anyMatch(claim::equalsIgnoreCase);
  }

  private static String meant(String name, DutyStack stack) {
    return MisspeltName.meant(name, stack.resolution().asked().names())
        .map(each -> ": did you mean " + each + "?")
        .orElse("");
  }

  /**
   * The law's stamp with what was assumed, declared and remarked; the code's remark stands once.
   */
  static Stamp stamp(DutyStack stack) {
    TariffLaw law = stack.law();
    Optional<String> ofCode = stack.ofCode();
    Stamp made = ofCode.map(law.stamp()::withAssumption).orElseGet(law::stamp);
    Optional<String> assumption = stack.assumption();
    made = assumption.isPresent() ? made.withAssumption(assumption.get()) : made;
    if (!stack.facts().isEmpty()) {
      made = made.withAssumption(stack.origin() + " declares " + stack.facts());
    }
    for (String remark : of(stack)) {
      boolean said = ofCode.filter(remark::equals).isPresent();
      made = said ? made : made.withAssumption(stack.origin() + " " + remark);
    }
    return made;
  }
}
