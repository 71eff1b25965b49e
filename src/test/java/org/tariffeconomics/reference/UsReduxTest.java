package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.indicator.TradeWeights;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.panel.WeightedRates;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Our averages by partner and day beside those of another tracker (tradewartracker,
 * trade-war-redux-2025, 23 July 2026, MIT): 50 partners on the 23 days on which theirs change, both
 * weighted by the imports of 2024. Each of their conventions is a what-if over our law; under all
 * of them every cell is the same, so that nothing is left which no name explains.
 */
class UsReduxTest {

  /** 0.05 percentage points: what the cells may differ by. */
  private static final double NEAR = 0.0005;

  /** A cell that changes by more than half a hundredth of a point is moved. */
  private static final double MOVED = 0.000_05;

  /** Declared as that tracker takes goods to be, whatever the lists restrict by words. */
  private static final String GOODS =
      "civil aircraft=no; kitchen cabinet=yes; part for UK vehicle=no; drone=no; advanced chip=no;"
          + " patented medicine=no; religious use=no; energy=no; potash=no; generic=no;"
          + " pharmaceutical use=no; vehicle=light truck; content:US=0; vehicle part=no;"
          + " truck part=no; exclusion=none; quota:UK autos=in; solar module=yes;"
          + " quota:solar cells=out; intermodal chassis=no; ship-to-shore crane=no;"
          + " metal weight share=1; content:steel=1; content:aluminium=0; content:copper=0;"
          // what the words leave open, as it takes it
          + " goods:rest of metal goods free of the duty on Brazil=no;"
          + " goods:rest of metal goods free of the duty on India=no;"
          + " goods:Russian metal under the 200 percent besides another duty=no;"
          + " goods:part of both kinds of vehicles under one duty=no;"
          // that tracker has no agricultural safeguards
          + " unit value:kg=above all tiers; unit value:liter=above all tiers;"
          + " en route before safeguard=yes";

  /** The law, where all vehicles of the lines of trucks are trucks, as that tracker takes them. */
  private static TariffBook law() {
    return UsTariffs.book().withoutMeasures(List.of("S232 trucks, other vehicles"));
  }

  /** A convention, how many cells it moves, and how many agree under it and those before. */
  private record Convention(String name, int moves, int agree) {}

  /** The averages by day and partner, as fractions. */
  private static final class Cells {
    private final TradeWeights trade;
    private final Map<LocalDate, Map<Country, Double>> averages = new TreeMap<>();

    private Cells(TradeWeights trade, Collection<LocalDate> days) {
      this.trade = trade;
      days.forEach(day -> averages.put(day, new TreeMap<>()));
    }

    private Cells copy() {
      Cells copy = new Cells(trade, List.of());
      averages.forEach((day, cells) -> copy.averages.put(day, new TreeMap<>(cells)));
      return copy;
    }

    /** Works out the cells that a change may move; goods without a rate are in none. */
    private double rate(TariffBook law, BiPredicate<Country, LocalDate> moved) {
      double open = 0;
      for (LocalDate day : averages.keySet()) {
        DeclaredFacts facts = DeclaredFacts.parse(GOODS + "; loaded=" + day);
        List<DeclaredOrigin> origins =
            trade.origins().stream()
                .filter(origin -> moved.test(origin, day))
                .map(origin -> new DeclaredOrigin(origin, facts))
                .toList();
        if (!origins.isEmpty()) {
          WeightedRates rates =
              WeightedRates.of(
                  TariffPanel.of(law, trade.lines(), origins, List.of(day)).on(day), trade);
          for (DeclaredOrigin each : origins) {
            Country origin = each.country();
            averages.get(day).put(origin, rates.range(origin).orElseThrow().lowest());
          }
          open += rates.tradeWithoutRate() + rates.boundedTrade();
        }
      }
      return open;
    }

    private List<String> apart(Cells others, double most) {
      List<String> apart = new ArrayList<>();
      averages.forEach(
          (day, cells) ->
              cells.forEach(
                  (origin, average) -> {
                    double other = others.averages.get(day).getOrDefault(origin, Double.NaN);
                    if (!(Math.abs(average - other) <= most)) {
                      apart.add(day + " " + origin + " " + average + " and " + other);
                    }
                  }));
      return apart;
    }

    private double furthest(Cells others) {
      return averages.entrySet().stream()
          .flatMapToDouble(
              day ->
                  day.getValue().entrySet().stream()
                      .mapToDouble(
                          cell ->
                              Math.abs(
                                  cell.getValue()
                                      - others.averages.get(day.getKey()).get(cell.getKey()))))
          .max()
          .orElseThrow();
    }
  }

