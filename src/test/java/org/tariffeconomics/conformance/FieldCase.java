package org.tariffeconomics.conformance;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One question to a small input made from a public report, with the right answer.
 *
 * @param id its id
 * @param expected the right answer in words, for the message
 * @param isRight whether an answer is right
 * @param question asks the library
 */
record FieldCase(
    String id, String expected, Predicate<@Nullable Object> isRight, Question question) {

  /** Asks the library; whatever it throws is a wrong answer. */
  interface Question {
    @Nullable Object ask() throws Exception;
  }

  /** A case whose answer reads just so. */
  static FieldCase of(String id, String expected, Question question) {
    return new FieldCase(id, expected, a -> expected.equals(Objects.toString(a)), question);
  }

  /** A case that the library offers no way to ask. */
  static FieldCase unasked(String id, String expected, String reason) {
    return of(
        id,
        expected,
        () -> {
          throw new UnsupportedCase(reason);
        });
  }

  CaseResult run() {
    try {
      Object answer = question.ask();
      return isRight.test(answer)
          ? CaseResult.passed(id)
          : CaseResult.failed(id, "expected " + expected + " but was " + answer);
    } catch (UnsupportedCase e) {
      return CaseResult.unsupported(id, e.getMessage());
    } catch (Exception e) {
      return CaseResult.failed(id, "expected " + expected + " but it threw " + e);
    }
  }
}
