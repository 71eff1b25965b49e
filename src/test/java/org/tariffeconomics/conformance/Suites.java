package org.tariffeconomics.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  private static final Map<String, Function<CaseInputs, Object>> METHODS =
      ROOMS.stream()
          .flatMap(room -> room.methods().entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** The suites with case files of their own layout: one line each. */
  private static final List<Suite> OTHERS =
      all(
          new ArmingtonSupplySuite(),
          new BertrandSuite(),
          new GainsFromTradeSuite(),
          new GsimSuite(),
          new ReciprocalSuite(),
          new DutyCasesSuite(),
          new RateTextsSuite(),
          new EffectiveRateSuite(),
          new FieldSuite(),
          new StagingEvidenceSuite(),
          new PartnersSuite(),
          new RcaIndicesSuite());

  private Suites() {}

  /** With the suites of general equilibrium, which are made from lists of checks. */
  private static List<Suite> all(Suite... others) {
    List<Suite> all = new ArrayList<>(List.of(others));
    all.addAll(GeSuites.all());
    all.addAll(PeerSuites.all());
    return List.copyOf(all);
  }

  /** The suites whose files the folder holds, known methods and unknown ones alike, by name. */
  static List<Suite> in(CaseFolder cases) {
    List<Suite> found = new ArrayList<>(formulaSuites(cases));
    OTHERS.stream().filter(s -> s.isIn(cases)).forEach(found::add);
    found.sort(Comparator.comparing(Suite::name));
    return found;
  }

  private static List<Suite> formulaSuites(CaseFolder cases) {
    return cases.filesBelow(List.of("golden/formulas")).stream()
        .map(f -> f.substring("golden/formulas/".length()))
        .filter(f -> f.endsWith(".json") && f.indexOf('/') < 0)
        .<Suite>map(f -> new FormulaSuite(f.substring(0, f.length() - ".json".length()), METHODS))
        .toList();
  }
}
