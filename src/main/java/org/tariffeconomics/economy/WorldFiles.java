package org.tariffeconomics.economy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Texts;

/**
 * Reads worlds from files. A file with a hole or a cell that is no number makes no world: reading
 * throws {@link IllegalArgumentException} that lists the problems with file, line and column. Codes
 * are text: {@code NA} is Namibia, not a missing value.
 *
 * @since 0.1.0
 */
public final class WorldFiles {

  private WorldFiles() {}

  /**
   * Reads the library's own layout, that of the bundled worlds. A folder has
   *
   * <ul>
   *   <li>{@code economies.csv} (or {@code countries.csv}): column {@code code} or {@code iso2};
   *       for one sector also {@code home} or {@code home_usd_m}, the sales at home;
   *   <li>{@code flows.csv}: column {@code importer}, for several sectors {@code sector} before it,
   *       and one column an exporter; a blank cell is zero, but not of sales at home;
   *   <li>{@code uses.csv}, where industries use goods: columns {@code country}, {@code input}, one
   *       column a using sector;
   *   <li>{@code duties.csv}, where base duties are known: columns {@code exporter}, {@code
   *       importer}, {@code duty} as a fraction, and {@code sector} for several sectors.
   * </ul>
   *
   * @param folder the folder
   * @return the world
   * @throws IllegalArgumentException when a file is missing, has a hole or does not add up
   */
  public static World read(Path folder) {
    Objects.requireNonNull(folder, "folder");
    Function<String, Sheet> files =
        file -> {
          Path path = folder.resolve(file);
          if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is no " + file + " in " + folder);
          }
          return Sheet.of(path);
        };
    boolean old = Files.exists(folder.resolve("countries.csv"));
    World world =
        read(
            files.apply(old ? "countries.csv" : "economies.csv"),
            files.apply("flows.csv"),
            Files.exists(folder.resolve("uses.csv")) ? files.apply("uses.csv") : null);
    world = named(world, folder);
    return Files.exists(folder.resolve("duties.csv"))
        ? withDuties(world, files.apply("duties.csv"))
        : world;
  }

  private static World named(World world, Path file) {
    String name = String.valueOf(file.getFileName());
    return world.withDescription(name, List.of(Source.user(name)), List.of());
  }

  static World read(Sheet economies, Sheet flows, @Nullable Sheet uses) {
    String code = economies.has("code") ? "code" : "iso2";
    List<String> codes = new ArrayList<>();
    economies.rows().forEach(row -> codes.add(economies.text(row, code)));
    List<String> sectors =
        flows.has("sector") ? distinct(flows, "sector") : List.of(World.ALL_GOODS);
    double[][][] cube = new double[sectors.size()][codes.size()][codes.size()];
    flows.requireColumns(Set.of("sector", "importer"), codes, "economy");
    fill(flows, codes, sectors, cube);
    home(economies, flows, codes, cube);
    double[][][] used = uses == null ? new double[0][][] : uses(uses, codes, sectors);
    economies.refuseProblems();
    flows.refuseProblems();
    return World.of(codes, sectors, cube, used);
  }

  private static List<String> distinct(Sheet sheet, String column) {
    Set<String> found = new LinkedHashSet<>();
    sheet.rows().forEach(row -> found.add(sheet.text(row, column)));
    return List.copyOf(found);
  }

  private static void fill(
      Sheet flows, List<String> codes, List<String> sectors, double[][][] cube) {
    Map<String, Integer> index = Index.of(codes);
    Set<String> seen = new LinkedHashSet<>();
    for (Sheet.Row row : flows.rows()) {
      String sector = flows.has("sector") ? flows.text(row, "sector") : World.ALL_GOODS;
      String importer = flows.text(row, "importer");
      Integer to = index.get(importer);
      if (to == null || !seen.add(sector + "\n" + importer)) {
        flows.problem(
            row,
            "importer",
            (to == null ? "is no economy: " : "comes twice: ") + Texts.shortened(importer));
        continue;
      }
      double[] target = cube[sectors.indexOf(sector)][to];
      for (int from = 0; from < target.length; from++) {
        target[from] = flows.number(row, codes.get(from), 0);
      }
    }
    if (seen.size() < codes.size() * sectors.size()) {
      throw new IllegalArgumentException(
          "There must be a row for every importer and sector, "
              + codes.size() * sectors.size()
              + ", but there were "
              + seen.size());
    }
  }

  /** Sales at home of a world of one sector: a column of their own, or on the diagonal. */
  private static void home(Sheet economies, Sheet flows, List<String> codes, double[][][] cube) {
    if (cube.length > 1) {
      return;
    }
    String column = economies.has("home") ? "home" : "home_usd_m";
    if (economies.has(column)) {
      for (int e = 0; e < economies.rows().size(); e++) {
        cube[0][e][e] = economies.number(economies.rows().get(e), column);
      }
      return;
    }
    for (Sheet.Row row : flows.rows()) {
      String importer = flows.text(row, "importer");
      if (codes.contains(importer) && flows.text(row, importer).isEmpty()) {
        flows.problem(
            row,
            importer,
            "must be what it sells at home, 0 if it is nothing: there is no column home");
      }
    }
  }

  private static double[][][] uses(Sheet uses, List<String> codes, List<String> sectors) {
    double[][][] cube = new double[codes.size()][sectors.size()][sectors.size()];
    uses.requireColumns(Set.of("country", "input"), sectors, "sector");
    boolean[] seen = new boolean[codes.size() * sectors.size()];
    for (Sheet.Row row : uses.rows()) {
      int e = codes.indexOf(uses.text(row, "country"));
      int input = sectors.indexOf(uses.text(row, "input"));
      if (e < 0 || input < 0) {
        uses.problem(row, "country", "or input is not in flows.csv");
        continue;
      }
      if (seen[e * sectors.size() + input]) {
        uses.problem(row, "input", "comes twice");
      }
      seen[e * sectors.size() + input] = true;
      for (int user = 0; user < sectors.size(); user++) {
        cube[e][input][user] = uses.number(row, sectors.get(user), 0);
      }
    }
    uses.refuseProblems();
    for (int cell = 0; cell < seen.length; cell++) {
      if (!seen[cell]) {
        throw new IllegalArgumentException(
            "uses.csv must have a row for every country and input, but has none for "
                + sectors.get(cell % sectors.size())
                + " in "
                + codes.get(cell / sectors.size()));
      }
    }
    return cube;
  }

  private static World withDuties(World world, Sheet duties) {
    Set<Integer> seen = new LinkedHashSet<>();
    double[] values = world.duties().clone();
    boolean[] known = world.known().clone();
    for (Sheet.Row row : duties.rows()) {
      String sector = duties.has("sector") ? duties.text(row, "sector") : "*";
      double duty = duties.number(row, "duty");
      for (int cell :
          world.cells(duties.text(row, "exporter"), duties.text(row, "importer"), sector)) {
        if (!seen.add(cell)) {
          duties.problem(row, "duty", "comes twice");
        }
        values[cell] = Require.tariff("duty", duty);
        known[cell] = true;
      }
    }
    duties.refuseProblems();
    return world.withKnownDuties(values, known);
  }

  /**
   * Reads flows in long form, one row a flow: columns {@code exporter}, {@code importer}, {@code
   * flow}, and where they are there {@code sector} and {@code duty}, a base duty as a fraction,
   * blank where it is unknown. Sales at home are rows of one economy with itself, of which each
   * economy must have one. Pairs without a row do not trade.
   *
   * @param file the file
   * @return the world
   * @throws IllegalArgumentException when a cell is no number, a flow comes twice or the world does
   *     not add up
   */
  public static World flows(Path file) {
    Objects.requireNonNull(file, "file");
    Sheet sheet = Sheet.of(file);
    Set<String> found = new LinkedHashSet<>(distinct(sheet, "exporter"));
    found.addAll(distinct(sheet, "importer"));
    List<String> codes = List.copyOf(found);
    List<String> sectors =
        sheet.has("sector") ? distinct(sheet, "sector") : List.of(World.ALL_GOODS);
    int n = codes.size();
    double[][][] cube = new double[sectors.size()][n][n];
    double[] duties = new double[sectors.size() * n * n];
    boolean[] known = new boolean[duties.length];
    boolean[] seen = new boolean[duties.length];
    for (Sheet.Row row : sheet.rows()) {
      int sector = sheet.has("sector") ? sectors.indexOf(sheet.text(row, "sector")) : 0;
      int to = codes.indexOf(sheet.text(row, "importer"));
      int from = codes.indexOf(sheet.text(row, "exporter"));
      int cell = (sector * n + to) * n + from;
      if (seen[cell]) {
        sheet.problem(row, "flow", "comes twice");
      }
      seen[cell] = true;
      cube[sector][to][from] = sheet.number(row, "flow");
      known[cell] = sheet.has("duty") && !sheet.text(row, "duty").isEmpty();
      duties[cell] = known[cell] ? sheet.number(row, "duty") : 0;
      if (!(duties[cell] > -1) || (from == to && duties[cell] != 0)) {
        sheet.problem(row, "duty", "must be above -1, and 0 at home, but was " + duties[cell]);
      }
    }
    sheet.refuseProblems();
    requireHome(codes, seen);
    World world = World.of(codes, sectors, cube, new double[0][][]);
    return named(world.withKnownDuties(duties, known), file);
  }

  /** Tables of trade alone have no sales at home, and none is another thing than zero. */
  private static void requireHome(List<String> codes, boolean[] seen) {
    int n = codes.size();
    for (int e = 0; e < n; e++) {
      boolean has = false;
      for (int cell = e * n + e; cell < seen.length; cell += n * n) {
        has |= seen[cell];
      }
      if (!has) {
        throw new IllegalArgumentException(
            "There is no row of what "
                + codes.get(e)
                + " sells at home, exporter and importer "
                + codes.get(e)
                + ": give one, with 0 if it is nothing");
      }
    }
  }

  /**
   * Reads a year of the OECD's inter-country input–output tables, edition 2023 and alike: one CSV
   * file with columns {@code ISO3_INDUSTRY} for what industries use and {@code ISO3_HFCE}, {@code
   * _NPISH}, {@code _GGFC}, {@code _GFCF}, {@code _INVNT}, {@code _DPABR} for final demand, rows
   * alike, {@code OUT} at the end, and foot rows {@code TLS}, {@code VA}, {@code OUT}. Parts of a
   * country in the extended edition ({@code CN1}, {@code MX2}) are added up.
   *
   * <p>Falls of inventories, negative final demand, become zero, and output is solved again with
   * the same coefficients, as in Costinot and Rodríguez-Clare (2014). Value added then contains net
   * taxes on products.
   *
   * @param file the file, up to some hundred megabytes
   * @param sectorOf the sector that an industry's code belongs to; {@code Function.identity()} for
   *     every industry by itself
   * @return the world, base duties unknown
   * @throws IllegalArgumentException when the file has another layout or a cell is no number
   */
  public static World icio(Path file, Function<String, String> sectorOf) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sectorOf, "sectorOf");
    return named(IcioReader.read(file, sectorOf), file);
  }

  /**
   * Reads a table of the World Input–Output Database, release 2016, saved as CSV: label columns
   * {@code IndustryCode}, {@code IndustryDescription}, {@code Country}, {@code RNr}, {@code Year},
   * then {@code AUS1} … {@code ROW61} (56 industries and 5 final uses a country) and {@code TOT};
   * rows of the country {@code TOT} are totals. Inventories as in {@link #icio}.
   *
   * @param file the file
   * @param sectorOf the sector of an industry by its number, {@code "1"} to {@code "56"}
   * @return the world, base duties unknown
   * @throws IllegalArgumentException when the file has another layout or a cell is no number
   */
  public static World wiod(Path file, Function<String, String> sectorOf) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sectorOf, "sectorOf");
    return named(IcioReader.readWiod(file, sectorOf), file);
  }
}
