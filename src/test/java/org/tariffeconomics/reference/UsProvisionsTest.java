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
}
