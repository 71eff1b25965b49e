package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * Compiles the rates of one day: sorts lines and origins into classes by the charges on top of the
 * ordinary duties, resolves each combination of classes once, and puts both together.
 */
final class SliceCompiler {

  private final PanelMemory memory;
  private final SplitBook books;
  private final BaseDuties base;
  private final LocalDate day;
  private final Knowledge knowledge;
  private final List<HsCode> lines;
  private final List<DeclaredOrigin> origins;
  private final Assumed assumed;
  private final CellDictionary cells;
  private final TariffLaw law;

  private final Map<Set<String>, TariffLaw> chargeLaws = new HashMap<>();

  private final ChargeKinds kinds;
  private final Classes chargeLines;
  private final Classes chargeOrigins;
  private final Classes linePairs;
  private final Classes originPairs;

  /** Of the preferences that exist beside each base duty, those that a charge asks about. */
  private final Numbered<Set<String>> existing;

  SliceCompiler(
      PanelMemory memory,
      PanelGoods goods,
      CellDictionary cells,
      LocalDate day,
      Knowledge knowledge) {
    this.memory = memory;
    this.books = memory.books();
    this.base = goods.base(day, knowledge);
    this.day = day;
    this.knowledge = knowledge;
    this.lines = goods.lines();
    this.origins = goods.origins();
    this.assumed = goods.assumed();
    this.cells = cells;
    this.law = SplitBook.on(books.whole(), day, knowledge);
    this.kinds = new ChargeKinds(memory.chargeNodes(), day, knowledge);
    this.chargeLines = lineClasses(goods.places());
    this.chargeOrigins = originClasses();
    this.linePairs = pairs(lines.size(), base.lines(), chargeLines);
    this.originPairs = pairs(origins.size(), base.origins(), chargeOrigins);
    this.existing = Numbered.of(base.values(), each -> books.thatMatter(each.existing()));
  }

  /** What no day's charges tell apart is one class today too; a heading is one of its own. */
  private Classes lineClasses(Classes places) {
    Classes today =
        Classes.of(
            places.count(),
            place -> {
              int first = places.first(place);
              return List.of(kinds.ofLine(lines.get(first)), assumed.ofLine(first));
            });
    return Classes.ofNumbers(
        lines.size(),
        today.count() + lines.size(),
        i -> base.isHeading(i) ? today.count() + i : today.of(places.of(i)));
  }

  private Classes originClasses() {
    return Classes.of(
        origins.size(),
        i -> {
          DeclaredOrigin origin = origins.get(i);
          return List.of(declared(origin), new IntKey(kinds.ofOrigin(origin.country())));
        });
  }

  /** What is declared of goods of an origin, and what is assumed besides. */
  private Object declared(DeclaredOrigin origin) {
    return List.of(origin.facts(), assumed.ofOrigin(origin.country(), day));
  }

  private static Classes pairs(int size, Classes one, Classes other) {
    return Classes.of(size, i -> (long) one.of(i) * other.count() + other.of(i));
  }

  private synchronized TariffLaw chargeLaw(Set<String> exist) {
    return chargeLaws.computeIfAbsent(exist, e -> SplitBook.on(books.charges(e), day, knowledge));
  }

  CompiledSlice compile() {
    Templates templates = new Templates();
    int[][] table = new int[linePairs.count()][];
    IntStream.range(0, table.length).parallel().forEach(i -> table[i] = templates.row(i));
    return new CompiledSlice(law, linePairs, originPairs, table);
  }

  /** The number of the base duty for a class of lines and one of origins. */
  private int baseNumber(int linePair, int originPair) {
    return base.number(linePairs.first(linePair), originPairs.first(originPair));
  }

  /** The charges of each combination of classes that occurs, and what they come to over a base. */
  private final class Templates {

    private final int[] slots =
        new int[chargeLines.count() * chargeOrigins.count() * existing.values().size()];

    /** The slots that occur, by what decides their charges. */
    private final Classes decided;

    private final Numbered<ChargeTemplate> templates;

    /** One more than the number of the cell of each base duty and template; nothing is not done. */
    private final int[][] done;

    Templates() {
      int[] needed = needed();
      this.decided = decided(needed);
      this.templates = Numbered.of(decided.count(), i -> template(needed[decided.first(i)]));
      this.done = new int[base.values().size()][];
    }

