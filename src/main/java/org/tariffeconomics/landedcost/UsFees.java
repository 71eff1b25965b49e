package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;

/** The import fees of the United States, fiscal year by fiscal year, with their sources. */
final class UsFees {

  /** The name of the merchandise processing fee. */
  static final String PROCESSING = "MPF";

  private static final String CARIBBEAN_BASIN =
      "AG,AW,BB,BS,BZ,CW,DM,GD,GY,HT,JM,KN,LC,MS,TT,VC,VG";

  private static final String LEAST_DEVELOPED =
      "AF,AO,BF,BI,BJ,BT,CD,CF,DJ,ET,GM,GN,GW,HT,KH,KI,KM,LR,LS,MG,ML,MM,MR,MW,MZ,NE,NP,RW,SB,SL,"
          + "SN,SO,SS,ST,TD,TG,TL,TV,TZ,UG,VU,WS,YE,ZM";

  private static final Source FY_2026 =
      new Source(
          "CBP customs user fees for fiscal year 2026", null, "90 FR 34665", Verification.VERIFIED);

  private static final Source FY_2027 =
      new Source(
          "CBP customs user fees for fiscal year 2027",
          null,
          "FR Doc. 2026-15530",
          Verification.VERIFIED);

  static final FeeSchedule SCHEDULE = FeeSchedule.of(all().toArray(Fee[]::new));

  /** The most that the goods of an informal entry may be worth together (19 CFR 143.21). */
  static final BigMoney MOST_INFORMAL = BigMoney.parse("USD 2500");

  static final FeeSchedule INFORMAL =
      FeeSchedule.of(
          informal(2026, "USD 2.69", FY_2026),
          informal(2027, "USD 2.77", FY_2027),
          harbor()
              .withSource(
                  new Source(
                      "the assumption that informal entries pay it like formal ones",
                      null,
                      "",
                      Verification.UNVERIFIED)));

  private UsFees() {}

  private static List<Fee> all() {
    List<Fee> fees = new ArrayList<>();
    fees.add(
        processing(
            2018,
            "USD 25.00",
            "USD 485.00",
            new Source(
                "CBP customs broker examination, April 2018, official answer key",
                null,
                "question 19",
                Verification.PARTLY)));
    fees.add(processing(2021, "USD 27.23", "USD 528.33", secondary("CBP MPF parameters, FY2021")));
    fees.add(processing(2024, "USD 31.67", "USD 614.35", secondary("tool documentation, FY2024")));
    fees.add(processing(2025, "USD 32.71", "USD 634.62", secondary("tool documentation, FY2025")));
    fees.add(processing(2026, "USD 33.58", "USD 651.50", FY_2026));
    fees.add(processing(2027, "USD 34.58", "USD 670.86", FY_2027));
    fees.add(harbor());
    return fees;
  }

  private static Fee processing(int fiscalYear, String minimum, String maximum, Source source) {
    return exempt(
        inYear(
            fiscalYear, Fee.adValorem(PROCESSING, "0.3464%").withLimits(minimum, maximum), source));
  }

  private static Fee informal(int fiscalYear, String amount, Source source) {
    return exempt(inYear(fiscalYear, Fee.fixed(PROCESSING, amount), source));
  }

  /** A US fiscal year runs from 1 October of the year before through 30 September. */
  private static Fee inYear(int fiscalYear, Fee fee, Source source) {
    LocalDate firstDay = LocalDate.of(fiscalYear - 1, 10, 1);
    return fee.withPeriod(firstDay, firstDay.plusYears(1)).withSource(source);
  }

  /**
   * Originating goods of free trade partners pay no MPF, by the programmes' names in the tariff
   * book. The Korean and North American paragraphs were read; for the other partners those of CBP's
   * tables “MPF and Preferential Trade Programs” of May 2012 and May 2015 stand, which cite the
   * paragraph by its number of that year; they say that goods of Jordan and Morocco are not exempt.
   * Panama, younger than the first table, by the rule that implemented its agreement.
   *
   * <p>Articles of chapter 98 pay none, but for those of subheading 9802.00.60 and heading
   * 9802.00.80 (19 U.S.C. 58c(b)(8)(B)(i)).
   *
   * <p>Products of insular possessions, of the Caribbean Basin, of the least-developed
   * beneficiaries and of Israel pay none whether or not anything is claimed (19 U.S.C.
   * 58c(b)(8)(B), (11); the tables of 2012 and 2015 say “irrespective of whether”). The list of the
   * least-developed is that of general note 4(b)(i), which stands though the preferences have
   * lapsed; it was read in a copy.
   */
  private static Fee exempt(Fee fee) {
    String table = "CBP table of MPF exemptions of 2015-05-18: 19 CFR 24.23";
    String before = "CBP table of MPF exemptions of 2012-05-22: 19 CFR 24.23";
    return fee.withExemption("KORUS", "KR", "19 CFR 24.23(c)(12)")
        .withExemption("USMCA", "CA, MX", "19 CFR 24.23(c)(3)")
        .withExemption("CAFTA-DR", "CAFTA-DR", table + "(c)(10)")
        .withExemption("AUSFTA", "AU", table + "(c)(8)")
        .withExemption("US-Bahrain FTA", "BH", table + "(c)(9)")
        .withExemption("US-Chile FTA", "CL", table + "(c)(7)")
        .withExemption("US-Colombia TPA", "CO", before + "(c)")
        .withExemption("US-Israel FTA", "IL", before + "(c)(5)")
        .withExemption("US-Oman FTA", "OM", before + "(c)(10)")
        .withExemption("US-Panama TPA", "PA", "19 CFR 24.23(c), CBP Dec. 13-17")
        .withExemption("US-Peru TPA", "PE", before + "(c)(11)")
        .withExemption("US-Singapore FTA", "SG", before + "(c)(6)")
        .withExemptGoods(
            "98 except 9802.00.60, 9802.00.80", "19 CFR 24.23(c)(1)(i): goods of chapter 98")
        .withExemptOrigins("AS,GU,MP,UM,VI", "19 CFR 24.23(c)(1)(ii): insular possessions")
        .withExemptOrigins(CARIBBEAN_BASIN, "19 CFR 24.23(c)(1)(iii): general note 7")
        .withExemptOrigins(LEAST_DEVELOPED, "19 CFR 24.23(c)(1)(iv): general note 4(b)(i)")
        .withExemptOrigins("IL", "19 CFR 24.23(c)(5): products of Israel");
  }

  /** Charged on cargo loaded or unloaded at ports; no preference exempts from it. */
  private static Fee harbor() {
    return Fee.adValorem("HMF", "0.125%")
        .withModes(TransportMode.SEA)
        .withFirstDay("1991-01-01")
        .withSource(
            new Source("CBP harbor maintenance fee", null, "19 CFR 24.24", Verification.VERIFIED));
  }

  private static Source secondary(String title) {
    return new Source(title, null, "secondary source", Verification.UNVERIFIED);
  }
}
