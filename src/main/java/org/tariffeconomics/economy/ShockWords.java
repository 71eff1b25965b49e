package org.tariffeconomics.economy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a shock changes, in words: who charges whom how much more than in the base, and what became
 * dearer to ship. A result that does not say its shock can be taken for that of another one, and a
 * seller in the place of a buyer is seen at once.
 */
final class ShockWords {

  private static final int MOST_SENTENCES = 4;
  private static final int MOST_NAMES = 5;

  /** Duties that differ by less were meant to be the same. */
  private static final double SLIP = 1e-12;

  private final World world;
  private final DutyShock shock;

  private ShockWords(DutyShock shock) {
    this.world = shock.world();
    this.shock = shock;
  }

  static String of(DutyShock shock) {
    ShockWords words = new ShockWords(shock);
    List<String> all = new ArrayList<>(words.duties());
    all.addAll(words.costs());
    return all.isEmpty() ? "nothing changes" : String.join("; ", all);
  }

  /** The changes of one buyer. */
  private static final class Changes {
    private final Set<Integer> sellers = new LinkedHashSet<>();
    private final Set<Integer> sectors = new LinkedHashSet<>();
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void add(int seller, int sector, double change) {
      sellers.add(seller);
      sectors.add(sector);
      least = Math.min(least, change);
      most = Math.max(most, change);
    }
  }

  private List<String> duties() {
    Map<Integer, Changes> byBuyer = new LinkedHashMap<>();
    for (int cell = 0; cell < shock.powers().length; cell++) {
      double change = shock.powers()[cell] - 1 - world.duties()[cell];
      if (Math.abs(change) > SLIP) {
        add(byBuyer, cell, change);
      }
    }
    return sentences(byBuyer, "duty of %s %s on %s", "pp");
  }

  private List<String> costs() {
    Map<Integer, Changes> byBuyer = new LinkedHashMap<>();
    for (int cell = 0; cell < shock.iceberg().length; cell++) {
      if (shock.iceberg()[cell] != 1) {
        add(byBuyer, cell, shock.iceberg()[cell] - 1);
      }
    }
    return sentences(byBuyer, "iceberg costs to %s %s on goods of %s", "%");
  }

  private void add(Map<Integer, Changes> byBuyer, int cell, double change) {
    int n = world.size();
    byBuyer
        .computeIfAbsent(cell / n % n, buyer -> new Changes())
        .add(cell % n, cell / (n * n), change);
  }

  /** Buyers that do the same are named together. */
  private List<String> sentences(Map<Integer, Changes> byBuyer, String one, String unit) {
    Map<List<String>, List<String>> buyers = new LinkedHashMap<>();
    byBuyer.forEach(
        (buyer, changes) -> {
          String size = size(100 * changes.least, 100 * changes.most, unit);
          buyers
              .computeIfAbsent(List.of(size, whom(buyer, changes)), same -> new ArrayList<>())
              .add(world.economies().get(buyer));
        });
    List<String> sentences = new ArrayList<>();
    int named = 0;
    for (Map.Entry<List<String>, List<String>> each : buyers.entrySet()) {
      if (sentences.size() < MOST_SENTENCES) {
        String who = who(each.getValue());
        String size = each.getKey().get(0);
        sentences.add(String.format(Locale.ROOT, one, who, size, each.getKey().get(1)));
        named += each.getValue().size();
      }
    }
    if (named < byBuyer.size()) {
      sentences.add(String.format(Locale.ROOT, "and of %d more buyers", byBuyer.size() - named));
    }
    return sentences;
  }

  private String who(List<String> buyers) {
    return buyers.size() == world.size()
        ? "all"
        : buyers.size() <= MOST_NAMES
            ? String.join(", ", buyers)
            : String.join(", ", buyers.subList(0, MOST_NAMES))
                + " and "
                + (buyers.size() - MOST_NAMES)
                + " more";
  }

  private static String size(double least, double most, String unit) {
    String space = unit.equals("%") ? "" : " ";
    return most - least <= SLIP * Math.max(1, Math.abs(most))
        ? String.format(Locale.ROOT, "%+,.1f%s%s", least, space, unit)
        : String.format(Locale.ROOT, "%+,.1f to %+,.1f%s%s", least, most, space, unit);
  }

  private String whom(int buyer, Changes changes) {
    int others = world.size() - 1;
    String sellers =
        changes.sellers.size() == 1
            ? seller(buyer, changes.sellers.iterator().next())
            : changes.sellers.size() == others && !changes.sellers.contains(buyer)
                ? "all others"
                : changes.sellers.size() + " others";
    int sectors = changes.sectors.size();
    return sectors == world.sectors().size()
        ? sellers
        : sectors == 1
            ? sellers + " in " + world.sectors().get(changes.sectors.iterator().next())
            : sellers + " in " + sectors + " sectors";
  }

  private String seller(int buyer, int seller) {
    return buyer == seller ? "its own goods" : world.economies().get(seller);
  }
}
