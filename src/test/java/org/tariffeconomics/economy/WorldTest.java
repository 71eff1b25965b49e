package org.tariffeconomics.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled worlds against the totals that their sources state, and files of each layout. */
class WorldTest {

  @TempDir Path folder;

  /** Totals of the data's own README: 22.47 trillion of trade, a US home share of 0.894. */
  @Test
  void the_world_of_2023_adds_up() {
    World world = World.of2023();
    assertEquals(94, world.economies().size());
    double exports = world.economies().stream().mapToDouble(c -> world.flow(c, "*")).sum();
    assertEquals(22.47e6, exports, 0.005e6);
    assertEquals(1_899_804, world.flow("US", "*"), 0.5);
    assertEquals(2_992_174, world.flow("*", "US"), 0.5);
    double home = world.flow("US", "US");
    assertEquals(0.894, home / (home + world.flow("*", "US") + world.revenue("US")), 0.003);
    double deficits = world.economies().stream().mapToDouble(world::deficit).sum();
    assertEquals(0, deficits, 1e-3);
    assertTrue(world.isBaseDutyKnown("JP", "US", "ALL"));
    assertFalse(world.isBaseDutyKnown("US", "JP", "ALL"));
    assertTrue(world.isBaseDutyKnown("JP", "JP", "ALL"));
    assertTrue(world.unknownDutyShare() > 0.8);
  }

  /** README: value added and final use of the world 69.426 trillion, smallest share 0.098. */
  @Test
  void the_world_of_2011_adds_up() {
    World world = World.sectors2011();
    assertEquals(25, world.economies().size());
    assertEquals(21, world.sectors().size());
    double added = world.economies().stream().mapToDouble(world::valueAdded).sum();
    assertEquals(69.426e6, added, 0.05e6);
    double deficits = world.economies().stream().mapToDouble(world::deficit).sum();
    assertEquals(0, deficits / added, 1e-9);
    assertEquals(9.8, 100 * world.checks().number(2, "value").doubleValue(), 0.06);
    assertEquals(8.22, Elasticity.caliendoParro().theta("TRQ"));
    assertEquals(5, Elasticity.proTee().theta("CON"));
  }

  @Test
  void a_world_that_does_not_add_up_is_refused() {
    assertTrue(refusal(new double[][] {{1, -1}, {1, 1}}).contains("must not be negative"));
    assertTrue(refusal(new double[][] {{1, Double.NaN}, {1, 1}}).contains("must be finite"));
    assertTrue(refusal(new double[][] {{1, 1}}).contains("must have 2 entries"));
    assertTrue(refusal(new double[][] {{0, 0}, {0, 1}}).contains("must make and buy something"));
    double[][][] flows = {{{5, 1}, {1, 5}}};
    double[][][] uses = {{{20}}, {{1}}};
    IllegalArgumentException more =
        assertThrows(
            IllegalArgumentException.class,
            () -> World.of(List.of("A", "B"), List.of("X"), flows, uses));
    assertTrue(more.getMessage().contains("The world does not add up"), more.getMessage());
    assertTrue(more.getMessage().contains("X in A"), more.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> World.of(List.of("A", "A"), new double[][] {{1, 1}, {1, 1}}));
  }

  private static String refusal(double[][] flows) {
    return assertThrows(IllegalArgumentException.class, () -> World.of(List.of("A", "B"), flows))
        .getMessage();
  }

  @Test
  void duties_are_spread_over_all_users_of_an_input() {
    double[][][] flows = {{{80, 20}, {10, 90}}};
    double[][][] uses = {{{40}}, {{30}}};
    World free = World.of(List.of("A", "B"), List.of("X"), flows, uses);
    World taxed = free.withBaseDuty("B", "A", 0.5);
    // spending of A is 80 + 20 · 1.5 = 110 of 100 before duty: inputs cost 44 in place of 40
    assertEquals(90 - 44, taxed.valueAdded("A"), 1e-12);
    assertEquals(110 - 44, taxed.finalUse("A"), 1e-12);
    assertEquals(10, taxed.revenue("A"), 1e-12);
    assertEquals(66 - 46 - 10, taxed.deficit("A"), 1e-12);
  }

