package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Up to so many lines in doubt every way that they may turn out is looked at. */
  private static final int MOST_IN_DOUBT = 8;

  /**
   * What a line pays a fee on.
   *
   * @param name the line's name
   * @param value its customs value, null where it is not known
   * @param standing whether it pays
   */
  record Payer(String name, @Nullable BigMoney value, Standing standing) {

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
      @Nullable BigMoney whole = line.customsValue().value().orElse(null);
      @Nullable BigMoney value = whole;
      if (line.provision().isPresent() && whole != null && fee.name().equals(UsFees.PROCESSING)) {
        Optional<BigMoney> part =
            line.provision().get().processed(whole, line.goods().exchangeRates());
        if (part.isEmpty()) {
          payers.add(new Payer(line.name(), whole, notUnderChapter98(line)));
          continue;
        }
        value = part.get();
      }
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

  /** One fee on goods that are entered together, once for all of them. */
  static CostLine once(Fee fee, List<Payer> payers, EntryTerms terms) {
    return new EntryFees(fee, List.copyOf(payers), terms).charge().whole();
  }

  private static Standing notUnderChapter98(EntryLine line) {
    return new Standing(
        Standing.Kind.EXEMPT,
        "not charged under "
            + line.provision().orElseThrow().kind().heading()
            + " (19 U.S.C. 58c(b)(8)(B))");
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
    CostLine whole =
        amount
            .map(known -> CostLine.of(Kind.FEE, name, known, fee.terms()))
            .orElseGet(() -> open(String.join("; ", doubts())));
    return new Charged(
        whole, doubts().isEmpty() ? shared(whole.amount().orElseThrow()) : withheld(whole));
  }

  /** A fee that is not known, with what it lies within as far as values and limits tell. */
  private CostLine open(String why) {
    return span()
        .map(span -> CostLine.within(Kind.FEE, name, span, why))
        .orElseGet(() -> CostLine.unknown(Kind.FEE, name, why));
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
    return span().filter(Span::isPoint).map(Span::low);
  }

  /** The least and the most of the fee, which never falls where more goods pay it. */
  private Optional<Span> span() {
    List<Payer> sure = payers.stream().filter(p -> p.is(Standing.Kind.CHARGED)).toList();
    BigMoney least = sure.isEmpty() ? rounding.fee(BigMoney.zero(currency)) : on(sure);
    return most().map(most -> new Span(least, most));
  }

  private Optional<BigMoney> most() {
    List<Payer> paying = payers.stream().filter(p -> !p.isExempt()).toList();
    return paying.stream().allMatch(p -> p.value() != null)
        ? Optional.of(on(paying))
        : fee.maximum().filter(most -> most.getCurrencyUnit().equals(currency)).map(rounding::fee);
  }

  private BigMoney on(List<Payer> some) {
    BigMoney value =
        CostAmounts.sum(
            currency, some.stream().flatMap(p -> Stream.ofNullable(p.value())).toList());
    return rounding.fee(fee.inCurrencyOf(value, terms.rates()));
  }

  private List<CostLine> shared(BigMoney whole) {
    List<Payer> paying = payers.stream().filter(p -> !p.isExempt()).toList();
    List<BigMoney> shares = shares(whole, paying);
    List<CostLine> parts = new ArrayList<>();
    for (Payer each : payers) {
      int at = paying.indexOf(each);
      parts.add(
          at < 0
              ? exempt(each)
              : CostLine.of(Kind.FEE, name, shares.get(at), "part of " + name + " " + whole));
    }
    return parts;
  }

  private static List<BigMoney> shares(BigMoney whole, List<Payer> paying) {
    return LargestRemainder.split(
        whole, paying.stream().map(Payer::name).toList(), weights(paying));
  }

  private static List<BigDecimal> weights(List<Payer> paying) {
    List<BigDecimal> values = new ArrayList<>();
    paying.forEach(p -> values.add(p.value() == null ? BigDecimal.ZERO : p.value().getAmount()));
    boolean nothing = values.stream().allMatch(v -> v.signum() == 0);
    return nothing ? values.stream().map(v -> BigDecimal.ONE).toList() : values;
  }

  /** The parts of a fee whose sharing out depends on what is not known. */
  private List<CostLine> withheld(CostLine whole) {
    String why = "how " + whole + " is shared out: " + String.join("; ", doubts());
    Map<Payer, Span> spans = spans(whole);
    List<CostLine> parts = new ArrayList<>(payers.size());
    for (Payer each : payers) {
      Span span = spans.get(each);
      parts.add(
          each.isExempt()
              ? exempt(each)
              : span == null
                  ? CostLine.unknown(Kind.FEE, name, why)
                  : CostLine.within(Kind.FEE, name, span, why));
    }
    return parts;
  }

  /**
   * What each part lies within: in all the ways that those in doubt may pay or not where these are
   * few, else between nothing and the whole fee. Nothing where not even the fee has a most.
   */
  private Map<Payer, Span> spans(CostLine whole) {
    List<Payer> doubtful = payers.stream().filter(p -> p.is(Standing.Kind.UNKNOWN)).toList();
    boolean valued = payers.stream().allMatch(p -> p.isExempt() || p.value() != null);
    Map<Payer, Span> spans = new HashMap<>();
    if (!valued || doubtful.size() > MOST_IN_DOUBT) {
      whole
          .span()
          .ifPresent(
              s -> payers.forEach(p -> spans.put(p, new Span(BigMoney.zero(currency), s.high()))));
      return spans;
    }
    Subsets.of(doubtful)
        .forEach(
            some ->
                widen(
                    spans,
                    payers.stream()
                        .filter(p -> p.is(Standing.Kind.CHARGED) || some.contains(p))
                        .toList()));
    return spans;
  }

  private void widen(Map<Payer, Span> spans, List<Payer> paying) {
    List<BigMoney> shares = paying.isEmpty() ? List.of() : shares(on(paying), paying);
    for (Payer each : payers) {
      int at = paying.indexOf(each);
      BigMoney share = at < 0 ? rounding.fee(BigMoney.zero(currency)) : shares.get(at);
      spans.merge(each, Span.of(share), Span::union);
    }
  }

  private CostLine exempt(Payer payer) {
    return nothing(payer.standing().why());
  }

  private CostLine nothing(String why) {
    return CostLine.of(Kind.FEE, name, rounding.fee(BigMoney.zero(currency)), why);
  }
}
