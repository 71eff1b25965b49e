package org.tariffeconomics.tariff;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;

/** Where the codes that a book was asked for stand in it, whatever the day and the origin. */
final class CodePlaces {

  /** Codes beyond this many are looked up anew rather than kept. */
  private static final int MOST_CODES_KEPT = 1 << 16;

  private final List<MeasureTable> tables;
  private final List<MeasureSource> sources;
  private final List<Assumption> assumptions;
  private final Memo<HsCode, CodePlace> codes = new Memo<>(MOST_CODES_KEPT);

  /** One object for all lines that stand alike. */
  private final Interner<LinePlace> places = Interners.newStrongInterner();

  /** One object for all lines of which the sources say the same on all days. */
  private final Interner<List<Object>> lasting = Interners.newStrongInterner();

  /**
   * What is known of a code.
   *
   * @param place where it stands
   * @param kinds what each source says of it, where that is the same on all days and there is no
   *     line below it or in its place on any; else null
   */
  record CodePlace(LinePlace place, @Nullable List<Object> kinds) {}

  CodePlaces(List<MeasureTable> tables, List<MeasureSource> sources, List<Assumption> assumptions) {
    this.tables = tables;
    this.sources = sources;
    this.assumptions = assumptions;
  }

  CodePlace of(HsCode code) {
    return codes.get(code, each -> new CodePlace(place(each), kindsOnAllDays(each)));
  }

  private LinePlace place(HsCode line) {
    BitSet assumed = new BitSet(assumptions.size());
    for (int i = 0; i < assumptions.size(); i++) {
      assumed.set(i, assumptions.get(i).products().contains(line));
    }
    return places.intern(
        new LinePlace(tables.stream().map(table -> table.node(line)).toList(), assumed));
  }

  private @Nullable List<Object> kindsOnAllDays(HsCode code) {
    List<Object> kinds = new ArrayList<>(sources.size());
    for (MeasureSource source : sources) {
      Optional<Object> kind = source.kindOnAllDays(code);
      if (kind.isEmpty()) {
        return null;
      }
      kinds.add(kind.get());
    }
    return lasting.intern(List.copyOf(kinds));
  }
}
