package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.ShipmentRecord;
import org.tariffeconomics.tariff.DutyStack;

/**
 * What a journalist, an economist, a developer, a quant and a pricing engineer type wrong before
 * they have read anything: each is understood where it can mean one thing only, and otherwise
 * answered with what to write. None brings a number that was not asked for.
 */
class SlipsOfTheFirstTenMinutesTest {

  private static final String NO_CASE =
      " Assumed: no anti-dumping or countervailing duty where none is declared.";

  private static final String CARS = "8703.23.01";
  private static final String DAY = "2025-09-16";

  private static void answered(String with, Executable slip) {
    String said = assertThrows(IllegalArgumentException.class, slip, with).getMessage();
    assertTrue(said.contains(with), said);
  }

  @Test
  void signs_of_web_pages_and_east_asian_keyboards_are_plain_signs() {
    String asked = duty(CARS, "JP", DAY).toString();
    assertEquals(asked, duty("８７０３．２３．０１", "ＪＰ", "２０２５－０９－１６").toString());
    assertEquals(asked, duty("8703\u00a023\u202f01", "\u00a0Japan\u200b", DAY).toString());
    assertEquals(asked, duty(CARS, "JP", "2025\u201109\u201116").toString());
    assertEquals(asked, duty("\ufeff" + CARS, "JP", "16\u00a0Sep\u00a02025").toString());
    assertEquals(asked, duty(CARS, "JP", "16. September 2025").toString());
    assertEquals("+10.0 pp", change("15\u00a0%", "25％").toString());
    assertEquals("-40.0 pp", change("15%", "\u221225%").toString());
    String plain = flipRate("USD 30290", "USD 32850", "15%").toString();
    for (String same : List.of("USD 32\u202f850", "＄32,850", "US$ 32'850", "32\u00a0850 USD")) {
      assertEquals(plain, flipRate("USD 30290", same, "15%").toString(), same);
    }
    assertEquals("O'Brien \"x\" - 5", Texts.plainSigns("O\u2019Brien \u201cx\u201d \u2013 5"));
    assertEquals("Türkiye 日本", Texts.plainSigns("Türkiye 日本"));
  }

  /** Names in other languages are those of the Java runtime: Unicode CLDR. */
  @Test
  void names_that_are_not_english_are_answered_with_the_name_that_is() {
    Map<String, String> meant =
        Map.ofEntries(
            Map.entry("Deutschland", "Germany (DE)"),
            Map.entry("Allemagne", "Germany (DE)"),
            Map.entry("Alemania", "Germany (DE)"),
            Map.entry("Südkorea", "South Korea (KR)"),
            Map.entry("Suedkorea", "South Korea (KR)"),
            Map.entry("Corée du Sud", "South Korea (KR)"),
            Map.entry("Corea del Sur", "South Korea (KR)"),
            Map.entry("Chine", "China (CN)"),
            Map.entry("Inde", "India (IN)"),
            Map.entry("Schweiz", "Switzerland (CH)"),
            Map.entry("Österreich", "Austria (AT)"),
            Map.entry("日本", "Japan (JP)"),
            Map.entry("Royaume-Uni", "United Kingdom (GB)"));
    meant.forEach((name, english) -> answered("use " + english, () -> duty(CARS, name, DAY)));
    for (String part : List.of("England", "Scotland", "Wales", "Großbritannien", "Angleterre")) {
      answered("use GB for United Kingdom", () -> duty(CARS, part, DAY));
      answered("use GB for United Kingdom", () -> deal(part));
      answered("use GB for United Kingdom", () -> paid(part, "2025-10"));
      answered("use GB for United Kingdom", () -> market("cars", DAY).position(part));
    }
    answered("use one of CD, CG", () -> duty(CARS, "Congo", DAY));
    answered("is Germany (DE) meant?", () -> duty(CARS, "GER", DAY));
    answered("is Chile (CL) or China (CN) meant?", () -> duty(CARS, "CHI", DAY));
    answered("write two letters", () -> duty(CARS, "SUI", DAY));
    for (Country each : Country.all()) {
      assertEquals(each, Country.parse(each.name()));
      assertEquals(each, Country.parse(each.name().toUpperCase(Locale.ROOT)));
    }
  }

