package org.tariffeconomics.border;

import java.util.Objects;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;

/**
 * How good the evidence must be on which a fact may stand.
 *
 * @since 0.1.0
 */
public enum Evidence {
  /** Official text or official data that was seen, or what the user states. */
  OFFICIAL("official"),
  /** Also two independent reports, or an official data set of an earlier year. */
  REPORTED("reported"),
  /** Also one source, or general knowledge. */
  ANY("any");

  private final String word;

  Evidence(String word) {
    this.word = word;
  }

  /**
   * Whether a fact may stand.
   *
   * @param source where it comes from
   * @return true when its source is good enough
   */
  public boolean admits(Source source) {
    Objects.requireNonNull(source, "source");
    Verification verification = source.verification();
    return verification.isFact()
        || this == ANY
        || (this == REPORTED && verification == Verification.PARTLY);
  }

  /** {@return the weakest evidence that a source's fact needs to stand} */
  static Evidence needed(Source source) {
    if (OFFICIAL.admits(source)) {
      return OFFICIAL;
    }
    return REPORTED.admits(source) ? REPORTED : ANY;
  }

  /** The word that asks for it. */
  @Override
  public String toString() {
    return word;
  }
}
