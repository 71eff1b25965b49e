package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.landedcost.Charge.Treatment;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.CustomsValue.GoodsAndCarriage;
import org.tariffeconomics.landedcost.ImportTax.Credit;
import org.tariffeconomics.landedcost.TaxBase.Part;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack.Outcome;

/**
 * The lines of one landed cost, in the order in which they arise. The only place where the costs of
 * a shipment are put together: every landed cost and every inverse question goes through here.
 */
final class CostSheet {

  private final LandedCostCalculator terms;
  private final Shipment shipment;
  private final DutySource source;
  private final CurrencyUnit currency;
  private final CustomsValue customsValue;
  private List<CostLine> lines = new ArrayList<>();
  private List<String> reasons = List.of();
  private Outcome outcome = Outcome.ASSESSED;
  private @Nullable Assessment assessment;
  private List<String> dutyReasons = List.of();
  private List<ChargedDuty> duties = List.of();
  private List<Assessment> assessments = List.of();

  private CostSheet(LandedCostCalculator terms, Shipment shipment, DutySource source) {
    this.terms = terms;
    this.shipment = shipment;
    this.source = source;
    this.currency = source.currency(shipment);
    this.customsValue = CustomsValue.of(shipment, terms.basis(), currency, source.rounding());
  }

  /** The sheet of a shipment; a duty-paid price counts as one with the duty unpaid. */
  static CostSheet of(LandedCostCalculator terms, Shipment shipment, DutySource source) {
    CostSheet sheet = new CostSheet(terms, shipment, source);
    sheet.goodsAndCarriage();
    sheet.charges(Treatment.BEFORE_IMPORT, Kind.CHARGE_BEFORE_IMPORT);
    sheet.importCharges();
    sheet.charges(Treatment.AFTER_IMPORT, Kind.CHARGE_AFTER_IMPORT);
    sheet.taxes();
    sheet.close();
    return sheet;
  }

  /** What can be said of the whole, once all lines stand. */
  private void close() {
    lines = List.copyOf(lines);
    reasons = newReasons();
    outcome = newOutcome();
  }

  private void goodsAndCarriage() {
    GoodsAndCarriage parts = customsValue.parts();
    add(Kind.GOODS, "goods", parts.goods(), parts.goodsNote());
    boolean dutiable = terms.basis() == ValuationBasis.CIF;
    carriage(Kind.FREIGHT, parts.freight(), dutiable);
    carriage(Kind.INSURANCE, parts.insurance(), dutiable);
    charges(Treatment.DUTIABLE, Kind.CHARGE_BEFORE_IMPORT);
  }

  private void carriage(Kind kind, @Nullable BigMoney amount, boolean dutiable) {
    if (amount != null) {
      lines.add(
          dutiable
              ? CostLine.dutiable(kind, kind.toString(), amount)
              : CostLine.of(kind, kind.toString(), amount, "not dutiable"));
    }
  }

  private void charges(Treatment treatment, Kind kind) {
    for (Charge each : customsValue.parts().charges()) {
      if (each.treatment() == treatment) {
        lines.add(
            treatment == Treatment.DUTIABLE
                ? CostLine.dutiable(kind, each.name(), each.amount())
                : CostLine.of(kind, each.name(), each.amount(), ""));
      }
    }
  }

  private void importCharges() {
    Optional<BigMoney> value = customsValue.value();
    if (value.isPresent()) {
      DutySource.Charged duty = source.charge(value.orElseThrow(), shipment);
      lines.addAll(duty.lines());
      outcome = duty.outcome();
      assessment = duty.assessment();
      assessments = duty.assessments();
      dutyReasons = duty.reasons();
      duties = duty.duties();
      lines.addAll(
          terms
              .fees()
              .lines(
                  new FeeSchedule.Entry(
                      value.orElseThrow(),
                      shipment,
                      source.day().orElse(null),
                      duty.preferences(),
                      source.rounding())));
    } else {
      String why = String.join("; ", customsValue.reasons());
      lines.add(CostLine.unknown(Kind.DUTY, "duty", why));
    }
  }

  private void taxes() {
    for (ImportTax tax : terms.taxes()) {
      Kind kind = tax.credit() == Credit.CREDITABLE ? Kind.CREDITABLE_TAX : Kind.TAX;
      lines.add(
          base(tax.base())
              .map(
                  base ->
                      CostLine.of(
                          kind, tax.name(), source.rounding().tax(tax.on(base)), tax.terms()))
              .orElseGet(() -> open(kind, tax)));
    }
  }

  /** A tax on a base that is not known, with what it lies within as far as the base tells. */
  private CostLine open(Kind kind, ImportTax tax) {
    String why = tax.unknownBase("");
    return taxSpan(tax.base(), terms.basis(), customsValue, lines, source.rounding())
        .map(base -> CostLine.within(kind, tax.name(), tax.on(base, source.rounding()), why))
        .orElseGet(() -> CostLine.unknown(kind, tax.name(), why));
  }

  private Optional<BigMoney> base(TaxBase base) {
    return taxBase(base, terms.basis(), customsValue, lines, source.rounding());
  }

  /** What a tax is charged on, given the lines before it; empty where a part is not known. */
  static Optional<BigMoney> taxBase(
      TaxBase base,
      ValuationBasis basis,
      CustomsValue customsValue,
      List<CostLine> lines,
      MoneyRounding rounding) {
    return taxSpan(base, basis, customsValue, lines, rounding)
        .filter(Span::isPoint)
        .map(Span::low)
        .filter(
            known ->
                lines.stream()
                    .filter(l -> isIn(base, basis, l))
                    .allMatch(l -> l.amount().isPresent()));
  }

