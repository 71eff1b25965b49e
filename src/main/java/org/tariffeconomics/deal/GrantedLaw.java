package org.tariffeconomics.deal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/** A book with and without what a deal grants. */
final class GrantedLaw {

  private final String suffix;
  private final List<GrantLink> links;
  private final List<TariffMeasure> concessions;

  GrantedLaw(Deal deal) {
    this.suffix = " (without " + deal.id() + ")";
    this.links = deal.terms().grants().stream().flatMap(g -> g.link().stream()).toList();
    this.concessions = deal.concessions();
  }

  boolean isEmpty() {
    return links.isEmpty() && concessions.isEmpty();
  }

  /** What others share stays theirs; what the partner loses is what would apply instead. */
  TariffBook removeFrom(TariffBook book) {
    Map<String, TariffMeasure> kept = new LinkedHashMap<>();
    Set<String> gone = new LinkedHashSet<>();
    List<TariffMeasure> instead = new ArrayList<>();
    for (TariffMeasure held : book.measures()) {
      for (GrantLink link : links) {
        TariffMeasure now = kept.getOrDefault(held.id(), held);
        boolean lost = gone.contains(held.id()) && !kept.containsKey(held.id());
        if (!held.id().endsWith(suffix) && !lost && link.isCarriedBy(now)) {
          gone.add(held.id());
          kept.remove(held.id());
          link.ofOthers(now).ifPresent(rest -> kept.put(held.id(), rest));
          link.without(now, link.origins() + suffix).ifPresent(instead::add);
        }
      }
    }
    // a book may lack some of what the deal lays down
    concessions.forEach(
        c -> {
          if (!gone.contains(c.id()) && book.measure(c.id()).isPresent()) {
            gone.add(c.id());
          }
        });
    List<TariffMeasure> added = new ArrayList<>(kept.values());
    added.addAll(instead);
    return book.withMeasuresInPlaceOf(gone, added);
  }

  TariffBook applyTo(TariffBook book) {
    List<String> gone =
        book.measures().stream().map(TariffMeasure::id).filter(id -> id.endsWith(suffix)).toList();
    List<TariffMeasure> rest =
        book.measures().stream().filter(m -> !m.id().endsWith(suffix)).toList();
    Set<TariffMeasure> held = Set.copyOf(rest);
    List<TariffMeasure> missing =
        concessions.stream().filter(c -> !held.contains(c) && !isCovered(c, rest)).toList();
    return book.withMeasuresInPlaceOf(gone, missing);
  }

  /** A measure that says the same for the partner and for others makes the partner's own double. */
  private static boolean isCovered(TariffMeasure own, List<TariffMeasure> others) {
    return others.stream().anyMatch(each -> saysTheSame(each, own));
  }

  private static boolean saysTheSame(TariffMeasure wide, TariffMeasure own) {
    if (!wide.programme().equals(own.programme())
        || wide.rule() != own.rule()
        || !wide.rate().equals(own.rate())
        || !wide.products().equals(own.products())
        || !wide.portion().equals(own.portion())
        || !wide.validity().equals(own.validity())
        || !wide.conditions().equals(own.conditions())
        || own.inForce().isUnboundedStart()) {
      return false;
    }
    List<Country> partners = own.origins().members(own.inForce().getStart());
    return partners.stream()
        .allMatch(c -> wide.origins().specificity(c, own.inForce().getStart()) > 0);
  }
}
