package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;

/**
 * A source whose measures are those of another, changed in some way: it has the lines, the origins,
 * the programmes and the days of the other.
 *
 * <p>What a change may reach, an implementation says itself: the measures of a line, what lines
 * have in common, and {@linkplain #writeContent what a version is made from}. {@link
 * #kindOnAllDays} is empty unless it says so too.
 *
 * @since 0.1.0
 */
public abstract class ForwardingSource implements MeasureSource {

  private final MeasureSource source;

  /**
   * Wraps a source.
   *
   * @param source the source whose measures are changed
   */
  protected ForwardingSource(MeasureSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /** {@return the source whose measures are changed} */
  protected MeasureSource source() {
    return source;
  }

  @Override
  public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return source.origins(rule, day, knowledge);
  }

  @Override
  public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return source.lines(day, knowledge);
  }

  @Override
  public List<HsCode> linesBelow(HsCode code, LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return source.linesBelow(code, day, knowledge);
  }

  @Override
  public Optional<String> remark(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    return source.remark(code, day);
  }

  @Override
  public Optional<TariffMeasure> doubt(HsCode code, LocalDate day) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(day, "day");
    return source.doubt(code, day);
  }

  @Override
  public NavigableSet<LocalDate> changeDays() {
    return source.changeDays();
  }

  @Override
  public NavigableSet<LocalDate> knowledgeDays() {
    return source.knowledgeDays();
  }

  @Override
  public NavigableSet<MonthDay> seasonStarts() {
    return source.seasonStarts();
  }

  @Override
  public Set<String> programmes() {
    return source.programmes();
  }
}
