package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * The bundled book beside what others keep, where that lies beside the project: the codes that were
 * compiled from the notes one by one, and a sample of duties from the engine of another project.
 */
class UsWitnessTest {

  // --- every code that was compiled -------------------------------------------------------------

  /**
   * Every code of every compiled list is in a measure of the book that is in force on the day:
   * 35,496 rows over all files. 16 September 2025 lacked a charging layer on 10,225 lines before.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-15",
        "2025-09-16",
        "2025-12-01",
        "2026-03-15",
        "2026-07-01",
        "2026-11-01"
      })
  void no_code_of_a_list_is_without_a_measure(LocalDate day) throws IOException {
    Path folder = SharedFiles.require("facts/law/scopes");
    List<TariffMeasure> law = UsTariffs.book().on(day).ownMeasures();
    Map<String, List<TariffMeasure>> byChapter = new TreeMap<>();
    for (TariffMeasure each : law) {
      for (String digits : each.products().includedDigits()) {
        byChapter.computeIfAbsent(digits.substring(0, 2), c -> new ArrayList<>()).add(each);
      }
    }
    byChapter.replaceAll((chapter, some) -> some.stream().distinct().toList());
    List<String> missing = new ArrayList<>();
    int rows = 0;
    for (Row row : rows(folder)) {
      String heading = row.cell("heading");
      if (holds(row, day) && !heading.equals("9903.55.01")) {
        rows++;
        HsCode code = HsCode.of(row.cell("code"));
        boolean found =
            byChapter.getOrDefault(code.digits().substring(0, 2), List.of()).stream()
                .filter(m -> heading.equals("none") || m.source().citation().contains(place(row)))
                .anyMatch(m -> m.products().contains(code) || m.products().splits(code));
        if (!found) {
          missing.add(heading + " " + code);
        }
      }
    }
    assertTrue(rows > 11_000, rows + " rows");
    assertEquals(List.of(), missing);
  }

  /** The place in the notes by which a row and the measures for it are known: as both cite it. */
  private static String place(Row row) {
    return row.cell("source").split(";", -1)[0];
  }

