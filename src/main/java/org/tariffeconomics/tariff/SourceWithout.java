package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;

/**
 * A source of which one programme is left out: what a schedule would be if a law fell.
 *
 * @param source the whole source
 * @param programme the programme left out
 */
record SourceWithout(MeasureSource source, String programme) implements MeasureSource {

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    return source.measures(code, origin, day, knowledge).stream()
        .filter(m -> !m.programme().equals(programme))
        .toList();
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    return source.kind(code, day, knowledge);
  }

  @Override
  public List<OriginScope> origins(Rule rule, LocalDate day, Knowledge knowledge) {
    return source.origins(rule, day, knowledge);
  }

  @Override
  public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
    return source.lines(day, knowledge);
  }

  @Override
  public List<HsCode> linesBelow(HsCode code, LocalDate day, Knowledge knowledge) {
    return source.linesBelow(code, day, knowledge);
  }

  @Override
  public Optional<String> remark(HsCode code, LocalDate day) {
    return source.remark(code, day);
  }

  @Override
  public Optional<TariffMeasure> doubt(HsCode code, LocalDate day) {
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
    Set<String> rest = new TreeSet<>(source.programmes());
    rest.remove(programme);
    return rest;
  }

  @Override
  public boolean writeContent(Consumer<String> lines) {
    lines.accept("without " + programme);
    return source.writeContent(lines);
  }

  @Override
  public String toString() {
    return source + " without " + programme;
  }
}
