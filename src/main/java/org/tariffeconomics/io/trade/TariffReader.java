package org.tariffeconomics.io.trade;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.reading.PassLog;
import org.tariffeconomics.reading.PassSummary;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.ReportedNumber;
import org.tariffeconomics.reading.RowSource;
import org.tariffeconomics.reading.TextFiles;

/**
 * Reads files of average tariffs as streams, as {@link TradeReader} does files of trade.
 *
 * <table>
 * <caption>Formats</caption>
 * <tr><th>method</th><th>file</th></tr>
 * <tr><td>{@link #trains}</td><td>the bulk files of WITS (UNCTAD TRAINS): AVEMFN, AVEPref, Pref;
 *     usually a zip</td></tr>
 * <tr><td>{@link #witsReport}</td><td>the tables of WITS's tariff reports</td></tr>
 * <tr><td>{@link #mapped}</td><td>any other, such as the WTO's Tariff Download Facility, by the
 *     labels that the user names</td></tr>
 * </table>
 *
 * <p>Rates in the files of WITS are percent points, in others what the user states ({@link
 * RateUnit}); in the records they are fractions. A product code of odd length has lost its leading
 * zero; it is put back and counted. Partner 000 is every origin. Partners with letters are groups
 * and kept as they stand. A zero on a product none of whose lines could be computed is not a rate:
 * {@link ReportedNumber.State#NOT_COMPUTED}, and counted as a repair.
 *
 * <p>Exception handling: as in {@link TradeReader}.
 *
 * @since 0.1.0
 */
public final class TariffReader {

  private static final int KEPT_PROBLEMS = 100;

  private final Path path;
  private final Map<TariffField, List<String>> labels;
  private final @Nullable RateUnit unit;
  private final int keptProblems;

  private TariffReader(
      Path path, Map<TariffField, List<String>> labels, @Nullable RateUnit unit, int keptProblems) {
    this.path = path;
    this.labels = labels;
    this.unit = unit;
    this.keptProblems = keptProblems;
  }

  /**
   * A bulk file of WITS, with columns such as {@code NomenCode, Reporter_ISO_N, Year, ProductCode,
   * Partner, SimpleAverage, Nbr_NA_Lines, TotalNoOfLines}. Without a column of partners it is MFN.
   *
   * @param path the file
   * @return its reader
   */
  public static TariffReader trains(Path path) {
    Objects.requireNonNull(path, "path");
    return new TariffReader(path, TariffLayout.TRAINS, RateUnit.PERCENT, KEPT_PROBLEMS);
  }

  /**
   * A table of a WITS report, with columns such as {@code Reporter, Partner, Tariff Year, Product,
   * Duty Type, Simple Average, Weighted Average, Imports Value in 1000 USD}.
   *
   * @param path the file
   * @return its reader
   */
  public static TariffReader witsReport(Path path) {
    Objects.requireNonNull(path, "path");
    return new TariffReader(path, TariffLayout.REPORT, RateUnit.PERCENT, KEPT_PROBLEMS);
  }

  /**
   * A file whose columns the user names and whose rates state their unit: in each cell ({@code
   * 25%}) or in the label of their column ({@code Average (%)}). A number without a unit is an
   * error of its row, since it would be a hundred times too low or too high if it were guessed.
   *
   * @param path the file
   * @param labels the label of the column of each field; reporter, year, product and average must
   *     have one
   * @return its reader
   * @throws IllegalArgumentException when one of these has none
   */
  public static TariffReader mapped(Path path, Map<TariffField, String> labels) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(labels, "labels");
    return of(path, labels, null);
  }

  /**
   * A file whose columns the user names.
   *
   * @param path the file
   * @param labels the label of the column of each field; reporter, year, product and average must
   *     have one
   * @param unit what its rates are where a cell has no percent sign
   * @return its reader
   * @throws IllegalArgumentException when one of these has none
   */
  public static TariffReader mapped(Path path, Map<TariffField, String> labels, RateUnit unit) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(labels, "labels");
    return of(path, labels, Objects.requireNonNull(unit, "unit"));
  }

  private static TariffReader of(
      Path path, Map<TariffField, String> labels, @Nullable RateUnit unit) {
    Map<TariffField, List<String>> alternatives = new EnumMap<>(TariffField.class);
    labels.forEach((field, label) -> alternatives.put(field, List.of(label)));
    for (TariffField field :
        List.of(TariffField.REPORTER, TariffField.YEAR, TariffField.PRODUCT, TariffField.AVERAGE)) {
      if (!labels.containsKey(field)) {
        throw new IllegalArgumentException(
            "labels must name the column of " + field + ", but was " + labels);
      }
    }
    return new TariffReader(path, alternatives, unit, KEPT_PROBLEMS);
  }

  /**
   * The same reader, keeping more or fewer problems; all are counted.
   *
   * @param count how many are kept, not negative
   * @return a new reader
   * @throws IllegalArgumentException when the count is negative
   */
  public TariffReader withMostProblems(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must not be negative, but was " + count);
    }
    return new TariffReader(path, labels, unit, count);
  }

  /**
   * Makes one pass over the file.
   *
   * @param consumer takes the records in the order of the rows
   * @return what was handed on, repaired, left out and wrong
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public PassSummary forEach(Consumer<TariffRecord> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    PassLog log = new PassLog(keptProblems);
    RecordPass.Format<TariffRecord> format =
        new RecordPass.Format<>(
            RowSource::csv,
            header -> new TariffLayout(header, labels, unit),
            member -> member.toLowerCase(Locale.ROOT).endsWith(".csv"));
    RecordPass.over(
        path,
        format,
        log,
        tariff -> {
          log.record();
          tariff.importer().countIn(log);
          tariff.partner().countIn(log);
          consumer.accept(tariff);
        });
    return log.summary();
  }

  /** The file's name. */
  @Override
  public String toString() {
    return "TariffReader of " + TextFiles.name(path);
  }
}
