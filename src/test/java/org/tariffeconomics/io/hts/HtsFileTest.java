package org.tariffeconomics.io.hts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.ScheduleLine;
import org.tariffeconomics.schedule.TariffSchedule;

/** Small files in the shape of a release, sound and damaged. All rows are made for the test. */
class HtsFileTest {

  private static final String HEADER =
      "HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,"
          + "Column 2 Rate of Duty,Quota Quantity,Additional Duties\n";

  private static Reading<TariffSchedule> read(String content) {
    return HtsFile.read("made", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static Reading<TariffSchedule> repair(String content) {
    return HtsFile.repair(
        "made", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static String json(String code, int indent, String general) {
    return "{\"htsno\":\""
        + code
        + "\",\"indent\":\""
        + indent
        + "\",\"description\":\"goods\",\"superior\":null,\"units\":[\"kg\"],\"general\":\""
        + general
        + "\",\"special\":\"\",\"other\":\"20%\",\"footnotes\":[],\"quotaQuantity\":null,"
        + "\"additionalDuties\":null,\"addiitionalDuties\":null}";
  }

  private static ScheduleLine line(TariffSchedule schedule, String code) {
    return schedule.line(HsCode.of(code)).orElseThrow();
  }

  private static String general(TariffSchedule schedule, String code) {
    return line(schedule, code).general().orElseThrow().text();
  }

  private static String only(List<Problem> problems) {
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0).toString();
  }

  @Test
  void json_and_csv_of_the_same_rows_make_the_same_schedule() {
    TariffSchedule json =
        read("[" + json("0101.30.00", 1, "6.8%") + "," + json("0101.30.00.10", 2, "") + "]")
            .orThrow();
    TariffSchedule csv =
        read("\uFEFF"
                + HEADER
                + "\"0101.30.00\",\"1\",\"goods\",\"[\"\"kg\"\"]\",\"6.8%\",\"\",\"20%\",\"\",\"\"\n"
                + "\"0101.30.00.10\",\"2\",\"goods\",\"[\"\"kg\"\"]\",\"\",\"\",\"20%\",\"\",\"\"\n")
            .orThrow();
    for (TariffSchedule each : List.of(json, csv)) {
      assertEquals("6.8%", general(each, "0101.30.00.10"));
      assertEquals(List.of("kg"), line(each, "0101.30.00.10").units());
      assertEquals(1, each.declarable().size());
    }
  }

  @Test
  void a_compressed_file_is_recognised_by_its_content() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(("[" + json("0101.30.00", 1, "6.8%") + "]").getBytes(StandardCharsets.UTF_8));
    }
    Reading<TariffSchedule> reading =
        HtsFile.read("made", new ByteArrayInputStream(bytes.toByteArray()));
    assertEquals("6.8%", general(reading.orThrow(), "0101.30.00"));
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
    Reading<TariffSchedule> broken = HtsFile.read("made", new ByteArrayInputStream(cut));
    assertTrue(broken.problems().get(0).message().contains("ends too early"), broken::toString);
  }

  @Test
  void json_that_breaks_off_keeps_the_rows_before_the_cut_and_names_the_row() {
    String row = json("0101.30.00", 1, "6.8%");
    Reading<TariffSchedule> reading = read("[" + row + "," + row.substring(0, 60));
    assertEquals("6.8%", general(reading.value(), "0101.30.00"));
    assertEquals(2, reading.problems(Severity.ERROR).get(0).line());
    assertTrue(only(reading.problems(Severity.ERROR)).contains("damaged or cut off in this row"));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, reading::orThrow);
    assertTrue(refused.getMessage().contains("made line 2"), refused::getMessage);
  }

  @Test
  void json_that_is_no_list_of_rows_is_refused() {
    assertTrue(
        only(read("{\"error\":\"no\"}").problems(Severity.ERROR)).contains("a JSON list of rows"));
    assertTrue(only(read("[{\"a\":1}]").problems(Severity.ERROR)).contains("no key 'htsno'"));
    assertTrue(only(read("[]").problems(Severity.ERROR)).contains("no rows"));
    assertTrue(only(read("").problems(Severity.ERROR)).contains("no header line"));
    assertTrue(only(read("[]x").problems(Severity.ERROR)).contains("damaged or cut off"));
  }

  @Test
  void a_key_that_is_not_known_is_passed_by_and_noted_once() {
    String row =
        json("0101.30.00", 1, "6.8%").replace("\"units\"", "\"new\":{\"a\":[1]},\"units\"");
    Reading<TariffSchedule> reading =
        read("[" + row + "," + row.replace("0101.30", "0101.90") + "]");
    assertEquals(2, reading.orThrow().lines().size());
    assertTrue(
        only(reading.problems(Severity.NOTE)).contains("line 1, new: a key that"),
        reading.problems()::toString);
  }

