package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Finds in a book the measures that carry what a deal grants, by what they are and not by their
 * names: the measures of a programme which name the partner among their origins, have one of some
 * rules and begin on a day or later. A measure for every origin names nobody.
 *
 * <p>Some measures are for several partners. Without the deal such a measure goes on for the
 * others. An exemption counts only where it is for the partner alone: one that others share is not
 * the deal's. Nor is a measure for goods that were loaded before a day.
 *
 * @param programme the programme
 * @param origins the partner, as origins
 * @param from the first day on which a measure of the deal begins
 * @param rules the rules that such a measure may have, at least one
 * @param instead what the measures would say without the deal, e.g. the rate of a letter; null
 *     where the measures would only be missing, so that the next wider one counts
 * @since 0.1.0
 */
public record GrantLink(
    String programme,
    OriginScope origins,
    LocalDate from,
    Set<Rule> rules,
    @Nullable Instead instead) {

  private static final String LOADED = "loaded";

  /**
   * What a measure would say without the deal; goods, days and conditions stay.
   *
   * @param rule the rule: adds or tops up
   * @param rate the rate
   */
  public record Instead(Rule rule, DutyRate rate) {

    /**
     * Refuses nulls.
     *
     * @param rule the rule: adds or tops up
     * @param rate the rate
     */
    public Instead {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(rate, "rate");
    }

    /** The rate and the rule. */
    @Override
    public String toString() {
      return rate + " " + rule;
    }
  }

  /**
   * Creates a link.
   *
   * @param programme the programme
   * @param origins the partner, as origins
   * @param from the first day on which a measure of the deal begins
   * @param rules the rules that such a measure may have, at least one
   * @param instead what the measures would say without the deal; null where they would be missing
   * @throws IllegalArgumentException when there is no rule
   */
  public GrantLink {
    Objects.requireNonNull(programme, "programme");
    Objects.requireNonNull(origins, "origins");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(rules, "rules");
    rules = Set.copyOf(new TreeSet<>(rules));
    if (rules.isEmpty()) {
      throw new IllegalArgumentException(
          "rules of a grant in '" + programme + "' must not be empty");
    }
  }

  /**
   * The measures of a book that carry the grant, some of them for other partners too.
   *
   * @param book the book
   * @return the measures, by their ids
   */
  public List<TariffMeasure> in(TariffBook book) {
    Objects.requireNonNull(book, "book");
    return book.measures().stream().filter(this::isCarriedBy).toList();
  }

  /**
   * Whether a measure carries the grant.
   *
   * @param measure the measure
   * @return true when programme, rule, first day and origins say so
   */
  public boolean isCarriedBy(TariffMeasure measure) {
    Objects.requireNonNull(measure, "measure");
    if (!measure.programme().equals(programme)
        || !rules.contains(measure.rule())
        || isForGoodsOnTheWay(measure)
        || measure.inForce().isUnboundedStart()
        || measure.inForce().getStart().isBefore(from)) {
      return false;
    }
    LocalDate day = measure.inForce().getStart();
    List<Country> partners = origins.members(day);
    return !partners.isEmpty()
        && partners.stream().allMatch(c -> measure.origins().specificity(c, day) > 0)
        && (measure.rule() != Rule.EXEMPTS || isForPartnerAlone(measure));
  }

  /** What was loaded before a day pays what applied then, with the deal or without it. */
  private static boolean isForGoodsOnTheWay(TariffMeasure measure) {
    return measure.conditions().stream()
        .anyMatch(
            each ->
                each instanceof Condition.Day day
                    && day.name().equals(LOADED)
                    && (day.operator() == Condition.Operator.LESS
                        || day.operator() == Condition.Operator.AT_MOST));
  }

  private boolean isForPartnerAlone(TariffMeasure measure) {
    LocalDate day = measure.inForce().getStart();
    return origins.members(day).containsAll(measure.origins().members(day));
  }

  /** Whether the measure would be the same without the deal: what it would be else is not known. */
  boolean isKeptWithout(TariffMeasure measure) {
    return isCarriedBy(measure)
        && instead != null
        && instead.rule() == measure.rule()
        && instead.rate().equals(measure.rate());
  }

  /** The measure as far as it is the partner's: itself where nobody shares it. */
  TariffMeasure ofPartner(TariffMeasure measure) {
    return isForPartnerAlone(measure)
        ? measure
        : measure.withOrigins(origins).withId(measure.id() + " (" + origins + ")");
  }

  /** The measure as far as it is that of others; empty where it is the partner's alone. */
  Optional<TariffMeasure> ofOthers(TariffMeasure measure) {
    return isForPartnerAlone(measure)
        ? Optional.empty()
        : Optional.of(measure.withOrigins(others(measure)));
  }

  /** Groups stay groups, so that who joins one later is still meant. */
  private OriginScope others(TariffMeasure measure) {
    String[] sides = measure.origins().toString().split(" except ", 2);
    List<String> gone = Arrays.asList(origins.toString().split(","));
    List<String> named = new ArrayList<>(Arrays.asList(sides[0].split(",")));
    if (named.stream().map(String::strip).toList().containsAll(gone)) {
      named.removeIf(code -> gone.contains(code.strip()));
      return OriginScope.parse(
          String.join(",", named) + (sides.length == 1 ? "" : " except " + sides[1]));
    }
    LocalDate day = measure.inForce().getStart();
    List<Country> partners = origins.members(day);
    return OriginScope.of(
        measure.origins().members(day).stream()
            .filter(c -> !partners.contains(c))
            .toArray(Country[]::new));
  }

  /** What the measure would say for the partner without the deal; empty where it would be gone. */
  Optional<TariffMeasure> without(TariffMeasure measure, String suffix) {
    Instead other = instead;
    return other == null || measure.rule() == Rule.EXEMPTS
        ? Optional.empty()
        : Optional.of(
            TariffMeasure.of(
                    programme, other.rule(), List.of(), measure.products(), origins, other.rate())
                .withPortion(measure.portion())
                .withValidity(measure.validity())
                .withConditions(measure.conditions())
                .withSource(measure.source())
                .withId(measure.id() + suffix));
  }

  /** Programme, origins and first day. */
  @Override
  public String toString() {
    return programme + " for " + origins + " from " + from;
  }
}
