package org.tariffeconomics;

import org.tariffeconomics.reference.UsualFacts;

/**
 * Short verbs over the bundled facts, for a shell or a notebook: {@code import static
 * org.tariffeconomics.Tariffs.*}.
 *
 * <p>Days are text such as {@code 2025-09-16} or {@code 16 Sep 2025}, rates are text with a percent
 * sign, amounts are text with a currency ({@code USD 30,290}, {@code USD 350bn}), lines are HS
 * codes with or without dots, and origins are countries by code or name, groups, or {@code *} for
 * all, that may claim or declare: {@code KR}, {@code South Korea}, {@code EU}, {@code KR claiming
 * nothing}, {@code MX claiming USMCA with content:US=0.4; approved US content=yes}. What importers
 * of an origin usually declare ({@link UsualFacts}) is taken as declared unless the text says
 * otherwise, and stands in the stamp of the result.
 *
 * <p>What a shell shows of a result follows one rule: several things beside each other (origins,
 * days, costs, deals) print as their table, at most 20 rows, which says what it leaves out; one
 * thing (a duty, a cost, a rate, a market, a book) prints as one line, and its {@code table()} says
 * more. {@code print()} of a table shows every row, {@code chart()} draws it, {@code sentence()}
 * says it.
 *
 * <p>A static import reaches what its class inherits: the verbs of one idea stand together, each
 * beside its twin for days, rates and amounts that a program holds as such. They are on {@link
 * DutyVerbs duties}, {@link RateVerbs rates as such}, {@link CostVerbs landed costs}, {@link
 * DealVerbs deals}, {@link PledgeVerbs pledges}, {@link MarketVerbs markets}, {@link ImportVerbs
 * all imports}, {@link BorderVerbs other borders} and {@link EconomyVerbs the economy}.
 *
 * <p>Every verb is a call of the types behind it, which take books, facts and money of your own.
 * Bad text is refused with an {@link IllegalArgumentException} that names it and says what to
 * write.
 *
 * @since 0.1.0
 */
public final class Tariffs extends EconomyVerbs {

  private Tariffs() {}
}
