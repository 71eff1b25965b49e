package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/** Shows the difference of two answers. */
final class DifferenceTable {

  /** The columns of {@link #row}. */
  static final List<String> COLUMNS =
      List.of("layer", "what", "before", "after", "change", "why", "source");

  private DifferenceTable() {}

  static Table of(DutyDifference difference) {
    List<List<Cell>> rows = new ArrayList<>();
    difference.layers().forEach(each -> rows.add(row(difference, each)));
    rows.add(total(difference));
    List<String> caption = new ArrayList<>();
    caption.add("before: " + difference.captionBefore());
    caption.add("after: " + difference.captionAfter());
    if (!difference.kept().isEmpty()) {
      caption.add(
          "kept: "
              + difference.kept().stream()
                  .map(LayerDifference::programme)
                  .collect(Collectors.joining(", ")));
    }
    caption.addAll(difference.stamp().lines());
    return new Table("What differs in the duty (- is a cut)", COLUMNS, rows, caption);
  }

  /** The cells of a layer, from its name to its sources. */
  static List<Cell> row(DutyDifference of, LayerDifference layer) {
    return List.of(
        Cell.text(layer.programme()),
        Cell.text(layer.kind().toString()),
        cell(layer.before().isEmpty(), layer.rateBefore(), layer.wordsBefore()),
        cell(layer.after().isEmpty(), layer.rateAfter(), layer.wordsAfter()),
        change(layer.change()),
        Cell.text(of.why(layer).map(NotApplied::text).orElseGet(() -> otherwise(layer))),
        Cell.text(
            layer.sources().stream().map(Source::toString).collect(Collectors.joining("; "))));
  }

  /** What there is to say where the other side does not look at the measure. */
  private static String otherwise(LayerDifference layer) {
    return layer.isOnOneSide() ? "not among the measures of the other side" : shares(layer);
  }

  /** The parts of the value, where they differ. */
  private static String shares(LayerDifference layer) {
    Optional<String> was = layer.shareBefore().map(DifferenceTable::percent);
    Optional<String> is = layer.shareAfter().map(DifferenceTable::percent);
    return was.isPresent() && is.isPresent() && !was.equals(is)
        ? "on " + is.get() + " of the value, not " + was.get()
        : "";
  }

  private static String percent(BigDecimal share) {
    return Cell.percent(share, 1).text();
  }

  private static Cell cell(boolean none, Optional<RateRange> range, String words) {
    if (none) {
      return Cell.blank();
    }
    return range
        .map(some -> RateCells.of(some, "not the same in all cases"))
        .orElseGet(() -> Cell.text(words));
  }

  private static Cell change(Optional<GapRange> change) {
    return change.map(RateCells::of).orElseGet(Cell::blank);
  }

  private static List<Cell> total(DutyDifference difference) {
    DutyStack before = difference.before();
    DutyStack after = difference.after();
    String outcomes =
        before.outcome() == after.outcome() ? "" : before.outcome() + " became " + after.outcome();
    return List.of(
        Cell.text("all duties"),
        Cell.text(difference.isKept() ? "kept" : ""),
        RateCells.of(before),
        RateCells.of(after),
        change(difference.changeRange()),
        Cell.text(outcomes),
        Cell.blank());
  }
}
