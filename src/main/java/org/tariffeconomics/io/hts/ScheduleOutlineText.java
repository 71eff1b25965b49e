package org.tariffeconomics.io.hts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tariffeconomics.basics.Texts;
import org.tariffeconomics.schedule.ScheduleOutline;

/**
 * The text of a {@link ScheduleOutline}: one fact a line, a key and its value between tabs; a key
 * may stand several times. Reading and writing are inverse.
 *
 * @since 0.1.0
 */
public final class ScheduleOutlineText {

  private ScheduleOutlineText() {}

  /**
   * Writes an outline.
   *
   * @param outline the outline
   * @return the text, each line ended by a line feed
   */
  public static String write(ScheduleOutline outline) {
    Objects.requireNonNull(outline, "outline");
    StringBuilder text = new StringBuilder();
    line(text, "name", outline.name());
    line(text, "version", outline.version());
    line(text, "through", outline.through().toString());
    outline.editions().forEach((day, name) -> line(text, "edition", day + " " + name));
    outline.seasons().forEach(day -> line(text, "season", day.toString()));
    line(text, "chapters", String.join(" ", outline.chapters()));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append('\t').append(value).append('\n');
  }

  /**
   * Reads an outline.
   *
   * @param name the name for messages
   * @param in the text, closed when read
   * @return the outline
   * @throws IllegalArgumentException when the text is not as {@link #write} makes it
   * @throws UncheckedIOException when it cannot be read
   */
  public static ScheduleOutline read(String name, Reader in) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(in, "in");
    String title = "";
    String version = "";
    LocalDate through = LocalDate.MIN;
    NavigableMap<LocalDate, String> editions = new TreeMap<>();
    NavigableSet<MonthDay> seasons = new TreeSet<>();
    NavigableSet<String> chapters = new TreeSet<>();
    try (BufferedReader text = new BufferedReader(in)) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        int tab = line.indexOf('\t');
        String value = line.substring(tab + 1);
        switch (line.substring(0, Math.max(0, tab))) {
          case "name" -> title = value;
          case "version" -> version = value;
          case "through" -> through = LocalDate.parse(value);
          case "edition" -> {
            int blank = value.indexOf(' ');
            editions.put(
                LocalDate.parse(value.substring(0, Math.max(0, blank))),
                value.substring(blank + 1));
          }
          case "season" -> seasons.add(MonthDay.parse(value));
          case "chapters" -> chapters.addAll(List.of(value.split(" ")));
          default ->
              throw new IllegalArgumentException(name + " is damaged: " + Texts.quoted(line));
        }
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          name + " is damaged: " + Texts.shortened(String.valueOf(e.getMessage())), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ScheduleOutline(title, version, editions, through, seasons, chapters);
  }
}
