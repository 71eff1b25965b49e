package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Quantity;

/** What declared facts say of each other, of whole groups of origins, and of amounts. */
class DeclaredGoodsTest {

  private static final LocalDate DAY = LocalDate.parse("2025-09-16");

  private static Optional<String> fact(String facts, String name) {
    return DeclaredFacts.parse(facts).fact(name);
  }

  @Test
  void the_weight_of_several_materials_is_that_of_each_together() {
    String facts = "weight:steel=0.2; weight:aluminium=0.1";
    assertEquals(Optional.of("0.3"), fact(facts, "weight:aluminium+steel"));
    assertEquals(Optional.of("0.2"), fact(facts, "weight:steel"));
    assertEquals(Optional.of("0.1"), fact(facts, "weight:aluminum"), "the other spelling");
    assertEquals(Optional.empty(), fact(facts, "weight:copper"));
    assertEquals(
        Optional.of("0.4"), fact("metal weight share=0.4", "weight:aluminium+steel"), "as a whole");
    assertEquals(Optional.empty(), fact("", "weight:steel"));
  }

  @Test
  void the_origin_of_a_metal_says_that_all_or_nothing_was_melted_there() {
    assertEquals(Optional.of("1"), fact("metal origin=GB", "melted:GB"));
    assertEquals(Optional.of("0"), fact("metal origin=US", "melted:GB"));
    assertEquals(Optional.of("0.5"), fact("metal origin=US; melted:GB=0.5", "melted:GB"));
    assertEquals(Optional.of("nowhere"), fact("metal origin=nowhere", "melted:GB"), "as it stands");
    assertEquals(Optional.of("yes"), fact("advanced AI chip=yes", "advanced chip"));
    assertEquals(Optional.of("yes"), fact("advanced chip=yes", "advanced AI chip"));
  }

  @Test
  void goods_hold_no_more_materials_than_their_value() {
    DeclaredFacts steel = DeclaredFacts.parse("content:steel=0.7; content:US=0.9");
    assertTrue(steel.fits(DeclaredFacts.parse("content:copper=0.3")));
    assertFalse(steel.fits(DeclaredFacts.parse("content:copper=0.31")));
    assertTrue(steel.fits(DeclaredFacts.parse("content:steel=0.1; content:copper=0.9")), "instead");
    assertTrue(steel.fits(DeclaredFacts.parse("content:US=1")), "US content is no material");
    assertThrows(
        IllegalArgumentException.class, () -> DeclaredFacts.none().withContent("steel", "1.01"));
    assertThrows(
        IllegalArgumentException.class, () -> DeclaredFacts.none().withContent("US", "1.01"));
  }

  @Test
  void what_is_taken_back_leaves_the_rest() {
    DeclaredFacts all =
        DeclaredFacts.parse("claim=KORUS; content:steel=0.7; content:US=0.4; age=30; end use=yes");
    assertEquals(
        List.of("content:US", "content:steel", "age", "end use"), all.names(), "in their order");
    assertEquals(
        DeclaredFacts.parse("claim=KORUS; content:US=0.4; age=30; end use=yes"),
        all.without("content:steel"));
    assertEquals(
        DeclaredFacts.parse("claim=KORUS; content:steel=0.7; content:US=0.4; end use=yes"),
        all.without("age"));
    assertEquals(all, all.without("nothing of the kind"));
    assertEquals(all, all.and(DeclaredFacts.none()));
    assertEquals(all, DeclaredFacts.none().and(all));
    assertEquals(DeclaredFacts.none(), DeclaredFacts.none().and(DeclaredFacts.none()));
  }

