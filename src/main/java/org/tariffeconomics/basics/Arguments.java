package org.tariffeconomics.basics;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Checks at the public door: each names the argument and the value. */
public final class Arguments {

  /** How far weights or probabilities may be from one: the slip of a sum of rounded decimals. */
  private static final double SUM_SLIP = 1e-9;

  private Arguments() {}

  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, but was " + value);
    }
    return value;
  }

  public static double notNegative(String name, double value) {
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + " must be finite and not negative, but was " + value);
    }
    return value;
  }

  public static double positive(String name, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and positive, but was " + value);
    }
    return value;
  }

  public static double within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " must be from " + low + " to " + high + ", but was " + value);
    }
    return value;
  }

  /** A tariff as a fraction: finite and above −100 percent, so that its power is positive. */
  public static double tariff(String name, double value) {
    if (!(value > -1) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and above -1, but was " + value);
    }
    return value;
  }

  public static String notBlank(String name, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return text;
  }

  public static void sameLength(String name, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          name + " must have " + expected + " entries, but had " + length);
    }
  }

  public static void distinct(String name, Collection<String> texts) {
    Set<String> seen = new HashSet<>();
    for (String text : texts) {
      if (!seen.add(text)) {
        throw new IllegalArgumentException(name + " must differ, but '" + text + "' comes twice");
      }
    }
  }

  public static void sumToOne(String name, double sum) {
    if (!(Math.abs(sum - 1) <= SUM_SLIP)) {
      throw new IllegalArgumentException(name + " must sum to 1, but sum to " + sum);
    }
  }
}
