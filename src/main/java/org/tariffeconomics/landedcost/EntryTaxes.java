package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.landedcost.CustomsEntry.TaxLevel;
import org.tariffeconomics.landedcost.ImportTax.Credit;

/** The import taxes of an entry: computed by line, or once on all lines and shared out by base. */
final class EntryTaxes {

  private final ImportTax tax;
  private final ValuationBasis basis;
  private final EntryTerms terms;
  private final Kind kind;

  private EntryTaxes(ImportTax tax, ValuationBasis basis, EntryTerms terms) {
    this.tax = tax;
    this.basis = basis;
    this.terms = terms;
    this.kind = tax.credit() == Credit.CREDITABLE ? Kind.CREDITABLE_TAX : Kind.TAX;
  }

  /** One tax on the lines of an entry, given what they cost before it. */
  static EntryFees.Charged of(
      ImportTax tax,
      TaxLevel level,
      ValuationBasis basis,
      List<EntryLine> lines,
      EntryTerms terms) {
    EntryTaxes taxes = new EntryTaxes(tax, basis, terms);
    return level == TaxLevel.ENTRY ? taxes.onAll(lines) : taxes.onEach(lines);
  }

  private EntryFees.Charged onEach(List<EntryLine> lines) {
    List<CostLine> parts = new ArrayList<>(lines.size());
    for (EntryLine each : lines) {
      parts.add(
          base(each, terms.rounding())
              .map(
                  base ->
                      line(
                          tax.on(base, terms.rounding()),
                          isKnown(each),
                          tax.terms(),
                          tax.unknownBase("")))
              .orElseGet(() -> unknown("")));
    }
    return new EntryFees.Charged(sum(lines, parts), parts);
  }

  private CostLine sum(List<EntryLine> lines, List<CostLine> parts) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (parts.get(i).amount().isEmpty()) {
        missing.add(lines.get(i).name());
      }
    }
    String of = of(missing);
    return Span.sum(terms.currency(), parts)
        .map(sum -> line(sum, missing.isEmpty(), tax.terms() + ", by line", tax.unknownBase(of)))
        .orElseGet(() -> unknown(of));
  }

  private EntryFees.Charged onAll(List<EntryLine> lines) {
    List<Optional<Span>> bases =
        lines.stream().map(each -> base(each, MoneyRounding.exact())).toList();
    List<String> missing =
        IntStream.range(0, lines.size())
            .filter(i -> bases.get(i).isEmpty() || !isKnown(lines.get(i)))
            .mapToObj(i -> lines.get(i).name())
            .toList();
    if (!bases.stream().allMatch(Optional::isPresent)) {
      CostLine whole = unknown(of(missing));
      return new EntryFees.Charged(whole, lines.stream().map(each -> whole).toList());
    }
    List<Span> known = bases.stream().flatMap(Optional::stream).toList();
    Span all = known.stream().reduce(Span.zero(terms.currency()), Span::plus);
    MoneyRounding rounding = terms.rounding();
    CostLine whole =
        line(
            tax.on(new Span(rounding.base(all.low()), rounding.base(all.high())), rounding),
            missing.isEmpty(),
            tax.terms() + ", on all lines together",
            tax.unknownBase(of(missing)));
    return new EntryFees.Charged(
        whole,
        whole.amount().isPresent()
            ? shared(whole, lines, known)
            : known.stream().map(base -> bounded(whole, base)).toList());
  }

  private List<CostLine> shared(CostLine whole, List<EntryLine> lines, List<Span> bases) {
    boolean nothing = bases.stream().allMatch(b -> b.low().isZero());
    List<BigDecimal> weights =
        bases.stream().map(b -> nothing ? BigDecimal.ONE : b.low().getAmount()).toList();
    return LargestRemainder.split(
            whole.amount().orElseThrow(), lines.stream().map(EntryLine::name).toList(), weights)
        .stream()
        .map(share -> CostLine.of(kind, tax.name(), share, "part of " + whole))
        .toList();
  }

  /** A part of a tax that is bounded: its own tax, and by how much rounding the whole moves it. */
  private CostLine bounded(CostLine whole, Span base) {
    BigMoney most = whole.span().orElseThrow().high();
    BigMoney moved = terms.rounding().largestStep(most);
    BigMoney low = tax.on(base.low()).minus(moved);
    BigMoney high = tax.on(base.high()).plus(moved);
    BigMoney zero = BigMoney.zero(terms.currency());
    return CostLine.within(
        kind,
        tax.name(),
        new Span(low.isNegative() ? zero : low, high.isGreaterThan(most) ? most : high),
        "part of " + whole);
  }

  private CostLine line(Span span, boolean known, String note, String why) {
    return known
        ? CostLine.of(kind, tax.name(), span.low(), note)
        : CostLine.within(kind, tax.name(), span, why);
  }

  /** What the tax is charged on, in all ways that the duty of a line may turn out. */
  private Optional<Span> base(EntryLine line, MoneyRounding rounding) {
    Optional<Span> base = Optional.empty();
    for (List<CostLine> way : line.ways()) {
      Optional<Span> one = CostSheet.taxSpan(tax.base(), basis, line.customsValue(), way, rounding);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      base = base.map(span -> span.union(one.get())).or(() -> one);
    }
    return base;
  }

  /** Whether the base of a line is one number: no part of it is open. */
  private boolean isKnown(EntryLine line) {
    return CostSheet.taxBase(
            tax.base(), basis, line.customsValue(), line.costs(), MoneyRounding.exact())
        .isPresent();
  }

  private static String of(List<String> missing) {
    return missing.isEmpty() ? "" : " of " + String.join(", ", missing.stream().sorted().toList());
  }

  private CostLine unknown(String of) {
    return CostLine.unknown(kind, tax.name(), tax.unknownBase(of));
  }
}
