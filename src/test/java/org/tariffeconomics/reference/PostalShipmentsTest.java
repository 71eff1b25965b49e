package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * Shipments of up to USD 800 into the United States, by post and not.
 *
 * <p>The law: 19 U.S.C. 1321(a)(2)(C) as it was; of China and Hong Kong EO 14195 sec. 2(g), EO
 * 14256 as amended by EO 14259, 14266 and 14298; of all countries EO 14324 and the order of 20
 * February 2026 that continues it, with U.S. note 2(y). Toys ({@code 9503.00.00}) are free of the
 * ordinary duty and in no annex of exceptions, cotton T-shirts ({@code 6109.10.00}) pay 16.5 %.
 */
class PostalShipmentsTest {

  private static final Importer US = Importers.of("US");
  private static final String TOYS = "9503.00.00";
  private static final String SHIRTS = "6109.10.00";

  private static Shipment post(String line, String origin, String price, String facts) {
    return Shipment.of(line, origin, price)
        .withMode(TransportMode.POST)
        .withFacts(DeclaredFacts.parse(facts));
  }

  private static String duty(Shipment shipment, String day) {
    LandedCost cost = US.landed(shipment, day);
    Optional<BigMoney> duty = cost.amount(Kind.DUTY);
    return duty.map(d -> d.getAmount().setScale(2, RoundingMode.UNNECESSARY).toPlainString())
        .orElseGet(() -> cost.outcome().toString());
  }

  /**
   * A parcel of toys worth USD 90 on the days on which a regime begins and the days before, by each
   * method; the ad valorem duties are 90 times the rate of the last column.
   *
   * <p>The rates of the emergency act by origin: China 20 % and 10 % (EO 14228; 14257), 10 % and 10
   * % from 10 November 2025; Japan, Korea and the European Union 15 % in all; the United Kingdom 10
   * %; India 25 % and 25 %, Brazil 10 % and 40 %, Canada 35 %, Mexico 25 %, Vietnam 20 %,
   * Switzerland 39 %, from 14 November 2025 15 % in all.
   */
  @ParameterizedTest
  @CsvSource({
    "CN, 2025-02-03, 0.00, 0.00, exempt: 19 U.S.C. 1321(a)(2)(C)",
    "CN, 2025-02-05, 0.00, 0.00, EO 14200 as EO 14256 sec. 1 tells it",
    "CN, 2025-04-15, 0.00, 0.00, exempt",
    "CN, 2025-05-01, 0.00, 0.00, the last day of the exemption: EO 14256 sec. 1",
    "CN, 2025-05-02, 108.00, 100.00, EO 14266 sec. 4(a) 120%; (b) USD 100",
    "HK, 2025-05-02, 108.00, 100.00, products of the PRC include those of Hong Kong",
    "CN, 2025-05-10, 108.00, 100.00, 120%",
    "CN, 2025-05-13, 108.00, 100.00, 120%",
    "CN, 2025-05-14, 48.60, 100.00, EO 14298 sec. 4(a) 54%",
    "CN, 2025-05-31, 48.60, 100.00, 54%",
    "CN, 2025-06-01, 48.60, 100.00, EO 14298 sec. 4(b): USD 100 stays and not USD 200",
    "CN, 2025-06-15, 48.60, 100.00, 54%",
    "CN, 2025-08-28, 48.60, 100.00, the last day of EO 14256: EO 14324 sec. 4(b)",
    "CN, 2025-08-29, 27.00, 200.00, EO 14324 sec. 3(b) 30%; (c)(iii)",
    "HK, 2025-08-29, 27.00, 200.00, 30%",
    "CN, 2025-11-09, 27.00, 200.00, 30%",
    "CN, 2025-11-10, 18.00, 160.00, 20%: (c)(ii)",
    "CN, 2026-02-23, 18.00, 160.00, the last day of both methods",
    "CN, 2026-02-24, 9.00, 9.00, order of 20 February 2026 sec. 3: 10%",
    "CN, 2026-03-15, 9.00, 9.00, 10%",
    "CN, 2026-07-23, 9.00, 9.00, the last day of section 122",
    "MO, 2025-05-02, 0.00, 0.00, Macau is not Hong Kong: EO 14256 sec. 5",
    "JP, 2025-05-10, 0.00, 0.00, exempt",
    "JP, 2025-08-28, 0.00, 0.00, the last day of the exemption: EO 14324 sec. 4(a)",
    "JP, 2025-08-29, 13.50, 80.00, 15%: (c)(i)",
    "JP, 2025-09-10, 13.50, 80.00, 15%",
    "JP, 2026-02-23, 13.50, 80.00, 15%",
    "JP, 2026-02-24, 9.00, 9.00, 10%",
    "DE, 2025-06-15, 0.00, 0.00, exempt",
    "DE, 2025-08-28, 0.00, 0.00, exempt",
    "DE, 2025-08-29, 13.50, 80.00, 15%",
    "DE, 2025-09-10, 13.50, 80.00, 15%",
    "DE, 2026-03-15, 9.00, 9.00, 10%",
    "GB, 2025-09-10, 9.00, 80.00, 10%",
    "KR, 2025-09-10, 13.50, 80.00, 15%",
    "VN, 2025-09-10, 18.00, 160.00, 20%",
    "MX, 2025-09-10, 22.50, 160.00, 25%: between 16 and 25 percent inclusive",
    "CA, 2025-09-10, 31.50, 200.00, 35%",
    "IN, 2025-09-10, 45.00, 200.00, 25% and 25%",
    "BR, 2025-09-10, 45.00, 200.00, 10% and 40%",
    "CH, 2025-11-13, 35.10, 200.00, 39%",
    "CH, 2025-11-14, 13.50, 80.00, 15%",
  })
  void a_parcel_by_post_bears_the_duty_of_its_day(
      String origin, String day, String byValue, String byItem, String law) {
    assertEquals(byValue, duty(post(TOYS, origin, "USD 90", "postal duty=ad valorem"), day), law);
    assertEquals(byItem, duty(post(TOYS, origin, "USD 90", "postal duty=per item"), day), law);
  }

