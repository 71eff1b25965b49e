package org.tariffeconomics.economy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartRows;
import org.tariffeconomics.report.ChartScale;
import org.tariffeconomics.report.Table;

/**
 * A world under the law of a day of which not everything may be known: every result is an interval,
 * a single number where all duties are known.
 *
 * <p>Open duties of one exporter move together from their lowest to their highest; those of
 * different exporters move on their own. The ends of an interval are searched among these corners:
 * all of them for up to six exporters; else each exporter alone, all together, and those together
 * that raise the result or lower it, and for welfare on from there along exact derivatives. Every
 * end is the result of a law that may be. What lies between the ends of each duty is tried for
 * welfare alone, where open exporters are few, at most 16, and derivatives say that the best or the
 * worst lies there, as a best duty does. {@link #provenWelfare} goes the other way: bounds that no
 * law between can leave, good by good, where the model is one of which that can be proven. The
 * elasticities and the rule for deficits stand as chosen.
 *
 * <p>Where no equilibrium was found there are reasons in {@link #convergence()} and no numbers:
 * every method that gives one throws {@link IllegalStateException}.
 *
 * @since 0.1.0
 */
public final class OutcomeRange {

  private final Equilibrium model;
  private final LawShock law;
  private final FoldedLaw folded;
  private final Outcome lowest;
  private final Outcome highest;
  private final int[] open;
  private final Map<BitSet, Outcome> corners = new ConcurrentHashMap<>();
  private final Map<Ways.Place, Outcome> between = new ConcurrentHashMap<>();
  private final Map<String, WelfareEnds> ends = new ConcurrentHashMap<>();
  private final Map<Integer, Optional<EstimateRange>> proven = new ConcurrentHashMap<>();

  /** Made when first asked for; whoever makes it makes the same. */
  private volatile @Nullable ProvenWelfare provenBounds;

  private OutcomeRange(Equilibrium model, LawShock law) {
    this.model = model;
    this.law = law;
    this.folded = law.folded(model.elasticity());
    this.open = folded.openExporters();
    this.lowest = corner(new BitSet());
    this.highest = corner(allOpen());
  }

  static OutcomeRange of(Equilibrium model, LawShock law) {
    return new OutcomeRange(model, law);
  }

  private BitSet allOpen() {
    BitSet all = new BitSet();
    Arrays.stream(open).forEach(all::set);
    return all;
  }

  /** The outcome where some exporters bear their highest duties, solved once. */
  private Outcome corner(BitSet atHighest) {
    return corners.computeIfAbsent(
        (BitSet) atHighest.clone(), set -> model.solve(folded.shock(set::get)));
  }

  /** {@return the law} */
  public LawShock law() {
    return law;
  }

  /** {@return the model} */
  public Equilibrium model() {
    return model;
  }

  /** {@return whether all duties are known, so that there is one outcome} */
  @JsonIgnore
  public boolean isDefinite() {
    return open.length == 0;
  }

  /** {@return the outcome, where there is one; else empty} */
  public Optional<Outcome> exact() {
    return isDefinite() ? Optional.of(lowest) : Optional.empty();
  }

  /** {@return the outcome with all open duties at their lowest} */
  public Outcome lowest() {
    return lowest;
  }

  /** {@return the outcome with all open duties at their highest} */
  public Outcome highest() {
    return highest;
  }

  /** {@return whether both ends have numbers} */
  @JsonIgnore
  public boolean isConverged() {
    return lowest.isConverged() && highest.isConverged();
  }

  /** {@return how the first end was found, or the one that was not} */
  public Convergence convergence() {
    return lowest.isConverged() ? highest.convergence() : lowest.convergence();
  }

  /**
   * Any figure of an outcome.
   *
   * @param figure the figure, such as {@code outcome -> outcome.flow("JP", "US")}
   * @return its interval
   * @throws IllegalStateException when no equilibrium was found
   */
  public EstimateRange of(ToDoubleFunction<Outcome> figure) {
    Objects.requireNonNull(figure, "figure");
    return tried(figure).range();
  }

