package org.tariffeconomics.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a result: what it shows, what it was made from, and the forms in which it leaves the
 * library.
 *
 * <p>Title, subtitle, units and the lines of the stamp are part of the picture, so that it can be
 * printed or sent on alone. It needs no screen, no font and no network: SVG is text, written the
 * same to the byte on every machine.
 *
 * <pre>{@code
 * Chart chart = timeline("8703", "2025-01-01", "2026-11-23", "KR", "JP").chart();
 * chart.save("gap.svg");
 * chart.open();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Chart {

  private static final String STATUS = "planning estimate";

  private final String title;
  private final String subtitle;
  private final List<String> caption;
  private final ChartForm form;

  private Chart(String title, String subtitle, List<String> caption, ChartForm form) {
    this.title = title;
    this.subtitle = subtitle;
    this.caption = List.copyOf(caption);
    this.form = form;
  }

  /**
   * A chart.
   *
   * @param title what it shows, with the day and the goods
   * @param subtitle what one should see in it, with the sign convention; may be empty
   * @param caption the lines under it: what kind of numbers these are, from which facts, with which
   *     assumptions
   * @param form what is drawn
   * @return the chart
   * @throws IllegalArgumentException when the title is blank
   */
  public static Chart of(String title, String subtitle, List<String> caption, ChartForm form) {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(subtitle, "subtitle");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(form, "form");
    if (title.isBlank()) {
      throw new IllegalArgumentException("title of a chart must not be blank");
    }
    return new Chart(title, subtitle, caption, form);
  }

  /** {@return what it shows} */
  public String title() {
    return title;
  }

  /** {@return what one should see in it, may be empty} */
  public String subtitle() {
    return subtitle;
  }

  /** {@return the lines under it} */
  public List<String> caption() {
    return caption;
  }

  /** {@return what is drawn: the labels and numbers} */
  public ChartForm form() {
    return form;
  }

  /**
   * The same chart under another title.
   *
   * @param words the title
   * @return a new chart
   * @throws IllegalArgumentException when the title is blank
   */
  public Chart withTitle(String words) {
    Objects.requireNonNull(words, "words");
    return of(words, subtitle, caption, form);
  }

  /**
   * The same chart with another subtitle.
   *
   * @param words the subtitle, may be empty
   * @return a new chart
   */
  public Chart withSubtitle(String words) {
    Objects.requireNonNull(words, "words");
    return new Chart(title, words, caption, form);
  }

  /**
   * The same chart with one more line under it, such as a source.
   *
   * @param line the line
   * @return a new chart
   */
  public Chart withNote(String line) {
    Objects.requireNonNull(line, "line");
    List<String> more = new ArrayList<>(caption);
    more.add(line);
    return new Chart(title, subtitle, more, form);
  }

  /** The lines under the picture; that it is an estimate is always said. */
  List<String> foot() {
    List<String> lines = new ArrayList<>(caption);
    if (caption.stream().noneMatch(line -> line.contains(STATUS))) {
      lines.add(STATUS);
    }
    return lines;
  }

  /** What a screen reader says of it: subtitle, every row or line with its numbers, the foot. */
  String description() {
    return ChartWords.of(this);
  }

  /**
   * The chart as SVG 1.1: one document, for a page, a slide or print. Bars are hatched and lines
   * dashed so that it reads without colours; texts stay texts.
   *
   * @return the document, the same to the byte wherever it is written; it ends with a line break
   */
  public String toSvg() {
    return SvgPicture.of(this);
  }

  /**
   * The chart as a Vega-Lite specification (version 5) with its numbers in it.
   *
   * @return JSON text
   */
  public String toVegaLite() {
    return VegaLite.of(this);
  }

  /**
   * The chart as one page that needs nothing else: no script, no style sheet, no network.
   *
   * @return the HTML document
   */
  public String toHtml() {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\n<title>"
        + SvgCanvas.escaped(title)
        + "</title>\n<style>body{margin:1em;background:#fff}svg{max-width:100%;height:auto}</style>"
        + "\n</head>\n<body>\n"
        + toSvg()
        + "</body>\n</html>\n";
  }

  /**
   * Writes the chart to a file, in the form that its name ends with.
   *
   * @param file a name that ends with {@code .svg}, {@code .html} or {@code .json} (Vega-Lite)
   * @return the file
   * @throws IllegalArgumentException when the name ends otherwise
   * @throws UncheckedIOException when the file cannot be written
   */
  public Path save(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      return Files.writeString(file, content(file.toString()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The chart cannot be written to " + file, e);
    }
  }

  /**
   * Writes the chart to a file, in the form that its name ends with.
   *
   * @param file a name that ends with {@code .svg}, {@code .html} or {@code .json} (Vega-Lite)
   * @return the file
   * @throws IllegalArgumentException when the name ends otherwise
   * @throws UncheckedIOException when the file cannot be written
   */
  public Path save(String file) {
    Objects.requireNonNull(file, "file");
    return save(Path.of(file));
  }

  private String content(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".svg")) {
      return toSvg();
    }
    if (lower.endsWith(".html") || lower.endsWith(".htm")) {
      return toHtml();
    }
    if (lower.endsWith(".json")) {
      return toVegaLite();
    }
    throw new IllegalArgumentException(
        "file must end with .svg, .html or .json (Vega-Lite), but was '" + name + "'");
  }

  /**
   * Writes the chart to a page in the temporary folder and asks the desktop to show it; where there
   * is no desktop the page is there all the same, and its path is given back.
   *
   * @return the page
   * @throws UncheckedIOException when the page cannot be written
   */
  public Path open() {
    try {
      Path page = save(Files.createTempFile("chart-", ".html"));
      Desktop.show(page);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException("No page can be written to the temporary folder", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Chart that
        && title.equals(that.title)
        && subtitle.equals(that.subtitle)
        && caption.equals(that.caption)
        && form.equals(that.form);
  }

  @Override
  public int hashCode() {
    return Objects.hash(title, subtitle, caption, form);
  }

  /** The title, and how to see the chart. */
  @Override
  public String toString() {
    return "Chart: " + title + " (.save(\"name.svg\") or .open() shows it)";
  }
}
