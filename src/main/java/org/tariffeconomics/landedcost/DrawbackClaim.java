package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.MoneyCells;

/**
 * Duties that come back when goods are exported: of one imported line, without the duties that no
 * drawback is paid on, for the part that is exported (19 U.S.C. 1313; 99 % in the United States).
 *
 * <p>Directly, the very goods or what was made of them are exported. By substitution, other goods
 * of the same eight digits are; what comes back is then at most the share of what these would have
 * paid themselves (19 U.S.C. 1313(l), “lesser of”).
 *
 * <p>Formula: {@code 99 % · Σ eligible duties · exported / imported}, by substitution with the
 * lesser of the duties per unit.
 *
 * <p>Of manufactured or substituted goods that are exported to Canada or Mexico at most the duty
 * paid there comes back, and nothing of those to Chile (19 U.S.C. 1313(n)): such exports are not
 * judged here, and where a claim may be one {@link #assumptions} says that the goods go elsewhere.
 *
 * @since 0.1.0
 */
public final class DrawbackClaim {

  private final Assessment imported;
  private final Quantity importedQuantity;

  /** What the user says does not come back; null where that is left to what is known here. */
  private final @Nullable Set<String> stated;

  private final @Nullable Assessment substituted;
  private final Use use;

  /** What was done with the imported goods. */
  public enum Use {
    /** They are exported unused, or the claim does not say. */
    NOT_MANUFACTURED,
    /** What is exported was made of them (19 U.S.C. 1313(a) and (b)). */
    MANUFACTURED
  }

  private DrawbackClaim(
      Assessment imported,
      Quantity importedQuantity,
      @Nullable Set<String> stated,
      @Nullable Assessment substituted,
      Use use) {
    this.imported = imported;
    this.importedQuantity = importedQuantity;
    this.stated = stated;
    this.substituted = substituted;
    this.use = use;
  }

  /**
   * A claim on an imported line. Whether drawback is paid on a duty of the bundled law stands in
   * the order that imposed it; where only others report it, {@link #assumptions} says so. A duty of
   * any other programme, or one on conditions that are not judged here (of what was manufactured:
   * metals from 6 April 2026, drones, parts of vehicles entered before November 2025), leaves the
   * claim unknown until {@link #withIneligible} says which come not back.
   *
   * @param imported the duties that were paid
   * @param quantity the quantity that was imported, positive
   * @return the claim
   * @throws IllegalArgumentException when the quantity is not positive
   */
  public static DrawbackClaim of(Assessment imported, String quantity) {
    Quantity whole = Quantity.parse(Objects.requireNonNull(quantity, "quantity"));
    if (whole.amount().signum() <= 0) {
      throw new IllegalArgumentException("quantity must be positive, but was " + whole);
    }
    return new DrawbackClaim(
        Objects.requireNonNull(imported, "imported"), whole, null, null, Use.NOT_MANUFACTURED);
  }

  /**
   * The same claim with other programmes ruled out, in place of those before.
   *
   * @param programmes the programmes on which no drawback is paid
   * @return a new claim
   */
  public DrawbackClaim withIneligible(Collection<String> programmes) {
    Objects.requireNonNull(programmes, "programmes");
    return new DrawbackClaim(imported, importedQuantity, Set.copyOf(programmes), substituted, use);
  }

  /**
   * The same claim for a use of the goods, which decides of duties that are given back for
   * manufactured goods only.
   *
   * @param newUse what was done with the imported goods
   * @return a new claim
   */
  public DrawbackClaim withUse(Use newUse) {
    return new DrawbackClaim(
        imported, importedQuantity, stated, substituted, Objects.requireNonNull(newUse, "newUse"));
  }

