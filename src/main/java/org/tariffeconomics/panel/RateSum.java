package org.tariffeconomics.panel;

/**
 * Trade and the duty on it, summed: of the pairs with a rate apart from those with a range and
 * those without either, and by programme.
 */
final class RateSum {

  private double known;
  private double bounded;
  private double lowest;
  private double highest;
  private double unknown;
  private double duty;
  private boolean toldApart = true;
  private final double[] byProgramme;

  RateSum(int programmes) {
    this.byProgramme = new double[programmes];
  }

  void addUnknown(double trade) {
    unknown += trade;
  }

  void add(double trade, CellColumns cells, int cell) {
    known += trade;
    toldApart &= trade == 0 || cells.cell(cell).isToldApart();
    duty += trade * cells.total(cell, 0);
    for (int p = 0; p < byProgramme.length; p++) {
      byProgramme[p] += trade * cells.part(p, cell, 0);
    }
  }

  /** Trade of which the rate lies between two. */
  void addBounded(double trade, CellColumns cells, int cell) {
    bounded += trade;
    lowest += trade * cells.lowest(cell, 0);
    highest += trade * cells.highest(cell, 0);
  }

  double bounded() {
    return bounded;
  }

  /** The least that the average can be over the trade with a rate or a range. */
  double lowestAverage() {
    return (duty + lowest) / (known + bounded);
  }

  /** The most that the average can be over the trade with a rate or a range. */
  double highestAverage() {
    return (duty + highest) / (known + bounded);
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

  /** What a programme charges on the trade of which that is told. */
  double duty(int programme) {
    return byProgramme[programme];
  }

  /** Whether it is told of all trade with a rate which programme charges how much of it. */
  boolean isToldApart() {
    return toldApart;
  }
}
