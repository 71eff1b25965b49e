package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of an entry as it is stated.
 *
 * @param name what the line is called
 * @param goods the goods
 * @param deposits the duties that the importer states for them
 */
record EntryItem(String name, Shipment goods, List<Deposit> deposits) {

  EntryItem with(Deposit deposit) {
    List<Deposit> more = new ArrayList<>(deposits);
    more.add(deposit);
    return new EntryItem(name, goods, List.copyOf(more));
  }
}
