/**
 * Numbers that are not known exactly: what they may be, what follows for a result, and which of
 * them matters.
 *
 * <p>An {@link org.tariffeconomics.uncertainty.UncertainInput} is a name with a {@link
 * org.tariffeconomics.uncertainty.Distribution}. A {@link
 * org.tariffeconomics.uncertainty.MonteCarlo} study draws the inputs and runs a model of them, a
 * function of one draw or a {@link org.tariffeconomics.uncertainty.BatchModel} of many at a time;
 * its {@link org.tariffeconomics.uncertainty.MonteCarloResult} has mean, quantiles and
 * probabilities, each with its standard error. {@link org.tariffeconomics.uncertainty.SobolIndices}
 * divides the variance of the same model among its inputs. A {@link
 * org.tariffeconomics.uncertainty.Tornado} needs no distribution, only an {@link
 * org.tariffeconomics.uncertainty.InputRange} for each input, and {@link
 * org.tariffeconomics.uncertainty.WeightedScenarios} no model, only results with probabilities.
 *
 * <pre>{@code
 * List<UncertainInput> inputs =
 *     List.of(
 *         UncertainInput.of("price, USD", Distribution.normal(30_000, 900)),
 *         UncertainInput.of(
 *             "tariff", Distribution.discrete(new double[] {0.15, 0.25}, new double[] {0.8, 0.2})));
 * ToDoubleFunction<double[]> cost = x -> x[0] * (1 + x[1]);
 * MonteCarlo.of(inputs, 100_000, 42).run(cost).mean();                // 35,100, to about 5
 * SobolIndices.of(inputs, 1_024, 42, cost).firstOrder("tariff");      // 0.56: the tariff matters more
 * }</pre>
 *
 * <p>Also here: {@link org.tariffeconomics.uncertainty.OutcomeFan} sees how uncertain a result is
 * over days.
 *
 * <p>Inputs are independent. The same seed gives the same bits, on one thread or many. An argument
 * out of bounds, or a model's outcome that is not finite, is an {@link
 * java.lang.IllegalArgumentException} that names it.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.uncertainty;

import org.jspecify.annotations.NullMarked;
