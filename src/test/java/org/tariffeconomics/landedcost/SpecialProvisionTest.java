package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Lines under chapter 98 and under quotas. The rules are those of the schedule: subchapters I and
 * II of chapter 98, and U.S. notes 2(a), 16(c), 20(a) and 33 of chapter 99; the processing fee is
 * that of 19 U.S.C. 58c(b)(8)(B) and (D). Numbers are worked by hand.
 */
class SpecialProvisionTest {

  private static final TariffLaw LAW =
      TariffBook.us(
              TariffMeasure.base("8501", "4%").withId("motors"),
              TariffMeasure.base("7326", "2.9%").withId("steel"),
              TariffMeasure.base("0406", "1.20 USD/kg")
                  .withId("cheese in")
                  .withCondition("quota:cheese=in"),
              TariffMeasure.base("0406", "2.50 USD/kg")
                  .withId("cheese out")
                  .withCondition("quota:cheese=out"),
              TariffMeasure.adds("S301 China", "8501", "CN", "25%"),
              TariffMeasure.adds("S232 steel", "7326", "*", "50%"),
              TariffMeasure.adds("old", "8501", "JP", "10%").withCondition("age>=25"))
          .on("2026-11-23");

  private static Shipment goods(String line, String origin, String price) {
    return Shipment.of(line, origin, price).withFreight("USD 0").withInsurance("USD 0");
  }

  private static EntryCost price(Shipment goods, SpecialProvision provision) {
    return CustomsEntry.of("US")
        .withMode(TransportMode.SEA)
        .withLine("1", goods)
        .withProvision("1", provision)
        .price(LAW);
  }

  private static String fee(EntryCost cost, String name) {
    return cost.fees().stream()
        .filter(f -> f.name().equals(name))
        .flatMap(f -> f.amount().stream())
        .map(a -> a.getAmount().toPlainString())
        .findFirst()
        .orElse("unknown");
  }

  /** No duty, no processing fee; the harbor fee of 0.125 % of 20,000 stays. */
  @Test
  void goods_returned_are_free() {
    EntryCost cost = price(goods("8501.10", "CN", "USD 20000"), SpecialProvision.returned());
    assertEquals("USD 0.00", cost.duty().orElseThrow().toString());
    assertEquals("0.00", fee(cost, "MPF"));
    assertEquals("25.00", fee(cost, "HMF"));
    assertEquals("USD 25.00", cost.payable().orElseThrow().toString());
    assertEquals("9801.00.10", cost.filed().rows().get(0).heading().orElseThrow());
  }

  /** 4 % and 25 % of repairs of 1,000, not of the motor of 20,000; no processing fee. */
  @Test
  void repairs_pay_on_the_value_of_the_repairs() {
    EntryCost cost =
        price(goods("8501.10", "CN", "USD 20000"), SpecialProvision.repaired("USD 1000"));
    assertEquals("USD 290.00", cost.duty().orElseThrow().toString());
    assertEquals("0.00", fee(cost, "MPF"));
    assertEquals("20000", cost.customsValue().orElseThrow().getAmount().toPlainString());
    FiledEntry filed = cost.filed();
    assertEquals(
        List.of(FiledEntry.Part.CHAPTER_98, FiledEntry.Part.CHAPTER_99, FiledEntry.Part.COMMODITY),
        filed.rows().subList(0, 3).stream().map(FiledEntry.Row::part).toList());
    assertEquals("USD 315.00", filed.total().orElseThrow().toString());
    assertTrue(cost.stamp().toString().contains("9802.00.50 on USD 1000"));
  }

  /** 29 % of 20,000 less components of 8,000; MPF of 0.3464 % of 12,000 is 41.57. */
  @Test
  void assembled_goods_pay_on_the_value_less_the_components() {
    EntryCost cost =
        price(goods("8501.10", "CN", "USD 20000"), SpecialProvision.assembled("USD 8000"));
    assertEquals("USD 3480.00", cost.duty().orElseThrow().toString());
    assertEquals("41.57", fee(cost, "MPF"));
    assertEquals("25.00", fee(cost, "HMF"));
  }

