package org.tariffeconomics.io.norway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.RateKind;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reference.Importers;
import org.tariffeconomics.schedule.ScheduleCoverage;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Norway's rates by the documented names of {@code tollavgiftssats.json}: no real file was seen, so
 * the fixtures are made up in its form. Names, the decimal comma, the units P and K, the group TALL
 * and the value 999999,99 follow public programs that read the file.
 */
class NorwayTariffJsonTest {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  private static String rate(String value, String unit, String from, String to) {
    return "{\"satsVerdi\":\""
        + value
        + "\",\"satsEnhet\":\""
        + unit
        + "\",\"satsEnhetBeskrivelse\":\"Per "
        + unit
        + "\",\"fomdato\":\""
        + from
        + "\",\"tomdato\":\""
        + to
        + "\"}";
  }

  private static String group(String code, String... rates) {
    return "{\"landgruppe\":\"" + code + "\",\"sats\":[" + String.join(",", rates) + "]}";
  }

  private static String goods(String id, String... groups) {
    return "{\"id\":\""
        + id
        + "\",\"enhet\":\"Kg\",\"enhetBeskrivelse\":\"Per kilo.\",\"annenEnhet\":null,"
        + "\"annenEnhetBeskrivelse\":null,\"avtalesatser\":["
        + String.join(",", groups)
        + "]}";
  }

  private static Reading<TariffSchedule> read(String... goods) {
    return NorwayTariffJson.read(
        "rates",
        new StringReader("{\"versjon\":\"1.2\",\"varer\":[" + String.join(",", goods) + "]}"),
        DAY);
  }

  private static final String SHIRT =
      goods(
          "61091000",
          group("TALL", rate("10,70", "P", "2020-01-01", "")),
          group("TKR", rate("0,00", "P", "2020-01-01", "")));

  private static final String BEEF =
      goods(
          "02013000",
          group(
              "TALL",
              rate("119,02", "K", "2020-01-01", "2026-06-30"),
              rate("120,00", "K", "2026-07-01", "2026-12-31"),
              rate("121,00", "K", "2027-01-01", "")));

  private static String general(Reading<TariffSchedule> reading, String code) {
    return reading
        .value()
        .line(HsCode.of(code))
        .orElseThrow()
        .general()
        .orElseThrow()
        .rate()
        .toString();
  }

  @Test
  void the_rates_of_the_day_are_a_schedule() {
    Reading<TariffSchedule> reading = read(SHIRT, BEEF);
    assertEquals(0, reading.count(Severity.ERROR), reading.problems()::toString);
    assertEquals(2, reading.value().lines().size());
    assertEquals("10.7%", general(reading, "6109.1000"));
    assertEquals("120 NOK/kg", general(reading, "0201.3000"));
    assertEquals(
        "2 rates are not in force on 2026-07-01 and are not in the schedule; the next change is on"
            + " 2027-01-01",
        reading.problems(Severity.NOTE).get(0).message());
    ScheduleCoverage.Column column = reading.value().coverage().columns().get(0);
    assertEquals(0, column.blank());
    assertEquals(0, column.own().get(RateKind.UNSUPPORTED));
  }

  @Test
  void the_schedule_is_the_law_of_an_importer() {
    TariffSchedule schedule = read(SHIRT, BEEF).orThrow();
    assertEquals(Set.of("TKR"), NorwayTariffJson.groups(schedule));
    assertThrows(
        IllegalArgumentException.class,
        () -> NorwayTariffJson.key(schedule, DAY, Map.of("TXX", "KR")));
    TariffBook book =
        TariffBook.of("NO", CurrencyUnit.of("NOK"), RoundingPolicy.TOTAL_TO_CENT, List.of())
            .with(
                ScheduledDuties.of(
                    schedule, NorwayTariffJson.key(schedule, DAY, Map.of("TKR", "KR"))));
    Importer norway = Importers.of("NO").withBook(book);
    assertEquals(
        "NOK 1070.00",
        norway
            .duty("6109.1000", "US", "2026-07-01")
            .assess(Money.parse("NOK 10000"))
            .dutyOrThrow()
            .toString());
    assertEquals(
        "0%",
        book.on(DAY)
            .stack(HsCode.of("6109.1000"), Country.of("KR"), DeclaredFacts.claiming("Norway TKR"))
            .adValoremRate()
            .orElseThrow()
            .toString());
    // 120 a kilogram
    assertEquals(
        "NOK 120000.00",
        norway
            .duty("0201.3000", "US", "2026-07-01")
            .assess(Money.parse("NOK 100000"), Quantity.parse("1000 kg"))
            .dutyOrThrow()
            .toString());
  }