  @Test
  void a_bloc_collects_what_its_members_collected() {
    World world =
        World.of(List.of("A", "B", "C"), new double[][] {{50, 5, 10}, {4, 60, 30}, {8, 12, 70}})
            .withBaseDuty("C", "A", 0.2)
            .withBaseDuty("C", "B", 0.1);
    World blocs = world.aggregate("AB", List.of("A", "B"));
    assertEquals(List.of("AB", "C"), blocs.economies());
    assertEquals(40, blocs.flow("C", "AB"), 1e-12);
    assertEquals(5, blocs.revenue("AB"), 1e-12);
    assertEquals(119, blocs.flow("AB", "AB"), 1e-12);
    assertTrue(blocs.isBaseDutyKnown("C", "AB", World.ALL_GOODS));
    assertFalse(blocs.isBaseDutyKnown("AB", "C", World.ALL_GOODS));
    assertEquals(world.valueAdded("A") + world.valueAdded("B"), blocs.valueAdded("AB"), 1e-12);
    assertThrows(
        IllegalArgumentException.class, () -> world.aggregate("X", List.of("A", "B", "C")));
    assertThrows(IllegalArgumentException.class, () -> world.aggregate("C", List.of("A", "B")));
  }

  @Test
  void a_balanced_world_has_no_deficits_and_the_same_duties() {
    World balanced = World.of2023().balanced(Elasticity.of(4));
    for (String code : balanced.economies()) {
      assertEquals(0, balanced.deficit(code) / balanced.finalUse(code), 1e-9);
    }
    assertEquals(
        World.of2023().baseDuty("CN", "US", "ALL"), balanced.baseDuty("CN", "US", "ALL"), 0);
  }

  @Test
  void the_own_layout_is_read_with_every_problem_named() throws IOException {
    Files.writeString(folder.resolve("economies.csv"), "code,home\nA,90\nNA,40\n");
    Files.writeString(folder.resolve("flows.csv"), "importer,A,NA\nA,,10\nNA,12,\n");
    Files.writeString(folder.resolve("duties.csv"), "exporter,importer,duty\nNA,A,0.05\n");
    World world = WorldFiles.read(folder);
    assertEquals(90, world.flow("A", "A"));
    assertEquals(10, world.flow("NA", "A"));
    assertEquals(0.05, world.baseDuty("NA", "A", "ALL"));
    assertFalse(world.isBaseDutyKnown("A", "NA", "ALL"));
    Files.writeString(folder.resolve("flows.csv"), "importer,A,NA\nA,,ten\nNA,12,\n");
    assertTrue(readRefusal().contains("flows.csv line 2, NA must be a number, but was 'ten'"));
    Files.writeString(folder.resolve("flows.csv"), "importer,A,NA\nA,,10\n");
    assertTrue(readRefusal().contains("a row for every importer"));
    Files.delete(folder.resolve("flows.csv"));
    assertTrue(readRefusal().contains("There is no flows.csv"));
  }

  /** What is cut off, or stands twice, would be trade of nothing or of something else. */
  @Test
  void a_row_that_is_cut_off_and_a_column_that_stands_twice_are_refused() throws IOException {
    Files.writeString(folder.resolve("economies.csv"), "code,home\nA,90\nNA,40\n");
    Files.writeString(folder.resolve("flows.csv"), "importer,A,NA\nA,\nNA,12,\n");
    assertTrue(readRefusal().contains("line 2 has 2 cells, but the header 3"));
    Files.writeString(folder.resolve("flows.csv"), "importer,A,NA,NA\nA,,10,20\nNA,12,,\n");
    assertTrue(readRefusal().contains("flows.csv has the column 'NA' twice"));
    Files.writeString(
        folder.resolve("flows.csv"),
        "importer,A,NA\nA,,10\nNA,12,\n" + "x".repeat(9_000) + ",1,2\n");
    assertTrue(readRefusal().length() < 300, "an economy that is none is told cut");
  }

