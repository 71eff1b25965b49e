package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.ProductList;

/**
 * The bundled lists beside those that two other projects keep, statistical line by statistical line
 * of the schedule of a day. The rows of {@code us-witness-lists.csv} say how many lines are in
 * both, in ours alone and in theirs alone, and whom the law's words bear out where they differ. A
 * list that changes changes its counts, and is looked at again.
 */
class UsWitnessListsTest {

  private static final Path TABLE = Path.of("src/test/resources/us-witness-lists.csv");

  /** One comparison: lists of ours whose names begin so, and the rows of a file of theirs. */
  private record Comparison(Row row) {

    private LocalDate day() {
      return LocalDate.parse(row.required("day"));
    }

    private String counts() throws IOException {
      TreeSet<String> ours = ours();
      TreeSet<String> theirs = theirs();
      TreeSet<String> both = new TreeSet<>(ours);
      both.retainAll(theirs);
      return both.size() + "," + (ours.size() - both.size()) + "," + (theirs.size() - both.size());
    }

    private TreeSet<String> ours() {
      List<ProductList> lists =
          UsLists.all().stream()
              .filter(
                  list ->
                      List.of(row.required("lists").split(" \\+ ", -1)).stream()
                          .anyMatch(name -> list.name().startsWith(name)))
              .toList();
      assertFalse(lists.isEmpty(), row.required("lists"));
      TreeSet<String> held = new TreeSet<>();
      for (HsCode line : lines(day())) {
        if (lists.stream().anyMatch(list -> !list.entries(line, day()).isEmpty())) {
          held.add(line.digits());
        }
      }
      return held;
    }

    private TreeSet<String> theirs() throws IOException {
      Set<String> codes = codes();
      TreeSet<String> held = new TreeSet<>();
      for (HsCode line : lines(day())) {
        String digits = line.digits();
        for (int length = 4; length <= digits.length(); length += 2) {
          if (codes.contains(digits.substring(0, length))) {
            held.add(digits);
          }
        }
      }
      return held;
    }

    /** The codes of a file: of all rows, or of those that have a word in one of their cells. */
    private Set<String> codes() throws IOException {
      Path file = SharedFiles.require("facts/witness/" + row.required("file"));
      Set<String> words = Set.of(row.cell("rows").split(" ", -1));
      Set<String> codes = new HashSet<>();
      for (String text : text(file).split("\n", -1)) {
        List<String> cells = List.of(text.replace("\"", "").strip().split(",", -1));
        String code = cells.get(0).replace(".", "").strip();
        boolean chosen =
            row.cell("rows").isEmpty() || cells.stream().skip(1).anyMatch(words::contains);
        if (chosen && code.matches("[0-9]{4,10}")) {
          String even = code.length() % 2 == 1 ? "0" + code : code;
          codes.add(even);
          if (even.length() == 10 && even.endsWith("00")) {
            codes.add(even.substring(0, 8));
          }
        }
      }
      return codes;
    }

    private static String text(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static final Map<LocalDate, List<HsCode>> LINES = new HashMap<>();

  /** The statistical lines of chapters 1 to 97 on a day. */
  private static List<HsCode> lines(LocalDate day) {
    return LINES.computeIfAbsent(
        day,
        d ->
            UsTariffs.schedule(Facts.VERIFIED_ONLY).lines(d, Knowledge.now()).stream()
                .filter(line -> !line.chapter().equals("98"))
                .toList());
  }

  private static List<Comparison> comparisons() throws IOException {
    try (Reader in = new InputStreamReader(Files.newInputStream(TABLE), StandardCharsets.UTF_8)) {
      CsvFile file =
          CsvFile.read(
              "us-witness-lists.csv",
              in,
              List.of("lists", "day", "file", "both", "ours", "theirs", "judged"),
              List.of());
      assertEquals(List.of(), file.problems());
      return file.rows().stream().map(Comparison::new).toList();
    }
  }

  @Test
  void lists_differ_from_those_of_others_as_was_judged() throws IOException {
    Map<String, String> judged = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (Comparison each : comparisons()) {
      Row row = each.row();
      String name = row.required("lists") + " " + row.required("file") + " " + row.cell("rows");
      String counts = row.cell("both") + "," + row.cell("ours") + "," + row.cell("theirs");
      judged.put(name, counts);
      found.put(name, each.counts());
      boolean differs = !counts.endsWith(",0,0");
      assertTrue(!differs || !row.cell("judged").isBlank(), name + " differs without a judgement");
    }
    assertEquals(text(judged), text(found));
  }

  private static String text(Map<String, String> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach((name, count) -> text.append('\n').append(name).append(" = ").append(count));
    return text.toString();
  }
}
