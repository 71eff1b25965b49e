package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MeursingTableTest {

  @Test
  void a_table_is_read_with_its_areas() {
    MeursingTable table =
        MeursingTable.parse("code;area;component;duty\n7476;1011;EA;117.11 EUR/100 kg\n");
    assertEquals("7476 * EA 117.11 EUR/100 kg", table.rows().get(0).toString());
  }

  @Test
  void whatever_is_no_table_is_refused_with_its_line() {
    for (String csv : List.of(",", "a,\"b\"52", "", "code,area,component,duty\n7476,*,EA\n")) {
      assertThrows(IllegalArgumentException.class, () -> MeursingTable.parse(csv), csv);
    }
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> MeursingTable.parse("code,area,component,duty\n8476,*,EA,1 EUR/100 kg\n"))
            .getMessage();
    assertTrue(message.contains("Meursing table line 2, code '8476'"), message);
  }

  @Property(tries = 300)
  void no_text_lets_another_exception_out(@ForAll String text) {
    for (String csv : List.of(text, "code,area,component,duty\n" + text)) {
      try {
        MeursingTable.parse(csv);
      } catch (IllegalArgumentException e) {
        assertTrue(e.getMessage().contains("Meursing table"), e.getMessage());
      }
    }
  }
}
