package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.tariff.DutyComparison;

/** The first ten minutes: what people type is understood, or answered with what to write. */
class ForgivingVerbsTest {

  private static String message(Executable slip) {
    return assertThrows(IllegalArgumentException.class, slip).getMessage();
  }

  private static String origins(DutyComparison comparison) {
    return comparison.entries().stream()
        .map(e -> e.origin().country().alpha2())
        .sorted()
        .collect(Collectors.joining(","));
  }

  @Test
  void countries_are_called_by_their_names() {
    DutyComparison named =
        compare("8703.23.01", "16 Sep 2025", "Japan", "South Korea", "Türkiye", "UK", "Germany");
    assertEquals("DE,GB,JP,KR,TR", origins(named));
    assertEquals("15%", named.rate("JP").orElseThrow().toString());
    // HTSUS general note 33: "Korea" is the Republic of Korea; its usual claim is made as for KR
    assertEquals(
        "25%", compare("8703.23.01", "2025/09/16", "Korea").rate("KR").orElseThrow().toString());
    assertEquals("+10.0 pp", gap("8703.23.01", "2025-09-16", "Korea", "Japan").toString());
  }

  @Test
  void a_slip_in_a_name_is_answered_with_the_name() {
    for (String slip : List.of("Japn", "Jpaan", "Jappan", "Jaban")) {
      assertEquals(
          "Country code '" + slip + "' is unknown: is Japan (JP) meant?",
          message(() -> duty("8703.23.01", slip, "2026-11-23")));
    }
    assertTrue(
        message(() -> duty("8703.23.01", "Atlantis", "2026-11-23"))
            .endsWith(
                "is unknown: write two letters such as JP, or an English name such as Japan"));
    assertTrue(
        message(() -> duty("8703.23.01", "ASEAN", "2026-11-23"))
            .contains("is no country but a group"));
    for (String several : List.of("JP;KR", "JP / KR", "JP|KR")) {
      assertTrue(
          message(() -> compare("8703.23.01", "2026-11-23", several)).contains("parted by commas"));
    }
    assertEquals(deal("EU").id(), deal("European Union").id());
    assertTrue(
        message(() -> progress("approved", "JP", "2026-02-18"))
            .contains("by its partner, such as JP"));
  }

  @Test
  void a_rate_without_its_sign_is_no_product_and_a_comma_no_point() {
    assertEquals(
        "A rate needs its percent sign, as in '2.5%', but was '27.5'",
        message(() -> change("27.5", "15%")));
    assertEquals("-12.5 pp", change("27.5pct", "15percent").toString());
    assertTrue(
        message(() -> change("27,5%", "15%"))
            .endsWith("but was '27,5': write a point for the comma"));
    assertTrue(message(() -> duty("8703.23.01", "JP", "today")).contains("name the day"));
  }

  @Test
  void months_are_read_as_people_write_them() {
    String month = paid("JP", "2025-10").toString();
    for (String same : List.of("Oct 2025", "October 2025", "2025/10", " 2025-10 ")) {
      assertEquals(month, paid("Japan", same).toString());
    }
    assertTrue(message(() -> paid("JP", "2025-13")).contains("month such as 2025-10"));
    assertTrue(message(() -> paid("JP", "Okt 2025")).contains("month such as 2025-10"));
  }

  /** The stamp of many origins says each fact once, whatever decides for each of them. */
  @Test
  void what_many_origins_assume_is_said_once() {
    String assumes =
        compare("6109.10", "2025-08-07", "*").stamp().lines().stream()
            .filter(line -> line.startsWith("assumes: "))
            .findFirst()
            .orElseThrow();
    assertEquals(1, assumes.split("donation=no", -1).length - 1, assumes);
    assertEquals(1, assumes.split("where not declared", -1).length - 1, assumes);
    assertTrue(assumes.contains("transshipped=no"), assumes);
  }

