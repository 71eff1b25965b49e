package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * What a customs value and quantities say of the value of a unit, by which duties in tiers are
 * chosen: the fact {@code unit value:kg} need not be declared beside them, and must not contradict
 * them.
 */
final class UnitValues {

  /** How far a declared price may be from value over quantity: what rounding to cents leaves. */
  private static final int DECIMALS = 2;

  private static final MathContext SHOWN = new MathContext(6);

  private UnitValues() {}

  /**
   * The answer for goods of a value and quantities.
   *
   * @param stack the duties, whose unit values may be open
   * @param facts what was declared for it
   * @return the stack itself where nothing is asked of a unit's value that the quantities tell
   * @throws IllegalArgumentException when a declared unit value is not that of the goods
   */
  static DutyStack declared(
      DutyStack stack, DeclaredFacts facts, BigMoney value, List<Quantity> quantities) {
    DutyStack known = stack;
    for (String name : quantities.isEmpty() ? Set.<String>of() : names(stack, facts)) {
      Optional<BigDecimal> found = unitOf(name).flatMap(unit -> per(unit, value, quantities));
      if (found.isPresent()) {
        requireSame(name, facts, found.get());
        known = known.assuming(DeclaredFacts.none().withFact(name, found.get().toPlainString()));
      }
    }
    return known;
  }

  /** The unit values that were declared, or that the duty waits for. */
  private static Set<String> names(DutyStack stack, DeclaredFacts facts) {
    Set<String> names = new TreeSet<>();
    if (!facts.isEmpty()) {
      facts.factNames().stream().filter(UnitValues::isOne).forEach(names::add);
    }
    if (stack.isOpen()) {
      stack.decidedBy().stream()
          .map(DecidingFact::name)
          .filter(UnitValues::isOne)
          .forEach(names::add);
    }
    return names;
  }

  private static boolean isOne(String name) {
    return name.startsWith(Condition.UNIT_VALUE);
  }

  /** The unit that a name ends with; others are names of safeguards. */
  private static Optional<Unit> unitOf(String name) {
    String code = name.substring(Condition.UNIT_VALUE.length());
    return Unit.all().stream().filter(each -> each.code().equals(code)).findFirst();
  }

  private static Optional<BigDecimal> per(Unit unit, BigMoney value, List<Quantity> quantities) {
    return quantities.stream()
        .filter(each -> each.unit().convertsTo(unit) && each.amount().signum() > 0)
        .findFirst()
        .map(each -> value.getAmount().divide(each.in(unit).amount(), MathContext.DECIMAL128))
        .map(BigDecimal::stripTrailingZeros);
  }

  private static void requireSame(String name, DeclaredFacts facts, BigDecimal found) {
    Optional<String> said = facts.fact(name);
    Optional<BigDecimal> number = said.flatMap(PlainNumber::read);
    boolean same =
        number.isPresent()
            ? number.get().subtract(found).abs().compareTo(tolerance(number.get())) <= 0
            : new Condition.Numeric(name, Condition.Operator.EQUAL, found).test(facts).truth()
                != Condition.Truth.NOT_MET;
    if (!same) {
      throw new IllegalArgumentException(
          "The declared "
              + name
              + " must be the customs value over the quantity, "
              + found.round(SHOWN).toPlainString()
              + ", but was "
              + Texts.quoted(said.orElseThrow())
              + ": correct one of the three, or leave it out");
    }
  }

  private static BigDecimal tolerance(BigDecimal said) {
    return BigDecimal.valueOf(5).movePointLeft(Math.max(said.scale(), DECIMALS) + 1);
  }
}
