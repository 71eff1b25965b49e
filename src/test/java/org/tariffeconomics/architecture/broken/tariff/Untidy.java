package org.tariffeconomics.architecture.broken.tariff;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.tariffeconomics.architecture.broken.indicator.Neighbour;
import org.tariffeconomics.architecture.broken.report.Table;

/** Breaks every rule of the house but those of its floor and its package. */
@SuppressWarnings({"MutablePublicArray", "ProtectedMembersInFinalClass"})
public final class Untidy {

  public static final int[] SEEN_BY_ALL = {1};

  protected int count;

  public List<ImmutableList<String>> lists() {
    return List.of();
  }

  public double value(Supplier<? extends UnivariateFunction> curve) {
    return curve.get().value(count);
  }

  public void setCount(int newCount) {
    count = newCount;
  }

  public Table lowerFloor() {
    return new Table();
  }

  public Neighbour sameFloor() {
    return new Neighbour();
  }

  public Supplier<LocalDate> today() {
    return LocalDate::now;
  }

  public long elapsed() {
    return System.nanoTime();
  }

  public double chance() {
    return new Random().nextDouble() + Math.random();
  }

  public double seeded() {
    return new Random(1).nextDouble();
  }

  public Object filter() {
    return BloomFilter.create(Funnels.integerFunnel(), 10);
  }
}
