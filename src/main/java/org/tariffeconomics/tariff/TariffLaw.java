package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Stamp;

/**
 * The tariff law of a territory on one day, with all that is known now or with what was known on
 * another day.
 */
public final class TariffLaw {

  private static final String EVERYTHING = "";

  private final TariffBook book;
  private final LocalDate day;
  private final Optional<LocalDate> knownOn;

  /** Measures in force by the first digits that their products list. */
  private final Map<String, List<TariffMeasure>> byPrefix;

  TariffLaw(TariffBook book, LocalDate day, Optional<LocalDate> knownOn) {
    this.book = book;
    this.day = day;
    this.knownOn = knownOn;
    this.byPrefix = index(book, day, knownOn);
  }

  private static Map<String, List<TariffMeasure>> index(
      TariffBook book, LocalDate day, Optional<LocalDate> knownOn) {
    Map<String, List<TariffMeasure>> index = new HashMap<>();
    for (TariffMeasure each : book.measures()) {
      if (each.isInForce(day, knownOn)) {
        prefixes(each).forEach(p -> index.computeIfAbsent(p, x -> new ArrayList<>()).add(each));
      }
    }
    return index;
  }

  /** A measure is filed under the chapters it lists, or under everything. */
  private static List<String> prefixes(TariffMeasure measure) {
    List<HsCode> codes = measure.products().included();
    return codes.isEmpty()
        ? List.of(EVERYTHING)
        : codes.stream().map(HsCode::chapter).distinct().toList();
  }

  /**
   * The same day's law as one could know it on another day.
   *
   * @param knowledge the day of knowledge
   * @return the law without what was not known then
   */
  public TariffLaw asKnownOn(LocalDate knowledge) {
    return new TariffLaw(book, day, Optional.of(knowledge));
  }

  /**
   * The same day's law as one could know it on another day.
   *
   * @param knowledge the day of knowledge, ISO 8601
   * @return the law without what was not known then
   */
  public TariffLaw asKnownOn(String knowledge) {
    return asKnownOn(LocalDate.parse(knowledge));
  }

  /**
   * The duties on goods of a line and origin with nothing declared.
   *
   * @param line the tariff line
   * @param origin the country of origin
   * @return the layers that apply
   */
  public DutyStack stack(HsCode line, Country origin) {
    return stack(line, origin, DeclaredFacts.none());
  }

  /**
   * The duties on goods of a line and origin.
   *
   * @param line the tariff line
   * @param origin the country of origin
   * @param facts what is declared with the goods
   * @return the layers that apply
   */
  public DutyStack stack(HsCode line, Country origin, DeclaredFacts facts) {
    return StackResolver.resolve(this, line, origin, facts);
  }

  /** The measures in force that list the line's chapter, or everything. */
  List<TariffMeasure> candidates(HsCode line) {
    List<TariffMeasure> found =
        new ArrayList<>(byPrefix.getOrDefault(line.chapter(), Collections.emptyList()));
    found.addAll(byPrefix.getOrDefault(EVERYTHING, Collections.emptyList()));
    return found;
  }

  /**
   * The book that this is the law of.
   *
   * @return the book
   */
  public TariffBook book() {
    return book;
  }

  /**
   * The day of entry.
   *
   * @return the day
   */
  public LocalDate day() {
    return day;
  }

  /**
   * The day of knowledge.
   *
   * @return the day, empty for all that is known now
   */
  public Optional<LocalDate> knownOn() {
    return knownOn;
  }

  /**
   * The stamp of a number computed from this law.
   *
   * @return the stamp
   */
  public Stamp stamp() {
    Stamp stamp = Stamp.statutory(day, book.facts());
    Stamp dated = book.newestFact().map(stamp::withNewestFact).orElse(stamp);
    return knownOn.map(dated::withKnownOn).orElse(dated);
  }

  /** The book and the day. */
  @Override
  public String toString() {
    return book.territory()
        + " tariff law on "
        + day
        + knownOn.map(k -> ", as known on " + k).orElse("");
  }
}