  /**
   * Metal processed abroad: 2.9 % of the processing of 2,000, the 50 % of section 232 of 10,000.
   */
  @Test
  void metal_pays_section_232_on_the_full_value() {
    EntryCost cost =
        price(goods("7326.90", "DE", "USD 10000"), SpecialProvision.metalProcessed("USD 2000"));
    assertEquals("USD 5058.00", cost.duty().orElseThrow().toString());
    assertEquals("34.58", fee(cost, "MPF"), "0.3464 % of 2,000 is below the least");
  }

  /** What is left open falls on the part too: 4 % or 14 % of 1,000. */
  @Test
  void a_bounded_duty_is_bounded_on_the_part() {
    EntryCost cost =
        price(goods("8501.10", "JP", "USD 20000"), SpecialProvision.repaired("USD 1000"));
    assertEquals(Outcome.BOUNDED, cost.outcome());
    assertEquals("USD 40.00 to USD 140.00", cost.dutyRange().orElseThrow().toString());
  }

  /** How much of a content of steel is repair nobody says. */
  @Test
  void a_duty_on_a_content_is_not_known_on_a_part() {
    TariffLaw contents =
        TariffBook.us(
                TariffMeasure.base("8501", "4%"),
                TariffMeasure.adds("S232 steel", "8501", "*", "50%")
                    .withPortion(Portion.parse("steel content")))
            .on("2025-06-01");
    EntryCost cost =
        CustomsEntry.of("US")
            .withMode(TransportMode.SEA)
            .withLine(
                "1",
                goods("8501.10", "DE", "USD 20000")
                    .withFacts(DeclaredFacts.parse("content:steel=0.4")))
            .withProvision("1", SpecialProvision.repaired("USD 1000"))
            .price(contents);
    assertEquals(Outcome.UNDETERMINED, cost.outcome());
    assertTrue(cost.reasons().get(0).contains("9802.00.50"), cost.reasons().toString());
  }

  /**
   * "All antidumping, countervailing or other duties ... shall continue to be imposed" (U.S. note
   * 16(b)), on which value the text does not say; a deposit is on the whole, 10 % of 20,000.
   */
  @Test
  void duties_on_dumping_are_not_known_on_a_part() {
    TariffLaw law = UsTariffs.book().on("2026-11-23");
    DeclaredFacts dumped = DeclaredFacts.parse("AD case=A-570-831; AD deposit=10%");
    for (SpecialProvision each :
        List.of(SpecialProvision.repaired("USD 1000"), SpecialProvision.returned())) {
      CustomsEntry entry =
          CustomsEntry.of("US")
              .withMode(TransportMode.SEA)
              .withLine("1", goods("8501.10.20", "DE", "USD 20000"))
              .withProvision("1", each);
      EntryCost open =
          CustomsEntry.of("US")
              .withMode(TransportMode.SEA)
              .withLine("1", goods("8501.10.20", "DE", "USD 20000").withFacts(dumped))
              .withProvision("1", each)
              .price(law);
      assertEquals(Outcome.UNDETERMINED, open.outcome(), each.toString());
      assertTrue(
          open.reasons().toString().contains("anti-dumping duty"), open.reasons().toString());
      EntryCost stated = entry.withDeposit("1", Deposit.of("A-570-831", "10%")).price(law);
      assertTrue(
          stated.payableRange().orElseThrow().lowest().isGreaterThan(Money.parse("USD 2000")),
          stated.payableRange().toString());
    }
  }

  @Test
  void provisions_are_kept_and_replayed() {
    EntryCost cost =
        price(goods("8501.10", "CN", "USD 20000"), SpecialProvision.assembled("USD 8000"));
    EntryRecord back = EntryRecord.parse(cost.toRecord().toJson());
    assertEquals(cost.toRecord(), back);
    assertEquals("9802.00.80 less USD 8000", back.lines().get(0).provision());
    assertTrue(back.replay(LAW.book()).isSame());
    for (SpecialProvision each :
        List.of(
            SpecialProvision.returned(),
            SpecialProvision.repaired("USD 1"),
            SpecialProvision.metalProcessed("EUR 1.5"),
            SpecialProvision.assembled("USD 2"))) {
      assertEquals(each, SpecialProvision.parse(each.toString()));
    }
  }

