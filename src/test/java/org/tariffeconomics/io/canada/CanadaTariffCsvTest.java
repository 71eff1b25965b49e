package org.tariffeconomics.io.canada;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;

/**
 * The table TPHS by its documented columns: no real file was seen. The rates are those of sample
 * lines of the tariff of 2026.
 */
class CanadaTariffCsvTest {

  private static final String ROWS =
      "digits,tariff,description,mfn,ust,mxt,general_rate,uom\n"
          + "4,87.03,Motor cars,,,,,\n"
          + "8,8703.23.00,Of a cylinder capacity exceeding 1500 cc,6.1%,Free,Free,35%,NMB\n"
          + "10,8703.23.00.10,New,,,,,NMB\n"
          + "8,0406.90.98,\"Cheese, within access commitment\",3.32¢/kg,Free,Free,35%,KGM\n"
          + "8,0406.90.99,\"Cheese, over access commitment\",245.5% but not less than $3.53/kg,,,"
          + "35%,KGM\n"
          + "8,2204.21.10,Wine,1.87¢/litre,Free,Free,12.12¢/litre,LTR\n";

  private static Reading<TariffSchedule> read(String text) {
    return CanadaTariffCsv.read("Canada 2026", new StringReader(text));
  }

  private static final TariffBook BOOK =
      TariffBook.of("CA", CurrencyUnit.CAD, RoundingPolicy.TOTAL_TO_CENT, List.of())
          .with(
              ScheduledDuties.of(
                  read(ROWS).orThrow(), CanadaTariffCsv.key(LocalDate.of(2026, 1, 1))));

  private static String duty(String line, String origin, DeclaredFacts facts, String value) {
    return BOOK.on("2026-01-01")
        .stack(HsCode.of(line), Country.of(origin), facts)
        .assess(Money.parse(value), Quantity.parse("1000 kg"), Quantity.parse("1000 l"))
        .dutyOrThrow()
        .toString();
  }

  @Test
  void the_lines_have_their_rates_of_both_tariffs() {
    assertEquals(5, read(ROWS).value().lines().size());
    DeclaredFacts claim = DeclaredFacts.claiming("CUSMA");
    assertEquals("CAD 3050.00", duty("8703.23.00.10", "US", DeclaredFacts.none(), "CAD 50000"));
    assertEquals("CAD 0.00", duty("8703.23.00", "US", claim, "CAD 50000"));
    assertEquals("CAD 33.20", duty("0406.90.98", "JP", DeclaredFacts.none(), "CAD 1000"));
    assertEquals("CAD 18.70", duty("2204.21.10", "JP", DeclaredFacts.none(), "CAD 1000"));
    // 245.5 % of 1,000 is less than 3.53 × 1,000
    assertEquals("CAD 3530.00", duty("0406.90.99", "US", claim, "CAD 1000"));
    assertEquals("CAD 24550.00", duty("0406.90.99", "US", claim, "CAD 10000"));
  }

  @Test
  void bad_rows_and_headers_are_told() {
    assertTrue(read("").hasErrors());
    assertTrue(read("tariff,description\n8703.23.00,x\n").hasErrors());
    Reading<TariffSchedule> bad = read(ROWS + "8,8703,x,,,,,\n8,87o3.24.00,x,6.1%,,,,\n");
    assertEquals(1, bad.count(Severity.ERROR), bad.problems()::toString);
    assertEquals(5, bad.value().lines().size());
    Reading<TariffSchedule> lost = read(ROWS + "8,8703.24.00,x,6.1,,,,\n");
    assertEquals(1, lost.count(Severity.NOTE));
  }
}
