package org.tariffeconomics.uncertainty;

import java.util.Objects;
import org.tariffeconomics.basics.Require;

/**
 * A named input of a model with its distribution. Inputs are independent of each other.
 *
 * @param name what the input is, with its unit where it has one; its draws belong to this name
 * @param distribution what it may be, and how likely
 * @since 0.1.0
 */
public record UncertainInput(String name, Distribution distribution) {

  /**
   * Creates an input.
   *
   * @param name what the input is, with its unit where it has one
   * @param distribution what it may be, and how likely
   * @throws IllegalArgumentException when the name is blank
   */
  public UncertainInput {
    Objects.requireNonNull(distribution, "distribution");
    Require.notBlank("name", name);
  }

  /**
   * A named input with its distribution.
   *
   * @param name what the input is
   * @param distribution what it may be
   * @return the input
   */
  public static UncertainInput of(String name, Distribution distribution) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(distribution, "distribution");
    return new UncertainInput(name, distribution);
  }

  /** The input as {@code name ~ distribution}. */
  @Override
  public String toString() {
    return name + " ~ " + distribution;
  }
}
