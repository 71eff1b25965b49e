package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.rate.SeasonalRate;
import org.threeten.extra.LocalDateRange;

/**
 * The tariff law of one customs territory: an immutable set of dated measures.
 *
 * <p>{@code book.on(day)} is the law in force that day; {@code book.on(day).asKnownOn(other)} what
 * one could have known of it. A deal, a court ruling and a what-if are the same operation: {@link
 * #with(BookAmendment)}, {@link #with(TariffMeasure...)}, {@link #without(String)} give new books,
 * and two books can be compared. The order in which measures are given never matters.
 */
public final class TariffBook {

  private static final Comparator<TariffMeasure> BY_ID = Comparator.comparing(TariffMeasure::id);

  private final String territory;
  private final CurrencyUnit currency;
  private final RoundingPolicy rounding;
  private final BookFacts facts;
  private final Map<String, Programme> programmes;
  private final List<TariffMeasure> measures;
  private final List<MeasureSource> sources;

  private TariffBook(
      String territory,
      CurrencyUnit currency,
      RoundingPolicy rounding,
      BookFacts facts,
      Map<String, Programme> programmes,
      List<TariffMeasure> measures,
      List<MeasureSource> sources) {
    this.territory = territory;
    this.currency = currency;
    this.rounding = rounding;
    this.facts = facts;
    this.programmes = programmes;
    this.measures = measures;
    this.sources = sources;
  }

  /**
   * A book.
   *
   * @param territory the customs territory, e.g. {@code US}
   * @param currency the currency of its customs values
   * @param rounding how it rounds duties
   * @param measures its law, in any order
   * @return the book
   * @throws IllegalArgumentException when two measures have one id or overlap in one programme, or
   *     the rounding is finer than the currency or has no mode
   */
  public static TariffBook of(
      String territory,
      CurrencyUnit currency,
      RoundingPolicy rounding,
      Collection<TariffMeasure> measures) {
    TariffBook empty =
        new TariffBook(
            territory,
            currency,
            rounding.requireFor(currency),
            new BookFacts("user-supplied", Optional.empty()),
            new TreeMap<>(),
            List.of(),
            List.of());
    return empty.withAll(measures);
  }

  /**
   * A book of a territory that uses dollars and rounds each duty to the cent.
   *
   * @param measures its law, in any order
   * @return the book of the territory {@code US}
   */
  public static TariffBook us(TariffMeasure... measures) {
    return of("US", CurrencyUnit.USD, RoundingPolicy.EACH_DUTY_TO_CENT, Arrays.asList(measures));
  }

  /**
   * The same book with more measures.
   *
   * @param more the measures
   * @return a new book
   * @throws IllegalArgumentException when two measures have one id or overlap in one programme
   */
  public TariffBook with(TariffMeasure... more) {
    return withAll(Arrays.asList(more));
  }

  /**
   * The same book with more measures.
   *
   * @param more the measures
   * @return a new book
   * @throws IllegalArgumentException when two measures have one id or overlap in one programme
   */
  public TariffBook withAll(Collection<TariffMeasure> more) {
    List<TariffMeasure> all = new ArrayList<>(measures);
    all.addAll(more);
    all.sort(BY_ID);
    MeasureOverlap.refuse(all, programmes);
    return new TariffBook(
        territory, currency, rounding, facts, programmes, List.copyOf(all), sources);
  }

  /**
   * The same book with a schedule's ordinary duties and preferences besides its own measures. Where
   * both speak of the same goods, the closer line counts, and the book's own measure where the two
   * are equally close.
   *
   * @param source a whole schedule
   * @return a new book
   */
  public TariffBook with(MeasureSource source) {
    List<MeasureSource> all = new ArrayList<>(sources);
    all.add(source);
    return new TariffBook(
        territory, currency, rounding, facts, programmes, measures, List.copyOf(all));
  }

  /**
   * The same book without its schedules: its own measures alone.
   *
   * @return a new book
   */
  public TariffBook withoutSources() {
    return new TariffBook(territory, currency, rounding, facts, programmes, measures, List.of());
  }

