package org.tariffeconomics.tariff;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredAmountRate;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.FixedAmountRate;
import org.tariffeconomics.rate.OtherValueRate;
import org.tariffeconomics.rate.Unknown;

/**
 * Which measures apply to goods and which do not, for whatever goods, origins and days have the
 * same candidates. Immutable, and shared by all stacks that it holds for.
 *
 * @param layers the measures that apply, in reading order
 * @param base how the base duty stands
 * @param whyNot finds the measures that were considered and are not charged
 * @param undetermined why the duty is not known; the lack of a base duty is not among them
 * @param prohibitions the measures that do not allow the import
 * @param asked what may be claimed and declared of the goods
 * @param fixed the layers charged and their shares, where every duty is a fixed share of the value
 */
record Resolution(
    List<DutyLayer> layers,
    Charges.Base base,
    Supplier<List<NotApplied>> whyNot,
    List<Unknown> undetermined,
    List<TariffMeasure> prohibitions,
    AskedFor asked,
    @Nullable Fixed fixed) {

  /** Layers that are each a fixed share of the customs value, with the arithmetic of their sum. */
  record Fixed(List<DutyLayer> layers, AdValoremKernel kernel) {

    private String summary() {
      return IntStream.range(0, layers.size())
          .mapToObj(i -> programme(i) + " " + rate(i).toText(1))
          .collect(Collectors.joining(" + "));
    }

    private boolean comesToTheSameAs(Fixed other) {
      if (layers.size() != other.layers.size()) {
        return false;
      }
      for (int i = 0; i < layers.size(); i++) {
        boolean same =
            programme(i).equals(other.programme(i))
                && kernel.shares().get(i).compareTo(other.kernel.shares().get(i)) == 0;
        if (!same) {
          return duties().equals(other.duties());
        }
      }
      return true;
    }

    /** What each layer comes to, in whatever order the layers are. */
    private Multiset<Object> duties() {
      Multiset<Object> duties = HashMultiset.create();
      for (int i = 0; i < layers.size(); i++) {
        duties.add(List.of(programme(i), rate(i)));
      }
      return duties;
    }

    private String programme(int layer) {
      return layers.get(layer).measure().programme();
    }

    /** The duty of a layer over the customs value. */
    Rate rate(int layer) {
      return Rate.fraction(kernel.shares().get(layer));
    }
  }

  boolean isProhibited() {
    return !prohibitions.isEmpty();
  }

  /** The rate, where every duty is a fixed share of the value. */
  Optional<Rate> rate() {
    return fixed == null ? Optional.empty() : Optional.of(Rate.fraction(fixed.kernel().total()));
  }

  boolean isAssessable() {
    return prohibitions.isEmpty() && undetermined.isEmpty() && base != Charges.Base.UNKNOWN;
  }

  /** The measures that were considered and are not charged. */
  List<NotApplied> notApplied() {
    return whyNot.get();
  }

  /** The preferences that the goods are entered under, whether or not they lower the duty. */
  Set<String> entered() {
    Set<String> entered = new TreeSet<>();
    layers.stream()
        .flatMap(layer -> layer.options().stream())
        .filter(option -> option.measure().rule() == Rule.PREFERENCE)
        .forEach(option -> entered.add(option.measure().programme()));
    notApplied().stream()
        .filter(NotApplied::isEntered)
        .forEach(each -> entered.add(each.measure().programme()));
    return entered;
  }

  /** Whether it charges the same, whatever measures say so, or lacks the same. */
  boolean saysTheSameAs(Resolution other) {
    boolean sameReasons =
        base == other.base
            && Set.copyOf(undetermined).equals(Set.copyOf(other.undetermined))
            && Set.copyOf(prohibitions).equals(Set.copyOf(other.prohibitions));
    return sameReasons && (!isAssessable() || chargesTheSameAs(other));
  }

  /** Whether it comes to the same duty under each programme, whatever rules say so. */
  boolean comesToTheSameAs(Resolution other) {
    return fixed != null && other.fixed != null
        ? fixed.comesToTheSameAs(other.fixed)
        : saysTheSameAs(other);
  }

  /** A rate that is computed from what is declared is one rate and may be another duty. */
  private boolean chargesTheSameAs(Resolution other) {
    boolean sameDuty =
        fixed == null
            ? other.fixed == null
            : other.fixed != null && fixed.comesToTheSameAs(other.fixed);
    return sameDuty
        && (charges().equals(other.charges())
            || HashMultiset.create(charges()).equals(HashMultiset.create(other.charges())));
  }

  /** The names under which what its rates are computed from may be declared. */
  Set<String> rateFacts() {
    Set<String> names = new TreeSet<>();
    for (DutyLayer each : layers) {
      names.addAll(each.rateAnswers());
    }
    return names;
  }

  /** What is charged, whatever the measures are called, in the order of the layers. */
  List<Object> charges() {
    return layers.stream().<Object>map(DutyLayer::charge).toList();
  }

  /** The programmes with their rates, for example {@code MFN 2.5% + S232 autos 25.0%}. */
  String summary() {
    if (layers.isEmpty()) {
      return "no duty";
    }
    return fixed == null
        ? layers.stream().map(DutyLayer::summary).collect(Collectors.joining(" + "))
        : fixed.summary();
  }

  /** What several cases have in common: the layers that are charged in each. */
  static Resolution common(List<Resolution> cases, Supplier<List<NotApplied>> whyNot) {
    List<DutyLayer> layers = new ArrayList<>(cases.get(0).layers());
    for (Resolution each : cases) {
      layers.retainAll(each.layers());
    }
    return new Resolution(
        List.copyOf(layers),
        Charges.Base.LAYER,
        whyNot,
        List.of(),
        List.of(),
        askedBy(cases),
        null);
  }

  private static AskedFor askedBy(List<Resolution> cases) {
    return AskedFor.together(cases.stream().map(Resolution::asked).toList());
  }

  /** The same charges with what else is known of goods of which one of some cases holds. */
  Resolution among(List<Resolution> cases, Supplier<List<NotApplied>> reasons) {
    return new Resolution(layers, base, reasons, undetermined, prohibitions, askedBy(cases), fixed);
  }

  /** The same charges, and other reasons why what is not charged is not. */
  Resolution because(Supplier<List<NotApplied>> reasons) {
    return new Resolution(layers, base, reasons, undetermined, prohibitions, asked, fixed);
  }

  Resolution withoutLayers() {
    return new Resolution(List.of(), base, whyNot, List.of(), List.of(), asked, null);
  }

  /** The shares of the layers, where none depends on more than the value. */
  static @Nullable Fixed fixed(
      List<DutyLayer> layers, Charges.Base base, TariffBook book, DutyBasis onOne) {
    for (DutyLayer each : layers) {
      if (each.isInMoney()) {
        return null;
      }
    }
    Charges charges = Charges.of(layers, base, onOne);
    if (!charges.reasons().isEmpty()) {
      return null;
    }
    List<BigDecimal> shares = charges.amounts().stream().map(BigMoney::getAmount).toList();
    return new Fixed(
        charges.layers(),
        AdValoremKernel.of(shares, book.rounding(), book.currency().getDecimalPlaces()));
  }

  /** Whether a rate may come to a sum of money that does not grow with the value. */
  static boolean isInMoney(DutyRate rate) {
    return rate instanceof FixedAmountRate
        || rate instanceof DeclaredAmountRate
        || rate instanceof OtherValueRate
        || rate.parts().stream().anyMatch(Resolution::isInMoney);
  }

  /** What is declared and nothing asks for. */
  List<String> unasked(DeclaredFacts facts) {
    return Stream.concat(
            facts.contentNames().stream().map(name -> Condition.CONTENT + name),
            facts.factNames().stream())
        .filter(name -> !asked.names().contains(name) && !DeclaredCase.isToldBy(name))
        .toList();
  }
}
