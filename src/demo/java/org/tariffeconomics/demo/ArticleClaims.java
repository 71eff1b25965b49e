package org.tariffeconomics.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.competitiveness.PositionErosion;
import org.tariffeconomics.deal.Deal;
import org.tariffeconomics.deal.DealStatus;
import org.tariffeconomics.deal.MarketAccessPledge;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.Importers;
import org.tariffeconomics.reference.UsDeals;
import org.tariffeconomics.reference.UsStudies;
import org.tariffeconomics.reference.UsTariffs;
import org.tariffeconomics.reference.UsTrade.Sector;
import org.tariffeconomics.reference.UsualFacts;
import org.tariffeconomics.report.Cell;
import org.tariffeconomics.report.Table;

/**
 * What press reports of the July 2025 pact between the United States and Japan said, what the
 * sources say, and what this library computes from the bundled facts: each claim a checked row.
 */
public final class ArticleClaims {

  private static final String FILE = "article-2025-07.csv";
  private static final HsCode CAR = HsCode.of("8703.23.01");
  private static final LocalDate LATEST = UsTariffs.FACTS_THROUGH;

  private ArticleClaims() {}

  /** How a claim stands against the sources. */
  public enum Verdict {
    /** The sources say the same. */
    CONFIRMED,
    /** The sources say the same of a later day. */
    CONFIRMED_LATER,
    /** The claim left something open that the sources settle. */
    CLARIFIED,
    /** A part of the claim holds. */
    PARTLY,
    /** It was not so when it was said. */
    NOT_YET,
    /** The parties describe it differently. */
    DISPUTED,
    /** No source for it was found. */
    NOT_FOUND
  }

  /**
   * A checked claim.
   *
   * @param id its short name
   * @param says what the report says
   * @param sourcesSay what the sources say
   * @param computed what the library computes from the bundled facts
   * @param verdict how the claim stands
   */
  public record CheckedClaim(
      String id, String says, String sourcesSay, String computed, Verdict verdict) {

    /**
     * Creates a claim.
     *
     * @param id its short name
     * @param says what the report says
     * @param sourcesSay what the sources say
     * @param computed what the library computes from the bundled facts
     * @param verdict how the claim stands
     */
    public CheckedClaim {}

    /** The claim's name and verdict. */
    @Override
    public String toString() {
      return id + ": " + verdict;
    }
  }

  private static Map<String, Supplier<String>> computations() {
    Map<String, Supplier<String>> by = new TreeMap<>();
    by.put("cars", () -> path("JP", "2025-09-15", "2025-09-16"));
    by.put("all-in", () -> stack("JP", "2025-09-16"));
    by.put("final", () -> statuses("JP", "2025-07-23", "2025-09-05", "2025-09-16"));
    by.put("pledge", ArticleClaims::pledge);
    by.put("rice", ArticleClaims::rice);
    by.put("beef", ArticleClaims::beef);
    by.put(
        "benchmark",
        () ->
            "KR "
                + path("KR", "2025-10-31", "2025-11-01")
                + "; TW "
                + path("TW", "2025-10-31", "2026-11-23"));
    by.put("left-behind", () -> latest("KH") + ", " + latest("LA") + ", " + latest("LK"));
    by.put("preliminary", () -> latest("ID") + ", " + latest("PH"));
    by.put("singapore", () -> latest("SG") + ", 0 pledges");
    by.put("deadline", ArticleClaims::deadline);
    by.put("china", ArticleClaims::china);
    by.put("eu-japan", () -> "JP " + rate("JP", "2025-09-16") + ", DE " + rate("DE", "2025-09-16"));
    return by;
  }

  private static Reader open() {
    InputStream file = Objects.requireNonNull(ArticleClaims.class.getResourceAsStream(FILE), FILE);
    return new InputStreamReader(file, StandardCharsets.UTF_8);
  }