  private Ways.Found tried(ToDoubleFunction<Outcome> figure) {
    EstimateRange ends = new Corners(open).hull(set -> figure.applyAsDouble(corner(set)));
    return new Ways(open).widened(ends, place -> onTheWay(place).map(figure::applyAsDouble));
  }

  /** The outcome of a law between, solved once; empty where there is no equilibrium. */
  private Optional<Outcome> onTheWay(Ways.Place place) {
    Outcome outcome =
        between.computeIfAbsent(
            place,
            each ->
                model.solve(
                    folded.shock(exporter -> false, within(each.exporters())::get, each.part())));
    return Optional.of(outcome).filter(Outcome::isConverged);
  }

  /** A figure of two laws in the same corner: what is open in both is the same fact. */
  EstimateRange of(OutcomeRange other, BiFunction<Outcome, Outcome, Double> figure) {
    Set<Integer> either = new TreeSet<>();
    Arrays.stream(open).forEach(either::add);
    Arrays.stream(other.open).forEach(either::add);
    int[] things = either.stream().mapToInt(Integer::intValue).toArray();
    EstimateRange ends =
        new Corners(things)
            .hull(set -> figure.apply(corner(within(set)), other.corner(other.within(set))));
    return new Ways(things)
        .widened(
            ends,
            place ->
                onTheWay(place)
                    .flatMap(one -> other.onTheWay(place).map(two -> figure.apply(one, two))))
        .range();
  }

  private BitSet within(BitSet set) {
    BitSet own = (BitSet) set.clone();
    own.and(allOpen());
    return own;
  }

  /**
   * Welfare: what final use buys, new over base.
   *
   * @param code the economy
   * @return the interval of the ratio
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public EstimateRange welfare(String code) {
    Objects.requireNonNull(code, "code");
    model.base().economy(code);
    EstimateRange tried = of(outcome -> outcome.welfare(code));
    return hasEnds() ? ends(code).range().with(tried.lowest()).with(tried.highest()) : tried;
  }

  /** Whether derivatives are at hand: where something is open and deficits do not react. */
  private boolean hasEnds() {
    return !isDefinite() && isConverged() && !model.deficits().isMultiplicative();
  }

  private WelfareEnds ends(String code) {
    return ends.computeIfAbsent(
        code, each -> new WelfareEnds(model, folded, open, this::corner, each));
  }

