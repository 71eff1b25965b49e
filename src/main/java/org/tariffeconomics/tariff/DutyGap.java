package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.FactSubject;
import org.tariffeconomics.tariff.JointGoods.Circumstances;
import org.tariffeconomics.tariff.JointGoods.Goods;
import org.tariffeconomics.tariff.JointGoods.Side;
import org.tariffeconomics.tariff.JointGoods.Way;

/**
 * What one duty less another on the same goods lies within, of another origin, on another day or
 * under another law. Below a heading the two are compared line by line, and what the goods have in
 * common ({@link FactSubject}) has one value on both sides: a fridge with so much steel, a car of
 * that age. What belongs to an origin or an entry, such as of which country's metal it is or
 * whether a quota is filled, may be one thing on the one side and another on the other, unless the
 * origin, and of an entry the day too, are the same.
 *
 * <p>The ends are those of the lines and of the cases that can both hold. Bounds are safe: the
 * difference is never outside of them. Where an import is not allowed on one side, the goods are
 * not compared.
 *
 * @since 0.1.0
 */
public final class DutyGap {

  /** No difference at all. */
  static final GapRange NOTHING = RateRange.of(Rate.ZERO).minus(RateRange.of(Rate.ZERO));

  private final DutyStack stack;

  /** What goods pay in each way, empty where the import is not allowed. */
  private final List<Goods<Optional<RateRange>>> goods;

  private DutyGap(DutyStack stack, List<Goods<Optional<RateRange>>> goods) {
    this.stack = stack;
    this.goods = goods;
  }

  /**
   * One duty less another on the same goods.
   *
   * @param one the duty
   * @param other the duty subtracted
   * @return the points, positive where {@code one} is the higher; empty where a side has no bounds,
   *     or no goods may be imported on both
   */
  public static Optional<GapRange> between(DutyStack one, DutyStack other) {
    Objects.requireNonNull(one, "one");
    Objects.requireNonNull(other, "other");
    return isOneEntry(one, other)
        ? one.range().map(range -> NOTHING)
        : of(one).flatMap(ours -> of(other).flatMap(ours::less));
  }

  /** Goods entered once, under two laws or descriptions that charge them alike. */
  private static boolean isOneEntry(DutyStack one, DutyStack other) {
    Circumstances circumstances = Circumstances.of(one, other);
    return circumstances.sameOrigin() && circumstances.sameDay() && one.isSameDutyAs(other);
  }

