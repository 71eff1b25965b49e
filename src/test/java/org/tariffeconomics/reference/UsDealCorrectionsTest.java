package org.tariffeconomics.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tariffeconomics.SharedFiles;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.deal.Deadline;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealEvent;
import org.tariffeconomics.deal.DealRegister;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.deal.MarketAccessPledge;
import org.tariffeconomics.deal.MarketAccessPledge.Placement;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.reading.Facts;
import org.tariffeconomics.tariff.Rule;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * The audit of the register of 28 November 2026: each of its 39 corrections is applied, or answered
 * with the text that says otherwise. The evidence of each stands in the source of its row.
 */
class UsDealCorrectionsTest {

  private static final DealRegister DEALS = UsDeals.register();

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private record Correction(String row, Runnable check) {}

  private static Correction of(String row, Runnable check) {
    return new Correction(row, check);
  }

  @TestFactory
  Stream<DynamicTest> every_correction_is_applied_or_answered() {
    return corrections().stream().map(c -> DynamicTest.dynamicTest(c.row(), c.check()::run));
  }

  @Test
  void the_audit_has_39_rows() {
    assertEquals(39, corrections().size());
    assertEquals(39, corrections().stream().map(Correction::row).distinct().count());
  }

  /** Every row of the file has its check, in the order of the file. */
  @Test
  void the_file_of_the_audit_has_as_many_rows() throws IOException {
    long rows =
        Files.readAllLines(SharedFiles.require("facts/deals-audit/corrections.csv")).stream()
            .skip(1)
            .filter(line -> !line.isBlank())
            .count();
    assertEquals(rows, corrections().size());
  }

