package org.tariffeconomics.io;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.Assessment;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * What small inputs of readers come to, in one word: the duty on 10,000 of the currency and 10 t,
 * both ends of a bounded rate, or the outcome. The inputs are invented in the layouts of their
 * publishers; their right answers follow from the words that stand in them.
 */
public final class Siblings {

  private Siblings() {}

  /** The answer of measures. */
  public static String answer(
      String currency, List<TariffMeasure> measures, String line, String ask) {
    return answer(
        TariffBook.of("ZZ", CurrencyUnit.of(currency), RoundingPolicy.EACH_DUTY_TO_CENT, measures),
        "2021-06-01",
        line,
        ask);
  }

  /** The answer of a schedule. */
  public static String answer(
      String currency, TariffSchedule schedule, ProgrammeKey key, String line, String ask) {
    return answer(
        TariffBook.of("ZZ", CurrencyUnit.of(currency), RoundingPolicy.EACH_DUTY_TO_CENT, List.of())
            .with(ScheduledDuties.of(schedule, key)),
        "2026-06-01",
        line,
        ask);
  }

  private static String answer(TariffBook book, String day, String line, String ask) {
    DeclaredOrigin goods = DeclaredOrigin.parse(ask);
    DutyStack stack = book.on(day).stack(HsCode.of(line), goods.country(), goods.facts());
    Assessment assessment =
        stack.assess(
            BigMoney.of(book.currency(), BigDecimal.valueOf(10_000)), Quantity.of("10", "t"));
    if (assessment.outcome() == Outcome.BOUNDED) {
      return stack.range().orElseThrow().toString();
    }
    return assessment
        .duty()
        .map(duty -> duty.getAmount().toPlainString())
        .orElseGet(() -> assessment.outcome().toString());
  }
}