  /**
   * The claims, each computed anew.
   *
   * @return the claims in the order of the file
   */
  public static List<CheckedClaim> all() {
    Map<String, Supplier<String>> computations = computations();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(open())) {
      return rows.stream().map(row -> claim(row, computations)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CheckedClaim claim(
      NamedCsvRecord row, Map<String, Supplier<String>> computations) {
    String id = row.getField("id");
    Supplier<String> computation = computations.get(id);
    if (computation == null) {
      throw new IllegalStateException("Nothing is computed for the claim '" + id + "'");
    }
    return new CheckedClaim(
        id,
        row.getField("says"),
        row.getField("sources_say"),
        computation.get(),
        Verdict.valueOf(row.getField("verdict")));
  }

  private static String rate(String origin, String day) {
    return UsTariffs.book()
        .on(day)
        .stack(CAR, declared(origin, day).country(), declared(origin, day).facts())
        .adValoremRate()
        .map(r -> r.toText(1))
        .orElse("unknown");
  }

  private static DeclaredOrigin declared(String origin, String day) {
    return UsualFacts.us().origin(origin, CAR, LocalDate.parse(day));
  }

  private static String path(String origin, String before, String after) {
    return rate(origin, before) + " on " + before + ", " + rate(origin, after) + " on " + after;
  }

  private static String stack(String origin, String day) {
    DeclaredOrigin declared = declared(origin, day);
    return UsTariffs.book().on(day).stack(CAR, declared.country(), declared.facts()).summary();
  }

  private static String statuses(String partner, String... days) {
    StringBuilder text = new StringBuilder();
    for (String day : days) {
      LocalDate on = LocalDate.parse(day);
      text.append(text.length() == 0 ? "" : ", ")
          .append(deal(partner).status("", on, on).map(DealStatus::toString).orElse("no deal"))
          .append(" on ")
          .append(day);
    }
    return text.toString();
  }

  private static Deal deal(String partner) {
    return UsDeals.register().deal(partner);
  }

  private static String latest(String partner) {
    return partner + " " + deal(partner).status(LATEST).map(DealStatus::toString).orElse("no deal");
  }

  private static String pledge() {
    return deal("JP").investments().get(0).progress(Stage.APPROVED, LocalDate.of(2026, 2, 18))
        + ", sectors without amounts";
  }

  private static String rice() {
    return deal("JP").marketAccess().stream()
            .filter(m -> m.placement() == MarketAccessPledge.Placement.WITHIN_QUOTA)
            .map(m -> m.whenKept().toString())
            .findFirst()
            .orElse("no pledge")
        + "; a kilogram pays "
        + yenPerKilogram("1006.30.090")
        + " outside of it and "
        + yenPerKilogram("1006.30.010")
        + " within, before and after";
  }

  private static String yenPerKilogram(String line) {
    return Importers.of("JP")
        .duty(line, "US", "2026-07-09")
        .assess(Money.parse("JPY 150"), Quantity.parse("1 kg"))
        .duty()
        .map(Money::toString)
        .orElse("unknown");
  }

  private static String beef() {
    return pledges("beef")
        + " market-access pledges on beef; US beef pays "
        + beef("US", "2026-03-31")
        + " and from April 2026 "
        + beef("US", "2026-04-01")
        + " by the agreement of 2019, without it "
        + beef("US claiming nothing", "2026-04-01");
  }

  private static String beef(String origin, String day) {
    return Importers.of("JP")
        .duty("0202.30.010", origin, day)
        .adValoremRate()
        .map(r -> r.toText(1))
        .orElse("unknown");
  }

  private static long pledges(String goods) {
    return deal("JP").marketAccess().stream().filter(m -> m.goods().equals(goods)).count();
  }

  private static String deadline() {
    LocalDate announced = LocalDate.of(2025, 7, 22);
    return deal("KR").nextDeadline(announced).map(d -> d.daysLeft(announced)).orElse(0L)
        + " days from 2025-07-22 to 2025-08-01";
  }

  private static String china() {
    PositionErosion erosion =
        UsStudies.market(Sector.CARS, UsTariffs.book().on("2025-09-15"))
            .erosion("CN", UsStudies.market(Sector.CARS, UsTariffs.book().on("2025-09-16")));
    return erosion.toString();
  }

  /**
   * The claims as a table.
   *
   * @return what is said, what is computed, the verdict and what the sources say
   */
  public static Table table() {
    return new Table(
        "The July 2025 reports, claim by claim",
        List.of("claim", "says", "computed", "verdict", "sources say"),
        all().stream()
            .map(
                c ->
                    List.of(
                        Cell.text(c.id()),
                        Cell.text(c.says()),
                        Cell.text(c.computed()),
                        Cell.text(c.verdict().name()),
                        Cell.text(c.sourcesSay())))
            .toList(),
        UsTariffs.book().on(LATEST).stamp().lines());
  }
}
