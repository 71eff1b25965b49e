package org.tariffeconomics.basics;

import java.util.Arrays;

/** Digits of codes in order, in which those below a code stand beside each other. */
final class SortedDigits {

  private SortedDigits() {}

  /** Whether a code below another is among them, itself not counted. */
  static boolean hasBelow(String[] sorted, String digits) {
    int next = firstBelow(sorted, digits);
    return next < sorted.length && sorted[next].startsWith(digits);
  }

  /** Where a code or those below it begin, if there are any. */
  static int firstOf(String[] sorted, String digits) {
    int place = Arrays.binarySearch(sorted, digits);
    return place >= 0 ? place : -(place + 1);
  }

  /** Behind the last of the codes that are a code or lie below it. */
  static int endOf(String[] sorted, String digits) {
    return firstOf(sorted, digits + (char) ('9' + 1));
  }

  /** Where the codes below a code begin, if there are any. */
  static int firstBelow(String[] sorted, String digits) {
    int first = firstOf(sorted, digits);
    return first < sorted.length && sorted[first].equals(digits) ? first + 1 : first;
  }
}
