package org.tariffeconomics.conformance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of case files, and where inputs lie that it does not bring itself. What is expected is
 * read from the folder alone. It remembers what it was asked for, so that a file that no suite
 * knows by its name can be named.
 *
 * @param dir the folder
 * @param others where inputs are looked for next, in order
 * @param asked the files and folders that were asked for
 */
record CaseFolder(Path dir, List<Path> others, Set<String> asked) {

  CaseFolder(Path dir, List<Path> others) {
    this(dir, others, new TreeSet<>());
  }

  /** Whether the folder itself holds a file or a folder of this name. */
  boolean holds(String file) {
    asked.add(file);
    return Files.exists(dir.resolve(file));
  }

  /** A file of the folder itself. */
  Path own(String file) {
    asked.add(file);
    return dir.resolve(file);
  }

  /** An input, which may lie elsewhere. */
  Path input(String file) {
    asked.add(file);
    return Stream.concat(Stream.of(dir), others.stream())
        .map(each -> each.resolve(file))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new UnsupportedCase("there is no input " + file));
  }

  /** The expected rows of the folder itself; none where it has no such file. */
  List<NamedCsvRecord> expected(String file) throws IOException {
    return holds(file) ? rows(own(file)) : List.of();
  }

  List<NamedCsvRecord> inputs(String file) throws IOException {
    return rows(input(file));
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(CaseText.open(file))) {
      return csv.stream().toList();
    }
  }

  /** Every file below one of these folders, by its name below this one, in order. */
  List<String> filesBelow(List<String> folders) {
    return folders.stream()
        .map(dir::resolve)
        .filter(Files::isDirectory)
        .flatMap(CaseFolder::walk)
        .map(each -> dir.relativize(each).toString().replace('\\', '/'))
        .sorted()
        .toList();
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
