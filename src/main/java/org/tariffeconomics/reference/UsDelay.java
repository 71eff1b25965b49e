package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.GapRange;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.RateCells;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * What some days of another rate cost a partner in a sector, month by month: waiting for a cut, or
 * duty paid before a cut with retroactive effect was published.
 *
 * <p>The cost of a day is the imports of the day times the difference of two rates. Imports are a
 * day's part of the best month that is held (the row says which), and beside it of 2024. Shipments
 * do not respond. Where the duty of the sector's industry is held by month, what was paid above the
 * lower rate stands beside it: that is a fact of a wider group of goods, not an estimate.
 *
 * <p>Of a sector the rate is that of its line. Of any other goods, it is the mean of the lines that
 * the partner sold in 2024, weighted by them, each claiming as much as in 2024; lines whose duty
 * has neither a rate nor bounds, at most a tenth of the goods, are not counted, and {@link
 * Month#covers} says how much is. Rivals are then held against the mean of their own lines, at
 * either end of what is open.
 *
 * <p>Where a rate is not one number, because something is not declared, the amounts have bounds.
 *
 * @since 0.1.0
 */
public final class UsDelay {

  private static final String WAITING = "Cost of waiting";
  private static final int MOST_YEARS = 10;

  private final String title;
  private final String partner;
  private final String goods;
  private final String industry;
  private final LocalDate from;
  private final LocalDate until;
  private final List<Month> months;
  private final List<String> rivals;

  private UsDelay(
      String title,
      String partner,
      String goods,
      String industry,
      LocalDate from,
      LocalDate until,
      List<Month> months,
      List<String> rivals) {
    this.title = title;
    this.partner = partner;
    this.goods = goods;
    this.industry = industry;
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
   * @param paid the rate paid on them, or what it lies within
   * @param lower the rate that is compared, or what it lies within
   * @param more the one less the other, positive where more was paid
   * @param basis which imports are counted
   * @param imports the imports of the days, dollars
   * @param imports2024 the imports of as many days of 2024, dollars; empty where not held
   * @param industry what the sector's industry paid above the rate that is compared, dollars; empty
   *     where its duty is not held or that rate is not one
   * @param covers the part of the goods whose duty has bounds; only these are counted
   */
  public record Month(
      YearMonth month,
      long days,
      RateRange paid,
      RateRange lower,
      GapRange more,
      String basis,
      BigDecimal imports,
      Optional<BigDecimal> imports2024,
      Optional<BigDecimal> industry,
      Rate covers) {

    /**
     * Refuses nulls.
     *
     * @param month the month
     * @param days how many days
     * @param paid the rate paid on them, or what it lies within
     * @param lower the rate that is compared, or what it lies within
     * @param more the one less the other, positive where more was paid
     * @param basis which imports are counted
     * @param imports the imports of the days, dollars
     * @param imports2024 the imports of as many days of 2024, dollars; empty where not held
     * @param industry what the sector's industry paid above the rate that is compared, dollars;
     *     empty where its duty is not held or that rate is not one
     * @param covers the part of the goods whose duty has bounds
     */
    public Month {
      Objects.requireNonNull(month, "month");
      Objects.requireNonNull(paid, "paid");
      Objects.requireNonNull(lower, "lower");
      Objects.requireNonNull(more, "more");
      Objects.requireNonNull(basis, "basis");
      Objects.requireNonNull(imports, "imports");
      Objects.requireNonNull(imports2024, "imports2024");
      Objects.requireNonNull(industry, "industry");
      Objects.requireNonNull(covers, "covers");
      imports = PlainNumber.plain(imports);
      imports2024 = imports2024.map(PlainNumber::plain);
      industry = industry.map(PlainNumber::plain);
    }

    /** {@return the difference on the imports; positive where more was paid} */
    public MoneyRange cost() {
      return on(imports);
    }

    /** {@return the difference on the imports of 2024; empty where they are not held} */
    public Optional<MoneyRange> cost2024() {
      return imports2024.map(this::on);
    }

    private MoneyRange on(BigDecimal dollars) {
      return new MoneyRange(
          money(dollars.multiply(more.lowest().points())),
          money(dollars.multiply(more.highest().points())));
    }

    /** The month, its days and the cost. */
    @Override
    public String toString() {
      return month + ", " + days + " days: " + shown(cost());
    }
  }

  private static Money money(BigDecimal dollars) {
    return BigMoney.of(CurrencyUnit.USD, dollars).toMoney(RoundingMode.HALF_EVEN);
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
    requireOrder(from, until);
    String code = UsPaid.code(partner);
    TariffLaw after = UsTariffs.book().on(until);
    List<Month> months =
        SectorDelay.months(
            code, sector, from, until, day -> UsTariffs.book().on(day), day -> after);
    return new UsDelay(
        WAITING,
        code,
        sector.toString(),
        SectorFlow.industry(sector),
        from,
        until,
        months,
        SectorDelay.ahead(code, sector, from, until, after));
  }

  /**
   * What it cost a partner to get rates some days later on any goods: the rates of those days
   * against those of the first day after them, line by line on the imports of 2024.
   *
   * @param partner the partner: a country by code or name, or {@code EU}
   * @param goods a sector, a name of goods such as {@code steel}, or codes: {@code 8517}, {@code
   *     61+62}
   * @param from the first day without the rates
   * @param until the first day with them
   * @return the cost
   * @throws IllegalArgumentException when the days are reversed, or rates or trade are not held;
   *     the message lists goods and partners
   */
  public static UsDelay ofWaiting(String partner, String goods, LocalDate from, LocalDate until) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Optional<String> codes = GoodsNames.codes(goods);
    if (codes.isEmpty()) {
      return ofWaiting(partner, GoodsNames.sector(goods), from, until);
    }
    requireOrder(from, until);
    GoodsDelay delay = GoodsDelay.ofWaiting(UsPaid.code(partner), codes.get(), from, until);
    return new UsDelay(
        WAITING, delay.partner(), goods.strip(), "", from, until, delay.months(), delay.ahead());
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
    requireOrder(from, until);
    String code = UsPaid.code(partner);
    List<Month> months =
        SectorDelay.months(
            code,
            sector,
            from,
            until,
            day -> UsTariffs.book().on(day).asKnownOn(day),
            day -> UsTariffs.book().on(day));
    String industry = SectorFlow.industry(sector);
    return refunds(code, sector.toString(), industry, from, until, months);
  }

  /**
   * What a partner gets back on any goods because cuts were published after they took effect, less
   * what it owes where duties rose so, line by line on the imports of 2024.
   *
   * @param partner the partner: a country by code or name, or {@code EU}
   * @param goods a sector, a name of goods such as {@code steel}, or codes: {@code 8517}, {@code
   *     61+62}
   * @param from the first day of entry
   * @param until the first day after the last
   * @return the refunds, positive where money comes back
   * @throws IllegalArgumentException when the days are reversed, or rates or trade are not held;
   *     the message lists goods and partners
   */
  public static UsDelay ofRefunds(String partner, String goods, LocalDate from, LocalDate until) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Optional<String> codes = GoodsNames.codes(goods);
    if (codes.isEmpty()) {
      return ofRefunds(partner, GoodsNames.sector(goods), from, until);
    }
    requireOrder(from, until);
    GoodsDelay delay = GoodsDelay.ofRefunds(UsPaid.code(partner), codes.get(), from, until);
    return refunds(delay.partner(), goods.strip(), "", from, until, delay.months());
  }

  private static UsDelay refunds(
      String partner,
      String goods,
      String industry,
      LocalDate from,
      LocalDate until,
      List<Month> months) {
    List<Month> differing = months.stream().filter(m -> !isNothing(m.more())).toList();
    return new UsDelay("Refunds due", partner, goods, industry, from, until, differing, List.of());
  }

  private static void requireOrder(LocalDate from, LocalDate until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "until must be after from, but was " + until + " and " + from);
    }
    if (ChronoUnit.YEARS.between(from, until) >= MOST_YEARS) {
      throw new IllegalArgumentException(
          "until must be less than ten years after from, but was " + until + " and " + from);
    }
  }

  private static boolean isNothing(GapRange gap) {
    return gap.isPoint() && gap.lowest().points().signum() == 0;
  }

  /** Steps on which nothing changes for this partner are no rows of their own. */
  static void append(List<Month> months, Month next) {
    Month last = months.isEmpty() ? null : months.get(months.size() - 1);
    if (last == null
        || !last.month().equals(next.month())
        || !last.paid().equals(next.paid())
        || !last.lower().equals(next.lower())
        || !last.covers().equals(next.covers())
        || !isSame(last.more(), next.more())) {
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
            last.more(),
            last.basis(),
            last.imports().add(next.imports()),
            last.imports2024().flatMap(a -> next.imports2024().map(a::add)),
            last.industry().flatMap(a -> next.industry().map(a::add)),
            last.covers()));
  }

  private static boolean isSame(GapRange one, GapRange other) {
    return one.lowest().points().compareTo(other.lowest().points()) == 0
        && one.highest().points().compareTo(other.highest().points()) == 0;
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
  public MoneyRange total() {
    return sum(months.stream().map(m -> Optional.of(m.cost())).toList()).orElseThrow();
  }

  /** {@return the difference on the trade of 2024, dollars; empty where that is not held} */
  public Optional<MoneyRange> at2024Trade() {
    return sum(months.stream().map(Month::cost2024).toList());
  }

  /**
   * {@return what the sector's industry paid above the lower rate on those days, dollars; empty
   * where the duty of a month is not held, or the lower rate is not one}
   */
  public Optional<Money> paidAbove() {
    return sum(months.stream().map(m -> m.industry().map(i -> MoneyRange.of(money(i)))).toList())
        .map(MoneyRange::lowest);
  }

  /**
   * {@return the suppliers that surely paid no more than the lower rate on all of the days: the
   * advantage of those who came first is at most what this partner paid more}
   */
  public List<String> aheadMeanwhile() {
    return rivals;
  }

  /** The sum, empty where a part is not known. */
  private static Optional<MoneyRange> sum(List<Optional<MoneyRange>> parts) {
    MoneyRange sum = MoneyRange.of(Money.zero(CurrencyUnit.USD));
    for (Optional<MoneyRange> each : parts) {
      if (each.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(each.get());
    }
    return Optional.of(sum);
  }

  /** {@return the months with rates, imports counted, and the three amounts} */
  public Table table() {
    List<String> caption =
        new ArrayList<>(
            List.of(
                this.toString(),
                "estimates: shipments do not respond"
                    + (industry.isEmpty()
                        ? ""
                        : "; industry: " + industry + ", duty paid above the lower rate")));
    if (!rivals.isEmpty()) {
      caption.add("at the lower rate meanwhile: " + String.join(", ", rivals));
    }
    caption.addAll(stamp().lines());
    return new Table(
        title + ", " + goods + " from " + partner + ", " + from + " until " + until,
        List.of(
            "month",
            "days",
            "paid",
            "lower",
            "cost",
            "imports",
            "covers",
            "at 2024 trade",
            "industry"),
        months.stream().map(this::row).toList(),
        caption);
  }

  private List<Cell> row(Month month) {
    return List.of(
        Cell.text(month.month().toString()),
        Cell.number(BigDecimal.valueOf(month.days()), 0, "days"),
        rate(month.paid()),
        rate(month.lower()),
        millions(Optional.of(month.cost())),
        Cell.text(month.basis()),
        Cell.percent(month.covers().fraction(), 1),
        millions(month.cost2024()),
        millions(month.industry().map(i -> MoneyRange.of(money(i)))));
  }

  /** {@return the kind of number with what was assumed, which imports are counted among it} */
  public Stamp stamp() {
    Stamp stamp = UsTariffs.assuming(Stamp.simulated(UsTariffs.book().facts()));
    for (String basis : months.stream().map(Month::basis).distinct().toList()) {
      stamp = stamp.withAssumption("imports: " + basis);
    }
    return industry.isEmpty() ? stamp.withAssumption(GoodsDelay.ASSUMED) : stamp;
  }

  private static Cell rate(RateRange range) {
    boolean looksLikeOne = range.lowest().toText(1).equals(range.highest().toText(1));
    return looksLikeOne
        ? Cell.percent(range.lowest().fraction(), 1)
        : RateCells.of(range, "not one rate: something is not declared");
  }

  private static Cell millions(Optional<MoneyRange> dollars) {
    return dollars
        .map(d -> Millions.cell(d, "a rate is not one number"))
        .orElseGet(() -> Cell.unknown("not held"));
  }

  private static String shown(MoneyRange money) {
    String lowest = shown(money.lowest());
    String highest = shown(money.highest());
    return lowest.equals(highest) ? lowest : lowest + " to " + highest;
  }

  private static String shown(Money money) {
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
      return partner + ", " + goods + ": nothing, both rates are the same on all days";
    }
    return partner
        + ", "
        + goods
        + ", "
        + months.stream().mapToLong(Month::days).sum()
        + " days: "
        + shown(total())
        + " on "
        + months.get(0).basis()
        + at2024Trade().map(m -> ", " + shown(m) + " at 2024 trade").orElse("")
        + paidAbove().map(m -> ", " + shown(m) + " paid above in " + industry).orElse("")
        + notCovered();
  }

  private String notCovered() {
    return months.stream()
        .map(Month::covers)
        .min(Comparator.naturalOrder())
        .filter(least -> least.compareTo(Rate.percent(100)) < 0)
        .map(least -> " (on " + least.toText(1) + " of the goods, the duty of the rest is unknown)")
        .orElse("");
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsDelay that
        && title.equals(that.title)
        && partner.equals(that.partner)
        && goods.equals(that.goods)
        && from.equals(that.from)
        && until.equals(that.until)
        && months.equals(that.months)
        && rivals.equals(that.rivals);
  }

  @Override
  public int hashCode() {
    return Objects.hash(title, partner, goods, from, until);
  }
}
