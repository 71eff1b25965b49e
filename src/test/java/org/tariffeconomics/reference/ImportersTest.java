package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.border.BorderRegime;
import org.tariffeconomics.border.BorderRule;
import org.tariffeconomics.border.BorderRule.Part;
import org.tariffeconomics.border.BothSides;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.landedcost.CostLine;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.landedcost.ValuationBasis;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/** The bundled importers. */
class ImportersTest {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final HsCode CAR = HsCode.of("8703.23");

  @Test
  void every_named_importer_can_be_made_and_has_a_basis() {
    assertEquals(
        12 + 1 + 27, Importers.names().size(), "the EU, its 27 members, and twelve others");
    for (String name : Importers.names()) {
      Importer importer = Importers.of(name);
      assertTrue(importer.basis(DAY).isPresent(), name);
      assertEquals(name, importer.name());
      assertFalse(importer.regime().table().toString().isBlank());
    }
    assertEquals(ValuationBasis.FOB, Importers.of("CA").basis(DAY).orElseThrow());
    assertEquals(ValuationBasis.FOB, Importers.of("Australia").basis(DAY).orElseThrow());
    assertEquals(ValuationBasis.CIF, Importers.of("Japan").basis(DAY).orElseThrow());
  }

  @Test
  void a_member_imports_under_the_law_of_the_union_with_its_own_tax() {
    Importer germany = Importers.of("DE", Evidence.ANY);
    Importer hungary = Importers.of("Hungary with any evidence");
    assertEquals("EU", germany.book().territory());
    assertEquals(CurrencyUnit.EUR, hungary.currency());
    assertEquals("19%", tax(germany, DAY));
    assertEquals("27%", tax(hungary, DAY));
    assertEquals("22%", tax(Importers.of("EE", Evidence.ANY), LocalDate.of(2025, 6, 30)));
    assertEquals("24%", tax(Importers.of("EE", Evidence.ANY), LocalDate.of(2025, 7, 1)));
    assertEquals("19%", tax(Importers.of("RO", Evidence.ANY), LocalDate.of(2025, 7, 31)));
    assertEquals("21%", tax(Importers.of("RO", Evidence.ANY), LocalDate.of(2025, 8, 1)));
    assertEquals("none", tax(Importers.of("EU", Evidence.ANY), DAY), "the Union has none");
    assertEquals(
        "none",
        germany.regime().taxes(HsCode.of("0201.30"), DAY, Evidence.ANY).stream()
            .map(t -> t.rate().toString())
            .findFirst()
            .orElse("none"),
        "reduced rates were not looked up: food is left out");
  }

  private static String tax(Importer importer, LocalDate day) {
    return importer.regime().taxes(CAR, day, importer.evidence()).stream()
        .map(t -> t.rate().toString())
        .findFirst()
        .orElse("none");
  }

  @Test
  void what_is_secondary_stays_out_unless_asked_for_and_is_listed() {
    Importer germany = Importers.of("DE");
    assertEquals("none", tax(germany, DAY));
    assertTrue(
        germany.missing(DAY).stream().anyMatch(r -> r.toString().startsWith("VAT 19%")),
        () -> germany.missing(DAY).toString());
    Importer britain = Importers.of("UK", Evidence.REPORTED);
    assertEquals("20%", tax(britain, DAY), "two reports");
    assertEquals("none", tax(Importers.of("GB"), DAY));
  }

  @Test
  void a_parcel_of_low_value_pays_what_the_rule_of_its_day_says() {
    Shipment shirt =
        Shipment.of("6109.10.00", "CN", "EUR 100").withFreight("EUR 20").withInsurance("EUR 0");
    Importer germany = Importers.of("DE", Evidence.ANY);
    assertEquals("EUR 0.00 EUR 22.80", paid(germany, shirt, "2026-06-30"), "19 % × 120");
    LandedCost open = germany.landed(shirt, "2026-07-01");
    // 100 + 20 + 3 + 19 % × 123, and 100 + 20 + 14.40 + 19 % × 134.40
    assertEquals("EUR 146.37", open.range().orElseThrow().lowest().toString());
    assertEquals("EUR 159.94", open.range().orElseThrow().highest().toString());
    String registered = "seller registered in the import one-stop shop";
    DeclaredFacts parcel =
        DeclaredFacts.none().withFact("sent to a consumer", "yes").withFact(registered, "yes");
    assertEquals(
        "EUR 3.00 EUR 23.37", paid(germany, shirt.withFacts(parcel), "2026-07-01"), "flat EUR 3");
    assertEquals(
        "EUR 14.40 EUR 25.54",
        paid(germany, shirt.withFacts(parcel.withFact(registered, "no")), "2026-07-01"));
    // 12 % × 171; 19 % × 191.52
    assertEquals(
        "EUR 20.52 EUR 36.39", paid(germany, shirt.withPrice("EUR 151"), "2026-06-30"), "above");
    // by reports only: 120, or 12 % of it more
    MoneyRange either = Importers.of("DE").landed(shirt, "2026-06-30").range().orElseThrow();
    assertEquals("EUR 120.00 to EUR 134.40", either.toString());
  }

