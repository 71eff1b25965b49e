package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.tariff.Programme;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * A book in two: its ordinary duties and preferences, and its charges over a base that is left
 * open. What the charges are does not depend on the base duty, only on which claimed preferences
 * exist.
 */
final class SplitBook {

  /**
   * The base that is left open: of nothing at all, a charge of 5 % and a total of 5 % would come to
   * the same and be taken for one, which they are over no other base. A preference is lower, since
   * totals of what is paid and of the ordinary duty are the same where no preference is paid; and
   * it is no such part of the ordinary duty as some part of a value may be, since a total of the
   * one on all and of the other on that part would come to the same.
   */
  private static final String NEXT_TO_NOTHING = "0.000000000000000000000003141592653589793%";

  private static final String LOWER = "0.000000000000000000000001%";

  private final TariffBook whole;
  private final TariffBook base;
  private final TariffBook charges;
  private final Set<String> claimsThatMatter = new TreeSet<>();
  private final Map<Set<String>, TariffBook> chargesByExisting = new HashMap<>();
  private final Set<String> ordinary;
  private final Set<String> highest = new TreeSet<>();
  private final boolean entangled;
  private final boolean countsOrdinary;

  SplitBook(TariffBook book) {
    List<String> baseIds = new ArrayList<>();
    List<String> chargeIds = new ArrayList<>();
    for (TariffMeasure each : book.measures()) {
      boolean isBase = each.rule().isBase();
      (isBase ? baseIds : chargeIds).add(each.id());
      if (!isBase) {
        each.conditions().stream()
            .filter(Condition.Claim.class::isInstance)
            .map(Condition::value)
            .forEach(claimsThatMatter::add);
      }
    }
    this.ordinary = book.ordinaryProgrammes();
    book.programmes().stream()
        .filter(each -> each.choice() == Programme.Choice.HIGHEST)
        .forEach(each -> highest.add(each.name()));
    this.entangled = isEntangled(book);
    this.countsOrdinary =
        book.measures().stream().anyMatch(m -> m.rule() == Rule.TOPS_UP_ORDINARY_TO);
    this.whole = book;
    this.base = book.withoutMeasures(new TreeSet<>(chargeIds));
    this.charges = book.withoutMeasures(new TreeSet<>(baseIds)).withoutSources();
  }

  /**
   * Whether ordinary duties and charges displace each other so that neither can be left open,
   * whatever the goods. A charge in place of an ordinary duty is seen where it is charged.
   */
  private boolean isEntangled(TariffBook book) {
    boolean targeted =
        book.measures().stream().anyMatch(m -> m.rule() != Rule.REPLACES && takesOrdinary(m));
    return targeted
        || book.programmes().stream()
            .anyMatch(
                p ->
                    p.yields().stream()
                        .anyMatch(y -> ordinary.contains(y.to()) || ordinary.contains(p.name())));
  }

  /** Whether a measure takes something from ordinary duties. */
  boolean takesOrdinary(TariffMeasure measure) {
    return measure.targets().stream().anyMatch(ordinary::contains);
  }

  /** Whether the dearest measure of a measure's programme counts. */
  boolean choosesHighest(TariffMeasure measure) {
    return highest.contains(measure.programme());
  }

  boolean entangled() {
    return entangled;
  }

  /** The law on a day, with all that is known now or with what was known on another day. */
  static TariffLaw on(TariffBook book, LocalDate day, Knowledge knowledge) {
    return book.on(day, knowledge);
  }

  TariffBook whole() {
    return whole;
  }

  TariffBook base() {
    return base;
  }

  /** The charges of all days. */
  List<TariffMeasure> charges() {
    return charges.measures();
  }

  /** Whether a total counts in the ordinary duty where a preference is paid. */
  boolean countsOrdinary() {
    return countsOrdinary;
  }

  /** Of the claimed preferences that exist, those that a charge asks about. */
  Set<String> thatMatter(Set<String> existing) {
    if (countsOrdinary || claimsThatMatter.contains(Condition.Claim.ANY)) {
      return existing;
    }
    Set<String> some = new TreeSet<>(existing);
    some.retainAll(claimsThatMatter);
    return some;
  }

  /** The charges over a base that is left open, where just these preferences exist. */
  synchronized TariffBook charges(Set<String> existing) {
    return chargesByExisting.computeIfAbsent(existing, this::withBaseLeftOpen);
  }

  private TariffBook withBaseLeftOpen(Set<String> existing) {
    List<TariffMeasure> open = new ArrayList<>();
    open.add(TariffMeasure.base("*", NEXT_TO_NOTHING).withId("base left open"));
    for (String each : existing) {
      open.add(TariffMeasure.preference(each, "*", "*", LOWER).withId(each + " left open"));
    }
    return charges.withAll(open);
  }
}
