package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateChange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What some days of another rate cost a partner in a sector, month by month: waiting for a cut, or
 * duty paid before a cut with retroactive effect was published.
 *
 * <p>The cost of a day is the imports of the day times the difference of two rates. Imports are a
 * day's part of the best month that is held (the row says which), and beside it of 2024. Shipments
 * do not respond. Where the duty of the sector's industry is held by month, what was paid above the
 * lower rate stands beside it: that is a fact of a wider group of goods, not an estimate.
 */
public final class UsDelay {

  private final String title;
  private final String partner;
  private final Sector sector;
  private final LocalDate from;
  private final LocalDate until;
  private final List<Month> months;
  private final List<String> rivals;

  private UsDelay(
      String title,
      String partner,
      Sector sector,
      LocalDate from,
      LocalDate until,
      List<Month> months,
      List<String> rivals) {
    this.title = title;
    this.partner = partner;
    this.sector = sector;
    this.from = from;
    this.until = until;
    this.months = List.copyOf(months);
    this.rivals = List.copyOf(rivals);
  }

  /**
   * Some days of one month on which both rates were the same.
   *
   * @param month the month
   * @param days how many days
   * @param paid the rate paid on them
   * @param lower the rate that is compared
   * @param basis which imports are counted
   * @param cost the difference on them, dollars; positive where more was paid
   * @param cost2024 the difference on the imports of 2024, dollars
   * @param industry what the sector's industry paid above the rate that is compared, dollars; empty
   *     where its duty is not held
   */
  public record Month(
      YearMonth month,
      long days,
      Rate paid,
      Rate lower,
      String basis,
      BigDecimal cost,
      Optional<BigDecimal> cost2024,
      Optional<BigDecimal> industry) {

    /**
     * Refuses nulls.
     *
     * @param month the month
     * @param days how many days
     * @param paid the rate paid on them
     * @param lower the rate that is compared
     * @param basis which imports are counted
     * @param cost the difference on them, dollars; positive where more was paid
     * @param cost2024 the difference on the imports of 2024, dollars
     * @param industry what the sector's industry paid above the rate that is compared, dollars;
     *     empty where its duty is not held
     */
    public Month {
      Objects.requireNonNull(month, "month");
      Objects.requireNonNull(paid, "paid");
      Objects.requireNonNull(lower, "lower");
      Objects.requireNonNull(basis, "basis");
      Objects.requireNonNull(cost, "cost");
      Objects.requireNonNull(cost2024, "cost2024");
      Objects.requireNonNull(industry, "industry");
    }

    /** The month, its days and the cost. */
    @Override
    public String toString() {
      return month
          + ", "
          + days
          + " days: USD "
          + cost.movePointLeft(6).setScale(0, RoundingMode.HALF_UP)
          + " m";
    }
  }

