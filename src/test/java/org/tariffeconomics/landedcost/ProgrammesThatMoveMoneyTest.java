package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.landedcost.ZoneGoods.Status;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/** Valuation, foreign-trade zones and drawback, by sums done by hand. */
class ProgrammesThatMoveMoneyTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8407", "5%").withId("engines"),
          TariffMeasure.base("8703", "2.5%").withId("cars"),
          TariffMeasure.adds("S301 China", "8407", "CN", "25%").from("2025-06-01"),
          TariffMeasure.adds("S232 autos", "8703", "*", "25%").from("2025-06-01"),
          TariffMeasure.adds("New", "8407", "CN", "7%").from("2026-06-01"));

  private static Shipment goods() {
    return Shipment.of("8407", "JP", "USD 1000")
        .withFreight("USD 0")
        .withInsurance("USD 0")
        .withMode(TransportMode.AIR);
  }

  private static String duty(Shipment goods) {
    return LandedCost.of(goods, BOOK.on("2025-07-01"))
        .amount(CostLine.Kind.DUTY)
        .orElseThrow()
        .getAmount()
        .toPlainString();
  }

  /** The middleman paid 800: 5 % of that is 40, and the buyer still pays 1,000. */
  @Test
  void a_first_sale_lowers_the_value_and_not_the_price() {
    Shipment first = goods().withFirstSale("USD 800");
    assertEquals("40.00", duty(first));
    LandedCost cost = LandedCost.of(first, BOOK.on("2025-07-01"));
    assertEquals("USD 1072.71", cost.payable().orElseThrow().toString(), "1,000 + 40 + 32.71");
    assertTrue(cost.customsValue().table().toText().contains("less first sale"));
    assertThrows(IllegalArgumentException.class, () -> goods().withFirstSale("USD 1001"));
    assertThrows(IllegalArgumentException.class, () -> goods().withFirstSale("EUR 800"));
  }

  /** 1,000 + 100 of an assist − 60 of a commission = 1,040: 52. */
  @Test
  void additions_and_deductions_are_named() {
    Shipment goods =
        goods()
            .withValueAddition("moulds", "USD 100")
            .withValueDeduction("buying commission", "USD 60");
    assertEquals("52.00", duty(goods));
    assertEquals(goods, ShipmentRecord.of(goods).toShipment(), "they are kept in the record");
    LandedCost none =
        LandedCost.of(goods().withValueDeduction("too much", "USD 1001"), BOOK.on("2025-07-01"));
    assertTrue(none.total().isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CustomsEntry.of("US")
                .withCharge(
                    new Charge("x", BigMoney.parse("USD 1"), Charge.Treatment.TAKEN_FROM_VALUE),
                    CostAllocation.byValue()));
  }

  /** An engine of China pays 5 % on the day of its status, and 2.5 % + 25 % in a car later on. */
  @Test
  void privileged_status_fixes_rate_and_class_on_a_day() {
    BigMoney value = BigMoney.parse("USD 1000");
    DutyStack early = BOOK.on("2025-05-01").stack(HsCode.of("8407"), Country.of("CN"));
    DutyStack car = BOOK.on("2025-07-01").stack(HsCode.of("8703"), Country.of("US"));
    ZoneGoods zone = ZoneGoods.of(early, car, value);
    assertEquals("USD 50.00", zone.duty(Status.PRIVILEGED).orElseThrow().dutyOrThrow().toString());
    assertEquals(
        "USD 275.00", zone.duty(Status.NON_PRIVILEGED).orElseThrow().dutyOrThrow().toString());
    assertEquals(Status.PRIVILEGED, zone.lower().orElseThrow());
    DutyStack late = BOOK.on("2025-07-01").stack(HsCode.of("8407"), Country.of("CN"));
    DutyStack before = BOOK.on("2025-05-01").stack(HsCode.of("8703"), Country.of("US"));
    assertEquals(
        Status.NON_PRIVILEGED,
        ZoneGoods.of(late, before, value).lower().orElseThrow(),
        "an inverted tariff: 2.5 % for the car, 30 % for its engine");
    ZoneGoods demanded = ZoneGoods.privileged(late, value);
    assertEquals(Status.PRIVILEGED, demanded.lower().orElseThrow());
    assertTrue(demanded.duty(Status.NON_PRIVILEGED).isEmpty());
    assertTrue(zone.table().toText().contains("non-privileged"));
  }

  private static ZoneGoods engines(String law, String value) {
    return ZoneGoods.privileged(
        BOOK.on(law).stack(HsCode.of("8407"), Country.of("CN")), BigMoney.parse(value));
  }

  /**
   * 19 U.S.C. 1484(i): what is withdrawn in seven days is one entry for the merchandise processing
   * fee. Ten releases of 60,000: 0.3464 % of each is 207.84, 2,078.40 apart; of 600,000 together it
   * is 2,078.40 too, of which the maximum of fiscal year 2027 is due, 670.86. The duty of the
   * status's day, 5 %, is 30,000.
   */
  @Test
  void a_week_of_a_zone_pays_one_fee() {
    ZoneWeek week = ZoneWeek.of("2027-01-04");
    for (int i = 0; i < 10; i++) {
      week =
          week.withRelease(
              "release " + i,
              "2027-01-0" + (4 + i % 6),
              engines("2025-05-01", "USD 60000"),
              Status.PRIVILEGED);
    }
    assertEquals("USD 670.86", week.fee().orElseThrow().toString());
    assertEquals("USD 2078.40", week.feesApart().orElseThrow().toString());
    assertEquals("USD 30000.00", week.duty().orElseThrow().toString());
    assertEquals("USD 30670.86", week.payable().orElseThrow().toString());
    assertEquals("USD 3000.00", week.duty("release 3").dutyOrThrow().toString());
    assertEquals(List.of(), week.reasons());
    String table = week.table().toText();
    assertTrue(table.contains("MPF, once") && table.contains("30,670.86"), table);
  }

  /** Small releases pay the minimum once too: 3 x 34.58 apart, 34.58 together. */
  @Test
  void a_week_of_small_releases_pays_the_minimum_once() {
    ZoneWeek week = ZoneWeek.of("2027-01-04");
    assertEquals("USD 0.00", week.payable().orElseThrow().toString(), "nothing has left");
    for (String day : List.of("2027-01-04", "2027-01-06", "2027-01-10")) {
      week = week.withRelease(day, day, engines("2025-05-01", "USD 1000"), Status.PRIVILEGED);
    }
    assertEquals("USD 34.58", week.fee().orElseThrow().toString());
    assertEquals("USD 103.74", week.feesApart().orElseThrow().toString());
  }

  /** In the car the engine bears 2.5 % + 25 % of the day of release; mixed with privileged ones. */
  @Test
  void each_release_of_a_week_has_its_status() {
    ZoneGoods choice =
        ZoneGoods.of(
            BOOK.on("2025-05-01").stack(HsCode.of("8407"), Country.of("CN")),
            BOOK.on("2025-07-02").stack(HsCode.of("8703"), Country.of("US")),
            BigMoney.parse("USD 1000"));
    ZoneWeek week =
        ZoneWeek.of("2025-07-01")
            .withRelease("own", "2025-07-02", choice, Status.PRIVILEGED)
            .withRelease("in cars", "2025-07-02", choice, Status.NON_PRIVILEGED);
    assertEquals("USD 325.00", week.duty().orElseThrow().toString(), "50 + 275");
    assertEquals("USD 32.71", week.fee().orElseThrow().toString(), "minimum of fiscal year 2025");
    assertEquals(week, week.withFees(FeeSchedule.us()));
    assertEquals(List.of("own", "in cars"), week.releaseNames());
  }

  /**
   * A release whose duty is not known leaves the others theirs, and the fee is known all the same.
   */
  @Test
  void what_is_not_known_of_a_week_is_said() {
    ZoneGoods unknown =
        ZoneGoods.privileged(
            BOOK.on("2025-05-01").stack(HsCode.of("9999"), Country.of("CN")),
            BigMoney.parse("USD 1000"));
    ZoneWeek week =
        ZoneWeek.of("2027-01-04")
            .withRelease("a", "2027-01-04", unknown, Status.PRIVILEGED)
            .withRelease("b", "2027-01-04", engines("2025-05-01", "USD 60000"), Status.PRIVILEGED);
    assertTrue(week.duty().isEmpty() && week.payableRange().isEmpty());
    assertEquals("USD 211.30", week.fee().orElseThrow().toString(), "0.3464 % of 61,000");
    assertTrue(week.reasons().get(0).startsWith("a: "), week.reasons().toString());
    ZoneWeek late =
        ZoneWeek.of("2031-01-06")
            .withRelease("b", "2031-01-06", engines("2025-05-01", "USD 60000"), Status.PRIVILEGED);
    assertTrue(late.fee().isEmpty(), "the fee of fiscal year 2031 is not known");
    assertTrue(late.reasons().get(0).contains("MPF"), late.reasons().toString());
    assertEquals(
        "USD 207.84",
        late.withFees(FeeSchedule.us().assumingLastTerms()).fee().orElseThrow().toString());
  }

  @Test
  void a_release_is_of_its_week_and_its_law() {
    ZoneWeek week = ZoneWeek.of("2027-01-04");
    ZoneGoods goods = engines("2025-05-01", "USD 1000");
    ZoneWeek one = week.withRelease("a", "2027-01-04", goods, Status.PRIVILEGED);
    assertThrows(
        IllegalArgumentException.class,
        () -> one.withRelease("a", "2027-01-04", goods, Status.PRIVILEGED));
    for (String day : List.of("2027-01-03", "2027-01-11")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> week.withRelease("a", day, goods, Status.PRIVILEGED));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> week.withRelease("a", "2027-01-04", goods, Status.NON_PRIVILEGED));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            week.withRelease(
                "a", "2027-01-04", engines("2027-01-05", "USD 1000"), Status.PRIVILEGED),
        "status of a later day");
    assertThrows(IllegalArgumentException.class, () -> one.duty("b"));
  }

  /** Ten releases of a zone on one weekly entry pay the maximum once: 670.86 and not 2,078.40. */
  @Test
  void a_week_of_a_zone_is_one_entry() {
    TariffLaw law = BOOK.on("2027-01-04");
    CustomsEntry week = CustomsEntry.of("US").withMode(TransportMode.AIR);
    for (int day = 1; day <= 10; day++) {
      week = week.withLine("release " + day, goods().withPrice("USD 60000"));
    }
    assertEquals("USD 670.86", week.price(law).feeTotal().map(Money::toString).orElseThrow());
  }

  /** 1,000 units, duties of 5 % and 25 % on 10,000: 99 % of 3,000 for 400 of them is 1,188. */
  @Test
  void drawback_is_of_the_eligible_duties_on_what_is_exported() {
    Assessment paid =
        BOOK.on("2025-07-01")
            .stack(HsCode.of("8407.34.00"), Country.of("CN"))
            .assess(Money.parse("USD 10000.00"));
    DrawbackClaim claim = DrawbackClaim.of(paid, "1000 item");
    assertEquals("USD 1188.00", claim.refund("400 item").orElseThrow().toString());
    assertEquals(2, claim.eligible().size());
    Assessment cheaper =
        BOOK.on("2025-07-01")
            .stack(HsCode.of("8407.34.00"), Country.of("JP"))
            .assess(Money.parse("USD 10000.00"));
    assertEquals(
        "USD 198.00",
        claim.withSubstitute(cheaper).refund("400 item").orElseThrow().toString(),
        "99 % of the lesser duty, 500, for 400 of 1,000");
    assertThrows(IllegalArgumentException.class, () -> claim.refund("1001 item"));
    Assessment other =
        BOOK.on("2025-07-01")
            .stack(HsCode.of("8703.23.01"), Country.of("JP"))
            .assess(Money.parse("USD 10000.00"));
    assertThrows(IllegalArgumentException.class, () -> claim.withSubstitute(other));
  }

  @Test
  void no_drawback_is_paid_where_orders_rule_it_out_and_none_is_guessed() {
    Assessment car =
        BOOK.on("2025-07-01")
            .stack(HsCode.of("8703.23.01"), Country.of("JP"))
            .assess(Money.parse("USD 10000.00"));
    DrawbackClaim claim = DrawbackClaim.of(car, "1 item");
    assertEquals(List.of("S232 autos"), claim.ruledOut());
    assertEquals("USD 247.50", claim.refund("1 item").orElseThrow().toString());
    Assessment later =
        BOOK.on("2026-07-01")
            .stack(HsCode.of("8407.34.00"), Country.of("CN"))
            .assess(Money.parse("USD 10000.00"));
    DrawbackClaim unknown = DrawbackClaim.of(later, "1 item");
    assertTrue(unknown.refund("1 item").isEmpty());
    assertTrue(unknown.reasons().get(0).endsWith("whether drawback is paid on New"));
    assertEquals(
        "USD 2970.00",
        unknown.withIneligible(List.of("New")).refund("1 item").orElseThrow().toString());
    Assessment steel =
        UsTariffs.book()
            .on("2025-07-01")
            .stack(HsCode.of("7208.10.15"), Country.of("DE"))
            .assess(Money.parse("USD 10000.00"));
    assertTrue(DrawbackClaim.of(steel, "1 t").ruledOut().contains("S232 steel"));
  }

  /** A suspension that ends after 14 months at 1 % a month: 1,000 + 140. */
  @Test
  void a_suspension_that_ends_costs_a_charge_a_month() {
    assertEquals(
        "BRL 1140.00",
        DrawbackClaim.endedSuspension(Money.parse("BRL 1000.00"), "1%", 14).toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> DrawbackClaim.endedSuspension(Money.parse("BRL 1.00"), "1%", -1));
  }
}
