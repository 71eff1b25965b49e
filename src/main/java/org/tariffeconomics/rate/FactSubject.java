package org.tariffeconomics.rate;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.tariffeconomics.basics.Country;

/**
 * What a fact that goods are asked for tells of: of the goods, of who makes them of what, of how
 * they are entered, or of the law. Two duties on the same goods have the facts of the goods in
 * common, whoever makes them; the others only where nothing else differs.
 *
 * @since 0.1.0
 */
public enum FactSubject {
  /** The goods, whoever makes them: the weight of their metal, their age, what they are for. */
  GOODS,
  /** Who makes them and where their parts and metals come from. */
  MAKING,
  /** How, when, at what price, within which quota and with which papers they are entered. */
  ENTRY,
  /** What is law on a day and not told for sure, such as a safeguard that is triggered. */
  LAW;

  private static final String STATUS = "status:";

  private static final Set<String> OF_LAW =
      Set.of(
          "quantity safeguard", "minimum import price met", "rate taken for", "us goods dutiable");

  private static final Set<String> OF_MAKING =
      Set.of(
          "metal origin",
          "smelted",
          "north american melt",
          "us active ingredient",
          "allied components",
          "annex iii company",
          "approved us content",
          "cleared drone list",
          "commerce approval",
          "crane of chinese parts or makers",
          "onshoring plan",
          "part for uk vehicle",
          "pricing agreement",
          "product of the eu",
          "transshipped");

  private static final Set<String> OF_ENTRY =
      Set.of(
          "accompanied baggage",
          "authorized quantity",
          "certificate of origin",
          "contract",
          "donation",
          "en route before safeguard",
          "exclusion",
          "exported",
          "free entry under section 321",
          "loaded",
          "mode",
          "postal duty",
          "qualifies under section 321",
          "sanctions licence",
          "sent from china or hong kong");

  /**
   * What a fact tells of.
   *
   * @param name the fact as it is declared, contents with their prefix
   * @return what it tells of; a name that nothing is known of is taken to tell of the goods
   */
  public static FactSubject of(String name) {
    Objects.requireNonNull(name, "name");
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith(STATUS) || OF_LAW.contains(lower)) {
      return LAW;
    }
    if (isOfEntry(lower)) {
      return ENTRY;
    }
    return isOfMaking(name, lower) ? MAKING : GOODS;
  }

  /**
   * What a fact tells of that some conditions ask for: days, papers, codes and quotas are of the
   * entry and countries of the making, whatever the fact is called.
   *
   * @param name the fact as it is declared, contents with their prefix
   * @param conditions the conditions that ask for it
   * @return what it tells of
   */
  public static FactSubject of(String name, Collection<? extends Condition> conditions) {
    Objects.requireNonNull(conditions, "conditions");
    FactSubject byName = of(name);
    if (byName != GOODS) {
      return byName;
    }
    for (Condition each : conditions) {
      if (each instanceof Condition.Origin) {
        return MAKING;
      }
      if (each instanceof Condition.Day
          || each instanceof Condition.Document
          || each instanceof Condition.Code
          || each instanceof Condition.Quota) {
        return ENTRY;
      }
    }
    return GOODS;
  }

  private static boolean isOfEntry(String lower) {
    return lower.startsWith(Condition.QUOTA)
        || lower.startsWith(Condition.UNIT_VALUE)
        || lower.startsWith("collected:")
        || lower.startsWith("in transit")
        || lower.equals(Condition.CLAIM)
        || OF_ENTRY.contains(lower);
  }

  private static boolean isOfMaking(String name, String lower) {
    return lower.startsWith("melted:")
        || lower.startsWith("smelted:")
        || name.equals(UsShareOfRest.FACT)
        || name.equals(Condition.ADDITIONAL_CODE)
        || OF_MAKING.contains(lower)
        || (name.startsWith(Condition.CONTENT)
            && isOfCountries(name.substring(Condition.CONTENT.length())));
  }

  /** A content of a country, or of several: {@code US}, {@code Canadian and Mexican}. */
  private static boolean isOfCountries(String content) {
    return Country.find(content).isPresent()
        || content.equalsIgnoreCase(Portion.US)
        || content.equalsIgnoreCase("Canadian and Mexican");
  }

  /**
   * Whether two duties on the same goods have facts of this kind in common.
   *
   * @param sameOrigin whether the goods are of one origin in both
   * @param sameDay whether they are entered on one day in both
   * @return false where the fact may be one thing in the one and another in the other
   */
  public boolean isAlike(boolean sameOrigin, boolean sameDay) {
    return switch (this) {
      case GOODS -> true;
      case MAKING -> sameOrigin;
      case ENTRY -> sameOrigin && sameDay;
      case LAW -> sameDay;
    };
  }
}
