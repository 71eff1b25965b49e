package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

/** What is read without the grammar is what the grammar reads. */
class PlainRateTextProperties {

  private static Arbitrary<String> numbers() {
    StringArbitrary digits = Arbitraries.strings().numeric();
    return Combinators.combine(
            digits.ofMinLength(1).ofMaxLength(4),
            Arbitraries.oneOf(
                Arbitraries.just(""), digits.ofMinLength(1).ofMaxLength(30).map(d -> "." + d)))
        .as(String::concat);
  }

  @Provide
  Arbitrary<String> texts() {
    return Combinators.combine(
            Arbitraries.of(0, 1, 2), numbers(), Arbitraries.of("kg", "liter"), numbers())
        .as(
            (kind, one, unit, other) ->
                switch (kind) {
                  case 0 -> other + "%";
                  case 1 -> one + "¢/" + unit;
                  default -> one + "¢/" + unit + " + " + other + "%";
                });
  }

  @Property
  void plain_texts_mean_what_the_grammar_reads(@ForAll("texts") String text) {
    DutyRate plain = PlainRateText.read(text);
    assertNotNull(plain);
    DutyRate read =
        new RateGrammar(CleanText.of(text, ReadingMode.STRICT), ReadingMode.STRICT).read();
    assertEquals(read, plain);
    assertEquals(read.toString(), plain.toString());
  }

  @Example
  void others_are_left_to_the_grammar() {
    for (String each :
        List.of(
            "12345%",
            "5 %",
            "1¢/kg+5%",
            "1¢ / kg",
            "1¢/kg on drained weight",
            "$1/kg",
            "1¢/head",
            "1¢/liter + 5% + 2%",
            "1,000¢/kg",
            "free",
            "FREE",
            "5%/kg")) {
      assertNull(PlainRateText.read(each), each);
    }
  }
}
