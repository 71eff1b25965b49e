package org.tariffeconomics.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.reading.TextFiles;

/**
 * Adds up an inter-country input–output table, row by row, to a {@link World}: what each country's
 * industries and final demand buy of each sector from each country.
 */
final class IcioReader {

  private static final Set<String> FINAL =
      Set.of("HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR", "NONRES", "DIRP", "FD", "P33");

  /** Numbers of the final uses of WIOD 2016. */
  private static final Set<String> WIOD_FINAL = Set.of("57", "58", "59", "60", "61");

  private static final int MAX_ROUNDS = 2000;

  /** Ten times what the largest published tables have. */
  private static final long MOST_CELLS = 50_000_000;

  private final Path file;
  private final Function<String, String> sectorOf;
  private final Map<String, Integer> economies = new LinkedHashMap<>();
  private final Map<String, Integer> sectors = new LinkedHashMap<>();
  private final List<@Nullable Column> columns = new ArrayList<>();
  private double[] inputs = {};
  private double[] uses = {};
  private double[] finals = {};
  private double[] cut = {};

  /** Industries that buy, and of them those whose rows were read. */
  private final Set<String> buyers = new LinkedHashSet<>();

  private final Set<String> sellers = new LinkedHashSet<>();

  /** Who buys in a column; a sector below zero is final demand. */
  private record Column(int economy, int sector) {}

  private IcioReader(Path file, Function<String, String> sectorOf) {
    this.file = file;
    this.sectorOf = sectorOf;
  }

  static World read(Path file, Function<String, String> sectorOf) {
    return new IcioReader(file, sectorOf).read(1, IcioReader::icioLabel);
  }

  static World readWiod(Path file, Function<String, String> sectorOf) {
    return new IcioReader(file, sectorOf).read(5, IcioReader::wiodLabel);
  }

  /** A country and the code of an industry or final use. */
  private record Label(String country, String part, boolean isFinal) {}

  private static @Nullable Label icioLabel(String text) {
    int at = text.indexOf('_');
    if (at <= 0) {
      return null;
    }
    String country =
        switch (text.substring(0, at)) {
          case "CN1", "CN2" -> "CHN";
          case "MX1", "MX2" -> "MEX";
          default -> text.substring(0, at);
        };
    String part = text.substring(at + 1);
    return new Label(country, part, FINAL.contains(part));
  }

  private static @Nullable Label wiodLabel(String text) {
    if (!text.matches("[A-Z]{3}[0-9]{1,2}") || text.startsWith("TOT")) {
      return null;
    }
    String part = text.substring(3);
    return new Label(text.substring(0, 3), part, WIOD_FINAL.contains(part));
  }

  private World read(int labels, Function<String, @Nullable Label> parser) {
    String name = String.valueOf(file.getFileName());
    Sheet.forEachRow(
        name,
        TextFiles.open(file),
        (line, cells) -> {
          if (columns.isEmpty()) {
            header(cells, labels, parser);
          } else {
            row(line, cells, labels, parser);
          }
          return true;
        });
    if (columns.isEmpty()) {
      throw layout("has no header line");
    }
    for (String buyer : buyers) {
      if (!sellers.contains(buyer)) {
        throw layout("has no row of what " + buyer + " sells");
      }
    }
    return world();
  }

  private IllegalArgumentException layout(String what) {
    return new IllegalArgumentException(file.getFileName() + " " + what);
  }