  /**
   * What it cost a partner to get a rate some days later: the rates of those days against the rate
   * of the first day after them.
   *
   * @param partner the partner: a country by code or name, or {@code EU}
   * @param sector the sector
   * @param from the first day without the rate
   * @param until the first day with it
   * @return the cost
   * @throws IllegalArgumentException when the days are reversed, or rates or trade are not held
   */
  public static UsDelay ofWaiting(String partner, Sector sector, LocalDate from, LocalDate until) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    String code = UsPaid.code(partner);
    Rate after = known(UsTariffs.book().on(until), sector, code);
    List<Month> months =
        months(
            code,
            sector,
            from,
            until,
            day -> known(UsTariffs.book().on(day), sector, code),
            d -> after);
    return new UsDelay(
        "Cost of waiting",
        code,
        sector,
        from,
        until,
        months,
        ahead(code, sector, from, until, after));
  }

  /**
   * What a partner gets back because cuts were published after they took effect: the rates as one
   * knew them on each day against those of the law as finally published.
   *
   * @param partner the partner: a country by code or name, or {@code EU}
   * @param sector the sector
   * @param from the first day of entry
   * @param until the first day after the last
   * @return the refunds, positive where money comes back
   * @throws IllegalArgumentException when the days are reversed, or rates or trade are not held
   */
  public static UsDelay ofRefunds(String partner, Sector sector, LocalDate from, LocalDate until) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(sector, "sector");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    String code = UsPaid.code(partner);
    List<Month> months =
        months(
            code,
            sector,
            from,
            until,
            day -> known(UsTariffs.book().on(day).asKnownOn(day), sector, code),
            day -> known(UsTariffs.book().on(day), sector, code));
    List<Month> differing =
        months.stream().filter(m -> m.paid().compareTo(m.lower()) != 0).toList();
    return new UsDelay("Refunds due", code, sector, from, until, differing, List.of());
  }

  private static Rate known(TariffLaw law, Sector sector, String partner) {
    return SectorRates.rate(law, sector, partner)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The duty on "
                        + sector.line()
                        + " from "
                        + partner
                        + " on "
                        + law.day()
                        + " is not one known rate"));
  }

  private static List<Month> months(
      String partner,
      Sector sector,
      LocalDate from,
      LocalDate until,
      Function<LocalDate, Rate> paid,
      Function<LocalDate, Rate> lower) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "until must be after from, but was " + until + " and " + from);
    }
    List<Month> months = new ArrayList<>();
    NavigableSet<LocalDate> steps = SectorRates.steps(from, until);
    Iterator<LocalDate> ends = steps.tailSet(from, false).iterator();
    LocalDate start = from;
    while (ends.hasNext()) {
      LocalDate end = ends.next();
      append(months, part(partner, sector, start, end, paid.apply(start), lower.apply(start)));
      start = end;
    }
    return months;
  }

  /** Steps on which nothing changes for this partner are no rows of their own. */
  private static void append(List<Month> months, Month next) {
    Month last = months.isEmpty() ? null : months.get(months.size() - 1);
    if (last == null
        || !last.month().equals(next.month())
        || last.paid().compareTo(next.paid()) != 0
        || last.lower().compareTo(next.lower()) != 0) {
      months.add(next);
      return;
    }
    months.set(
        months.size() - 1,
        new Month(
            last.month(),
            last.days() + next.days(),
            last.paid(),
            last.lower(),
            last.basis(),
            last.cost().add(next.cost()),
            last.cost2024().flatMap(a -> next.cost2024().map(a::add)),
            last.industry().flatMap(a -> next.industry().map(a::add))));
  }

  private static Month part(
      String partner, Sector sector, LocalDate start, LocalDate end, Rate paid, Rate lower) {
    YearMonth month = YearMonth.from(start);
    long days = ChronoUnit.DAYS.between(start, end);
    BigDecimal share =
        BigDecimal.valueOf(days)
            .divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL64);
    RateChange more = paid.minus(lower);
    SectorFlow flow =
        SectorFlow.of(sector, partner, month)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No imports of " + sector + " from '" + partner + "' are held"));
    BigDecimal daysOfYear =
        BigDecimal.valueOf(12L * days)
            .divide(BigDecimal.valueOf(month.lengthOfYear()), MathContext.DECIMAL64);
    return new Month(
        month,
        days,
        paid,
        lower,
        flow.basis(),
        flow.perMonth()
            .multiply(flow.basis().startsWith("a twelfth") ? daysOfYear : share)
            .multiply(more.points()),
        SectorFlow.of2024(sector, partner)
            .map(f -> f.perMonth().multiply(daysOfYear).multiply(more.points())),
        industry(partner, sector, month, share, lower));
  }

  /** Duty less what the lower rate would have come to on the same imports. */
  private static Optional<BigDecimal> industry(
      String partner, Sector sector, YearMonth month, BigDecimal share, Rate lower) {
    return SectorFlow.industryMonth(sector, partner, month)
        .flatMap(
            m ->
                m.imports()
                    .flatMap(
                        i ->
                            m.duty()
                                .map(
                                    d ->
                                        d.subtract(i.multiply(lower.fraction())).multiply(share))));
  }

  /** Who had the lower rate, or a lower one, on every one of the days. */
  private static List<String> ahead(
      String partner, Sector sector, LocalDate from, LocalDate until, Rate rate) {
    List<String> names = new ArrayList<>();
    for (UsTrade.Partner each : UsTrade.partners()) {
      boolean sells = each.imports(sector).map(v -> v.signum() > 0).orElse(false);
      if (sells
          && !each.partner().equals(partner)
          && !each.partner().equals("DE")
          && isAtMost(each.partner(), sector, from, until, rate)) {
        names.add(each.partner());
      }
    }
    return names;
  }

  private static boolean isAtMost(
      String rival, Sector sector, LocalDate from, LocalDate until, Rate rate) {
    NavigableSet<LocalDate> steps = SectorRates.steps(from, until);
    steps.remove(until);
    return steps.stream()
        .allMatch(
            day ->
                SectorRates.rate(UsTariffs.book().on(day), sector, rival)
                    .map(r -> r.compareTo(rate) <= 0)
                    .orElse(false));
  }

  /** {@return how many days} */
  public long days() {
    return ChronoUnit.DAYS.between(from, until);
  }

  /** {@return the months, one row for each pair of rates} */
  public List<Month> months() {
    return months;
  }

  /** {@return the difference on real imports as far as they are held, dollars} */
  public BigMoney total() {
    return dollars(sum(months.stream().map(m -> Optional.of(m.cost())).toList()).orElseThrow());
  }

  /** {@return the difference on the trade of 2024, dollars; empty where that is not held} */
  public Optional<BigMoney> at2024Trade() {
    return sum(months.stream().map(Month::cost2024).toList()).map(UsDelay::dollars);
  }

  /**
   * {@return what the sector's industry paid above the lower rate on those days, dollars; empty
   * where the duty of a month is not held}
   */
  public Optional<BigMoney> paidAbove() {
    return sum(months.stream().map(Month::industry).toList()).map(UsDelay::dollars);
  }

  /**
   * {@return the suppliers that paid no more than the lower rate on all of the days: the advantage
   * of those who came first is at most what this partner paid more}
   */
  public List<String> aheadMeanwhile() {
    return rivals;
  }

  /** The sum, empty where a part is not known. */
  private static Optional<BigDecimal> sum(List<Optional<BigDecimal>> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Optional<BigDecimal> each : parts) {
      if (each.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(each.get());
    }
    return Optional.of(sum);
  }

  private static BigMoney dollars(BigDecimal amount) {
    return BigMoney.of(CurrencyUnit.USD, amount);
  }

  /** {@return the months with rates, imports counted, and the three amounts} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Month each : months) {
      rows.add(
          List.of(
              Cell.text(each.month().toString()),
              Cell.number(BigDecimal.valueOf(each.days()), 0, "days"),
              Cell.percent(each.paid().fraction(), 1),
              Cell.percent(each.lower().fraction(), 1),
              millions(Optional.of(each.cost())),
              Cell.text(each.basis()),
              millions(each.cost2024()),
              millions(each.industry())));
    }
    List<String> caption =
        new ArrayList<>(
            List.of(
                this.toString(),
                "estimates: shipments do not respond; industry: "
                    + SectorFlow.industry(sector)
                    + ", duty paid above the lower rate"));
    if (!rivals.isEmpty()) {
      caption.add("at the lower rate meanwhile: " + String.join(", ", rivals));
    }
    caption.addAll(Stamp.simulated(UsTariffs.book().facts()).lines());
    return new Table(
        title + ", " + sector + " from " + partner + ", " + from + " until " + until,
        List.of("month", "days", "paid", "lower", "cost", "imports", "at 2024 trade", "industry"),
        rows,
        caption);
  }

  private static Cell millions(Optional<BigDecimal> dollars) {
    return dollars
        .map(d -> Cell.number(d.movePointLeft(6), 1, "USD m"))
        .orElseGet(() -> Cell.unknown("not held"));
  }

  private static String shown(BigMoney money) {
    BigDecimal billions = money.getAmount().movePointLeft(9);
    boolean small = billions.abs().compareTo(new BigDecimal("0.1")) < 0;
    return "USD "
        + (small ? billions.movePointRight(3) : billions)
            .setScale(2, RoundingMode.HALF_UP)
            .toPlainString()
        + (small ? " m" : " bn");
  }

  /** The days and the amounts. */
  @Override
  public String toString() {
    if (months.isEmpty()) {
      return partner + ", " + sector + ": nothing, both rates are the same on all days";
    }
    return partner
        + ", "
        + sector
        + ", "
        + months.stream().mapToLong(Month::days).sum()
        + " days: "
        + shown(total())
        + " on "
        + months.get(0).basis()
        + at2024Trade().map(m -> ", " + shown(m) + " at 2024 trade").orElse("")
        + paidAbove()
            .map(m -> ", " + shown(m) + " paid above in " + SectorFlow.industry(sector))
            .orElse("");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsDelay that
        && title.equals(that.title)
        && partner.equals(that.partner)
        && sector.equals(that.sector)
        && from.equals(that.from)
        && until.equals(that.until)
        && months.equals(that.months)
        && rivals.equals(that.rivals);
  }

  @Override
  public int hashCode() {
    return Objects.hash(title, partner, sector, from, until);
  }
}
