package org.tariffeconomics.landedcost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.quota.TariffQuota;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.tariff.AssessmentRecord;
import org.tariffeconomics.tariff.ComparisonRecord;
import org.tariffeconomics.tariff.DutyComparison;
import org.tariffeconomics.tariff.TariffBook;
import org.tariffeconomics.tariff.TariffLaw;
import org.tariffeconomics.tariff.TariffMeasure;

/**
 * Stored answers as they were written when their form was frozen: {@code
 * src/test/resources/answers} has one of every kind and outcome. They are still written so, to the
 * byte, are still read, and fit the schema. A file here is never changed: a new form gets a new
 * file and another number.
 *
 * <p>The answers are of a small book of the test's own, so that new facts never touch them; the
 * sums in them are checked by hand elsewhere, the text is what counts here.
 */
class GoldenAnswersTest {

  private static final TariffBook BOOK =
      TariffBook.us(
          TariffMeasure.base("8703", "2.5%").withId("cars"),
          TariffMeasure.base("6109.10", "16.5%").withId("shirts"),
          TariffMeasure.base("6109.90", "32%").withId("shirts of other textiles"),
          TariffMeasure.base("0201", "4.4¢/kg + 2%").withId("beef"),
          TariffMeasure.base("9701", "see the note").withId("art"),
          TariffMeasure.preference("KORUS", "*", "KR", "Free"),
          TariffMeasure.topsUpTo("S232 autos", "8703", "JP,KR", "15%").from("2025-09-16"),
          TariffMeasure.adds("old cars", "8703.24", "*", "10%").withCondition("age>=25"),
          TariffMeasure.adds("beef above quota", "0201", "*", "20%")
              .withCondition("quota:beef=out"));

  private static final TariffLaw LAW = BOOK.on("2026-11-23");

  private static AssessmentRecord assessed(String line, String origin, String facts) {
    return LAW.stack(HsCode.of(line), Country.of(origin), DeclaredFacts.parse(facts))
        .assess(
            BigMoney.parse("USD 30000.005"),
            List.of(Quantity.parse("250 kg")),
            ExchangeRates.parse("EUR/USD=1.1"))
        .toRecord();
  }

  private static Shipment goods(String line, String origin, String price) {
    return Shipment.of(line, origin, price).withQuantity("250 kg");
  }

  private static CustomsEntry entry() {
    return CustomsEntry.of(LandedCostCalculator.of("US").withTax(ImportTax.of("state tax", "5%")))
        .withLine(
            "car \"one\"", goods("8703.23", "JP", "EUR 30000").withDutiableCharge("tools", "USD 7"))
        .withDeposit("car \"one\"", Deposit.of("AD", "5%"))
        .withLine("beef", goods("0201.10", "AU", "USD 500"))
        .withQuota(
            new TariffQuota("beef", Quantity.parse("1000 kg"), Quantity.parse("900 kg")), "beef")
        .withLine("returned", goods("6109.10", "VN", "USD 90"))
        .withProvision("returned", SpecialProvision.parse("9802.00.50 on USD 40"))
        .withFreight("EUR 10.01", CostAllocation.byValue())
        .withInsurance("USD 0", CostAllocation.byWeight())
        .withExchangeRates(ExchangeRates.parse("EUR/USD=1.1"))
        .withMode(TransportMode.SEA);
  }

  /** The answers by the names of their files. */
  private static Map<String, String> answers() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("assessment-assessed", assessed("8703.23", "JP", "").toJson());
    all.put("assessment-bounded", assessed("8703.24", "DE", "").toJson());
    all.put("assessment-undetermined", assessed("9701.10", "FR", "note=ü☃").toJson());
    all.put(
        "landed-cost-assessed",
        LandedCost.of(
                goods("8703.23", "KR", "USD 30000")
                    .withClaim("KORUS")
                    .withFreight("USD 1330")
                    .withInsurance("USD 207")
                    .withMode(TransportMode.SEA)
                    .withChargeAfterImport("inland", "USD 1"),
                LAW)
            .toRecord()
            .toJson());
    all.put(
        "landed-cost-bounded",
        LandedCost.of(goods("8703.24", "DE", "USD 1000").withMode(TransportMode.AIR), LAW)
            .toRecord()
            .toJson());
    all.put("entry-assessed", entry().price(LAW).toRecord().toJson());
    all.put(
        "entry-bounded",
        entry()
            .withLine("old?", goods("8703.24", "DE", "USD 1000"))
            .price(LAW)
            .toRecord()
            .toJson());
    all.put(
        "entry-undetermined",
        entry().withLine("art", goods("9701.10", "FR", "USD 1000")).price(LAW).toRecord().toJson());
    all.put(
        "comparison",
        DutyComparison.of(
                LAW,
                HsCode.of("8703.24"),
                List.of(DeclaredOrigin.parse("JP with age=3"), DeclaredOrigin.parse("DE")),
                BigMoney.parse("USD 1000"),
                List.of(Quantity.parse("1 item")))
            .toRecord()
            .toJson());
    return all;
  }

  static List<String> names() {
    return List.copyOf(answers().keySet());
  }

  private static String golden(String name) {
    try (InputStream in =
        GoldenAnswersTest.class.getResourceAsStream("/answers/" + name + ".json")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is written today stands in {@code target/answers} for a new file. */
  private static String today(String name) throws IOException {
    String json = answers().get(name);
    Path folder = Files.createDirectories(Path.of("target", "answers"));
    Files.writeString(folder.resolve(name + ".json"), json + "\n");
    return json;
  }

  @ParameterizedTest
  @MethodSource("names")
  void an_answer_is_written_as_it_always_was(String name) throws IOException {
    assertEquals(golden(name), today(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void an_answer_of_old_is_read_and_written_back(String name) {
    UnaryOperator<String> again =
        name.startsWith("entry")
            ? json -> EntryRecord.parse(json).toJson()
            : name.startsWith("landed")
                ? json -> LandedCostRecord.parse(json).toJson()
                : name.startsWith("comparison")
                    ? json -> ComparisonRecord.parse(json).toJson()
                    : json -> AssessmentRecord.parse(json).toJson();
    assertEquals(golden(name), again.apply(golden(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void an_answer_fits_the_schema(String name) throws IOException {
    JsonNode answer = new ObjectMapper().readTree(golden(name));
    assertEquals(List.of(), AnswerSchema.load().faults(answer));
  }

  /** The schema is more than a wish: what is missing, odd or of another form does not fit it. */
  @Test
  void the_schema_refuses_what_is_no_answer() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    AnswerSchema schema = AnswerSchema.load();
    for (String member : List.of("lines", "payable", "stamp", "format")) {
      ObjectNode without = (ObjectNode) mapper.readTree(golden("entry-assessed"));
      without.remove(member);
      assertFalse(schema.faults(without).isEmpty(), member);
    }
    ObjectNode odd = (ObjectNode) mapper.readTree(golden("entry-assessed"));
    odd.put("payable", 12.5);
    assertFalse(schema.faults(odd).isEmpty(), "a number must be a text");
    odd.put("payable", "12,50");
    assertFalse(schema.faults(odd).isEmpty(), "a comma");
    odd = (ObjectNode) mapper.readTree(golden("entry-assessed"));
    odd.put("format", "tariff-economics entry 2");
    assertFalse(schema.faults(odd).isEmpty(), "another form");
    assertTrue(names().size() >= 9);
  }
}