  /**
   * The same claim for other goods that are exported in place of the imported ones.
   *
   * @param wouldPay the duties that the exported goods would pay if they were imported, on the same
   *     quantity
   * @return a new claim
   * @throws IllegalArgumentException when the goods are not of the same eight digits, or their
   *     duties are in another currency
   */
  public DrawbackClaim withSubstitute(Assessment wouldPay) {
    Objects.requireNonNull(wouldPay, "wouldPay");
    HsCode own = imported.stack().line().upTo(DatedLine.DIGITS);
    HsCode other = wouldPay.stack().line().upTo(DatedLine.DIGITS);
    if (own.digits().length() < DatedLine.DIGITS || !own.equals(other)) {
      throw new IllegalArgumentException(
          "Substitution is for goods of the same eight digits, but these were "
              + imported.stack().line()
              + " and "
              + wouldPay.stack().line());
    }
    CurrencyUnit currency = imported.customsValue().getCurrencyUnit();
    if (!wouldPay.customsValue().getCurrencyUnit().equals(currency)) {
      throw new IllegalArgumentException(
          "Duties of the substitute must be in "
              + currency
              + " like those that were paid, but were on "
              + wouldPay.customsValue());
    }
    return new DrawbackClaim(imported, importedQuantity, stated, wouldPay, use);
  }

  /**
   * {@return the duties that drawback is paid on, in the order in which they were charged; those of
   * which it is not known are in {@link #reasons}}
   */
  public List<DutyLine> eligible() {
    return eligible(imported).toList();
  }

  private Stream<DutyLine> eligible(Assessment assessment) {
    return assessment.payableLines().stream().filter(this::isPaidOn);
  }

  /** {@return the programmes of duties that were charged and come not back} */
  public List<String> ruledOut() {
    Set<String> names = new TreeSet<>();
    imported.payableLines().stream()
        .filter(this::isRuledOut)
        .map(l -> l.measure().programme())
        .forEach(names::add);
    return List.copyOf(names);
  }

  private DrawbackRule rule(DutyLine line) {
    String programme = line.measure().programme();
    return stated == null
        ? DrawbackRule.of(line, imported.stack().law().day())
        : DrawbackRule.stated(!stated.contains(programme));
  }

  private boolean isRuledOut(DutyLine line) {
    DrawbackRule.Paid paid = rule(line).paid();
    boolean forManufactured =
        paid == DrawbackRule.Paid.MANUFACTURING || paid == DrawbackRule.Paid.MANUFACTURING_PERHAPS;
    return paid == DrawbackRule.Paid.NO || forManufactured && use != Use.MANUFACTURED;
  }

  private boolean isPaidOn(DutyLine line) {
    DrawbackRule.Paid paid = rule(line).paid();
    return !isRuledOut(line)
        && paid != DrawbackRule.Paid.NOT_KNOWN
        && paid != DrawbackRule.Paid.MANUFACTURING_PERHAPS;
  }

  /**
   * What is taken to be so: of the duties that were paid, though it was not read in its source, and
   * of where manufactured or substituted goods go.
   *
   * @return one sentence a programme; none where every order was read, and the very goods are
   *     exported
   */
  public List<String> assumptions() {
    List<String> all = new ArrayList<>();
    imported.payableLines().stream()
        .flatMap(line -> rule(line).assumption(line.measure().programme()).stream())
        .distinct()
        .forEach(all::add);
    if (use == Use.MANUFACTURED || substituted != null) {
      all.add("not exported to Canada, Mexico or Chile (19 U.S.C. 1313(n))");
    }
    return List.copyOf(all);
  }

