package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.landedcost.FiledEntry.Part;
import org.tariffeconomics.landedcost.FiledEntry.Replacement;
import org.tariffeconomics.landedcost.FiledEntry.Row;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;

/** Which duty is reported under which heading: CSMS 18-000624 (order), 66319804 (replacement). */
class FiledEntryTest {

  private static EntryCost cost(String line, String origin, String price, String day) {
    return CustomsEntry.of("US")
        .withLine("1", Shipment.of(line, origin, price).withFreight("USD 0").withInsurance("USD 0"))
        .withMode(TransportMode.AIR)
        .price(UsTariffs.book().on(day));
  }

  private static List<String> rows(FiledEntry filed) {
    return filed.rows().stream()
        .filter(r -> r.part() != Part.FEE)
        .map(r -> r.heading().orElse("?") + " " + r.duty().map(d -> Money.of(d)).orElseThrow())
        .toList();
  }

  /** The message's own example of 9903.94.41: 15 % under the heading, zero on the vehicle. */
  @Test
  void an_all_in_rate_replaces_the_ordinary_duty() {
    FiledEntry filed = cost("8703.23.01", "JP", "USD 30000", "2025-09-16").filed();
    assertEquals(List.of("9903.94.41 USD 4500.00", "8703.23.01 USD 0.00"), rows(filed));
    assertEquals("30000", filed.rows().get(1).value().orElseThrow().getAmount().toPlainString());
    assertEquals(
        List.of("9903.94.41 USD 3750.00", "8703.23.01 USD 750.00"),
        rows(filed.withReplacement(Replacement.SPLIT_FOR_DRAWBACK)));
  }

  /**
   * A total of the general rate is on top of what is claimed, by the memorandum of 23 July 2026;
   * one of what is paid replaces it. A general rate of 12.5 % or more leaves nothing on top.
   */
  @Test
  void a_total_of_the_general_rate_is_filed_beside_what_is_claimed() {
    String claim = "claim=USJTA; civil aircraft=no; goods:section 301 total with the general rate=";
    assertEquals(
        List.of("9903.05.49 USD 15.00", "8712.00.15 USD 55.00"),
        headings(claiming("8712.00.15", "JP", claim + "yes")));
    assertEquals(
        List.of("9903.05.49 USD 125.00", "8712.00.15 USD 0.00"),
        headings(claiming("8712.00.15", "JP", claim + "no")));
    assertEquals(
        List.of("9903.05.48 USD 0.00", "9013.10.10 USD 74.50"),
        headings(
            claiming(
                "9013.10.10",
                "JP",
                "vehicle part=no; truck part=no; metal weight share=0.05; " + claim + "yes")));
  }

  /** The numbers of these headings were counted off by the alphabet, so that none is certain. */
  private static List<String> headings(FiledEntry filed) {
    return filed.rows().stream()
        .filter(r -> r.part() != Part.FEE)
        .map(r -> String.join(" or ", r.headings()) + " " + Money.of(r.duty().orElseThrow()))
        .toList();
  }

  private static FiledEntry claiming(String line, String origin, String facts) {
    return CustomsEntry.of("US")
        .withLine(
            "1",
            Shipment.of(line, origin, "USD 1000")
                .withFreight("USD 0")
                .withInsurance("USD 0")
                .withFacts(DeclaredFacts.parse(facts)))
        .withMode(TransportMode.AIR)
        .price(UsTariffs.book().on("2026-08-01"))
        .filed();
  }

  /** With an ordinary duty of 15 % or more nothing is on top: heading .02.19, and not .02.20. */
  @Test
  void where_nothing_is_on_top_the_ordinary_duty_stays() {
    FiledEntry filed = cost("6109.10", "DE", "USD 1000", "2025-09-16").filed();
    assertEquals(List.of("9903.02.19 USD 0.00", "6109.10 USD 165.00"), rows(filed));
  }

  @Test
  void section_301_stands_before_the_emergency_powers_and_these_before_section_232() {
    EntryCost cost = cost("8703.23.01", "CN", "USD 10000", "2025-09-16");
    List<String> headings =
        cost.filed().rows().stream()
            .filter(r -> r.part() == Part.CHAPTER_99)
            .map(r -> r.headings().get(0))
            .toList();
    assertEquals("9903.88.01", headings.get(0));
    assertTrue(headings.indexOf("9903.01.24") < headings.indexOf("9903.94.01"));
    assertEquals(
        Part.COMMODITY,
        cost.filed().rows().get(headings.size()).part(),
        "the commodity comes last");
  }

  /** The heading of an origin is found among those of all origins: India has 9903.02.26. */
  @Test
  void the_heading_is_that_of_the_origin() {
    List<String> rows = rows(cost("6109.10", "IN", "USD 1000", "2025-09-16").filed());
    assertTrue(rows.contains("9903.02.26 USD 250.00"), rows.toString());
    Row doubtful = cost("6109.10", "IN", "USD 1000", "2026-11-23").filed().rows().get(0);
    assertEquals(List.of("9903.05.44"), doubtful.headings());
    assertTrue(doubtful.heading().isEmpty(), "its number was only counted off by the alphabet");
  }

  @Test
  void rows_add_up_to_what_is_payable() {
    for (String origin : List.of("JP", "CN", "DE", "KR", "MX", "VN", "GB", "BR")) {
      for (String day : List.of("2025-03-10", "2025-09-16", "2026-03-01", "2026-11-23")) {
        EntryCost cost = cost("8703.23.01", origin, "USD 12345.67", day);
        if (cost.payable().isPresent()) {
          assertEquals(cost.payable(), cost.filed().total(), origin + " " + day);
          assertEquals(
              cost.payable(), cost.filed().withReplacement(Replacement.SPLIT_FOR_DRAWBACK).total());
        }
      }
    }
  }

  @Test
  void deposits_and_fees_have_rows_and_only_the_united_states_files_so() {
    EntryCost cost =
        CustomsEntry.of("US")
            .withLine(
                "1",
                Shipment.of("6109.10", "IN", "USD 1000")
                    .withFreight("USD 0")
                    .withInsurance("USD 0"))
            .withDeposit("1", Deposit.of("A-533-001", "10%"))
            .withMode(TransportMode.AIR)
            .price(UsTariffs.book().on("2026-11-23"));
    assertTrue(
        cost.filed().rows().stream()
            .anyMatch(r -> r.part() == Part.DEPOSIT && r.what().equals("A-533-001")));
    assertEquals(cost.payable(), cost.filed().total());
    assertTrue(cost.filed().table().toText().contains("9903.05.44?"));
    EntryCost notUs =
        CustomsEntry.of("EU")
            .withLine(
                "1",
                Shipment.of("6109.10", "IN", "EUR 1").withFreight("EUR 0").withInsurance("EUR 0"))
            .price(
                TariffBook.of("EU", CurrencyUnit.EUR, RoundingPolicy.EACH_DUTY_TO_CENT, List.of())
                    .on("2026-01-01"));
    assertThrows(IllegalArgumentException.class, notUs::filed);
  }
}
