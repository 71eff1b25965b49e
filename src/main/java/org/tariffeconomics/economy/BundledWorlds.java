package org.tariffeconomics.economy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;

/** The worlds that lie beside the classes of this package, each read once. */
final class BundledWorlds {

  private static final String GOODS = "world-2023/";
  private static final String SECTORS = "sectors-2011/";
  private static final String REST = "XR";

  private BundledWorlds() {}

  private static final class Of2023 {
    private static final World WORLD = read();

    private static World read() {
      World world =
          WorldFiles.read(
              Sheet.bundled(GOODS + "economies.csv"), Sheet.bundled(GOODS + "flows.csv"), null);
      return world
          .withDescription(
              "goods trade and GDP of 2023, 94 economies",
              List.of(
                  source("BACI HS22, V202501, CEPII, 2023", "Etalab Open Licence 2.0"),
                  source("World Development Indicators, World Bank", "CC BY 4.0"),
                  source("US duties collected 2024, trade-war-redux-2025, US Census", "MIT")),
              List.of(
                  "sales at home are GDP less exports, at least 20% of GDP (MY, SI, SK, VN)",
                  "trade of Taiwan is reconstructed and its GDP derived"))
          .withBaseDuties("US", column(GOODS, "rate_2024"));
    }
  }

  private static final class Of2011 {
    private static final World WORLD = read();

    private static World read() {
      World world =
          WorldFiles.read(
              Sheet.bundled(SECTORS + "economies.csv"),
              Sheet.bundled(SECTORS + "flows.csv"),
              Sheet.bundled(SECTORS + "uses.csv"));
      double[] duties = world.duties().clone();
      boolean[] known = world.known().clone();
      forEachDuty(
          (row, sheet) -> {
            String partner = sheet.text(row, "partner");
            for (int cell : world.cells(partner, "US", sheet.text(row, "sector"))) {
              duties[cell] = sheet.number(row, "rate_2024");
              known[cell] = true;
            }
          });
      return world
          .withKnownDuties(duties, known)
          .withDescription(
              "world input-output table of 2011, 25 economies, 21 sectors",
              List.of(
                  source("WIOD, release 2013, table of 2011", "CC BY 4.0"),
                  source("US duties collected 2024, trade-war-redux-2025, US Census", "MIT")),
              List.of(
                  "falls of inventories are zero and output is solved again",
                  "US base duties are those of 2024",
                  "the structure is that of 2011"));
    }
  }

  private static Source source(String title, String licence) {
    return new Source(title, null, licence, Verification.VERIFIED);
  }

  static World world2023() {
    return Of2023.WORLD;
  }

  static World sectors2011() {
    return Of2011.WORLD;
  }

