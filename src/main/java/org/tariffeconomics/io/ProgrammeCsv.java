package org.tariffeconomics.io;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvRow;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.Programme.Choice;
import org.tariffeconomics.tariff.Programme.Yield;
import org.tariffeconomics.tariff.TariffBook;
import org.threeten.extra.LocalDateRange;

/**
 * Reads and writes the layers of a tariff as two CSV files.
 *
 * <p>Programmes: {@code name} (required, unique), {@code authority} (the law, may be blank), {@code
 * choice} (a {@link Choice}; blank is {@code MOST_SPECIFIC}).
 *
 * <p>Yields: {@code programme} and {@code yields_to} (required; both must be named in the file of
 * programmes), {@code from} and {@code until} (half-open, blank is no bound), {@code known_from}
 * (blank is ever since). A row that would make programmes yield to each other in a circle is a
 * problem and left out.
 */
public final class ProgrammeCsv {

  private static final List<String> PROGRAMME_COLUMNS = List.of("name", "authority", "choice");
  private static final List<String> YIELD_COLUMNS =
      List.of("programme", "yields_to", "from", "until", "known_from");

  private final Map<String, Programme> programmes = new LinkedHashMap<>();
  private final List<CsvProblem> problems = new ArrayList<>();

  /** Programmes of which there are measures but no description. */
  private final Set<String> alsoKnown;

  private ProgrammeCsv(Set<String> alsoKnown) {
    this.alsoKnown = Set.copyOf(alsoKnown);
  }

  /**
   * Reads both files in UTF-8.
   *
   * @param programmes the file of programmes
   * @param yields the file of yields
   * @return the programmes, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when a file cannot be read
   */
  public static ProgrammeReading read(Path programmes, Path yields) {
    return read(
        CsvFile.name(programmes),
        CsvFile.open(programmes),
        CsvFile.name(yields),
        CsvFile.open(yields));
  }

  /**
   * Reads two texts.
   *
   * @param programmesName what problems call the programmes
   * @param programmes the programmes; read to the end and closed
   * @param yieldsName what problems call the yields
   * @param yields the yields; read to the end and closed
   * @return the programmes, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when one cannot be read
   */
  public static ProgrammeReading read(
      String programmesName, Reader programmes, String yieldsName, Reader yields) {
    return read(programmesName, programmes, yieldsName, yields, Set.of());
  }

  /** The same, where programmes may also yield to some that are not described. */
  static ProgrammeReading read(
      String programmesName,
      Reader programmes,
      String yieldsName,
      Reader yields,
      Set<String> alsoKnown) {
    ProgrammeCsv reader = new ProgrammeCsv(alsoKnown);
    Set<String> columns = new LinkedHashSet<>(PROGRAMME_COLUMNS);
    CsvFile described = CsvFile.read(programmesName, programmes, Set.of("name"), columns);
    reader.problems.addAll(described.problems());
    described.rows().forEach(reader::addProgramme);
    Set<String> required = new LinkedHashSet<>(List.of("programme", "yields_to"));
    CsvFile order = CsvFile.read(yieldsName, yields, required, new LinkedHashSet<>(YIELD_COLUMNS));
    reader.problems.addAll(order.problems());
    reader.addYields(order.rows());
    return new ProgrammeReading(List.copyOf(reader.programmes.values()), reader.problems);
  }

  private void addProgramme(CsvRow row) {
    String name = row.required("name");
    Choice choice = row.parsedIfPresent("choice", ProgrammeCsv::choice);
    if (programmes.containsKey(name)) {
      row.addProblem("name", "the programme stands already above");
    }
    problems.addAll(row.problems());
    if (row.problems().isEmpty()) {
      String authority = row.optional("authority").orElse("");
      Choice how = choice == null ? Choice.MOST_SPECIFIC : choice;
      programmes.put(name, Programme.of(name).under(authority).choosing(how));
    }
  }

  private static Choice choice(String text) {
    return Arrays.stream(Choice.values())
        .filter(c -> c.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("must be one of " + List.of(Choice.values())));
  }

