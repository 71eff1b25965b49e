package org.tariffeconomics.io;

import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.border.BorderRule;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.Row;
import org.threeten.extra.LocalDateRange;

/**
 * Reads the rules of borders besides the tariff, one a row.
 *
 * <p>Columns: {@code territory}, {@code part} (a {@link BorderRule.Part} in words: {@code low
 * value}), {@code name} and {@code value} (all required); {@code base} (the parts of a {@link
 * TaxBase} by {@code ;}), {@code products} (blank is all), {@code from} and {@code until}
 * (half-open, blank is no bound), {@code source_title}, {@code source_date}, {@code citation},
 * {@code verification}, {@code note}.
 *
 * <p>Exception handling: files that cannot be opened throw {@link java.io.UncheckedIOException};
 * whatever their content is, it does not throw. Bad rows are left out and listed.
 *
 * @since 0.1.0
 */
public final class BorderRuleCsv {

  private static final List<String> COLUMNS =
      List.of(
          "territory",
          "part",
          "name",
          "value",
          "base",
          "products",
          "from",
          "until",
          "source_title",
          "source_date",
          "citation",
          "verification",
          "note");

  private BorderRuleCsv() {}

  /**
   * Reads a file in UTF-8.
   *
   * @param file the file
   * @return the rules, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static Reading<List<BorderRule>> read(Path file) {
    Objects.requireNonNull(file, "file");
    return read(CsvFile.name(file), CsvFile.open(file));
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the rules, and what is wrong with the rest
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static Reading<List<BorderRule>> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    return CsvFile.read(name, in, Set.copyOf(COLUMNS.subList(0, 4)), COLUMNS)
        .records(BorderRuleCsv::rule);
  }

  private static @Nullable BorderRule rule(Row row) {
    BorderRule.Part part =
        row.parsed("part", text -> Row.wordOf(BorderRule.Part.class, text.replace(' ', '_')));
    ProductScope products = row.parsedIfPresent("products", ProductScope::parse);
    List<TaxBase.Part> base = row.list("base", BorderRuleCsv::base);
    LocalDateRange days = row.days();
    Source source = row.source();
    String territory = row.required("territory").toUpperCase(Locale.ROOT);
    String name = row.required("name");
    String value = row.required("value");
    if (part == null || !row.isGood()) {
      return null;
    }
    return row.built(
        "value",
        () ->
            new BorderRule(
                territory,
                part,
                name,
                value,
                base,
                products == null ? ProductScope.all() : products,
                days,
                source,
                row.cell("note")));
  }

  private static TaxBase.Part base(String words) {
    return Row.wordOf(TaxBase.Part.class, words.strip().replace(' ', '_'));
  }
}
