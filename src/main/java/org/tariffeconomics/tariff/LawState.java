package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableListMultimap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * The law of a book between two changes, as known between two publications: which measures are in
 * force, and which programmes yield to which. All days of one state share it.
 */
final class LawState {

  private final TariffBook book;
  private final List<MeasureTable> tables;
  private final LocalDate day;
  private final Knowledge knowledge;
  private final ResolutionCache resolutions;
  private final ImmutableListMultimap<String, String> yields;
  private final Map<MeasureTable.Node, Fits> fits = new ConcurrentHashMap<>();

  /** The measures of a node that are in force. */
  private record Fits(TariffMeasure[] whole, int[] digits, int[] strata, TariffMeasure[] partial) {}

  LawState(
      TariffBook book,
      List<MeasureTable> tables,
      LocalDate day,
      Knowledge knowledge,
      ImmutableListMultimap<String, String> yields,
      ResolutionCache resolutions) {
    this.book = book;
    this.tables = tables;
    this.day = day;
    this.knowledge = knowledge;
    this.yields = yields;
    this.resolutions = resolutions;
  }

  /** What applies to goods on a day of this state. */
  Resolution resolve(HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    StackQuestion question = question(line, origin, facts, entry);
    return resolutions.get(
        new ResolutionCache.Key(question, isSeasonal(question.candidates())),
        () -> StackResolver.resolve(question));
  }

  StackQuestion question(HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    List<Candidate> candidates = new ArrayList<>();
    List<TariffMeasure> partial = new ArrayList<>();
    for (MeasureTable table : tables) {
      collect(fits(table.node(line)), origin, candidates, partial);
    }
    for (MeasureSource source : book.sources()) {
      source
          .measures(line, origin, entry, knowledge)
          .forEach(m -> collect(m, line, origin, candidates, partial));
    }
    return new StackQuestion(book, entry, line, origin, facts, candidates, partial, yields);
  }

  private static boolean isSeasonal(List<Candidate> candidates) {
    for (Candidate each : candidates) {
      if (each.measure().isSeasonal()) {
        return true;
      }
    }
    return false;
  }

  private void collect(
      Fits fits, Country origin, List<Candidate> candidates, List<TariffMeasure> partial) {
    for (int i = 0; i < fits.whole.length; i++) {
      TariffMeasure each = fits.whole[i];
      int closeness = each.origins().specificity(origin, day);
      if (closeness != OriginScope.NO_MATCH) {
        candidates.add(new Candidate(each, fits.strata[i], closeness, fits.digits[i]));
      }
    }
    for (TariffMeasure each : fits.partial) {
      if (each.origins().includes(origin, day)) {
        partial.add(each);
      }
    }
  }

  private void collect(
      TariffMeasure ofSource,
      HsCode line,
      Country origin,
      List<Candidate> candidates,
      List<TariffMeasure> partial) {
    int digits = ofSource.products().specificity(line);
    if (digits >= 0) {
      int closeness = ofSource.origins().specificity(origin, day);
      candidates.add(new Candidate(ofSource, TariffBook.OF_SOURCES, closeness, digits));
    }
    if (ofSource.products().splits(line)) {
      partial.add(ofSource);
    }
  }

  private Fits fits(MeasureTable.Node node) {
    Fits known = fits.get(node);
    return known != null ? known : fits.computeIfAbsent(node, this::inForce);
  }

  private Fits inForce(MeasureTable.Node node) {
    int[] places =
        IntStream.range(0, node.whole().size())
            .filter(i -> isInForce(node.whole().get(i)))
            .toArray();
    TariffMeasure[] whole = new TariffMeasure[places.length];
    int[] digits = new int[places.length];
    int[] strata = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      whole[i] = node.whole().get(places[i]);
      digits[i] = node.digits(places[i]);
      strata[i] = book.stratum(whole[i]);
    }
    return new Fits(
        whole,
        digits,
        strata,
        node.partial().stream().filter(this::isInForce).toArray(TariffMeasure[]::new));
  }

  private boolean isInForce(TariffMeasure measure) {
    return book.holds(measure) && measure.validity().holds(day, knowledge);
  }
}
