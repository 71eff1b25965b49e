package org.tariffeconomics.io.canada;

import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.reading.CsvFile;
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
 * {@code digits, tariff, description, mfn, ust, mxt, general_rate, uom}.
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

  private static final List<String> COLUMNS =
      List.of("digits", "tariff", "description", "mfn", "ust", "mxt", "general_rate", "uom");

  private static final Set<String> REQUIRED = Set.of("tariff", "mfn");

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
    CsvFile file = CsvFile.read(name, in, REQUIRED, COLUMNS);
    ProblemLog log = ProblemLog.create();
    List<ScheduleRow> rows = new ArrayList<>();
    file.each(
        log,
        row -> {
          ScheduleRow made = row(row);
          if (row.isGood()) {
            rows.add(made);
          }
        });
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

  private static ScheduleRow row(Row row) {
    String code = row.required("tariff");
    List<String> units = row.optional("uom").map(List::of).orElseGet(List::of);
    return new ScheduleRow(
        row.line(),
        code,
        Math.max(0, code.replace(".", "").length() / 2 - 2),
        row.cell("description"),
        units,
        rate(row.cell("mfn")),
        special(row),
        rate(row.cell("general_rate")),
        "",
        "",
        List.of());
  }

  private static String special(Row row) {
    String us = rate(row.cell("ust"));
    String mexico = rate(row.cell("mxt"));
    if (us.equals(mexico)) {
      return us.isEmpty() ? "" : us + " (US,MX)";
    }
    return ((us.isEmpty() ? "" : us + " (US) ") + (mexico.isEmpty() ? "" : mexico + " (MX)"))
        .strip();
  }

  /** A dollar of the Canadian tariff is Canadian: {@code $3.53/kg}, {@code 3.32¢/kg}. */
  private static String rate(String text) {
    return text.equalsIgnoreCase("N/A")
        ? ""
        : text.replaceAll("\\$ ?([0-9.]+)", "$1 CAD").replaceAll("([0-9.]+) ?¢", "$1 CAD cents");
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
