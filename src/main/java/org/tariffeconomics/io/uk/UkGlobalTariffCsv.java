package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.OtherColumns;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * Reads the UK Global Tariff of January 2021 as one CSV file: {@code commodity, description,
 * cet_duty_rate, ukgt_duty_rate, change} and four flags. It prints the duty of the European Union
 * of that day beside that of the United Kingdom, and either can be asked for.
 *
 * <p>The lines become a {@link TariffSchedule} without preferences. What else a row says (the
 * change, a suspension, a trade remedy or a quota that applies besides) stands in its footnotes;
 * suspended rates are not in the file, and how many lines have one is a note. A line with a trade
 * remedy, or to which the other duty still applies, has no known duty.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. A duty that is not understood ({@code Entry Price})
 * is a note and stays on its line as not known; bad rows are left out and listed.
 *
 * @since 0.1.0
 */
public final class UkGlobalTariffCsv {

  private static final String COMMODITY = "commodity";
  private static final String REMEDY = "trade_remedy_applies";

  /** The duty of the European Union goes before that of the United Kingdom for the time being. */
  private static final String OTHER_DUTY =
      "cet_applies_until_trade_remedy_transition_reviews_concluded";

  private static final List<String> FLAGS =
      List.of("change", REMEDY, OTHER_DUTY, "suspension_applies", "atq_applies");

  /** {@code 0.0% (1 JUL-15 JAN, 1 JUN-30 JUN)}: a rate and the seasons that it is for. */
  private static final Pattern SEASONAL = Pattern.compile("([^()]++)\\(([^()]++)\\)\\s*+,?+");

  private static final Pattern DAYS =
      Pattern.compile("([0-9]{1,2}) ?([A-Z]{3})[A-Z]* ?- ?([0-9]{1,2}) +([A-Z]{3})[A-Z]*");

  /** Whose duty is read. */
  public enum Column {
    /** The duty of the United Kingdom. */
    UNITED_KINGDOM("ukgt_duty_rate"),
    /** The duty of the European Union on the day before. */
    EUROPEAN_UNION("cet_duty_rate");

    private final String label;

    Column(String label) {
      this.label = label;
    }
  }

  private UkGlobalTariffCsv() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @param column whose duty is read
   * @return the schedule, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<TariffSchedule> read(Path file, Column column) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(column, "column");
    return read(CsvFile.name(file), CsvFile.open(file), column);
  }

  /**
   * Reads a text.
   *
   * @param name what the schedule and its problems are called
   * @param in the text; it is read to its end and closed
   * @param column whose duty is read
   * @return the schedule, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Reading<TariffSchedule> read(String name, Reader in, Column column) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(column, "column");
    CsvFile file = CsvFile.read(name, in, Set.of(COMMODITY, column.label), List.of());
    ProblemLog log = ProblemLog.create();
    List<ScheduleRow> rows = new ArrayList<>();
    OtherColumns others = OtherColumns.of(file.header(), UkGlobalTariffCsv::isKnown);
    int[] suspended = {0};
    file.each(
        log,
        row -> {
          if (row.isGood()) {
            rows.add(row(row, column, others));
            suspended[0] += row.cell("suspension_applies").equalsIgnoreCase("true") ? 1 : 0;
          }
        });
    TariffSchedule schedule = TariffSchedule.of(name, rows);
    if (suspended[0] > 0) {
      log.accept(
          Problem.note(
              Place.ofFile(name),
              "suspension_applies",
              "true",
              suspended[0] + " lines have a suspension, whose rate and days are not in the file"));
    }
    SchedulesOfCsv.note(schedule, log);
    return log.inOrder().reading(schedule);
  }

  private static ScheduleRow row(Row row, Column column, OtherColumns others) {
    List<ScheduleRow.Footnote> notes = new ArrayList<>();
    for (String each : FLAGS) {
      String text = row.cell(each);
      if (!text.isEmpty() && !text.equalsIgnoreCase("false")) {
        notes.add(new ScheduleRow.Footnote(List.of(each), text));
      }
    }
    return new ScheduleRow(
        row.line(),
        row.required(COMMODITY),
        0,
        row.cell("description"),
        List.of(),
        text(row.required(column.label)),
        "",
        "",
        besides(row, others),
        "",
        notes);
  }

  /** A trade remedy is charged on some origins besides; which, and how much, is not in the file. */
  private static String besides(Row row, OtherColumns others) {
    List<String> charged = new ArrayList<>();
    Stream.of(REMEDY, OTHER_DUTY)
        .filter(flag -> row.cell(flag).equalsIgnoreCase("true"))
        .forEach(charged::add);
    others.firstIn(row).ifPresent(label -> charged.add(label + ": " + row.cell(label)));
    return String.join("; ", charged);
  }

  private static boolean isKnown(String label) {
    return label.equals(COMMODITY)
        || FLAGS.contains(label)
        || Arrays.stream(Column.values()).anyMatch(each -> each.label.equals(label));
  }

  /** Units in the words of TARIC; the file has spellings of its own. */
  private static final List<List<String>> UNITS =
      List.of(
          List.of("(?<=[0-9]) ?kg ?(?:/ ?net ?)?eda\\b", " kg/net eda"),
          List.of("(?<=[0-9]) ?kg ?(?:/ ?net dry|mas\\b)", " kg/net mas"),
          List.of("/ ?kg ?/ ?net dry", "/kg/net mas"),
          List.of("(?<=kg) ?/ ?gross", " gross"),
          List.of("/ ?% ?vol ?/ ?hl", "/% vol/hl"));

  /** A duty in the words that the grammar of rates reads: seasons with their days one by one. */
  static String text(String printed) {
    String cell = printed;
    for (List<String> each : UNITS) {
      cell = cell.replaceAll(each.get(0), each.get(1));
    }
    return cell.indexOf('(') < 0 ? cell : seasons(cell);
  }

  private static String seasons(String cell) {
    List<String> seasons = new ArrayList<>();
    Matcher part = SEASONAL.matcher(cell);
    int end = 0;
    while (part.region(end, cell.length()).lookingAt()) {
      end = part.end();
      String rate = part.group(1).strip();
      if (rate.isEmpty()) {
        return cell;
      }
      for (String days : part.group(2).split(",", -1)) {
        Matcher season = DAYS.matcher(days.strip().toUpperCase(Locale.ROOT));
        if (!season.matches()) {
          return cell;
        }
        seasons.add(
            rate
                + " ("
                + season.group(1)
                + " "
                + season.group(2)
                + " - "
                + season.group(3)
                + " "
                + season.group(4)
                + ")");
      }
    }
    String rest = cell.substring(end).strip();
    if (!rest.isEmpty()) {
      return cell;
    }
    return String.join("; ", seasons);
  }
}
