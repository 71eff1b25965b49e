package org.tariffeconomics.investment;

import java.util.Locale;
import java.util.Objects;
import org.tariffeconomics.basics.EnumText;

/**
 * How far a part of a commitment has come, in the order in which money moves. What is announced is
 * not what is paid: every question about progress names the stage it asks about.
 *
 * @since 0.1.0
 */
public enum Stage {
  /** Promised. */
  PLEDGED,
  /** Put forward as a project. */
  PROPOSED,
  /** Selected by those who decide. */
  APPROVED,
  /** The investor has been asked to pay. */
  CALLED,
  /** Paid out. */
  DISBURSED,
  /** Returned to the investor. */
  REPAID;

  /**
   * Reads a stage.
   *
   * @param text its word in any letters, such as {@code approved}
   * @return the stage
   * @throws IllegalArgumentException when it is none; the message lists the words
   */
  public static Stage parse(String text) {
    Objects.requireNonNull(text, "text");
    return EnumText.parse("stage", Stage.class, text);
  }

  /** The name in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