  /**
   * EO 14195 sec. 2(g) took the exemption away from 4 February 2025, EO 14200 replaced the
   * subsection on the day after: no text at hand tells whether from its beginning.
   */
  @Test
  void the_exemption_of_one_day_is_open() {
    Shipment toys = post(TOYS, "CN", "USD 90", "");
    LandedCost open = US.landed(toys, "2025-02-04");
    assertEquals(
        "USD 0.00 to USD 9.00",
        line(open, Kind.DUTY).range().orElseThrow().toString(),
        "10 % of EO 14195 sec. 2(a)");
    String fact = "status:exemption on 4 February 2025=";
    assertEquals("0.00", duty(with(toys, fact + "yes"), "2025-02-04"));
    assertEquals("9.00", duty(with(toys, fact + "no"), "2025-02-04"));
  }

  /** EO 14256 sec. 2(b)(i), EO 14324 sec. 2(b): in place of all other duties, without an entry. */
  @Test
  void the_postal_duty_takes_the_place_of_all_else() {
    LandedCost cost = US.landed(post(SHIRTS, "CN", "USD 90", "postal duty=per item"), "2025-06-15");
    assertEquals(Outcome.ASSESSED, cost.outcome());
    assertEquals("USD 190.00", cost.totalOrThrow().toString(), "no fee");
    // 16.5 %, 7.5 % of section 301, 20 % and 10 %
    Shipment byAir = Shipment.of(SHIRTS, "CN", "USD 100").withMode(TransportMode.AIR);
    assertEquals("54.00", duty(byAir, "2025-06-15"));
    // section 232 on steel, section 301: what is not of the emergency act is not counted
    assertEquals(
        "30.00",
        duty(
            post("7323.93.00", "CN", "USD 100", "postal duty=ad valorem; rate taken for=country"),
            "2025-09-10"));
  }

  @Test
  void the_method_that_the_carrier_chose_decides() {
    LandedCost may = US.landed(post(TOYS, "CN", "USD 90", ""), "2025-05-10");
    assertEquals("USD 190.00 to USD 198.00", may.range().orElseThrow().toString());
    assertEquals(
        "[decided by postal duty (ad valorem: 120.0%; per item: low value up to USD 800 100"
            + " USD/piece of postal item)]",
        may.reasons().toString());
    assertEquals(
        "USD 103.50 to USD 170.00",
        US.landed(post(TOYS, "DE", "USD 90", ""), "2025-09-10").range().orElseThrow().toString());
    assertEquals("9.00", duty(post(TOYS, "DE", "USD 90", ""), "2026-03-15"), "one method is left");
  }

