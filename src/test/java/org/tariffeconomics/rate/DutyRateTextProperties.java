package org.tariffeconomics.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;

/** Laws of the text forms of duty rates. */
class DutyRateTextProperties {

  private static final List<String> UNITS =
      List.of("kg", "t", "liter", "piece", "doz", "gross", "pr", "KGME", "kg of lead content");

  private static final List<String> WORDS =
      List.of("steel", "case", "strap, band or bracelet", "a + b", "US", "parts (of \"x\")");

  @Property
  void a_rate_is_read_back_from_its_text(@ForAll("rates") DutyRate rate) {
    assertEquals(rate, DutyRate.parse(rate.toString()));
  }

  @Property
  void every_text_gives_a_rate_that_is_read_back_from_its_own_text(@ForAll String text) {
    DutyRate rate = DutyRate.parse(text);
    assertEquals(rate, DutyRate.parse(rate.toString()));
    assertNotNull(SpecialRate.parse(text));
  }

  @Property
  void so_does_every_jumble_of_the_words_of_schedules(@ForAll("jumbles") String text) {
    DutyRate rate = DutyRate.parse(text);
    assertEquals(rate, DutyRate.parse(rate.toString()), text);
    DutyRate lenient = DutyRate.read(text, ReadingMode.LENIENT).rate();
    assertEquals(lenient, DutyRate.parse(lenient.toString()), text);
    assertNotNull(SpecialRate.read(text, ReadingMode.LENIENT));
  }

  @Provide
  Arbitrary<String> jumbles() {
    return Arbitraries.of(
            "5%",
            "2.5",
            "4.4¢",
            "/",
            "kg",
            " ",
            "+",
            "EUR",
            "DTN",
            "MIN",
            "MAX",
            "(",
            ")",
            ",",
            "max(",
            "see ",
            "Free",
            " on ",
            "the case",
            " less ",
            "each",
            "or",
            "$",
            "1/3",
            "but not less than ",
            "inclusive ",
            "\"",
            "-",
            "<b>",
            "A",
            "applicable subheading",
            "(12 JAN - 13 MAR)",
            ";",
            "otherwise ",
            "Cond: ",
            "V ",
            "(01):",
            "cert: D-008",
            " - ",
            "EA",
            "when(\"x\", ",
            "amount \"y\"",
            "unit ",
            "Free, under bond")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<DutyRate> rates() {
    return tree(3);
  }

  private static Arbitrary<DutyRate> tree(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Arbitrary<DutyRate> below = tree(depth - 1);
    Arbitrary<List<DutyRate>> several = below.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf(),
        several.map(DutyRate.Sum::new),
        several.map(DutyRate.GreaterOf::new),
        several.map(DutyRate.LesserOf::new),
        below.map(DutyRate.Inclusive::new),
        Combinators.combine(below, below).as(DifferenceRate::new),
        Combinators.combine(Arbitraries.of(WORDS), below, below.optional())
            .as(ConditionalRate::new),
        Combinators.combine(below, below, below.optional())
            .as(
                (a, b, other) ->
                    new SeasonalRate(
                        List.of(season(a, "11-03", "01-25"), season(b, "02-29", "06-01")), other)),
        Combinators.combine(below, below.optional(), priceOrNone())
            .as(
                (a, b, price) ->
                    new ConditionLadder(
                        List.of(
                            step("V", "", price, a),
                            step("A", "D-008", Optional.empty(), b.orElse(null))))),
        Combinators.combine(below, Arbitraries.of(WORDS))
            .as((rate, word) -> new DutyRate.OnPortion(rate, Portion.contentOf(word))),
        Combinators.combine(below, Arbitraries.of(WORDS))
            .as((rate, word) -> new DutyRate.OnPortion(rate, Portion.allBut(word))));
  }

  private static SeasonalRate.Season season(DutyRate rate, String from, String to) {
    return new SeasonalRate.Season(rate, MonthDay.parse("--" + from), MonthDay.parse("--" + to));
  }

  private static ConditionLadder.Step step(
      String letter,
      String certificate,
      Optional<DutyRate.Specific> price,
      @Nullable DutyRate rate) {
    return new ConditionLadder.Step(
        letter,
        Optional.of(certificate).filter(c -> !c.isEmpty()),
        price,
        "01",
        Optional.ofNullable(rate));
  }

  private static Arbitrary<Optional<DutyRate.Specific>> priceOrNone() {
    return specific().optional();
  }

  private static Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.0001"), new BigDecimal("999"))
        .ofScale(4);
  }

  private static Arbitrary<DutyRate.Specific> specific() {
    return Combinators.combine(
            numbers(),
            Arbitraries.of(CurrencyUnit.USD, CurrencyUnit.EUR, CurrencyUnit.GBP),
            Arbitraries.of(1, 100),
            Arbitraries.of(UNITS))
        .as(
            (money, currency, count, unit) ->
                new DutyRate.Specific(
                    BigMoney.of(currency, money), Quantity.of(count, Unit.of(unit))));
  }

  private static Arbitrary<DutyRate> leaf() {
    Arbitrary<Rate> shares =
        Arbitraries.oneOf(numbers().map(Rate::percent), Arbitraries.just(Rate.percent("33 1/3")));
    Arbitrary<DutyRate> other =
        Combinators.combine(shares, Arbitraries.of("retail price", "cost of parts, if any"))
            .as(OtherValueRate::new);
    Arbitrary<DutyRate> polarised =
        Combinators.combine(specific(), specific()).as(PolarisedRate::new);
    return Arbitraries.oneOf(
        Arbitraries.just(new DutyRate.Free()),
        shares.map(DutyRate::adValorem),
        specific().map(s -> s),
        other,
        polarised,
        Arbitraries.of(AgriculturalComponent.values()).map(c -> c),
        numbers().map(n -> new FixedAmountRate(BigMoney.of(CurrencyUnit.GBP, n))),
        numbers().map(n -> new UnitOfAccountRate(n, "EUC", Quantity.of(100, Unit.of("kg")))),
        Arbitraries.of("customs drawback", "a \"b\"").map(DeclaredAmountRate::new),
        Arbitraries.of(UNITS).map(u -> new SupplementaryUnit(Unit.of(u))),
        Arbitraries.of(
                "applicable subheading", "9903.01.25, 9903.01.26", "a + b", "note 3(e)", "x - y; z")
            .map(DutyRate.ByReference::new));
  }
}
