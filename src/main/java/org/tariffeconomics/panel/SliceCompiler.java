package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.tariff.DeclaredOrigin;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Compiles the rates of one day: sorts lines and origins into classes, once by their ordinary
 * duties and once by the charges on top, resolves each combination of classes once, and puts the
 * two together.
 */
final class SliceCompiler {

  private final SplitBook books;
  private final LocalDate day;
  private final Optional<LocalDate> knownOn;
  private final List<HsCode> lines;
  private final List<DeclaredOrigin> origins;
  private final CellDictionary cells;
  private final TariffLaw wholeLaw;
  private final TariffLaw baseLaw;

  private final Classes baseLines;
  private final Classes baseOrigins;
  private final Classes chargeLines;
  private final Classes chargeOrigins;
  private final Classes linePairs;
  private final Classes originPairs;
  private final Map<Set<String>, TariffLaw> chargeLaws = new HashMap<>();

  SliceCompiler(
      SplitBook books,
      LocalDate day,
      Optional<LocalDate> knownOn,
      List<HsCode> lines,
      List<DeclaredOrigin> origins,
      CellDictionary cells) {
    this.books = books;
    this.day = day;
    this.knownOn = knownOn;
    this.lines = lines;
    this.origins = origins;
    this.cells = cells;
    this.wholeLaw = SplitBook.on(books.whole(), day, knownOn);
    this.baseLaw = SplitBook.on(books.base(), day, knownOn);
    List<TariffMeasure> charges = SplitBook.on(books.charges(Set.of()), day, knownOn).ownMeasures();
    this.baseLines = baseLines();
    this.baseOrigins = baseOrigins();
    this.chargeLines = chargeLines(charges);
    this.chargeOrigins = originClasses(scopes(charges, m -> true));
    this.linePairs = pairs(lines.size(), baseLines, chargeLines);
    this.originPairs = pairs(origins.size(), baseOrigins, chargeOrigins);
  }

  private Classes baseLines() {
    ScopeNodes nodes = new ScopeNodes(baseLaw.ownMeasures());
    List<MeasureSource> sources = books.base().sources();
    return Classes.of(
        lines.size(),
        i -> {
          List<Object> key = new ArrayList<>(sources.size() + 1);
          key.add(nodes.fitting(lines.get(i)));
          sources.forEach(source -> key.add(source.kind(lines.get(i), day, knownOn)));
          return key;
        });
  }

  private Classes chargeLines(List<TariffMeasure> charges) {
    ScopeNodes nodes = new ScopeNodes(charges);
    return Classes.of(lines.size(), i -> nodes.fitting(lines.get(i)));
  }

  /** An origin that claims nothing is in no preference, whatever it could claim. */
  private Classes baseOrigins() {
    OriginKeys ordinary = originKeys(Rule.BASE);
    OriginKeys preferential = originKeys(Rule.PREFERENCE);
    return Classes.of(
        origins.size(),
        i -> {
          DeclaredOrigin origin = origins.get(i);
          boolean claims = !origin.facts().claims().isEmpty();
          return List.of(
              origin.facts(),
              ordinary.of(origin.country()),
              claims ? preferential.of(origin.country()) : "no claim");
        });
  }

  private OriginKeys originKeys(Rule rule) {
    List<OriginScope> scopes =
        new ArrayList<>(scopes(baseLaw.ownMeasures(), m -> m.rule() == rule));
    books.base().sources().forEach(source -> scopes.addAll(source.origins(rule, day, knownOn)));
    return new OriginKeys(scopes, day);
  }

  private static List<OriginScope> scopes(
      List<TariffMeasure> measures, Predicate<TariffMeasure> which) {
    return measures.stream().filter(which).map(TariffMeasure::origins).toList();
  }

  private Classes originClasses(Collection<OriginScope> scopes) {
    OriginKeys keys = new OriginKeys(scopes, day);
    return Classes.of(
        origins.size(), i -> List.of(origins.get(i).facts(), keys.of(origins.get(i).country())));
  }

  private static Classes pairs(int size, Classes one, Classes other) {
    return Classes.of(size, i -> (long) one.of(i) * other.count() + other.of(i));
  }

  CompiledSlice compile() {
    Numbered<BaseDuty> bases = Numbered.of(baseLines.count() * baseOrigins.count(), this::baseDuty);
    Numbered<Set<String>> existing =
        Numbered.of(bases.values(), base -> books.thatMatter(base.existing()));
    Templates templates = new Templates(bases, existing);
    int[][] table = new int[linePairs.count()][];
    IntStream.range(0, table.length).parallel().forEach(i -> table[i] = row(i, bases, templates));
    return new CompiledSlice(wholeLaw, linePairs, originPairs, table);
  }

