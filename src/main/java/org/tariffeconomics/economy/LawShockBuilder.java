package org.tariffeconomics.economy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Require;

/**
 * Takes the goods of an importer one by one, with what is known of their duties in two states of
 * the law, for a {@link LawShock}. Not for several threads.
 *
 * @since 0.1.0
 */
public final class LawShockBuilder {
  private final World world;
  private final String importer;
  private final String words;
  private final Map<Integer, PairGoods> cells = new TreeMap<>();
  private final Function<Country, Optional<String>> economyOf;
  private final Function<HsCode, Optional<String>> sectorOf;
  private final Map<Country, Optional<String>> economies = new HashMap<>();
  private final Map<HsCode, Optional<String>> sectors = new HashMap<>();
  private double leftOut;

  LawShockBuilder(
      World world,
      String importer,
      String words,
      Function<Country, Optional<String>> economyOf,
      Function<HsCode, Optional<String>> sectorOf) {
    this.world = world;
    this.importer = importer;
    this.words = Require.notBlank("words", words);
    this.economyOf = economyOf;
    this.sectorOf = sectorOf;
    world.economy(importer);
  }

  private PairGoods goods(String exporter, String sector, double value) {
    Require.notNegative("value", value);
    if (exporter.equals(importer)) {
      throw new IllegalArgumentException("Sales at home bear no duty: " + exporter);
    }
    int cell = world.cell(exporter, importer, sector);
    return cells.computeIfAbsent(cell, key -> new PairGoods());
  }

  /**
   * Goods whose duties are known, each from the lowest to the highest that it may be.
   *
   * @param exporter the economy that sells
   * @param sector the sector
   * @param value the value before duty, not negative
   * @param before the duty by the law of the base, as a fraction
   * @param after the duty by the law of the day
   * @return this builder
   * @throws IllegalArgumentException when a code is not of the world, or a number is out of bounds
   */
  public LawShockBuilder add(
      String exporter, String sector, double value, EstimateRange before, EstimateRange after) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Require.tariff("before", before.lowest());
    Require.tariff("after", after.lowest());
    goods(exporter, sector, value).add(value, before, after.lowest(), after.highest());
    return this;
  }

  /**
   * Goods that must not be imported any more.
   *
   * @param exporter the economy that sells
   * @param sector the sector
   * @param value the value before duty, not negative
   * @param before the duty by the law of the base, as a fraction
   * @return this builder
   * @throws IllegalArgumentException as for {@link #add}
   */
  public LawShockBuilder addProhibited(
      String exporter, String sector, double value, EstimateRange before) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(before, "before");
    Require.tariff("before", before.lowest());
    double never = Double.POSITIVE_INFINITY;
    goods(exporter, sector, value).add(value, before, never, never);
    return this;
  }

  /**
   * Goods of whose duty nothing is known in one of the two states.
   *
   * @param exporter the economy that sells
   * @param sector the sector
   * @param value the value before duty, not negative
   * @return this builder
   * @throws IllegalArgumentException as for {@link #add}
   */
  public LawShockBuilder addUnknown(String exporter, String sector, double value) {
    Objects.requireNonNull(exporter, "exporter");
    Objects.requireNonNull(sector, "sector");
    goods(exporter, sector, value).addUnknown(value);
    return this;
  }

  /**
   * Goods of a country and a tariff line, in the economy and the sector that they belong to by the
   * bundled concordances; left out where there is none.
   *
   * @param origin the country that sells
   * @param line the tariff line
   * @param value the value before duty, not negative
   * @param before the duty by the law of the base, as a fraction
   * @param after the duty by the law of the day; empty where the import is prohibited
   * @return this builder
   * @throws IllegalArgumentException when a number is out of bounds, or the sectors of the world
   *     have no bundled concordance
   */
  public LawShockBuilder add(
      Country origin,
      HsCode line,
      double value,
      EstimateRange before,
      Optional<EstimateRange> after) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Optional<String> economy = economyOf(origin);
    Optional<String> sector = sectorOf(line);
    if (economy.isEmpty() || sector.isEmpty()) {
      return leaveOut(value);
    }
    return after.isPresent()
        ? add(economy.get(), sector.get(), value, before, after.get())
        : addProhibited(economy.get(), sector.get(), value, before);
  }

  /**
   * Goods of a country and a tariff line of whose duty nothing is known.
   *
   * @param origin the country that sells
   * @param line the tariff line
   * @param value the value before duty, not negative
   * @return this builder
   * @throws IllegalArgumentException as for {@link #add(Country, HsCode, double, EstimateRange,
   *     Optional)}
   */
  public LawShockBuilder addUnknown(Country origin, HsCode line, double value) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(line, "line");
    Optional<String> economy = economyOf(origin);
    Optional<String> sector = sectorOf(line);
    return economy.isEmpty() || sector.isEmpty()
        ? leaveOut(value)
        : addUnknown(economy.get(), sector.get(), value);
  }

  private Optional<String> economyOf(Country origin) {
    return economies.computeIfAbsent(
        origin, country -> economyOf.apply(country).filter(code -> !code.equals(importer)));
  }

  private Optional<String> sectorOf(HsCode line) {
    return sectors.computeIfAbsent(line, sectorOf);
  }

  /**
   * Trade that belongs to no economy or sector of the world.
   *
   * @param value the value before duty, not negative
   * @return this builder
   * @throws IllegalArgumentException when the value is negative
   */
  public LawShockBuilder leaveOut(double value) {
    leftOut += Require.notNegative("value", value);
    return this;
  }

  /** {@return the law over the goods so far} */
  public LawShock build() {
    return new LawShock(
        world, importer, words, new LinkedHashMap<>(cells), leftOut, UnknownDuties.REFUSED);
  }
}
