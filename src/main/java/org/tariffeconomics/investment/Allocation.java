package org.tariffeconomics.investment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Require;

/**
 * What a commitment is said to be for: parts that are named, with their amounts where these were
 * published. A part without an amount is legal, and no amount is ever inferred for it.
 *
 * @param <T> what the parts are: sectors by name, or {@link Instrument}s
 * @param parts the parts in the order given, no part twice; empty for a commitment that is wholly
 *     unallocated
 * @since 0.1.0
 */
public record Allocation<T>(List<Part<T>> parts) {

  /**
   * One part.
   *
   * @param <T> what the part is
   */
  public static final class Part<T> {

    private final T of;
    private final @Nullable BigMoney amount;

    private Part(T of, @Nullable BigMoney amount) {
      if (amount != null) {
        Require.notNegative("amount for " + of, amount);
      }

      this.of = of;
      this.amount = amount == null ? null : PlainNumber.plain(amount);
    }

    /** {@return the part} */
    public T of() {
      return of;
    }

    /** {@return its amount, not negative; empty where none was published} */
    public Optional<BigMoney> amount() {
      return Optional.ofNullable(amount);
    }

    /**
     * The amount, where one was published.
     *
     * @return the amount; empty where none was
     */
    public Optional<BigMoney> known() {
      return Optional.ofNullable(amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part<?> that
          && of.equals(that.of)
          && Objects.equals(amount, that.amount);
    }

    @Override
    public int hashCode() {
      return Objects.hash(of, amount);
    }

    /** The part and its amount. */
    @Override
    public String toString() {
      return of + known().map(a -> " " + MoneyScale.show(a)).orElse("");
    }
  }

  /**
   * Creates an allocation.
   *
   * @param parts the parts in the order given, no part twice; empty for a commitment that is wholly
   *     unallocated
   * @throws IllegalArgumentException when a part is named twice
   */
  public Allocation {
    Objects.requireNonNull(parts, "parts");
    parts = List.copyOf(parts);
    List<T> names = parts.stream().map(Part::of).toList();
    for (T name : names) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new IllegalArgumentException("A part is named twice: '" + name + "' in " + names);
      }
    }
  }

  /**
   * No part named.
   *
   * @param <T> what the parts would be
   * @return the empty allocation
   */
  public static <T> Allocation<T> none() {
    return new Allocation<>(List.of());
  }

  /**
   * Parts that were named without amounts.
   *
   * @param <T> what the parts are
   * @param names the parts
   * @return the allocation
   */
  @SafeVarargs
  public static <T> Allocation<T> named(T... names) {
    Objects.requireNonNull(names, "names");
    List<Part<T>> parts = new ArrayList<>();
    for (T name : names) {
      parts.add(new Part<>(name, null));
    }
    return new Allocation<>(parts);
  }

  /**
   * The same allocation with one more part.
   *
   * @param part the part, not yet named
   * @param amount its published amount, not negative
   * @return a new allocation
   */
  public Allocation<T> with(T part, BigMoney amount) {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(amount, "amount");
    List<Part<T>> more = new ArrayList<>(parts);
    more.add(new Part<>(part, amount));
    return new Allocation<>(more);
  }

  /**
   * What the published amounts leave open of a headline.
   *
   * @param headline the whole
   * @return headline − Σ published amounts; all of it where none was published
   */
  public BigMoney unallocated(BigMoney headline) {
    Objects.requireNonNull(headline, "headline");
    List<BigMoney> known = parts.stream().flatMap(p -> p.known().stream()).toList();
    return headline.minus(MoneyMath.sum(headline.getCurrencyUnit(), known));
  }

  /** Checks the parts against the whole they are of. */
  void within(BigMoney headline, String name) {
    for (Part<T> part : parts) {
      part.known().ifPresent(a -> Require.currency("" + part, a, headline.getCurrencyUnit()));
    }
    if (unallocated(headline).isNegative()) {
      throw new IllegalArgumentException(
          name
              + " add up to more than the headline "
              + headline
              + ", by "
              + unallocated(headline).negated());
    }
  }

  /** The first parts, or {@code unallocated}. */
  @Override
  public String toString() {
    String first = parts.stream().limit(2).map(Part::toString).collect(Collectors.joining(", "));
    return parts.isEmpty()
        ? "unallocated"
        : parts.size() <= 2 ? first : first + ", … " + (parts.size() - 2) + " more";
  }
}
