package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.tariff.Numbering.Numbered;

/**
 * What the measures of a book that are in force in one state of the law say of lines and of
 * origins, each for itself, and of both together.
 */
final class Standings {

  private final LawState state;
  private final BookIndex.Memory memory;
  private final Yields yields;
  private final Numbering.Known<LineStanding> lines = new Numbering.Known<>();

  /** The assumptions that are made on the days of the state. */
  private final BitSet assumedNow;

  /** Found when first asked for; whoever finds it twice finds the same. */
  private volatile @Nullable IdentityKey origins;

  Standings(LawState state, BookIndex.Memory memory, Yields yields) {
    this.state = state;
    this.memory = memory;
    this.yields = yields;
    this.assumedNow = new BitSet();
    for (int i = 0; i < memory.assumptions().size(); i++) {
      assumedNow.set(i, memory.assumptions().get(i).days().contains(state.day()));
    }
  }

  /**
   * What the book's measures for goods of a line from an origin bring to the kind of their answer.
   */
  AnswerPart ofBook(Numbered<LinePlace> place, Country origin) {
    LineStanding line = standing(place);
    AnswerPart known = line.part(origin);
    return known != null
        ? known
        : line.keep(origin, said(line.scopes(), origin), () -> found(place.thing(), line, origin));
  }

  private AnswerPart found(LinePlace place, LineStanding line, Country origin) {
    List<Candidate> candidates = new ArrayList<>();
    state.collectOwn(place, origin, candidates, new ArrayList<>());
    return memory.verdicts().ofBook(candidates, assumed(place, origin), line.yields());
  }

  private LineStanding standing(Numbered<LinePlace> place) {
    LineStanding known = lines.get(place.number());
    return known != null ? known : lines.keep(place.number(), newStanding(place.thing()));
  }

  private LineStanding newStanding(LinePlace place) {
    ImmutableSetMultimap<String, String> yields = yieldsAt(place);
    List<Object> said = new ArrayList<>(place.nodes().size() + 2);
    place.nodes().forEach(node -> said.add(state.fits(node)));
    said.add(yields);
    said.add(origins());
    IdentityKey key = IdentityKey.of(said, assumed(place).stream().toArray());
    return memory.verdicts().line(key, k -> new LineStanding(scopesAt(place), yields));
  }

  /** Whatever tells origins apart at a line, but for what is on all goods of one country. */
  private List<OriginScope> scopesAt(LinePlace place) {
    Set<OriginScope> scopes = new LinkedHashSet<>();
    for (MeasureTable.Node node : place.nodes()) {
      for (TariffMeasure each : state.fits(node).whole()) {
        scopes.add(each.origins());
      }
    }
    assumed(place).stream().forEach(i -> scopes.add(memory.assumptions().get(i).origins()));
    return List.copyOf(scopes);
  }

  private ImmutableSetMultimap<String, String> yieldsAt(LinePlace place) {
    Set<String> programmes = new HashSet<>(memory.verdicts().elsewhere());
    for (MeasureTable.Node node : place.nodes()) {
      for (TariffMeasure each : state.fits(node).whole()) {
        programmes.add(each.programme());
      }
    }
    return yields.among(programmes);
  }

  private BitSet assumed(LinePlace place) {
    BitSet assumed = (BitSet) place.assumed().clone();
    assumed.and(assumedNow);
    return assumed;
  }

  private BitSet assumed(LinePlace place, Country origin) {
    BitSet ofLine = assumed(place);
    BitSet assumed = (BitSet) ofLine.clone();
    ofLine.stream()
        .filter(i -> !memory.assumptions().get(i).origins().includes(origin, state.day()))
        .forEach(assumed::clear);
    return assumed;
  }

  /** One object for all states in which the measures in force speak alike of each country. */
  private IdentityKey origins() {
    IdentityKey known = origins;
    if (known == null) {
      List<OriginScope> scopes = memory.verdicts().datedScopes();
      List<IdentityKey> said =
          Country.all().stream().map(each -> memory.verdicts().shared(said(scopes, each))).toList();
      known = memory.verdicts().shared(IdentityKey.of(said, new int[0]));
      origins = known;
    }
    return known;
  }

  /** Equal for countries of which some scopes, and what is on all their goods, speak alike. */
  private IdentityKey said(List<OriginScope> scopes, Country origin) {
    List<TariffMeasure> only = new ArrayList<>();
    for (MeasureTable table : memory.tables()) {
      table.onAllOf(origin).stream().filter(state::isInForce).forEach(only::add);
    }
    int[] closeness = new int[scopes.size()];
    Arrays.setAll(closeness, i -> scopes.get(i).specificity(origin, state.day()));
    return IdentityKey.of(only, closeness);
  }
}
