package org.tariffeconomics.basics;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit in which tariffs measure quantities.
 *
 * <p>What a unit measures is its dimension and, where the tariff adds one, its qualifier: 100 kg of
 * drained net weight (code {@code DTNE}) is mass, but no number of kilograms of plain net weight,
 * so the two do not convert into each other. A pair is not two pieces. Alcohol is counted in litres
 * of pure alcohol: a proof litre is 0.5 of one, and the EU's “% vol in 100 litres” ({@code ASVX})
 * is exactly one.
 *
 * <p>Units are known by the codes of the UK and EU tariffs, those of the US International Trade
 * Commission and the words of the US tariff: {@code KGM}, {@code KG}, {@code kg} and {@code
 * kilograms} are one unit, printed {@code kg}. {@code TON} is a ton of a kind not stated and
 * converts into nothing; {@code t} is the metric ton.
 *
 * @serial exclude
 * @since 0.1.0
 */
public final class Unit implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final String code;
  private final String name;
  private final Dimension dimension;
  private final String measures;
  private final BigDecimal multiplier;

  /** What kind of quantity a unit counts, with the unit that its multipliers refer to. */
  public enum Dimension {
    /** Mass, in kilograms. */
    MASS("kg"),
    /** Volume, in litres. */
    VOLUME("liter"),
    /** Area, in square metres. */
    AREA("m2"),
    /** Length, in metres. */
    LENGTH("m"),
    /** Pieces. */
    COUNT("piece"),
    /** Pairs. */
    PAIRS("pr"),
    /** Pure alcohol, in litres. */
    ALCOHOL("LPA"),
    /** Alcoholic strength, in percent by volume. */
    STRENGTH("ASV"),
    /** Energy, in joules. */
    ENERGY("J"),
    /** Power, in watts. */
    POWER("W"),
    /** Radioactivity, in becquerels. */
    RADIOACTIVITY("Bq"),
    /** Anything that converts into nothing else. */
    OTHER("");

    private final String base;

    Dimension(String base) {
      this.base = base;
    }

    /** {@return the base unit: its short name, empty for {@link #OTHER}} */
    public String base() {
      return base;
    }
  }

  Unit(String code, String name, Dimension dimension, String measures, BigDecimal multiplier) {
    this.code = code;
    this.name = name;
    this.dimension = dimension;
    this.measures = measures;
    this.multiplier = multiplier;
  }

  /**
   * The unit of this code or word.
   *
   * @param code an official code or a word of a tariff text, in capital or small letters, with or
   *     without a dot at its end; a qualifier may stand apart: {@code DTN E}, {@code kg of lead
   *     content}
   * @return the unit
   * @throws IllegalArgumentException when the unit is not known
   */
  public static Unit of(String code) {
    Objects.requireNonNull(code, "code");
    return UnitCodes.unit(code);
  }

  /**
   * Every unit known.
   *
   * @return the units, simple ones first
   */
  public static List<Unit> all() {
    return UnitCodes.all();
  }

  /** {@return the code that {@link #of} reads and {@link #toString} prints} */
  public String code() {
    return code;
  }

  /** {@return the English name} */
  public String name() {
    return name;
  }

  /**
   * The kind of quantity that the unit counts.
   *
   * @return the dimension
   */
  public Dimension dimension() {
    return dimension;
  }

  /**
   * What is measured where that is not the plain quantity, for example {@code drained net weight}.
   *
   * @return the qualifier's meaning, empty where there is none
   */
  public String measures() {
    return measures;
  }

  /**
   * How many base units of the dimension make one of this unit, exactly: 1000 for {@code t}.
   *
   * @return the multiplier, positive
   */
  public BigDecimal multiplier() {
    return multiplier;
  }

  /**
   * The unit that measures only a part or state of the goods: {@code kg} of {@code lead content}.
   *
   * @param what the part or state, in words; where the tariff has a code for it, as for {@code
   *     total sugars}, the unit of that code is the answer
   * @return the unit, which does not convert into this one
   * @throws IllegalArgumentException when this unit is qualified already or the words are none
   */
  public Unit measuring(String what) {
    Objects.requireNonNull(what, "what");
    return UnitCodes.measuring(this, what);
  }

  /**
   * Whether quantities in the two units can be converted: same dimension, same qualifier.
   *
   * @param other the other unit
   * @return true if they can
   */
  public boolean convertsTo(Unit other) {
    Objects.requireNonNull(other, "other");
    return dimension == other.dimension && measures.equals(other.measures);
  }

  /** What is measured, for messages: {@code mass (drained net weight)}. */
  String measure() {
    return dimension + (measures.isEmpty() ? "" : " (" + measures + ")");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Unit unit && code.equals(unit.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }

  /** Written by its text. */
  @Serial
  private Object writeReplace() {
    return new TextProxy(TextProxy.Kind.UNIT, code());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a Unit is read from its text");
  }
}
