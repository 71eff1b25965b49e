package org.tariffeconomics.equilibrium;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generators that the properties of this package share. */
final class Draws {

  private Draws() {}

  static Arbitrary<Double> number(double low, double high) {
    return Arbitraries.doubles().between(low, high).ofScale(6);
  }

  static Arbitrary<double[]> array(int size, double low, double high) {
    return number(low, high).array(double[].class).ofSize(size);
  }

  static Arbitrary<double[][]> square(int size, double low, double high) {
    return array(size, low, high).array(double[][].class).ofSize(size);
  }
}
