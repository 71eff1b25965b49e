package org.tariffeconomics.tariff;

import java.util.Collection;
import java.util.List;

/** Many codes in few words. */
final class CodeGroups {

  private static final int MOST_NAMED = 6;

  private CodeGroups() {}

  /** The codes, or the first of them and how many there are besides. */
  static String text(Collection<String> codes) {
    List<String> some = codes.stream().distinct().limit(MOST_NAMED).toList();
    long more = codes.stream().distinct().count() - some.size();
    return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
  }
}
