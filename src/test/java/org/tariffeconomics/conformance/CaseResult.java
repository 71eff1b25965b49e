package org.tariffeconomics.conformance;

/** What became of one conformance case. */
record CaseResult(String id, Outcome outcome, String detail) {

  enum Outcome {
    PASSED,
    FAILED,
    UNSUPPORTED
  }

  static CaseResult passed(String id) {
    return new CaseResult(id, Outcome.PASSED, "");
  }

  static CaseResult failed(String id, String detail) {
    return new CaseResult(id, Outcome.FAILED, detail);
  }

  static CaseResult unsupported(String id, String reason) {
    return new CaseResult(id, Outcome.UNSUPPORTED, reason);
  }
}
