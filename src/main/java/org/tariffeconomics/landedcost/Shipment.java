package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.BigMoneyProvider;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.landedcost.Charge.Treatment;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * Goods of one tariff line and origin on their way to a buyer: what they cost, on which terms, and
 * what their carriage costs. One shipment is one customs entry.
 *
 * <p>All amounts are for the whole shipment and not negative. {@link #of} makes a shipment sold FOB
 * with nothing else stated; the {@code with…} methods give new ones:
 *
 * <pre>{@code
 * Shipment.of("8703.23.01", "JP", "USD 30000")
 *     .withFreight("USD 1330").withInsurance("USD 207").withMode(TransportMode.SEA)
 * }</pre>
 *
 * <p>What is not stated is not known, and not zero: a freight that the customs value needs and that
 * is missing leaves the landed cost undetermined; one that only the total would need is left out,
 * and the stamp says so. Where there is none, state {@code "USD 0"}.
 *
 * @since 0.1.0
 */
public final class Shipment {

  private final HsCode line;
  private final Country origin;
  private final BigMoney price;
  private final Terms terms;

  /** What may be stated besides line, origin and price. */
  private record Terms(
      Incoterm incoterm,
      @Nullable BigMoney freight,
      @Nullable BigMoney insurance,
      List<Charge> charges,
      @Nullable TransportMode mode,
      List<Quantity> quantities,
      DeclaredFacts facts,
      ExchangeRates rates) {

    static final Terms UNSTATED =
        new Terms(
            Incoterm.FOB,
            null,
            null,
            List.of(),
            null,
            List.of(),
            DeclaredFacts.none(),
            ExchangeRates.none());

    Terms with(@Nullable BigMoney newFreight, @Nullable BigMoney newInsurance) {
      return new Terms(incoterm, newFreight, newInsurance, charges, mode, quantities, facts, rates);
    }

    Terms with(Incoterm newIncoterm) {
      return new Terms(newIncoterm, freight, insurance, charges, mode, quantities, facts, rates);
    }

    Terms with(Charge charge) {
      return new Terms(
          incoterm, freight, insurance, plus(charges, charge), mode, quantities, facts, rates);
    }

    Terms with(TransportMode newMode) {
      return new Terms(incoterm, freight, insurance, charges, newMode, quantities, facts, rates);
    }

    Terms with(Quantity quantity) {
      return new Terms(
          incoterm, freight, insurance, charges, mode, plus(quantities, quantity), facts, rates);
    }

    Terms with(DeclaredFacts newFacts, ExchangeRates newRates) {
      return new Terms(incoterm, freight, insurance, charges, mode, quantities, newFacts, newRates);
    }

    Terms countedIn(
        @Nullable BigMoney newFreight, @Nullable BigMoney newInsurance, List<Charge> newCharges) {
      return new Terms(
          incoterm,
          newFreight,
          newInsurance,
          List.copyOf(newCharges),
          mode,
          quantities,
          facts,
          rates);
    }

    /** What the terms are told apart by: amounts without their trailing zeros. */
    List<Object> key() {
      return List.of(
          incoterm,
          CostAmounts.key(freight),
          CostAmounts.key(insurance),
          charges,
          Optional.ofNullable(mode),
          quantities,
          facts,
          rates);
    }

    private static <T> List<T> plus(List<T> list, T one) {
      List<T> more = new ArrayList<>(list);
      more.add(one);
      return List.copyOf(more);
    }
  }

  private Shipment(HsCode line, Country origin, BigMoney price, Terms terms) {
    this.line = line;
    this.origin = origin;
    this.price = price;
    this.terms = terms;
  }

  /**
   * A shipment sold FOB.
   *
   * @param line the tariff line, e.g. {@code 8703.23.01}
   * @param origin the country of origin, two letters
   * @param price the price of all the goods with its currency, {@code "USD 30000"}, not negative
   * @return the shipment
   * @throws IllegalArgumentException when a text cannot be read or the price is negative
   */
  public static Shipment of(String line, String origin, String price) {
    return of(
        HsCode.of(Objects.requireNonNull(line, "line")),
        Country.of(Objects.requireNonNull(origin, "origin")),
        CostAmounts.parse("price", price));
  }

  /**
   * A shipment sold FOB.
   *
   * @param line the tariff line
   * @param origin the country of origin
   * @param price the price of all the goods, not negative
   * @return the shipment
   * @throws IllegalArgumentException when the price is negative
   */
  public static Shipment of(HsCode line, Country origin, BigMoneyProvider price) {
    return new Shipment(
        Objects.requireNonNull(line, "line"),
        Objects.requireNonNull(origin, "origin"),
        CostAmounts.notNegative("price", price),
        Terms.UNSTATED);
  }

  /**
   * The same shipment with all its amounts in one currency, those in another converted at the
   * stated rates.
   */
  Shipment countedIn(CurrencyUnit currency, MoneyRounding rounding) {
    return new Shipment(
        line,
        origin,
        counted("price", price, currency, rounding),
        terms.countedIn(
            freight().map(f -> counted("freight", f, currency, rounding)).orElse(null),
            insurance().map(i -> counted("insurance", i, currency, rounding)).orElse(null),
            charges().stream()
                .map(
                    c ->
                        new Charge(
                            c.name(),
                            counted(c.name(), c.amount(), currency, rounding),
                            c.treatment()))
                .toList()));
  }

  private BigMoney counted(
      String part, BigMoney amount, CurrencyUnit currency, MoneyRounding rounding) {
    return amount.getCurrencyUnit().equals(currency)
        ? amount
        : rounding.converted(CostAmounts.in(currency, part, amount, terms.rates()));
  }

  private Shipment with(Terms newTerms) {
    return new Shipment(line, origin, price, newTerms);
  }

  /**
   * The same shipment from another origin, all else equal.
   *
   * @param newOrigin the country, by code or name: {@code JP}, {@code Japan}
   * @return a new shipment
   */
  public Shipment withOrigin(String newOrigin) {
    return withOrigin(Country.parse(Objects.requireNonNull(newOrigin, "newOrigin")));
  }

  /**
   * The same shipment from another origin, all else equal.
   *
   * @param newOrigin the country
   * @return a new shipment
   */
  public Shipment withOrigin(Country newOrigin) {
    return new Shipment(line, Objects.requireNonNull(newOrigin, "newOrigin"), price, terms);
  }

  /**
   * The same shipment at another price.
   *
   * @param newPrice the price on the shipment's Incoterm, not negative
   * @return a new shipment
   * @throws IllegalArgumentException when the price is negative
   */
  public Shipment withPrice(BigMoneyProvider newPrice) {
    Objects.requireNonNull(newPrice, "newPrice");
    return new Shipment(line, origin, CostAmounts.notNegative("price", newPrice), terms);
  }

  /**
   * The same shipment at another price.
   *
   * @param newPrice the price on the shipment's Incoterm with its currency
   * @return a new shipment
   * @throws IllegalArgumentException when the price cannot be read or is negative
   */
  public Shipment withPrice(String newPrice) {
    Objects.requireNonNull(newPrice, "newPrice");
    return withPrice(CostAmounts.parse("price", newPrice));
  }

  /**
   * The same shipment sold on other terms, at the same price.
   *
   * @param incoterm what the price includes
   * @return a new shipment
   */
  public Shipment withIncoterm(Incoterm incoterm) {
    return with(terms.with(Objects.requireNonNull(incoterm, "incoterm")));
  }

  /**
   * The same shipment with its international freight stated: in addition to the price, or as the
   * part of it that is freight where the Incoterm includes it.
   *
   * @param freight the freight for the whole shipment, not negative
   * @return a new shipment
   * @throws IllegalArgumentException when it is negative
   */
  public Shipment withFreight(BigMoneyProvider freight) {
    return with(terms.with(CostAmounts.notNegative("freight", freight), terms.insurance()));
  }

  /**
   * The same shipment with its international freight stated.
   *
   * @param freight the freight with its currency
   * @return a new shipment
   * @throws IllegalArgumentException when it cannot be read or is negative
   */
  public Shipment withFreight(String freight) {
    return withFreight(CostAmounts.parse("freight", freight));
  }

  /**
   * The same shipment with the insurance of its carriage stated: in addition to the price, or as
   * the part of it that is insurance where the Incoterm includes it.
   *
   * @param insurance the premium for the whole shipment, not negative
   * @return a new shipment
   * @throws IllegalArgumentException when it is negative
   */
  public Shipment withInsurance(BigMoneyProvider insurance) {
    return with(terms.with(terms.freight(), CostAmounts.notNegative("insurance", insurance)));
  }

  /**
   * The same shipment with the insurance of its carriage stated.
   *
   * @param insurance the premium with its currency
   * @return a new shipment
   * @throws IllegalArgumentException when it cannot be read or is negative
   */
  public Shipment withInsurance(String insurance) {
    return withInsurance(CostAmounts.parse("insurance", insurance));
  }

  /**
   * The same shipment with one more charge that the customs value includes, paid besides the price:
   * packing, a commission, an assist, a royalty.
   *
   * @param name what it is for
   * @param amount the charge with its currency
   * @return a new shipment
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public Shipment withDutiableCharge(String name, String amount) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    return withCharge(new Charge(name, CostAmounts.parse(name, amount), Treatment.DUTIABLE));
  }

  /**
   * The same shipment with one more charge before import that the customs value does not include.
   *
   * @param name what it is for
   * @param amount the charge with its currency
   * @return a new shipment
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public Shipment withChargeBeforeImport(String name, String amount) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    return withCharge(new Charge(name, CostAmounts.parse(name, amount), Treatment.BEFORE_IMPORT));
  }

  /**
   * The same shipment with one more charge after import: inland haulage, a warehouse, a broker.
   *
   * @param name what it is for
   * @param amount the charge with its currency
   * @return a new shipment
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public Shipment withChargeAfterImport(String name, String amount) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    return withCharge(new Charge(name, CostAmounts.parse(name, amount), Treatment.AFTER_IMPORT));
  }

  /**
   * The same shipment with one more addition to its customs value that is no cost of its own: an
   * assist that was paid for elsewhere, an adjustment between related parties.
   *
   * @param name what it is
   * @param amount the addition with its currency
   * @return a new shipment
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public Shipment withValueAddition(String name, String amount) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    return withCharge(new Charge(name, CostAmounts.parse(name, amount), Treatment.ADDED_TO_VALUE));
  }

  /**
   * The same shipment with a part of the price that the customs value does not include: by how much
   * a first sale for export was cheaper, a buying commission, work after import.
   *
   * @param name what it is
   * @param amount the deduction with its currency
   * @return a new shipment
   * @throws IllegalArgumentException when the amount cannot be read or is negative
   */
  public Shipment withValueDeduction(String name, String amount) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(amount, "amount");
    return withCharge(
        new Charge(name, CostAmounts.parse(name, amount), Treatment.TAKEN_FROM_VALUE));
  }

  /**
   * The same shipment valued by its first sale for export: duty is on what the middleman paid, and
   * the buyer still pays the price.
   *
   * @param price what the first sale was for, on the same terms, not above the price
   * @return a new shipment
   * @throws IllegalArgumentException when it cannot be read, is above the price, or in another
   *     currency
   */
  public Shipment withFirstSale(String price) {
    Objects.requireNonNull(price, "price");
    BigMoney first = CostAmounts.parse("first sale", price);
    if (!first.isSameCurrency(this.price) || first.isGreaterThan(this.price)) {
      throw new IllegalArgumentException(
          "The first sale must be in the currency of the price and not above it, but was "
              + first
              + " of "
              + this.price);
    }
    return withCharge(
        new Charge("first sale", this.price.minus(first), Treatment.TAKEN_FROM_VALUE));
  }

  /**
   * The same shipment with one more charge.
   *
   * @param charge the charge
   * @return a new shipment
   */
  public Shipment withCharge(Charge charge) {
    return with(terms.with(Objects.requireNonNull(charge, "charge")));
  }

  /**
   * The same shipment by a mode of transport. Where none is stated, fees that are charged in some
   * modes only may be due or not, and the landed cost lies between the two.
   *
   * @param mode how it crosses the border
   * @return a new shipment
   */
  public Shipment withMode(TransportMode mode) {
    return with(terms.with(Objects.requireNonNull(mode, "mode")));
  }

  /**
   * The same shipment with one more quantity, for specific duties and for the cost per unit.
   *
   * @param quantity the quantity, e.g. {@code "250 kg"} or {@code "2 item"}
   * @return a new shipment
   * @throws IllegalArgumentException when the quantity cannot be read
   */
  public Shipment withQuantity(String quantity) {
    return withQuantity(Quantity.parse(Objects.requireNonNull(quantity, "quantity")));
  }

  /**
   * The same shipment with one more quantity, for specific duties and for the cost per unit.
   *
   * @param quantity the quantity
   * @return a new shipment
   */
  public Shipment withQuantity(Quantity quantity) {
    return with(terms.with(Objects.requireNonNull(quantity, "quantity")));
  }

  /**
   * The same shipment with this declared besides what is declared already.
   *
   * @param facts what the importer declares
   * @return a new shipment
   */
  public Shipment withFacts(DeclaredFacts facts) {
    Objects.requireNonNull(facts, "facts");
    return with(terms.with(terms.facts().and(facts), terms.rates()));
  }

  /**
   * The same shipment claiming one more preference.
   *
   * @param preference the programme's name, e.g. {@code KORUS}
   * @return a new shipment
   */
  public Shipment withClaim(String preference) {
    Objects.requireNonNull(preference, "preference");
    return withFacts(DeclaredFacts.claiming(preference));
  }

  /**
   * The same shipment with the exchange rates at which amounts in other currencies are converted.
   *
   * @param rates the stated rates, in place of any stated before
   * @return a new shipment
   */
  public Shipment withExchangeRates(ExchangeRates rates) {
    return with(terms.with(terms.facts(), Objects.requireNonNull(rates, "rates")));
  }

  /** {@return the tariff line} */
  public HsCode line() {
    return line;
  }

  /** {@return the country of origin} */
  public Country origin() {
    return origin;
  }

  /** {@return the price of all the goods on the shipment's {@link #incoterm()}} */
  public BigMoney price() {
    return price;
  }

  /**
   * What the price includes.
   *
   * @return the terms, FOB where none was stated
   */
  public Incoterm incoterm() {
    return terms.incoterm();
  }

  /** {@return the international freight, empty where it is not stated} */
  public Optional<BigMoney> freight() {
    return Optional.ofNullable(terms.freight());
  }

  /**
   * The insurance of the international carriage.
   *
   * @return the premium, empty where it is not stated
   */
  public Optional<BigMoney> insurance() {
    return Optional.ofNullable(terms.insurance());
  }

  /** {@return the other charges, in the order in which they were stated} */
  public List<Charge> charges() {
    return terms.charges();
  }

  /**
   * How the goods cross the border.
   *
   * @return the mode, empty where it is not stated
   */
  public Optional<TransportMode> mode() {
    return Optional.ofNullable(terms.mode());
  }

  /** {@return the quantities of the goods} */
  public List<Quantity> quantities() {
    return terms.quantities();
  }

  /**
   * What the importer declares.
   *
   * @return the declaration
   */
  public DeclaredFacts facts() {
    return terms.facts();
  }

  /** What the law is asked with: goods that tell their day of loading tell how they came, too. */
  DeclaredFacts declaration() {
    List<String> told = facts().names();
    return told.contains("loaded") && !told.contains("mode")
        ? mode().map(each -> facts().withFact("mode", each.toString())).orElse(facts())
        : facts();
  }

  /**
   * The exchange rates that may be used.
   *
   * @return the stated rates
   */
  public ExchangeRates exchangeRates() {
    return terms.rates();
  }

  /** Two shipments are equal when the same is stated of them; USD 30000 equals USD 30000.00. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Shipment that && key().equals(that.key());
  }

  private List<Object> key() {
    return List.of(line, origin, CostAmounts.key(price), terms.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  /** For example {@code 8703.23.01 from JP, USD 30000 FOB, by sea}. */
  @Override
  public String toString() {
    return line
        + " from "
        + origin
        + ", "
        + price
        + " "
        + terms.incoterm()
        + mode().map(m -> ", by " + m).orElse("");
  }
}
