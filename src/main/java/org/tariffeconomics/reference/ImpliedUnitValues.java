package org.tariffeconomics.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.UnitValue;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.reference.UsImports.Flow;
import org.tariffeconomics.schedule.DatedLine;
import org.tariffeconomics.schedule.DatedSchedule;

/**
 * What a unit of goods was worth in 2024, as the duties by quantity tell that were collected on it:
 * where a line's ordinary duty is an amount per unit, with or without a share of the value, the
 * value of a unit is the amount over the collected rate less that share.
 *
 * <p>Only flows that paid count, those of China, Hong Kong and Russia left out, which paid other
 * duties as well. Collected rates are known to a thousandth of the value, so that the value of
 * goods with a very low duty is rough, and moves an average as little as the duty does.
 */
final class ImpliedUnitValues {

  private static final Set<String> OTHER_DUTIES = Set.of("CN", "HK", "RU");
  private static final Source SOURCE =
      new Source(
          "US Census Bureau, imports for consumption 2024",
          null,
          "implied by the calculated duty",
          Source.Verification.COMPUTED);

  private ImpliedUnitValues() {}

  private static final class All {
    private static final Map<HsCode, UnitValue> VALUES = find();
  }

  /** The unit values by legal line. */
  static Map<HsCode, UnitValue> of2024() {
    return All.VALUES;
  }

  private static Map<HsCode, UnitValue> find() {
    Map<HsCode, double[]> paid = new TreeMap<>();
    for (Flow each : UsImports.of2024().flows()) {
      if (each.duty() > 0 && !OTHER_DUTIES.contains(each.partner())) {
        double[] sums = paid.computeIfAbsent(each.line(), l -> new double[2]);
        sums[0] += each.duty();
        sums[1] += each.value();
      }
    }
    DatedSchedule schedule = UsTariffs.schedule(Facts.VERIFIED_ONLY);
    Map<HsCode, UnitValue> values = new TreeMap<>();
    paid.forEach(
        (line, sums) ->
            schedule
                .line(line, UsTariffs.FACTS_FROM)
                .map(DatedLine::general)
                .map(DutyRate::parse)
                .flatMap(rate -> implied(rate, sums[0] / sums[1]))
                .ifPresent(value -> values.put(line, value)));
    return values;
  }

  private static Optional<UnitValue> implied(DutyRate rate, double collected) {
    List<DutyRate> terms = rate instanceof DutyRate.Sum sum ? sum.terms() : List.of(rate);
    double left = collected;
    DutyRate.Specific specific = null;
    for (DutyRate each : terms) {
      if (each instanceof DutyRate.AdValorem share) {
        left -= share.rate().fraction().doubleValue();
      } else if (each instanceof DutyRate.Specific one && specific == null) {
        specific = one;
      } else {
        return Optional.empty();
      }
    }
    if (specific == null || left <= 0) {
      return Optional.empty();
    }
    BigDecimal price =
        specific.amount().getAmount().divide(BigDecimal.valueOf(left), MathContext.DECIMAL32);
    BigMoney value = BigMoney.of(specific.amount().getCurrencyUnit(), price);
    return Optional.of(
        UnitValue.of(UnitValue.Method.SUPPLIERS_WEIGHTED, value, specific.per(), SOURCE));
  }
}
