package org.tariffeconomics.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

  /** The 72 unit and qualifier codes of the UK tariff, as its reference data list them. */
  private static final List<String> UK =
      List.of(
          ("ASV ASVX BRX CCT CEN CTM DAP DHS DTN DTNE DTNF DTNG DTNL DTNM DTNR DTNS DTNZ EUR GFI GRM"
                  + " GRT HLT HMT KCC KCL KGM KGMA KGME KGMG KGMP KGMS KGMT KLT KMA KMT KNI KNS KPH"
                  + " KPO KPP KSD KSH KUR LPA LTR LTRA MIL MPR MTK MTQ MTQC MTR MWH NAR NARB NCL NPR"
                  + " RET SPQ SPQLPA SPQLTR SPR TJO TNE TNEE TNEI TNEJ TNEK TNEM TNER TNEZ WAT")
              .split(" "));

  /** The 69 quantity codes of the USITC tariff database, less the three that are no units. */
  private static final List<String> US =
      List.of(
          ("BBL C CAR CC CG CGM CKG CM CM2 CM3 CTN CUR CY CYK D DOZ DPC DPR DS FBM G GBQ GCN GKG GM"
                  + " GR GRL GRS GVW HND HUN JWL K KCAL KG KM KM3 KTS KWH L LIN LNM LTR M M2 M3 MG"
                  + " ML NO ODE PCS PF PFL PK PRS RBA SBE SME SQ SQM T THS TNV TON W WTS")
              .split(" "));

  @Test
  void every_official_code_is_a_unit() {
    assertEquals(72, UK.size());
    assertEquals(66, US.size());
    UK.forEach(Unit::of);
    US.forEach(Unit::of);
  }

  @Test
  void every_unit_is_found_by_the_code_it_prints() {
    for (Unit unit : Unit.all()) {
      assertSame(unit, Unit.of(unit.toString()));
      assertTrue(unit.multiplier().signum() > 0, unit.code());
      assertFalse(unit.name().isBlank(), unit.code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kg, KGM",
    "kg, KG",
    "kg, kilograms",
    "t, TNE",
    "t, T",
    "g, GRM",
    "liter, LTR",
    "liter, L",
    "m3, MTQ",
    "m2, SQM",
    "piece, No.",
    "piece, each",
    "piece, NAR",
    "pr, prs.",
    "pr, NPR",
    "doz prs, doz. prs.",
    "doz prs, DPR",
    "pf.liter, pf. liter",
    "pf.liter, PFL",
    "CYK, clean kg",
    "DTNE, DTN E",
    "ASVX, asv x",
    "carat, CTM",
    "thousand, MIL",
    "bbl, barrels",
    "m, lin. m"
  })
  void codes_and_words_of_one_unit_are_one_unit(String code, String text) {
    assertEquals(code, Unit.of(text).code());
  }

  @Test
  void a_qualifier_changes_what_is_measured() {
    assertFalse(Unit.of("DTNE").convertsTo(Unit.of("DTN")));
    assertTrue(Unit.of("DTNE").convertsTo(Unit.of("KGME")));
    assertTrue(Unit.of("DTN").convertsTo(Unit.of("KGM")));
    assertEquals("drained net weight", Unit.of("DTNE").measures());
    assertFalse(Unit.of("pr").convertsTo(Unit.of("piece")));
    assertFalse(Unit.of("TON").convertsTo(Unit.of("t")));
    assertFalse(Unit.of("LTR").convertsTo(Unit.of("LPA")));
  }

  @ParameterizedTest
  @CsvSource({
    "kg of lead content, kg, lead content",
    "kg of drained net weight, KGME, drained net weight",
    "kg of Total Sugars, KTS, total sugars",
    "m2 of recording surface, m2, recording surface",
    "pf. liter of ethyl alcohol content, pf.liter, ethyl alcohol content"
  })
  void a_qualifier_in_words_makes_a_unit_of_its_own(String text, String start, String measures) {
    Unit unit = Unit.of(text);
    assertTrue(unit.code().startsWith(start), unit.code());
    assertEquals(measures, unit.measures());
    assertEquals(unit, Unit.of(unit.code()));
    assertFalse(unit.convertsTo(Unit.of(text.substring(0, text.indexOf(" of ")))));
  }

  @Test
  void units_of_one_qualifier_convert_and_a_second_qualifier_is_refused() {
    assertTrue(Unit.of("t of lead content").convertsTo(Unit.of("kg of lead content")));
    assertThrows(IllegalArgumentException.class, () -> Unit.of("DTNE of lead content"));
    assertThrows(IllegalArgumentException.class, () -> Unit.of("kg of "));
    Unit kilogram = Unit.of("kg");
    assertThrows(IllegalArgumentException.class, () -> kilogram.measuring("(x)"));
  }

  @Test
  void a_unit_of_no_known_dimension_converts_only_into_itself() {
    List<Unit> others =
        Unit.all().stream().filter(u -> u.dimension() == Unit.Dimension.OTHER).toList();
    for (Unit one : others) {
      for (Unit other : Unit.all()) {
        assertEquals(one.equals(other), one.convertsTo(other), one + " " + other);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"X, no quantity", "NA, differs", "IRC, Internal Revenue", "cwt, 100 or 112 pounds"})
  void a_code_that_is_no_unit_is_refused_with_the_reason(String code, String reason) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Unit.of(code));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "furlong", "kgg", "8.7E+07", "DTN Q"})
  void an_unknown_unit_is_refused_by_name(String code) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Unit.of(code));
    assertEquals("Unknown unit '" + code + "'", e.getMessage());
  }
}
