package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * What duties on imported goods do to costs at home, through the inputs of inputs: a price model of
 * an input–output table. With input coefficients A_m of imports and A_d of goods from home (per
 * dollar of output), duties τ and their pass-through, the price push of industries is
 *
 * <pre>{@code
 * p = A_d' p + A_m' τ,     p = (I − A_d')⁻¹ A_m' τ
 * }</pre>
 *
 * <p>A_m' τ is the <em>direct</em> push, duties on what the industry itself imports; p is the
 * <em>total</em> one. Consumers meet both: dearer imports that they buy, and dearer goods from
 * home.
 *
 * <p>It is an upper bound by construction: full pass-through unless told otherwise, no
 * substitution, no change of wages or margins. The bundled table is the benchmark of the US Bureau
 * of Economic Analysis for 2017, 402 industries; inputs are at purchasers' prices with margins
 * inside, imports at port value, and an industry's good is that of the same code. Scrap, used goods
 * and noncomparable imports, which no industry makes, keep their prices.
 *
 * <p>The inverse is factorised once and kept.
 *
 * @since 0.1.0
 */
public final class CostPush {

  private static final int SHOWN = 20;

  private final List<String> codes;
  private final Map<String, Integer> index;
  private final BeaTable table;
  private final Lu system;

  private CostPush(BeaTable table) {
    this.table = table;
    this.codes = table.industries();
    this.index = Index.of(codes);
    this.system = new Lu(table.system(), codes.size());
  }

  private static final class Bea2017 {
    private static final CostPush TABLE = new CostPush(BeaTable.read());
  }

  /** {@return the United States of 2017, 402 industries} */
  public static CostPush bea2017() {
    return Bea2017.TABLE;
  }

  /** Builds the model anew, factorising it: for benchmarks. */
  static CostPush factorised(BeaTable table) {
    return new CostPush(table);
  }

  /** {@return the codes of the industries} */
  public List<String> industries() {
    return codes;
  }

  /** {@return the codes of the goods, those that can bear a duty} */
  public List<String> goods() {
    return table.goods();
  }

  /** {@return what industries use of imported goods, services apart, in USD million} */
  public double importedInputs() {
    return table.importedInputs();
  }

  /**
   * The title of an industry or good.
   *
   * @param code the code, {@code 336112}
   * @return the title
   * @throws IllegalArgumentException when there is none of that code
   */
  public String title(String code) {
    Objects.requireNonNull(code, "code");
    return table.title(code);
  }

  /**
   * The goods that a tariff line belongs to: that of the longest known prefix, or where the line is
   * divided among goods, all of them.
   *
   * @param line the line of the US tariff, with or without dots
   * @return the codes in order; none where the line is not known
   * @throws IllegalArgumentException when the text is no code
   */
  public List<String> goodsOf(String line) {
    Objects.requireNonNull(line, "line");
    return table.goodsOf(HsCode.of(line).digits());
  }

  /**
   * The push of duties that are passed on in full.
   *
   * @param duties additional duties as fractions of the import value, by code of the good; goods
   *     that are not named bear none
   * @return the push
   * @throws IllegalArgumentException when a code is no good of the table, or a duty is not finite
   */
  public Push push(Map<String, Double> duties) {
    Objects.requireNonNull(duties, "duties");
    return push(duties, 1);
  }

  /**
   * The push of duties that are passed on in part.
   *
   * @param duties additional duties as fractions of the import value, by code of the good
   * @param passThrough what part of a duty the buyer pays, from 0 to 1
   * @return the push
   * @throws IllegalArgumentException when a code is no good of the table, a duty is not finite, or
   *     the pass-through is not from 0 to 1
   */
  public Push push(Map<String, Double> duties, double passThrough) {
    Objects.requireNonNull(duties, "duties");
    Require.within("passThrough", passThrough, 0, 1);
    double[] onCommodities = new double[table.commodities()];
    duties.forEach(
        (code, duty) ->
            onCommodities[table.commodity(code)] =
                passThrough * Require.tariff("duty on " + code, duty));
    double[] direct = table.importedCost(onCommodities);
    return new Push(
        this, onCommodities, direct, system.solve(direct), passThrough, charged(duties));
  }

  /** Which goods bear what. */
  private static String charged(Map<String, Double> duties) {
    Map<String, Double> some = new TreeMap<>(duties);
    some.values().removeIf(duty -> duty == 0);
    if (some.isEmpty()) {
      return "no duties";
    }
    double least = Collections.min(some.values());
    double most = Collections.max(some.values());
    String goods = some.size() <= 3 ? String.join(", ", some.keySet()) : some.size() + " goods";
    return least == most
        ? String.format(Locale.ROOT, "duties %+.1f pp on %s", 100 * least, goods)
        : String.format(
            Locale.ROOT, "duties %+.1f to %+.1f pp on %s", 100 * least, 100 * most, goods);
  }

  /**
   * The push of one duty on all imported goods.
   *
   * @param duty the additional duty as a fraction of the import value
   * @return the push
   */
  public Push pushOnAllGoods(double duty) {
    Map<String, Double> duties = new LinkedHashMap<>();
    goods().forEach(code -> duties.put(code, duty));
    return push(duties);
  }

  /**
   * The push of the law of a day.
   *
   * @param law what it adds to the duties on goods
   * @param passThrough what part of a duty the buyer pays, from 0 to 1
   * @return the push, an interval where duties are open
   * @throws IllegalArgumentException when the pass-through is not from 0 to 1
   * @throws IllegalStateException when duties are unknown and the law does not say what to take for
   *     them
   */
  public CostPushRange push(LawDuties law, double passThrough) {
    Objects.requireNonNull(law, "law");
    return new CostPushRange(
        push(law.lowest(), passThrough), push(law.highest(), passThrough), law.notes());
  }

  /** Price pushes by industry and for consumers. */
  public static final class Push {

    private final CostPush model;
    private final double[] duties;
    private final double[] direct;
    private final double[] total;
    private final double passThrough;
    private final String charged;

    private Push(
        CostPush model,
        double[] duties,
        double[] direct,
        double[] total,
        double passThrough,
        String charged) {
      this.model = model;
      this.duties = duties;
      this.direct = direct;
      this.total = total;
      this.passThrough = passThrough;
      this.charged = charged;
    }

    private int at(String industry) {
      Integer at = model.index.get(industry);
      if (at == null) {
        throw Index.noSuch("industry", industry, model.codes);
      }
      return at;
    }

    /**
     * The push of duties on what an industry itself imports.
     *
     * @param industry the code
     * @return the push as a fraction of its output
     * @throws IllegalArgumentException when there is no such industry
     */
    public double direct(String industry) {
      Objects.requireNonNull(industry, "industry");
      return direct[at(industry)];
    }

    /**
     * The push of duties through all stages.
     *
     * @param industry the code
     * @return the push as a fraction of its output
     * @throws IllegalArgumentException when there is no such industry
     */
    public double total(String industry) {
      Objects.requireNonNull(industry, "industry");
      return total[at(industry)];
    }

    /** {@return the push of the price of households' consumption, as a fraction of it} */
    public double consumerPrice() {
      return consumerImports() + consumerHomeGoods();
    }

    /** {@return the part of it from imports that households buy} */
    public double consumerImports() {
      return model.table.householdImports(duties);
    }

    /** {@return the part of it from goods from home} */
    public double consumerHomeGoods() {
      return model.table.householdHomeGoods(total);
    }

    /**
     * The check by duality: final demand at the prices' push must equal the duties on all inputs,
     * since every dollar of duty ends in some final use.
     *
     * @return the difference as a share of the duties; zero but for rounding
     */
    public double dualityResidual() {
      double[] output = model.table.outputs();
      double[] demand = model.table.homeFinalDemand();
      double carried = Flat.dot(demand, 0, total, 0, total.length);
      double paid = Flat.dot(output, 0, direct, 0, direct.length);
      return paid == 0 ? 0 : (carried - paid) / paid;
    }

    /**
     * An industry's push by the imported goods that cause it directly, and what comes through its
     * suppliers at home.
     *
     * @param industry the code
     * @return the parts, which add up
     * @throws IllegalArgumentException when there is no such industry
     */
    public IndustryPush industry(String industry) {
      Objects.requireNonNull(industry, "industry");
      return new IndustryPush(industry, this, this, caption());
    }

    Map<String, Double> directParts(String industry) {
      return model.table.directParts(at(industry), duties);
    }

    String title(String code) {
      return model.title(code);
    }

    boolean sameDuties(Push other) {
      return Arrays.equals(duties, other.duties);
    }

    /** {@return the industries that are pushed most, as a picture} */
    public Chart chart() {
      return CostPushChart.of(
          "Cost push by industry",
          caption(),
          table().first(SHOWN).rows().stream().map(row -> row.get(0).text()).toList(),
          code -> code + " " + title(code),
          code -> EstimateRange.of(total(code)));
    }

    /** {@return one row an industry: direct and total push, the largest total first} */
    public Table table() {
      List<List<Cell>> rows = new ArrayList<>();
      for (int i = 0; i < total.length; i++) {
        rows.add(
            List.of(
                Cell.text(model.codes.get(i)),
                Cell.text(model.title(model.codes.get(i))),
                Cell.relative(direct[i], 3),
                Cell.relative(total[i], 3)));
      }
      return Table.of("Cost push by industry", List.of("code", "industry", "direct", "total"), rows)
          .sortedByDescending("total")
          .withCaption(caption());
    }

    private List<String> caption() {
      List<String> lines = new ArrayList<>(captionOfLaw());
      lines.add(1, charged);
      return lines;
    }

    /** The lines that say nothing of the duties, which those of a law are said by. */
    List<String> captionOfLaw() {
      return List.of(
          String.format(
              Locale.ROOT,
              "simulated · %.0f%% of duties passed on, no substitution: an upper bound",
              100 * passThrough),
          "facts: US Bureau of Economic Analysis, benchmark 2017 · planning estimate");
    }

    /** The push of consumer prices in one line. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "consumer prices %+.2f%%: imports %+.2f, goods from home %+.2f",
          100 * consumerPrice(),
          100 * consumerImports(),
          100 * consumerHomeGoods());
    }

    /** Two are equal when their contents are. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Push that
          && model.equals(that.model)
          && Arrays.equals(duties, that.duties)
          && Arrays.equals(direct, that.direct)
          && Arrays.equals(total, that.total)
          && Double.compare(passThrough, that.passThrough) == 0;
    }

    @Override
    public int hashCode() {
      return Objects.hash(
          model,
          Arrays.hashCode(duties),
          Arrays.hashCode(direct),
          Arrays.hashCode(total),
          passThrough);
    }
  }

  /** How many industries and goods. */
  @Override
  public String toString() {
    return codes.size()
        + " industries, "
        + goods().size()
        + " goods, "
        + Arrays.stream(table.outputs()).sum()
        + " USD million of output";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CostPush that && codes.equals(that.codes) && table.equals(that.table);
  }

  @Override
  public int hashCode() {
    return Objects.hash(codes, table);
  }
}