  /**
   * EO 14324 sec. 3(b) has “the effective IEEPA tariff rate applicable to the country”, sec. 5 “the
   * total duty rate imposed on articles”. A shirt pays 16.5 %, so that the 15 % in all of Japan and
   * the Union leave nothing to add.
   */
  @Test
  void where_the_rates_of_the_country_and_of_the_goods_differ_both_are_told() {
    for (String origin : List.of("JP", "DE")) {
      Shipment shirt = post(SHIRTS, origin, "USD 90", "postal duty=ad valorem");
      LandedCost open = US.landed(shirt, "2025-09-10");
      assertEquals("USD 90.00 to USD 103.50", open.range().orElseThrow().toString());
      assertEquals(
          "[decided by rate taken for (goods: 0.0%; country: 15.0%)]", open.reasons().toString());
      assertEquals("13.50", duty(with(shirt, "rate taken for=country"), "2025-09-10"));
      assertEquals("0.00", duty(with(shirt, "rate taken for=goods"), "2025-09-10"));
      assertEquals("13.50", duty(with(shirt, "rate of IEEPA=15%"), "2025-09-10"));
      assertEquals(
          "80.00", duty(post(SHIRTS, origin, "USD 90", "postal duty=per item"), "2025-09-10"));
    }
    // 20 % and 10 % are on top of any duty; 39 % too, of a watch that pays by the piece
    assertEquals(
        "27.00", duty(post(SHIRTS, "CN", "USD 90", "postal duty=ad valorem"), "2025-09-10"));
    assertEquals(
        "35.10", duty(post("9101.11.40", "CH", "USD 90", "postal duty=ad valorem"), "2025-09-10"));
    // goods of the USMCA: 25 % of the country, none on the goods (EO 14194 as amended)
    Shipment usmca = post(SHIRTS, "MX", "USD 90", "claim=USMCA; postal duty=per item");
    assertEquals(
        "USD 170.00 to USD 250.00",
        US.landed(usmca, "2025-09-10").range().orElseThrow().toString());
    // likewise under section 122 (Proclamation 11012, annex I)
    assertEquals(
        "USD 90.00 to USD 99.00",
        US.landed(post(SHIRTS, "CA", "USD 90", "claim=USMCA"), "2026-03-15")
            .range()
            .orElseThrow()
            .toString());
  }

  /**
   * Hides of 4101 pay nothing, 2.4 %, 3.3 % or 5 % (HTS 2025); what is left of 15 % in all is 15 %
   * of some and 11.7 % of others, and of the heading not one rate.
   */
  @Test
  void the_rate_of_a_heading_is_not_that_of_its_first_line() {
    String ofGoods = "postal duty=ad valorem; rate taken for=goods";
    String ofCountry = "postal duty=ad valorem; rate taken for=country";
    String day = "2025-12-20";
    assertEquals("13.50", duty(post("4101.20.10.10", "KR", "USD 90", ofGoods), day));
    assertEquals("10.53", duty(post("4101.20.50.00", "KR", "USD 90", ofGoods), day));
    LandedCost heading = US.landed(post("4101", "KR", "USD 90", ofGoods), day);
    assertEquals(Outcome.UNDETERMINED, heading.outcome());
    assertTrue(heading.reasons().toString().contains("see rate of IEEPA"), heading::toString);
    assertEquals("13.50", duty(post("4101", "KR", "USD 90", ofCountry), day));
  }

  /** What steel is in a pan is not told, so that what the act charges on it is not known. */
  @Test
  void a_rate_of_goods_that_is_not_known_stays_open() {
    Shipment pan = post("7323.93.00", "CN", "USD 90", "postal duty=ad valorem");
    LandedCost open = US.landed(pan, "2025-09-10");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertTrue(open.reasons().toString().contains("country: 30.0%"), open::toString);
    assertEquals(
        "USD 170.00 to USD 290.00",
        US.landed(post("7323.93.00", "CN", "USD 90", "postal duty=per item"), "2025-09-10")
            .range()
            .orElseThrow()
            .toString(),
        "USD 80 to 200");
    // a share of 30 % steel bears section 232 and not the reciprocal 10 % (EO 14257 sec. 3(b)):
    // 20 % and 70 % of 10 % on the goods, 30 % in the country
    LandedCost told = US.landed(with(pan, "content:steel=30%"), "2025-09-10");
    assertEquals("USD 114.30 to USD 117.00", told.range().orElseThrow().toString());
  }

