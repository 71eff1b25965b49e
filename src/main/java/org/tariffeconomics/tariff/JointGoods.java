package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.FactSubject;

/**
 * Goods that two answers are both about, and which of the ways of each can hold of them together.
 * Goods are of one line in both answers; a fact that both leave open and that the goods have in
 * common ({@link FactSubject}) has one value. Whatever cannot be told is kept as possible, so that
 * what follows is never too narrow.
 *
 * @param one the goods in the one answer
 * @param other the same in the other
 * @param <C> what a way comes to
 */
record JointGoods<C>(Goods<C> one, Goods<C> other) {

  /**
   * One of the ways that what is left open of goods may turn out.
   *
   * @param facts the value taken of each open fact
   * @param asking the conditions that ask for them
   * @param charge what it comes to
   */
  record Way<C>(List<FactAlternative> facts, BoundedCase.Asking asking, C charge) {}

  /**
   * Goods of some lines, which have the same ways.
   *
   * @param codes the lines; none where the code is not split
   * @param ways the ways
   */
  record Goods<C>(List<HsCode> codes, List<Way<C>> ways) {

    private Set<FactAlternative> values(String fact) {
      Set<FactAlternative> values = new LinkedHashSet<>();
      for (Way<C> each : ways) {
        for (FactAlternative some : each.facts()) {
          if (some.name().equals(fact)) {
            values.add(some);
          }
        }
      }
      return values;
    }

    private Set<Condition> conditionsOn(String fact) {
      return ways.get(0).asking().conditionsOn(fact);
    }
  }

  /**
   * What two answers have in common.
   *
   * @param sameGoods whether the one is about goods of the code of the other, or of a part of it
   * @param sameOrigin whether they are of one origin
   * @param sameDay whether they are of one day
   */
  record Circumstances(boolean sameGoods, boolean sameOrigin, boolean sameDay) {

    static Circumstances of(DutyStack one, DutyStack other) {
      return new Circumstances(
          one.line().covers(other.line()) || other.line().covers(one.line()),
          one.origin().equals(other.origin()),
          one.law().day().equals(other.law().day()));
    }

    private boolean areAlike(FactSubject subject) {
      return sameGoods && subject.isAlike(sameOrigin, sameDay);
    }

    private boolean areOfOneEntry() {
      return sameGoods && sameOrigin && sameDay;
    }
  }

  /** The cases of an answer by the lines that they are for, with what each comes to. */
  static <C> List<Goods<C>> goods(List<BoundedCase> cases, List<C> charges) {
    Map<List<HsCode>, List<Way<C>>> byCodes = new LinkedHashMap<>();
    for (int i = 0; i < cases.size(); i++) {
      BoundedCase each = cases.get(i);
      byCodes
          .computeIfAbsent(each.codes(), codes -> new ArrayList<>())
          .add(new Way<>(each.facts(), each.asking(), charges.get(i)));
    }
    List<Goods<C>> goods = new ArrayList<>();
    byCodes.forEach((codes, ways) -> goods.add(new Goods<>(codes, ways)));
    return goods;
  }

  /**
   * One of several answers about the same goods.
   *
   * @param goods what it parts them into
   * @param ofLine what it says of a line that only another knows, as of one that is none any more
   */
  record Side<C>(List<Goods<C>> goods, Function<HsCode, List<Goods<C>>> ofLine) {

    private boolean isSplit() {
      return goods.stream().noneMatch(each -> each.codes().isEmpty());
    }

    private Map<HsCode, Goods<C>> byCode() {
      Map<HsCode, Goods<C>> byCode = new LinkedHashMap<>();
      goods.forEach(each -> each.codes().forEach(code -> byCode.put(code, each)));
      return byCode;
    }

    /** What goods of a line are here: of that line, else of one that has a part in it. */
    private List<Goods<C>> at(HsCode code, Map<HsCode, Goods<C>> byCode) {
      Goods<C> exact = byCode.get(code);
      if (exact != null) {
        return List.of(exact);
      }
      List<Goods<C>> parts =
          goods.stream()
              .filter(g -> g.codes().stream().anyMatch(c -> c.covers(code) || code.covers(c)))
              .toList();
      return parts.isEmpty() ? ofLine.apply(code) : parts;
    }
  }

  /**
   * All goods that several answers have in common: in each what they are in that answer. Of goods
   * the longest code that an answer parts them by tells which they are in the others: the code
   * itself is there, or one that has a part in it; the rest of a heading, which its code names, is
   * no other line's.
   *
   * @param sides the answers
   * @return the goods, in the order of the sides, each combination once
   */
  static <C> List<List<Goods<C>>> inCommon(List<Side<C>> sides) {
    List<Map<HsCode, Goods<C>>> byCode = sides.stream().map(Side::byCode).toList();
    Set<HsCode> codes = new LinkedHashSet<>();
    for (int i = 0; i < sides.size(); i++) {
      if (sides.get(i).isSplit()) {
        codes.addAll(byCode.get(i).keySet());
      }
    }
    IdentityHashMap<Goods<C>, Integer> places = new IdentityHashMap<>();
    Map<List<Integer>, List<Goods<C>>> found = new LinkedHashMap<>();
    if (codes.isEmpty()) {
      add(product(sides.stream().map(Side::goods).toList()), places, found);
    }
    for (HsCode code : codes) {
      List<List<Goods<C>>> each = new ArrayList<>();
      for (int i = 0; i < sides.size(); i++) {
        Side<C> side = sides.get(i);
        each.add(side.isSplit() ? side.at(code, byCode.get(i)) : side.goods());
      }
      add(product(each), places, found);
    }
    return List.copyOf(found.values());
  }

