package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * The tariff law of a territory on one day, with all that is known now or with what was known on
 * another day.
 */
public final class TariffLaw {

  private static final String EVERYTHING = "";

  private final TariffBook book;
  private final LocalDate day;
  private final Optional<LocalDate> knownOn;

  /** Measures in force by each code that their products list; the empty code is all products. */
  private final NavigableMap<String, List<TariffMeasure>> byCode;

  /** The measures in force that the book holds itself, as the objects they are. */
  private final Set<TariffMeasure> own = Collections.newSetFromMap(new IdentityHashMap<>());

  TariffLaw(TariffBook book, LocalDate day, Optional<LocalDate> knownOn) {
    this.book = book;
    this.day = day;
    this.knownOn = knownOn;
    this.byCode = index(book, day, knownOn);
    byCode.values().forEach(own::addAll);
  }

  private static NavigableMap<String, List<TariffMeasure>> index(
      TariffBook book, LocalDate day, Optional<LocalDate> knownOn) {
    NavigableMap<String, List<TariffMeasure>> index = new TreeMap<>();
    for (TariffMeasure each : book.measures()) {
      if (each.isInForce(day, knownOn)) {
        codes(each).forEach(c -> index.computeIfAbsent(c, x -> new ArrayList<>()).add(each));
      }
    }
    return index;
  }

  private static List<String> codes(TariffMeasure measure) {
    List<HsCode> codes = measure.products().included();
    return codes.isEmpty() ? List.of(EVERYTHING) : codes.stream().map(HsCode::digits).toList();
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

  /** The measures in force that list a code above the line, the line itself, or one below it. */
  Collection<TariffMeasure> candidates(HsCode line, Country origin) {
    String digits = line.digits();
    Set<TariffMeasure> found = Collections.newSetFromMap(new IdentityHashMap<>());
    List<TariffMeasure> ordered = new ArrayList<>();
    for (int length = 0; length <= digits.length(); length++) {
      addNew(byCode.get(digits.substring(0, length)), origin, found, ordered);
    }
    String below = byCode.higherKey(digits);
    while (below != null && below.startsWith(digits)) {
      addNew(byCode.get(below), origin, found, ordered);
      below = byCode.higherKey(below);
    }
    for (MeasureSource source : book.sources()) {
      ordered.addAll(source.measures(line, origin, day, knownOn));
    }
    return ordered;
  }

  private void addNew(
      @Nullable List<TariffMeasure> more,
      Country origin,
      Set<TariffMeasure> found,
      List<TariffMeasure> ordered) {
    if (more == null) {
      return;
    }
    for (TariffMeasure each : more) {
      if (each.origins().includes(origin, day) && found.add(each)) {
        ordered.add(each);
      }
    }
  }

  /** Whether the book holds the measure itself and does not ask a schedule for it. */
  boolean isOwn(TariffMeasure measure) {
    return own.contains(measure);
  }

  /**
   * The measures of the book's own that are in force, those of schedules not among them.
   *
   * @return the measures by id
   */
  public List<TariffMeasure> ownMeasures() {
    return book.measures().stream().filter(own::contains).toList();
  }

  /** {@return the book that this is the law of} */
  public TariffBook book() {
    return book;
  }

  /** {@return the day of entry} */
  public LocalDate day() {
    return day;
  }

  /** {@return the day of knowledge, empty for all that is known now} */
  public Optional<LocalDate> knownOn() {
    return knownOn;
  }

  /** {@return the stamp of a number computed from this law} */
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