  private static Shipment with(Shipment shipment, String facts) {
    return shipment.withFacts(DeclaredFacts.parse(facts));
  }

  /** “valued at or under 800 dollars”: EO 14256 sec. 2(b)(i), U.S. note 2(y). */
  @Test
  void the_ceiling_is_eight_hundred_dollars() {
    String method = "postal duty=ad valorem";
    assertEquals("431.99", duty(post(TOYS, "CN", "USD 799.99", method), "2025-06-15"));
    assertEquals("432.00", duty(post(TOYS, "CN", "USD 800", method), "2025-06-15"));
    // 20 % and 10 %, each to the cent
    assertEquals("240.00", duty(post(TOYS, "CN", "USD 800.01", method), "2025-06-15"));
    String item = "postal duty=per item";
    assertEquals("80.00", duty(post(TOYS, "JP", "USD 800", item), "2025-09-10"));
    assertEquals("120.00", duty(post(TOYS, "JP", "USD 800.01", item), "2025-09-10"), "15 %");
    assertEquals("0.00", duty(post(TOYS, "JP", "USD 800", ""), "2025-08-28"));
    assertTrue(
        US.landed(post(TOYS, "JP", "USD 800.01", ""), "2025-08-28")
            .amount(Kind.DUTY)
            .orElseThrow()
            .isPositive());
    assertEquals("80.00", duty(post(TOYS, "JP", "USD 800", ""), "2026-03-15"), "10 %");
    LandedCost above = US.landed(post(TOYS, "JP", "USD 800.01", ""), "2026-03-15");
    assertTrue(above.amount(Kind.FEE).orElseThrow().isPositive(), "entered");
  }

  /** EO 14256 sec. 2(c)(ii), EO 14324 sec. 3(c): on each item, one where no number is stated. */
  @Test
  void a_duty_by_item_counts_the_items() {
    Shipment parcels = post(TOYS, "CN", "USD 90", "postal duty=per item");
    assertEquals("300.00", duty(parcels.withQuantity("3 pieces of postal item"), "2025-06-15"));
  }

  /**
   * EO 14256 sec. 2(a), EO 14324 sec. 2(a): all applicable duties; where nothing is said of the
   * mode the goods are taken to come by carrier, and the stamp says so.
   */
  @Test
  void what_does_not_come_by_post_bears_all_duties() {
    for (String day :
        List.of(
            "2025-05-02", "2025-08-28", "2025-08-29", "2026-02-24", "2026-07-24", "2026-11-23")) {
      for (String origin : List.of("CN", "HK")) {
        Shipment plain = Shipment.of(SHIRTS, origin, "USD 90");
        for (TransportMode mode : List.of(TransportMode.AIR, TransportMode.SEA)) {
          Shipment carried = plain.withMode(mode);
          assertEquals(ordinary(carried, day), duty(carried, day), origin + " " + day);
          assertFalse(US.landed(carried, day).stamp().toString().contains("mode=air"));
        }
        assertEquals(ordinary(plain, day), duty(plain, day), origin + " " + day);
        assertTrue(
            US.landed(plain, day)
                .stamp()
                .assumptions()
                .contains("mode=air where not declared (usual for consignments of low value)"),
            origin + " " + day);
      }
    }
  }

  private static String ordinary(Shipment shipment, String day) {
    return Tariffs.landed(shipment, day)
        .amount(Kind.DUTY)
        .orElseThrow()
        .getAmount()
        .toPlainString();
  }

  /** The doors that say nothing of low value tell what they told: an ordinary entry. */
  @Test
  void a_duty_on_goods_is_that_of_an_ordinary_entry() {
    assertEquals(
        "54%", Tariffs.duty(SHIRTS, "CN", "2025-06-15").adValoremRate().orElseThrow().toString());
    Shipment byPost = post(SHIRTS, "CN", "USD 90", "postal duty=per item");
    assertEquals("48.60", ordinary(byPost, "2025-06-15"));
  }

