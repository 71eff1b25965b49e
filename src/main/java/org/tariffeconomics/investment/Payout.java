package org.tariffeconomics.investment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A project's cash as a {@link Waterfall} shares it out: investor and host add up to the cash of
 * every period exactly.
 *
 * @since 0.1.0
 */
public final class Payout {

  private final Waterfall terms;
  private final BigMoney outlay;
  private final List<Row> rows;

  Payout(Waterfall terms, BigMoney outlay, List<Row> rows) {
    rows = List.copyOf(rows);

    this.terms = terms;
    this.outlay = outlay;
    this.rows = rows;
  }

  /** {@return the waterfall} */
  public Waterfall terms() {
    return terms;
  }

  /** {@return what the investor paid at time 0, positive} */
  public BigMoney outlay() {
    return outlay;
  }

  /** {@return one row per period} */
  public List<Row> rows() {
    return rows;
  }

  /** One period. */
  public static final class Row {

    private final int period;
    private final BigMoney cash;
    private final BigMoney investor;
    private final BigMoney host;
    private final BigMoney outstanding;

    Row(int period, BigMoney cash, BigMoney investor, BigMoney host, BigMoney outstanding) {
      this.period = period;
      this.cash = cash;
      this.investor = investor;
      this.host = host;
      this.outstanding = outstanding;
    }

    /** {@return its number, 1 for the first} */
    public int period() {
      return period;
    }

    /** {@return the available cash} */
    public BigMoney cash() {
      return cash;
    }

    /** {@return what the investor receives, to 34 digits} */
    public BigMoney investor() {
      return investor;
    }

    /** {@return what the host receives: the rest, exactly} */
    public BigMoney host() {
      return host;
    }

    /**
     * {@return what the first stage has left to recoup at the end of the period; zero once
     * recouped, and for a waterfall with a single stage}
     */
    public BigMoney outstanding() {
      return outstanding;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row that
          && period == that.period
          && cash.equals(that.cash)
          && investor.equals(that.investor)
          && host.equals(that.host)
          && outstanding.equals(that.outstanding);
    }

    @Override
    public int hashCode() {
      return Objects.hash(period, cash, investor, host, outstanding);
    }

    /** Period, the investor's part and the host's. */
    @Override
    public String toString() {
      return "period "
          + period
          + ": investor "
          + MoneyScale.show(investor)
          + ", host "
          + MoneyScale.show(host);
    }
  }

  /** {@return all that the investor receives, undiscounted} */
  public BigMoney investorTotal() {
    return total(Row::investor);
  }

  /** {@return all that the host receives, undiscounted} */
  public BigMoney hostTotal() {
    return total(Row::host);
  }

  /**
   * All the cash shared out.
   *
   * @return the sum, investor's and host's
   */
  public BigMoney cashTotal() {
    return total(Row::cash);
  }

  private BigMoney total(Function<Row, BigMoney> part) {
    return MoneyMath.sum(outlay.getCurrencyUnit(), rows.stream().map(part).toList());
  }

  /**
   * The period in which the first stage's target is recouped.
   *
   * @return its number, 1 for the first; empty where it is not recouped within the periods given,
   *     or the waterfall has nothing to recoup
   */
  public OptionalInt recoupPeriod() {
    return terms.stages().size() == 1
        ? OptionalInt.empty()
        : rows.stream().filter(r -> r.outstanding().isZero()).mapToInt(Row::period).findFirst();
  }

  /**
   * Whether recoupment is out of reach: what is outstanding at the end is no less than at the end
   * of the period before, so that the investor's share of such cash does not even cover the
   * interest.
   *
   * @return true where the balance no longer falls; false where it falls, is recouped, or fewer
   *     than two periods were given
   */
  @JsonIgnore
  public boolean isRunningAway() {
    if (rows.size() < 2 || recoupPeriod().isPresent() || terms.stages().size() == 1) {
      return false;
    }
    BigMoney last = rows.get(rows.size() - 1).outstanding();
    BigMoney before = rows.get(rows.size() - 2).outstanding();
    return MoneyMath.hasReachedZero(last.minus(before).getAmount(), before.getAmount());
  }

  /**
   * {@return the investor's cash flows: the outlay paid at time 0, then what is received, the
   * outlay negative}
   */
  public CashFlows investorFlows() {
    return flows(outlay.negated(), Row::investor);
  }

  /** {@return the host's cash flows: nothing at time 0, then what is received} */
  public CashFlows hostFlows() {
    return flows(BigMoney.zero(outlay.getCurrencyUnit()), Row::host);
  }

  private CashFlows flows(BigMoney first, Function<Row, BigMoney> part) {
    return CashFlows.ofMoney(Stream.concat(Stream.of(first), rows.stream().map(part)).toList());
  }

  /**
   * The net present value of the terms to the investor: receipts less outlay.
   *
   * @param rate the investor's discount rate a period, above −100 %
   * @return the value, negative where the outlay is not earned back at that rate
   */
  public BigMoney investorNpv(Rate rate) {
    Objects.requireNonNull(rate, "rate");
    return investorFlows().npv(rate);
  }

  /**
   * The periods with a total row.
   *
   * @return the table, amounts in one scale
   */
  public Table table() {
    MoneyScale scale = MoneyScale.of(MoneyMath.max(outlay, cashTotal()));
    List<List<Cell>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(
              Cell.number(BigDecimal.valueOf(row.period()), 0, ""),
              scale.cell(row.cash()),
              scale.cell(row.investor()),
              scale.cell(row.host()),
              scale.cell(row.outstanding())));
    }
    cells.add(
        List.of(
            Cell.text("Total"),
            scale.cell(cashTotal()),
            scale.cell(investorTotal()),
            scale.cell(hostTotal()),
            Cell.blank()));
    return Table.of(
            "Cash shared out, " + scale.unit(outlay),
            List.of("period", "cash", "investor", "host", "left to recoup"),
            cells)
        .withCaption(List.of("outlay " + scale.text(outlay) + "; " + terms, recoupText()));
  }

  private String recoupText() {
    String never = isRunningAway() ? "not recouped: interest outgrows the share" : "not recouped";
    return recoupPeriod().isPresent()
        ? "recouped in period " + recoupPeriod().getAsInt()
        : never + " within " + rows.size() + " periods";
  }

  /** The two totals and when the outlay is recouped. */
  @Override
  public String toString() {
    String when =
        recoupPeriod().isPresent()
            ? "recouped in period " + recoupPeriod().getAsInt()
            : "not recouped";
    return "investor "
        + MoneyScale.show(investorTotal())
        + ", host "
        + MoneyScale.show(hostTotal())
        + ", "
        + when;
  }

  /** Two are equal when their contents are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payout that
        && terms.equals(that.terms)
        && outlay.isSameCurrency(that.outlay)
        && outlay.isEqual(that.outlay)
        && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return Objects.hash(terms, rows);
  }
}