  private static String paid(Importer importer, Shipment shipment, String day) {
    LandedCost cost = importer.landed(shipment, day);
    return payable(cost, CostLine.Kind.DUTY) + " " + payable(cost, CostLine.Kind.TAX);
  }

  private static String payable(LandedCost cost, CostLine.Kind kind) {
    return cost.amount(kind)
        .map(amount -> amount.toMoney(RoundingMode.HALF_UP).toString())
        .orElse("open");
  }

  /** Value added tax is due on soybeans too, at a reduced rate that is not held. */
  @Test
  void a_tax_without_a_rate_for_these_goods_is_told() {
    Importer germany = Importers.of("DE", Evidence.ANY);
    String untold = "left out: VAT, no rate held for these goods";
    for (String line : List.of("1201.90", "6109.10")) {
      Shipment goods =
          Shipment.of(line, "BR", "EUR 5000").withFreight("EUR 20").withInsurance("EUR 0");
      assertEquals(
          line.equals("1201.90"),
          germany.landed(goods, "2026-06-30").stamp().assumptions().toString().contains(untold),
          line);
    }
  }

  /** Finance Act 2018 s. 110: on the duties of customs, without anti-dumping duties. */
  @Test
  void the_surcharge_of_India_is_on_the_basic_duty() {
    TariffBook book =
        TariffBook.of(
            "IN",
            CurrencyUnit.of("INR"),
            RoundingPolicy.EACH_DUTY_TO_CENT,
            List.of(
                TariffMeasure.of("MFN", Rule.BASE, "8703", "*", "10%"),
                TariffMeasure.of("AD", Rule.ADDS, "8703", "*", "20%")));
    Shipment car =
        Shipment.of("8703", "CN", "INR 1000").withFreight("INR 0").withInsurance("INR 0");
    LandedCost cost = Importers.of("IN", Evidence.ANY).withBook(book).landed(car, "2026-06-30");
    assertEquals("INR 10.00", payable(cost, CostLine.Kind.TAX), "10 % of 100");
  }

  @Test
  void low_values_at_other_borders() {
    Importer britain = Importers.of("GB", Evidence.REPORTED);
    Shipment shirt =
        Shipment.of("6109.10.00", "CN", "GBP 135").withFreight("GBP 5").withInsurance("GBP 0");
    assertEquals("GBP 0.00 GBP 0.00", paid(britain, shirt, "2026-06-30"), "VAT at the sale");
    // 12 % × 141; 20 % × 157.92
    assertEquals("GBP 16.92 GBP 31.58", paid(britain, shirt.withPrice("GBP 136"), "2026-06-30"));
    Importer japan = Importers.of("JP", Evidence.ANY);
    Shipment toy =
        Shipment.of("9503.00", "CN", "JPY 9000").withFreight("JPY 1000").withInsurance("JPY 0");
    assertEquals("JPY 0 JPY 0", paid(japan, toy, "2026-07-09"), "10,000 of customs value");
    assertEquals(
        "JPY 0 JPY 1100",
        paid(japan, toy.withPrice("JPY 10500"), "2026-07-09"),
        "10 % of 11,500, cut to 11,000");
    assertEquals(
        "UNDETERMINED",
        japan
            .landed(
                Shipment.of("6109.10.010", "CN", "JPY 9000")
                    .withFreight("JPY 500")
                    .withInsurance("JPY 0"),
                "2026-07-09")
            .outcome()
            .toString(),
        "some knit goods are left out");
  }

  @Test
  void free_entry_into_the_United_States_ended_in_2025() {
    Importer us = Importers.of("US");
    Shipment toy = Shipment.of("9503.00.00", "VN", "USD 800").withMode(TransportMode.AIR);
    Shipment free =
        toy.withFacts(DeclaredFacts.none().withFact("free entry under section 321", "yes"));
    assertEquals("USD 0.00", payable(us.landed(free, "2025-08-28"), CostLine.Kind.DUTY));
    assertEquals("USD 0.00", payable(us.landed(free, "2025-08-28"), CostLine.Kind.FEE));
    assertEquals(
        "USD 160.00",
        payable(us.landed(free, "2025-08-29"), CostLine.Kind.DUTY),
        "20 % reciprocal");
  }

