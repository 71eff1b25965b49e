package org.tariffeconomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tariffeconomics.basics.AmountText;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.CountryGroup;
import org.tariffeconomics.basics.DayText;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.OriginScope;
import org.tariffeconomics.basics.ProductScope;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.basics.Rate;
import org.tariffeconomics.basics.Unit;
import org.tariffeconomics.border.EntryTime;
import org.tariffeconomics.competitiveness.MarketCsv;
import org.tariffeconomics.deal.InterestRates;
import org.tariffeconomics.deal.Party;
import org.tariffeconomics.investment.CashFlows;
import org.tariffeconomics.investment.Stage;
import org.tariffeconomics.io.hts.HtsFile;
import org.tariffeconomics.io.trade.TradePeriod;
import org.tariffeconomics.io.trade.TradeReader;
import org.tariffeconomics.landedcost.CostAllocation;
import org.tariffeconomics.landedcost.TaxBase;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.quota.PriceTiers;
import org.tariffeconomics.rate.Condition;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.rate.DutyRate;
import org.tariffeconomics.rate.MeursingTable;
import org.tariffeconomics.rate.Portion;
import org.tariffeconomics.reading.Limits;
import org.tariffeconomics.reading.PassSummary;
import org.tariffeconomics.reading.Problem.Severity;
import org.tariffeconomics.reading.Reading;
import org.tariffeconomics.reference.UsTrade;
import org.tariffeconomics.schedule.StageRounding;
import org.tariffeconomics.schedule.StagedReduction;
import org.tariffeconomics.schedule.TariffSchedule;
import org.tariffeconomics.tariff.RoundingPolicy;

/** What input that attacks may do at most, over all doors at once. */
class ReliabilityFaultsTest {

  private static final int LONGEST_MESSAGE = 1_500;

  @TempDir private Path folder;

  /** Every public door of a text. */
  private static Map<String, Consumer<String>> doors() {
    Map<String, Consumer<String>> doors = new LinkedHashMap<>();
    doors.put("AmountText", AmountText::parse);
    doors.put("CashFlows", t -> CashFlows.of(CurrencyUnit.USD, "-1", t));
    doors.put("Condition", Condition::parse);
    doors.put("CostAllocation", CostAllocation::parse);
    doors.put("Country", Country::parse);
    doors.put("CountryGroup", CountryGroup::parse);
    doors.put("DayText", DayText::parse);
    doors.put("DeclaredFacts", DeclaredFacts::parse);
    doors.put("DeclaredOrigin", DeclaredOrigin::parse);
    doors.put("DutyRate", DutyRate::parse);
    doors.put("EntryTime", EntryTime::parse);
    doors.put("ExchangeRates", ExchangeRates::parse);
    doors.put("HsCode", HsCode::of);
    doors.put("InterestRates", InterestRates::parse);
    doors.put("MarketCsv", t -> MarketCsv.parse("m", "USD", t));
    doors.put("MeursingTable", MeursingTable::parse);
    doors.put("OriginScope", OriginScope::parse);
    doors.put("Party", Party::parse);
    doors.put("Portion", Portion::parse);
    doors.put("PriceTiers", t -> PriceTiers.parse("x", List.of(new PriceTiers.TierText(t, "1%"))));
    doors.put("ProductScope", ProductScope::parse);
    doors.put("Quantity", Quantity::parse);
    doors.put("Rate.parse", Rate::parse);
    doors.put("Rate.percent", Rate::percent);
    doors.put("Remainder", StagedReduction.Remainder::parse);
    doors.put("RoundingPolicy", RoundingPolicy::parse);
    doors.put("Sector", UsTrade.Sector::parse);
    doors.put("Stage", Stage::parse);
    doors.put("StageRounding", StageRounding::parse);
    doors.put("TaxBase", TaxBase::parse);
    doors.put("TradePeriod", TradePeriod::parse);
    doors.put("TransportMode", TransportMode::parse);
    doors.put("Unit", Unit::of);
    return doors;
  }

