package org.tariffeconomics.economy;

/**
 * What becomes of an economy's deficit, spending less income, when duties change. Models of trade
 * do not explain deficits, so a rule must be chosen, and results hang on it: for the duties of
 * September 2025 the welfare of the United States is +0.50 percent under one and +0.27 under
 * another.
 *
 * <p>Who does not trade with anybody has no deficit under any rule. Economies that trade with each
 * other only are a world by themselves: nothing determines what their wages are worth in those of
 * others, and what is said of the world holds for each such group.
 *
 * @since 0.1.0
 */
public enum Deficits {
  /**
   * Each economy spends a fixed multiple of its income, all scaled by the one factor that makes
   * world spending equal world income. A duty that raises income raises the deficit with it, so
   * there is no optimal duty under this rule.
   */
  MULTIPLICATIVE("deficits in proportion to income"),
  /**
   * As {@link #MULTIPLICATIVE} but without the common factor, as the gravity commands of Stata and
   * R have it ({@code ge_gravity}, option {@code multiplicative}). World spending then differs from
   * world income, which breaks Walras's law by some parts in a million; {@link
   * Convergence#walras()} says by how much. For comparison with them only.
   */
  MULTIPLICATIVE_UNSCALED("deficits in proportion to income, not scaled to world income"),
  /** Each deficit is a fixed share of world labour income; the default. */
  WORLD_SHARE("deficits as shares of world labour income"),
  /**
   * No deficits: the world is balanced first, under its base duties, and then shocked. What is
   * compared is the balanced world with and without the shock.
   */
  ZERO("no deficits");

  private final String words;

  Deficits(String words) {
    this.words = words;
  }

  boolean isMultiplicative() {
    return this == MULTIPLICATIVE || this == MULTIPLICATIVE_UNSCALED;
  }

  /** {@return the rule in words, as results print it} */
  public String words() {
    return words;
  }
}
