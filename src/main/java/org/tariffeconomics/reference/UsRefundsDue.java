package org.tariffeconomics.reference;

import java.math.BigDecimal;
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
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.MonthText;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.reference.FlowDuties.Clock;
import org.tariffeconomics.reference.FlowDuties.OnDay;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.reference.UsPaid.Paid;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What is due back on all goods of a partner because cuts were published after the day from which
 * they apply, month by month: the duty by the law as importers knew it on each day less the duty by
 * the law as finally published.
 *
 * <p>Each line counts by its part in the imports of 2024, on the imports of the month where these
 * are held, else on a twelfth of 2024; the days of a month count the same; claims are those of
 * 2024. What rose with retroactive effect is told beside it and not netted. Where duties of lines
 * have bounds, what is open falls alike before and after. What was paid back, and what the
 * agencies' figures of duty show of it, is not in these estimates.
 *
 * @since 0.1.0
 */
public final class UsRefundsDue {

  private final String partner;
  private final List<Month> months;

  private UsRefundsDue(String partner, List<Month> months) {
    this.partner = partner;
    this.months = List.copyOf(months);
  }

  /**
   * One month.
   *
   * @param month the month
   * @param days the days on which some duty was known to be another than it turned out to be
   * @param imports the imports of the month, dollars
   * @param basis which imports they are
   * @param back what is due back, dollars
   * @param owed what is owed besides, where a duty rose with retroactive effect, dollars
   * @param covers the part of the imports whose duty has bounds
   */
  public record Month(
      YearMonth month,
      long days,
      BigDecimal imports,
      String basis,
      MoneyRange back,
      MoneyRange owed,
      Rate covers) {

    /**
     * Refuses nulls.
     *
     * @param month the month
     * @param days the days on which some duty was known to be another than it turned out to be
     * @param imports the imports of the month, dollars
     * @param basis which imports they are
     * @param back what is due back, dollars
     * @param owed what is owed besides, where a duty rose with retroactive effect, dollars
     * @param covers the part of the imports whose duty has bounds
     */
    public Month {
      Objects.requireNonNull(month, "month");
      Objects.requireNonNull(imports, "imports");
      Objects.requireNonNull(basis, "basis");
      Objects.requireNonNull(back, "back");
      Objects.requireNonNull(owed, "owed");
      Objects.requireNonNull(covers, "covers");
      imports = PlainNumber.plain(imports);
    }

    /** The month and what is due back. */
    @Override
    public String toString() {
      return month + ": " + shown(back) + " due back";
    }
  }