  @Test
  void a_declaration_is_serialized_by_its_text() throws IOException, ClassNotFoundException {
    DeclaredFacts odd =
        DeclaredFacts.parse("claim=KORUS; content:steel=0.7").withFact("a; b=\"c\"", "d\u2028e");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(odd);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(odd, in.readObject());
    }
  }

  private static String origins(String text) {
    return DeclaredOrigin.parseAll(text, DAY).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KR | [KR]",
        "South Korea claiming KORUS | [KR with claim=KORUS]",
        "JP, KR | [JP, KR]",
        "JP, KR claiming nothing | [JP with claim=nothing, KR with claim=nothing]",
        "JP,KR with age=30 | [JP with age=30, KR with age=30]",
        "USMCA except US, CA claiming USMCA with content:US=0.4"
            + " | [MX with claim=USMCA; content:US=0.4]",
        "usmca except US | [CA, MX]",
        "KR claiming \"with, a word\" | [KR with claim=with, a word]"
      })
  void one_or_several_origins_declare_the_same(String text, String read) {
    assertEquals(read, origins(text));
  }

  @Test
  void all_origins_are_all_countries() {
    assertTrue(DeclaredOrigin.parseAll("*", DAY).size() > 240);
    assertEquals(27, DeclaredOrigin.parseAll("EU", DAY).size());
    assertEquals(26, DeclaredOrigin.parseAll("EU except DE with age=30", DAY).size());
    assertEquals(28, DeclaredOrigin.parseAll("EU", LocalDate.parse("2019-01-01")).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "claiming KORUS",
        "with age=30",
        "JP KR",
        "JP; KR",
        "JP | KR",
        "Atlantis",
        "JP, Atlantis",
        "KR claiming \"KORUS",
        "EU with note=\"open"
      })
  void what_is_no_origin_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> DeclaredOrigin.parseAll(text, DAY));
    assertThrows(IllegalArgumentException.class, () -> DeclaredOrigin.parse(text));
  }

  private static DutyBasis basis(String facts) {
    return DutyBasis.of(BigMoney.parse("EUR 1000"), Quantity.parse("200 kg"))
        .withExchangeRates(ExchangeRates.parse("EUR/USD=1.25"))
        .withFacts(DeclaredFacts.parse(facts));
  }

  /** The drawback once paid, in the currency of the value. */
  @Test
  void a_duty_is_as_high_as_an_amount_that_is_declared() {
    DutyRate drawback = new DeclaredAmountRate("customs drawback");
    assertEquals(
        DutyAmount.of(BigMoney.parse("EUR 120")), drawback.on(basis("customs drawback=EUR 120")));
    assertEquals(
        DutyAmount.of(BigMoney.parse("EUR 96")), drawback.on(basis("customs drawback=USD 120")));
    assertEquals(
        DutyAmount.of(BigMoney.parse("EUR 0")), drawback.on(basis("customs drawback=EUR 0")));
    for (String open :
        List.of("", "customs drawback=EUR -1", "customs drawback=120", "customs drawback=JPY 9")) {
      assertEquals(Optional.empty(), drawback.on(basis(open)).amount(), open);
    }
    assertThrows(IllegalArgumentException.class, () -> new DeclaredAmountRate(" "));
    assertEquals(drawback, DutyRate.parse(drawback.toString()));
  }

  /** EUR 20 a 100 kg for the code 7001 are EUR 40 on 200 kg. */
  @Test
  void an_agricultural_component_is_found_by_its_additional_code() {
    MeursingTable table =
        MeursingTable.parse(
            "code,area,component,duty\n7001,*,EA,20 EUR/100 kg\n7001,*,EAR,5 EUR/100 kg\n");
    DutyBasis goods = basis("meursing=7001").withMeursing(table);
    assertEquals(DutyAmount.of(BigMoney.parse("EUR 40")), AgriculturalComponent.EA.on(goods));
    assertEquals(DutyAmount.of(BigMoney.parse("EUR 10")), AgriculturalComponent.EAR.on(goods));
    assertEquals(Optional.empty(), AgriculturalComponent.ADSZ.on(goods).amount());
    assertEquals(
        Optional.empty(), AgriculturalComponent.EA.on(basis("").withMeursing(table)).amount());
    assertEquals(
        Optional.empty(), AgriculturalComponent.EA.on(basis("meursing=7001")).amount(), "no table");
  }

  /** Norway is in the one area, Germany in both: which of two duties it bears is not known. */
  @Test
  void two_areas_that_share_an_origin_leave_its_component_open_where_they_differ() {
    String table =
        "code,area,component,duty\n7001,EU,EA,20 EUR/100 kg\n7001,EEA,EA,%s EUR/100 kg\n";
    MeursingTable differing = MeursingTable.parse(table.formatted("30"));
    MeursingTable same = MeursingTable.parse(table.formatted("20.00"));
    DutyBasis goods = basis("meursing=7001").withDay(DAY);
    assertEquals(
        DutyAmount.of(BigMoney.parse("EUR 60")),
        AgriculturalComponent.EA.on(goods.withOrigin(Country.of("NO")).withMeursing(differing)));
    DutyAmount open =
        AgriculturalComponent.EA.on(goods.withOrigin(Country.of("DE")).withMeursing(differing));
    assertTrue(open.reasons().toString().contains("more than one EA for 7001"), open::toString);
    assertEquals(
        DutyAmount.of(BigMoney.parse("EUR 40")),
        AgriculturalComponent.EA.on(goods.withOrigin(Country.of("DE")).withMeursing(same)));
    assertEquals(
        Optional.empty(),
        AgriculturalComponent.EA
            .on(goods.withOrigin(Country.of("CN")).withMeursing(same))
            .amount());
    MeursingTable closer =
        MeursingTable.parse(
            table.formatted("30") + "7001,DE,EA,1 EUR/100 kg\n7001,*,EA,2 EUR/100 kg\n");
    assertEquals(
        DutyAmount.of(BigMoney.parse("EUR 2")),
        AgriculturalComponent.EA.on(goods.withOrigin(Country.of("DE")).withMeursing(closer)));
    assertEquals(
        DutyAmount.of(BigMoney.parse("EUR 4")),
        AgriculturalComponent.EA.on(basis("meursing=7001").withMeursing(closer)),
        "without an origin what is for all");
    assertEquals(
        Optional.empty(),
        AgriculturalComponent.EA.on(basis("meursing=7002").withMeursing(closer)).amount());
  }

  /** EUR 40 less EUR 0.4 a degree, on 200 kg: 80 less 0.8 a degree. */
  @ParameterizedTest
  @CsvSource({"100, 80", "99.5, 79.6", "96, 76.8", "0, 0"})
  void sugar_bears_less_the_less_it_polarises(String degrees, String eur) {
    DutyRate sugar = polarised();
    assertEquals(
        DutyAmount.of(BigMoney.parse("EUR " + eur)), sugar.on(basis("polarisation=" + degrees)));
  }

  private static DutyRate polarised() {
    return new PolarisedRate(
        (DutyRate.Specific) DutyRate.parse("40 EUR/100 kg"),
        (DutyRate.Specific) DutyRate.parse("0.4 EUR/100 kg"));
  }

  @Test
  void degrees_that_cannot_be_leave_the_duty_open() {
    for (String degrees : List.of("100.1", "-0.1", "high", "1e2", "")) {
      assertEquals(
          Optional.empty(), polarised().on(basis("polarisation=" + degrees)).amount(), degrees);
    }
    assertEquals(Optional.empty(), polarised().on(basis("")).amount());
    assertEquals(2, polarised().parts().size());
  }

  @ParameterizedTest
  @CsvSource({
    "aluminum, aluminium",
    "ALUMINUM, aluminium",
    "sulfur, sulphur",
    "glass fibers, glass fibres",
    "Tire  Cord, tyre cord",
    "US, US",
    "us, US",
    "u.s., US",
    "U.S., US",
    "usa, usa",
    "steel, steel"
  })
  void one_material_has_one_name(String written, String name) {
    assertEquals(name, Portion.contentOf(written).content());
    assertEquals(
        Optional.of(new BigDecimal("0.5")),
        DeclaredFacts.parse("content:" + written + "=0.5").content(name));
  }

  @ParameterizedTest
  @CsvSource({
    "EA, EA",
    "ac, EA",
    "AC (reduced), EAR",
    "EAR, EAR",
    "EA (reduced), EAR",
    "EAR (reduced), EAR",
    "AD S/Z, ADSZ",
    "AD S/ZR, ADSZR",
    "SD, ADSZ",
    "SD (reduced), ADSZR",
    "AD F/M, ADFM",
    "FD (reduced), ADFMR"
  })
  void a_component_is_written_as_schedules_write_it(String text, AgriculturalComponent component) {
    assertEquals(component, AgriculturalComponent.parse(text));
  }

  @Test
  void a_declared_share_is_a_part_of_the_value() {
    DutyBasis part = basis("content:steel=0.25").share(new BigDecimal("0.25"));
    assertEquals(0, part.value().getAmount().compareTo(new BigDecimal("250")));
    assertEquals(DutyAmount.of(BigMoney.parse("EUR 25")), DutyRate.parse("10%").on(part));
  }
}
