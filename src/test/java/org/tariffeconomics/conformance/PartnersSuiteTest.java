package org.tariffeconomics.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.conformance.CaseResult.Outcome;

/** The sample lines of partners, all of them answered. */
class PartnersSuiteTest {

  private static final Path SHARED = Path.of("../shared");

  @Test
  void every_sample_line_of_seven_territories_is_met() throws IOException {
    assumeTrue(Files.isDirectory(SHARED.resolve("facts/partners")), "no ../shared/facts here");
    List<CaseResult> results = new PartnersSuite().run(new CaseFolder(SHARED, List.of()));
    assertEquals(2 * 218, results.size());
    assertEquals(List.of(), results.stream().filter(r -> r.outcome() != Outcome.PASSED).toList());
  }
}