  /**
   * The exporters whose open duties raise an economy's welfare in one of the laws that were looked
   * at and lower it in another: where there is none, welfare moves one way with each exporter's
   * open duties wherever it was looked, and the ends of {@link #welfare} are where they should be.
   * Evidence, no proof.
   *
   * @param code the economy
   * @return the codes of the exporters; empty where derivatives are not at hand, under a rule by
   *     which deficits grow with income
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Optional<List<String>> turningExporters(String code) {
    Objects.requireNonNull(code, "code");
    model.base().economy(code);
    Ways.Found tried = tried(outcome -> outcome.welfare(code));
    if (isDefinite()) {
      return Optional.of(List.of());
    }
    if (!hasEnds()) {
      return Optional.empty();
    }
    BitSet turning = tried.turning();
    ends(code).turning().forEach(turning::set);
    return Optional.of(turning.stream().mapToObj(model.base().economies()::get).toList());
  }

  /**
   * Bounds of welfare that hold for every law between what is known of this one, each good for
   * itself: wider than {@link #welfare}, which is only tried. They are proven up to rounding for
   * worlds of one sector without inputs and with deficits that do not grow with income: an interval
   * form of Newton's step (Krawczyk's) shows that every law between has exactly one equilibrium in
   * a box of wages, around that of the law in the middle, and what welfare may be there. A law that
   * leaves too much open for one box is cut into several. An economy whose bounds come out on one
   * side of 1 gains, or loses, whatever the open duties are.
   *
   * <p>In other models nothing is proven and the answer is empty. With one sector what an economy
   * spends before duty is its income and deficit, whatever the duties are, and only the net pulls
   * of one importer are open. With several sectors the open duties also move spending between
   * sectors, by their revenue, and the pulls that prices are made of no longer cancel; with inputs
   * prices are unknowns of every market besides wages, 1,075 in the bundled table, whose intervals
   * lose what binds them to each other. Under deficits that grow with income they move all
   * spending. Where not all economies trade with one another it is empty too. The part of the base
   * duties that each good bore is that of the law in the base, in the middle where that is open.
   *
   * @param code the economy
   * @return the bounds of the ratio; empty where nothing is proven
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Optional<EstimateRange> provenWelfare(String code) {
    Objects.requireNonNull(code, "code");
    EstimateRange tried = welfare(code);
    if (isDefinite()) {
      return Optional.of(tried);
    }
    return ProvenWelfare.isFor(model.kernel())
        ? proven.computeIfAbsent(model.base().economy(code), this::proven)
        : Optional.empty();
  }

  private Optional<EstimateRange> proven(int economy) {
    ProvenWelfare bounds = provenBounds;
    if (bounds == null) {
      int importer = model.base().economy(law.importer());
      bounds = new ProvenWelfare(model.kernel(), folded, importer);
      provenBounds = bounds;
    }
    return bounds.of(economy);
  }

  /**
   * What is tried and what is proven of welfare.
   *
   * @param codes the economies; every one where none is named
   * @return one row an economy: the interval of the laws that were tried, whether each exporter's
   *     open duties moved it one way in all of them, the bounds that no law between can leave, and
   *     what follows
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Table bounds(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<List<Cell>> rows = new ArrayList<>();
    for (String code : model.base().some(codes)) {
      Optional<EstimateRange> bounds = provenWelfare(code);
      rows.add(
          List.of(
              Cell.text(code),
              welfareCell(code, 3),
              signs(code),
              bounds
                  .map(each -> RangeCells.relative(each.lowest() - 1, each.highest() - 1, 3))
                  .orElse(Cell.unknown("not proven")),
              bounds.map(OutcomeRange::verdict).orElse(Cell.unknown("not proven"))));
    }
    return Table.of(
            "Welfare under duties that lie between two, change against the base",
            List.of("economy", "laws tried", "signs", "proven bounds", "proven to"),
            rows)
        .withCaption(caption());
  }

  private Cell welfareCell(String code, int decimals) {
    EstimateRange tried = welfare(code);
    return RangeCells.relative(tried.lowest() - 1, tried.highest() - 1, decimals);
  }

  private Cell signs(String code) {
    return turningExporters(code)
        .map(
            turning ->
                turning.isEmpty()
                    ? isDefinite() ? "nothing open" : "one, at " + ends(code).states() + " states"
                    : "turning: "
                        + String.join(", ", turning.subList(0, Math.min(4, turning.size())))
                        + (turning.size() > 4 ? " and " + (turning.size() - 4) + " more" : ""))
        .map(Cell::text)
        .orElse(Cell.unknown("not looked at"));
  }

  private static Cell verdict(EstimateRange bounds) {
    return Cell.text(bounds.lowest() > 1 ? "gain" : bounds.highest() < 1 ? "lose" : "neither");
  }

  /**
   * Real income: what labour income and duties buy, new over base.
   *
   * @param code the economy
   * @return the interval of the ratio
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public EstimateRange realIncome(String code) {
    Objects.requireNonNull(code, "code");
    return of(outcome -> outcome.realIncome(code));
  }

  /**
   * What an economy collects in duties.
   *
   * @param code the economy
   * @return the interval of the money
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public EstimateRange revenue(String code) {
    Objects.requireNonNull(code, "code");
    return of(outcome -> outcome.revenue(code));
  }

  /**
   * Why an economy's welfare changed, in parts that add up, at the lowest and at the highest
   * duties.
   *
   * @param code the economy
   * @return the parts of both
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public DecompositionRange why(String code) {
    Objects.requireNonNull(code, "code");
    return new DecompositionRange(lowest.why(code, stamp()), highest.why(code, stamp()));
  }

  /**
   * What another outcome of the same model has more: the other less this one. What is open in both
   * is taken to be the same fact, so that it does not widen the difference by itself.
   *
   * @param other the other outcome
   * @return the comparison
   * @throws IllegalArgumentException when the other is of another world
   */
  public OutcomeComparison compare(OutcomeRange other) {
    Objects.requireNonNull(other, "other");
    return OutcomeComparison.of(this, other);
  }

