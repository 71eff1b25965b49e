package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.reference.UsCoverage.State;
import org.tariffeconomics.reference.UsProvisions.Provision;
import org.tariffeconomics.reference.UsProvisions.Status;
import org.tariffeconomics.tariff.Programme;

/** What is said of the headings of chapter 99 and of what is held, beside the law itself. */
class UsProvisionsTest {

  private static Status status(String heading, String rate, String day) {
    return UsTariffs.provisions(heading).provisions().stream()
        .filter(each -> each.rate().equals(rate))
        .findFirst()
        .orElseThrow()
        .statusOn(LocalDate.parse(day));
  }

  /** The schedule of June 2026 prints all headings of the emergency powers; none is in force. */
  @Test
  void what_is_printed_is_not_what_is_in_force() {
    assertEquals(Status.IN_FORCE, status("9903.01.25", "+10%", "2026-02-23"));
    assertEquals(Status.VOID, status("9903.01.25", "+10%", "2026-02-24"));
    assertEquals(List.of(), UsTariffs.provisions("9903.01").on("2026-06-08").of(Status.IN_FORCE));
    assertTrue(
        UsTariffs.provisions("9903.01.25").on("2026-06-08").table().toString().contains("void"));
  }

  @Test
  void a_rate_that_was_replaced_says_by_which() {
    assertEquals(Status.ENDED, status("9903.81.87", "+25%", "2025-06-04"));
    assertEquals(Status.IN_FORCE, status("9903.81.87", "+50%", "2025-06-04"));
    assertEquals(Status.ENDED, status("9903.81.87", "+50%", "2026-04-06"));
    assertTrue(
        UsTariffs.provisions("9903.81.87")
            .on("2025-09-16")
            .table()
            .toString()
            .contains("replaced by +50%"));
    assertEquals(Status.NOT_YET, status("9903.82.02", "+50%", "2026-04-05"));
  }

  @Test
  void headings_are_many_and_an_unknown_one_is_refused() {
    assertTrue(UsTariffs.provisions("9903").provisions().size() > 740);
    assertThrows(IllegalArgumentException.class, () -> UsTariffs.provisions("9903.99"));
    assertThrows(IllegalArgumentException.class, () -> UsTariffs.provisions(" "));
  }

  /** Every heading that charges something with a list has a list here of its number. */
  @Test
  void programmes_of_headings_are_those_of_the_law_or_said_to_be_missing() {
    TreeSet<String> known = new TreeSet<>();
    UsTariffs.programmes().orThrow().stream().map(Programme::name).forEach(known::add);
    UsTariffs.coverage("8703.23.01").entries().forEach(each -> known.add(each.programme()));
    TreeSet<String> unknown = new TreeSet<>();
    for (Provision each : UsTariffs.provisions("9903").provisions()) {
      if (!known.contains(each.programme())) {
        unknown.add(each.programme());
      }
    }
    // the metals of 2026 are three programmes here; exclusions are of the programme itself; quotas
    // and two old actions against Japan are not held
    assertEquals(
        new TreeSet<>(
            List.of(
                "S201 polyester staple",
                "S232 metals",
                "S301 China exclusions",
                "S301 Japan leather and electronics",
                "beef quota",
                "cotton import quota",
                "sugar import quota")),
        unknown);
  }

  @Test
  void coverage_says_what_is_held_of_a_line() {
    UsCoverage laptop = UsTariffs.coverage("8471.30.01");
    assertEquals("ordinary duty", laptop.entries().get(0).programme());
    assertTrue(
        laptop.on(LocalDate.parse("2026-11-23")).stream()
            .anyMatch(e -> e.programme().equals("S301 China") && e.state() == State.PARTLY));
    assertTrue(
        laptop.on(LocalDate.parse("2025-09-16")).stream()
            .anyMatch(e -> e.programme().equals("S301 China") && e.state() == State.HELD));
    assertTrue(laptop.entries().stream().noneMatch(e -> e.programme().equals("S232 autos")));
    assertTrue(laptop.toString().contains("not held"), laptop.toString());
    assertEquals(laptop.entries().size(), laptop.table().rows().size());
    assertThrows(IllegalArgumentException.class, () -> UsTariffs.coverage("84713"));
  }

