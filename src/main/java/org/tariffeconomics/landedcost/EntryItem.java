package org.tariffeconomics.landedcost;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Texts;

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
    if (deposits.stream().anyMatch(each -> each.name().equals(deposit.name()))) {
      throw new IllegalArgumentException(
          "Line "
              + Texts.quoted(name)
              + " has a deposit "
              + Texts.quoted(deposit.name())
              + " already: each case is paid once");
    }
    List<Deposit> more = new ArrayList<>(deposits);
    more.add(deposit);
    return new EntryItem(name, goods, List.copyOf(more), provision);
  }

  EntryItem with(SpecialProvision other) {
    return new EntryItem(name, goods, deposits, other);
  }
}
