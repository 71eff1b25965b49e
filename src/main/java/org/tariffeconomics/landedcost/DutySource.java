package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffLaw;

/** Where the duties of a landed cost come from: the law, or a rate that is stated. */
interface DutySource {

  /**
   * The duties on a customs value.
   *
   * @param lines the known duties
   * @param outcome what can be said
   * @param reasons why not more
   * @param assessment the one assessment behind it; null for a stated duty and where the goods are
   *     split or only a part of their value bears duty
   * @param preferences the preferences that the goods are entered under
   * @param duties the duties of the law as they are charged
   * @param assessments all assessments behind it
   */
  record Charged(
      List<CostLine> lines,
      Outcome outcome,
      List<String> reasons,
      @Nullable Assessment assessment,
      PreferenceUse preferences,
      List<ChargedDuty> duties,
      List<Assessment> assessments) {

    /** Duties of one assessment. */
    static Charged of(Assessment one, List<CostLine> lines, PreferenceUse preferences) {
      return new Charged(
          lines,
          one.outcome(),
          one.reasons(),
          one,
          preferences,
          one.payableLines().stream().map(ChargedDuty::of).toList(),
          List.of(one));
    }
  }

  /** The duties as they are payable. */
  Charged charge(BigMoney customsValue, Shipment shipment);

  /** The preferences that goods are entered under. */
  PreferenceUse preferences(Shipment shipment);

  /** The same duties before any rounding. */
  DutySource unrounded();

  /** The duties of each way that what is left open may turn out; itself where nothing is. */
  List<DutySource> cases();

  /** Whether the exact duties are a fixed share of the customs value and a fixed amount. */
  boolean isLinear();

  /** The same duties at another all-in rate; what is stated as a fixed amount stays. */
  DutySource atRate(Rate rate);

  Optional<LocalDate> day();

  CurrencyUnit currency(Shipment shipment);

  /** How these duties, and the fees and taxes beside them, become money. */
  MoneyRounding rounding();

  Stamp stamp();

  /** The duties of the law, charged in a way that no fixed share of the whole value tells. */
  interface OverLaw extends DutySource {

    /** The law that is charged. */
    OfLaw law();

    @Override
    default PreferenceUse preferences(Shipment shipment) {
      return law().preferences(shipment);
    }

    @Override
    default List<DutySource> cases() {
      return List.of(this);
    }

    @Override
    default boolean isLinear() {
      return false;
    }

    @Override
    default DutySource atRate(Rate rate) {
      return law().atRate(rate);
    }

    @Override
    default Optional<LocalDate> day() {
      return law().day();
    }

    @Override
    default CurrencyUnit currency(Shipment shipment) {
      return law().currency(shipment);
    }

    @Override
    default MoneyRounding rounding() {
      return law().rounding();
    }

    @Override
    default Stamp stamp() {
      return law().stamp();
    }
  }

  /** The duties of the law. */
  record OfLaw(DutyStack stack, boolean exact) implements DutySource {

    @Override
    public Charged charge(BigMoney customsValue, Shipment shipment) {
      Assessment assessment =
          stack.assess(customsValue, shipment.quantities(), shipment.exchangeRates());
      return Charged.of(assessment, lines(assessment, exact), preferences(shipment));
    }

    static List<CostLine> lines(Assessment assessment, boolean exact) {
      List<CostLine> lines = new ArrayList<>();
      for (DutyLine line : exact ? assessment.lines() : assessment.payableLines()) {
        boolean isBasic = line.measure().rule().isBase();
        lines.add(CostLine.duty(line.measure().programme(), line.amount(), note(line), isBasic));
      }
      if (assessment.outcome() != Outcome.ASSESSED) {
        lines.add(rest(assessment, lines));
      }
      return lines;
    }

    /** The duty that is not among the lines: unknown, or within what they leave of the range. */
    private static CostLine rest(Assessment assessment, List<CostLine> known) {
      String why = String.join("; ", assessment.reasons());
      BigMoney told =
          CostAmounts.sum(
              assessment.customsValue().getCurrencyUnit(),
              known.stream().flatMap(line -> line.amount().stream()).toList());
      return assessment
          .range()
          .map(range -> CostLine.within(Kind.DUTY, "duty", Span.of(range).minus(told), why))
          .orElseGet(() -> CostLine.unknown(Kind.DUTY, "duty", why));
    }

    @Override
    public PreferenceUse preferences(Shipment shipment) {
      return PreferenceUse.of(stack);
    }

    private static String note(DutyLine line) {
      String of =
          line.layer().share().compareTo(BigDecimal.ONE) == 0
              ? "of customs value"
              : "of " + line.dutiable();
      return line.measure().rule() + " " + line.measure().rate() + " " + of;
    }