  /**
   * What would not qualify for the exemption is entered (EO 14256 sec. 2(b)(i), 14324 sec. 3(f)).
   */
  @Test
  void what_does_not_qualify_bears_all_duties() {
    String method = "postal duty=ad valorem; ";
    for (String why :
        List.of(
            "qualifies under section 321=no",
            "informational material=yes",
            "donation=yes",
            "sent from China or Hong Kong=no")) {
      Shipment shirt = post(SHIRTS, "CN", "USD 90", method + why);
      assertEquals(ordinary(shirt, "2025-05-10"), duty(shirt, "2025-05-10"), why);
    }
    for (String deposit : List.of("AD deposit=10%", "CVD case=C-570-910; CVD deposit=10%")) {
      Shipment shirt = post(SHIRTS, "CN", "USD 100", method + deposit);
      assertEquals("64.00", duty(shirt, "2025-06-15"), "54 % and 10 %");
      Shipment early = with(Shipment.of(TOYS, "VN", "USD 100"), deposit);
      assertEquals("20.00", duty(early, "2025-05-10"), "10 % and 10 %: no free entry either");
    }
    assertEquals(
        "54.00", duty(post(SHIRTS, "CN", "USD 100", method + "AD case=none"), "2025-06-15"));
  }

  @Test
  void a_book_that_asks_for_cases_asks_of_parcels_too() {
    Importer asking = US.withBook(UsTariffs.bookAskingForCases());
    Shipment toys = post(TOYS, "CN", "USD 90", "postal duty=per item");
    for (String untold : List.of("", "AD case=none")) {
      LandedCost open = asking.landed(with(toys, untold), "2025-06-15");
      assertTrue(open.amount(Kind.DUTY).isEmpty(), open::toString);
    }
    LandedCost told = asking.landed(with(toys, "AD case=none; CVD case=none"), "2025-06-15");
    assertEquals("USD 190.00", told.totalOrThrow().toString());
  }

  /**
   * From 24 July 2026 the text has such shipments pass free until the new entry process begins; its
   * day was not seen in a text of the law.
   */
  @Test
  void after_section_122_the_new_entry_process_decides() {
    Shipment shirt = post(SHIRTS, "JP", "USD 90", "");
    LandedCost open = US.landed(shirt, "2026-07-24");
    CostLine duty = line(open, Kind.DUTY);
    assertEquals("USD 0.00 to USD 14.85", duty.range().orElseThrow().toString(), "16.5 %");
    assertTrue(
        open.reasons().toString().contains("status:postal entry process (yes: 16.5%; no: 0.0%)"),
        open::toString);
    assertTrue(open.reasons().toString().contains("MPF may be due or not"), open::toString);
    assertEquals("0.00", duty(with(shirt, "status:postal entry process=no"), "2026-07-24"));
    Shipment begun = with(shirt, "status:postal entry process=yes");
    assertEquals(ordinary(begun, "2026-07-24"), duty(begun, "2026-07-24"));
  }

  private static CostLine line(LandedCost cost, Kind kind) {
    return cost.lines().stream().filter(l -> l.kind() == kind).findFirst().orElseThrow();
  }

  /** Two rules of which it is open whether they count were refused as one and the same measure. */
  @Test
  void several_rules_may_be_open_at_a_border() {
    ExchangeRates rates =
        ExchangeRates.none().with(CurrencyUnit.USD, CurrencyUnit.of("MXN"), new BigDecimal("20"));
    Shipment toy =
        Shipment.of("9503.00", "US", "USD 40")
            .withFreight("USD 5")
            .withInsurance("USD 0")
            .withMode(TransportMode.AIR)
            .withExchangeRates(rates);
    LandedCost cost = Importers.of("MX", Evidence.ANY).landed(toy, "2026-06-01");
    assertTrue(cost.reasons().toString().contains("sent by courier"), cost::toString);
  }

  // bad input

  @Test
  void a_method_that_there_is_not_is_told_with_those_that_there_are() {
    LandedCost flat = US.landed(post(TOYS, "CN", "USD 90", "postal duty=flat"), "2025-06-15");
    assertEquals(Outcome.UNDETERMINED, flat.outcome());
    assertTrue(
        flat.reasons().toString().contains("must be one of ad valorem, per item, but was 'flat'"),
        flat::toString);
    LandedCost reading =
        US.landed(
            post(SHIRTS, "JP", "USD 90", "postal duty=ad valorem; rate taken for=nobody"),
            "2025-09-10");
    assertEquals(Outcome.UNDETERMINED, reading.outcome());
    assertTrue(reading.reasons().toString().contains("goods, country"), reading::toString);
    LandedCost balloon =
        US.landed(with(Shipment.of(TOYS, "CN", "USD 90"), "mode=balloon"), "2025-06-15");
    assertEquals(Outcome.UNDETERMINED, balloon.outcome());
    assertTrue(balloon.reasons().toString().contains("balloon"), balloon::toString);
  }

