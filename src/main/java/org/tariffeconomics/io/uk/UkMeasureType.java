package org.tariffeconomics.io.uk;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tariffeconomics.tariff.Rule;

/**
 * What a measure type of the EU and UK tariffs does to the duty.
 *
 * <p>The types and their series are those of the UK Trade Tariff's reference data (developer portal
 * of HM Revenue and Customs, Open Government Licence 3.0) and of TARIC.
 *
 * @param effect what it does
 * @param programme the layer, or for types without a duty what they are; preferences for an area
 *     get its id behind it
 * @param forArea whether the programme is one an area
 * @param endUse whether it needs an authorised end use, declared as {@code end use=yes}
 * @param series the series that the type belongs to
 */
record UkMeasureType(
    Effect effect, String programme, boolean forArea, boolean endUse, String series) {

  static final String SAFEGUARD = "safeguard";
  static final String VAT = "value added tax";

  /** What a type does. */
  enum Effect {
    /** The ordinary duty. */
    BASE,
    /** A lower duty that is claimed. */
    RELIEF,
    /** A duty on top. */
    CHARGE,
    /** The import is forbidden, maybe unless a document allows it. */
    PROHIBITION,
    /** The import is forbidden unless a document or condition allows it. */
    RESTRICTION,
    /** The import is controlled. */
    CONTROL,
    /** Nothing that moves a duty. */
    NOTHING,
    /** No one here knows. */
    UNKNOWN
  }

  private static final String SERIES_OF_DUTIES = "C";
  private static final Map<String, UkMeasureType> TYPES = new HashMap<>();

  static {
    put("103", Effect.BASE, "third country duty", false, false);
    put("105", Effect.BASE, "end-use duty", false, true);
    put("106", Effect.RELIEF, "customs union", true, false);
    put("112", Effect.RELIEF, "suspension", false, false);
    put("115", Effect.RELIEF, "end-use suspension", false, true);
    put("117", Effect.RELIEF, "suspension for ships and platforms", false, true);
    put("119", Effect.RELIEF, "airworthiness suspension", false, false);
    put("122", Effect.RELIEF, "quota", false, false);
    put("123", Effect.RELIEF, "end-use quota", false, true);
    put("140", Effect.RELIEF, "outward processing preference", true, false);
    put("141", Effect.RELIEF, "preferential suspension", true, false);
    put("142", Effect.RELIEF, "preference", true, false);
    put("143", Effect.RELIEF, "preference", true, false);
    put("144", Effect.RELIEF, "preference", true, false);
    put("145", Effect.RELIEF, "preference", true, true);
    put("146", Effect.RELIEF, "preference", true, true);
    put("147", Effect.RELIEF, "customs union", true, false);
    charge("551", "D", "provisional anti-dumping duty");
    charge("552", "D", "anti-dumping duty");
    charge("553", "D", "provisional countervailing duty");
    charge("554", "D", "countervailing duty");
    charge("695", "J", "additional duty");
    charge("696", "J", SAFEGUARD);
    all(Effect.PROHIBITION, "A", "import prohibition", "277");
    all(Effect.PROHIBITION, "B", "import prohibition", "705");
    all(Effect.RESTRICTION, "B", "import restriction", "465", "474", "475");
    all(Effect.CONTROL, "A", "a control of the import", "481");
    all(
        Effect.CONTROL,
        "B",
        "a control of the import",
        ("350 351 352 355 356 358 359 360 362 363 410 420 464 477 482 483 707 710 711 712 713 714"
                + " 719 722 724 728 730 745 746 747 748 750 755 760 761 762 763 765 770 771 772 773"
                + " 774 775")
            .split(" "));
    all(Effect.NOTHING, "A", "a measure on exports", "278", "485");
    all(
        Effect.NOTHING,
        "B",
        "a measure on exports",
        "353 354 357 361 467 473 476 478 479 706 708 709 715 716 717 718 725 735 740 749 751 766"
            .split(" "));
    all(
        Effect.NOTHING,
        "D",
        "a notice of a trade remedy, no duty",
        "561 562 564 565 566 570".split(" "));
    all(Effect.NOTHING, "M", "a price that other duties depend on", "488", "489", "490");
    all(
        Effect.NOTHING,
        "N",
        "a surveillance of trade",
        "430 431 440 442 445 447 450 455 456 457 460 461 462 463 468 469 470 471 472".split(" "));
    all(Effect.NOTHING, "O", "a supplementary unit", "109", "110");
    all(Effect.NOTHING, "P", VAT, "305");
    all(Effect.NOTHING, "Q", "excise duty", "306");
    all(Effect.NOTHING, "S", "a security", "651", "653", "655", "657");
    String meursing =
        "an amount of the agricultural components, which the user's Meursing table holds";
    all(Effect.NOTHING, "E", meursing, "674");
    all(Effect.NOTHING, "F", meursing, "672", "673");
  }

  /** What types of a series are whose measures state no duty, or none that is a customs duty. */
  private static final Map<String, UkMeasureType> BY_SERIES =
      Map.of(
          "B", new UkMeasureType(Effect.CONTROL, "a control of the import", false, false, "B"),
          "M", nothing("M", "a price that other duties depend on"),
          "N", nothing("N", "a surveillance of trade"),
          "O", nothing("O", "a supplementary unit"),
          "P", nothing("P", VAT),
          "Q", nothing("Q", "excise duty"));

  /** Series whose measures never state a duty. */
  private static final Set<String> WITHOUT_DUTY = Set.of("B", "N", "O");

  /** Types whose measures name the quota within which they count. */
  private static final Set<String> WITHIN_QUOTA = Set.of("122", "123", "143", "146");

  private static void put(
      String id, Effect effect, String programme, boolean forArea, boolean endUse) {
    TYPES.put(id, new UkMeasureType(effect, programme, forArea, endUse, SERIES_OF_DUTIES));
  }

  private static void charge(String id, String series, String programme) {
    TYPES.put(id, new UkMeasureType(Effect.CHARGE, programme, false, false, series));
  }

  private static void all(Effect effect, String series, String programme, String... ids) {
    for (String id : ids) {
      TYPES.put(id, new UkMeasureType(effect, programme, false, false, series));
    }
  }

  private static UkMeasureType nothing(String series, String what) {
    return new UkMeasureType(Effect.NOTHING, what, false, false, series);
  }

  /**
   * What a type does to the duty. A type that the table does not name counts as its series; one
   * whose series is not that of the table, and a duty of which nothing is known here, may do
   * anything, and so may a control that states a duty.
   *
   * @param id the type, {@code 103}
   * @param series the letter of its series as the file states it; empty where it does not
   * @param statesDuty whether the measure states a duty anywhere
   * @return what it does
   */
  static UkMeasureType of(String id, String series, boolean statesDuty) {
    UkMeasureType known = id.matches("VT[A-Z]") ? nothing("P", VAT) : TYPES.get(id);
    if (known != null && (series.isEmpty() || series.equals(known.series))) {
      return known;
    }
    UkMeasureType other = BY_SERIES.get(series);
    boolean isOther =
        other != null && (WITHOUT_DUTY.contains(series) ? !statesDuty : known == null);
    return isOther && other != null
        ? other
        : new UkMeasureType(Effect.UNKNOWN, "measure type " + id, false, false, series);
  }

  /** What a type is that no one charges as a customs duty. */
  String other(String id, String description) {
    return "measure type "
        + id
        + ": "
        + programme
        + (description.isEmpty() ? "" : ", ")
        + description;
  }

  /** What measures of this type do in a book. */
  Rule rule() {
    return switch (effect) {
      case BASE -> Rule.BASE;
      case RELIEF -> Rule.PREFERENCE;
      case PROHIBITION, RESTRICTION, CONTROL -> Rule.PROHIBITS;
      default -> Rule.ADDS;
    };
  }

  /** The layer of a measure of this type for an area. */
  String programme(String area) {
    return forArea ? programme + " " + area : programme;
  }

  /** Whether a claim under a type counts within a quota only. */
  static boolean isWithinQuota(String id) {
    return WITHIN_QUOTA.contains(id);
  }

  /** Whether measures of this type are charged on top, outside of a quota that they name. */
  boolean isCharge() {
    return effect == Effect.CHARGE;
  }

  boolean is(Effect other) {
    return effect == other;
  }
}
