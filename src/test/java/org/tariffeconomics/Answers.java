package org.tariffeconomics;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Which questions a test asks, and how far the expressions in it answer them. */
@Retention(RetentionPolicy.RUNTIME)
@interface Answers {

  /** How far a question is answered. A wrong answer has no grade: it fails its test. */
  enum Grade {
    /** The whole question, by expressions; a judgement by the facts, which say that it is one. */
    WHOLE("●"),
    /** A part of it; {@link Answers#left} says what not. */
    PART("◐");

    final String mark;

    Grade(String mark) {
      this.mark = mark;
    }
  }

  /** The questions' names, such as {@code A1} or {@code Q12}. */
  String[] value();

  /** How far they are answered. */
  Grade grade() default Grade.WHOLE;

  /** Whether the question stays a judgement. */
  boolean judgement() default false;

  /** What is not answered. */
  String left() default "";
}
