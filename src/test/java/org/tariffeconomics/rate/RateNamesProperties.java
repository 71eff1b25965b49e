package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;

/** Texts are read back equal, whatever odd names stand in them. */
class RateNamesProperties {

  private static final DutyRate FREE = new DutyRate.Free();

  private static final List<String> WORDS =
      List.of(
          "on",
          "of",
          "of ",
          "plus",
          "minus",
          "but",
          "or",
          "nor",
          "less",
          "per",
          "for each",
          "MIN",
          "MAX",
          "x",
          "steel",
          "US",
          "u.s.",
          "Non-US",
          "non-",
          "content",
          "full value",
          "value",
          "aluminum",
          "%",
          "5%",
          "5",
          "100",
          "kg",
          "each",
          "+",
          "-",
          " - ",
          "/",
          "¢",
          "$",
          "€",
          "(",
          ")",
          "()",
          ",",
          ";",
          "\"",
          "\"\"",
          "'",
          ".",
          ":",
          "\n",
          "\t",
          "\u00a0",
          "<b>",
          "&amp;",
          "²",
          "1,000",
          "weght",
          "inthe",
          "whichever",
          "is greater",
          "see",
          "free",
          "Cond:",
          "EA",
          "(1 JAN - 2 FEB)",
          "only",
          "be - low",
          "on the",
          "cost of",
          "price",
          "=",
          ">=",
          "é",
          "鉄");

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(4).map(w -> String.join(" ", w));
  }

  @Provide
  Arbitrary<String> tightNames() {
    return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(4).map(w -> String.join("", w));
  }

  @Property(tries = 2_000)
  void ofTextsWithOddUnitsAndContents(
      @ForAll("names") String name, @ForAll("tightNames") String other) {
    for (String each : List.of(name, other)) {
      for (String text :
          List.of(
              "5.9¢/kg on " + each,
              "5.9¢/" + each,
              "5% of " + each,
              "50% upon the value of the " + each + " content",
              "see " + each,
              each,
              "Free, " + each)) {
        DutyRate rate = DutyRate.parse(text);
        assertEquals(rate, DutyRate.parse(rate.toString()), text);
      }
    }
  }

  @Property(tries = 2_000)
  void ofPortions(@ForAll("names") String name, @ForAll("tightNames") String other) {
    for (String each : List.of(name, other, name + " content", "non-" + other + " content")) {
      Optional<Portion> read = accepted(() -> Portion.parse(each));
      read.ifPresent(p -> assertEquals(p, Portion.parse(p.toString()), each));
      Optional<Portion> content = accepted(() -> Portion.contentOf(each));
      content.ifPresent(p -> assertEquals(p, Portion.parse(p.toString()), each));
    }
  }

  /** What cannot be written so that it reads back is left to the names of texts. */
  @Property(tries = 2_000)
  void ofRatesBuiltWithOddNames(@ForAll("names") String name) {
    Assume.that(isPlainText("x " + name) && isPlainText(name.toLowerCase(Locale.ROOT) + " value"));
    for (DutyRate rate :
        List.of(
            new DutyRate.ByReference(name),
            new ConditionalRate("x " + name, FREE, Optional.empty()),
            new DeclaredAmountRate("x " + name))) {
      assertEquals(rate, DutyRate.parse(rate.toString()), rate.toString());
    }
    accepted(() -> new OtherValueRate(Rate.percent("5"), name + " value"))
        .ifPresent(rate -> assertEquals(rate, DutyRate.parse(rate.toString())));
  }

  @Property(tries = 2_000)
  void ofSpecificDutiesPerOddUnits(@ForAll("names") String name) {
    Assume.that(isPlainText(name));
    Optional<Unit> unit = accepted(() -> Unit.of("kg").measuring(name));
    unit.ifPresent(
        u -> {
          DutyRate rate = new DutyRate.Specific(BigMoney.parse("USD 1.5"), Quantity.of(1, u));
          assertEquals(rate, DutyRate.parse(rate.toString()), rate.toString());
          assertEquals(u, Unit.of(u.toString()));
        });
  }

  /** Signs that every reader of schedules cleans away wherever they stand. */
  private static boolean isPlainText(String name) {
    return CleanText.of('"' + RateForm.tidy(name) + '"', ReadingMode.STRICT)
        .text()
        .equals('"' + RateForm.tidy(name) + '"');
  }

  private static <T> Optional<T> accepted(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Example
  void aCaseOfDrainedDrains() {
    DutyRate rate = DutyRate.parse("5.9¢/kg on on drain");
    assertInstanceOf(DutyRate.Specific.class, rate);
    assertEquals(rate, DutyRate.parse(rate.toString()));
  }

  @Example
  void allButTheUsContentInAnySpelling() {
    for (String text : List.of("non-US content", "Non-US content", "NON-u.s.  content")) {
      assertEquals(Portion.allBut("US"), Portion.parse(text));
    }
    assertThrows(IllegalArgumentException.class, () -> Portion.contentOf("Non-US"));
  }

  @Example
  void americanAndBritishNamesOfAMaterialAreOne() {
    assertEquals(Portion.contentOf("aluminium"), Portion.parse("Aluminum content"));
    assertEquals(
        DutyRate.parse("50% of aluminium content"),
        DutyRate.parse("a duty of 50% upon the value of the aluminum content"));
  }

  @Example
  void moneyWithItsSignOrCodeInFront() {
    assertEquals("341 JPY/kg", DutyRate.of("¥341/kg").toString());
    assertEquals("341 JPY/kg", DutyRate.of("JPY 341/kg").toString());
    assertEquals("341 JPY/kg", DutyRate.of("341 JPY/kg").toString());
    assertEquals("341 EUR/kg", DutyRate.of("€341/kg").toString());
    assertEquals("341 GBP/kg", DutyRate.of("£ 341/kg").toString());
    assertEquals("341 USD/kg", DutyRate.of("$341/kg").toString());
    assertEquals("5% + 12.5 CAD/100 kg", DutyRate.of("5% + CAD 12.50/100 kg").toString());
    assertEquals("33 GBP", DutyRate.of("GBP 33").toString());
    assertThrows(IllegalArgumentException.class, () -> DutyRate.of("XYQ 341/kg"));
    assertThrows(IllegalArgumentException.class, () -> DutyRate.of("MIN 341/kg"));
  }
}
