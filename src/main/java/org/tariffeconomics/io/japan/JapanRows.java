package org.tariffeconomics.io.japan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.SeasonalRate;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.ProblemLog;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.TariffSchedule;

/** Makes the rows of a schedule of the trees of Japan's chapters. */
final class JapanRows {

  /** Words and a rate behind them are a rate on the words. */
  private static final String FREE = "\u3000無税";

  private static final int CODE_DIGITS = 9;
  private static final int MOST_LEVELS = 40;

  private final String name;
  private final ProblemLog log = ProblemLog.create();
  private final List<Line> rows = new ArrayList<>();
  private final Set<String> unknown = new HashSet<>();
  private String file = "";
  private long place;

  /** A row as it is being made: the cells that count for it, its own or those above. */
  private record Line(
      long place,
      String file,
      String code,
      int indent,
      String words,
      List<String> units,
      Map<String, String> counting,
      List<ScheduleRow.Footnote> own) {

    boolean isLine() {
      return code.replace(".", "").length() == CODE_DIGITS;
    }

    private String cell(String column) {
      return counting.getOrDefault(column, "");
    }

    String applied() {
      return JapanColumns.applied(
          cell(JapanColumns.GENERAL), cell(JapanColumns.TEMPORARY), cell(JapanColumns.WTO));
    }

    /** What columns say that are not known and no agreement's: it may be charged besides. */
    String besides() {
      return counting.entrySet().stream()
          .filter(each -> JapanColumns.mayBear(each.getKey()))
          .map(each -> each.getKey() + ": " + each.getValue())
          .collect(Collectors.joining("; "));
    }

    String national() {
      return JapanColumns.national(cell(JapanColumns.GENERAL), cell(JapanColumns.TEMPORARY));
    }
  }

  JapanRows(String name) {
    this.name = name;
  }

  void accept(Problem problem) {
    log.accept(problem);
  }

  void add(String chapter, Reading<JsonTree> tree) {
    file = chapter;
    log.addAll(tree);
    tree.optional().ifPresent(this::addAll);
  }

  private void addAll(JsonTree list) {
    if (list.items().isEmpty()) {
      log.accept(
          Problem.error(Place.ofFile(file), "", "", "a chapter is a JSON list of rows: none here"));
    }
    list.items().forEach(each -> add(each, Map.of(), 0));
  }

  private void add(JsonTree node, Map<String, String> above, int depth) {
    place++;
    if (node.get("rate").isAbsent()
        && node.text("stat_code").isEmpty()
        && node.text("desc").isEmpty()) {
      problem(node, "", "a row of a chapter must have stat_code, desc and rate; it is left out");
      return;
    }
    if (depth > MOST_LEVELS) {
      problem(node, "children", "more than " + MOST_LEVELS + " levels: the rest is left out");
      return;
    }
    Map<String, String> counting = new LinkedHashMap<>(above);
    List<ScheduleRow.Footnote> own = new ArrayList<>();
    node.get("rate")
        .members()
        .forEach(
            (column, cell) -> {
              if (!cell.text().isBlank()) {
                counting.put(column, cell.text().strip());
                own.add(new ScheduleRow.Footnote(List.of(column), cell.text().strip()));
                noteUnknown(node, column);
              }
            });
    List<JsonTree> children = node.get("children").items();
    rows.add(
        new Line(
            place,
            file,
            code(node, children.isEmpty()),
            depth,
            node.text("desc"),
            units(node),
            counting,
            List.copyOf(own)));
    children.forEach(each -> add(each, counting, depth + 1));
  }

  private void noteUnknown(JsonTree node, String column) {
    if (!JapanColumns.isKnown(column) && unknown.add(column)) {
      log.accept(
          Problem.note(
              Place.ofPath(file, node.path()),
              column,
              column,
              "a column that is not known, here for the first time: its rates are no preference"));
    }
  }

  private void problem(JsonTree node, String column, String message) {
    log.accept(
        Problem.error(Place.ofPath(file, node.path()), column, node.text("stat_code"), message));
  }

  /** The code of a leaf, or of a heading or subheading; words between them have none. */
  private static String code(JsonTree node, boolean leaf) {
    String code = node.text("stat_code");
    String end = node.text("hs_code");
    if (leaf && !end.isEmpty()) {
      return code + "." + end;
    }
    return code.replace(".", "").length() == 4 && node.text("level").equals("0") ? code : "";
  }

  private static List<String> units(JsonTree node) {
    List<String> units = new ArrayList<>();
    for (String each : List.of("I", "II")) {
      String unit = node.get("unit").text(each);
      if (!unit.isEmpty()) {
        units.add(unit);
      }
    }
    return units;
  }

