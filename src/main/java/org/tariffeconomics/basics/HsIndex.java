package org.tariffeconomics.basics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by code of a nomenclature, found by the codes above or below another: what is said of a
 * heading holds for its lines unless something closer is said.
 *
 * <p>An index is immutable; several values may stand under one code. The empty code, {@link
 * #EVERYTHING}, stands above all.
 *
 * @param <V> the kind of value
 * @since 0.1.0
 */
public final class HsIndex<V> {

  /** The digits of the code above all codes. */
  public static final String EVERYTHING = "";

  private final NavigableMap<String, List<V>> byDigits;

  private HsIndex(NavigableMap<String, List<V>> byDigits) {
    this.byDigits = byDigits;
  }

  /**
   * A collector of values by code.
   *
   * @param <V> the kind of value
   */
  public static final class Builder<V> {

    private final NavigableMap<String, List<V>> byDigits = new TreeMap<>();

    private Builder() {}

    /**
     * Adds a value under a code.
     *
     * @param digits the code's digits; {@link #EVERYTHING} for all products
     * @param value the value
     * @return this builder
     */
    public Builder<V> add(String digits, V value) {
      Objects.requireNonNull(digits, "digits");
      Objects.requireNonNull(value, "value");
      byDigits.computeIfAbsent(digits, d -> new ArrayList<>()).add(value);
      return this;
    }

    /** {@return the index of what was added} */
    public HsIndex<V> build() {
      NavigableMap<String, List<V>> copy = new TreeMap<>();
      byDigits.forEach((digits, values) -> copy.put(digits, List.copyOf(values)));
      return new HsIndex<>(copy);
    }
  }

  /**
   * A new builder.
   *
   * @param <V> the kind of value
   * @return an empty builder
   */
  public static <V> Builder<V> builder() {
    return new Builder<>();
  }

  /**
   * The values of the longest code that is a code itself or lies above it.
   *
   * @param code the code asked about
   * @return the values, empty where no code above it is in the index
   */
  public List<V> closest(HsCode code) {
    Objects.requireNonNull(code, "code");
    return closestDigits(code).map(byDigits::get).orElse(List.of());
  }

  /**
   * The longest code in the index that is a code itself or lies above it.
   *
   * @param code the code asked about
   * @return its digits, empty where there is none
   */
  public Optional<String> closestDigits(HsCode code) {
    Objects.requireNonNull(code, "code");
    String digits = code.digits();
    for (int length = digits.length(); length >= 0; length--) {
      String above = digits.substring(0, length);
      if (byDigits.containsKey(above)) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  /**
   * The values of a code and of all codes above it, the widest first.
   *
   * @param code the code asked about
   * @return the values
   */
  public List<V> above(HsCode code) {
    Objects.requireNonNull(code, "code");
    List<V> found = new ArrayList<>();
    String digits = code.digits();
    for (int length = 0; length <= digits.length(); length++) {
      @Nullable List<V> values = byDigits.get(digits.substring(0, length));
      if (values != null) {
        found.addAll(values);
      }
    }
    return found;
  }

  /**
   * The values of the codes below a code, itself left out, in order of the codes.
   *
   * @param code the code asked about
   * @return the values
   */
  public List<V> below(HsCode code) {
    Objects.requireNonNull(code, "code");
    List<V> found = new ArrayList<>();
    belowEntries(code).values().forEach(found::addAll);
    return found;
  }

  /**
   * Whether a code below a code is in the index.
   *
   * @param code the code asked about
   * @return true where there is one
   */
  public boolean hasBelow(HsCode code) {
    Objects.requireNonNull(code, "code");
    @Nullable String next = byDigits.higherKey(code.digits());
    return next != null && next.startsWith(code.digits());
  }

  private Map<String, List<V>> belowEntries(HsCode code) {
    String digits = code.digits();
    return byDigits.subMap(digits, false, digits + Character.MAX_VALUE, false);
  }

  /** {@return the digits of the codes in the index, in order} */
  public Collection<String> digits() {
    return Collections.unmodifiableCollection(byDigits.keySet());
  }

  /** How many codes it holds. */
  @Override
  public String toString() {
    return byDigits.size() + " codes";
  }
}
