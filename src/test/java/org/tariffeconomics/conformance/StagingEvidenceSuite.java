package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.schedule.StagedReduction.Remainder;

/**
 * Staged rates that the United States published for partners in 2025 and 2026, beside their base
 * rates: each must be what one of its partner's rules leaves of the base. {@code
 * StagingEvidenceTest} counts which rule gives how many.
 */
final class StagingEvidenceSuite implements Suite {

  private static final TreeComparison RATIO = new TreeComparison(1e-9, 0);
  private static final String DAIRY = "9919\\.04\\.(1[12]|5[1-8])";
  private static final String NO_DAIRY = "(?!9919).*";

  private static final List<Staging> RULES =
      List.of(
          new Staging("KR", "2025", ".*", "1/15", StageRounding.DOWN_TO_TENTH),
          new Staging("CO", "2025", ".*", "1/15", StageRounding.DOWN_TO_TENTH),
          new Staging("PA", "2025", NO_DAIRY, "1/15", StageRounding.DOWN_TO_TENTH),
          new Staging("PA", "2025", NO_DAIRY, "1/10", StageRounding.DOWN_TO_TENTH),
          new Staging("PA", "2025", DAIRY, "3/8", StageRounding.NEAREST_TENTH),
          new Staging("PA", "2026", DAIRY, "1/4", StageRounding.NEAREST_TENTH),
          new Staging("JO", "202[56]", ".*", "4/9", StageRounding.DOWN_TO_TENTH),
          new Staging("JP", "202[56]", ".*", "1/2", StageRounding.NONE),
          new Staging("JP", "2025", "1704.*", "2/5", StageRounding.NONE),
          new Staging("JP", "2026", "1704.*", "3/10", StageRounding.NONE),
          new Staging("S+", "2025", "(?!9823\\.10\\.38).*", "5/11", StageRounding.NEAREST_TENTH),
          new Staging("S+", "2026", "(?!9823\\.10\\.38).*", "4/11", StageRounding.NEAREST_TENTH));

  /** What is left of the base rates of a partner in some years on some lines. */
  private record Staging(
      String partner, String years, String lines, String left, StageRounding rounding) {

    boolean isOf(String year, String line, List<String> partners) {
      return partners.contains(partner) && year.matches(years) && line.matches(lines);
    }

    boolean gives(String base, String staged) {
      BigDecimal rate = Remainder.parse(left).of(new BigDecimal(base), rounding);
      return rate.compareTo(new BigDecimal(staged)) == 0;
    }
  }

  @Override
  public String name() {
    return "staging_evidence";
  }

  @Override
  public String home() {
    return "cases/staging_evidence.csv";
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (NamedCsvRecord row : cases.expected(home())) {
      String id = row.getField("year") + " " + row.getField("hts") + " " + row.getField("spi");
      results.add(CaseResult.of(id, () -> check(id, row)));
    }
    return results;
  }

  private static CaseResult check(String id, NamedCsvRecord row) {
    String base = row.getField("base");
    String staged = row.getField("staged");
    if (!isRatio(row)) {
      return CaseResult.failed(id, row.getField("ratio") + " is not " + staged + " of " + base);
    }
    List<String> partners = Arrays.asList(row.getField("spi").split(","));
    List<Staging> rules =
        RULES.stream()
            .filter(r -> r.isOf(row.getField("year"), row.getField("hts"), partners))
            .toList();
    if (rules.isEmpty()) {
      return CaseResult.unsupported(id, "no rule is known that stages this rate");
    }
    return rules.stream().anyMatch(r -> r.gives(base, staged))
        ? CaseResult.passed(id)
        : CaseResult.failed(id, "no rule of " + rules + " gives " + staged + " from " + base);
  }

  /** The ratio that a row states beside its two rates; a row need not state it. */
  private static boolean isRatio(NamedCsvRecord row) {
    OptionalDouble ratio = CsvCases.number(row, "ratio");
    return ratio.isEmpty()
        || RATIO.agree(
            ratio.getAsDouble(), CsvCases.required(row, "staged") / CsvCases.required(row, "base"));
  }
}