  @Test
  void faults_are_named() {
    assertMessage(
        "must not be above the customs value",
        () -> price(goods("8501.10", "CN", "USD 5"), SpecialProvision.repaired("USD 6")));
    assertMessage("must read like", () -> SpecialProvision.parse("9803"));
    assertMessage(
        "United States",
        () ->
            CustomsEntry.of("EU")
                .withLine("1", Shipment.of("8501", "CN", "EUR 5"))
                .withProvision("1", SpecialProvision.returned()));
  }

  private static void assertMessage(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  /** The bundled law: a Chinese motor repaired in China pays each of its duties on the repair. */
  @Test
  void under_the_bundled_law_every_duty_falls_on_the_part() {
    TariffLaw law = UsTariffs.book().on("2026-11-23");
    CustomsEntry whole =
        CustomsEntry.of("US")
            .withMode(TransportMode.AIR)
            .withLine("1", goods("8501.10.20", "CN", "USD 1000"));
    EntryCost all = whole.price(law);
    EntryCost part = whole.withProvision("1", SpecialProvision.repaired("USD 100")).price(law);
    assertEquals(
        all.dutyRange().orElseThrow().highest().dividedBy(10, RoundingMode.HALF_UP),
        part.dutyRange().orElseThrow().highest());
  }

  /**
   * Goods of USD 10,000 by the bundled law, worked from the notes of chapter 99 that each row
   * names.
   */
  @ParameterizedTest(name = "{0} {1} {2} {4}: {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        // 4 + 25 (list 1) + 20 (fentanyl) + 10 percent of the repairs: notes 2(v), 20(a)
        "2025-09-16|8501.31.40|CN|vehicle part=no; truck part=no|9802.00.50 on USD 1000|590.00",
        "2025-09-16|8501.31.40|CN|vehicle part=no; truck part=no|9802.00.40 on USD 1000|590.00",
        "2025-09-16|8501.31.40|CN|vehicle part=no; truck part=no|9801.00.10|0.00",
        // 2.9 percent of the processing, 50 percent of the full value: note 16
        "2026-05-10|7326.90.86.88|DE||9802.00.60 on USD 2000|5058.00",
        // 3 percent of the processing and 50 percent of the full value; no section 301: note 50(a)
        "2026-08-01|7606.12.30.91|BR||9802.00.60 on USD 1000|5030.00",
        // 5 + 25 percent of the value less the components: note 33(f)
        "2026-08-20|8544.30.00|MX|vehicle part=yes; truck part=no|9802.00.80 less USD 4000|1800.00",
        "2026-08-20|8544.30.00|MX|vehicle part=yes; truck part=no; claim=USMCA|9802.00.80 less USD 4000|0.00",
        // 16.5 + 25 percent of the value less the components: note 2(a)
        "2025-09-16|6109.10.00|MX||9802.00.80 less USD 7000|1245.00",
        // 10 percent in all of the repairs: note 52(a), (k)
        "2026-08-01|6402.99.31|DE||9802.00.50 on USD 500|50.00",
        // 6 + 35 percent of the repairs: note 2(j)
        "2025-09-16|6402.99.31|CA||9802.00.50 on USD 500|205.00",
        // 6 + 10 percent of the repairs: note 2(aa)(i)
        "2026-03-01|6402.99.31|GB||9802.00.40 on USD 500|80.00",
        // 35 in place of column 2 + 12.5 percent of the value less the components: notes 30(a),
        // 52(a)
        "2026-07-30|4904.00.00|RU||9802.00.80 less USD 2000|3800.00",
        // 10 percent of the full value, 0 of the processing: note 37(a)
        "2026-05-10|4407.11.00.01|SE||9802.00.60 on USD 1000|1000.00",
      })
  void under_the_notes_of_chapter_99(
      String day, String line, String origin, String facts, String provision, String duty) {
    EntryCost cost =
        CustomsEntry.of("US")
            .withMode(TransportMode.SEA)
            .withLine(
                "1",
                goods(line, origin, "USD 10000")
                    .withFacts(DeclaredFacts.parse(facts == null ? "" : facts)))
            .withProvision("1", SpecialProvision.parse(provision))
            .price(UsTariffs.book().on(day));
    assertEquals(
        "USD " + duty,
        cost.duty().map(Object::toString).orElse(cost.outcome() + " " + cost.reasons()));
  }