  /** Days of each regime, on which the conventions are counted one by one. */
  private static final List<LocalDate> SOME_DAYS =
      Stream.of("2025-03-12", "2025-04-08", "2025-08-07", "2025-11-14", "2026-04-06", "2026-08-19")
          .map(LocalDate::parse)
          .toList();

  /**
   * 1,150 cells of 23 days are within 0.05 points under all conventions together, the furthest
   * 0.007 away, and no goods are left without a rate.
   */
  @Test
  void averages_of_every_day_are_theirs_under_their_conventions() throws IOException {
    Cells theirs = theirs();
    ReduxLaw conventions = new ReduxLaw();
    TariffBook law = law();
    for (String each : conventions.names()) {
      law = conventions.change(law, each).law();
    }
    Cells ours = new Cells(trade(), theirs.averages.keySet());
    assertEquals(0, ours.rate(law, (origin, day) -> true), "goods without one rate");
    assertEquals(1_150, ours.averages.values().stream().mapToInt(Map::size).sum());
    assertEquals(List.of(), ours.apart(theirs, NEAR));
    assertTrue(ours.furthest(theirs) < 0.000_07, "furthest " + ours.furthest(theirs));
  }

  /**
   * What each convention explains, on six days of 50 partners: how many cells it moves by more than
   * 0.005 points, and how many agree once it is taken on after those before it.
   */
  @Test
  void each_convention_has_a_name_and_a_count() throws IOException {
    Cells theirs = theirs();
    ReduxLaw conventions = new ReduxLaw();
    List<Convention> table = table();
    assertEquals(conventions.names(), table.stream().map(Convention::name).toList());
    TariffBook law = law();
    Cells ours = new Cells(trade(), SOME_DAYS);
    List<Convention> seen = new ArrayList<>();
    for (String each : conventions.names()) {
      Cells before = ours.copy();
      ReduxLaw.Change change = conventions.change(law, each);
      law = change.law();
      ours.rate(law, change.reach()::holds);
      seen.add(
          new Convention(
              each, ours.apart(before, MOVED).size(), 300 - ours.apart(theirs, NEAR).size()));
    }
    assertEquals(
        table.stream().map(Convention::toString).collect(Collectors.joining("\n")),
        seen.stream().map(Convention::toString).collect(Collectors.joining("\n")));
  }

  private static List<Convention> table() {
    Path file = Path.of("src/test/resources/us-redux-conventions.csv");
    return CsvFile.read(
            CsvFile.name(file),
            CsvFile.open(file),
            List.of("convention", "moves", "agree", "said", "law"),
            List.of())
        .rows()
        .stream()
        .map(
            row -> {
              row.required("said");
              row.required("law");
              assertEquals(List.of(), row.problems());
              return new Convention(
                  row.cell("convention"),
                  Integer.parseInt(row.cell("moves")),
                  Integer.parseInt(row.cell("agree")));
            })
        .toList();
  }

  private static Cells theirs() throws IOException {
    Path file = SharedFiles.require("facts/witness/redux/country-by-time.csv");
    Cells theirs = new Cells(TradeWeights.builder("theirs").build(), List.of());
    for (Row row :
        CsvFile.read(
                CsvFile.name(file),
                CsvFile.open(file),
                List.of("date", "country_name", "effective tariff"),
                List.of())
            .rows()) {
      String name = row.cell("country_name");
      // a member of the Union has a row of its own beside it; the weights here know the Union only
      if (!name.equals("SLOVAKIA")) {
        theirs
            .averages
            .computeIfAbsent(row.requiredDay("date"), day -> new TreeMap<>())
            .put(partner(name), Double.parseDouble(row.cell("effective tariff")) / 100);
      }
    }
    return theirs;
  }

  private static Country partner(String name) {
    return switch (name) {
      case "EUROPEAN UNION" -> Country.of("DE");
      case "KOREA, SOUTH" -> Country.of("KR");
      default -> Country.parse(name);
    };
  }

  private static TradeWeights trade() throws IOException {
    TradeWeights.Builder weights = TradeWeights.builder("US imports 2024");
    try (BufferedReader in = SharedFiles.unpacked("facts/us_imports_2024_hts10.csv.gz")) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        weights.add(
            HsCode.of(cells[0]),
            Country.of(cells[1].equals("EU") ? "DE" : cells[1]),
            Double.parseDouble(cells[2]));
      }
    }
    return weights.build();
  }
}
