package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Stamp;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyLine;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.MoneyCells;
import org.tariffeconomics.tariff.RateCells;
import org.tariffeconomics.tariff.TariffLaw;

/**
 * The duties on a portfolio under the law of a day, by article, and held against another law.
 *
 * <p>An article whose duty is bounded bounds the sums that it is in. One of which not even bounds
 * are known is in no total: {@link #unknown} counts them, and tables say how many. Amounts are in
 * the currency of the law.
 *
 * @since 0.1.0
 */
public final class PortfolioDuties {

  /** What stands for the programmes of articles of which they are not told. */
  static final String LEFT_OPEN = "left open";

  private final Portfolio portfolio;
  private final TariffLaw law;
  private final List<Duty> duties;

  private PortfolioDuties(Portfolio portfolio, TariffLaw law, List<Duty> duties) {
    this.portfolio = portfolio;
    this.law = law;
    this.duties = duties;
  }

  /** The duty on one article. */
  public static final class Duty {

    private final PortfolioItem item;
    private final @Nullable Assessment assessment;
    private final List<String> reasons;

    private Duty(PortfolioItem item, @Nullable Assessment assessment, List<String> reasons) {
      this.item = item;
      this.assessment = assessment;
      this.reasons = reasons;
    }

    /** {@return the article} */
    public PortfolioItem item() {
      return item;
    }

    /** {@return the assessment, empty where the law cannot be asked about the article} */
    public Optional<Assessment> assessment() {
      return Optional.ofNullable(assessment);
    }

    /** {@return the payable duty; empty where it is not known} */
    public Optional<Money> amount() {
      return assessment().flatMap(Assessment::duty);
    }

    /** Whether the duty is known and which programme charges how much of it. */
    boolean isToldByProgramme() {
      return amount().isPresent() && assessment().orElseThrow().stack().isToldByProgramme();
    }

    /** {@return what it lies within, from it to itself where it is known; empty without bounds} */
    public Optional<MoneyRange> range() {
      return assessment().flatMap(Assessment::range);
    }

    /** {@return why it is not known} */
    public List<String> reasons() {
      return reasons;
    }

    Cell cell() {
      return assessment()
          .map(a -> MoneyCells.of(a.stack().outcome(), range(), why()))
          .orElseGet(() -> Cell.unknown(why()));
    }

    private String why() {
      return String.join("; ", reasons);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Duty that
          && item.equals(that.item)
          && Objects.equals(assessment, that.assessment)
          && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
      return Objects.hash(item, assessment, reasons);
    }

    /** The article and its duty. */
    @Override
    public String toString() {
      return item + ", duty " + range().map(MoneyRange::toString).orElse("unknown");
    }
  }

  static PortfolioDuties of(Portfolio portfolio, TariffLaw law) {
    return new PortfolioDuties(
        portfolio, law, portfolio.items().stream().map(item -> duty(item, law)).toList());
  }

  private static Duty duty(PortfolioItem item, TariffLaw law) {
    CurrencyUnit currency = law.book().currency();
    if (!item.value().getCurrencyUnit().equals(currency)) {
      return new Duty(
          item,
          null,
          List.of(
              "the value must be in "
                  + currency
                  + ", but was "
                  + item.value()
                  + ": convert it at a stated rate first"));
    }
    DutyStack stack = law.stack(item.line(), item.origin());
    Assessment assessment = stack.assess(item.value(), item.quantities(), ExchangeRates.none());
    return new Duty(item, assessment, assessment.reasons());
  }

  /** {@return the duties, in the order of the articles} */
  public List<Duty> duties() {
    return duties;
  }

  /** {@return the portfolio} */
  public Portfolio portfolio() {
    return portfolio;
  }

  /** {@return the law} */
  public TariffLaw law() {
    return law;
  }

  /** {@return the duties that are known, together; bounded ones are not among them} */
  public Money knownTotal() {
    return duties.stream()
        .flatMap(d -> d.amount().stream())
        .reduce(Money.zero(law.book().currency()), Money::plus);
  }

  /** {@return what the duties that are known or bounded lie within, together} */
  public MoneyRange knownRange() {
    return sum(duties).known();
  }

  private ArticleSum sum(List<Duty> some) {
    return ArticleSum.of(
        "duty",
        law.book().currency(),
        some.stream().map(Duty::range).toList(),
        some.stream().filter(d -> d.amount().isEmpty() && d.range().isPresent()).count());
  }

  /**
   * The duties of all articles.
   *
   * @return their sum; empty where one is not known
   */
  public Optional<Money> total() {
    return duties.stream().allMatch(d -> d.amount().isPresent())
        ? Optional.of(knownTotal())
        : Optional.empty();
  }

  /**
   * What the duties of all articles lie within, as if nothing tied the articles together.
   *
   * @return from the total to itself where it is known; empty where not even bounds of one are
   *     known
   */
  public Optional<MoneyRange> range() {
    return sum(duties).whole();
  }

  /** {@return of how many articles the duty is not known and not bounded} */
  public int unknown() {
    return sum(duties).unknown();
  }

  /** {@return of how many articles the duty is bounded and not known} */
  public int bounded() {
    return sum(duties).bounded();
  }

