package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.border.Evidence;
import org.tariffeconomics.border.Importer;
import org.tariffeconomics.border.Retaliation;
import org.tariffeconomics.border.RetaliationRound;
import org.tariffeconomics.border.RetaliationRound.State;
import org.tariffeconomics.io.japan.JapanTariffJson;
import org.tariffeconomics.quota.QuotaDuty;
import org.tariffeconomics.quota.QuotaLedger;
import org.tariffeconomics.quota.QuotaPosition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SpecialRate;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.ScheduleLine;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** The bundled lists of partners, counted against the numbers that their orders publish. */
class PartnerListsTest {

  private static long codes(String territory, String idPrefix) {
    return PartnerTariffs.book(territory).measures().stream()
        .filter(m -> m.id().startsWith(idPrefix))
        .mapToLong(m -> m.products().includedDigits().size())
        .sum();
  }

  @Test
  void the_lists_are_as_long_as_their_orders_say() {
    assertEquals(1270, codes("CA", "CA surtax 2025-1"), "SOR/2025-66");
    assertEquals(240, codes("CA", "CA other surtax 2025"), "SOR/2025-95, other goods");
    assertEquals(299, codes("CA", "CA metals surtax 2025"), "SOR/2025-95, metals");
    assertEquals(294, codes("CA", "CA metals surtax 2026"), "SOR/2026-187");
    assertEquals(
        335,
        codes("CA", "CA surtax 2026, 15")
            + codes("CA", "CA surtax 2026, 25")
            + codes("CA", "CA surtax 2026, 50"),
        "SOR/2026-186");
    assertEquals(21, codes("CA", "CA surtax 2026, 15"), "schedule 1");
    assertEquals(172, codes("CA", "CA surtax 2026, 25"), "schedule 2");
    assertEquals(142, codes("CA", "CA surtax 2026, 50"), "schedule 3");
    assertEquals(29, codes("CN", "CN 2025-2, 15%"), "Announcement No. 2, annex 1");
    assertEquals(711, codes("CN", "CN 2025-2, 10%"), "Announcement No. 2, annex 2");
    assertEquals(8, codes("CN", "CN 2025-1, 15%"), "Announcement No. 1, annex 1");
    assertEquals(21, codes("EU", "EU-US annex II"), "Regulation (EU) 2026/1455, annex II");
    assertEquals(
        150,
        codes("EU", "EU-US annex I, chapters")
            + codes("EU", "EU-US annex I, farm")
            + List.of("72", "73", "76").size(),
        "annex I");
    assertEquals(71, codes("EU", "EU-US quota"), "annex III");
  }

  @Test
  void the_EU_has_twenty_quotas_with_their_volumes() {
    Importer eu = Importers.of("EU");
    LocalDate day = LocalDate.of(2026, 7, 1);
    Set<String> numbers =
        eu.quotas().stream().map(q -> q.name()).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(20, numbers.size());
    assertEquals("500000 t", eu.quota("09.9005", day).volume().toString());
    assertEquals("25000 t", eu.quota("09.9001", day).volume().toString());
    assertEquals(LocalDate.of(2027, 7, 1), eu.quota("09.9001", day).period().getEnd());
    assertEquals(
        LocalDate.of(2030, 1, 1),
        eu.quota("09.9001", LocalDate.of(2029, 12, 31)).period().getEnd());
  }

  @Test
  void the_triggers_on_beef_are_those_that_were_reported() {
    Importer japan = Importers.of("JP");
    // Jiji, 14 October 2022: 252,000 t and 637,000 t in fiscal 2022; the second from 2023-01-01
    assertEquals(
        "[US beef above 251680 t]",
        japan.safeguard("0202.30", LocalDate.of(2022, 12, 31)).orElseThrow().triggers().toString());
    assertEquals(
        "[US beef above 251680 t and above US beef of the year before,"
            + " US and CPTPP beef above 637200 t]",
        japan.safeguard("0202.30", LocalDate.of(2023, 1, 1)).orElseThrow().triggers().toString());
    // MAFF, 17 March 2021
    assertEquals(
        "242000 t",
        japan
            .safeguard("0201.30", LocalDate.of(2020, 4, 1))
            .orElseThrow()
            .triggers()
            .get(0)
            .level()
            .toString());
    assertTrue(japan.safeguard("0203.29", LocalDate.of(2026, 7, 1)).isEmpty(), "pork");
    assertTrue(japan.safeguard("0201.30", LocalDate.of(2028, 4, 1)).isEmpty(), "not computed");
    assertEquals(List.of(), Importers.of("EU").safeguards());
    assertEquals(
        1, Importers.of("JP", Evidence.OFFICIAL).safeguards().size(), "fiscal 2020 was read");
  }

