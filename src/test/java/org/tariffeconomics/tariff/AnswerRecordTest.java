package org.tariffeconomics.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.tariffeconomics.basics.Country;
import org.tariffeconomics.basics.ExchangeRates;
import org.tariffeconomics.basics.HsCode;
import org.tariffeconomics.basics.Quantity;
import org.tariffeconomics.landedcost.CostAllocation;
import org.tariffeconomics.landedcost.CustomsEntry;
import org.tariffeconomics.landedcost.Deposit;
import org.tariffeconomics.landedcost.ImportTax;
import org.tariffeconomics.landedcost.LandedCost;
import org.tariffeconomics.landedcost.LandedCostCalculator;
import org.tariffeconomics.landedcost.Shipment;
import org.tariffeconomics.landedcost.TransportMode;
import org.tariffeconomics.rate.DeclaredFacts;
import org.tariffeconomics.rate.DeclaredOrigin;
import org.tariffeconomics.reference.UsTariffs;

/** Answers that are stored, read and asked again. */
class AnswerRecordTest {

  private static final TariffBook US = UsTariffs.book();

  private static Assessment japan() {
    return US.on("2026-11-23")
        .stack(HsCode.of("8703.23.01"), Country.of("JP"))
        .assess(BigMoney.parse("USD 30000"));
  }

  private static CustomsEntry entry() {
    return CustomsEntry.of(LandedCostCalculator.of("US").withTax(ImportTax.of("tax", "5%")))
        .withLine("1", Shipment.of("8703.23.01", "JP", "EUR 30000").withQuantity("2 item"))
        .withDeposit("1", Deposit.of("AD", "5%"))
        .withFreight("EUR 10", CostAllocation.byValue())
        .withInsurance("USD 0", CostAllocation.byValue())
        .withExchangeRates(ExchangeRates.parse("EUR/USD=1.1"))
        .withMode(TransportMode.SEA);
  }

  @Test
  void a_record_is_read_back_equal_and_replays_the_same() {
    AssessmentRecord record = japan().toRecord();
    AssessmentRecord back = AssessmentRecord.parse(record.toJson());
    assertEquals(record, back);
    assertTrue(back.isAssessed());
    assertEquals("4500.00", String.valueOf(back.duty()));
    Replay replay = back.replay(US);
    assertTrue(replay.isSame(), replay.toString());
    assertTrue(replay.isSameBook());
  }

  @Test
  void a_replay_under_another_law_says_what_differs() {
    Replay replay = japan().toRecord().replay(US.without("S232 autos"));
    assertFalse(replay.isSame());
    assertFalse(replay.isSameBook());
    assertTrue(
        replay.differences().stream()
            .anyMatch(d -> d.what().equals("layer S232 autos, Japan") && d.now().isEmpty()),
        replay.toString());
    assertEquals("duty: USD 4500, now USD 3750", replay.differences().get(0).toString());
  }

  @Test
  void what_was_known_then_is_replayed_as_it_was_known() {
    AssessmentRecord then =
        US.on("2025-11-15")
            .asKnownOn("2025-11-15")
            .stack(HsCode.of("8703.23.01"), Country.of("KR"), DeclaredFacts.claiming("KORUS"))
            .assess(BigMoney.parse("USD 30000"))
            .toRecord();
    assertEquals("7500.00", String.valueOf(then.duty()));
    assertTrue(then.replay(US).isSame());
  }

