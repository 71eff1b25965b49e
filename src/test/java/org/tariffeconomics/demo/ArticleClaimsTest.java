package org.tariffeconomics.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.demo.ArticleClaims.CheckedClaim;

/** The numbers are those of the sources that each row of the file names. */
class ArticleClaimsTest {

  private static final List<CheckedClaim> CLAIMS = ArticleClaims.all();

  private static String computed(String id) {
    return CLAIMS.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().computed();
  }

  @Test
  void every_claim_is_computed_from_the_bundled_facts() {
    assertEquals(13, CLAIMS.size());
    assertEquals("27.5% on 2025-09-15, 15.0% on 2025-09-16", computed("cars"));
    assertEquals("MFN 2.5% + S232 autos 12.5%", computed("all-in"));
    assertEquals(
        "announced on 2025-07-23, signed on 2025-09-05, in force on 2025-09-16", computed("final"));
    assertTrue(computed("pledge").contains("6.5%"), computed("pledge"));
    assertTrue(computed("rice").contains("78.6%"), computed("rice"));
    assertTrue(
        computed("rice").endsWith("pays JPY 341 outside of it and JPY 0 within, before and after"),
        computed("rice"));
    assertEquals(
        "0 market-access pledges on beef; US beef pays 21.6% and from April 2026 20.8% by the"
            + " agreement of 2019, without it 38.5%",
        computed("beef"));
    assertEquals(
        "KR 25.0% on 2025-10-31, 15.0% on 2025-11-01; TW 27.5% on 2025-10-31, 27.5% on 2026-11-23",
        computed("benchmark"));
    assertEquals("KH signed, LA in talks, LK no deal", computed("left-behind"));
    assertEquals("ID signed, PH no deal", computed("preliminary"));
    assertTrue(computed("deadline").startsWith("10 days"));
    assertTrue(computed("china").contains("own 0.00 pp"), computed("china"));
    assertEquals("JP 15.0%, DE 15.0%", computed("eu-japan"));
    assertTrue(ArticleClaims.table().toText().contains("DISPUTED"));
  }
}
