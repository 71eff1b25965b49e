package org.tariffeconomics.architecture.broken.report;

/** A table that prints where it may, and where it may not. */
public final class Table {

  public void print() {
    System.out.println("allowed");
  }

  public void log() {
    System.err.println("not allowed");
  }
}