  @Test
  void all_continents_and_several_origins_are_answered_with_how_they_are_written() {
    answered("* is all of them", () -> compare(CARS, DAY, "world"));
    answered("* is all of them", () -> compare(CARS, DAY, "all"));
    answered("a group such as EU", () -> compare(CARS, DAY, "Europe"));
    answered("the European Union", () -> duty(CARS, "EU-27", DAY));
    for (String several :
        List.of("Japan and Korea", "Japan & Korea", "Japan vs Korea", "Japan\nKorea", "JP KR")) {
      answered("parted by commas", () -> compare(CARS, DAY, several));
    }
    assertEquals("BA", duty(CARS, "Bosnia and Herzegovina", DAY).origin().alpha2());
    for (String claim :
        List.of("Mexico (USMCA)", "Mexico claims USMCA", "MX/USMCA", "KR without KORUS")) {
      answered("'KR claiming KORUS' or 'KR claiming nothing'", () -> duty(CARS, claim, DAY));
    }
  }

  /** A claim that no goods can make would cost the reader the preference without a word. */
  @Test
  void a_claim_that_the_law_does_not_know_is_refused_at_every_verb() {
    String no = "No preference 'NAFTA' at the border of US: there are ";
    answered(no, () -> duty(CARS, "MX claiming NAFTA", DAY));
    answered(no, () -> compare(CARS, DAY, "JP", "MX claiming NAFTA"));
    answered(no, () -> timeline(CARS, DAY, DAY, "MX claiming NAFTA"));
    answered(no, () -> gap(CARS, DAY, "MX claiming NAFTA", "JP"));
    answered(no, () -> beforeAfter(CARS, DAY, DAY, "MX claiming NAFTA"));
    answered(
        no,
        () -> landed(shipment(CARS, "MX claiming NAFTA", "USD 1", "USD 0", "USD 0", "sea"), DAY));
    answered("USMCA", () -> duty(CARS, "MX claiming T-MEC", DAY));
    assertEquals("25%", duty(CARS, "MX claiming usmca", DAY).adValoremRate().get().toString());
    assertTrue(us().claimable().containsAll(List.of("KORUS", "USMCA", "CAFTA-DR")));
    assertTrue(us().claimable().stream().noneMatch(each -> each.startsWith("IEEPA")));
  }

  /** Goods of the United States come back as imports; what of the duties is theirs is open. */
  @Test
  void goods_of_the_importer_come_back_or_are_no_imports() {
    DutyStack back = duty(CARS, "USA", DAY);
    assertEquals(DutyStack.Outcome.BOUNDED, back.outcome());
    assertEquals("2.5% to 27.5%", back.range().orElseThrow().toString());
    assertTrue(back.decidedBy().toString().contains("US goods dutiable"), back::toString);
    answered("Goods of DE are no imports into EU", () -> duty("EU", "8703.23", "DE", DAY));
    assertEquals("10%", duty("EU", "8703.23", "GB", DAY).adValoremRate().get().toString());
  }

  @Test
  void korea_by_itself_is_the_republic_wherever_an_origin_is_named() {
    assertEquals(deal("KR").id(), deal("Korea").id());
    assertEquals(paid("KR", "2025-10").toString(), paid("Korea", "2025-10").toString());
    assertEquals(
        market("cars", DAY).position("KR").toString(),
        market("cars", DAY).position("Korea").toString());
    assertEquals(
        retaliation("KR", "2026-11-28").toString(), retaliation("Korea", "2026-11-28").toString());
    assertEquals(
        retaliation("EU", "2026-11-28").toString(),
        retaliation("European Union", "2026-11-28").toString());
    // in files it stays two things
    answered("use one of KP, KR", () -> Country.parse("Korea"));
  }

