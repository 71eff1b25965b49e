package org.tariffeconomics.economy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.panel.PanelOutcome;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The law of a day as the shock of a world: the duties of one importer by line and origin, to be
 * folded to two numbers a pair and sector with the weights of its trade, for the elasticities of
 * any model.
 *
 * <p>Two states of the law are compared, that of the day and that of the world's base: a good's
 * power changes by {@code T̂ = (1 + law(day))/(1 + law(base day))}, applied to what was
 * <em>collected</em> in the base, so that claims of preferences stay as they were. Amendments,
 * deals, what-ifs and retaliation are books, so that their panels are shocks without anything new.
 *
 * <p>What is not known widens the answer:
 *
 * <ul>
 *   <li>a duty that lies between two is <em>open</em>: {@link #bounds} gives two shocks, at the
 *       lowest and at the highest duties, and {@link Equilibrium#solve(ShockSource)} intervals of
 *       all results;
 *   <li>a duty of which no rate is known, and an exporter that the trade has no line of, are
 *       <em>unknown</em>: they are refused until {@link #withUnknownAdding} or {@link
 *       #withUnknownLikeOthers} says what to take for them, which every result then prints;
 *   <li>trade that the panel or the world does not have is <em>left out</em> and reported beside;
 *       what is left of a pair stands for it.
 * </ul>
 *
 * <p>Prohibited goods fall away.
 *
 * @since 0.1.0
 */
public final class LawShock implements ShockSource {

  private final World world;
  private final String importer;
  private final String words;
  private final Map<Integer, PairGoods> cells;
  private final double leftOut;
  private final UnknownDuties unknown;

  /** Made when first asked for; whoever makes it makes the same. */
  private volatile @Nullable Map<Integer, GoodsEnds> goods;

  /**
   * Two shocks: everything that is open at its lowest, and everything at its highest.
   *
   * @param lowest open duties at their lowest
   * @param highest open duties at their highest
   */
  public record Bounds(DutyShock lowest, DutyShock highest) {

    /**
     * Refuses nulls.
     *
     * @param lowest open duties at the lower end
     * @param highest open duties at the upper end
     */
    public Bounds {
      Objects.requireNonNull(lowest, "lowest");
      Objects.requireNonNull(highest, "highest");
    }
  }

  LawShock(
      World world,
      String importer,
      String words,
      Map<Integer, PairGoods> cells,
      double leftOut,
      UnknownDuties unknown) {
    this.world = world;
    this.importer = importer;
    this.words = words;
    this.cells = cells;
    this.leftOut = leftOut;
    this.unknown = unknown;
  }

  /**
   * A law over goods that are given one by one.
   *
   * @param world the world
   * @param importer the economy whose law it is
   * @param words what is compared, for the stamp: {@code law of 2025-09-16 against 2025-01-01}
   * @return a builder without goods
   * @throws IllegalArgumentException when the world has no such economy
   */
  public static LawShockBuilder builder(World world, String importer, String words) {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(words, "words");
    return new LawShockBuilder(
        world, importer, words, BundledWorlds.economyOf(world), BundledWorlds.lazySectorOf(world));
  }

  /**
   * The law of a day over the trade of an importer. Countries that the world has not by themselves
   * belong to its bundled blocs and rests; lines belong to its sectors by the bundled concordance.
   *
   * @param world the world, of one sector or with the sectors of {@link World#sectors2011()}
   * @param importer the economy whose law it is
   * @param after the panel on the day
   * @param before the panel in the base, of the same lines and origins
   * @param trade the importer's trade by line and origin
   * @return the law
   * @throws IllegalArgumentException when the world has no such economy or its sectors no bundled
   *     concordance, the two panels differ in lines or origins, or an origin comes twice
   */
  public static LawShock of(
      World world, String importer, PanelSlice after, PanelSlice before, TradeWeights trade) {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(trade, "trade");
    return of(
        world,
        importer,
        after,
        before,
        trade,
        BundledWorlds.economyOf(world),
        BundledWorlds.sectorOf(world));
  }

  /**
   * The law of a day over the trade of an importer, with other concordances.
   *
   * @param world the world
   * @param importer the economy whose law it is
   * @param after the panel on the day
   * @param before the panel in the base, of the same lines and origins
   * @param trade the importer's trade by line and origin
   * @param economyOf the economy of the world that a country belongs to; empty where it has none
   * @param sectorOf the sector that a line belongs to; empty where it has none
   * @return the law
   * @throws IllegalArgumentException when the world has no such economy or sector, the two panels
   *     differ in lines or origins, or an origin comes twice
   */
  public static LawShock of(
      World world,
      String importer,
      PanelSlice after,
      PanelSlice before,
      TradeWeights trade,
      Function<Country, Optional<String>> economyOf,
      Function<HsCode, Optional<String>> sectorOf) {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(trade, "trade");
    Objects.requireNonNull(economyOf, "economyOf");
    Objects.requireNonNull(sectorOf, "sectorOf");
    Map<HsCode, Integer> lines = lineNumbers(after, before);
    Map<Country, Integer> origins = originNumbers(after);
    LawShockBuilder builder =
        new LawShockBuilder(
            world,
            importer,
            "law of " + after.day() + " against " + before.day() + ", weighted by " + trade.label(),
            economyOf,
            sectorOf);
    trade.forEach(
        (lineAt, originAt, value) -> {
          HsCode code = trade.lines().get(lineAt);
          Country country = trade.origins().get(originAt);
          Integer line = lines.get(code);
          Integer origin = origins.get(country);
          if (line == null || origin == null) {
            builder.leaveOut(value);
            return;
          }
          Optional<EstimateRange> old = before.range(line, origin).map(LawShock::fractions);
          Optional<EstimateRange> now = after.range(line, origin).map(LawShock::fractions);
          boolean banned = after.outcome(line, origin) == PanelOutcome.PROHIBITED;
          if (old.isPresent() && (now.isPresent() || banned)) {
            builder.add(country, code, value, old.get(), now);
          } else {
            builder.addUnknown(country, code, value);
          }
        });
    return builder.build();
  }

  static EstimateRange fractions(RateRange range) {
    return new EstimateRange(
        range.lowest().fraction().doubleValue(), range.highest().fraction().doubleValue());
  }

  /** The numbers of the lines of two panels, which must be of the same lines and origins. */
  static Map<HsCode, Integer> lineNumbers(PanelSlice after, PanelSlice before) {
    if (!after.lines().equals(before.lines()) || !after.origins().equals(before.origins())) {
      throw new IllegalArgumentException(
          "after and before must be of the same lines and origins, as two days of one panel are");
    }
    Map<HsCode, Integer> lines = new HashMap<>();
    after.lines().forEach(line -> lines.putIfAbsent(line, lines.size()));
    return lines;
  }

  static Map<Country, Integer> originNumbers(PanelSlice slice) {
    Map<Country, Integer> origins = new HashMap<>();
    for (int o = 0; o < slice.origins().size(); o++) {
      Country country = slice.origins().get(o).country();
      if (origins.put(country, o) != null) {
        throw new IllegalArgumentException("The panel has the origin " + country + " twice");
      }
    }
    return origins;
  }

  /**
   * The same law with a range for duties of which nothing is known.
   *
   * @param least what they add to the base duty at least, as a fraction
   * @param most what they add at most, not below the least
   * @return a new law
   * @throws IllegalArgumentException when the least is above the most, or not above −1
   */
  public LawShock withUnknownAdding(double least, double most) {
    Require.tariff("least", least);
    if (!(Require.finite("most", most) >= least)) {
      throw new IllegalArgumentException(
          "most must not be below least, " + least + ", but was " + most);
    }
    return with(new UnknownDuties(UnknownDuties.Kind.ADDING, least, most));
  }

  /** {@return the same law with unknown duties as in the base, which every result then says} */
  public LawShock withUnknownUnchanged() {
    return withUnknownAdding(0, 0);
  }

  /**
   * The same law where duties of which nothing is known lie between the least and the most that the
   * other goods of their exporter bear; those of an exporter of which no goods are known, between
   * those of the exporter that bears least and of the one that bears most.
   *
   * @return a new law
   */
  public LawShock withUnknownLikeOthers() {
    return with(new UnknownDuties(UnknownDuties.Kind.LIKE_OTHERS, 0, 0));
  }

  private LawShock with(UnknownDuties other) {
    return new LawShock(world, importer, words, cells, leftOut, other);
  }

  /** {@return the world} */
  public World world() {
    return world;
  }

  /** {@return the economy whose law it is} */
  public String importer() {
    return importer;
  }

  /** {@return this law} */
  @Override
  public LawShock lawShock() {
    return this;
  }

  private double total() {
    return leftOut + cells.values().stream().mapToDouble(PairGoods::value).sum();
  }

  private double share(double part) {
    double all = total();
    return all == 0 ? 0 : part / all;
  }

  /** {@return the share of the importer's trade whose duty lies between two} */
  public double openShare() {
    return share(cells.values().stream().mapToDouble(PairGoods::openValue).sum());
  }

  /** {@return the share of the importer's trade of whose duty nothing is known} */
  public double unknownShare() {
    return share(cells.values().stream().mapToDouble(PairGoods::unknownValue).sum());
  }

  /** {@return the share of the importer's trade that the panel or the world does not have} */
  public double leftOutShare() {
    return share(leftOut);
  }

  /**
   * The share of the importer's purchases in the world that come from exporters of which the trade
   * has no goods, in the sectors that it has goods of.
   *
   * @return the share of the world's flows
   */
  public double uncoveredShare() {
    double all = 0;
    boolean[] has = sectorsWithGoods();
    for (int cell : world.cells("*", importer, "*")) {
      all += has[cell / (world.size() * world.size())] ? world.flows()[cell] : 0;
    }
    double uncovered = uncovered().stream().mapToDouble(cell -> world.flows()[cell]).sum();
    return all == 0 ? 0 : uncovered / all;
  }

  private boolean[] sectorsWithGoods() {
    boolean[] has = new boolean[world.sectors().size()];
    cells.forEach((cell, goods) -> has[cell / (world.size() * world.size())] |= goods.value() > 0);
    return has;
  }

  /** Cells that the importer buys from in sectors with goods, without goods of their own. */
  private List<Integer> uncovered() {
    boolean[] has = sectorsWithGoods();
    List<Integer> uncovered = new ArrayList<>();
    for (int cell : world.cells("*", importer, "*")) {
      PairGoods goods = cells.get(cell);
      boolean none = goods == null || goods.value() == 0;
      if (none && has[cell / (world.size() * world.size())] && world.flows()[cell] > 0) {
        uncovered.add(cell);
      }
    }
    return uncovered;
  }

  /** {@return whether every duty is one number, so that there is one shock} */
  @JsonIgnore
  public boolean isDefinite() {
    boolean nothingUnknown = unknownShare() == 0 && uncovered().isEmpty();
    boolean oneNumber =
        unknown.kind() == UnknownDuties.Kind.ADDING && unknown.least() == unknown.most();
    return openShare() == 0 && (nothingUnknown || oneNumber);
  }

  /**
   * The shock, where every duty is one number.
   *
   * @param elasticity the elasticities of the model
   * @return the shock
   * @throws IllegalStateException when a duty is open or unknown
   * @throws IllegalArgumentException when a sector has no elasticity, or all goods of a pair are
   *     prohibited
   */
  public DutyShock shock(Elasticity elasticity) {
    Objects.requireNonNull(elasticity, "elasticity");
    if (!isDefinite()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "There is no one shock: duties on %.2f%% of the trade lie between two, of %.2f%%"
                  + " nothing is known; take bounds, or solve the law itself",
              100 * openShare(),
              100 * unknownShare()));
    }
    return bounds(elasticity).lowest();
  }

  /**
   * The two shocks at the lowest and at the highest duties.
   *
   * @param elasticity the elasticities of the model
   * @return the two shocks, equal where everything is known
   * @throws IllegalStateException when duties are unknown and nothing is said of them
   * @throws IllegalArgumentException when a sector has no elasticity, or all goods of a pair are
   *     prohibited
   */
  public Bounds bounds(Elasticity elasticity) {
    Objects.requireNonNull(elasticity, "elasticity");
    FoldedLaw folded = folded(elasticity);
    return new Bounds(folded.shock(exporter -> false), folded.shock(exporter -> true));
  }

  FoldedLaw folded(Elasticity elasticity) {
    requireSaid();
    double[] thetas = elasticity.thetas(world.sectors());
    FoldedLaw folded = new FoldedLaw(world, goods(), thetas, notes());
    addWithoutGoods(folded);
    return folded;
  }

  /** The goods of cells that have any whose duties are known, whatever the elasticity. */
  private Map<Integer, GoodsEnds> goods() {
    Map<Integer, GoodsEnds> found = goods;
    if (found == null) {
      found = new LinkedHashMap<>();
      for (Map.Entry<Integer, PairGoods> each : cells.entrySet()) {
        if (each.getValue().isKnown()) {
          found.put(each.getKey(), ends(each.getKey(), each.getValue()));
        }
      }
      goods = found;
    }
    return found;
  }

  private GoodsEnds ends(int cell, PairGoods of) {
    double collected = world.duties()[cell];
    return of.ends(
        collected,
        unknown.after(collected, of.extremeChange(false), false),
        unknown.after(collected, of.extremeChange(true), true));
  }

  private void requireSaid() {
    if (unknown.kind() == UnknownDuties.Kind.REFUSED
        && (unknownShare() > 0 || !uncovered().isEmpty())) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Duties on %.2f%% of the trade have no rate, and %.2f%% of the world's flows come"
                  + " from exporters that it has no goods of"
                  + LawShares.ADVICE,
              100 * unknownShare(),
              100 * uncoveredShare()));
    }
  }

  /** Cells of which no duty is known are put between the least and the most of the others. */
  private void addWithoutGoods(FoldedLaw to) {
    List<Integer> without = uncovered();
    cells.forEach(
        (cell, of) -> {
          if (!of.isKnown() && of.value() > 0) {
            without.add(cell);
          }
        });
    double low = to.extremeChange(false);
    double high = to.extremeChange(true);
    for (int cell : without) {
      double collected = world.duties()[cell];
      to.add(
          cell,
          GoodsEnds.ofOne(
              collected,
              unknown.after(collected, low, false),
              unknown.after(collected, high, true)));
    }
  }

  /** What is to be known of the law, one line each. */
  private List<String> notes() {
    List<String> notes = shares().notes(words, unknown.words());
    if (!uncovered().isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%.2f%% of imports in the world come from exporters without goods here, which %s",
              100 * uncoveredShare(),
              unknown.words()));
    }
    notes.addAll(shares().leftOutNote());
    return notes;
  }

  private LawShares shares() {
    return new LawShares(openShare(), unknownShare(), leftOutShare());
  }

  /** What stands under draws, which try two ends only. */
  List<String> drawNotes() {
    List<String> notes = notes();
    if (!isDefinite()) {
      notes.add("intervals are between all open duties at their lowest and all at their highest");
    }
    return notes;
  }

  /**
   * What is known: the trade of each exporter, the shares that are open and unknown, and the two
   * numbers with the average beside them.
   *
   * @param elasticity the elasticities of the model
   * @return one row an exporter and sector, largest trade first
   * @throws IllegalStateException when duties are unknown and nothing is said of them
   */
  public Table coverage(Elasticity elasticity) {
    Objects.requireNonNull(elasticity, "elasticity");
    FoldedLaw folded = folded(elasticity);
    List<List<Cell>> rows = new ArrayList<>();
    for (Map.Entry<Integer, PairGoods> each : PairGoods.byTrade(cells)) {
      int cell = each.getKey();
      PairGoods goods = each.getValue();
      FoldedDuties low = folded.of(cell, false);
      FoldedDuties high = folded.of(cell, true);
      rows.add(
          List.of(
              Cell.text(world.economies().get(cell % world.size())),
              Cell.text(world.sectors().get(cell / (world.size() * world.size()))),
              Cell.number(goods.value(), 0, ""),
              Cell.percent(goods.openValue() / goods.value(), 1),
              Cell.percent(goods.unknownValue() / goods.value(), 1),
              RangeCells.relative(low.powerChange() - 1, high.powerChange() - 1, 2),
              RangeCells.percent(low.collectedRate(), high.collectedRate(), 2),
              RangeCells.percent(low.meanDuty(), high.meanDuty(), 2)));
    }
    List<String> columns =
        List.of("exporter", "sector", "trade", "open", "unknown", "price", "collected", "average");
    return Table.of("Duties of " + importer + " folded", columns, rows).withCaption(notes());
  }

  /** What was folded, and the shares that are open, unknown and left out. */
  @Override
  public String toString() {
    return words + ": " + shares();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LawShock that
        && world.equals(that.world)
        && importer.equals(that.importer)
        && words.equals(that.words)
        && cells.equals(that.cells)
        && Double.compare(leftOut, that.leftOut) == 0
        && unknown.equals(that.unknown);
  }

  @Override
  public int hashCode() {
    return Objects.hash(world, importer, words, cells);
  }
}
