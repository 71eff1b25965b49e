package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * The rates of one day: every line of a panel from every origin.
 *
 * <p>Lines and origins are numbered from 0 in the order in which the panel was asked for. All rates
 * are fractions of the customs value: 0.15 is 15 %.
 *
 * @since 0.1.0
 */
public final class PanelSlice {

  private final List<HsCode> lines;
  private final List<DeclaredOrigin> origins;
  private final CompiledSlice compiled;
  private final CellColumns cells;

  /** By class of lines and of origins: goods of one cell may be rounded otherwise. */
  private final Map<Long, DutyStack> stacks = new ConcurrentHashMap<>();

  PanelSlice(
      List<HsCode> lines, List<DeclaredOrigin> origins, CompiledSlice compiled, CellColumns cells) {
    this.lines = lines;
    this.origins = origins;
    this.compiled = compiled;
    this.cells = cells;
  }

  /** How blocks are worked through; the results are the same to the bit. */
  public enum Execution {
    /** One after the other. */
    SEQUENTIAL,
    /** Several at a time, on the machine's common pool of threads. */
    PARALLEL
  }

  /** {@return the first day that the rates were compiled for; they hold until the law changes} */
  public LocalDate day() {
    return compiled.law().day();
  }

  /** {@return the law that the rates are of} */
  public TariffLaw law() {
    return compiled.law();
  }

  /** {@return the lines in the panel's order} */
  public List<HsCode> lines() {
    return lines;
  }

  /** {@return the origins in the panel's order} */
  public List<DeclaredOrigin> origins() {
    return origins;
  }

  /**
   * {@return the programmes that charge something or could, anywhere in the panel: their names in
   * order}
   */
  public List<String> programmes() {
    return cells.programmes();
  }

  /**
   * What is known of a duty.
   *
   * @param line the line's number
   * @param origin the origin's number
   * @return the outcome
   * @throws IndexOutOfBoundsException when there is no such line or origin
   */
  public PanelOutcome outcome(int line, int origin) {
    return cell(line, origin).outcome();
  }

  /**
   * What the all-in rate lies within.
   *
   * @param line the line's number
   * @param origin the origin's number
   * @return from the rate to the rate, or from the lowest to the highest of a {@link
   *     PanelOutcome#BOUNDED} cell; empty for other outcomes
   */
  public Optional<RateRange> range(int line, int origin) {
    CellRates cell = cell(line, origin);
    return cell.hasRange()
        ? Optional.of(new RateRange(Rate.fraction(cell.total()), Rate.fraction(cell.highest())))
        : Optional.empty();
  }

  private CellRates cell(int line, int origin) {
    return cells.cell(compiled.cell(line, origin));
  }

  /**
   * The all-in rate, exactly.
   *
   * @param line the line's number
   * @param origin the origin's number
   * @return the rate; empty unless the outcome is {@link PanelOutcome#AD_VALOREM}
   */
  public Optional<Rate> rate(int line, int origin) {
    CellRates cell = cell(line, origin);
    return cell.outcome() == PanelOutcome.AD_VALOREM
        ? Optional.of(Rate.fraction(cell.total()))
        : Optional.empty();
  }

  /**
   * The all-in rate, exactly.
   *
   * @param line a line of the panel
   * @param origin an origin of the panel
   * @return the rate; empty unless the outcome is {@link PanelOutcome#AD_VALOREM}
   * @throws IllegalArgumentException when the panel has no such line or origin
   */
  public Optional<Rate> rate(HsCode line, DeclaredOrigin origin) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    return rate(number(lines, line, "line"), number(origins, origin, "origin"));
  }

  private static <T> int number(List<T> all, T one, String what) {
    int number = all.indexOf(one);
    if (number < 0) {
      throw new IllegalArgumentException("The panel has no " + what + " '" + one + "'");
    }
    return number;
  }

  /**
   * What one programme charges, exactly; the parts of all programmes add up to the rate.
   *
   * @param line the line's number
   * @param origin the origin's number
   * @param programme the programme's name
   * @return its part, zero where it charges nothing; empty unless the outcome is {@link
   *     PanelOutcome#AD_VALOREM}, and where lines below the code pay the one rate under different
   *     programmes, or a fact decides which charge it
   */
  public Optional<Rate> part(int line, int origin, String programme) {
    Objects.requireNonNull(programme, "programme");
    CellRates cell = cell(line, origin);
    return cell.outcome() == PanelOutcome.AD_VALOREM && cell.isToldApart()
        ? Optional.of(Rate.fraction(cell.of(programme)))
        : Optional.empty();
  }

  /**
   * The layers behind a cell, resolved anew: which measure, on which part, and what is not charged
   * and why.
   *
   * @param line the line's number
   * @param origin the origin's number
   * @return the stack
   */
  public DutyStack stack(int line, int origin) {
    DeclaredOrigin from = origins.get(origin);
    return law().stack(lines.get(line), from.country(), from.facts());
  }

  /**
   * The payable duty on a value, the same as the stack's {@link DutyStack#payableMinor}.
   *
   * @param line the line's number
   * @param origin the origin's number
   * @param customsValueMinor the customs value in minor units of the book's currency, not negative
   * @return the payable duty in minor units
   * @throws IllegalStateException unless the outcome is {@link PanelOutcome#AD_VALOREM}; also where
   *     lines below the code pay the one rate in parts that are rounded to different sums
   * @throws IllegalArgumentException when the value is negative
   */
  public long payableMinor(int line, int origin, long customsValueMinor) {
    return stacks
        .computeIfAbsent(compiled.classes(line, origin), classes -> stack(line, origin))
        .payableMinor(customsValueMinor);
  }

  /**
   * Works through the lines in blocks.
   *
   * @param linesPerBlock how many lines a block has, positive; the last may have fewer
   * @param execution one block after the other, or several at a time
   * @param work what to make of a block; it must not change anything shared
   * @param <R> what comes out
   * @return what comes out of each block, in the order of the blocks
   * @throws IllegalArgumentException when linesPerBlock is not positive
   */
  public <R> List<R> mapBlocks(
      int linesPerBlock, Execution execution, Function<PanelBlock, R> work) {
    Objects.requireNonNull(execution, "execution");
    Objects.requireNonNull(work, "work");
    if (linesPerBlock < 1) {
      throw new IllegalArgumentException(
          "linesPerBlock must be positive, but was " + linesPerBlock);
    }
    int blocks = (lines.size() + linesPerBlock - 1) / linesPerBlock;
    IntStream numbers = IntStream.range(0, blocks);
    return (execution == Execution.PARALLEL ? numbers.parallel() : numbers)
        .mapToObj(b -> work.apply(block(b * linesPerBlock, linesPerBlock)))
        .toList();
  }

  private PanelBlock block(int firstLine, int atMost) {
    return new PanelBlock(this, firstLine, Math.min(atMost, lines.size() - firstLine));
  }

  CompiledSlice compiled() {
    return compiled;
  }

  CellColumns cells() {
    return cells;
  }

  /**
   * The stamp of the rates.
   *
   * @return the law's stamp, with what is declared
   */
  public Stamp stamp() {
    Stamp stamp = law().stampOfMany();
    for (DeclaredOrigin each : origins.stream().distinct().toList()) {
      if (!each.facts().isEmpty()) {
        stamp = stamp.withAssumption(each.country() + " declares " + each.facts());
      }
    }
    return stamp;
  }

  /** The day and how many lines and origins. */
  @Override
  public String toString() {
    return day()
        + ": "
        + Texts.counted(lines.size(), "line")
        + ", "
        + Texts.counted(origins.size(), "origin");
  }
}
