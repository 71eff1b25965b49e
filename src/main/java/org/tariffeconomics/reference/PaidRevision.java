package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;

/**
 * How the duty on all goods of a partner was revised after it was first published. Only revisions
 * that were seen by month are held; a month without one may have been revised all the same.
 *
 * @param partner the country's code
 * @param first the first month
 * @param last the last month, included
 * @param least the change, a fraction of the first figure: the lower end
 * @param most the upper end
 * @param why what was behind it
 * @param source where it stands
 * @since 0.1.0
 */
public record PaidRevision(
    String partner,
    YearMonth first,
    YearMonth last,
    BigDecimal least,
    BigDecimal most,
    String why,
    Source source) {

  /**
   * Refuses nulls.
   *
   * @param partner the country's code
   * @param first the first month
   * @param last the last month, included
   * @param least the change, a fraction of the first figure: the lower end
   * @param most the upper end
   * @param why what was behind it
   * @param source where it stands
   */
  public PaidRevision {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(least, "least");
    Objects.requireNonNull(most, "most");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(source, "source");
    least = PlainNumber.plain(least);
    most = PlainNumber.plain(most);
  }

  private static final String FILE = "monthly-revisions.csv";

  /** Read once. */
  private static final class Held {
    private static final List<PaidRevision> ALL =
        CsvFile.read(FILE, Bundled.open(FILE), List.of("partner"), Set.of())
            .records(PaidRevision::read)
            .orThrow();
  }

  private static PaidRevision read(Row row) {
    return new PaidRevision(
        row.required("partner"),
        YearMonth.parse(row.required("first")),
        YearMonth.parse(row.required("last")),
        new BigDecimal(row.required("least")).movePointLeft(2),
        new BigDecimal(row.required("most")).movePointLeft(2),
        row.required("why"),
        row.source());
  }

  /** {@return the revisions that are held, each with its source} */
  public static List<PaidRevision> all() {
    return Held.ALL;
  }

  /** The revision of a month, where one is held. */
  static Optional<PaidRevision> of(String partner, YearMonth month) {
    return all().stream().filter(r -> r.isOf(partner, month)).findFirst();
  }

  private boolean isOf(String code, YearMonth month) {
    return partner.equals(code) && !month.isBefore(first) && !month.isAfter(last);
  }

  /** {@return the change in percent, or its two ends} */
  public String change() {
    String lower = percent(least);
    return least.compareTo(most) == 0 ? lower : lower + " to " + percent(most);
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  /** The partner, the months, the change and why. */
  @Override
  public String toString() {
    return partner
        + " "
        + (first.equals(last) ? first : first + "/" + last)
        + ", duty "
        + change()
        + ": "
        + why;
  }
}
