package org.tariffeconomics.economy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * The price pushes of the law of a day: intervals where duties are open. A push is a sum of duties
 * with weights that are not negative, so that its ends are those at the lowest and at the highest
 * duties: nothing lies outside.
 *
 * @since 0.1.0
 */
public final class CostPushRange {

  private static final int SHOWN = 20;

  private final CostPush.Push lowest;
  private final CostPush.Push highest;
  private final List<String> notes;

  CostPushRange(CostPush.Push lowest, CostPush.Push highest, List<String> notes) {
    this.lowest = lowest;
    this.highest = highest;
    this.notes = List.copyOf(notes);
  }

  /** {@return the push with all open duties at their lowest} */
  public CostPush.Push lowest() {
    return lowest;
  }

  /** {@return the push with all open duties at their highest} */
  public CostPush.Push highest() {
    return highest;
  }

  /** {@return whether all duties are known, so that there is one push} */
  @JsonIgnore
  public boolean isDefinite() {
    return lowest.sameDuties(highest);
  }

  /** {@return the push, where there is one; else empty} */
  public Optional<CostPush.Push> exact() {
    return isDefinite() ? Optional.of(lowest) : Optional.empty();
  }

  /** {@return the push of the price of households' consumption, as a fraction of it} */
  public EstimateRange consumerPrice() {
    return range(lowest.consumerPrice(), highest.consumerPrice());
  }

  /** Ends may change places by a rounding where they are one. */
  private static EstimateRange range(double one, double other) {
    return new EstimateRange(Math.min(one, other), Math.max(one, other));
  }

  /**
   * The push of duties on what an industry itself imports.
   *
   * @param industry the code
   * @return the push as a fraction of its output
   * @throws IllegalArgumentException when there is no such industry
   */
  public EstimateRange direct(String industry) {
    Objects.requireNonNull(industry, "industry");
    return range(lowest.direct(industry), highest.direct(industry));
  }

  /**
   * The push of duties through all stages.
   *
   * @param industry the code
   * @return the push as a fraction of its output
   * @throws IllegalArgumentException when there is no such industry
   */
  public EstimateRange total(String industry) {
    Objects.requireNonNull(industry, "industry");
    return range(lowest.total(industry), highest.total(industry));
  }

  /**
   * An industry's push by the imported goods that cause it directly, and what comes through its
   * suppliers at home.
   *
   * @param industry the code
   * @return the parts
   * @throws IllegalArgumentException when there is no such industry
   */
  public IndustryPush industry(String industry) {
    Objects.requireNonNull(industry, "industry");
    return new IndustryPush(industry, lowest, highest, caption());
  }

  /**
   * {@return one row an industry: direct and total push, the largest total at the highest first}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (List<Cell> each : highest.table().rows()) {
      String code = each.get(0).text();
      rows.add(
          List.of(
              each.get(0),
              each.get(1),
              RangeCells.relative(direct(code), 2),
              RangeCells.relative(total(code), 2)));
    }
    return Table.of("Cost push by industry", highest.table().columns(), rows)
        .withCaption(caption());
  }

  /** {@return the industries that are pushed most, as a picture} */
  public Chart chart() {
    return CostPushChart.of(
        "Cost push by industry",
        caption(),
        highest.table().first(SHOWN).rows().stream().map(row -> row.get(0).text()).toList(),
        code -> code + " " + highest.title(code),
        this::total);
  }

  private List<String> caption() {
    List<String> lines = new ArrayList<>(highest.captionOfLaw());
    lines.add("assumes: " + String.join("; ", notes));
    return lines;
  }

  /** The push of consumer prices in one line. */
  @Override
  public String toString() {
    return isDefinite()
        ? lowest.toString()
        : String.format(Locale.ROOT, "consumer prices %s", consumerPrice().percentText(2));
  }
}
