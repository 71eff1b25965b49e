package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Memo;

/**
 * What a book is asked for again and again, found when first asked for and kept: its measures by
 * code, its states by day and knowledge, and what was resolved before.
 */
final class BookIndex {

  /** Above this many, the tables of derived books are joined into one. */
  private static final int MOST_TABLES = 4;

  /** Answers of some kilobyte each, which days, lines and origins share where the same is asked. */
  private static final int MOST_ANSWERS_KEPT = 1 << 15;

  /** Answers for goods that may be asked for again soon. */
  private static final int MOST_GOODS_KEPT = 1 << 13;

  private final TariffBook book;
  private final List<MeasureTable> inherited;
  private volatile @Nullable Contents contents;

  /** Given up when memory runs short. */
  private final ConcurrentMap<Class<?>, SoftReference<Object>> workedOut =
      new ConcurrentHashMap<>();

  BookIndex(TariffBook book, List<MeasureTable> inherited) {
    this.book = book;
    this.inherited = inherited;
  }

  /**
   * What was worked out for a book, shared by all states of its law.
   *
   * @param tables its measures by code
   * @param assumptions what it assumes, in the order in which it counts
   * @param codes where lines stand, and their kinds
   * @param goods what was asked lately: a shop asks for the same goods again and again, and of a
   *     code with lines below it many answers went into one
   * @param answers what applies
   * @param verdicts what each kind of answer comes to
   */
  record Memory(
      List<MeasureTable> tables,
      List<Assumption> assumptions,
      CodePlaces codes,
      Memo<LawState.Goods, Answer> goods,
      Memo<AnswerKey, Answer> answers,
      VerdictMemory verdicts) {

    private static Memory of(TariffBook book, List<MeasureTable> tables) {
      List<Assumption> assumptions =
          book.assumptions().stream().flatMap(set -> set.rows().stream()).toList();
      return new Memory(
          tables,
          assumptions,
          new CodePlaces(tables, book.sources(), assumptions),
          new Memo<>(MOST_GOODS_KEPT, Answer::size),
          new Memo<>(MOST_ANSWERS_KEPT, Answer::size),
          new VerdictMemory(book, tables, assumptions));
    }
  }

  /** Made at one go, since most books that are derived are never asked. */
  private static final class Contents {

    private final Memory memory;
    private final Map<String, TariffMeasure> byId = new HashMap<>();
    private final Set<TariffMeasure> held = Collections.newSetFromMap(new IdentityHashMap<>());
    private final TreeSet<LocalDate> changes = new TreeSet<>();
    private final TreeSet<LocalDate> publications = new TreeSet<>();
    private final TreeSet<LocalDate> allChanges;

    /** The changes of the law, and the days on which something else is assumed. */
    private final TreeSet<LocalDate> turns;

    private final TreeSet<LocalDate> allPublications;
    private final ConcurrentMap<StateKey, LawState> states = new ConcurrentHashMap<>();

    /** Measures of which the same programmes yield to the same share one map of them. */
    private final Interner<ImmutableSetMultimap<String, String>> yields =
        Interners.newStrongInterner();

    private Contents(TariffBook book, List<MeasureTable> tables) {
      this.memory = Memory.of(book, tables);
      for (TariffMeasure each : book.measures()) {
        byId.put(each.id(), each);
        held.add(each);
        changes.addAll(each.validity().changeDays());
        changes.addAll(each.origins().changeDays());
        LocalDate open = MeasureTraits.openFrom(each);
        if (!open.equals(LocalDate.MIN) && each.inForce().contains(open)) {
          changes.add(open);
        }
        publications.addAll(each.validity().knowledgeDays());
      }
      for (Programme each : book.programmes()) {
        for (Programme.Yield yield : each.yields()) {
          changes.addAll(yield.validity().changeDays());
          publications.addAll(yield.validity().knowledgeDays());
        }
      }
      this.allChanges = new TreeSet<>(changes);
      this.allPublications = new TreeSet<>(publications);
      for (MeasureSource source : book.sources()) {
        allChanges.addAll(source.changeDays());
        allPublications.addAll(source.knowledgeDays());
      }
      this.turns = new TreeSet<>(allChanges);
      for (Assumption each : memory.assumptions()) {
        turns.add(each.days().getStart());
        turns.add(each.days().getEnd());
        turns.addAll(each.origins().changeDays());
      }
    }

