package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;

/**
 * A duty that is due on all of the value where there is any of one metal, beside one on another
 * metal: with hardly any of the first, nearly all may be of the second.
 */
class MaterialsTogetherTest {

  private static final HsCode GOODS = HsCode.of("9403.20");

  /** 200 % where there is more aluminium than a share, and 50 % on the steel. */
  private static TariffLaw law(String least) {
    return TariffBook.us(
            TariffMeasure.base("9403", "Free"),
            TariffMeasure.adds("aluminium", "9403", "*", "200%")
                .withCondition("content:aluminium>" + least),
            TariffMeasure.adds("steel", "9403", "*", "50%")
                .withPortion(Portion.parse("steel content")))
        .on("2025-07-15");
  }

  private static DutyStack stack(TariffLaw law, String facts) {
    return law.stack(GOODS, Country.of("RU"), DeclaredFacts.parse(facts));
  }

  private static String range(TariffLaw law, String facts) {
    return stack(law, facts).range().orElseThrow().toText(1);
  }

  @Test
  void the_most_is_that_of_nearly_all_of_the_second_metal() {
    assertEquals("0.0% to 250.0%", range(law("0"), ""));
    // at most 90 % of steel beside more than 10 % of aluminium
    assertEquals("0.0% to 245.0%", range(law("0.1"), ""));
    // 30 % are wood: at most 70 % and 60 % of steel
    assertEquals("0.0% to 235.0%", range(law("0"), "content:wood=0.3"));
    assertEquals("0.0% to 230.0%", range(law("0.1"), "content:wood=0.3"));
    assertEquals("0.0% to 50.0%", range(law("0"), "content:aluminium=0"));
    assertEquals("200.0% to 245.0%", range(law("0"), "content:aluminium=0.1"));
  }

  @Test
  void what_decides_is_told_in_words() {
    String text = stack(law("0"), "").toString() + stack(law("0"), "").table().toText();
    assertTrue(text.contains("content:aluminium"), text);
    assertTrue(!text.contains("0.99999"), text);
  }

  @Property(tries = 300)
  void whatever_is_declared_lies_within(
      @ForAll @IntRange(max = 100) int aluminium, @ForAll @IntRange(max = 100) int steel) {
    int rest = 100 - aluminium;
    String facts =
        "content:aluminium="
            + BigDecimal.valueOf(aluminium, 2)
            + "; content:steel="
            + BigDecimal.valueOf(Math.min(steel, rest), 2);
    for (String least : List.of("0", "0.1", "0.25")) {
      Rate told = stack(law(least), facts).adValoremRate().orElseThrow();
      RateRange bounds = stack(law(least), "").range().orElseThrow();
      assertTrue(
          told.compareTo(bounds.lowest()) >= 0 && told.compareTo(bounds.highest()) <= 0,
          facts + " " + told + " " + bounds);
    }
  }
}
