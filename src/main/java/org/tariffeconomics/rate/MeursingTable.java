package org.tariffeconomics.rate;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What is due for the agricultural components of processed goods, by Meursing additional code and
 * origin. The user brings the table, since the amounts change; none is part of the library.
 *
 * <p>The text form is CSV with the header {@code code,area,component,duty}; an area is {@code *}
 * (or TARIC's {@code 1011}) for every origin, or a scope such as {@code IS}:
 *
 * <pre>
 * code,area,component,duty
 * 7476,1011,EA,117.11 EUR/100 kg
 * 7476,IS,ADSZR,9.75 EUR/100 kg
 * </pre>
 *
 * @since 0.1.0
 */
public final class MeursingTable {

  private static final MeursingTable EMPTY = new MeursingTable(List.of());
  private static final String ERGA_OMNES = "1011";
  private static final List<String> COLUMNS = List.of("code", "area", "component", "duty");

  private final List<Row> rows;

  private MeursingTable(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * One row.
   *
   * @param code the additional code, {@code 7000} to {@code 7999}
   * @param area the origins it is meant for
   * @param component the component
   * @param duty the money per quantity, usually per 100 kg
   */
  public record Row(
      String code, OriginScope area, AgriculturalComponent component, DutyRate.Specific duty) {

    /**
     * Creates a row.
     *
     * @param code the additional code, four digits that begin with 7
     * @param area the origins it is meant for
     * @param component the component
     * @param duty the money per quantity
     * @throws IllegalArgumentException when the code is none
     */
    public Row {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(area, "area");
      Objects.requireNonNull(component, "component");
      Objects.requireNonNull(duty, "duty");
      if (!code.matches("7[0-9]{3}")) {
        throw new IllegalArgumentException(
            "A Meursing code must be 7000 to 7999, but was " + Texts.quoted(code));
      }
    }

    /** For example {@code 7476 * EA 117.11 EUR/100 kg}. */
    @Override
    public String toString() {
      return code + " " + area + " " + component + " " + duty;
    }
  }

  /** {@return a table without rows} */
  public static MeursingTable empty() {
    return EMPTY;
  }

  /**
   * A table.
   *
   * @param rows the rows, no code, area and component twice
   * @return the table
   * @throws IllegalArgumentException when two rows are for the same code, area and component
   */
  public static MeursingTable of(List<Row> rows) {
    Objects.requireNonNull(rows, "rows");
    Map<String, Row> seen = new HashMap<>();
    for (Row row : rows) {
      Row other = seen.put(row.code() + " " + row.component() + " " + row.area(), row);
      if (other != null) {
        throw new IllegalArgumentException("Two rows say: " + other + " and " + row);
      }
    }
    return new MeursingTable(List.copyOf(rows));
  }

  /**
   * Reads the text form.
   *
   * @param csv the table with its header
   * @return the table
   * @throws IllegalArgumentException when lines are not understood, naming them: a table of duties
   *     with gaps would leave goods undetermined for a wrong reason
   */
  public static MeursingTable parse(String csv) {
    Objects.requireNonNull(csv, "csv");
    return of(
        CsvFile.read("Meursing table", new StringReader(csv), COLUMNS, COLUMNS)
            .records(MeursingTable::row)
            .orThrow());
  }

  private static @Nullable Row row(org.tariffeconomics.reading.Row cells) {
    String code = cells.required("code");
    OriginScope area = cells.parsed("area", MeursingTable::area);
    AgriculturalComponent component = cells.parsed("component", AgriculturalComponent::parse);
    DutyRate.Specific duty = cells.parsed("duty", MeursingTable::specific);
    return area == null || component == null || duty == null
        ? null
        : cells.built("code", () -> new Row(code, area, component, duty));
  }

  private static OriginScope area(String text) {
    return OriginScope.parse(text.equals(ERGA_OMNES) ? "*" : text);
  }

  private static DutyRate.Specific specific(String text) {
    DutyRate duty = DutyRate.parse(text);
    if (!(duty instanceof DutyRate.Specific specific)) {
      throw new IllegalArgumentException(
          "the duty must be money per quantity, not " + Texts.quoted(duty.toString()));
    }
    return specific;
  }

  /** {@return the rows in their order} */
  public List<Row> rows() {
    return rows;
  }

  /**
   * What is due for a component: the row whose area fits the origin most closely.
   *
   * @param component the component
   * @param code the additional code
   * @param origin the country of origin
   * @param day the day of entry, for the members of groups
   * @return the money per quantity; empty where no row fits, or several fit equally closely and
   *     differ
   */
  public Optional<DutyRate.Specific> find(
      AgriculturalComponent component, String code, Country origin, LocalDate day) {
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(day, "day");
    int closest =
        candidates(component, code)
            .mapToInt(r -> r.area().specificity(origin, day))
            .reduce(OriginScope.NO_MATCH, Math::max);
    List<DutyRate.Specific> duties =
        candidates(component, code)
            .filter(r -> closest >= 0 && r.area().specificity(origin, day) == closest)
            .map(Row::duty)
            .distinct()
            .toList();
    return duties.size() == 1 ? Optional.of(duties.get(0)) : Optional.empty();
  }

  private Stream<Row> candidates(AgriculturalComponent component, String code) {
    return rows.stream().filter(r -> r.component() == component && r.code().equals(code.strip()));
  }

  /** The duty of a component; without origin and day only rows for every origin count. */
  DutyAmount duty(AgriculturalComponent component, String code, DutyBasis basis) {
    boolean dated = basis.origin().isPresent() && basis.day().isPresent();
    Optional<DutyRate.Specific> found =
        dated
            ? find(component, code, basis.origin().get(), basis.day().get())
            : candidates(component, code)
                .filter(r -> r.area().equals(OriginScope.all()))
                .findFirst()
                .map(Row::duty);
    return found
        .map(specific -> specific.on(basis))
        .orElseGet(
            () ->
                DutyAmount.undetermined(
                    new Unknown.NotBundled(
                        "Meursing code " + code, missing(component, code, basis))));
  }

  private boolean isAmongSeveral(AgriculturalComponent component, String code, DutyBasis basis) {
    return basis.origin().isPresent()
        && basis.day().isPresent()
        && candidates(component, code)
            .anyMatch(r -> r.area().includes(basis.origin().get(), basis.day().get()));
  }

  private String missing(AgriculturalComponent component, String code, DutyBasis basis) {
    return rows.isEmpty()
        ? "no Meursing table is given for " + component
        : "the Meursing table has "
            + (isAmongSeveral(component, code, basis) ? "more than one " : "no ")
            + component
            + " for "
            + code
            + " from "
            + basis.origin().map(Country::toString).orElse("an unstated origin");
  }

  /**
   * The rows as a table.
   *
   * @return the table with the columns of the text form
   */
  public Table table() {
    return Table.of(
        "Agricultural components by Meursing code",
        COLUMNS,
        rows.stream()
            .map(
                r ->
                    List.of(
                        Cell.text(r.code()),
                        Cell.text(r.area().toString()),
                        Cell.text(r.component().toString()),
                        Cell.text(r.duty().toString())))
            .toList());
  }

  /** Tables are equal when their rows are, in their order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MeursingTable that && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  /** The number of rows. */
  @Override
  public String toString() {
    return "Meursing table of " + rows.size() + " rows";
  }
}
