package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Knowledge;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.tariff.RuleArbitraries.Goods;
import org.tariffeconomics.tariff.RuleArbitraries.Law;

/**
 * What a duty comes to is told without what it is made of, for goods that were not asked about
 * before from what was found for others: it must be what comes of the layers.
 */
class VerdictProperties {

  /** More questions than those of which each is answered for itself. */
  private static final int WARM = 80;

  /** Of whose goods all-inclusive totals are charged, by what is claimed or by the general rate. */
  private static final List<Country> OF_TOTALS =
      Stream.of("KR", "JP", "DE", "CH", "TW").map(Country::of).toList();

  private static final List<String> CLAIMS =
      List.of(
          "",
          "",
          "claim=USMCA",
          "claim=KORUS",
          "claim=USJTA",
          "claim=Pharmaceuticals Agreement",
          "claim=KORUS; goods:section 301 total with the general rate=yes");

  @Provide
  Arbitrary<Law> laws() {
    return RuleArbitraries.laws().withoutEdgeCases();
  }

  @Provide
  Arbitrary<List<Goods>> goods() {
    return RuleArbitraries.goods().withoutEdgeCases().list().ofSize(60);
  }

  @Property(tries = 200)
  void goods_that_only_their_names_tell_apart_have_one_verdict(
      @ForAll("laws") Law law, @ForAll("goods") List<Goods> goods) {
    List<LocalDate> days = List.of(goods.get(0).day(), goods.get(1).day());
    TariffBook asked = law.book();
    days.forEach(day -> warm(asked, day));
    for (Goods each : goods) {
      for (LocalDate day : days) {
        Goods then = new Goods(each.line(), each.origin(), each.facts(), day, each.knowledge());
        assertSame(
            asked.on(day).stack(then.line(), then.origin(), then.facts()),
            law.book().on(day).stack(then.line(), then.origin(), then.facts()));
      }
    }
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-20, 640).map(LocalDate.of(2025, 1, 1)::plusDays);
  }

  /** Of the whole law of the United States, with and without what its book assumes. */
  @Property(tries = 12)
  void a_line_of_the_united_states_has_the_verdict_of_its_layers(
      @ForAll("days") LocalDate day, @ForAll Random random, @ForAll boolean assuming) {
    TariffBook whole = UsTariffs.book();
    TariffBook book = warm(assuming ? whole : whole.withoutAssumptions(), day);
    List<HsCode> lines = TariffPanel.lines(book, day);
    List<Country> origins = List.copyOf(Country.all());
    for (int i = 0; i < 150; i++) {
      HsCode line = lines.get(random.nextInt(lines.size()));
      Country origin = of(i % 2 == 0 ? origins : OF_TOTALS, random);
      DeclaredFacts facts = DeclaredFacts.parse(of(CLAIMS, random));
      // lines before and after this one fill the rows that it may share
      book.on(day).stack(lines.get(random.nextInt(lines.size())), origin, facts).outcome();
      assertSame(book.on(day).stack(line, origin, facts), book.on(day).stack(line, origin, facts));
    }
  }

  private static <T> T of(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  private static TariffBook warm(TariffBook book, LocalDate day) {
    for (int i = 0; i < WARM; i++) {
      book.on(day, Knowledge.now()).stack(HsCode.of("0201.10.05"), Country.of("AU")).outcome();
    }
    return book;
  }

  /** The first is asked for what it comes to, the second for its layers before that. */
  private static void assertSame(DutyStack quick, DutyStack whole) {
    Statistics.label("outcome").collect(quick.outcome());
    whole.layers();
    assertEquals(whole.outcome(), quick.outcome(), whole::toString);
    assertEquals(whole.adValoremRate(), quick.adValoremRate(), whole::toString);
    assertEquals(whole.range(), quick.range(), whole::toString);
  }
}
