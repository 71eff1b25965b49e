package org.tariffeconomics.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/** What is done with a list of problems. */
public final class CsvProblems {

  private CsvProblems() {}

  public static void refuse(List<CsvProblem> problems, int shown) {
    if (!problems.isEmpty()) {
      String more = problems.size() > shown ? "; and " + (problems.size() - shown) + " more" : "";
      throw new IllegalArgumentException(
          problems.stream()
              .limit(shown)
              .map(CsvProblem::toString)
              .collect(Collectors.joining("; ", problems.size() + " problems: ", more)));
    }
  }

  public static Table table(String title, List<CsvProblem> problems) {
    return Table.of(
        title,
        List.of("file", "line", "column", "text", "message"),
        problems.stream()
            .map(
                p ->
                    List.of(
                        Cell.text(p.file()),
                        Cell.number(BigDecimal.valueOf(p.line()), 0, ""),
                        Cell.text(p.column()),
                        Cell.text(p.text()),
                        Cell.text(p.message())))
            .toList());
  }
}
