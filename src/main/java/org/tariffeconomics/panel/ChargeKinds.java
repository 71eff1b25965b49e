package org.tariffeconomics.panel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What decides the charges of a day on a line from an origin: the measures that are for both, and
 * how closely each speaks of them. Most pairs have it in common with many others, and it is found
 * without a question to the law. Measures are numbered alike on all days.
 */
final class ChargeKinds {

  private final ScopeNodes nodes;
  private final BitSet inForce;
  private final LocalDate day;

  /**
   * The kinds of one day.
   *
   * @param nodes the charges of all days
   * @param day the day
   * @param knowledge what is known of it
   */
  ChargeKinds(ScopeNodes nodes, LocalDate day, Knowledge knowledge) {
    this.nodes = nodes;
    this.day = day;
    List<TariffMeasure> all = nodes.measures();
    this.inForce = new BitSet(all.size());
    for (int i = 0; i < all.size(); i++) {
      inForce.set(i, all.get(i).validity().holds(day, knowledge));
    }
  }

  /** What the charges say of a line: {@link Fit}, or the line where they tell its parts apart. */
  Object ofLine(HsCode line) {
    return nodes.fitting(line) instanceof Fit fit ? fit.among(inForce) : line;
  }

  /** How closely each charge speaks of a country. */
  int[] ofOrigin(Country country) {
    int[] closeness = new int[nodes.measures().size()];
    Arrays.fill(closeness, OriginScope.NO_MATCH);
    for (int i = inForce.nextSetBit(0); i >= 0; i = inForce.nextSetBit(i + 1)) {
      closeness[i] = nodes.measures().get(i).origins().specificity(country, day);
    }
    return closeness;
  }

  /**
   * What the charges say of a line and an origin together.
   *
   * @param ofLine what they say of the line
   * @param ofOrigin how closely each speaks of the origin
   * @param besides what else tells goods apart, as numbers
   */
  static Object of(Object ofLine, int[] ofOrigin, int... besides) {
    if (!(ofLine instanceof Fit fit)) {
      return List.of(ofLine, new IntKey(ofOrigin), new IntKey(besides));
    }
    int[] both = Arrays.copyOf(besides, besides.length + fit.size() * 3);
    int used = besides.length;
    for (int i = 0; i < fit.size(); i++) {
      int closeness = ofOrigin[fit.measure(i)];
      if (closeness != OriginScope.NO_MATCH) {
        both[used++] = fit.measure(i);
        both[used++] = fit.digits(i);
        both[used++] = closeness;
      }
    }
    return new IntKey(Arrays.copyOf(both, used));
  }
}