  /**
   * The same book with programmes described: their authority and what they yield to.
   *
   * @param more the programmes; one of the same name is replaced
   * @return a new book
   * @throws IllegalArgumentException when programmes would yield to each other in a circle on some
   *     day
   */
  public TariffBook withProgrammes(Programme... more) {
    Map<String, Programme> all = new TreeMap<>(programmes);
    for (Programme each : more) {
      all.put(each.name(), each);
    }
    YieldOrder.refuseCircles(all);
    return new TariffBook(territory, currency, rounding, facts, all, measures, sources);
  }

  /**
   * The same book, amended.
   *
   * @param amendment a deal, a ruling, a what-if
   * @return a new book
   */
  public TariffBook with(BookAmendment amendment) {
    return amendment.applyTo(this);
  }

  /**
   * The same book without an amendment: as if the deal had not been made.
   *
   * @param amendment a deal, a what-if
   * @return a new book
   */
  public TariffBook without(ReversibleAmendment amendment) {
    return amendment.removeFrom(this);
  }

  /**
   * The same book without every measure of a programme: “what if this authority fell”.
   *
   * @param programme the programme's name
   * @return a new book
   * @throws IllegalArgumentException when the book has no measure of that programme
   */
  public TariffBook without(String programme) {
    return keeping(m -> !m.programme().equals(programme), "programme", programme);
  }

  /**
   * The same book without one measure.
   *
   * @param id the measure's id
   * @return a new book
   * @throws IllegalArgumentException when the book has no measure of that id
   */
  public TariffBook withoutMeasure(String id) {
    return keeping(m -> !m.id().equals(id), "measure", id);
  }

  /**
   * The same book without some measures.
   *
   * @param ids the ids of the measures; one that is not in the book is passed over
   * @return a new book
   */
  public TariffBook withoutMeasures(Collection<String> ids) {
    List<TariffMeasure> rest = measures.stream().filter(m -> !ids.contains(m.id())).toList();
    return new TariffBook(territory, currency, rounding, facts, programmes, rest, sources);
  }

  private TariffBook keeping(Predicate<TariffMeasure> kept, String kind, String name) {
    List<TariffMeasure> rest = measures.stream().filter(kept).toList();
    if (rest.size() == measures.size()) {
      throw new IllegalArgumentException("No " + kind + " '" + name + "' in the book " + this);
    }
    return new TariffBook(territory, currency, rounding, facts, programmes, rest, sources);
  }

  /** Where the facts of a book come from, and the last day that they were checked for. */
  private record BookFacts(String description, Optional<LocalDate> through) {}

  /**
   * The same book with a description of where its facts come from, for the stamp of results.
   *
   * @param description for example {@code bundled US measures}
   * @param through the last day that the facts were checked for; later days assume unchanged law
   * @return a new book
   */
  public TariffBook describedAs(String description, LocalDate through) {
    BookFacts described = new BookFacts(description, Optional.of(through));
    return new TariffBook(territory, currency, rounding, described, programmes, measures, sources);
  }

  /**
   * The same book with duties rounded in another way.
   *
   * @param policy how duties are rounded
   * @return a new book
   * @throws IllegalArgumentException when the rounding is finer than the currency or has no mode
   */
  public TariffBook withRounding(RoundingPolicy policy) {
    policy.requireFor(currency);
    return new TariffBook(territory, currency, policy, facts, programmes, measures, sources);
  }

  /**
   * The law in force on a day.
   *
   * @param day the day of entry
   * @return the law with all that is known now
   */
  public TariffLaw on(LocalDate day) {
    return new TariffLaw(this, day, Optional.empty());
  }

  /**
   * The law in force on a day.
   *
   * @param day the day of entry, ISO 8601
   * @return the law with all that is known now
   */
  public TariffLaw on(String day) {
    return on(LocalDate.parse(day));
  }