  /**
   * What is due back to importers of a partner's goods.
   *
   * @param partner a country by code or name, or {@code EU}
   * @param first the first month of entry
   * @param last the last month, included
   * @return the months
   * @throws IllegalArgumentException when the months are reversed or before the first of which law
   *     is held, or imports are not held line by line; the message lists the partners
   */
  public static UsRefundsDue of(String partner, YearMonth first, YearMonth last) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    if (last.isBefore(first) || ChronoUnit.MONTHS.between(first, last) > 120) {
      throw new IllegalArgumentException(
          last.isBefore(first)
              ? "The earlier month comes first, but was "
                  + first
                  + " before "
                  + last
                  + ": have the two months changed places?"
              : "last must be at most ten years after first, but was " + last + " and " + first);
    }
    MonthlyLaw.requireHeld(first);
    String code = UsPaid.code(partner);
    List<Flow> flows = UsImports.of2024().from(code).flows();
    List<LocalDate> days = new ArrayList<>();
    for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
      days.addAll(steps(each).headSet(each.plusMonths(1).atDay(1)));
    }
    FlowDuties known = FlowDuties.of(flows, UsTariffs.book(), days, Clock.OF_THE_DAY);
    FlowDuties published = FlowDuties.of(flows, UsTariffs.book(), days, Clock.FINAL);
    List<Month> months = new ArrayList<>();
    for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
      months.add(month(code, each, known, published));
    }
    return new UsRefundsDue(code, months);
  }

  /**
   * What is due back to importers of a partner's goods, the months as text.
   *
   * @param partner a country by code or name, or {@code EU}
   * @param first the first month of entry, {@code 2025-08}
   * @param last the last month, included
   * @return the months
   * @throws IllegalArgumentException as for {@link #of(String, YearMonth, YearMonth)}, and when a
   *     text is no month
   */
  public static UsRefundsDue of(String partner, String first, String last) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    return of(partner, MonthText.parse("first", first), MonthText.parse("last", last));
  }

  private static NavigableSet<LocalDate> steps(YearMonth month) {
    return SectorRates.steps(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /** Sums of what falls and what rises, each from its least to its most, shares of the value. */
  private static final class Sums {
    private final double[] back = new double[2];
    private final double[] owed = new double[2];
    private double covered;
    private long days;

    private boolean add(double weight, double one, double other) {
      double least = Math.min(one, other);
      double most = Math.max(one, other);
      back[0] += weight * Math.max(0, least);
      back[1] += weight * Math.max(0, most);
      owed[0] += weight * Math.max(0, -most);
      owed[1] += weight * Math.max(0, -least);
      return least != 0 || most != 0;
    }
  }

  private static Month month(
      String partner, YearMonth month, FlowDuties known, FlowDuties published) {
    double value = known.flows().stream().mapToDouble(Flow::value).sum();
    Sums sums = new Sums();
    Iterator<LocalDate> steps = steps(month).iterator();
    LocalDate start = steps.next();
    while (steps.hasNext()) {
      LocalDate end = steps.next();
      add(sums, start, ChronoUnit.DAYS.between(start, end), month, known, published);
      start = end;
    }
    Optional<BigDecimal> held =
        UsPaid.in(partner.equals("EU") ? "eu" : "all", partner, month.toString())
            .flatMap(Paid::imports);
    BigDecimal imports = held.orElse(BigDecimal.valueOf(Math.round(value / 12)));
    return new Month(
        month,
        sums.days,
        imports,
        held.isPresent() ? "imports of the month" : "a twelfth of 2024",
        money(imports, sums.back, value),
        money(imports, sums.owed, value),
        Rate.fraction(
            BigDecimal.valueOf(sums.covered / value / month.lengthOfMonth())
                .setScale(6, RoundingMode.HALF_EVEN)));
  }

  private static void add(
      Sums sums,
      LocalDate day,
      long days,
      YearMonth month,
      FlowDuties knownDuties,
      FlowDuties publishedDuties) {
    OnDay known = knownDuties.on(day);
    OnDay published = publishedDuties.on(day);
    double part = (double) days / month.lengthOfMonth();
    boolean differs = false;
    for (int i = 0; i < knownDuties.flows().size(); i++) {
      if (known.isBounded(i) && published.isBounded(i)) {
        double value = knownDuties.flows().get(i).value();
        double share = knownDuties.share(i);
        sums.covered += value * days;
        differs |=
            sums.add(
                value * part,
                lowest(known, i, share) - lowest(published, i, share),
                highest(known, i, share) - highest(published, i, share));
      }
    }
    sums.days += differs ? days : 0;
  }

  private static double lowest(OnDay rates, int flow, double share) {
    return share * rates.lowestClaimed()[flow] + (1 - share) * rates.lowestUnclaimed()[flow];
  }

  private static double highest(OnDay rates, int flow, double share) {
    return share * rates.highestClaimed()[flow] + (1 - share) * rates.highestUnclaimed()[flow];
  }

  private static MoneyRange money(BigDecimal imports, double[] ends, double value) {
    return new MoneyRange(money(imports, ends[0] / value), money(imports, ends[1] / value));
  }

  private static Money money(BigDecimal imports, double fraction) {
    return BigMoney.of(CurrencyUnit.USD, imports.multiply(BigDecimal.valueOf(fraction)))
        .toMoney(RoundingMode.HALF_EVEN);
  }

  /** {@return the partner's code} */
  public String partner() {
    return partner;
  }

  /** {@return the months, in order} */
  public List<Month> months() {
    return months;
  }

  /** {@return what is due back in all, dollars} */
  public MoneyRange back() {
    return months.stream()
        .map(Month::back)
        .reduce(MoneyRange::plus)
        .orElse(MoneyRange.of(Money.zero(CurrencyUnit.USD)));
  }

  /** {@return the months with days, imports, what is due back and what is owed} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Month each : months) {
      rows.add(
          List.of(
              Cell.text(each.month().toString()),
              Cell.number(BigDecimal.valueOf(each.days()), 0, "days"),
              millions(each.back()),
              millions(each.owed()),
              Cell.number(each.imports().movePointLeft(9), 3, "USD bn"),
              Cell.text(each.basis()),
              Cell.percent(each.covers().fraction(), 1)));
    }
    List<String> caption =
        new ArrayList<>(
            List.of(
                toString(),
                "law as known on each day less law as finally published; lines weighted by 2024,"
                    + " claims of 2024; covers: the part whose duty has bounds"));
    PaidRevision.all().stream()
        .filter(r -> r.partner().equals(partner))
        .forEach(r -> caption.add("revised: " + r));
    caption.addAll(UsTariffs.assuming(Stamp.simulated(UsTariffs.book().facts())).lines());
    return new Table(
        "Refunds due on all goods from " + partner + " for cuts with retroactive effect",
        List.of(
            "month",
            "days",
            "due back, USD m",
            "owed, USD m",
            "imports, USD bn",
            "which",
            "covers"),
        rows,
        caption);
  }

  private static Cell millions(MoneyRange money) {
    return Millions.cell(money, "duties of some lines have bounds");
  }

  private static String shown(MoneyRange money) {
    return "USD "
        + rounded(money.lowest())
        + (money.isPoint() ? "" : " to " + rounded(money.highest()))
        + " m";
  }

  private static String rounded(Money money) {
    return Millions.of(money).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** The partner, the months and what is due back. */
  @Override
  public String toString() {
    return partner
        + ", "
        + months.get(0).month()
        + " to "
        + months.get(months.size() - 1).month()
        + ": "
        + shown(back())
        + " due back";
  }
}
