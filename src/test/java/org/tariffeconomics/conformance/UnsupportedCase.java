package org.tariffeconomics.conformance;

/** Says that a case asks for something that the library does not offer, and why. */
final class UnsupportedCase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedCase(String reason) {
    super(reason);
  }
}
