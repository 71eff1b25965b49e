package org.tariffeconomics.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.LongWork;
import org.tariffeconomics.basics.ProgressListener;
import org.tariffeconomics.uncertainty.Distribution;
import org.tariffeconomics.uncertainty.MonteCarlo;
import org.tariffeconomics.uncertainty.UncertainInput;

class ProgressLineTest {

  private static final MonteCarlo STUDY =
      MonteCarlo.of(List.of(UncertainInput.of("x", Distribution.normal(0, 1))), 10_000, 7);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void a_line_says_how_far_the_work_has_come() {
    assertEquals("[########------------] draws, 40 of 100", ProgressLine.line("draws", 40, 100));
    assertEquals(
        "rows of a.csv, 20000",
        ProgressLine.line("rows of a.csv", 20_000, ProgressListener.UNKNOWN_TOTAL));
    assertEquals(79, ProgressLine.line("w".repeat(200), 1, 2).length());
  }

  @Test
  void a_terminal_shows_the_line_and_is_left_clean() {
    LongWork.watched(ProgressLine.always(out), () -> STUDY.run(x -> x[0]));
    String all = written.toString(StandardCharsets.UTF_8);
    assertTrue(all.contains("[##########----------] Monte Carlo draws, 5120 of 10000"), all);
    assertTrue(all.endsWith("\r" + " ".repeat(79) + "\r"), all);
  }

  @Test
  void an_interrupted_thread_cancels() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> LongWork.watched(ProgressLine.always(out), () -> STUDY.run(x -> x[0])));
    assertTrue(Thread.interrupted());
  }

  @Test
  void without_a_terminal_nothing_is_written() {
    assertFalse(Thread.currentThread().isInterrupted());
    LongWork.watched(ProgressLine.on(out), () -> STUDY.run(x -> x[0]));
    Assumptions.assumeFalse(ProgressLine.isOnATerminal(), "this runs in a terminal");
    assertEquals(0, written.size());
  }
}
