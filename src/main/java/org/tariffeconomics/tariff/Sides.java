package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The two sides of a comparison in words: what they have in common is said on both only as far as
 * it is needed to tell them apart.
 *
 * @param before the side that is compared with
 * @param after the other
 * @since 0.1.0
 */
public record Sides(String before, String after) {

  /**
   * Refuses nulls.
   *
   * @param before the side that is compared with
   * @param after the other
   */
  public Sides {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  private static final List<Function<DutyStack, String>> ASKED =
      List.of(
          stack -> stack.line().toString(),
          stack -> "from " + stack.origin(),
          stack -> stack.facts().isEmpty() ? "nothing declared" : "declaring " + stack.facts());

  /**
   * Two states of the law: their days, knowledge, amendments and, where need be, versions.
   *
   * @param before the law that is compared with
   * @param after the other
   * @return both in words, the same only where the law is the same
   */
  public static Sides of(TariffLaw before, TariffLaw after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Sides plain = new Sides(before.toString(), after.toString());
    return plain.areTheSame() && !before.book().equals(after.book())
        ? new Sides(withVersion(before), withVersion(after))
        : plain;
  }

  private boolean areTheSame() {
    return before.equals(after);
  }

  private static String withVersion(TariffLaw law) {
    return law + ", " + law.book().facts() + " " + law.book().version();
  }

  /**
   * Two answers: their laws, and the lines, origins and declarations that differ.
   *
   * @param before the answer that is compared with
   * @param after the other
   * @return both in words
   */
  public static Sides of(DutyStack before, DutyStack after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Sides laws = of(before.law(), after.law());
    List<String> then = new ArrayList<>();
    List<String> now = new ArrayList<>();
    if (!laws.areTheSame()) {
      then.add(laws.before());
      now.add(laws.after());
    }
    for (Function<DutyStack, String> each : ASKED) {
      String was = each.apply(before);
      String is = each.apply(after);
      if (!was.equals(is)) {
        then.add(was);
        now.add(is);
      }
    }
    return then.isEmpty() ? laws : new Sides(String.join(", ", then), String.join(", ", now));
  }
}
