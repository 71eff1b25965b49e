package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * @param notApplied the measures that were considered and are not charged
 * @param undetermined why the duty is not known; the lack of a base duty is not among them
 * @param prohibitions the measures that do not allow the import
 * @param existing the preferences that exist for the goods, claimed or not
 * @param asked the names of facts and contents that some measure asks for
 * @param fixed the layers charged and their shares, where every duty is a fixed share of the value
 */
record Resolution(
    List<DutyLayer> layers,
    Charges.Base base,
    List<NotApplied> notApplied,
    List<Unknown> undetermined,
    List<TariffMeasure> prohibitions,
    Set<String> existing,
    Set<String> asked,
    @Nullable Fixed fixed) {

  /** Layers that are each a fixed share of the customs value, with the arithmetic of their sum. */
  record Fixed(List<DutyLayer> layers, AdValoremKernel kernel) {

    private String summary() {
      return IntStream.range(0, layers.size())
          .mapToObj(i -> layers.get(i).measure().programme() + " " + rate(i).toText(1))
          .collect(Collectors.joining(" + "));
    }

    private List<Object> charges() {
      return IntStream.range(0, layers.size())
          .<Object>mapToObj(i -> List.of(layers.get(i).measure().programme(), rate(i)))
          .toList();
    }

    /** The duty of a layer over the customs value. */
    Rate rate(int layer) {
      return Rate.fraction(kernel.shares().get(layer));
    }
  }

  boolean isAssessable() {
    return prohibitions.isEmpty() && undetermined.isEmpty() && base != Charges.Base.UNKNOWN;
  }

  /** The preferences that the goods are entered under, whether or not they lower the duty. */
  Set<String> entered() {
    Set<String> entered = new TreeSet<>();
    layers.stream()
        .flatMap(layer -> layer.options().stream())
        .filter(option -> option.measure().rule() == Rule.PREFERENCE)
        .forEach(option -> entered.add(option.measure().programme()));
    notApplied.stream()
        .filter(NotApplied::isEntered)
        .forEach(each -> entered.add(each.measure().programme()));
    return entered;
  }

  /** Whether it charges the same, whatever measures say so, or lacks the same. */
  boolean saysTheSameAs(Resolution other) {
    boolean sameReasons =
        base == other.base
            && undetermined.equals(other.undetermined)
            && prohibitions.equals(other.prohibitions);
    return sameReasons && (!isAssessable() || chargesTheSameAs(other));
  }

  /** Whether it comes to the same duty under each programme, whatever rules say so. */
  boolean comesToTheSameAs(Resolution other) {
    return fixed != null && other.fixed != null
        ? fixed.charges().equals(other.fixed.charges())
        : saysTheSameAs(other);
  }

  private boolean chargesTheSameAs(Resolution other) {
    return charges().equals(other.charges());
  }

  /** What is charged, whatever the measures are called. */
  List<Object> charges() {
    return layers.stream().<Object>map(DutyLayer::charge).toList();
  }

  /** The programmes with their rates, for example {@code MFN 2.5% + S232 autos 25.0%}. */
  String summary() {
    return fixed == null
        ? layers.stream().map(DutyLayer::summary).collect(Collectors.joining(" + "))
        : fixed.summary();
  }

  /** What several cases have in common: the layers that are charged in each. */
  static Resolution common(List<Resolution> cases, List<NotApplied> notApplied) {
    List<DutyLayer> layers = new ArrayList<>(cases.get(0).layers());
    Set<String> existing = new LinkedHashSet<>();
    Set<String> asked = new TreeSet<>();
    for (Resolution each : cases) {
      layers.retainAll(each.layers());
      existing.addAll(each.existing());
      asked.addAll(each.asked());
    }
    return new Resolution(
        List.copyOf(layers),
        Charges.Base.LAYER,
        notApplied,
        List.of(),
        List.of(),
        existing,
        asked,
        null);
  }

  /** The same charges with what else is known of goods of which one of some cases holds. */
  Resolution among(List<Resolution> cases, List<NotApplied> notApplied) {
    Resolution common = common(cases, notApplied);
    return new Resolution(
        layers, base, notApplied, undetermined, prohibitions, common.existing, common.asked, fixed);
  }

  Resolution withoutLayers() {
    return new Resolution(List.of(), base, notApplied, List.of(), List.of(), existing, asked, null);
  }

  /** The shares of the layers, where none depends on more than the value. */
  static @Nullable Fixed fixed(
      List<DutyLayer> layers, Charges.Base base, TariffBook book, DutyBasis onOne) {
    if (layers.stream().flatMap(l -> l.options().stream()).anyMatch(Resolution::isInMoney)) {
      return null;
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

  private static boolean isInMoney(DutyLayer layer) {
    return isInMoney(layer.measure().rate());
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
        .filter(name -> !asked.contains(name) && !DeclaredCase.isToldBy(name))
        .toList();
  }
}
