package org.tariffeconomics.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every suite that the library knows. */
final class Suites {

  /** The packages that offer closed-form methods: one line each. */
  private static final List<FormulaRoom> ROOMS =
      List.of(
          new IndicatorFormulas(),
          new EquilibriumFormulas(),
          new CompetitivenessFormulas(),
          new InvestmentFormulas(),
          new LandedCostFormulas());

  /** The suites with case files of their own layout: one line each. */
  private static final List<Suite> OTHERS =
      List.of(
          new ArmingtonSupplySuite(),
          new BertrandSuite(),
          new GainsFromTradeSuite(),
          new GsimSuite(),
          new ReciprocalSuite(),
          new DutyCasesSuite(),
          new RateTextsSuite(),
          new EffectiveRateSuite(),
          new RcaIndicesSuite());

  private Suites() {}

  /** The suites whose files the folder holds, known methods and unknown ones alike, by name. */
  static List<Suite> in(Path dir) throws IOException {
    List<Suite> found = new ArrayList<>(formulaSuites(dir));
    OTHERS.stream().filter(s -> s.isIn(dir)).forEach(found::add);
    GeSuites.all().stream().filter(s -> s.isIn(dir)).forEach(found::add);
    PeerSuites.all().stream().filter(s -> s.isIn(dir)).forEach(found::add);
    found.sort(Comparator.comparing(Suite::name));
    return found;
  }

  private static List<Suite> formulaSuites(Path dir) throws IOException {
    Path formulas = dir.resolve("golden/formulas");
    if (!Files.isDirectory(formulas)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(formulas)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".json"))
          .map(f -> formulaSuite(f.substring(0, f.length() - ".json".length())))
          .toList();
    }
  }

  private static Suite formulaSuite(String method) {
    return ROOMS.stream()
        .map(room -> room.methods().get(method))
        .filter(calculator -> calculator != null)
        .findFirst()
        .map(calculator -> new FormulaSuite(method, calculator))
        .orElseGet(() -> unknown(method));
  }

  private static FormulaSuite unknown(String method) {
    return new FormulaSuite(
        method,
        inputs -> {
          throw new UnsupportedCase("the library has no method of this name");
        });
  }
}
