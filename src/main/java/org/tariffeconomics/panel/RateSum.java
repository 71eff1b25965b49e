package org.tariffeconomics.panel;

/**
 * Trade and the duty on it, summed: of the pairs with a rate apart from those without one, and by
 * programme.
 */
final class RateSum {

  private double known;
  private double unknown;
  private double duty;
  private final double[] byProgramme;

  RateSum(int programmes) {
    this.byProgramme = new double[programmes];
  }

  void addUnknown(double trade) {
    unknown += trade;
  }

  void add(double trade, CellColumns cells, int cell) {
    known += trade;
    duty += trade * cells.total(cell, 0);
    for (int p = 0; p < byProgramme.length; p++) {
      byProgramme[p] += trade * cells.part(p, cell, 0);
    }
  }

  double known() {
    return known;
  }

  double unknown() {
    return unknown;
  }

  double duty() {
    return duty;
  }

  double duty(int programme) {
    return byProgramme[programme];
  }
}
