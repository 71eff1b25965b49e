package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/** The tables of a commitment. */
final class CommitmentTables {

  private CommitmentTables() {}

  static Table curve(InvestmentCommitment commitment, List<LocalDate> days) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A curve needs at least one day, but there was none");
    }
    MoneyScale scale = MoneyScale.of(commitment.headline());
    List<Stage> stages = recordedStages(commitment);
    List<String> columns = new ArrayList<>(List.of("day"));
    stages.forEach(stage -> columns.add(stage.toString()));
    columns.addAll(List.of("even pace", "cap"));
    List<List<Cell>> rows = new ArrayList<>();
    for (LocalDate day : days) {
      List<Cell> row = new ArrayList<>(List.of(Cell.date(day)));
      stages.forEach(s -> row.add(scale.cell(commitment.reached(s, day))));
      row.add(cell(evenPace(commitment, day), scale, "start or deadline not said"));
      row.add(cell(capLine(commitment, day), scale, "no cap or start said"));
      rows.add(row);
    }
    String unit = scale.unit(commitment.headline());
    return Table.of("Commitment curve of " + commitment.name() + ", " + unit, columns, rows)
        .withCaption(
            List.of(
                commitment.schedule().toString(),
                "each stage counts what has gone further; headline "
                    + scale.text(commitment.headline())));
  }

  static List<Stage> recordedStages(InvestmentCommitment commitment) {
    return Arrays.stream(Stage.values())
        .filter(
            stage ->
                commitment.tranches().stream()
                    .flatMap(t -> t.events().stream())
                    .anyMatch(e -> e.stage() == stage))
        .toList();
  }

  /** The headline spread evenly over the days from start to deadline. */
  private static Optional<BigMoney> evenPace(InvestmentCommitment commitment, LocalDate day) {
    Schedule schedule = commitment.schedule();
    return schedule
        .firstDay()
        .flatMap(
            start ->
                schedule
                    .lastDay()
                    .map(last -> DisbursementPlan.linear(commitment.headline(), start, last))
                    .map(plan -> plan.plannedBefore(day)));
  }

  /** What the cap, accruing day by day from the start, allows to have been paid. */
  static Optional<BigMoney> capLine(InvestmentCommitment commitment, LocalDate day) {
    Schedule schedule = commitment.schedule();
    return schedule
        .firstDay()
        .map(start -> DayCount.ACT_365_25.years(start, day).max(BigDecimal.ZERO))
        .flatMap(years -> schedule.cap().map(cap -> MoneyMath.times(cap, years)))
        .map(allowed -> MoneyMath.min(allowed, commitment.headline()));
  }

  private static Cell cell(Optional<BigMoney> amount, MoneyScale scale, String reason) {
    return amount.map(scale::cell).orElseGet(() -> Cell.unknown(reason));
  }

  static Table byStage(InvestmentCommitment commitment, LocalDate on) {
    MoneyScale scale = MoneyScale.of(commitment.headline());
    List<List<Cell>> rows = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      Progress progress = commitment.progress(stage, on);
      rows.add(
          List.of(
              Cell.text(stage.toString()),
              progress.reachedCell(scale),
              progress.shareCell(),
              progress.remainingCell(scale),
              cell(progress.requiredPerYear(), scale, progress.noPace())));
    }
    String unit = scale.unit(commitment.headline());
    return Table.of(
            "Stages of " + commitment.name() + " on " + on + ", " + unit,
            List.of("stage", "reached", "of headline", "remaining", "required a year"),
            rows)
        .withCaption(
            List.of(
                commitment.schedule().toString(),
                "by tranches recorded; each stage counts what has gone further; headline "
                    + scale.text(commitment.headline())));
  }

  static Table facts(InvestmentCommitment commitment) {
    MoneyScale scale = MoneyScale.of(commitment.headline());
    String unit = scale.unit(commitment.headline());
    Schedule schedule = commitment.schedule();
    CommitmentTerms terms = commitment.terms();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("headline", scale.cell(commitment.headline()), unit));
    rows.add(row("firmness", Cell.text(commitment.firmness().toString()), ""));
    rows.addAll(parts("instrument", commitment.instruments(), scale, unit));
    rows.addAll(parts("sector", commitment.sectors(), scale, unit));
    rows.add(fact("start", schedule.firstDay()));
    rows.add(fact("deadline", schedule.lastDay()));
    rows.add(row("yearly cap", schedule.cap().map(scale::cell).orElse(Cell.text("none")), unit));
    rows.add(fact("cash flows", terms.cashFlows()));
    rows.add(fact("funding notice", terms.funding()));
    rows.add(fact("on default", terms.onDefault().map(DefaultConsequence::text)));
    commitment
        .tranches()
        .forEach(t -> rows.add(row("tranche: " + t.name(), scale.cell(t.amount()), unit)));
    return Table.of("Commitment of " + commitment.name(), List.of("fact", "value", "unit"), rows)
        .withCaption(sources(commitment));
  }

  private static List<String> sources(InvestmentCommitment commitment) {
    return commitment.sources().isEmpty()
        ? List.of()
        : List.of(
            "facts: "
                + commitment.sources().stream()
                    .map(Source::toString)
                    .collect(Collectors.joining("; ")));
  }

  private static <T> List<List<Cell>> parts(
      String what, Allocation<T> allocation, MoneyScale scale, String unit) {
    if (allocation.parts().isEmpty()) {
      return List.of(row(what, Cell.text("unallocated"), ""));
    }
    return allocation.parts().stream()
        .map(
            part ->
                row(
                    what + ": " + part.of(),
                    cell(part.known(), scale, "no amount published"),
                    unit))
        .toList();
  }

  private static List<Cell> fact(String label, Optional<?> value) {
    Cell cell =
        value.map(v -> Cell.text(v.toString())).orElseGet(() -> Cell.unknown("not published"));
    return row(label, cell, "");
  }

  private static List<Cell> row(String label, Cell value, String unit) {
    return List.of(Cell.text(label), value, Cell.text(unit));
  }
}