  /** Two lines of 600 and 400 kg, of a quota with 500 kg left: half of each is within. */
  @Test
  void a_quota_is_shared_among_its_lines() {
    TariffQuota quota =
        new TariffQuota("cheese", Quantity.parse("1000 kg"), Quantity.parse("500 kg"));
    CustomsEntry entry =
        CustomsEntry.of("US")
            .withMode(TransportMode.AIR)
            .withLine("a", goods("0406.10", "FR", "USD 6000").withQuantity("600 kg"))
            .withLine("b", goods("0406.10", "FR", "USD 4000").withQuantity("400 kg"))
            .withQuota(quota, "a", "b");
    EntryCost cost = entry.price(LAW);
    assertEquals("USD 1110.00", cost.line("a").duty().orElseThrow().toString());
    assertEquals("USD 740.00", cost.line("b").duty().orElseThrow().toString());
    assertEquals(2, cost.line("a").assessments().size());
    assertTrue(cost.line("a").assessment().isEmpty());
    assertEquals("USD 1884.64", cost.filed().total().orElseThrow().toString());
    EntryRecord back = EntryRecord.parse(cost.toRecord().toJson());
    assertEquals(cost.toRecord(), back);
    assertTrue(back.replay(LAW.book()).isSame(), back.replay(LAW.book()).toString());
    assertEquals(2, back.lines().get(0).parts().size());
    assertTrue(cost.stamp().toString().contains("quota cheese"));
  }

  /** Two quotas in one entry do not touch each other; a line without a quota is left open. */
  @Test
  void several_quotas_stand_in_one_entry() {
    TariffLaw law =
        TariffBook.us(
                TariffMeasure.base("0406", "10%").withId("in").withCondition("quota:A=in"),
                TariffMeasure.base("0406", "30%").withId("out").withCondition("quota:A=out"),
                TariffMeasure.base("1701", "5%").withId("in2").withCondition("quota:B=in"),
                TariffMeasure.base("1701", "25%").withId("out2").withCondition("quota:B=out"))
            .on("2026-11-23");
    CustomsEntry entry =
        CustomsEntry.of("US")
            .withMode(TransportMode.AIR)
            .withLine("cheese", goods("0406.10", "FR", "USD 1000").withQuantity("100 kg"))
            .withLine("sugar", goods("1701.12", "FR", "USD 1000").withQuantity("100 kg"));
    EntryCost cost =
        entry
            .withQuota(
                new TariffQuota("A", Quantity.parse("50 kg"), Quantity.parse("0 kg")), "cheese")
            .withQuota(
                new TariffQuota("B", Quantity.parse("100 kg"), Quantity.parse("75 kg")), "sugar")
            .price(law);
    assertEquals("USD 200.00", cost.line("cheese").duty().orElseThrow().toString());
    assertEquals("USD 200.00", cost.line("sugar").duty().orElseThrow().toString());
    assertMessage(
        "under a quota already",
        () ->
            entry
                .withQuota(
                    new TariffQuota("A", Quantity.parse("50 kg"), Quantity.parse("0 kg")), "sugar")
                .withQuota(
                    new TariffQuota("B", Quantity.parse("50 kg"), Quantity.parse("0 kg")),
                    "sugar"));
    assertMessage(
        "states no quantity",
        () ->
            CustomsEntry.of("US")
                .withLine("x", goods("0406.10", "FR", "USD 1000"))
                .withQuota(
                    new TariffQuota("A", Quantity.parse("50 kg"), Quantity.parse("0 kg")), "x")
                .price(law));
  }
}
