package org.tariffeconomics.border;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.border.BorderRule.Part;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.ValuationBasis;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.RoundingPolicy;

/**
 * What a territory's border asks for besides the tariff: the basis of valuation, taxes and their
 * base, rounding, fees and low-value rules, each dated and cited.
 *
 * <p>The rules of a member are its own and, for what it has none of, those of its customs union.
 *
 * @since 0.1.0
 */
public final class BorderRegime {

  private final String territory;
  private final List<BorderRule> rules;

  private BorderRegime(String territory, List<BorderRule> rules) {
    this.territory = territory;
    this.rules = rules;
  }

  /**
   * The regime of a territory.
   *
   * @param territory the territory's code
   * @param law the territory whose customs law it imports under: itself or its union
   * @param rules rules of any territories; those of others are left out
   * @return the regime
   */
  public static BorderRegime of(String territory, String law, Collection<BorderRule> rules) {
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(rules, "rules");
    List<BorderRule> own = new ArrayList<>();
    for (BorderRule each : rules) {
      if (each.territory().equals(territory) || each.territory().equals(law)) {
        own.add(each);
      }
    }
    return new BorderRegime(territory, List.copyOf(own));
  }

  /** {@return the territory's code} */
  public String territory() {
    return territory;
  }

  /** {@return all rules, of whatever days and evidence} */
  public List<BorderRule> rules() {
    return rules;
  }

  /**
   * The rules of a day that stand.
   *
   * @param day the day of entry
   * @param evidence how good their evidence must be
   * @return the rules
   */
  public List<BorderRule> on(LocalDate day, Evidence evidence) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(evidence, "evidence");
    return rules.stream()
        .filter(r -> r.days().contains(day) && evidence.admits(r.source()))
        .toList();
  }

  private List<BorderRule> on(LocalDate day, Evidence evidence, Part part) {
    return on(day, evidence).stream().filter(r -> r.part() == part).toList();
  }

  /**
   * The basis of valuation, which is taken whatever its evidence: without one there is no value.
   *
   * @param day the day of entry
   * @return the basis, empty where none is known
   */
  public Optional<ValuationBasis> basis(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return on(day, Evidence.ANY, Part.VALUATION).stream()
        .flatMap(r -> r.basis().stream())
        .findFirst();
  }

  /**
   * The taxes on some goods, surcharges first.
   *
   * @param line the tariff line
   * @param day the day of entry
   * @param evidence how good their evidence must be
   * @return the taxes; none is not the same as untaxed: see {@link #missing}
   */
  public List<ImportTax> taxes(HsCode line, LocalDate day, Evidence evidence) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(evidence, "evidence");
    List<ImportTax> taxes = new ArrayList<>();
    for (Part part : List.of(Part.SURCHARGE, Part.TAX)) {
      on(day, evidence, part).stream()
          .filter(r -> r.isFor(line))
          .forEach(r -> r.tax().ifPresent(taxes::add));
    }
    return List.copyOf(taxes);
  }

  /** The names of the taxes that other goods pay on a day, where no rate is held for these. */
  Set<String> taxesOfOtherGoods(HsCode line, LocalDate day) {
    List<BorderRule> taxes = on(day, Evidence.ANY, Part.TAX);
    return taxes.stream().anyMatch(r -> r.isFor(line))
        ? Set.of()
        : taxes.stream().map(BorderRule::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * How amounts become money.
   *
   * @param day the day of entry
   * @param evidence how good the evidence must be
   * @return the rounding, empty where none stands
   */
  public Optional<RoundingPolicy> rounding(LocalDate day, Evidence evidence) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(evidence, "evidence");
    return on(day, evidence, Part.ROUNDING).stream()
        .flatMap(r -> r.rounding().stream())
        .findFirst();
  }

  /**
   * The fees at entry that are a share of the customs value.
   *
   * @param day the day of entry
   * @param evidence how good the evidence must be
   * @return the rules
   */
  public List<BorderRule> fees(LocalDate day, Evidence evidence) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(evidence, "evidence");
    return on(day, evidence, Part.FEE);
  }

  /**
   * The rules for consignments of low value. What they ask for is declared with the goods; {@link
   * Importer#landed} applies them.
   *
   * @param day the day of entry
   * @param evidence how good the evidence must be
   * @return the rules
   */
  public List<BorderRule> lowValue(LocalDate day, Evidence evidence) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(evidence, "evidence");
    return on(day, evidence, Part.LOW_VALUE);
  }

  /**
   * What is known of a day and does not stand: for want of evidence, or because it is known in
   * words only.
   *
   * @param day the day of entry
   * @param evidence how good the evidence must be
   * @return the rules that are left out
   */
  public List<BorderRule> missing(LocalDate day, Evidence evidence) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(evidence, "evidence");
    return rules.stream()
        .filter(r -> r.days().contains(day))
        .filter(r -> r.part() != Part.VALUATION)
        .filter(r -> r.part() == Part.OTHER || !evidence.admits(r.source()))
        .toList();
  }

  /**
   * {@return the rules as a table: a row for each rule: part, name, value, days, evidence, source}
   */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (BorderRule each : rules) {
      rows.add(
          List.of(
              Cell.text(each.part().toString()),
              Cell.text(each.name()),
              Cell.text(each.value()),
              Cell.text(Days.text(each.days())),
              Cell.text(Evidence.needed(each.source()).toString()),
              Cell.text(each.source().toString())));
    }
    return Table.of(
        "Border of " + territory,
        List.of("part", "name", "value", "days", "evidence", "source"),
        rows);
  }

  /** The territory and how many rules are known. */
  @Override
  public String toString() {
    return "border of " + territory + ", " + rules.size() + " rules";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BorderRegime that
        && territory.equals(that.territory)
        && rules.equals(that.rules);
  }

  @Override
  public int hashCode() {
    return Objects.hash(territory, rules);
  }
}