    private Classes decided(int[] needed) {
      Object[] ofLine = new Object[chargeLines.count()];
      Arrays.setAll(ofLine, i -> kinds.ofLine(lines.get(chargeLines.first(i))));
      int[][] ofOrigin = new int[chargeOrigins.count()][];
      Arrays.setAll(ofOrigin, i -> kinds.ofOrigin(chargeOrigin(i).country()));
      Classes declared = Classes.of(ofOrigin.length, i -> declared(chargeOrigin(i)));
      return Classes.of(
          needed.length,
          i -> {
            int line = lineOf(needed[i]);
            int origin = originOf(needed[i]);
            return ChargeKinds.of(
                ofLine[line],
                ofOrigin[origin],
                existingOf(needed[i]),
                assumed.ofLine(chargeLines.first(line)),
                declared.of(origin));
          });
    }

    /** The slots that occur; each then holds its place among them. */
    private int[] needed() {
      Arrays.fill(slots, -1);
      int[] needed = new int[slots.length];
      int count = 0;
      for (int i = 0; i < linePairs.count(); i++) {
        for (int j = 0; j < originPairs.count() && !isWhole(i); j++) {
          int slot = slot(i, j, baseNumber(i, j));
          if (slots[slot] < 0) {
            slots[slot] = count;
            needed[count++] = slot;
          }
        }
      }
      return Arrays.copyOf(needed, count);
    }

    private int slot(int linePair, int originPair, int baseNumber) {
      int line = chargeLines.of(linePairs.first(linePair));
      int origin = chargeOrigins.of(originPairs.first(originPair));
      return (existing.number(baseNumber) * chargeLines.count() + line) * chargeOrigins.count()
          + origin;
    }

    private int existingOf(int slot) {
      return slot / (chargeLines.count() * chargeOrigins.count());
    }

    private int lineOf(int slot) {
      return slot / chargeOrigins.count() % chargeLines.count();
    }

    private int originOf(int slot) {
      return slot % chargeOrigins.count();
    }

    private DeclaredOrigin chargeOrigin(int number) {
      return origins.get(chargeOrigins.first(number));
    }

    /** Different measures may still make the same charges. */
    private ChargeTemplate template(int slot) {
      Set<String> exist = existing.values().get(existingOf(slot));
      TariffLaw charges = chargeLaw(exist);
      DeclaredOrigin origin = chargeOrigin(originOf(slot));
      HsCode line = lines.get(chargeLines.first(lineOf(slot)));
      return memory.charges(
          List.of(exist, charges.kind(line, origin.country(), origin.facts())),
          () -> ChargeTemplate.of(charges.stack(line, origin.country(), origin.facts()), books));
    }

    /** The cells of one class of lines, for every class of origins. */
    int[] row(int linePair) {
      int[] row = new int[originPairs.count()];
      for (int j = 0; j < row.length; j++) {
        row[j] = isWhole(linePair) ? resolved(linePair, j) : cell(linePair, j);
      }
      return row;
    }

    /** A heading is resolved as a whole: its lines decide base duty and charges together. */
    private boolean isWhole(int linePair) {
      return books.entangled() || base.isHeading(linePairs.first(linePair));
    }

    private int cell(int linePair, int originPair) {
      int baseNumber = baseNumber(linePair, originPair);
      int template = templates.number(decided.of(slots[slot(linePair, originPair, baseNumber)]));
      return templates.values().get(template).fits(base.values().get(baseNumber))
          ? combined(baseNumber, template)
          : resolved(linePair, originPair);
    }

    /** Threads that find a cell at once find the same. */
    private int combined(int baseNumber, int template) {
      int[] row = done[baseNumber];
      if (row == null) {
        row = new int[templates.values().size()];
        done[baseNumber] = row;
      }
      if (row[template] == 0) {
        CellRates cell = templates.values().get(template).over(base.values().get(baseNumber));
        row[template] = cells.number(cell) + 1;
      }
      return row[template] - 1;
    }

    private int resolved(int linePair, int originPair) {
      DeclaredOrigin origin = origins.get(originPairs.first(originPair));
      HsCode line = lines.get(linePairs.first(linePair));
      return cells.number(
          memory.cell(
              law.kind(line, origin.country(), origin.facts()),
              () -> CellRates.of(law.stack(line, origin.country(), origin.facts()))));
    }
  }
}