    /**
     * The same duties to the last digit. What is left of a code below which others are told apart
     * has no name of its own to ask by: of such goods the rate is kept.
     */
    @Override
    public DutySource unrounded() {
      OfLaw again = exactly();
      boolean same = stack.outcome() == again.stack.outcome();
      return same || stack.adValoremRate().isEmpty()
          ? again
          : atRate(stack.adValoremRate().get()).unrounded();
    }

    OfLaw exactly() {
      if (exact) {
        return this;
      }
      TariffLaw law = stack.law();
      int decimals = law.book().currency().getDecimalPlaces();
      RoundingPolicy total =
          new RoundingPolicy(decimals, RoundingMode.HALF_UP, RoundingPolicy.Level.TOTAL);
      TariffLaw exactLaw = law.book().withRounding(total).on(law.day());
      TariffLaw asKnown = law.knownOn().map(exactLaw::asKnownOn).orElse(exactLaw);
      return new OfLaw(asKnown.stack(stack.line(), stack.origin(), stack.facts()), true);
    }

    @Override
    public List<DutySource> cases() {
      if (stack.outcome() != Outcome.BOUNDED) {
        return List.of(this);
      }
      return stack.isRangeExact()
          ? stack.cases().stream().<DutySource>map(s -> new OfLaw(s, exact)).toList()
          : stack.range().stream()
              .flatMap(range -> Stream.of(range.lowest(), range.highest()))
              .map(this::atRate)
              .toList();
    }

    @Override
    public boolean isLinear() {
      return stack.outcome() == Outcome.ASSESSED && stack.adValoremRate().isPresent();
    }

    @Override
    public DutySource atRate(Rate rate) {
      RoundingPolicy policy = stack.law().book().rounding();
      return new Stated(
          StatedDuty.of(rate).withDay(stack.law().day()),
          exact ? null : policy,
          stack.law().book().currency(),
          PreferenceUse.of(stack));
    }

    @Override
    public Optional<LocalDate> day() {
      return Optional.of(stack.law().day());
    }

    @Override
    public CurrencyUnit currency(Shipment shipment) {
      return stack.law().book().currency();
    }

    @Override
    public MoneyRounding rounding() {
      return MoneyRounding.of(exact ? null : stack.law().book().rounding());
    }

    @Override
    public Stamp stamp() {
      return stack.stamp();
    }
  }

  /**
   * A stated duty; without a policy nothing is rounded, without a currency it is the price's, and
   * without law behind it a preference is used where it is declared.
   */
  record Stated(
      StatedDuty duty,
      @Nullable RoundingPolicy policy,
      @Nullable CurrencyUnit accounting,
      @Nullable PreferenceUse preferences)
      implements DutySource {

    @Override
    public Charged charge(BigMoney customsValue, Shipment shipment) {
      List<String> names = new ArrayList<>(List.of("duty"));
      List<String> notes = new ArrayList<>(List.of(duty.rate() + " of customs value"));
      BigMoney base = rounding().base(customsValue);
      List<BigMoney> exact = new ArrayList<>(List.of(base.multipliedBy(duty.rate().fraction())));
      duty.fixed()
          .map(f -> counted(f, customsValue.getCurrencyUnit(), shipment))
          .ifPresent(
              f -> {
                names.add("fixed duty");
                notes.add("as stated");
                exact.add(f);
              });
      List<BigMoney> payable = rounding().duties(exact);
      List<CostLine> lines = new ArrayList<>();
      for (int i = 0; i < payable.size(); i++) {
        lines.add(CostLine.duty(names.get(i), payable.get(i), notes.get(i), i == 0));
      }
      return new Charged(
          lines, Outcome.ASSESSED, List.of(), null, preferences(shipment), List.of(), List.of());
    }

    @Override
    public PreferenceUse preferences(Shipment shipment) {
      return preferences == null ? PreferenceUse.declared(shipment.facts()) : preferences;
    }

    private static BigMoney counted(BigMoney fixed, CurrencyUnit currency, Shipment shipment) {
      return CostAmounts.in(currency, "fixed duty", fixed, shipment.exchangeRates());
    }

    @Override
    public DutySource unrounded() {
      return new Stated(duty, null, accounting, preferences);
    }

    @Override
    public List<DutySource> cases() {
      return List.of(this);
    }

    @Override
    public boolean isLinear() {
      return true;
    }

    @Override
    public DutySource atRate(Rate rate) {
      return new Stated(duty.withRate(rate), policy, accounting, preferences);
    }

    @Override
    public Optional<LocalDate> day() {
      return duty.day();
    }

    @Override
    public CurrencyUnit currency(Shipment shipment) {
      CurrencyUnit currency = accounting == null ? shipment.price().getCurrencyUnit() : accounting;
      if (policy != null) {
        policy.requireFor(currency);
      }
      return currency;
    }

    @Override
    public MoneyRounding rounding() {
      return MoneyRounding.of(policy);
    }

    @Override
    public Stamp stamp() {
      return Stamp.simulated("a stated duty of " + duty);
    }
  }
}