  /** What the base of a tax lies within; empty where not even bounds of a part are known. */
  static Optional<Span> taxSpan(
      TaxBase base,
      ValuationBasis basis,
      CustomsValue customsValue,
      List<CostLine> lines,
      MoneyRounding rounding) {
    boolean noValue = base.has(Part.CUSTOMS_VALUE) && customsValue.value().isEmpty();
    boolean noTransport = base.has(Part.TRANSPORT) && !customsValue.remarks().isEmpty();
    boolean allNamed =
        base.named().stream().allMatch(n -> lines.stream().anyMatch(l -> l.name().equals(n)));
    if (noValue || noTransport || !allNamed || asksForOnePart(base, lines)) {
      return Optional.empty();
    }
    CurrencyUnit currency = customsValue.currency();
    BigMoney value =
        base.has(Part.CUSTOMS_VALUE) ? customsValue.value().orElseThrow() : BigMoney.zero(currency);
    return Span.sum(currency, lines.stream().filter(l -> isIn(base, basis, l)).toList())
        .map(Span.of(value)::plus)
        .map(
            whole ->
                base.has(Part.CUSTOMS_VALUE)
                    ? new Span(rounding.base(whole.low()), rounding.base(whole.high()))
                    : whole);
  }

  /** Whether a base asks for one duty of several of which only the whole is bounded. */
  private static boolean asksForOnePart(TaxBase base, List<CostLine> lines) {
    List<CostLine> duties = lines.stream().filter(l -> l.kind() == Kind.DUTY).toList();
    boolean bounded = duties.stream().anyMatch(l -> l.amount().isEmpty() && l.span().isPresent());
    boolean one =
        base.has(Part.BASIC_DUTY) || duties.stream().anyMatch(l -> base.named().contains(l.name()));
    return bounded && one && !base.has(Part.DUTY);
  }

  private static boolean isIn(TaxBase base, ValuationBasis basis, CostLine line) {
    return base.named().contains(line.name())
        || switch (line.kind()) {
          case FREIGHT, INSURANCE -> base.has(Part.TRANSPORT) && basis == ValuationBasis.FOB;
          case CHARGE_BEFORE_IMPORT -> base.has(Part.CHARGES_BEFORE_IMPORT) && !line.isDutiable();
          case DUTY -> base.has(Part.DUTY) || base.has(Part.BASIC_DUTY) && line.isBasicDuty();
          case FEE -> base.has(Part.FEES);
          case TAX, CREDITABLE_TAX -> base.has(Part.EARLIER_TAXES);
          case CHARGE_AFTER_IMPORT -> base.has(Part.CHARGES_AFTER_IMPORT);
          case GOODS, ROUNDING -> false;
        };
  }

  private static List<BigMoney> amounts(List<CostLine> lines) {
    return lines.stream().flatMap(l -> l.amount().stream()).toList();
  }

  private void add(Kind kind, String name, BigMoney amount, String note) {
    lines.add(CostLine.of(kind, name, amount, note));
  }

  /** What is known of the cost: all of it where nothing is missing. */
  BigDecimal knownTotal() {
    return CostAmounts.sum(currency, amounts(lines.stream().filter(CostLine::isCost).toList()))
        .getAmount();
  }

  /** Why the cost is not known; empty where it is. */
  List<String> reasons() {
    return reasons;
  }

  private List<String> newReasons() {
    Set<String> all = new LinkedHashSet<>(customsValue.reasons());
    all.addAll(dutyReasons);
    for (CostLine each : lines) {
      if (each.amount().isEmpty() && each.kind() != Kind.DUTY && each.isCost()) {
        all.add(each.note());
      }
    }
    return List.copyOf(all);
  }

  Outcome outcome() {
    return outcome;
  }

  private Outcome newOutcome() {
    if (outcome == Outcome.PROHIBITED) {
      return outcome;
    }
    if (reasons.isEmpty()) {
      return Outcome.ASSESSED;
    }
    boolean told =
        outcome == Outcome.BOUNDED || outcome == Outcome.ASSESSED && !openFees().isEmpty();
    return told && customsValue.reasons().isEmpty() && allIsBounded()
        ? Outcome.BOUNDED
        : Outcome.UNDETERMINED;
  }

  /**
   * Whether nothing is missing but the duty, fees between two amounts, and what is charged on them.
   */
  private boolean allIsBounded() {
    return lines.stream()
        .filter(l -> l.amount().isEmpty() && l.isCost())
        .allMatch(l -> l.kind() == Kind.DUTY || l.kind() == Kind.TAX || l.span().isPresent());
  }

  /** The fees that may be due or not. */
  List<String> openFees() {
    return lines.stream()
        .filter(l -> l.kind() == Kind.FEE && l.amount().isEmpty() && l.span().isPresent())
        .map(CostLine::name)
        .toList();
  }

  List<CostLine> lines() {
    return lines;
  }

  CurrencyUnit currency() {
    return currency;
  }

  CustomsValue customsValue() {
    return customsValue;
  }

  /** The duties of the law as they are charged. */
  List<ChargedDuty> duties() {
    return duties;
  }

  /** All assessments behind the duties: several where a quota takes a part of the goods. */
  List<Assessment> assessments() {
    return assessments;
  }

  Optional<Assessment> assessment() {
    return Optional.ofNullable(assessment);
  }
}
