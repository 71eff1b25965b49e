package org.tariffeconomics.io.trade;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.reading.PassLog;
import org.tariffeconomics.reading.PassSummary;
import org.tariffeconomics.reading.RecordPass;
import org.tariffeconomics.reading.RowSource;
import org.tariffeconomics.reading.TextFiles;

/**
 * Reads files of trade as streams: each row becomes a {@link TradeRecord} and is handed on, and
 * nothing but counts and the first problems is kept, however large the file is.
 *
 * <p>Files may be plain, gzipped or zipped (members of other kinds are counted as left out), with
 * or without a byte order mark, with commas, semicolons or tabs between cells. Columns are found by
 * their labels. A bad row is a problem with file, line, column and text; the good rows are handed
 * on.
 *
 * <p>Rows that repeat trade of other rows (the world, groups of countries, all products, one mode
 * of transport, {@link TradeMark#isDoubleCounting()}) are left out and counted, since sums over
 * them count trade twice; {@link #withEveryRow()} hands them on with their marks. Codes that are no
 * country's are kept as they stand and listed in the summary.
 *
 * <table>
 * <caption>Formats</caption>
 * <tr><th>method</th><th>values</th><th>reporter</th></tr>
 * <tr><td>{@link #baci}</td><td>thousand USD, free on board</td><td>both, reconciled</td></tr>
 * <tr><td>{@link #comtrade}</td><td>USD, imports CIF, exports FOB</td><td>any country</td></tr>
 * <tr><td>{@link #censusApi}, {@link #censusImportDetail}</td><td>USD, customs value</td>
 *     <td>US</td></tr>
 * <tr><td>{@link #dataWeb}</td><td>USD, as the label says</td><td>US</td></tr>
 * <tr><td>{@link #flows}</td><td>the library's own schema, {@link FlowCsv}</td><td>any</td></tr>
 * </table>
 *
 * <p>The layouts follow the published descriptions: BACI (CEPII; Gaulier and Zignago 2010), UN
 * Comtrade's bulk and API columns, the US Census Bureau's International Trade API and Import Detail
 * record layout. Numbers of countries that are not ISO's (842, 251, 757, 490 …) are those of {@link
 * org.tariffeconomics.basics.Country#parse}.
 *
 * <p>Exception handling: a file that cannot be opened or unpacked throws {@link
 * java.io.UncheckedIOException}; whatever the content of a text is, it does not throw.
 *
 * @since 0.1.0
 */
public final class TradeReader {

  private static final int KEPT_PROBLEMS = 100;
  private static final int COMTRADE_DIGITS = 6;

  private final Path path;
  private final RecordPass.Format<TradeRecord> format;
  private final Options options;
  private final Repeats repeats;

  /** How a pass is made; 0 digits are all, usual ones are those that no one asked for. */
  private record Options(
      int keptProblems, int digits, boolean usual, boolean everyRow, boolean uniqueRows) {}

  /** What a second row of the same reporter, sides, product and period is in a format. */
  enum Repeats {
    /** The same trade once more. */
    NEVER,
    /** The same trade where the values are the same, else another part of it. */
    WITH_OTHER_VALUES,
    /** Another part of the trade. */
    ALWAYS
  }

  private TradeReader(
      Path path, RecordPass.Format<TradeRecord> format, Options options, Repeats repeats) {
    this.path = path;
    this.format = format;
    this.options = options;
    this.repeats = repeats;
  }

  private static TradeReader of(
      Path path,
      RowSource source,
      RecordPass.Layout<TradeRecord> layout,
      Predicate<String> members,
      int digits,
      Repeats repeats) {
    return new TradeReader(
        path,
        new RecordPass.Format<>(source, layout, members),
        new Options(KEPT_PROBLEMS, digits, digits > 0, false, false),
        repeats);
  }

  Repeats repeats() {
    return repeats;
  }

