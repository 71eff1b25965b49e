package org.tariffeconomics.io.hts;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reading.TextFiles;
import org.tariffeconomics.schedule.TariffSchedule;

/**
 * Reads the Harmonized Tariff Schedule of the United States as its publisher gives it out: the JSON
 * or the CSV file of a release, plain or compressed with gzip. Which of them a file is, its content
 * says, not its name.
 *
 * <p>The rows become a {@link TariffSchedule}, with every text as published. What else a row
 * charges, in the column of additional duties or in one that is not known, leaves the duty of its
 * lines outside chapter 99 not known. A file that breaks off, whose header is another one, that is
 * not UTF-8 or that bears the marks of a spreadsheet's work is read as far as it goes, and {@link
 * Reading#orThrow} refuses it; {@link #repair} undoes what a spreadsheet did and lists each cell
 * that it changed. Errors say that the file is not what its publisher gave out, or not all of it;
 * repairs name the cells that are read otherwise than they stand; notes say what is odd in a sound
 * file: rates that are not understood, lines without a rate, units and keys that are not known.
 * Lines are those of a CSV file, and the places in the list of a JSON file, counted from 1.
 *
 * <h2>Exception handling</h2>
 *
 * <p>A file that cannot be opened or read throws {@link UncheckedIOException}; nothing that stands
 * in a file throws.
 *
 * @since 0.1.0
 */
public final class HtsFile {

  private static final int SIGNATURE = 2;
  private static final int BUFFER = 1 << 16;

  private HtsFile() {}

  /**
   * Reads a file as it stands.
   *
   * @param path the file: JSON or CSV, plain or gzip
   * @return the schedule, named after the file, and what is wrong with the file
   * @throws UncheckedIOException when the file cannot be opened or read
   */
  public static Reading<TariffSchedule> read(Path path) {
    Objects.requireNonNull(path, "path");
    return read(path, false);
  }

  /**
   * Reads a file and undoes what a spreadsheet did to it: zeros lost from codes, rates filled down
   * into rows that have none, percentages shown with two decimals.
   *
   * @param path the file: JSON or CSV, plain or gzip
   * @return the schedule, named after the file, every changed cell, and what is still wrong
   * @throws UncheckedIOException when the file cannot be opened or read
   */
  public static Reading<TariffSchedule> repair(Path path) {
    Objects.requireNonNull(path, "path");
    return read(path, true);
  }

  /**
   * Reads a stream as it stands and closes it.
   *
   * @param name what the schedule is to be called, {@code HTS 2025 revision 23}
   * @param in the content: JSON or CSV, plain or gzip
   * @return the schedule and what is wrong with the content
   * @throws UncheckedIOException when the stream cannot be read
   */
  public static Reading<TariffSchedule> read(String name, InputStream in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    return read(name, in, false);
  }

  /**
   * Reads a stream, undoes what a spreadsheet did to it, and closes it.
   *
   * @param name what the schedule is to be called
   * @param in the content: JSON or CSV, plain or gzip
   * @return the schedule, every changed cell, and what is still wrong
   * @throws UncheckedIOException when the stream cannot be read
   */
  public static Reading<TariffSchedule> repair(String name, InputStream in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    return read(name, in, true);
  }

  private static Reading<TariffSchedule> read(Path path, boolean repairing) {
    try {
      return read(TextFiles.name(path), Files.newInputStream(path), repairing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading<TariffSchedule> read(String name, InputStream stream, boolean repairing) {
    HtsRows rows = new HtsRows(name);
    try (InputStream in = plain(stream)) {
      if (isJson(in)) {
        HtsJson.read(in, rows);
      } else {
        HtsCsv.read(in, name, rows);
      }
    } catch (EOFException | ZipException e) {
      rows.stopped("the compressed file is damaged or ends too early: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.reading(repairing);
  }

  /** The content itself, decompressed where it begins with the signature of gzip. */
  private static InputStream plain(InputStream stream) throws IOException {
    InputStream in = new BufferedInputStream(stream, BUFFER);
    in.mark(SIGNATURE);
    byte[] start = in.readNBytes(SIGNATURE);
    in.reset();
    boolean compressed = start.length == SIGNATURE && start[0] == 0x1f && start[1] == (byte) 0x8b;
    return compressed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }

  /** Whether the first character that is not blank or a byte order mark opens a list or object. */
  private static boolean isJson(InputStream in) throws IOException {
    in.mark(1024);
    int first;
    do {
      first = in.read();
    } while (first >= 0 && (first <= ' ' || first == 0xEF || first == 0xBB || first == 0xBF));
    in.reset();
    return first == '[' || first == '{';
  }
}
