package org.tariffeconomics.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Makes the bundled imports from a file {@code hts10,partner,imports_usd,calculated_duty_usd}
 * (gzip): legal lines of eight digits by partner, cells of at least USD 100,000, the same bytes for
 * the same file. Three texts, a line each for a legal line, so that each compresses well: partners;
 * values in thousands of dollars; duties in thousandths of the value, the most frequent of the line
 * first and blank where a partner has it.
 *
 * <p>Arguments: the folder to write to, and the file.
 */
public final class Imports {

  private static final long LEAST = 100_000;
  private static final int LEGAL_DIGITS = 8;

  private Imports() {}

  private record Cell(String partner, long value, long duty) {

    Cell plus(Cell other) {
      return new Cell(partner, value + other.value, duty + other.duty);
    }

    long thousands() {
      return Math.round(value / 1e3);
    }

    long perMille() {
      return Math.round(1e3 * duty / value);
    }
  }

  /**
   * Makes the files.
   *
   * @param args the folder to write to, and the file to read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "Write: the folder of the bundle, and the file of imports");
    }
    Map<String, Map<String, Cell>> lines = read(Path.of(args[1]));
    StringBuilder partners = new StringBuilder();
    StringBuilder values = new StringBuilder();
    StringBuilder duties = new StringBuilder();
    long all = 0;
    long kept = 0;
    long count = 0;
    for (Map.Entry<String, Map<String, Cell>> line : lines.entrySet()) {
      List<Cell> cells = new ArrayList<>();
      for (Cell each : line.getValue().values()) {
        all += each.value();
        if (each.value() >= LEAST) {
          cells.add(each);
          kept += each.value();
        }
      }
      if (!cells.isEmpty()) {
        count += cells.size();
        partners.append(line.getKey()).append(' ');
        cells.forEach(c -> partners.append(c.partner()));
        partners.append('\n');
        values.append(String.join(" ", cells.stream().map(c -> "" + c.thousands()).toList()));
        values.append('\n');
        duties.append(duties(cells)).append('\n');
      }
    }
    Path to = Files.createDirectories(Path.of(args[0]));
    Files.writeString(to.resolve("partners.txt"), partners);
    Files.writeString(to.resolve("values.txt"), values);
    Files.writeString(to.resolve("duties.txt"), duties);
    System.out.printf("%d cells hold %.4f%% of USD %,d%n", count, 100.0 * kept / all, all);
  }

  private static String duties(List<Cell> cells) {
    Map<Long, Long> counts = new TreeMap<>();
    cells.forEach(c -> counts.merge(c.perMille(), 1L, Long::sum));
    long most =
        counts.entrySet().stream()
            .max(Map.Entry.<Long, Long>comparingByValue().thenComparing(e -> -e.getKey()))
            .orElseThrow()
            .getKey();
    StringBuilder text = new StringBuilder().append(most);
    cells.forEach(c -> text.append(',').append(c.perMille() == most ? "" : "" + c.perMille()));
    return text.toString();
  }

  private static Map<String, Map<String, Cell>> read(Path file) throws IOException {
    Map<String, Map<String, Cell>> lines = new TreeMap<>(Comparator.naturalOrder());
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        String[] cells = row.split(",", -1);
        Cell cell = new Cell(cells[1], Long.parseLong(cells[2]), Long.parseLong(cells[3]));
        lines
            .computeIfAbsent(cells[0].substring(0, LEGAL_DIGITS), l -> new TreeMap<>())
            .merge(cell.partner(), cell, Cell::plus);
      }
    }
    return lines;
  }
}
