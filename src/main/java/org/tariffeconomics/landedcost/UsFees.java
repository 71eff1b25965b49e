package org.tariffeconomics.landedcost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.basics.Source.Verification;

/** The import fees of the United States, fiscal year by fiscal year, with their sources. */
final class UsFees {

  static final FeeSchedule SCHEDULE = FeeSchedule.of(all().toArray(Fee[]::new));

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
    fees.add(
        processing(
            2026,
            "USD 33.58",
            "USD 651.50",
            new Source(
                "CBP customs user fees for fiscal year 2026",
                null,
                "90 FR 34665",
                Verification.VERIFIED)));
    fees.add(
        processing(
            2027,
            "USD 34.58",
            "USD 670.86",
            new Source(
                "CBP customs user fees for fiscal year 2027",
                null,
                "FR Doc. 2026-15530",
                Verification.VERIFIED)));
    fees.add(harbor());
    return fees;
  }

  /** A US fiscal year runs from 1 October of the year before through 30 September. */
  private static Fee processing(int fiscalYear, String minimum, String maximum, Source source) {
    LocalDate firstDay = LocalDate.of(fiscalYear - 1, 10, 1);
    return exempt(
        Fee.adValorem("MPF", "0.3464%")
            .between(minimum, maximum)
            .during(firstDay.toString(), firstDay.plusYears(1).toString())
            .citing(source));
  }

  /**
   * Originating goods of free trade partners pay no MPF. The Korean and North American paragraphs
   * were read; the other partners are those of CBP's table of MPF exemptions.
   */
  private static Fee exempt(Fee fee) {
    String others = "19 CFR 24.23(c), CBP table of MPF exemptions";
    return fee.exempting("KORUS", "KR", "19 CFR 24.23(c)(12)")
        .exempting("NAFTA", "CA, MX", "19 CFR 24.23(c)(3)")
        .exempting("USMCA", "CA, MX", "19 CFR 24.23(c)(3)")
        .exempting("CAFTA-DR", "CAFTA-DR", others)
        .exempting("AUSFTA", "AU", others)
        .exempting("Chile FTA", "CL", others)
        .exempting("Singapore FTA", "SG", others)
        .exempting("Israel FTA", "IL", others);
  }

  /** Charged on cargo loaded or unloaded at ports; no preference exempts from it. */
  private static Fee harbor() {
    return Fee.adValorem("HMF", "0.125%")
        .onlyBy(TransportMode.SEA)
        .from("1991-01-01")
        .citing(
            new Source("CBP harbor maintenance fee", null, "19 CFR 24.24", Verification.VERIFIED));
  }

  private static Source secondary(String title) {
    return new Source(title, null, "secondary source", Verification.UNVERIFIED);
  }
}
