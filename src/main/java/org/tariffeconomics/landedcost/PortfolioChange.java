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
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.PortfolioDuties.Duty;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.MoneyCells;
import org.tariffeconomics.tariff.Sides;

/**
 * What a portfolio pays under one law more than under another, by article, region, origin or
 * programme; positive where the first charges more.
 *
 * <p>An article counts where its duty is known or bounded under both laws; the others are counted
 * and are in no sum. What an article leaves open is the same under both laws, so that it does not
 * widen the change.
 *
 * @since 0.1.0
 */
public final class PortfolioChange {

  private final PortfolioDuties after;
  private final PortfolioDuties before;

  /** What the change of each article lies within, in the order of the articles. */
  private final List<Optional<MoneyRange>> changes;

  PortfolioChange(PortfolioDuties after, PortfolioDuties before) {
    this.after = after;
    this.before = before;
    List<Optional<MoneyRange>> all = new ArrayList<>();
    for (int i = 0; i < after.duties().size(); i++) {
      all.add(change(after.duties().get(i), before.duties().get(i)));
    }
    this.changes = List.copyOf(all);
  }

  /** {@return the duties that the others are subtracted from} */
  public PortfolioDuties after() {
    return after;
  }

  /** {@return the duties that are subtracted} */
  public PortfolioDuties before() {
    return before;
  }

  /**
   * The change of one article.
   *
   * @param sku the article's name
   * @return the duty after less that before; empty where one is not known
   * @throws IllegalArgumentException when there is no such article
   */
  public Optional<Money> change(String sku) {
    Objects.requireNonNull(sku, "sku");
    return changes.get(number(sku)).filter(MoneyRange::isPoint).map(MoneyRange::lowest);
  }

  /**
   * What the change of one article lies within.
   *
   * @param sku the article's name
   * @return from the change to itself where it is known; empty where not even bounds are
   * @throws IllegalArgumentException when there is no such article
   */
  public Optional<MoneyRange> changeRange(String sku) {
    Objects.requireNonNull(sku, "sku");
    return changes.get(number(sku));
  }

  private int number(String sku) {
    Objects.requireNonNull(sku, "sku");
    for (int i = 0; i < after.duties().size(); i++) {
      if (after.duties().get(i).item().sku().equals(sku)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No article " + Texts.quoted(sku) + " in the portfolio");
  }

  private static Optional<MoneyRange> change(Duty after, Duty before) {
    return after.assessment().flatMap(a -> before.assessment().flatMap(a::differenceRange));
  }

  /** {@return the changes that are known, together; bounded ones are not among them} */
  public Money knownTotal() {
    return changes.stream()
        .flatMap(Optional::stream)
        .filter(MoneyRange::isPoint)
        .map(MoneyRange::lowest)
        .reduce(Money.zero(after.law().book().currency()), Money::plus);
  }

  /** {@return what the changes that are known or bounded lie within, together} */
  public MoneyRange knownRange() {
    return sum(changes).known();
  }

  /**
   * What the change of all articles lies within.
   *
   * @return from the change to itself where it is known; empty where not even bounds of one are
   *     known
   */
  public Optional<MoneyRange> range() {
    return sum(changes).whole();
  }

  private ArticleSum sum(List<Optional<MoneyRange>> some) {
    return ArticleSum.of(
        "change",
        after.law().book().currency(),
        some,
        some.stream().flatMap(Optional::stream).filter(c -> !c.isPoint()).count());
  }

  /** {@return of how many articles the change is not known and not bounded} */
  public int unknown() {
    return sum(changes).unknown();
  }

  /** {@return of how many articles the change is bounded and not known} */
  public int bounded() {
    return sum(changes).bounded();
  }

  /** {@return a row for each article: before, after, change} */
  public Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < after.duties().size(); i++) {
      Duty now = after.duties().get(i);
      Duty then = before.duties().get(i);
      rows.add(
          List.of(
              Cell.text(now.item().sku()),
              Cell.text(now.item().region()),
              Cell.text(now.item().line().toString()),
              Cell.text(now.item().origin().label()),
              MoneyCells.of(now.item().value()),
              then.cell(),
              now.cell(),
              MoneyCells.of(changes.get(i), "a duty is not known")));
    }
    rows.add(
        List.of(
            Cell.text("total"),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            Cell.blank(),
            sum(changes).cell()));
    return new Table(
        "Duties on " + days() + " (+ pays more)",
        List.of("sku", "region", "line", "origin", "value", "before", "after", "change"),
        rows,
        caption());
  }