  /**
   * Why it is not known what comes back.
   *
   * @return the reasons, empty where it is known
   */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>(imported.reasons());
    imported.payableLines().stream()
        .filter(l -> !isRuledOut(l) && !isPaidOn(l))
        .map(l -> l.measure().programme())
        .distinct()
        .forEach(p -> reasons.add("state with withIneligible whether drawback is paid on " + p));
    openParts(imported).ifPresent(reasons::add);
    if (substituted != null) {
      reasons.addAll(substituted.reasons());
      openParts(substituted).ifPresent(reasons::add);
    }
    return reasons.stream().distinct().toList();
  }

  /** Lines below a code that pay one rate may pay it in duties that come back and in others. */
  private Optional<String> openParts(Assessment assessment) {
    DutyStack stack = assessment.stack();
    if (assessment.outcome() != Outcome.ASSESSED || stack.cases().size() < 2) {
      return Optional.empty();
    }
    long sums =
        stack.cases().stream()
            .map(way -> CostAmounts.key(sum(way.assess(assessment.customsValue()))))
            .distinct()
            .count();
    return sums > 1
        ? Optional.of(
            "which duties make up the rate on "
                + stack.line()
                + " is left open, and not all of them come back: state the line")
        : Optional.empty();
  }

  private BigMoney sum(Assessment assessment) {
    return CostAmounts.sum(
        imported.customsValue().getCurrencyUnit(),
        eligible(assessment).map(DutyLine::amount).toList());
  }

  /**
   * What comes back for an exported quantity.
   *
   * @param exported the quantity, at most that which was imported
   * @return 99 % of the eligible duties on it, rounded half up; empty where {@link #reasons()} says
   *     why it is not known
   * @throws IllegalArgumentException when the quantity is negative, above the imported one, or of
   *     another dimension
   */
  public Optional<Money> refund(String exported) {
    Quantity out = Quantity.parse(Objects.requireNonNull(exported, "exported"));
    if (!reasons().isEmpty() || imported.outcome() != Outcome.ASSESSED) {
      return Optional.empty();
    }
    BigMoney duties = sum(imported);
    if (substituted != null) {
      BigMoney others = sum(substituted);
      duties = others.isLessThan(duties) ? others : duties;
    }
    return Optional.of(Drawback.us(duties).forExported(out, importedQuantity).amount());
  }

  /** {@return the duties with whether they come back} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (DutyLine each : imported.payableLines()) {
      rows.add(
          List.of(
              Cell.text(each.measure().id()),
              MoneyCells.of(each.amount()),
              Cell.text(
                  isRuledOut(each) ? "no drawback" : isPaidOn(each) ? "eligible" : "not known"),
              Cell.text(rule(each).basis())));
    }
    List<String> caption = new ArrayList<>();
    assumptions().forEach(each -> caption.add("assumes: " + each));
    return new Table(
        "Drawback on " + importedQuantity,
        List.of("duty", "paid", "drawback", "where it stands"),
        rows,
        caption);
  }

  /** Two are equal when they claim the same of the same duties. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DrawbackClaim that
        && imported.equals(that.imported)
        && importedQuantity.equals(that.importedQuantity)
        && Objects.equals(stated, that.stated)
        && use == that.use
        && Objects.equals(substituted, that.substituted);
  }

  @Override
  public int hashCode() {
    return Objects.hash(imported, stated, substituted, use);
  }

  /** The quantity and the eligible duties, or why they are not known. */
  @Override
  public String toString() {
    return "drawback claim on "
        + importedQuantity
        + (reasons().isEmpty()
            ? ", eligible " + sum(imported)
            : ", not known: " + String.join("; ", reasons()));
  }

  /**
   * What a suspension of duty costs that ends in consumption after all: the suspended duty, and a
   * monthly charge on it for every month begun.
   *
   * @param suspended the duty that was suspended, not negative
   * @param monthly the charge a month as a share of it, e.g. {@code 1%}
   * @param months how many months it was suspended, not negative
   * @return duty and charges
   * @throws IllegalArgumentException when an argument is negative or cannot be read
   */
  public static Money endedSuspension(Money suspended, String monthly, int months) {
    Objects.requireNonNull(suspended, "suspended");
    Rate rate = Rate.parse(Objects.requireNonNull(monthly, "monthly"));
    if (suspended.isNegative() || rate.fraction().signum() < 0 || months < 0) {
      throw new IllegalArgumentException(
          "suspended, monthly and months must not be negative, but were "
              + suspended
              + ", "
              + rate
              + " and "
              + months);
    }
    BigDecimal factor = BigDecimal.ONE.add(rate.fraction().multiply(BigDecimal.valueOf(months)));
    return EntryCost.money(suspended.toBigMoney().multipliedBy(factor));
  }
}
