package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.tariffeconomics.landedcost.CostLine.Kind;
import org.tariffeconomics.tariff.DutyStack.Outcome;
import org.tariffeconomics.tariff.TariffLaw;

/** The laws that entries obey, whatever their lines. */
class EntryProperties {

  private static final TariffLaw LAW = EntryArbitraries.BOOK.on("2026-11-23");
  private static final TariffLaw TOTALS = EntryArbitraries.TOTALS.on("2026-11-23");
  private static final TariffLaw YEN = EntryArbitraries.YEN.on("2026-11-23");
  private static final TariffLaw DINARS = EntryArbitraries.DINARS.on("2026-11-23");

  /** An entry and a law of its territory. */
  record Priced(CustomsEntry entry, TariffLaw law) {
    EntryCost cost() {
      return entry.price(law);
    }
  }

  @Provide
  Arbitrary<CustomsEntry> entries() {
    return EntryArbitraries.entries();
  }

  /** Entries into three territories, whose currencies have two, no and three decimals. */
  @Provide
  Arbitrary<Priced> priced() {
    return Arbitraries.of(LAW, TOTALS, YEN, DINARS)
        .flatMap(law -> EntryArbitraries.entries(law.book()).map(e -> new Priced(e, law)));
  }

  /** The generator reaches what the laws are about. */
  @Example
  void entries_of_every_outcome_and_currency_are_drawn() {
    Set<String> seen = new TreeSet<>();
    priced().generator(1000).stream(new Random(1))
        .limit(400)
        .map(each -> each.value().cost())
        .forEach(cost -> seen.add(cost.outcome() + " " + cost.law().book().currency()));
    for (String currency : List.of("USD", "JPY", "KWD")) {
      for (Outcome each : List.of(Outcome.ASSESSED, Outcome.BOUNDED, Outcome.UNDETERMINED)) {
        assertTrue(seen.contains(each + " " + currency), seen.toString());
      }
    }
  }

  @Property(tries = 300)
  void lines_add_up_to_the_entry(@ForAll("priced") Priced priced) {
    EntryCost cost = priced.cost();
    List<CostLine> whole = new ArrayList<>(cost.fees());
    whole.addAll(cost.taxes());
    for (CostLine each : whole) {
      List<Optional<BigMoney>> parts =
          cost.lines().stream()
              .flatMap(l -> l.costs().stream())
              .filter(c -> c.kind() == each.kind() && c.name().equals(each.name()))
              .map(CostLine::amount)
              .toList();
      assertEquals(cost.lines().size(), parts.size());
      if (parts.stream().allMatch(Optional::isPresent)) {
        assertTrue(sum(parts).isEqual(each.amount().orElseThrow()), each + " " + parts);
      }
    }
    if (cost.outcome() == Outcome.ASSESSED) {
      BigMoney lines = sum(cost.lines().stream().map(EntryLine::total).toList());
      assertEquals(cost.total().orElseThrow(), EntryCost.money(lines));
      assertTrue(cost.reasons().isEmpty());
    } else {
      assertTrue(cost.total().isEmpty());
      assertTrue(!cost.reasons().isEmpty());
    }
  }

  private static BigMoney sum(List<Optional<BigMoney>> amounts) {
    return amounts.stream().map(Optional::orElseThrow).reduce(BigMoney::plus).orElseThrow();
  }

  /** The duty of a line in an entry is that of the same goods alone with the same carriage. */
  @Property(tries = 200)
  void a_line_pays_the_duty_of_its_goods(@ForAll("priced") Priced priced) {
    EntryCost cost = priced.cost();
    for (EntryLine each : cost.lines()) {
      LandedCost alone = priced.entry().terms().price(each.goods(), priced.law());
      assertEquals(alone.customsValue().value(), each.customsValue().value());
      if (each.item().deposits().isEmpty() && alone.outcome() == Outcome.ASSESSED) {
        assertEquals(alone.amount(Kind.DUTY), each.amount(Kind.DUTY));
      }
    }
  }

  @Property(tries = 200)
  void the_order_of_the_lines_moves_nothing(@ForAll("priced") Priced priced, @ForAll long seed) {
    CustomsEntry entry = priced.entry();
    List<String> names = new ArrayList<>(entry.lineNames());
    Collections.shuffle(names, new Random(seed));
    CustomsEntry shuffled =
        CustomsEntry.of(entry.terms())
            .withExchangeRates(entry.exchangeRates())
            .withTaxLevel(entry.taxLevel())
            .withMode(entry.mode().orElseThrow());
    for (String each : names) {
      shuffled = shuffled.withLine(each, entry.goods(each));
      for (Deposit deposit : entry.deposits(each)) {
        shuffled = shuffled.withDeposit(each, deposit);
      }
    }
    for (SharedCost each : entry.sharedCosts()) {
      shuffled = shuffled.with(each);
    }
    EntryCost cost = priced.cost();
    EntryCost other = shuffled.price(priced.law());
    assertEquals(cost.payable(), other.payable());
    assertEquals(cost.total(), other.total());
    assertEquals(cost.payableRange(), other.payableRange());
    for (String each : names) {
      assertEquals(cost.line(each), other.line(each));
    }
  }

