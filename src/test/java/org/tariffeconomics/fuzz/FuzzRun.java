package org.tariffeconomics.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.Texts;

/**
 * Mutated texts for every public parser and mutated files for every reader, run by {@code mvn
 * -Pfuzz test}. An escape is whatever is thrown but an {@link IllegalArgumentException}, a message
 * that repeats a long text, or a text that is not read back; a call of over a second is told, too.
 *
 * <p>Properties: {@code fuzz.texts} and {@code fuzz.files} (how many), {@code fuzz.seed}, {@code
 * fuzz.seconds} (the longest time for each of the two), {@code fuzz.only} (a part of a door's
 * name). The same seed tries the same inputs, as far as time allows.
 */
class FuzzRun {

  private static final long SLOW_NANOS = 1_000_000_000L;
  private static final long HUNG_NANOS = 20 * SLOW_NANOS;
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

  private void run(List<FuzzTarget> all, long times) throws InterruptedException {
    String only = System.getProperty("fuzz.only", "");
    List<FuzzTarget> targets = all.stream().filter(t -> t.name().contains(only)).toList();
    AtomicLong started = new AtomicLong();
    AtomicReference<String> now = new AtomicReference<>("");
    AtomicLong done = new AtomicLong();
    Thread worker =
        new Thread(null, () -> tryAll(targets, times, started, now, done), "fuzz", STACK);
    worker.setDaemon(true);
    worker.start();
    while (worker.isAlive()) {
      worker.join(100);
      long since = started.get();
      if (since != 0 && System.nanoTime() - since > HUNG_NANOS && worker.isAlive()) {
        note("no answer", now.get());
        break;
      }
    }
    report(done.get());
    assertEquals(List.of(), new ArrayList<>(escapes.values()));
  }

  private void tryAll(
      List<FuzzTarget> targets,
      long times,
      AtomicLong started,
      AtomicReference<String> now,
      AtomicLong done) {
    Mutator mutator = new Mutator(Long.getLong("fuzz.seed", 1));
    long end = System.nanoTime() + Long.getLong("fuzz.seconds", 10) * SLOW_NANOS;
    for (long i = 0; i < times && System.nanoTime() < end && !targets.isEmpty(); i++) {
      FuzzTarget target = targets.get((int) (i % targets.size()));
      String text = mutator.mutant(target.seeds());
      now.set(target.name() + ": " + text);
      long begin = System.nanoTime();
      started.set(begin);
      open(target, text);
      started.set(0);
      if (System.nanoTime() - begin > SLOW_NANOS) {
        note(target.name() + " slow", text);
      }
      done.incrementAndGet();
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
    String told = kind + ": " + (text.length() > 400 ? text.substring(0, 400) + "…" : text);
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