  /** Exports are quoted as 32.850 in half of Europe: 32,850 or 32.85. */
  @Test
  void an_amount_with_a_point_before_three_digits_is_refused_with_both_readings() {
    String both = "write USD 32850 or USD 32.85, but was";
    answered(both, () -> flipRate("USD 30290", "32.850 USD", "15%"));
    answered(both, () -> flipRate("USD 30290", "USD 32.850", "15%"));
    answered(both, () -> shipment(CARS, "JP", "$32.850", "USD 0", "USD 0", "sea"));
    answered(
        "write USD 3899 or USD 3.8990", () -> check("USD 3.899", landed(parcel("USD 4"), DAY)));
    answered("as in 32,850.00", () -> flipRate("USD 30290", "32.850,00 EUR", "15%"));
    answered("as in 32,850.00", () -> feasibility("USD 350.000.000", "USD 1", DAY, DAY));
    // what settles it: a size, four digits, no leading group, a currency of three decimals
    assertEquals("USD 1728000000", AmountText.parse("USD 1.728 bn").toString());
    assertEquals("USD 3.8990", AmountText.parse("USD 3.8990").toString());
    assertEquals("USD 0.850", AmountText.parse("USD 0.850").toString());
    assertEquals("USD 3285.125", AmountText.parse("USD 3285.125").toString());
    assertEquals("KWD 32.850", AmountText.parse("KWD 32.850").toString());
  }

  private static Shipment parcel(String price) {
    return shipment(CARS, "JP", price, "USD 0", "USD 0", "air");
  }

  /** A record writes three decimals where they are meant, and reads them back. */
  @Test
  void a_record_with_three_decimals_is_read_back() {
    Shipment exact =
        parcel("USD 4")
            .withPrice(BigMoney.parse("USD 32.850"))
            .withFreight(BigMoney.parse("USD 1.125"));
    assertEquals(exact, ShipmentRecord.of(exact).toShipment());
  }

  @Test
  void currencies_and_sizes_by_other_names_are_answered_with_the_code() {
    answered("write CNY", () -> flipRate("RMB 30290", "CNY 32850", "15%"));
    answered("write bn", () -> feasibility("USD 350 Mrd", "USD 20bn", DAY, "2029-01-19"));
    answered("a size one of k, m, bn, tn", () -> flipRate("30,290 dollars", "USD 1", "15%"));
    answered("say the currency", () -> flipRate("30290", "32850", "15%"));
    answered("Amounts must be in one currency", () -> flipRate("EUR 1", "USD 2", "15%"));
    answered("write 15% for a rate", () -> change("15 pp", "25%"));
    answered("write 2.5% for a rate", () -> change("2.5 points", "25%"));
  }

  @Test
  void codes_with_words_signs_and_stars_are_answered_with_the_code() {
    for (String form :
        List.of("HTS 8703.23.01", "hs8703.23.01", "8703-23-01", "8703/23/01", "8703.23.01*")) {
      answered("write 8703.23.01", () -> duty(form, "JP", DAY));
    }
    answered("write 8703", () -> duty("heading 8703", "JP", DAY));
    answered("write 87", () -> duty("chapter 87", "JP", DAY));
    answered("write 8703.23", () -> duty("8703.23.xx", "JP", DAY));
    answered("such as 8703 for cars", () -> duty("cars", "JP", DAY));
    answered("a leading zero", () -> duty("409", "JP", DAY));
    answered("turned it into a number", () -> duty("8.703E3", "JP", DAY));
    answered("which is a day", () -> HsCode.of(DAY));
  }

  @Test
  void goods_by_other_words_are_answered_with_the_word_that_is_held() {
    Map<String, String> meant =
        Map.of(
            "autos", "cars",
            "car", "cars",
            "Automobiles", "cars",
            "chips", "semiconductors",
            "pharma", "pharmaceuticals",
            "T-shirts", "6109.10",
            "clothes", "apparel",
            "shoes", "footwear",
            "aluminum", "aluminium");
    meant.forEach((word, held) -> answered("is " + held + " meant?", () -> market(word, DAY)));
    for (String held : meant.values()) {
      assertTrue(market(held, DAY).products().size() > 0, held);
    }
    answered("one of [cars, trucks", () -> market("bananas", DAY));
    assertEquals(averageDuty("72+73", DAY).toString(), averageDuty("steel", DAY).toString());
    assertEquals(averageDuty("8703", DAY).toString(), averageDuty("cars", DAY).toString());
  }

