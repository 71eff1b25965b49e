package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.nio.IntBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.FactAlternative;
import org.tariffeconomics.rate.Unknown;

/**
 * All the ways to declare what is left open, and what is charged in each.
 *
 * <p>A way is a number of which each open fact has its digit. What the conditions of a measure come
 * to depends on the few facts that they name, and what is charged on which measures are met and on
 * the few facts that rates are computed from: both are found once for all ways that have that in
 * common.
 */
final class OpenWays {

  private final StackQuestion question;
  private final List<List<FactAlternative>> open;
  private final int[] strides;

  /** Each alternative as a declaration of its own. */
  private final DeclaredFacts[][] single;

  private final AskedFor asked;
  private final List<Check> checks = new ArrayList<>();
  private final Digits ofRates;
  private final int[] ways;

  /** Which of the distinct resolutions each way has. */
  private final int[] places;

  private final List<Resolution> distinct = new ArrayList<>();
  private final BoundedCase.Asking asking;

  /** Some of the open facts, which number the ways that differ in them. */
  private final class Digits {

    private final int[] facts;

    Digits(Set<String> names) {
      int[] some = new int[open.size()];
      int used = 0;
      for (int i = 0; i < some.length; i++) {
        if (names.contains(open.get(i).get(0).name())) {
          some[used++] = i;
        }
      }
      this.facts = Arrays.copyOf(some, used);
    }

    int count() {
      int count = 1;
      for (int each : facts) {
        count *= open.get(each).size();
      }
      return count;
    }

    int of(int way) {
      int number = 0;
      for (int each : facts) {
        number = number * open.get(each).size() + digit(way, each);
      }
      return number;
    }

    /** What is declared, with these facts as they are in a way. */
    DeclaredFacts declared(int way) {
      DeclaredFacts all = question.facts();
      for (int each : facts) {
        all = single[each][digit(way, each)].and(all);
      }
      return all;
    }
  }

  /** What the conditions of one candidate come to in each way. */
  private final class Check {

    private final Candidate candidate;
    private final Digits digits;
    private final ConditionCheck check;
    private final ConditionCheck.Finding[] findings;

    /** Findings that count for the same have one number: what is not applied does not tell. */
    private final Map<List<Object>, Integer> numbers = new HashMap<>();

    private final int[] numberOf;

    Check(Candidate candidate, ConditionCheck check) {
      this.candidate = candidate;
      this.check = check;
      this.digits = new Digits(new TreeSet<>(candidate.measure().traits().answers()));
      this.findings = new ConditionCheck.Finding[digits.count()];
      this.numberOf = new int[findings.length];
    }

    ConditionCheck.Finding in(int way) {
      return findings[found(way)];
    }

    int number(int way) {
      return numberOf[found(way)];
    }

    private int found(int way) {
      int place = digits.of(way);
      if (findings[place] == null) {
        findings[place] = check.check(candidate.measure(), digits.declared(way));
        numberOf[place] =
            numbers.computeIfAbsent(
                List.of(findings[place].met(), findings[place].unknowns()),
                counts -> numbers.size());
      }
      return place;
    }
  }

  private OpenWays(StackQuestion question, List<List<FactAlternative>> open, int count) {
    this.question = question;
    this.asking = fact -> OpenFacts.conditionsOn(fact, question);
    this.open = open;
    this.strides = strides(open);
    this.single = new DeclaredFacts[open.size()][];
    for (int i = 0; i < single.length; i++) {
      single[i] =
          open.get(i).stream()
              .map(each -> each.declaredBy(DeclaredFacts.none()))
              .toArray(DeclaredFacts[]::new);
    }
    this.asked = AskedFor.by(question.candidates());
    ConditionCheck check = new ConditionCheck(asked.existing());
    Set<String> inRates = new TreeSet<>();
    for (Candidate each : question.candidates()) {
      checks.add(new Check(each, check));
      inRates.addAll(each.measure().traits().rateAnswers());
    }
    this.ofRates = new Digits(inRates);
    this.ways = possible(count);
    this.places = new int[ways.length];
    resolve();
  }

  /**
   * The ways that what is open may be declared.
   *
   * @param question the question
   * @param open the alternatives of each open fact
   * @param count the product of their numbers
   */
  static Bounds of(StackQuestion question, List<List<FactAlternative>> open, int count) {
    OpenWays all = new OpenWays(question, open, count);
    return new Bounds(all.distinct, all::cases, null);
  }

