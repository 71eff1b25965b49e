package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.tariff.ForwardingSource;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Some lines of Japan's tariff: a schedule without what a whole one tells besides, which lines
 * there are. Goods of a heading may be declared under lines that are not held, so that those that
 * are do not stand for all of it.
 */
final class HeldLines extends ForwardingSource {

  private static final int SUBHEADING = 6;

  /** What ends the code of a subheading that Japan does not divide. */
  private static final String UNDIVIDED = "000";

  HeldLines(MeasureSource some) {
    super(some);
  }

  @Override
  public List<TariffMeasure> measures(
      HsCode code, Country origin, LocalDate day, Knowledge knowledge) {
    return source().measures(code, origin, day, knowledge).stream().map(HeldLines::whole).toList();
  }

  /** A measure on a subheading that its tariff does not divide is on all of it. */
  private static TariffMeasure whole(TariffMeasure measure) {
    List<HsCode> lines = List.copyOf(measure.products().included());
    return lines.size() == 1 && isUndivided(lines.get(0))
        ? measure.withProducts(ProductScope.of(List.of(lines.get(0).upTo(SUBHEADING)), List.of()))
        : measure;
  }

  private static boolean isUndivided(HsCode line) {
    return line.digits().length() == SUBHEADING + UNDIVIDED.length()
        && line.digits().endsWith(UNDIVIDED);
  }

  @Override
  public Object kind(HsCode code, LocalDate day, Knowledge knowledge) {
    return List.of(source().kind(code, day, knowledge), isUndivided(code));
  }

  @Override
  public List<HsCode> lines(LocalDate day, Knowledge knowledge) {
    return List.of();
  }

  @Override
  public List<HsCode> linesBelow(HsCode code, LocalDate day, Knowledge knowledge) {
    return List.of();
  }

  @Override
  public Optional<String> remark(HsCode code, LocalDate day) {
    return Optional.empty();
  }

  @Override
  public boolean writeContent(Consumer<String> lines) {
    return source().writeContent(lines);
  }

  /** Equal where the lines are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HeldLines that && source().equals(that.source());
  }

  @Override
  public int hashCode() {
    return source().hashCode();
  }

  /** The lines, as their schedule names them. */
  @Override
  public String toString() {
    return source().toString();
  }
}
