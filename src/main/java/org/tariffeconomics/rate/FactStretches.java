package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stretches of numbers, days and shares between the limits that conditions name, each with a
 * value that stands for it.
 */
final class FactStretches {

  /** How far from a limit a share still counts as beyond it: no share is told closer than this. */
  static final BigDecimal NEXT = BigDecimal.ONE.movePointLeft(30);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private FactStretches() {}

  /**
   * A value or the values between two limits.
   *
   * @param from the limit that it begins with, or above which it lies; empty text for none
   * @param at whether it is the limit alone
   * @param value a value of it, as it is declared
   */
  private record Stretch(String from, boolean at, String value) {}

  /**
   * Numbers below, at, between and above the limits.
   *
   * @param within what a share lies within for what is known of others
   */
  static List<FactAlternative> ofNumber(
      String name, Collection<? extends Condition> conditions, Optional<NumberStretch> within) {
    TreeSet<BigDecimal> limits =
        conditions.stream()
            .map(each -> ((Condition.Numeric) each).number())
            .collect(Collectors.toCollection(TreeSet::new));
    within.map(NumberStretch::least).filter(least -> least.signum() > 0).ifPresent(limits::add);
    within
        .map(NumberStretch::most)
        .filter(most -> most.compareTo(BigDecimal.ONE) < 0)
        .ifPresent(limits::add);
    boolean positive = limits.first().signum() >= 0;
    List<Stretch> all = new ArrayList<>();
    BigDecimal before = null;
    // the least of a share leaves most room for others
    boolean share = GoodsFacts.isShare(name);
    for (BigDecimal limit : limits) {
      if (before != null) {
        BigDecimal between = share ? before.add(NEXT) : before.add(limit).divide(TWO);
        all.add(new Stretch(text(before), false, text(between)));
      } else if (!positive || limit.signum() > 0) {
        // what is counted, weighed and priced is never negative
        BigDecimal under = share ? BigDecimal.ZERO : positive ? limit.divide(TWO) : below(limit);
        all.add(new Stretch("", false, text(under)));
      }
      all.add(new Stretch(text(limit), true, text(limit)));
      before = limit;
    }
    BigDecimal above = limits.last().add(share ? NEXT : BigDecimal.ONE);
    all.add(new Stretch(text(limits.last()), false, text(above)));
    within.ifPresent(some -> all.removeIf(each -> !some.holds(new BigDecimal(each.value()))));
    String end =
        within
            .map(NumberStretch::most)
            .filter(most -> most.compareTo(BigDecimal.ONE) < 0)
            .map(most -> "up to " + text(most))
            .orElse("");
    return joined(name, all, conditions, end);
  }

  private static BigDecimal below(BigDecimal limit) {
    return limit.subtract(BigDecimal.ONE);
  }

  /**
   * Days before, on, between and after the limits.
   *
   * @param last the last day that is possible
   */
  static List<FactAlternative> ofDay(
      String name, Collection<? extends Condition> conditions, LocalDate last) {
    TreeSet<LocalDate> limits =
        conditions.stream()
            .map(each -> ((Condition.Day) each).day())
            .filter(day -> !day.isAfter(last))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Stretch> all = new ArrayList<>();
    LocalDate before = limits.isEmpty() ? last : limits.first().minusDays(1);
    all.add(new Stretch("", false, before.toString()));
    for (LocalDate limit : limits) {
      all.add(new Stretch(limit.toString(), true, limit.toString()));
      LocalDate next = limit.plusDays(1);
      if (!limits.contains(next) && !next.isAfter(last)) {
        all.add(new Stretch(limit.toString(), false, next.toString()));
      }
    }
    return joined(name, all, conditions);
  }