  /**
   * Twenty units of one article on one line or on two: the values add up, every duty and tax of the
   * two lines is within a cent a line of that of the one, and a fee of the entry is the same.
   */
  @Property(tries = 200)
  void splitting_a_line_moves_only_cents(
      @ForAll("units") int units, @ForAll("prices") BigDecimal price) {
    CustomsEntry none =
        CustomsEntry.of(LandedCostCalculator.of("US").withTax(ImportTax.of("VAT", "19%")))
            .withMode(TransportMode.SEA);
    EntryCost one = none.withLine("all", cars(price, 20)).price(LAW);
    EntryCost two =
        none.withLine("some", cars(price, units))
            .withLine("rest", cars(price, 20 - units))
            .price(LAW);
    assertTrue(one.customsValue().orElseThrow().isEqual(two.customsValue().orElseThrow()));
    assertEquals(one.fees().get(0).amount(), two.fees().get(0).amount());
    assertEquals(one.fees().get(1).amount(), two.fees().get(1).amount());
    BigDecimal moved =
        one.payable().orElseThrow().minus(two.payable().orElseThrow()).getAmount().abs();
    assertTrue(moved.compareTo(new BigDecimal("0.03")) <= 0, moved.toString());
  }

  private static Shipment cars(BigDecimal price, int units) {
    return Shipment.of("8703.23.01", "JP", "USD 1")
        .withPrice(BigMoney.of(CurrencyUnit.USD, price.multiply(BigDecimal.valueOf(units))))
        .withFreight("USD 0")
        .withInsurance("USD 0");
  }

  @Provide
  Arbitrary<Integer> units() {
    return Arbitraries.integers().between(1, 19);
  }

  @Provide
  Arbitrary<BigDecimal> prices() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.01"), new BigDecimal("9000"))
        .ofScale(2);
  }

  @Property(tries = 300)
  void the_record_of_an_entry_is_read_back_equal_and_replays_the_same(
      @ForAll("priced") Priced priced) {
    TariffLaw law = priced.law();
    EntryCost cost = priced.cost();
    EntryRecord record = cost.toRecord();
    EntryRecord back = EntryRecord.parse(record.toJson());
    assertEquals(record, back);
    assertEquals(record.toJson(), back.toJson());
    assertTrue(back.replay(law.book()).isSame(), () -> back.replay(law.book()).toString());
    assertTrue(back.replay(law.book()).isSameBook());
  }

  @Property(tries = 100)
  void the_record_of_a_landed_cost_is_read_back_equal_and_replays_the_same(
      @ForAll("priced") Priced priced) {
    CustomsEntry entry = priced.entry();
    TariffLaw law = priced.law();
    for (String each : entry.lineNames()) {
      Shipment goods = entry.goods(each).withExchangeRates(entry.exchangeRates());
      LandedCost cost = entry.terms().price(goods, law);
      LandedCostRecord record = cost.toRecord();
      assertEquals(record, LandedCostRecord.parse(record.toJson()));
      assertEquals(goods, record.shipment().toShipment());
      if (record.assessment() != null) {
        assertTrue(record.replay(law.book()).isSame(), () -> record.replay(law.book()).toString());
      }
    }
  }

  /** Filed either way, the rows add up to duties, deposits and fees. */
  @Property(tries = 200)
  void filed_rows_add_up(@ForAll("entries") CustomsEntry entry) {
    EntryCost cost = entry.price(LAW);
    for (FiledEntry.Replacement each : FiledEntry.Replacement.values()) {
      FiledEntry filed = cost.filed().withReplacement(each);
      assertEquals(
          cost.duty().flatMap(d -> cost.feeTotal().map(d::plus)), filed.total(), filed.toString());
    }
  }

  @Property(tries = 500)
  void largest_remainders_add_up_and_are_less_than_a_unit_away(
      @ForAll("amounts") BigDecimal amount, @ForAll("weights") List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() == 0) {
      return;
    }
    List<String> names = new ArrayList<>();
    weights.forEach(w -> names.add("n" + names.size()));
    List<BigMoney> shares =
        LargestRemainder.split(BigMoney.of(CurrencyUnit.USD, amount), names, weights);
    assertTrue(
        shares.stream()
            .reduce(BigMoney.zero(CurrencyUnit.USD), BigMoney::plus)
            .isEqual(BigMoney.of(CurrencyUnit.USD, amount)));
    for (int i = 0; i < shares.size(); i++) {
      BigDecimal error =
          shares.get(i).getAmount().multiply(sum).subtract(amount.multiply(weights.get(i))).abs();
      assertTrue(error.compareTo(sum.movePointLeft(2)) < 0);
    }
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("99999")).ofScale(2);
  }

  @Provide
  Arbitrary<List<BigDecimal>> weights() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal("1000"))
        .ofScale(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
