package org.tariffeconomics.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.border.BorderRule.Part;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.landedcost.ValuationBasis;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/** Importers made of a book and rules of one's own. */
class ImporterTest {

  private static final Source TEXT = Source.verified("an act", LocalDate.of(2026, 1, 1), "s. 1");
  private static final Source HEARSAY = new Source("hearsay", null, "", Verification.UNVERIFIED);

  private static BorderRule rule(Part part, String name, String value, Source source) {
    List<TaxBase.Part> base =
        part == Part.TAX || part == Part.SURCHARGE
            ? List.of(TaxBase.Part.CUSTOMS_VALUE, TaxBase.Part.DUTY)
            : List.of();
    return new BorderRule(
        "NO", part, name, value, base, ProductScope.all(), LocalDateRange.ALL, source, "");
  }

  private static TariffBook book() {
    return TariffBook.of(
        "NO",
        CurrencyUnit.of("NOK"),
        RoundingPolicy.TOTAL_TO_CENT,
        List.of(
            TariffMeasure.base("8703", "10%"),
            TariffMeasure.base("0201", "15 NOK/100 kg gross").withId("MFN beef"),
            TariffMeasure.preference("EEA", "8703", "DE", "Free"),
            TariffMeasure.adds("Answer", "8703", "US", "20%")
                .withCondition("quota:cars=out")
                .from("2026-05-01")));
  }

  private static Importer norway(Evidence evidence, BorderRule... rules) {
    return Importer.of("NO", book(), BorderRegime.of("NO", "NO", List.of(rules)), evidence);
  }

  private static Importer norway() {
    return norway(
        Evidence.OFFICIAL,
        rule(Part.VALUATION, "basis", "CIF", HEARSAY),
        rule(Part.TAX, "VAT", "25%", TEXT),
        rule(Part.ROUNDING, "amounts", "the total to 0 decimals, HALF_UP", HEARSAY),
        rule(Part.OTHER, "road tax", "by weight", TEXT));
  }

  private static Shipment car() {
    return Shipment.of("8703.23", "JP", "NOK 100000")
        .withFreight("NOK 5000")
        .withInsurance("NOK 1000");
  }

  @Test
  void an_importer_values_taxes_and_says_what_it_leaves_out() {
    LandedCost cost = norway().landed(car(), "2026-06-01");
    assertEquals("NOK 106000", cost.customsValue().value().orElseThrow().toString());
    assertEquals("10600.00", amount(cost, Kind.DUTY));
    assertEquals("29150.00", amount(cost, Kind.TAX), "25 % × 116,600");
    assertTrue(
        cost.stamp().assumptions().toString().contains("left out: road tax by weight"),
        cost.stamp()::toString);
    assertEquals(
        List.of(Part.ROUNDING, Part.OTHER),
        norway().missing(LocalDate.of(2026, 6, 1)).stream().map(BorderRule::part).toList());
  }

  private static String amount(LandedCost cost, Kind kind) {
    return cost.amount(kind).orElseThrow().getAmount().setScale(2).toPlainString();
  }

  @Test
  void a_tax_without_evidence_is_left_out_until_it_is_asked_for() {
    BorderRule vat = rule(Part.TAX, "VAT", "25%", HEARSAY);
    BorderRule basis = rule(Part.VALUATION, "basis", "CIF", HEARSAY);
    assertTrue(
        norway(Evidence.OFFICIAL, vat, basis)
            .calculator(HsCode.of("8703"), LocalDate.of(2026, 6, 1))
            .taxes()
            .isEmpty());
    assertEquals(
        1,
        norway(Evidence.ANY, vat, basis)
            .calculator(HsCode.of("8703"), LocalDate.of(2026, 6, 1))
            .taxes()
            .size());
  }

  @Test
  void duty_by_gross_weight_asks_for_the_gross_weight() {
    DutyStack beef = norway().duty("0201.30", "US", "2026-01-01");
    assertEquals(
        "NOK 150.00",
        beef.assess(Money.parse("NOK 5000"), Quantity.parse("1000 kg gross"))
            .dutyOrThrow()
            .toString());
    assertTrue(
        beef.assess(Money.parse("NOK 5000"), Quantity.parse("1000 kg")).duty().isEmpty(),
        "the net weight is another quantity");
  }