  /** {@return a row for each article: value, duty, rate, layers; and the total} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Duty each : duties) {
      PortfolioItem item = each.item();
      rows.add(
          List.of(
              Cell.text(item.sku()),
              Cell.text(item.region()),
              Cell.text(item.line().toString()),
              Cell.text(item.origin().label()),
              MoneyCells.of(item.value()),
              each.cell(),
              each.assessment()
                  .flatMap(Assessment::effectiveRange)
                  .map(r -> RateCells.of(r, each.why()))
                  .orElseGet(Cell::blank),
              Cell.text(each.assessment().map(a -> a.stack().summary()).orElseGet(each::why))));
    }
    rows.add(
        List.of(
            Cell.text("total"),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            sum(duties).cell(),
            Cell.blank(),
            Cell.blank()));
    return new Table(
        "Duties on " + Texts.counted(duties.size(), "article") + " on " + law.day(),
        List.of("sku", "region", "line", "origin", "value", "duty", "rate", "layers"),
        rows,
        caption());
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>(sum(duties).caption());
    caption.addAll(stamp().lines());
    return caption;
  }

  /**
   * The stamp of these duties.
   *
   * @return the law's stamp with what was declared and assumed of the articles, each once; a remark
   *     on an article names it
   */
  public Stamp stamp() {
    List<String> assumptions = new ArrayList<>();
    for (Duty each : duties) {
      each.assessment().ifPresent(a -> assumptions.addAll(assumptions(each.item(), a.stack())));
    }
    return law.stamp().withAssumptions(assumptions);
  }

  private static List<String> assumptions(PortfolioItem item, DutyStack stack) {
    List<String> some = new ArrayList<>();
    stack.assumption().ifPresent(some::add);
    if (!stack.facts().isEmpty()) {
      some.add(stack.origin() + " declares " + stack.facts());
    }
    stack.remarks().forEach(remark -> some.add(item.sku() + " " + remark));
    return some;
  }

  /** {@return a row for each region: values, duties, how many are not known} */
  public Table byRegion() {
    return by("region", PortfolioItem::region);
  }

  /** {@return a row for each origin: values, duties, how many are not known} */
  public Table byOrigin() {
    return by("origin", item -> item.origin().country().alpha2());
  }

  private Table by(String what, Function<PortfolioItem, String> group) {
    Map<String, List<Duty>> groups = new TreeMap<>();
    duties.forEach(
        d -> groups.computeIfAbsent(group.apply(d.item()), g -> new ArrayList<>()).add(d));
    List<List<Cell>> rows = new ArrayList<>();
    groups.forEach((name, some) -> rows.add(sum(some).row(name)));
    rows.add(sum(duties).row("total"));
    return new Table(
        "Duties by " + what + " on " + law.day(),
        List.of(what, "articles", "duty", "unknown"),
        rows,
        caption());
  }

  /**
   * {@return a row for each programme: what it charges on the articles whose duty is known; and one
   * for the articles that are bounded, or whose line decides which programmes charge the one rate}
   */
  public Table byProgramme() {
    List<List<Cell>> rows = new ArrayList<>();
    programmes()
        .forEach((name, amount) -> rows.add(List.of(Cell.text(name), MoneyCells.of(amount))));
    List<Duty> some =
        duties.stream().filter(d -> d.range().isPresent() && !d.isToldByProgramme()).toList();
    if (!some.isEmpty()) {
      rows.add(List.of(Cell.text(LEFT_OPEN), sum(some).cell()));
    }
    rows.add(List.of(Cell.text("total"), sum(duties).cell()));
    return new Table(
        "Duties by programme on " + law.day(), List.of("programme", "duty"), rows, caption());
  }

  private Map<String, BigMoney> programmes() {
    Map<String, BigMoney> sums = new LinkedHashMap<>();
    for (Duty each : duties) {
      if (each.isToldByProgramme()) {
        for (DutyLine line : each.assessment().orElseThrow().payableLines()) {
          sums.merge(line.measure().programme(), line.amount(), BigMoney::plus);
        }
      }
    }
    return sums;
  }

  /**
   * These duties held against those under another law, or the law of another day.
   *
   * @param other the law that is subtracted
   * @return the change by article: these duties less those
   * @throws IllegalArgumentException when the other law is in another currency
   */
  public PortfolioChange against(TariffLaw other) {
    Objects.requireNonNull(other, "other");
    if (!other.book().currency().equals(law.book().currency())) {
      throw new IllegalArgumentException(
          "other must be in " + law.book().currency() + ", but was in " + other.book().currency());
    }
    return new PortfolioChange(this, of(portfolio, other));
  }

  Map<String, BigMoney> byProgrammeKnownIn(PortfolioDuties other) {
    List<Duty> both = new ArrayList<>();
    for (int i = 0; i < duties.size(); i++) {
      if (duties.get(i).isToldByProgramme() && other.duties.get(i).isToldByProgramme()) {
        both.add(duties.get(i));
      }
    }
    return new PortfolioDuties(portfolio, law, both).programmes();
  }

  /** Two are equal when the same articles pay the same on the same day. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PortfolioDuties that
        && law.day().equals(that.law.day())
        && law.knownOn().equals(that.law.knownOn())
        && duties.equals(that.duties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(law.day(), duties);
  }

  /** The day and the total. */
  @Override
  public String toString() {
    return "duties on "
        + portfolio
        + " on "
        + law.day()
        + ": "
        + knownRange()
        + (unknown() == 0 ? "" : ", " + unknown() + " unknown");
  }
}
