package org.tariffeconomics.border;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.Condition.Truth;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.DutyLayer;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * The rate that a rule of low value takes from other programmes, such as the {@code rate of IEEPA}:
 * all that the programmes whose names begin so charge, as a share of the customs value.
 *
 * <p>It may be meant of the goods themselves or of the country, which is that of goods that no
 * exception names. Both are read from the law; where they differ a fact decides.
 *
 * @param name what it is called: {@code rate of IEEPA}
 */
record ProgrammeRate(String name) {

  /** What the names of all such rates begin with. */
  static final String NAME = "rate of ";

  /** Which of the two readings is meant. */
  private static final String TAKEN_FOR = "rate taken for=";

  /** The rate that a rule takes, for its duty or a condition. */
  static Optional<ProgrammeRate> in(LowValueRelief relief) {
    Optional<String> ofDuty =
        relief
            .duty()
            .filter(DutyRate.ByReference.class::isInstance)
            .map(each -> ((DutyRate.ByReference) each).target());
    return ofDuty
        .or(
            () ->
                relief.conditions().stream()
                    .map(Condition::subject)
                    .filter(ProgrammeRate::is)
                    .findFirst())
        .filter(ProgrammeRate::is)
        .map(ProgrammeRate::new);
  }

  private static boolean is(String name) {
    return name.startsWith(NAME);
  }

  /**
   * A rule with the rate put in: once where one rate is meant whatever the reading, once for each
   * reading where they differ, each with the fact that decides, not at all where the rate meets
   * none of its conditions.
   */
  List<LowValueRelief> putInto(
      LowValueRelief relief, DeclaredOrigin goods, HsCode line, TariffLaw law) {
    Optional<Rate> stated = goods.facts().fact(name).map(this::read);
    Optional<Rate> ofGoods = stated.or(() -> on(law, line, goods));
    DeclaredOrigin plain = new DeclaredOrigin(goods.country(), DeclaredFacts.none());
    Optional<Rate> ofCountry =
        stated.or(() -> relief.plainGoods().flatMap(each -> on(law, each, plain)));
    Optional<LowValueRelief> first = at(relief, ofGoods);
    Optional<LowValueRelief> second = relief.plainGoods().isEmpty() ? first : at(relief, ofCountry);
    if (first.equals(second)) {
      return first.stream().toList();
    }
    List<LowValueRelief> readings = new ArrayList<>();
    first.map(each -> taken(each, "goods")).ifPresent(readings::add);
    second.map(each -> taken(each, "country")).ifPresent(readings::add);
    return readings;
  }

  private Rate read(String text) {
    try {
      Rate rate = Rate.parse(text);
      if (rate.compareTo(Rate.ZERO) >= 0) {
        return rate;
      }
    } catch (IllegalArgumentException notOne) {
      throw new IllegalArgumentException(refusal(text), notOne);
    }
    throw new IllegalArgumentException(refusal(text));
  }

  private String refusal(String text) {
    return "The declared '" + name + "' must be a rate such as 15%, but was " + Texts.quoted(text);
  }

  private static LowValueRelief taken(LowValueRelief relief, String reading) {
    List<Condition> all = new ArrayList<>(relief.conditions());
    all.add(Condition.parse(TAKEN_FOR + reading));
    return relief.with(relief.duty(), all);
  }

  /** The rule at a rate; at one that is not known its duty and its conditions stay open. */
  private Optional<LowValueRelief> at(LowValueRelief relief, Optional<Rate> rate) {
    if (rate.isEmpty()) {
      return Optional.of(relief);
    }
    DeclaredFacts known =
        DeclaredFacts.none().withFact(name, rate.get().fraction().toPlainString());
    List<Condition> others = new ArrayList<>();
    for (Condition each : relief.conditions()) {
      if (!each.subject().equals(name)) {
        others.add(each);
      } else if (each.test(known).truth() != Truth.MET) {
        return Optional.empty();
      }
    }
    Optional<DutyRate> duty =
        relief
            .duty()
            .map(each -> each.equals(new DutyRate.ByReference(name)) ? of(rate.get()) : each);
    return Optional.of(relief.with(duty, others));
  }

  private static DutyRate of(Rate rate) {
    return rate.isZero() ? new DutyRate.Free() : new DutyRate.AdValorem(rate);
  }

  /** What the programmes charge on goods; empty where that is no one share of the value. */
  private Optional<Rate> on(TariffLaw law, HsCode line, DeclaredOrigin goods) {
    DutyStack stack = law.stack(line, goods);
    if (stack.outcome() != DutyStack.Outcome.ASSESSED
        && stack.outcome() != DutyStack.Outcome.BOUNDED) {
      return Optional.empty();
    }
    Set<Optional<Rate>> rates = new LinkedHashSet<>();
    stack
        .cases()
        .forEach(
            each ->
                rates.add(
                    each.outcome() == DutyStack.Outcome.ASSESSED ? in(each) : Optional.empty()));
    return rates.size() == 1 ? rates.iterator().next() : Optional.empty();
  }

  private Optional<Rate> in(DutyStack stack) {
    if (stack.adValoremRate().isPresent()) {
      return Optional.of(
          stack.adValoremLayers().stream()
              .filter(each -> isOfProgrammes(each.layer()))
              .map(DutyStack.LayerRate::rate)
              .reduce(Rate.ZERO, Rate::plus));
    }
    Rate all = Rate.ZERO;
    for (DutyLayer each : stack.layers()) {
      if (isOfProgrammes(each)) {
        Rate one = alone(each);
        if (one == null) {
          return Optional.empty();
        }
        all = all.plus(one);
      }
    }
    return Optional.of(all);
  }

  /** What a layer charges beside duties by quantity, unless these count towards it. */
  private static @Nullable Rate alone(DutyLayer layer) {
    boolean isPlain = !layer.measure().rule().isTotal() && layer.alternatives().isEmpty();
    if (!isPlain) {
      return null;
    }
    if (layer.measure().rate() instanceof DutyRate.Free) {
      return Rate.ZERO;
    }
    return layer.measure().rate() instanceof DutyRate.AdValorem rate
        ? Rate.fraction(rate.rate().fraction().multiply(layer.share()))
        : null;
  }

  private boolean isOfProgrammes(DutyLayer layer) {
    String programme = layer.measure().programme();
    String first = name.substring(NAME.length());
    return programme.equals(first) || programme.startsWith(first + " ");
  }
}