  @Test
  void what_is_usual_is_declared_unless_the_origin_says_otherwise() {
    Importer usual = norway().withUsual((line, origin, day) -> DeclaredFacts.claiming("EEA"));
    assertEquals("0%", rate(usual.duty("8703.23", "DE", "2026-01-01")));
    assertEquals("10%", rate(usual.duty("8703.23", "DE claiming nothing", "2026-01-01")));
    DutyStack japan = usual.duty("8703.23", "JP", "2026-01-01");
    assertEquals("10%", rate(japan));
    assertTrue(japan.facts().isEmpty(), "a claim that the goods do not have is not made");
  }

  private static String rate(DutyStack stack) {
    return stack.adValoremRate().map(Object::toString).orElse("unknown");
  }

  @Test
  void comparisons_and_timelines_are_the_same_law() {
    Importer norway = norway();
    assertEquals(
        "[DE 0.0%, JP 10.0%]",
        norway.compare("8703.23", "2026-06-01", "JP", "DE claiming EEA").entries().toString());
    assertEquals(
        2,
        norway
            .timeline("8703.23", "2026-01-01", "2026-12-31", "US with quota:cars=out")
            .steps()
            .size());
    assertThrows(
        IllegalArgumentException.class,
        () -> norway.timeline("8703.23", "2026-12-31", "2026-01-01", "US"));
  }

  @Test
  void own_goods_are_refused() {
    IllegalArgumentException own =
        assertThrows(
            IllegalArgumentException.class, () -> norway().duty("8703", "NO", "2026-01-01"));
    assertTrue(own.getMessage().contains("no imports into NO"), own::getMessage);
  }

  @Test
  void a_quota_that_does_not_exist_is_refused_with_those_that_do() {
    assertEquals("10%", rate(norway().duty("8703", "US with quota:cars=in", "2026-06-01")));
    IllegalArgumentException none =
        assertThrows(
            IllegalArgumentException.class,
            () -> norway().duty("8703", "US with quota:09.9999=in", "2026-06-01"));
    assertTrue(none.getMessage().endsWith("there are cars"), none::getMessage);
    Importer quotas =
        norway()
            .withQuotas(
                List.of(
                    QuotaTerms.of("cars", Quantity.parse("1000 t"), "2026-01-01", "2026-12-31")));
    assertEquals("1000 t", quotas.quota("cars", LocalDate.of(2026, 6, 1)).volume().toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> quotas.quota("cars", LocalDate.of(2027, 1, 1)),
        "no period of that year");
  }

  @Test
  void a_claim_to_a_preference_that_no_one_knows_is_refused() {
    IllegalArgumentException none =
        assertThrows(
            IllegalArgumentException.class,
            () -> norway().duty("8703", "DE claiming EAA", "2026-06-01"));
    assertTrue(none.getMessage().endsWith("there are EEA"), none::getMessage);
    assertEquals("10%", rate(norway().duty("8703", "JP claiming EEA", "2026-06-01")));
  }

