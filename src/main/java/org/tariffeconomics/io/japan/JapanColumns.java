package org.tariffeconomics.io.japan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.SpecialProgramme;

/**
 * The columns of Japan's tariff schedule: which rate of the general (基本), temporary (暫定) and WTO
 * (WTO協定) ones applies to members of the WTO, and what the columns of agreements stand for.
 *
 * <p>The national rate is the temporary one where there is one, else the general. The WTO rate
 * applies where it is lower: an amount that the schedule prints in brackets does not apply. Where a
 * temporary rate, or one that falls as the value rises, meets a WTO rate without brackets, the
 * lower of both is charged. A WTO rate with a star is a total that includes a levy of a state
 * trading body or an adjustment money (**): the schedule does not say how much is charged, so the
 * duty stands elsewhere.
 *
 * @since 0.1.0
 */
public final class JapanColumns {

  static final String GENERAL = "基本";
  static final String TEMPORARY = "暫定";
  static final String WTO = "WTO協定";

  /** The customs value, in rates that fall as it rises. */
  private static final String VALUE = "課税価格";

  private static final Pattern BRACKETS = Pattern.compile("[(（][^()（）]*+[)）]");
  private static final Pattern BETWEEN = Pattern.compile("(?:[\\s●〜~]|又は)*+");
  private static final Pattern STARS = Pattern.compile("^\\s*\\*+");

  /** The column's symbol in the special column, and whom it is for. */
  private record Agreement(String symbol, String programme, String origins) {}

  private static final Map<String, Agreement> AGREEMENTS = agreements();

  private JapanColumns() {}

  private static Map<String, Agreement> agreements() {
    Map<String, Agreement> all = new LinkedHashMap<>();
    all.put("特恵", new Agreement("GS", "GSP", ""));
    all.put("特別特恵", new Agreement("LD", "GSP LDC", ""));
    all.put("EPA_シンガポール", new Agreement("SG", "Japan-Singapore EPA", "SG"));
    all.put("EPA_メキシコ", new Agreement("MX", "Japan-Mexico EPA", "MX"));
    all.put("EPA_マレーシア", new Agreement("MY", "Japan-Malaysia EPA", "MY"));
    all.put("EPA_チリ", new Agreement("CL", "Japan-Chile EPA", "CL"));
    all.put("EPA_タイ", new Agreement("TH", "Japan-Thailand EPA", "TH"));
    all.put("EPA_インドネシア", new Agreement("ID", "Japan-Indonesia EPA", "ID"));
    all.put("EPA_ブルネイ", new Agreement("BN", "Japan-Brunei EPA", "BN"));
    all.put("EPA_アセアン", new Agreement("AS", "AJCEP", "BN,KH,ID,LA,MM,MY,PH,SG,TH,VN"));
    all.put("EPA_フィリピン", new Agreement("PH", "Japan-Philippines EPA", "PH"));
    all.put("EPA_スイス", new Agreement("CH", "Japan-Switzerland EPA", "CH"));
    all.put("EPA_ベトナム", new Agreement("VN", "Japan-Viet Nam EPA", "VN"));
    all.put("EPA_インド", new Agreement("IN", "Japan-India EPA", "IN"));
    all.put("EPA_ペルー", new Agreement("PE", "Japan-Peru EPA", "PE"));
    all.put("EPA_豪州", new Agreement("AU", "Japan-Australia EPA", "AU"));
    all.put("EPA_モンゴル", new Agreement("MN", "Japan-Mongolia EPA", "MN"));
    all.put("EPA_CPTPP", new Agreement("CP", "CPTPP", "AU,BN,CA,CL,GB,MX,MY,NZ,PE,SG,VN"));
    all.put("EPA_欧州連合", new Agreement("EU", "Japan-EU EPA", "EU"));
    all.put("EPA_英国", new Agreement("GB", "Japan-UK CEPA", "GB"));
    all.put(
        "EPA_RCEP_アセアン豪州NZ", new Agreement("RA", "RCEP", "AU,BN,ID,KH,LA,MM,MY,NZ,PH,SG,TH,VN"));
    all.put("EPA_RCEP_中国", new Agreement("RC", "RCEP", "CN"));
    all.put("EPA_RCEP_韓国", new Agreement("RK", "RCEP", "KR"));
    all.put("EPA_日米貿易協定", new Agreement("US", "USJTA", "US"));
    return all;
  }

  /** Whether a column is known. */
  static boolean isKnown(String column) {
    return column.equals(GENERAL)
        || column.equals(TEMPORARY)
        || column.equals(WTO)
        || AGREEMENTS.containsKey(column);
  }