  /** A column of the duties of the United States by partner. */
  static Map<String, Double> column(String folder, String column) {
    Sheet sheet = Sheet.bundled(folder + "us-duties.csv");
    Map<String, Double> values = new LinkedHashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      values.put(sheet.text(row, "partner"), sheet.number(row, column));
    }
    return values;
  }

  static Map<String, Double> goodsColumn(String column) {
    return column(GOODS, column);
  }

  static void forEachDuty(BiConsumer<Sheet.Row, Sheet> use) {
    Sheet sheet = Sheet.bundled(SECTORS + "us-duties.csv");
    sheet.rows().forEach(row -> use.accept(row, sheet));
  }

  /** The members of a bloc of the world of 2023. */
  static List<String> bloc(String bloc) {
    Sheet sheet = Sheet.bundled(GOODS + "blocs.csv");
    return sheet.rows().stream()
        .filter(row -> sheet.text(row, "bloc").equals(bloc))
        .map(row -> sheet.text(row, "member"))
        .toList();
  }

  /** The codes of the blocs of the world of 2023. */
  static List<String> blocs() {
    Sheet sheet = Sheet.bundled(GOODS + "blocs.csv");
    return sheet.rows().stream().map(row -> sheet.text(row, "bloc")).distinct().toList();
  }

  /** The bundled groups that a world has in the place of their members. */
  private static Map<String, List<String>> groups(World world) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    Sheet economies = Sheet.bundled(SECTORS + "economies.csv");
    for (Sheet.Row row : economies.rows()) {
      String code = economies.text(row, "code");
      List<String> members = Sheet.words(economies.text(row, "members"));
      if (world.economies().contains(code) && members.size() > 1) {
        groups.put(code, members);
      }
    }
    return groups;
  }

  /** The code that stands for a member of a bloc in a world: its own, or that of its group. */
  static String placeOf(World world, String member, List<String> bloc) {
    if (!world.economies().contains(member)) {
      for (Map.Entry<String, List<String>> group : groups(world).entrySet()) {
        if (group.getValue().contains(member) && bloc.containsAll(group.getValue())) {
          return group.getKey();
        }
      }
    }
    return member;
  }

  /** The members of a bloc that a world of such groups has only in its rest. */
  static List<String> inRest(World world, List<String> members) {
    Map<String, List<String>> groups = groups(world);
    if (groups.isEmpty() || !world.economies().contains(REST)) {
      return List.of();
    }
    return members.stream()
        .filter(member -> !world.economies().contains(member))
        .filter(member -> groups.values().stream().noneMatch(group -> group.contains(member)))
        .toList();
  }

  /** The economy of a world that a country belongs to: itself, its bloc, or the rest. */
  static Function<Country, Optional<String>> economyOf(World world) {
    Map<String, String> blocs = new HashMap<>();
    Sheet members = Sheet.bundled(GOODS + "blocs.csv");
    for (Sheet.Row row : members.rows()) {
      String bloc = members.text(row, "bloc");
      if (world.economies().contains(bloc)) {
        blocs.put(members.text(row, "member"), bloc);
      }
    }
    Sheet economies = Sheet.bundled(SECTORS + "economies.csv");
    for (Sheet.Row row : economies.rows()) {
      String code = economies.text(row, "code");
      for (String member : Sheet.words(economies.text(row, "members"))) {
        if (world.economies().contains(code)) {
          blocs.putIfAbsent(member, code);
        }
      }
    }
    Optional<String> rest = world.economies().contains(REST) ? Optional.of(REST) : Optional.empty();
    return country -> {
      String code = country.alpha2();
      return world.economies().contains(code)
          ? Optional.of(code)
          : Optional.ofNullable(blocs.get(code)).or(() -> rest);
    };
  }

  /** The same, looked for when it is first asked for: a world may never be asked. */
  static Function<HsCode, Optional<String>> lazySectorOf(World world) {
    Memo<String, Function<HsCode, Optional<String>>> found = new Memo<>(1);
    return line -> found.get(world.name(), key -> sectorOf(world)).apply(line);
  }

  /** The sector of a line: the only one, or that of the longest bundled prefix. */
  static Function<HsCode, Optional<String>> sectorOf(World world) {
    if (world.sectors().size() == 1) {
      return line -> Optional.of(world.sectors().get(0));
    }
    Map<String, String> prefixes = new HashMap<>();
    Sheet sheet = Sheet.bundled(SECTORS + "hs-sectors.csv");
    for (Sheet.Row row : sheet.rows()) {
      prefixes.put(sheet.text(row, "hs_prefix"), sheet.text(row, "sector"));
    }
    if (!world.sectors().containsAll(prefixes.values())) {
      throw new IllegalArgumentException(
          "There is no bundled concordance to the sectors of this world: give one");
    }
    return line -> {
      String digits = line.digits();
      for (int length = digits.length(); length > 0; length--) {
        String sector = prefixes.get(digits.substring(0, length));
        if (sector != null) {
          return Optional.of(sector);
        }
      }
      return Optional.empty();
    };
  }
}