  /** As spreadsheets save them in half of the world: byte order mark, semicolons, quotes. */
  @Test
  void files_of_spreadsheets_are_read_and_cut_ones_refused() throws IOException {
    Files.writeString(folder.resolve("economies.csv"), "\uFEFFcode;home\nA;90\n\"B\";40\n");
    Files.writeString(folder.resolve("flows.csv"), "\uFEFFimporter;A;B\nA;;10\nB;12;\n;;\n");
    World world = WorldFiles.read(folder);
    assertEquals(List.of("A", "B"), world.economies());
    assertEquals(10, world.flow("B", "A"));
    Files.writeString(folder.resolve("flows.csv"), "importer,A,B\nA,,10\nB,\"12,\n");
    assertTrue(readRefusal().contains("flows.csv is no CSV file"), readRefusal());
  }

  private String readRefusal() {
    return assertThrows(IllegalArgumentException.class, () -> WorldFiles.read(folder)).getMessage();
  }

  @Test
  void flows_in_long_form_are_read() throws IOException {
    Path file = folder.resolve("mine.csv");
    Files.writeString(
        file, "exporter,importer,flow,duty\nA,A,90,\nB,B,40,\nB,A,10,0.05\nA,B,12,\n");
    World world = WorldFiles.flows(file);
    assertEquals(10, world.flow("B", "A"));
    assertTrue(world.isBaseDutyKnown("B", "A", "ALL"));
    assertFalse(world.isBaseDutyKnown("A", "B", "ALL"));
    Files.writeString(file, "exporter,importer,flow\nA,A,9\nA,A,9\nB,B,\nA,B,1\nB,A,1\n");
    String twice =
        assertThrows(IllegalArgumentException.class, () -> WorldFiles.flows(file)).getMessage();
    assertTrue(twice.startsWith("2 problems"), twice);
    assertTrue(twice.contains("comes twice"), twice);
  }

  /** The bundled world written in the OECD's layout and read back is the same world. */
  @Test
  void a_table_in_the_layout_of_the_oecd_is_read() throws IOException {
    World world = World.sectors2011();
    Path file = folder.resolve("icio.csv");
    Files.writeString(file, table(world, "_", "HFCE", "V1", false));
    World read = WorldFiles.icio(file, Function.identity());
    assertSame(world, read);
  }

  @Test
  void a_table_in_the_layout_of_wiod_is_read() throws IOException {
    World world = World.sectors2011();
    Path file = folder.resolve("wiot.csv");
    Files.writeString(
        file, table(world, "", "57", "IndustryCode,IndustryDescription,Country,RNr,Year", true));
    World read = WorldFiles.wiod(file, Function.identity());
    assertEquals(world.economies().size(), read.economies().size());
    World free = world.withBaseDuty("*", "US", 0);
    assertEquals(free.valueAdded("US"), read.valueAdded("USS"), 1e-6 * free.valueAdded("US"));
  }

