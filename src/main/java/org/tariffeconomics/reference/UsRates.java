package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.Headline;
import org.tariffeconomics.reference.UsPaid.Paid;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * Announced, statutory and paid, side by side by month: the rate on the board, the rate of the law,
 * and the duty over the imports of the month.
 *
 * <p>The board's rate is the headline of the partner's deal as it was known at the end of the
 * month, threats included. The rate of the law is the mean of the sectors whose duty is one known
 * rate, each by its line and the days of the month, weighted by the imports of 2024; how much of
 * the imports they cover stands beside it, and of the rest nothing is said. The gap is announced
 * less paid, in points. Of it only what can be computed is given to a cause:
 *
 * <ul>
 *   <li>other law: announced less the mean of the law, where that is known of all goods;
 *   <li>claims: the board's rate on the part of the sectors' imports that entered under the USMCA
 *       (Canada and Mexico, 2025-01 to 2026-02);
 *   <li>composition: the rate paid with the weights of 2024 less the rate paid, what trade moved
 *       away from taxed goods;
 *   <li>timing: calculated duty less cash received (the world).
 * </ul>
 *
 * <p>The rest stays unexplained: ordinary duty, goods with other duties or none where the law of
 * all goods is not held, and whatever else.
 */
public final class UsRates {

  private final String partner;
  private final List<Month> months;

  private UsRates(String partner, List<Month> months) {
    this.partner = partner;
    this.months = List.copyOf(months);
  }

  /**
   * The mean rate of the law over some of a partner's goods.
   *
   * @param lowest the lowest that it can be
   * @param highest the highest that it can be
   * @param covers the goods' part in the partner's imports, at most 100 %
   */
  public record LawMean(Rate lowest, Rate highest, Rate covers) {

    /**
     * Creates a mean.
     *
     * @param lowest the lowest that it can be
     * @param highest the highest that it can be
     * @param covers the goods' part in the partner's imports
     * @throws IllegalArgumentException when the bounds are reversed or more than all is covered
     */
    public LawMean {
      Objects.requireNonNull(lowest, "lowest");
      Objects.requireNonNull(highest, "highest");
      Objects.requireNonNull(covers, "covers");
      if (lowest.compareTo(highest) > 0) {
        throw new IllegalArgumentException(
            "highest must not be below lowest, but was " + highest + " < " + lowest);
      }
      if (covers.compareTo(Rate.percent(100)) > 0) {
        throw new IllegalArgumentException("covers must not be above 100%, but was " + covers);
      }
    }

    /**
     * A mean that is one number.
     *
     * @param mean the mean
     * @param covers the goods' part in the partner's imports
     * @return the mean
     */
    public static LawMean of(Rate mean, Rate covers) {
      Objects.requireNonNull(mean, "mean");
      Objects.requireNonNull(covers, "covers");
      return new LawMean(mean, mean, covers);
    }

    /**
     * {@return what the mean of all goods is at least: the lowest on the part that is covered,
     * since no duty on the rest is below zero}
     */
    public Rate allGoodsAtLeast() {
      return Rate.fraction(lowest.fraction().multiply(covers.fraction()));
    }

    /** {@return the mean of all goods; empty where it is not one number of all of them} */
    Optional<Rate> ofAllGoods() {
      return lowest.compareTo(highest) == 0 && covers.compareTo(Rate.percent(100)) == 0
          ? Optional.of(lowest)
          : Optional.empty();
    }

    /** The mean or its bounds. */
    @Override
    public String toString() {
      return lowest.compareTo(highest) == 0
          ? lowest.toText(1)
          : lowest.toText(1) + " to " + highest.toText(1);
    }
  }

  /** Where mean rates of the law come from. */
  @FunctionalInterface
  public interface LawMeans {

    /**
     * The mean rate of the law on a partner's goods in a month.
     *
     * @param partner the partner's code
     * @param month the month
     * @return the mean; empty where none is known
     */
    Optional<LawMean> of(String partner, YearMonth month);
  }