  private static List<Correction> corrections() {
    return List.of(
        of(
            "Taiwan: parts, wood and aircraft from 2026-05-01, known 2026-05-28, not cars",
            () -> {
              event("TW", "2026-05-01", "2026-05-28", "parts and wood", DealStatus.IN_FORCE);
              assertFalse(DEALS.deal("TW").legs().contains("autos"));
            }),
        of("Guatemala signed on 2026-01-30", () -> signed("GT", "2026-01-30")),
        of("El Salvador signed on 2026-01-29", () -> signed("SV", "2026-01-29")),
        of(
            "Ecuador concluded 2026-02-13 and signed 2026-03-13",
            () -> {
              event("EC", "2026-02-13", "2026-02-13", "", DealStatus.AGREED);
              signed("EC", "2026-03-13");
            }),
        of(
            "Korea 2025-11-26: a bill, no signature",
            () -> event("KR", "2025-11-26", "2025-11-26", "", DealStatus.AGREED)),
        of(
            "Korea ratified on 2026-03-12, verified",
            () -> {
              DealEvent act = event("KR", "2026-03-12", "2026-03-12", "", DealStatus.RATIFIED);
              assertTrue(act.text().contains("226 for, 8 against, 8 abstentions"));
            }),
        of(
            "letters of 30 % to the EU and Mexico, verified",
            () -> {
              event("EU", "2025-07-12", "2025-07-12", "", DealStatus.THREATENED);
              event("MX", "2025-07-12", "2025-07-12", "threat", DealStatus.THREATENED);
              assertEquals(Optional.of(Rate.percent(30)), headline("EU", "2025-07-13"));
            }),
        of(
            "Canada and Mexico: the leg border fell, there was no reciprocal one",
            () -> {
              for (String each : List.of("CA", "MX")) {
                event(each, "2026-02-20", "2026-02-20", "border", DealStatus.VOID);
                event(each, "2026-02-24", "2026-02-20", "border", DealStatus.TERMINATED);
                assertFalse(DEALS.deal(each).legs().contains("reciprocal"), each);
              }
            }),
        of(
            "China and Brazil: the legs fentanyl and Brazil order fell too",
            () -> {
              event("CN", "2026-02-20", "2026-02-20", "fentanyl", DealStatus.VOID);
              event(
                  "CN", "2026-02-24", "2026-02-20", "fentanyl", DealStatus.TERMINATED, "EO 14389");
              event("BR", "2026-02-20", "2026-02-20", "brazil order", DealStatus.VOID);
              event("BR", "2026-02-24", "2026-02-20", "brazil order", DealStatus.TERMINATED);
            }),
        of(
            "forced labour known from 2026-07-23",
            () -> {
              List<DealEvent> all =
                  DEALS.deals().stream()
                      .flatMap(d -> d.events().stream())
                      .filter(e -> e.leg().equals("forced labour"))
                      .filter(e -> e.effective().equals(day("2026-07-24")))
                      .toList();
              assertTrue(all.size() >= 32);
              all.forEach(e -> assertEquals(day("2026-07-23"), e.knownFrom()));
            }),
        of(
            "United Kingdom, pharmaceuticals: known later than in force",
            () -> {
              DealEvent zero =
                  event("GB", "2026-07-31", "2026-09-29", "pharmaceuticals", DealStatus.IN_FORCE);
              assertTrue(zero.isRetroactive());
              assertTrue(zero.text().contains("the first print charged 10 %"));
            }),
        of(
            "India: no signing in March 2026",
            () -> {
              Deal india = DEALS.deal("IN");
              assertTrue(
                  india.events().stream().noneMatch(e -> e.effective().equals(day("2026-03-31"))));
              event("IN", "2026-07-21", "2026-07-21", "", DealStatus.TALKS);
              assertEquals(Optional.of(DealStatus.AGREED), india.status(day("2026-11-23")));
            }),
        of(
            "Malaysia: both parties' reading of 2026 is kept",
            () -> {
              event("MY", "2026-03-15", "2026-03-16", "malaysian side", DealStatus.VOID);
              assertEquals(
                  List.of("MY", "US"),
                  DEALS.deal("MY").claims().stream()
                      .filter(c -> c.topic().equals("validity"))
                      .map(c -> c.party())
                      .toList());
              assertEquals(
                  Optional.of(DealStatus.SIGNED), DEALS.deal("MY").status(day("2026-11-23")));
            }),
        of(
            "Canada 2026-09-08: in force on the Canadian side",
            () -> {
              DealEvent order =
                  event("CA", "2026-09-08", "2026-09-08", "canadian side", DealStatus.IN_FORCE);
              assertTrue(order.source().title().contains("SOR/2026-186"));
            }),
        of(
            "surcharge: goods of the USMCA are exempt",
            () -> {
              for (String each : List.of("CA", "MX")) {
                assertTrue(text(each, "surcharge").contains("USMCA"), each);
                assertEquals(
                    Optional.of(Rate.ZERO),
                    UsTariffs.book()
                        .on("2026-03-02")
                        .stack(
                            HsCode.of("6109.10"),
                            Country.of(each),
                            DeclaredFacts.parse("claim=USMCA"))
                        .adValoremRate());
              }
            }),
        of(
            "surcharge and forced labour: textiles of CAFTA-DR are exempt",
            () -> {
              for (String each : List.of("GT", "SV")) {
                assertTrue(text(each, "surcharge").contains("9903.03.09"), each);
                assertTrue(text(each, "forced labour").contains("9903.05.95"), each);
              }
            }),
        of(
            "Indonesia: the 33 bn are its purchases",
            () -> {
              Deal indonesia = DEALS.deal("ID");
              assertEquals(List.of(), indonesia.promises().investments());
              assertEquals(
                  0,
                  new BigDecimal("33000000000")
                      .compareTo(
                          indonesia.purchases().stream()
                              .map(p -> p.amount().getAmount())
                              .reduce(BigDecimal.ZERO, BigDecimal::add)));
            }),
        of(
            "Malaysia: 70 bn over ten years by firms",
            () -> {
              assertEquals(
                  Optional.of(day("2035-10-26")),
                  DEALS.deal("MY").investments().get(0).schedule().lastDay());
              assertTrue(DEALS.deal("MY").investments().get(0).name().contains("firms"));
            }),
        of(
            "Korea: 150 bn of firms beside the deal",
            () -> {
              assertEquals(3, DEALS.deal("KR").promises().investments().size());
              assertEquals(2, DEALS.deal("KR").investments().size());
              assertEquals(
                  "USD 350000000000",
                  DEALS
                      .deal("KR")
                      .promises()
                      .wholeInvestment()
                      .orElseThrow()
                      .headline()
                      .toString());
            }),
        of(
            "Switzerland: one third by the end of 2026",
            () -> assertTrue(deadline("CH", "2026-12-31").what().contains("one third"))),
        of(
            "all 25 letters have their deadline",
            () -> {
              for (UsLetters.Letter letter : UsLetters.all()) {
                Deadline august = deadline(letter.partner(), "2025-08-01");
                assertEquals(letter.published(), august.knownFrom(), letter.partner());
                assertTrue(
                    august.otherwise().replace(" ", "").startsWith(letter.threatened().toString()),
                    letter.toString());
              }
              assertEquals(25, UsLetters.all().size());
            }),
        of(
            "Japan: the window ends on 2029-01-19",
            () -> assertEquals(day("2025-09-04"), deadline("JP", "2029-01-19").knownFrom())),
        of(
            "Malaysia: snap-back to 24 %",
            () -> assertEquals(Rate.percent(24), DEALS.deal("MY").snapBacks().get(0).rate())),
        of(
            "Japan: the 36 bn are 33.3, 2.1 and 0.6",
            () -> {
              assertEquals(
                  List.of("USD 33300000000", "USD 2100000000", "USD 600000000"),
                  DEALS.deal("JP").investments().get(0).tranches().stream()
                      .filter(t -> t.events().stream().anyMatch(e -> e.stage() == Stage.APPROVED))
                      .map(t -> t.amount().toString())
                      .toList());
            }),
        of(
            "quotas are quotas: United Kingdom, Switzerland, EU",
            () -> {
              assertEquals("13000 t", quota("GB", "beef").quota().volume().toString());
              assertTrue(quota("GB", "ethanol").text().contains("1.4 bn"));
              assertEquals("500 t", quota("CH", "beef").quota().volume().toString());
              assertEquals("1000 t", quota("CH", "bison").quota().volume().toString());
              assertEquals("1500 t", quota("CH", "poultry").quota().volume().toString());
              assertTrue(quota("EU", "seafood and agriculture").text().contains("2026/1455"));
            }),
        of(
            "Argentina: 221 lines to zero, and 80,000 t of beef by the United States",
            () -> {
              assertTrue(
                  DEALS.deal("AR").marketAccess().stream().anyMatch(m -> m.text().contains("221")));
              assertTrue(
                  DEALS.deal("AR").terms().grants().stream()
                      .anyMatch(g -> g.scope().startsWith("80,000 t")));
            }),
        of(
            "some 35 measures found their deal",
            () -> {
              long linked =
                  DEALS.deals().stream()
                      .flatMap(d -> d.terms().grants().stream())
                      .flatMap(g -> g.in(UsTariffs.book()).stream())
                      .map(TariffMeasure::id)
                      .distinct()
                      .count();
              assertTrue(linked >= 35, "linked: " + linked);
            }),
        of("EO 14334 is of 2025-08-11", () -> dated("EO14334", "2025-08-11")),
        of("EO 14358 is of 2025-11-04", () -> dated("EO14358", "2025-11-04")),
        of("Proclamation 11056 is of 2026-08-18", () -> dated("P11056", "2026-08-18")),
        of(
            "exclusions were prolonged on 2025-11-26, USTR",
            () -> dated("ustr-exclusion-extension-90-fr", "2025-11-26")),
        of(
            "the maritime action was suspended on 2025-11-13, Federal Register",
            () -> dated("ustr-maritime-action-suspension-90", "2025-11-13")),
        of(
            "a source that no row used is gone",
            () ->
                assertFalse(
                    lines("deals/sources.csv").stream().anyMatch(l -> l.startsWith("tekedia")))),
        of(
            "every source has a day and a citation",
            () ->
                lines("deals/sources.csv").stream()
                    .skip(1)
                    .forEach(
                        l -> {
                          assertTrue(l.matches(".*,\\d{4}-\\d{2}-\\d{2},.+"), l);
                        })),
        // The Factbook's figure is published and marked by its year; 1,864 is a computation.
        of(
            "Korea's GDP is marked by its year",
            () -> {
              assertEquals("2023", UsTrade.partner("KR").gdpYear());
              assertTrue(UsTrade.partner("KR").note().contains("1,864"));
              assertTrue(allPledges().contains("2023"));
            }),
        of(
            "Taiwan's GDP is marked by its year",
            () -> {
              assertEquals("2023", UsTrade.partner("TW").gdpYear());
              assertTrue(UsTrade.partner("TW").note().contains("778"));
            }),
        // The first vintage stays what it was; the later one stands beside it.
        of(
            "two vintages of 2024 are held side by side",
            () -> assertTrue(UsPaid.revisions().toText().contains("+15.3%"))),
        of(
            "Taiwan's parts came to 15 % on 2026-05-01",
            () -> {
              List<TariffMeasure> parts =
                  UsTariffs.book().measures().stream()
                      .filter(m -> m.programme().equals("S232 auto parts"))
                      .filter(m -> m.origins().specificity(Country.of("TW"), day("2026-05-01")) > 0)
                      .filter(m -> m.rule() == Rule.TOPS_UP_TO)
                      .toList();
              assertFalse(parts.isEmpty());
              for (TariffMeasure each : parts) {
                assertEquals(day("2026-05-01"), each.inForce().getStart());
                assertEquals("15%", each.rate().toString());
              }
            }),
        of(
            "Indonesia signed the day before the ruling",
            () -> {
              signed("ID", "2026-02-19");
              assertEquals(
                  Optional.of(DealStatus.SIGNED), DEALS.deal("ID").status(day("2026-11-23")));
            }));
  }

