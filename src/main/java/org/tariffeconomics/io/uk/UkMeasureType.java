package org.tariffeconomics.io.uk;

import java.util.Map;
import java.util.Optional;
import org.tariffeconomics.tariff.Rule;

/**
 * What a measure type of the EU and UK tariffs does to the duty.
 *
 * @param rule the rule
 * @param programme the layer; preferences for an area get its id behind it
 * @param forArea whether the programme is one an area
 * @param endUse whether it needs an authorised end use, declared as {@code end use=yes}
 */
record UkMeasureType(Rule rule, String programme, boolean forArea, boolean endUse) {

  static final String SAFEGUARD = "safeguard";

  /** How the amounts of the Meursing table are named, which measures refer to. */
  private static final String MEURSING =
      "an amount of the agricultural components, which the user's Meursing table holds";

  private static final Map<String, UkMeasureType> DUTIES =
      Map.ofEntries(
          Map.entry("103", new UkMeasureType(Rule.BASE, "third country duty", false, false)),
          Map.entry("105", relief("end-use duty", false, true)),
          Map.entry("112", relief("suspension", false, false)),
          Map.entry("115", relief("end-use suspension", false, true)),
          Map.entry("117", relief("suspension for ships and platforms", false, true)),
          Map.entry("119", relief("airworthiness suspension", false, false)),
          Map.entry("122", relief("quota", false, false)),
          Map.entry("123", relief("end-use quota", false, true)),
          Map.entry("142", relief("preference", true, false)),
          Map.entry("145", relief("preference", true, true)),
          Map.entry("143", relief("preference", true, false)),
          Map.entry("146", relief("preference", true, true)),
          Map.entry("551", charge("provisional anti-dumping duty")),
          Map.entry("552", charge("anti-dumping duty")),
          Map.entry("553", charge("provisional countervailing duty")),
          Map.entry("554", charge("countervailing duty")),
          Map.entry("695", charge("additional duty")),
          Map.entry("696", charge(SAFEGUARD)));

  private static final Map<String, String> OTHERS =
      Map.of(
          "672", MEURSING,
          "673", MEURSING,
          "674", MEURSING,
          "305", "value added tax",
          "306", "excise duty");

  private static UkMeasureType relief(String programme, boolean forArea, boolean endUse) {
    return new UkMeasureType(Rule.PREFERENCE, programme, forArea, endUse);
  }

  private static UkMeasureType charge(String programme) {
    return new UkMeasureType(Rule.ADDS, programme, false, false);
  }

  /** What a type does to the duty; empty where it is no customs duty. */
  static Optional<UkMeasureType> of(String id) {
    return Optional.ofNullable(DUTIES.get(id));
  }

  /** Why a type is not among the duties. */
  static String other(String id, String description) {
    String known = OTHERS.get(id);
    return "measure type " + id + ": " + (known == null ? "no duty, " + description : known);
  }

  /** The layer of a measure of this type for an area. */
  String programme(String area) {
    return forArea ? programme + " " + area : programme;
  }

  /** Whether measures of this type depend on a quota where they name its order number. */
  boolean isCharge() {
    return rule == Rule.ADDS;
  }
}
