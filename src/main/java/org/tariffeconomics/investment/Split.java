package org.tariffeconomics.investment;

import java.math.BigDecimal;
import java.util.Objects;
import org.tariffeconomics.basics.PlainNumber;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Require;

/**
 * How a project's available cash is divided between the investor and the host.
 *
 * @param investor the investor's share, a fraction in [0, 1]
 * @param host the host's share, a fraction in [0, 1]; the two add up to one exactly
 * @since 0.1.0
 */
public record Split(BigDecimal investor, BigDecimal host) {

  /**
   * Creates a split.
   *
   * @param investor the investor's share, a fraction in [0, 1]
   * @param host the host's share, a fraction in [0, 1]; the two add up to one exactly
   * @throws IllegalArgumentException when a share is outside [0, 1] or the two do not sum to one
   */
  public Split {
    Require.share("investor", investor);
    Require.share("host", host);
    BigDecimal sum = investor.add(host);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "Shares must sum to 1, but "
              + investor.toPlainString()
              + " (investor) + "
              + host.toPlainString()
              + " (host) = "
              + sum.toPlainString());
    }
    investor = PlainNumber.plain(investor);
    host = PlainNumber.plain(host);
  }

  /**
   * A split in percent.
   *
   * @param investor the investor's share in percent, {@code "50"}
   * @param host the host's share in percent
   * @return the split
   * @throws IllegalArgumentException when the two do not sum to 100
   */
  public static Split percent(String investor, String host) {
    Objects.requireNonNull(investor, "investor");
    Objects.requireNonNull(host, "host");
    return new Split(Rate.percent(investor).fraction(), Rate.percent(host).fraction());
  }

  /**
   * The split that gives the investor this share and the host the rest.
   *
   * @param investor the investor's share, a fraction in [0, 1]
   * @return the split
   * @throws IllegalArgumentException when the share is outside [0, 1]
   */
  public static Split toInvestor(BigDecimal investor) {
    Require.share("investor", investor);
    return new Split(investor, BigDecimal.ONE.subtract(investor));
  }

  /** Investor to host in percent, {@code 50/50}. */
  @Override
  public String toString() {
    return text(investor) + "/" + text(host);
  }

  private static String text(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