  private String days() {
    if (!after.law().day().equals(before.law().day())) {
      return after.law().day() + " against " + before.law().day();
    }
    Sides sides = Sides.of(before.law(), after.law());
    return sides.after() + " against " + sides.before();
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>(sum(changes).caption());
    caption.addAll(after.stamp().lines());
    caption.add("against: " + String.join(" | ", before.stamp().lines()));
    return caption;
  }

  /** {@return a row for each region with the change of its articles} */
  public Table byRegion() {
    return by("region", duty -> duty.item().region());
  }

  /** {@return a row for each origin with the change of its articles} */
  public Table byOrigin() {
    return by("origin", duty -> duty.item().origin().country().alpha2());
  }

  private Table by(String what, Function<Duty, String> group) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < after.duties().size(); i++) {
      groups.computeIfAbsent(group.apply(after.duties().get(i)), g -> new ArrayList<>()).add(i);
    }
    List<List<Cell>> rows = new ArrayList<>();
    groups.forEach(
        (name, some) -> rows.add(sum(some.stream().map(changes::get).toList()).row(name)));
    rows.add(sum(changes).row("total"));
    return new Table(
        "Change of duties by " + what + ", " + days() + " (+ pays more)",
        List.of(what, "articles", "change", "unknown"),
        rows,
        caption());
  }

  /** {@return a row for each programme with what it charges more or less} */
  public Table byProgramme() {
    Map<String, BigMoney> now = after.byProgrammeKnownIn(before);
    Map<String, BigMoney> then = before.byProgrammeKnownIn(after);
    Map<String, BigMoney> programmes = new LinkedHashMap<>();
    then.forEach((name, amount) -> programmes.merge(name, amount.negated(), BigMoney::plus));
    now.forEach((name, amount) -> programmes.merge(name, amount, BigMoney::plus));
    List<List<Cell>> rows = new ArrayList<>();
    programmes.forEach((name, amount) -> rows.add(List.of(Cell.text(name), MoneyCells.of(amount))));
    List<Optional<MoneyRange>> leftOpen = leftOpen();
    if (!leftOpen.isEmpty()) {
      rows.add(List.of(Cell.text(PortfolioDuties.LEFT_OPEN), sum(leftOpen).cell()));
    }
    rows.add(List.of(Cell.text("total"), sum(changes).cell()));
    return new Table(
        "Change of duties by programme, " + days() + " (+ pays more)",
        List.of("programme", "change"),
        rows,
        caption());
  }

  /** The changes of the articles of which the programmes are not known on both sides. */
  private List<Optional<MoneyRange>> leftOpen() {
    List<Optional<MoneyRange>> some = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      boolean known =
          after.duties().get(i).isToldByProgramme() && before.duties().get(i).isToldByProgramme();
      if (!known && changes.get(i).isPresent()) {
        some.add(changes.get(i));
      }
    }
    return some;
  }

  /** Two are equal when both sides are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PortfolioChange that
        && after.equals(that.after)
        && before.equals(that.before);
  }

  @Override
  public int hashCode() {
    return Objects.hash(after, before);
  }

  /** The days and the change. */
  @Override
  public String toString() {
    return "change of duties on " + days() + ": " + knownRange();
  }
}
