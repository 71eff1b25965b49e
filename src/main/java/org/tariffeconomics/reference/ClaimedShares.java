package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.Assumptions;
import org.tariffeconomics.tariff.TariffBook;

/**
 * How much of a flow is taken to claim its agreement, by the assumptions of a book: an average over
 * many entries, of which each claims or does not.
 */
final class ClaimedShares {

  private static final String FACT = UsAssumptions.CLAIMED_SHARE;

  private final List<Assumptions> sets = new ArrayList<>();
  private final List<Assumption> rows = new ArrayList<>();
  private final TariffBook rest;

  private ClaimedShares(TariffBook book) {
    List<Assumptions> others = new ArrayList<>();
    for (Assumptions each : book.assumptions()) {
      List<Assumption> shares =
          each.rows().stream().filter(row -> row.facts().fact(FACT).isPresent()).toList();
      rows.addAll(shares);
      if (!shares.isEmpty()) {
        sets.add(each);
      }
      if (shares.size() < each.rows().size()) {
        others.add(each);
      }
    }
    this.rest =
        sets.isEmpty()
            ? book
            : book.withoutAssumptions().assuming(others.toArray(Assumptions[]::new));
  }

  static ClaimedShares of(TariffBook book) {
    return new ClaimedShares(book);
  }

  boolean isEmpty() {
    return sets.isEmpty();
  }

  /** The book without the sets that speak of shares alone, which move no rate. */
  TariffBook rest() {
    return rest;
  }

  /** The share of a flow, from 0 to 1; the last that is assumed counts. */
  OptionalDouble of(Flow flow, LocalDate day) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).origins().includes(flow.origin(), day)
          && rows.get(i).isFor(flow.line(), flow.origin(), day)) {
        return OptionalDouble.of(share(rows.get(i)));
      }
    }
    return OptionalDouble.empty();
  }

  private static double share(Assumption row) {
    String text = row.facts().fact(FACT).orElseThrow();
    double share = PlainNumber.parse("The " + FACT, text).doubleValue();
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The " + FACT + " must be from 0 to 1, as in 0.67, but was " + text);
    }
    return share;
  }

  /** The names of the sets. */
  @Override
  public String toString() {
    return sets.stream().map(Assumptions::name).collect(Collectors.joining(", "));
  }
}
