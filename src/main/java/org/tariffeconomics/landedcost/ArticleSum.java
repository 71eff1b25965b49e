package org.tariffeconomics.landedcost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.tariff.MoneyCells;

/**
 * What some articles of a portfolio come to together, and how many of them are in the sum: with
 * what they lie within, as if nothing tied the articles together; or not at all.
 *
 * @param what what is summed, {@code duty}
 * @param known what those articles lie within together of which bounds are known
 * @param articles how many there are
 * @param bounded how many of them are bounded and not known
 * @param unknown of how many not even bounds are known
 */
record ArticleSum(String what, MoneyRange known, int articles, int bounded, int unknown) {

  static ArticleSum of(
      String what, CurrencyUnit currency, List<Optional<MoneyRange>> amounts, long bounded) {
    MoneyRange known =
        amounts.stream()
            .flatMap(Optional::stream)
            .reduce(MoneyRange.of(Money.zero(currency)), MoneyRange::plus);
    long unknown = amounts.stream().filter(Optional::isEmpty).count();
    return new ArticleSum(what, known, amounts.size(), (int) bounded, (int) unknown);
  }

  Optional<MoneyRange> whole() {
    return unknown == 0 ? Optional.of(known) : Optional.empty();
  }

  Cell cell() {
    return unknown == articles && unknown > 0
        ? Cell.unknown("no " + what + " is known")
        : MoneyCells.of(known, bounded == 0 ? "" : counted(bounded) + " bounded");
  }

  /** A row of a table by groups: the group, how many articles, their sum, how many not in it. */
  List<Cell> row(String group) {
    return List.of(Cell.text(group), number(articles), cell(), number(unknown));
  }

  private static Cell number(int count) {
    return Cell.number(BigDecimal.valueOf(count), 0, "");
  }

  /** What a reader of the sum must know of the articles that are not simply in it. */
  List<String> caption() {
    List<String> caption = new ArrayList<>();
    if (bounded > 0) {
      String counts = bounded == 1 ? "counts with what it lies" : "count with what they lie";
      caption.add(counted(bounded) + " bounded and " + counts + " within");
    }
    if (unknown > 0) {
      String are = unknown == 1 ? " is" : " are";
      caption.add(counted(unknown) + " not known and" + are + " in no total");
    }
    return caption;
  }

  private static String counted(int some) {
    return Texts.counted(some, "article") + (some == 1 ? " is" : " are");
  }
}
