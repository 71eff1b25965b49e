package org.tariffeconomics.competitiveness;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;

/**
 * Reads an {@link ImportMarket} from comma-separated text with a header line.
 *
 * <table>
 * <caption>Columns, in any order and case; others are ignored</caption>
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
 * <p>Four things are kept apart. A field left blank and one that says {@code n/a} ({@code na},
 * {@code -}, {@code ..}, {@code nan}, {@code null}) make the figure unknown, each with its reason;
 * a zero is zero; a text that is no number is a problem, and its row is left out. So is a bare rate
 * above 1: {@code 15} may be 15 percent or a factor, and is refused rather than guessed.
 *
 * <p>Numbers have a dot and no thousands separators. A byte order mark is skipped.
 */
public final class MarketCsv {

  private static final String ORIGIN = "origin";
  private static final String IMPORTS = "imports";

  private final String name;
  private final String currency;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, MarketSupplier> good = new LinkedHashMap<>();
  private final List<RowProblem> problems = new ArrayList<>();

  private MarketCsv(String name, String currency) {
    this.name = Require.notBlank("name", name);
    this.currency = Require.notBlank("currency", currency);
  }

  /**
   * Reads a market from text.
   *
   * @param name what the market is
   * @param currency the currency and unit of its amounts
   * @param text the comma-separated text, header first
   * @return the market of the good rows, and the rows left out
   */
  public static MarketReading parse(String name, String currency, String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CsvReader<CsvRecord> reader = settings().ofCsvRecord(new StringReader(plain))) {
      return new MarketCsv(name, currency).read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a market from a file in UTF-8, or as its byte order mark says.
   *
   * @param name what the market is
   * @param currency the currency and unit of its amounts
   * @param file the file
   * @return the market of the good rows, and the rows left out
   * @throws IOException when the file cannot be read
   */
  public static MarketReading read(String name, String currency, Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = settings().detectBomHeader(true).ofCsvRecord(file)) {
      return new MarketCsv(name, currency).read(reader);
    }
  }

  private static CsvReader.CsvReaderBuilder settings() {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  private MarketReading read(CsvReader<CsvRecord> reader) {
    Iterator<CsvRecord> rows = reader.iterator();
    long line = 1;
    try {
      if (rows.hasNext() && readHeader(rows.next())) {
        while (rows.hasNext()) {
          CsvRecord row = rows.next();
          line = row.getStartingLineNumber();
          readRow(row);
        }
      }
    } catch (CsvParseException e) {
      problems.add(new RowProblem(line + 1, "", "", "cannot be read on: " + e.getMessage()));
    }
    Optional<ImportMarket> market =
        good.isEmpty()
            ? Optional.empty()
            : Optional.of(ImportMarket.of(name, currency, good.values()));
    return new MarketReading(market, problems);
  }

  private boolean readHeader(CsvRecord header) {
    for (int i = 0; i < header.getFieldCount(); i++) {
      String column = header.getField(i).strip().toLowerCase(Locale.ROOT);
      if (columns.putIfAbsent(column, i) != null && !column.isEmpty()) {
        problems.add(new RowProblem(1, column, header.getField(i), "names a column twice"));
        return false;
      }
    }
    for (String needed : List.of(ORIGIN, IMPORTS)) {
      if (!columns.containsKey(needed)) {
        String found = String.join(",", header.getFields());
        problems.add(new RowProblem(1, needed, found, "has no such column"));
        return false;
      }
    }
    return true;
  }

  private void readRow(CsvRecord row) {
    Row fields = new Row(row);
    String product = fields.product();
    String origin = fields.origin();
    MarketSupplier supplier = fields.supplier(product, origin);
    if (fields.problem == null && good.containsKey(product + "\n" + origin)) {
      fields.fault(ORIGIN, origin, "comes twice for product " + product);
    }
    if (fields.problem != null) {
      problems.add(fields.problem);
    } else if (supplier != null) {
      good.put(product + "\n" + origin, supplier);
    }
  }

  /** One row being read: its first problem ends it. */
  private final class Row {
    private final CsvRecord row;
    private @Nullable RowProblem problem;

    Row(CsvRecord row) {
      this.row = row;
    }

    void fault(String column, String text, String what) {
      if (problem == null) {
        problem = new RowProblem(row.getStartingLineNumber(), column, text, what);
      }
    }

    /** The text of a column; null where the file has no such column. */
    private @Nullable String text(String column) {
      Integer at = columns.get(column);
      if (at == null) {
        return null;
      }
      return at < row.getFieldCount() ? row.getField(at).strip() : "";
    }

    String product() {
      String text = text("product");
      if (text == null) {
        return "all";
      }
      if (text.isEmpty()) {
        fault("product", text, "is blank");
      }
      return text;
    }

    String origin() {
      String text = text(ORIGIN);
      Optional<String> known = text == null ? Optional.empty() : OriginText.parse(text);
      if (known.isEmpty()) {
        fault(ORIGIN, text == null ? "" : text, "is no country or standard group");
      }
      return known.orElse("");
    }

    @Nullable MarketSupplier supplier(String product, String origin) {
      Figure imports = amount(IMPORTS);
      Figure price = amount("price");
      Figure freight = rate("freight");
      Figure tariff = rate("tariff");
      Figure mfn = rate("mfn");
      Figure utilisation = rate("utilisation");
      if (problem != null) {
        return null;
      }
      try {
        return new MarketSupplier(
            product, origin, imports, price, freight, tariff, mfn, utilisation);
      } catch (IllegalArgumentException e) {
        fault("", String.join(",", row.getFields()), "is refused: " + e.getMessage());
        return null;
      }
    }

    private Figure amount(String column) {
      return figure(column, FigureText.Kind.AMOUNT);
    }

    private Figure rate(String column) {
      return figure(column, FigureText.Kind.RATE);
    }

    private Figure figure(String column, FigureText.Kind kind) {
      String text = text(column);
      if (text == null) {
        return Figure.unknown("no column '" + column + "'");
      }
      try {
        return FigureText.parse(text, kind);
      } catch (IllegalArgumentException e) {
        fault(column, text, e.getMessage() == null ? "is no number" : e.getMessage());
        return Figure.unknown("not read");
      }
    }
  }
}
