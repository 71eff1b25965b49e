package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * A loan with regular repayments, and how much of it is a gift against the market's terms.
 *
 * <p>Interest is paid from the first payment day on; the principal after the grace period. The
 * grant equivalent is the face less the present value of the debt service, as the OECD's
 * Development Assistance Committee defines it (DAC Statistical Reporting Directives, annex on
 * concessionality); the grant element is its share of the face. It is negative for a loan dearer
 * than the market.
 *
 * @param face the amount lent, positive
 * @param interest the nominal interest rate a year, not negative; each payment bears rate /
 *     payments a year
 * @param years the years to the last payment, positive
 * @param graceYears the years in which only interest is paid, not negative, less than {@code years}
 * @param paymentsPerYear how many payments a year, positive
 * @param repayment how the principal is repaid
 * @since 0.1.0
 */
public record Loan(
    BigMoney face,
    Rate interest,
    int years,
    int graceYears,
    int paymentsPerYear,
    Repayment repayment) {

  /** How the principal is repaid after the grace period. */
  public enum Repayment {
    /** Equal parts of the principal; payments fall as interest does. */
    EQUAL_PRINCIPAL,
    /** Equal payments of principal and interest together. */
    ANNUITY,
    /** All at the end. */
    BULLET
  }

  /**
   * Creates a loan.
   *
   * @param face the amount lent, positive
   * @param interest the nominal interest rate a year, not negative; each payment bears rate /
   *     payments a year
   * @param years the years to the last payment, positive
   * @param graceYears the years in which only interest is paid, not negative, less than {@code
   *     years}
   * @param paymentsPerYear how many payments a year, positive
   * @param repayment how the principal is repaid
   * @throws IllegalArgumentException when a number is out of bounds
   */
  public Loan {
    Objects.requireNonNull(interest, "interest");
    Objects.requireNonNull(repayment, "repayment");
    Require.positive("face", face);
    if (interest.compareTo(Rate.ZERO) < 0) {
      throw new IllegalArgumentException("interest must not be negative, but was " + interest);
    }
    Require.positiveCount("years", years);
    Require.positiveCount("paymentsPerYear", paymentsPerYear);
    if (graceYears < 0 || graceYears >= years) {
      throw new IllegalArgumentException(
          "graceYears must be in [0, " + years + "), but was " + graceYears);
    }
    face = PlainNumber.plain(face);
  }

  /**
   * A loan repaid in equal parts of the principal, once a year, without grace.
   *
   * @param face the amount lent, positive
   * @param interest the interest rate a year, not negative
   * @param years the years to the last payment, positive
   * @return the loan
   */
  public static Loan of(BigMoney face, Rate interest, int years) {
    Objects.requireNonNull(face, "face");
    Objects.requireNonNull(interest, "interest");
    return new Loan(face, interest, years, 0, 1, Repayment.EQUAL_PRINCIPAL);
  }

  /**
   * The debt service, payment by payment: interest and principal, to 34 digits.
   *
   * @return one amount a payment day, years × payments a year of them
   */
  public List<BigMoney> debtService() {
    List<BigMoney> payments = new ArrayList<>();
    Rate periodInterest = periodInterest();
    BigMoney level = levelPayment(periodInterest);
    BigMoney open = face;
    for (int k = 1; k <= payments(); k++) {
      BigMoney interestDue = MoneyMath.rounded(MoneyMath.times(open, periodInterest.fraction()));
      BigMoney principal = principal(k, open, interestDue, level);
      payments.add(MoneyMath.rounded(interestDue.plus(principal)));
      open = MoneyMath.rounded(open.minus(principal));
    }
    return payments;
  }

  private int payments() {
    return years * paymentsPerYear;
  }

  private Rate periodInterest() {
    return Rate.fraction(
        interest.fraction().divide(BigDecimal.valueOf(paymentsPerYear), MoneyMath.PRECISION));
  }

  /** What is paid after the grace period: of principal alone, or with interest in an annuity. */
  private BigMoney levelPayment(Rate periodInterest) {
    return switch (repayment) {
      case EQUAL_PRINCIPAL -> MoneyMath.dividedBy(face, BigDecimal.valueOf(repaying()));
      case ANNUITY -> Annuity.payment(face, periodInterest, repaying());
      case BULLET -> BigMoney.zero(face.getCurrencyUnit());
    };
  }

  private int repaying() {
    return payments() - graceYears * paymentsPerYear;
  }

  private BigMoney principal(int payment, BigMoney open, BigMoney interestDue, BigMoney level) {
    if (payment == payments()) {
      return open;
    }
    if (payment <= payments() - repaying()) {
      return BigMoney.zero(face.getCurrencyUnit());
    }
    return repayment == Repayment.ANNUITY ? level.minus(interestDue) : level;
  }

  /**
   * The grant equivalent: face − Σ debt service / (1 + d)^(k / payments a year).
   *
   * @param discount the market's or the convention's discount rate a year, compounded yearly, above
   *     −100 %
   * @return the money given away, negative for a loan dearer than that rate; an estimate to about
   *     15 digits where there is more than one payment a year
   */
  public BigMoney grantEquivalent(Rate discount) {
    Require.aboveTotalLoss("discount", discount);
    BigMoney worth = CashFlows.ofMoney(debtServiceFromNow()).npv(periodDiscount(discount));
    return face.minus(worth);
  }

  private List<BigMoney> debtServiceFromNow() {
    List<BigMoney> flows = new ArrayList<>();
    flows.add(BigMoney.zero(face.getCurrencyUnit()));
    flows.addAll(debtService());
    return flows;
  }

  private Rate periodDiscount(Rate discount) {
    if (paymentsPerYear == 1) {
      return discount;
    }
    double period = Math.expm1(Math.log1p(discount.fraction().doubleValue()) / paymentsPerYear);
    return Rate.fraction(MoneyMath.exact(period, "discount " + discount));
  }

  /**
   * The grant element: grant equivalent / face.
   *
   * @param discount the discount rate a year, above −100 %
   * @return a fraction, at most 1
   */
  public BigDecimal grantElement(Rate discount) {
    Objects.requireNonNull(discount, "discount");
    return MoneyMath.ratio(grantEquivalent(discount), face);
  }

  /** {@return the debt service, one payment a row, with a total row} */
  public Table table() {
    MoneyScale scale = MoneyScale.of(face);
    List<BigMoney> payments = debtService();
    List<List<Cell>> rows = new ArrayList<>();
    for (int k = 1; k <= payments.size(); k++) {
      rows.add(List.of(Cell.text(Integer.toString(k)), scale.cell(payments.get(k - 1))));
    }
    BigMoney total = MoneyMath.sum(face.getCurrencyUnit(), payments);
    rows.add(List.of(Cell.text("Total"), scale.cell(total)));
    return Table.of(
            "Debt service, " + scale.unit(face), List.of("payment", "interest and principal"), rows)
        .withCaption(List.of(toString()));
  }

  /** Amount, interest, years and repayment. */
  @Override
  public String toString() {
    return "loan of "
        + MoneyScale.show(face)
        + " at "
        + interest
        + " over "
        + years
        + " years, "
        + repayment.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
