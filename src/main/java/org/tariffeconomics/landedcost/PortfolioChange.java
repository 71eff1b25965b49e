package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
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
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.landedcost.PortfolioDuties.Duty;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.tariff.Sides;

/**
 * What a portfolio pays under one law more than under another, by article, region, origin or
 * programme; positive where the first charges more.
 *
 * <p>An article counts where its duty is known under both laws; the others are counted and are in
 * no sum.
 */
public final class PortfolioChange {

  private final PortfolioDuties after;
  private final PortfolioDuties before;

  PortfolioChange(PortfolioDuties after, PortfolioDuties before) {
    this.after = after;
    this.before = before;
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
    for (int i = 0; i < after.duties().size(); i++) {
      if (after.duties().get(i).item().sku().equals(sku)) {
        return change(i);
      }
    }
    throw new IllegalArgumentException("No article " + Texts.quoted(sku) + " in the portfolio");
  }

  private Optional<Money> change(int i) {
    return after
        .duties()
        .get(i)
        .amount()
        .flatMap(a -> before.duties().get(i).amount().map(a::minus));
  }

  /** {@return the changes that are known, together} */
  public Money knownTotal() {
    Money sum = Money.zero(after.law().book().currency());
    for (int i = 0; i < after.duties().size(); i++) {
      Optional<Money> change = change(i);
      sum = change.isPresent() ? sum.plus(change.get()) : sum;
    }
    return sum;
  }

  /** {@return of how many articles the change is not known} */
  public int unknown() {
    int unknown = 0;
    for (int i = 0; i < after.duties().size(); i++) {
      unknown += change(i).isEmpty() ? 1 : 0;
    }
    return unknown;
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
              CostAmounts.cell(now.item().value()),
              cell(then.amount(), String.join("; ", then.reasons())),
              cell(now.amount(), String.join("; ", now.reasons())),
              cell(change(i), "a duty is not known")));
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
            totalCell()));
    return new Table(
        "Duties on " + days() + " (+ pays more)",
        List.of("sku", "region", "line", "origin", "value", "before", "after", "change"),
        rows,
        caption());
  }

  private Cell totalCell() {
    return unknown() == after.duties().size() && unknown() > 0
        ? Cell.unknown("no change is known")
        : CostAmounts.cell(knownTotal().toBigMoney());
  }

  private static Cell cell(Optional<Money> amount, String why) {
    return amount.map(m -> CostAmounts.cell(m.toBigMoney())).orElseGet(() -> Cell.unknown(why));
  }

  private String days() {
    if (!after.law().day().equals(before.law().day())) {
      return after.law().day() + " against " + before.law().day();
    }
    Sides sides = Sides.of(before.law(), after.law());
    return sides.after() + " against " + sides.before();
  }

  private List<String> caption() {
    List<String> caption = new ArrayList<>();
    if (unknown() > 0) {
      caption.add(unknown() + " articles are not known and are in no total");
    }
    caption.addAll(after.law().stamp().lines());
    caption.add("against: " + String.join(" | ", before.law().stamp().lines()));
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
    groups.forEach((name, some) -> rows.add(row(name, some)));
    rows.add(
        List.of(
            Cell.text("total"),
            Cell.number(BigDecimal.valueOf(after.duties().size()), 0, ""),
            totalCell(),
            Cell.number(BigDecimal.valueOf(unknown()), 0, "")));
    return new Table(
        "Change of duties by " + what + ", " + days() + " (+ pays more)",
        List.of(what, "articles", "change", "unknown"),
        rows,
        caption());
  }

  private List<Cell> row(String name, List<Integer> some) {
    Money sum = Money.zero(after.law().book().currency());
    int unknown = 0;
    for (int i : some) {
      Optional<Money> change = change(i);
      unknown += change.isEmpty() ? 1 : 0;
      sum = change.isPresent() ? sum.plus(change.get()) : sum;
    }
    return List.of(
        Cell.text(name),
        Cell.number(BigDecimal.valueOf(some.size()), 0, ""),
        unknown == some.size()
            ? Cell.unknown("no change is known")
            : CostAmounts.cell(sum.toBigMoney()),
        Cell.number(BigDecimal.valueOf(unknown), 0, ""));
  }

  /** {@return a row for each programme with what it charges more or less} */
  public Table byProgramme() {
    Map<String, BigMoney> now = after.byProgrammeKnownIn(before);
    Map<String, BigMoney> then = before.byProgrammeKnownIn(after);
    Map<String, BigMoney> changes = new LinkedHashMap<>();
    then.forEach((name, amount) -> changes.merge(name, amount.negated(), BigMoney::plus));
    now.forEach((name, amount) -> changes.merge(name, amount, BigMoney::plus));
    List<List<Cell>> rows = new ArrayList<>();
    changes.forEach((name, amount) -> rows.add(List.of(Cell.text(name), CostAmounts.cell(amount))));
    rows.add(List.of(Cell.text("total"), totalCell()));
    return new Table(
        "Change of duties by programme, " + days() + " (+ pays more)",
        List.of("programme", "change"),
        rows,
        caption());
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
    return "change of duties on " + days() + ": " + knownTotal();
  }
}
