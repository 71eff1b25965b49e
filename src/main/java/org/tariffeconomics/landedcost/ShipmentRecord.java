package org.tariffeconomics.landedcost;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.EnumText;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.landedcost.Charge.Treatment;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.JsonText;
import org.tariffeconomics.reading.StoredAnswer;

/**
 * A shipment in texts.
 *
 * @param line the tariff line
 * @param origin the country of origin, two letters
 * @param price the price with its currency, e.g. {@code USD 30000}
 * @param incoterm what the price includes
 * @param freight the international freight; null where it is not stated
 * @param insurance the insurance of the carriage; null where it is not stated
 * @param charges the other charges
 * @param mode how the goods cross the border; null where it is not stated
 * @param quantities the quantities, e.g. {@code 250 kg}
 * @param declares what was declared, as {@link DeclaredFacts#parse} reads it
 * @param exchangeRates the stated rates, as {@link ExchangeRates#parse} reads them
 * @serial exclude
 * @since 0.1.0
 */
public record ShipmentRecord(
    String line,
    String origin,
    String price,
    String incoterm,
    @Nullable String freight,
    @Nullable String insurance,
    List<ChargeText> charges,
    @Nullable String mode,
    List<String> quantities,
    String declares,
    String exchangeRates)
    implements Serializable {

  /**
   * A charge in texts.
   *
   * @param name what it is for
   * @param amount the amount with its currency
   * @param treatment how customs looks at it
   * @serial exclude
   */
  public record ChargeText(String name, String amount, String treatment) implements Serializable {

    /**
     * Refuses nulls.
     *
     * @param name what it is for
     * @param amount the amount with its currency
     * @param treatment how customs looks at it
     */
    public ChargeText {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(treatment, "treatment");
    }

    private void write(JsonText json) {
      json.text("name", name).text("amount", amount).text("treatment", treatment);
    }

    private static ChargeText read(StoredAnswer json) {
      return new ChargeText(json.text("name"), json.text("amount"), json.text("treatment"));
    }
  }

  /**
   * Creates a record.
   *
   * @param line the tariff line
   * @param origin the country of origin
   * @param price the price
   * @param incoterm what the price includes
   * @param freight the international freight
   * @param insurance the insurance of the carriage
   * @param charges the other charges
   * @param mode how the goods cross the border
   * @param quantities the quantities
   * @param declares what was declared
   * @param exchangeRates the stated rates
   */
  public ShipmentRecord {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(incoterm, "incoterm");
    Objects.requireNonNull(charges, "charges");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(declares, "declares");
    Objects.requireNonNull(exchangeRates, "exchangeRates");
    charges = List.copyOf(charges);
    quantities = List.copyOf(quantities);
  }

  /**
   * The record of a shipment.
   *
   * @param shipment the shipment
   * @return the same in texts
   */
  public static ShipmentRecord of(Shipment shipment) {
    Objects.requireNonNull(shipment, "shipment");
    return new ShipmentRecord(
        shipment.line().toString(),
        shipment.origin().alpha2(),
        text(shipment.price()),
        shipment.incoterm().name(),
        text(shipment.freight()),
        text(shipment.insurance()),
        shipment.charges().stream()
            .map(c -> new ChargeText(c.name(), text(c.amount()), c.treatment().name()))
            .toList(),
        shipment.mode().map(TransportMode::name).orElse(null),
        shipment.quantities().stream().map(Quantity::toString).toList(),
        shipment.facts().toString(),
        shipment.exchangeRates().toString());
  }

  private static @Nullable String text(Optional<BigMoney> amount) {
    return amount.map(ShipmentRecord::text).orElse(null);
  }

  /** Currency and number, all digits written out. */
  static String text(BigMoney amount) {
    BigDecimal number = amount.getAmount();
    return amount.getCurrencyUnit().getCode() + " " + number.toPlainString();
  }

  /**
   * The shipment again.
   *
   * @return a shipment equal to that of the record
   * @throws IllegalArgumentException when a text cannot be read
   */
  public Shipment toShipment() {
    Shipment shipment =
        Shipment.of(HsCode.of(line), Country.of(origin), CostAmounts.stored("price", price))
            .withIncoterm(EnumText.parse("incoterm", Incoterm.class, incoterm))
            .withFacts(DeclaredFacts.parse(declares))
            .withExchangeRates(ExchangeRates.parse(exchangeRates));
    shipment =
        freight == null ? shipment : shipment.withFreight(CostAmounts.stored("freight", freight));
    shipment =
        insurance == null
            ? shipment
            : shipment.withInsurance(CostAmounts.stored("insurance", insurance));
    for (ChargeText each : charges) {
      shipment =
          shipment.withCharge(
              new Charge(
                  each.name(),
                  CostAmounts.stored(each.name(), each.amount()),
                  EnumText.parse("treatment", Treatment.class, each.treatment())));
    }
    shipment =
        mode == null
            ? shipment
            : shipment.withMode(EnumText.parse("mode", TransportMode.class, mode));
    for (String each : quantities) {
      shipment = shipment.withQuantity(each);
    }
    return shipment;
  }

  void write(JsonText json) {
    json.text("line", line)
        .text("origin", origin)
        .text("price", price)
        .text("incoterm", incoterm)
        .text("freight", freight)
        .text("insurance", insurance)
        .objects("charges", charges, ChargeText::write)
        .text("mode", mode)
        .texts("quantities", quantities)
        .text("declares", declares)
        .text("exchangeRates", exchangeRates);
  }

  static ShipmentRecord read(StoredAnswer json) {
    return new ShipmentRecord(
        json.text("line"),
        json.text("origin"),
        json.text("price"),
        json.text("incoterm"),
        json.optional("freight", text -> text).orElse(null),
        json.optional("insurance", text -> text).orElse(null),
        json.objects("charges").stream().map(ChargeText::read).toList(),
        json.optional("mode", text -> text).orElse(null),
        json.texts("quantities"),
        json.text("declares"),
        json.text("exchangeRates"));
  }
}