  /**
   * The same law under many draws of elasticities that are uncertain. Draws are of what was solved:
   * a model alone has nothing that changes.
   *
   * @param elasticity a range, {@code 2.5..8}, or estimates with their standard errors
   * @param count how many draws, at least 2
   * @param seed the seed
   * @return the outcomes; intervals where the law leaves duties open
   * @throws IllegalArgumentException when the elasticities are certain, a number is out of bounds
   */
  public Draws draws(Elasticity elasticity, int count, long seed) {
    Objects.requireNonNull(elasticity, "elasticity");
    return model.draws(law, elasticity, count, seed);
  }

  /** {@return every economy's results} */
  public Table table() {
    return table(new String[0]);
  }

  /**
   * The results of some economies.
   *
   * @param codes the economies; every one where none is named
   * @return one row an economy: welfare, real income, real wage, price, exports, imports, revenue;
   *     an interval where open duties decide
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Table table(String... codes) {
    Objects.requireNonNull(codes, "codes");
    if (isDefinite()) {
      return lowest.table(codes);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (String code : model.base().some(codes)) {
      double exports = model.base().flow(code, "*");
      double imports = model.base().flow("*", code);
      rows.add(
          List.of(
              Cell.text(code),
              welfareCell(code, 2),
              change(outcome -> outcome.realIncome(code)),
              change(outcome -> outcome.realWage(code)),
              change(outcome -> outcome.price(code)),
              trade(outcome -> outcome.exports(code), exports),
              trade(outcome -> outcome.imports(code), imports),
              RangeCells.number(revenue(code), model.base().moneyDecimals())));
    }
    return Table.of("After the shock, change against the base", Outcome.COLUMNS, rows)
        .withCaption(caption());
  }

  private Cell change(ToDoubleFunction<Outcome> ratio) {
    return RangeCells.relative(of(outcome -> ratio.applyAsDouble(outcome) - 1), 2);
  }

  private Cell trade(ToDoubleFunction<Outcome> flow, double base) {
    return base > 0
        ? RangeCells.relative(of(outcome -> flow.applyAsDouble(outcome) / base - 1), 1)
        : Cell.unknown("no base trade");
  }

  /**
   * Welfare of some economies as a picture.
   *
   * @param codes the economies; every one where none is named
   * @return a bar each, a whisker where open duties decide
   * @throws IllegalArgumentException when there is no such economy
   * @throws IllegalStateException when no equilibrium was found
   */
  public Chart chart(String... codes) {
    Objects.requireNonNull(codes, "codes");
    List<ChartRows.Row> rows = new ArrayList<>();
    for (String code : model.base().some(codes)) {
      EstimateRange welfare = welfare(code);
      rows.add(
          WelfareChart.row(code, new EstimateRange(welfare.lowest() - 1, welfare.highest() - 1)));
    }
    return Chart.of(
        "Welfare after the shock",
        "change against the base, + is a gain",
        stamp().lines(),
        ChartRows.of(ChartScale.percent("welfare"), rows));
  }

  List<String> caption() {
    List<String> lines = new ArrayList<>(stamp().lines());
    lines.addAll(found());
    return lines;
  }

  /** How the equilibria at both ends were found. */
  List<String> found() {
    Set<String> found = new LinkedHashSet<>(lowest.found());
    found.addAll(highest.found());
    return List.copyOf(found);
  }

  /** {@return what kind of number this is and what moved it, the shares that are open among it} */
  public Stamp stamp() {
    String least = lowest.shock().words();
    String most = highest.shock().words();
    return lowest.stamp(
        least.equals(most)
            ? least
            : "open duties at their lowest: " + least + "; at their highest: " + most);
  }

  /** The outcome where there is one, else both ends. */
  @Override
  public String toString() {
    return isDefinite()
        ? lowest.toString()
        : "lowest duties: " + lowest + "\nhighest duties: " + highest;
  }
}
