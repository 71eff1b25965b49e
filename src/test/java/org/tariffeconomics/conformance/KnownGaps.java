package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cases that may stay unsupported, each with its reason: the rows of {@code unsupported.csv}.
 * An id may have {@code *} for any text, where a whole series has one reason.
 */
final class KnownGaps {

  private static final Path FILE = Path.of("src/test/resources/conformance/unsupported.csv");

  private record Gap(String suite, String written, Pattern ids, String reason) {

    boolean covers(String otherSuite, String id) {
      return suite.equals(otherSuite) && ids.matcher(id).matches();
    }
  }

  private final List<Gap> gaps;

  private KnownGaps(List<Gap> gaps) {
    this.gaps = gaps;
  }

  static KnownGaps read() throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FILE)) {
      return new KnownGaps(
          rows.stream()
              .map(r -> gap(r.getField("suite"), r.getField("case"), r.getField("reason")))
              .toList());
    }
  }

  /** Gaps made for a test of the list itself. */
  static KnownGaps of(String suite, String ids, String reason) {
    return new KnownGaps(List.of(gap(suite, ids, reason)));
  }

  private static Gap gap(String suite, String ids, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("No reason is given for " + suite + " " + ids);
    }
    String pattern = Pattern.quote(ids).replace("*", "\\E.*\\Q");
    return new Gap(suite, ids, Pattern.compile(pattern), reason);
  }

  /**
   * The rows that excuse nothing any more: they cover cases that were run, and none of these was
   * unsupported.
   */
  List<String> closed(String suite, List<CaseResult> results) {
    return gaps.stream()
        .filter(g -> results.stream().anyMatch(r -> g.covers(suite, r.id())))
        .filter(
            g ->
                results.stream()
                    .filter(r -> g.covers(suite, r.id()))
                    .allMatch(r -> r.outcome() == CaseResult.Outcome.PASSED))
        .map(Gap::written)
        .toList();
  }

  /** Why the case may stay unsupported; empty where it may not. */
  Optional<String> reason(String suite, String id) {
    return gaps.stream().filter(g -> g.covers(suite, id)).map(Gap::reason).findFirst();
  }
}