  private void header(List<String> titles, int labels, Function<String, @Nullable Label> parser) {
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i).strip();
      Label label = i < labels ? null : parser.apply(title);
      if (label != null && title.length() > Texts.SHOWN) {
        throw layout("has a column with a name that is too long: " + Texts.quoted(title));
      }
      if (label == null) {
        columns.add(null);
        continue;
      }
      if (!label.isFinal() && !buyers.add(title)) {
        throw layout("has the column " + Texts.quoted(title) + " twice");
      }
      int economy = number(economies, label.country());
      int sector = label.isFinal() ? -1 : number(sectors, sectorOf.apply(label.part()));
      columns.add(new Column(economy, sector));
    }
    if (economies.size() < 2 || sectors.isEmpty()) {
      throw layout("has no columns of countries and industries in its header");
    }
    int n = economies.size();
    int s = sectors.size();
    if (Math.max((long) s * n * n, (long) n * s * s) > MOST_CELLS) {
      throw layout("has " + n + " countries and " + s + " sectors, too many to add up");
    }
    inputs = new double[s * n * n];
    finals = new double[s * n * n];
    cut = new double[s * n * n];
    uses = new double[n * s * s];
  }

  /** The number of a code; a new one is the next. */
  private static int number(Map<String, Integer> numbers, String code) {
    Integer next = numbers.size();
    Integer known = numbers.putIfAbsent(code, next);
    return known == null ? next : known;
  }

  private void row(
      long line, List<String> cells, int labels, Function<String, @Nullable Label> parser) {
    if (cells.size() < labels) {
      throw layout("has " + cells.size() + " cells in line " + line);
    }
    String text = labels == 1 ? cells.get(0).strip() : cells.get(2).strip() + cells.get(3).strip();
    Label label = parser.apply(text);
    if (label == null || label.isFinal()) {
      return;
    }
    Integer seller = economies.get(label.country());
    Integer sector = sectors.get(sectorOf.apply(label.part()));
    if (seller == null || sector == null) {
      throw layout("has a row without a column: " + Texts.quoted(text));
    }
    if (!sellers.add(text)) {
      throw layout("has the row " + Texts.quoted(text) + " twice");
    }
    if (cells.size() != columns.size()) {
      throw layout(
          "has "
              + cells.size()
              + " cells in line "
              + line
              + ", but "
              + columns.size()
              + " columns");
    }
    for (int i = labels; i < cells.size(); i++) {
      Column column = columns.get(i);
      if (column != null) {
        add(sector, seller, column, number(line, cells, i));
      }
    }
  }

  private double number(long line, List<String> cells, int at) {
    String text = cells.get(at).strip();
    OptionalDouble value = Sheet.number(text);
    if (value.isEmpty()) {
      throw layout(
          "must have a number in line "
              + line
              + ", column "
              + (at + 1)
              + ", but has "
              + Texts.quoted(text));
    }
    return value.getAsDouble();
  }

  private void add(int sector, int seller, Column buyer, double value) {
    int n = economies.size();
    int s = sectors.size();
    int flow = (sector * n + buyer.economy()) * n + seller;
    if (buyer.sector() < 0) {
      finals[flow] += Math.max(value, 0);
      cut[flow] += Math.min(value, 0);
    } else {
      inputs[flow] += value;
      uses[(buyer.economy() * s + sector) * s + buyer.sector()] += value;
    }
  }

  private World world() {
    int n = economies.size();
    int s = sectors.size();
    double[] output = solvedOutput();
    double[] recorded = outputs(inputs, cut);
    double[][][] usedCube = new double[n][s][s];
    double[][][] flowCube = new double[s][n][n];
    double[] bought = new double[s * n];
    for (int cell = 0; cell < uses.length; cell++) {
      int e = cell / (s * s);
      int input = cell / s % s;
      int user = cell % s;
      double scale = recorded[user * n + e] > 0 ? output[user * n + e] / recorded[user * n + e] : 1;
      usedCube[e][input][user] = uses[cell] * scale;
      bought[input * n + e] += uses[cell] * scale;
    }
    double[] before = importerSums(inputs);
    for (int cell = 0; cell < inputs.length; cell++) {
      int row = cell / n;
      double share = before[row] > 0 ? inputs[cell] / before[row] : 0;
      flowCube[cell / (n * n)][row % n][cell % n] = share * bought[row] + finals[cell];
    }
    return World.of(
        List.copyOf(economies.keySet()), List.copyOf(sectors.keySet()), flowCube, usedCube);
  }

  private double[] importerSums(double[] flows) {
    int n = economies.size();
    double[] sums = new double[flows.length / n];
    for (int cell = 0; cell < flows.length; cell++) {
      sums[cell / n] += flows[cell];
    }
    return sums;
  }

  /** Output by sector and country: what is sold to industries and, with what was cut, to others. */
  private double[] outputs(double[] toIndustries, double[] withheld) {
    int n = economies.size();
    double[] outputs = new double[sectors.size() * n];
    for (int cell = 0; cell < toIndustries.length; cell++) {
      outputs[cell / (n * n) * n + cell % n] += toIndustries[cell] + finals[cell] + withheld[cell];
    }
    return outputs;
  }

  /** Output that meets final demand without the cuts, with the coefficients of the table. */
  private double[] solvedOutput() {
    int n = economies.size();
    int s = sectors.size();
    double[] recorded = outputs(inputs, cut);
    double[] before = importerSums(inputs);
    double[] output = recorded.clone();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      double[] bought = new double[s * n];
      for (int cell = 0; cell < uses.length; cell++) {
        int e = cell / (s * s);
        int made = cell % s * n + e;
        if (recorded[made] > 0) {
          bought[cell / s % s * n + e] += uses[cell] / recorded[made] * output[made];
        }
      }
      double[] next = new double[output.length];
      for (int cell = 0; cell < inputs.length; cell++) {
        int row = cell / n;
        double share = before[row] > 0 ? inputs[cell] / before[row] : 0;
        next[cell / (n * n) * n + cell % n] += share * bought[row] + finals[cell];
      }
      double change = 0;
      for (int made = 0; made < next.length; made++) {
        change = Math.max(change, Math.abs(next[made] - output[made]) / (1 + output[made]));
      }
      output = next;
      if (change < 1e-14) {
        break;
      }
    }
    return output;
  }
}
