package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry as it is stated.
 *
 * @param name what the line is called
 * @param goods the goods
 * @param deposits the duties that the importer states for them
 * @param provision the provision of chapter 98 that they are entered under; null for none
 */
record EntryItem(
    String name, Shipment goods, List<Deposit> deposits, @Nullable SpecialProvision provision) {

  EntryItem with(Deposit deposit) {
    List<Deposit> more = new ArrayList<>(deposits);
    more.add(deposit);
    return new EntryItem(name, goods, List.copyOf(more), provision);
  }

  EntryItem with(SpecialProvision other) {
    return new EntryItem(name, goods, deposits, other);
  }
}
