package org.tariffeconomics.demo;

import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ProgressListener;

/**
 * A line in the terminal that says how far long work has come, and is wiped when the work is done:
 * {@code [########------------] states of the law in a panel, 40 of 100}. Where nobody looks (a
 * file, a pipe) nothing is written. A thread that is interrupted (control-C in a shell) cancels the
 * work.
 */
final class ProgressLine implements ProgressListener {

  private static final int CELLS = 20;
  private static final int WIDTH = 79;

  private final @Nullable PrintStream terminal;

  private ProgressLine(@Nullable PrintStream terminal) {
    this.terminal = terminal;
  }

  /** On a stream, if this program runs in a terminal. */
  static ProgressLine on(PrintStream terminal) {
    return new ProgressLine(isOnATerminal() ? terminal : null);
  }

  /** Whether this program runs in a terminal. */
  static boolean isOnATerminal() {
    return isTerminal(System.console());
  }

  /** On a stream in any case. */
  static ProgressLine always(PrintStream terminal) {
    return new ProgressLine(terminal);
  }

  /** From Java 22 on there is a console without a terminal too, which then says so. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }

  @Override
  public boolean onProgress(String work, long done, long total) {
    if (terminal != null) {
      String line = done == total ? "" : line(work, done, total);
      terminal.print("\r" + line + " ".repeat(WIDTH - line.length()) + "\r");
      terminal.print(line);
      terminal.flush();
    }
    return !Thread.currentThread().isInterrupted();
  }

  static String line(String work, long done, long total) {
    String line =
        total == UNKNOWN_TOTAL
            ? work + ", " + done
            : bar(done, total) + " " + work + ", " + done + " of " + total;
    return line.length() > WIDTH ? line.substring(0, WIDTH) : line;
  }

  private static String bar(long done, long total) {
    int full = total == 0 ? CELLS : (int) (done * CELLS / total);
    return "[" + "#".repeat(full) + "-".repeat(CELLS - full) + "]";
  }
}