  /**
   * One month.
   *
   * @param month the month
   * @param announced the headline as known at its end; empty where there is no rate
   * @param reading how the headline is to be read
   * @param law the mean rate of the law over the goods whose duty is known, and how much they
   *     cover; empty where there are none
   * @param paid the rate paid; empty where the month is not held
   * @param claims points of the gap that claims explain; empty where not computed
   * @param composition points of the gap that the composition of trade explains; empty where not
   *     computed
   * @param timing points of the gap that timing explains; empty where not computed
   */
  public record Month(
      YearMonth month,
      Optional<Rate> announced,
      Headline.Reading reading,
      Optional<LawMean> law,
      Optional<Rate> paid,
      Optional<BigDecimal> claims,
      Optional<BigDecimal> composition,
      Optional<BigDecimal> timing) {

    /**
     * Refuses nulls.
     *
     * @param month the month
     * @param announced the headline as known at its end; empty where there is no rate
     * @param reading how the headline is to be read
     * @param law the mean rate of the law over the goods whose duty is known, and how much they
     *     cover; empty where there are none
     * @param paid the rate paid; empty where the month is not held
     * @param claims points of the gap that claims explain; empty where not computed
     * @param composition points of the gap that the composition of trade explains; empty where not
     *     computed
     * @param timing points of the gap that timing explains; empty where not computed
     */
    public Month {
      Objects.requireNonNull(month, "month");
      Objects.requireNonNull(announced, "announced");
      Objects.requireNonNull(reading, "reading");
      Objects.requireNonNull(law, "law");
      Objects.requireNonNull(paid, "paid");
      Objects.requireNonNull(claims, "claims");
      Objects.requireNonNull(composition, "composition");
      Objects.requireNonNull(timing, "timing");
    }

    /**
     * {@return announced less paid as a fraction, positive where less is paid; empty if unknown}
     */
    public Optional<BigDecimal> gap() {
      return announced.flatMap(a -> paid.map(p -> a.fraction().subtract(p.fraction())));
    }

    /**
     * {@return announced less the mean of the law as a fraction: goods under other duties or none;
     * empty where the mean of all goods is not one number}
     */
    public Optional<BigDecimal> otherLaw() {
      return law.flatMap(LawMean::ofAllGoods)
          .flatMap(l -> announced.map(a -> a.fraction().subtract(l.fraction())));
    }

    /** {@return the part of the gap that none of the known causes explains; empty if unknown} */
    public Optional<BigDecimal> unexplained() {
      return gap()
          .map(
              g ->
                  g.subtract(otherLaw().orElse(BigDecimal.ZERO))
                      .subtract(claims.orElse(BigDecimal.ZERO))
                      .subtract(composition.orElse(BigDecimal.ZERO))
                      .subtract(timing.orElse(BigDecimal.ZERO)));
    }

    /** The month and the three rates. */
    @Override
    public String toString() {
      return month
          + ": announced "
          + announced.map(Rate::toString).orElse("-")
          + ", law "
          + law.map(LawMean::toString).orElse("?")
          + ", paid "
          + paid.map(r -> r.toText(2)).orElse("?");
    }
  }

