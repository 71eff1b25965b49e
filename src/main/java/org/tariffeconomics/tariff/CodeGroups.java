package org.tariffeconomics.tariff;

import java.util.Collection;
import java.util.List;

/** Many codes in few words. */
final class CodeGroups {

  private static final int MOST_NAMED = 6;

  private CodeGroups() {}

  /** The codes, or the first of them and how many there are besides. */
  static String text(Collection<String> codes) {
    List<String> all = codes.stream().distinct().toList();
    int shown = Math.min(MOST_NAMED, all.size());
    String some = String.join(", ", all.subList(0, shown));
    return shown == all.size() ? some : some + " and " + (all.size() - shown) + " more";
  }
}
