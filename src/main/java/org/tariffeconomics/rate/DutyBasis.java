package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.PlainNumber;
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
 * @param day the day of entry, which seasonal rates ask for; empty where it is not stated
 * @param origin the country of origin; empty where it is not stated
 * @param meursing what is due for agricultural components; empty where no table is given
 * @since 0.1.0
 */
public record DutyBasis(
    BigMoney value,
    List<Quantity> quantities,
    DutyAmount baseDuty,
    DeclaredFacts facts,
    ExchangeRates exchangeRates,
    Optional<LocalDate> day,
    Optional<Country> origin,
    MeursingTable meursing) {

  private static final String NO_BASE = "the base duty is not known here";

  /**
   * Creates a basis.
   *
   * @param value the part of the customs value that the duty is charged on
   * @param quantities the quantities of the goods, one a dimension
   * @param baseDuty the ordinary duty (or the preference claimed) on the same part of the value
   * @param facts what is declared with the goods
   * @param exchangeRates rates for duties stated in another currency than the value
   * @param day the day of entry
   * @param origin the country of origin
   * @param meursing what is due for agricultural components
   * @throws IllegalArgumentException when two quantities say different things of one dimension
   */
  public DutyBasis {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(baseDuty, "baseDuty");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(exchangeRates, "exchangeRates");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(meursing, "meursing");
    quantities = List.copyOf(quantities);
    for (int i = 1; i < quantities.size(); i++) {
      refuseContradiction(quantities.subList(0, i), quantities.get(i));
    }
    value = PlainNumber.plain(value);
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
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(quantities, "quantities");
    return new DutyBasis(
        value,
        List.of(quantities),
        DutyAmount.undetermined(new Unknown.NotBundled("base duty", NO_BASE)),
        DeclaredFacts.none(),
        ExchangeRates.none(),
        Optional.empty(),
        Optional.empty(),
        MeursingTable.empty());
  }

  /**
   * The same basis with stated exchange rates.
   *
   * @param rates the rates
   * @return a new basis
   */
  public DutyBasis withExchangeRates(ExchangeRates rates) {
    Objects.requireNonNull(rates, "rates");
    return new DutyBasis(value, quantities, baseDuty, facts, rates, day, origin, meursing);
  }

  /**
   * The same basis with declared facts.
   *
   * @param declared the facts
   * @return a new basis
   */
  public DutyBasis withFacts(DeclaredFacts declared) {
    Objects.requireNonNull(declared, "declared");
    return new DutyBasis(
        value, quantities, baseDuty, declared, exchangeRates, day, origin, meursing);
  }

  /**
   * The same basis with the base duty known.
   *
   * @param duty the base duty on the same value
   * @return a new basis
   */
  public DutyBasis withBaseDuty(DutyAmount duty) {
    Objects.requireNonNull(duty, "duty");
    return new DutyBasis(value, quantities, duty, facts, exchangeRates, day, origin, meursing);
  }

  /**
   * The same basis for goods that enter on a day.
   *
   * @param dayOfEntry the day, which seasonal rates ask for
   * @return a new basis
   */
  public DutyBasis withDay(LocalDate dayOfEntry) {
    Objects.requireNonNull(dayOfEntry, "dayOfEntry");
    return new DutyBasis(
        value,
        quantities,
        baseDuty,
        facts,
        exchangeRates,
        Optional.of(dayOfEntry),
        origin,
        meursing);
  }

  /**
   * The same basis for goods from a country.
   *
   * @param country the country of origin, which a Meursing table may ask for
   * @return a new basis
   */
  public DutyBasis withOrigin(Country country) {
    Objects.requireNonNull(country, "country");
    return new DutyBasis(
        value, quantities, baseDuty, facts, exchangeRates, day, Optional.of(country), meursing);
  }

  /**
   * The same basis with the amounts of agricultural components.
   *
   * @param table the table
   * @return a new basis
   */
  public DutyBasis withMeursing(MeursingTable table) {
    Objects.requireNonNull(table, "table");
    return new DutyBasis(value, quantities, baseDuty, facts, exchangeRates, day, origin, table);
  }

  /**
   * The same basis cut to a share of the value; quantities cannot be cut that way, so they go.
   *
   * @param share a fraction from 0 to 1
   * @return a changed copy
   */
  public DutyBasis share(BigDecimal share) {
    Objects.requireNonNull(share, "share");
    if (share.compareTo(BigDecimal.ONE) == 0) {
      return this;
    }
    return new DutyBasis(
        value.multipliedBy(share),
        List.of(),
        baseDuty.map(b -> b.multipliedBy(share)),
        facts,
        exchangeRates,
        day,
        origin,
        meursing);
  }

  /**
   * How many times {@code per} goes into the quantity of its dimension.
   *
   * @param per a quantity, not zero
   * @return the multiple to 34 digits, empty where no quantity of that dimension is stated: goods
   *     that have a value are not none, so a quantity of zero states nothing of them
   */
  public Optional<BigDecimal> multiplesOf(Quantity per) {
    Objects.requireNonNull(per, "per");
    Unit unit = per.unit();
    return quantities.stream()
        .filter(q -> q.unit().convertsTo(unit) && !saysNothing(q))
        .findFirst()
        .map(q -> q.in(unit).amount().divide(per.amount(), MathContext.DECIMAL128));
  }

  private boolean saysNothing(Quantity quantity) {
    return quantity.amount().signum() == 0 && value.isPositive();
  }

  /** That the quantity that a duty is charged by is not stated, or is zero though there is some. */
  Unknown needsQuantity(Quantity per, String duty) {
    String unit = per.unit().code();
    boolean isZero =
        quantities.stream().anyMatch(q -> q.unit().convertsTo(per.unit()) && saysNothing(q));
    return new Unknown.NeedsQuantity(
        unit,
        "declare the quantity in "
            + unit
            + " for the duty of "
            + duty
            + (isZero ? ": it is not 0 for goods with a value" : ""));
  }

  /** A duty from a declared fact: undetermined where that is missing or not understood. */
  DutyAmount fromFact(String name, Function<String, DutyAmount> duty) {
    return fromFact(name, duty, DutyAmount::undetermined);
  }

  /** An answer from a declared fact, or from the reason why there is none. */
  <T> T fromFact(String name, Function<String, T> answer, Function<Unknown, T> undetermined) {
    Optional<String> declared = facts.fact(name);
    if (declared.isEmpty()) {
      return undetermined.apply(new Unknown.NeedsFact(name, "declare the " + name));
    }
    try {
      return answer.apply(declared.get());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return undetermined.apply(
          new Unknown.NeedsFact(
              name,
              "the declared "
                  + name
                  + " '"
                  + declared.get()
                  + "' is not understood: "
                  + e.getMessage()));
    }
  }

  /**
   * That an exchange rate is not stated.
   *
   * @param from the currency of an amount
   * @param to the currency that it is needed in
   * @return the reason
   */
  public static Unknown noExchangeRate(CurrencyUnit from, CurrencyUnit to) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    return new Unknown.NeedsExchangeRate(
        from.getCode(), to.getCode(), "no exchange rate from " + from + " to " + to);
  }

  /** An amount in the currency of the value. */
  DutyAmount inCurrencyOfValue(BigMoney amount) {
    return exchangeRates
        .convert(amount, value.getCurrencyUnit())
        .map(DutyAmount::of)
        .orElseGet(
            () ->
                DutyAmount.undetermined(
                    noExchangeRate(amount.getCurrencyUnit(), value.getCurrencyUnit())));
  }
}
