package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;

/** Measures that are known to stand together make the same book unchecked. */
class UncheckedMeasuresTest {

  private static final HsCode CAR = HsCode.of("8703.23");

  @Provide
  Arbitrary<List<TariffMeasure>> measures() {
    Arbitrary<String> goods = Arbitraries.of("87", "8703", "8703.23", "*");
    Arbitrary<String> origins = Arbitraries.of("*", "JP", "EU", "CN,JP");
    Arbitrary<String> rates = Arbitraries.of("Free", "2.5%", "10%");
    return Combinators.combine(goods, origins, rates)
        .as((g, o, rate) -> TariffMeasure.adds("one", g, o, rate).withId(g + " " + o))
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 200)
  void a_book_that_is_not_refused_is_the_same_unchecked(
      @ForAll("measures") List<TariffMeasure> measures) {
    TariffBook base = TariffBook.us(TariffMeasure.base("*", "1%"));
    TariffBook checked;
    try {
      checked = base.withAll(measures);
    } catch (IllegalArgumentException refused) {
      return;
    }
    TariffBook unchecked = base.withAllUnchecked(measures);
    assertEquals(checked, unchecked);
    assertEquals(checked.version(), unchecked.version());
    for (String origin : List.of("JP", "DE", "CN", "BR")) {
      assertEquals(
          checked.on("2025-09-16").stack(CAR, Country.of(origin)).adValoremRate(),
          unchecked.on("2025-09-16").stack(CAR, Country.of(origin)).adValoremRate());
    }
  }

  @Test
  void what_is_changed_of_a_whole_book_is_an_amendment_all_the_same() {
    TariffMeasure more = TariffMeasure.adds("mine", "8703", "JP", "1%");
    TariffBook whole =
        TariffBook.us(TariffMeasure.base("*", "1%")).describedAs("a law", LocalDate.of(2025, 1, 1));
    assertEquals(
        whole.withAll(List.of(more)).amendments(),
        whole.withAllUnchecked(List.of(more)).amendments());
    assertThrows(
        IllegalArgumentException.class,
        () -> whole.withAll(List.of(more, more.withRate(more.rate()))));
  }
}
