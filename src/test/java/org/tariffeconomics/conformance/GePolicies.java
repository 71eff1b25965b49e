package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tariffeconomics.economy.Deficits;
import org.tariffeconomics.economy.Elasticity;
import org.tariffeconomics.economy.Equilibrium;
import org.tariffeconomics.economy.TariffPolicy;
import org.tariffeconomics.economy.World;

/** The cases of best duties, by name, each solved once. */
final class GePolicies {

  private final Map<String, TariffPolicy> solved = new LinkedHashMap<>();

  Map<String, Double> uniform(NamedCsvRecord row) {
    TariffPolicy policy =
        solved.computeIfAbsent(
            "uniform" + row.getField("elasticity"),
            key -> world2023(row.getField("elasticity")).optimal("US").uniform());
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("tariff", policy.duty("US", "JP"));
    figures.put("welfare_US", policy.outcome().welfare("US"));
    figures.put("welfare_JP", policy.outcome().welfare("JP"));
    figures.put("welfare_CA", policy.outcome().welfare("CA"));
    figures.put("rule_1_over_eps_lambda_ff", policy.foreignShareRule("US"));
    return figures;
  }

  /** The reference balances the world once, at an elasticity of 4, whatever comes after. */
  private static Equilibrium world2023(String elasticity) {
    return model(World.of2023().balanced(Elasticity.of(4)), elasticity);
  }

  Map<String, Double> byPartner(NamedCsvRecord row) {
    TariffPolicy policy =
        solved.computeIfAbsent("by partner", key -> world2023("4").optimal("US").byPartner());
    String partner = row.getField("partner");
    if (partner.startsWith("_welfare_")) {
      return Map.of("tariff", policy.outcome().welfare(partner.substring("_welfare_".length())));
    }
    if (partner.startsWith("_max_abs_gradient") || partner.contains("hessian")) {
      boolean best = policy.gradient("US") < 1e-12 && policy.curvature("US") < 0;
      return Map.of("tariff", best ? CsvCases.required(row, "tariff") : policy.gradient("US"));
    }
    return Map.of("tariff", policy.duty("US", partner));
  }

  Map<String, Double> game(NamedCsvRecord row, CaseFolder cases) {
    String name = row.getField("case");
    TariffPolicy policy = solved.computeIfAbsent(name, key -> solve(key, cases));
    String item = row.getField("item");
    if (item.contains("gradient") || item.contains("hessian")) {
      boolean best =
          policy.players().stream()
              .allMatch(each -> policy.gradient(each) < 1e-10 && policy.curvature(each) < 0);
      return Map.of("value", best ? CsvCases.required(row, "value") : Double.NaN);
    }
    String who = row.getField("who");
    String player = who.equals("each") ? "A" : who;
    return Map.of(
        "value",
        switch (item) {
          case "tariff" -> policy.duty(player, who.equals("each") ? "B" : row.getField("partner"));
          case "welfare" -> policy.outcome().welfare(player);
          case "rule_1_over_eps_lambda_ff" -> policy.foreignShareRule(player);
          default -> throw new UnsupportedCase("no such item: " + item);
        });
  }

  private static TariffPolicy solve(String name, CaseFolder cases) {
    if (name.startsWith("symmetric-3-home")) {
      String[] parts = name.substring("symmetric-3-home".length()).split("-eps");
      return model(symmetric(Double.parseDouble(parts[0])), parts[1]).nash("A", "B", "C");
    }
    Equilibrium blocs = model(blocs(cases.input("golden/ge/three_blocs_flows.csv")), "4");
    if (name.equals("three-blocs-nash")) {
      return blocs.nash("US", "EU27", "ROW");
    }
    if (name.startsWith("three-blocs-unilateral-")) {
      return blocs.optimal(name.substring("three-blocs-unilateral-".length())).byPartner();
    }
    throw new UnsupportedCase("no such case: " + name);
  }

  private static Equilibrium model(World world, String elasticity) {
    return Equilibrium.of(world, Elasticity.of(elasticity)).with(Deficits.ZERO);
  }

  private static World symmetric(double home) {
    double abroad = (1 - home) / 2;
    double[][] flows = new double[3][3];
    for (double[] row : flows) {
      Arrays.fill(row, abroad);
    }
    for (int i = 0; i < 3; i++) {
      flows[i][i] = home;
    }
    return World.of(List.of("A", "B", "C"), flows);
  }

  private static World blocs(Path file) {
    List<List<String>> rows = PeerTables.rows(file);
    List<String> codes = rows.get(0).subList(1, rows.get(0).size());
    double[][] flows =
        rows.subList(1, rows.size()).stream()
            .map(row -> row.stream().skip(1).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    return World.of(codes, flows);
  }
}
