package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;

/**
 * What a duty is computed from: a value, quantities, the base duty that an all-inclusive rate
 * counts in, declared facts, and stated exchange rates.
 *
 * @param value the part of the customs value that the duty is charged on
 * @param quantities the quantities of the goods, one a dimension
 * @param baseDuty the ordinary duty (or the preference claimed) on the same part of the value
 * @param facts what is declared with the goods
 * @param exchangeRates rates for duties stated in another currency than the value
 */
public record DutyBasis(
    BigMoney value,
    List<Quantity> quantities,
    DutyAmount baseDuty,
    DeclaredFacts facts,
    ExchangeRates exchangeRates) {

  private static final String NO_BASE = "the base duty is not known here";

  /**
   * Creates a basis.
   *
   * @param value the part of the customs value that the duty is charged on
   * @param quantities the quantities of the goods, one a dimension
   * @param baseDuty the ordinary duty (or the preference claimed) on the same part of the value
   * @param facts what is declared with the goods
   * @param exchangeRates rates for duties stated in another currency than the value
   * @throws IllegalArgumentException when two quantities say different things of one dimension
   */
  public DutyBasis {
    quantities = List.copyOf(quantities);
    for (int i = 1; i < quantities.size(); i++) {
      refuseContradiction(quantities.subList(0, i), quantities.get(i));
    }
  }

  private static void refuseContradiction(List<Quantity> stated, Quantity more) {
    for (Quantity each : stated) {
      if (each.unit().convertsTo(more.unit()) && each.compareTo(more) != 0) {
        throw new IllegalArgumentException(
            "The quantities contradict each other: " + each + " and " + more);
      }
    }
  }

  /**
   * A value and quantities, with nothing declared and no base duty known.
   *
   * @param value the customs value
   * @param quantities the quantities of the goods
   * @return the basis
   */
  public static DutyBasis of(BigMoney value, Quantity... quantities) {
    return new DutyBasis(
        value,
        List.of(quantities),
        DutyAmount.undetermined(NO_BASE),
        DeclaredFacts.none(),
        ExchangeRates.none());
  }

  /**
   * The same basis with stated exchange rates.
   *
   * @param rates the rates
   * @return a new basis
   */
  public DutyBasis withExchangeRates(ExchangeRates rates) {
    return new DutyBasis(value, quantities, baseDuty, facts, rates);
  }

  /**
   * The same basis with declared facts.
   *
   * @param declared the facts
   * @return a new basis
   */
  public DutyBasis withFacts(DeclaredFacts declared) {
    return new DutyBasis(value, quantities, baseDuty, declared, exchangeRates);
  }

  /**
   * The same basis with the base duty known.
   *
   * @param duty the base duty on the same value
   * @return a new basis
   */
  public DutyBasis withBaseDuty(DutyAmount duty) {
    return new DutyBasis(value, quantities, duty, facts, exchangeRates);
  }

  /** The same basis cut to a share of the value; quantities cannot be cut that way, so they go. */
  DutyBasis share(BigDecimal share) {
    if (share.compareTo(BigDecimal.ONE) == 0) {
      return this;
    }
    return new DutyBasis(
        value.multipliedBy(share),
        List.of(),
        baseDuty.map(b -> b.multipliedBy(share)),
        facts,
        exchangeRates);
  }

  /** How many times {@code per} goes into the quantity of its dimension. */
  Optional<BigDecimal> multiplesOf(Quantity per) {
    Unit unit = per.unit();
    return quantities.stream()
        .filter(q -> q.unit().convertsTo(unit))
        .findFirst()
        .map(q -> q.in(unit).amount().divide(per.amount(), MathContext.DECIMAL128));
  }

  /** A duty from a declared fact: undetermined where that is missing or not understood. */
  DutyAmount fromFact(String name, Function<String, DutyAmount> duty) {
    Optional<String> declared = facts.fact(name);
    if (declared.isEmpty()) {
      return DutyAmount.undetermined("declare the " + name);
    }
    try {
      return duty.apply(declared.orElseThrow());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return DutyAmount.undetermined(
          "the declared "
              + name
              + " '"
              + declared.orElseThrow()
              + "' is not understood: "
              + e.getMessage());
    }
  }

  /** An amount in the currency of the value. */
  DutyAmount inCurrencyOfValue(BigMoney amount) {
    return exchangeRates
        .convert(amount, value.getCurrencyUnit())
        .map(DutyAmount::of)
        .orElseGet(
            () ->
                DutyAmount.undetermined(
                    "no exchange rate from "
                        + amount.getCurrencyUnit()
                        + " to "
                        + value.getCurrencyUnit()));
  }
}
