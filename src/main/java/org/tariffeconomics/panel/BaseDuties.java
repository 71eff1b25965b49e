package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.MeasureSource;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The ordinary duties and preferences of one state of the law: lines and origins sorted into
 * classes whose ordinary duties are the same, each combination resolved once.
 */
final class BaseDuties {

  private final TariffLaw law;
  private final Assumed assumed;
  private final PanelMemory memory;
  private final List<HsCode> allLines;
  private final List<DeclaredOrigin> allOrigins;
  private final Classes lines;
  private final Classes origins;

  /** The lines of which lines below, or in their place, decide. */
  private final BitSet headings;

  private final Numbered<BaseDuty> duties;

  /** Resolves the ordinary duties of a law that has nothing else. */
  BaseDuties(
      TariffLaw law,
      List<HsCode> lines,
      List<DeclaredOrigin> origins,
      Assumed assumed,
      PanelMemory memory) {
    this.law = law;
    this.assumed = assumed;
    this.memory = memory;
    this.allLines = lines;
    this.allOrigins = origins;
    this.headings = headings();
    this.lines = lineClasses();
    this.origins = originClasses();
    this.duties = Numbered.of(this.lines.count() * this.origins.count(), this::duty);
  }

  private LocalDate day() {
    return law.day();
  }

  private Knowledge knowledge() {
    return law.knownOn().map(Knowledge::of).orElse(Knowledge.now());
  }

  private BitSet headings() {
    int[] numbers =
        IntStream.range(0, allLines.size())
            .parallel()
            .filter(i -> isHeading(allLines.get(i)))
            .toArray();
    BitSet headings = new BitSet(allLines.size());
    Arrays.stream(numbers).forEach(headings::set);
    return headings;
  }

  private boolean isHeading(HsCode line) {
    for (MeasureSource source : law.book().sources()) {
      if (!source.linesBelow(line, day(), knowledge()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Classes lineClasses() {
    ScopeNodes nodes = new ScopeNodes(law.ownMeasures());
    List<MeasureSource> sources = law.book().sources();
    return Classes.of(
        allLines.size(),
        i -> {
          List<Object> key = new ArrayList<>(sources.size() + 2);
          key.add(nodes.fitting(allLines.get(i)));
          key.add(assumed.ofLine(i));
          sources.forEach(source -> key.add(source.kind(allLines.get(i), day(), knowledge())));
          return key;
        });
  }

  /** An origin that claims nothing is in no preference, whatever it could claim. */
  private Classes originClasses() {
    OriginKeys unclaimed =
        originKeys(Rule.BASE, source -> source.originsUnclaimed(day(), knowledge()));
    OriginKeys claimed =
        originKeys(Rule.PREFERENCE, source -> source.origins(Rule.PREFERENCE, day(), knowledge()));
    return Classes.of(
        allOrigins.size(),
        i -> {
          DeclaredOrigin origin = allOrigins.get(i);
          boolean claims = !origin.facts().claims().isEmpty();
          return List.of(
              origin.facts(),
              assumed.ofOrigin(origin.country(), day()),
              unclaimed.of(origin.country()),
              claims ? claimed.of(origin.country()) : "no claim");
        });
  }

  /** What tells origins apart: the book's own measures of a rule, and what its sources say. */
  private OriginKeys originKeys(Rule ofBook, Function<MeasureSource, List<OriginScope>> ofSource) {
    Stream<OriginScope> own =
        law.ownMeasures().stream().filter(m -> m.rule() == ofBook).map(TariffMeasure::origins);
    Stream<OriginScope> others =
        law.book().sources().stream().flatMap(source -> ofSource.apply(source).stream());
    return new OriginKeys(Stream.concat(own, others).distinct().toList(), day());
  }

  private BaseDuty duty(int pair) {
    DeclaredOrigin origin = allOrigins.get(origins.first(pair % origins.count()));
    HsCode line = allLines.get(lines.first(pair / origins.count()));
    return memory.baseDuty(
        law.kind(line, origin.country(), origin.facts()),
        () ->
            BaseDuty.of(
                law.stack(line, origin.country(), origin.facts()),
                memory.books().countsOrdinary()));
  }

  Classes lines() {
    return lines;
  }

  Classes origins() {
    return origins;
  }

  /** Whether lines below decide what holds for a line, or lines in the place of one that ended. */
  boolean isHeading(int line) {
    return headings.get(line);
  }

  /** The number of the duty on a line from an origin, both by their numbers. */
  int number(int line, int origin) {
    return duties.number(lines.of(line) * origins.count() + origins.of(origin));
  }

  /** The different duties by their numbers. */
  List<BaseDuty> values() {
    return duties.values();
  }
}
