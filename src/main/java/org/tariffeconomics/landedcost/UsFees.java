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
        .withExemption("US-Singapore FTA", "SG", before + "(c)(6)");
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