    private StateKey key(LocalDate day, Optional<LocalDate> knownOn) {
      return new StateKey(floor(turns, day), knownOn.map(known -> floor(allPublications, known)));
    }

    private static LocalDate floor(NavigableSet<LocalDate> days, LocalDate day) {
      LocalDate floor = days.floor(day);
      return floor == null ? LocalDate.MIN : floor;
    }
  }

  /** The first day of a state, and the publication up to which it is known; empty for all. */
  private record StateKey(LocalDate turn, Optional<LocalDate> publication) {}

  private Contents contents() {
    Contents made = contents;
    if (made == null) {
      List<MeasureTable> tables =
          inherited.isEmpty() ? List.of(new MeasureTable(book.measures())) : inherited;
      made = new Contents(book, tables);
      contents = made;
    }
    return made;
  }

  /** The state of the law that a day lies in, as one knows or knew. */
  LawState state(LocalDate day, Knowledge knowledge) {
    Contents made = contents();
    Optional<LocalDate> knownOn = knowledge.on(day);
    StateKey key = made.key(day, knownOn);
    LawState known = made.states.get(key);
    return known != null
        ? known
        : made.states.computeIfAbsent(
            key,
            k ->
                new LawState(
                    book,
                    day,
                    knownOn.map(Knowledge::of).orElse(Knowledge.now()),
                    new Yields(yields(day, knowledge), made.yields),
                    made.memory));
  }

  /** The programmes that each programme yields to on a day, as one knows or knew. */
  private ImmutableSetMultimap<String, String> yields(LocalDate day, Knowledge knowledge) {
    ImmutableSetMultimap.Builder<String, String> yields = ImmutableSetMultimap.builder();
    for (Programme each : book.programmes()) {
      yields.putAll(each.name(), each.yieldsTo(day, knowledge));
    }
    return yields.build();
  }

  /** The tables of a book that has these measures besides, or fewer of the old ones. */
  List<MeasureTable> tables(List<TariffMeasure> more) {
    Contents made = contents;
    if (made == null && inherited.isEmpty()) {
      return List.of();
    }
    List<MeasureTable> tables = new ArrayList<>(made == null ? inherited : made.memory.tables());
    if (more.stream().anyMatch(m -> tables.stream().anyMatch(table -> table.files(m)))) {
      // a measure that was taken out and comes back would be found twice
      return List.of();
    }
    if (!more.isEmpty()) {
      tables.add(new MeasureTable(more));
    }
    return tables.size() > MOST_TABLES ? List.of() : List.copyOf(tables);
  }

  NavigableSet<LocalDate> ownChangeDays() {
    return new TreeSet<>(contents().changes);
  }

  NavigableSet<LocalDate> ownKnowledgeDays() {
    return new TreeSet<>(contents().publications);
  }

  /** The last day on which anything changes; empty for a book without dates. */
  Optional<LocalDate> lastChange() {
    TreeSet<LocalDate> days = contents().allChanges;
    return days.isEmpty() ? Optional.empty() : Optional.of(days.last());
  }

  Optional<TariffMeasure> measure(String id) {
    return Optional.ofNullable(contents().byId.get(id));
  }

  boolean holds(TariffMeasure measure) {
    return contents().held.contains(measure);
  }

  <T> T workedOut(Class<T> type, Function<? super TariffBook, ? extends T> work) {
    SoftReference<Object> before = workedOut.get(type);
    Object known = before == null ? null : before.get();
    if (known != null) {
      return type.cast(known);
    }
    T made = work.apply(book);
    workedOut.put(type, new SoftReference<>(made));
    return made;
  }
}
