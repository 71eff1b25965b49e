package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/** The tables of a world: its economies, and what can be checked of its data. */
final class WorldTables {

  private WorldTables() {}

  static Table economies(World world) {
    List<List<Cell>> rows = new ArrayList<>();
    int decimals = world.moneyDecimals();
    for (String code : world.economies()) {
      rows.add(
          List.of(
              Cell.text(code),
              Cell.number(world.flow(code, "*"), decimals, ""),
              Cell.number(world.flow("*", code), decimals, ""),
              Cell.number(world.flow(code, code), decimals, ""),
              Cell.number(world.valueAdded(code), decimals, ""),
              Cell.number(world.revenue(code), decimals, ""),
              Cell.number(world.deficit(code), decimals, "")));
    }
    List<String> columns =
        List.of("economy", "exports", "imports", "home sales", "value added", "duties", "deficit");
    return Table.of(world.name(), columns, rows).withCaption(world.notes());
  }

  static Table checks(World world) {
    double deficits = world.economies().stream().mapToDouble(world::deficit).sum();
    double added = Arrays.stream(world.valueAddedCells()).sum();
    double negative = Arrays.stream(world.uses()).filter(use -> use < 0).count();
    List<List<Cell>> rows =
        List.of(
            List.of(Cell.text("value added"), Cell.number(added, world.moneyDecimals(), "")),
            List.of(
                Cell.text("sum of deficits (0 where it adds up)"), Cell.number(deficits, 6, "")),
            List.of(
                Cell.text("smallest share of value added"),
                Cell.percent(smallestAddedShare(world), 2)),
            List.of(Cell.text("negative cells of inputs"), Cell.number(negative, 0, "")),
            List.of(
                Cell.text("trade whose base duty is unknown"),
                Cell.percent(world.unknownDutyShare(), 1)));
    return Table.of("Checks of " + world.name(), List.of("check", "value"), rows);
  }

  private static double smallestAddedShare(World world) {
    double least = 1;
    for (int cell = 0; cell < world.output().length; cell++) {
      if (world.output()[cell] > 0) {
        least = Math.min(least, world.valueAddedCells()[cell] / world.output()[cell]);
      }
    }
    return least;
  }
}
