package org.tariffeconomics.tariff;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamException;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.threeten.extra.LocalDateRange;

/**
 * The tariff law of one customs territory: an immutable set of dated measures.
 *
 * <p>{@code book.on(day)} is the law in force that day; {@code book.on(day).asKnownOn(other)} what
 * one could have known of it. A deal, a court ruling and a what-if are the same operation: {@link
 * #with(BookAmendment)}, {@link #with(TariffMeasure...)}, {@link #without(String)} give new books,
 * and two books can be compared. The order in which measures are given never matters.
 *
 * @serial exclude
 * @since 0.1.0
 */
public final class TariffBook implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private static final Comparator<TariffMeasure> BY_ID = Comparator.comparing(TariffMeasure::id);

  private final BookTerms terms;
  private final List<TariffMeasure> measures;
  private final List<MeasureSource> sources;

  private final BookLayers layers;

  /** Every programme that is or was in the book: what may be exempted from or replaced. */
  private final Set<String> names;

  private final BookIndex index;

  /** Made when first asked for; whoever makes it twice makes the same. */
  private volatile @Nullable String version;

  private final DeclarableNames declarable;

  private TariffBook(
      BookTerms terms,
      List<TariffMeasure> measures,
      List<MeasureSource> sources,
      BookLayers layers,
      Set<String> names,
      List<MeasureTable> tables) {
    this.terms = terms;
    this.measures = measures;
    this.sources = sources;
    this.layers = layers;
    this.names = names;
    this.index = new BookIndex(this, tables);
    this.declarable = new DeclarableNames(this);
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
    Objects.requireNonNull(territory, "territory");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(rounding, "rounding");
    Objects.requireNonNull(measures, "measures");
    return new TariffBook(
            new BookTerms(
                territory,
                currency,
                rounding.requireFor(currency),
                BookFacts.USER_SUPPLIED,
                Map.of(),
                List.of()),
            List.of(),
            List.of(),
            BookLayers.NONE,
            Set.of(),
            List.of())
        .withAll(measures);
  }

  /**
   * A book of a territory that uses dollars and rounds each duty to the cent.
   *
   * @param measures its law, in any order
   * @return the book of the territory {@code US}
   */
  public static TariffBook us(TariffMeasure... measures) {
    Objects.requireNonNull(measures, "measures");
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
    Objects.requireNonNull(more, "more");
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
    Objects.requireNonNull(more, "more");
    TariffBook book = adding(more, BookLayers.OWN);
    return terms.facts().areWhole() && !more.isEmpty()
        ? book.amending(this, "with " + some(more))
        : book;
  }

  /**
   * The same book with measures that are known to stand together, with each other and with those of
   * the book: law that was held against itself when it was written down, as that of this library is
   * by its tests. What {@link #withAll} refuses is not looked for, which would take longer than the
   * first answer; of measures that overlap, it is not said which counts.
   *
   * @param held the measures, each with an id of its own
   * @return a new book
   */
  public TariffBook withAllUnchecked(Collection<TariffMeasure> held) {
    Objects.requireNonNull(held, "held");
    List<TariffMeasure> sorted = held.stream().sorted(BY_ID).toList();
    TariffBook book = unchecked(sorted, namesWith(sorted), BookLayers.OWN);
    return terms.facts().areWhole() && !held.isEmpty()
        ? book.amending(this, "with " + some(held))
        : book;
  }

  /**
   * The same book with what a rule of its own law, which is no measure, makes of one question: a
   * relief for a consignment of low value, say. It is no {@link #amendments amendment}, so that
   * results are as statutory as they were.
   *
   * @param measure what the rule does
   * @return a new book
   * @throws IllegalArgumentException when two measures have one id or overlap in one programme
   */
  public TariffBook withRule(TariffMeasure measure) {
    Objects.requireNonNull(measure, "measure");
    TariffBook book = adding(List.of(measure), BookLayers.OWN);
    BookFacts facts = terms.facts();
    return facts.areWhole() ? book.with(terms.withFacts(facts.derivedFrom(this))) : book;
  }

  /** A few measures by their ids, the others by their number. */
  private static String some(Collection<TariffMeasure> measures) {
    return Texts.few(measures.stream().map(TariffMeasure::id).toList());
  }

  /** This book as one that somebody made by changing another. */
  private TariffBook amending(TariffBook before, String words) {
    return with(terms.withFacts(before.terms.facts().amended(before, words)));
  }

  private TariffBook adding(Collection<TariffMeasure> more, int stratum) {
    List<TariffMeasure> peers =
        measures.stream().filter(m -> stratumOf(m.id()) == stratum).toList();
    List<TariffMeasure> sorted = more.stream().sorted(BY_ID).toList();
    Set<String> allNames = namesWith(sorted);
    refuse(Conflicts.of(peers, sorted, terms.programmes(), allNames));
    return checked(unchecked(sorted, allNames, stratum));
  }

  private Set<String> namesWith(Collection<TariffMeasure> more) {
    Set<String> all = new TreeSet<>(names);
    more.forEach(m -> all.add(m.programme()));
    return all;
  }

  /** The book with measures in the order of their ids. */
  private TariffBook unchecked(List<TariffMeasure> sorted, Set<String> allNames, int stratum) {
    List<TariffMeasure> all = new ArrayList<>(measures);
    all.addAll(sorted);
    all.sort(BY_ID);
    return new TariffBook(
        terms,
        List.copyOf(all),
        sources,
        stratum > BookLayers.OWN ? layers.with(sorted, stratum) : layers,
        allNames,
        index.tables(sorted));
  }

  private static void refuse(List<Conflict> conflicts) {
    if (!conflicts.isEmpty()) {
      throw new IllegalArgumentException(
          conflicts.get(0).message()
              + (conflicts.size() > 1
                  ? "; and " + (conflicts.size() - 1) + " more conflicts"
                  : ""));
    }
  }

  /** Refuses a book whose programmes displace each other in a circle. */
  private static TariffBook checked(TariffBook book) {
    DisplacementCircle.refuse(book.programmes(), book.measures());
    return book;
  }

  /**
   * What would keep measures from standing together in a book: the same id twice, measures of which
   * neither is closer or later than the other, a target that is no programme.
   *
   * @param measures the measures, in any order
   * @param programmes the programmes that are described; those of the measures need not be
   * @return the conflicts, empty for measures that can stand together
   */
  public static List<Conflict> conflicts(
      Collection<TariffMeasure> measures, Collection<Programme> programmes) {
    Objects.requireNonNull(measures, "measures");
    Objects.requireNonNull(programmes, "programmes");
    Map<String, Programme> described = new TreeMap<>();
    programmes.forEach(p -> described.put(p.name(), p));
    Set<String> names = new TreeSet<>(described.keySet());
    measures.forEach(m -> names.add(m.programme()));
    return Conflicts.of(List.of(), measures, described, names);
  }

  /**
   * The same book with a schedule's ordinary duties and preferences besides its own measures. Where
   * both speak of the same goods the book's own measure counts, however closely the schedule's line
   * fits: so an amendment of a whole heading reaches every line below it.
   *
   * @param source a whole schedule
   * @return a new book
   */
  public TariffBook with(MeasureSource source) {
    Objects.requireNonNull(source, "source");
    TariffBook book = adding(source, BookLayers.OF_SOURCES);
    return terms.facts().areWhole() ? book.amending(this, "with " + source) : book;
  }

  private TariffBook adding(MeasureSource source, int stratum) {
    List<MeasureSource> all = new ArrayList<>(sources);
    List<Integer> strata = new ArrayList<>(layers.sources());
    all.add(source);
    strata.add(stratum);
    return withSources(all, strata);
  }

  private TariffBook withSources(List<MeasureSource> all, List<Integer> strata) {
    Set<String> allNames = new TreeSet<>(names);
    all.forEach(source -> allNames.addAll(source.programmes()));
    return new TariffBook(
        terms,
        measures,
        List.copyOf(all),
        layers.withSources(strata),
        allNames,
        index.tables(List.of()));
  }

  /**
   * The same book without its schedules: its own measures alone.
   *
   * @return a new book
   */
  public TariffBook withoutSources() {
    return sources.isEmpty()
        ? this
        : withSources(List.of(), List.of()).amending(this, "without its schedules " + sources);
  }

  /**
   * The same book with programmes described: their authority and what they yield to.
   *
   * @param more the programmes; one of the same name is replaced
   * @return a new book
   * @throws IllegalArgumentException when programmes would displace each other in a circle on some
   *     day, or when a programme would no longer say which of its measures counts
   */
  public TariffBook withProgrammes(Programme... more) {
    Objects.requireNonNull(more, "more");
    TariffBook book = describing(more);
    return terms.facts().areWhole() && !book.terms.programmes().equals(terms.programmes())
        ? book.amending(
            this,
            "with programmes "
                + Arrays.stream(more).map(Programme::name).collect(Collectors.joining(", ")))
        : book;
  }

  private TariffBook describing(Programme... more) {
    Map<String, Programme> all = new TreeMap<>(terms.programmes());
    Set<String> allNames = new TreeSet<>(names);
    for (Programme each : more) {
      all.put(each.name(), each);
      allNames.add(each.name());
    }
    TariffBook book =
        new TariffBook(
            terms.withProgrammes(all),
            measures,
            sources,
            layers,
            allNames,
            index.tables(List.of()));
    refuse(book.conflictsOf(changedChoices(all)));
    return checked(book);
  }

  /** The programmes that no longer choose among their measures as they did. */
  private Set<String> changedChoices(Map<String, Programme> all) {
    return all.values().stream()
        .filter(p -> p.choice() != programme(p.name()).choice())
        .map(Programme::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Conflict> conflictsOf(Set<String> some) {
    return conflictsOf((TariffMeasure m) -> some.contains(m.programme()));
  }

  private List<Conflict> conflictsOf(Predicate<TariffMeasure> some) {
    Map<Integer, List<TariffMeasure>> byStratum = new TreeMap<>();
    measures.stream()
        .filter(some)
        .forEach(m -> byStratum.computeIfAbsent(stratumOf(m.id()), s -> new ArrayList<>()).add(m));
    return byStratum.values().stream()
        .flatMap(peers -> Conflicts.of(List.of(), peers, terms.programmes(), names).stream())
        .toList();
  }

  /**
   * The same book, amended.
   *
   * @param amendment a deal, a ruling, a what-if
   * @return a new book
   */
  public TariffBook with(BookAmendment amendment) {
    Objects.requireNonNull(amendment, "amendment");
    return named(amendment.applyTo(this), "with " + amendment);
  }

  /**
   * The same book without an amendment: as if the deal had not been made.
   *
   * @param amendment a deal, a what-if
   * @return a new book
   */
  public TariffBook without(ReversibleAmendment amendment) {
    Objects.requireNonNull(amendment, "amendment");
    return named(amendment.removeFrom(this), "without " + amendment);
  }

  /** A book that differs from this one by an amendment, which is named instead of its parts. */
  private TariffBook named(TariffBook amended, String words) {
    boolean same =
        amended.measures.equals(measures)
            && amended.sources.equals(sources)
            && amended.terms.programmes().equals(terms.programmes());
    return same ? this : amended.amending(this, words);
  }

  /**
   * The same book without every measure of a programme, those of its schedules included: “what if
   * this authority fell”.
   *
   * @param programme the programme's name
   * @return a new book
   * @throws IllegalArgumentException when neither the book nor its schedules have a measure of that
   *     programme, or two others cannot stand together without it
   */
  public TariffBook without(String programme) {
    Objects.requireNonNull(programme, "programme");
    boolean scheduled = sources.stream().anyMatch(s -> s.programmes().contains(programme));
    if (!charging().contains(programme)) {
      throw noProgramme(programme);
    }
    TariffBook rest =
        keeping(m -> !m.programme().equals(programme))
            .standingWithout(
                measures.stream().filter(m -> m.programme().equals(programme)).toList());
    TariffBook all =
        scheduled
            ? rest.withSources(
                sources.stream().map(s -> s.without(programme)).toList(), layers.sources())
            : rest;
    return all.amending(this, "without " + programme);
  }

  /**
   * Refuses a name that is misspelt: nothing of a programme that does not exist reads as zero.
   *
   * @param programme the programme's name
   * @throws IllegalArgumentException when neither the book nor its schedules have a measure of that
   *     programme, nor is it described
   */
  public void requireProgramme(String programme) {
    Objects.requireNonNull(programme, "programme");
    if (!terms.programmes().containsKey(programme) && !charging().contains(programme)) {
      throw noProgramme(programme);
    }
  }

  private IllegalArgumentException noProgramme(String programme) {
    return new IllegalArgumentException(
        "No programme "
            + Texts.quoted(programme)
            + " in the book "
            + this
            + MisspeltName.meant(programme, charging())
                .map(m -> ": is '" + m + "' meant?")
                .orElse("")
            + "; there are "
            + String.join(", ", charging()));
  }

  private Set<String> charging() {
    Set<String> all = new TreeSet<>();
    measures.forEach(m -> all.add(m.programme()));
    sources.forEach(s -> all.addAll(s.programmes()));
    return all;
  }

  /**
   * The same book without one measure.
   *
   * @param id the measure's id
   * @return a new book
   * @throws IllegalArgumentException when the book has no measure of that id, or two others cannot
   *     stand together without it
   */
  public TariffBook withoutMeasure(String id) {
    Objects.requireNonNull(id, "id");
    TariffMeasure gone = held(id);
    return keepingAllBut(id).standingWithout(List.of(gone)).amending(this, "without " + id);
  }

  private TariffBook keepingAllBut(String id) {
    return keeping(m -> !m.id().equals(id));
  }

  private TariffMeasure held(String id) {
    return measure(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No measure " + Texts.quoted(id) + " in the book " + this));
  }

  /**
   * The same book without some measures.
   *
   * @param ids the ids of the measures
   * @return a new book
   * @throws IllegalArgumentException when one is not in the book: asked for without effect; or two
   *     others cannot stand together without them
   */
  public TariffBook withoutMeasures(Collection<String> ids) {
    Objects.requireNonNull(ids, "ids");
    ids.forEach(this::held);
    TariffBook rest = keepingAllBut(ids);
    List<TariffMeasure> gone = measures.stream().filter(m -> ids.contains(m.id())).toList();
    return gone.isEmpty()
        ? this
        : rest.standingWithout(gone).amending(this, "without " + some(gone));
  }

  /**
   * The same book with some measures in place of others, in one step: what would not stand between
   * taking out and putting in is no matter.
   *
   * @param ids the ids of the measures that go
   * @param instead the measures that come; one of an id that goes stands where that stood
   * @return a new book
   * @throws IllegalArgumentException when one that goes is not in the book, or what comes conflicts
   *     with what stays
   */
  public TariffBook withMeasuresInPlaceOf(
      Collection<String> ids, Collection<TariffMeasure> instead) {
    Objects.requireNonNull(ids, "ids");
    Objects.requireNonNull(instead, "instead");
    if (ids.isEmpty() || instead.isEmpty()) {
      return ids.isEmpty() ? withAll(instead) : withoutMeasures(ids);
    }
    List<TariffMeasure> gone = ids.stream().map(this::held).toList();
    TariffBook result = keepingAllBut(ids);
    Map<Integer, List<TariffMeasure>> byStratum =
        instead.stream()
            .collect(
                Collectors.groupingBy(
                    m -> ids.contains(m.id()) ? stratumOf(m.id()) : BookLayers.OWN,
                    TreeMap::new,
                    Collectors.toList()));
    for (Map.Entry<Integer, List<TariffMeasure>> each : byStratum.entrySet()) {
      result = result.adding(each.getValue(), each.getKey());
    }
    return result
        .standingWithout(gone)
        .amending(this, "with " + some(instead) + " in place of " + some(gone));
  }

  private TariffBook keepingAllBut(Collection<String> ids) {
    Set<String> gone = Set.copyOf(ids);
    return keeping(m -> !gone.contains(m.id()));
  }

  /**
   * Refuses a book in which two measures cannot stand together without one that was taken out: it
   * said what counts where the conditions of both are met, and so had more than one itself.
   */
  private TariffBook standingWithout(Collection<TariffMeasure> gone) {
    List<TariffMeasure> arbiters = gone.stream().filter(m -> m.conditions().size() > 1).toList();
    if (!arbiters.isEmpty()) {
      boolean base = arbiters.stream().anyMatch(m -> m.rule() == Rule.BASE);
      Set<String> programmes =
          arbiters.stream().map(TariffMeasure::programme).collect(Collectors.toSet());
      refuse(conflictsOf(m -> m.rule() == Rule.BASE ? base : programmes.contains(m.programme())));
    }
    return this;
  }

  private TariffBook keeping(Predicate<TariffMeasure> kept) {
    List<TariffMeasure> rest = measures.stream().filter(kept).toList();
    return new TariffBook(terms, rest, sources, layers, names, index.tables(List.of()));
  }

  /**
   * The same book with another measure in place of the one of its id.
   *
   * @param measure the measure as it shall be
   * @return a new book
   * @throws IllegalArgumentException when the book has no measure of that id, or the new one
   *     conflicts with another
   */
  public TariffBook replacing(TariffMeasure measure) {
    Objects.requireNonNull(measure, "measure");
    TariffMeasure before = held(measure.id());
    return before.equals(measure)
        ? this
        : putting(measure).amending(this, "another " + before.id());
  }

  private TariffBook putting(TariffMeasure measure) {
    return keepingAllBut(measure.id())
        .adding(List.of(measure), stratumOf(measure.id()))
        .standingWithout(List.of(held(measure.id())));
  }

  /**
   * The same book with one measure ended, as if that end had been published with its beginning. To
   * say when the end became known, {@link #replacing replace} the measure.
   *
   * @param id the measure's id
   * @param firstDayAfter the first day on which it is no longer in force
   * @return a new book
   * @throws IllegalArgumentException when the book has no measure of that id, or it begins later or
   *     has ended before that day
   */
  public TariffBook ending(String id, LocalDate firstDayAfter) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(firstDayAfter, "firstDayAfter");
    TariffMeasure measure = held(id);
    if (measure.inForce().getEnd().isBefore(firstDayAfter)) {
      throw new IllegalArgumentException(
          "'" + measure + "' has ended before " + firstDayAfter + " and cannot be ended then");
    }
    // what was planned, and when it was published, was said of the old end
    Validity ended =
        measure
            .validity()
            .withPlannedEnd(null)
            .withEndKnownFrom((LocalDate) null)
            .until(firstDayAfter);
    return putting(measure.withValidity(ended)).amending(this, id + " ended on " + firstDayAfter);
  }

  /**
   * The same book with one measure ended.
   *
   * @param id the measure's id
   * @param firstDayAfter the first day on which it is no longer in force, ISO 8601
   * @return a new book
   * @throws IllegalArgumentException when the book has no measure of that id, or it begins later or
   *     has ended before that day
   */
  public TariffBook ending(String id, String firstDayAfter) {
    Objects.requireNonNull(id, "id");
    return ending(id, DayText.parse("firstDayAfter", firstDayAfter));
  }

  /**
   * This book with another laid over it: where both speak of the same goods in one programme, the
   * other's measure counts, however closely this book's fits, also where its schedule says it. The
   * layers of the other keep their order. Measures of one id are replaced, and programmes of one
   * name are the other's.
   *
   * @param other a book of the same territory and currency
   * @return a new book
   * @throws IllegalArgumentException when the other is of another territory or currency, or has
   *     targets that neither book knows
   */
  public TariffBook overlaidBy(TariffBook other) {
    Objects.requireNonNull(other, "other");
    if (!other.territory().equals(territory()) || !other.currency().equals(currency())) {
      throw new IllegalArgumentException(
          "A book of "
              + territory()
              + " in "
              + currency()
              + " cannot be overlaid by one of "
              + other.territory()
              + " in "
              + other.currency());
    }
    List<String> replaced = other.measures().stream().map(TariffMeasure::id).toList();
    List<TariffMeasure> gone =
        measures.stream()
            .filter(m -> other.measure(m.id()).filter(o -> !o.isForTheSameAs(m)).isPresent())
            .toList();
    return keepingAllBut(replaced)
        .standingWithout(gone)
        .withoutSourcesOf(other)
        .describing(other.programmes().toArray(Programme[]::new))
        .under(other, layers.highest() + (other.sources.isEmpty() ? 0 : 1))
        .amending(this, "overlaid by " + other.facts() + ", " + other.version());
  }

  /** A schedule that both ask is asked once, as the other's. */
  private TariffBook withoutSourcesOf(TariffBook other) {
    List<MeasureSource> rest = new ArrayList<>();
    List<Integer> strata = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      if (!other.sources.contains(sources.get(i))) {
        rest.add(sources.get(i));
        strata.add(stratumOfSource(i));
      }
    }
    return rest.size() == sources.size() ? this : withSources(rest, strata);
  }

  /** This book with the layers of another above its own, in their order. */
  private TariffBook under(TariffBook other, int highest) {
    TariffBook result = this;
    Map<Integer, List<TariffMeasure>> byStratum =
        other.measures().stream()
            .collect(Collectors.groupingBy(other::stratum, TreeMap::new, Collectors.toList()));
    for (Map.Entry<Integer, List<TariffMeasure>> each : byStratum.entrySet()) {
      result = result.adding(each.getValue(), highest + each.getKey());
    }
    for (int i = 0; i < other.sources.size(); i++) {
      result = result.adding(other.sources.get(i), highest + other.stratumOfSource(i));
    }
    return result;
  }

  /** Which layer of amendments a measure of the book stands in. */
  int stratum(TariffMeasure measure) {
    return stratumOf(measure.id());
  }

  private int stratumOf(String id) {
    return layers.of(id);
  }

  /** Which layer of amendments a schedule of the book stands in, by its place. */
  int stratumOfSource(int place) {
    return layers.sources().get(place);
  }

  /**
   * The same book with a description of where its facts come from, for the stamp of results.
   * Whatever was changed before is then part of the facts; what is changed later is an {@link
   * #amendments amendment} and makes results a what-if.
   *
   * @param description for example {@code bundled US measures}
   * @param through the last day that the facts were checked for; later days assume unchanged law
   * @return a new book
   */
  public TariffBook describedAs(String description, LocalDate through) {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(through, "through");
    return withFacts(terms.facts().describedAs(description, through));
  }

  /**
   * The same book with the first day that its facts are for: on days before it duties are
   * undetermined, since what was law then is not in the book.
   *
   * @param firstDay the first day
   * @return a new book
   */
  public TariffBook withFactsFrom(LocalDate firstDay) {
    Objects.requireNonNull(firstDay, "firstDay");
    return withFacts(terms.facts().withFrom(firstDay));
  }

  /**
   * The same book, of which every answer says that it assumes something no measure of the book asks
   * for: {@code no anti-dumping duty where none is declared}. It stands in each stamp and sentence,
   * whatever else is or is not assumed.
   *
   * @param words what is assumed throughout, in words; none for nothing
   * @return a new book
   */
  public TariffBook assumingThroughout(String... words) {
    Objects.requireNonNull(words, "words");
    return withFacts(terms.facts().assuming(List.of(words)));
  }

  /** {@return what every answer assumes that no measure asks for, in words} */
  public List<String> assumedThroughout() {
    return terms.facts().throughout();
  }

  private TariffBook withFacts(BookFacts facts) {
    return with(terms.withFacts(facts));
  }

  private TariffBook with(BookTerms changed) {
    return new TariffBook(changed, measures, sources, layers, names, index.tables(List.of()));
  }

  /**
   * The same book with duties rounded in another way.
   *
   * @param policy how duties are rounded
   * @return a new book
   * @throws IllegalArgumentException when the rounding is finer than the currency or has no mode
   */
  public TariffBook withRounding(RoundingPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return policy.equals(rounding())
        ? this
        : with(
            terms
                .withRounding(policy.requireFor(terms.currency()))
                .withFacts(terms.facts().derivedFrom(this)));
  }

  /**
   * The same law, asked with something assumed of what is not declared. What a book assumed before
   * stays; of two sets that speak of one fact the later counts.
   *
   * @param sets the assumptions
   * @return a new book
   * @throws IllegalArgumentException when a set is about the imports of another territory
   */
  public TariffBook assuming(Assumptions... sets) {
    Objects.requireNonNull(sets, "sets");
    List<Assumptions> all = new ArrayList<>(terms.assumptions());
    for (Assumptions each : sets) {
      if (!each.territory().equals(territory())) {
        throw new IllegalArgumentException(
            "The assumptions '"
                + each
                + "' are about imports of "
                + each.territory()
                + " and cannot be made for those of "
                + territory());
      }
      all.remove(each);
      all.add(each);
    }
    return with(terms.assuming(List.copyOf(all)));
  }

  /**
   * The same law with nothing assumed: what is not declared is left open and bounds the duty.
   *
   * @return a new book
   */
  public TariffBook withoutAssumptions() {
    return with(terms.assuming(List.of()));
  }

  /** {@return what is assumed of what is not declared, in the order in which it counts} */
  public List<Assumptions> assumptions() {
    return terms.assumptions();
  }

  /**
   * The law in force on a day.
   *
   * @param day the day of entry
   * @return the law with all that is known now
   */
  public TariffLaw on(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return on(day, Knowledge.now());
  }

  /**
   * The law in force on a day.
   *
   * @param day the day of entry, ISO 8601
   * @return the law with all that is known now
   */
  public TariffLaw on(String day) {
    return on(DayText.parse("day", day));
  }

  /**
   * The law in force on a day, as one knows or knew.
   *
   * @param day the day of entry
   * @param knowledge what is known
   * @return the law
   */
  public TariffLaw on(LocalDate day, Knowledge knowledge) {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(knowledge, "knowledge");
    return new TariffLaw(this, day, knowledge.on(day), index.state(day, knowledge));
  }

  /**
   * The days on which some measure begins or ends, its origins change, a day that it asks for may
   * lie before entry either way, or the law begins to be known ({@link #withFactsFrom}), in order.
   *
   * @return the first days of each new state of the law
   */
  public NavigableSet<LocalDate> changeDays() {
    return days().changes();
  }

  /**
   * The days within a range on which a new state of the law begins: {@link #changeDays()}, and the
   * days on which a season of a rate begins or has ended.
   *
   * @param range the days, half-open, bounded
   * @return the first days of each new state, in order
   * @throws IllegalArgumentException when the range has no first or no last day
   */
  public NavigableSet<LocalDate> changeDays(LocalDateRange range) {
    Objects.requireNonNull(range, "range");
    if (range.isUnboundedStart() || range.isUnboundedEnd()) {
      throw new IllegalArgumentException(
          "range must have a first and a last day, but was " + range);
    }
    return days().changes(range);
  }

  /**
   * {@return the days from which something became known: the beginning or the end of a measure, an
   * order of programmes, a release of a schedule}
   */
  public NavigableSet<LocalDate> knowledgeDays() {
    return days().known();
  }

  private BookDays days() {
    return new BookDays(measures, sources, index, oldestFact());
  }

  /**
   * {@return the first day that the facts are for, empty where none is stated: then every day is
   * answered as if all law of it were in the book}
   */
  public Optional<LocalDate> oldestFact() {
    return terms.facts().from();
  }

  /**
   * The last day that the facts were checked for; where none is stated, the last day on which a
   * measure begins or ends.
   *
   * @return the day, empty for a book without dates
   */
  public Optional<LocalDate> newestFact() {
    return terms.facts().through().or(index::lastChange);
  }

  /**
   * What can be claimed for goods under this law, whatever the line: preferences, the programmes of
   * its schedules, and claims that conditions name.
   *
   * @return the names in their order; what one line has of them says {@link TariffLaw#declarable}
   */
  public NavigableSet<String> claimable() {
    return declarable.claims();
  }

  /**
   * Refuses claims that this law has for no goods, and facts that are one of its own misspelt: a
   * share of {@code contnet:US} would be taken for none declared. A claim or a fact that it has for
   * other goods or days comes to nothing, which results remark, and so does a fact that is none of
   * its own by far.
   *
   * @param origin the origin as declared
   * @return the origin
   * @throws IllegalArgumentException with what can be claimed, or what was meant
   */
  public DeclaredOrigin requireClaimable(DeclaredOrigin origin) {
    Objects.requireNonNull(origin, "origin");
    declarable.require(origin);
    return origin;
  }

  /**
   * Refuses a claim that this law has for no goods.
   *
   * @param claim the name of what is claimed, in any capitals
   * @return the claim
   * @throws IllegalArgumentException with what can be claimed
   */
  public String requireClaimable(String claim) {
    Objects.requireNonNull(claim, "claim");
    declarable.requireClaim(claim);
    return claim;
  }

  /** {@return the customs territory: its code} */
  public String territory() {
    return terms.territory();
  }

  /** {@return the currency of customs values} */
  public CurrencyUnit currency() {
    return terms.currency();
  }

  /** {@return how duties are rounded} */
  public RoundingPolicy rounding() {
    return terms.rounding();
  }

  /** {@return where the facts come from} */
  public String facts() {
    return terms.facts().description();
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
   * {@return the programmes of ordinary duties and of preferences in their place, those of its
   * schedules among them}
   */
  public Set<String> ordinaryProgrammes() {
    Set<String> ordinary = new TreeSet<>();
    sources.forEach(source -> ordinary.addAll(source.programmes()));
    measures.stream().filter(m -> m.rule().isBase()).forEach(m -> ordinary.add(m.programme()));
    return ordinary;
  }

  /**
   * One measure.
   *
   * @param id the measure's id
   * @return the measure, empty where there is none of that id
   */
  public Optional<TariffMeasure> measure(String id) {
    Objects.requireNonNull(id, "id");
    return index.measure(id);
  }

  /**
   * What is worked out from this book for many questions of one type, such as panels: found when
   * first asked for, and kept with the book while there is room.
   *
   * @param type what it is; one of each type is kept
   * @param work works it out from this book; of several threads that ask at first each may get one
   *     of its own
   * @param <T> what it is
   * @return what was worked out
   */
  public <T> T workedOut(Class<T> type, Function<? super TariffBook, ? extends T> work) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(work, "work");
    return index.workedOut(type, work);
  }

  /** Whether a measure, as the object it is, is one of the book's own. */
  boolean holds(TariffMeasure measure) {
    return index.holds(measure);
  }

  /**
   * A programme as described, or one that yields to none.
   *
   * @param name the programme's name
   * @return the programme
   */
  public Programme programme(String name) {
    Objects.requireNonNull(name, "name");
    Programme described = terms.programmes().get(name);
    return described == null ? Programme.of(name) : described;
  }

  /**
   * {@return the version of the law in the book, for example {@code 2026-11-23+5295da2f}: the
   * newest day that its facts speak of and the beginning of the SHA-256 of all its law in a
   * canonical text. Books with the same law have the same version in every JVM, and any amendment
   * gives another. It ends in {@code +unread} where a source of the book does not say what its law
   * depends on. Computed when first asked for}
   */
  public String version() {
    String made = version;
    if (made == null) {
      String stated = terms.facts().version();
      made = stated == null ? BookVersion.of(this) : stated;
      version = made;
    }
    return made;
  }

  /**
   * The same book with its version as somebody worked it out before from the same law, so that it
   * need not be worked out when it is first asked for. Any change of the law drops it.
   *
   * @param stated what {@link #version} gives without it
   * @return a new book
   */
  public TariffBook withVersion(String stated) {
    Objects.requireNonNull(stated, "stated");
    return withFacts(terms.facts().withVersion(stated));
  }

  /**
   * What was changed in the facts: every measure, programme or schedule that was added, replaced,
   * ended or taken out since the book was {@link #describedAs described}; of a book that is not
   * described, what was replaced, ended or taken out and what came after that.
   *
   * @return the changes in words, in order; empty for a book of facts as they are
   */
  public List<String> amendments() {
    return terms.facts().amendments();
  }

  /** {@return the version of the facts before the first amendment; {@link #version} of the rest} */
  public String unamendedVersion() {
    TariffBook first = terms.facts().unamended();
    return first == null ? version() : first.version();
  }

  /** {@return the programmes that are described, by name} */
  public List<Programme> programmes() {
    return List.copyOf(terms.programmes().values());
  }

  /** Two books are equal when they hold the same law, known from the same first day. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof TariffBook that && holdsTheLawOf(that);
  }

  private boolean holdsTheLawOf(TariffBook that) {
    return territory().equals(that.territory())
        && currency().equals(that.currency())
        && rounding().equals(that.rounding())
        && oldestFact().equals(that.oldestFact())
        && terms.programmes().equals(that.terms.programmes())
        && terms.assumptions().equals(that.terms.assumptions())
        && measures.equals(that.measures)
        && layers.equals(that.layers)
        && sources.equals(that.sources);
  }

  @Override
  public int hashCode() {
    return measures.hashCode();
  }

  /** Written by its text, in a form that keeps all of it. */
  @Serial
  private Object writeReplace() throws ObjectStreamException {
    return BookProxy.of(this);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a book is read from its text");
  }

  /** For example {@code US tariff book, 120 measures}. */
  @Override
  public String toString() {
    String schedules = sources.isEmpty() ? "" : " and " + sources;
    return territory() + " tariff book, " + measures.size() + " measures" + schedules;
  }
}
