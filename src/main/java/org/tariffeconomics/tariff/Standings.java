package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;

/**
 * What the measures of a book that are in force in one state of the law say of lines and of
 * origins, each for itself, and of both together.
 */
final class Standings {

  private final LawState state;
  private final BookIndex.Memory memory;
  private final Yields yields;
  private final Map<LinePlace, OfLine> lines = new ConcurrentHashMap<>();

  /** Found when first asked for; whoever finds it twice finds the same. */
  private volatile @Nullable Map<Country, IdentityKey> origins;

  /**
   * What is said of a line.
   *
   * @param key one object for all lines and states of which the same measures in force speak alike
   * @param yields of the programmes that may speak of the line, those that each yields to
   */
  private record OfLine(IdentityKey key, ImmutableSetMultimap<String, String> yields) {}

  Standings(LawState state, BookIndex.Memory memory, Yields yields) {
    this.state = state;
    this.memory = memory;
    this.yields = yields;
  }

  /** What the charges on goods of a line from an origin bring to the kind of their answer. */
  AnswerPart charges(LinePlace place, Country origin) {
    OfLine line = standing(place);
    return memory
        .verdicts()
        .charges(
            IdentityKey.pair(line.key(), standing(origin)),
            numbers -> {
              List<Candidate> candidates = new ArrayList<>();
              state.collectOwn(place, origin, candidates, new ArrayList<>());
              return AnswerPart.ofCharges(
                  candidates, numbers, assumed(place, origin), line.yields());
            });
  }

  private OfLine standing(LinePlace place) {
    OfLine known = lines.get(place);
    return known != null ? known : lines.computeIfAbsent(place, this::newStanding);
  }

  private OfLine newStanding(LinePlace place) {
    ImmutableSetMultimap<String, String> yields = yieldsAt(place);
    List<Object> said = new ArrayList<>(place.nodes().size() + 1);
    place.nodes().forEach(node -> said.add(state.fits(node)));
    said.add(yields);
    IdentityKey key = IdentityKey.of(said, place.assumed().stream().toArray());
    return new OfLine(memory.verdicts().shared(key), yields);
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

  private BitSet assumed(LinePlace place, Country origin) {
    BitSet assumed = (BitSet) place.assumed().clone();
    place.assumed().stream()
        .filter(i -> !memory.assumptions().get(i).origins().includes(origin, state.day()))
        .forEach(assumed::clear);
    return assumed;
  }

  /** One object for all countries and states of which the measures in force speak alike. */
  private IdentityKey standing(Country origin) {
    Map<Country, IdentityKey> known = origins;
    if (known == null) {
      known = new HashMap<>();
      for (Country each : Country.all()) {
        known.put(each, newStanding(each));
      }
      origins = known;
    }
    return Objects.requireNonNull(known.get(origin), "a country of no list");
  }

  private IdentityKey newStanding(Country origin) {
    List<TariffMeasure> only = new ArrayList<>();
    for (MeasureTable table : memory.tables()) {
      table.onAllOf(origin).stream().filter(state::isInForce).forEach(only::add);
    }
    List<OriginScope> scopes = memory.verdicts().scopes();
    int[] closeness = new int[scopes.size()];
    Arrays.setAll(closeness, i -> scopes.get(i).specificity(origin, state.day()));
    return memory.verdicts().shared(IdentityKey.of(only, closeness));
  }
}