  /** Whatever charges goods says how far it is held. */
  @Test
  void every_programme_of_additional_duties_is_covered_by_a_statement() {
    TreeSet<String> said = new TreeSet<>();
    for (String line :
        List.of(
            "8703.23.01", "8426.19", "8473.30", "8541.42", "6810.99", "8806.21", "4107.92.80")) {
      UsTariffs.coverage(line).entries().forEach(each -> said.add(each.programme()));
    }
    for (Programme each : UsTariffs.programmes().orThrow()) {
      String name = each.name();
      boolean additional = name.matches("(S[0-9]|IEEPA|civil|Russia|Canada import).*");
      boolean part =
          List.of(
                  "IEEPA transshipment",
                  "S232 Russian aluminium",
                  "S232 Russian aluminium apart",
                  "S232 polysilicon minimum price",
                  "S338 Canada dairy",
                  "S338 Canada 2026-09")
              .contains(name);
      assertTrue(!additional || part || said.contains(name), name);
    }
  }

  /** Headings are read with and without dots; eight digits and their {@code .00} are one code. */
  @Test
  void a_heading_is_one_in_every_way_of_writing_it() {
    List<Provision> heading = UsTariffs.provisions("9903.01.25").provisions();
    for (String text : List.of("99030125", " 9903.01.25 ", "9903.01.25.00", "9903012500")) {
      assertEquals(heading, UsTariffs.provisions(text).provisions(), text);
    }
    assertEquals(
        UsTariffs.provisions("9903.01").provisions(), UsTariffs.provisions("990301").provisions());
  }

  private static String remark(String heading, String day) {
    var table = UsTariffs.provisions(heading).on(day).table();
    return table.cell(table.rows().size() - 1, "remark").text();
  }

  /** What took the place of a heading that ended, by the texts that ended it. */
  @Test
  void a_heading_that_gave_way_to_another_says_to_which_and_by_what() {
    assertEquals(
        "replaced by 9903.01.24 (EO 14228; change record of 2025 revision 3)",
        remark("9903.01.20", "2026-06-08"));
    assertEquals("", remark("9903.01.20", "2025-02-10"));
    assertEquals("replaced by 9903.01.25 (EO 14266)", remark("9903.01.72", "2025-05-01"));
    assertEquals("replaced by 9903.01.25 (EO 14298)", remark("9903.01.63", "2025-05-14"));
    assertEquals(
        "replaced by 9903.81.87 to 9903.81.93 (Proclamation 10896)",
        remark("9903.80.01", "2025-09-16"));
    assertEquals(
        "replaced by 9903.82.01 to 9903.82.17 (Proclamation 11021)",
        remark("9903.85.08", "2026-06-08"));
    // section 122 lapsed after 150 days: nothing took its place
    assertEquals("", remark("9903.03.01", "2026-08-01"));
  }

  @Test
  void the_table_names_the_version_of_the_facts() {
    assertTrue(
        UsTariffs.provisions("9903.88.03")
            .on("2026-06-08")
            .table()
            .toMarkdown()
            .contains(UsTariffs.book().version()));
  }

  /** A number that ended, or never was, is answered: what is held says so too. */
  @Test
  void coverage_agrees_with_what_is_answered() {
    for (String line : List.of("9401.99.90.81", "6109.10.00.99", "8415.90.80.25")) {
      UsCoverage coverage = UsTariffs.coverage(line);
      assertEquals(State.HELD, coverage.entries().get(0).state(), line);
      assertTrue(coverage.entries().get(0).remark().contains(line), coverage::toString);
    }
    UsCoverage none = UsTariffs.coverage("7777.77");
    assertEquals(State.NOT_HELD, none.entries().get(0).state());
    assertEquals(State.NOT_HELD, none.entries().get(1).state());
  }
}
