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
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.DeclaredFacts;

/**
 * The verdicts that were found for a book, by the {@linkplain AnswerPart parts} of their kinds, for
 * all states of its law: most changes leave most goods as they were.
 */
final class VerdictMemory {

  /** What is said of lines, of some kilobyte each; states that are kept keep those of their own. */
  private static final int MOST_LINES_KEPT = 1 << 14;

  /** Ordinary duties with the preferences beside them. */
  private static final int MOST_LISTS_KEPT = 1 << 16;

  private static final int MOST_VERDICTS_KEPT = 1 << 17;

  /** Found when first asked for: a book that answers few questions needs none of it. */
  private final Supplier<List<OriginScope>> scopes;

  private final Supplier<Set<String>> elsewhere;
  private final AnswerKind.Numbers numbers;
  private final Interner<IdentityKey> standings = Interners.newStrongInterner();

  /** Those that are still remembered below. */
  private final Interner<AnswerPart> parts = Interners.newWeakInterner();

  private final Map<IdentityKey, Fits> fits = new ConcurrentHashMap<>();
  private final Memo<IdentityKey, LineStanding> lines = new Memo<>(MOST_LINES_KEPT);
  private final Memo<IdentityKey, AnswerPart> ordinary = new Memo<>(MOST_LISTS_KEPT);
  private final Memo<Parts, Found> verdicts = new Memo<>(MOST_VERDICTS_KEPT);

  /** All parts of a kind, and what is declared. */
  private record Parts(AnswerPart charges, AnswerPart ordinary, DeclaredFacts facts) {}

  /**
   * What was found for some parts.
   *
   * @param verdict the verdict; null where it hangs on the day, and is found anew
   */
  private record Found(@Nullable Verdict verdict) {}

  VerdictMemory(
      TariffBook book,
      List<MeasureTable> tables,
      List<Assumption> assumptions,
      AnswerKind.Numbers numbers) {
    this.scopes = Suppliers.memoize(() -> scopes(book, assumptions));
    this.elsewhere = Suppliers.memoize(() -> elsewhere(book, tables));
    this.numbers = numbers;
  }

  private static List<OriginScope> scopes(TariffBook book, List<Assumption> assumptions) {
    Set<OriginScope> all = new LinkedHashSet<>();
    book.measures().forEach(each -> all.add(each.origins()));
    assumptions.forEach(each -> all.add(each.origins()));
    return List.copyOf(all);
  }

  private static Set<String> elsewhere(TariffBook book, List<MeasureTable> tables) {
    Set<String> programmes = new TreeSet<>();
    book.sources().forEach(source -> programmes.addAll(source.programmes()));
    tables.forEach(table -> programmes.addAll(table.programmesOnAllOfACountry()));
    return programmes;
  }

  /** Whatever tells origins apart, but for schedules. */
  List<OriginScope> scopes() {
    return scopes.get();
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

  /** What charges of a book bring that no other measure contests. */
  AnswerPart charges(
      List<Candidate> candidates, BitSet assumed, ImmutableSetMultimap<String, String> yields) {
    return parts.intern(AnswerPart.ofCharges(candidates, numbers, assumed, yields));
  }

  /** What ordinary duties and preferences of schedules bring. */
  AnswerPart ordinary(List<Candidate> candidates) {
    return ordinary.get(
        Candidate.key(candidates), key -> parts.intern(AnswerPart.ofOrdinary(candidates, numbers)));
  }

  /**
   * The verdict on goods with some parts.
   *
   * @param lasting finds it where it is not known; null where it hangs on the day
   * @return the verdict; null where it hangs on the day, so that none is kept
   */
  @Nullable Verdict verdict(
      AnswerPart charges,
      AnswerPart ordinary,
      DeclaredFacts facts,
      Supplier<@Nullable Verdict> lasting) {
    return verdicts
        .get(new Parts(charges, ordinary, facts), key -> new Found(lasting.get()))
        .verdict();
  }
}
