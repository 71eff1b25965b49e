package org.tariffeconomics.io;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.io.MeasureReading.Placed;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvRow;
import org.tariffeconomics.reading.CsvText;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/**
 * Reads and writes tariff measures as CSV, one a row.
 *
 * <table>
 * <caption>Columns; the first five are required</caption>
 * <tr><th>column</th><th>content</th><th>blank</th></tr>
 * <tr><td>{@code id}</td><td>the measure's name, unique</td><td>refused</td></tr>
 * <tr><td>{@code programme}</td><td>the layer it belongs to</td><td>refused</td></tr>
 * <tr><td>{@code rule}</td><td>a {@link Rule}, in any case</td><td>refused</td></tr>
 * <tr><td>{@code products}</td><td>{@link ProductScope#parse}</td><td>refused</td></tr>
 * <tr><td>{@code origins}</td><td>{@link OriginScope#parse}</td><td>refused</td></tr>
 * <tr><td>{@code targets}</td><td>programmes by {@code ;} for {@code REPLACES}, {@code EXEMPTS}</td>
 *     <td>none</td></tr>
 * <tr><td>{@code rate}</td><td>{@link DutyRate#parse}</td>
 *     <td>refused, but for {@code EXEMPTS} and {@code PROHIBITS}</td></tr>
 * <tr><td>{@code portion}</td><td>{@link Portion#parse}</td><td>full value</td></tr>
 * <tr><td>{@code from}</td><td>first day of force</td><td>ever since</td></tr>
 * <tr><td>{@code until}</td><td>first day no longer in force</td><td>no end</td></tr>
 * <tr><td>{@code known_from}</td><td>first day on which it was known</td><td>ever since</td></tr>
 * <tr><td>{@code planned_until}</td><td>the end that was published first, where {@code until} was
 * published later</td><td>no end</td></tr>
 * <tr><td>{@code end_known_from}</td><td>first day on which its end was known</td>
 *     <td>ever since</td></tr>
 * <tr><td>{@code conditions}</td><td>{@link Condition#parse}, by {@code ;}</td><td>none</td></tr>
 * <tr><td>{@code source_title}</td><td>the document</td><td>the file's name</td></tr>
 * <tr><td>{@code source_date}</td><td>the day it bears</td><td>none; so is {@code n/a}</td></tr>
 * <tr><td>{@code citation}</td><td>where it stands</td><td>none; so is {@code n/a}</td></tr>
 * <tr><td>{@code verification}</td><td>a {@link Verification}, in any case</td>
 *     <td>{@code USER}</td></tr>
 * </table>
 *
 * <p>A row with {@code from} equal to {@code until} was made law and withdrawn before it counted:
 * it is in force on no day, but was expected to be until its {@code end_known_from}.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A row whose rate is not understood is noted as a
 * problem and kept with its unsupported rate, so that the duty on its goods is undetermined and not
 * too low; other bad rows are left out.
 */
