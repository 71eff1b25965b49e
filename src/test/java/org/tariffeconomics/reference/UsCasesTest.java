package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.ahead;
import static org.tariffeconomics.Tariffs.averageDuty;
import static org.tariffeconomics.Tariffs.beforeAfter;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.delay;
import static org.tariffeconomics.Tariffs.duty;
import static org.tariffeconomics.Tariffs.entry;
import static org.tariffeconomics.Tariffs.landed;
import static org.tariffeconomics.Tariffs.leftBehind;
import static org.tariffeconomics.Tariffs.market;
import static org.tariffeconomics.Tariffs.portfolio;
import static org.tariffeconomics.Tariffs.positions;
import static org.tariffeconomics.Tariffs.refundsDue;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.timeline;
import static org.tariffeconomics.Tariffs.us;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Anti-dumping and countervailing duties (19 U.S.C. 1671, 1673) are on producers and within scopes
 * in words, which no list of codes tells: what is not declared is assumed to be none, in so many
 * words wherever a number stands, and is left open where that is asked for.
 */
class UsCasesTest {

  private static final String NAILS = "7317.00.55";
  private static final String DAY = "2026-05-01";
  private static final String NONE =
      "no anti-dumping or countervailing duty where none is declared";

  private static Map<String, Table> tables() {
    Map<String, Table> all = new LinkedHashMap<>();
    all.put("stack", duty(NAILS, "CN", DAY).table());
    all.put("assessment", duty(NAILS, "CN", DAY).assess(Money.parse("USD 1000")).table());
    all.put("comparison", compare(NAILS, DAY, "CN", "KR").table());
    all.put("timeline", timeline(NAILS, "2025-01-01", DAY, "CN", "KR").table());
    all.put(
        "landed cost",
        landed(shipment(NAILS, "CN", "USD 1000", "USD 10", "USD 1", "sea"), DAY).table());
    all.put(
        "entry",
        entry()
            .withLine("A", shipment(NAILS, "CN", "USD 1000", "USD 10", "USD 1", "sea"))
            .price(us().on(DAY))
            .table());
    all.put(
        "portfolio", portfolio("sku,line,origin,value\nA,7317.00.55,CN,USD 1000\n", DAY).table());
    all.put("change", beforeAfter(NAILS, "2025-01-01", DAY, "CN", "KR").table());
    all.put("market", market("7317", DAY).ranking().table());
    all.put("positions", positions("7317", "CN", "2025-01-01", DAY));
    all.put("left behind", leftBehind("7317", DAY).table());
    all.put("average", AverageDuty.table(List.of(averageDuty("7317", DAY))));
    all.put("ahead", ahead(DAY).table());
    return all;
  }

  @Test
  void every_table_says_in_every_form_that_no_case_is_assumed() {
    tables()
        .forEach(
            (name, table) -> {
              String text = table.toText().replaceAll("\\s+", " ");
              assertTrue(text.contains(NONE), () -> name + ": " + text);
              assertTrue(table.toCsv().contains(NONE), name);
              assertTrue(table.toWideCsv().contains(NONE), name);
              assertTrue(table.toJson().contains(NONE), name);
              assertTrue(table.toHtml().contains(NONE), name);
              assertTrue(table.toMarkdown().contains(NONE), name);
            });
  }

  @Test
  void sentences_pictures_and_records_say_so_too() {
    DutyComparison comparison = compare(NAILS, DAY, "CN", "KR");
    assertTrue(comparison.sentence().endsWith(" Assumed: " + NONE + "."), comparison.sentence());
    assertTrue(comparison.toRecord().toJson().contains(NONE));
    assertTrue(comparison.chart().caption().toString().contains(NONE));
    assertTrue(
        duty(NAILS, "CN", DAY).assess(Money.parse("USD 1000")).toRecord().toJson().contains(NONE));
  }

  /** What is a switch: without it one number, with it none until both kinds are told. */
  @Test
  void the_book_that_asks_for_cases_has_no_number_until_they_are_told() {
    DutyStack open = asking("");
    assertEquals(Outcome.UNDETERMINED, open.outcome());
    assertEquals(Optional.empty(), open.range());
    assertTrue(open.reasons().toString().contains("AD case=none"), open.reasons()::toString);
    assertEquals(Outcome.UNDETERMINED, asking("AD case=none").outcome());
    DutyStack none = asking("AD case=none; CVD case=none; melted:US=0");
    assertEquals(Optional.of(Rate.percent("75")), none.adValoremRate());
    assertFalse(none.stamp().toString().contains(NONE), none.stamp()::toString);
    assertEquals(
        Optional.of(Rate.percent("193.04")),
        asking("AD case=A-570-909; AD deposit=118.04%; CVD case=none").adValoremRate());
    assertEquals(List.of(), open.stamp().amendments());
  }

