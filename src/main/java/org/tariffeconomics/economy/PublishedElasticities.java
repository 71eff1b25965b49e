package org.tariffeconomics.economy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The bundled estimates, read once, and what they make of the sectors of 2011: a sector that
 * several estimates are used for has their mean, and one estimate that is used for several sectors
 * is the same unknown number in all of them.
 */
final class PublishedElasticities {

  /** By convention: services bear no duties to estimate from. */
  private static final double SERVICES = 5;

  private PublishedElasticities() {}

  private static final class All {
    private static final List<ElasticityEstimate> ESTIMATES = read();

    private static List<ElasticityEstimate> read() {
      Sheet sheet = Sheet.bundled("sectors-2011/elasticities.csv");
      List<ElasticityEstimate> estimates = new ArrayList<>();
      for (Sheet.Row row : sheet.rows()) {
        double error = sheet.number(row, "standard_error", 0);
        estimates.add(
            new ElasticityEstimate(
                sheet.text(row, "set"),
                sheet.text(row, "estimate"),
                sheet.number(row, "theta"),
                error > 0 ? OptionalDouble.of(error) : OptionalDouble.empty(),
                Sheet.words(sheet.text(row, "sectors")),
                sheet.text(row, "source")));
      }
      return List.copyOf(estimates);
    }
  }

  static List<ElasticityEstimate> all() {
    return All.ESTIMATES;
  }

  /** The only estimate of a study. */
  static ElasticityEstimate only(String study) {
    return all().stream().filter(each -> each.study().equals(study)).findFirst().orElseThrow();
  }

  /** The elasticities of the sectors of 2011 by a study. */
  static Elasticity of(String study, String source) {
    Map<String, List<ElasticityEstimate>> bySector = new HashMap<>();
    Map<String, String> sharing = new LinkedHashMap<>();
    for (ElasticityEstimate estimate : all()) {
      if (estimate.study().equals(study)) {
        for (String sector : estimate.sectors()) {
          bySector.computeIfAbsent(sector, key -> new ArrayList<>()).add(estimate);
          if (!sector.equals(estimate.sectors().get(0))) {
            sharing.put(sector, estimate.sectors().get(0));
          }
        }
      }
    }
    Map<String, Double> thetas = new LinkedHashMap<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    Sheet sectors = Sheet.bundled("sectors-2011/sectors.csv");
    for (Sheet.Row row : sectors.rows()) {
      String sector = sectors.text(row, "code");
      List<ElasticityEstimate> estimates = bySector.getOrDefault(sector, List.of());
      thetas.put(sector, estimates.isEmpty() ? SERVICES : mean(estimates));
      errorOfMean(estimates).ifPresent(error -> errors.put(sector, error));
    }
    return Elasticity.ofEstimates(thetas, errors, sharing, source);
  }

  /** In decimals, as the tables print them. */
  private static double mean(List<ElasticityEstimate> estimates) {
    BigDecimal sum = BigDecimal.ZERO;
    for (ElasticityEstimate each : estimates) {
      sum = sum.add(BigDecimal.valueOf(each.theta()));
    }
    return sum.divide(BigDecimal.valueOf(estimates.size()), MathContext.DECIMAL64).doubleValue();
  }

  /** That of a mean of independent estimates; none where one of them has none. */
  private static OptionalDouble errorOfMean(List<ElasticityEstimate> estimates) {
    double squares = 0;
    for (ElasticityEstimate each : estimates) {
      if (each.standardError().isEmpty()) {
        return OptionalDouble.empty();
      }
      squares += Math.pow(each.standardError().getAsDouble(), 2);
    }
    return estimates.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(squares) / estimates.size());
  }
}
