package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.panel.PanelOutcome;
import org.tariffeconomics.panel.PanelSlice;
import org.tariffeconomics.panel.TariffPanel;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.DecidingFact;
import org.tariffeconomics.tariff.DutyStack;
import org.tariffeconomics.tariff.TariffBook;

/**
 * Who may claim which programme of the special column on which days, by the schedule: bottles
 * (3923.30.00) are 3 % in column 1 and “Free (A, AU, BH, CL, CO, D, E, IL, JO, KR, MA, OM, P, PA,
 * PE, S, SG)”; the rest of each sum is the duty of the day.
 */
class UsClaimDaysTest {

  private static final TariffBook US = UsTariffs.book();

  private static DutyStack stack(
      TariffBook book, String day, String line, String origin, String f) {
    return book.on(day).stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(f));
  }

  @ParameterizedTest(name = "{1} from {2} on {0} claiming {3}: {4}")
  @CsvSource({
    // general note 16(a); Pub. L. 114-27: through 30 September 2025; reciprocal 10 %, of Namibia 15
    // %
    "2025-06-01, 3923.30.00, KE, AGOA, 10%",
    "2025-09-30, 3923.30.00, NA, AGOA, 15%",
    // Pub. L. 119-75 s. 5019, Proclamation of 19 May 2026 cl. 1: through 31 December 2026
    "2026-02-03, 3923.30.00, KE, AGOA, 10%",
    "2026-12-31, 3923.30.00, KE, AGOA, 0%",
    "2027-01-01, 3923.30.00, KE, AGOA, 3%",
    // section 301, forced labor: 12.5 %
    "2026-08-01, 3923.30.00, ZA, AGOA, 12.5%",
    // Proclamation 10692 (2023): Gabon no more; Proclamation of 19 May 2026 cl. 4: again
    "2025-06-01, 3923.30.00, GA, AGOA, 13%",
    "2026-03-15, 3923.30.00, GA, AGOA, 10%",
    // Proclamations of 2021, 2022 and 2023: Ethiopia, Burkina Faso and Uganda ended
    "2025-06-01, 3923.30.00, ET, AGOA, 13%",
    "2025-06-01, 3923.30.00, BF, AGOA, 13%",
    "2025-06-01, 3923.30.00, UG, AGOA, 13%",
    // Proclamation 10692: Mauritania again
    "2025-06-01, 3923.30.00, MR, AGOA, 10%",
    // apparel is claimed under 9819 and not under its own line
    "2025-06-01, 6109.10.00, KE, AGOA, 26.5%",
    // 19 U.S.C. 2465: GSP through 31 December 2020
    "2025-06-01, 3923.30.00, TH, GSP, 13%",
    // general note 7: Jamaica and Aruba, not Panama and Costa Rica, which left for agreements
    "2025-06-01, 3923.30.00, JM, CBERA, 10%",
    "2025-06-01, 3923.30.00, AW, CBERA, 10%",
    "2025-06-01, 3923.30.00, PA, CBERA, 13%",
    "2025-06-01, 3923.30.00, PA, US-Panama TPA, 10%",
    // Pub. L. 114-125 s. 915: through 31 December 2025
    "2025-12-31, 4202.12.89, NP, Nepal preference, 10%",
    "2026-01-01, 4202.12.89, NP, Nepal preference, 27.6%",
    // general note 3(b): column 2 knows no special rate
    "2025-06-01, 3004.90.92, BY, Pharmaceuticals Agreement, 30%",
    // agreements are for their parties
    "2025-06-01, 3923.30.00, CN, KORUS, 58%",
    "2025-06-01, 8703.23.01, KR, USJTA, 27.5%",
  })
  void a_claim_counts_on_its_days(
      String day, String line, String origin, String claim, String duty) {
    DutyStack stack = stack(US, day, line, origin, "claim=" + claim);
    assertEquals(duty, stack.adValoremRate().orElseThrow().toString(), stack::toString);
  }

  /**
   * Where it was not verified who may claim a programme, or on which days, a claim leaves the duty
   * between the general and the special rate; nobody who claims nothing is asked.
   */
  @ParameterizedTest(name = "{1} from {2} on {0} claiming {3}: {4} to {5}")
  @CsvSource({
    "2025-10-01, 3923.30.00, KE, AGOA, 10%, 13%",
    "2026-02-02, 3923.30.00, KE, AGOA, 10%, 13%",
    "2026-01-15, 3923.30.00, GA, AGOA, 10%, 13%",
    "2025-06-01, 8708.70.45, CA, Automotive Products Trade Act, 25%, 27.5%",
  })
  void a_claim_that_was_not_verified_is_open(
      String day, String line, String origin, String claim, String lowest, String highest) {
    String fact = "programme confirmed:" + claim;
    DutyStack open = stack(US, day, line, origin, "claim=" + claim);
    assertEquals(lowest, open.range().orElseThrow().lowest().toString());
    assertEquals(highest, open.range().orElseThrow().highest().toString());
    assertEquals(List.of(fact), open.decidedBy().stream().map(DecidingFact::name).toList());
    assertEquals(lowest, open.assuming(fact + "=yes").adValoremRate().orElseThrow().toString());
    assertEquals(highest, open.assuming(fact + "=no").adValoremRate().orElseThrow().toString());
    DutyStack unclaimed = stack(US, day, line, origin, "");
    assertEquals(highest, unclaimed.adValoremRate().orElseThrow().toString());
  }

  /** So it does in panels, and where a release is joined. */
  @Test
  void an_open_claim_is_open_in_panels_and_joined_releases() {
    DeclaredOrigin kenya = DeclaredOrigin.parse("KE claiming AGOA");
    LocalDate day = LocalDate.parse("2025-10-01");
    PanelSlice slice =
        TariffPanel.of(US, List.of(HsCode.of("3923.30.00")), List.of(kenya), List.of(day)).on(day);
    assertEquals("10% to 13%", slice.stack(0, 0).range().orElseThrow().toString());
    assertEquals(PanelOutcome.BOUNDED, slice.outcome(0, 0));
    String row =
        "[{\"htsno\":\"3923.30.00\",\"indent\":\"0\",\"description\":\"x\",\"units\":[\"kg\"],"
            + "\"general\":\"3%\",\"special\":\"Free (AU,D)\",\"other\":\"80%\",\"footnotes\":[]}]";
    TariffBook joined =
        UsTariffs.book(
            HtsFile.read(
                    "release.json", new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)))
                .orThrow());
    DutyStack open =
        stack(joined, "2025-10-01", "3923.30.00", "KE", "claim=AGOA")
            .assuming("additional duties checked=yes");
    assertEquals("10% to 13%", open.range().orElseThrow().toString());
    assertEquals(
        "10%",
        stack(joined, "2025-09-30", "3923.30.00", "KE", "claim=AGOA")
            .assuming("additional duties checked=yes")
            .adValoremRate()
            .orElseThrow()
            .toString());
  }
}
