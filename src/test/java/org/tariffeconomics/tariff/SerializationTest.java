package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsTariffs;

/** Values and stored answers in Java's own serialized form, which is that of their texts. */
class SerializationTest {

  @Test
  void values_and_records_come_back_equal() throws IOException, ClassNotFoundException {
    TariffLaw law = UsTariffs.book().on("2026-11-23");
    Shipment goods = Shipment.of("8703.23.01", "JP", "USD 1").withMode(TransportMode.AIR);
    for (Object each :
        List.of(
            Rate.parse("2.5%"),
            HsCode.of("8703.23.01"),
            Country.of("JP"),
            Unit.of("kg"),
            Quantity.parse("12.5 kg"),
            ExchangeRates.parse("EUR/USD=1.1"),
            DeclaredFacts.parse("claim=KORUS; content:steel=0.6; a=b"),
            DeclaredOrigin.parse("KR claiming KORUS"),
            law.stack(HsCode.of("8703.23.01"), Country.of("JP"))
                .assess(Money.parse("USD 1.00"))
                .toRecord(),
            DutyComparison.of(law, HsCode.of("8703"), List.of(DeclaredOrigin.parse("JP")))
                .toRecord(),
            LandedCost.of(goods, law).toRecord(),
            CustomsEntry.of("US").withLine("1", goods).price(law).toRecord())) {
      assertEquals(each, copied(each));
    }
  }

  private static Object copied(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
