package org.tariffeconomics.competitiveness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Which share of a book sits in exporters that are more than so many points behind a rival.
 *
 * <p>The lead of an exporter is the lowest tariff among its rivals on the product less its own, as
 * a fraction; a negative lead is a lag. Only rivals with a stated share of the product's known
 * imports count, so that a supplier of next to nothing does not set the mark. A holding whose lead
 * is not known is listed as unknown with the reason and counted apart, never as safe. Rivals whose
 * tariff or imports are not known cannot be compared and are named under the table.
 *
 * <p>A holding in a member of a group that the market lists as one origin, such as Germany where
 * the market has {@code EU}, is placed with that group: see {@link ImportMarket#originOf}.
 *
 * @since 0.1.0
 */
public final class BookExposure {

  private final ImportMarket market;
  private final String currency;
  private final double threshold;
  private final List<Line> lines;

  BookExposure(ImportMarket market, String currency, double threshold, List<Line> lines) {
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(l -> l.lead().value().orElse(Double.MAX_VALUE)));
    lines = List.copyOf(sorted);
    this.market = market;
    this.currency = currency;
    this.threshold = threshold;
    this.lines = lines;
  }

  /** {@return the market} */
  public ImportMarket market() {
    return market;
  }

  /** {@return the book's currency} */
  public String currency() {
    return currency;
  }

  /** {@return how far behind counts, as a fraction: 0.05 is five points} */
  public double threshold() {
    return threshold;
  }

  /** {@return the holdings, the furthest behind first, unknown ones last} */
  public List<Line> lines() {
    return lines;
  }

  /** A holding with its exporter's lead. */
  public static final class Line {

    private final Holding holding;
    private final Figure lead;
    private final Optional<String> rival;

    Line(Holding holding, Figure lead, Optional<String> rival) {
      this.holding = holding;
      this.lead = lead;
      this.rival = rival;
    }

    /** {@return the holding} */
    public Holding holding() {
      return holding;
    }

    /**
     * {@return the best placed rival's tariff less the own one, as a fraction; negative is behind}
     */
    public Figure lead() {
      return lead;
    }

    /** {@return the best placed rival; empty where the lead is unknown} */
    public Optional<String> rival() {
      return rival;
    }

    /** The holding with its lead. */
    @Override
    public String toString() {
      return holding.name() + ": " + FigureCells.points(lead);
    }

    private List<Object> components() {
      return List.of(holding, lead, rival);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line that && components().equals(that.components());
    }

    @Override
    public int hashCode() {
      return components().hashCode();
    }
  }

  /**
   * Places every holding of a book.
   *
   * @param book the holdings
   * @param currency the book's currency, such as {@code EUR m}
   * @param market the market; holdings name its origins and products
   * @param threshold how far behind counts, as a fraction, not negative: 0.05 is five points
   * @param smallestRivalShare the share of a product's known imports from which a rival counts,
   *     from 0 to 1
   * @return the exposure
   * @throws IllegalArgumentException when a number is out of its bounds
   */
  public static BookExposure of(
      List<Holding> book,
      String currency,
      ImportMarket market,
      double threshold,
      double smallestRivalShare) {
    Objects.requireNonNull(book, "book");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(market, "market");
    Fractions.notNegative("threshold", threshold);
    Require.within("smallestRivalShare", smallestRivalShare, 0, 1);
    List<Line> lines = book.stream().map(h -> line(h, market, smallestRivalShare)).toList();
    return new BookExposure(market, currency, threshold, lines);
  }

  private static Line line(Holding holding, ImportMarket market, double smallestShare) {
    Optional<MarketSupplier> own =
        market
            .originOf(holding.origin())
            .flatMap(origin -> market.supplier(holding.product(), origin));
    if (own.isEmpty()) {
      return unknown(
          holding, holding.origin() + " is no supplier of " + holding.product() + " in the market");
    }
    if (!own.get().tariff().isKnown()) {
      return unknown(holding, own.get().tariff().reason());
    }
    Optional<MarketSupplier> best = bestRival(own.get(), market, smallestShare);
    if (best.isEmpty()) {
      return unknown(holding, "no rival with a known tariff and a large enough share");
    }
    double lead = best.get().tariff().known() - own.get().tariff().known();
    return new Line(holding, Figure.of(lead), Optional.of(best.get().origin()));
  }

  private static Line unknown(Holding holding, String reason) {
    return new Line(holding, Figure.unknown(reason), Optional.empty());
  }

  @SuppressWarnings("ReferenceEquality") // a rival is any other entry, an equal one too
  private static Optional<MarketSupplier> bestRival(
      MarketSupplier own, ImportMarket market, double smallestShare) {
    List<MarketSupplier> all = market.suppliersOf(own.product());
    double imports = all.stream().mapToDouble(s -> s.imports().value().orElse(0)).sum();
    return all.stream()
        .filter(s -> s != own && s.isWeighable())
        .filter(s -> s.imports().known() >= smallestShare * imports)
        .min(Comparator.comparingDouble(s -> s.tariff().known()));
  }

  /**
   * The amount of the book.
   *
   * @return the sum of all holdings
   */
  public double amount() {
    return lines.stream().mapToDouble(l -> l.holding().amount()).sum();
  }

  /**
   * {@return the holdings whose exporters are behind by more than the threshold, the furthest
   * first}
   */
  public List<Line> behind() {
    return lines.stream().filter(this::isBehind).toList();
  }

  /**
   * {@return the share of the book in exporters that are behind by more than the threshold, as a
   * fraction; unknown for an empty book}
   */
  public Figure shareBehind() {
    return share(behind());
  }

  /**
   * {@return the share of the book whose exporters cannot be placed, as a fraction; unknown for an
   * empty book}
   */
  public Figure shareUnknown() {
    return share(lines.stream().filter(l -> !l.lead().isKnown()).toList());
  }

  private Figure share(List<Line> some) {
    double amount = amount();
    return amount > 0
        ? Figure.of(some.stream().mapToDouble(l -> l.holding().amount()).sum() / amount)
        : Figure.unknown("the book holds nothing");
  }

  private boolean isBehind(Line line) {
    return line.lead().isKnown() && line.lead().known() < -threshold;
  }

  /**
   * Every holding, the furthest behind first.
   *
   * @return the table; negative leads are lags
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(
          List.of(
              Cell.text(line.holding().name()),
              Cell.text(line.holding().origin()),
              Cell.text(line.holding().product()),
              Cell.number(line.holding().amount(), 2, currency),
              FigureCells.points(line.lead()),
              Cell.text(line.rival().orElse("")),
              Cell.text(isBehind(line) ? "behind" : ""),
              Cell.text(line.lead().reason())));
    }
    return new Table(
        "Book against the best rival in " + market.name() + " (negative = behind)",
        List.of("holding", "origin", "product", "amount", "lead", "rival", "mark", "why unknown"),
        rows,
        market.caption(this + "; amounts in " + currency, notCompared()));
  }

  private String notCompared() {
    List<String> products = lines.stream().map(l -> l.holding().product()).distinct().toList();
    return LeftOut.sentence(
        market.suppliers().stream()
            .filter(s -> products.contains(s.product()) && !s.isWeighable())
            .toList(),
        products.size() > 1);
  }

  /** The share behind and the share unknown in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s of the book is more than %.1f pp behind, %s unknown",
        FigureCells.percent(shareBehind()),
        100 * threshold,
        FigureCells.percent(shareUnknown()));
  }

  private List<Object> components() {
    return List.of(market, currency, threshold, lines);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BookExposure that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }
}
