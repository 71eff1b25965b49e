package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
   * @param assessment the assessment behind it, null for a stated duty
   */
  record Charged(
      List<CostLine> lines,
      Outcome outcome,
      List<String> reasons,
      @Nullable Assessment assessment) {}

  /** The duties as they are payable. */
  Charged charge(BigMoney customsValue, Shipment shipment);

  /** The same duties before any rounding. */
  DutySource unrounded();

  /** Whether the exact duties are a fixed share of the customs value and a fixed amount. */
  boolean isLinear();

  /** The same duties at another all-in rate; what is stated as a fixed amount stays. */
  DutySource atRate(Rate rate);

  Optional<LocalDate> day();

  CurrencyUnit currency(Shipment shipment);

  /** How fees and taxes beside these duties are rounded. */
  UnaryOperator<BigMoney> rounding();

  Stamp stamp();

  /** A territory's policy as a function of one amount: exact where only the total is rounded. */
  static UnaryOperator<BigMoney> rounding(RoundingPolicy policy) {
    return policy.level() == RoundingPolicy.Level.TOTAL
        ? UnaryOperator.identity()
        : a -> BigMoney.of(a.getCurrencyUnit(), policy.round(a.getAmount()));
  }

  /** The duties of the law. */
  record OfLaw(DutyStack stack, boolean exact) implements DutySource {

    @Override
    public Charged charge(BigMoney customsValue, Shipment shipment) {
      Assessment assessment =
          stack.assess(customsValue, shipment.quantities(), shipment.exchangeRates());
      List<CostLine> lines = new ArrayList<>();
      for (DutyLine line : assessment.lines()) {
        lines.add(CostLine.of(Kind.DUTY, line.measure().programme(), line.amount(), note(line)));
      }
      if (assessment.outcome() != Outcome.ASSESSED) {
        lines.add(CostLine.unknown(Kind.DUTY, "duty", String.join("; ", assessment.reasons())));
      }
      return new Charged(lines, assessment.outcome(), assessment.reasons(), assessment);
    }

    private static String note(DutyLine line) {
      String of =
          line.layer().share().compareTo(BigDecimal.ONE) == 0
              ? "of customs value"
              : "of " + line.dutiable();
      return line.measure().rule() + " " + line.measure().rate() + " " + of;
    }

    @Override
    public DutySource unrounded() {
      if (exact) {
        return this;
      }
      TariffLaw law = stack.law();
      TariffLaw exactLaw = law.book().withRounding(RoundingPolicy.TOTAL_TO_CENT).on(law.day());
      TariffLaw asKnown = law.knownOn().map(exactLaw::asKnownOn).orElse(exactLaw);
      return new OfLaw(asKnown.stack(stack.line(), stack.origin(), stack.facts()), true);
    }

    @Override
    public boolean isLinear() {
      return stack.adValoremRate().isPresent();
    }

    @Override
    public DutySource atRate(Rate rate) {
      RoundingPolicy policy = stack.law().book().rounding();
      return new Stated(
          StatedDuty.of(rate).on(stack.law().day()),
          exact ? null : policy,
          stack.law().book().currency());
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
    public UnaryOperator<BigMoney> rounding() {
      return exact ? UnaryOperator.identity() : DutySource.rounding(stack.law().book().rounding());
    }

    @Override
    public Stamp stamp() {
      return stack.stamp();
    }
  }

  /** A stated duty; without a policy nothing is rounded, without a currency it is the price's. */
  record Stated(StatedDuty duty, @Nullable RoundingPolicy policy, @Nullable CurrencyUnit accounting)
      implements DutySource {

    @Override
    public Charged charge(BigMoney customsValue, Shipment shipment) {
      List<CostLine> lines = new ArrayList<>();
      BigMoney share = customsValue.multipliedBy(duty.rate().fraction());
      lines.add(
          CostLine.of(
              Kind.DUTY, "duty", rounding().apply(share), duty.rate() + " of customs value"));
      duty.fixed()
          .map(
              f ->
                  Amounts.in(
                      customsValue.getCurrencyUnit(), "fixed duty", f, shipment.exchangeRates()))
          .ifPresent(
              f ->
                  lines.add(
                      CostLine.of(Kind.DUTY, "fixed duty", rounding().apply(f), "as stated")));
      return new Charged(lines, Outcome.ASSESSED, List.of(), null);
    }

    @Override
    public DutySource unrounded() {
      return new Stated(duty, null, accounting);
    }

    @Override
    public boolean isLinear() {
      return true;
    }

    @Override
    public DutySource atRate(Rate rate) {
      return new Stated(duty.withRate(rate), policy, accounting);
    }

    @Override
    public Optional<LocalDate> day() {
      return duty.day();
    }

    @Override
    public CurrencyUnit currency(Shipment shipment) {
      return accounting == null ? shipment.price().getCurrencyUnit() : accounting;
    }

    @Override
    public UnaryOperator<BigMoney> rounding() {
      return policy == null ? UnaryOperator.identity() : DutySource.rounding(policy);
    }

    @Override
    public Stamp stamp() {
      return Stamp.simulated("a stated duty of " + duty);
    }
  }
}