  /** Adds all yields at once and looks for circles once; only where there is one, row by row. */
  private void addYields(List<CsvRow> rows) {
    Map<String, Programme> before = new LinkedHashMap<>(programmes);
    rows.forEach(row -> addYield(row, false));
    if (circle(programmes.values()).isEmpty()) {
      rows.forEach(row -> problems.addAll(row.problems()));
      return;
    }
    programmes.putAll(before);
    for (CsvRow row : rows) {
      if (row.problems().isEmpty()) {
        addYield(row, true);
      }
      problems.addAll(row.problems());
    }
  }

  private void addYield(CsvRow row, boolean refusingCircles) {
    String name = row.required("programme");
    String to = row.required("yields_to");
    LocalDateRange when = row.days();
    LocalDate knownFrom = row.day("known_from");
    if (!row.isBlank("programme") && !programmes.containsKey(name)) {
      row.addProblem("programme", "no such programme");
    }
    if (!row.isBlank("yields_to") && !programmes.containsKey(to) && !alsoKnown.contains(to)) {
      row.addProblem("yields_to", "no such programme");
    }
    Programme programme = programmes.get(name);
    if (programme != null && name.equals(to)) {
      row.addProblem("yields_to", "a programme cannot yield to itself");
    }
    if (programme == null || !row.problems().isEmpty()) {
      return;
    }
    Programme more =
        programme.yieldingTo(new Yield(to, Validity.during(when).withKnownFrom(knownFrom)));
    String circle = refusingCircles ? circle(with(more)) : "";
    if (circle.isEmpty()) {
      programmes.put(name, more);
    } else {
      row.addProblem("yields_to", circle);
    }
  }

  /** What a book says against the programmes; nothing where it takes them. */
  private static String circle(Collection<Programme> programmes) {
    try {
      TariffBook.us().withProgrammes(programmes.toArray(Programme[]::new));
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Collection<Programme> with(Programme changed) {
    Map<String, Programme> all = new LinkedHashMap<>(programmes);
    all.put(changed.name(), changed);
    return all.values();
  }

  /**
   * Writes programmes in the form that {@link #read} reads back.
   *
   * @param programmes the programmes, written in their order
   * @return the text with a header line
   */
  public static String write(Collection<Programme> programmes) {
    return CsvText.of(
        PROGRAMME_COLUMNS,
        programmes.stream().map(p -> List.of(p.name(), p.authority(), p.choice().name())).toList());
  }

  /**
   * Writes what programmes yield to in the form that {@link #read} reads back.
   *
   * @param programmes the programmes, written in their order
   * @return the text with a header line
   */
  public static String writeYields(Collection<Programme> programmes) {
    List<List<String>> rows = new ArrayList<>();
    for (Programme each : programmes) {
      for (Yield yield : each.yields()) {
        rows.add(
            List.of(
                each.name(),
                yield.to(),
                CsvText.day(yield.validity().days().getStart()),
                CsvText.day(yield.validity().days().getEnd()),
                CsvText.day(yield.validity().knownFrom().orElse(null))));
      }
    }
    return CsvText.of(YIELD_COLUMNS, rows);
  }

  /**
   * A file of programmes to fill in: the header and three rows as an example.
   *
   * @return a text that {@link #read} reads, with {@link #yieldsTemplate}
   */
  public static String template() {
    return """
        name,authority,choice
        MFN,Column 1 general,MOST_SPECIFIC
        S232 autos,Proclamation 10908,MOST_SPECIFIC
        Reciprocal,EO 14257,MOST_SPECIFIC
        """;
  }

  /**
   * A file of yields to fill in: the header and one row as an example.
   *
   * @return a text that {@link #read} reads, with {@link #template}
   */
  public static String yieldsTemplate() {
    return """
        programme,yields_to,from,until,known_from
        Reciprocal,S232 autos,2025-04-05,,2025-04-02
        """;
  }
}
