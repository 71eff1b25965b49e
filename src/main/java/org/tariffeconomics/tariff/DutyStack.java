package org.tariffeconomics.tariff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ClaimCheck;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyBasis;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.rate.Unknown;
import org.tariffeconomics.report.Table;

/**
 * The duties on goods of one line, origin, day and declaration: which measures apply, on which
 * share of the value, and which do not and why. It is both the readable answer and the fast path:
 * resolve once, assess many values.
 *
 * <p>Where every duty is a share of the value, {@link #adValoremRate()} is the all-in rate,
 * exactly.
 *
 * @since 0.1.0
 */
public final class DutyStack {

  private final TariffLaw law;
  private final HsCode line;
  private final Country origin;
  private final DeclaredFacts facts;

  /** What it comes to, and what it is made of: each found when first asked for. */
  private volatile @Nullable Verdict verdict;

  private volatile @Nullable Answer answer;

  /** Made when first asked for; whoever makes it twice makes the same. */
  private volatile @Nullable Stamp stamp;

  /** Made when first asked for, as the stamp is. */
  private volatile @Nullable List<Unknown> unknowns;

  DutyStack(TariffLaw law, HsCode line, Country origin, DeclaredFacts facts) {
    this.law = law;
    this.line = line;
    this.origin = origin;
    this.facts = facts;
  }

  private DutyStack(
      TariffLaw law, HsCode line, Country origin, DeclaredFacts facts, Answer answer) {
    this(law, line, origin, facts);
    this.answer = answer;
  }

  private Answer answer() {
    Answer found = answer;
    if (found == null) {
      found = law.answer(line, origin, facts);
      answer = found;
    }
    return found;
  }

  /** Most questions are for a rate, which is told without what it is made of. */
  private Verdict verdict() {
    Verdict found = verdict;
    if (found == null) {
      Answer known = answer;
      found =
          known == null
              ? law.verdict(line, origin, facts)
              : law.isOutsideFacts() ? Verdict.NOT_KNOWN : known.verdict();
      verdict = found;
    }
    return found;
  }

  /** What is charged; of several ways what they have in common. */
  Resolution resolution() {
    return answer().resolution();
  }

  /** The ways that it may turn out, where they differ. */
  @Nullable Bounds open() {
    return answer().bounds();
  }

  boolean isOpen() {
    return open() != null;
  }

  /** The layers and the arithmetic of their sum, where each is a fixed share of the value. */
  private Resolution.@Nullable Fixed fixed() {
    return law.isOutsideFacts() || open() != null ? null : resolution().fixed();
  }

  /** What can be said of a duty. */
  public enum Outcome {
    /** The duty is known. */
    ASSESSED,
    /** The duty is one of several, or within a range, and it is known what decides. */
    BOUNDED,
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
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
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
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
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
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(exchangeRates, "exchangeRates");
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
    Objects.requireNonNull(customsValue, "customsValue");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(exchangeRates, "exchangeRates");
    Objects.requireNonNull(meursing, "meursing");
    return valued(customsValue, quantities)
        .assessed(customsValue, Assessment.Given.of(quantities, exchangeRates, meursing));
  }

  /** The duties with what a value and quantities tell of them. */
  DutyStack valued(BigMoney customsValue, List<Quantity> quantities) {
    requireValue(customsValue);
    return UnitValues.declared(this, facts, customsValue, quantities);
  }

  /**
   * The ad valorem equivalent of all duties together at a unit value: what a duty of 0.44 USD a
   * kilogram and 10 % come to on goods of 5.50 USD a kilogram.
   *
   * @param unitValue what the goods are worth by quantity, in the currency of the book
   * @return the equivalent, a range where the duty is bounded; unknown where a quantity is missing
   * @throws IllegalArgumentException when it is in another currency, or contradicts what is
   *     declared
   */
  public DutyEquivalent atUnitValue(UnitValue unitValue) {
    Objects.requireNonNull(unitValue, "unitValue");
    return DutyEquivalent.of(this, unitValue);
  }

  /**
   * The ad valorem equivalent of all duties together at a unit value.
   *
   * @param unitValue as {@link UnitValue#parse} reads it: {@code "USD 4.50/kg"}
   * @return the equivalent, a range where the duty is bounded; unknown where a quantity is missing
   * @throws IllegalArgumentException when it is no unit value, in another currency, or contradicts
   *     what is declared
   */
  public DutyEquivalent atUnitValue(String unitValue) {
    return atUnitValue(UnitValue.parse(Objects.requireNonNull(unitValue, "unitValue")));
  }

