package org.tariffeconomics.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.tariff.BookAmendment;
import org.tariffeconomics.tariff.ReversibleAmendment;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Amendments that nobody has made: another's terms, an authority that falls, a different rate.
 *
 * @since 0.1.0
 */
public final class WhatIf {

  private WhatIf() {}

  /** An amendment by its name, adding measures. */
  private record Added(String name, List<TariffMeasure> measures) implements ReversibleAmendment {

    @Override
    public TariffBook applyTo(TariffBook book) {
      return book.withAll(measures);
    }

    @Override
    public TariffBook removeFrom(TariffBook book) {
      // what was added may have been taken out again since
      return book.withoutMeasures(
          measures.stream()
              .map(TariffMeasure::id)
              .filter(id -> book.measure(id).isPresent())
              .toList());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** One origin treated like another. */
  private record SameTerms(Country origin, Country model, LocalDate day) implements BookAmendment {

    /** The origin's own charges go, and the model's are copied to it. */
    @Override
    public TariffBook applyTo(TariffBook book) {
      List<String> gone = new ArrayList<>();
      List<TariffMeasure> instead = new ArrayList<>();
      for (TariffMeasure each : book.measures()) {
        if (each.rule().isBase()) {
          continue;
        }
        if (each.origins().specificity(model, day) > 0) {
          instead.add(transferredTo(origin).apply(each));
        }
        if (each.origins().specificity(origin, day) > 0) {
          gone.add(each.id());
          if (each.origins().members(day).size() > 1) {
            instead.add(each.withOrigins(excepting(each.origins())));
          }
        }
      }
      return book.withMeasuresInPlaceOf(gone, instead);
    }

    private OriginScope excepting(OriginScope origins) {
      List<Country> others = origins.members(day).stream().filter(c -> !c.equals(origin)).toList();
      return OriginScope.of(others.toArray(Country[]::new));
    }

    @Override
    public String toString() {
      return origin + " on the terms of " + model;
    }
  }

  /** A copy of a measure for one country, under an id of its own. */
  static UnaryOperator<TariffMeasure> transferredTo(Country country) {
    return m -> m.withOrigins(OriginScope.of(country)).withId(m.id() + " (as for " + country + ")");
  }

  /**
   * Measures that nobody has made.
   *
   * @param name what to call the amendment
   * @param measures the measures
   * @return the amendment
   */
  public static ReversibleAmendment measures(String name, List<TariffMeasure> measures) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(measures, "measures");
    return new Added(name, List.copyOf(measures));
  }

  /**
   * An origin gets the charges of another in place of its own: additional duties, floors,
   * exemptions. Base duties and preferences under free-trade agreements stay what they are.
   *
   * @param origin the country that gets them
   * @param model the country whose terms they are
   * @param day the day on which it is looked up who is a member of a group
   * @return the amendment
   */
  public static BookAmendment sameTerms(Country origin, Country model, LocalDate day) {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(day, "day");
    return new SameTerms(origin, model, day);
  }
}