  /**
   * The all-in rate that gives an origin back its lead over a rival on the same goods: the rival's
   * duty now, less its duty then, plus the origin's own duty then.
   *
   * @param ownThen the origin's duty when it had the lead
   * @param rivalThen the rival's duty then
   * @param rivalNow the rival's duty now
   * @return what the rate lies within, below zero where none is low enough; empty where a duty has
   *     no bounds or no goods may be imported in all three cases
   */
  public static Optional<RateRange> restoring(
      DutyStack ownThen, DutyStack rivalThen, DutyStack rivalNow) {
    Objects.requireNonNull(ownThen, "ownThen");
    Objects.requireNonNull(rivalThen, "rivalThen");
    Objects.requireNonNull(rivalNow, "rivalNow");
    Optional<DutyGap> own = of(ownThen);
    Optional<DutyGap> then = of(rivalThen);
    Optional<DutyGap> now = of(rivalNow);
    if (own.isEmpty() || then.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    Circumstances ofRival = Circumstances.of(rivalNow, rivalThen);
    Circumstances ofThen = Circumstances.of(ownThen, rivalThen);
    List<RateRange> all = new ArrayList<>();
    for (List<Goods<Optional<RateRange>>> each :
        JointGoods.inCommon(List.of(own.get().side(), then.get().side(), now.get().side()))) {
      Optional<GapRange> moved = gap(each.get(2), each.get(1), ofRival);
      Optional<GapRange> lead = gap(each.get(0), each.get(1), ofThen);
      Optional<RateRange> ours = hull(each.get(0));
      Optional<RateRange> theirs = hull(each.get(2));
      if (moved.isPresent() && lead.isPresent() && ours.isPresent() && theirs.isPresent()) {
        all.add(both(sum(ours.get(), moved.get()), sum(theirs.get(), lead.get())));
      }
    }
    return all.stream().reduce(RateRange::union);
  }

  private static RateRange sum(RateRange rate, GapRange change) {
    return new RateRange(
        Rate.fraction(rate.lowest().fraction().add(change.lowest().points())),
        Rate.fraction(rate.highest().fraction().add(change.highest().points())));
  }

  /** What lies in both; two safe ranges always meet. */
  private static RateRange both(RateRange one, RateRange other) {
    Rate lowest = one.lowest().max(other.lowest());
    Rate highest = one.highest().min(other.highest());
    return new RateRange(lowest, highest);
  }

  /**
   * The duties on goods, to be compared with others.
   *
   * @return empty where they have no bounds
   */
  static Optional<DutyGap> of(DutyStack stack) {
    Optional<RateRange> range = stack.range();
    if (range.isEmpty()) {
      return Optional.empty();
    }
    Bounds open = stack.open();
    if (open == null) {
      return Optional.of(new DutyGap(stack, List.of(whole(List.of(), range))));
    }
    List<Goods<Optional<RateRange>>> goods =
        new ArrayList<>(byCase(open.cases(), each -> each.rate().map(RateRange::of)));
    Bounds.Wide wide = open.wide();
    if (wide != null) {
      goods.add(whole(wide.codes(), wide.range()));
    }
    return Optional.of(new DutyGap(stack, goods));
  }

  private static List<Goods<Optional<RateRange>>> byCase(
      List<BoundedCase> cases, Function<Resolution, Optional<RateRange>> part) {
    return JointGoods.goods(
        cases,
        cases.stream()
            .map(BoundedCase::resolution)
            .map(each -> each.isProhibited() ? Optional.<RateRange>empty() : part.apply(each))
            .toList());
  }

  /**
   * What a part of one duty less the same part of another lies within.
   *
   * @param one the duty, of which every case is known
   * @param other the duty subtracted, of which every case is known
   * @param part what the part comes to in a case that is allowed
   * @return empty where no goods may be imported on both
   */
  static Optional<GapRange> ofPart(
      DutyStack one, DutyStack other, Function<Resolution, Optional<RateRange>> part) {
    return ofPart(one, part).less(ofPart(other, part));
  }

  private static DutyGap ofPart(DutyStack stack, Function<Resolution, Optional<RateRange>> part) {
    Bounds open = stack.open();
    return new DutyGap(
        stack,
        open == null
            ? List.of(whole(List.of(), part.apply(stack.resolution())))
            : byCase(open.cases(), part));
  }

  /**
   * The same for the duties on a value and quantities.
   *
   * @param stack the duties, valued, each case of which can be assessed
   */
  static Optional<DutyGap> of(DutyStack stack, BigMoney value, List<Quantity> quantities) {
    if (stack.range().isPresent()) {
      return of(stack);
    }
    Function<DutyStack, Optional<RateRange>> rate =
        each -> Optional.ofNullable(DutyEquivalent.Of.goods(each, value, quantities).range());
    List<DutyStack> cases = stack.cases();
    List<BoundedCase> bounded = stack.boundedCases();
    if (bounded.isEmpty()) {
      return rate.apply(stack)
          .map(one -> new DutyGap(stack, List.of(whole(List.of(), Optional.of(one)))));
    }
    return Optional.of(
        new DutyGap(stack, JointGoods.goods(bounded, cases.stream().map(rate).toList())));
  }

  /** Goods of which no more is told than what they pay. */
  private static Goods<Optional<RateRange>> whole(List<HsCode> codes, Optional<RateRange> range) {
    return new Goods<>(codes, List.of(new Way<>(List.of(), BoundedCase.Asking.NOTHING, range)));
  }

  private Side<Optional<RateRange>> side() {
    return new Side<>(
        goods,
        code ->
            of(stack.law().stack(code, stack.origin(), stack.facts()))
                .map(each -> each.goods)
                .orElse(goods));
  }

  /** Equal where the same goods pay the same in the same ways, whatever the origin. */
  Object ways() {
    return goods.stream()
        .map(
            each ->
                List.of(
                    each.codes(),
                    each.ways().stream().map(way -> List.of(way.facts(), way.charge())).toList()))
        .toList();
  }

  /** These duties less others on the same goods; empty where no goods may be imported on both. */
  Optional<GapRange> less(DutyGap other) {
    Circumstances circumstances = Circumstances.of(stack, other.stack);
    Optional<GapRange> all = Optional.empty();
    for (List<Goods<Optional<RateRange>>> each :
        JointGoods.inCommon(List.of(side(), other.side()))) {
      all = joined(all, gap(each.get(0), each.get(1), circumstances), GapRange::union);
    }
    return all;
  }

  /** What the differences of the ways that can both hold lie within; empty where none can. */
  private static Optional<GapRange> gap(
      Goods<Optional<RateRange>> one,
      Goods<Optional<RateRange>> other,
      Circumstances circumstances) {
    Map<String, Map<FactAlternative, Set<FactAlternative>>> ties =
        new JointGoods<>(one, other).ties(circumstances);
    Map<List<FactAlternative>, RateRange> ours = byTied(one, ties.keySet());
    Map<List<FactAlternative>, RateRange> theirs = byTied(other, ties.keySet());
    Optional<GapRange> all = Optional.empty();
    for (Map.Entry<List<FactAlternative>, RateRange> a : ours.entrySet()) {
      for (Map.Entry<List<FactAlternative>, RateRange> b : theirs.entrySet()) {
        if (JointGoods.canBothHold(a.getKey(), b.getKey(), ties)) {
          all = joined(all, Optional.of(a.getValue().minus(b.getValue())), GapRange::union);
        }
      }
    }
    return all;
  }

  /** What goods pay by the values of some facts, whatever the others are. */
  private static Map<List<FactAlternative>, RateRange> byTied(
      Goods<Optional<RateRange>> goods, Set<String> facts) {
    Map<List<FactAlternative>, RateRange> rates = new LinkedHashMap<>();
    for (Way<Optional<RateRange>> each : goods.ways()) {
      List<FactAlternative> tied =
          each.facts().stream().filter(fact -> facts.contains(fact.name())).toList();
      each.charge().ifPresent(rate -> rates.merge(tied, rate, RateRange::union));
    }
    return rates;
  }

  private static Optional<RateRange> hull(Goods<Optional<RateRange>> goods) {
    Optional<RateRange> all = Optional.empty();
    for (Way<Optional<RateRange>> each : goods.ways()) {
      all = joined(all, each.charge(), RateRange::union);
    }
    return all;
  }

  private static <T> Optional<T> joined(
      Optional<T> one, Optional<T> other, BinaryOperator<T> union) {
    return one.isEmpty() || other.isEmpty()
        ? one.or(() -> other)
        : Optional.of(union.apply(one.get(), other.get()));
  }
}
