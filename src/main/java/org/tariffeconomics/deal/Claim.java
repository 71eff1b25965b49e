package org.tariffeconomics.deal;

import org.tariffeconomics.basics.Source;

/**
 * What one party says of a term. Two parties may describe the same term differently; both are kept.
 *
 * @param party who says so: a country code, {@code EU}, or a publication
 * @param topic the term, e.g. {@code rice}
 * @param text what is said
 * @param source where it is said
 */
public record Claim(String party, String topic, String text, Source source) {

  /** Who says what. */
  @Override
  public String toString() {
    return party + " on " + topic + ": " + text;
  }
}
