package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What a deal grants and under which conditions.
 *
 * @param headlines the rates on the board, each from the day on which it was known, in that order
 * @param concessions the measures that it brings into the granting party's book
 * @param deadlines its deadlines
 * @param snapBacks what happens on default
 * @param grants what it grants for some goods, in words and as far as it is held as law
 * @since 0.1.0
 */
public record DealTerms(
    List<Headline> headlines,
    List<TariffMeasure> concessions,
    List<Deadline> deadlines,
    List<SnapBackClause> snapBacks,
    List<Grant> grants) {

  /** No terms. */
  public static final DealTerms NONE =
      new DealTerms(List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * Creates terms.
   *
   * @param headlines the rates on the board, in any order
   * @param concessions the measures that it brings into the granting party's book
   * @param deadlines its deadlines
   * @param snapBacks what happens on default
   * @param grants what it grants for some goods
   */
  public DealTerms {
    Objects.requireNonNull(headlines, "headlines");
    Objects.requireNonNull(concessions, "concessions");
    Objects.requireNonNull(deadlines, "deadlines");
    Objects.requireNonNull(snapBacks, "snapBacks");
    Objects.requireNonNull(grants, "grants");
    headlines = headlines.stream().sorted(Comparator.comparing(Headline::knownFrom)).toList();
    concessions = List.copyOf(concessions);
    deadlines = List.copyOf(deadlines);
    snapBacks = List.copyOf(snapBacks);
    grants = List.copyOf(grants);
  }

  /**
   * The same terms with more headlines.
   *
   * @param more the headlines, each from the day on which it was known
   * @return new terms
   */
  public DealTerms withHeadlines(Headline... more) {
    Objects.requireNonNull(more, "more");
    return new DealTerms(
        joined(headlines, List.of(more)), concessions, deadlines, snapBacks, grants);
  }

  /**
   * The same terms with more concessions.
   *
   * @param more the measures
   * @return new terms
   */
  public DealTerms withConcessions(TariffMeasure... more) {
    Objects.requireNonNull(more, "more");
    return new DealTerms(
        headlines, joined(concessions, List.of(more)), deadlines, snapBacks, grants);
  }

  /**
   * The same terms with more deadlines.
   *
   * @param more the deadlines
   * @return new terms
   */
  public DealTerms withDeadlines(Deadline... more) {
    Objects.requireNonNull(more, "more");
    return new DealTerms(
        headlines, concessions, joined(deadlines, List.of(more)), snapBacks, grants);
  }

  /**
   * The same terms with more clauses of default.
   *
   * @param more the clauses
   * @return new terms
   */
  public DealTerms withSnapBacks(SnapBackClause... more) {
    Objects.requireNonNull(more, "more");
    return new DealTerms(
        headlines, concessions, deadlines, joined(snapBacks, List.of(more)), grants);
  }

  /**
   * The same terms with more grants. A grant finds measures in a book and brings none into it: that
   * is what concessions do, such as {@link Grant#ofPartner} of a book that has them.
   *
   * @param more what is granted for some goods
   * @return new terms
   */
  public DealTerms withGrants(Grant... more) {
    Objects.requireNonNull(more, "more");
    return new DealTerms(
        headlines, concessions, deadlines, snapBacks, joined(grants, List.of(more)));
  }

  /**
   * The terms as one could know them.
   *
   * @param day the day of knowledge
   * @return those that were known; a clause of default counts from the day that its source bears
   */
  public DealTerms asKnownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new DealTerms(
        headlines.stream().filter(h -> !h.knownFrom().isAfter(day)).toList(),
        concessions.stream().filter(c -> c.validity().isKnown(day, Knowledge.ofTheDay())).toList(),
        deadlines.stream().filter(d -> !d.knownFrom().isAfter(day)).toList(),
        snapBacks.stream().filter(s -> Claim.isKnown(s.source(), day)).toList(),
        grants.stream().filter(g -> g.isKnownOn(day)).toList());
  }

  /** {@return the rate on the board that was last known} */
  public Headline headline() {
    return headlines.isEmpty() ? Headline.NONE : headlines.get(headlines.size() - 1);
  }

  static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** The headline and how many concessions there are. */
  @Override
  public String toString() {
    return headline() + ", " + concessions.size() + " concessions";
  }
}