  /** Free entry is taken to be claimed where nothing is declared, and the stamp says so. */
  @Test
  void free_entry_is_usual_and_told() {
    Importer us = Importers.of("US");
    Shipment toy = Shipment.of("9503.00.00", "VN", "USD 800").withMode(TransportMode.AIR);
    LandedCost usual = us.landed(toy, "2025-08-28");
    assertEquals("USD 0.00", payable(usual, CostLine.Kind.DUTY));
    assertTrue(
        usual
            .stamp()
            .assumptions()
            .contains(
                "free entry under section 321=yes where not declared"
                    + " (usual for consignments of low value)"),
        usual.stamp()::toString);
    assertEquals(
        "USD 160.00",
        payable(
            us.landed(
                toy.withFacts(DeclaredFacts.none().withFact("free entry under section 321", "no")),
                "2025-08-28"),
            CostLine.Kind.DUTY),
        "what is declared counts");
    Shipment dearer = Shipment.of("9503.00.00", "VN", "USD 800.01").withMode(TransportMode.AIR);
    assertEquals("USD 160.00", payable(us.landed(dearer, "2025-08-28"), CostLine.Kind.DUTY));
    assertTrue(
        !us.landed(dearer, "2025-08-28").stamp().toString().contains("section 321"),
        "above the threshold nothing is assumed");
    // free of duty and fee, or 20% of 800 and the least fee of fiscal year 2025
    assertEquals(
        "USD 800.00 to USD 992.71",
        us.withUsualParcels((line, origin, day) -> DeclaredFacts.none())
            .landed(toy, "2025-08-28")
            .range()
            .orElseThrow()
            .toString());
    Shipment chinese = Shipment.of("9503.00.00", "CN", "USD 800").withMode(TransportMode.AIR);
    assertEquals("USD 0.00", payable(us.landed(chinese, "2025-05-01"), CostLine.Kind.DUTY));
    assertTrue(
        us.landed(chinese, "2025-05-02").amount(CostLine.Kind.DUTY).orElseThrow().isPositive());
    Shipment wine = Shipment.of("2204.21.50", "FR", "USD 100").withMode(TransportMode.AIR);
    assertEquals(
        DutyStack.Outcome.UNDETERMINED,
        us.landed(wine, "2025-08-01").outcome(),
        "wine is left out of free entry, and of the assumption");
  }

  @Test
  void a_territory_without_facts_is_told_which_have_some() {
    IllegalArgumentException none =
        assertThrows(IllegalArgumentException.class, () -> Importers.of("ZA"));
    assertTrue(none.getMessage().contains("AT, AU, BE"), none::getMessage);
    for (String bad : List.of("", "Atlantis", "EU with good evidence", "１２")) {
      assertThrows(IllegalArgumentException.class, () -> Importers.of(bad), bad);
    }
    IllegalArgumentException retaliation =
        assertThrows(IllegalArgumentException.class, () -> Importers.retaliation("NZ", DAY));
    assertTrue(retaliation.getMessage().contains("AU, BR, CA"), retaliation::getMessage);
    assertThrows(IllegalArgumentException.class, () -> PartnerTariffs.book("US"));
  }

  @Test
  void a_territory_of_which_only_the_border_is_known_has_no_duty() {
    for (String name : List.of("MX", "AU", "IN", "BR", "NO")) {
      assertTrue(
          Importers.of(name)
              .duty("8703.23", "US", "2026-07-01")
              .reasons()
              .get(0)
              .contains("whose line is not held here"),
          name);
    }
  }

