package org.tariffeconomics.landedcost;

import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.reading.TextFiles;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What an importer buys in a period, article by article, and what duties it pays under any law.
 *
 * <table>
 * <caption>Columns of a file with a header line, in any order; others are not read, which is noted</caption>
 * <tr><th>column</th><th>what</th><th>needed</th></tr>
 * <tr><td>sku</td><td>what the article is called, each once</td><td>yes</td></tr>
 * <tr><td>line</td><td>the tariff line</td><td>yes</td></tr>
 * <tr><td>origin</td><td>{@code KR}, {@code KR claiming KORUS}</td><td>yes</td></tr>
 * <tr><td>value</td><td>the customs value of the period, {@code USD 30000}, or a number where the
 * currency has a column of its own</td><td>yes</td></tr>
 * <tr><td>currency</td><td>the currency of a value that is a number</td><td>no</td></tr>
 * <tr><td>quantities</td><td>{@code 250 kg; 2 item}</td><td>no</td></tr>
 * <tr><td>region</td><td>what it is counted under</td><td>no</td></tr>
 * </table>
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class Portfolio {

  private static final String SKU = "sku";
  private static final String LINE = "line";
  private static final String ORIGIN = "origin";
  private static final String VALUE = "value";
  private static final String CURRENCY = "currency";
  private static final String QUANTITIES = "quantities";
  private static final String REGION = "region";

  private static final List<String> COLUMNS =
      List.of(SKU, LINE, ORIGIN, VALUE, CURRENCY, QUANTITIES, REGION);

  private final List<PortfolioItem> items;

  private Portfolio(List<PortfolioItem> items) {
    this.items = items;
  }

  /**
   * A portfolio.
   *
   * @param items the articles
   * @return the portfolio
   * @throws IllegalArgumentException when two articles have one name
   */
  public static Portfolio of(List<PortfolioItem> items) {
    Set<String> names = new HashSet<>();
    for (PortfolioItem each : Objects.requireNonNull(items, "items")) {
      if (!names.add(each.sku())) {
        throw new IllegalArgumentException(
            "Two articles are called " + Texts.quoted(each.sku()) + ": give each its own name");
      }
    }
    return new Portfolio(List.copyOf(items));
  }

  /**
   * Reads a portfolio from comma-separated text.
   *
   * @param text the text, header first
   * @return the portfolio of the good rows, and the rows left out
   */
  public static Reading<Portfolio> parse(String text) {
    return read("text", new StringReader(Objects.requireNonNull(text, "text")));
  }

  /**
   * Reads a portfolio from a comma-separated file.
   *
   * @param file the file
   * @return the portfolio of the good rows, and the rows left out
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<Portfolio> csv(Path file) {
    Objects.requireNonNull(file, "file");
    return read(TextFiles.name(file), TextFiles.open(file));
  }

  private static Reading<Portfolio> read(String name, Reader in) {
    ProblemLog log = ProblemLog.create();
    List<PortfolioItem> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    CsvFile file = CsvFile.readRagged(name, in, List.of(SKU, LINE, ORIGIN, VALUE));
    file.noteOthers(log, COLUMNS);
    file.each(log, row -> take(row, names, items));
    return items.isEmpty() ? log.nothing() : log.reading(new Portfolio(List.copyOf(items)));
  }

  private static void take(Row row, Set<String> names, List<PortfolioItem> items) {
    String sku = row.required(SKU);
    HsCode line = row.parsed(LINE, HsCode::of);
    DeclaredOrigin origin = row.parsed(ORIGIN, DeclaredOrigin::parse);
    BigMoney value = row.parsed(VALUE, text -> money(text, optional(row, CURRENCY)));
    List<Quantity> quantities =
        has(row, QUANTITIES) ? row.list(QUANTITIES, Quantity::parse) : List.of();
    if (!row.isGood() || line == null || origin == null || value == null) {
      return;
    }
    if (!names.add(sku)) {
      row.problem(SKU, "comes twice");
      return;
    }
    PortfolioItem item =
        row.built(
            "",
            () -> new PortfolioItem(sku, optional(row, REGION), line, origin, value, quantities));
    if (item != null) {
      items.add(item);
    }
  }

  private static boolean has(Row row, String column) {
    return row.header().find(column) >= 0;
  }

  private static String optional(Row row, String column) {
    return has(row, column) ? row.cell(column) : "";
  }

  private static BigMoney money(String text, String currency) {
    return currency.isEmpty()
        ? CostAmounts.parse("value", text)
        : CostAmounts.notNegative(
            "value", BigMoney.of(CurrencyUnit.of(currency), PlainNumber.parse("value", text)));
  }

  /** {@return the articles, in the order in which they were stated} */
  public List<PortfolioItem> items() {
    return items;
  }

  /**
   * The same portfolio at other values, quantities as they are.
   *
   * @param change by how much every value changes, e.g. {@code -5%}; not below −100 %
   * @return a new portfolio
   * @throws IllegalArgumentException when the change is below −100 %
   */
  public Portfolio withPriceChange(Rate change) {
    Objects.requireNonNull(change, "change");
    if (change.compareTo(Rate.percent(-100)) < 0) {
      throw new IllegalArgumentException("change must not be below -100%, but was " + change);
    }
    return new Portfolio(
        items.stream()
            .map(i -> i.withValue(i.value().multipliedBy(BigDecimal.ONE.add(change.fraction()))))
            .toList());
  }

  /**
   * What the portfolio pays under the law of a day.
   *
   * @param law the law
   * @return the duties by article
   */
  public PortfolioDuties under(TariffLaw law) {
    return PortfolioDuties.of(this, Objects.requireNonNull(law, "law"));
  }

  /** Two portfolios are equal when they have the same articles in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Portfolio that && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  /** How many articles there are. */
  @Override
  public String toString() {
    return "portfolio of " + Texts.counted(items.size(), "article");
  }
}
