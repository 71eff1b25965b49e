package org.tariffeconomics.io.canada;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Header;
import org.tariffeconomics.reading.OtherColumns;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.SpecialProgramme;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * Reads the table TPHS of the customs tariff of the Canada Border Services Agency, exported as CSV:
 * {@code digits, tariff, description, mfn, ust, mxt, general_rate, uom}, or with the longer labels
 * {@code Tariff Item, MFN Tariff, General Tariff, DESC1}. Another column whose label may be a
 * charge ({@code surtax}) leaves the duty of the lines where it has a text not known.
 *
 * <p>Follows the documented columns of the table; no whole file of the agency was at hand.
 *
 * <p>The general column of the schedule is the MFN rate, the special column the United States
 * Tariff (US) and the Mexico Tariff (MX), the other column the General Tariff. A blank UST or MXT
 * cell is no preference: over-quota lines of dairy and poultry have none. Ten-digit rows are
 * statistical and take their rates from the eight digits above.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A rate that is not understood is a note and stays
 * on its line as not known; bad rows are left out and listed.
 *
 * @since 0.1.0
 */
public final class CanadaTariffCsv {

  private static final String TARIFF = "tariff";
  private static final String MFN = "mfn";
  private static final String US = "ust";
  private static final String MEXICO = "mxt";
  private static final String GENERAL = "general_rate";
  private static final String WORDS = "description";
  private static final String UNIT = "uom";

  /** What each column is called in the layouts of the table. */
  private static final Map<String, List<String>> LABELS =
      Map.of(
          TARIFF, List.of("tariff", "tariff item", "tariff item number"),
          MFN, List.of("mfn", "mfn tariff"),
          US, List.of("ust", "us tariff"),
          MEXICO, List.of("mxt", "mexico tariff"),
          GENERAL, List.of("general_rate", "general tariff"),
          WORDS, List.of("description", "desc1"),
          UNIT, List.of("uom", "unit of measure"));

  private CanadaTariffCsv() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @return the schedule, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<TariffSchedule> read(Path file) {
    Objects.requireNonNull(file, "file");
    return read(CsvFile.name(file), CsvFile.open(file));
  }

  /**
   * Reads a text.
   *
   * @param name what the schedule and its problems are called
   * @param in the text; it is read to its end and closed
   * @return the schedule, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Reading<TariffSchedule> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    CsvFile file = CsvFile.read(name, in, Set.of(), Set.of());
    ProblemLog log = ProblemLog.create();
    List<ScheduleRow> rows = new ArrayList<>();
    List<String> missing =
        Stream.of(TARIFF, MFN).filter(c -> label(file.header(), c).isEmpty()).toList();
    if (missing.isEmpty()) {
      OtherColumns others = OtherColumns.of(file.header(), CanadaTariffCsv::isKnown);
      file.each(
          log,
          row -> {
            ScheduleRow made = row(row, others);
            if (row.isGood()) {
              rows.add(made);
            }
          });
    } else {
      log.addAll(file.problems());
      for (String each : missing) {
        String message = "the column is missing: one of " + LABELS.get(each);
        log.accept(Problem.error(file.header().place(), each, file.header().toString(), message));
      }
    }
    TariffSchedule schedule = TariffSchedule.of(name, rows);
    for (TariffSchedule.RowFault fault : schedule.faults()) {
      Place place = Place.ofLine(name, fault.row().place());
      log.accept(
          fault.column().equals(TariffSchedule.CODE)
              ? Problem.error(place, fault.column(), fault.text(), fault.message())
              : Problem.note(place, fault.column(), fault.text(), fault.message()));
    }
    return log.inOrder().reading(schedule);
  }

  private static ScheduleRow row(Row row, OtherColumns others) {
    String code = row.required(label(row.header(), TARIFF));
    String unit = cell(row, UNIT);
    List<String> units = unit.isEmpty() ? List.of() : List.of(unit);
    return new ScheduleRow(
        row.line(),
        code,
        Math.max(0, code.replace(".", "").length() / 2 - 2),
        cell(row, WORDS),
        units,
        rate(cell(row, MFN)),
        special(row),
        rate(cell(row, GENERAL)),
        besides(row, others),
        "",
        List.of());
  }

  private static String label(Header header, String column) {
    List<String> labels = LABELS.getOrDefault(column, List.of());
    return header.label(header.find(labels.toArray(String[]::new)));
  }

  private static String cell(Row row, String column) {
    return row.optional(label(row.header(), column)).orElse("");
  }

  /** What a column says that is not known and may be a duty on the line. */
  private static String besides(Row row, OtherColumns others) {
    return others.firstIn(row).map(column -> column + ": " + row.cell(column)).orElse("");
  }

  private static boolean isKnown(String label) {
    return LABELS.values().stream().anyMatch(labels -> labels.contains(label));
  }

  private static String special(Row row) {
    String us = rate(cell(row, US));
    String mexico = rate(cell(row, MEXICO));
    if (us.equals(mexico)) {
      return us.isEmpty() ? "" : us + " (US,MX)";
    }
    return ((us.isEmpty() ? "" : us + " (US) ") + (mexico.isEmpty() ? "" : mexico + " (MX)"))
        .strip();
  }

  /** A dollar of the Canadian tariff is Canadian: {@code $3.53/kg}, {@code 3.32¢/kg}. */
  private static String rate(String text) {
    return text.replaceAll("\\$ ?([0-9.]+)", "$1 CAD")
        .replaceAll("([0-9.]+) ?(?:¢|cents?\\b)", "$1 CAD cents");
  }

  /**
   * What the symbols of the special column stand for.
   *
   * @param edition the day of the edition
   * @return the key; goods of no member of the WTO pay the General Tariff, for no origin until the
   *     user says which
   */
  public static ProgrammeKey key(LocalDate edition) {
    Objects.requireNonNull(edition, "edition");
    Source source = Source.verified("Customs Tariff of Canada, " + edition, edition, "CBSA, TPHS");
    return ProgrammeKey.of(
        "MFN",
        "General Tariff",
        List.of(),
        List.of(
            new SpecialProgramme("US", "CUSMA", OriginScope.parse("US"), Validity.always(), source),
            new SpecialProgramme(
                "MX", "CUSMA", OriginScope.parse("MX"), Validity.always(), source)));
  }
}