  private static <C> void add(
      List<List<Goods<C>>> some,
      IdentityHashMap<Goods<C>, Integer> places,
      Map<List<Integer>, List<Goods<C>>> found) {
    for (List<Goods<C>> each : some) {
      List<Integer> key = new ArrayList<>();
      each.forEach(goods -> key.add(places.computeIfAbsent(goods, g -> places.size())));
      found.putIfAbsent(key, each);
    }
  }

  private static <C> List<List<Goods<C>>> product(List<List<Goods<C>>> choices) {
    List<List<Goods<C>>> all = List.of(List.of());
    for (List<Goods<C>> choice : choices) {
      List<List<Goods<C>>> longer = new ArrayList<>();
      for (List<Goods<C>> each : all) {
        for (Goods<C> next : choice) {
          List<Goods<C>> more = new ArrayList<>(each);
          more.add(next);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  /**
   * By fact that the goods have in common, the values of the other that go with each of the one.
   */
  Map<String, Map<FactAlternative, Set<FactAlternative>>> ties(Circumstances circumstances) {
    Map<String, Map<FactAlternative, Set<FactAlternative>>> ties = new LinkedHashMap<>();
    for (FactAlternative each : one.ways().get(0).facts()) {
      String fact = each.name();
      Set<FactAlternative> ours = one.values(fact);
      Set<FactAlternative> theirs = other.values(fact);
      if (!theirs.isEmpty() && isAlike(fact, circumstances)) {
        ties.put(fact, ours.equals(theirs) ? same(ours) : overlapping(fact, ours, theirs));
      }
    }
    return ties;
  }

  /** Whether no fact that goods have in common has two values. */
  static boolean canBothHold(
      List<FactAlternative> one,
      List<FactAlternative> other,
      Map<String, Map<FactAlternative, Set<FactAlternative>>> ties) {
    for (FactAlternative mine : one) {
      Map<FactAlternative, Set<FactAlternative>> tie = ties.get(mine.name());
      if (tie != null) {
        Set<FactAlternative> fitting = tie.getOrDefault(mine, Set.of());
        for (FactAlternative theirs : other) {
          if (theirs.name().equals(mine.name()) && !fitting.contains(theirs)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean isAlike(String fact, Circumstances circumstances) {
    return circumstances.areOfOneEntry()
        || (circumstances.areAlike(FactSubject.of(fact))
            && circumstances.areAlike(FactSubject.of(fact, one.conditionsOn(fact))));
  }

  private static Map<FactAlternative, Set<FactAlternative>> same(Set<FactAlternative> values) {
    Map<FactAlternative, Set<FactAlternative>> same = new HashMap<>();
    values.forEach(each -> same.put(each, Set.of(each)));
    return same;
  }

  /** Where the two ask for a fact with other limits: the values that some goods have in both. */
  private Map<FactAlternative, Set<FactAlternative>> overlapping(
      String fact, Set<FactAlternative> ours, Set<FactAlternative> theirs) {
    Set<Condition> here = one.conditionsOn(fact);
    Set<Condition> there = other.conditionsOn(fact);
    Map<FactAlternative, Set<FactAlternative>> pairs = new HashMap<>();
    for (FactAlternative each : together(fact, ours, theirs, here, there)) {
      for (FactAlternative mine : each.among(ours, here)) {
        pairs.computeIfAbsent(mine, m -> new HashSet<>()).addAll(each.among(theirs, there));
      }
    }
    Set<FactAlternative> reached = new HashSet<>();
    pairs.values().forEach(reached::addAll);
    return pairs.keySet().containsAll(ours) && reached.containsAll(theirs)
        ? pairs
        : anyWithAny(ours, theirs);
  }

  /** Values that neither tells apart; none where the two do not ask in one form. */
  private static Collection<FactAlternative> together(
      String fact,
      Set<FactAlternative> ours,
      Set<FactAlternative> theirs,
      Set<Condition> here,
      Set<Condition> there) {
    Set<Condition> conditions = new LinkedHashSet<>(here);
    conditions.addAll(there);
    boolean told =
        fact.startsWith(Condition.CONTENT) || !FactAlternative.of(fact, conditions).isEmpty();
    return told
        ? FactAlternative.together(
            fact, List.of(List.copyOf(ours), List.copyOf(theirs)), conditions)
        : List.of();
  }

  private static Map<FactAlternative, Set<FactAlternative>> anyWithAny(
      Set<FactAlternative> ours, Set<FactAlternative> theirs) {
    Map<FactAlternative, Set<FactAlternative>> pairs = new HashMap<>();
    ours.forEach(each -> pairs.put(each, theirs));
    return pairs;
  }
}