  @Test
  void an_entry_that_fills_a_quota_pays_for_the_rest() {
    Importer eu = Importers.of("EU");
    QuotaLedger ledger =
        QuotaLedger.of(eu.quota("09.9001", LocalDate.of(2026, 7, 1)))
            .with("earlier", "2026-07-10", Quantity.parse("24990 t"))
            .with("ours", "2026-07-11", Quantity.parse("20 t"));
    QuotaDuty pork =
        eu.duty(
            "0203.29.55",
            "US",
            "2026-07-10",
            BigMoney.parse("EUR 40000"),
            List.of(Quantity.parse("20000 kg")),
            ledger.position("ours"));
    // 10 t within, 10 t above at 86.90 a quintal
    assertEquals("EUR 8690.00", pork.duty().orElseThrow().toString());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            eu.duty(
                "0203.29.55",
                "US",
                "2026-07-10",
                BigMoney.parse("EUR 40000"),
                List.of(Quantity.parse("20000 kg")),
                QuotaPosition.unknown("09.9099", "no such number")));
  }

  @Test
  void a_concession_frees_goods_whose_ordinary_duty_is_not_held() {
    assertEquals("0%", rate("EU", "8501.10", "2026-07-01"));
    assertEquals("unknown", rate("EU", "8501.10", "2026-06-30"));
    assertEquals("unknown", rate("EU", "2905.43.00", "2026-07-01"), "an exception of annex I");
    Importer eu = Importers.of("EU");
    Importer loaded =
        eu.withBook(
            eu.book()
                .with(
                    ScheduledDuties.of(
                        TariffSchedule.of(
                            "mine",
                            List.of(ScheduleRow.of(1, "8501.10.10", 0, "", "4.7%", "", ""))),
                        ProgrammeKey.of("MFN", "other", List.of(), List.of()))));
    assertEquals(
        "4.7%",
        loaded.duty("8501.10.10", "US", "2026-06-30").adValoremRate().orElseThrow().toString(),
        "a loaded schedule is closer");
  }

  @Test
  void entry_price_goods_keep_the_specific_part() {
    Importer eu = Importers.of("EU");
    Importer tomatoes =
        eu.withBook(
            eu.book()
                .with(
                    TariffMeasure.base("0702.00.00", "8.8% + 1.7 EUR/100 kg")
                        .withId("MFN tomatoes")));
    String line = "0702.00.00";
    assertEquals("EUR 1050.00", tomatoes(tomatoes, line, "2026-06-30"), "880 + 170");
    assertEquals("EUR 170.00", tomatoes(tomatoes, line, "2026-07-01"), "annex II");
    assertEquals("unknown", tomatoes(eu, line, "2026-07-01"), "not held");
  }

  private static String tomatoes(Importer importer, String line, String day) {
    return importer
        .duty(line, "US", day)
        .assess(Money.parse("EUR 10000"), Quantity.parse("10000 kg"))
        .duty()
        .map(Object::toString)
        .orElse("unknown");
  }

  @Test
  void the_lines_of_Japan_with_a_US_rate_are_one_each() {
    TariffSchedule lines = JapanLines.schedule();
    assertEquals(605, lines.lines().size(), "606 rows, of which oranges have two seasons");
    assertTrue(
        lines.faults().stream().noneMatch(f -> f.column().equals(TariffSchedule.CODE)),
        lines.faults()::toString);
    Importer japan = Importers.of("JP");
    assertEquals(
        "16%",
        japan.duty("0805.10.000", "ZA", "2026-07-09").adValoremRate().orElseThrow().toString());
    assertEquals(
        "32%",
        japan.duty("0805.10.000", "ZA", "2026-12-09").adValoremRate().orElseThrow().toString());
    assertEquals(
        "0%",
        japan.duty("0805.10.000", "US", "2026-12-09").adValoremRate().orElseThrow().toString());
  }

  @Test
  void the_lines_of_Japan_are_those_of_its_whole_tariff() {
    Path folder = Path.of("../shared/data/japan");
    assumeTrue(Files.isDirectory(folder), "no ../shared/data/japan here");
    TariffSchedule whole = JapanTariffJson.readFolder("whole", folder).orThrow();
    for (ScheduleLine each : JapanLines.schedule().lines()) {
      ScheduleLine line = whole.line(each.code()).orElseThrow();
      assertEquals(rate(line), rate(each), each.code()::toString);
      assertEquals(usRate(line), usRate(each), each.code()::toString);
    }
    for (TariffMeasure each : PartnerTariffs.book("JP").measures()) {
      boolean sample = each.rule() == Rule.BASE && !each.products().toString().startsWith("1006");
      for (HsCode code : sample ? each.products().included() : List.<HsCode>of()) {
        for (ScheduleLine line : whole.below(code)) {
          assertEquals(each.rate(), rate(line), each.id());
        }
        whole.line(code).ifPresent(line -> assertEquals(each.rate(), rate(line), each.id()));
      }
    }
  }

  private static DutyRate rate(ScheduleLine line) {
    return line.general().orElseThrow().rate();
  }

  private static List<String> usRate(ScheduleLine line) {
    return line.special().orElseThrow().groups().stream()
        .filter(g -> g.programmes().contains("US"))
        .map(SpecialRate::rate)
        .map(rate -> rate.toString().strip())
        .toList();
  }

  @Test
  void a_list_is_replaced_and_not_added_to() {
    // cast iron left the list of metals on 8 September 2026; one line came back in the other order
    assertEquals("CA metals surtax 25%", surtaxes("7325.10.00", "2026-09-07", ""));
    assertEquals("CA surtax 2026 50%", surtaxes("7325.10.00", "2026-09-08", ""));
    assertEquals("CA metals surtax 25%", surtaxes("7322.11.00", "2026-09-07", ""));
    assertEquals("", surtaxes("7322.11.00", "2026-09-08", ""));
    assertEquals(
        "CA metals surtax 25%",
        surtaxes("7325.10.00", "2026-09-08", " with in transit on 8 September 2026=yes"));
    assertEquals("CA surtax 2025-1 25%", surtaxes("0105.11.22", "2025-08-31", ""));
    assertEquals("", surtaxes("0105.11.22", "2025-09-01", ""));
  }

  private static String surtaxes(String line, String day, String declared) {
    return Importers.of("CA").duty(line, "US" + declared, day).layers().stream()
        .filter(l -> !l.measure().programme().equals("MFN"))
        .map(l -> l.measure().programme() + " " + l.measure().rate())
        .collect(Collectors.joining(", "));
  }

  @Test
  void the_terms_of_partners_say_whether_they_count() {
    assertEquals(80, Importers.terms().size());
    LocalDate day = LocalDate.of(2026, 7, 1);
    assertEquals(
        14, Importers.terms("VN").stream().filter(t -> t.countsOn(day).isPresent()).count());
    assertTrue(
        Importers.terms("ID").get(0).countsOn(day).isEmpty(), "signed, not known to be in force");
    assertEquals(
        1,
        Importers.terms("JP").stream()
            .filter(t -> t.topic().equals("beef") && t.countsOn(day).orElse(false))
            .count());
    assertEquals(List.of(), Importers.terms("ZA"));
  }

  @Test
  void every_event_of_retaliation_has_its_states() {
    assertEquals(52, Importers.rounds().stream().map(RetaliationRound::round).distinct().count());
    Map<String, List<RetaliationRound>> byRound =
        Importers.rounds().stream()
            .collect(
                Collectors.groupingBy(RetaliationRound::round, TreeMap::new, Collectors.toList()));
    byRound.forEach(
        (round, states) -> {
          for (int i = 1; i < states.size(); i++) {
            assertEquals(states.get(i - 1).days().getEnd(), states.get(i).days().getStart(), round);
          }
          assertTrue(states.get(states.size() - 1).days().isUnboundedEnd(), round);
        });
  }

  @Test
  void what_was_not_found_is_not_none() {
    Retaliation japan = Importers.retaliation("JP", LocalDate.of(2026, 10, 1));
    assertEquals(1, japan.rounds(State.NONE_KNOWN).size());
    assertEquals("none known on 2026-10-01, as of a search on 2026-11-28", japan.summary());
    Retaliation eu = Importers.retaliation("Germany", LocalDate.of(2026, 11, 28));
    assertTrue(eu.isCharged().isEmpty(), eu::summary);
    assertEquals(
        Set.of("EU-Boeing-2020", "EU-2025-b"),
        eu.rounds(State.UNKNOWN).stream().map(RetaliationRound::round).collect(Collectors.toSet()));
    assertEquals(
        Set.of("EU-Boeing-2020", "EU-2025-b"),
        Importers.retaliation("EU", LocalDate.of(2026, 7, 10)).rounds(State.SUSPENDED).stream()
            .map(RetaliationRound::round)
            .collect(Collectors.toSet()));
  }

  @Test
  void duties_of_suspensions_that_may_have_lapsed_are_undetermined() {
    for (String line : List.of("8802.40.00", "8703.23.19", "2208.30.11")) {
      assertEquals("0%", rate("EU", line, "2026-07-10"), line);
      assertEquals("unknown", rate("EU", line, "2026-07-11"), line);
      assertEquals("unknown", rate("EU", line, "2026-11-28"), line);
    }
    String settled =
        "status:listed in Regulation (EU) 2020/1646 and no longer suspended=no;"
            + " status:listed in Regulation (EU) 2025/1564 and no longer suspended=no";
    assertEquals("0%", rate("EU", "7601.10.00", "2026-12-30", settled));
    assertEquals("unknown", rate("EU", "7601.10.00", "2026-12-31", settled));
    assertEquals(
        "3%",
        rate(
            "EU",
            "7601.10.00",
            "2026-12-31",
            settled + "; status:concession on metals suspended=yes"));
    assertEquals(
        "15%",
        rate(
            "EU",
            "8802.40.00",
            "2026-11-28",
            settled.replace(
                "2020/1646 and no longer suspended=no", "2020/1646 and no longer suspended=yes")));
  }

  private static String rate(String importer, String line, String day) {
    return rate(importer, line, day, "");
  }

  private static String rate(String importer, String line, String day, String facts) {
    String origin = facts.isEmpty() ? "US" : "US with " + facts;
    return Importers.of(importer)
        .duty(line, origin, day)
        .adValoremRate()
        .map(Object::toString)
        .orElse("unknown");
  }

  @Test
  void what_lacks_evidence_is_undetermined_and_names_the_rate() {
    DutyStack car = Importers.of("EU", Evidence.OFFICIAL).duty("8703.23.19", "US", "2026-06-30");
    assertEquals(DutyStack.Outcome.UNDETERMINED, car.outcome());
    assertTrue(car.reasons().get(0).contains("'10%'"), car.reasons()::toString);
    assertEquals(
        "0%",
        Importers.of("EU", Evidence.OFFICIAL)
            .duty("8703.23.19", "US", "2026-07-01")
            .adValoremRate()
            .orElseThrow()
            .toString());
    DutyStack korea = Importers.of("KR").duty("8703.23", "US claiming nothing", "2026-01-01");
    assertEquals(DutyStack.Outcome.UNDETERMINED, korea.outcome());
    assertEquals(
        "8%",
        Importers.of("KR with any evidence")
            .duty("8703.23", "US claiming nothing", "2026-01-01")
            .adValoremRate()
            .orElseThrow()
            .toString());
  }

  @Test
  void no_evidence_makes_another_number_only_fewer() {
    for (String territory : PartnerTariffs.territories()) {
      TariffBook any = PartnerTariffs.book(territory, Evidence.ANY);
      TariffBook usual = PartnerTariffs.book(territory);
      for (TariffMeasure each : any.measures()) {
        HsCode line =
            HsCode.of(each.products().includedDigits().stream().findFirst().orElse("8703"));
        for (String day : List.of("2025-04-11", "2026-07-09")) {
          DutyStack more = any.on(day).stack(line, Country.of("US"), DeclaredFacts.none());
          DutyStack less = usual.on(day).stack(line, Country.of("US"), DeclaredFacts.none());
          less.adValoremRate()
              .ifPresent(r -> assertEquals(more.adValoremRate().orElse(null), r, each.id()));
        }
      }
    }
  }

  @Test
  void goods_in_part_of_a_list_that_is_not_held_are_bounded() {
    String excluded = "US with status:excluded from the duties of 2018-19=yes";
    Importer china = Importers.of("CN");
    assertEquals(
        DutyStack.Outcome.BOUNDED,
        china.duty("8703.23.41", excluded, "2025-03-01").outcome(),
        "72 lines of which 2 are held: large cars");
    assertEquals(
        "15%",
        china
            .duty(
                "8703.23.41",
                excluded + "; status:listed in annex 2 of Announcement No. 1 of 2025=no",
                "2025-03-01")
            .adValoremRate()
            .orElseThrow()
            .toString());
    assertEquals(
        "10%",
        china.duty("2709.00.00", excluded, "2025-03-01").adValoremRate().orElseThrow().toString(),
        "crude oil: 0 + 10");
  }
}
