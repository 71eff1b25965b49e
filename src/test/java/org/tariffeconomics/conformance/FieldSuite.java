package org.tariffeconomics.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Small inputs made from public reports and files, each showing a kind of fault of readers and
 * models, with their right values.
 *
 * <p>Here a wrong answer may be known: a case that stands in {@code unsupported.csv} counts as
 * unsupported as long as its answer is wrong, and says what the answer is. Who mends a kind removes
 * its rows there and changes nothing here.
 */
final class FieldSuite implements Suite {

  static final String HOME = "cases/field";

  @Override
  public String name() {
    return "field";
  }

  @Override
  public String home() {
    return HOME;
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    KnownGaps gaps = KnownGaps.read();
    List<FieldCase> all = new ArrayList<>();
    all.addAll(FieldCommodities.in(cases));
    all.addAll(FieldFiles.in(cases));
    all.addAll(FieldNumbers.in(cases));
    return all.stream().map(FieldCase::run).map(r -> excused(gaps, r)).toList();
  }

  private CaseResult excused(KnownGaps gaps, CaseResult result) {
    Optional<String> reason = gaps.reason(name(), result.id());
    boolean isKnown = result.outcome() == CaseResult.Outcome.FAILED && reason.isPresent();
    return isKnown
        ? CaseResult.unsupported(
            result.id(), reason.orElseThrow() + " (now: " + result.detail() + ")")
        : result;
  }
}
