package org.tariffeconomics.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.investment.Firmness;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * How large trade deals are, by several measures: those of 2025 and 2026 and the main ones before.
 *
 * <p>“The largest deal in history” has no answer without a measure, and each measure names another
 * deal; {@link #largest} says so measure by measure. Figures are those of the sources: trade and
 * duty forgone are static and of 2024 where nothing else is said, shares of world GDP are of
 * different years.
 *
 * @since 0.1.0
 */
public final class UsDealSizes {

  private static final String FILE = "deals/largest-deals.csv";

  private UsDealSizes() {}

  /** By what deals are compared. */
  public enum Measure {
    /** Goods trade of the parties with each other a year, billions of dollars. */
    TRADE("goods trade a year, USD bn"),
    /** The parties' share of the world's GDP, percent. */
    GDP_SHARE("share of world GDP, percent"),
    /** The partner's GDP, billions of dollars. */
    GDP("partner's GDP, USD bn"),
    /** An investment pledged, billions of dollars. */
    PLEDGE("investment pledged, USD bn"),
    /** Purchases pledged, billions of dollars. */
    PURCHASE("purchases pledged, USD bn"),
    /** Duty forgone on cars a year, billions of dollars. */
    DUTY_FORGONE("duty forgone on cars a year, USD bn"),
    /** Something else, which cannot be ranked with others. */
    OTHER("other");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    /** The measure with its unit. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * One figure of one deal.
   *
   * @param deal the deal's name
   * @param partner the partner of the United States; empty for deals of others
   * @param scope how many parties
   * @param measure by what it is measured
   * @param value the figure; empty where the source has only words
   * @param unit its unit, with what the source adds to it
   * @param text what is measured
   * @param source where it stands
   * @param note what is to be known of it
   */
  public record Size(
      String deal,
      String partner,
      String scope,
      Measure measure,
      Optional<BigDecimal> value,
      String unit,
      String text,
      Source source,
      String note) {

    /**
     * Refuses nulls.
     *
     * @param deal the deal's name
     * @param partner the partner of the United States; empty for deals of others
     * @param scope how many parties
     * @param measure by what it is measured
     * @param value the figure; empty where the source has only words
     * @param unit its unit, with what the source adds to it
     * @param text what is measured
     * @param source where it stands
     * @param note what is to be known of it
     */
    public Size {
      Objects.requireNonNull(deal, "deal");
      Objects.requireNonNull(partner, "partner");
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(measure, "measure");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(note, "note");
      value = value.map(PlainNumber::plain);
    }

    /** {@return whether it is a deal about tariffs that was concluded} */
    @JsonIgnore
    public boolean isTariffDeal() {
      return !deal.contains("no trade deal") && !deal.contains("talks") && !deal.equals("TPP");
    }

    /** The deal, the value and what is measured. */
    @Override
    public String toString() {
      return deal + ": " + value.map(v -> v.toPlainString() + " ").orElse("") + unit + ", " + text;
    }
  }

  private static final class Held {
    private static final List<Size> SIZES =
        CsvFile.read(FILE, Bundled.open(FILE), List.of("deal"), Set.of())
            .records(UsDealSizes::size)
            .orThrow();
  }

  private static @Nullable Size size(Row row) {
    Measure measure = row.word("measure", Measure.class);
    return measure == null
        ? null
        : new Size(
            row.required("deal"),
            row.cell("partner"),
            row.cell("scope"),
            measure,
            row.number("value").value(),
            row.cell("unit"),
            row.cell("text"),
            row.source(),
            row.cell("note"));
  }

  /** {@return all figures} */
  public static List<Size> all() {
    return Held.SIZES;
  }

  /**
   * The figures of one measure, largest first; pledges of one deal by different parties stand each
   * by itself.
   *
   * @param measure the measure
   * @return the figures that have a value
   */
  public static List<Size> by(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    return all().stream()
        .filter(s -> s.measure() == measure && s.value().isPresent())
        .sorted(Comparator.comparing((Size s) -> s.value().orElseThrow()).reversed())
        .toList();
  }

  /**
   * The largest deal by each measure, and where a partner's deal stands.
   *
   * @param partner the partner of the United States whose deal is placed, such as {@code JP}
   * @return the table: largest of all, largest of tariff deals, the partner's figure, and whether
   *     it is the largest
   * @throws IllegalArgumentException when no size of a deal with the partner is held
   */
  public static Table largest(String partner) {
    Objects.requireNonNull(partner, "partner");
    String code = UsPaid.code(partner);
    if (all().stream().noneMatch(s -> s.partner().equals(code))) {
      throw new IllegalArgumentException(
          "No size of a deal with "
              + code
              + " is held; partners: "
              + all().stream().map(Size::partner).filter(p -> !p.isEmpty()).distinct().toList());
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      List<Size> ranked = by(measure);
      if (measure != Measure.OTHER && !ranked.isEmpty()) {
        rows.add(row(measure, ranked, code));
      }
    }
    rows.add(bound(code));
    return Table.of(
            "Is the deal with " + code + " the largest in history? By each measure",
            List.of("measure", "largest", "value", "largest tariff deal", code, "is the largest"),
            rows)
        .withCaption(
            List.of(
                "the measure decides: no deal is the largest by all of them",
                "pledges are promises of unlike firmness; a pledge of firms is none of a"
                    + " government"));
  }

  /** The pledges of the register that bind a government, each deal's added up. */
  private static List<Cell> bound(String partner) {
    Map<String, BigDecimal> bound = new TreeMap<>();
    for (Deal deal : UsDeals.register().deals()) {
      deal.investments().stream()
          .filter(i -> i.firmness() == Firmness.BINDING)
          .forEach(
              i ->
                  bound.merge(
                      deal.partner(), i.headline().getAmount().movePointLeft(9), BigDecimal::add));
    }
    String top =
        bound.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("-");
    BigDecimal own = bound.get(partner);
    return List.of(
        Cell.text("pledge that binds a government in a tariff deal since 2025, USD bn"),
        Cell.text(top),
        Cell.number(bound.getOrDefault(top, BigDecimal.ZERO), 2, ""),
        Cell.text(top),
        own == null ? Cell.unknown("none is held") : Cell.number(own, 2, ""),
        Cell.text(top.equals(partner) ? "yes" : "no"));
  }

  private static List<Cell> row(Measure measure, List<Size> ranked, String partner) {
    Size top = ranked.get(0);
    Optional<Size> own = ranked.stream().filter(s -> s.partner().equals(partner)).findFirst();
    Optional<Size> tariff = ranked.stream().filter(Size::isTariffDeal).findFirst();
    return List.of(
        Cell.text(measure.toString()),
        Cell.text(top.deal()),
        Cell.number(top.value().orElseThrow(), 2, ""),
        Cell.text(tariff.map(Size::deal).orElse("-")),
        own.flatMap(Size::value)
            .map(v -> Cell.number(v, 2, ""))
            .orElseGet(() -> Cell.unknown("not held by this measure")),
        own.map(s -> Cell.text(s.deal().equals(top.deal()) ? "yes" : "no"))
            .orElseGet(() -> Cell.unknown("not held by this measure")));
  }

  /**
   * The figures of one measure as a table.
   *
   * @param measure the measure
   * @return deal, parties, value, unit, note and source, largest first
   */
  public static Table table(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    List<List<Cell>> rows = new ArrayList<>();
    for (Size each : by(measure)) {
      rows.add(
          List.of(
              Cell.text(each.deal()),
              Cell.text(each.scope()),
              Cell.number(each.value().orElseThrow(), 2, each.unit()),
              Cell.text(each.note().isEmpty() ? "-" : each.note()),
              Cell.text(each.source().toString())));
    }
    return Table.of(
        "Deals by " + measure, List.of("deal", "parties", "value", "note", "source"), rows);
  }
}
