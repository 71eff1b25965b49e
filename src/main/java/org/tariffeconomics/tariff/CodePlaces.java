package org.tariffeconomics.tariff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Memo;
import org.tariffeconomics.tariff.Numbering.Numbered;

/** Where the codes that a book was asked for stand in it, whatever the day and the origin. */
final class CodePlaces {

  /** Codes beyond this many are looked up anew rather than kept. */
  private static final int MOST_CODES_KEPT = 1 << 16;

  private final List<MeasureTable> tables;
  private final List<MeasureSource> sources;
  private final List<Assumption> assumptions;
  private final Memo<HsCode, CodePlace> codes = new Memo<>(MOST_CODES_KEPT);

  /** Lines that stand alike have one number. */
  private final Numbering<LinePlace> places = new Numbering<>();

  /** Lines of which the sources say the same on all days have one number. */
  private final Numbering<List<Object>> lasting = new Numbering<>();

  /**
   * What is known of a code.
   *
   * @param standing where it stands
   * @param lasting what each source says of it, where that is the same on all days and there is no
   *     line below it or in its place on any; else null
   */
  record CodePlace(Numbered<LinePlace> standing, @Nullable Numbered<List<Object>> lasting) {

    LinePlace place() {
      return standing.thing();
    }
  }

  CodePlaces(List<MeasureTable> tables, List<MeasureSource> sources, List<Assumption> assumptions) {
    this.tables = tables;
    this.sources = sources;
    this.assumptions = assumptions;
  }

  CodePlace of(HsCode code) {
    return codes.get(code, each -> new CodePlace(place(each), kindsOnAllDays(each)));
  }

  private Numbered<LinePlace> place(HsCode line) {
    BitSet assumed = new BitSet(assumptions.size());
    for (int i = 0; i < assumptions.size(); i++) {
      assumed.set(i, assumptions.get(i).products().contains(line));
    }
    return places.of(
        new LinePlace(tables.stream().map(table -> table.node(line)).toList(), assumed));
  }

  private @Nullable Numbered<List<Object>> kindsOnAllDays(HsCode code) {
    List<Object> kinds = new ArrayList<>(sources.size());
    for (MeasureSource source : sources) {
      Optional<Object> kind = source.kindOnAllDays(code);
      if (kind.isEmpty()) {
        return null;
      }
      kinds.add(kind.get());
    }
    return lasting.of(List.copyOf(kinds));
  }
}