  /**
   * The three rates of some months.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month
   * @param last the last month, included
   * @return the months
   * @throws IllegalArgumentException when the months are reversed or nothing is held of the partner
   */
  public static UsRates of(String partner, YearMonth first, YearMonth last) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    return of(partner, first, last, UsRates::ofSectors);
  }

  /**
   * The three rates of some months.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month, e.g. {@code 2025-08}
   * @param last the last month, included
   * @return the months
   * @throws IllegalArgumentException when a month cannot be read, the months are reversed or
   *     nothing is held of the partner
   */
  public static UsRates of(String partner, String first, String last) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    return of(partner, month("first", first), month("last", last));
  }

  private static YearMonth month(String name, String text) {
    try {
      return YearMonth.parse(Objects.requireNonNull(text, name).strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + " must read like 2025-08, but was " + Texts.quoted(text), e);
    }
  }

  /**
   * The three rates of some months, with one's own mean rates of the law: of all goods, say, by the
   * lines of a schedule and the imports of each.
   *
   * @param partner a country by code or name, {@code EU}, or {@code WORLD}
   * @param first the first month
   * @param last the last month, included
   * @param law the mean rates of the law
   * @return the months
   * @throws IllegalArgumentException when the months are reversed or nothing is held of the partner
   */
  public static UsRates of(String partner, YearMonth first, YearMonth last, LawMeans law) {
    Objects.requireNonNull(partner, "partner");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(law, "law");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "last must not be before first, but was " + last + " < " + first);
    }
    if (first.atDay(1).isBefore(UsTariffs.FACTS_FROM)) {
      throw new IllegalArgumentException(
          "first must not be before "
              + YearMonth.from(UsTariffs.FACTS_FROM)
              + ", the first month of which law is held, but was "
              + first);
    }
    String code = UsPaid.code(partner);
    UsPaid.held(code, "all goods");
    List<Month> months = new ArrayList<>();
    for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
      months.add(month(code, each, law));
    }
    return new UsRates(code, months);
  }

  private static Month month(String partner, YearMonth month, LawMeans law) {
    Optional<Headline> headline = headline(partner, month);
    Optional<Rate> announced = headline.flatMap(h -> Optional.ofNullable(h.rate()));
    Optional<Rate> paid = paid(partner, month).flatMap(Paid::rate);
    return new Month(
        month,
        announced,
        headline.map(Headline::reading).orElse(Headline.Reading.NONE),
        law.of(partner, month),
        paid,
        announced.flatMap(a -> usmcaShare(partner, month).map(s -> s.multiply(a.fraction()))),
        fixedWeights(partner, month)
            .flatMap(f -> paid.map(p -> f.fraction().subtract(p.fraction()))),
        cash(partner, month).flatMap(c -> paid.map(p -> p.fraction().subtract(c.fraction()))));
  }

  private static Optional<Headline> headline(String partner, YearMonth month) {
    return UsDeals.register().deals().stream()
        .filter(d -> d.partner().equals(partner))
        .findFirst()
        .map((Deal d) -> d.asKnownOn(month.atEndOfMonth()).headline());
  }

  private static Optional<Paid> paid(String partner, YearMonth month) {
    String series = partner.equals("EU") ? "eu" : "all";
    return UsPaid.in(series, partner, month.toString());
  }

  private static Optional<Rate> fixedWeights(String partner, YearMonth month) {
    return UsPaid.in("fixed-hts10", partner, month.toString())
        .or(() -> UsPaid.in("fixed", partner, month.toString()))
        .flatMap(Paid::rate);
  }

  private static Optional<Rate> cash(String partner, YearMonth month) {
    return UsPaid.in("cash", partner, month.toString()).flatMap(Paid::rate);
  }

  /** The part of the sectors' imports of a month that entered under the USMCA. */
  private static Optional<BigDecimal> usmcaShare(String partner, YearMonth month) {
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal claimed = BigDecimal.ZERO;
    for (Sector each : Sector.values()) {
      Optional<Paid> figures = UsPaid.in("sector " + each, partner, month.toString());
      Optional<BigDecimal> imports = figures.flatMap(Paid::imports);
      Optional<Rate> share = figures.flatMap(Paid::usmca);
      if (imports.isPresent() && share.isPresent()) {
        all = all.add(imports.get());
        claimed = claimed.add(imports.get().multiply(share.get().fraction()));
      }
    }
    return all.signum() == 0
        ? Optional.empty()
        : Optional.of(claimed.divide(all, MathContext.DECIMAL64));
  }

  private static Optional<UsTrade.Partner> trade(String partner) {
    return UsTrade.partners().stream().filter(p -> p.partner().equals(partner)).findFirst();
  }

  /** The mean of the sectors whose duty is one known rate all month; the others are not covered. */
  private static Optional<LawMean> ofSectors(String partner, YearMonth month) {
    Optional<UsTrade.Partner> trade = trade(partner);
    Optional<BigDecimal> all = trade.flatMap(UsTrade.Partner::imports);
    if (trade.isEmpty() || all.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal weights = BigDecimal.ZERO;
    BigDecimal duty = BigDecimal.ZERO;
    for (Sector each : Sector.values()) {
      BigDecimal imports = trade.get().imports(each).orElse(BigDecimal.ZERO);
      Optional<BigDecimal> rate =
          imports.signum() > 0 ? mean(partner, each, month) : Optional.empty();
      if (rate.isPresent()) {
        weights = weights.add(imports);
        duty = duty.add(imports.multiply(rate.get()));
      }
    }
    return weights.signum() == 0
        ? Optional.empty()
        : Optional.of(
            LawMean.of(
                Rate.fraction(duty.divide(weights, MathContext.DECIMAL64)),
                Rate.fraction(weights.divide(all.get(), MathContext.DECIMAL64))));
  }

  /** The sector's rate, each day of the month counting the same. */
  private static Optional<BigDecimal> mean(String partner, Sector sector, YearMonth month) {
    LocalDate from = month.atDay(1);
    LocalDate until = month.plusMonths(1).atDay(1);
    TreeSet<LocalDate> days = new TreeSet<>(UsTariffs.book().changeDays().subSet(from, until));
    days.add(from);
    days.add(until);
    Iterator<LocalDate> ends = days.tailSet(from, false).iterator();
    BigDecimal sum = BigDecimal.ZERO;
    LocalDate start = from;
    while (ends.hasNext()) {
      LocalDate end = ends.next();
      Optional<Rate> rate = SectorRates.rate(UsTariffs.book().on(start), sector, partner);
      if (rate.isEmpty()) {
        return Optional.empty();
      }
      sum =
          sum.add(
              rate.get()
                  .fraction()
                  .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end))));
      start = end;
    }
    return Optional.of(
        sum.divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL64));
  }

  /** {@return the months, in order} */
  public List<Month> months() {
    return months;
  }

  /** {@return the three rates, the gap, and what of it each cause explains} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Month each : months) {
      rows.add(
          List.of(
              Cell.text(each.month().toString()),
              each.announced()
                  .map(r -> Cell.percent(r.fraction(), 1).withNote(each.reading().toString()))
                  .orElseGet(() -> Cell.unknown("no rate was on the board")),
              each.law()
                  .map(m -> Cell.text(m.toString()))
                  .orElseGet(() -> Cell.unknown("no sector's duty is one known rate")),
              each.law()
                  .map(m -> Cell.percent(m.covers().fraction(), 0))
                  .orElseGet(() -> Cell.unknown("no sector's duty is one known rate")),
              each.law()
                  .map(m -> Cell.percent(m.allGoodsAtLeast().fraction(), 1))
                  .orElseGet(() -> Cell.unknown("no sector's duty is one known rate")),
              each.paid()
                  .map(r -> Cell.percent(r.fraction(), 2))
                  .orElseGet(() -> Cell.unknown("the month is not held")),
              points(each.gap(), "announced or paid not known"),
              points(each.claims(), "no claims by month held"),
              points(each.composition(), "no rate at 2024 weights held"),
              points(each.timing(), "cash is not held by partner"),
              points(each.unexplained(), "announced or paid not known")));
    }
    return new Table(
        "Announced, statutory and paid, all goods from " + partner,
        List.of(
            "month",
            "announced",
            "law",
            "covers",
            "at least",
            "paid",
            "gap",
            "claims",
            "composition",
            "timing",
            "unexplained"),
        rows,
        caption());
  }

  private List<String> caption() {
    UsPaid.Series series = UsPaid.held(partner, "all goods").get(0).series();
    List<String> caption =
        new ArrayList<>(
            List.of(
                "announced: headline as known at the end of the month, threats included",
                "law: mean of the goods whose duty is held, weights of 2024; covers: their part in the"
                    + " imports; at least: what the law's mean of all goods cannot be below",
                "law: with the usual claims only; more claims make what is paid lower",
                "gap: announced less paid; the parts only as far as they can be computed, and claims and"
                    + " composition may overlap"));
    if (!series.note().isEmpty()) {
      caption.add("paid: " + series.note());
    }
    caption.addAll(
        new Stamp(
                Stamp.Kind.COLLECTED,
                null,
                null,
                series.source().title() + " and " + UsTariffs.book().facts(),
                series.source().day().orElse(null),
                List.of())
            .lines());
    return caption;
  }

  private static Cell points(Optional<BigDecimal> fraction, String reason) {
    return fraction.map(f -> Cell.points(f, 1)).orElseGet(() -> Cell.unknown(reason));
  }

  /** The partner and how many months. */
  @Override
  public String toString() {
    return partner + ": announced, statutory and paid in " + months.size() + " months";
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsRates that
        && partner.equals(that.partner)
        && months.equals(that.months);
  }

  @Override
  public int hashCode() {
    return Objects.hash(partner, months);
  }
}
