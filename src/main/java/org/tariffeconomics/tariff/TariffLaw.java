package org.tariffeconomics.tariff;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.Unknown;

/**
 * The tariff law of a territory on one day, with all that is known now or with what was known on
 * another day.
 *
 * @serial exclude
 * @since 0.1.0
 */
public final class TariffLaw implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final TariffBook book;
  private final LocalDate day;
  private final Optional<LocalDate> knownOn;
  private final LawState state;

  /** Made when first asked for; whoever makes it twice makes the same. */
  private volatile @Nullable Stamp stamp;

  TariffLaw(TariffBook book, LocalDate day, Optional<LocalDate> knownOn, LawState state) {
    this.book = book;
    this.day = day;
    this.knownOn = knownOn;
    this.state = state;
  }

  /**
   * The same day's law as one could know it on another day.
   *
   * @param knowledge the day of knowledge
   * @return the law without what was not known then; of a day before the first of the book's facts
   *     it is not known what one could know, and the duties are undetermined
   */
  public TariffLaw asKnownOn(LocalDate knowledge) {
    Objects.requireNonNull(knowledge, "knowledge");
    return book.on(day, Knowledge.of(knowledge));
  }

  /**
   * The same day's law as one could know it on another day.
   *
   * @param knowledge the day of knowledge, ISO 8601
   * @return the law without what was not known then
   */
  public TariffLaw asKnownOn(String knowledge) {
    return asKnownOn(DayText.parse("knowledge", knowledge));
  }

  /**
   * The duties on goods of a line and origin with nothing declared.
   *
   * @param line the tariff line
   * @param origin the country of origin
   * @return the layers that apply
   */
  public DutyStack stack(HsCode line, Country origin) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    return stack(line, origin, DeclaredFacts.none());
  }

  /**
   * The duties on goods of a line and origin.
   *
   * @param line the tariff line
   * @param origin the country of origin
   * @param facts what is declared with the goods
   * @return the layers that apply
   * @throws IllegalArgumentException when the declaration contradicts itself or the day of entry
   */
  public DutyStack stack(HsCode line, Country origin, DeclaredFacts facts) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(facts, "facts");
    if (!facts.isEmpty()) {
      LawState.requireReadable(facts);
      requirePossible(facts);
    }
    return new DutyStack(this, line, origin, facts);
  }

  /** Refuses what is so of no goods, or of none that enter on this day, whatever the law. */
  private void requirePossible(DeclaredFacts facts) {
    facts
        .contradiction(day)
        .ifPresent(
            wrong -> {
              throw new IllegalArgumentException("The declaration contradicts itself: " + wrong);
            });
  }

  /**
   * Whether goods of an origin are of the customs territory whose law this is, on its day: of the
   * country, of a member of the union, or of a part that has a code of its own, such as Puerto Rico
   * or Jersey. They pay only when they come back from abroad and are not free as returned goods,
   * which a stack of theirs remarks.
   *
   * @param origin the country of origin
   * @return whether they are
   */
  public boolean isOwnGoods(Country origin) {
    Objects.requireNonNull(origin, "origin");
    return OwnGoods.isOwn(book().territory(), origin, day);
  }

  /**
   * Whether goods of an origin are no foreign ones on the day of this law: of the customs territory
   * ({@link #isOwnGoods}), or of a possession of the same state outside of it, such as Guam or the
   * Virgin Islands of the United States (General Note 3(a)(iv)).
   *
   * @param origin the country of origin
   * @return whether {@code "*"} leaves it out where rivals are compared
   */
  public boolean isHomeOrigin(Country origin) {
    Objects.requireNonNull(origin, "origin");
    return OwnGoods.isOfState(book().territory(), origin, day);
  }

  /** The lines that goods of a code are declared under: those below it, or in its place. */
  List<HsCode> linesOf(HsCode code) {
    return state.linesBelow(code, day);
  }

  Answer answer(HsCode line, Country origin, DeclaredFacts facts) {
    return state.answer(line, origin, facts, day);
  }

  Verdict verdict(HsCode line, Country origin, DeclaredFacts facts) {
    return isOutsideFacts() ? Verdict.NOT_KNOWN : state.verdict(line, origin, facts, day);
  }

  /**
   * What goods have in common of which the same measures speak in the same way, so that their
   * duties are one: for sorting many goods into classes of which one is asked.
   *
   * @param line the code
   * @param origin the country of origin
   * @param facts what is declared with the goods
   * @return the kind, with {@code equals} and {@code hashCode}; kinds of one book can be compared,
   *     whatever the day
   * @throws IllegalArgumentException when the declaration contradicts itself or the day of entry
   */
  public Object kind(HsCode line, Country origin, DeclaredFacts facts) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(facts, "facts");
    requirePossible(facts);
    return isOutsideFacts() ? Verdict.NOT_KNOWN : state.kind(line, origin, facts, day);
  }

  /**
   * The duties on goods of a line, an origin and what is declared with them.
   *
   * @param line the code
   * @param origin the origin with its declaration
   * @return the stack
   */
  public DutyStack stack(HsCode line, DeclaredOrigin origin) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    return stack(line, origin.country(), origin.facts());
  }

  /**
   * The measures of the book's own that are in force, those of schedules not among them.
   *
   * @return the measures by id
   */
  public List<TariffMeasure> ownMeasures() {
    Knowledge knowledge = knowledge();
    return book.measures().stream().filter(m -> m.validity().holds(day, knowledge)).toList();
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

  Knowledge knowledge() {
    return knownOn.map(Knowledge::of).orElse(Knowledge.now());
  }

  boolean isOutsideFacts() {
    return book.oldestFact().filter(this::beginsAfter).isPresent();
  }

  /** Whether the day, or the day of knowledge, is before the first day of the facts. */
  private boolean beginsAfter(LocalDate first) {
    return day.isBefore(first) || knownOn.filter(known -> known.isBefore(first)).isPresent();
  }

  /** Why the law of the day, or what was known of it, is not known here; empty where it is. */
  Optional<Unknown> outsideFacts() {
    return book.oldestFact()
        .filter(this::beginsAfter)
        .map(
            first ->
                day.isBefore(first)
                    ? outsideFacts(day, "", first, "what was law then")
                    : outsideFacts(
                        knownOn.orElseThrow(),
                        ", the day of knowledge,",
                        first,
                        "what one could know then"));
  }

  private Unknown outsideFacts(LocalDate early, String role, LocalDate first, String what) {
    return new Unknown.OutsideFacts(
        early.toString(),
        early
            + role
            + " is before "
            + first
            + ", the first day of the facts of '"
            + book
            + "': "
            + what
            + " is not known here");
  }

  /**
   * What may be declared with goods so that it moves their duty, also where it moves that of some
   * goods below the code alone.
   *
   * @param line the code
   * @param origin the country
   * @return the claims, contents and facts that some measure in force asks for, by name
   */
  public List<Declarable> declarable(HsCode line, Country origin) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(origin, "origin");
    return Declarable.of(state.question(line, origin, DeclaredFacts.none(), day));
  }

  /** {@return the stamp of a number computed from this law} */
  public Stamp stamp() {
    Stamp made = stamp;
    if (made == null) {
      made = newStamp();
      stamp = made;
    }
    return made;
  }

  /**
   * {@return the stamp of numbers that many stacks of this law went into: with the assumptions that
   * the book makes where something is not declared, whether or not they moved one of them}
   */
  public Stamp stampOfMany() {
    return stamp()
        .withAssumptions(
            book.assumptions().stream()
                .map(each -> each + " where nothing else is declared")
                .toList());
  }

  private Stamp newStamp() {
    Stamp stamp =
        Stamp.statutory(day, book.facts())
            .withVersion(book.unamendedVersion())
            .withAmendments(book.amendments())
            .withAssumptions(book.assumedThroughout());
    Stamp dated = book.newestFact().map(stamp::withNewestFact).orElse(stamp);
    return knownOn.map(dated::withKnownOn).orElse(dated);
  }

  /** The book and the day. */
  @Override
  public String toString() {
    return book.territory()
        + " tariff law on "
        + day
        + knownOn.map(k -> ", as known on " + k).orElse("")
        + (book.amendments().isEmpty() ? "" : ", " + String.join(", ", book.amendments()));
  }

  /** The book, the day and the day whose knowledge counts. */
  private record TextForm(TariffBook book, LocalDate day, @Nullable LocalDate knownOn)
      implements Serializable {

    @Serial
    private Object readResolve() {
      return knownOn == null ? book.on(day) : book.on(day).asKnownOn(knownOn);
    }
  }

  /** Written by its book and its days. */
  @Serial
  private Object writeReplace() {
    return new TextForm(book, day, knownOn.orElse(null));
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a law is read from its book and its days");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TariffLaw that
        && book.equals(that.book)
        && day.equals(that.day)
        && knownOn.equals(that.knownOn);
  }

  @Override
  public int hashCode() {
    return Objects.hash(book, day, knownOn);
  }
}
