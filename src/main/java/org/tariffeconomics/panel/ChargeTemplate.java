package org.tariffeconomics.panel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.tariffeconomics.panel.CellRates.Part;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.DutyLayer;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.Rule;

/**
 * The charges besides the base duty for a class of lines and of origins, with the base left open: a
 * share of the value each, or a total that what is paid or the ordinary duty counts towards.
 *
 * @param outcome whether the charges are known
 * @param cases the charges of each way that the facts left open may turn out, one as a rule; empty
 *     unless they are known
 * @param simple whether each of them is of these two kinds; where one is not, a whole stack must be
 *     resolved
 * @param mayBeProhibited whether the import is not allowed in some way that it may turn out
 */
record ChargeTemplate(
    PanelOutcome outcome, List<List<Charge>> cases, boolean simple, boolean mayBeProhibited) {

  /**
   * One charge.
   *
   * @param programme who charges it
   * @param share the part of the value it falls on
   * @param duty the duty, or the total to be reached, as a fraction of the whole value
   * @param counted what counts towards it
   */
  record Charge(String programme, BigDecimal share, BigDecimal duty, Counted counted) {

    private Part over(BaseDuty base) {
      return new Part(
          programme,
          switch (counted) {
            case NOTHING -> duty;
            case PAID -> less(base.part().share());
            case ORDINARY -> less(base.ordinary().orElseThrow());
          });
    }

    private BigDecimal less(BigDecimal base) {
      return duty.subtract(base.multiply(share)).max(BigDecimal.ZERO);
    }
  }

  /** What counts towards a charge. */
  enum Counted {
    /** Nothing: it is no total. */
    NOTHING,
    /** The base duty that is paid. */
    PAID,
    /** The ordinary duty, whatever is paid in its place. */
    ORDINARY;

    private static Counted of(Rule rule) {
      return switch (rule) {
        case TOPS_UP_TO -> PAID;
        case TOPS_UP_ORDINARY_TO -> ORDINARY;
        default -> NOTHING;
      };
    }
  }

  /** The charges of a stack whose base duty is of no account. */
  static ChargeTemplate of(DutyStack stack, SplitBook books) {
    List<DutyStack> all = stack.cases(); // resolves it once, for all that is asked of it here
    if (stack.outcome() == DutyStack.Outcome.PROHIBITED) {
      return new ChargeTemplate(PanelOutcome.PROHIBITED, List.of(), true, false);
    }
    if (stack.outcome() == DutyStack.Outcome.UNDETERMINED) {
      return new ChargeTemplate(PanelOutcome.UNDETERMINED, List.of(), true, false);
    }
    List<DutyStack> ways =
        all.stream().filter(s -> s.outcome() != DutyStack.Outcome.PROHIBITED).toList();
    // which line it is may decide the base duty too
    boolean simple = ways.stream().map(DutyStack::line).distinct().count() == 1;
    if (simple && ways.stream().anyMatch(each -> isInMoney(each, books))) {
      return new ChargeTemplate(PanelOutcome.NOT_AD_VALOREM, List.of(), true, false);
    }
    List<List<Charge>> cases = new ArrayList<>();
    for (DutyStack each : ways) {
      Optional<List<Charge>> charges = charges(each, books);
      simple &= charges.isPresent();
      charges.ifPresent(cases::add);
    }
    return new ChargeTemplate(
        PanelOutcome.AD_VALOREM, List.copyOf(cases), simple, ways.size() < all.size());
  }

  /** Whether a charge does not grow with the value, whatever the base duty. */
  private static boolean isInMoney(DutyStack stack, SplitBook books) {
    return stack.outcome() == DutyStack.Outcome.ASSESSED
        && stack.adValoremRate().isEmpty()
        && !maySwitchWithBase(stack, books)
        && stack.layers().stream().noneMatch(layer -> books.takesOrdinary(layer.measure()));
  }

  /** Which of several is the dearest may depend on the base duty. */
  private static boolean maySwitchWithBase(DutyStack stack, SplitBook books) {
    return stack.notApplied().stream().anyMatch(each -> books.choosesHighest(each.measure()));
  }

  /** The charges of a stack; empty where one is of another kind than a share or a total. */
  private static Optional<List<Charge>> charges(DutyStack stack, SplitBook books) {
    List<Charge> charges = new ArrayList<>();
    boolean simple = !maySwitchWithBase(stack, books);
    for (DutyLayer layer : stack.layers()) {
      Rule rule = layer.measure().rule();
      if (!rule.isBase()) {
        Optional<BigDecimal> rate = fixed(layer.measure().rate());
        simple &=
            rate.isPresent()
                && layer.alternatives().isEmpty()
                && !books.takesOrdinary(layer.measure());
        rate.ifPresent(
            r ->
                charges.add(
                    new Charge(
                        layer.measure().programme(),
                        layer.share(),
                        r.multiply(layer.share()),
                        Counted.of(rule))));
      }
    }
    return simple ? Optional.of(List.copyOf(charges)) : Optional.empty();
  }

  /** The fraction of its part of the value that a rate comes to; empty where it is none. */
  static Optional<BigDecimal> fixed(DutyRate rate) {
    if (rate instanceof DutyRate.Free) {
      return Optional.of(BigDecimal.ZERO);
    }
    if (rate instanceof DutyRate.AdValorem adValorem) {
      return Optional.of(adValorem.rate().fraction());
    }
    if (rate instanceof DutyRate.GreaterOf greater) {
      return extreme(greater.terms(), BigDecimal::max);
    }
    if (rate instanceof DutyRate.LesserOf lesser) {
      return extreme(lesser.terms(), BigDecimal::min);
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> extreme(
      List<DutyRate> terms, BinaryOperator<BigDecimal> which) {
    List<Optional<BigDecimal>> fixed = terms.stream().map(ChargeTemplate::fixed).toList();
    return fixed.stream().allMatch(Optional::isPresent)
        ? fixed.stream().map(Optional::orElseThrow).reduce(which)
        : Optional.empty();
  }

  /** How many charges it holds in all cases. */
  int size() {
    return 1 + cases.stream().mapToInt(List::size).sum();
  }

  /** Whether the charges over a base duty can be told without asking for both together. */
  boolean fits(BaseDuty base) {
    boolean told = outcome != PanelOutcome.AD_VALOREM || isToldOver(base) || isConstant();
    return simple && told;
  }

  /** Whether it is known how much of the base counts towards each total. */
  private boolean isToldOver(BaseDuty base) {
    return base.isOne()
        && (base.onWholeValue() || !counts(Counted.PAID))
        && (base.ordinary().isPresent() || !counts(Counted.ORDINARY));
  }

  private boolean counts(Counted what) {
    return cases.stream().flatMap(List::stream).anyMatch(each -> each.counted() == what);
  }

  /** Whether the same is added to every base duty. */
  private boolean isConstant() {
    return cases.size() == 1
        && !mayBeProhibited
        && !counts(Counted.PAID)
        && !counts(Counted.ORDINARY);
  }

  /** The charges on top of a base duty that they {@link #fits fit}. */
  CellRates over(BaseDuty base) {
    PanelOutcome worst = worse(outcome, base.rates().outcome());
    if (worst == PanelOutcome.BOUNDED) {
      BigDecimal added =
          cases.get(0).stream().map(Charge::duty).reduce(BigDecimal.ZERO, BigDecimal::add);
      return CellRates.between(base.rates().total().add(added), base.rates().highest().add(added));
    }
    if (worst != PanelOutcome.AD_VALOREM) {
      return CellRates.without(worst);
    }
    List<CellRates> ways = cases.stream().map(each -> over(base, each)).toList();
    BigDecimal lowest = ways.stream().map(CellRates::total).reduce(BigDecimal::min).orElseThrow();
    BigDecimal highest = ways.stream().map(CellRates::total).reduce(BigDecimal::max).orElseThrow();
    boolean oneRate = lowest.compareTo(highest) == 0 && !mayBeProhibited;
    return oneRate ? CellRates.ofOneRate(ways) : CellRates.between(lowest, highest);
  }

  private static CellRates over(BaseDuty base, List<Charge> charges) {
    if (!base.isOne()) {
      return CellRates.ofOneRate(
          charges.stream().map(Charge::duty).reduce(base.rates().total(), BigDecimal::add));
    }
    List<Part> parts = new ArrayList<>(charges.size() + 1);
    parts.add(base.part());
    charges.forEach(charge -> parts.add(charge.over(base)));
    return CellRates.of(parts);
  }

  /** The outcome that rules: what is not known hides what depends on a quantity. */
  private static PanelOutcome worse(PanelOutcome one, PanelOutcome other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
