package org.tariffeconomics.competitiveness;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.reading.TextFiles;

/**
 * Reads an {@link ImportMarket} from comma-separated text with a header line.
 *
 * <table>
 * <caption>Columns, in any order and case; others are not read, which is noted</caption>
 * <tr><th>column</th><th>what</th><th>needed</th></tr>
 * <tr><td>origin</td><td>a country by any common code ({@code KR}, {@code KOR}, {@code 410}), a
 * standard group such as {@code EU}, or {@code rest}</td><td>yes</td></tr>
 * <tr><td>imports</td><td>amount in the market's currency</td><td>yes</td></tr>
 * <tr><td>product</td><td>product, basket or tariff line; {@code all} where there is no such
 * column</td><td>no</td></tr>
 * <tr><td>tariff, mfn, freight, utilisation</td><td>rates: {@code 15%}, or a fraction {@code
 * 0.15}</td><td>no</td></tr>
 * <tr><td>price</td><td>before freight and duty, in the market's currency per unit</td><td>no
 * </td></tr>
 * </table>
 *
 * <p>Four things are kept apart. A field left blank and one that says {@code n/a} or another mark
 * of {@link org.tariffeconomics.reading.NotAvailable} make the figure unknown, each with its
 * reason; a zero is zero; a text that is no number is a problem, and its row is left out. So is a
 * bare rate above 1: {@code 15} may be 15 percent or a factor, and is refused rather than guessed.
 *
 * <p>Numbers have a dot and no thousands separators. Separators and byte order marks are as for
 * {@link CsvFile}.
 *
 * @since 0.1.0
 */
public final class MarketCsv {

  private static final String ORIGIN = "origin";
  private static final String IMPORTS = "imports";

  private static final String PRODUCT = "product";

  private static final List<String> COLUMNS =
      List.of(PRODUCT, ORIGIN, IMPORTS, "tariff", "mfn", "freight", "utilisation", "price");

  private final Map<String, MarketSupplier> good = new LinkedHashMap<>();

  private MarketCsv() {}

  /**
   * Reads a market from text.
   *
   * @param name what the market is
   * @param currency the currency and unit of its amounts
   * @param text the comma-separated text, header first
   * @return the market of the good rows, none where there is no good row, and the rows left out
   */
  public static Reading<ImportMarket> parse(String name, String currency, String text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(text, "text");
    return read(name, currency, name, new StringReader(text));
  }

  /**
   * Reads a market from a file in UTF-8, or as its byte order mark says.
   *
   * @param name what the market is
   * @param currency the currency and unit of its amounts
   * @param file the file
   * @return the market of the good rows, none where there is no good row, and the rows left out
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<ImportMarket> read(String name, String currency, Path file) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(file, "file");
    return read(name, currency, TextFiles.name(file), TextFiles.open(file));
  }

  private static Reading<ImportMarket> read(String name, String currency, String file, Reader in) {
    Require.notBlank("name", name);
    Require.notBlank("currency", currency);
    MarketCsv reader = new MarketCsv();
    ProblemLog log = ProblemLog.create();
    CsvFile rows = CsvFile.readRagged(file, in, List.of(ORIGIN, IMPORTS));
    rows.noteOthers(log, COLUMNS);
    rows.each(log, reader::take);
    return reader.good.isEmpty()
        ? log.nothing()
        : log.reading(ImportMarket.of(name, currency, reader.good.values()));
  }

  private void take(Row row) {
    String product = has(row, PRODUCT) ? row.required(PRODUCT) : "all";
    String origin = origin(row);
    MarketSupplier supplier = row.isGood() ? supplier(row, product, origin) : null;
    String key = product + "\n" + origin;
    if (supplier != null && row.isGood() && good.putIfAbsent(key, supplier) != null) {
      row.problem(ORIGIN, "comes twice for product " + product);
    }
  }

  private static boolean has(Row row, String column) {
    return row.header().find(column) >= 0;
  }

  private static String origin(Row row) {
    Optional<String> known = OriginText.parse(row.cell(ORIGIN));
    if (known.isEmpty()) {
      row.problem(ORIGIN, "is no country or standard group");
    }
    return known.orElse("");
  }

  private static @Nullable MarketSupplier supplier(Row row, String product, String origin) {
    Figure imports = figure(row, IMPORTS, FigureText.Kind.AMOUNT);
    Figure price = figure(row, "price", FigureText.Kind.AMOUNT);
    Figure freight = figure(row, "freight", FigureText.Kind.RATE);
    Figure tariff = figure(row, "tariff", FigureText.Kind.RATE);
    Figure mfn = figure(row, "mfn", FigureText.Kind.RATE);
    Figure utilisation = figure(row, "utilisation", FigureText.Kind.RATE);
    return row.isGood()
        ? row.built(
            "",
            () ->
                new MarketSupplier(
                    product, origin, imports, price, freight, tariff, mfn, utilisation))
        : null;
  }

  private static Figure figure(Row row, String column, FigureText.Kind kind) {
    if (!has(row, column)) {
      return Figure.unknown("no column '" + column + "'");
    }
    Figure figure = row.built(column, () -> FigureText.parse(row.cell(column), kind));
    return figure == null ? Figure.unknown("not read") : figure;
  }
}
