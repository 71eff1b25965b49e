package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.tariffeconomics.reference.UsPaid.Paid;
import org.tariffeconomics.reference.UsTrade.Partner;
import org.tariffeconomics.reference.UsTrade.Sector;

/**
 * What a partner sold of a sector in a month, by the best figure that is held: the month itself;
 * for cars a twelfth of the twelve months to August 2025 (months of 2025) or to August 2026 (later
 * ones); or a twelfth of 2024.
 *
 * @param perMonth dollars in the month
 * @param basis which figure it is, in words
 * @param isOfYear whether it is a part of a year, and not the month's own
 */
record SectorFlow(BigDecimal perMonth, String basis, boolean isOfYear) {

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
  private static final String YEAR_BEFORE = "2024-09/2025-08";
  private static final String YEAR_AFTER = "2025-09/2026-08";

  /** The industry that a sector belongs to; its duty is known by month. */
  private static final Map<Sector, String> INDUSTRIES =
      Map.of(
          Sector.CARS, "transport equipment",
          Sector.TRUCKS, "transport equipment",
          Sector.PARTS, "transport equipment",
          Sector.SEMICONDUCTORS, "electronics",
          Sector.APPAREL, "apparel industry",
          Sector.PHARMACEUTICALS, "chemicals");

  static String industry(Sector sector) {
    return INDUSTRIES.getOrDefault(sector, "");
  }

  /** A month of the sector's industry; empty where it is not held. */
  static Optional<Paid> industryMonth(Sector sector, String partner, YearMonth month) {
    return UsPaid.in("industry " + industry(sector), partner, month.toString());
  }

  /** The best figure of what was shipped while a cut was waited for: the trade before the cut. */
  static Optional<SectorFlow> of(Sector sector, String partner, YearMonth month) {
    return ownMonth(sector, partner, month)
        .or(() -> twelfth(sector, partner, month))
        .or(() -> of2024(sector, partner));
  }

  private static Optional<SectorFlow> ownMonth(Sector sector, String partner, YearMonth month) {
    return UsPaid.in("sector " + sector, partner, month.toString())
        .flatMap(Paid::imports)
        .map(v -> new SectorFlow(v, "imports of the month", false));
  }

  private static Optional<SectorFlow> twelfth(Sector sector, String partner, YearMonth month) {
    if (sector != Sector.CARS || month.isBefore(YearMonth.of(2025, 1))) {
      return Optional.empty();
    }
    String year = month.isAfter(YearMonth.of(2025, 12)) ? YEAR_AFTER : YEAR_BEFORE;
    return UsPaid.in("cars general", partner, year)
        .flatMap(Paid::imports)
        .map(v -> twelfthOf(year, v));
  }

  private static SectorFlow twelfthOf(String year, BigDecimal imports) {
    BigDecimal perMonth = imports.divide(MONTHS, MathContext.DECIMAL64);
    return new SectorFlow(perMonth, "a twelfth of " + year, true);
  }

  static Optional<SectorFlow> of2024(Sector sector, String partner) {
    return UsTrade.find(partner)
        .flatMap((Partner p) -> p.imports(sector))
        .map(v -> twelfthOf("2024", v.movePointRight(9)));
  }
}
