package org.tariffeconomics.io.uk;

import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.tariff.MeasureReading;
import org.tariffeconomics.tariff.MeasureReading.Placed;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Reads measures of the tariffs of the European Union and the United Kingdom, one a row, from a CSV
 * file of one of two layouts, which its header tells apart.
 *
 * <ul>
 *   <li>The workbook “Duties Import” of the European Commission, exported as CSV: {@code goods
 *       code, add code, order no., start date, end date, RED_IND, origin, measure type, legal base,
 *       duty, origin code, meas. type code}; {@code additional code}, {@code order number}, {@code
 *       duty expression} and {@code measure type code} are understood too.
 *   <li>The data set {@code uk-tariff} of the Department for Business and Trade: {@code
 *       commodity__code, measure__type__id, measure__duty_expression,
 *       measure__effective_start_date, measure__effective_end_date, measure__geographical_area__id,
 *       measure__additional_code__code}, and where there are such columns {@code
 *       measure__conditions} ({@code condition:B,certificate:C644,action:29|…}), {@code
 *       measure__excluded_geographical_areas__ids} ({@code 1013|KP}), {@code
 *       measure__quota__order_number} and {@code measure__regulation__id}. The mark {@code #NA} is
 *       a blank.
 * </ul>
 *
 * <p>Both follow documented headers: no whole file of either was at hand. Exclusions, conditions
 * and quotas are read in either, whatever of these names their columns have; a text in another
 * column whose label may bear on a duty leaves the row not understood.
 *
 * <p>Days are ISO 8601, the end is the last day. A code that ends in pairs of zeros stands for all
 * lines below it; the suffix 80 behind it is that of a line. A measure for a group of countries
 * whose members are not in the file has a rate that nobody knows, in a layer of its own; a
 * preference of a group is claimed by the group's number. Charges by the additional codes of
 * producers are lists: a code that a list does not name pays what the code that ends with 999 pays,
 * or is not known.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. Rows of types that are no customs duty are noted,
 * once a type; a duty that is not understood is a problem and kept as not known; other bad rows are
 * kept as measures of which no one knows what they do ({@link TariffMeasure#unread}), so that the
 * duty of the goods that they may be about is not known either.
 *
 * @since 0.1.0
 */
public final class TaricMeasureCsv {

  private TaricMeasureCsv() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static MeasureReading read(Path file) {
    Objects.requireNonNull(file, "file");
    return read(CsvFile.name(file), CsvFile.open(file));
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the measures, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static MeasureReading read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    CsvFile file = CsvFile.readRagged(name, in, List.of());
    ProblemLog log = ProblemLog.create();
    for (String column : List.of(AreaTable.GOODS, AreaTable.TYPE, AreaTable.AREA, AreaTable.DUTY)) {
      if (AreaTable.label(file.header(), column).isEmpty()) {
        Problem missing =
            Problem.error(
                file.header().place(),
                column,
                file.header().toString(),
                "no column of the layouts that are known: one of " + AreaTable.labels(column));
        log.addAll(file.problems());
        log.accept(missing);
        return MeasureReading.of(List.of(Placed.unread(missing)), List.of(), log.problems());
      }
    }
    String duty = AreaTable.label(file.header(), AreaTable.DUTY).orElse("");
    AreaTable table = new AreaTable(file.header(), log, Set.of(duty));
    file.each(log, row -> table.take(row, row.optional(duty).orElse("")));
    List<Placed> kept = table.measures();
    file.problems().stream()
        .filter(Problem::isError)
        .findFirst()
        .ifPresent(first -> kept.add(Placed.unread(first)));
    return MeasureReading.of(kept, List.of(), log.problems());
  }
}