  private static DutyStack asking(String facts) {
    return UsTariffs.bookAskingForCases()
        .on(DAY)
        .stack(HsCode.of(NAILS), Country.of("CN"), DeclaredFacts.parse(facts));
  }

  /** What an alternative has for a value can be declared; a deposit is any rate, and has none. */
  @Test
  void each_value_of_what_decides_can_be_declared() {
    DutyStack open =
        UsTariffs.bookAskingForCases()
            .on("2026-05-01")
            .stack(HsCode.of("7604.21.00"), Country.of("CN"));
    List<String> tried = new ArrayList<>();
    for (DecidingFact fact : open.decidedBy()) {
      for (DecidingFact.Alternative each : fact.alternatives()) {
        each.value()
            .ifPresent(
                value -> {
                  open.assuming(fact.name() + "=" + value);
                  tried.add(fact.name());
                });
      }
    }
    assertEquals(List.of("AD case", "AD case", "CVD case", "CVD case"), tried);
  }

  @Test
  void the_assumption_stays_whatever_else_is_assumed_and_the_asking_book_travels()
      throws Exception {
    assertTrue(us().withoutAssumptions().on(DAY).stamp().assumptions().contains(NONE));
    assertTrue(us().without("S232 steel").on(DAY).stamp().assumptions().contains(NONE));
    TariffBook book = UsTariffs.bookAskingForCases();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(book);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(book, in.readObject());
    }
  }

  /** Proclamations 9740, 9759, 9758: above the absolute quotas nothing was entered. */
  @Test
  void above_the_absolute_quotas_of_2018_nothing_was_entered() {
    for (String origin : List.of("AR", "BR", "KR")) {
      assertEquals(
          Outcome.PROHIBITED,
          duty("7208.10.15", origin + " with quota:steel=out", "2025-02-01").outcome());
      DutyStack usual = duty("7208.10.15", origin, "2025-02-01");
      assertEquals(Optional.of(Rate.ZERO), usual.adValoremRate());
      assertTrue(usual.stamp().toString().contains("quota:steel=in"), usual.stamp()::toString);
    }
    DutyStack open =
        us().withoutAssumptions()
            .on("2025-02-01")
            .stack(HsCode.of("7208.10.15"), Country.of("KR"), DeclaredFacts.none());
    assertEquals(Outcome.BOUNDED, open.outcome());
    assertEquals("[quota:steel (in: 0.0%; out: prohibited)]", open.decidedBy().toString());
    assertEquals(
        Outcome.PROHIBITED,
        duty("7601.10.30", "AR with quota:aluminium=out", "2025-02-01").outcome());
    assertEquals(
        Optional.of(Rate.percent("50")),
        duty("7208.10.15", "KR with quota:steel=out", "2026-05-01").adValoremRate());
  }

  /** Three declarations of one origin are three names, in tables, sentences and pictures. */
  @Test
  void one_origin_with_other_declarations_has_another_name() {
    DutyComparison nails =
        compare(
            NAILS, DAY, "CN", "CN with AD deposit=118.04%", "CN with AD case=none; CVD case=none");
    assertTrue(
        nails.table().toMarkdown().contains("| CN with AD deposit=118.04% |"), nails::toString);
    assertTrue(nails.sentence().contains("193.0% from CN with AD deposit=118.04%"));
    assertTrue(nails.table().toMarkdown().contains("| CN |"), nails::toString);
    assertTrue(compare(NAILS, DAY, "CN", "KR").table().toMarkdown().contains("| KR |"));
  }

  @Test
  void averages_of_several_goods_name_them() {
    Table both = AverageDuty.table(List.of(averageDuty("7326", DAY), averageDuty("9403", DAY)));
    assertEquals("Average duty by day on US imports of 2024", both.title());
    assertEquals("7326, 2026-05-01", both.rows().get(0).get(0).text());
    assertEquals(
        "Average duty by day on US imports of 2024, 7326",
        AverageDuty.table(List.of(averageDuty("7326", DAY))).title());
  }

  /** What the law went into says which law: version and last day, also where it is not of a day. */
  @Test
  void estimates_from_the_law_have_the_version_of_its_facts() {
    String version = us().version();
    assertTrue(refundsDue("KR", "2025-11", "2025-11").table().toCsv().contains(version));
    assertTrue(ahead(DAY).table().toCsv().contains(version));
    assertTrue(delay("JP", "cars", "2025-07-22", "2025-09-16").table().toCsv().contains(version));
  }
}
