package org.tariffeconomics.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.rate.DutyRate;

/** Each limit of what is read: what lies on it is read, and one more is a problem. */
class LimitsEdgeTest {

  private static CsvFile csv(String text) {
    return CsvFile.readByPlace("a.csv", new StringReader(text));
  }

  private static String wrong(CsvFile file) {
    return file.problems().toString();
  }

  /** So many characters, none of which is held in memory. */
  private static Reader characters(long count) {
    return new Reader() {
      private long left = count;

      @Override
      public int read(char[] buffer, int offset, int length) {
        if (left == 0) {
          return -1;
        }
        int some = (int) Math.min(left, length);
        for (int i = 0; i < some; i++) {
          buffer[offset + i] = 'x';
        }
        left -= some;
        return some;
      }

      @Override
      public void close() {}
    };
  }

  private static long read(Reader in) throws IOException {
    char[] buffer = new char[1 << 16];
    long all = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      all += count;
    }
    return all;
  }

  @Test
  void a_file_is_read_whole_to_its_last_character() throws IOException {
    try (BoundedText whole = new BoundedText(characters(Limits.FILE_CHARACTERS))) {
      assertEquals(Limits.FILE_CHARACTERS, read(whole));
      assertFalse(whole.failed());
    }
    try (BoundedText longer = new BoundedText(characters(Limits.FILE_CHARACTERS + 1))) {
      IOException refused = assertThrows(IOException.class, () -> read(longer));
      assertTrue(BoundedText.fault(refused).orElseThrow().contains("longer than"));
      assertTrue(longer.failed());
    }
  }

  @Test
  void a_table_has_five_million_cells() {
    String row = ",".repeat(9_999) + "1\n";
    String label = "x" + row;
    assertEquals("[]", wrong(csv(label + row.repeat(500))));
    CsvFile more = csv(label + row.repeat(500) + "1\n");
    assertEquals(500, more.rows().size());
    assertTrue(wrong(more).contains("more than 5000000 cells"), wrong(more));
  }

  @Test
  void a_row_has_as_many_cells_as_a_spreadsheet() {
    String most = "x" + ",".repeat(Limits.ROW_CELLS - 1) + "\n";
    assertEquals("[]", wrong(csv(most + most)));
    assertTrue(wrong(csv(most + "," + most)).contains("not a CSV file from here on"));
  }

  @Test
  void a_cell_has_a_million_characters() {
    String most = "x".repeat(Limits.CELL_CHARACTERS);
    assertEquals("[]", wrong(csv("code\n" + most + "\n")));
    assertEquals(most, csv("code\n" + most + "\n").rows().get(0).cell(0));
    assertTrue(wrong(csv("code\nx" + most + "\n")).contains("not a CSV file from here on"));
  }

  @Test
  void a_line_of_fixed_width_has_ten_thousand_characters() throws IOException {
    FixedWidth two = new FixedWidth(List.of(new RowSource.Field("a", 1, 2)));
    String most = "ab" + "x".repeat(Limits.LINE_CHARACTERS - 2);
    List<Problem> problems = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    two.read(
        "f",
        new StringReader(most + "\n" + most + "x\ncd\n"),
        problems::add,
        (line, cells) -> rows.add(cells));
    assertEquals(List.of(List.of("a"), List.of("ab"), List.of("cd")), rows);
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).toString().contains("line 2"), problems::toString);
  }

  @Test
  void a_number_has_forty_digits() {
    String most = "1".repeat(39) + ".5";
    assertEquals(new BigDecimal(most), PlainNumber.parse("x", most));
    assertEquals(new BigDecimal("-" + most), PlainNumber.parse("x", "-" + most));
    for (String more : List.of("1" + most, most + "0", "0" + most, "1e1", "1E1", "1.5.", "")) {
      assertTrue(PlainNumber.read(more).isEmpty(), more);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e30", "1E-30", "-2.5e30"})
  void a_reported_number_has_a_power_of_ten_of_thirty(String text) {
    Row row = csv("v\n" + text + "\n").rows().get(0);
    assertEquals(0, new BigDecimal(text).compareTo(row.number("v").value().orElseThrow()));
    String more = text.replace("30", "31");
    Row beyond = csv("v\n" + more + "\n").rows().get(0);
    assertEquals(ReportedNumber.UNREADABLE, beyond.number("v"));
    assertEquals(1, beyond.problems().size(), more);
  }

  @Test
  void thirty_two_rates_stand_within_one_another() {
    for (String outer : List.of("max(1%,", "(", "1% + (")) {
      assertFalse(nested(outer, 32) instanceof DutyRate.Unsupported, outer);
      assertTrue(nested(outer, 33) instanceof DutyRate.Unsupported, outer);
    }
  }

  /** So many rates, of which each is within the one before. */
  private static DutyRate nested(String outer, int rates) {
    return DutyRate.parse(outer.repeat(rates - 1) + "2%" + ")".repeat(rates - 1));
  }

  @Test
  void a_problem_names_two_hundred_characters_and_says_five_hundred() {
    Problem full =
        Problem.error(Place.ofFile("f".repeat(200)), "c".repeat(200), "", "m".repeat(500));
    assertTrue(full.toString().contains("f".repeat(200)));
    assertEquals("c".repeat(200), full.column());
    assertEquals("m".repeat(500), full.message());
    Problem over = Problem.error(Place.ofFile("f"), "c".repeat(201), "", "m".repeat(501));
    assertEquals("c".repeat(200) + "…", over.column());
    assertEquals("m".repeat(500) + "…", over.message());
  }

  @Test
  void links_are_followed_four_deep() {
    StringBuilder objects = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      objects
          .append(i == 1 ? "" : ",")
          .append("{\"type\":\"t\",\"id\":\"" + i + "\",\"attributes\":{\"n\":\"" + i + "\"},")
          .append(
              "\"relationships\":{\"next\":{\"data\":{\"type\":\"t\",\"id\":\""
                  + (i + 1)
                  + "\"}}}}");
    }
    JsonTree document =
        JsonTree.read("d", new StringReader("{\"included\":[" + objects + "]}")).orThrow();
    JsonTree at = new JsonLinks(document).resolved(document.get("included").items().get(0));
    for (int i = 2; i <= 5; i++) {
      at = at.get("next");
      assertEquals(String.valueOf(i), at.text("n"));
    }
    assertTrue(at.get("next").isAbsent());
  }
}