  @Test
  void what_is_not_understood_stays_on_its_line_and_is_not_known() {
    for (String rates :
        List.of(
            rate("12,00", "S", "2020-01-01", ""),
            rate("999999,99", "K", "2020-01-01", ""),
            rate("12.00", "K", "2020-01-01", ""),
            rate("12,00", "", "2020-01-01", ""),
            rate("", "K", "2020-01-01", ""),
            rate("12,00", "P", "1 January 2020", ""),
            rate("12,00", "P", "2020-01-01", "") + "," + rate("3,00", "K", "2020-01-01", ""),
            rate("12,00", "P", "2027-01-01", ""))) {
      Reading<TariffSchedule> reading = read(goods("61091000", group("TALL", rates)));
      assertEquals(1, reading.value().lines().size(), rates);
      assertTrue(reading.problems().size() > 0, rates);
      TariffBook book =
          TariffBook.of("NO", CurrencyUnit.of("NOK"), RoundingPolicy.TOTAL_TO_CENT, List.of())
              .with(
                  ScheduledDuties.of(
                      reading.value(), NorwayTariffJson.key(reading.value(), DAY, Map.of())));
      assertTrue(
          book.on(DAY)
              .stack(HsCode.of("6109.1000"), Country.of("US"))
              .assess(Money.parse("NOK 100"), Quantity.parse("5 kg"))
              .duty()
              .isEmpty(),
          rates);
    }
  }

  @Test
  void bad_files_and_goods_are_told_and_never_throw() {
    for (String text :
        List.of("", "{", "[]", "{}", "{\"varer\":[]}", "{\"varer\":[1]}", "{\"varer\":{}}")) {
      assertTrue(NorwayTariffJson.read("x", new StringReader(text), DAY).hasErrors(), text);
    }
    Reading<TariffSchedule> twice =
        read(SHIRT, goods("61091000", group("TALL", rate("3,00", "P", "2020-01-01", ""))));
    assertTrue(twice.hasErrors());
    assertTrue(general(twice, "6109.1000").startsWith("see"), "which of the two is not known");
    assertEquals(1, read(SHIRT, goods("6109", group("TALL"))).count(Severity.ERROR));
  }

  @Test
  void texts_of_the_structure_stand_on_the_lines_and_lines_without_rates_are_told() {
    String structure =
        "{\"sections\":[{\"chapters\":[{\"headings\":{\"divisions\":[{\"type\":\"commodity\","
            + "\"id\":\"61091000\",\"item\":\"Of cotton\"},{\"type\":\"commodity\","
            + "\"hsNumber\":\"6109.9000\",\"item\":\"Of other materials\"}]}}]}]}";
    Reading<TariffSchedule> reading =
        NorwayTariffJson.read(
            "rates",
            new StringReader("{\"versjon\":\"1.2\",\"varer\":[" + SHIRT + "]}"),
            new StringReader(structure),
            DAY);
    assertEquals(
        "Of cotton",
        reading.value().line(HsCode.of("6109.1000")).orElseThrow().row().description());
    assertEquals("61099000", reading.problems(Severity.ERROR).get(0).text());
    assertTrue(
        NorwayTariffJson.read("rates", new StringReader("{}"), new StringReader("{}"), DAY)
            .hasErrors());
  }
}
