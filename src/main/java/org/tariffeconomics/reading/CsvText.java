package org.tariffeconomics.reading;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV. */
public final class CsvText {

  private CsvText() {}

  public static String of(List<String> header, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Saves texts in UTF-8 under their names in a folder, which is created where it is not there. */
  public static void save(Map<String, String> files, Path folder) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> each : files.entrySet()) {
        Files.writeString(folder.resolve(each.getKey()), each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A day; blank where there is none or it is no bound. */
  public static String day(@Nullable LocalDate day) {
    return day == null || day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX)
        ? ""
        : day.toString();
  }
}