  private int digit(int way, int fact) {
    return way / strides[fact] % open.get(fact).size();
  }

  /** How far apart the ways are in which a fact has one alternative and the next. */
  private static int[] strides(List<List<FactAlternative>> open) {
    int[] strides = new int[open.size()];
    int stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= open.get(i).size();
    }
    return strides;
  }

  /**
   * Contents together cannot exceed the value, nor shares of a weight or of one metal all of it:
   * asked once for all ways that have those in common.
   */
  private int[] possible(int count) {
    Digits parts = new Digits(partsOfAWhole());
    Boolean[] fit = new Boolean[parts.count()];
    int[] some = new int[count];
    int used = 0;
    for (int way = 0; way < count; way++) {
      int place = parts.of(way);
      if (fit[place] == null) {
        fit[place] = materials(way).compareTo(BigDecimal.ONE) <= 0 && !contradicts(way);
      }
      if (fit[place]) {
        some[used++] = way;
      }
    }
    return Arrays.copyOf(some, used);
  }

  private Set<String> partsOfAWhole() {
    Set<String> parts = new TreeSet<>();
    for (List<FactAlternative> each : open) {
      FactAlternative first = each.get(0);
      if (first.isShareOfAWhole() || each.stream().anyMatch(a -> a.material().signum() > 0)) {
        parts.add(first.name());
      }
    }
    return parts;
  }

  private boolean contradicts(int way) {
    List<FactAlternative> taken = new ArrayList<>(open.size());
    for (int i = 0; i < open.size(); i++) {
      taken.add(open.get(i).get(digit(way, i)));
    }
    return !FactAlternative.areOfOneGood(question.facts(), taken);
  }

  private BigDecimal materials(int way) {
    BigDecimal sum = question.facts().materials();
    for (int i = 0; i < open.size(); i++) {
      sum = sum.add(open.get(i).get(digit(way, i)).material());
    }
    return sum;
  }

  private void resolve() {
    Map<IntBuffer, Integer> known = new HashMap<>();
    List<Check> varying = checks.stream().filter(each -> each.digits.count() > 1).toList();
    for (int i = 0; i < ways.length; i++) {
      int way = ways[i];
      int[] key = new int[varying.size() + 1];
      for (int k = 0; k < varying.size(); k++) {
        key[k] = varying.get(k).number(way);
      }
      key[varying.size()] = ofRates.of(way);
      Integer place = known.putIfAbsent(IntBuffer.wrap(key), distinct.size());
      if (place == null) {
        places[i] = distinct.size();
        distinct.add(resolution(way));
      } else {
        places[i] = place;
      }
    }
  }

  private Resolution resolution(int way) {
    List<Candidate> met = new ArrayList<>();
    List<Unknown> unknowns = new ArrayList<>();
    for (Check each : checks) {
      ConditionCheck.Finding finding = each.in(way);
      if (finding.met()) {
        met.add(each.candidate);
      }
      unknowns.addAll(finding.unknowns());
    }
    return StackResolver.resolve(question.with(ofRates.declared(way)), asked, met, unknowns);
  }

  private List<BoundedCase> cases() {
    return new AbstractList<>() {
      @Override
      public BoundedCase get(int place) {
        return caseOf(place);
      }

      @Override
      public int size() {
        return ways.length;
      }
    };
  }

  private BoundedCase caseOf(int place) {
    int way = ways[place];
    List<FactAlternative> taken = new ArrayList<>(open.size());
    for (int i = 0; i < open.size(); i++) {
      taken.add(open.get(i).get(digit(way, i)));
    }
    Resolution charged = distinct.get(places[place]);
    return new BoundedCase(
        List.of(),
        List.copyOf(taken),
        question.facts(),
        charged.because(() -> notApplied(way, charged)),
        asking);
  }

  /** The measures of which a condition is not met, then those that are met and not charged. */
  private List<NotApplied> notApplied(int way, Resolution charged) {
    List<NotApplied> all = new ArrayList<>();
    checks.forEach(each -> all.addAll(each.in(way).notApplied()));
    all.addAll(charged.notApplied());
    return List.copyOf(all);
  }
}
