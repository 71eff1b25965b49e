package org.tariffeconomics.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.tariff.CodePlaces.CodePlace;
import org.tariffeconomics.tariff.Numbering.Numbered;

/**
 * The kinds of goods in one state of the law: equal for goods that have one answer, and found
 * without the answer.
 *
 * <p>Of most goods it is enough what the book brings and what the schedules bring, each found once
 * for many lines and origins. Of others all measures that may apply are looked at.
 */
final class GoodsKinds {

  /** Codes above the lines beyond this many are looked up anew rather than kept. */
  private static final int MOST_CODES_KEPT = 1 << 14;

  private final LawState state;
  private final BookIndex.Memory memory;
  private final Standings standings;
  private final Memo<HsCode, List<HsCode>> different = new Memo<>(MOST_CODES_KEPT);

  /** Found when first asked for; whoever finds it twice finds the same. */
  private volatile @Nullable SourceStandings sources;

  GoodsKinds(LawState state, BookIndex.Memory memory, Yields yields) {
    this.state = state;
    this.memory = memory;
    this.standings = new Standings(state, memory, yields);
  }

  /** The kind of goods of a code; of one with lines below it, of all that differ. */
  Object of(HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    List<HsCode> lines = state.linesBelow(line, entry);
    if (lines.isEmpty()) {
      return ofLine(line, origin, facts, entry);
    }
    List<Object> kinds = new ArrayList<>();
    for (HsCode each : different.get(line, code -> different(lines, entry))) {
      kinds.add(ofLine(each, origin, facts, entry));
    }
    return kinds;
  }

  private Object ofLine(HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    CodePlace code = memory.codes().of(line);
    VerdictMemory.Parts parts =
        code.place().isUndivided() ? parts(code, line, origin, facts, entry) : null;
    return parts != null ? parts : ofQuestion(state.question(line, origin, facts, entry));
  }

  private Object ofQuestion(StackQuestion question) {
    return question.partial().isEmpty()
        ? memory.verdicts().kind(question, Assumptions.taken(question))
        : List.of(question.line(), question.origin(), question.facts(), question.day());
  }

  /** One line each of those that only their names tell apart, whatever the origin. */
  private List<HsCode> different(List<HsCode> lines, LocalDate entry) {
    Map<Object, HsCode> first = new LinkedHashMap<>();
    for (HsCode each : lines) {
      CodePlace code = memory.codes().of(each);
      boolean alone = isDivided(code, each, entry);
      first.putIfAbsent(alone ? each : List.of(code.place(), ofSources(code, each, entry)), each);
    }
    return List.copyOf(first.values());
  }

  /** Whether goods of a code are told apart, by measures or as lines below it or in its place. */
  boolean isDivided(CodePlace code, HsCode line, LocalDate entry) {
    return !code.place().isUndivided()
        || (code.lasting() == null && !state.linesBelow(line, entry).isEmpty());
  }

  /** The parts of the kind of goods of an undivided line; null where more than they decides. */
  VerdictMemory.@Nullable Parts parts(
      CodePlace code, HsCode line, Country origin, DeclaredFacts facts, LocalDate entry) {
    AnswerPart own = standings.ofBook(code.standing(), origin);
    if (!own.isApart(entry) || bringMeasures(facts)) {
      return null;
    }
    boolean contested = own.hasContestants();
    AnswerPart ofSources =
        facts.claims().isEmpty()
            ? sources()
                .ofKind(code.lasting(), () -> ofSources(code, line, entry), contested)
                .of(origin, () -> partOfSources(line, origin, facts, entry, contested))
            : partOfSources(line, origin, facts, entry, contested);
    return ofSources.isApart(entry) && !(contested && isDoubted(line, entry))
        ? new VerdictMemory.Parts(own, ofSources, facts)
        : null;
  }

  /** What schedules bring; a preference that is not claimed is as if there were none. */
  private AnswerPart partOfSources(
      HsCode line, Country origin, DeclaredFacts facts, LocalDate entry, boolean contested) {
    List<Candidate> listed = new ArrayList<>();
    List<TariffMeasure> partial = new ArrayList<>();
    state.collectOfSources(line, origin, facts, entry, listed, partial);
    listed.removeIf(each -> each.measure().isUnclaimed(facts));
    return partial.isEmpty() ? memory.verdicts().ofSources(listed, contested) : AnswerPart.DIVIDED;
  }

  private SourceStandings sources() {
    SourceStandings known = sources;
    if (known == null) {
      known = new SourceStandings(state.sources(), state.day(), state.knowledge());
      sources = known;
    }
    return known;
  }

  /** What each source says of a line. */
  private List<Object> ofSources(CodePlace code, HsCode line, LocalDate entry) {
    Numbered<List<Object>> lasting = code.lasting();
    return lasting != null
        ? lasting.thing()
        : state.sources().stream().map(each -> each.kind(line, entry, state.knowledge())).toList();
  }

  private boolean isDoubted(HsCode line, LocalDate entry) {
    for (MeasureSource source : state.sources()) {
      if (source.doubt(line, entry).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether declared facts bring measures of their own: a case, or the duty of an article. */
  private static boolean bringMeasures(DeclaredFacts facts) {
    return !facts.isEmpty()
        && (RatedArticle.isDeclared(facts) || !DeclaredCase.of(facts).isEmpty());
  }
}
