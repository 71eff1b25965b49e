package org.tariffeconomics.io.japan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tariffeconomics.reading.JsonTree;
import org.tariffeconomics.reading.Place;
import org.tariffeconomics.reading.Problem;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.TextFiles;
import org.tariffeconomics.schedule.ScheduleRow;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * Reads Japan's tariff schedule as JSON by chapter: a list of trees of {@code level, stat_code,
 * hs_code, desc, rate, unit, law, children}, plain or compressed with gzip.
 *
 * <p>A blank cell takes the text of the row above it, column by column. Every leaf with a
 * statistical code becomes a line of nine digits. Its general column is the rate that applies to
 * members of the WTO ({@link JapanColumns#applied}), its other column the national rate, its
 * special column the rates of preferences and agreements, each with a symbol ({@link
 * JapanColumns#key}); the cells as published stand in its footnotes. Two leaves of one code that
 * the season tells apart become one line with seasons.
 *
 * <p>Exception handling: a file that cannot be opened or read throws {@link UncheckedIOException};
 * nothing that stands in a file throws. A column that is not known and a rate that is not
 * understood are notes, and where the column is no agreement's the duty of its lines is not known;
 * two lines of one code that no season tells apart are an error, and the rate of both is not known.
 *
 * @since 0.1.0
 */
public final class JapanTariffJson {

  private static final int SIGNATURE = 2;

  private JapanTariffJson() {}

  /**
   * Reads one chapter.
   *
   * @param file the file, plain or gzip
   * @return the schedule of the chapter, named after the file, and what is wrong with it
   * @throws UncheckedIOException when the file cannot be opened or read
   */
  public static Reading<TariffSchedule> read(Path file) {
    Objects.requireNonNull(file, "file");
    return reading(TextFiles.name(file), List.of(file));
  }

  /**
   * Reads all chapters of a folder: the files whose names end in {@code .json} or {@code .json.gz},
   * in the order of their names.
   *
   * @param name what the schedule is to be called, {@code Japan 2026-07-09}
   * @param folder the folder
   * @return the schedule of all chapters, and what is wrong with the files
   * @throws UncheckedIOException when a file cannot be opened or read
   */
  public static Reading<TariffSchedule> readFolder(String name, Path folder) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(folder, "folder");
    try (Stream<Path> files = Files.list(folder)) {
      return reading(
          name,
          files
              .filter(f -> f.toString().endsWith(".json") || f.toString().endsWith(".json.gz"))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the text of one chapter.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @return the schedule of the chapter, and what is wrong with it
   * @throws UncheckedIOException when it cannot be read
   */
  public static Reading<TariffSchedule> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    JapanRows rows = new JapanRows(name);
    rows.add(name, JsonTree.read(name, in));
    return rows.reading();
  }

  private static Reading<TariffSchedule> reading(String name, List<Path> files) {
    JapanRows rows = new JapanRows(name);
    for (Path each : files) {
      String file = TextFiles.name(each);
      rows.add(file, JsonTree.read(file, open(each)));
    }
    if (files.isEmpty()) {
      rows.accept(Problem.error(Place.ofFile(name), "", "", "the folder has no JSON files"));
    }
    return rows.reading();
  }

  private static Reader open(Path file) {
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file));
      in.mark(SIGNATURE);
      byte[] start = in.readNBytes(SIGNATURE);
      in.reset();
      boolean compressed = start.length == SIGNATURE && start[0] == 0x1f && start[1] == (byte) 0x8b;
      return TextFiles.open(compressed ? new GZIPInputStream(in) : in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schedule that rows make, with each row in its place. */
  static TariffSchedule schedule(String name, List<ScheduleRow> rows) {
    return TariffSchedule.of(name, new ArrayList<>(rows));
  }
}
