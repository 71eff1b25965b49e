package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsTariffs;

/** Slips of the keyboard are told from names of other things. */
class MisspeltNameTest {

  private static final List<String> KNOWN =
      List.of(
          "age",
          "approved US content",
          "content:US",
          "content:steel",
          "melted:GB",
          "melted:MX",
          "metal origin",
          "quota:UK autos",
          "loaded");

  @ParameterizedTest
  @CsvSource({
    "contnet:US, content:US",
    "content:USA, content:US",
    "content:us, content:US",
    "Metal Origin, metal origin",
    "metal_origin, metal origin",
    "metal orgin, metal origin",
    "quota:UK auto, quota:UK autos",
    "aproved US contnet, approved US content",
    "content:stel, content:steel",
    "steel, content:steel",
    "Melted, melted:GB' or 'melted:MX",
    "quota, quota:UK autos",
    "load, ''",
    "approved, ''",
    "content:UK, ''",
    "melted:JP, ''",
    "quota:EU cars, ''",
    "colour, ''",
    "ages, age",
    "wage, ''",
    "content:US, ''"
  })
  void what_was_meant(String name, String meant) {
    assertEquals(
        meant.isEmpty() ? Optional.empty() : Optional.of(meant), MisspeltName.meant(name, KNOWN));
  }

  /** With the share of US content spelt right and approved, the duty is 15 %, not 25 %. */
  @Test
  void a_misspelt_fact_of_the_law_is_refused_and_one_of_other_goods_is_remarked() {
    TariffBook us = UsTariffs.book();
    DeclaredOrigin slip = DeclaredOrigin.parse("MX claiming USMCA with contnet:US=0.4");
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> us.requireClaimable(slip));
    assertTrue(thrown.getMessage().contains("did you mean 'content:US'?"), thrown::getMessage);
    DeclaredOrigin other = DeclaredOrigin.parse("GB with metal origin=GB");
    assertEquals(other, us.requireClaimable(other));
    assertEquals(
        "content:US",
        MisspeltName.meant(
                "contnet:US", List.of(Condition.CONTENT + "US", Condition.QUOTA + "UK autos"))
            .orElseThrow());
    String half =
        assertThrows(
                IllegalArgumentException.class,
                () -> us.requireClaimable(DeclaredOrigin.parse("GB with melted=GB")))
            .getMessage();
    assertTrue(half.endsWith("did you mean 'melted:GB' or 'melted:US'?"), half);
    DutyStack stack = us.on(LocalDate.of(2026, 11, 23)).stack(HsCode.of("8703.23.01"), slip);
    assertTrue(
        stack.remarks().toString().contains("asks for: did you mean content:US?"),
        () -> stack.remarks().toString());
  }
}
