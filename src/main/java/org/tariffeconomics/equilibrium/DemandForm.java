package org.tariffeconomics.equilibrium;

/**
 * The shapes of demand for differentiated products that {@link BertrandMarket} knows.
 *
 * @since 0.1.0
 */
public enum DemandForm {
  /**
   * Multinomial logit: a buyer takes one unit or the outside good. Shares are shares of units; the
   * slope is the price coefficient α, negative: {@code s_i = exp(δ_i + α p_i) / (1 + Σ exp)}.
   */
  LOGIT,
  /**
   * Constant elasticity of substitution: a buyer spends a fixed budget. Shares are shares of
   * spending; the slope is the elasticity γ above one: {@code r_i = v_i p_i^(1−γ) / (1 + Σ v
   * p^(1−γ))}.
   */
  CES
}
