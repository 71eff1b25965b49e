package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.deal.InvestmentPledge;
import org.tariffeconomics.deal.PurchasePledge;
import org.tariffeconomics.investment.Instrument;
import org.tariffeconomics.investment.InvestmentCommitment;
import org.tariffeconomics.investment.PledgeBenchmark;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * All that partners of the United States pledged, as one could know it on a day: investments,
 * credit and purchases as what they are, each once.
 *
 * <p>The parts of a deal's investments add up to its whole; what was announced beside a deal stands
 * in the table and counts in no whole; purchases are no investment and are not added to one. Points
 * are those of the average static cut of the sectors that are held, under the law of the day with
 * and without the deal.
 *
 * @since 0.1.0
 */
public final class UsPledges {

  private final LocalDate day;
  private final List<Pledge> pledges;
  private final List<Pledge> unverified;

  private UsPledges(LocalDate day, List<Pledge> pledges, List<Pledge> unverified) {
    this.day = day;
    this.pledges = List.copyOf(pledges);
    this.unverified = List.copyOf(unverified);
  }

  /** What a pledge is. */
  public enum Kind {
    /** Part of the investments that the deal promises. */
    INVESTMENT,
    /** Guarantees of credit that the deal promises. */
    CREDIT,
    /** An investment announced beside the deal. */
    BESIDE,
    /** Purchases. */
    PURCHASE;

    /** The name in small letters. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One pledge.
   *
   * @param deal the deal
   * @param what who pledges, or what is to be bought
   * @param kind what it is
   * @param amount the amount; empty where none was stated, which is not an amount of zero
   * @param terms firmness, or over how many years the amount runs
   * @param source where it stands
   */
  public record Pledge(
      Deal deal,
      String what,
      Kind kind,
      Optional<BigMoney> amount,
      String terms,
      @Nullable Source source) {

    /**
     * Refuses nulls.
     *
     * @param deal the deal
     * @param what who pledges, or what is to be bought
     * @param kind what it is
     * @param amount the amount; empty where none was stated, which is not an amount of zero
     * @param terms firmness, or over how many years the amount runs
     * @param source where it stands
     */
    public Pledge {
      Objects.requireNonNull(deal, "deal");
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(terms, "terms");
      amount = amount.map(PlainNumber::plain);
    }

    /** {@return whether it counts in the whole of the deal's investments} */
    public boolean counts() {
      return kind == Kind.INVESTMENT || kind == Kind.CREDIT;
    }

    /** The partner, what is pledged and how much. */
    @Override
    public String toString() {
      return deal.partner()
          + " "
          + kind
          + ", "
          + what
          + ": "
          + amount.map(BigMoney::toString).orElse("no amount stated");
    }
  }

  /**
   * All pledges as one could know them on a day.
   *
   * @param day the day of knowledge, whose law is compared
   * @return the pledges, by partner
   */
  public static UsPledges knownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    List<Pledge> verified = of(UsDeals.register(), day);
    List<String> told = verified.stream().map(Pledge::toString).toList();
    List<Pledge> unverified = new ArrayList<>(of(Unverified.REGISTER, day));
    unverified.removeIf(each -> told.contains(each.toString()));
    return new UsPledges(day, verified, unverified);
  }

  /** The register with what was not verified, read once, when it is first asked for. */
  private static final class Unverified {
    private static final DealRegister REGISTER = UsDeals.register(Facts.INCLUDING_UNVERIFIED);
  }

  private static List<Pledge> of(DealRegister register, LocalDate day) {
    List<Pledge> all = new ArrayList<>();
    for (Deal deal : register.deals()) {
      Deal then = deal.asKnownOn(day);
      then.promises().investments().forEach(p -> all.add(investment(then, p)));
      then.purchases().forEach(p -> all.add(purchase(then, p)));
    }
    return all;
  }

  private static Pledge investment(Deal deal, InvestmentPledge pledge) {
    InvestmentCommitment commitment = pledge.commitment();
    boolean credit =
        commitment.instruments().parts().stream()
            .anyMatch(p -> p.of() == Instrument.CREDIT_GUARANTEE);
    Kind kind = pledge.isOfTheDeal() ? (credit ? Kind.CREDIT : Kind.INVESTMENT) : Kind.BESIDE;
    return new Pledge(
        deal,
        commitment.name(),
        kind,
        Optional.of(commitment.headline()),
        commitment.firmness().toString(),
        commitment.sources().isEmpty() ? null : commitment.sources().get(0));
  }

  private static Pledge purchase(Deal deal, PurchasePledge pledge) {
    Integer years = pledge.years();
    return new Pledge(
        deal,
        pledge.goods(),
        Kind.PURCHASE,
        Optional.ofNullable(pledge.amount()),
        years == null ? "years not stated" : years == 1 ? "a year" : "over " + years + " years",
        pledge.source());
  }

