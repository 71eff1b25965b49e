package org.tariffeconomics.tariff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What some goods may claim and what may be declared of them.
 *
 * @param existing the preferences that exist for the goods, claimed or not
 * @param names the names of facts and contents that some measure asks for
 */
record AskedFor(Set<String> existing, Set<String> names) {

  static AskedFor by(List<Candidate> candidates) {
    Set<String> names = new TreeSet<>();
    for (Candidate each : candidates) {
      names.addAll(each.measure().traits().answers());
    }
    return new AskedFor(existing(candidates), names);
  }

  /** The preferences that exist for the goods. */
  static Set<String> existing(List<Candidate> candidates) {
    Set<String> existing = new LinkedHashSet<>();
    for (Candidate each : candidates) {
      if (each.rule() == Rule.PREFERENCE) {
        existing.add(each.programme());
      }
    }
    return existing;
  }

  /** What either asks for. */
  static AskedFor together(List<AskedFor> all) {
    if (all.stream().distinct().count() == 1) {
      return all.get(0);
    }
    Set<String> existing = new LinkedHashSet<>();
    Set<String> names = new TreeSet<>();
    for (AskedFor each : all) {
      existing.addAll(each.existing);
      names.addAll(each.names);
    }
    return new AskedFor(existing, names);
  }
}
