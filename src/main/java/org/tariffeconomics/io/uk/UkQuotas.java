package org.tariffeconomics.io.uk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.quota.QuotaTerms;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;
import org.threeten.extra.LocalDateRange;

/** The quotas that measures of the UK tariff refer to. */
final class UkQuotas {

  static final String NO_ORDER_NUMBER = "a quota needs its order number, which is not in the file";

  private static final Pattern IN_BRACKETS = Pattern.compile(".*\\(([^()]+)\\)");

  private UkQuotas() {}

  /** The number of the quota that a measure depends on; empty where it depends on none. */
  static String orderNumber(JsonTree measure) {
    JsonTree order = measure.get("order_number");
    return order.text("number").isEmpty() ? order.text("id") : order.text("number");
  }

  /**
   * The quota that a measure depends on.
   *
   * @throws IllegalArgumentException when its definition is not understood
   */
  static Optional<UkCommodity.QuotaBalance> quota(JsonTree measure) {
    JsonTree definition = measure.get("order_number").get("definition");
    if (definition.isAbsent() || definition.text("initial_volume").isEmpty()) {
      return Optional.empty();
    }
    String order = orderNumber(measure);
    try {
      return Optional.of(quota(order, definition));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("quota " + order + ": " + e.getMessage(), e);
    }
  }

  private static UkCommodity.QuotaBalance quota(String order, JsonTree definition) {
    Unit unit = unit(definition);
    Quantity volume = new Quantity(UkDuty.number(definition.text("initial_volume")), unit);
    LocalDate first = UkMeasureReader.day(definition, "validity_start_date");
    LocalDate last = UkMeasureReader.day(definition, "validity_end_date");
    String critical = definition.text("critical_threshold");
    QuotaTerms terms =
        new QuotaTerms(
            order,
            volume,
            LocalDateRange.of(
                first == null ? LocalDate.MIN : first,
                last == null ? LocalDate.MAX : last.plusDays(1)),
            QuotaTerms.Allocation.FIRST_COME,
            critical.isEmpty() ? null : Rate.percent(UkDuty.number(critical)),
            period(definition, "blocking"),
            period(definition, "suspension"));
    String balance = definition.text("balance");
    return new UkCommodity.QuotaBalance(
        terms,
        balance.isEmpty() ? null : new Quantity(UkDuty.number(balance), unit),
        definition.text("status"));
  }

  private static List<LocalDateRange> period(JsonTree definition, String kind) {
    LocalDate first = UkMeasureReader.day(definition, kind + "_period_start_date");
    LocalDate last = UkMeasureReader.day(definition, kind + "_period_end_date");
    if (last == null) {
      return List.of();
    }
    return List.of(LocalDateRange.of(first == null ? LocalDate.MIN : first, last.plusDays(1)));
  }

  /** A code, or words with the code in brackets: {@code Kilogram (kg)}. */
  private static Unit unit(JsonTree definition) {
    String code = definition.text("measurement_unit_code");
    String text = code.isEmpty() ? definition.text("measurement_unit") : code;
    Matcher brackets = IN_BRACKETS.matcher(text);
    String qualifier = definition.text("measurement_unit_qualifier_code");
    String plain = brackets.matches() ? brackets.group(1) : text;
    return Unit.of(qualifier.isEmpty() ? plain : plain + " " + qualifier);
  }

  /** Whether a measure is a relief within a quota, which spares from a safeguard as well. */
  static boolean sparesFromSafeguard(TariffMeasure measure) {
    return measure.rule() == Rule.PREFERENCE
        && !(measure.rate() instanceof DutyRate.Unsupported)
        && measure.conditions().stream().anyMatch(c -> c instanceof Condition.Quota);
  }

  /** Goods that are entered within a quota of the commodity are exempt from its safeguard. */
  static TariffMeasure exemption(TariffMeasure quota) {
    Condition claim = new Condition.Claim(Condition.Operator.EQUAL, quota.programme());
    return TariffMeasure.of(
            quota.programme(),
            Rule.EXEMPTS,
            List.of(UkMeasureType.SAFEGUARD),
            quota.products(),
            quota.origins(),
            new DutyRate.Free())
        .withId(quota.id() + ", no safeguard")
        .withDays(quota.inForce())
        .withConditions(
            quota.conditions().stream().filter(c -> c instanceof Condition.Quota).toList())
        .withCondition(claim)
        .withSource(quota.source());
  }
}