  private Assessment assessed(BigMoney customsValue, Assessment.Given given) {
    Resolution.Fixed each = fixed();
    if (each != null) {
      return Assessment.adValorem(this, each.kernel(), each.layers(), customsValue, given);
    }
    Assessment asFarAsKnown =
        Assessment.of(
            this,
            customsValue,
            given,
            charges(
                Assessment.base(customsValue, law.book().rounding()),
                given.quantities(),
                given.exchangeRates(),
                given.meursing()));
    if (open() == null || law.isOutsideFacts() || outcome() == Outcome.UNDETERMINED) {
      return asFarAsKnown;
    }
    return asFarAsKnown.within(
        cases().stream()
            .filter(way -> way.outcome() != Outcome.PROHIBITED)
            .map(way -> way.assessed(customsValue, given))
            .toList());
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

  /** What is charged on a value, exactly. */
  Charges charges(
      BigMoney value, List<Quantity> quantities, ExchangeRates rates, MeursingTable meursing) {
    return Charges.of(
        resolution().layers(), resolution().base(), basis(value, quantities, rates, meursing));
  }

  private DutyBasis basis(
      BigMoney value, List<Quantity> quantities, ExchangeRates rates, MeursingTable meursing) {
    return new DutyBasis(
        value,
        quantities,
        Charges.NOT_KNOWN,
        answer().given(),
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
   * @throws IllegalArgumentException when the value is negative, or the duty does not fit a {@code
   *     long}
   */
  public long payableMinor(long customsValueMinor) {
    if (customsValueMinor < 0) {
      throw new IllegalArgumentException(
          "customsValueMinor must not be negative, but was " + customsValueMinor);
    }
    try {
      return payable(customsValueMinor);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "customsValueMinor must have a duty that fits a long, but was " + customsValueMinor, e);
    }
  }

  private long payable(long customsValueMinor) {
    Resolution.Fixed each = fixed();
    if (each != null) {
      return each.kernel().payableMinor(customsValueMinor);
    }
    Bounds open = open();
    OptionalLong one =
        open == null || law.isOutsideFacts()
            ? OptionalLong.empty()
            : open.payableMinor(customsValueMinor);
    return one.orElseThrow(
        () ->
            new IllegalStateException(
                "The duty on " + this + " is no fixed share of the value; use assess(…)"));
  }

  /**
   * The all-in rate where every duty is a fixed share of the value, before rounding.
   *
   * @return the total of the duties over the customs value; of a bounded duty the one rate that all
   *     cases come to, whatever its layers; empty where a duty depends on quantity, is
   *     undetermined, or the import is or may be prohibited
   */
  public Optional<Rate> adValoremRate() {
    return verdict().rate();
  }

  /**
   * The rate of each layer on the customs value, where every duty is a fixed share of it.
   *
   * @return the layers that are charged with their rates, in the order of {@link #layers()}, and as
   *     there those of the first where lines of one rate pay it under different programmes; empty
   *     where there is no {@link #adValoremRate()}
   */
  public List<LayerRate> adValoremLayers() {
    Resolution.Fixed each = adValoremRate().isPresent() ? resolution().fixed() : null;
    if (each == null) {
      return List.of();
    }
    return IntStream.range(0, each.layers().size())
        .mapToObj(i -> new LayerRate(each.layers().get(i), each.rate(i)))
        .toList();
  }

  /**
   * Whether it is one set of charges that makes the duty.
   *
   * @return false where something is left open and programmes charge more or less by it, be it that
   *     lines below the code pay one rate under different programmes; {@link #layers()} and {@link
   *     #adValoremLayers()} are then those of the first, or those that all have in common
   */
  @JsonIgnore
  public boolean isToldByProgramme() {
    List<DutyStack> ways = cases();
    return ways.size() == 1
        || ways.stream().map(DutyStack::byProgramme).distinct().count() == 1
            && ways.stream().allMatch(way -> way.fixed() != null);
  }

  /** What each programme charges of the value, those that charge nothing left out. */
  private Map<String, BigDecimal> byProgramme() {
    Map<String, BigDecimal> charged = new HashMap<>();
    for (LayerRate each : adValoremLayers()) {
      if (!each.rate().isZero()) {
        charged.merge(each.layer().measure().programme(), each.rate().fraction(), BigDecimal::add);
      }
    }
    charged.replaceAll((programme, share) -> PlainNumber.plain(share));
    return charged;
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
   * Why there is no one rate of the customs value.
   *
   * @return the reasons; of a duty by quantity, which is known and is no rate before a price by
   *     quantity is, what is charged
   */
  public String whyNoRate() {
    return reasons().isEmpty()
        ? "no share of the value alone: " + summary()
        : String.join("; ", reasons());
  }

  /**
   * Whether the duty is known before a value is: it may still turn out undetermined for want of a
   * quantity.
   *
   * @return prohibited, undetermined, bounded or assessed
   */
  public Outcome outcome() {
    return verdict().outcome();
  }

  /**
   * What all duties together lie within: of an assessed duty the one rate, of a bounded one the
   * lowest and the highest that the lines below the code and the facts that are not declared leave
   * possible. Where some of the cases are prohibited the range is that of the others.
   *
   * @return the range of the ad valorem rate; empty where a duty depends on more than the value, is
   *     undetermined or the import prohibited
   */
  public Optional<RateRange> range() {
    return verdict().range();
  }

  /**
   * What is left open and moves the duty: the line below the code ({@link DecidingFact#LINE}),
   * facts and contents that are not declared, each with the duty under each alternative.
   *
   * @return what narrows the duty most first; empty where nothing is left open
   */
  public List<DecidingFact> decidedBy() {
    return answer().decidedBy();
  }

  /**
   * All the ways that what is left open may turn out, each with the line and the facts that it is
   * for: one where nothing is left open.
   *
   * @return stacks that leave nothing open; of lines with the same duty one stands for all; empty
   *     where there are too many ways and only a safe range was worked out
   */
  public List<DutyStack> cases() {
    Bounds open = open();
    if (open == null) {
      return List.of(this);
    }
    return isRangeExact() ? open.cases().stream().map(this::in).toList() : List.of();
  }

  /** The cases behind {@link #cases}, in their order; none where nothing is left open. */
  List<BoundedCase> boundedCases() {
    Bounds open = answer().bounds();
    return open == null || !isRangeExact() ? List.of() : open.cases();
  }

  private DutyStack in(BoundedCase way) {
    return new DutyStack(
        law,
        way.codes().isEmpty() ? line : way.codes().get(0),
        origin,
        way.declared(),
        new Answer(way.resolution(), null, way.declared()));
  }

  /**
   * Whether both ends of the {@link #range} are attained: true unless so much is left open that
   * only a safe range was worked out.
   *
   * @return false for a range that may be wider than need be
   */
  @JsonIgnore
  public boolean isRangeExact() {
    Bounds open = open();
    return open == null || open.wide() == null;
  }

  /**
   * The duties on the same goods with something more declared.
   *
   * @param fact what is declared besides, as {@link DeclaredFacts#parse} reads it: {@code metal
   *     origin=US}
   * @return the narrower answer
   * @throws IllegalArgumentException when the text is no declaration, or contents exceed the value
   */
  public DutyStack assuming(String fact) {
    Objects.requireNonNull(fact, "fact");
    return assuming(DeclaredFacts.parse(fact));
  }

  /**
   * The duties on the same goods with something more declared.
   *
   * @param more what is declared besides; it counts before what was declared of the same
   * @return the narrower answer
   * @throws IllegalArgumentException when the contents exceed the value
   */
  public DutyStack assuming(DeclaredFacts more) {
    Objects.requireNonNull(more, "more");
    return law.stack(line, origin, facts.and(more));
  }

  /**
   * The duties on the same goods, given the line that they are of.
   *
   * @param code the line, the code or one below it
   * @return the narrower answer
   * @throws IllegalArgumentException when the line is not below the code
   */
  public DutyStack assuming(HsCode code) {
    Objects.requireNonNull(code, "code");
    if (!line.covers(code) && !law.linesOf(line).contains(code)) {
      throw new IllegalArgumentException(code + " is no line of " + line);
    }
    return law.stack(code, origin, facts);
  }

  /**
   * Why the duty is bounded, undetermined or the import prohibited.
   *
   * @return the reasons, empty for a stack that can be assessed
   */
  public List<String> reasons() {
    return unknowns().stream().map(Unknown::sentence).toList();
  }

  /**
   * Why the duty is bounded, undetermined or the import prohibited, as types: what would have to be
   * declared, stated or loaded.
   *
   * @return the reasons, empty for a stack that can be assessed
   */
  public List<Unknown> unknowns() {
    List<Unknown> made = unknowns;
    if (made == null) {
      made = List.copyOf(newUnknowns());
      unknowns = made;
    }
    return made;
  }

  private List<Unknown> newUnknowns() {
    List<Unknown> reasons = new ArrayList<>();
    law.outsideFacts().ifPresent(reasons::add);
    Bounds open = open();
    if (open != null && outcome() != Outcome.ASSESSED) {
      reasons.addAll(answer().reasons());
      return reasons;
    }
    resolution()
        .prohibitions()
        .forEach(m -> reasons.add(new Unknown.Prohibited(m.id(), "prohibited by " + m.id())));
    reasons.addAll(resolution().undetermined());
    if (resolution().base() == Charges.Base.UNKNOWN) {
      String why = NotApplied.askedByBase(notApplied()).orElseGet(this::noBaseDuty);
      reasons.add(new Unknown.NotBundled("base duty", why));
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
        + "'"
        + ": "
        + ofCode()
            .orElse(
                law.book().sources().isEmpty()
                    ? "add a BASE measure or load the schedule"
                    : "its schedule states none, only what may be claimed; add a BASE measure");
  }

  /**
   * {@return the measures that apply, base duty first; of a bounded duty those that apply whatever
   * turns out; where lines of one rate pay it under different programmes those of the first}
   */
  public List<DutyLayer> layers() {
    return resolution().layers();
  }

  /**
   * Whether the same programmes charge the same rates on the same parts of the value as in another
   * stack, or the duty is not known there for the same reasons.
   *
   * @param other the duties on the same goods on another day, or under another law
   * @return false where anything about the duty differs
   */
  public boolean isSameDutyAs(DutyStack other) {
    Objects.requireNonNull(other, "other");
    return outcome() == other.outcome()
        && adValoremRate().equals(other.adValoremRate())
        && boundsSayTheSameAs(other)
        && resolution().saysTheSameAs(other.resolution())
        && isComputedFromTheSameAs(other);
  }

  /** Whether what rates by quantity are computed from besides is declared alike. */
  private boolean isComputedFromTheSameAs(DutyStack other) {
    Bounds ours = open();
    List<Resolution> all = ours == null ? List.of(resolution()) : ours.distinct();
    for (Resolution each : all) {
      Set<String> names = each.fixed() == null ? each.rateFacts() : Set.of();
      if (!answer().given().only(names).equals(other.answer().given().only(names))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The difference of this answer from another.
   *
   * @param earlier the duties on another day, under another book, of another origin or declaration
   * @return which layers came, went or moved
   */
  public DutyDifference differenceFrom(DutyStack earlier) {
    Objects.requireNonNull(earlier, "earlier");
    return DutyDifference.between(earlier, this);
  }

  /**
   * What is charged in each case that is left open and allowed; one where nothing is, none where
   * the import is prohibited. Empty where not all layers of all cases are known.
   */
  Optional<List<Resolution>> resolutions() {
    Outcome outcome = outcome();
    if (outcome == Outcome.UNDETERMINED || !isRangeExact()) {
      return Optional.empty();
    }
    Bounds open = open();
    if (open != null) {
      return Optional.of(open.distinct().stream().filter(each -> !each.isProhibited()).toList());
    }
    return Optional.of(outcome == Outcome.PROHIBITED ? List.of() : List.of(resolution()));
  }

  private boolean boundsSayTheSameAs(DutyStack other) {
    Bounds ours = open();
    Bounds theirs = other.open();
    if (ours == null || theirs == null) {
      return ours == null && theirs == null;
    }
    return ours.saysTheSameAs(theirs);
  }

  /**
   * The measures in force that were considered and do not apply, and why: where goods may be of
   * several lines, or facts are left open, and the rate is one all the same, those that are charged
   * in no case, with what they depend on where the reason is not one.
   *
   * @return the measures with their reasons
   */
  public List<NotApplied> notApplied() {
    return resolution().notApplied();
  }

  /**
   * Every measure of the book that could be meant for these goods and does not apply, those that
   * are not in force or not yet known included.
   *
   * @return the measures with their reasons
   */
  public List<NotApplied> considered() {
    List<NotApplied> all = new ArrayList<>(resolution().notApplied());
    for (TariffMeasure each : law.book().measures()) {
      if (each.products().contains(line)
          && each.origins().specificity(origin, law.day()) >= 0
          && !each.validity().holds(law.day(), law.knowledge())) {
        all.add(NotApplied.idle(each, law));
      }
    }
    return all;
  }

  /**
   * What should be known about the question: a claim that came to nothing, an origin that is the
   * territory itself, a code that is no line of the schedule.
   *
   * @return the remarks
   */
  public List<String> remarks() {
    return StackRemarks.of(this);
  }

  /** What the schedules say of a code that is no line of theirs. */
  Optional<String> ofCode() {
    return law.book().sources().stream()
        .flatMap(source -> source.remark(line, law.day()).stream())
        .findFirst();
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
      made = StackRemarks.stamp(this);
      stamp = made;
    }
    return made;
  }

  /**
   * {@return what was assumed and moves the duty, in words, with the sets that say so; empty where
   * nothing of that kind was}
   */
  public Optional<String> assumption() {
    if (answer().assumed().isEmpty()) {
      return Optional.empty();
    }
    String assumed =
        answer().assumed().stream()
            .map(DeclaredFacts::toString)
            .collect(Collectors.joining(", or "));
    String sets =
        law.book().assumptions().stream().map(Assumptions::name).collect(Collectors.joining(", "));
    return Optional.of(assumed + " where not declared (" + sets + ")");
  }

  /**
   * {@return what was assumed and moves the duty; of a heading whose lines are taken to have shares
   * that cannot stand together the facts without the shares, which {@link #assumption} has all}
   */
  public DeclaredFacts assumed() {
    List<DeclaredFacts> all = answer().assumed();
    return all.size() == 1
        ? all.get(0)
        : all.stream()
            .map(each -> each.only(Set.copyOf(each.factNames())))
            .reduce(DeclaredFacts.none(), DeclaredFacts::and);
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
    if (outcome() == Outcome.BOUNDED) {
      return range().map(r -> r.toText(1)).orElse("bounded") + ", " + String.join("; ", reasons());
    }
    return outcome() == Outcome.ASSESSED ? resolution().summary() : String.join("; ", reasons());
  }

  /**
   * {@return why an assessed duty that is no share of the value alone has no rate, with what it is:
   * for example {@code the duty depends on the quantity, MFN 0.063 USD/l: state a value and a
   * quantity}}
   */
  public String byQuantity() {
    return "the duty depends on the quantity, "
        + resolution().summary()
        + ": state a value and a quantity";
  }

  /**
   * Holds a claim against this duty.
   *
   * @param claim a rate as somebody claims it, such as {@code "15%"}
   * @return the check: neither right nor wrong where the duty is not one known rate
   * @throws IllegalArgumentException when the claim is no rate
   */
  public ClaimCheck check(String claim) {
    Objects.requireNonNull(claim, "claim");
    return DutyClaims.check(this, claim);
  }

  /** Equal are the answers to one question under equal laws. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DutyStack that
            && line.equals(that.line)
            && origin.equals(that.origin)
            && facts.equals(that.facts)
            && law.equals(that.law));
  }

  @Override
  public int hashCode() {
    return Objects.hash(line, origin, facts, law.day());
  }

  /** Line, origin, day and the all-in rate. */
  @Override
  public String toString() {
    return line
        + " from "
        + origin
        + " on "
        + law.day()
        + ": "
        + range().map(this::rate).orElseGet(this::withoutRate);
  }

  /** The rate, or the two that it lies between and what decides. */
  private String rate(RateRange of) {
    List<String> open = decidedBy().stream().map(DecidingFact::name).toList();
    String decided = of.isPoint() || open.isEmpty() ? "" : ", decided by " + Texts.few(open);
    return of.toText(1) + decided;
  }

  /** Why there is no rate of the value: the first reason, or what is charged by another measure. */
  private String withoutRate() {
    if (reasons().isEmpty()) {
      return summary();
    }
    return switch (outcome()) {
      case PROHIBITED -> reasons().get(0);
      case BOUNDED -> "bounded: " + reasons().get(0);
      default -> "unknown: " + reasons().get(0);
    };
  }
}
