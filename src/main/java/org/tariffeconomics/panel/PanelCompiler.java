package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.threeten.extra.LocalDateRange;

/** Compiles the days of a panel; the ordinary duties are compiled anew only where they change. */
final class PanelCompiler {

  private final SplitBook books;
  private final List<HsCode> lines;
  private final List<DeclaredOrigin> origins;
  private final PanelMemory memory = new PanelMemory();
  private final Assumed assumed;
  private final ScopeNodes charges;

  /** Lines that the charges of no day tell apart are one class. */
  private final Classes places;

  private final NavigableSet<LocalDate> baseChanges;
  private final NavigableSet<LocalDate> baseKnowledge;
  private final Map<List<Object>, BaseDuties> bases = new HashMap<>();

  /** For days within a range. */
  PanelCompiler(
      TariffBook book, List<HsCode> lines, List<DeclaredOrigin> origins, LocalDateRange range) {
    this.books = new SplitBook(book);
    this.lines = lines;
    this.origins = origins;
    this.assumed = new Assumed(book, lines);
    this.charges = new ScopeNodes(books.charges());
    this.places =
        Classes.of(lines.size(), i -> List.of(charges.place(lines.get(i)), assumed.ofLine(i)));
    this.baseChanges = books.base().changeDays(range);
    this.baseKnowledge = books.base().knowledgeDays();
  }

  CompiledSlice compile(LocalDate day, Knowledge knowledge) {
    BaseDuties base =
        bases.computeIfAbsent(
            List.of(state(baseChanges, Optional.of(day)), state(baseKnowledge, knowledge.on(day))),
            state ->
                new BaseDuties(
                    SplitBook.on(books.base(), day, knowledge), lines, origins, assumed, memory));
    return new SliceCompiler(
            books,
            base,
            new ChargeKinds(charges, day, knowledge),
            day,
            knowledge,
            lines,
            places,
            origins,
            assumed,
            memory)
        .compile();
  }

  /** The last change before a day; all that is known now is a state of its own. */
  private static Object state(NavigableSet<LocalDate> changes, Optional<LocalDate> day) {
    return day.map(d -> Optional.ofNullable(changes.floor(d)))
        .map(Object.class::cast)
        .orElse("now");
  }

  CellColumns columns() {
    return memory.cells().columns();
  }
}