  private static String allPledges() {
    return UsPledges.knownOn(day("2026-11-23")).perPoint().toText();
  }

  private static DealEvent event(
      String partner, String effective, String known, String leg, DealStatus status) {
    return event(partner, effective, known, leg, status, "");
  }

  private static DealEvent event(
      String partner,
      String effective,
      String known,
      String leg,
      DealStatus status,
      String instrument) {
    return DEALS.deal(partner).events().stream()
        .filter(e -> e.effective().equals(day(effective)) && e.knownFrom().equals(day(known)))
        .filter(e -> e.leg().equals(leg) && e.status() == status)
        .filter(e -> e.instrument().contains(instrument))
        .findFirst()
        .orElseThrow(() -> new AssertionError(partner + ": " + DEALS.deal(partner).events()));
  }

  private static void signed(String partner, String day) {
    event(partner, day, day, "", DealStatus.SIGNED);
    assertEquals(
        1,
        DEALS.deal(partner).events().stream()
            .filter(e -> e.leg().isEmpty() && e.status() == DealStatus.SIGNED)
            .count(),
        partner);
  }

  private static Optional<Rate> headline(String partner, String day) {
    return Optional.ofNullable(DEALS.deal(partner).asKnownOn(day(day)).headline().rate());
  }

  private static String text(String partner, String leg) {
    return DEALS.deal(partner).events().stream()
        .filter(e -> e.leg().equals(leg) && e.status() == DealStatus.IN_FORCE)
        .map(DealEvent::text)
        .collect(Collectors.joining());
  }

  private static Deadline deadline(String partner, String day) {
    return DEALS.deal(partner).deadlines().stream()
        .filter(d -> d.day().equals(day(day)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(partner + " " + DEALS.deal(partner).deadlines()));
  }

  private static MarketAccessPledge quota(String partner, String goods) {
    MarketAccessPledge pledge =
        DEALS.deal(partner).marketAccess().stream()
            .filter(m -> m.goods().equals(goods))
            .findFirst()
            .orElseThrow(() -> new AssertionError(DEALS.deal(partner).marketAccess().toString()));
    assertEquals(Placement.NEW_QUOTA, pledge.placement());
    return pledge;
  }

  private static void dated(String key, String day) {
    assertTrue(
        lines("deals/sources.csv").stream()
            .anyMatch(l -> l.startsWith(key + ",") && l.contains("," + day + ",")),
        key);
  }

  private static List<String> lines(String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                UsDeals.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_letters_and_the_vote_stand_without_being_asked_for() {
    assertEquals(
        UsDeals.register(Facts.INCLUDING_UNVERIFIED).deal("KR").status(day("2026-03-12")),
        DEALS.deal("KR").status(day("2026-03-12")));
  }
}
