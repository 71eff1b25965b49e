package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.RoundingPolicy;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * An article entered on one line or, so many units of it each, on several: of all that is payable
 * nothing moves but what rounding explains, and fees of the entry, which are fixed amounts or
 * within limits for all lines together, not at all. Whatever the territory, the decimals and steps
 * of its currency, and the kind of duty.
 */
class SplitProperties {

  private static final String STEEL = "content:steel=0.4";
  private static final BigDecimal TAX = new BigDecimal("0.19");

  /** No more than three layers of the law are charged on a line, a deposit, and a tax. */
  private static final int MOST_LAYERS = 4;

  /** All duties by value and deposits together are no more than this share of it. */
  private static final BigDecimal MOST_RATE = new BigDecimal("2.5");

  /**
   * A question.
   *
   * @param book the law
   * @param unitPrice the price of a unit
   * @param unitKg what a unit weighs
   * @param parts the units on each line
   * @param quota how many kilograms are left of a quota; negative for none
   * @param taxed whether a tax is charged
   * @param level where it is
   * @param allocation how the freight is shared out
   */
  record Split(
      TariffBook book,
      BigDecimal unitPrice,
      BigDecimal unitKg,
      List<Integer> parts,
      int quota,
      boolean taxed,
      CustomsEntry.TaxLevel level,
      CostAllocation allocation) {

    int units() {
      return parts.stream().mapToInt(i -> i).sum();
    }

    EntryCost whole() {
      return priced(List.of(units()));
    }

    EntryCost split() {
      return priced(parts);
    }

    private EntryCost priced(List<Integer> lines) {
      TariffLaw law = book.on("2026-01-05");
      CustomsEntry entry = CustomsEntry.of(terms()).withMode(TransportMode.SEA);
      List<String> names = new ArrayList<>();
      for (int units : lines) {
        String name = "L" + names.size();
        names.add(name);
        entry = entry.withLine(name, goods(units)).withDeposit(name, Deposit.of("AD", "12.5%"));
      }
      if (quota >= 0) {
        entry =
            entry.withQuota(
                new TariffQuota(
                    "q", Quantity.parse("1000 kg"), Quantity.parse((1000 - quota) + " kg")),
                names.get(0),
                names.subList(1, names.size()).toArray(String[]::new));
      }
      return entry
          .withTaxLevel(level)
          .withFreight(book.currency() + " 97", allocation)
          .withInsurance(book.currency() + " 3", allocation)
          .price(law);
    }

    private Shipment goods(int units) {
      BigDecimal count = BigDecimal.valueOf(units);
      return Shipment.of("2204.21", "CL", book.currency() + " 1")
          .withPrice(BigMoney.of(book.currency(), unitPrice.multiply(count)))
          .withFacts(DeclaredFacts.parse(quota < 0 ? STEEL + "; quota:q=out" : STEEL))
          .withQuantity(unitKg.multiply(count).toPlainString() + " kg")
          .withQuantity(count + " item");
    }

    private LandedCostCalculator terms() {
      LandedCostCalculator terms =
          LandedCostCalculator.of(book.territory(), ValuationBasis.CIF).withFees(fees());
      return taxed ? terms.withTax(ImportTax.of("tax", "19%")) : terms;
    }

    private FeeSchedule fees() {
      String currency = book.currency().getCode();
      return FeeSchedule.of(
          Fee.adValorem("share", "0.3%").withLimits(currency + " 20", currency + " 400"),
          Fee.fixed("fixed", currency + " 7"));
    }
  }

  private static TariffBook book(
      String territory, CurrencyUnit currency, RoundingPolicy rounding, String rate) {
    return TariffBook.of(
        territory,
        currency,
        rounding,
        List.of(
            TariffMeasure.base("2204", rate.replace("CUR", currency.getCode())).withId("base"),
            TariffMeasure.adds("more", "2204", "*", "7.35%"),
            TariffMeasure.adds("part", "2204", "*", "31%")
                .withPortion(Portion.parse("steel content")),
            TariffMeasure.adds("out", "2204", "*", "22%").withCondition("quota:q=out")));
  }

  private static final List<RoundingPolicy> DOLLARS =
      List.of(
          RoundingPolicy.EACH_DUTY_TO_CENT,
          RoundingPolicy.EACH_DUTY_TO_CENT.withLevel(RoundingPolicy.Level.TOTAL),
          new RoundingPolicy(0, RoundingMode.DOWN, RoundingPolicy.Level.EACH_DUTY));

  private static TariffBook book(int territory, String rate) {
    return switch (territory) {
      case 0, 1, 2 -> book("XA", CurrencyUnit.USD, DOLLARS.get(territory), rate);
      case 3 ->
          book(
              "JP",
              CurrencyUnit.JPY,
              RoundingPolicy.ofStep("JPY 100", RoundingMode.DOWN)
                  .withBaseStep("JPY 1000", RoundingMode.DOWN),
              rate);
      case 4 ->
          book(
              "KW",
              CurrencyUnit.of("KWD"),
              RoundingPolicy.ofStep("KWD 0.001", RoundingMode.HALF_UP),
              rate);
      default ->
          book(
              "CH",
              CurrencyUnit.CHF,
              RoundingPolicy.ofStep("CHF 0.05", RoundingMode.HALF_UP),
              rate);
    };
  }

