package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;

/**
 * A single question to the bundled law, each of a random bundled line, origin and day, so that
 * hardly two in a row have anything in common.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LawBenchmark {

  private static final int QUESTIONS = 1 << 14;
  private static final int DAYS = 700;

  private final TariffBook book = UsTariffs.book();
  private final LocalDate[] days = new LocalDate[QUESTIONS];
  private final TariffLaw[] laws = new TariffLaw[QUESTIONS];
  private final HsCode[] lines = new HsCode[QUESTIONS];
  private final Country[] origins = new Country[QUESTIONS];
  private final DeclaredFacts[] facts = new DeclaredFacts[QUESTIONS];
  private final DutyStack[] stacks = new DutyStack[QUESTIONS];
  private final BigMoney[] values = new BigMoney[QUESTIONS];
  private int next;

  /** Draws the questions. */
  public LawBenchmark() {
    List<HsCode> bundled = TariffPanel.lines(book, LocalDate.of(2025, 9, 16));
    List<DeclaredFacts> declared =
        List.of(
            DeclaredFacts.claiming("KORUS"),
            DeclaredFacts.claiming("USMCA").withContent("US", "0.4"),
            DeclaredFacts.none().withContent("steel", "0.25"),
            DeclaredFacts.none().withContent("steel", "0.25").withContent("aluminum", "0.5"));
    Map<LocalDate, TariffLaw> lawOf = new HashMap<>();
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < QUESTIONS; i++) {
      days[i] = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(DAYS));
      laws[i] = lawOf.computeIfAbsent(days[i], book::on);
      lines[i] = bundled.get(random.nextInt(bundled.size()));
      origins[i] = Country.all().get(random.nextInt(Country.all().size()));
      facts[i] = declared.get(random.nextInt(declared.size()));
      stacks[i] = laws[i].stack(lines[i], origins[i], facts[i]);
      values[i] = BigMoney.ofMinor(CurrencyUnit.USD, random.nextLong(100_000_000));
    }
  }

  private int next() {
    next = (next + 1) & (QUESTIONS - 1);
    return next;
  }

  /** The law of a day. */
  @Benchmark
  public TariffLaw onDay() {
    return book.on(days[next()]);
  }

  /** Goods with nothing declared. */
  @Benchmark
  public DutyStack resolve() {
    int i = next();
    return laws[i].stack(lines[i], origins[i]);
  }

  /** Goods with a claim or contents declared. */
  @Benchmark
  public DutyStack resolveDeclared() {
    int i = next();
    return laws[i].stack(lines[i], origins[i], facts[i]);
  }

  /** The whole question from the book on, with one value. */
  @Benchmark
  public Assessment ask() {
    int i = next();
    return book.on(days[i]).stack(lines[i], origins[i]).assess(values[i]);
  }

  /** A new answer with its first stamp, which no one has asked for before. */
  @Benchmark
  public Stamp firstStamp() {
    int i = next();
    return book.on(days[i]).stack(lines[i], origins[i]).stamp();
  }

  /** What kind of number it is, asked of answers again and again. */
  @Benchmark
  public Stamp stamp() {
    return stacks[next()].stamp();
  }

  /** The itemised duties on a value. */
  @Benchmark
  public Assessment assess() {
    int i = next();
    return stacks[i].assess(values[i]);
  }

  /** A what-if and its first answer. */
  @Benchmark
  public DutyStack firstAnswerWithoutProgramme() {
    int i = next();
    return book.without("IEEPA reciprocal").on(days[i]).stack(lines[i], origins[i]);
  }
}