  @Test
  void groups_and_all_are_their_members_on_the_day() {
    assertEquals(27, compare("8703.23.01", "2025-09-16", "EU").entries().size());
    assertEquals(27, compare("8703.23.01", "2025-09-16", "European Union").entries().size());
    assertEquals(
        "BN,ID,KH,LA,MY,PH,SG,TH,TL,VN",
        origins(compare("8703.23.01", "2026-11-23", "asean except MM")));
    DutyComparison all = compare("8703.23.01", "2025-09-16", "*");
    assertEquals(origins(all), origins(compare("8703.23.01", "2025-09-16")));
    // all of ISO 3166-1 and Kosovo, less the importer with Puerto Rico and five possessions
    assertEquals(243, all.entries().size());
    assertTrue(all.entries().stream().noneMatch(e -> e.origin().country().alpha2().equals("US")));
    assertEquals("JP,KR", origins(compare("8703.23.01", "2025-09-16", "KR, JP", "JP")));
    // a claim goes to each member
    assertEquals(
        "25%",
        compare("8703.23.01", "2025-09-16", "JP, KR claiming KORUS")
            .rate("KR")
            .orElseThrow()
            .toString());
  }

  @Test
  void arguments_that_have_changed_places_are_named() {
    assertTrue(
        message(() -> compare("8703", "JP", "2025-09-16"))
            .contains("'JP', which is a country: have two arguments changed places?"));
    assertTrue(
        message(() -> compare("KR", "2025-09-16", "8703"))
            .contains("'KR', which is a country: have two arguments changed places?"));
    assertTrue(
        message(() -> duty("8703.23.01", "2025-09-16", "JP")).contains("which is a country"));
    assertTrue(
        message(() -> compare("2025-09-16", "8703.23.01", "JP")).contains("which is a product"));
    assertTrue(
        message(() -> compare("8703", "2025-09-16", "870323")).contains("which is a product"));
    assertTrue(message(() -> flipRate("15%", "USD 1", "15%")).contains("which is a rate"));
    assertTrue(message(() -> change("USD 15", "15%")).contains("which is an amount"));
    assertTrue(message(() -> compare("8703", "2025-09-16", "JP KR")).contains("parted by commas"));
  }

  @Test
  void days_that_have_changed_places_are_named() {
    List<Executable> slips =
        List.of(
            () -> rateRestoringLead("8703.23.01", "2025-09-16", "2025-01-01", "KR", "JP"),
            () -> beforeAfter("8703.23.01", "2025-09-16", "2025-09-15", "JP"),
            () -> ownAndRivals("cars", "2025-09-16", "2025-09-15", "KR"),
            () -> shareShift("cars", "2025-09-16", "2025-09-15", 5));
    for (Executable slip : slips) {
      String said = message(slip);
      assertTrue(said.endsWith("have the two days changed places?"), said);
      assertTrue(said.startsWith("The earlier day comes first, but was 2025-09-16 before"), said);
    }
    assertEquals(
        "0.0 pp",
        beforeAfter("8703.23.01", "2025-09-16", "2025-09-16", "JP").unchanged().isEmpty()
            ? "changed"
            : "0.0 pp");
  }

  @Test
  void a_duty_without_a_rate_says_why_by_itself() {
    String none = duty("8703.23.99", "JP", "2025-09-16").toString();
    assertTrue(none.startsWith("8703.23.99 from JP on 2025-09-16: unknown: "), none);
    String specific = duty("0201.20.50", "BR", "2025-09-16").toString();
    assertTrue(specific.contains("0.044 USD/kg"), specific);
  }

  @Test
  void the_board_of_deals_takes_days_as_text() {
    LocalDate day = LocalDate.of(2025, 9, 1);
    assertEquals(deals().statusBoard(day, day), deals().statusBoard("1 Sep 2025", "2025/09/01"));
  }

  @Test
  void words_are_answered_with_the_list_of_words() {
    assertEquals(
        "stage must be one of pledged, proposed, approved, called, disbursed, repaid, but was 'paid'",
        message(() -> progress("JP", "paid", "2026-02-18")));
    assertEquals(
        "mode must be one of sea, air, road, rail, post, but was 'truck'",
        message(() -> shipment("8703.23.01", "JP", "USD 1", "USD 1", "USD 1", "truck")));
    assertTrue(message(() -> market("stele", "2025-09-16")).contains("cars, trucks, parts"));
    assertEquals("6.5%", progress("JP", " Approved ", "2026-02-18").toString().substring(0, 4));
  }

