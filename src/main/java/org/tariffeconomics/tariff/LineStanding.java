package org.tariffeconomics.tariff;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.OriginScope;

/**
 * What is said of lines, in all states of the law in which the same measures speak alike of them
 * and of each country; and what they bring for goods of each country, once it was found.
 */
final class LineStanding {

  private final List<OriginScope> scopes;
  private final ImmutableSetMultimap<String, String> yields;
  private final AtomicReferenceArray<@Nullable AnswerPart> byCountry =
      new AtomicReferenceArray<>(Country.all().size());

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
    return byCountry.get(origin.ordinal());
  }

  /**
   * Finds what the measures bring for goods of a country, and keeps it.
   *
   * @param said equal for countries of which is said the same
   */
  AnswerPart keep(Country origin, IdentityKey said, Supplier<AnswerPart> found) {
    AnswerPart part = bySaid.computeIfAbsent(said, key -> found.get());
    byCountry.set(origin.ordinal(), part);
    return part;
  }
}