  static boolean isCsv(String member) {
    String name = member.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".txt");
  }

  /**
   * A file of BACI with the columns {@code t,i,j,k,v,q}. A code {@code k} of five digits has lost
   * its leading zero as a number; it is put back and counted as a repair.
   *
   * @param path the file
   * @return its reader
   */
  public static TradeReader baci(Path path) {
    Objects.requireNonNull(path, "path");
    return of(path, RowSource::csv, BaciLayout::new, TradeReader::isCsv, 0, Repeats.NEVER);
  }

  /**
   * A file of UN Comtrade with the columns of its API, or with those of its older tables ({@code
   * Trade Flow Code, Reporter Code, Trade Value (US$)}) or older interface ({@code rgCode,
   * rtCode}). Products of other than six digits are left out, since files mix levels; {@link
   * #withDigits} asks for another. Codes of another classification than the Harmonized System are
   * kept as texts and are no codes of goods.
   *
   * @param path the file
   * @return its reader
   */
  public static TradeReader comtrade(Path path) {
    Objects.requireNonNull(path, "path");
    return of(
        path,
        RowSource::csv,
        ComtradeLayout::new,
        TradeReader::isCsv,
        COMTRADE_DIGITS,
        Repeats.NEVER);
  }

  /**
   * An answer of the US Census Bureau's international trade API: a JSON array of arrays, labels
   * first, such as {@code I_COMMODITY, CTY_CODE, CON_VAL_MO, DUT_VAL_MO, CAL_DUT_MO, time}. The
   * value is that of imports for consumption where there is one, else of general imports; monthly
   * where there is one, else the year to date.
   *
   * @param path the file
   * @return its reader
   */
  public static TradeReader censusApi(Path path) {
    Objects.requireNonNull(path, "path");
    return of(
        path,
        RowSource::json,
        CensusLayout::new,
        name -> name.endsWith(".json"),
        0,
        Repeats.WITH_OTHER_VALUES);
  }

  /**
   * The detail of imports on the US Census Bureau's monthly files (IMP_DETL, lines of fixed width);
   * in an archive, the members whose name has {@code IMP_DETL} in it.
   *
   * @param path the file
   * @return its reader
   */
  public static TradeReader censusImportDetail(Path path) {
    Objects.requireNonNull(path, "path");
    return of(
        path,
        RowSource.fixedWidth(CensusLayout.IMPORT_DETAIL),
        CensusLayout::new,
        name -> name.toUpperCase(Locale.ROOT).contains("IMP_DETL"),
        0,
        Repeats.ALWAYS);
  }

  /**
   * A file of the US International Trade Commission's DataWeb: the code of a commodity stands
   * before its text in one cell, countries are names, amounts have commas between thousands.
   *
   * @param path the file
   * @return its reader
   */
  public static TradeReader dataWeb(Path path) {
    Objects.requireNonNull(path, "path");
    return of(
        path, RowSource::csv, DataWebLayout::new, TradeReader::isCsv, 0, Repeats.WITH_OTHER_VALUES);
  }

  /**
   * A file in the library's own schema, {@link FlowCsv}.
   *
   * @param path the file
   * @return its reader
   */
  public static TradeReader flows(Path path) {
    Objects.requireNonNull(path, "path");
    return of(path, FlowCsv.SOURCE, FlowLayout::new, TradeReader::isCsv, 0, Repeats.NEVER);
  }

  private TradeReader with(Options changed) {
    return new TradeReader(path, format, changed, repeats);
  }

  /**
   * The same reader, keeping more or fewer problems; all are counted.
   *
   * @param count how many are kept, not negative
   * @return a new reader
   * @throws IllegalArgumentException when the count is negative
   */
  public TradeReader withMostProblems(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must not be negative, but was " + count);
    }
    return with(
        new Options(count, options.digits, options.usual, options.everyRow, options.uniqueRows));
  }

  /**
   * The same reader, leaving out products with another number of digits.
   *
   * @param digits the number of digits; 0 for all levels
   * @return a new reader
   * @throws IllegalArgumentException when the number is negative
   */
  public TradeReader withDigits(int digits) {
    if (digits < 0) {
      throw new IllegalArgumentException("digits must not be negative, but was " + digits);
    }
    return with(
        new Options(options.keptProblems, digits, false, options.everyRow, options.uniqueRows));
  }

  /**
   * {@return the same reader, handing on rows that repeat trade of other rows, with their marks: a
   * new reader}
   */
  public TradeReader withEveryRow() {
    return with(
        new Options(options.keptProblems, options.digits, options.usual, true, options.uniqueRows));
  }

  /**
   * The same reader, which takes a second row of the same reporter, sides, product and period for a
   * problem. It remembers each row's key, about 100 bytes, so that memory grows with the file.
   *
   * @return a new reader
   */
  public TradeReader withDuplicatesRefused() {
    return with(
        new Options(options.keptProblems, options.digits, options.usual, options.everyRow, true));
  }

  /**
   * Makes one pass over the file.
   *
   * @param consumer takes the records in the order of the rows
   * @return what was handed on, repaired, left out and wrong
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public PassSummary forEach(Consumer<TradeRecord> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    PassLog log = new PassLog(options.keptProblems);
    Set<String> seen = new HashSet<>();
    RecordPass.over(path, format, log, row -> handOn(row, log, seen, consumer));
    return log.summary();
  }

  private void handOn(
      TradeRecord row, PassLog log, Set<String> seen, Consumer<TradeRecord> consumer) {
    TradeRecord trade = levelled(row);
    if (!options.everyRow && trade.isDoubleCounting()) {
      log.leaveOut(reason(trade));
      return;
    }
    if (options.uniqueRows && !seen.add(FlowCsv.key(trade))) {
      log.problem(FlowCsv.repeated(trade));
      return;
    }
    log.record();
    trade.importer().countIn(log);
    trade.exporter().countIn(log);
    consumer.accept(trade);
  }

  private TradeRecord levelled(TradeRecord trade) {
    if (options.digits == 0
        || trade.hsCode() == null
        || trade.product().length() == options.digits) {
      return trade;
    }
    Set<TradeMark> marks = EnumSet.of(TradeMark.OTHER_LEVEL);
    marks.addAll(trade.marks());
    return trade.marked(marks);
  }

  private static String reason(TradeRecord trade) {
    return trade.marks().stream()
        .filter(TradeMark::isDoubleCounting)
        .findFirst()
        .map(mark -> mark.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse("");
  }

  /**
   * The imports of one market by line and origin, added up in one pass. Of a file with both sides'
   * reports, the importer's and the reconciled ones count. Where a file of UN Comtrade has no
   * products of six digits, those of the digits asked for count, in a second pass. Rows without a
   * value, a country or a code, and rows of other markets, are counted as left out. A row that
   * repeats an earlier one is a problem and counts once: of BACI, UN Comtrade and the library's own
   * schema one of the same sides, product and period; of the Census Bureau's API and of DataWeb one
   * with the same values too, since theirs may be parts.
   *
   * @param market the importer
   * @param digits how many digits the lines keep
   * @return the weights, in units of the file's currency, and what happened in the pass
   * @throws java.io.UncheckedIOException when the file cannot be read
   * @throws IllegalArgumentException when codes of the file lie under each other, or values are in
   *     two currencies or two valuations, or codes of one period are of two editions
   */
  public ImportTotals importsOf(Country market, int digits) {
    Objects.requireNonNull(market, "market");
    ImportTotals totals = ImportTotals.over(this, market, digits);
    boolean isOfOtherLevel = options.usual && totals.summary().records() == 0 && digits > 0;
    return isOfOtherLevel ? ImportTotals.over(withDigits(digits), market, digits) : totals;
  }

  /**
   * The same for files of one market at the digits that the file has.
   *
   * @param market the importer
   * @return the weights of all periods together
   * @throws java.io.UncheckedIOException when the file cannot be read
   * @throws IllegalArgumentException when lines lie under each other, values are in two currencies
   *     or two valuations, or the same trade stands in a year and in its months
   */
  public TradeWeights weightsOf(Country market) {
    Objects.requireNonNull(market, "market");
    return importsOf(market, 0).allPeriods();
  }

  /** The file's name. */
  @Override
  public String toString() {
    return "TradeReader of " + TextFiles.name(path);
  }
}