  /** Shares from nothing to the most; with both ends of each stretch where the share counts. */
  static List<FactAlternative> ofContent(
      String name, Collection<? extends Condition> conditions, FactAlternative.ShareLimits known) {
    TreeSet<BigDecimal> limits = new TreeSet<>(List.of(BigDecimal.ZERO, known.most()));
    Stream.concat(
            conditions.stream().map(each -> ((Condition.Content) each).share()),
            known.cuts().stream())
        .filter(share -> share.signum() > 0 && share.compareTo(known.most()) < 0)
        .forEach(limits::add);
    List<Stretch> all = new ArrayList<>();
    BigDecimal before = null;
    for (BigDecimal limit : limits) {
      if (before != null) {
        // the least of a stretch leaves most room for other materials
        all.add(new Stretch(text(before), false, text(before.add(NEXT))));
        all.add(new Stretch(text(before), false, text(limit.subtract(NEXT))));
      }
      all.add(new Stretch(text(limit), true, text(limit)));
      before = limit;
    }
    return known.counts() ? ends(name, all, conditions) : joined(name, all, conditions);
  }

  private static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static List<FactAlternative> joined(
      String name, List<Stretch> all, Collection<? extends Condition> conditions) {
    return joined(name, all, conditions, "");
  }

  /**
   * One alternative for neighbours that meet the same conditions.
   *
   * @param end the words for where the last of them ends, empty where it does not
   */
  private static List<FactAlternative> joined(
      String name, List<Stretch> all, Collection<? extends Condition> conditions, String end) {
    List<FactAlternative> joined = new ArrayList<>();
    List<Stretch> run = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      run.add(all.get(i));
      boolean last = i == all.size() - 1;
      if (last || !same(name, all.get(i), all.get(i + 1), conditions)) {
        Stretch next = last ? null : all.get(i + 1);
        joined.add(
            new FactAlternative(
                name, words(run, next == null ? end : limit(next)), run.get(0).value()));
        run.clear();
      }
    }
    return distinctBy(joined, each -> each.truths(conditions));
  }

  private static String limit(Stretch next) {
    return (next.at() ? "below " : "up to ") + next.from();
  }

  private static String words(List<Stretch> run, String upTo) {
    Stretch first = run.get(0);
    boolean single = first.at() && run.size() == 1;
    if (single) {
      return first.from();
    }
    if (first.from().isEmpty()) {
      return upTo.isEmpty() ? "any" : upTo;
    }
    String from = first.at() ? first.from() + " or more" : "above " + first.from();
    if (upTo.isEmpty()) {
      return from;
    }
    return (first.at() ? "from " + first.from() : from)
        + " "
        + (upTo.startsWith("below") ? "to " : "")
        + upTo;
  }

  /** The two ends of each run of neighbours that meet the same conditions. */
  private static List<FactAlternative> ends(
      String name, List<Stretch> all, Collection<? extends Condition> conditions) {
    List<FactAlternative> ends = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean first = i == 0 || !same(name, all.get(i - 1), all.get(i), conditions);
      boolean last = i == all.size() - 1 || !same(name, all.get(i), all.get(i + 1), conditions);
      if (first || last || all.get(i).at()) {
        Stretch end = all.get(i);
        ends.add(new FactAlternative(name, shown(end), end.value()));
      }
    }
    return ends;
  }

  /** A share in words: itself, or which one it is next to. */
  private static String shown(Stretch end) {
    BigDecimal value = new BigDecimal(end.value());
    BigDecimal near = value.setScale(20, RoundingMode.HALF_EVEN);
    int side = value.compareTo(near);
    return (side == 0 ? "" : side > 0 ? "just above " : "just below ") + text(near);
  }

  private static boolean same(
      String name, Stretch one, Stretch other, Collection<? extends Condition> conditions) {
    return conditions.isEmpty()
        || new FactAlternative(name, "", one.value())
            .truths(conditions)
            .equals(new FactAlternative(name, "", other.value()).truths(conditions));
  }

  /** Of those with the same key the first, with the words of all. */
  static List<FactAlternative> distinctBy(
      List<FactAlternative> all, Function<FactAlternative, List<Condition.Truth>> key) {
    Map<List<Condition.Truth>, FactAlternative> distinct = new LinkedHashMap<>();
    for (FactAlternative each : all) {
      distinct.merge(
          key.apply(each),
          each,
          (one, more) ->
              new FactAlternative(one.name(), one.words() + " or " + more.words(), one.value()));
    }
    return List.copyOf(distinct.values());
  }
}
