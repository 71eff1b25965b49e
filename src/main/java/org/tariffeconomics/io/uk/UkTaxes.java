package org.tariffeconomics.io.uk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.reading.JsonTree;
import org.threeten.extra.LocalDateRange;

/** The value added tax that the UK tariff lists beside the duties of a commodity. */
final class UkTaxes {

  private UkTaxes() {}

  /** The tax of a measure; empty where its rate or days are not understood. */
  static Optional<UkCommodity.TaxRate> read(JsonTree measure) {
    try {
      LocalDate first = UkMeasureReader.day(measure, "effective_start_date");
      LocalDate last = UkMeasureReader.day(measure, "effective_end_date");
      LocalDateRange days =
          LocalDateRange.of(
              first == null ? LocalDate.MIN : first,
              last == null ? LocalDate.MAX : last.plusDays(1));
      return rate(measure)
          .map(
              rate ->
                  new UkCommodity.TaxRate(
                      measure.get("measure_type").text("description"),
                      rate,
                      UkMeasureReader.additionalCode(measure),
                      days));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Rate> rate(JsonTree measure) {
    boolean isPlain =
        measure.get("measure_conditions").items().isEmpty()
            && measure.get("excluded_countries").items().isEmpty();
    DutyRate stated = isPlain ? new UkDuty((at, why) -> {}).ofMeasure(measure).orElse(null) : null;
    if (stated instanceof DutyRate.Free) {
      return Optional.of(Rate.ZERO);
    }
    return stated instanceof DutyRate.AdValorem adValorem
        ? Optional.of(adValorem.rate())
        : Optional.empty();
  }
}
