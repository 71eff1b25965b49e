package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A suite of CSV files whose every row is computed anew: one check a file and tolerance. */
final class CsvFileSuite implements Suite {

  /** How the rows of one file are computed; a row without figures is not the check's. */
  record Check(
      String file,
      List<String> keys,
      TreeComparison tolerance,
      Function<NamedCsvRecord, Map<String, Double>> figures) {}

  private final String name;
  private final String folder;
  private final Function<CaseFolder, List<Check>> checks;

  CsvFileSuite(String name, String folder, Function<CaseFolder, List<Check>> checks) {
    this.name = name;
    this.folder = folder;
    this.checks = checks;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String home() {
    return folder;
  }

  @Override
  public boolean isIn(CaseFolder cases) {
    return checks.apply(cases).stream().anyMatch(check -> cases.holds(file(check)));
  }

  private String file(Check check) {
    return folder + "/" + check.file();
  }

  @Override
  public List<CaseResult> run(CaseFolder cases) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    Map<String, Set<String>> read = new TreeMap<>();
    for (Check check : checks.apply(cases)) {
      Set<String> columns = read.computeIfAbsent(check.file(), file -> new TreeSet<>());
      columns.addAll(check.keys());
      for (NamedCsvRecord row : cases.expected(file(check))) {
        CaseResult result = CaseResult.of(id(check, row), () -> result(check, row, columns));
        if (!result.equals(NOTHING)) {
          results.add(result);
        }
      }
    }
    for (Map.Entry<String, Set<String>> each : read.entrySet()) {
      results.addAll(unread(each.getKey(), each.getValue(), cases));
    }
    return results;
  }

  /** A column that nothing reads could say anything: it is named, never taken for met. */
  private List<CaseResult> unread(String file, Set<String> read, CaseFolder cases)
      throws IOException {
    return cases.expected(folder + "/" + file).stream()
        .flatMap(row -> row.getFieldsAsMap().entrySet().stream())
        .filter(cell -> !cell.getValue().isBlank() && !read.contains(cell.getKey()))
        .map(Map.Entry::getKey)
        .distinct()
        .map(c -> CaseResult.unsupported(file + " column " + c, "no check reads this column"))
        .toList();
  }

  private static final CaseResult NOTHING = CaseResult.passed("");

  private static String id(Check check, NamedCsvRecord row) {
    StringBuilder id = new StringBuilder(check.file());
    check.keys().forEach(key -> id.append(' ').append(row.getField(key)));
    return id.toString();
  }

  private static CaseResult result(Check check, NamedCsvRecord row, Set<String> read) {
    Map<String, Double> figures = check.figures().apply(row);
    read.addAll(figures.keySet());
    return figures.isEmpty()
        ? NOTHING
        : CsvCases.compare(id(check, row), row, figures, check.tolerance());
  }
}
