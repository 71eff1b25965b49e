package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** A suite of CSV files whose every row is computed anew: one check a file and tolerance. */
final class CsvFileSuite implements Suite {

  /** How the rows of one file are computed. */
  record Check(
      String file,
      List<String> keys,
      TreeComparison tolerance,
      Function<NamedCsvRecord, Map<String, Double>> figures) {}

  private final String name;
  private final String folder;
  private final Function<Path, List<Check>> checks;

  CsvFileSuite(String name, String folder, Function<Path, List<Check>> checks) {
    this.name = name;
    this.folder = folder;
    this.checks = checks;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isIn(Path dir) {
    return checks.apply(dir).stream().anyMatch(check -> Files.exists(file(dir, check)));
  }

  private Path file(Path dir, Check check) {
    return dir.resolve(folder).resolve(check.file());
  }

  @Override
  public List<CaseResult> run(Path dir) throws IOException {
    List<CaseResult> results = new ArrayList<>();
    for (Check check : checks.apply(dir)) {
      if (Files.exists(file(dir, check))) {
        for (NamedCsvRecord row : rows(file(dir, check))) {
          result(check, row).ifPresent(results::add);
        }
      }
    }
    return results;
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return CsvCases.rows(file);
    }
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return csv.stream().toList();
    }
  }

  /** Empty where a row has nothing to compare for this check. */
  private static Optional<CaseResult> result(Check check, NamedCsvRecord row) {
    String id = check.file();
    for (String key : check.keys()) {
      id += " " + row.getField(key);
    }
    try {
      Map<String, Double> figures = check.figures().apply(row);
      return figures.isEmpty()
          ? Optional.empty()
          : Optional.of(CsvCases.compare(id, row, figures, check.tolerance()));
    } catch (UnsupportedCase e) {
      return Optional.of(CaseResult.unsupported(id, e.getMessage()));
    }
  }
}
