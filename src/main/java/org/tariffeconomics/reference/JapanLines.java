package org.tariffeconomics.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.Validity;
import org.tariffeconomics.io.japan.JapanColumns;
import org.tariffeconomics.rate.DutyRate;
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
  private static final List<String> COLUMNS =
      List.of("code", "season", "general", "temporary", "wto", "us");
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
    Map<String, List<Row>> byCode = new LinkedHashMap<>();
    for (Row each : CsvFile.read(FILE, Bundled.open(FILE), COLUMNS, COLUMNS).rows()) {
      byCode.computeIfAbsent(each.cell("code"), c -> new ArrayList<>()).add(each);
    }
    List<ScheduleRow> rows = new ArrayList<>();
    byCode.forEach((code, same) -> rows.add(row(code, same)));
    return TariffSchedule.of("Japan's lines with a US rate, edition " + EDITION, rows);
  }

  private static ScheduleRow row(String code, List<Row> same) {
    String us = text(same, row -> row.cell("us"));
    return ScheduleRow.of(
        same.get(0).line(),
        code,
        0,
        "",
        text(
            same,
            row ->
                JapanColumns.applied(row.cell("general"), row.cell("temporary"), row.cell("wto"))),
        us.isEmpty() ? "" : us + " (US)",
        text(same, row -> JapanColumns.applied(row.cell("general"), row.cell("temporary"), "")));
  }

  /** The one text of all rows of a code, or the rate of each with its season. */
  private static String text(List<Row> same, Function<Row, String> cell) {
    List<String> texts = same.stream().map(cell).distinct().toList();
    return texts.size() == 1
        ? texts.get(0)
        : same.stream()
            .map(row -> DutyRate.of(cell.apply(row)) + " (" + row.required("season") + ")")
            .collect(Collectors.joining("; "));
  }
}
