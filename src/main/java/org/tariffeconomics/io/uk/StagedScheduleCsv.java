package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.schedule.StagedLine;

/**
 * Reads the staged tariff schedules of trade agreements from CSV files of two layouts.
 *
 * <ul>
 *   <li>That of the US International Trade Administration: {@code TL, TL_Desc, HS6, Base_Rate,
 *       Base_Rate_Alt, Final_Year, TRQ_Quota, StagingBasket, PartnerName, ReporterName, …} and for
 *       each year {@code Y2012, Alt_2012} (calendar years) or {@code YEAR1, YEAR1_Alt} (years of
 *       force). The reporter is the importer; one file may hold both directions.
 *   <li>That of the schedules annexed to agreements: {@code HS code, Description, Base rate,
 *       Modality, EIF, Year two, … Year 15 and subsequent}.
 * </ul>
 *
 * <p>Columns may stand in any order and case; others are ignored. A number is a percentage, unless
 * most rows of the file have them all below 1: then they may be fractions, and none is read. A text
 * in the column beside it ({@code 0.9 cents/kg}) goes before it; its dollars and cents are those of
 * the importer that the row names. Zero is free; a blank cell is unknown. Codes that lost their
 * leading zero are restored where the subheading beside them or their length proves it, which is a
 * repair; where it is not known they are refused.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A cell that is no rate is noted as a problem and
 * kept as an unsupported rate, so that the duty of that year is undetermined; a row whose line is
 * not known leaves the preference of all other goods undetermined.
 *
 * @since 0.1.0
 */
public final class StagedScheduleCsv {

  private static final String LINE = "tl";
  private static final String HS_CODE = "hs code";

  private StagedScheduleCsv() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @return the schedules, one an importer, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<StagedSchedules> read(Path file) {
    Objects.requireNonNull(file, "file");
    return read(CsvFile.name(file), CsvFile.open(file));
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the schedules, one an importer, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Reading<StagedSchedules> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    CsvFile file = CsvFile.read(name, in, Set.of(), Set.of());
    ProblemLog log = ProblemLog.create();
    Map<String, StagedSchedules.Part> parts = new LinkedHashMap<>();
    Optional<StageColumns> columns = StageColumns.of(file.header().labels());
    List<DutyRate.Unsupported> unread = new ArrayList<>();
    boolean mayBeFractions =
        columns.map(c -> PercentColumn.mayBeFractions(file, c.percents())).orElse(false);
    if (columns.isPresent()) {
      file.problems().stream()
          .filter(Problem::isError)
          .forEach(p -> unread.add(new DutyRate.Unsupported(p.text(), p.message())));
      file.each(
          log,
          row -> {
            if (!take(new StagedRow(row, columns.orElseThrow(), mayBeFractions), parts)) {
              unread.add(unread(row));
            }
          });
    } else {
      log.addAll(file.problems());
      if (log.isGood()) {
        String labels = file.header().toString();
        String message = "no columns of a staged schedule: TL and Y2012 …, or HS code and EIF …";
        log.accept(Problem.error(Place.ofLine(name, 1), "", labels, message));
      }
    }
    return log.reading(new StagedSchedules(name, parts, unread));
  }

  /** What stands in for a row whose line is not known. */
  private static DutyRate.Unsupported unread(Row row) {
    String why =
        row.problems().stream()
            .filter(Problem::isError)
            .findFirst()
            .map(Problem::message)
            .orElse("the row is not understood");
    return new DutyRate.Unsupported(Texts.shortened(row.toString()), why);
  }

  /** Files the line of a row; false where it is not understood. */
  private static boolean take(StagedRow staged, Map<String, StagedSchedules.Part> parts) {
    StagedLine line = staged.line();
    if (line == null) {
      return false;
    }
    Row row = staged.row();
    StageColumns columns = staged.columns();
    StagedSchedules.Part part =
        parts.computeIfAbsent(
            row.cell("reportername"),
            importer -> new StagedSchedules.Part(columns, row.cell("partnername")));
    StagedLine earlier = part.lines().putIfAbsent(line.code(), line);
    if (earlier != null && !earlier.equals(line)) {
      String message = "the line stands already in the schedule";
      row.problem(columns.code(), message);
      part.lines().put(line.code(), inDoubt(line, columns, message));
    } else if (earlier != null) {
      row.note(columns.code(), "the line stands already in the schedule, with the same rates");
    }
    return true;
  }

  /** A line that a file has twice and differently has no known rate. */
  private static StagedLine inDoubt(StagedLine line, StageColumns columns, String message) {
    DutyRate unknown = new DutyRate.Unsupported(line.code().toString(), message);
    NavigableMap<Integer, DutyRate> rates = new TreeMap<>();
    columns.years().keySet().forEach(year -> rates.put(year, unknown));
    return new StagedLine(line.code(), line.description(), null, rates, null, line.basket(), "");
  }

  /** The name of the column with the code, in the two layouts. */
  static Optional<String> codeColumn(List<String> header) {
    return List.of(LINE, HS_CODE).stream().filter(header::contains).findFirst();
  }
}