  @Test
  void arguments_that_have_changed_places_are_named_for_every_verb() {
    String places = "have two arguments changed places?";
    List<Executable> slips =
        List.of(
            () -> market(DAY, "cars"),
            () -> market("JP", DAY),
            () -> leftBehind(DAY, "apparel"),
            () -> shareShift(DAY, DAY, "cars", 5),
            () -> positions("cars", DAY, "JP"),
            () -> ownAndRivals("cars", "JP", DAY, DAY),
            () -> status("JP", DAY, DAY, "autos"),
            () -> progress("JP", DAY, "approved"),
            () -> paid("2025-10", "JP"),
            () -> paid("JP", "2025-10", "cars"),
            () -> delay("cars", "KR", DAY, DAY),
            () -> delay("KR", DAY, DAY, "cars"),
            () -> ahead(CARS, DAY, "CN"),
            () -> ahead(DAY, "CN", CARS),
            () -> withoutDeal(CARS, "ID", DAY),
            () -> letters("JP"),
            () -> retaliation("2026-11-28", "Canada"),
            () -> bothSides("2026-11-28", "JP"),
            () -> averageDuty(DAY, "cars"),
            () -> averageDuty("Japan", DAY),
            () -> scheduleLine(DAY, CARS),
            () -> duties("cars"),
            () -> levelRate(CARS, "JP", DAY),
            () -> gap(CARS, "KR", "JP", DAY),
            () -> timeline(CARS, "JP", DAY, DAY),
            () -> beforeAfter(CARS, "JP", DAY, DAY),
            () -> sideBySide(CARS, "US", "EU", "JP"),
            () -> duty(CARS, "JP", "US", DAY),
            () -> feasibility(DAY, "2029-01-19", "USD 350bn", "USD 20bn"),
            () -> check("USD 15", duty(CARS, "JP", DAY)),
            () -> check("15%", landed(parcel("USD 4"), DAY)));
    for (Executable slip : slips) {
      answered(places, slip);
    }
    answered(
        "have the two days changed places?",
        () -> feasibility("USD 350bn", "USD 20bn", "2029-01-19", "2026-01-01"));
    answered("have the two months changed places?", () -> refundsDue("KR", "2025-12", "2025-10"));
    answered("name the day too", () -> duty(CARS, "JP", "Sep 2025"));
    answered("name the day too", () -> duty(CARS, "JP", "2025"));
    answered("an elasticity of substitution", () -> shareShift("cars", DAY, DAY));
  }

  @Test
  void suppliers_of_a_market_are_called_by_their_names() {
    assertEquals(
        positions("cars", "JP, KR, GB", DAY).rows(),
        positions("cars", "Japan, South Korea, UK", "16 Sep 2025").rows());
    assertEquals(market("cars", DAY).origins().size(), positions("cars", "*", DAY).rows().size());
    assertEquals(
        ownAndRivals("cars", "2025-09-15", DAY, "JP").toString(),
        ownAndRivals("cars", "2025-09-15", DAY, "Japan").toString());
    answered("it is part of EU here", () -> positions("cars", "Germany", DAY));
  }

  /** The first edition held is that of 1 January 2025: nothing is said of days before it. */
  @Test
  void a_line_of_the_schedule_is_not_said_for_days_before_the_first_edition() {
    assertEquals("2.5%", scheduleLine(CARS, "2025-01-01").orElseThrow().general());
    answered("the first edition held, but was 2019-09-16", () -> scheduleLine(CARS, "2019-09-16"));
  }

  /**
   * A sentence is quoted without its stamp: what is no law says so in the sentence itself. Without
   * section 232 on cars the reciprocal duty tops up to 15 % for Japan (Executive Order 14345).
   */
  @Test
  void a_sentence_about_amended_law_or_early_knowledge_says_so() {
    assertEquals(
        "What if without S232 autos: on 2025-09-16 the US duty on 8703.23.01 is 15.0% from JP."
            + NO_CASE,
        compare(us().without("S232 autos").on(DAY), CARS, "JP").sentence());
    assertEquals(
        "As known on 2025-07-22, on 2025-07-22 the US duty on 8703.23.01 is 27.5% from JP."
            + NO_CASE,
        compareAsKnown(CARS, "2025-07-22", "JP").sentence());
    assertEquals(
        "15% is right: what if without S232 autos: the duty on 8703.23.01 from JP on 2025-09-16 is"
            + " 15%",
        check("15%", us().without("S232 autos").on(DAY).stack(HsCode.of(CARS), Country.of("JP")))
            .toString());
  }
}
