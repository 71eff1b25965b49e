package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Source;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.panel.WeightedRates.Range;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.Assumption;
import org.tariffeconomics.tariff.Assumptions;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;
import org.threeten.extra.LocalDateRange;

/**
 * The shares of The Budget Lab at Yale as assumptions. Figures of single lines are those of its
 * files; the shares of all trade are those which its {@code docs/assumptions.md} states.
 */
class UsAssumptionsTest {

  private static final LocalDate AUTUMN = LocalDate.of(2025, 9, 16);

  /** Goods whose duties hang on contents, uses and claims. */
  private static final String SECTORS = "2933+3004+7318+8418+8471+8708+9403";

  private static final Country CHINA = Country.of("CN");

  private static DutyStack stack(TariffBook book, String line, String origin, String facts) {
    return book.on(AUTUMN).stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(facts));
  }

  // --- claims -----------------------------------------------------------------------------------

  /** “2024 (CA: 38%, MX: 50%) … 2025 (CA: 67%, MX: 68%)” */
  @ParameterizedTest
  @CsvSource({"2024, CA, 0.38", "2024, MX, 0.50", "2025, CA, 0.67", "2025, MX, 0.68"})
  void claims_of_all_trade_are_those_that_the_source_states(
      int year, String partner, double stated) {
    ClaimedShares shares =
        ClaimedShares.of(TariffBook.us().assuming(UsAssumptions.usmcaShares(year)));
    double value = 0;
    double claimed = 0;
    for (UsImports.Flow flow : UsImports.of2024().from(partner).flows()) {
      value += flow.value();
      claimed += flow.value() * shares.of(flow, AUTUMN).orElse(0);
    }
    assertEquals(stated, claimed / value, 0.006);
  }

  @Test
  void a_share_of_claims_moves_no_single_entry() {
    TariffBook book = UsTariffs.book().assuming(UsAssumptions.usmcaShares(2025));
    for (String facts : List.of("claim=USMCA", "approved US content=no")) {
      assertEquals(
          stack(UsTariffs.book(), "8708.30.50", "CA", facts).toString(),
          stack(book, "8708.30.50", "CA", facts).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2023, 2026})
  void a_year_without_shares_is_refused_with_those_there_are(int year) {
    assertEquals(
        "year must be one of [2024, 2025], but was " + year,
        assertThrows(IllegalArgumentException.class, () -> UsAssumptions.usmcaShares(year))
            .getMessage());
  }

  // --- metals -----------------------------------------------------------------------------------

  /** Of 331110 the source has 1.19, 0.025 and 0.055 of steel, aluminium and copper. */
  @ParameterizedTest
  @CsvSource({
    "8418.99.80.60, content:steel=0.103; content:aluminium=0.023; content:copper=0.022",
    "8462.49.00.20, content:steel=0.105; content:aluminium=0.018; content:copper=0.016",
    "7318.15.20, content:steel=1; content:aluminium=0; content:copper=0",
    "7612.90.10, content:steel=0; content:aluminium=1; content:copper=0",
    "7419.80.50, content:steel=0; content:aluminium=0; content:copper=1",
  })
  void metals_of_a_line_are_those_of_its_good_and_of_its_own_chapter(String line, String facts) {
    assertEquals(
        DeclaredFacts.parse(facts), UsAssumptions.metalShares().of(HsCode.of(line), CHINA, AUTUMN));
  }

  @Test
  void metals_of_a_line_are_never_more_than_the_line() {
    Assumptions metals = UsAssumptions.metalShares();
    assertEquals(245, metals.rows().size(), "goods of the accounts, and three of chapters");
    for (Assumption each : metals.rows()) {
      assertTrue(
          each.facts().materials().compareTo(BigDecimal.ONE) <= 0, () -> each + " is too much");
    }
  }

  /**
   * Metal furniture of China, 2025-09-16: 50 % on its steel and on its aluminium, the reciprocal 10
   * % on the rest, 20 % and 25 % on all; what the set assumes is what one could declare.
   */
  @Test
  void assumed_metals_are_as_if_declared_and_named() {
    TariffBook book = UsTariffs.book().assuming(UsAssumptions.metalShares());
    DutyStack assumed = stack(book, "9403.20.00.78", "CN", "");
    DeclaredFacts shares =
        UsAssumptions.metalShares().of(HsCode.of("9403.20.00.78"), CHINA, AUTUMN);
    DutyStack declared = stack(UsTariffs.book(), "9403.20.00.78", "CN", shares.toString());
    assertEquals(declared.adValoremRate(), assumed.adValoremRate());
    double metal =
        shares
            .content("steel")
            .orElseThrow()
            .add(shares.content("aluminium").orElseThrow())
            .doubleValue();
    assertEquals(
        0.45 + 0.5 * metal + 0.1 * (1 - metal),
        assumed.adValoremRate().orElseThrow().fraction().doubleValue(),
        1e-12);
    assertTrue(
        assumed.stamp().toString().contains("metal shares, BEA 2017"), assumed.stamp()::toString);
    assertTrue(stack(UsTariffs.book(), "9403.20.00.78", "CN", "").adValoremRate().isEmpty());
  }

  /** No measure tells Argentina from Australia; an assumption about one of them does. */
  @Test
  void a_panel_tells_origins_apart_that_only_assumptions_do() {
    Assumption steel =
        new Assumption(
            ProductScope.parse("9403.20"),
            OriginScope.parse("AR"),
            DeclaredFacts.parse("content:steel=1; content:aluminium=0"),
            LocalDateRange.ALL,
            "all of it is steel",
            Source.user("a test"));
    TariffBook book =
        UsTariffs.book().assuming(Assumptions.of("steel of Argentina", "US", List.of(steel)));
    HsCode line = HsCode.of("9403.20.00.78");
    List<DeclaredOrigin> origins = List.of(DeclaredOrigin.parse("AU"), DeclaredOrigin.parse("AR"));
    PanelSlice slice = TariffPanel.of(book, List.of(line), origins, List.of(AUTUMN)).on(AUTUMN);
    for (int i = 0; i < 2; i++) {
      assertEquals(book.on(AUTUMN).stack(line, origins.get(i)).adValoremRate(), slice.rate(0, i));
    }
    assertEquals(Optional.of(Rate.percent("50")), slice.rate(0, 1));
    assertEquals(Optional.empty(), slice.rate(0, 0));
  }

  // --- averages ---------------------------------------------------------------------------------

  /**
   * Under each set of words the average is a point but for legal lines of which the statistical
   * ones differ, which the bundled imports do not tell apart: open between 16.56 and 36.42 % on the
   * first day where nothing is claimed, it is then known to half a point, and to three points on
   * the second, when more is asked of medicines and metals. The law's own range holds both.
   */
  @ParameterizedTest
  @CsvSource({"2025-09-16, 0.005", "2026-11-23, 0.03"})
  void averages_are_all_but_points_under_named_assumptions(String day, double width) {
    UsImports goods = UsImports.of2024().of(SECTORS);
    AverageDuty open = goods.averageDuty(LocalDate.parse(day));
    Range all = open.nothingClaimedRange().orElseThrow();
    for (Assumptions words :
        List.of(UsAssumptions.noUseInWords(), UsAssumptions.everyUseInWords())) {
      AverageDuty average =
          goods.averageDuty(
              LocalDate.parse(day),
              UsAssumptions.metalShares(),
              UsAssumptions.usmcaShares(2025),
              words);
      Optional<Range> nothing = average.nothingClaimedRange();
      assertFalse(nothing.orElseThrow().lowest() < all.lowest() - 1e-9);
      assertFalse(nothing.orElseThrow().highest() > all.highest() + 1e-9);
      double assumed = average.claimedAsAssumedRange().orElseThrow().lowest();
      assertTrue(assumed < nothing.orElseThrow().lowest());
      assertTrue(assumed > average.allClaimedRange().orElseThrow().lowest());
      String stamp = average.stamp().toString();
      for (String name :
          List.of("metal shares, BEA 2017", "USMCA shares by line 2025", words.name())) {
        assertTrue(stamp.contains(name), stamp);
      }
      assertTrue(nothing.orElseThrow().highest() - nothing.orElseThrow().lowest() < width);
    }
  }

  /**
   * With lists taken as they were read, what is left open on 23 November 2026 is what statistical
   * lines differ in, which the bundled imports do not tell apart: no weight of a metal and no list.
   */
  @Test
  void with_lists_as_read_and_no_use_in_words_little_is_open() {
    AverageDuty average =
        UsImports.of2024()
            .of(SECTORS)
            .averageDuty(
                LocalDate.parse("2026-11-23"),
                UsAssumptions.noUseInWords(),
                UsAssumptions.listsAsRead());
    Range nothing = average.nothingClaimedRange().orElseThrow();
    double width = nothing.highest() - nothing.lowest();
    assertTrue(width < 0.01, nothing.toString());
    assertTrue(average.stamp().toString().contains("lists as read"), average.stamp().toString());
    String facts = UsAssumptions.listsAsRead().rows().get(0).facts().toString();
    assertTrue(facts.contains("list confirmed:9903.06.20=yes"), facts);
    assertFalse(facts.contains("import exclusion"), facts);
    facts = UsAssumptions.noUseInWords().rows().get(0).facts().toString();
    assertTrue(facts.contains("weight:aluminium+steel=0"), facts);
  }

  @Test
  void shares_take_little_room() throws IOException {
    int bytes = 0;
    for (String file : List.of("usmca-2024.txt", "usmca-2025.txt", "metals-2017.csv")) {
      try (InputStream in = UsAssumptions.class.getResourceAsStream("us/shares/" + file)) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(in.readAllBytes());
        deflater.finish();
        bytes += deflater.deflate(new byte[100_000]);
        deflater.end();
      }
    }
    assertTrue(bytes < 20_000, bytes + " bytes");
  }
}
