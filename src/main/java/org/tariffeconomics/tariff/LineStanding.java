package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;

/**
 * What is said of lines, in all states of the law in which the same measures speak alike of them
 * and of each country; and what they bring for goods of each country, once it was found.
 */
final class LineStanding {

  /** Countries beyond what a byte can number are looked for anew. */
  private static final int MOST_PLACES = 0xff;

  private final List<OriginScope> scopes;
  private final ImmutableSetMultimap<String, String> yields;

  /**
   * By country one more than the place of its part, as far as it was found; some 15,000 of them.
   */
  private final byte[] places = new byte[Country.all().size()];

  private volatile AnswerPart[] parts = {};

  /** Found once for all countries of which is said the same. */
  private final Map<IdentityKey, AnswerPart> bySaid = new ConcurrentHashMap<>();

  /**
   * Nothing found yet.
   *
   * @param scopes whatever tells origins apart at the lines, but for what is on all goods of one
   *     country
   * @param yields of the programmes that may speak of the lines, those that each yields to
   */
  LineStanding(List<OriginScope> scopes, ImmutableSetMultimap<String, String> yields) {
    this.scopes = scopes;
    this.yields = yields;
  }

  List<OriginScope> scopes() {
    return scopes;
  }

  ImmutableSetMultimap<String, String> yields() {
    return yields;
  }

  /** What the measures bring for goods of a country; null where it was not found yet. */
  @Nullable AnswerPart part(Country origin) {
    int place = places[origin.ordinal()] & 0xff;
    AnswerPart[] known = parts;
    // another thread may have written the place, and its part not yet be seen
    return place == 0 || place > known.length ? null : known[place - 1];
  }

  /**
   * Finds what the measures bring for goods of a country, and keeps it.
   *
   * @param said equal for countries of which is said the same
   */
  AnswerPart keep(Country origin, IdentityKey said, Supplier<AnswerPart> found) {
    AnswerPart part = bySaid.computeIfAbsent(said, key -> found.get());
    int place = place(part);
    if (place < MOST_PLACES) {
      places[origin.ordinal()] = (byte) (place + 1);
    }
    return part;
  }

  @SuppressWarnings("ReferenceEquality") // parts are the objects they are
  private synchronized int place(AnswerPart part) {
    AnswerPart[] known = parts;
    int place = 0;
    while (place < known.length && known[place] != part) {
      place++;
    }
    if (place == known.length && place < MOST_PLACES) {
      AnswerPart[] more = Arrays.copyOf(known, place + 1);
      more[place] = part;
      parts = more;
    }
    return place;
  }
}
