package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.panel.PanelOutcome;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The law of a day as the shock of a world: the duties of one importer by line and origin, folded
 * to two numbers a pair and sector with the weights of its trade, for the elasticities of the
 * model.
 *
 * <p>Two states of the law are compared, that of the day and that of the world's base: a good's
 * power changes by {@code T̂ = (1 + law(day))/(1 + law(base day))}, applied to what was
 * <em>collected</em> in the base, so that claims of preferences stay as they were. Amendments,
 * deals, what-ifs and retaliation are books, so that their panels are shocks without anything new.
 *
 * <p>Trade whose duty has no rate in one of the two states (it hangs on a quantity, or is
 * undetermined) is <em>open</em>: {@link #shock()} refuses it, {@link #between} takes a range for
 * it and gives two shocks, and {@link #openUnchanged()} keeps its base duty and says so in every
 * result. Trade that the panel or the world does not have is <em>left out</em> and reported beside
 * it. Prohibited goods fall away.
 */
public final class LawShock {

  private final World world;
  private final String importer;
  private final Elasticity elasticity;
  private final String words;
  private final Map<Integer, Goods> cells;
  private final double leftOut;

  /** The goods of one pair and sector. */
  private static final class Goods {
    private final List<double[]> known = new ArrayList<>();
    private double open;

    /** Value, base duty by law and duty after; infinite where the import is prohibited. */
    void add(double value, double before, double after) {
      known.add(new double[] {value, before, after});
    }

    double knownValue() {
      return known.stream().mapToDouble(each -> each[0]).sum();
    }

    double value() {
      return knownValue() + open;
    }
  }

  /**
   * Two shocks between which the truth lies, as far as the range given for open duties holds.
   *
   * @param lowest open duties at the lower end
   * @param highest open duties at the upper end
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

  private LawShock(
      World world,
      String importer,
      Elasticity elasticity,
      String words,
      Map<Integer, Goods> cells,
      double leftOut) {
    this.world = world;
    this.importer = importer;
    this.elasticity = elasticity;
    this.words = words;
    this.cells = cells;
    this.leftOut = leftOut;
  }

  /**
   * Folds the law of a day for a world. Countries that the world has not by themselves belong to
   * its bundled blocs and rests; lines belong to its sectors by the bundled concordance.
   *
   * @param world the world, of one sector or with the sectors of {@link World#sectors2011()}
   * @param importer the economy whose law it is
   * @param elasticity the elasticities of the model that will be solved
   * @param after the panel on the day
   * @param before the panel in the base, of the same lines and origins
   * @param trade the importer's trade by line and origin
   * @return the folded law
   * @throws IllegalArgumentException when the world has no such economy or its sectors no bundled
   *     concordance, the two panels differ in lines or origins, or an origin comes twice
   */
  public static LawShock of(
      World world,
      String importer,
      Elasticity elasticity,
      PanelSlice after,
      PanelSlice before,
      TradeWeights trade) {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(elasticity, "elasticity");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(trade, "trade");
    return of(
        world,
        importer,
        elasticity,
        after,
        before,
        trade,
        BundledWorlds.economyOf(world),
        BundledWorlds.sectorOf(world));
  }

  /**
   * Folds the law of a day for a world with other concordances.
   *
   * @param world the world
   * @param importer the economy whose law it is
   * @param elasticity the elasticities of the model that will be solved
   * @param after the panel on the day
   * @param before the panel in the base, of the same lines and origins
   * @param trade the importer's trade by line and origin
   * @param economyOf the economy of the world that a country belongs to; empty where it has none
   * @param sectorOf the sector that a line belongs to; empty where it has none
   * @return the folded law
   * @throws IllegalArgumentException when the world has no such economy or sector, the two panels
   *     differ in lines or origins, or an origin comes twice
   */
  public static LawShock of(
      World world,
      String importer,
      Elasticity elasticity,
      PanelSlice after,
      PanelSlice before,
      TradeWeights trade,
      Function<Country, Optional<String>> economyOf,
      Function<HsCode, Optional<String>> sectorOf) {
    Objects.requireNonNull(world, "world");
    Objects.requireNonNull(importer, "importer");
    Objects.requireNonNull(elasticity, "elasticity");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(trade, "trade");
    Objects.requireNonNull(economyOf, "economyOf");
    Objects.requireNonNull(sectorOf, "sectorOf");
    world.economy(importer);
    Map<HsCode, Integer> lines = lineNumbers(after, before);
    Map<Country, Integer> origins = new HashMap<>();
    for (int o = 0; o < after.origins().size(); o++) {
      Country country = after.origins().get(o).country();
      if (origins.put(country, o) != null) {
        throw new IllegalArgumentException("The panel has the origin " + country + " twice");
      }
    }
    Map<Integer, Goods> cells = new LinkedHashMap<>();
    double[] leftOut = new double[1];
    trade.forEach(
        (lineAt, originAt, value) -> {
          Country country = trade.origins().get(originAt);
          Integer line = lines.get(trade.lines().get(lineAt));
          Integer origin = origins.get(country);
          Optional<String> economy = economyOf.apply(country).filter(e -> !e.equals(importer));
          Optional<String> sector = sectorOf.apply(trade.lines().get(lineAt));
          if (line == null || origin == null || economy.isEmpty() || sector.isEmpty()) {
            leftOut[0] += value;
          } else {
            int cell = world.cell(economy.get(), importer, sector.get());
            Goods goods = cells.computeIfAbsent(cell, key -> new Goods());
            add(goods, value, before, after, line, origin);
          }
        });
    String words =
        "law of " + after.day() + " against " + before.day() + ", weighted by " + trade.label();
    return new LawShock(world, importer, elasticity, words, cells, leftOut[0]);
  }

  private static void add(
      Goods goods, double value, PanelSlice before, PanelSlice after, int line, int origin) {
    Optional<Rate> old = before.rate(line, origin);
    Optional<Rate> now = after.rate(line, origin);
    boolean banned = after.outcome(line, origin) == PanelOutcome.PROHIBITED;
    if (old.isEmpty() || (now.isEmpty() && !banned)) {
      goods.open += value;
    } else {
      goods.add(
          value,
          old.get().fraction().doubleValue(),
          banned ? Double.POSITIVE_INFINITY : now.orElseThrow().fraction().doubleValue());
    }
  }

  /** {@return the share of the importer's trade whose duty has no rate in one of the two states} */
  public double openShare() {
    double all = total();
    return all == 0 ? 0 : cells.values().stream().mapToDouble(goods -> goods.open).sum() / all;
  }

  /** {@return the share of the importer's trade that the panel or the world does not have} */
  public double leftOutShare() {
    double all = total();
    return all == 0 ? 0 : leftOut / all;
  }

  private double total() {
    return leftOut + cells.values().stream().mapToDouble(Goods::value).sum();
  }

  /**
   * The shock, where every duty has a rate.
   *
   * @return the shock
   * @throws IllegalStateException when some trade is open: take {@link #between} or {@link
   *     #openUnchanged()}
   */
  public DutyShock shock() {
    if (openShare() > 0) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Duties on %.2f%% of the trade have no rate: give a range for them with between, or"
                  + " keep them as they were with openUnchanged",
              100 * openShare()));
    }
    return openAdding(0).withNote(words + leftOutWords());
  }

  /** {@return the shock with open duties as in the base, which every result then says} */
  public DutyShock openUnchanged() {
    return openAdding(0)
        .withNote(
            words
                + String.format(
                    Locale.ROOT,
                    "; %.2f%% of trade has no rate and keeps its base duty",
                    100 * openShare())
                + leftOutWords());
  }

  /**
   * Two shocks: open duties grow by the least and by the most that they may.
   *
   * @param least what is added to open duties at least, as a fraction
   * @param most what is added at most, not below the least
   * @return the two shocks; solve both for an interval of welfare
   * @throws IllegalArgumentException when the least is above the most or a duty would not be above
   *     −1
   */
  public Bounds between(double least, double most) {
    Require.finite("least", least);
    if (!(Require.finite("most", most) >= least)) {
      throw new IllegalArgumentException(
          "most must not be below least, " + least + ", but was " + most);
    }
    return new Bounds(noted(least), noted(most));
  }

  private DutyShock noted(double added) {
    return openAdding(added)
        .withNote(
            words
                + String.format(
                    Locale.ROOT,
                    "; %.2f%% of trade has no rate and is taken to bear %+.1f points",
                    100 * openShare(),
                    100 * added)
                + leftOutWords());
  }

  private String leftOutWords() {
    return leftOut == 0
        ? ""
        : String.format(Locale.ROOT, "; %.2f%% of trade is left out", 100 * leftOutShare());
  }

  private DutyShock openAdding(double added) {
    DutyShock shock = DutyShock.none(world);
    for (Map.Entry<Integer, Goods> each : cells.entrySet()) {
      if (each.getValue().value() > 0) {
        int cell = each.getKey();
        String sector = world.sectors().get(cell / (world.size() * world.size()));
        String exporter = world.economies().get(cell % world.size());
        shock =
            shock.withFolded(
                exporter,
                importer,
                sector,
                folded(each.getValue(), world.duties()[cell], elasticity.theta(sector), added));
      }
    }
    return shock;
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

  /**
   * Base duties by law are scaled to what was collected; where the law had none, all goods bore the
   * collected rate. A pair whose goods are all prohibited is refused: no finite duty says that.
   */
  private static FoldedDuties folded(Goods goods, double collected, double theta, double added) {
    int open = goods.open > 0 ? 1 : 0;
    int count = goods.known.size() + open;
    double[] values = new double[count];
    double[] before = new double[count];
    double[] after = new double[count];
    double byLaw = goods.known.stream().mapToDouble(each -> each[0] * each[1]).sum();
    double scale = byLaw > 0 ? collected * goods.knownValue() / byLaw : 0;
    for (int h = 0; h < goods.known.size(); h++) {
      double[] good = goods.known.get(h);
      values[h] = good[0];
      before[h] = byLaw > 0 ? scale * good[1] : collected;
      after[h] = (1 + before[h]) * (1 + good[2]) / (1 + good[1]) - 1;
    }
    if (open == 1) {
      values[count - 1] = goods.open;
      before[count - 1] = collected;
      after[count - 1] = collected + added;
    }
    if (Arrays.stream(after).noneMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "All goods of a pair are prohibited, which no duty says: leave the pair out by an"
              + " iceberg cost");
    }
    return FoldedDuties.ofWithBans(theta, values, before, after);
  }

  /**
   * {@return what is known: one row an exporter with its trade, the open share, the two numbers
   * with open duties unchanged, and the average beside them, largest trade first}
   */
  public Table coverage() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Map.Entry<Integer, Goods> each : cells.entrySet()) {
      Goods goods = each.getValue();
      int cell = each.getKey();
      String sector = world.sectors().get(cell / (world.size() * world.size()));
      if (goods.value() > 0) {
        FoldedDuties folded = folded(goods, world.duties()[cell], elasticity.theta(sector), 0);
        rows.add(
            List.of(
                Cell.text(world.economies().get(cell % world.size())),
                Cell.text(sector),
                Cell.number(goods.value(), 0, ""),
                Cell.percent(goods.open / goods.value(), 1),
                Cell.relative(folded.powerChange() - 1, 2),
                Cell.percent(folded.collectedRate(), 2),
                Cell.percent(folded.meanDuty(), 2)));
      }
    }
    List<String> columns =
        List.of("exporter", "sector", "trade", "open", "price", "collected", "average");
    return Table.of("Duties of " + importer + " folded: " + words, columns, rows)
        .sortedByDescending("trade")
        .withCaption(List.of(toString()));
  }

  /** What was folded, and the shares that are open and left out. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %.2f%% open, %.2f%% left out",
        words,
        100 * openShare(),
        100 * leftOutShare());
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LawShock that
        && world.equals(that.world)
        && importer.equals(that.importer)
        && elasticity.equals(that.elasticity)
        && words.equals(that.words)
        && cells.equals(that.cells)
        && Double.compare(leftOut, that.leftOut) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(world, importer, elasticity, words, cells);
  }
}
