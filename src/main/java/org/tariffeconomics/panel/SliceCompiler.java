package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Compiles the rates of one day: sorts lines and origins into classes by the charges on top of the
 * ordinary duties, resolves each combination of classes once, and puts both together.
 */
final class SliceCompiler {

  private final SplitBook books;
  private final BaseDuties base;
  private final LocalDate day;
  private final Knowledge knowledge;
  private final List<HsCode> lines;
  private final List<DeclaredOrigin> origins;
  private final CellDictionary cells;
  private final TariffLaw law;
  private final Map<Set<String>, TariffLaw> chargeLaws = new HashMap<>();

  private final List<Assumption> assumptions;
  private final Classes chargeLines;
  private final Classes chargeOrigins;
  private final Classes linePairs;
  private final Classes originPairs;

  /** Of the preferences that exist beside each base duty, those that a charge asks about. */
  private final Numbered<Set<String>> existing;

  SliceCompiler(
      SplitBook books,
      BaseDuties base,
      LocalDate day,
      Knowledge knowledge,
      List<HsCode> lines,
      List<DeclaredOrigin> origins,
      CellDictionary cells) {
    this.books = books;
    this.base = base;
    this.day = day;
    this.knowledge = knowledge;
    this.lines = lines;
    this.origins = origins;
    this.cells = cells;
    this.law = SplitBook.on(books.whole(), day, knowledge);
    this.assumptions =
        books.whole().assumptions().stream().flatMap(set -> set.rows().stream()).toList();
    List<TariffMeasure> charges = chargeLaw(Set.of()).ownMeasures();
    this.chargeLines = lineClasses(charges);
    this.chargeOrigins = originClasses(charges);
    this.linePairs = pairs(lines.size(), base.lines(), chargeLines);
    this.originPairs = pairs(origins.size(), base.origins(), chargeOrigins);
    this.existing = Numbered.of(base.values(), each -> books.thatMatter(each.existing()));
  }

  private Classes lineClasses(List<TariffMeasure> charges) {
    ScopeNodes nodes = new ScopeNodes(charges);
    return Classes.of(
        lines.size(),
        i -> {
          HsCode line = lines.get(i);
          return isHeading(line)
              ? line
              : List.of(nodes.fitting(line), assumed(each -> each.products().contains(line)));
        });
  }

  /** Which assumptions are made for some goods: they may differ where the measures do not. */
  private BitSet assumed(Predicate<Assumption> fits) {
    BitSet made = new BitSet();
    for (int i = 0; i < assumptions.size(); i++) {
      made.set(i, fits.test(assumptions.get(i)));
    }
    return made;
  }

  /** Which of its lines there are decides what holds for a heading, or a number that has ended. */
  private boolean isHeading(HsCode line) {
    return books.whole().sources().stream()
        .anyMatch(source -> !source.linesBelow(line, day, knowledge).isEmpty());
  }

  private Classes originClasses(List<TariffMeasure> charges) {
    // what is assumed of some origins only tells them apart as a measure would
    List<OriginScope> scopes =
        Stream.concat(
                charges.stream().map(TariffMeasure::origins),
                assumptions.stream().map(Assumption::origins))
            .toList();
    OriginKeys keys = new OriginKeys(scopes, day);
    return Classes.of(
        origins.size(), i -> List.of(origins.get(i).facts(), keys.of(origins.get(i).country())));
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
    private final Numbered<ChargeTemplate> templates;
    private final Map<Long, Integer> done = new ConcurrentHashMap<>();

    Templates() {
      int[] needed = needed();
      Map<Object, ChargeTemplate> byKind = new ConcurrentHashMap<>();
      this.templates = Numbered.of(needed.length, i -> template(needed[i], byKind));
    }

    /** The slots that occur; each then holds its place among them. */
    private int[] needed() {
      Arrays.fill(slots, -1);
      int[] needed = new int[slots.length];
      int count = 0;
      for (int i = 0; i < linePairs.count(); i++) {
        for (int j = 0; j < originPairs.count(); j++) {
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

    /** Lines and origins that different measures are for may still be charged by the same ones. */
    private ChargeTemplate template(int slot, Map<Object, ChargeTemplate> byKind) {
      int pairs = chargeLines.count() * chargeOrigins.count();
      TariffLaw charges = chargeLaw(existing.values().get(slot / pairs));
      int pair = slot % pairs;
      DeclaredOrigin origin = origins.get(chargeOrigins.first(pair % chargeOrigins.count()));
      HsCode line = lines.get(chargeLines.first(pair / chargeOrigins.count()));
      return byKind.computeIfAbsent(
          List.of(slot / pairs, charges.kind(line, origin.country(), origin.facts())),
          kind ->
              ChargeTemplate.of(
                  charges.stack(line, origin.country(), origin.facts()), books::takesOrdinary));
    }

    /**
     * The cells of one class of lines, for every class of origins. A heading is resolved as a
     * whole: its lines decide base duty and charges together.
     */
    int[] row(int linePair) {
      int[] row = new int[originPairs.count()];
      boolean whole = isHeading(lines.get(linePairs.first(linePair))) || books.entangled();
      for (int j = 0; j < row.length; j++) {
        int baseNumber = baseNumber(linePair, j);
        int template = templates.number(slots[slot(linePair, j, baseNumber)]);
        row[j] =
            !whole
                    && templates.values().get(template).simple()
                    && base.values().get(baseNumber).isOne()
                ? combined(baseNumber, template)
                : resolved(linePair, j);
      }
      return row;
    }

    private int combined(int baseNumber, int template) {
      return done.computeIfAbsent(
          (long) baseNumber * templates.values().size() + template,
          key ->
              cells.number(templates.values().get(template).over(base.values().get(baseNumber))));
    }

    private int resolved(int linePair, int originPair) {
      DeclaredOrigin origin = origins.get(originPairs.first(originPair));
      HsCode line = lines.get(linePairs.first(linePair));
      return cells.number(CellRates.of(law.stack(line, origin.country(), origin.facts())));
    }
  }
}
