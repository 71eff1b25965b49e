package org.tariffeconomics.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.MoneyRange;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

class QuotaProperties {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final Unit KG = Unit.of("kg");
  private static final TariffLaw LAW =
      TariffBook.us(
              TariffMeasure.base("0201", "4.4¢/kg").withId("within").withCondition("quota:q=in"),
              TariffMeasure.base("0201", "26.4%").withId("above").withCondition("quota:q=out"))
          .on("2025-06-01");

  private static QuotaLedger ledger(List<Integer> quantities, boolean backwards) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      order.add(i);
    }
    if (backwards) {
      Collections.reverse(order);
    }
    QuotaLedger ledger =
        QuotaLedger.of(QuotaTerms.of("q", Quantity.parse("1000 kg"), "2025-01-01", "2025-12-31"));
    for (int i : order) {
      String day = FIRST.plusDays(i / 3).toString();
      ledger = ledger.with("e" + i, day, Quantity.of(quantities.get(i), KG));
    }
    return ledger;
  }

  @Property
  void no_more_is_drawn_than_there_is_and_parts_add_up_to_the_entry(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 500) Integer> quantities) {
    QuotaLedger ledger = ledger(quantities, false);
    BigDecimal drawn = BigDecimal.ZERO;
    for (int i = 0; i < quantities.size(); i++) {
      TariffQuota.Split split = ledger.split("e" + i);
      assertEquals(Quantity.of(quantities.get(i), KG), split.inside().plus(split.outside()));
      drawn = drawn.add(split.inside().amount());
    }
    BigDecimal over = drawn.subtract(BigDecimal.valueOf(1000));
    assertTrue(over.signum() <= 0, () -> "over by " + over);
  }

  @Property
  void the_order_in_which_entries_are_added_never_matters(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 500) Integer> quantities) {
    QuotaLedger one = ledger(quantities, false);
    QuotaLedger other = ledger(quantities, true);
    for (int i = 0; i < quantities.size(); i++) {
      assertEquals(one.split("e" + i), other.split("e" + i));
    }
  }

  @Property
  void values_and_duties_of_the_parts_add_up_exactly(
      @ForAll @IntRange(min = 1, max = 5000) int kilos,
      @ForAll @IntRange(max = 5000) int left,
      @ForAll @IntRange(min = 1, max = 1_000_000) int cents) {
    BigMoney value = BigMoney.of(LAW.book().currency(), BigDecimal.valueOf(cents, 2));
    Quantity entry = Quantity.of(kilos, KG);
    TariffQuota quota = new TariffQuota("q", Quantity.of(5000, KG), Quantity.of(5000L - left, KG));
    QuotaDuty duty =
        QuotaDuty.of(
            LAW,
            HsCode.of("0201"),
            DeclaredOrigin.parse("BR"),
            value,
            List.of(entry),
            QuotaPosition.of(quota, entry));
    BigMoney values =
        duty.parts().stream()
            .map(p -> p.assessment().customsValue())
            .reduce(BigMoney::plus)
            .orElseThrow();
    assertEquals(0, values.compareTo(value));
    BigMoney duties =
        duty.parts().stream()
            .map(p -> p.assessment().knownPart())
            .reduce(BigMoney::plus)
            .orElseThrow();
    assertEquals(0, duties.compareTo(duty.duty().orElseThrow().toBigMoney()));
  }

  /** Each part is rounded by itself: two parts lie a cent at most outside of the whole. */
  @Property
  void any_split_lies_between_both_sides(
      @ForAll @IntRange(min = 1, max = 5000) int kilos,
      @ForAll @IntRange(max = 5000) int left,
      @ForAll @IntRange(min = 1, max = 1_000_000) int cents) {
    BigMoney value = BigMoney.of(LAW.book().currency(), BigDecimal.valueOf(cents, 2));
    Quantity entry = Quantity.of(kilos, KG);
    TariffQuota quota =
        new TariffQuota("q", Quantity.parse("5000 kg"), Quantity.of(5000 - left, KG));
    MoneyRange open = duty(value, entry, QuotaPosition.unknown("q", "no balance")).range().get();
    Money split = duty(value, entry, QuotaPosition.of(quota, entry)).duty().orElseThrow();
    assertTrue(split.compareTo(open.lowest().minus(CENT)) >= 0, () -> split + " below " + open);
    assertTrue(split.compareTo(open.highest().plus(CENT)) <= 0, () -> split + " above " + open);
  }

  private static final Money CENT = Money.parse("USD 0.01");

  private static QuotaDuty duty(BigMoney value, Quantity entry, QuotaPosition position) {
    return QuotaDuty.of(
        LAW, HsCode.of("0201"), DeclaredOrigin.parse("BR"), value, List.of(entry), position);
  }
}
