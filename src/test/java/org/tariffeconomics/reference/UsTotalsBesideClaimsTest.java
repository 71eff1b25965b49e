package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.Tariffs;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.RateRange;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;

/**
 * All-inclusive totals of section 301 and of the reciprocal duty beside a claim, by the schedule:
 * the sums are done by the test from the general rate and the rate that is claimed.
 */
class UsTotalsBesideClaimsTest {

  private static final TariffBook US = UsTariffs.book();
  private static final String SECTION_301 = "section 301 total with the general rate";
  private static final String RECIPROCAL = "reciprocal total with the general rate";

  private static final String ORDINARY =
      "civil aircraft=no; vehicle part=no; truck part=no; pharmaceutical use=no; content:US=0;"
          + " patented medicine=no; kitchen cabinet=no; smelted:RU=no; metal weight share=0.05";

  private static DutyStack stack(String day, HsCode line, String origin, String facts) {
    return US.on(day).stack(line, Country.of(origin), DeclaredFacts.parse(facts));
  }

  /**
   * Rates of HTS 2026 Revision 10: general, claimed. The duty is claimed + total − general by one
   * reading, and the total by the other.
   */
  @ParameterizedTest(name = "{0} from {1} claiming {2} on {3}: {4} or {5}")
  @CsvSource({
    // 11 and 5.5: 5.5 + 12.5 − 11
    "8712.00.15, JP, USJTA, 2026-08-01, 7, 12.5",
    // 7.9 and 3.95: 3.95 + 12.5 − 7.9
    "9612.10.90, JP, USJTA, 2026-08-01, 8.55, 12.5",
    // 5.4 and 2.7
    "9207.10.00, JP, USJTA, 2026-08-01, 9.8, 12.5",
    // 14.9 and 7.45: nothing to fill
    "9013.10.10, JP, USJTA, 2026-08-01, 7.45, 12.5",
    // 6.5 and Free under general note 14
    "3204.17.90, CH, Intermediate chemicals for dyes, 2026-08-01, 6, 12.5",
    "3204.17.90, IT, Intermediate chemicals for dyes, 2026-08-01, 3.5, 10",
    "3204.17.90, TW, Intermediate chemicals for dyes, 2026-08-01, 3.5, 10",
    // the reciprocal totals of 15
    "3204.17.90, IT, Intermediate chemicals for dyes, 2025-12-20, 8.5, 15",
    "3204.17.90, LI, Intermediate chemicals for dyes, 2025-12-20, 8.5, 15"
  })
  void a_claim_beside_a_total_has_two_readings(
      String line, String origin, String claim, String day, String general, String paid) {
    String fact = "goods:" + (day.startsWith("2025") ? RECIPROCAL : SECTION_301);
    String claimed = ORDINARY + "; claim=" + claim;
    HsCode code = HsCode.of(line);
    DutyStack open = stack(day, code, origin, claimed);
    assertEquals(
        Optional.of(new RateRange(Rate.percent(general), Rate.percent(paid))),
        open.range(),
        open::toString);
    assertEquals(List.of(fact), open.decidedBy().stream().map(DecidingFact::name).toList());
    assertEquals(
        Optional.of(Rate.percent(general)),
        stack(day, code, origin, claimed + "; " + fact + "=yes").adValoremRate());
    assertEquals(
        Optional.of(Rate.percent(paid)),
        stack(day, code, origin, claimed + "; " + fact + "=no").adValoremRate());
    assertTrue(stack(day, code, origin, ORDINARY).decidedBy().isEmpty(), "without a claim");
  }

  /**
   * Of Korea the rate of column 1-Special that is properly claimed counts: U.S. note 52(k), as
   * notes 2(v)(xxiv)(a) and 33(m) have it too.
   */
  @ParameterizedTest
  @CsvSource({"6402.99.31", "6109.10.00", "6110.30.30", "9503.00.00", "2204.21.50"})
  void of_korea_the_claimed_rate_counts(String line) {
    for (String reading : List.of("", "; goods:" + SECTION_301 + "=yes")) {
      assertEquals(
          Optional.of(Rate.percent("12.5")),
          stack("2026-08-01", HsCode.of(line), "KR", ORDINARY + "; claim=KORUS" + reading)
              .adValoremRate());
    }
  }

