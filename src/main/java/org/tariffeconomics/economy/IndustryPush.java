package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.Table;

/**
 * An industry's price push by the imported goods that cause it directly and what comes through its
 * suppliers at home; the parts add up to the total. Intervals where duties are open.
 *
 * @since 0.1.0
 */
public final class IndustryPush {

  private static final String SUPPLIERS = "suppliers at home";

  /** So many goods are drawn by themselves; the table has all. */
  private static final int SHOWN = 12;

  private final String industry;
  private final CostPush.Push lowest;
  private final CostPush.Push highest;
  private final List<String> caption;

  IndustryPush(String industry, CostPush.Push lowest, CostPush.Push highest, List<String> caption) {
    this.industry = industry;
    this.lowest = lowest;
    this.highest = highest;
    this.caption = List.copyOf(caption);
    lowest.total(industry);
  }

  /** {@return the push of duties on what the industry itself imports, a fraction of its output} */
  public EstimateRange direct() {
    return range(lowest.direct(industry), highest.direct(industry));
  }

  /** {@return the push of duties through all stages, a fraction of its output} */
  public EstimateRange total() {
    return range(lowest.total(industry), highest.total(industry));
  }

  private static EstimateRange range(double one, double other) {
    return new EstimateRange(Math.min(one, other), Math.max(one, other));
  }

  /** {@return what each imported good adds directly, by its code, most first} */
  public Map<String, EstimateRange> byGood() {
    Map<String, Double> least = lowest.directParts(industry);
    Map<String, Double> most = highest.directParts(industry);
    Map<String, EstimateRange> parts = new LinkedHashMap<>();
    most.entrySet().stream()
        .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
        .forEach(
            each ->
                parts.put(
                    each.getKey(), range(least.getOrDefault(each.getKey(), 0.0), each.getValue())));
    least.forEach((good, part) -> parts.putIfAbsent(good, range(part, 0)));
    return parts;
  }

  private EstimateRange fromSuppliers() {
    return range(
        lowest.total(industry) - lowest.direct(industry),
        highest.total(industry) - highest.direct(industry));
  }

  /** {@return one row a good with its part, most first, the suppliers' part and the total} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    byGood()
        .forEach(
            (good, part) ->
                rows.add(
                    List.of(
                        Cell.text(good),
                        Cell.text(highest.title(good)),
                        RangeCells.relative(part, 3))));
    rows.add(List.of(Cell.blank(), Cell.text(SUPPLIERS), RangeCells.relative(fromSuppliers(), 3)));
    rows.add(List.of(Cell.blank(), Cell.text("total"), RangeCells.relative(total(), 3)));
    return Table.of(title(), List.of("code", "through", "push"), rows).withCaption(caption);
  }

  private String title() {
    return "Cost push of " + industry + " " + highest.title(industry);
  }

  /**
   * {@return the parts as a picture: the largest goods, all others together, suppliers, the total}
   */
  public Chart chart() {
    Map<String, EstimateRange> parts = new LinkedHashMap<>();
    double restLowest = 0;
    double restHighest = 0;
    int others = 0;
    for (Map.Entry<String, EstimateRange> each : byGood().entrySet()) {
      if (parts.size() < SHOWN) {
        parts.put(each.getKey() + " " + highest.title(each.getKey()), each.getValue());
      } else {
        restLowest += each.getValue().lowest();
        restHighest += each.getValue().highest();
        others++;
      }
    }
    if (others > 0) {
      parts.put(others + " other goods", new EstimateRange(restLowest, restHighest));
    }
    parts.put(SUPPLIERS, fromSuppliers());
    parts.put("total", total());
    return CostPushChart.of(
        title(),
        caption,
        List.copyOf(parts.keySet()),
        label -> label,
        label -> parts.getOrDefault(label, EstimateRange.of(0)));
  }

  /** The table's text. */
  @Override
  public String toString() {
    return table().toString();
  }
}
