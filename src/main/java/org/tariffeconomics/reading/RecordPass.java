package org.tariffeconomics.reading;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a file: splits it into rows, has each read, and hands on the records that are good.
 *
 * @param <T> what a row becomes
 */
public final class RecordPass<T> implements TextFiles.TextConsumer {

  /** Reads one row; null where it is no record, with its problems noted in the row. */
  public interface RowParser<T> {
    @Nullable T parse(StreamRow row);
  }

  /** Finds the columns of a file. */
  public interface Layout<T> {
    RowParser<T> of(StreamHeader header);
  }

  /** How a kind of file is split and read, and which members of an archive are of this kind. */
  public record Format<T>(RowSource source, Layout<T> layout, Predicate<String> members) {}

  private final Format<T> format;
  private final PassLog log;
  private final Consumer<T> consumer;

  private RecordPass(Format<T> format, PassLog log, Consumer<T> consumer) {
    this.format = format;
    this.log = log;
    this.consumer = consumer;
  }

  public static <T> void over(Path path, Format<T> format, PassLog log, Consumer<T> consumer) {
    try {
      TextFiles.each(path, log, new RecordPass<>(format, log, consumer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> void over(
      String name, Reader in, Format<T> format, PassLog log, Consumer<T> consumer) {
    try (in) {
      new RecordPass<>(format, log, consumer).accept(name, in, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean wants(String member) {
    return format.members().test(member);
  }

  @Override
  public void accept(String name, Reader in, boolean inArchive) throws IOException {
    OneFile file = new OneFile(name, inArchive);
    format.source().read(name, in, log, file);
    if (file.header == null && !inArchive) {
      log.problem(new CsvProblem(name, 1, "", "", "the file has no header line"));
    }
  }

  /** The rows of one text. */
  private final class OneFile implements RowSource.RowConsumer {
    private final String name;
    private final boolean inArchive;
    private @Nullable StreamHeader header;
    private @Nullable RowParser<T> parser;

    OneFile(String name, boolean inArchive) {
      this.name = name;
      this.inArchive = inArchive;
    }

    @Override
    public boolean row(long line, List<String> cells) {
      if (header == null || parser == null) {
        return open(line, cells);
      }
      if (isBlank(cells)) {
        return true;
      }
      StreamRow row = new StreamRow(header, line, cells);
      T parsed = row.problems().isEmpty() ? parser.parse(row) : null;
      row.problems().forEach(log::problem);
      if (parsed != null) {
        row.repairs().forEach(log::repair);
        consumer.accept(parsed);
      }
      return true;
    }

    /** Other files in an archive, such as lists of countries, are no problem but are counted. */
    private boolean open(long line, List<String> cells) {
      StreamHeader labels = new StreamHeader(name, line, cells);
      header = labels;
      parser = format.layout().of(labels);
      if (labels.missing().isEmpty()) {
        return true;
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