  /** Which of the two is meant is not known, whatever the row says besides. */
  @Test
  void a_row_that_says_a_key_twice_is_not_understood() {
    String row =
        json("0101.30.00", 1, "6.8%").replace("\"general\"", "\"general\":\"Free\",\"general\"");
    Reading<TariffSchedule> reading = read("[" + row + "," + json("0101.90.00", 1, "6.8%") + "]");
    assertTrue(
        only(reading.problems(Severity.ERROR)).contains("line 1, general: a key stands twice"),
        reading.problems()::toString);
    assertTrue(
        line(reading.value(), "0101.30.00").general().orElseThrow().rate()
            instanceof DutyRate.Unsupported);
    assertEquals("6.8%", general(reading.value(), "0101.90.00"));
  }

  @Test
  void null_blank_and_a_line_break_are_all_blank_and_inherit() {
    for (String blank : List.of("null", "\"\"", "\" \"", "\"\\n\"", "\"\u00a0\"")) {
      String row = json("0101.30.00.10", 2, "X").replace("\"X\"", blank);
      TariffSchedule schedule =
          read("[" + json("0101.30.00", 1, "6.8%") + "," + row + "]").orThrow();
      assertEquals("6.8%", general(schedule, "0101.30.00.10"), blank);
    }
  }

  @Test
  void numbers_are_read_as_texts_but_a_code_that_is_a_number_is_a_problem() {
    String row = json("0101.30.00", 1, "6.8%").replace("\"1\"", "1");
    assertEquals(1, read("[" + row + "]").orThrow().lines().size());
    Reading<TariffSchedule> reading = read("[" + row.replace("\"0101.30.00\"", "1013000") + "]");
    assertTrue(reading.problems(Severity.ERROR).get(0).message().contains("loses its zeros"));
  }

  @Test
  void an_indent_with_a_leading_zero_is_repaired_and_one_that_is_no_number_makes_the_row_unknown() {
    Reading<TariffSchedule> reading =
        read("[" + json("9817.00.92", 1, "Free").replace("\"1\"", "\"03\"") + "]");
    assertEquals(3, reading.orThrow().rows().get(0).indent());
    assertTrue(only(reading.problems(Severity.REPAIR)).contains("indent '03': read as 3"));
    Reading<TariffSchedule> bad =
        read(
            "["
                + json("0101.30.00", 1, "1%")
                + ","
                + json("0101.40.00", 1, "2%").replace("\"1\"", "\"one\"")
                + ","
                + json("0101.40.00.10", 2, "")
                + "]");
    assertTrue(only(bad.problems(Severity.ERROR)).contains("indent 'one': must be a number"));
    // the statistical row must not take the rate of 0101.30.00, now the nearest above it
    assertTrue(isUnknown(line(bad.value(), "0101.40.00.10")));
    assertTrue(isUnknown(line(bad.value(), "0101.40.00")));
  }

  @Test
  void a_header_without_a_column_is_refused_and_the_column_named() {
    Reading<TariffSchedule> reading =
        read(HEADER.replace(",General Rate of Duty", ",MFN") + "0101,0,x,,,,,,\n");
    assertTrue(only(reading.problems(Severity.ERROR)).contains("General Rate of Duty"));
    assertTrue(only(reading.problems(Severity.ERROR)).contains("the column is missing"));
    assertTrue(reading.value().rows().isEmpty());
  }

  @Test
  void text_that_is_not_utf_8_is_refused() {
    String row = "0201.20.50,1,veal,,4.4¢/kg,,13.2¢/kg,,\n";
    byte[] latin = (HEADER + row).getBytes(StandardCharsets.ISO_8859_1);
    Reading<TariffSchedule> csv = HtsFile.read("made", new ByteArrayInputStream(latin));
    assertTrue(
        csv.problems(Severity.ERROR).get(0).message().contains("not UTF-8"),
        csv.problems()::toString);
    byte[] json =
        ("[" + json("0201.20.50", 1, "4.4¢/kg") + "]").getBytes(StandardCharsets.ISO_8859_1);
    Reading<TariffSchedule> reading = HtsFile.read("made", new ByteArrayInputStream(json));
    assertTrue(
        reading.problems(Severity.ERROR).get(0).message().contains("UTF-8"),
        reading.problems()::toString);
  }