  /** M12: what is refused is cut and named, never repeated, and never another exception. */
  @Test
  void a_message_never_repeats_a_long_text() {
    List<String> texts =
        List.of(
            "x".repeat(1_000_000),
            "9".repeat(1_000_000),
            " ".repeat(100_000) + "x",
            "a=".repeat(100_000),
            "a".repeat(100_000) + "=b",
            "1e999999999",
            "\u0000\ud800",
            "");
    doors()
        .forEach(
            (name, door) ->
                texts.forEach(
                    text -> {
                      try {
                        door.accept(text);
                      } catch (IllegalArgumentException refused) {
                        String message = refused.getMessage();
                        assertNotNull(message, name);
                        assertTrue(
                            message.length() <= LONGEST_MESSAGE,
                            () -> name + " tells " + message.length() + " characters");
                      }
                    }));
  }

  /** M13: no door takes null, and each names what is missing. */
  @Test
  void null_is_refused_by_name() {
    doors()
        .forEach(
            (name, door) ->
                assertNotNull(
                    assertThrows(NullPointerException.class, () -> door.accept(null), name)
                        .getMessage(),
                    name));
  }

  /** M11: a million codes that are no country's are counted, but not kept one by one. */
  @Test
  void codes_that_are_unknown_are_counted_and_not_all_kept() throws IOException {
    int rows = 3 * Limits.COUNTED_NAMES;
    StringBuilder text = new StringBuilder("t,i,j,k,v,q\n");
    for (int i = 0; i < rows; i++) {
      text.append("2023,X").append(i).append(",842,870323,1,1\n");
    }
    Path file = Files.writeString(folder.resolve("baci.csv"), text);
    PassSummary summary = TradeReader.baci(file).forEach(row -> {});
    assertTrue(summary.otherParties().size() <= Limits.COUNTED_NAMES + 1);
    assertEquals(rows, summary.otherParties().values().stream().mapToLong(c -> c).sum());
    assertEquals(rows, summary.records());
  }

  /** M16: a row that is repeated, and keys that a row should not have, are bounded remarks. */
  @Test
  void remarks_of_a_release_are_bounded_and_counted() {
    StringBuilder rows = new StringBuilder("[");
    int count = Limits.KEPT_PROBLEMS + 500;
    for (int i = 0; i < count; i++) {
      rows.append(i == 0 ? "" : ",")
          .append(
              "{\"htsno\":\"0101.21.00\",\"indent\":\"1\",\"description\":\"x\",\"general\":\"2%\","
                  + "\"units\":[\"kg\"],\"new key ")
          .append(i)
          .append("\":1}");
    }
    Reading<TariffSchedule> reading =
        HtsFile.read(
            "x",
            new ByteArrayInputStream(rows.append("]").toString().getBytes(StandardCharsets.UTF_8)));
    for (Severity each : Severity.values()) {
      assertTrue(reading.problems(each).size() <= Limits.KEPT_PROBLEMS, each::toString);
    }
    assertEquals("2%", general(reading.value()));
  }

  private static String general(TariffSchedule schedule) {
    return schedule.line(HsCode.of("0101.21.00")).orElseThrow().general().orElseThrow().text();
  }

  /** M15: the licence is in the jar, and what only demonstrates is not. */
  @Test
  void the_jar_holds_its_licence_and_no_program() throws IOException, URISyntaxException {
    Path classes = Path.of(Rate.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Assumptions.assumeTrue(classes.endsWith("classes"), "the classes were not made by the build");
    String text = Files.readString(classes.resolve("META-INF").resolve("LICENSE"));
    assertTrue(text.contains("Apache License") && text.contains("Version 2.0"));
    Path sources = Path.of("src", "main", "java");
    Assumptions.assumeTrue(Files.isDirectory(sources), "no sources beside the tests");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> programs =
          files
              .filter(each -> each.toString().endsWith(".java"))
              .filter(ReliabilityFaultsTest::isProgram)
              .toList();
      assertEquals(List.of(), programs);
    }
  }

  private static boolean isProgram(Path file) {
    try {
      return Files.readString(file).contains("public static void main(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