  /**
   * The days on which some measure begins or ends, or its origins change, in order.
   *
   * @return the first days of each new state of the law
   */
  public NavigableSet<LocalDate> changeDays() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (TariffMeasure each : measures) {
      days.add(each.inForce().getStart());
      days.add(each.inForce().getEnd());
      days.addAll(each.origins().changeDays());
    }
    programmes.values().stream()
        .flatMap(p -> p.yields().stream())
        .forEach(
            y -> {
              days.add(y.when().getStart());
              days.add(y.when().getEnd());
            });
    sources.forEach(source -> days.addAll(source.changeDays()));
    days.remove(LocalDate.MIN);
    days.remove(LocalDate.MAX);
    return days;
  }

  /**
   * The days within a range on which a new state of the law begins: {@link #changeDays()}, and the
   * days on which a season of a rate begins or has ended.
   *
   * @param range the days, half-open, bounded
   * @return the first days of each new state, in order
   */
  public NavigableSet<LocalDate> changeDays(LocalDateRange range) {
    NavigableSet<LocalDate> days =
        new TreeSet<>(changeDays().subSet(range.getStart(), true, range.getEnd(), false));
    NavigableSet<MonthDay> seasons = new TreeSet<>();
    measures.forEach(m -> seasons.addAll(SeasonalRate.starts(m.rate())));
    sources.forEach(source -> seasons.addAll(source.seasonStarts()));
    for (int year = range.getStart().getYear(); year <= range.getEnd().getYear(); year++) {
      for (MonthDay each : seasons) {
        if (each.isValidYear(year) && range.contains(each.atYear(year))) {
          days.add(each.atYear(year));
        }
      }
    }
    return days;
  }

  /**
   * {@return the days from which something became known: the beginning or the end of a measure, an
   * order of programmes, a release of a schedule}
   */
  public NavigableSet<LocalDate> knowledgeDays() {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (TariffMeasure each : measures) {
      Optional.ofNullable(each.knownFrom()).ifPresent(days::add);
      Optional.ofNullable(each.endKnownFrom()).ifPresent(days::add);
    }
    programmes.values().stream()
        .flatMap(p -> p.yields().stream())
        .forEach(y -> Optional.ofNullable(y.knownFrom()).ifPresent(days::add));
    sources.forEach(source -> days.addAll(source.knowledgeDays()));
    return days;
  }

  /**
   * The last day that the facts were checked for; where none is stated, the last day on which a
   * measure begins or ends.
   *
   * @return the day, empty for a book without dates
   */
  public Optional<LocalDate> newestFact() {
    NavigableSet<LocalDate> days = changeDays();
    return facts.through().isPresent() || days.isEmpty()
        ? facts.through()
        : Optional.of(days.last());
  }

  /** {@return the customs territory: its code} */
  public String territory() {
    return territory;
  }

  /** {@return the currency of customs values} */
  public CurrencyUnit currency() {
    return currency;
  }

  /** {@return how duties are rounded} */
  public RoundingPolicy rounding() {
    return rounding;
  }

  /** {@return where the facts come from} */
  public String facts() {
    return facts.description();
  }

  /**
   * {@return the measures that the book holds one by one, by id; those of its {@link #sources} are
   * asked for by line}
   */
  public List<TariffMeasure> measures() {
    return measures;
  }

  /**
   * The schedules that the book asks for ordinary duties and preferences.
   *
   * @return the schedules in the order in which they were added
   */
  public List<MeasureSource> sources() {
    return sources;
  }

  /**
   * One measure.
   *
   * @param id the measure's id
   * @return the measure, empty where there is none of that id
   */
  public Optional<TariffMeasure> measure(String id) {
    return measures.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /**
   * A programme as described, or one that yields to none.
   *
   * @param name the programme's name
   * @return the programme
   */
  public Programme programme(String name) {
    Programme described = programmes.get(name);
    return described == null ? Programme.of(name) : described;
  }

  /** {@return the programmes that are described, by name} */
  public List<Programme> programmes() {
    return List.copyOf(programmes.values());
  }

  /** Two books are equal when they hold the same law. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TariffBook that
        && territory.equals(that.territory)
        && currency.equals(that.currency)
        && rounding.equals(that.rounding)
        && programmes.equals(that.programmes)
        && measures.equals(that.measures)
        && sources.equals(that.sources);
  }

  @Override
  public int hashCode() {
    return measures.hashCode();
  }

  /** For example {@code US tariff book, 120 measures}. */
  @Override
  public String toString() {
    String schedules = sources.isEmpty() ? "" : " and " + sources;
    return territory + " tariff book, " + measures.size() + " measures" + schedules;
  }
}
