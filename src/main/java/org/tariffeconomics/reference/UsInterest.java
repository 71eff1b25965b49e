package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.deal.InterestRates;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * The rates at which the United States pay interest on overpaid customs duties, quarter by quarter,
 * from the first day of 2025 through the last quarter of which a notice was found; interest over a
 * later day is not known until a rate is added: {@code
 * UsInterest.overpayments(Payer.CORPORATION).with("2026-04-01", "6%").through("2026-06-30")}.
 *
 * @since 0.1.0
 */
public final class UsInterest {

  private static final String FILE = "interest.csv";

  /** The last day of the last quarter that is held. */
  private static final String LAST_DAY = "2026-03-31";

  private UsInterest() {}

  /** Who is paid: corporations get one percentage point less. */
  public enum Payer {
    /** A corporation. */
    CORPORATION,
    /** Anyone else. */
    OTHER
  }

  /**
   * The rates of one quarter.
   *
   * @param firstDay its first day
   * @param corporations the yearly rate on overpayments of corporations
   * @param others the yearly rate on those of others
   * @param source where it stands, and how far it was read there
   */
  public record Quarter(LocalDate firstDay, Rate corporations, Rate others, Source source) {

    /**
     * Refuses nulls.
     *
     * @param firstDay its first day
     * @param corporations the yearly rate on overpayments of corporations
     * @param others the yearly rate on those of others
     * @param source where it stands, and how far it was read there
     */
    public Quarter {
      Objects.requireNonNull(firstDay, "firstDay");
      Objects.requireNonNull(corporations, "corporations");
      Objects.requireNonNull(others, "others");
      Objects.requireNonNull(source, "source");
    }

    /** The day and the rates. */
    @Override
    public String toString() {
      return firstDay + ": " + corporations + " for corporations, " + others + " for others";
    }
  }

  private static final class Held {
    private static final List<Quarter> QUARTERS =
        CsvFile.read(FILE, Bundled.open(FILE), List.of("first_day"), Set.of())
            .records(UsInterest::quarter)
            .orThrow();
  }

  private static @Nullable Quarter quarter(Row row) {
    LocalDate firstDay = row.requiredDay("first_day");
    Rate corporations = row.parsed("corporations", Rate::parse);
    Rate others = row.parsed("others", Rate::parse);
    return firstDay == null || corporations == null || others == null
        ? null
        : new Quarter(firstDay, corporations, others, row.source());
  }

  /** {@return the quarters, by their days} */
  public static List<Quarter> quarters() {
    return Held.QUARTERS;
  }

  /**
   * The rates on overpayments, compounded daily in years of 365 days.
   *
   * @param payer who overpaid
   * @return the rates through the last quarter that is held
   */
  public static InterestRates overpayments(Payer payer) {
    boolean corporation = Objects.requireNonNull(payer, "payer") == Payer.CORPORATION;
    Function<Quarter, Rate> rate = corporation ? Quarter::corporations : Quarter::others;
    InterestRates rates = InterestRates.none();
    for (Quarter each : quarters()) {
      rates = rates.with(each.firstDay(), rate.apply(each));
    }
    return rates.through(LAST_DAY);
  }

  /** {@return the quarters with their sources} */
  public static Table table() {
    return new Table(
        "Interest on overpaid customs duties of the United States",
        List.of("from", "corporations", "others", "source", "verification"),
        quarters().stream()
            .map(
                each ->
                    List.of(
                        Cell.date(each.firstDay()),
                        Cell.percent(each.corporations().fraction(), 1),
                        Cell.percent(each.others().fraction(), 1),
                        Cell.text(each.source().citation()),
                        Cell.text(each.source().verification().name())))
            .toList(),
        List.of("held through " + LAST_DAY));
  }
}
