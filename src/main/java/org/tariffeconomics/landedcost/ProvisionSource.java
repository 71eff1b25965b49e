package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.Rule;

/** The duties of the law on goods that are entered under a provision of chapter 98. */
record ProvisionSource(DutySource.OfLaw law, SpecialProvision provision)
    implements DutySource.OverLaw {

  /** Duties on dumping and subsidies: no text that was seen says on which value they are here. */
  private static final Set<String> CASES = Set.of("anti-dumping", "countervailing");

  @Override
  public Charged charge(BigMoney customsValue, Shipment shipment) {
    BigMoney dutiable = provision.dutiable(customsValue, shipment.exchangeRates());
    Assessment whole =
        law.exactly().stack().assess(customsValue, shipment.quantities(), shipment.exchangeRates());
    if (provision.kind() == SpecialProvision.Kind.RETURNED
        && whole.outcome() != Outcome.PROHIBITED
        && whole.lines().stream().noneMatch(ProvisionSource::isOfCase)) {
      String note = "free under " + provision;
      CostLine free = CostLine.duty("MFN", rounding().tax(dutiable), note, true);
      return new Charged(
          List.of(free),
          Outcome.ASSESSED,
          List.of(),
          null,
          preferences(shipment),
          List.of(),
          List.of());
    }
    return on(whole, share(dutiable, customsValue), shipment);
  }

  private static boolean isOfCase(DutyLine line) {
    return CASES.contains(line.measure().programme());
  }

  private static BigDecimal share(BigMoney part, BigMoney whole) {
    return CostAmounts.ratio(part, whole).orElse(BigDecimal.ZERO);
  }

  private Charged on(Assessment whole, BigDecimal share, Shipment shipment) {
    List<String> reasons = new ArrayList<>(whole.reasons());
    whole.lines().stream()
        .filter(line -> line.layer().share().compareTo(BigDecimal.ONE) != 0)
        .map(
            line ->
                line.measure().id()
                    + " is on a part of the value, and how much of it "
                    + provision.kind().heading()
                    + " leaves is not known")
        .forEach(reasons::add);
    whole.lines().stream()
        .filter(ProvisionSource::isOfCase)
        .map(
            line ->
                "whether "
                    + line.measure().programme()
                    + " duty is on the full value under "
                    + provision.kind().heading()
                    + " is not known: leave it out of the facts, and state a deposit")
        .forEach(reasons::add);
    boolean apart = reasons.size() > whole.reasons().size();
    List<BigMoney> exact =
        whole.lines().stream().map(line -> line.amount().multipliedBy(of(line, share))).toList();
    List<BigMoney> amounts = rounding().duties(exact);
    List<CostLine> lines = new ArrayList<>();
    List<ChargedDuty> duties = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      DutyLine line = whole.lines().get(i);
      lines.add(line(line, amounts.get(i)));
      duties.add(new ChargedDuty(line, amounts.get(i)));
    }
    Outcome outcome = outcome(whole, apart);
    if (outcome == Outcome.BOUNDED) {
      lines.add(rest(whole, share, amounts, reasons));
    } else if (outcome != Outcome.ASSESSED) {
      lines.add(CostLine.unknown(Kind.DUTY, "duty", String.join("; ", reasons)));
    }
    return new Charged(
        lines, outcome, List.copyOf(reasons), null, preferences(shipment), duties, List.of(whole));
  }

  private Outcome outcome(Assessment whole, boolean apart) {
    boolean told =
        whole.outcome() == Outcome.ASSESSED
            || whole.outcome() == Outcome.BOUNDED
                && provision.kind() != SpecialProvision.Kind.METAL_PROCESSED;
    return whole.outcome() == Outcome.PROHIBITED
        ? Outcome.PROHIBITED
        : told && !apart ? whole.outcome() : Outcome.UNDETERMINED;
  }

  /** What the duty that is left open lies within, on the part of the value. */
  private CostLine rest(
      Assessment whole, BigDecimal share, List<BigMoney> known, List<String> reasons) {
    Span span = Span.of(whole.range().orElseThrow());
    BigMoney told = CostAmounts.sum(whole.customsValue().getCurrencyUnit(), known);
    Span part =
        new Span(
            rounding().tax(span.low().multipliedBy(share)),
            rounding().tax(span.high().multipliedBy(share)));
    return CostLine.within(Kind.DUTY, "duty", part.minus(told), String.join("; ", reasons));
  }

  private BigDecimal of(DutyLine line, BigDecimal share) {
    return provision.isOnFullValue(line.measure().programme()) ? BigDecimal.ONE : share;
  }

  private CostLine line(DutyLine line, BigMoney amount) {
    Rule rule = line.measure().rule();
    String programme = line.measure().programme();
    String on = provision.isOnFullValue(programme) ? "the full value" : provision.toString();
    return CostLine.duty(
        programme, amount, rule + " " + line.measure().rate() + " under " + on, rule.isBase());
  }

  @Override
  public DutySource unrounded() {
    return new ProvisionSource(law.exactly(), provision);
  }
}
