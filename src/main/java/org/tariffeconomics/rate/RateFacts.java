package org.tariffeconomics.rate;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a duty rate asks of the declaration, and what in it was not understood.
 *
 * @since 0.1.0
 */
public final class RateFacts {

  private RateFacts() {}

  /**
   * The names of the facts and contents that a rate is computed from.
   *
   * @param rate a rate
   * @return names as they are declared, contents with the prefix {@code content:}, in order
   */
  public static Set<String> of(DutyRate rate) {
    Objects.requireNonNull(rate, "rate");
    Set<String> names = new TreeSet<>();
    collect(rate, names);
    return names;
  }

  /**
   * The names of the facts that answer a condition: that of its subject, and others that say as
   * much.
   *
   * @param condition a condition
   * @return names as they are declared
   */
  public static Set<String> of(Condition condition) {
    Objects.requireNonNull(condition, "condition");
    return answering(condition.subject());
  }

  /**
   * The names under which what is asked for by one name may be declared: that name, and those of
   * other facts that say as much.
   *
   * @param fact the name of a fact, or of a content with the prefix {@code content:}
   * @return names as they are declared, in order
   */
  public static Set<String> answering(String fact) {
    Objects.requireNonNull(fact, "fact");
    return new TreeSet<>(GoodsFacts.answers(fact));
  }

  private static void collect(DutyRate rate, Set<String> names) {
    if (rate instanceof AgriculturalComponent) {
      names.add(AgriculturalComponent.FACT);
    } else if (rate instanceof PolarisedRate) {
      names.add(PolarisedRate.FACT);
    } else if (rate instanceof DeclaredAmountRate declared) {
      names.add(declared.name());
    } else if (rate instanceof OtherValueRate other) {
      names.add(other.base());
    } else if (rate instanceof ConditionalRate conditional) {
      names.add(conditional.condition());
    } else if (rate instanceof ConditionLadder ladder) {
      names.addAll(ladder.facts());
    } else if (rate instanceof DutyRate.OnPortion part) {
      names.add(Condition.CONTENT + part.portion().content());
    }
    rate.parts().forEach(part -> collect(part, names));
  }

  /**
   * The first part of a rate that was not understood.
   *
   * @param rate a rate
   * @return the part, empty where all of it was understood
   */
  public static Optional<DutyRate.Unsupported> firstUnsupported(DutyRate rate) {
    Objects.requireNonNull(rate, "rate");
    if (rate instanceof DutyRate.Unsupported unsupported) {
      return Optional.of(unsupported);
    }
    return rate.parts().stream()
        .map(RateFacts::firstUnsupported)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Why a duty is not known whatever is stated: a part that every value and quantity needs was not
   * understood, or stands elsewhere. A season or a step of a ladder that may not be reached is
   * none.
   *
   * @param rate a rate
   * @return the reason, empty where the duty is known once enough is stated
   */
  public static Optional<Unknown> inevitablyUnknown(DutyRate rate) {
    Objects.requireNonNull(rate, "rate");
    if (rate instanceof DutyRate.Unsupported unsupported) {
      return Optional.of(unsupported.notUnderstood());
    }
    if (rate instanceof DutyRate.ByReference reference && !reference.isToBaseDuty()) {
      return Optional.of(reference.notBundled());
    }
    boolean chooses =
        rate instanceof SeasonalRate
            || rate instanceof ConditionLadder
            || rate instanceof ConditionalRate;
    return chooses
        ? Optional.empty()
        : rate.parts().stream()
            .map(RateFacts::inevitablyUnknown)
            .flatMap(Optional::stream)
            .findFirst();
  }
}
