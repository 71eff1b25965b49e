package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsProvisions.Status;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The fifteen traps of the lists of the United States, as they were met when the lists were
 * compiled from the notes of chapter 99: one test or more a trap, in their order.
 */
class UsTrapsTest {

  private static DutyStack stack(String line, String origin, String day, String facts) {
    return UsTariffs.book()
        .on(day)
        .stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(facts));
  }

  private static Optional<Rate> rate(String line, String origin, String day, String facts) {
    return stack(line, origin, day, facts).adValoremRate();
  }

  private static boolean charges(
      String programme, String line, String origin, String day, String facts) {
    return stack(line, origin, day, facts).layers().stream()
        .anyMatch(layer -> layer.measure().programme().equals(programme));
  }

  /** Wholly, whatever the goods are. */
  private static boolean holds(String list, String code, String day) {
    return UsLists.of(list).contains(HsCode.of(code), LocalDate.parse(day));
  }

  /** Wholly, or as far as words say. */
  private static boolean names(String list, String code, String day) {
    return !UsLists.of(list).entries(HsCode.of(code), LocalDate.parse(day)).isEmpty();
  }

  // --- 1: words beside codes --------------------------------------------------------------------

  /** Parts of vehicles only, patented medicines only, chips inside technical windows only. */
  @ParameterizedTest
  @CsvSource({
    "9903.94.05, 8471.30.01, 2025-09-16",
    "9903.94.05, 8512.20.20, 2025-09-16",
    "9903.74.08, 8708.30.50, 2025-12-01",
    "9903.04.60, 2918.99.30.00, 2026-10-05",
    "9903.79.01, 8471.50.01, 2026-01-20",
  })
  void a_word_beside_a_code_is_a_condition(String list, String code, String day) {
    assertTrue(names(list, code, day));
    assertFalse(holds(list, code, day));
  }

  // --- 2: whole headings ------------------------------------------------------------------------

  /** A list of headings holds every line below them, by its first digits. */
  @ParameterizedTest
  @CsvSource({
    "9903.81.87 chapter 72, 7208.51.00.30, 2025-09-16",
    "9903.81.87 chapter 72, 7229.90.50.06, 2025-09-16",
    "9903.81.87 chapter 73, 7306.61.50.00, 2025-09-16",
    "9903.82.02 (c)(iii), 7210.49.00.30, 2026-05-01",
    "9903.85.02, 7604.29.10.10, 2025-09-16",
    "9903.82.02 (c)(i), 7601.10.60.00, 2026-05-01",
    "9903.01.32, 8542.31.00.01, 2025-09-16",
    "9903.01.32, 8486.20.00.00, 2025-09-16",
    "9903.01.32, 8524.11.90.00, 2025-09-16",
  })
  void a_heading_in_a_list_holds_all_its_lines(String list, String code, String day) {
    assertTrue(holds(list, code, day));
  }

  // --- 3: statistical numbers -------------------------------------------------------------------

  /** 9401.99.90.81 was split on 1 July 2025: one number before, others after it. */
  @Test
  void a_number_that_was_renumbered_has_its_days() {
    assertTrue(names("9903.85.08", "9401.99.90.81", "2025-06-30"));
    assertFalse(names("9903.85.08", "9401.99.90.81", "2025-07-01"));
    assertFalse(holds("9903.85.08", "9401.99.90", "2025-06-30"));
  }

  /** 7308.20.00.35 is a derivative of aluminium and 7308.20.00.20 is not: no widening to a line. */
  @Test
  void a_number_is_not_widened_to_its_line() {
    assertTrue(names("9903.85.08", "7308.20.00.35", "2025-09-16"));
    assertFalse(names("9903.85.08", "7308.20.00.20", "2025-09-16"));
  }

  // --- 4: columns side by side, and page heads --------------------------------------------------

  /**
   * U.S. note 16(c) prints aluminium, steel and copper beside each other, and 7301.20.10 in the
   * head of a page: the annexes of Proclamation 11021 tell which is which.
   */
  @ParameterizedTest
  @CsvSource({
    "9903.82.02 (c)(iv), 7301.20.10, true",
    "9903.82.02 (c)(ii), 7301.20.10, false",
    "9903.82.02 (c)(v), 7408.11.30, true",
    "9903.82.02 (c)(iv), 7408.11.30, false",
    "9903.82.02 (c)(i), 7606.12.30, true",
    "9903.82.02 (c)(iii), 7606.12.30, false",
  })
  void each_metal_has_its_own_column(String list, String code, boolean listed) {
    assertEquals(listed, names(list, code, "2026-05-01"));
  }

  // --- 5: the printed rate is not the rate ------------------------------------------------------

  /** HTS 9903.45.25 prints 30 %; U.S. note 18(h): 14.25 % to 6 February 2025, then 14 %. */
  @Test
  void a_rate_that_a_note_lowers_is_the_rate_of_the_note() {
    String module = "solar module=yes; civil aircraft=no";
    assertEquals(
        Optional.of(Rate.percent("14.25")), rate("8541.43.00.10", "MY", "2025-02-06", module));
    assertEquals(
        Optional.of(Rate.percent("14")), rate("8541.43.00.10", "MY", "2025-02-07", module));
    assertEquals(Optional.of(Rate.ZERO), rate("6109.10.00", "NI", "2026-06-30", "claim=CAFTA-DR"));
    assertFalse(charges("S301 Nicaragua", "6109.10.00", "NI", "2026-12-31", ""));
    assertTrue(charges("S301 Nicaragua", "6109.10.00", "NI", "2027-01-01", ""));
  }

  // --- 6: printed is not in force ---------------------------------------------------------------

  /** Every heading of the emergency duties is still printed in revision 10 of 2026. */
  @Test
  void what_is_printed_may_be_void() {
    UsProvisions.OnDay headings = UsProvisions.of("9903.01").on("2026-06-10");
    assertTrue(headings.of(Status.VOID).size() > 20);
    assertEquals(List.of(), headings.of(Status.IN_FORCE));
    assertTrue(
        stack("6109.10.00", "VN", "2026-06-10", "").layers().stream()
            .noneMatch(layer -> layer.measure().programme().startsWith("IEEPA")));
  }

  /** List 4B (9903.88.16) is printed and suspended: telephones of China bear no list of it. */
  @Test
  void what_is_suspended_charges_nothing() {
    assertFalse(charges("S301 China", "8517.13.00", "CN", "2025-09-16", ""));
    assertTrue(UsLists.all().stream().noneMatch(list -> list.name().equals("9903.88.16")));
  }

  // --- 7: footnotes stop at sections 301 and 201 and Russia -------------------------------------

  /** No footnote names steel, cars, the surcharge or the emergency duties: their lists stand. */
  @ParameterizedTest
  @CsvSource({
    "7208.51.00, S232 steel, DE, 2025-09-16",
    "8703.23.01, S232 autos, DE, 2025-09-16",
    "6109.10.00, IEEPA reciprocal, VN, 2025-09-16",
    "6109.10.00, S122, VN, 2026-03-01",
    "4407.12.00, S232 wood, SE, 2025-11-01",
  })
  void what_footnotes_do_not_name_is_charged(
      String line, String programme, String origin, String day) {
    assertTrue(charges(programme, line, origin, day, "age=0; content:steel=1"));
  }

  // --- 8: lists of section 301 supersede each other ---------------------------------------------

  /** U.S. note 31 took its lines out of lists 1 to 4A; only cranes and chassis add up. */
  @ParameterizedTest
  @CsvSource({
    "8541.43.00, 2025-09-16",
    "8542.31.00, 2025-09-16",
    "8507.60.00.20, 2025-12-31",
    "8507.60.00.20, 2026-01-01",
    "4015.12.10, 2026-01-01",
    "2504.10.50, 2026-01-01",
    "8505.11.00.70, 2026-01-01",
    "6307.90.98.70, 2026-01-01",
  })
  void lists_of_section_301_do_not_add_up(String line, String day) {
    long lists =
        stack(line, "CN", day, "solar module=yes; exclusion=none").layers().stream()
            .filter(layer -> layer.measure().programme().startsWith("S301 China"))
            .count();
    assertEquals(1, lists);
  }

  @Test
  void cranes_add_up_once_their_own_duty_is_confirmed() {
    String crane =
        "ship-to-shore crane=yes; exclusion=none; contract=2026-11-01; list confirmed:9903.91.14=yes";
    assertTrue(charges("S301 China", "8426.19.00", "CN", "2026-11-11", crane));
    assertTrue(charges("S301 China port equipment", "8426.19.00", "CN", "2026-11-11", crane));
  }

  // --- 9: civil aircraft is a claim -------------------------------------------------------------

  /** A line of the list is freed as civil aircraft alone, whether or not “C” is claimed. */
  @Test
  void civil_aircraft_is_a_fact_and_not_a_line() {
    String day = "2025-09-16";
    assertEquals(Outcome.BOUNDED, stack("8802.40.01", "FR", day, "").outcome());
    for (String claim : List.of("", "; claim=Civil Aircraft Agreement")) {
      assertEquals(
          Optional.of(Rate.ZERO), rate("8411.91.90", "JP", day, "civil aircraft=yes" + claim));
    }
    // metals too: 7608 of the lists is free of the aluminium duty
    assertFalse(charges("S232 aluminium", "7608.20.00.90", "JP", day, "civil aircraft=yes"));
    assertTrue(
        charges(
            "S232 aluminium",
            "7608.20.00.90",
            "JP",
            day,
            "civil aircraft=no; content:aluminium=1"));
  }

  /** Japan leaves out unmanned aircraft, Britain does not (U.S. note 35(a), (b)). */
  @Test
  void unmanned_aircraft_are_told_apart() {
    String drone = "civil aircraft=yes; drone=yes; content:US=0; loaded=2025-09-16";
    assertTrue(charges("IEEPA reciprocal", "8806.24.00", "JP", "2025-09-16", drone));
    assertFalse(charges("IEEPA reciprocal", "8806.24.00", "GB", "2025-09-16", drone));
  }

  // --- 10: lists that reach back ----------------------------------------------------------------

  /** Published weeks after the first day for which they count. */
  @ParameterizedTest
  @CsvSource({
    // electronics: memorandum of 11 April, back to 5 April 2025
    "8471.30.01, TH, 2025-04-06, 2025-04-10, ''",
    // the EU's list: notice of 25 September, back to 1 September 2025
    "4501.10.00, PT, 2025-09-05, 2025-09-20, ''",
    // Korea and Switzerland: notices of December, back to 14 November 2025
    "8802.40.01, KR, 2025-11-20, 2025-11-30, civil aircraft=yes",
    "4501.10.00, CH, 2025-11-20, 2025-12-10, ''",
    // farm goods: order of 14 November, back to 13 November 2025
    "0901.11.00, VN, 2025-11-13, 2025-11-13, ''",
  })
  void a_list_reaches_back(String line, String origin, String day, String before, String facts) {
    DeclaredFacts declared = DeclaredFacts.parse(facts);
    DutyStack now = UsTariffs.book().on(day).stack(HsCode.of(line), Country.of(origin), declared);
    DutyStack then =
        UsTariffs.book()
            .on(day)
            .asKnownOn(before)
            .stack(HsCode.of(line), Country.of(origin), declared);
    assertEquals(Optional.of(Rate.ZERO), now.adValoremRate());
    assertTrue(then.adValoremRate().orElseThrow().compareTo(Rate.ZERO) > 0, then.toString());
  }

  // --- 11: lines leave Annex II -----------------------------------------------------------------

  /** 76 lines of copper, 158 of wood and 8 of chemicals left when section 232 took them. */
  @ParameterizedTest
  @CsvSource({
    "2025-07-31, 2025-08-01, 76",
    "2025-09-07, 2025-09-08, 8",
    "2025-10-13, 2025-10-14, 158",
  })
  void lines_leave_annex_two(String last, String first, int lines) {
    Set<String> gone = expanded("9903.01.32", last);
    gone.removeAll(expanded("9903.01.32", first));
    assertEquals(lines, gone.size());
  }

  /** The legal lines of the schedule that a list holds on a day. */
  private static Set<String> expanded(String list, String day) {
    LocalDate on = LocalDate.parse(day);
    Set<String> held = new TreeSet<>();
    UsTariffs.schedule(Facts.VERIFIED_ONLY).lines(on, Knowledge.now()).stream()
        .filter(line -> !UsLists.of(list).entries(line, on).isEmpty())
        .forEach(line -> held.add(line.digits().substring(0, 8)));
    return held;
  }

  // --- 12: metals of 2026 -----------------------------------------------------------------------

  /** Several lists name 8544.42.90.10: the weights of the metals add up, the duties do not. */
  @Test
  void metals_of_2026_exclude_one_another() {
    String day = "2026-05-01";
    String cable = "weight:copper=0.1; weight:aluminium=0.06; weight:steel=0; claim=nothing";
    long metals =
        stack("8544.42.90.10", "CL", day, cable).layers().stream()
            .filter(layer -> layer.measure().programme().startsWith("S232"))
            .count();
    assertEquals(1, metals);
    assertEquals(
        0,
        stack(
                "8544.42.90.10",
                "CL",
                day,
                "weight:copper=0.1; weight:aluminium=0.04; weight:steel=0")
            .layers()
            .stream()
            .filter(layer -> layer.measure().programme().startsWith("S232"))
            .count());
  }

  /** 95 % of the metal to 7 June 2026, 85 % from 8 June; for the United Kingdom it stays 95. */
  @Test
  void the_share_of_metal_falls_for_the_united_states_alone() {
    String us = "metal weight share=1; melted:US=0.9; civil aircraft=no";
    assertEquals(Optional.of(Rate.percent("15")), rate("8457.10.00", "AU", "2026-06-07", us));
    assertEquals(Optional.of(Rate.percent("10")), rate("8457.10.00", "AU", "2026-06-08", us));
    String gb = "metal weight share=1; melted:GB=0.9";
    assertTrue(charges("S232 aluminium", "7601.10.60", "GB", "2026-06-08", gb));
    assertEquals(Optional.of(Rate.percent("50")), rate("7601.10.60", "GB", "2026-06-08", gb));
  }

  // --- 13: annex I-C ----------------------------------------------------------------------------

  /** Its 28 lines came from I-B; two lines and numbers of three came in. */
  @Test
  void annex_one_c_moved_lines_and_made_none() {
    Set<String> before = metalLines("2026-06-07");
    Set<String> after = metalLines("2026-06-08");
    Set<String> machines = expanded("9903.82.09 (c)(xi)", "2026-06-08");
    assertEquals(28, machines.size());
    assertTrue(before.containsAll(machines), machines.toString());
    TreeSet<String> in = new TreeSet<>(after);
    in.removeAll(before);
    assertEquals(new TreeSet<>(List.of("37013000", "94032000")), in);
    for (String number : List.of("9403.20.00.75", "9403.20.00.82", "9403.99.90.40")) {
      assertFalse(names("9903.82.09 (c)(vii)", number, "2026-06-07"), number);
      assertTrue(names("9903.82.09 (c)(vii)", number, "2026-06-08"), number);
    }
  }

  private static Set<String> metalLines(String day) {
    TreeSet<String> all = new TreeSet<>();
    UsLists.all().stream()
        .filter(list -> list.name().startsWith("9903.82"))
        .forEach(list -> all.addAll(expanded(list.name(), day)));
    return all;
  }

  // --- 14: section 338 in September 2026 --------------------------------------------------------

  /** Its lists come to hold metals and split lines; only dairy spares section 232 from that day. */
  @Test
  void section_338_changes_on_15_september_2026() {
    for (String line : List.of("7308.90.95", "7604.21.00", "7608.10.00")) {
      assertFalse(names("9903.03.14", line, "2026-09-14"), line);
      assertTrue(
          UsLists.of("9903.03.14").entries().stream()
              .filter(each -> each.validity().days().contains(LocalDate.parse("2026-09-15")))
              .anyMatch(each -> each.products().contains(HsCode.of(line))),
          line);
    }
    // 2208.30.60 is replaced by five of its numbers
    assertTrue(names("9903.03.12", "2208.30.60.80", "2026-09-14"));
    assertFalse(names("9903.03.12", "2208.30.60.80", "2026-09-15"));
    assertTrue(names("9903.03.12", "2208.30.60.20", "2026-09-15"));
    // in one copy only: open, not law
    assertEquals(
        Outcome.BOUNDED,
        stack("7308.90.95", "CA", "2026-09-20", "claim=USMCA; melted:US=0").outcome());
  }

  /** 68 codes are shut out from 29 September 2026, some only where packaged. */
  @Test
  void imports_of_canada_may_be_banned() {
    DutyStack beer = stack("2203.00.00", "CA", "2026-10-01", "claim=USMCA");
    assertTrue(beer.outcome() != Outcome.ASSESSED, beer.toString());
    assertTrue(
        UsLists.of("Canada import exclusion").entries().stream()
            .anyMatch(each -> !each.conditions().isEmpty()));
  }

  // --- 15: lists of single agreements -----------------------------------------------------------

  /** Thirteen economies have lists of their own; textiles of three only with a claim. */
  @Test
  void forced_labor_spares_more_goods_of_thirteen_economies() {
    TreeSet<String> partners = new TreeSet<>();
    for (TariffMeasure each : UsTariffs.book().measures()) {
      if (each.programme().equals("S301 forced labor") && each.id().contains("list of ")) {
        String id = each.id();
        partners.add(id.substring(id.indexOf("list of ") + 8).substring(0, 2));
      }
    }
    TreeSet<String> expected = new TreeSet<>();
    Stream.of("GB,EU,CH,MY,KH,GT,SV,AR,BD,TW,ID,EC,JO".split(",")).forEach(expected::add);
    assertEquals(expected, partners);
    assertTrue(names("9903.06.09", "6109.10.00", "2026-08-01"));
  }
}