  @Test
  void an_hour_counts_only_where_the_law_turned_at_one() {
    TurningHour hour =
        new TurningHour(
            "NO", LocalDate.of(2026, 5, 1), LocalTime.of(13, 1), ZoneId.of("Europe/Oslo"), TEXT);
    Importer turning = norway().withTurningHours(List.of(hour));
    String origin = "US with quota:cars=out";
    assertEquals("10%", rate(turning.duty("8703", origin, "2026-05-01 13:00")));
    assertEquals("30%", rate(turning.duty("8703", origin, "2026-05-01T13:01")));
    assertEquals("30%", rate(turning.duty("8703", origin, "2026-05-01")), "the convention");
    IllegalArgumentException other =
        assertThrows(
            IllegalArgumentException.class, () -> turning.duty("8703", origin, "2026-05-02 10:00"));
    assertTrue(other.getMessage().contains("state the day alone"), other::getMessage);
    assertThrows(
        IllegalArgumentException.class, () -> norway().duty("8703", origin, "2026-05-01 10:00"));
    assertEquals("10%", rate(turning.duty("8703", origin, "1 May 2026 13:00")));
    assertEquals("30%", rate(turning.duty("8703", origin, "1 May 2026 at 13:01")));
    for (String bad :
        List.of("2026-05-01 25:00", "2026-05-01 1pm", "1 May", "2026-13-01", "", "13:01")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> turning.on(bad), bad);
      assertFalse(refused.getMessage().isBlank());
    }
  }

  /** A program that holds a day, or a day and an hour, need not write them. */
  @Test
  void days_as_values_answer_what_days_as_text_answer() {
    Importer turning =
        norway()
            .withTurningHours(
                List.of(
                    new TurningHour(
                        "NO",
                        LocalDate.of(2026, 5, 1),
                        LocalTime.of(13, 1),
                        ZoneId.of("Europe/Oslo"),
                        TEXT)));
    String origin = "US with quota:cars=out";
    LocalDate day = LocalDate.of(2026, 5, 1);
    EntryTime before = EntryTime.of(day, LocalTime.of(13, 0, 59));
    assertEquals(EntryTime.parse("2026-05-01 13:00"), before);
    assertEquals("10%", rate(turning.duty("8703", origin, before)));
    assertEquals("30%", rate(turning.duty("8703", origin, EntryTime.of(day, LocalTime.of(13, 1)))));
    assertEquals("30%", rate(turning.duty("8703", origin, EntryTime.of(day))));
    assertThrows(
        IllegalArgumentException.class,
        () -> turning.on(EntryTime.of(day.plusDays(1), LocalTime.NOON)));
    assertEquals(
        turning.compare("8703", "2026-05-01 13:00", "JP", origin).table(),
        turning.compare("8703", before, "JP", origin).table());
    assertEquals(
        turning.landed(car(), "2026-05-01 13:00").table(), turning.landed(car(), before).table());
    assertEquals(
        turning.timeline("8703", "2026-04-30", "2026-05-02", origin).table(),
        turning.timeline("8703", day.minusDays(1), day.plusDays(1), origin).table());
    assertEquals(
        ImporterComparison.of(List.of(turning), "8703", origin, "1 May 2026 13:00"),
        ImporterComparison.of(List.of(turning), "8703", origin, before));
  }

  @Test
  void full_width_digits_and_letters_are_read() {
    assertEquals("10%", rate(norway().duty("８７０３．２３", "ＪＰ", "２０２６－０６－０１")));
    assertEquals("10%", rate(norway().duty("8703", "US　with　quota:cars＝in", "2026-06-01")));
    for (String bad : List.of("八七〇三", "二〇二六年六月一日")) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> norway().duty(bad, "JP", "2026-06-01"), bad);
      assertTrue(refused.getMessage().contains(bad), refused::getMessage);
      assertThrows(IllegalArgumentException.class, () -> norway().duty("8703", "JP", bad), bad);
    }
  }

  @Test
  void mixed_currencies_need_a_rate() {
    assertThrows(
        IllegalArgumentException.class,
        () -> norway().duty("8703", "JP", "2026-01-01").assess(Money.parse("EUR 100")));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            norway()
                .landed(
                    Shipment.of("8703", "JP", "EUR 100")
                        .withFreight("EUR 1")
                        .withInsurance("EUR 1"),
                    "2026-01-01"));
  }

  @Test
  void a_book_of_another_territory_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> norway().withBook(TariffBook.us()));
  }

  @Test
  void the_lowest_importer_is_not_told_while_one_is_unknown() {
    Importer sweden =
        Importer.of(
            "SE",
            TariffBook.of(
                "SE",
                CurrencyUnit.of("SEK"),
                RoundingPolicy.TOTAL_TO_CENT,
                List.of(TariffMeasure.base("8703", "8%"))),
            BorderRegime.of("SE", "SE", List.of()),
            Evidence.OFFICIAL);
    ImporterComparison both =
        ImporterComparison.of(List.of(norway(), sweden), "8703.23", "JP", "2026-01-01");
    assertEquals("SE", both.lowest().get(0).name());
    assertEquals("10%", both.rate("NO").orElseThrow().toString());
    ImporterComparison beef =
        ImporterComparison.of(List.of(norway(), sweden), "0201.30", "JP", "2026-01-01");
    assertTrue(beef.lowest().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> beef.rate("DK"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ImporterComparison.of(List.of(), "8703", "JP", "2026-01-01"));
    ImporterComparison weighed =
        ImporterComparison.of(
            List.of(norway()),
            "0201.30",
            "JP",
            "2026-01-01",
            BigMoney.parse("USD 500"),
            List.of(Quantity.parse("1000 kg gross")),
            ExchangeRates.none().with(CurrencyUnit.USD, CurrencyUnit.of("NOK"), BigDecimal.TEN));
    assertEquals("3%", weighed.rate("NO").orElseThrow().toString(), "150 of 5,000 kroner");
    assertTrue(
        ImporterComparison.of(
                List.of(norway()),
                "0201.30",
                "JP",
                "2026-01-01",
                BigMoney.parse("USD 500"),
                List.of(),
                ExchangeRates.none())
            .rate("NO")
            .isEmpty());
  }

  @Test
  void a_bounded_duty_is_compared_by_its_bounds() {
    Importer sweden =
        Importer.of(
            "SE",
            TariffBook.of(
                "SE",
                CurrencyUnit.of("SEK"),
                RoundingPolicy.TOTAL_TO_CENT,
                List.of(TariffMeasure.base("8703", "8%"))),
            BorderRegime.of("SE", "SE", List.of()),
            Evidence.OFFICIAL);
    // Norway: 10 %, and 20 % on top unless the goods are within the quota
    ImporterComparison cars =
        ImporterComparison.of(List.of(norway(), sweden), "8703.23", "US", "2026-06-01");
    assertEquals("8703.23 from US on 2026-06-01: [SE 8.0%, NO 10.0% to 30.0%]", cars.toString());
    assertEquals("[SE]", cars.lowest().stream().map(Importer::name).toList().toString());
    assertTrue(cars.rate("NO").isEmpty());
    Importer dearer =
        sweden.withBook(
            TariffBook.of(
                "SE",
                CurrencyUnit.of("SEK"),
                RoundingPolicy.TOTAL_TO_CENT,
                List.of(TariffMeasure.base("8703", "20%"))));
    ImporterComparison open =
        ImporterComparison.of(List.of(norway(), dearer), "8703.23", "US", "2026-06-01");
    assertEquals(List.of(), open.lowest(), "10 to 30 % against 20 %");
    assertEquals("SE", open.lowestKnown().get(0).name(), "of those whose duty is one number");
    assertEquals("1-2", open.table().rows().get(0).get(0).toString());
  }

  @Test
  void both_sides_are_averaged_over_what_is_known_on_both_days() {
    Importer norway = norway();
    String origin = "US with quota:cars=out";
    BothSides sides =
        BothSides.of(
            List.of(
                goods("cars", norway, "8703", origin, "30"),
                goods("vans", norway, "8703.90", "JP", "10"),
                goods("beef", norway, "0201", "US", "1000")),
            LocalDate.of(2026, 4, 30),
            LocalDate.of(2026, 5, 1));
    assertEquals("10%", sides.average("NO", sides.before()).orElseThrow().toString());
    LocalDate other = sides.before().minusDays(1);
    assertThrows(IllegalArgumentException.class, () -> sides.average("NO", other));
    assertThrows(IllegalArgumentException.class, () -> sides.averageRange("NO", other));
    assertEquals("25%", sides.average("NO", sides.after()).orElseThrow().toString(), "(3·30+10)/4");
    assertFalse(sides.table().toString().isBlank());
    assertThrows(
        IllegalArgumentException.class,
        () -> BothSides.of(List.of(), sides.before(), sides.after()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            BothSides.of(
                List.of(goods("cars", norway, "8703", origin, "1")), sides.after(), sides.after()));
  }

  /** Without the state of the quota cars pay 10 to 30 %: (3·10+10)/4 to (3·30+10)/4. */
  @Test
  void an_average_over_duties_with_bounds_has_bounds() {
    Importer norway = norway();
    BothSides sides =
        BothSides.of(
            List.of(
                goods("cars", norway, "8703", "US", "30"),
                goods("vans", norway, "8703.90", "JP", "10")),
            LocalDate.of(2026, 4, 30),
            LocalDate.of(2026, 5, 1));
    RateRange after = sides.averageRange("NO", sides.after()).orElseThrow();
    assertEquals("10%", sides.average("NO", sides.after()).orElseThrow().toString(), "vans alone");
    assertTrue(!after.isPoint(), after::toString);
    assertEquals("25%", after.highest().toString());
    assertTrue(
        sides.table().toText().contains(after.toText(1) + " after, weighted"),
        sides.table()::toText);
  }

  @Test
  void trade_that_is_at_hand_weights_one_side() {
    Importer norway = norway();
    BothSides plain =
        BothSides.of(
            List.of(
                new BothSides.Goods(
                    "cars", norway, "8703", "US with quota:cars=out", Optional.empty()),
                new BothSides.Goods("vans", norway, "8703.90", "JP", Optional.empty())),
            LocalDate.of(2026, 4, 30),
            LocalDate.of(2026, 5, 1));
    assertTrue(plain.average("NO", plain.after()).isEmpty(), "no trade at hand");
    assertTrue(
        plain
            .table()
            .toText()
            .contains("NO on average: none, its imports of these goods are not at hand"),
        plain.table()::toText);
    TradeWeights imports =
        TradeWeights.builder("imports of Norway, NOK m")
            .add(HsCode.of("8703.23"), Country.of("US"), 20)
            .add(HsCode.of("8703.24"), Country.of("US"), 10)
            .add(HsCode.of("8703.90"), Country.of("JP"), 10)
            .add(HsCode.of("0201.30"), Country.of("US"), 99)
            .build();
    BothSides weighted = plain.withTrade("NO", imports);
    assertEquals("10%", weighted.average("NO", weighted.before()).orElseThrow().toString());
    assertEquals(
        "25%", weighted.average("NO", weighted.after()).orElseThrow().toString(), "(3·30+10)/4");
    assertThrows(IllegalArgumentException.class, () -> plain.withTrade("SE", imports));
  }

  @Test
  void the_balance_of_a_quota_says_where_an_entry_stands() {
    Importer quotas =
        norway()
            .withQuotas(
                List.of(
                    QuotaTerms.of("cars", Quantity.parse("1000 t"), "2026-01-01", "2026-12-31")));
    LocalDate day = LocalDate.of(2026, 6, 1);
    Quantity entry = Quantity.parse("20 t");
    assertEquals(
        "quota cars: 5 t within, 15 t above the quota",
        quotas.position("cars", day, Quantity.parse("5000 kg"), entry).toString());
    assertEquals(
        "quota cars: 0 t within, 20 t above the quota",
        quotas.position("cars", day, Quantity.parse("0 t"), entry).toString());
    for (String bad : List.of("1001 t", "-1 t", "5 l")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> quotas.position("cars", day, Quantity.parse(bad), entry),
          bad);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> quotas.position("09.9999", day, Quantity.parse("1 t"), entry));
  }

  private static BothSides.Goods goods(
      String name, Importer importer, String line, String origin, String trade) {
    return new BothSides.Goods(name, importer, line, origin, Optional.of(new BigDecimal(trade)));
  }

  @Test
  void a_rule_of_a_bad_form_is_refused() {
    for (String[] bad :
        List.of(
            new String[] {"VALUATION", "EXW"},
            new String[] {"TAX", "25"},
            new String[] {"TAX", "-1%"},
            new String[] {"ROUNDING", "nearest"},
            new String[] {"LOW_VALUE", "150"},
            new String[] {"FEE", "much"},
            new String[] {"OTHER", " "})) {
      assertThrows(
          IllegalArgumentException.class,
          () -> rule(Part.valueOf(bad[0]), "rule", bad[1], TEXT),
          bad[0] + " " + bad[1]);
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new BorderRule(
                "NO",
                Part.TAX,
                "VAT",
                "25%",
                List.of(),
                ProductScope.all(),
                LocalDateRange.ALL,
                TEXT,
                ""),
        "a tax needs a base");
  }

  @Test
  void rules_of_other_territories_never_move_an_answer() {
    BorderRule own = rule(Part.TAX, "VAT", "25%", TEXT);
    List<BorderRule> all = new ArrayList<>(List.of(own));
    for (String other : List.of("SE", "DK", "EU", "US")) {
      all.add(
          new BorderRule(
              other,
              Part.TAX,
              "moms",
              "30%",
              List.of(TaxBase.Part.DUTY),
              ProductScope.all(),
              LocalDateRange.ALL,
              TEXT,
              ""));
    }
    assertEquals(List.of(own), BorderRegime.of("NO", "NO", all).rules());
    assertEquals(2, BorderRegime.of("NO", "EU", all).rules().size(), "a union's are its own too");
  }

  @Test
  void a_regime_without_a_basis_has_none() {
    assertTrue(norway(Evidence.ANY).basis(LocalDate.of(2026, 1, 1)).isEmpty());
    assertEquals(Optional.of(ValuationBasis.CIF), norway().basis(LocalDate.of(2026, 1, 1)));
  }
}
