package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
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
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Facts;
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

  /** A book of one's own travels as its files, the bundled one as its name, a law with its days. */
  @Test
  void books_and_laws_come_back_equal() throws IOException, ClassNotFoundException {
    TariffBook own =
        TariffBook.us(
            TariffMeasure.base("8703", "2.5%"),
            TariffMeasure.adds("X", "*", "* except CA", "10%").withCondition("age>=25"));
    for (TariffBook each :
        List.of(
            own,
            UsTariffs.book(),
            UsTariffs.book(Facts.INCLUDING_UNVERIFIED),
            UsTariffs.book().without("S232 autos"))) {
      TariffBook back = (TariffBook) copied(each);
      assertEquals(each, back);
      assertEquals(each.version(), back.version());
      assertEquals(each.facts(), back.facts());
    }
    TariffLaw law = own.on("2026-11-23").asKnownOn(LocalDate.parse("2026-10-01"));
    TariffLaw back = (TariffLaw) copied(law);
    assertEquals(law.day(), back.day());
    assertEquals(law.knownOn(), back.knownOn());
    assertEquals(law.book(), back.book());
  }

  /** What no text keeps is refused by name, and is never read back as something else. */
  @Test
  void a_book_that_no_text_keeps_is_refused() {
    TariffBook amended = UsTariffs.book().with(TariffMeasure.adds("mine", "8703", "JP", "1%"));
    String why = assertThrows(NotSerializableException.class, () -> copied(amended)).getMessage();
    assertTrue(why.contains("kept whole by no form"), why);
  }

  @Test
  void rates_of_every_kind_come_back_equal() throws IOException, ClassNotFoundException {
    for (TariffMeasure each : UsTariffs.book().measures()) {
      assertEquals(each.rate(), copied(each.rate()));
      assertEquals(each.portion(), copied(each.portion()));
    }
    for (String text :
        List.of(
            "4.4¢/kg + 5%",
            "Free", "max(10%, 2.50 USD/kg)", "see the note", "12.5% on steel content")) {
      DutyRate rate = DutyRate.of(text);
      assertEquals(rate, copied(rate));
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
