package org.tariffeconomics.conformance;

import java.util.function.Supplier;

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

  /** Runs one case, so that what it throws is its own result and the next case still runs. */
  static CaseResult of(String id, Supplier<CaseResult> run) {
    try {
      return run.get();
    } catch (UnsupportedCase e) {
      return unsupported(id, e.getMessage());
    } catch (RuntimeException e) {
      return failed(id, e.toString());
    }
  }
}