  /** Rows sell: to industries by the shares of origins, and to final use the rest. */
  private static String table(
      World world, String gap, String finalUse, String labels, boolean numbered) {
    int n = world.size();
    int s = world.sectors().size();
    List<String> header = new ArrayList<>(List.of(labels));
    for (String e : world.economies()) {
      for (int j = 0; j < s; j++) {
        header.add(name(e, numbered) + gap + (numbered ? j + 1 : world.sectors().get(j)));
      }
    }
    for (String e : world.economies()) {
      header.add(name(e, numbered) + gap + finalUse);
    }
    header.add(numbered ? "TOT" : "OUT");
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    for (int from = 0; from < n; from++) {
      for (int j = 0; j < s; j++) {
        String seller = name(world.economies().get(from), numbered);
        text.append(
            numbered
                ? "x,x," + seller + "," + (j + 1) + ",2011"
                : seller + gap + world.sectors().get(j));
        StringBuilder finals = new StringBuilder();
        for (int to = 0; to < n; to++) {
          double flow = world.flows()[(j * n + to) * n + from];
          double bought = 0;
          for (int i = 0; i < n; i++) {
            bought += world.flows()[(j * n + to) * n + i];
          }
          double left = flow;
          for (int user = 0; user < s; user++) {
            double used =
                bought == 0 ? 0 : world.rawUses()[(to * s + j) * s + user] * flow / bought;
            left -= used;
            text.append(',').append(used);
          }
          finals.append(',').append(left);
        }
        text.append(finals).append(",0\n");
      }
    }
    return text.toString();
  }

  private static String name(String code, boolean numbered) {
    return numbered ? code + code.charAt(1) : code;
  }

  private static void assertSame(World expected, World read) {
    assertEquals(expected.economies(), read.economies());
    assertEquals(expected.sectors(), read.sectors());
    World free = expected.withBaseDuty("*", "US", 0);
    for (String code : expected.economies()) {
      assertEquals(free.valueAdded(code), read.valueAdded(code), 1e-9 * free.valueAdded(code));
      assertEquals(expected.flow(code, "US", "TRQ"), read.flow(code, "US", "TRQ"), 1e-6);
    }
  }

  /** Falls of inventories become zero and output is solved again: more of it is made. */
  @Test
  void falls_of_inventories_become_zero_and_output_is_solved_again() throws IOException {
    Path file = folder.resolve("small.csv");
    Files.writeString(
        file,
        "V1,AAA_X,BBB_X,AAA_HFCE,AAA_INVNT,BBB_HFCE,BBB_INVNT,OUT\n"
            + "AAA_X,20,5,50,-10,25,0,90\n"
            + "BBB_X,10,15,15,0,60,0,100\n"
            + "VA,60,80,0,0,0,0,0\nOUT,90,100,0,0,0,0,0\n");
    World world = WorldFiles.icio(file, Function.identity());
    double[] output = {
      world.flow("AAA", "AAA") + world.flow("AAA", "BBB"),
      world.flow("BBB", "AAA") + world.flow("BBB", "BBB")
    };
    // x = A x + f with A = (20/90 5/100; 10/90 15/100), f = (75, 75)
    double det = (1 - 20.0 / 90) * (1 - 0.15) - 0.05 * 10 / 90;
    assertEquals((75 * (1 - 0.15) + 0.05 * 75) / det, output[0], 1e-9);
    assertEquals(((1 - 20.0 / 90) * 75 + 75 * 10 / 90.0) / det, output[1], 1e-9);
    Files.writeString(file, "V1,AAA_X,BBB_X,OUT\nAAA_X,1,two,3\n");
    String refused =
        assertThrows(
                IllegalArgumentException.class, () -> WorldFiles.icio(file, Function.identity()))
            .getMessage();
    assertTrue(refused.contains("line 2, column 3"), refused);
    Files.writeString(file, "a,b\n1,2\n");
    assertThrows(IllegalArgumentException.class, () -> WorldFiles.icio(file, Function.identity()));
  }

  @Test
  void base_duties_of_one_importer_come_by_exporter() {
    World world =
        World.of(List.of("A", "B"), new double[][] {{90, 10}, {12, 40}})
            .withBaseDuties("A", Map.of("B", 0.05));
    assertEquals(0.5, world.revenue("A"), 1e-12);
    assertThrows(
        IllegalArgumentException.class, () -> world.withBaseDuties("A", Map.of("Z", 0.05)));
    assertTrue(world.table().toText().contains("deficit"));
    assertEquals("a world: 2 economies, 1 sector", world.toString());
  }
}
