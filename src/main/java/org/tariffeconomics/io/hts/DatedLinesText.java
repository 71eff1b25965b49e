package org.tariffeconomics.io.hts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.schedule.DatedLine;
import org.threeten.extra.LocalDateRange;

/**
 * The compact text of a chapter's {@link DatedLine lines}, one line of text each, its cells between
 * tabs: code, first day, first day after, general, special, other, statistical lines.
 *
 * <p>A cell {@code ^} repeats that of the line before. Statistical lines are separated by {@code ;}
 * and are a suffix with units behind it, {@code 10=doz.|kg;20}; one without has the units of the
 * one before. Reading and writing are inverse.
 *
 * @since 0.1.0
 */
public final class DatedLinesText {

  private static final String SAME = "^";
  private static final int CELLS = 7;

  private DatedLinesText() {}

  /**
   * Writes lines.
   *
   * @param lines the lines, in the order in which they are to be read
   * @return the text, each line ended by a line feed
   * @throws IllegalArgumentException when a text holds a tab, a line break or a sign that separates
   */
  public static String write(Collection<DatedLine> lines) {
    Objects.requireNonNull(lines, "lines");
    StringBuilder text = new StringBuilder();
    List<String> before = List.of("", "", "", "", "", "", "");
    for (DatedLine line : lines) {
      List<String> cells = cells(line);
      for (int i = 0; i < CELLS; i++) {
        text.append(i == 0 ? "" : "\t").append(shown(cells.get(i), before.get(i)));
      }
      text.append('\n');
      before = cells;
    }
    return text.toString();
  }

  private static String shown(String cell, String before) {
    return cell.length() > 1 && cell.equals(before) ? SAME : cell;
  }

  private static List<String> cells(DatedLine line) {
    return List.of(
        line.code().digits(),
        line.days().isUnboundedStart() ? "" : line.days().getStart().toString(),
        line.days().isUnboundedEnd() ? "" : line.days().getEnd().toString(),
        plain(line.general(), "\t\n\r"),
        plain(line.special(), "\t\n\r"),
        plain(line.other(), "\t\n\r"),
        statistical(line.statistical()));
  }

  private static String statistical(List<DatedLine.Statistical> lines) {
    List<String> texts = new ArrayList<>(lines.size());
    List<String> before = List.of();
    for (DatedLine.Statistical each : lines) {
      String suffix = plain(each.suffix(), "\t\n\r;=|");
      each.units().forEach(unit -> plain(unit, "\t\n\r;=|"));
      boolean isSame = each.units().equals(before);
      texts.add(isSame ? suffix : suffix + "=" + String.join("|", each.units()));
      before = each.units();
    }
    return String.join(";", texts);
  }

  private static String plain(String text, String forbidden) {
    if (text.equals(SAME) || text.chars().anyMatch(c -> forbidden.indexOf(c) >= 0)) {
      throw new IllegalArgumentException("A text that cannot be kept: '" + text + "'");
    }
    return text;
  }

  /**
   * Reads lines.
   *
   * @param name the name for messages
   * @param in the text, closed when read
   * @return the lines in their order
   * @throws IllegalArgumentException when the text is not as {@link #write} makes it, naming the
   *     line
   * @throws UncheckedIOException when it cannot be read
   */
  public static List<DatedLine> read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    List<DatedLine> lines = new ArrayList<>();
    try (BufferedReader text = new BufferedReader(in)) {
      String[] before = {"", "", "", "", "", "", ""};
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS) {
          throw damaged(name, lines.size() + 1, "it has " + cells.length + " cells", null);
        }
        for (int i = 0; i < CELLS; i++) {
          cells[i] = cells[i].equals(SAME) ? before[i] : cells[i];
        }
        lines.add(line(name, lines.size() + 1, cells));
        before = cells;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static DatedLine line(String name, int number, String[] cells) {
    try {
      LocalDate start = cells[1].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[1]);
      LocalDate end = cells[2].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[2]);
      LocalDateRange days = LocalDateRange.of(start, end);
      return new DatedLine(
          HsCode.of(cells[0]), days, cells[3], cells[4], cells[5], statistical(cells[6]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw damaged(name, number, String.valueOf(e.getMessage()), e);
    }
  }

  private static List<DatedLine.Statistical> statistical(String text) {
    List<DatedLine.Statistical> lines = new ArrayList<>();
    List<String> units = List.of();
    for (String each : text.split(";", -1)) {
      int at = each.indexOf('=');
      if (at >= 0) {
        String after = each.substring(at + 1);
        units = after.isEmpty() ? List.of() : List.of(after.split("[|]", -1));
      }
      lines.add(new DatedLine.Statistical(at < 0 ? each : each.substring(0, at), units));
    }
    return lines;
  }

  private static IllegalArgumentException damaged(
      String name, int number, String why, @Nullable Exception cause) {
    return new IllegalArgumentException(name + ":" + number + " is damaged: " + why, cause);
  }
}