  private static List<Row> rows(Path folder) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        CsvFile.read(
                CsvFile.name(file),
                CsvFile.open(file),
                List.of("heading", "code", "from", "until", "source"),
                List.of())
            .each(ProblemLog.create(), rows::add);
      }
    }
    return rows;
  }

  private static boolean holds(Row row, LocalDate day) {
    return row.days().contains(day);
  }

  // --- a sample of another engine ---------------------------------------------------------------

  /**
   * Declared as that engine takes goods to be: metal all through, none of what the lists restrict
   * by words.
   */
  private static final String GOODS =
      "age=0; donation=no; informational material=no; transshipped=no; smelted:RU=no;"
          + " metal origin=KZ; metal weight share=1; knock-down kit=no; approved US content=no;"
          + " content:US=0; exempt use=no; chip use=none; contract=2026-11-01; civil aircraft=no;"
          + " vehicle part=no; truck part=no; part for UK vehicle=no; kitchen cabinet=no; drone=no;"
          + " advanced chip=no; pharmaceutical use=no; patented medicine=no; religious use=no;"
          + " generic=no; energy=no; potash=no; exclusion=none; ship-to-shore crane=no;"
          + " solar module=yes; quota:UK autos=in; quota:solar cells=out;"
          + " intermodal chassis=no; list confirmed:9903.06.06=no; product of the EU=no;"
          + " product of the United Kingdom=no; product of Norway=no; product of New Zealand=no";

  /** Electric trucks are light ones, and what stands among the lines of trucks is a truck. */
  private static String vehicle(String line) {
    return line.matches("870[46][69].*|87041.*|8705.*|8706.*|8709.*")
        ? "; vehicle=light truck"
        : "";
  }

  private static final List<String> METALS =
      List.of(
          "content:steel=1; content:aluminium=0; content:copper=0",
          "content:steel=0; content:aluminium=1; content:copper=0",
          "content:steel=0; content:aluminium=0; content:copper=1");

  private static final List<String> PARTS =
      List.of("s232", "s301", "recip", "fent", "s122", "s201", "s301fl", "s301br");

  /** A kind of difference that was looked at, with the side that the law's words bear out. */
  private record Explained(Row row) {

    private boolean covers(Row cell, String difference) {
      return cell.cell("hts10").startsWith(row.cell("line"))
          && (row.cell("origin").isEmpty() || row.cell("origin").equals(cell.cell("origin")))
          && (row.cell("from").isEmpty() || cell.cell("date").compareTo(row.cell("from")) >= 0)
          && difference.contains(row.cell("difference"));
    }

    private String name() {
      return row.required("name");
    }
  }

  /**
   * A sample of 1,963 cells: where every part of the duty is the same under one of three metals,
   * nothing is left to say. Each other cell has a name in {@code us-oracle.csv}, which says what
   * that engine takes for what; a name that explains nothing fails.
   */
  @Test
  void cells_of_another_engine_are_the_same_or_explained_by_name() throws IOException {
    Path sample = SharedFiles.require("facts/witness/oracle/yale_sample.csv");
    List<Row> cells =
        CsvFile.read(CsvFile.name(sample), CsvFile.open(sample), List.of("hts10"), List.of())
            .rows();
    List<Explained> reasons = reasons();
    TariffBook book = withBases(cells);
    Map<String, Integer> counts = new TreeMap<>();
    List<String> unexplained = new ArrayList<>();
    for (Row cell : cells) {
      Optional<String> difference = difference(book, cell);
      if (difference.isEmpty()) {
        counts.merge("same", 1, Integer::sum);
      } else {
        Optional<Explained> why =
            reasons.stream().filter(each -> each.covers(cell, difference.get())).findFirst();
        why.ifPresent(each -> counts.merge(each.name(), 1, Integer::sum));
        if (why.isEmpty()) {
          unexplained.add(
              "\n"
                  + cell.cell("hts10")
                  + " "
                  + cell.cell("origin")
                  + " "
                  + cell.cell("date")
                  + " "
                  + difference.get());
        }
      }
    }
    System.out.println(counts);
    assertEquals(List.of(), unexplained);
    assertTrue(counts.get("same") >= 1_790, counts.toString());
    reasons.forEach(each -> assertTrue(counts.containsKey(each.name()), each.name()));
  }

  private static List<Explained> reasons() throws IOException {
    Path table = Path.of("src/test/resources/us-oracle.csv");
    CsvFile file =
        CsvFile.read(
            CsvFile.name(table),
            CsvFile.open(table),
            List.of("name", "line", "origin", "from", "difference", "judged"),
            List.of());
    assertEquals(List.of(), file.problems());
    file.rows().forEach(row -> row.required("judged"));
    return file.rows().stream().map(Explained::new).toList();
  }

  /** The book with the ordinary duty of each cell, as that engine has it, in place of its own. */
  private static TariffBook withBases(List<Row> cells) {
    TariffBook book = UsTariffs.book();
    List<TariffMeasure> bases = new ArrayList<>();
    for (Row cell : cells) {
      Optional<Country> origin = country(cell.cell("origin"));
      if (origin.isPresent()) {
        LocalDate day = LocalDate.parse(cell.cell("date"));
        boolean column2 = Set.of("RU", "BY", "CU", "KP").contains(cell.cell("origin"));
        String rate = new BigDecimal(cell.cell("base")).movePointRight(2).toPlainString() + "%";
        bases.add(
            TariffMeasure.of(
                    column2 ? "Column 2" : "MFN",
                    Rule.BASE,
                    cell.cell("hts10"),
                    cell.cell("origin"),
                    rate)
                .withDays(LocalDateRange.of(day, day.plusDays(1)))
                .withId("base " + bases.size()));
      }
    }
    return book.withoutSources().withAll(bases);
  }

  /** How a cell differs under each metal; empty where under one of them it does not. */
  private static Optional<String> difference(TariffBook book, Row cell) {
    Optional<Country> origin = country(cell.cell("origin"));
    if (origin.isEmpty()) {
      return Optional.of("no code " + cell.cell("origin"));
    }
    TreeSet<String> differences = new TreeSet<>();
    for (String metal : METALS) {
      String day = cell.cell("date");
      Assessment assessment =
          book.on(day)
              .stack(
                  HsCode.of(cell.cell("hts10")),
                  origin.get(),
                  DeclaredFacts.parse(
                      GOODS + "; loaded=" + day + "; " + metal + vehicle(cell.cell("hts10"))))
              .assess(Money.parse("USD 100000"));
      if (assessment.outcome() != Outcome.ASSESSED) {
        differences.add(
            assessment.outcome()
                + " by "
                + assessment.stack().decidedBy().stream().map(DecidingFact::name).toList());
        continue;
      }
      List<String> parts = parts(assessment, cell);
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      differences.add(String.join(", ", parts));
    }
    return Optional.of(String.join(" | ", differences));
  }

  private static List<String> parts(Assessment assessment, Row cell) {
    Map<String, BigDecimal> ours = new TreeMap<>();
    for (DutyLine each : assessment.lines()) {
      ours.merge(
          part(each.layer().measure().programme()),
          each.amount().getAmount().movePointLeft(5),
          BigDecimal::add);
    }
    List<String> different = new ArrayList<>();
    for (String part : PARTS) {
      BigDecimal theirs = new BigDecimal("0" + cell.cell(part));
      BigDecimal our = ours.getOrDefault(part, BigDecimal.ZERO);
      if (theirs.subtract(our).abs().compareTo(new BigDecimal("0.0006")) > 0) {
        different.add(
            part
                + " "
                + our.stripTrailingZeros().toPlainString()
                + " not "
                + theirs.stripTrailingZeros().toPlainString());
      }
    }
    return different;
  }

  private static Optional<Country> country(String code) {
    try {
      return Optional.of(Country.of(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String part(String programme) {
    if (programme.startsWith("S232")) {
      return "s232";
    }
    if (programme.startsWith("S201")) {
      return "s201";
    }
    return switch (programme) {
      case "S301 China", "S301 China port equipment" -> "s301";
      case "S301 forced labor" -> "s301fl";
      case "S301 Brazil" -> "s301br";
      case "S122" -> "s122";
      case "IEEPA reciprocal", "IEEPA Brazil", "IEEPA India" -> "recip";
      case "IEEPA China", "IEEPA Canada", "IEEPA Mexico" -> "fent";
      default -> "base";
    };
  }
}
