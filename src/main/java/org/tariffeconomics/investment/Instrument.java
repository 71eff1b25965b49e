package org.tariffeconomics.investment;

import java.util.Locale;

/**
 * What form pledged money takes. The forms are not alike: only some of them ever leave the
 * investor's account, which is what {@link #payment()} says.
 *
 * @since 0.1.0
 */
public enum Instrument {
  /** A share in the project's capital. */
  EQUITY(Payment.CASH),
  /** A loan that is to be repaid. */
  LOAN(Payment.CASH),
  /** A promise to pay if a borrower of the project does not. */
  GUARANTEE(Payment.CONTINGENT),
  /** A promise to pay the lenders of firms that invest. */
  CREDIT_GUARANTEE(Payment.CONTINGENT),
  /** Investment that private firms are expected to make on their own account. */
  PRIVATE(Payment.EXPECTED),
  /** Goods or services to be bought: money paid for value received, not an investment. */
  PURCHASE(Payment.CASH),
  /** The parties have not said; no split is to be invented. */
  UNALLOCATED(Payment.UNKNOWN);

  /** Whether and when pledged money is paid. */
  public enum Payment {
    /** Paid in full when called. */
    CASH,
    /** Paid only if something fails. */
    CONTINGENT,
    /** Paid, if at all, by firms that are not bound. */
    EXPECTED,
    /** Not said. */
    UNKNOWN
  }

  private final Payment payment;

  Instrument(Payment payment) {
    this.payment = payment;
  }

  /** {@return whether and when money of this form is paid} */
  public Payment payment() {
    return payment;
  }

  /** The name in small letters, {@code credit guarantee}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
