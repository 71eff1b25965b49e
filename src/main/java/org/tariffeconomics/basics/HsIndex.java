package org.tariffeconomics.basics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  private final Map<String, List<V>> byDigits;

  /** Found when first asked for: many indexes are only asked for what stands above a code. */
  private volatile String @Nullable [] inOrder;

  private HsIndex(Map<String, List<V>> byDigits) {
    this.byDigits = byDigits;
  }

  private String[] inOrder() {
    String[] known = inOrder;
    if (known == null) {
      known = byDigits.keySet().toArray(new String[0]);
      Arrays.sort(known);
      inOrder = known;
    }
    return known;
  }

  /**
   * A collector of values by code.
   *
   * @param <V> the kind of value
   */
  public static final class Builder<V> {

    private final Map<String, List<V>> byDigits = new HashMap<>();

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
      Map<String, List<V>> copy = new HashMap<>(2 * byDigits.size());
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
    String[] all = inOrder();
    int i = SortedDigits.firstBelow(all, code.digits());
    for (; i < all.length && all[i].startsWith(code.digits()); i++) {
      found.addAll(byDigits.get(all[i]));
    }
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
    return SortedDigits.hasBelow(inOrder(), code.digits());
  }

  /** {@return the digits of the codes in the index, in order} */
  public Collection<String> digits() {
    return Collections.unmodifiableList(Arrays.asList(inOrder()));
  }

  /** How many codes it holds. */
  @Override
  public String toString() {
    return byDigits.size() + " codes";
  }
}
