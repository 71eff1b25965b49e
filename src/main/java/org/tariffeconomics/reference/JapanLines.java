package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.io.japan.JapanColumns;
import org.tariffeconomics.reading.CsvFile;
import org.tariffeconomics.reading.Row;
import org.tariffeconomics.schedule.ProgrammeKey;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.ScheduledDuties;
import org.tariffeconomics.schedule.TariffSchedule;
import org.threeten.extra.LocalDateRange;

/** The lines of Japan's tariff that have a rate for the United States, with all their columns. */
final class JapanLines {

  private static final String FILE = "partners/jp-usjta.csv";
  private static final LocalDate EDITION = LocalDate.of(2026, 7, 9);

  /** Rates of the agreement change with the fiscal year; those of another are not held. */
  private static final LocalDateRange FISCAL_2026 =
      LocalDateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 4, 1));

  private JapanLines() {}

  /** The ordinary duties of the lines, and the US rates of fiscal 2026. */
  static ScheduledDuties withUsRates() {
    ProgrammeKey key = JapanColumns.key(EDITION, Validity.during(FISCAL_2026));
    return ScheduledDuties.of(schedule(), key);
  }

  static TariffSchedule schedule() {
    List<ScheduleRow> rows = new ArrayList<>();
    for (Row each :
        CsvFile.read(
                FILE,
                Bundled.open(FILE),
                List.of("code", "us"),
                List.of("code", "general", "temporary", "wto", "us"))
            .rows()) {
      rows.add(row(each));
    }
    return TariffSchedule.of("Japan's lines with a US rate, edition " + EDITION, rows);
  }

  private static ScheduleRow row(Row row) {
    String us = row.cell("us");
    return ScheduleRow.of(
        row.line(),
        row.cell("code"),
        0,
        "",
        JapanColumns.applied(row.cell("general"), row.cell("temporary"), row.cell("wto")),
        us.isEmpty() ? "" : us + " (US)",
        JapanColumns.applied(row.cell("general"), row.cell("temporary"), ""));
  }
}
