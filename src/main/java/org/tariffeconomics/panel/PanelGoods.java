package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.threeten.extra.LocalDateRange;

/**
 * The lines and origins of a panel, sorted by what no day tells apart; the ordinary duties are
 * compiled anew only where they change.
 */
final class PanelGoods {

  private static final int MOST_STATES_KEPT = 64;

  /** A season that begins on 29 February begins at least once in as many years. */
  private static final int YEARS_OF_ANY_SEASON = 8;

  private final PanelMemory memory;
  private final List<HsCode> lines;
  private final List<DeclaredOrigin> origins;
  private final Assumed assumed;

  /** Lines that the charges of no day tell apart are one class. */
  private final Classes places;

  private final Memo<List<Object>, BaseDuties> bases = new Memo<>(MOST_STATES_KEPT);

  PanelGoods(PanelMemory memory, List<HsCode> lines, List<DeclaredOrigin> origins) {
    this.memory = memory;
    this.lines = lines;
    this.origins = origins;
    this.assumed = new Assumed(memory.books().whole(), lines);
    ScopeNodes charges = memory.chargeNodes();
    this.places =
        Classes.of(lines.size(), i -> List.of(charges.place(lines.get(i)), assumed.ofLine(i)));
  }

  List<HsCode> lines() {
    return lines;
  }

  List<DeclaredOrigin> origins() {
    return origins;
  }

  Assumed assumed() {
    return assumed;
  }

  Classes places() {
    return places;
  }

  BaseDuties base(LocalDate day, Knowledge knowledge) {
    TariffBook base = memory.books().base();
    Object known = knowledge.on(day).map(d -> begin(base.knowledgeDays(), d)).orElse("now");
    return bases.get(
        List.of(stateOfBase(base, day), known),
        state ->
            new BaseDuties(SplitBook.on(base, day, knowledge), lines, origins, assumed, memory));
  }

  /** When the state of the ordinary duties began that a day lies in, or a season in it. */
  private static Object stateOfBase(TariffBook base, LocalDate day) {
    LocalDateRange before = LocalDateRange.of(day.minusYears(YEARS_OF_ANY_SEASON), day.plusDays(1));
    NavigableSet<LocalDate> lately = base.changeDays(before);
    return lately.isEmpty() ? begin(base.changeDays(), day) : Optional.of(lately.last());
  }

  private static Object begin(NavigableSet<LocalDate> changes, LocalDate day) {
    return Optional.ofNullable(changes.floor(day));
  }
}
