package org.tariffeconomics.tariff;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the measures and assumptions of a book say of a line, whatever the day and the origin:
 * shared by all lines that the same of them list.
 */
final class LinePlace {

  private final List<MeasureTable.Node> nodes;

  /** The assumptions that are made for such goods, by their places in the book. */
  private final BitSet assumed;

  private final boolean undivided;
  private final int hash;

  LinePlace(List<MeasureTable.Node> nodes, BitSet assumed) {
    this.nodes = nodes;
    this.assumed = assumed;
    boolean whole = true;
    int code = assumed.hashCode();
    for (MeasureTable.Node each : nodes) {
      whole &= each.partial().isEmpty();
      code = code * 31 + System.identityHashCode(each);
    }
    this.undivided = whole;
    this.hash = code;
  }

  /** Where it stands in each table of measures. */
  List<MeasureTable.Node> nodes() {
    return nodes;
  }

  /** The assumptions that are made for such goods, by their places in the book. */
  BitSet assumed() {
    return assumed;
  }

  /** Whether no measure tells apart goods below the line. */
  boolean isUndivided() {
    return undivided;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // nodes are the objects they are
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof LinePlace that) || hash != that.hash || !assumed.equals(that.assumed)) {
      return false;
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) != that.nodes.get(i)) {
        return false;
      }
    }
    return nodes.size() == that.nodes.size();
  }
}