  @Test
  void a_rate_that_cannot_be_read_is_refused_by_its_name() {
    for (String bad : List.of("much", "-5%")) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  US.landed(
                      post(TOYS, "JP", "USD 90", "postal duty=ad valorem; rate of IEEPA=" + bad),
                      "2025-09-10"));
      assertTrue(refused.getMessage().contains("'rate of IEEPA'"), refused::getMessage);
      assertTrue(refused.getMessage().contains(bad), refused::getMessage);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Shipment.of(TOYS, "JP", "USD 90").withQuantity("-1 piece of postal item"));
  }

  // properties

  /** Cents of a value by post in June and September 2025: a share of it, or the sum of the item. */
  @Property(tries = 100)
  void a_duty_by_value_grows_with_it_and_one_by_item_does_not(
      @ForAll @IntRange(min = 1, max = 80_000) int cents) {
    BigDecimal value = BigDecimal.valueOf(cents, 2);
    String price = "USD " + value.toPlainString();
    assertEquals(
        share(value, "0.54"),
        duty(post(TOYS, "CN", price, "postal duty=ad valorem"), "2025-06-15"));
    assertEquals(
        share(value, "0.15"),
        duty(post(TOYS, "JP", price, "postal duty=ad valorem"), "2025-09-10"));
    assertEquals("100.00", duty(post(TOYS, "CN", price, "postal duty=per item"), "2025-06-15"));
    assertEquals("80.00", duty(post(TOYS, "JP", price, "postal duty=per item"), "2025-09-10"));
    assertEquals("0.00", duty(post(TOYS, "JP", price, ""), "2025-08-28"));
  }

  private static String share(BigDecimal value, String rate) {
    return value.multiply(new BigDecimal(rate)).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** What is left open lies around what each declaration comes to. */
  @Property(tries = 60)
  void bounds_hold_what_each_declaration_comes_to(
      @ForAll @IntRange(min = 1, max = 80_000) int cents,
      @ForAll @IntRange(min = 0, max = 299) int dayAfter) {
    String price = "USD " + BigDecimal.valueOf(cents, 2).toPlainString();
    String day = LocalDate.of(2025, 5, 2).plusDays(dayAfter).toString();
    for (String origin : List.of("CN", "JP", "MX")) {
      LandedCost open = US.landed(post(SHIRTS, origin, price, ""), day);
      BigMoney lowest = open.range().orElseThrow().lowest().toBigMoney();
      BigMoney highest = open.range().orElseThrow().highest().toBigMoney();
      for (String method : List.of("ad valorem", "per item")) {
        for (String reading : List.of("goods", "country")) {
          BigMoney told =
              US.landed(
                      post(
                          SHIRTS,
                          origin,
                          price,
                          "postal duty=" + method + "; rate taken for=" + reading),
                      day)
                  .totalOrThrow()
                  .toBigMoney();
          assertTrue(!told.isLessThan(lowest) && !told.isGreaterThan(highest), day + open);
        }
      }
    }
  }

  /** Above the ceiling the post makes no difference to duties. */
  @Property(tries = 60)
  void above_the_ceiling_the_post_is_a_mode_like_others(
      @ForAll @IntRange(min = 80_001, max = 250_000) int cents,
      @ForAll @IntRange(min = 0, max = 600) int dayAfter) {
    String price = "USD " + BigDecimal.valueOf(cents, 2).toPlainString();
    String day = LocalDate.of(2025, 1, 1).plusDays(dayAfter).toString();
    Shipment byPost = post(SHIRTS, "CN", price, "");
    assertEquals(duties(Tariffs.landed(byPost, day)), duties(US.landed(byPost, day)));
  }

  /** What each duty comes to or lies within: on 9 April 2025 the day of loading is open. */
  private static List<String> duties(LandedCost cost) {
    return cost.lines().stream()
        .filter(line -> line.kind() == Kind.DUTY)
        .map(CostLine::toString)
        .toList();
  }

  @Test
  void above_the_ceiling_an_open_day_of_loading_stays_open() {
    Shipment byPost = post(SHIRTS, "CN", "USD 801", "");
    List<String> duties = duties(US.landed(byPost, "2025-04-09"));
    assertTrue(duties.toString().contains(" to "), duties::toString);
    assertEquals(duties(Tariffs.landed(byPost, "2025-04-09")), duties);
  }
}
