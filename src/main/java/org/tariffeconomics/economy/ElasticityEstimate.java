package org.tariffeconomics.economy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.tariffeconomics.basics.Require;

/**
 * One published estimate of an elasticity of trade: a line of a table in print.
 *
 * @param study the short name of the study, {@code caliendo-parro}
 * @param goods the goods as the study names them
 * @param theta the estimate of θ, above zero
 * @param standardError its standard error, above zero; empty where none is printed
 * @param sectors the sectors of {@link World#sectors2011()} that it is used for, none where the
 *     study's own counterfactuals leave it out
 * @param source where it is printed
 * @since 0.1.0
 */
public record ElasticityEstimate(
    String study,
    String goods,
    double theta,
    OptionalDouble standardError,
    List<String> sectors,
    String source) {

  /**
   * Checks the numbers.
   *
   * @param study the short name of the study
   * @param goods the goods as the study names them
   * @param theta the estimate
   * @param standardError its standard error
   * @param sectors the sectors that it is used for
   * @param source where it is printed
   * @throws IllegalArgumentException when the estimate or its error is not above zero
   */
  public ElasticityEstimate {
    Require.notBlank("study", study);
    Require.notBlank("goods", goods);
    Require.positive("theta", theta);
    Objects.requireNonNull(standardError, "standardError");
    standardError.ifPresent(error -> Require.positive("standardError", error));
    sectors = List.copyOf(Objects.requireNonNull(sectors, "sectors"));
    Require.notBlank("source", source);
  }

  /** For example {@code caliendo-parro, Food: 2.62 (0.61)}. */
  @Override
  public String toString() {
    String error =
        standardError.isPresent()
            ? String.format(Locale.ROOT, " (%s)", standardError.getAsDouble())
            : "";
    return study + ", " + goods + ": " + theta + error;
  }
}
