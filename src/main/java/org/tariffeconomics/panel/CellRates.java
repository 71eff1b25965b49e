package org.tariffeconomics.panel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.tariff.DutyStack;

/**
 * What a line and an origin come to, exactly: an outcome and, where there is a rate, its parts by
 * programme, each a fraction of the customs value.
 */
final class CellRates {

  private final PanelOutcome outcome;
  private final List<Part> parts;
  private final BigDecimal total;
  private final BigDecimal highest;

  /** Whether it is one set of parts that makes the rate. */
  private final boolean toldApart;

  /** What one programme charges, as a fraction of the customs value. */
  record Part(String programme, BigDecimal share) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that
          && programme.equals(that.programme)
          && share.compareTo(that.share) == 0;
    }

    @Override
    public int hashCode() {
      return 31 * programme.hashCode() + Double.hashCode(share.doubleValue());
    }
  }

  private CellRates(PanelOutcome outcome, List<Part> parts) {
    this.outcome = outcome;
    this.parts = List.copyOf(parts);
    this.total = parts.stream().map(Part::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    this.highest = total;
    this.toldApart = true;
  }

  private CellRates(PanelOutcome outcome, BigDecimal lowest, BigDecimal highest) {
    this.outcome = outcome;
    this.parts = List.of();
    this.total = lowest;
    this.highest = highest;
    this.toldApart = false;
  }

  static CellRates without(PanelOutcome outcome) {
    return new CellRates(outcome, List.of());
  }

  static CellRates of(List<Part> parts) {
    return new CellRates(PanelOutcome.AD_VALOREM, parts);
  }

  /** Anything from the lowest to the highest, both fractions of the customs value. */
  static CellRates between(BigDecimal lowest, BigDecimal highest) {
    return new CellRates(PanelOutcome.BOUNDED, lowest, highest);
  }

  /** One rate that different programmes charge in different ways that it may turn out. */
  static CellRates ofOneRate(BigDecimal rate) {
    return new CellRates(PanelOutcome.AD_VALOREM, rate, rate);
  }

  /** The rates of all ways that it may turn out, where they come to one rate. */
  static CellRates ofOneRate(List<CellRates> ways) {
    CellRates first = ways.get(0);
    boolean alike = first.toldApart && ways.stream().allMatch(first::isChargedAs);
    return alike ? first : ofOneRate(first.total);
  }

  private boolean isChargedAs(CellRates other) {
    return other.toldApart && byProgramme().equals(other.byProgramme());
  }

  /** What each programme charges in all, those that charge nothing left out. */
  private Map<String, BigDecimal> byProgramme() {
    Map<String, BigDecimal> charged = new HashMap<>();
    for (Part each : parts) {
      if (each.share().signum() != 0) {
        charged.merge(each.programme(), each.share(), BigDecimal::add);
      }
    }
    charged.replaceAll((programme, share) -> PlainNumber.plain(share));
    return charged;
  }

  /** The same of a resolved stack: what the panel answers is what the stack answers. */
  static CellRates of(DutyStack stack) {
    if (stack.outcome() == DutyStack.Outcome.PROHIBITED) {
      return without(PanelOutcome.PROHIBITED);
    }
    if (stack.outcome() == DutyStack.Outcome.UNDETERMINED) {
      return without(PanelOutcome.UNDETERMINED);
    }
    if (stack.outcome() == DutyStack.Outcome.BOUNDED && stack.range().isPresent()) {
      RateRange range = stack.range().get();
      return between(range.lowest().fraction(), range.highest().fraction());
    }
    Optional<Rate> rate = stack.adValoremRate();
    if (rate.isEmpty()) {
      return without(PanelOutcome.NOT_AD_VALOREM);
    }
    if (!stack.isToldByProgramme()) {
      return ofOneRate(rate.get().fraction());
    }
    List<Part> parts = new ArrayList<>();
    stack
        .adValoremLayers()
        .forEach(l -> parts.add(new Part(l.layer().measure().programme(), l.rate().fraction())));
    return of(parts);
  }

  PanelOutcome outcome() {
    return outcome;
  }

  List<Part> parts() {
    return parts;
  }

  /** Whether it is known which programme charges how much of the rate. */
  boolean isToldApart() {
    return toldApart;
  }

  /** The rate; of a bounded cell the lowest. */
  BigDecimal total() {
    return total;
  }

  /** The rate; of a bounded cell the highest. */
  BigDecimal highest() {
    return highest;
  }

  /** Whether the rate is a number, or lies between two. */
  boolean hasRange() {
    return outcome == PanelOutcome.AD_VALOREM || outcome == PanelOutcome.BOUNDED;
  }

  /** What a programme charges in all; nothing where it has no part. */
  BigDecimal of(String programme) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      sum = part.programme().equals(programme) ? sum.add(part.share()) : sum;
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CellRates that
        && outcome == that.outcome
        && toldApart == that.toldApart
        && parts.equals(that.parts)
        && total.compareTo(that.total) == 0
        && highest.compareTo(that.highest) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(outcome, parts, total.doubleValue(), highest.doubleValue());
  }

  @Override
  public String toString() {
    return outcome + " " + (toldApart ? parts : total + " to " + highest);
  }
}
