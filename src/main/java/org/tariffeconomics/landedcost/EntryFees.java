package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.Fee.Standing;

/**
 * One fee of an entry: charged once on the value of all the lines that pay it, within its minimum
 * and maximum, and shared out among them by their values.
 */
final class EntryFees {

  /**
   * What a line pays a fee on.
   *
   * @param name the line's name
   * @param value its customs value, null where it is not known
   * @param standing whether it pays
   */
  private record Payer(String name, @Nullable BigMoney value, Standing standing) {

    boolean is(Standing.Kind kind) {
      return standing.kind() == kind;
    }

    boolean isExempt() {
      return is(Standing.Kind.EXEMPT);
    }
  }

  /**
   * A fee of the entry and of each of its lines.
   *
   * @param whole what the entry pays
   * @param parts what each line bears of it, in the order of the lines
   */
  record Charged(CostLine whole, List<CostLine> parts) {}

  private final String name;
  private final Fee fee;
  private final List<Payer> payers;
  private final EntryTerms terms;
  private final MoneyRounding rounding;
  private final CurrencyUnit currency;

  private EntryFees(Fee fee, List<Payer> payers, EntryTerms terms) {
    this.name = fee.name();
    this.fee = fee;
    this.payers = payers;
    this.terms = terms;
    this.rounding = terms.rounding();
    this.currency = terms.currency();
  }

  /** All fees of a schedule on the lines of an entry. */
  static List<Charged> of(FeeSchedule schedule, List<EntryLine> lines, EntryTerms terms) {
    List<Charged> all = new ArrayList<>();
    for (String name : schedule.names()) {
      all.add(
          schedule
              .find(name, terms.day())
              .map(fee -> of(fee, lines, terms).charge())
              .orElseGet(() -> unknown(name, schedule.unknown(name, terms.day()), lines.size())));
    }
    return all;
  }

  private static EntryFees of(Fee fee, List<EntryLine> lines, EntryTerms terms) {
    List<Payer> payers = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      EntryLine line = lines.get(i);
      @Nullable BigMoney value = line.customsValue().value().orElse(null);
      FeeSchedule.Entry goods =
          new FeeSchedule.Entry(
              value == null ? BigMoney.zero(terms.currency()) : value,
              line.goods(),
              terms.day(),
              terms.preferences().get(i),
              terms.rounding());
      payers.add(new Payer(line.name(), value, fee.standing(goods)));
    }
    return new EntryFees(fee, payers, terms);
  }

  private static Charged unknown(String name, String why, int lines) {
    CostLine whole = CostLine.unknown(Kind.FEE, name, why);
    return new Charged(whole, Stream.generate(() -> whole).limit(lines).toList());
  }

  private Charged charge() {
    if (payers.stream().allMatch(Payer::isExempt)) {
      return new Charged(nothing(exemption()), payers.stream().map(this::exempt).toList());
    }
    Optional<BigMoney> amount = amount();
    if (amount.isEmpty()) {
      CostLine whole = CostLine.unknown(Kind.FEE, name, String.join("; ", doubts()));
      return new Charged(whole, payers.stream().map(p -> exemptOr(p, whole)).toList());
    }
    CostLine whole = CostLine.of(Kind.FEE, name, amount.get(), fee.terms());
    return new Charged(whole, doubts().isEmpty() ? shared(whole) : withheld(whole));
  }

  private String exemption() {
    return String.join(
        "; ", payers.stream().map(p -> p.standing().why()).distinct().sorted().toList());
  }

  /** Why the fee may be one amount or another: a line that may pay, a value that is not known. */
  private List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    for (Payer each : payers) {
      if (each.is(Standing.Kind.UNKNOWN)) {
        doubts.add(each.name() + ": " + each.standing().why());
      } else if (!each.isExempt() && each.value() == null) {
        doubts.add(each.name() + ": the customs value is not known, which " + name + " asks for");
      }
    }
    return doubts.stream().sorted().toList();
  }

  /** The fee, where all that is in doubt cannot move it. */
  private Optional<BigMoney> amount() {
    List<Payer> sure = payers.stream().filter(p -> p.is(Standing.Kind.CHARGED)).toList();
    boolean open = payers.stream().anyMatch(p -> !p.isExempt() && p.value() == null);
    BigMoney least = sure.isEmpty() ? BigMoney.zero(currency) : on(sure);
    if (open) {
      return isTheMost(least, sure) ? Optional.of(least) : Optional.empty();
    }
    BigMoney most = on(payers.stream().filter(p -> !p.isExempt()).toList());
    return least.isEqual(most) ? Optional.of(most) : Optional.empty();
  }

  /** Whether a fee cannot grow with the value any more. */
  private boolean isTheMost(BigMoney amount, List<Payer> sure) {
    return !sure.isEmpty()
        && fee.maximum()
            .map(most -> rounding.fee(most))
            .filter(most -> most.isSameCurrency(amount) && most.isEqual(amount))
            .isPresent();
  }

  private BigMoney on(List<Payer> some) {
    BigMoney value =
        CostAmounts.sum(
            currency, some.stream().flatMap(p -> Stream.ofNullable(p.value())).toList());
    return rounding.fee(fee.inCurrencyOf(value, terms.rates()));
  }

  private List<CostLine> shared(CostLine whole) {
    List<Payer> paying = payers.stream().filter(p -> !p.isExempt()).toList();
    List<BigMoney> shares =
        LargestRemainder.split(
            whole.amount().orElseThrow(),
            paying.stream().map(Payer::name).toList(),
            weights(paying));
    List<CostLine> parts = new ArrayList<>();
    for (Payer each : payers) {
      int at = paying.indexOf(each);
      parts.add(
          at < 0 ? exempt(each) : CostLine.of(Kind.FEE, name, shares.get(at), "part of " + whole));
    }
    return parts;
  }

  private static List<BigDecimal> weights(List<Payer> paying) {
    List<BigDecimal> values = new ArrayList<>();
    paying.forEach(p -> values.add(p.value() == null ? BigDecimal.ZERO : p.value().getAmount()));
    boolean nothing = values.stream().allMatch(v -> v.signum() == 0);
    return nothing ? values.stream().map(v -> BigDecimal.ONE).toList() : values;
  }

  /** The parts of a fee whose sharing out depends on what is not known. */
  private List<CostLine> withheld(CostLine whole) {
    CostLine part =
        CostLine.unknown(
            Kind.FEE, name, "how " + whole + " is shared out: " + String.join("; ", doubts()));
    return payers.stream().map(p -> exemptOr(p, part)).toList();
  }

  private CostLine exemptOr(Payer payer, CostLine other) {
    return payer.isExempt() ? exempt(payer) : other;
  }

  private CostLine exempt(Payer payer) {
    return nothing(payer.standing().why());
  }

  private CostLine nothing(String why) {
    return CostLine.of(Kind.FEE, name, rounding.fee(BigMoney.zero(currency)), why);
  }
}
