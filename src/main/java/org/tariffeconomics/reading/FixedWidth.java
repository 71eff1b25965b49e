package org.tariffeconomics.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Splits lines of fixed width; of a line that never ends no more is kept than a line may have. */
final class FixedWidth implements RowSource {

  private final List<Field> fields;
  private final int width;

  FixedWidth(List<Field> fields) {
    this.fields = List.copyOf(fields);
    this.width = fields.stream().mapToInt(Field::last).max().orElse(0);
  }

  @Override
  public void read(String name, Reader in, Consumer<Problem> problems, RowConsumer consumer)
      throws IOException {
    consumer.row(0, fields.stream().map(Field::label).toList());
    Lines lines = new Lines(new BufferedReader(in, 1 << 16));
    for (long line = 1; lines.next(); line++) {
      if (lines.length > Limits.LINE_CHARACTERS) {
        refuse(name, line, lines, "at most " + Limits.LINE_CHARACTERS, problems);
      } else if (lines.length >= width) {
        if (!consumer.row(line, cut(lines.text.toString()))) {
          return;
        }
      } else if (!lines.text.toString().isBlank()) {
        refuse(name, line, lines, String.valueOf(width), problems);
      }
    }
  }

  private static void refuse(
      String name, long line, Lines lines, String places, Consumer<Problem> problems) {
    String message = "the line must have " + places + " places, but had " + lines.length;
    problems.accept(Problem.error(Place.ofLine(name, line), "", lines.text.toString(), message));
  }

  private List<String> cut(String line) {
    List<String> cells = new ArrayList<>(fields.size());
    for (Field each : fields) {
      cells.add(line.substring(each.first() - 1, each.last()));
    }
    return cells;
  }

  /** The lines of a text, each with its whole length but no more text than a line may have. */
  private static final class Lines {
    private final Reader in;
    private final StringBuilder text = new StringBuilder();
    private long length;
    private int ahead;

    Lines(Reader in) throws IOException {
      this.in = in;
      this.ahead = in.read();
    }

    boolean next() throws IOException {
      if (ahead < 0) {
        return false;
      }
      text.setLength(0);
      length = 0;
      while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
        if (length++ < Limits.LINE_CHARACTERS) {
          text.append((char) ahead);
        }
        ahead = in.read();
      }
      boolean carriageReturn = ahead == '\r';
      ahead = in.read();
      if (carriageReturn && ahead == '\n') {
        ahead = in.read();
      }
      return true;
    }
  }
}
