package org.tariffeconomics.io.uk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.reading.CsvProblem;
import org.tariffeconomics.reading.CsvProblems;
import org.tariffeconomics.report.Table;
import org.tariffeconomics.schedule.StagedLine;
import org.tariffeconomics.schedule.StagedSchedule;

/**
 * What was read from the file of a staged tariff schedule: one schedule an importer, the repairs
 * that were made, and the problems of the rest.
 */
public final class StagedReading {

  private static final int SHOWN = 10;

  private final String file;
  private final Map<String, Part> parts;
  private final List<CsvProblem> problems;
  private final List<CsvProblem> repairs;

  /** The lines of one importer. */
  record Part(StageColumns columns, String partner, NavigableMap<HsCode, StagedLine> lines) {

    Part(StageColumns columns, String partner) {
      this(columns, partner, new TreeMap<>());
    }
  }

  StagedReading(
      String file, Map<String, Part> parts, List<CsvProblem> problems, List<CsvProblem> repairs) {
    this.file = file;
    this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    this.problems = List.copyOf(problems);
    this.repairs = List.copyOf(repairs);
  }

  /**
   * {@return the importers whose schedules the file holds: their names as written, in the order of
   * the file; one empty name where it names none}
   */
  public List<String> importers() {
    return new ArrayList<>(parts.keySet());
  }

  /**
   * The partner of an importer: whose goods its schedule is for.
   *
   * @param importer the importer's name as written
   * @return the partner's name as written, may be empty
   * @throws IllegalArgumentException when the file has no such importer
   */
  public String partner(String importer) {
    return part(importer).partner();
  }

  /**
   * The schedule of an importer.
   *
   * @param importer the importer's name as written
   * @return the schedule
   * @throws IllegalArgumentException when the file has no such importer
   */
  public StagedSchedule schedule(String importer) {
    Part part = part(importer);
    String name = importer.isEmpty() ? file : file + " " + importer;
    return StagedSchedule.of(
        name,
        part.columns().count(),
        part.columns().years().lastKey(),
        Source.user(file),
        part.lines().values());
  }

  /**
   * The schedule of a file that holds one.
   *
   * @return the schedule
   * @throws IllegalArgumentException when the file holds none or those of several importers
   */
  public StagedSchedule schedule() {
    if (parts.size() != 1) {
      throw new IllegalArgumentException(
          file + " must hold the schedule of one importer, but holds " + importers());
    }
    return schedule(importers().get(0));
  }

  private Part part(String importer) {
    Part part = parts.get(importer);
    if (part == null) {
      throw new IllegalArgumentException(
          "There is no importer '" + importer + "' in " + file + ": there are " + importers());
    }
    return part;
  }

  /**
   * What is wrong with cells and rows.
   *
   * @return the problems in the order of the file
   */
  public List<CsvProblem> problems() {
    return problems;
  }

  /**
   * What was read otherwise than it stands.
   *
   * @return the repairs in the order of the file, each with what was read
   */
  public List<CsvProblem> repairs() {
    return repairs;
  }

  /**
   * The same reading, which must have no problem; repairs are none.
   *
   * @return this reading
   * @throws IllegalArgumentException when there are problems; the message lists the first of them
   */
  public StagedReading orThrow() {
    CsvProblems.refuse(problems, SHOWN);
    return this;
  }

  /**
   * {@return the problems and repairs as a table: one row a problem or repair: file, line, column,
   * text, message}
   */
  public Table table() {
    List<CsvProblem> all = new ArrayList<>(problems);
    all.addAll(repairs);
    return CsvProblems.table("Problems and repairs of " + this, all);
  }

  /** How many lines, problems and repairs there are. */
  @Override
  public String toString() {
    int lines = parts.values().stream().mapToInt(part -> part.lines().size()).sum();
    return lines
        + " staged lines, "
        + problems.size()
        + " problems, "
        + repairs.size()
        + " repairs";
  }
}
