package org.tariffeconomics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.compare;
import static org.tariffeconomics.Tariffs.duty;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.report.ChartTiles.Tile;

/** The world in tiles: every country has one square, and each square says what is known. */
class ChartTilesTest {

  private static final ChartScale DUTY = ChartScale.percent("duty");

  private static Chart chart(Tile... tiles) {
    return Chart.of("a map", "", List.of(), new ChartTiles(DUTY, List.of(tiles)));
  }

  @Test
  void every_country_has_one_square_and_no_two_the_same() {
    Set<String> countries = Country.all().stream().map(Country::alpha2).collect(Collectors.toSet());
    assertEquals(countries, TilePlaces.all().keySet());
    assertEquals(countries.size(), new HashSet<>(TilePlaces.all().values()).size());
    for (TilePlaces.Place place : TilePlaces.all().values()) {
      assertTrue(place.column() < TilePlaces.COLUMNS && place.row() < TilePlaces.ROWS);
    }
  }

  /**
   * North is above south and west left of east, for pairs that an atlas tells apart at a glance.
   */
  @Test
  void places_follow_the_atlas() {
    for (String pair :
        List.of("CA US", "US MX", "NO DE", "DE IT", "IT LY", "LY ZA", "RU CN", "CN ID", "ID AU")) {
      assertTrue(at(pair, 0).row() < at(pair, 1).row(), pair);
    }
    for (String pair : List.of("US PT", "PT PL", "PL KZ", "KZ CN", "CN JP", "BR NG", "IN VN")) {
      assertTrue(at(pair, 0).column() < at(pair, 1).column(), pair);
    }
  }

  private static TilePlaces.Place at(String pair, int which) {
    return TilePlaces.of(pair.split(" ")[which]);
  }

  @Test
  void bounded_unknown_zero_and_not_asked_differ_without_colour() {
    String svg =
        chart(
                Tile.of("JP", "Japan", 0),
                Tile.between("CN", "China", 0.5255, 1.275),
                Tile.atLeast("BR", "Brazil", 0.1),
                Tile.unknown("KP", "North Korea"))
            .toSvg();
    assertTrue(svg.contains("<title>China: 52.6% to 127.5%</title>"), svg);
    // at least 52.55 is not at least 52.6
    assertTrue(svg.contains(">52.5+</text>"), svg);
    assertTrue(svg.contains(">10+</text>"), svg);
    assertTrue(svg.contains(">0</text>"), svg);
    assertTrue(svg.contains("<title>Brazil: at least 10.0%</title>"), svg);
    assertTrue(svg.contains("<title>North Korea: unknown</title>"), svg);
    assertTrue(svg.contains("?: unknown") && svg.contains("not asked"), svg);
    assertTrue(svg.contains("corner and +: the least, it can be more"), svg);
  }

  @Test
  void words_group_the_countries_of_one_duty() {
    String words =
        chart(
                Tile.of("JP", "Japan", 0.15),
                Tile.unknown("KP", "North Korea"),
                Tile.of("DE", "Germany", 0.15))
            .description();
    assertTrue(words.contains("15.0%: Japan, Germany"), words);
    assertTrue(words.contains("unknown: North Korea"), words);
  }

  @Test
  void a_number_that_does_not_fit_is_left_out_and_never_cut() {
    ChartScale money = ChartScale.number("imports", "USD");
    ChartTiles form = new ChartTiles(money, List.of(Tile.of("JP", "Japan", 123_456_789)));
    String svg = Chart.of("a map", "", List.of(), form).toSvg();
    assertFalse(svg.contains("font-size=\"8.5\""), svg);
    assertFalse(svg.contains("…"), svg);
    assertTrue(svg.contains("<title>Japan: 123,456,789.0</title>"), svg);
  }

  @Test
  void what_has_no_square_or_comes_twice_is_refused() {
    assertEquals(
        "code must be the two letters of a country, such as JP, but was 'EU'",
        assertThrows(IllegalArgumentException.class, () -> Tile.of("EU", "Europe", 0.1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Tile.between("JP", "Japan", 0.2, 0.1));
    assertThrows(IllegalArgumentException.class, () -> Tile.of("JP", "Japan", Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> chart(Tile.of("JP", "Japan", 0.1), Tile.unknown("JP", "Japan")));
    assertThrows(
        IllegalArgumentException.class,
        () -> compare("8703.23.01", "2025-09-16", "MX", "MX claiming USMCA").mapChart());
  }

  /** The map says of each country what the law says, also where it is bounded. */
  @Test
  void a_map_of_duties_shows_the_law() {
    for (String line : List.of("8703.23.01", "8703")) {
      ChartTiles map = (ChartTiles) compare(line, "2026-11-23", "*").mapChart().form();
      assertTrue(map.tiles().size() > 200, () -> map.tiles().size() + " countries");
      for (Tile tile : map.tiles().subList(0, 40)) {
        var range = duty(line, tile.code(), "2026-11-23").range().orElseThrow();
        assertEquals(range.lowest().fraction().doubleValue(), tile.low(), tile.code());
        assertEquals(range.highest().fraction().doubleValue(), tile.high(), tile.code());
      }
    }
  }
}
