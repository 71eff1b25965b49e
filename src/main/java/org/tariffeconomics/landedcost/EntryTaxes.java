package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    MoneyRounding rounding = terms.rounding();
    List<CostLine> parts = new ArrayList<>(lines.size());
    for (EntryLine each : lines) {
      parts.add(
          base(each, rounding)
              .map(b -> CostLine.of(kind, tax.name(), rounding.tax(tax.on(b)), tax.terms()))
              .orElseGet(() -> unknown("")));
    }
    return new EntryFees.Charged(sum(lines, parts), parts);
  }

  private CostLine sum(List<EntryLine> lines, List<CostLine> parts) {
    List<String> missing = missing(lines, parts.stream().map(CostLine::amount).toList());
    return missing.isEmpty()
        ? CostLine.of(
            kind,
            tax.name(),
            CostAmounts.sum(
                terms.currency(), parts.stream().flatMap(p -> p.amount().stream()).toList()),
            tax.terms() + ", by line")
        : unknown(" of " + String.join(", ", missing));
  }

  private static List<String> missing(List<EntryLine> lines, List<Optional<BigMoney>> amounts) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (amounts.get(i).isEmpty()) {
        missing.add(lines.get(i).name());
      }
    }
    return missing.stream().sorted().toList();
  }

  private EntryFees.Charged onAll(List<EntryLine> lines) {
    List<Optional<BigMoney>> bases =
        lines.stream().map(each -> base(each, MoneyRounding.exact())).toList();
    List<String> missing = missing(lines, bases);
    if (!missing.isEmpty()) {
      CostLine whole = unknown(" of " + String.join(", ", missing));
      return new EntryFees.Charged(whole, lines.stream().map(each -> whole).toList());
    }
    List<BigMoney> known = bases.stream().flatMap(Optional::stream).toList();
    BigMoney base = terms.rounding().base(CostAmounts.sum(terms.currency(), known));
    CostLine whole =
        CostLine.of(
            kind,
            tax.name(),
            terms.rounding().tax(tax.on(base)),
            tax.terms() + ", on all lines together");
    return new EntryFees.Charged(whole, shared(whole, lines, known));
  }

  private List<CostLine> shared(CostLine whole, List<EntryLine> lines, List<BigMoney> bases) {
    boolean nothing = bases.stream().allMatch(BigMoney::isZero);
    List<BigDecimal> weights =
        bases.stream().map(b -> nothing ? BigDecimal.ONE : b.getAmount()).toList();
    return LargestRemainder.split(
            whole.amount().orElseThrow(), lines.stream().map(EntryLine::name).toList(), weights)
        .stream()
        .map(share -> CostLine.of(kind, tax.name(), share, "part of " + whole))
        .toList();
  }

  private Optional<BigMoney> base(EntryLine line, MoneyRounding rounding) {
    return CostSheet.taxBase(tax.base(), basis, line.customsValue(), line.costs(), rounding);
  }

  private CostLine unknown(String of) {
    return CostLine.unknown(
        kind, tax.name(), "the base of " + tax.name() + of + " is not known: " + tax.base());
  }
}
