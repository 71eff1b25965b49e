package org.tariffeconomics.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.report.Table;

/**
 * The duties on goods of one line, origin, day and declaration: which measures apply, on which
 * share of the value, and which do not and why. It is both the readable answer and the fast path:
 * resolve once, assess many values.
 *
 * <p>Where every duty is a share of the value, {@link #adValoremRate()} is the all-in rate,
 * exactly.
 */
public final class DutyStack {

  private final TariffLaw law;
  private final HsCode line;
  private final Country origin;
  private final DeclaredFacts facts;
  private final Resolution resolution;
  private final Resolution.@Nullable Fixed fixed;

  /** Made when first asked for; whoever makes it twice makes the same. */
  private volatile @Nullable Stamp stamp;

  DutyStack(
      TariffLaw law, HsCode line, Country origin, DeclaredFacts facts, Resolution resolution) {
    this.law = law;
    this.line = line;
    this.origin = origin;
    this.facts = facts;
    this.resolution = resolution;
    this.fixed = law.isOutsideFacts() ? null : resolution.fixed();
  }

  /** What can be said of a duty. */
  public enum Outcome {
    /** The duty is known. */
    ASSESSED,
    /** The duty is not known; there are reasons. */
    UNDETERMINED,
    /** The import is not allowed. */
    PROHIBITED
  }

  /**
   * The duties on a value and quantities.
   *
   * @param customsValue the customs value, not negative, in the currency of the book
   * @param quantities the quantities that specific duties need
   * @return the itemised duties
   * @throws IllegalArgumentException when the value is negative or in another currency
   */
  public Assessment assess(BigMoney customsValue, Quantity... quantities) {
    return assess(customsValue, Arrays.asList(quantities), ExchangeRates.none());
  }

  /**
   * The duties on a value and quantities.
   *
   * @param customsValue the customs value, not negative, in the currency of the book
   * @param quantities the quantities that specific duties need
   * @return the itemised duties
   * @throws IllegalArgumentException when the value is negative or in another currency
   */
  public Assessment assess(Money customsValue, Quantity... quantities) {
    return assess(customsValue.toBigMoney(), quantities);
  }

  /**
   * The duties on a value and quantities, with exchange rates for duties in other currencies.
   *
   * @param customsValue the customs value, not negative, in the currency of the book
   * @param quantities the quantities that specific duties need
   * @param exchangeRates the stated rates
   * @return the itemised duties
   * @throws IllegalArgumentException when the value is negative or in another currency
   */
  public Assessment assess(
      BigMoney customsValue, List<Quantity> quantities, ExchangeRates exchangeRates) {
    return assess(customsValue, quantities, exchangeRates, MeursingTable.empty());
  }

  /**
   * The duties on a value and quantities of processed agricultural goods.
   *
   * @param customsValue the customs value, not negative, in the currency of the book
   * @param quantities the quantities that specific duties need
   * @param exchangeRates the stated rates
   * @param meursing what is due for agricultural components by the declared Meursing code
   * @return the itemised duties
   * @throws IllegalArgumentException when the value is negative or in another currency
   */
  public Assessment assess(
      BigMoney customsValue,
      List<Quantity> quantities,
      ExchangeRates exchangeRates,
      MeursingTable meursing) {
    requireValue(customsValue);
    Resolution.Fixed each = fixed;
    return each != null
        ? Assessment.adValorem(this, each.kernel(), each.layers(), customsValue)
        : Assessment.of(
            this,
            customsValue,
            Charges.of(
                resolution.layers(),
                resolution.base(),
                basis(
                    Assessment.base(customsValue, law.book().rounding()),
                    quantities,
                    exchangeRates,
                    meursing)));
  }

  private void requireValue(BigMoney customsValue) {
    if (!customsValue.getCurrencyUnit().equals(law.book().currency())) {
      throw new IllegalArgumentException(
          "The customs value must be in "
              + law.book().currency()
              + ", but was "
              + customsValue
              + ": convert it at a stated rate first");
    }
    if (customsValue.isNegative()) {
      throw new IllegalArgumentException(
          "The customs value must not be negative, but was " + customsValue);
    }
  }

