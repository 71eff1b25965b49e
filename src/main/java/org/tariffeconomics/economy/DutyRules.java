package org.tariffeconomics.economy;

import java.util.List;

/**
 * Rules of thumb for the best duty of an economy, from flows and shares of an outcome, over the
 * sectors that it charges: each sector counts with its own elasticity.
 */
final class DutyRules {

  private final Solution solution;
  private final World world;
  private final int player;
  private final int[] sectors;

  DutyRules(Solution solution, World world, String player, List<String> sectors) {
    this.solution = solution;
    this.world = world;
    this.player = world.economy(player);
    this.sectors = sectors.stream().mapToInt(world::sector).toArray();
  }

  private double theta(int sector) {
    return solution.pass().k.theta[sector];
  }

  /** Foreigners' spending over the sum of θ times what of it falls on foreign goods. */
  double foreignShare() {
    double all = 0;
    double foreign = 0;
    for (int sector : sectors) {
      for (int to = 0; to < world.size(); to++) {
        for (int from = 0; from < world.size() && to != player; from++) {
          double flow = solution.flow(sector, to, from);
          all += flow;
          foreign += from == player ? 0 : theta(sector) * flow;
        }
      }
    }
    return all / foreign;
  }

  /** One over the mean of θ (1 − λ) over the player's exports, λ the buyers' shares of them. */
  double exportShare() {
    double exports = 0;
    double sum = 0;
    for (int sector : sectors) {
      for (int to = 0; to < world.size(); to++) {
        if (to != player) {
          double flow = solution.flow(sector, to, player);
          exports += flow;
          sum += theta(sector) * flow * (1 - solution.share(sector, to, player));
        }
      }
    }
    return exports / sum;
  }
}
