package org.tariffeconomics.rate;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;

/**
 * The texts that most cells of a schedule have, read without cleaning and grammar, which say the
 * same of them: nothing, Free, a percentage, cents by the kilogram or litre, and these with a
 * percentage.
 */
final class PlainRateText {

  static final DutyRate FREE = new DutyRate.Free();
  static final DutyRate LINE_ABOVE = new DutyRate.ByReference(DutyRate.LINE_ABOVE);

  private static final String NUMBER = "([0-9]{1,4}(?:\\.[0-9]{1,30})?)";
  private static final Pattern PERCENTAGE = Pattern.compile(NUMBER + "%");
  private static final Pattern CENTS =
      Pattern.compile(NUMBER + "¢/(kg|liter)(?: \\+ " + NUMBER + "%)?");

  private PlainRateText() {}

  /** The rate; null for another text. */
  static @Nullable DutyRate read(String text) {
    if (text.isBlank() || text.equals("Free")) {
      return text.isBlank() ? LINE_ABOVE : FREE;
    }
    if (PERCENTAGE.matcher(text).matches()) {
      return DutyRate.percent(text.substring(0, text.length() - 1));
    }
    Matcher cents = CENTS.matcher(text);
    return cents.matches() ? specific(cents) : null;
  }

  private static DutyRate specific(Matcher cents) {
    BigDecimal dollars = new BigDecimal(cents.group(1)).movePointLeft(2);
    DutyRate specific =
        new DutyRate.Specific(
            BigMoney.of(CurrencyUnit.USD, dollars), Quantity.of(1, Unit.of(cents.group(2))));
    DutyRate percent = cents.group(3) == null ? FREE : DutyRate.percent(cents.group(3));
    // a percentage of nothing adds nothing, and goes
    return percent instanceof DutyRate.Free
        ? specific
        : new DutyRate.Sum(List.of(specific, percent));
  }
}
