package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tariffeconomics.Tariffs.entry;
import static org.tariffeconomics.Tariffs.portfolio;
import static org.tariffeconomics.Tariffs.progress;
import static org.tariffeconomics.Tariffs.shipment;
import static org.tariffeconomics.Tariffs.us;

import org.junit.jupiter.api.Test;
import org.tariffeconomics.landedcost.EntryCost;

/** The verbs of entries and portfolios, as they are typed in a shell. */
class EntryVerbsTest {

  @Test
  void an_entry_is_priced_and_filed() {
    EntryCost order =
        entry()
            .withLine("A1", shipment("6109.10", "IN", "USD 1000", "USD 20", "USD 0", "sea"))
            .withLine("A2", shipment("8703.23.01", "JP", "USD 20000", "USD 900", "USD 40", "sea"))
            .price(us().on("2026-11-23"));
    assertEquals("USD 3363.99", order.payable().orElseThrow().toString());
    assertTrue(order.filed().table().toText().contains("? the number of the heading"));
  }

  @Test
  void a_portfolio_is_read_and_charged() {
    assertEquals(
        "USD 665.00",
        portfolio(
                "sku,line,origin,value\nS1,6109.10,CN,USD 1000\nS2,8703.23.01,JP,USD 2000\n",
                "2026-11-23")
            .total()
            .orElseThrow()
            .toString());
  }

  @Test
  void a_word_of_an_enum_is_answered_with_the_words() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> progress("JP", "aproved", "2026-11-23"))
            .getMessage();
    assertTrue(message.startsWith("stage must be one of "), message);
  }
}
