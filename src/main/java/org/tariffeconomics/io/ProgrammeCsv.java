package org.tariffeconomics.io;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvStyle;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
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
 * (blank is ever since) and {@code end_known_from}, the first day on which {@code until} was known,
 * before which the order had no end (blank is known with the order itself). A row that would make
 * programmes yield to each other in a circle is a problem and left out.
 *
 * @since 0.1.0
 */
public final class ProgrammeCsv {

  private static final List<String> PROGRAMME_COLUMNS = List.of("name", "authority", "choice");
  private static final List<String> YIELD_COLUMNS =
      List.of("programme", "yields_to", "from", "until", "known_from", "end_known_from");

  private final Map<String, Programme> programmes = new LinkedHashMap<>();
  private final ProblemLog problems = ProblemLog.create();

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
  public static Reading<List<Programme>> read(Path programmes, Path yields) {
    Objects.requireNonNull(programmes, "programmes");
    Objects.requireNonNull(yields, "yields");
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
  public static Reading<List<Programme>> read(
      String programmesName, Reader programmes, String yieldsName, Reader yields) {
    Objects.requireNonNull(programmesName, "programmesName");
    Objects.requireNonNull(programmes, "programmes");
    Objects.requireNonNull(yieldsName, "yieldsName");
    Objects.requireNonNull(yields, "yields");
    return new ProgrammeCsv(Set.of())
        .read(
            CsvFile.read(programmesName, programmes, Set.of("name"), PROGRAMME_COLUMNS),
            CsvFile.read(yieldsName, yields, YIELD_COLUMNS.subList(0, 2), YIELD_COLUMNS));
  }

  /** Reads files that are open, where programmes may also yield to some that are not described. */
  static Reading<List<Programme>> read(
      Function<String, Reader> files,
      String programmesName,
      String yieldsName,
      Set<String> alsoKnown) {
    return new ProgrammeCsv(alsoKnown)
        .read(
            CsvFile.read(files, programmesName, Set.of("name"), PROGRAMME_COLUMNS),
            CsvFile.read(files, yieldsName, YIELD_COLUMNS.subList(0, 2), YIELD_COLUMNS));
  }

  private Reading<List<Programme>> read(CsvFile described, CsvFile order) {
    described.each(problems, this::addProgramme);
    problems.addAll(order.problems());
    addYields(order.rows());
    return problems.reading(List.copyOf(programmes.values()));
  }

  private void addProgramme(Row row) {
    Programme programme = described(row);
    String name = row.cell("name");
    if (programmes.containsKey(name)) {
      row.problem("name", "the programme stands already above");
    }
    if (programme != null && row.isGood()) {
      programmes.put(name, programme);
    }
  }

  private static @Nullable Programme described(Row row) {
    String name = row.required("name");
    Choice choice = row.parsedIfPresent("choice", text -> Row.wordOf(Choice.class, text));
    return row.isGood()
        ? Programme.of(name)
            .withAuthority(row.optional("authority").orElse(""))
            .withChoice(choice == null ? Choice.MOST_SPECIFIC : choice)
        : null;
  }

  /** Adds all yields at once and looks for circles once; only where there is one, row by row. */
  private void addYields(List<Row> rows) {
    Map<String, Programme> before = new LinkedHashMap<>(programmes);
    rows.forEach(row -> addYield(row, false));
    if (circle(programmes.values()).isEmpty()) {
      rows.forEach(row -> problems.addAll(row.problems()));
      return;
    }
    programmes.putAll(before);
    for (Row row : rows) {
      if (row.isGood()) {
        addYield(row, true);
      }
      problems.addAll(row.problems());
    }
  }

  private void addYield(Row row, boolean refusingCircles) {
    Order order = row.built("", () -> order(row));
    String name = row.cell("programme");
    String to = row.cell("yields_to");
    if (!row.isBlank("programme") && !programmes.containsKey(name)) {
      row.problem("programme", "no such programme");
    }
    if (!row.isBlank("yields_to") && !programmes.containsKey(to) && !alsoKnown.contains(to)) {
      row.problem("yields_to", "no such programme");
    }
    Programme programme = programmes.get(name);
    if (programme != null && name.equals(to)) {
      row.problem("yields_to", "a programme cannot yield to itself");
    }
    if (programme == null || order == null || !row.isGood()) {
      return;
    }
    Programme more = programme.withYieldTo(order.yield());
    String circle = refusingCircles ? circle(with(more)) : "";
    if (circle.isEmpty()) {
      programmes.put(name, more);
    } else {
      row.problem("yields_to", circle);
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
   * Writes programmes, without what they yield to, in the form that {@link #read} reads back.
   *
   * @param programmes the programmes, written in their order
   * @return the text with a header line
   * @throws IllegalArgumentException when a programme has something that the file cannot keep, such
   *     as blanks around its name, naming it
   */
  public static String write(Collection<Programme> programmes) {
    Objects.requireNonNull(programmes, "programmes");
    return write(programmes, CsvStyle.PLAIN);
  }

  /**
   * Writes programmes, without what they yield to, in the form that {@link #read} reads back.
   *
   * @param programmes the programmes, written in their order
   * @param style whether texts are guarded from spreadsheets
   * @return the text with a header line
   * @throws IllegalArgumentException when a programme has something that the file cannot keep, such
   *     as blanks around its name, naming it
   */
  public static String write(Collection<Programme> programmes, CsvStyle style) {
    Objects.requireNonNull(programmes, "programmes");
    Objects.requireNonNull(style, "style");
    List<Programme> bare =
        programmes.stream()
            .map(p -> Programme.of(p.name()).withAuthority(p.authority()).withChoice(p.choice()))
            .toList();
    String text =
        CsvText.of(
            PROGRAMME_COLUMNS,
            bare.stream().map(p -> List.of(p.name(), p.authority(), p.choice().name())).toList(),
            style);
    CsvFile written =
        CsvFile.read("programmes", new StringReader(text), Set.of("name"), PROGRAMME_COLUMNS);
    CsvText.requireReadBack(bare, written, ProgrammeCsv::described, Programme::name);
    return text;
  }

  /**
   * Writes what programmes yield to in the form that {@link #read} reads back.
   *
   * @param programmes the programmes, written in their order
   * @return the text with a header line
   * @throws IllegalArgumentException when a yield has something that the file cannot keep, such as
   *     a day outside 1800 to 2200, naming it
   */
  public static String writeYields(Collection<Programme> programmes) {
    Objects.requireNonNull(programmes, "programmes");
    return writeYields(programmes, CsvStyle.PLAIN);
  }

  /**
   * Writes what programmes yield to in the form that {@link #read} reads back.
   *
   * @param programmes the programmes, written in their order
   * @param style whether texts are guarded from spreadsheets
   * @return the text with a header line
   * @throws IllegalArgumentException when a yield has something that the file cannot keep, such as
   *     a day outside 1800 to 2200, naming it
   */
  public static String writeYields(Collection<Programme> programmes, CsvStyle style) {
    Objects.requireNonNull(programmes, "programmes");
    Objects.requireNonNull(style, "style");
    List<Order> orders =
        programmes.stream()
            .flatMap(each -> each.yields().stream().map(yield -> new Order(each.name(), yield)))
            .toList();
    String text = CsvText.of(YIELD_COLUMNS, orders.stream().map(Order::cells).toList(), style);
    CsvFile written =
        CsvFile.read("yields", new StringReader(text), YIELD_COLUMNS.subList(0, 2), YIELD_COLUMNS);
    CsvText.requireReadBack(orders, written, ProgrammeCsv::order, Order::toString);
    return text;
  }

  /** One row of the yields. */
  private record Order(String programme, Yield yield) {

    List<String> cells() {
      return List.of(
          programme,
          yield.to(),
          CsvText.day(yield.validity().days().getStart()),
          CsvText.day(yield.validity().days().getEnd()),
          CsvText.day(yield.validity().knownFrom().orElse(null)),
          CsvText.day(yield.validity().endKnownFrom().orElse(null)));
    }

    @Override
    public String toString() {
      return programme + " yielding to " + yield.to();
    }
  }

  private static @Nullable Order order(Row row) {
    String name = row.required("programme");
    String to = row.required("yields_to");
    LocalDateRange when = row.days();
    LocalDate knownFrom = row.day("known_from");
    LocalDate endKnownFrom = row.day("end_known_from");
    return row.isGood()
        ? new Order(
            name,
            new Yield(
                to, Validity.during(when).withKnownFrom(knownFrom).withEndKnownFrom(endKnownFrom)))
        : null;
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
