package org.tariffeconomics.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.rate.AgriculturalComponent;
import org.tariffeconomics.rate.ConditionLadder;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.PolarisedRate;

/** The quantities and declared facts of a duty case, by the names of its inputs. */
final class CaseGoods {

  private static final String QUINTALS = "DTN";
  private static final String ALCOHOL = "LPA";

  /** The unit that an input counts, by its name without a leading {@code qty_}. */
  private static final Map<String, String> UNITS = units();

  private static final List<String> SUCROSE =
      List.of("sucrose", "sucrose_pct", "pct_sucrose", "sucrose_percent", "brx", "sacchar");

  private static final List<String> STRENGTH = List.of("abv", "asv", "strength", "vol_pct");

  private static final List<String> RETAIL = List.of("retail_price", "rrp", "ret");

  private CaseGoods() {}

  private static Map<String, String> units() {
    Map<String, String> units = new TreeMap<>();
    units.putAll(Map.of("kg", "kg", "kgs", "kg", "g", "g", "t", "t", "tonnes", "t", "lb", "lb"));
    units.putAll(Map.of("dtn", QUINTALS, "quintals", QUINTALS, "hundred_kg", QUINTALS));
    units.putAll(Map.of("litres", "l", "liters", "l", "litre", "l", "l", "l", "m3", "m3"));
    units.putAll(Map.of("hl", "HLT", "hlt", "HLT", "hectolitres", "HLT", "bbl", "bbl"));
    units.putAll(
        Map.of("pieces", "No.", "no", "No.", "items", "No.", "units", "No.", "nar", "No."));
    units.putAll(Map.of("thousand", "thousand", "mil", "thousand", "thousands", "thousand"));
    units.putAll(Map.of("doz", "doz", "dozen", "doz", "dozens", "doz", "gross", "gross"));
    units.putAll(
        Map.of("pairs", "pr", "prs", "pr", "dozen_pairs", "doz prs", "doz_prs", "doz prs"));
    units.putAll(Map.of("m2", "m2", "m", "m", "head", "head", "jewels", "jewel", "packs", "pack"));
    units.putAll(Map.of("lpa", ALCOHOL, "pf_liters", "pf.liter", "proof_liters", "pf.liter"));
    units.putAll(Map.of("clean_kg", "CYK", "drained_kg", "KGME", "gross_kg", "KGMG"));
    return Map.copyOf(units);
  }

  /** Every quantity that the case states, and those that follow from what the rate measures. */
  static List<Quantity> quantities(DutyCase each, List<DutyRate> rates) {
    List<Quantity> quantities = new ArrayList<>();
    stated(each, List.of("qty", "quantity"))
        .filter(name -> each.has(name + "_unit"))
        .ifPresent(
            name ->
                add(
                    quantities,
                    new Quantity(each.number(name), Unit.of(each.text(name + "_unit")))));
    each.inputs()
        .fieldNames()
        .forEachRemaining(
            name -> {
              String unit = UNITS.get(name.replaceFirst("^qty_", ""));
              if (unit != null) {
                add(quantities, new Quantity(each.number(name), Unit.of(unit)));
              }
            });
    pureAlcohol(each, quantities).ifPresent(litres -> add(quantities, litres));
    sucrose(each, quantities).ifPresent(sugar -> add(quantities, sugar));
    rates.forEach(rate -> addMeasured(quantities, rate));
    return quantities;
  }

  /** A second statement of one kind, such as the same weight in tons, is left out. */
  private static void add(List<Quantity> quantities, Quantity more) {
    if (quantities.stream().noneMatch(q -> q.unit().convertsTo(more.unit()))) {
      quantities.add(more);
    }
  }

  private static Optional<BigDecimal> in(List<Quantity> quantities, String unit) {
    return quantities.stream()
        .filter(q -> q.unit().convertsTo(Unit.of(unit)))
        .findFirst()
        .map(q -> q.in(Unit.of(unit)).amount());
  }

  private static Optional<Quantity> pureAlcohol(DutyCase each, List<Quantity> quantities) {
    return stated(each, STRENGTH)
        .flatMap(
            name ->
                in(quantities, "l")
                    .map(litres -> litres.multiply(each.number(name)).movePointLeft(2)))
        .map(litres -> new Quantity(litres, Unit.of(ALCOHOL)));
  }

  /** Quintals times percent of sucrose. */
  private static Optional<Quantity> sucrose(DutyCase each, List<Quantity> quantities) {
    return stated(each, SUCROSE)
        .flatMap(name -> in(quantities, QUINTALS).map(each.number(name)::multiply))
        .map(product -> new Quantity(product, Unit.of("DTNZ")));
  }

  /** Where a rate measures a part or state, a quantity of the case is the quantity of that. */
  private static void addMeasured(List<Quantity> quantities, DutyRate rate) {
    rate.parts().forEach(part -> addMeasured(quantities, part));
    if (rate instanceof DutyRate.Specific specific && !specific.per().unit().measures().isEmpty()) {
      Unit measured = specific.per().unit();
      List.copyOf(quantities).stream()
          .filter(q -> q.unit().dimension() == measured.dimension())
          .filter(q -> q.unit().measures().isEmpty())
          .findFirst()
          .map(q -> new Quantity(q.amount(), q.unit().measuring(measured.measures())))
          .ifPresent(q -> add(quantities, q));
    }
  }

  static DeclaredFacts facts(DutyCase each) {
    CurrencyUnit currency = RateCases.currency(each);
    DeclaredFacts facts = DeclaredFacts.none();
    for (String name : List.of(PolarisedRate.FACT, AgriculturalComponent.FACT)) {
      facts = each.has(name) ? facts.withFact(name, each.text(name)) : facts;
    }
    if (each.has("certificates")) {
      facts = facts.withFact(ConditionLadder.CERTIFICATES, each.text("certificates"));
    }
    Optional<String> retail = stated(each, RETAIL);
    if (retail.isPresent()) {
      facts = facts.withFact("retail price", currency + " " + each.text(retail.get()));
    }
    for (String price : List.of("entry_price", "cif_price", "declared_price")) {
      facts = withPrice(each, price, facts);
    }
    return facts;
  }

  /** A price with its unit in the input's name, as in {@code entry_price_eur_per_100kg}. */
  private static DeclaredFacts withPrice(DutyCase each, String price, DeclaredFacts facts) {
    Optional<String> name = each.firstKey(price);
    if (name.isEmpty()) {
      return facts;
    }
    String unit = name.get().substring(price.length()).replaceFirst("^_", "");
    String[] parts = unit.split("_per_", 2);
    String text = each.text(name.get());
    return facts.withFact(
        price.replace('_', ' '),
        parts.length < 2 ? text : text + " " + parts[0].toUpperCase(Locale.ROOT) + "/" + parts[1]);
  }

  static Optional<String> stated(DutyCase each, List<String> names) {
    return names.stream().filter(each::has).findFirst();
  }
}