  /** 30,290 and 32,850 at 15 %: 24.72 %; 350 bn at 20 bn a year from 2026: July 2043. */
  @Test
  void money_rates_and_days_are_read_as_they_are_printed() {
    assertEquals("24.72%", flipRate("USD 30,290", "$32,850", "15 percent").toString());
    assertEquals(
        feasibility("USD 350000000000", "USD 20000000000", "2026-01-01", "2029-01-19").toString(),
        feasibility("USD 350bn", "$20 billion", "1 Jan 2026", "January 19, 2029").toString());
    assertEquals(
        "8703.23.01 from JP on 2026-11-23: USD 36,178.42 landed",
        landed(
                shipment("8703.23.01", "Japan", "$30,000", "USD 1,330", "USD 207", "Sea"),
                "23 Nov 2026")
            .toString());
  }

  @Test
  void every_verb_of_text_has_a_twin_of_types() {
    LocalDate day = LocalDate.of(2025, 9, 16);
    assertEquals(
        compare("8703.23.01", "2025-09-16", "JP").toString(),
        compare("8703.23.01", day, "JP").toString());
    assertEquals(
        duty("8703.23.01", "JP", "2025-09-16").toString(),
        duty("8703.23.01", "JP", day).toString());
    assertEquals(priceCut("25%", "15%").toString(), priceCut(rate("25%"), rate("15%")).toString());
    assertEquals(change("27.5%", "15%"), change(rate("27.5%"), rate("15%")));
    assertEquals(allIn("2.5%", "15%"), allIn(rate("2.5%"), rate("15%")));
    assertEquals(
        flipRate("USD 30290", "USD 32850", "15%").toString(),
        flipRate(BigMoney.parse("USD 30290"), BigMoney.parse("USD 32850"), rate("15%")).toString());
    assertEquals(
        progress("JP", "approved", "2026-02-18"),
        progress("JP", "approved", LocalDate.of(2026, 2, 18)));
  }

  @Test
  void what_is_cut_is_said_and_reasons_are_whole() {
    String shown = compare("8703.23.01", "2025-09-16").toString();
    assertTrue(shown.contains("… 223 more: print() of the table shows all rows"), shown);
    String unknown = compare("9999.99.99", "2025-09-16", "JP").toString();
    String words = Stream.of(unknown.split("\\s+")).collect(Collectors.joining(" "));
    for (String reason : duty("9999.99.99", "JP", "2025-09-16").reasons()) {
      assertTrue(words.contains("unknown: " + reason), unknown);
    }
    assertTrue(unknown.contains("texts are cut: toMarkdown()"), unknown);
  }

  /** The three numbers of the README: −12.5 pp, −45.5 % of the duty, −9.8 % of the price. */
  @Test
  void results_speak_in_sentences() {
    assertEquals(
        "From 27.5% to 15.0%: 12.5 percentage points lower, which is 45.5% of the duty and 9.8% of"
            + " the duty-paid price.",
        change("27.5%", "15%").sentence());
    assertEquals("Unchanged at 15.0%.", change("15%", "15%").sentence());
    assertEquals(
        "On 2025-09-16 the US duty on 8703.23.01 is 15.0% from JP; 25.0% from KR (KORUS), 10.0"
            + " points more. Assumed: no anti-dumping or countervailing duty where none is"
            + " declared.",
        compare("8703.23.01", "2025-09-16", "KR", "JP").sentence());
    assertTrue(
        compare("9999.99.99", "2025-09-16", "JP")
            .sentence()
            .contains("is not one known rate from JP"));
  }

  @Test
  void claims_are_held_against_duties_and_costs() {
    assertEquals(
        "15% is right: the duty on 8703.23.01 from JP on 2025-09-16 is 15%",
        check("15%", duty("8703.23.01", "Japan", "2025-09-16")).toString());
    assertEquals(
        "17.5% is wrong: the duty on 8703.23.01 from JP on 2025-09-16 is 15%",
        check("17.5%", duty("8703.23.01", "Japan", "2025-09-16")).toString());
    assertEquals(
        List.of("cannot be checked"),
        List.of(check("15%", duty("9999.99.99", "JP", "2025-09-16")).verdict().toString()));
  }

  /** The same question is the same answer, however its origin and its line are written. */
  @Test
  void importers_side_by_side_name_an_origin_once() {
    assertEquals(
        sideBySide("8703.23", "GB", "2026-01-01", "EU", "JP").table().toMarkdown(),
        sideBySide("870323", " UK", "2026-01-01", "EU", "Japan").table().toMarkdown());
  }
}
