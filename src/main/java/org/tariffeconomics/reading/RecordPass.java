package org.tariffeconomics.reading;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.LongWork;

/**
 * One pass over a file: splits it into rows, has each read, and hands on the records that are good.
 *
 * @param <T> what a row becomes
 * @since 0.1.0
 */
public final class RecordPass<T> {

  /**
   * Reads one row.
   *
   * @param <T> what it becomes
   */
  public interface RowParser<T> {
    /**
     * Reads one row; what it refuses, by whatever exception of the library's types, is an error of
     * the row.
     *
     * @param row the row
     * @return what it means; null where it is no record, with its errors noted in the row
     */
    @Nullable T parse(Row row);
  }

  /**
   * Finds the columns of a file.
   *
   * @param <T> what its rows become
   */
  public interface Layout<T> {
    /**
     * Finds the columns.
     *
     * @param header the labels; a required one that is missing is noted there
     * @return the reader of the rows
     */
    RowParser<T> of(Header header);
  }

  /**
   * How a kind of file is split and read.
   *
   * @param source splits its text into rows
   * @param layout finds its columns
   * @param members tells by its name whether a member of an archive is of this kind
   * @param <T> what a row becomes
   */
  public record Format<T>(RowSource source, Layout<T> layout, Predicate<String> members) {

    /**
     * Refuses nulls.
     *
     * @param source splits its text into rows
     * @param layout finds its columns
     * @param members tells by its name whether a member of an archive is of this kind
     */
    public Format {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(layout, "layout");
      Objects.requireNonNull(members, "members");
    }
  }

  /** A listener is told after so many rows. */
  private static final long REPORTED_ROWS = 10_000;

  private final Format<T> format;
  private final PassLog log;
  private final Consumer<T> consumer;

  private RecordPass(Format<T> format, PassLog log, Consumer<T> consumer) {
    this.format = format;
    this.log = log;
    this.consumer = consumer;
  }

  /**
   * Passes over a file, plain, gzipped or zipped.
   *
   * @param path the file
   * @param format how it is read
   * @param log counts what happens
   * @param consumer takes the records in the order of the rows
   * @param <T> what a row becomes
   * @throws UncheckedIOException when the file cannot be opened, read or unpacked
   */
  public static <T> void over(Path path, Format<T> format, PassLog log, Consumer<T> consumer) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(consumer, "consumer");
    try {
      TextFiles.each(path, log, new RecordPass<>(format, log, consumer).texts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Passes over a text.
   *
   * @param name what problems call it
   * @param in the text; it is read to its end and closed
   * @param format how it is read
   * @param log counts what happens
   * @param consumer takes the records in the order of the rows
   * @param <T> what a row becomes
   * @throws UncheckedIOException when it cannot be read
   */
  public static <T> void over(
      String name, Reader in, Format<T> format, PassLog log, Consumer<T> consumer) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(consumer, "consumer");
    try (in) {
      new RecordPass<>(format, log, consumer).read(name, in, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of a file that may be an archive. */
  private TextFiles.TextConsumer texts() {
    return new TextFiles.TextConsumer() {
      @Override
      public boolean wants(String member) {
        return format.members().test(member);
      }

      @Override
      public void accept(String name, Reader in, boolean inArchive) throws IOException {
        read(name, in, inArchive);
      }
    };
  }

  private void read(String name, Reader in, boolean inArchive) throws IOException {
    OneFile file = new OneFile(name, inArchive);
    format.source().read(name, in, log::problem, file);
    if (file.header == null && !inArchive && log.isGood()) {
      log.problem(Problem.error(Place.ofLine(name, 1), "", "", "the file has no header line"));
    }
  }

  /** The rows of one text. */
  private final class OneFile implements RowSource.RowConsumer {
    private final String name;
    private final boolean inArchive;
    private final LongWork work;
    private @Nullable Header header;
    private @Nullable RowParser<T> parser;
    private char separator = ',';

    OneFile(String name, boolean inArchive) {
      this.name = name;
      this.inArchive = inArchive;
      this.work = LongWork.beginOpen("rows of " + name, REPORTED_ROWS);
    }

    @Override
    public void separatedBy(char sign) {
      separator = sign;
    }

    @Override
    public boolean row(long line, List<String> cells) {
      work.advance(1);
      if (header == null || parser == null) {
        return open(line, cells);
      }
      if (isBlank(cells)) {
        return true;
      }
      Row row = new Row(header, line, cells);
      row.refuseShift();
      RowParser<T> reader = parser;
      @Nullable T parsed = row.isGood() ? row.built("", () -> reader.parse(row)) : null;
      row.problems().forEach(log::problem);
      if (parsed != null) {
        row.repairs().forEach(log::repair);
        consumer.accept(parsed);
      }
      return true;
    }

    /** Other files in an archive, such as lists of countries, are no problem but are counted. */
    private boolean open(long line, List<String> cells) {
      Header labels = new Header(name, line, cells, CellText.PLAIN, separator != ',');
      header = labels;
      parser = format.layout().of(labels);
      for (String each : labels.ambiguous()) {
        log.problem(Problem.error(labels.place(), each, each, "the column appears twice"));
      }
      if (labels.missing().isEmpty()) {
        return labels.ambiguous().isEmpty();
      }
      if (inArchive) {
        log.leaveOut("member " + name + " without " + String.join(",", labels.missing()));
      } else {
        log.problem(labels.problem());
      }
      return false;
    }

    private static boolean isBlank(List<String> cells) {
      for (String each : cells) {
        if (!each.isBlank()) {
          return false;
        }
      }
      return true;
    }
  }
}
