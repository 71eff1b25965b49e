package org.tariffeconomics.reference;

import org.tariffeconomics.schedule.DatedLine;

/** The eight digits of a line or heading of the Harmonized Tariff Schedule that are law. */
final class LegalLine {

  private LegalLine() {}

  /** Eight digits and their {@code .00} line are one code. */
  static String withoutSuffix(String digits) {
    return digits.length() == DatedLine.DIGITS + 2 && digits.endsWith("00")
        ? digits.substring(0, DatedLine.DIGITS)
        : digits;
  }
}
