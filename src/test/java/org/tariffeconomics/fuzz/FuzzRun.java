package org.tariffeconomics.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Texts;

/**
 * Mutated texts for every public parser and mutated files for every reader, run by {@code mvn
 * -Pfuzz test}. An escape is whatever is thrown but an {@link IllegalArgumentException}, a message
 * that repeats a long text, or a text that is not read back; a call that takes over a second of the
 * processor is told, too.
 *
 * <p>Properties: {@code fuzz.texts} and {@code fuzz.files} (how many), {@code fuzz.seed}, {@code
 * fuzz.seconds} (the longest time for each of the two), {@code fuzz.only} (a part of a door's
 * name). The same seed tries the same inputs, as far as time allows.
 */
class FuzzRun {

  private static final long SECOND = 1_000_000_000L;
  private static final long HUNG_NANOS = 30 * SECOND;
  private static final int LONGEST_MESSAGE = 1_500;
  private static final int SHOWN = 40;
  private static final long STACK = 512 * 1024;

  private final Map<String, String> escapes = new TreeMap<>();
  private final Map<String, Long> counts = new TreeMap<>();

  @Test
  void noTextEscapes() throws InterruptedException {
    run(TextTargets.all(), Long.getLong("fuzz.texts", 100_000));
  }

  @Test
  void noFileEscapes(@TempDir Path folder) throws InterruptedException {
    run(FileTargets.all(folder), Long.getLong("fuzz.files", 3_000));
  }

  /** A door that gives no answer is closed, and the rest goes on on another thread. */
  private void run(List<FuzzTarget> all, long times) throws InterruptedException {
    String only = System.getProperty("fuzz.only", "");
    long end = System.nanoTime() + Long.getLong("fuzz.seconds", 10) * SECOND;
    List<FuzzTarget> targets =
        new ArrayList<>(all.stream().filter(t -> t.name().contains(only)).toList());
    long done = 0;
    for (long seed = Long.getLong("fuzz.seed", 1); done < times && !targets.isEmpty(); seed++) {
      Attempts attempts = new Attempts(List.copyOf(targets), times - done, seed, end);
      FuzzTarget hung = attempts.untilOneHangs();
      done += attempts.done.get();
      if (hung == null) {
        break;
      }
      note(hung.name() + " no answer", attempts.text);
      targets.remove(hung);
    }
    report(done);
    assertEquals(List.of(), new ArrayList<>(escapes.values()));
  }

  /** Attempts on a thread of its own with a small stack, watched from outside. */
  private final class Attempts implements Runnable {

    private final List<FuzzTarget> targets;
    private final long times;
    private final Mutator mutator;
    private final long end;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong begun = new AtomicLong();
    private volatile FuzzTarget target;
    private volatile String text = "";

    Attempts(List<FuzzTarget> targets, long times, long seed, long end) {
      this.targets = targets;
      this.times = times;
      this.mutator = new Mutator(seed);
      this.end = end;
      this.target = targets.get(0);
    }

    /** The door that gave no answer; null when all is done. */
    @Nullable FuzzTarget untilOneHangs() throws InterruptedException {
      Thread thread = new Thread(null, this, "fuzz", STACK);
      thread.setDaemon(true);
      thread.start();
      ThreadMXBean clock = ManagementFactory.getThreadMXBean();
      while (thread.isAlive()) {
        thread.join(100);
        long since = begun.get();
        // time of the processor: on a busy machine a call may only have waited for its turn
        if (since != 0 && clock.getThreadCpuTime(thread.getId()) - since > HUNG_NANOS) {
          return target;
        }
      }
      return null;
    }

    @Override
    public void run() {
      for (FuzzTarget each : targets) {
        each.seeds().forEach(seed -> attempt(each, seed));
      }
      ThreadMXBean clock = ManagementFactory.getThreadMXBean();
      for (long i = 0; i < times && System.nanoTime() < end; i++) {
        FuzzTarget next = targets.get((int) (i % targets.size()));
        long before = clock.getCurrentThreadCpuTime();
        attempt(next, mutator.mutant(next.seeds()));
        if (clock.getCurrentThreadCpuTime() - before > SECOND) {
          note(next.name() + " slow", text);
        }
        done.incrementAndGet();
      }
    }

    private void attempt(FuzzTarget door, String tried) {
      target = door;
      text = tried;
      begun.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
      open(door, tried);
      begun.set(0);
    }
  }

  private void open(FuzzTarget target, String text) {
    try {
      target.door().open(text);
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      if (message.length() > LONGEST_MESSAGE) {
        note(target.name() + " long message", text);
      } else if (refused.getMessage() == null || message.startsWith("No enum constant")) {
        note(target.name() + " bare message " + message, text);
      }
    } catch (Throwable escaped) {
      StackTraceElement[] trace = escaped.getStackTrace();
      String at = trace.length == 0 ? "" : " at " + ours(trace);
      note(
          target.name() + " " + escaped.getClass().getSimpleName() + at,
          text + "\n   " + Texts.shortened(String.valueOf(escaped.getMessage())));
    }
  }

  private static StackTraceElement ours(StackTraceElement[] trace) {
    for (StackTraceElement each : trace) {
      if (each.getClassName().startsWith("org.tariffeconomics")
          && !each.getClassName().contains(".fuzz.")) {
        return each;
      }
    }
    return trace[0];
  }

  /** The shortest text of each kind is kept. */
  private synchronized void note(String kind, String text) {
    counts.merge(kind, 1L, Long::sum);
    String told = kind + ": " + (text.length() > 4_000 ? text.substring(0, 4_000) + "…" : text);
    escapes.merge(kind, told, (one, other) -> one.length() <= other.length() ? one : other);
  }

  private synchronized void report(long done) {
    System.out.println(
        done
            + " tried, "
            + counts.values().stream().mapToLong(Long::longValue).sum()
            + " escapes of "
            + counts.size()
            + " kinds");
    counts.entrySet().stream()
        .limit(SHOWN)
        .forEach(e -> System.out.println(e.getValue() + " × " + escapes.get(e.getKey())));
  }
}