  @Test
  void both_sides_of_the_pact_with_Japan() {
    BothSides japan = PartnerStudies.bothSides("JP", LocalDate.of(2026, 7, 9));
    assertEquals("27.5%", before(japan, "US", "cars"), "2.5 + 25 until 15 September 2025");
    assertEquals("15%", after(japan, "US", "cars"));
    assertEquals("0%", after(japan, "JP", "cars"));
    assertEquals("21.6%", before(japan, "JP", "beef, frozen"));
    assertEquals("20.8%", after(japan, "JP", "beef, frozen"));
    assertTrue(
        line(japan, "JP", "pork above the gate price").before().adValoremRate().isEmpty(),
        "the US rate of fiscal 2025 is not held");
    assertEquals("0.2%", after(japan, "JP", "pork above the gate price"));
    assertTrue(japan.average("US", japan.before()).isPresent());
    assertTrue(japan.average("JP", japan.before()).isEmpty(), "no trade at hand");
    assertTrue(
        japan
            .table()
            .toText()
            .contains("JP on average: none, its imports of these goods are not at hand"),
        japan.table()::toText);
    BothSides autumn = PartnerStudies.bothSides("Japan", LocalDate.of(2025, 9, 16));
    assertTrue(
        !autumn.averageRange("US", autumn.after()).orElseThrow().isPoint(),
        "medicines in cans of aluminium are weighted too, within bounds");
    for (String partner : List.of("DE", "ZA", "BR", "")) {
      assertThrows(
          IllegalArgumentException.class, () -> PartnerStudies.bothSides(partner, DAY), partner);
    }
    IllegalArgumentException early =
        assertThrows(
            IllegalArgumentException.class,
            () -> PartnerStudies.bothSides("JP", LocalDate.of(2020, 7, 20)));
    assertTrue(early.getMessage().contains("later than 2025-08-06"), early::getMessage);
    for (String partner : PartnerStudies.partners()) {
      assertFalse(
          PartnerStudies.bothSides(partner, LocalDate.of(2026, 7, 9)).table().toString().isBlank());
    }
    assertThrows(IllegalArgumentException.class, () -> PartnerStudies.bothSides("ZA", DAY));
  }

  private static String before(BothSides sides, String importer, String goods) {
    return line(sides, importer, goods).before().adValoremRate().orElseThrow().toString();
  }

  private static String after(BothSides sides, String importer, String goods) {
    return line(sides, importer, goods).after().adValoremRate().orElseThrow().toString();
  }

  private static BothSides.Line line(BothSides sides, String importer, String goods) {
    return sides.lines().stream()
        .filter(l -> l.goods().importer().name().equals(importer))
        .filter(l -> l.goods().name().equals(goods))
        .findFirst()
        .orElseThrow();
  }

  @Provide
  Arbitrary<String> territories() {
    return Arbitraries.of(PartnerTariffs.territories());
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
        "8703.23",
        "0201.30",
        "1201.90.19",
        "2711.11",
        "8517.13",
        "7208.39",
        "1006.30.090",
        "0802.12.90");
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 700).map(n -> LocalDate.of(2025, 1, 1).plusDays(n));
  }

  /** Whatever is known of others, and whoever else was asked before. */
  @Property(tries = 150)
  void an_answer_never_depends_on_the_facts_of_another_territory(
      @ForAll("territories") String territory,
      @ForAll("territories") String other,
      @ForAll("lines") String line,
      @ForAll("days") LocalDate day) {
    Importer bundled = Importers.of(territory, Evidence.ANY);
    List<BorderRule> rules = new ArrayList<>(bundled.regime().rules());
    if (!other.equals(territory)) {
      rules.addAll(Importers.of(other, Evidence.ANY).regime().rules());
      rules.add(
          new BorderRule(
              other,
              Part.FEE,
              "a fee of others",
              "99%",
              List.of(),
              ProductScope.all(),
              LocalDateRange.ALL,
              Source.user("others"),
              ""));
    }
    Importer among =
        Importer.of(
            territory, bundled.book(), BorderRegime.of(territory, territory, rules), Evidence.ANY);
    Importer alone =
        Importer.of(
            territory,
            bundled.book(),
            BorderRegime.of(territory, territory, bundled.regime().rules()),
            Evidence.ANY);
    assertEquals(
        alone.calculator(HsCode.of(line), day).toString(),
        among.calculator(HsCode.of(line), day).toString());
    String origin = territory.equals("EU") || !territory.equals("JP") ? "US" : "BR";
    assertEquals(
        alone.duty(line, origin, day.toString()).summary(),
        among.duty(line, origin, day.toString()).summary());
    assertEquals(
        Optional.empty(),
        bundled.book().measures().stream().filter(m -> m.source().title().isBlank()).findFirst());
  }

  @Test
  void every_measure_of_a_book_is_cited() {
    for (String territory : PartnerTariffs.territories()) {
      PartnerTariffs.book(territory, Evidence.ANY)
          .measures()
          .forEach(
              m ->
                  assertFalse(
                      m.source().verification().name().equals("USER"), territory + " " + m.id()));
    }
    assertEquals(
        List.of(),
        Importers.of("DE").regime().rules().stream()
            .filter(r -> r.source().title().isBlank())
            .collect(Collectors.toList()));
  }
}