  private DutyBasis basis(
      BigMoney value, List<Quantity> quantities, ExchangeRates rates, MeursingTable meursing) {
    return new DutyBasis(
        value,
        quantities,
        Charges.NOT_KNOWN,
        facts,
        rates,
        Optional.of(law.day()),
        Optional.of(origin),
        meursing);
  }

  /**
   * The payable duty alone, for stacks whose duties are all shares of the value.
   *
   * @param customsValueMinor the customs value in minor units of the book's currency (cents), not
   *     negative
   * @return the payable duty in minor units, the same as {@link #assess} gives
   * @throws IllegalStateException when the stack is not ad valorem; {@link #assess} says why
   * @throws IllegalArgumentException when the value is negative
   * @throws ArithmeticException when the duty does not fit a {@code long}
   */
  public long payableMinor(long customsValueMinor) {
    if (customsValueMinor < 0) {
      throw new IllegalArgumentException(
          "customsValueMinor must not be negative, but was " + customsValueMinor);
    }
    return kernel().payableMinor(customsValueMinor);
  }

  private AdValoremKernel kernel() {
    Resolution.Fixed each = fixed;
    if (each == null) {
      throw new IllegalStateException(
          "The duty on " + this + " is no fixed share of the value; use assess(…)");
    }
    return each.kernel();
  }

  /**
   * The all-in rate where every duty is a fixed share of the value, before rounding.
   *
   * @return the total of the duties over the customs value; empty where a duty depends on quantity,
   *     is undetermined, or the import is prohibited
   */
  public Optional<Rate> adValoremRate() {
    Resolution.Fixed each = fixed;
    return each == null ? Optional.empty() : Optional.of(Rate.fraction(each.kernel().total()));
  }

  /**
   * The rate of each layer on the customs value, where every duty is a fixed share of it.
   *
   * @return the layers that are charged with their rates, in the order of {@link #layers()}; empty
   *     where there is no {@link #adValoremRate()}
   */
  public List<LayerRate> adValoremLayers() {
    Resolution.Fixed each = fixed;
    if (each == null) {
      return List.of();
    }
    List<BigDecimal> shares = each.kernel().shares();
    return IntStream.range(0, shares.size())
        .mapToObj(i -> new LayerRate(each.layers().get(i), Rate.fraction(shares.get(i))))
        .toList();
  }

  /** A layer with what it comes to on the whole customs value. */
  public static final class LayerRate {

    private final DutyLayer layer;
    private final Rate rate;

    LayerRate(DutyLayer layer, Rate rate) {
      this.layer = layer;
      this.rate = rate;
    }

    /** {@return the layer} */
    public DutyLayer layer() {
      return layer;
    }

    /** {@return its duty over the customs value} */
    public Rate rate() {
      return rate;
    }

    /** For example {@code S232 autos 25.0%}. */
    @Override
    public String toString() {
      return layer.measure().programme() + " " + rate.toText(1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof LayerRate that && layer.equals(that.layer) && rate.equals(that.rate);
    }

    @Override
    public int hashCode() {
      return Objects.hash(layer, rate);
    }
  }

  /**
   * Whether the duty is known before a value is: it may still turn out undetermined for want of a
   * quantity.
   *
   * @return prohibited, undetermined or assessed
   */
  public Outcome outcome() {
    if (law.isOutsideFacts()) {
      return Outcome.UNDETERMINED;
    }
    if (!resolution.prohibitions().isEmpty()) {
      return Outcome.PROHIBITED;
    }
    return resolution.isAssessable() ? Outcome.ASSESSED : Outcome.UNDETERMINED;
  }

  /**
   * Why the duty is undetermined or the import prohibited.
   *
   * @return the reasons, empty for a stack that can be assessed
   */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    law.outsideFacts().ifPresent(reasons::add);
    resolution.prohibitions().forEach(m -> reasons.add("prohibited by " + m.id()));
    reasons.addAll(resolution.undetermined());
    if (resolution.base() == Charges.Base.UNKNOWN) {
      reasons.add(NotApplied.askedByBase(notApplied()).orElseGet(this::noBaseDuty));
    }
    return reasons;
  }

  private String noBaseDuty() {
    return "No base duty for "
        + line
        + " from "
        + origin
        + " on "
        + law.day()
        + " in '"
        + law.book()
        + "': add a BASE measure or load the schedule";
  }