  /** Whether a column that is not known may be a charge; agreements only ever lower a duty. */
  static boolean mayBear(String column) {
    return !isKnown(column) && !column.startsWith("EPA");
  }

  /** The columns of agreements and preferences with their symbols, in the order of the schedule. */
  static Map<String, String> symbols() {
    Map<String, String> symbols = new LinkedHashMap<>();
    AGREEMENTS.forEach((column, agreement) -> symbols.put(column, agreement.symbol()));
    return symbols;
  }

  /**
   * What the symbols of the special column stand for in a schedule that {@link JapanTariffJson} has
   * read. The beneficiaries of the general system of preferences are listed elsewhere: its columns
   * (GS, LD) are read and open to no origin.
   *
   * @param edition the day of the edition, which is the schedule's source
   * @return the key; the general column is {@code MFN}, and the national rates, which goods of no
   *     WTO member pay, are for no origin until the user says which
   */
  public static ProgrammeKey key(LocalDate edition) {
    Objects.requireNonNull(edition, "edition");
    return key(edition, Validity.always());
  }

  /**
   * The key for rates of agreements that count on some days only.
   *
   * @param edition the day of the edition
   * @param agreements the days on which the rates of agreements count: many change every 1 April
   * @return the key
   */
  public static ProgrammeKey key(LocalDate edition, Validity agreements) {
    Objects.requireNonNull(edition, "edition");
    Objects.requireNonNull(agreements, "agreements");
    Source source =
        Source.verified("Japan's Tariff Schedule, edition " + edition, edition, "Japan Customs");
    List<SpecialProgramme> programmes = new ArrayList<>();
    for (Agreement each : AGREEMENTS.values()) {
      if (!each.origins().isEmpty()) {
        programmes.add(
            new SpecialProgramme(
                each.symbol(),
                each.programme(),
                OriginScope.parse(each.origins()),
                agreements,
                source));
      }
    }
    return ProgrammeKey.of("MFN", "National rate", List.of(), programmes);
  }

  /**
   * The text of the rate that members of the WTO pay without an agreement.
   *
   * @param general the general rate as it counts for the line, its own or inherited; may be blank
   * @param temporary the temporary rate likewise
   * @param wto the WTO rate likewise
   * @return a text that {@link DutyRate#parse} reads; blank where all three are
   */
  public static String applied(String general, String temporary, String wto) {
    Objects.requireNonNull(general, "general");
    Objects.requireNonNull(temporary, "temporary");
    Objects.requireNonNull(wto, "wto");
    String national = national(general, temporary);
    if (wto.isBlank()) {
      return national;
    }
    if (STARS.matcher(wto).find()) {
      return "see \""
          + "duty "
          + oneLine(national)
          + " and levy of the state trading body, WTO total "
          + oneLine(wto)
          + "\"";
    }
    if (isBracketed(wto) || national.isBlank()) {
      return national.isBlank() ? wto : national;
    }
    boolean printed = temporary.isBlank() && !hasBrackets(wto) && !general.contains(VALUE);
    return printed ? wto : lower(national, wto);
  }

  /** The rate of goods that no WTO member's rate is for. */
  static String national(String general, String temporary) {
    return temporary.isBlank() ? general : temporary;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\"]+", " ").strip();
  }

  /** Whether nothing but marks stands outside of brackets. */
  private static boolean isBracketed(String text) {
    return hasBrackets(text)
        && BETWEEN.matcher(BRACKETS.matcher(text).replaceAll("")).matches()
        && !text.contains(VALUE);
  }

  private static boolean hasBrackets(String text) {
    return BRACKETS.matcher(text).find();
  }

  /** The lower of two rates: one of them, or both where the goods decide. */
  private static String lower(String one, String other) {
    DutyRate first = DutyRate.parse(one);
    DutyRate second = DutyRate.parse(other);
    if (first instanceof DutyRate.Unsupported || second instanceof DutyRate.Unsupported) {
      return first instanceof DutyRate.Unsupported ? one : other;
    }
    @Nullable Integer order = order(first, second);
    return order == null ? "min(" + first + ", " + second + ")" : order <= 0 ? one : other;
  }

  private static @Nullable Integer order(DutyRate one, DutyRate other) {
    if (one instanceof DutyRate.Free || other instanceof DutyRate.Free) {
      return one instanceof DutyRate.Free ? -1 : 1;
    }
    return one instanceof DutyRate.AdValorem a && other instanceof DutyRate.AdValorem b
        ? (Integer) a.rate().compareTo(b.rate())
        : null;
  }
}