public final class MeasureCsv {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "programme",
          "rule",
          "targets",
          "products",
          "origins",
          "rate",
          "portion",
          "from",
          "until",
          "known_from",
          "end_known_from",
          "conditions",
          "source_title",
          "source_date",
          "citation",
          "verification",
          "planned_until");

  private static final Set<String> REQUIRED =
      ordered("id", "programme", "rule", "products", "origins");

  private MeasureCsv() {}

  private static Set<String> ordered(String... columns) {
    return new LinkedHashSet<>(Arrays.asList(columns));
  }

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @param facts which rows may stand; the others are listed as excluded
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static MeasureReading read(Path file, Facts facts) {
    return read(CsvFile.name(file), CsvFile.open(file), facts);
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param facts which rows may stand; the others are listed as excluded
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static MeasureReading read(String name, Reader in, Facts facts) {
    CsvFile file = CsvFile.read(name, in, REQUIRED, new LinkedHashSet<>(COLUMNS));
    List<CsvProblem> problems = new ArrayList<>(file.problems());
    List<Placed> kept = new ArrayList<>();
    List<TariffMeasure> excluded = new ArrayList<>();
    for (CsvRow row : file.rows()) {
      TariffMeasure measure = measure(row);
      problems.addAll(row.problems());
      if (measure != null && facts.admits(measure.source())) {
        kept.add(new Placed(measure, row.file(), row.line()));
      } else if (measure != null) {
        excluded.add(measure);
      }
    }
    return MeasureReading.of(kept, excluded, problems, List.of());
  }

  private static @Nullable TariffMeasure measure(CsvRow row) {
    String id = row.required("id");
    String programme = row.required("programme");
    Rule rule = row.word("rule", Rule.class);
    ProductScope products = row.parsed("products", ProductScope::parse);
    OriginScope origins = row.parsed("origins", OriginScope::parse);
    Portion portion = row.parsedIfPresent("portion", Portion::parse);
    LocalDateRange inForce = row.days();
    LocalDate knownFrom = row.day("known_from");
    LocalDate endKnownFrom = row.day("end_known_from");
    LocalDate plannedEnd = row.day("planned_until");
    List<Condition> conditions = row.list("conditions", Condition::parse);
    List<String> targets = row.list("targets", text -> text);
    Source source = row.source();
    DutyRate rate = rate(row, rule);
    if (rule == null || products == null || origins == null || rate == null || source == null) {
      return null;
    }
    if (!row.problems().isEmpty()) {
      return null;
    }
    noteUnsupported(row, rate);
    return assembled(
        row,
        () ->
            TariffMeasure.of(programme, rule, targets, products, origins, rate)
                .named(id)
                .onPortion(portion == null ? Portion.FULL : portion)
                .during(
                    Validity.during(inForce)
                        .withKnownFrom(knownFrom)
                        .withEndKnownFrom(endKnownFrom)
                        .withPlannedEnd(plannedEnd))
                .withConditions(conditions)
                .sourced(source));
  }

  private static @Nullable TariffMeasure assembled(CsvRow row, Supplier<TariffMeasure> parts) {
    try {
      return parts.get();
    } catch (IllegalArgumentException e) {
      row.addProblem("targets", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable DutyRate rate(CsvRow row, @Nullable Rule rule) {
    boolean chargesNothing = rule == Rule.EXEMPTS || rule == Rule.PROHIBITS;
    return chargesNothing && row.isBlank("rate")
        ? new DutyRate.Free()
        : row.parsed("rate", DutyRate::parse);
  }

  private static void noteUnsupported(CsvRow row, DutyRate rate) {
    if (rate instanceof DutyRate.Unsupported unsupported) {
      row.addProblem("rate", unsupported.message() + bareNumber(unsupported.text()));
    }
  }

  private static String bareNumber(String text) {
    return text.matches("[0-9]+([.,][0-9]+)?") ? " (a percent sign is missing)" : "";
  }

  /**
   * Writes measures in the schema that {@link #read} reads back.
   *
   * @param measures the measures, written in their order
   * @return the text with a header line, lines ended by a line feed
   */
  public static String write(Collection<TariffMeasure> measures) {
    return CsvText.of(COLUMNS, measures.stream().map(MeasureCsv::cells).toList());
  }

  /**
   * A file to fill in: the header and one row as an example.
   *
   * @return a text that {@link #read} reads
   */
  public static String template() {
    return String.join(",", COLUMNS)
        + "\nS232 autos Mexico,S232 autos,ADDS,,8703 except 8703.10,MX,25%,non-US content,"
        + "2025-04-03,,2025-03-26,,claim=USMCA,Proclamation 10908,2025-03-26,90 FR 14705,VERIFIED,\n";
  }

  private static List<String> cells(TariffMeasure m) {
    return List.of(
        m.id(),
        m.programme(),
        m.rule().name(),
        String.join("; ", m.targets()),
        m.products().toString(),
        m.origins().toString(),
        m.rate().toString(),
        m.portion().toString(),
        CsvText.day(m.inForce().getStart()),
        CsvText.day(m.inForce().getEnd()),
        CsvText.day(m.validity().knownFrom().orElse(null)),
        CsvText.day(m.validity().endKnownFrom().orElse(null)),
        m.conditions().stream().map(Objects::toString).collect(Collectors.joining("; ")),
        m.source().title(),
        CsvText.day(m.source().date()),
        m.source().citation(),
        m.source().verification().name(),
        CsvText.day(m.validity().plannedEnd().orElse(null)));
  }
}
