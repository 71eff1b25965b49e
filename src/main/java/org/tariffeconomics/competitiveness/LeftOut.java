package org.tariffeconomics.competitiveness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The suppliers that have no weight in a comparison, by name and with the reason. */
final class LeftOut {

  private LeftOut() {}

  /** One sentence for a caption. A reason that several share is written once. */
  static String sentence(List<MarketSupplier> leftOut, boolean severalProducts) {
    if (leftOut.isEmpty()) {
      return "all suppliers compared";
    }
    Map<String, String> byReason = new LinkedHashMap<>();
    for (MarketSupplier supplier : leftOut) {
      String name =
          severalProducts ? supplier.origin() + " in " + supplier.product() : supplier.origin();
      byReason.merge(supplier.leftOutReason(), name, (a, b) -> a + ", " + b);
    }
    List<String> parts =
        byReason.entrySet().stream().map(e -> e.getValue() + " (" + e.getKey() + ")").toList();
    return "not compared: " + String.join("; ", parts);
  }

  /** The suppliers whose imports are not known, so that nobody can say what share they have. */
  static List<MarketSupplier> ofUnknownImports(List<MarketSupplier> suppliers) {
    return suppliers.stream().filter(s -> !s.imports().isKnown()).toList();
  }

  /** That the share covered is not known, since the imports from some are not. */
  static Figure unknownCoverage(List<MarketSupplier> ofUnknownImports) {
    return Figure.unknown(
        "imports from "
            + String.join(
                ", ", ofUnknownImports.stream().map(MarketSupplier::origin).distinct().toList())
            + " are not known");
  }
}