  @Test
  void quantities_rates_and_an_unknown_duty_are_kept() {
    TariffBook book = TariffBook.us(TariffMeasure.base("0201", "0.044 EUR/kg"));
    DutyStack stack = book.on("2026-01-01").stack(HsCode.of("0201"), Country.of("VN"));
    AssessmentRecord known =
        stack
            .assess(
                BigMoney.parse("USD 10.005"),
                List.of(Quantity.parse("1000 kg")),
                ExchangeRates.none()
                    .with(CurrencyUnit.EUR, CurrencyUnit.USD, new BigDecimal("1.1")))
            .toRecord();
    assertEquals("48.40", String.valueOf(known.duty()));
    assertTrue(AssessmentRecord.parse(known.toJson()).replay(book).isSame());
    AssessmentRecord unknown = stack.assess(BigMoney.parse("USD 10")).toRecord();
    assertEquals("UNDETERMINED", unknown.outcome());
    assertEquals(null, unknown.duty());
    assertFalse(unknown.reasons().isEmpty());
    assertEquals(unknown, AssessmentRecord.parse(unknown.toJson()));
    assertTrue(unknown.replay(book).isSame());
  }

  @Test
  void a_comparison_is_kept() {
    DutyComparison comparison =
        DutyComparison.of(
            US.on("2026-11-23"),
            HsCode.of("8703.23.01"),
            List.of(
                DeclaredOrigin.parse("JP"),
                DeclaredOrigin.parse("KR claiming KORUS"),
                DeclaredOrigin.parse("MX")));
    ComparisonRecord record = comparison.toRecord();
    assertEquals(record, ComparisonRecord.parse(record.toJson()));
    assertTrue(record.replay(US).isSame(), record.replay(US).toString());
    assertFalse(record.replay(US.without("S232 autos")).isSame());
    ComparisonRecord valued =
        DutyComparison.of(
                US.on("2026-11-23"),
                HsCode.of("8703.23.01"),
                List.of(DeclaredOrigin.parse("JP")),
                BigMoney.parse("USD 1000"),
                List.of(Quantity.parse("1 item")))
            .toRecord();
    assertEquals(valued, ComparisonRecord.parse(valued.toJson()));
    assertTrue(valued.replay(US).isSame());
  }

