package org.tariffeconomics.trials;

/**
 * What depends on which lines of a heading are meant, in one place, since an answer at a heading
 * becomes a range when it is read as the set of its lines. The questions ask lines, not headings.
 */
final class HeadingValues {

  /**
   * 52.5 % for engines of 1,500 to 3,000 cm³ and 127.5 % for electric ones:
   * facts/passenger-cars.md.
   */
  static final String CHINESE_CAR_LINE = "52.5%";

  private HeadingValues() {}
}
