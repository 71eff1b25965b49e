package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.tariff.TariffLaw;

/** Prices one entry: shares out what is paid together, then duties, fees and taxes in turn. */
final class EntryPricing {

  private final CustomsEntry entry;
  private final List<EntryItem> items;
  private final TariffLaw law;
  private final LandedCostCalculator terms;
  private final CurrencyUnit currency;
  private final MoneyRounding rounding;

  EntryPricing(CustomsEntry entry, TariffLaw law) {
    this.entry = entry;
    this.items = entry.items();
    this.law = law;
    this.terms = entry.terms();
    this.currency = law.book().currency();
    this.rounding = MoneyRounding.of(law.book().rounding());
    if (items.isEmpty()) {
      throw new IllegalArgumentException("An entry needs a line: use CustomsEntry.withLine");
    }
  }

  EntryCost cost() {
    List<Shipment> goods = sharedOut(items.stream().map(this::stated).toList());
    List<EntryLine> lines = new ArrayList<>(goods.size());
    List<PreferenceUse> preferences = new ArrayList<>(goods.size());
    for (int i = 0; i < goods.size(); i++) {
      DutySource source = source(i, goods);
      lines.add(EntryLine.of(items.get(i), goods.get(i), terms, source));
      preferences.add(source.preferences(goods.get(i)));
    }
    requireInformal(lines);
    EntryTerms common =
        new EntryTerms(law.day(), currency, rounding, entry.exchangeRates(), preferences);
    List<EntryFees.Charged> fees = EntryFees.of(terms.fees(), lines, common);
    for (EntryFees.Charged each : fees) {
      addTo(lines, each);
    }
    List<CostLine> taxes = new ArrayList<>();
    for (ImportTax each : terms.taxes()) {
      EntryFees.Charged tax = EntryTaxes.of(each, entry.taxLevel(), terms.basis(), lines, common);
      addTo(lines, tax);
      taxes.add(tax.whole());
    }
    return new EntryCost(
        entry, law, lines, fees.stream().map(EntryFees.Charged::whole).toList(), taxes);
  }

  private DutySource source(int line, List<Shipment> goods) {
    DutySource.OfLaw source = terms.source(goods.get(line), law);
    EntryItem item = items.get(line);
    if (item.provision() != null) {
      return new ProvisionSource(source, item.provision());
    }
    for (QuotaUse each : entry.quotas()) {
      if (each.lines().contains(item.name())) {
        return new QuotaSource(source, each.position(goods(each, goods)));
      }
    }
    return source;
  }

  /** The goods of the lines that are entered under a quota. */
  private List<Shipment> goods(QuotaUse use, List<Shipment> goods) {
    List<String> names = entry.lineNames();
    return use.lines().stream().map(name -> goods.get(names.indexOf(name))).toList();
  }

  private static void addTo(List<EntryLine> lines, EntryFees.Charged charged) {
    for (int i = 0; i < lines.size(); i++) {
      lines.set(i, lines.get(i).with(charged.parts().get(i)));
    }
  }

  /** The goods of a line with what the entry states for those that do not. */
  private Shipment stated(EntryItem item) {
    Shipment goods = item.goods();
    if (goods.exchangeRates().equals(ExchangeRates.none())) {
      goods = goods.withExchangeRates(entry.exchangeRates());
    }
    return goods.mode().isEmpty() && entry.mode().isPresent()
        ? goods.withMode(entry.mode().get())
        : goods;
  }

  private List<Shipment> sharedOut(List<Shipment> goods) {
    List<Shipment> result = new ArrayList<>(goods);
    List<CostAllocation.Part> parts = entry.sharedCosts().isEmpty() ? List.of() : parts(goods);
    for (SharedCost each : entry.sharedCosts()) {
      refuseStated(each, goods);
      List<BigMoney> shares =
          each.allocation().split("The " + each.name(), inCurrency(each), parts);
      for (int i = 0; i < shares.size(); i++) {
        result.set(i, each.addTo(result.get(i), shares.get(i)));
      }
    }
    return result;
  }

  private List<CostAllocation.Part> parts(List<Shipment> goods) {
    List<CostAllocation.Part> parts = new ArrayList<>(goods.size());
    for (int i = 0; i < goods.size(); i++) {
      Shipment each = goods.get(i);
      BigMoney price = CostAmounts.in(currency, "price", each.price(), each.exchangeRates());
      parts.add(new CostAllocation.Part(items.get(i).name(), price, each.quantities()));
    }
    return parts;
  }

  private BigMoney inCurrency(SharedCost cost) {
    return cost.amount().getCurrencyUnit().equals(currency)
        ? cost.amount()
        : rounding.converted(
            CostAmounts.in(currency, cost.name(), cost.amount(), entry.exchangeRates()));
  }

  private void refuseStated(SharedCost cost, List<Shipment> goods) {
    for (int i = 0; i < goods.size(); i++) {
      if (cost.isStatedBy(goods.get(i))) {
        throw new IllegalArgumentException(
            "Line "
                + Texts.quoted(items.get(i).name())
                + " states its "
                + cost.name()
                + ", and the entry shares one out: state it on the lines or on the entry");
      }
    }
  }

  private void requireInformal(List<EntryLine> lines) {
    if (!entry.isInformal()) {
      return;
    }
    BigMoney value =
        CostAmounts.sum(
            currency, lines.stream().flatMap(l -> l.customsValue().value().stream()).toList());
    if (value.isSameCurrency(UsFees.MOST_INFORMAL) && value.isGreaterThan(UsFees.MOST_INFORMAL)) {
      throw new IllegalArgumentException(
          "An informal entry is of goods worth at most "
              + UsFees.MOST_INFORMAL
              + " (19 CFR 143.21), but these are worth "
              + value);
    }
  }
}
