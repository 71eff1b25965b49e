package org.tariffeconomics.investment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.tariffeconomics.report.Chart;
import org.tariffeconomics.report.ChartLines;
import org.tariffeconomics.report.ChartLines.Line;
import org.tariffeconomics.report.ChartLines.Point;
import org.tariffeconomics.report.ChartLines.Shape;
import org.tariffeconomics.report.ChartScale;

/** Draws a commitment over time: what has come of it, the pace that the rest needs, the cap. */
final class CommitmentChart {

  private final InvestmentCommitment commitment;
  private final LocalDate on;
  private final MoneyScale scale;
  private final List<Line> lines = new ArrayList<>();
  private final List<ChartLines.Mark> marks = new ArrayList<>();

  private CommitmentChart(InvestmentCommitment commitment, LocalDate on) {
    this.commitment = commitment;
    this.on = on;
    this.scale = MoneyScale.of(commitment.headline());
  }

  static Chart of(InvestmentCommitment commitment, LocalDate on) {
    return new CommitmentChart(commitment, on).chart();
  }

  private Chart chart() {
    Schedule schedule = commitment.schedule();
    LocalDate start = schedule.firstDay().filter(d -> d.isBefore(on)).orElse(firstDay());
    List<Stage> stages = CommitmentTables.recordedStages(commitment);
    stages.forEach(stage -> lines.add(reached(stage, start)));
    marks.add(new ChartLines.Mark(on.toEpochDay(), "as of " + on));
    if (stages.isEmpty()) {
      headline(start);
    } else {
      Stage furthest = stages.get(stages.size() - 1);
      schedule.lastDay().filter(on::isBefore).ifPresent(last -> required(furthest, last));
    }
    schedule.lastDay().ifPresent(last -> guides(start, last));
    return Chart.of(
        "What has come of the pledge of " + commitment.name() + ", " + on,
        subtitle(stages),
        caption(),
        ChartLines.of(
                ChartScale.days(""),
                ChartScale.number("", scale.unit(commitment.headline())),
                lines)
            .withMarks(marks));
  }

  /** Without a stated start, the first event, or a year before. */
  private LocalDate firstDay() {
    return events().stream().findFirst().filter(d -> d.isBefore(on)).orElse(on.minusYears(1));
  }

  private NavigableSet<LocalDate> events() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    commitment.tranches().forEach(t -> t.events().forEach(e -> days.add(e.day())));
    return days;
  }

  private Line reached(Stage stage, LocalDate start) {
    List<Point> points = new ArrayList<>();
    NavigableSet<LocalDate> days = new TreeSet<>(events().subSet(start, false, on, false));
    days.add(start);
    days.add(on);
    for (LocalDate day : days) {
      points.add(Point.of(day, number(commitment.reached(stage, day))));
    }
    return new Line(stage.toString(), Shape.STEP, points);
  }

  private void required(Stage stage, LocalDate last) {
    lines.add(
        new Line(
            "pace needed",
            Shape.STRAIGHT,
            List.of(
                Point.of(on, number(commitment.reached(stage, on))),
                Point.of(last, number(commitment.headline())))));
  }

  private void guides(LocalDate start, LocalDate last) {
    Schedule schedule = commitment.schedule();
    schedule
        .firstDay()
        .ifPresent(
            first ->
                lines.add(
                    new Line(
                        "even pace",
                        Shape.GUIDE,
                        List.of(
                            Point.of(first, 0.0), Point.of(last, number(commitment.headline()))))));
    schedule.cap().ifPresent(cap -> cap(start, last));
    marks.add(new ChartLines.Mark(last.toEpochDay(), "deadline " + last));
  }

  /** What the cap, accruing day by day from the start, allows to have been paid. */
  private void cap(LocalDate start, LocalDate last) {
    List<Point> points = new ArrayList<>();
    for (LocalDate day = start; day.isBefore(last); day = day.plusMonths(6)) {
      points.add(allowed(day));
    }
    points.add(allowed(last));
    lines.add(new Line("yearly cap allows", Shape.GUIDE, points));
  }

  private Point allowed(LocalDate day) {
    return Point.of(day, CommitmentTables.capLine(commitment, day).map(this::number).orElse(null));
  }

  private double number(BigMoney amount) {
    return scale.cell(amount).value().orElseThrow().doubleValue();
  }

  /** Without a record there is no progress to show, which is not a progress of nothing. */
  private void headline(LocalDate start) {
    LocalDate last = commitment.schedule().lastDay().filter(on::isBefore).orElse(on);
    double all = number(commitment.headline());
    lines.add(
        new Line("headline", Shape.GUIDE, List.of(Point.of(start, all), Point.of(last, all))));
  }

  private String subtitle(List<Stage> stages) {
    if (stages.isEmpty()) {
      return "no tranche is recorded: what has come of "
          + scale.text(commitment.headline())
          + " is not known";
    }
    Progress progress = commitment.progress(stages.get(stages.size() - 1), on);
    return progress
        + commitment.schedule().lastDay().map(d -> " until " + d).orElse("; no deadline said");
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>();
    caption.add(
        "headline "
            + scale.text(commitment.headline())
            + ": a pledge, not cash; each stage counts what has gone further; planning estimate");
    if (!commitment.sources().isEmpty()) {
      caption.add(
          "facts: "
              + String.join(
                  "; ", commitment.sources().stream().map(Object::toString).distinct().toList()));
    }
    return caption;
  }
}
