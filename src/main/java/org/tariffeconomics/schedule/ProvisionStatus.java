package org.tariffeconomics.schedule;

import java.util.Locale;

/**
 * What a schedule's compiler says of a provision that it goes on printing. Chapter 99 keeps lines
 * that are no longer charged, with a note in brackets in their words.
 *
 * @since 0.1.0
 */
public enum ProvisionStatus {
  /** No note: as far as the schedule says, the provision stands. */
  PRINTED,
  /** The note says that the provision is suspended. */
  SUSPENDED,
  /** The note says that the provision is terminated. */
  TERMINATED,
  /** The note says that the provision has expired. */
  EXPIRED,
  /**
   * A note that says something else, as that duties are suspended but for some entries: read it.
   */
  REMARKED;

  static final String NOTE = "[Compiler";

  static ProvisionStatus of(String note) {
    String words = note.toLowerCase(Locale.ROOT);
    if (words.isEmpty()) {
      return PRINTED;
    }
    if (words.contains("provision suspended")) {
      return SUSPENDED;
    }
    if (words.contains("provision terminated") || words.contains("provision was terminated")) {
      return TERMINATED;
    }
    return words.contains("expired") ? EXPIRED : REMARKED;
  }
}