  /** {@return the pledges, by partner} */
  public List<Pledge> pledges() {
    return pledges;
  }

  /** {@return the pledges that were reported and not verified: they are none of the others} */
  public List<Pledge> unverified() {
    return unverified;
  }

  /**
   * The whole of a deal's investments: its parts added up.
   *
   * @param partner the partner's code
   * @return the amount; empty where none was known
   */
  public Optional<BigMoney> whole(String partner) {
    Objects.requireNonNull(partner, "partner");
    return pledges.stream()
        .filter(p -> p.counts() && p.deal().partner().equals(partner))
        .flatMap(p -> p.amount().stream())
        .reduce(BigMoney::plus);
  }

  /**
   * The wholes against size and relief.
   *
   * @return a row for each deal with investments: whole, share of GDP with its year, years of
   *     exports, and dollars a point of relief; what is not known says why
   */
  public Table perPoint() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Deal deal :
        pledges.stream().filter(Pledge::counts).map(Pledge::deal).distinct().toList()) {
      rows.add(benchmarkRow(deal));
    }
    return Table.of(
            "Investments pledged against yardsticks, as known on " + day + ", USD bn",
            List.of(
                "partner", "whole", "parts", "of GDP", "GDP of", "years of exports", "per point"),
            rows)
        .withCaption(
            List.of(
                "pledges, not cash; per point: of the average static cut of the sectors held, law of "
                    + day
                    + " with and without the deal",
                "GDP of another year than 2024 is marked by its year"));
  }

  private List<Cell> benchmarkRow(Deal deal) {
    BigMoney whole = whole(deal.partner()).orElseThrow();
    UsTrade.Partner size = UsTrade.partner(deal.partner());
    return List.of(
        Cell.text(deal.partner()),
        billions(whole),
        Cell.text(parts(deal)),
        size.gdp()
            .map(g -> Cell.percent(share(whole, g), 1))
            .orElseGet(() -> Cell.unknown("GDP not held")),
        Cell.text(size.gdp().isPresent() ? size.gdpYear() : "-"),
        size.imports()
            .filter(i -> i.signum() > 0)
            .map(i -> Cell.number(share(whole, i), 1, "years"))
            .orElseGet(() -> Cell.unknown("exports not held")),
        perPoint(deal));
  }

  private String parts(Deal deal) {
    return String.join(
        " + ",
        pledges.stream()
            .filter(p -> p.counts() && p.deal().id().equals(deal.id()))
            .map(p -> shown(p.amount().orElseThrow()) + (p.kind() == Kind.CREDIT ? " credit" : ""))
            .toList());
  }

  private Cell perPoint(Deal deal) {
    try {
      PledgeBenchmark benchmark =
          UsStudies.benchmark(UsDeals.register().deal(deal.id()).asKnownOn(day), day);
      return benchmark
          .perPoint()
          .map(UsPledges::billions)
          .orElseGet(() -> Cell.unknown("no cut in the sectors held"));
    } catch (IllegalArgumentException e) {
      return Cell.unknown(String.valueOf(e.getMessage()));
    }
  }

  private static BigDecimal share(BigMoney whole, BigDecimal billions) {
    return whole.getAmount().movePointLeft(9).divide(billions, MathContext.DECIMAL64);
  }

  private static Cell billions(BigMoney money) {
    return Cell.number(money.getAmount().movePointLeft(9), 1, "USD bn");
  }

  private static String shown(BigMoney money) {
    return money
        .getAmount()
        .movePointLeft(9)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** {@return every pledge: partner, kind, what, amount, terms, and whether it counts} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Pledge each : pledges) {
      rows.add(
          List.of(
              Cell.text(each.deal().partner()),
              Cell.text(each.kind().toString()),
              each.amount()
                  .map(UsPledges::billions)
                  .orElseGet(() -> Cell.unknown("no amount stated")),
              Cell.text(each.terms()),
              Cell.text(each.counts() ? "yes" : "no"),
              Cell.text(each.what())));
    }
    return Table.of(
            "All pledges as known on " + day + ", USD bn",
            List.of("partner", "kind", "amount", "terms", "counts", "what"),
            rows)
        .withCaption(caption());
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>();
    caption.add(
        "counts: in the whole of the deal's investments; purchases and what was announced"
            + " beside a deal do not");
    unverified.forEach(each -> caption.add("left out, not verified: " + each));
    return caption;
  }

  /** The pledges as {@link #table()}, of which a shell shows the first rows. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsPledges that
        && day.equals(that.day)
        && pledges.equals(that.pledges)
        && unverified.equals(that.unverified);
  }

  @Override
  public int hashCode() {
    return Objects.hash(day, pledges, unverified);
  }
}
