package org.tariffeconomics.reading;

import java.util.Comparator;
import java.util.Objects;

/**
 * Where something stands in a file: in a line of a table, at a path of a JSON document, or in the
 * file as a whole.
 *
 * @param file the file's name, with that of the archive that holds it; cut at {@link
 *     Limits#LONGEST_NAME} characters
 * @param line the line on which the row begins, counted from 1; 0 where the file as a whole is
 *     meant or the place is a path
 * @param path the path in a JSON document, as in {@code $.included[3]}; empty in a table
 * @since 0.1.0
 */
public record Place(String file, long line, String path) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparingLong(Place::line).thenComparing(Place::path);

  /**
   * Cuts long names.
   *
   * @param file the file's name
   * @param line the line, from 1; 0 where there is none
   * @param path the path in a JSON document; may be empty
   */
  public Place {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(path, "path");
    file = Limits.cut(file, Limits.LONGEST_NAME);
    path = Limits.cut(path, Limits.LONGEST_NAME);
  }

  /**
   * A line of a table.
   *
   * @param file the file's name
   * @param line the line on which the row begins, counted from 1
   * @return the place
   */
  public static Place ofLine(String file, long line) {
    Objects.requireNonNull(file, "file");
    return new Place(file, line, "");
  }

  /**
   * A value of a JSON document.
   *
   * @param file the file's name
   * @param path its path, as in {@code $.included[3]}
   * @return the place
   */
  public static Place ofPath(String file, String path) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(path, "path");
    return new Place(file, 0, path);
  }

  /**
   * A file as a whole.
   *
   * @param file the file's name
   * @return the place
   */
  public static Place ofFile(String file) {
    Objects.requireNonNull(file, "file");
    return new Place(file, 0, "");
  }

  /** By file, then by line, then by path. */
  @Override
  public int compareTo(Place other) {
    Objects.requireNonNull(other, "other");
    return ORDER.compare(this, other);
  }

  /** For example {@code my.csv line 3} or {@code car.json $.included[3]}. */
  @Override
  public String toString() {
    return file + (line == 0 ? "" : " line " + line) + (path.isEmpty() ? "" : " " + path);
  }
}