  @Provide
  Arbitrary<Split> splits() {
    Arbitrary<String> rates =
        Arbitraries.of(
            "12.3%",
            "Free",
            "1.25 CUR/kg",
            "3 CUR/item",
            "4.4% + 0.37 CUR/kg",
            "max(9.9%, 1.1 CUR/kg)",
            "min(20.2 CUR/100 kg, 19.4% + 9.4 CUR/100 kg)");
    Arbitrary<TariffBook> books =
        Combinators.combine(Arbitraries.integers().between(0, 5), rates).as(SplitProperties::book);
    return Combinators.combine(
            books,
            Arbitraries.integers().between(1, 900_000),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("40"))
                .ofScale(3),
            Arbitraries.integers().between(1, 30).list().ofMinSize(2).ofMaxSize(4),
            Arbitraries.integers().between(-200, 600),
            Arbitraries.of(true, false),
            Arbitraries.of(CustomsEntry.TaxLevel.values()),
            Arbitraries.of(CostAllocation.byValue(), CostAllocation.byWeight()))
        .as(
            (book, price, kg, parts, quota, taxed, level, allocation) ->
                new Split(
                    book,
                    BigDecimal.valueOf(price, book.currency().getDecimalPlaces()),
                    kg,
                    parts,
                    quota,
                    taxed,
                    level,
                    allocation));
  }

  @Property(tries = 1500)
  void splitting_a_line_by_quantity_moves_only_what_rounding_explains(
      @ForAll("splits") Split split) {
    EntryCost one = split.whole();
    EntryCost many = split.split();
    assertEquals(Outcome.ASSESSED, one.outcome(), one.reasons().toString());
    assertEquals(Outcome.ASSESSED, many.outcome(), many.reasons().toString());
    assertTrue(one.customsValue().orElseThrow().isEqual(many.customsValue().orElseThrow()));
    assertEquals(one.fees(), many.fees(), "fees are of the entry, not of its lines");
    assertWithin(explained(split), sum(one, Kind.DUTY), sum(many, Kind.DUTY));
    assertWithin(explainedOfTax(split), sum(one, Kind.TAX), sum(many, Kind.TAX));
    assertWithin(
        explained(split).add(explainedOfTax(split)),
        one.payable().orElseThrow().getAmount(),
        many.payable().orElseThrow().getAmount());
  }

  private static BigDecimal sum(EntryCost cost, Kind kind) {
    return cost.lines().stream()
        .map(line -> line.amount(kind).orElseThrow().getAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void assertWithin(BigDecimal most, BigDecimal one, BigDecimal many) {
    BigDecimal moved = one.subtract(many).abs();
    assertTrue(moved.compareTo(most) <= 0, one + " against " + many + ", explained " + most);
  }

  /**
   * Every duty of every line is rounded by less than a step, of goods within and above a quota
   * each; the value of every line is rounded by less than its step, and has its carriage to the
   * smallest unit.
   */
  private static BigDecimal explained(Split split) {
    RoundingPolicy policy = split.book().rounding();
    int lines = 1 + split.parts().size();
    int rounded = lines * MOST_LAYERS * (split.quota() >= 0 ? 2 : 1);
    return policy
        .duty()
        .step()
        .multiply(BigDecimal.valueOf(rounded))
        .add(values(split).multiply(MOST_RATE));
  }

  /** By how much the values of all lines together may be off. */
  private static BigDecimal values(Split split) {
    RoundingPolicy policy = split.book().rounding();
    BigDecimal unit = BigDecimal.ONE.movePointLeft(split.book().currency().getDecimalPlaces());
    BigDecimal each = policy.base().map(base -> base.step()).orElse(BigDecimal.ZERO).add(unit);
    return each.multiply(BigDecimal.valueOf(2L * (1 + split.parts().size())));
  }

  /** A tax is charged on the values and the duties, and rounded itself. */
  private static BigDecimal explainedOfTax(Split split) {
    BigDecimal steps =
        split
            .book()
            .rounding()
            .duty()
            .step()
            .multiply(BigDecimal.valueOf(1L + split.parts().size()));
    return explained(split).add(values(split)).multiply(TAX).add(steps);
  }

  /** The bound is far below what is charged, else it would explain anything. */
  @Example
  void what_rounding_explains_is_little_and_all_kinds_are_drawn() {
    Set<String> seen = new TreeSet<>();
    int telling = 0;
    int asked = 0;
    for (var each : splits().generator(1000).stream(new Random(1)).limit(300).toList()) {
      Split split = each.value();
      EntryCost cost = split.whole();
      seen.add(split.book().currency().getCode());
      seen.add(split.book().measures().get(0).rate().toString().replaceAll("[A-Z]{3}", "CUR"));
      asked++;
      if (explained(split).multiply(BigDecimal.TEN).compareTo(sum(cost, Kind.DUTY)) < 0) {
        telling++;
      }
    }
    assertTrue(seen.containsAll(Set.of("USD", "JPY", "KWD", "CHF")), seen.toString());
    assertTrue(telling > asked / 2, telling + " of " + asked);
  }
}
