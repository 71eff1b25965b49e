package org.tariffeconomics.io.uk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.schedule.StagedLine;
import org.tariffeconomics.schedule.StagedSchedule;

/**
 * The staged tariff schedules of one file: one an importer.
 *
 * @since 0.1.0
 */
public final class StagedSchedules {

  private final String file;
  private final Map<String, Part> parts;
  private final List<DutyRate.Unsupported> unread;

  /** The lines of one importer. */
  record Part(StageColumns columns, String partner, NavigableMap<HsCode, StagedLine> lines) {

    Part(StageColumns columns, String partner) {
      this(columns, partner, new TreeMap<>());
    }
  }

  StagedSchedules(String file, Map<String, Part> parts, List<DutyRate.Unsupported> unread) {
    this.file = file;
    this.unread = List.copyOf(unread);
    this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
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
    Objects.requireNonNull(importer, "importer");
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
    Objects.requireNonNull(importer, "importer");
    Part part = part(importer);
    String name = importer.isEmpty() ? file : file + " " + importer;
    return StagedSchedule.of(
            name,
            part.columns().count(),
            part.columns().years().lastKey(),
            Source.user(file),
            part.lines().values())
        .withUnread(unread);
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

  /** How many lines there are for each importer. */
  @Override
  public String toString() {
    return parts.entrySet().stream()
        .map(each -> (each.getKey() + " " + each.getValue().lines().size() + " lines").strip())
        .collect(Collectors.joining(", ", "Staged: ", ""));
  }
}