  /** {@return the measures that apply, base duty first} */
  public List<DutyLayer> layers() {
    return resolution.layers();
  }

  /**
   * Whether the same programmes charge the same rates on the same parts of the value as in another
   * stack, or the duty is not known there for the same reasons.
   *
   * @param other the duties on the same goods on another day, or under another law
   * @return false where anything about the duty differs
   */
  public boolean isSameDutyAs(DutyStack other) {
    return outcome() == other.outcome()
        && adValoremRate().equals(other.adValoremRate())
        && resolution.saysTheSameAs(other.resolution);
  }

  /**
   * The measures in force that were considered and do not apply, and why.
   *
   * @return the measures with their reasons
   */
  public List<NotApplied> notApplied() {
    return resolution.notApplied();
  }

  /**
   * Every measure of the book that could be meant for these goods and does not apply, those that
   * are not in force or not yet known included.
   *
   * @return the measures with their reasons
   */
  public List<NotApplied> considered() {
    List<NotApplied> all = new ArrayList<>(resolution.notApplied());
    for (TariffMeasure each : law.book().measures()) {
      if (each.products().contains(line)
          && each.origins().specificity(origin, law.day()) >= 0
          && !each.validity().holds(law.day(), law.knowledge())) {
        all.add(idle(each));
      }
    }
    return all;
  }

  private NotApplied idle(TariffMeasure measure) {
    Validity validity = measure.validity();
    return validity.isKnown(law.day(), law.knowledge())
        ? new NotApplied(
            measure,
            NotApplied.Reason.NOT_IN_FORCE,
            "(" + Validity.text(validity.daysAsKnown(law.day(), law.knowledge())) + ")")
        : new NotApplied(
            measure,
            NotApplied.Reason.NOT_YET_KNOWN,
            "(known from " + validity.knownFrom().orElseThrow() + ")");
  }

  /**
   * What should be known about the declaration: a claim that came to nothing.
   *
   * @return the remarks
   */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    facts.claims().stream()
        .filter(claim -> !resolution.existing().contains(claim))
        .forEach(
            claim -> remarks.add("claims " + claim + ", which does not exist for these goods"));
    resolution
        .unasked(facts)
        .forEach(
            name -> remarks.add("declares " + name + ", which no measure of these goods asks for"));
    return remarks;
  }

  /** {@return the law that was asked} */
  public TariffLaw law() {
    return law;
  }

  /** {@return the tariff line} */
  public HsCode line() {
    return line;
  }

  /** {@return the country of origin} */
  public Country origin() {
    return origin;
  }

  /**
   * What is declared with the goods.
   *
   * @return the declaration
   */
  public DeclaredFacts facts() {
    return facts;
  }

  /**
   * {@return the stamp of numbers from this stack: the law's, with what was declared and remarked}
   */
  public Stamp stamp() {
    Stamp made = stamp;
    if (made == null) {
      made = newStamp();
      stamp = made;
    }
    return made;
  }

  private Stamp newStamp() {
    Stamp made = law.stamp();
    if (facts.isEmpty()) {
      return made; // which leaves nothing to remark on
    }
    made = made.withAssumption(origin + " declares " + facts);
    for (String remark : remarks()) {
      made = made.withAssumption(origin + " " + remark);
    }
    return made;
  }

  /**
   * {@return the layers as a table: measure, rule, rate, share, authority, and every measure that
   * was considered and is not charged}
   */
  public Table table() {
    return StackTable.of(this);
  }

  /**
   * {@return the layers in one line: for example {@code MFN 2.5% + S232 autos 12.5%}, or the
   * reasons}
   */
  public String summary() {
    if (outcome() != Outcome.ASSESSED) {
      return String.join("; ", reasons());
    }
    return fixed == null
        ? resolution.layers().stream().map(DutyLayer::summary).collect(Collectors.joining(" + "))
        : adValoremLayers().stream().map(LayerRate::toString).collect(Collectors.joining(" + "));
  }

  /** Line, origin, day and the all-in rate. */
  @Override
  public String toString() {
    return line
        + " from "
        + origin
        + " on "
        + law.day()
        + adValoremRate().map(r -> ": " + r.toText(1)).orElse("");
  }
}
