package org.tariffeconomics.report;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The world as squares of one size, one a country, each at a place of our own choosing near where
 * the country lies. It shows no border and measures no area, so that Singapore is read as well as
 * Canada. Countries without a value keep their square, empty.
 *
 * @param scale what the numbers are: rates, points or plain numbers
 * @param tiles the countries that have something to say, none twice
 * @since 0.1.0
 */
public record ChartTiles(ChartScale scale, List<Tile> tiles) implements ChartForm {

  /**
   * What is said of a country.
   *
   * @param code its two letters by ISO 3166-1, such as {@code JP}
   * @param name its name, as a reader sees it under the pointer and a screen reader says it
   * @param low its value, or the least that it can be; null where it is not known
   * @param high the most that it can be, the same as {@code low} where it is known; null where
   *     nothing bounds it
   * @param text what stands in the square below the code in place of the number; may be empty
   */
  public record Tile(
      String code, String name, @Nullable Double low, @Nullable Double high, String text) {

    /**
     * Creates a tile.
     *
     * @param code its two letters by ISO 3166-1
     * @param name its name
     * @param low its value, or the least that it can be; null where it is not known
     * @param high the most that it can be; null where nothing bounds it
     * @param text what stands in the square in place of the number; may be empty
     * @throws IllegalArgumentException when the code has no square, a number is not finite, or high
     *     is below low or stands without it
     */
    public Tile {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
      TilePlaces.of(code);
      if (low != null) {
        ChartLines.finite("low", low);
      }
      if (high != null) {
        ChartLines.finite("high", high);
      }
      if (high != null && (low == null || low > high)) {
        throw new IllegalArgumentException(
            "high must not stand without low nor below it, but was " + low + " to " + high);
      }
    }

    /**
     * A country whose value is known.
     *
     * @param code its two letters by ISO 3166-1
     * @param name its name
     * @param value the value; rates and points as fractions
     * @return the tile
     */
    public static Tile of(String code, String name, double value) {
      return new Tile(code, name, value, value, "");
    }

    /**
     * A country whose value lies between two ends.
     *
     * @param code its two letters by ISO 3166-1
     * @param name its name
     * @param low the least that it can be
     * @param high the most that it can be
     * @return the tile
     */
    public static Tile between(String code, String name, double low, double high) {
      return new Tile(code, name, low, high, "");
    }

    /**
     * A country whose value has a least and no most.
     *
     * @param code its two letters by ISO 3166-1
     * @param name its name
     * @param low the least that it can be
     * @return the tile
     */
    public static Tile atLeast(String code, String name, double low) {
      return new Tile(code, name, low, null, "");
    }

    /**
     * A country whose value is not known.
     *
     * @param code its two letters by ISO 3166-1
     * @param name its name
     * @return the tile
     */
    public static Tile unknown(String code, String name) {
      return new Tile(code, name, null, null, "?");
    }

    boolean isPoint() {
      return low != null && low.equals(high);
    }

    boolean isBounded() {
      return low != null && !low.equals(high);
    }
  }

  /**
   * Creates the form.
   *
   * @param scale what the numbers are
   * @param tiles the countries that have something to say
   * @throws IllegalArgumentException when a country comes twice, or the scale is one of days
   */
  public ChartTiles {
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(tiles, "tiles");
    tiles = List.copyOf(tiles);
    if (scale.kind() == ChartScale.Kind.DAY) {
      throw new IllegalArgumentException("scale of a map must be one of numbers, not of days");
    }
    Set<String> taken = new HashSet<>();
    for (Tile tile : tiles) {
      if (!taken.add(tile.code())) {
        throw new IllegalArgumentException(
            "A map has one square a country, but " + tile.code() + " comes twice");
      }
    }
  }

  /** What a reader of a list is told of a tile: its number, its two ends, or its text. */
  String words(Tile tile) {
    Double low = tile.low();
    Double high = tile.high();
    if (low == null) {
      return tile.text().isEmpty() || tile.text().equals("?") ? "unknown" : tile.text();
    }
    if (tile.isPoint()) {
      return scale.text(low, 1);
    }
    return high == null
        ? "at least " + scale.text(low, 1)
        : scale.text(low, 1) + " to " + scale.text(high, 1);
  }
}