  Reading<TariffSchedule> reading() {
    List<ScheduleRow> made = new ArrayList<>();
    Map<String, List<Line>> byCode = new LinkedHashMap<>();
    rows.stream()
        .filter(Line::isLine)
        .forEach(r -> byCode.computeIfAbsent(r.code(), c -> new ArrayList<>()).add(r));
    Set<String> done = new HashSet<>();
    for (Line each : rows) {
      if (!each.isLine()) {
        made.add(text(each));
      } else if (done.add(each.code())) {
        made.add(line(byCode.getOrDefault(each.code(), List.of())));
      }
    }
    TariffSchedule schedule = JapanTariffJson.schedule(name, made);
    schedule.faults().forEach(fault -> note(fault, schedule));
    if (made.isEmpty() && log.isGood()) {
      log.accept(Problem.error(Place.ofFile(name), "", "", "the file has no rows"));
    }
    return log.inOrder().reading(schedule);
  }

  private void note(TariffSchedule.RowFault fault, TariffSchedule schedule) {
    Place where = Place.ofLine(schedule.name(), fault.row().place());
    log.accept(
        fault.column().equals(TariffSchedule.CODE)
            ? Problem.error(where, fault.column(), fault.text(), fault.message())
            : Problem.note(where, fault.column(), fault.text(), fault.message()));
  }

  private static ScheduleRow text(Line row) {
    return new ScheduleRow(
        row.place(),
        row.code(),
        row.indent(),
        row.words(),
        row.units(),
        "",
        "",
        "",
        "",
        "",
        row.own());
  }

  private ScheduleRow line(List<Line> same) {
    Line first = same.get(0);
    List<ScheduleRow.Footnote> own = new ArrayList<>();
    same.forEach(each -> own.addAll(each.own()));
    Cells cells = same.size() == 1 ? Cells.of(first) : seasonal(same);
    return new ScheduleRow(
        first.place(),
        first.code(),
        first.indent(),
        first.words(),
        first.units(),
        cells.applied(),
        cells.special(),
        cells.national(),
        same.stream()
            .map(Line::besides)
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining("; ")),
        "",
        own);
  }

  /** What a line says in the columns of a schedule. */
  private record Cells(String applied, String national, Map<String, String> agreements) {

    static Cells of(Line row) {
      Map<String, String> agreements = new LinkedHashMap<>();
      JapanColumns.symbols()
          .forEach(
              (column, symbol) -> {
                String text = row.cell(column);
                if (!text.isEmpty()) {
                  agreements.put(symbol, text);
                }
              });
      return new Cells(row.applied(), row.national(), agreements);
    }

    /** Each rate once, with the symbols of the agreements that grant it. */
    String special() {
      Map<String, List<String>> byText = new LinkedHashMap<>();
      agreements.forEach(
          (symbol, text) -> byText.computeIfAbsent(text, t -> new ArrayList<>()).add(symbol));
      List<String> groups = new ArrayList<>();
      byText.forEach((text, symbols) -> groups.add(text + " (" + String.join(",", symbols) + ")"));
      return String.join(" ", groups);
    }
  }

  /** Leaves of one code that differ by the season of import. */
  private Cells seasonal(List<Line> same) {
    List<String> days = new ArrayList<>();
    for (Line each : same) {
      season(each.words()).ifPresent(days::add);
    }
    if (days.size() < same.size()) {
      Line first = same.get(0);
      log.accept(
          Problem.error(
              Place.ofLine(first.file(), first.place()),
              "hs_code",
              first.code(),
              "stands " + same.size() + " times and no season tells its lines apart"));
      String why = "see \"which of " + same.size() + " lines of " + first.code() + " is meant\"";
      return new Cells(why, why, Map.of());
    }
    List<Cells> cells = same.stream().map(Cells::of).toList();
    Map<String, String> agreements = new LinkedHashMap<>();
    JapanColumns.symbols()
        .values()
        .forEach(
            symbol ->
                joined(
                        cells.stream().map(c -> c.agreements().getOrDefault(symbol, "")).toList(),
                        days)
                    .ifPresent(text -> agreements.put(symbol, text)));
    return new Cells(
        joined(cells.stream().map(Cells::applied).toList(), days).orElse(""),
        joined(cells.stream().map(Cells::national).toList(), days).orElse(""),
        agreements);
  }

  /** The days of the season that words name: {@code 01 JUN - 30 NOV}. */
  private static Optional<String> season(String words) {
    return DutyRate.parse(words + FREE) instanceof SeasonalRate seasonal
        ? Optional.of(seasonal.toString().replace("Free (", "").replace(")", ""))
        : Optional.empty();
  }

  /** One text for all seasons, or each with its days; seasons without a text have none. */
  private static Optional<String> joined(List<String> texts, List<String> days) {
    if (texts.stream().distinct().count() == 1) {
      return texts.get(0).isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
    }
    List<String> seasons = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        DutyRate rate = DutyRate.parse(texts.get(i));
        boolean seasonal = texts.get(i).contains("毎年");
        seasons.add(seasonal ? rate.toString() : rate + " (" + days.get(i) + ")");
      }
    }
    return seasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", seasons));
  }
}
