package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvRow;
import org.tariffeconomics.reading.LostZeros;
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
 * <p>Columns may stand in any order and case; others are ignored. A number is a percentage; a text
 * in the column beside it ({@code 0.9 cents/kg}) goes before it. Zero is free; a blank cell is
 * unknown. Codes that lost their leading zero are restored where the subheading beside them or
 * their length proves it, which is listed among the repairs; where it cannot be told they are
 * refused.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A cell that is no rate is noted as a problem and
 * kept as an unsupported rate, so that the duty of that year is undetermined; bad rows are left
 * out.
 */
public final class StagedScheduleCsv {

  private static final String LINE = "tl";
  private static final String HS_CODE = "hs code";
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+");
  private static final Pattern FINAL_YEAR = Pattern.compile("(?i)(?:year )?([0-9]{1,4})");

  private StagedScheduleCsv() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @return the schedules, one an importer, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static StagedReading read(Path file) {
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
  public static StagedReading read(String name, Reader in) {
    CsvFile file = CsvFile.read(name, in, Set.of(), Set.of());
    List<CsvProblem> problems = new ArrayList<>(file.problems());
    Optional<StageColumns> columns = StageColumns.of(file.header());
    if (columns.isEmpty()) {
      if (problems.isEmpty()) {
        problems.add(
            new CsvProblem(
                name,
                1,
                "",
                String.join(",", file.header()),
                "no columns of a staged schedule: TL and Y2012 …, or HS code and EIF …"));
      }
      return new StagedReading(name, Map.of(), problems, List.of());
    }
    return read(file, columns.orElseThrow(), problems, name);
  }

  private static StagedReading read(
      CsvFile file, StageColumns columns, List<CsvProblem> problems, String name) {
    List<CsvProblem> repairs = new ArrayList<>();
    Map<String, StagedReading.Part> parts = new LinkedHashMap<>();
    for (CsvRow row : file.rows()) {
      StagedLine line = line(row, columns, repairs);
      if (line != null) {
        StagedReading.Part part =
            parts.computeIfAbsent(
                row.cell("reportername"),
                importer -> new StagedReading.Part(columns, row.cell("partnername")));
        if (part.lines().putIfAbsent(line.code(), line) != null) {
          row.addProblem(columns.code(), "the line stands already in the schedule");
        }
      }
      problems.addAll(row.problems());
    }
    return new StagedReading(name, parts, problems, repairs);
  }

  private static @Nullable StagedLine line(
      CsvRow row, StageColumns columns, List<CsvProblem> repairs) {
    if (!row.problems().isEmpty()) {
      return null;
    }
    HsCode code = LostZeros.code(row, columns.code(), "hs6", repairs);
    if (code == null) {
      return null;
    }
    NavigableMap<Integer, DutyRate> rates = new TreeMap<>();
    columns
        .years()
        .forEach(
            (year, cells) ->
                Optional.ofNullable(rate(row, cells.percent(), cells.text()))
                    .ifPresent(rate -> rates.put(year, rate)));
    if (rates.isEmpty()) {
      row.addProblem("", "the line has no rate in any year");
      return null;
    }
    DutyRate base = rate(row, columns.base(), columns.baseText());
    return new StagedLine(
        code,
        row.cell(columns.description()),
        base,
        rates,
        finalYear(row),
        row.cell(columns.basket()),
        row.optional("trq_quota").orElse(""));
  }

  /** The rate of two cells, of which the text goes first; null where both are blank. */
  private static @Nullable DutyRate rate(CsvRow row, String percent, String text) {
    if (row.optional(text).isPresent()) {
      return understood(row, text, DutyRate.parse(row.cell(text)));
    }
    Optional<String> cell = row.optional(percent);
    if (cell.isEmpty()) {
      return null;
    }
    String number = cell.orElseThrow();
    return NUMBER.matcher(number).matches()
        ? DutyRate.adValorem(Rate.percent(new BigDecimal(number)))
        : understood(row, percent, DutyRate.parse(number));
  }

  private static DutyRate understood(CsvRow row, String column, DutyRate rate) {
    if (rate instanceof DutyRate.Unsupported unsupported) {
      row.addProblem(column, unsupported.message());
    }
    return rate;
  }

  private static @Nullable Integer finalYear(CsvRow row) {
    Optional<String> text = row.optional("final_year");
    if (text.isEmpty()) {
      return null;
    }
    Matcher year = FINAL_YEAR.matcher(text.orElseThrow());
    if (!year.matches()) {
      row.addProblem("final_year", "must be a year such as 2012 or 'Year 1'");
      return null;
    }
    return Integer.valueOf(year.group(1));
  }

  /** The name of the column with the code, in the two layouts. */
  static Optional<String> codeColumn(List<String> header) {
    return List.of(LINE, HS_CODE).stream().filter(header::contains).findFirst();
  }
}