  @Test
  void a_text_of_another_form_is_refused_by_what_is_wrong_with_it() {
    String json = japan().toRecord().toJson();
    assertMessage("not a JSON", "{");
    assertMessage("must be a stored answer of the form", "{}");
    assertMessage("$.goods is missing", json.replace("\"goods\"", "\"good\""));
    assertMessage("$.duty cannot be read", json.replace("\"4500.00\"", "\"much\""));
    assertMessage("stored answer of the form", json.replace("assessment 1", "assessment 2"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            AssessmentRecord.parse(json)
                .replay(
                    TariffBook.of(
                        "EU", CurrencyUnit.EUR, RoundingPolicy.EACH_DUTY_TO_CENT, List.of())));
    AssessmentRecord more =
        AssessmentRecord.parse(json.replace("{\"format\"", "{\"x\":[1],\"format\""));
    assertEquals(japan().toRecord(), more, "members of a later form are passed over");
  }

  private static void assertMessage(String part, String json) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> AssessmentRecord.parse(json))
            .getMessage();
    assertTrue(message.contains(part), message);
  }

  /** A record read by a plain Jackson mapper, without any module, is the same record. */
  @Test
  void records_are_plain_to_jackson() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    AssessmentRecord record = japan().toRecord();
    assertEquals(record, mapper.readValue(withoutFormat(record.toJson()), AssessmentRecord.class));
  }

  private static String withoutFormat(String json) {
    return "{" + json.substring(json.indexOf(',') + 1);
  }

  /** Every member that is written is described in the schema, and every described one written. */
  @Test
  void the_schema_describes_the_form() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode schema;
    try (InputStream in =
        AssessmentRecord.class.getResourceAsStream("/org/tariffeconomics/answers.schema.json")) {
      schema = mapper.readTree(in);
    }
    List<String> faults = new ArrayList<>();
    check(schema, "assessment", mapper.readTree(japan().toRecord().toJson()), faults);
    check(
        schema,
        "landedCost",
        mapper.readTree(
            LandedCost.of(
                    Shipment.of("8703.23.01", "JP", "USD 1")
                        .withChargeAfterImport("inland", "USD 1"),
                    US.on("2026-11-23"))
                .toRecord()
                .toJson()),
        faults);
    check(
        schema,
        "entry",
        mapper.readTree(entry().price(US.on("2026-11-23")).toRecord().toJson()),
        faults);
    check(
        schema,
        "entry",
        mapper.readTree(
            entry()
                .withLine("open", Shipment.of("8418.10", "AU", "USD 1000"))
                .price(US.on("2026-05-01"))
                .toRecord()
                .toJson()),
        faults);
    check(
        schema,
        "comparison",
        mapper.readTree(
            DutyComparison.of(
                    US.on("2026-11-23"),
                    HsCode.of("8703.23.01"),
                    List.of(DeclaredOrigin.parse("JP")))
                .toRecord()
                .toJson()),
        faults);
    assertEquals(List.of(), faults);
  }

  private static void check(JsonNode root, String name, JsonNode value, List<String> faults) {
    checkObject(root, root.path("$defs").path(name), name, value, faults);
  }

  private static void checkObject(
      JsonNode root, JsonNode schema, String path, JsonNode value, List<String> faults) {
    TreeSet<String> described = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    TreeSet<String> required = new TreeSet<>();
    schema.path("required").forEach(r -> required.add(r.asText()));
    TreeSet<String> written = new TreeSet<>();
    value.fieldNames().forEachRemaining(written::add);
    if (!described.equals(written) || !required.equals(written)) {
      faults.add(path + ": written " + written + ", described " + described + ", " + required);
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      checkMember(
          root,
          schema.path("properties").path(each.getKey()),
          path + "." + each.getKey(),
          each.getValue(),
          faults);
    }
  }

  private static void checkMember(
      JsonNode root, JsonNode schema, String path, JsonNode value, List<String> faults) {
    if (schema.has("anyOf")) {
      if (!value.isNull()) {
        checkMember(root, schema.path("anyOf").get(0), path, value, faults);
      }
    } else if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().substring("#/$defs/".length());
      JsonNode target = root.path("$defs").path(name);
      if (target.has("properties")) {
        checkObject(root, target, path, value, faults);
      } else {
        checkMember(root, target, path, value, faults);
      }
    } else if (schema.path("type").asText().equals("array")) {
      value.forEach(item -> checkMember(root, schema.path("items"), path + "[]", item, faults));
    } else if (schema.has("const")) {
      if (!schema.path("const").equals(value)) {
        faults.add(path + " is " + value);
      }
    } else if (!schema.path("type").toString().contains("\"string\"")
        || !(value.isTextual() || value.isNull() && schema.path("type").isArray())) {
      faults.add(path + " is " + value + " but described as " + schema);
    }
  }

  @Test
  void the_version_of_a_book_is_that_of_its_law() {
    TariffBook same =
        TariffBook.us(TariffMeasure.base("8703", "2.5%"), TariffMeasure.adds("X", "*", "CN", "7%"));
    TariffBook again =
        TariffBook.us(TariffMeasure.adds("X", "*", "CN", "7%"), TariffMeasure.base("8703", "2.5%"));
    assertEquals(same.version(), again.version(), "the order of measures is no law");
    assertNotEquals(
        same.version(), same.with(TariffMeasure.base("8704", "25%").withId("t")).version());
    assertNotEquals(same.version(), same.without("X").version());
    assertEquals(
        same.version(),
        same.with(TariffMeasure.base("8704", "25%").withId("t")).withoutMeasure("t").version());
    assertNotEquals(
        same.version(),
        same.withRounding(new RoundingPolicy(0, RoundingMode.DOWN, RoundingPolicy.Level.TOTAL))
            .version());
    assertTrue(US.version().matches("2026-09-29\\+[0-9a-f]{8}"), US.version());
    assertEquals("undated+39ec6ea3".length(), same.version().length());
  }

  /** Written down: the same in every JVM, since hashes of enums and objects have no part in it. */
  @Test
  void the_version_is_the_same_in_every_jvm() {
    assertEquals("undated+b4bf6120", TariffBook.us(TariffMeasure.base("8703", "2.5%")).version());
  }
}