  private BaseDuty baseDuty(int pair) {
    DeclaredOrigin origin = origins.get(baseOrigins.first(pair % baseOrigins.count()));
    HsCode line = lines.get(baseLines.first(pair / baseOrigins.count()));
    return BaseDuty.of(baseLaw.stack(line, origin.country(), origin.facts()));
  }

  /** The cells of one class of lines, for every class of origins. */
  private int[] row(int linePair, Numbered<BaseDuty> bases, Templates templates) {
    int[] row = new int[originPairs.count()];
    for (int j = 0; j < row.length; j++) {
      int base = bases.number(basePair(linePair, j));
      int template = templates.number(linePair, j, base);
      row[j] = templates.cell(base, template, linePair, j);
    }
    return row;
  }

  private int basePair(int linePair, int originPair) {
    return baseLines.of(linePairs.first(linePair)) * baseOrigins.count()
        + baseOrigins.of(originPairs.first(originPair));
  }

  private synchronized TariffLaw chargeLaw(Set<String> existing) {
    return chargeLaws.computeIfAbsent(existing, e -> SplitBook.on(books.charges(e), day, knownOn));
  }

  /** The charges of each combination of classes that occurs, and what they come to over a base. */
  private final class Templates {

    private final Numbered<BaseDuty> bases;
    private final Numbered<Set<String>> existing;
    private final int[] slots;
    private final Numbered<ChargeTemplate> templates;
    private final Map<Long, Integer> done = new ConcurrentHashMap<>();

    Templates(Numbered<BaseDuty> bases, Numbered<Set<String>> existing) {
      this.bases = bases;
      this.existing = existing;
      this.slots = new int[chargeLines.count() * chargeOrigins.count() * existing.values().size()];
      int[] needed = needed();
      this.templates = Numbered.of(needed.length, i -> template(needed[i]));
    }

    private int slot(int linePair, int originPair, int base) {
      int chargeLine = chargeLines.of(linePairs.first(linePair));
      int chargeOrigin = chargeOrigins.of(originPairs.first(originPair));
      return (existing.number(base) * chargeLines.count() + chargeLine) * chargeOrigins.count()
          + chargeOrigin;
    }

    /** The slots that occur; each then holds its place among them. */
    private int[] needed() {
      Arrays.fill(slots, -1);
      int[] needed = new int[slots.length];
      int count = 0;
      for (int i = 0; i < linePairs.count(); i++) {
        for (int j = 0; j < originPairs.count(); j++) {
          int slot = slot(i, j, bases.number(basePair(i, j)));
          if (slots[slot] < 0) {
            slots[slot] = count;
            needed[count++] = slot;
          }
        }
      }
      return Arrays.copyOf(needed, count);
    }

    private ChargeTemplate template(int slot) {
      int pair = slot % (chargeLines.count() * chargeOrigins.count());
      Set<String> exist =
          existing.values().get(slot / (chargeLines.count() * chargeOrigins.count()));
      DeclaredOrigin origin = origins.get(chargeOrigins.first(pair % chargeOrigins.count()));
      HsCode line = lines.get(chargeLines.first(pair / chargeOrigins.count()));
      return ChargeTemplate.of(chargeLaw(exist).stack(line, origin.country(), origin.facts()));
    }

    int number(int linePair, int originPair, int base) {
      return templates.number(slots[slot(linePair, originPair, base)]);
    }

    int cell(int base, int template, int linePair, int originPair) {
      ChargeTemplate charges = templates.values().get(template);
      if (!charges.simple()) {
        DeclaredOrigin origin = origins.get(originPairs.first(originPair));
        HsCode line = lines.get(linePairs.first(linePair));
        return cells.number(CellRates.of(wholeLaw.stack(line, origin.country(), origin.facts())));
      }
      long key = (long) base * templates.values().size() + template;
      return done.computeIfAbsent(key, k -> cells.number(charges.over(bases.values().get(base))));
    }
  }

  /**
   * Values of things numbered from 0, each different value once, under a number of its own.
   *
   * @param numbers the value's number of each thing
   * @param values the different values
   */
  private record Numbered<T>(int[] numbers, List<T> values) {

    /** Computes the values of many things, several at a time. */
    static <T> Numbered<T> of(int size, IntFunction<T> value) {
      return of(IntStream.range(0, size).parallel().mapToObj(value).toList());
    }

    static <S, T> Numbered<T> of(List<S> things, Function<S, T> value) {
      return of(things.stream().map(value).toList());
    }

    private static <T> Numbered<T> of(List<T> all) {
      Map<T, Integer> known = new HashMap<>();
      int[] numbers = new int[all.size()];
      List<T> values = new ArrayList<>();
      for (int i = 0; i < numbers.length; i++) {
        Integer before = known.putIfAbsent(all.get(i), values.size());
        if (before == null) {
          values.add(all.get(i));
        }
        numbers[i] = before == null ? values.size() - 1 : before;
      }
      return new Numbered<>(numbers, values);
    }

    int number(int thing) {
      return numbers[thing];
    }
  }
}
