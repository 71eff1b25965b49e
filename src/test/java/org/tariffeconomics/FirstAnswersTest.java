package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.ahead;
import static org.tariffeconomics.Tariffs.allPledges;
import static org.tariffeconomics.Tariffs.announcedAndPaid;
import static org.tariffeconomics.Tariffs.averageDuty;
import static org.tariffeconomics.Tariffs.bothSides;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.entry;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.paid;
import static org.tariffeconomics.Tariffs.portfolio;
import static org.tariffeconomics.Tariffs.quotaDuty;
import static org.tariffeconomics.Tariffs.shareShift;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.terms;
import static org.tariffeconomics.Tariffs.timeline;
import static org.tariffeconomics.Tariffs.us;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.deal.TermsComparison;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.reference.UsAhead;
import org.tariffeconomics.reference.UsPledges;
import org.tariffeconomics.reference.UsRates;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.DutyStack;

/** What a shell prints of an answer says by itself what decides, what is missing, and in what. */
class FirstAnswersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8418.10|AU|2026-05-01|10.0% to 25.0%, decided by weight:aluminium+steel",
        "8703.23.01|US|2025-09-16|2.5% to 27.5%, decided by US goods dutiable",
        "6403.99|VN|2025-08-06|10.0% to 20.0%, decided by line",
        "8703.23.01|JP|2025-09-16|15.0%"
      })
  void a_duty_that_is_a_range_names_the_facts_that_decide(
      String line, String origin, String day, String answer) {
    DutyStack stack = duty(line, origin, day);
    assertEquals(line + " from " + origin + " on " + day + ": " + answer, stack.toString());
    stack.decidedBy().stream()
        .map(DecidingFact::name)
        .forEach(each -> assertTrue(stack.toString().contains(each), each));
  }

  @Test
  void a_cost_that_is_not_one_amount_says_why() {
    String fridge =
        landed(shipment("8418.10", "AU", "USD 500", "USD 20", "USD 2", "sea"), "2026-05-01")
            .toString();
    assertTrue(fridge.contains(" landed: decided by weight:aluminium+steel ("), fridge);
    String beef =
        entry()
            .withLine("A1", Shipment.of("0201.30.50", "AU", "USD 10000"))
            .price(us().on("2025-10-01"))
            .toString();
    assertTrue(
        beef.contains("of 1 line on 2025-10-01: undetermined: A1: declare the quantity in kg"),
        beef);
    String car =
        landed(
                shipment("8703.80.00", "KR", "USD 35000", "USD 1500", "USD 200", "sea"),
                "2026-01-15")
            .toString();
    assertTrue(car.endsWith(" landed"), car);
  }

  /** A duty by the litre is known, though it is no rate. */
  @Test
  void a_timeline_of_duties_by_quantity_tells_them() {
    String wine = timeline("2204.21.50", "2025-01-01", "2025-04-30", "France").table().toText();
    assertTrue(wine.contains("unknown: no share of the value alone: MFN 0.063 USD/liter"), wine);
  }

  @Test
  void terms_that_are_never_equal_say_which_is_dearer() {
    assertEquals("15% adds > 10% all-in at every base", terms("15%", "10%").toString());
    TermsComparison equal = terms("10%", "10%");
    assertEquals("10% adds = 10% all-in at base 0%", equal.toString());
  }

  @Test
  void amounts_in_tables_have_their_unit() {
    String months = paid("JP").toText();
    assertTrue(months.contains("imports, USD bn") && months.contains("duty, USD bn"), months);
  }

  @Test
  void several_things_print_as_their_table() {
    UsRates rates = announcedAndPaid("JP", "2025-07", "2025-08");
    assertEquals(rates.table().toString(), rates.toString());
    UsPledges pledges = allPledges("2026-03-31");
    assertEquals(pledges.table().toString(), pledges.toString());
    UsAhead ahead = ahead("2025-07-20", "8703.23.01", "JP", "KR");
    assertEquals(ahead.table().toString(), ahead.toString());
    assertTrue(bothSides("EU", "2026-07-01").toString().startsWith("What each side charges"));
  }

  /** Taiwan's purchases of USD 84.8 bn were reported and not verified (purchases.csv). */
  @Test
  void pledges_that_were_not_verified_are_told_and_not_counted() {
    UsPledges pledges = allPledges("2026-11-23");
    assertTrue(pledges.pledges().stream().noneMatch(p -> p.what().contains("84.8")));
    assertTrue(
        pledges.table().toText().contains("left out, not verified: TW purchase, About USD 84.8bn"),
        pledges.table()::toText);
    assertTrue(allPledges("2025-11-23").unverified().isEmpty(), "signed on 12 February 2026");
  }

  @Test
  void a_country_in_the_place_of_goods_is_told_where_its_goods_are() {
    for (String place : List.of("China", "EU", "ASEAN", "Viet Nam")) {
      String said = refusal(() -> averageDuty(place, "2025-05-01"));
      assertTrue(said.contains("UsImports.of2024().from('" + place + "')"), said);
    }
    assertFalse(refusal(() -> averageDuty("shoes", "2025-05-01")).contains("from("));
  }

  /** Shares shift within one line, be it that of a sector or any other. */
  @Test
  void shares_shift_within_a_line_or_the_line_of_a_sector() {
    String many = refusal(() -> shareShift("7208", "2025-03-11", "2025-06-04", 3));
    assertTrue(many.contains("'7208' has the lines 7208.") && many.contains(" more"), many);
    String line = shareShift("7208.51.00", "2025-03-11", "2025-06-04", 3).product();
    assertEquals("7208.51.00", line);
    assertEquals(
        market("cars", "2025-09-16").products(),
        List.of(shareShift("cars", "2025-09-15", "2025-09-16", 5).product()));
  }

  @Test
  void an_average_before_the_facts_says_that_they_are_not_held() {
    String early = averageDuty("7208.51.00", "2024-01-15").toString();
    assertTrue(early.endsWith("covered: the law before 2025-01-01 is not held"), early);
    String first = averageDuty("7208.51.00", "2025-01-01").toString();
    assertTrue(first.endsWith(" of imports covered"), first);
  }

  @Test
  void one_thing_is_counted_as_one() {
    assertEquals(
        "entry into US of 1 line",
        CustomsEntry.of("US").withLine("A1", Shipment.of("6109.10", "IN", "USD 1000")).toString());
    String one = refusal(() -> portfolio("sku,line,origin,value\nA,6109.10,IN,1000", "2026-11-23"));
    assertTrue(one.startsWith("1 problem: "), one);
    String pork =
        quotaDuty("EU", "0203.29.55", "US", "2026-07-10", "EUR 40000", "20 t", "09.9001", "0 t")
            .toString();
    assertTrue(pork.endsWith(" on 1 part"), pork);
  }

  private static String refusal(Executable asked) {
    return assertThrows(IllegalArgumentException.class, asked).getMessage();
  }
}
