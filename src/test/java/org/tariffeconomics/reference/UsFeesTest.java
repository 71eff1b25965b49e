package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.Fee;
import org.tariffeconomics.landedcost.FeeSchedule;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.schedule.SpecialProgramme;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** The bundled fees of the United States beside its bundled law: one set of names. */
class UsFeesTest {

  private static final String DAY = "2026-11-23";

  private static Shipment shirts(String origin) {
    return Shipment.of("6109.10", origin, "USD 20000")
        .withFreight("USD 0")
        .withInsurance("USD 0")
        .withMode(TransportMode.AIR);
  }

  private static Money fee(LandedCost cost) {
    return cost.amount(CostLine.Kind.FEE).orElseThrow().toMoney();
  }

  private static LandedCost landed(Shipment shipment, TariffBook book) {
    return LandedCost.of(shipment, book.on(DAY));
  }

  @Test
  void every_exemption_is_by_the_name_of_a_programme() {
    Set<String> known =
        UsTariffs.programmes().orThrow().stream()
            .map(Programme::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> exempting = new LinkedHashSet<>();
    for (Fee each : FeeSchedule.us().fees()) {
      each.exemptions().forEach(e -> exempting.add(e.programme()));
    }
    assertEquals(12, exempting.size());
    assertTrue(known.containsAll(exempting), exempting + " not all in " + known);
  }

  /**
   * 0.3464 % of 20,000 is 69.28, within the limits of fiscal year 2027. Originating goods of these
   * partners pay none (CBP tables of MPF exemptions of 2012 and 2015; Panama: CBP Dec. 13-17);
   * those of Jordan and Morocco do.
   */
  @ParameterizedTest
  @CsvSource({
    "CL, US-Chile FTA, 0.00",
    "SG, US-Singapore FTA, 0.00",
    "BH, US-Bahrain FTA, 0.00",
    "CO, US-Colombia TPA, 0.00",
    "OM, US-Oman FTA, 0.00",
    "PA, US-Panama TPA, 0.00",
    "PE, US-Peru TPA, 0.00",
    "AU, AUSFTA, 0.00",
    "KR, KORUS, 0.00",
    "MX, USMCA, 0.00",
    "GT, CAFTA-DR, 0.00",
    "JO, US-Jordan FTA, 69.28",
    "MA, US-Morocco FTA, 69.28",
    "CL, Chile FTA, 69.28",
    "CL, KORUS, 69.28"
  })
  void a_preference_that_applies_frees_from_the_processing_fee(
      String origin, String claim, String expected) {
    LandedCost cost = landed(shirts(origin).withClaim(claim), UsTariffs.book());
    assertEquals(Money.parse("USD " + expected), fee(cost));
    assertEquals(Money.parse("USD 69.28"), fee(landed(shirts(origin), UsTariffs.book())));
  }

  /**
   * Nothing is claimed. CBP's table of 2012 (reported by International Trade Today, 24 May 2012,
   * and by a broker): CBERA, least-developed beneficiaries, Israel and insular possessions are
   * exempt irrespective of a claim; AGOA alone, other beneficiaries of GSP, the freely associated
   * states and the West Bank are not. Bangladesh lost its GSP in 2013 and is not on the list.
   */
  @ParameterizedTest
  @CsvSource({
    "HT, 0.00",
    "JM, 0.00",
    "VG, 0.00",
    "KH, 0.00",
    "NP, 0.00",
    "LS, 0.00",
    "MM, 0.00",
    "YE, 0.00",
    "WS, 0.00",
    "IL, 0.00",
    "GU, 0.00",
    "VI, 0.00",
    "AS, 0.00",
    "BD, 69.28",
    "KE, 69.28",
    "MU, 69.28",
    "LA, 69.28",
    "SV, 69.28",
    "PW, 69.28",
    "PS, 69.28",
    "VN, 69.28",
    "SR, 69.28"
  })
  void products_of_some_origins_pay_no_processing_fee(String origin, String expected) {
    assertEquals(Money.parse("USD " + expected), fee(landed(shirts(origin), UsTariffs.book())));
  }

  /**
   * 19 U.S.C. 58c(b)(8)(B)(i): no fee on articles of chapter 98 but for those of 9802.00.60 and
   * .80. The harbor fee has no such words (19 CFR 24.24).
   */
  @ParameterizedTest
  @CsvSource({
    "9817.00.96, 0.00",
    "9801.00.10, 0.00",
    "9808.00.30, 0.00",
    "9802.00.50, 0.00",
    "9802.00.60, 69.28",
    "9802.00.80, 69.28",
    "9503.00.00, 69.28",
  })
  void goods_of_chapter_98_pay_no_processing_fee(String line, String expected) {
    Shipment goods =
        Shipment.of(line, "DE", "USD 20000")
            .withFreight("USD 0")
            .withInsurance("USD 0")
            .withMode(TransportMode.AIR);
    assertEquals(Money.parse("USD " + expected), fee(landed(goods, UsTariffs.book())));
  }

  @Test
  void an_exempt_origin_says_where_its_exemption_stands() {
    LandedCost cost = landed(shirts("HT"), UsTariffs.book());
    assertEquals(
        "exempt: 19 CFR 24.23(c)(1)(iii): general note 7",
        cost.lines().stream()
            .filter(line -> line.kind() == CostLine.Kind.FEE && line.name().equals("MPF"))
            .findFirst()
            .orElseThrow()
            .note());
    assertEquals(4, FeeSchedule.us().fees().get(0).exemptOrigins().size());
    assertEquals(44, origins("19 CFR 24.23(c)(1)(iv)"));
    assertEquals(17, origins("19 CFR 24.23(c)(1)(iii)"));
  }

  private static int origins(String citation) {
    return exempt(citation).members(LocalDate.parse(DAY)).size();
  }

  private static OriginScope exempt(String citation) {
    return FeeSchedule.us().fees().get(0).exemptOrigins().stream()
        .filter(each -> each.citation().startsWith(citation))
        .findFirst()
        .orElseThrow()
        .origins();
  }

  /**
   * The fee is written beside the law and not from it. General note 7 lists the countries of the
   * Caribbean Basin once, for the preference and for the fee; those of CBTPA (general note 17) are
   * among them; Israel is the country of general note 8.
   */
  @Test
  void the_origins_of_the_fee_are_those_of_the_preferences() {
    assertEquals(Set.of(exempt("19 CFR 24.23(c)(1)(iii)")), preferred("CBERA"));
    assertEquals(Set.of(exempt("19 CFR 24.23(c)(5)")), preferred("US-Israel FTA"));
    Set<String> basin = Set.copyOf(members(exempt("19 CFR 24.23(c)(1)(iii)")));
    assertTrue(
        preferred("CBTPA").stream().map(UsFeesTest::members).allMatch(basin::containsAll),
        basin.toString());
    FeeSchedule.us().fees().get(0).exemptions().stream()
        .filter(each -> !each.programme().equals("CAFTA-DR"))
        .forEach(
            each ->
                assertEquals(
                    Set.of(each.origins()), preferred(each.programme()), each.programme()));
  }

  private static Set<OriginScope> preferred(String programme) {
    return UsTariffs.programmeKey(Facts.INCLUDING_UNVERIFIED).programmes().stream()
        .filter(each -> each.programme().equals(programme))
        .map(SpecialProgramme::origins)
        .collect(Collectors.toSet());
  }

  private static Set<String> members(OriginScope origins) {
    return origins.members(LocalDate.parse(DAY)).stream()
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private static final TariffMeasure KORUS =
      TariffMeasure.preference("KORUS", "6109.10", "KR", "Free");

  private static TariffBook book(String base, TariffMeasure... more) {
    return TariffBook.us(TariffMeasure.base("6109.10", base))
        .with(more)
        .withProgrammes(Programme.of("KORUS"));
  }

  @Test
  void a_claim_that_comes_to_nothing_frees_from_nothing() {
    Shipment claimed = shirts("KR").withClaim("KORUS");
    assertEquals(Money.parse("USD 0"), fee(landed(claimed, book("16.5%", KORUS))));
    assertEquals(Money.parse("USD 69.28"), fee(landed(claimed, book("16.5%"))));
    assertEquals(
        Money.parse("USD 69.28"),
        fee(
            landed(
                claimed, book("16.5%", KORUS.withCondition("content:KR>=0.35")).without("KORUS"))));
  }

  /** A schedule lists no preference where the ordinary duty is free; the goods originate. */
  @Test
  void a_claim_on_free_goods_frees_from_the_fee() {
    Shipment claimed = shirts("KR").withClaim("KORUS");
    assertEquals(Money.parse("USD 0"), fee(landed(claimed, book("Free"))));
    assertEquals(Money.parse("USD 0"), fee(landed(claimed, book("Free", KORUS))));
    assertEquals(
        Money.parse("USD 69.28"), fee(landed(shirts("KR").withClaim("GATT"), book("Free"))));
  }

  @Test
  void a_fee_that_depends_on_what_is_not_declared_is_not_known() {
    TariffBook conditional = book("16.5%", KORUS.withCondition("content:KR>=0.35"));
    LandedCost cost = landed(shirts("KR").withClaim("KORUS"), conditional);
    // free of both where the goods originate, else 16.5 % and 0.3464 % of 20,000
    assertEquals(Outcome.BOUNDED, cost.outcome());
    assertEquals("USD 20000.00 to USD 23369.28", cost.range().orElseThrow().toString());
    assertTrue(cost.amount(CostLine.Kind.FEE).isEmpty());
    assertTrue(cost.reasons().toString().contains("MPF depends on whether KORUS"));
    assertEquals(Money.parse("USD 69.28"), fee(landed(shirts("KR"), conditional)));
    LandedCost unlisted =
        landed(
            shirts("KR").withClaim("KORUS"),
            TariffBook.us(KORUS)
                .without("KORUS")
                .with(
                    TariffMeasure.adds("X", "*", "*", "1%"),
                    TariffMeasure.preference("KORUS", "01", "KR", "Free")));
    assertTrue(unlisted.amount(CostLine.Kind.FEE).isEmpty(), unlisted.lines().toString());
  }

  /** A price or a rate is varied under the preference that the law gives. */
  @Test
  void another_rate_keeps_the_preference() {
    LandedCost cost = landed(shirts("KR").withClaim("KORUS"), book("16.5%"));
    assertEquals(
        List.of(fee(cost), fee(cost)),
        List.of(fee(cost.atRate(Rate.percent(5))), fee(cost.atPrice(Money.parse("USD 20000")))));
  }
}
