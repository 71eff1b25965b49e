package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.CodePlaces.CodePlace;

/**
 * The law of a book between two changes, as known between two publications: which measures are in
 * force, and which programmes yield to which. All days of one state share it.
 */
final class LawState {

  /** No nomenclature at hand tells goods apart at more digits. */
  private static final int MOST_DIGITS = 10;

  /** Of a state that is asked no more, the world's countries are not sorted. */
  private static final int FEW_QUESTIONS = 64;

  /** Codes above the lines beyond this many are looked up anew rather than kept. */
  private static final int MOST_CODES_KEPT = 1 << 14;

  private final TariffBook book;
  private final LocalDate day;
  private final Knowledge knowledge;
  private final BookIndex.Memory memory;
  private final Yields yields;
  private final Map<MeasureTable.Node, Fits> fits = new ConcurrentHashMap<>();
  private final Memo<HsCode, List<HsCode>> below = new Memo<>(MOST_CODES_KEPT);
  private final LongAdder asked = new LongAdder();
  private final GoodsKinds kinds;

  /** What an answer is about, on a day of a state. */
  record Goods(LawState state, HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {}

  LawState(
      TariffBook book, LocalDate day, Knowledge knowledge, Yields yields, BookIndex.Memory memory) {
    this.book = book;
    this.day = day;
    this.knowledge = knowledge;
    this.yields = yields;
    this.memory = memory;
    this.kinds = new GoodsKinds(this, memory, yields);
  }

  /** A day of the state. */
  LocalDate day() {
    return day;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  /** The schedules that the book asks. */
  List<MeasureSource> sources() {
    return book.sources();
  }

  /** What the answer comes to: the same for all goods that only their names tell apart. */
  Verdict verdict(HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    if (asked.sum() < FEW_QUESTIONS) {
      asked.increment();
      return answer(line, origin, facts, entry).verdict();
    }
    CodePlace code = memory.codes().of(line);
    if (kinds.isDivided(code, line, entry)) {
      return memory
          .verdicts()
          .ofDivided(
              kind(line, origin, facts, entry), () -> answer(line, origin, facts, entry).verdict());
    }
    VerdictMemory.Parts parts = kinds.parts(code, line, origin, facts, entry);
    return parts == null
        ? verdict(question(line, origin, facts, entry))
        : memory
            .verdicts()
            .verdict(parts, () -> answer(question(line, origin, facts, entry)).verdict());
  }

  private Verdict verdict(StackQuestion question) {
    DeclaredFacts assumed = Assumptions.taken(question);
    return memory
        .verdicts()
        .verdict(
            memory.verdicts().kind(question, assumed), () -> answer(question, assumed).verdict());
  }

  /** Equal for goods that have one answer; found without the answer. */
  Object kind(HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    return kinds.of(line, origin, facts, entry);
  }

  /**
   * What applies to goods on a day of this state: where the code has lines below that differ, or
   * what is not declared matters, all that may apply.
   */
  Answer answer(HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    return memory.goods().get(new Goods(this, line, origin, facts, entry), this::answer);
  }

  private Answer answer(Goods goods) {
    List<HsCode> lines = linesBelow(goods.line(), goods.entry());
    return lines.isEmpty()
        ? ofCode(question(goods.line(), goods.origin(), goods.facts(), goods.entry()))
        : ofLines(lines, goods.origin(), goods.facts(), goods.entry());
  }

  private Answer ofCode(StackQuestion question) {
    return question.partial().isEmpty() ? answer(question) : ofParts(question);
  }

  /** The answer for goods of a code of which no line below is told apart. */
  private Answer answer(StackQuestion question) {
    return answer(question, Assumptions.taken(question));
  }

  private Answer answer(StackQuestion question, DeclaredFacts assumed) {
    return memory
        .answers()
        .get(
            AnswerKey.of(question, assumed), key -> Answer.of(question.assuming(assumed), assumed));
  }

  /** The codes that some measure tells apart below a code, and what is in none of them. */
  private Answer ofParts(StackQuestion question) {
    HsCode whole = question.line();
    Set<String> listed = new TreeSet<>(Set.of(whole.digits()));
    for (TariffMeasure each : question.partial()) {
      each.products().listedDigits().stream()
          .filter(digits -> digits.startsWith(whole.digits()))
          .forEach(listed::add);
    }
    Country origin = question.origin();
    DeclaredFacts declared = question.facts();
    LocalDate entry = question.day();
    return joined(
        listed.stream()
            .map(HsCode::of)
            .map(code -> question(code, origin, declared, entry).whole())
            .toList(),
        declared,
        (code, more) -> ofCode(question(code, origin, declared.and(more), entry).whole()));
  }

  private Answer ofLines(List<HsCode> lines, Country origin, DeclaredFacts facts, LocalDate entry) {
    return joined(
        lines.stream().map(code -> question(code, origin, facts, entry)).toList(),
        facts,
        (code, more) -> ofCode(question(code, origin, facts.and(more), entry)));
  }

  /** Codes with one answer are one group. */
  private Answer joined(List<StackQuestion> parts, DeclaredFacts declared, Bounds.OfLine goods) {
    IdentityHashMap<Answer, List<HsCode>> groups = new IdentityHashMap<>();
    List<Answer> order = new ArrayList<>();
    for (StackQuestion each : parts) {
      Answer answer = ofCode(each);
      List<HsCode> group = groups.get(answer);
      if (group == null) {
        group = new ArrayList<>();
        groups.put(answer, group);
        order.add(answer);
      }
      group.add(each.line());
    }
    return order.size() == 1
        ? order.get(0)
        : Answer.joined(order, each -> List.copyOf(groups.get(each)), declared, goods);
  }

  /** The lines that goods of a code are declared under: those below it, or in its place. */
  List<HsCode> linesBelow(HsCode code, LocalDate entry) {
    if (book.sources().isEmpty()) {
      return List.of();
    }
    if (code.digits().length() >= MOST_DIGITS) {
      // a line of its own in nearly all cases: too many to be kept
      return memory.codes().of(code).lasting() == null ? instead(code, entry) : List.of();
    }
    return below.get(
        code,
        each ->
            book.sources().stream()
                .flatMap(source -> source.linesBelow(each, entry, knowledge).stream())
                .distinct()
                .sorted()
                .toList());
  }

  /** The lines in place of one that is none any more; empty for a line. */
  private List<HsCode> instead(HsCode code, LocalDate entry) {
    for (MeasureSource source : book.sources()) {
      List<HsCode> lines = source.linesBelow(code, entry, knowledge);
      if (!lines.isEmpty()) {
        // whoever gives a code an ordinary duty of its own has made it a line
        return isLineOfTheBook(code) ? List.of() : lines;
      }
    }
    return List.of();
  }

  private boolean isLineOfTheBook(HsCode code) {
    return memory.codes().of(code).place().nodes().stream()
        .flatMap(node -> Arrays.stream(fits(node).whole()))
        .anyMatch(
            m -> m.rule() == Rule.BASE && m.products().listedDigits().contains(code.digits()));
  }

  StackQuestion question(HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    List<Candidate> candidates = new ArrayList<>();
    List<TariffMeasure> partial = new ArrayList<>();
    collectOwn(memory.codes().of(line).place(), origin, candidates, partial);
    boolean ordinary = hasOrdinaryDuty(candidates);
    collectOfSources(line, origin, facts, entry, candidates, partial);
    if (ordinary) {
      for (MeasureSource source : book.sources()) {
        source.doubt(line, entry).ifPresent(m -> candidates.add(ofSource(m, line)));
      }
    }
    if (!facts.isEmpty()) {
      DeclaredCase.of(facts)
          .forEach(m -> candidates.add(new Candidate(m, BookLayers.OF_SOURCES, 0, 0)));
    }
    return new StackQuestion(
        book, entry, line, origin, facts, candidates, partial, yields.among(candidates));
  }

  /** The measures of the book itself that are for some goods. */
  void collectOwn(
      LinePlace place, Country origin, List<Candidate> candidates, List<TariffMeasure> partial) {
    for (MeasureTable.Node node : place.nodes()) {
      collect(fits(node), origin, candidates, partial);
    }
    for (MeasureTable table : memory.tables()) {
      for (TariffMeasure each : table.onAllOf(origin)) {
        if (isInForce(each)) {
          add(each, book.stratum(each), 0, origin, candidates);
        }
      }
    }
  }

  /** The measures of schedules that are for some goods. */
  void collectOfSources(
      HsCode line,
      Country origin,
      DeclaredFacts facts,
      LocalDate entry,
      List<Candidate> candidates,
      List<TariffMeasure> partial) {
    List<MeasureSource> sources = book.sources();
    for (int i = 0; i < sources.size(); i++) {
      int stratum = book.stratumOfSource(i);
      for (TariffMeasure each : ofSource(sources.get(i), line, origin, facts, entry)) {
        collect(each, stratum, line, origin, candidates, partial);
      }
    }
  }

  /** An ordinary duty that no schedule states, so that the code may be none of the schedule's. */
  private static boolean hasOrdinaryDuty(List<Candidate> ofTheBook) {
    for (Candidate each : ofTheBook) {
      if (each.rule() == Rule.BASE) {
        return true;
      }
    }
    return false;
  }

  private static Candidate ofSource(TariffMeasure measure, HsCode line) {
    return new Candidate(measure, BookLayers.OF_SOURCES, 0, line.digits().length());
  }

  /**
   * Refuses declarations that cannot be understood when a question is put, not when it is answered.
   *
   * @throws IllegalArgumentException when an article is no code, or a deposit no rate
   */
  static void requireReadable(DeclaredFacts facts) {
    RatedArticle.requireReadable(facts);
    DeclaredCase.of(facts);
  }

  /** What a source has for a line, or for the article whose ordinary duty the line bears. */
  private List<TariffMeasure> ofSource(
      MeasureSource source, HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    List<TariffMeasure> own = source.measures(line, origin, entry, knowledge);
    return facts.isEmpty()
        ? own
        : RatedArticle.declared(facts, own)
            .map(
                article ->
                    source.measures(article, origin, entry, knowledge).stream()
                        .map(m -> RatedArticle.asOf(line, m, facts))
                        .toList())
            .orElse(own);
  }

  private void collect(
      Fits fits, Country origin, List<Candidate> candidates, List<TariffMeasure> partial) {
    for (int i = 0; i < fits.whole().length; i++) {
      add(fits.whole()[i], fits.strata()[i], fits.digits()[i], origin, candidates);
    }
    for (TariffMeasure each : fits.partial()) {
      if (each.origins().includes(origin, day)) {
        partial.add(each);
      }
    }
  }

  private void add(
      TariffMeasure measure, int stratum, int digits, Country origin, List<Candidate> candidates) {
    int closeness = measure.origins().specificity(origin, day);
    if (closeness != OriginScope.NO_MATCH) {
      candidates.add(new Candidate(measure, stratum, closeness, digits));
    }
  }

  private void collect(
      TariffMeasure ofSource,
      int stratum,
      HsCode line,
      Country origin,
      List<Candidate> candidates,
      List<TariffMeasure> partial) {
    int digits = ofSource.products().specificity(line);
    if (digits >= 0) {
      int closeness = ofSource.origins().specificity(origin, day);
      candidates.add(new Candidate(ofSource, stratum, closeness, digits));
    }
    if (ofSource.products().splits(line)) {
      partial.add(ofSource);
    }
  }

  Fits fits(MeasureTable.Node node) {
    Fits known = fits.get(node);
    return known != null ? known : fits.computeIfAbsent(node, this::inForce);
  }

  private Fits inForce(MeasureTable.Node node) {
    return memory.verdicts().shared(Fits.of(node, this::isInForce, book::stratum));
  }

  boolean isInForce(TariffMeasure measure) {
    return book.holds(measure) && measure.validity().holds(day, knowledge);
  }
}
