package org.tariffeconomics.tariff;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * The verdicts that were found for a book, by their kinds and by the {@linkplain AnswerPart parts}
 * of them, for all states of its law: most changes leave most goods as they were.
 */
final class VerdictMemory {

  /** What is said of lines, of some kilobyte each; states that are kept keep those of their own. */
  private static final int MOST_LINES_KEPT = 1 << 16;

  /** Ordinary duties with the preferences beside them. */
  private static final int MOST_LISTS_KEPT = 1 << 16;

  /** Of some eighty bytes each: what they come to is one object for all that come to the same. */
  private static final int MOST_VERDICTS_KEPT = 1 << 19;

  /** Verdicts of some three hundred bytes each with what decides them. */
  private static final int MOST_KINDS_KEPT = 1 << 17;

  /** Headings and lines that are none any more, of some hundred bytes for each line in them. */
  private static final int MOST_DIVIDED_KEPT = 1 << 14;

  /** Found when first asked for: a book that answers few questions needs none of it. */
  private final Supplier<List<OriginScope>> datedScopes;

  private final Supplier<Set<String>> elsewhere;
  private final AnswerKind.Numbers numbers = new AnswerKind.Numbers();

  /** The facts that are assumed to be the day of entry. */
  private final Set<String> dated;

  private final Interner<IdentityKey> standings = Interners.newStrongInterner();

  /** Those that are still remembered below. */
  private final Interner<AnswerPart> parts = Interners.newWeakInterner();

  private final Interner<Verdict> different = Interners.newWeakInterner();

  private final Map<IdentityKey, Fits> fits = new ConcurrentHashMap<>();
  private final Memo<IdentityKey, LineStanding> lines = new Memo<>(MOST_LINES_KEPT);
  private final Memo<Listed, AnswerPart> ofSources = new Memo<>(MOST_LISTS_KEPT);
  private final Memo<AnswerKind, Verdict> ofKind = new Memo<>(MOST_KINDS_KEPT);
  private final Memo<Parts, Verdict> verdicts = new Memo<>(MOST_VERDICTS_KEPT);
  private final Memo<Object, Verdict> ofDivided = new Memo<>(MOST_DIVIDED_KEPT);

  /** Some measures of sources, and whether the book has ordinary duties of its own beside them. */
  private record Listed(IdentityKey measures, boolean contested) {}

  /** All parts of a kind, and what is declared: equal for goods that have one answer. */
  record Parts(AnswerPart ofBook, AnswerPart ofSources, DeclaredFacts facts) {}

  VerdictMemory(TariffBook book, List<MeasureTable> tables, List<Assumption> assumptions) {
    this.datedScopes = Suppliers.memoize(() -> datedScopes(book, assumptions));
    this.elsewhere = Suppliers.memoize(() -> elsewhere(book, tables));
    this.dated = Assumptions.dated(assumptions);
  }

  private static List<OriginScope> datedScopes(TariffBook book, List<Assumption> assumptions) {
    Set<OriginScope> all = new LinkedHashSet<>();
    book.measures().forEach(each -> all.add(each.origins()));
    assumptions.forEach(each -> all.add(each.origins()));
    return all.stream().filter(each -> !each.changeDays().isEmpty()).toList();
  }

  private static Set<String> elsewhere(TariffBook book, List<MeasureTable> tables) {
    Set<String> programmes = new TreeSet<>();
    book.sources().forEach(source -> programmes.addAll(source.programmes()));
    tables.forEach(table -> programmes.addAll(table.programmesOnAllOfACountry()));
    return programmes;
  }

  /** Whatever tells origins apart in another way on other days, but for schedules. */
  List<OriginScope> datedScopes() {
    return datedScopes.get();
  }

  /** The programmes whose measures may speak of a line at whose node they do not stand. */
  Set<String> elsewhere() {
    return elsewhere.get();
  }

  /** One object for all that is equal. */
  IdentityKey shared(IdentityKey standing) {
    return standings.intern(standing);
  }

  /** One object for all states in which the same measures of a node are in force. */
  Fits shared(Fits some) {
    return fits.computeIfAbsent(some.key(), key -> some);
  }

  /** One object for all lines and states in which the same measures in force speak alike. */
  LineStanding line(IdentityKey said, Function<? super IdentityKey, LineStanding> made) {
    return lines.get(said, made);
  }

  /** What measures of a book bring. */
  AnswerPart ofBook(
      List<Candidate> candidates, BitSet assumed, ImmutableSetMultimap<String, String> yields) {
    return parts.intern(AnswerPart.ofBook(candidates, numbers, dated, assumed, yields));
  }

  /** What ordinary duties and preferences of schedules bring. */
  AnswerPart ofSources(List<Candidate> candidates, boolean contested) {
    return ofSources.get(
        new Listed(Candidate.key(candidates), contested),
        key -> parts.intern(AnswerPart.ofSources(candidates, numbers, dated, contested)));
  }

  /**
   * The kind of a question.
   *
   * @param question what is asked, with what is declared
   * @param assumed what is taken to be declared besides
   */
  AnswerKind kind(StackQuestion question, DeclaredFacts assumed) {
    return AnswerKind.of(question, assumed, numbers);
  }

  /** The verdict on goods of a kind, found where it is not known. */
  Verdict verdict(AnswerKind kind, Supplier<Verdict> found) {
    return ofKind.get(kind, key -> found.get());
  }

  /** The verdict on goods with some parts, found where it is not known. */
  Verdict verdict(Parts parts, Supplier<Verdict> found) {
    if (!parts.facts().isEmpty()) {
      return remembered(parts, found);
    }
    PartVerdicts undeclared = parts.ofBook().undeclared();
    Verdict known = undeclared.get(parts.ofSources());
    if (known != null) {
      return known;
    }
    return undeclared.hasRoom()
        ? undeclared.keep(parts.ofSources(), different.intern(found.get()))
        : remembered(parts, found);
  }

  private Verdict remembered(Parts parts, Supplier<Verdict> found) {
    return verdicts.get(parts, key -> different.intern(found.get()));
  }

  /** The verdict on goods of a code whose lines have these kinds, found where it is not known. */
  Verdict ofDivided(Object kinds, Supplier<Verdict> found) {
    return ofDivided.get(kinds, key -> different.intern(found.get()));
  }
}
