package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.List;

/** On what a player sets one duty each. */
enum Instruments {
  UNIFORM,
  BY_PARTNER,
  BY_PARTNER_AND_SECTOR;

  /**
   * The cells of each instrument of a player. Those that nothing is bought in bear the duty of
   * their instrument; an instrument without any trade would decide nothing and is none.
   */
  int[][] cells(World world, String player, List<String> sectors) {
    List<int[]> instruments = new ArrayList<>();
    List<String> partners =
        world.economies().stream().filter(each -> !each.equals(player)).toList();
    switch (this) {
      case UNIFORM -> instruments.add(cells(world, player, partners, sectors));
      case BY_PARTNER ->
          partners.forEach(
              partner -> instruments.add(cells(world, player, List.of(partner), sectors)));
      case BY_PARTNER_AND_SECTOR ->
          partners.forEach(
              partner ->
                  sectors.forEach(
                      sector ->
                          instruments.add(
                              cells(world, player, List.of(partner), List.of(sector)))));
      default -> throw new AssertionError(this);
    }
    return instruments.stream().filter(cells -> hasTrade(world, cells)).toArray(int[][]::new);
  }

  private static int[] cells(
      World world, String player, List<String> partners, List<String> sectors) {
    return partners.stream()
        .flatMap(partner -> sectors.stream().map(sector -> world.cell(partner, player, sector)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean hasTrade(World world, int[] cells) {
    for (int cell : cells) {
      if (world.flows()[cell] > 0) {
        return true;
      }
    }
    return false;
  }
}