  @Test
  void lost_zeros_are_found_and_restored_only_when_asked() {
    String rows =
        "101,0,x,,,,,,\n101.21.00,1,x,,Free,,Free,,\n1003.9,1,x,,,,,,\n1003.90.2,2,x,,1%,,2%,,\n";
    Reading<TariffSchedule> reading = read(HEADER + rows);
    assertTrue(
        reading
            .problems(Severity.ERROR)
            .get(0)
            .message()
            .contains("codes have lost zeros, in rows (4"));
    assertThrows(IllegalArgumentException.class, reading::orThrow);
    Reading<TariffSchedule> repaired = repair(HEADER + rows);
    assertEquals("Free", general(repaired.orThrow(), "0101.21.00"));
    assertEquals("1%", general(repaired.orThrow(), "1003.90.20"));
    assertEquals(4, repaired.problems(Severity.REPAIR).size());
    assertEquals(
        "made line 2, code '101': zeros were lost: read as 0101",
        repaired.problems(Severity.REPAIR).get(0).toString());
  }

  @Test
  void rates_filled_down_are_found_and_taken_out_only_when_asked() {
    String rows =
        "0101,0,x,,,,,,\n"
            + "0101.29.00,1,x,,6.80%,\"Free (KR)\",20%,,\n"
            + "0101.29.00.10,2,x,,6.80%,,,,\n"
            + "0101.29.00.90,2,x,,6.80%,,,,\n"
            + "0102,0,x,,6.80%,,,,\n";
    Reading<TariffSchedule> reading = read(HEADER + rows);
    assertTrue(
        reading.problems(Severity.ERROR).get(1).message().contains("filled down into rows (3"));
    assertTrue(
        reading.problems(Severity.ERROR).get(0).message().contains("reformatted in rows (4"));
    Reading<TariffSchedule> repaired = repair(HEADER + rows);
    ScheduleLine line = line(repaired.orThrow(), "0101.29.00.90");
    assertEquals("6.8%", line.general().orElseThrow().text());
    assertEquals("Free (KR)", line.special().orElseThrow().text());
    assertEquals(4, repaired.problems(Severity.REPAIR).size(), repaired.problems()::toString);
  }

  @Test
  void of_a_line_that_stands_twice_and_differently_no_rate_is_known() {
    Reading<TariffSchedule> reading =
        read("[" + json("0101.30.00", 1, "6.8%") + "," + json("0101.30.00", 1, "9%") + "]");
    assertTrue(only(reading.problems(Severity.ERROR)).contains("appears twice"));
    assertTrue(isUnknown(line(reading.value(), "0101.30.00")));
    String same = "[" + json("0101.30.00", 1, "6.8%") + "," + json("0101.30.00", 1, "6.8%") + "]";
    assertEquals("6.8%", general(read(same).value(), "0101.30.00"));
  }

  private static boolean isUnknown(ScheduleLine line) {
    return line.general().orElseThrow().rate() instanceof DutyRate.Unsupported;
  }

  /** A part of a line with its own rate that is not read leaves the line's rate open. */
  @Test
  void a_part_that_is_no_code_leaves_the_line_above_open() {
    Reading<TariffSchedule> reading =
        read("[" + json("0101.30.00", 1, "6.8%") + "," + json("0101.30.OO.10", 2, "9%") + "]");
    assertTrue(isUnknown(line(reading.value(), "0101.30.00")));
    Reading<TariffSchedule> bare =
        read("[" + json("0101.30.00", 1, "6.8%") + "," + json("0101.30.OO.10", 2, "") + "]");
    assertEquals("6.8%", general(bare.value(), "0101.30.00"));
  }

  @Test
  void oddities_of_a_sound_file_are_remarks() {
    Reading<TariffSchedule> reading =
        read(
            "["
                + json("0101.30.00", 1, "a bob")
                + ","
                + json("0101.40.00", 4, "1%").replace("[\"kg\"]", "[\"firkin\"]")
                + "]");
    reading.orThrow();
    String remarks = reading.problems(Severity.NOTE).toString();
    assertEquals(3, reading.problems(Severity.NOTE).size(), remarks);
    assertTrue(remarks.contains("general 'a bob'"), remarks);
    assertTrue(remarks.contains("units 'firkin': a unit that is not known"), remarks);
    assertTrue(remarks.contains("more than one step below"), remarks);
  }

  @Test
  void rows_of_another_width_are_problems_and_units_that_are_no_list_are_taken_as_they_are() {
    Reading<TariffSchedule> reading =
        read(HEADER + "0101.30.00,1\n0101.40.00,1,x,kg,1%,,2%,,\n0101.50.00,1,x,,2%,,2%,,,more\n");
    assertEquals(3, reading.problems(Severity.ERROR).size());
    assertEquals(3, reading.value().lines().size());
    assertEquals(List.of("kg"), line(reading.value(), "0101.40.00").units());
    assertTrue(isUnknown(line(reading.value(), "0101.30.00")));
    assertTrue(isUnknown(line(reading.value(), "0101.50.00")), "its cells may be shifted");
  }
}