  /** Of a compound general rate the quantity decides what is filled. */
  @Test
  void a_specific_general_rate_fills_by_its_quantity() {
    HsCode line = HsCode.of("9104.00.40"); // clocks: 30 cents each + 4.3%
    String claimed = ORDINARY + "; claim=Civil Aircraft Agreement; goods:" + SECTION_301;
    DutyStack general = stack("2026-08-01", line, "CH", claimed + "=yes");
    assertEquals(Optional.empty(), general.adValoremRate());
    // USD 500 on 100 clocks: 12.5% is 62.50, less 30.00 and 21.50 leaves 11.00; on 150 nothing
    assertEquals("USD 11.00", duty(general, "100 pieces"));
    assertEquals("USD 0.00", duty(general, "150 pieces"));
    DutyStack paid = stack("2026-08-01", line, "CH", claimed + "=no");
    assertEquals("USD 62.50", duty(paid, "100 pieces"));
  }

  private static String duty(DutyStack stack, String quantity) {
    return stack.assess(Money.parse("USD 500"), Quantity.parse(quantity)).dutyOrThrow().toString();
  }

  private static Optional<BigDecimal> layer(DutyStack stack, String programme) {
    return stack.adValoremLayers().stream()
        .filter(each -> each.layer().measure().programme().equals(programme))
        .map(each -> each.rate().fraction())
        .findFirst();
  }

  private static BigDecimal base(DutyStack stack) {
    return stack.adValoremLayers().stream()
        .filter(
            each -> List.of("BASE", "PREFERENCE").contains(each.layer().measure().rule().name()))
        .map(each -> each.rate().fraction())
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal fill(String total, BigDecimal counted) {
    return Rate.percent(total).fraction().subtract(counted).max(BigDecimal.ZERO);
  }

  /** Every sixth line of the schedule: the charge is what the words of each reading make it. */
  @ParameterizedTest
  @CsvSource({"JP, USJTA, 12.5, 10", "CH, Pharmaceuticals Agreement, 12.5, 1"})
  void each_reading_fills_what_it_says_on_all_lines(
      String origin, String claim, String total, int atLeast) {
    List<HsCode> lines = TariffPanel.lines(US, LocalDate.parse("2026-08-01"));
    int moved = 0;
    for (int i = 0; i < lines.size(); i += 6) {
      HsCode line = lines.get(i);
      String claimed = ORDINARY + "; claim=" + claim + "; goods:" + SECTION_301;
      DutyStack plain = stack("2026-08-01", line, origin, ORDINARY);
      DutyStack general = stack("2026-08-01", line, origin, claimed + "=yes");
      DutyStack paid = stack("2026-08-01", line, origin, claimed + "=no");
      boolean charged =
          Stream.of(plain, general, paid)
              .allMatch(each -> layer(each, "S301 forced labor").isPresent());
      if (charged) {
        assertFilled(total, base(plain), general);
        assertFilled(total, base(paid), paid);
        moved += base(plain).compareTo(base(paid)) == 0 ? 0 : 1;
      }
    }
    assertTrue(moved >= atLeast, origin + ": " + moved);
  }

  private static void assertFilled(String total, BigDecimal counted, DutyStack stack) {
    BigDecimal charge = layer(stack, "S301 forced labor").orElseThrow();
    assertEquals(0, fill(total, counted).compareTo(charge), stack::toString);
  }

  /** A panel of lines and origins that claim says what each answer says. */
  @ParameterizedTest
  @CsvSource({"2026-08-01", "2025-12-20"})
  void panels_say_the_same(String day) {
    List<HsCode> all = TariffPanel.lines(US, LocalDate.parse(day));
    List<HsCode> lines = Stream.iterate(0, i -> i < all.size(), i -> i + 23).map(all::get).toList();
    List<DeclaredOrigin> origins =
        Stream.of(
                "KR claiming KORUS",
                "KR",
                "JP claiming USJTA",
                "JP claiming USJTA with goods:" + SECTION_301 + "=yes",
                "DE claiming Pharmaceuticals Agreement",
                "CH claiming Intermediate chemicals for dyes with content:US=0.3")
            .map(DeclaredOrigin::parse)
            .toList();
    PanelSlice slice =
        TariffPanel.of(US, lines, origins, List.of(LocalDate.parse(day))).on(LocalDate.parse(day));
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < origins.size(); j++) {
        DutyStack single = US.on(day).stack(lines.get(i), origins.get(j));
        single.layers();
        assertEquals(single.range(), slice.range(i, j), single::toString);
        assertEquals(single.adValoremRate(), slice.rate(i, j), single::toString);
      }
    }
  }

  /** What was definite before the total began is open from that day on, and says what decides. */
  @Test
  void what_lies_ahead_is_the_range() {
    String ahead =
        Tariffs.ahead("2026-07-23", "8712.00.15", "JP claiming USJTA").table().toMarkdown();
    assertTrue(ahead.contains("7.0% to 12.5%"), ahead);
  }
}
