package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;

/** A source of which one programme is left out: what a schedule would be if a law fell. */
final class SourceWithout extends ForwardingSource {

  private final String programme;

  SourceWithout(MeasureSource whole, String programme) {
    super(whole);
    this.programme = programme;
  }

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    return source().measures(code, origin, day, knowledge).stream()
        .filter(m -> !m.programme().equals(programme))
        .toList();
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    return source().kind(code, day, knowledge);
  }

  @Override
  public Optional<Object> kindOnAllDays(HsCode code) {
    return source().kindOnAllDays(code);
  }

  @Override
  public Set<String> programmes() {
    Set<String> rest = new TreeSet<>(source().programmes());
    rest.remove(programme);
    return rest;
  }

  @Override
  public boolean writeContent(Consumer<String> lines) {
    lines.accept("without " + programme);
    return source().writeContent(lines);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceWithout that
        && source().equals(that.source())
        && programme.equals(that.programme);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source(), programme);
  }

  @Override
  public String toString() {
    return source() + " without " + programme;
  }
}
